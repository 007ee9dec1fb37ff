"""Texts, switches and choices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import StrictBool, StrictInt, StrictStr

from ivk_desktop.domain.form import Choice, Component, FieldKind
from ivk_desktop.domain.invokeai.fields.base import Finding, IvkField, Look, Settings
from ivk_desktop.domain.invokeai.fields.bounds import count_findings, each, text_findings
from ivk_desktop.domain.invokeai.types import InputTemplate


class IvkStringField(IvkField):
    """A text: one line, several, or chosen from the author's list."""

    kind: ClassVar[FieldKind] = FieldKind.STRING
    value: StrictStr | None = None

    @classmethod
    def look(cls, template: InputTemplate, settings: Settings | None) -> Look:
        """The widget, and the author's options of a dropdown."""
        if settings is None or settings.kind != "string-field-config":
            many_lines = template.component == "textarea"
            return Look(Component.TEXTAREA if many_lines else Component.DEFAULT)
        choices = tuple(
            Choice(value, label or value or f"Option {number}")
            for number, (label, value) in enumerate(settings.options or (), start=1)
        )
        return Look(Component(settings.component), choices=choices)

    def findings(self, template: InputTemplate) -> Iterator[Finding]:
        """The lengths that are broken."""
        return text_findings(self.value, template.bounds) if self.value is not None else iter(())


class IvkStringCollectionField(IvkField):
    """A list of texts."""

    kind: ClassVar[FieldKind] = FieldKind.STRINGS
    value: tuple[StrictStr, ...] | None = None

    def findings(self, template: InputTemplate) -> Iterator[Finding]:
        """The lengths that are broken, of the list and of its items."""
        if self.value is None:
            return
        yield from count_findings(self.value, template.bounds)
        yield from each(f for one in self.value for f in text_findings(one, template.bounds))


class IvkBooleanField(IvkField):
    """A switch."""

    kind: ClassVar[FieldKind] = FieldKind.BOOLEAN
    value: StrictBool | None = None


class IvkEnumField(IvkField):
    """One of the template's options, which may be integers."""

    kind: ClassVar[FieldKind] = FieldKind.CHOICE
    value: StrictStr | StrictInt | None = None

    @classmethod
    def look(cls, template: InputTemplate, settings: Settings | None) -> Look:
        """The options with the template's labels, an option itself where it has none."""
        labels = template.option_labels
        return Look(
            choices=tuple(Choice(one, str(labels.get(str(one)) or one)) for one in template.options)
        )

    def findings(self, template: InputTemplate) -> Iterator[Finding]:
        """Whether the value is among the options, where these are known."""
        if self.value is not None and template.options and self.value not in template.options:
            yield Finding("choice_unknown", {"value": self.value})


class IvkSchedulerField(IvkEnumField):
    """The name of a scheduler."""

    value: StrictStr | None = None


class IvkSavedWorkflowField(IvkField):
    """The id of a workflow in the server's library."""

    kind: ClassVar[FieldKind] = FieldKind.SAVED_WORKFLOW
    value: StrictStr | None = None
