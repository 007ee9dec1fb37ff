"""Which fields of an open form could take a picture, its prompt or its seed."""

from __future__ import annotations

from collections.abc import Sequence

from ivk_desktop.domain.form import FieldKind, FieldSpec
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.media import MediaKind, MediaRef
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.ui.pictures.acts import Target

MOST = 12
"""So many fields are offered at most."""


def image_targets(workflow: OpenWorkflow, ref: MediaRef) -> tuple[Target, ...]:
    """The fields that take a picture, or a video where it is one."""
    if ref.kind is MediaKind.VIDEO:
        return _named([f for f in _free(workflow) if f.kind is FieldKind.VIDEO])
    kinds = (FieldKind.IMAGE, FieldKind.IMAGES)
    return _named([field for field in _free(workflow) if field.kind in kinds])


def prompt_targets(workflow: OpenWorkflow) -> tuple[Target, ...]:
    """The text fields that look like a prompt; all text fields where none does."""
    texts = [f for f in _free(workflow) if f.kind is FieldKind.STRING and not f.choices]
    prompts = [field for field in texts if "prompt" in _words(field)]
    prompts.sort(key=lambda field: "negative" in _words(field))
    return _named(prompts or texts)


def seed_targets(workflow: OpenWorkflow) -> tuple[Target, ...]:
    """The fields that seed a random generator."""
    numbers = [field for field in _free(workflow) if field.kind is FieldKind.INTEGER]
    seeds = [field for field in numbers if field.is_seed or "seed" in _words(field)]
    return _named(seeds)


def image_value(workflow: OpenWorkflow, field: FieldSpec, ref: MediaRef) -> object:
    """The value of a field with this picture in it; a list keeps what it has."""
    if field.kind is FieldKind.VIDEO:
        return {"video_name": str(ref.name)}
    entry = {"image_name": str(ref.name)}
    if field.kind is FieldKind.IMAGE:
        return entry
    value: object | Unset = workflow.form.value(field.id) if workflow.form is not None else UNSET
    return [*(value if isinstance(value, list) else ()), entry]


def _free(workflow: OpenWorkflow) -> list[FieldSpec]:
    fields = workflow.form.spec.fields.values() if workflow.form is not None else ()
    return [field for field in fields if not field.connected]


def _words(field: FieldSpec) -> str:
    return f"{field.title} {field.group} {field.id}".casefold()


def _named(fields: Sequence[FieldSpec]) -> tuple[Target, ...]:
    """Fields by title; those of one title with where they come from."""
    titles = [field.title for field in fields]
    named = []
    for field in fields[:MOST]:
        twice = titles.count(field.title) > 1 and field.group
        named.append((field.id, f"{field.title} ({field.group})" if twice else field.title))
    return tuple(named)
