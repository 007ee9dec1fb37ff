"""Numbers, alone and in lists; limits of their widgets (workflow spec 3.2)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, Field, StrictFloat, StrictInt

from ivk_desktop.domain.form import Component, FieldKind, Limits
from ivk_desktop.domain.invokeai.fields.base import Finding, IvkField, Look, Settings
from ivk_desktop.domain.invokeai.fields.bounds import count_findings, each, number_findings
from ivk_desktop.domain.invokeai.types import InputTemplate

_WIDEST: Final = 4294967295
_FLOAT_STEP: Final = 0.1
_FLOAT_FINE: Final = 0.01


def _whole(value: Any) -> Any:
    """An integral float as the integer that the server wants."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Integer = Annotated[StrictInt, BeforeValidator(_whole)]
Number = StrictInt | Annotated[StrictFloat, Field(allow_inf_nan=False)]


class IvkIntegerField(IvkField):
    """An integer."""

    kind: ClassVar[FieldKind] = FieldKind.INTEGER
    value: Integer | None = None

    @classmethod
    def look(cls, template: InputTemplate, settings: Settings | None) -> Look:
        """The widget and its range."""
        own = settings if settings and settings.kind == "integer-field-config" else None
        return Look(_component(template, own), integer_limits(template, own))

    def findings(self, template: InputTemplate) -> Iterator[Finding]:
        """The limits that are broken."""
        return number_findings(self.value, template.bounds) if self.value is not None else iter(())


class IvkFloatField(IvkField):
    """A number; integers stay integers."""

    kind: ClassVar[FieldKind] = FieldKind.FLOAT
    value: Number | None = None

    @classmethod
    def look(cls, template: InputTemplate, settings: Settings | None) -> Look:
        """The widget and its range."""
        own = settings if settings and settings.kind == "float-field-config" else None
        return Look(_component(template, own), float_limits(template, own))

    def findings(self, template: InputTemplate) -> Iterator[Finding]:
        """The limits that are broken."""
        return number_findings(self.value, template.bounds) if self.value is not None else iter(())


class IvkIntegerCollectionField(IvkField):
    """A list of integers."""

    kind: ClassVar[FieldKind] = FieldKind.INTEGERS
    value: tuple[Integer, ...] | None = None

    @classmethod
    def look(cls, template: InputTemplate, settings: Settings | None) -> Look:
        """The range of each item."""
        return Look(limits=integer_limits(template, None))

    def findings(self, template: InputTemplate) -> Iterator[Finding]:
        """The limits that are broken, by the list and by its items."""
        return _list_findings(self.value, template)


class IvkFloatCollectionField(IvkField):
    """A list of numbers."""

    kind: ClassVar[FieldKind] = FieldKind.FLOATS
    value: tuple[Number, ...] | None = None

    @classmethod
    def look(cls, template: InputTemplate, settings: Settings | None) -> Look:
        """The range of each item."""
        return Look(limits=float_limits(template, None))

    def findings(self, template: InputTemplate) -> Iterator[Finding]:
        """The limits that are broken, by the list and by its items."""
        return _list_findings(self.value, template)


def _list_findings(value: tuple[Any, ...] | None, template: InputTemplate) -> Iterator[Finding]:
    if value is None:
        return
    yield from count_findings(value, template.bounds)
    yield from each(found for one in value for found in number_findings(one, template.bounds))


def _component(template: InputTemplate, settings: Settings | None) -> Component:
    if template.component == Component.VIDEO_FRAME.value:
        return Component.VIDEO_FRAME  # whatever the author set
    wanted = settings.component if settings else template.component
    known = (Component.NUMBER_INPUT, Component.SLIDER, Component.NUMBER_INPUT_AND_SLIDER)
    return next((one for one in known if one.value == wanted), Component.DEFAULT)


def integer_limits(template: InputTemplate, settings: Settings | None) -> Limits:
    """The range of an integer's widget: settings replace the template's limits."""
    bounds = template.bounds
    step = max(1, math.floor(bounds.multiple_of or 1))
    low: float = -_WIDEST
    high: float = _WIDEST
    if bounds.exclusive_minimum is not None:
        low = bounds.exclusive_minimum + 1
    if bounds.exclusive_maximum is not None:
        high = bounds.exclusive_maximum - 1
    low = bounds.minimum if bounds.minimum is not None else low
    high = bounds.maximum if bounds.maximum is not None else high
    if settings and settings.minimum is not None:
        low = settings.minimum
    if settings and settings.maximum is not None:
        high = settings.maximum
    return Limits(
        minimum=math.ceil(low / step) * step,
        maximum=math.floor(high / step) * step,
        step=step,
        fine_step=step,
        multiple_of=bounds.multiple_of,
        shuffle=settings.shuffle if settings else False,
    )


def float_limits(template: InputTemplate, settings: Settings | None) -> Limits:
    """The range of a float's widget; not rounded to its step, as that would cut it short."""
    bounds = template.bounds
    low: float = -_WIDEST
    high: float = _WIDEST
    if bounds.exclusive_minimum is not None:
        low = bounds.exclusive_minimum + _FLOAT_FINE
    if bounds.exclusive_maximum is not None:
        high = bounds.exclusive_maximum - _FLOAT_FINE
    low = bounds.minimum if bounds.minimum is not None else low
    high = bounds.maximum if bounds.maximum is not None else high
    if settings and settings.minimum is not None:
        low = settings.minimum
    if settings and settings.maximum is not None:
        high = settings.maximum
    return Limits(
        minimum=low,
        maximum=high,
        step=bounds.multiple_of or _FLOAT_STEP,
        fine_step=bounds.multiple_of or _FLOAT_FINE,
        multiple_of=bounds.multiple_of,
        shuffle=settings.shuffle if settings else False,
    )
