"""What becomes of values that name things on the server (workflow spec 8.1, 8.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from ivk_desktop.domain.invokeai.field_ids import make_field_id
from ivk_desktop.domain.invokeai.fields.base import Mention, Named
from ivk_desktop.domain.invokeai.models import ModelResolver
from ivk_desktop.domain.invokeai.values import Slot, Values
from ivk_desktop.domain.invokeai.workflow import Workflow
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.domain.problems import Problem, Scope, Severity


class Access(Enum):
    """What to assume of the things that a document names, without asking a server."""

    KEEP = "keep"
    """Everything is there."""
    MISSING = "missing"
    """Nothing is there: values are cleared as the web UI clears them."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a server has; ``None`` is not known, and nothing is then said to be missing.

    Models are looked up by key, hash, and name with base; values that name something missing are
    kept and reported.
    """

    models: Sequence[ModelInfo] | None = None
    board_ids: frozenset[str] | None = None
    image_names: frozenset[str] | None = None
    video_names: frozenset[str] | None = None


AccessPolicy = Access | Known


def apply_access(workflow: Workflow, values: Values, access: AccessPolicy) -> None:
    """Clear, replace or report values that name something on the server."""
    if access is Access.KEEP:
        return
    if isinstance(access, Known):
        _check_known(workflow, values, access)
        return
    for slot in values:
        # The web UI does not look at nodes that it could not update.
        if slot.node.outdated or slot.field is None:
            continue
        cleared = slot.field.without_mentions()
        if cleared.to_api() != slot.field.to_api():
            for mention in slot.field.mentions():
                workflow.warnings.append(_about(slot, f"{mention.named.value}_cleared", mention.id))
            slot.set_field(cleared)


def _check_known(workflow: Workflow, values: Values, known: Known) -> None:
    if known.models is not None:
        resolver = ModelResolver(known.models)
        for slot in values:
            value = slot.instance.get("value")
            resolved = slot.field_class.resolve(value, resolver.using(slot.template.models))
            if resolved is not value:
                slot.instance["value"] = resolved
            for code, name in resolver.take_notes():
                workflow.warnings.append(_about(slot, code, name))
    for slot in values:
        for mention in slot.field.mentions() if slot.field is not None else ():
            if _is_missing(mention, known):
                code = f"{mention.named.value}_missing"
                workflow.warnings.append(_about(slot, code, mention.id))


def _is_missing(mention: Mention, known: Known) -> bool:
    names = {
        Named.BOARD: known.board_ids,
        Named.IMAGE: known.image_names,
        Named.VIDEO: known.video_names,
    }.get(mention.named)
    return names is not None and mention.id not in names


def _about(slot: Slot, code: str, name: str) -> Problem:
    return Problem(
        code,
        {"name": name, "field": slot.node.text(slot.name, "label") or slot.template.title},
        Severity.WARNING,
        Scope.FIELD,
        make_field_id(slot.node.id, slot.name),
        slot.node.id,
        slot.name,
    )
