"""Values from the command line put into an opened workflow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ivk_desktop.commands.exits import USAGE, CommandError
from ivk_desktop.domain.invokeai.document import parse_json
from ivk_desktop.domain.invokeai.handle import WorkflowHandle
from ivk_desktop.domain.invokeai.types import Cardinality
from ivk_desktop.domain.limits import DOCUMENT_BYTES
from ivk_desktop.domain.problems import DomainError
from ivk_desktop.words import sentence

Edit = tuple[str, str, Any]
"""Node id, input's name, value; ``None`` unsets it."""


def read_edits(path: Path | None) -> list[Edit]:
    """Read a file of edits.

    Raises:
        CommandError: it cannot be read, or is no list of edits.
    """
    if path is None:
        return []
    try:
        with path.open("rb") as file:
            data = file.read(DOCUMENT_BYTES + 1)
        content = parse_json(data, strict=True) if len(data) <= DOCUMENT_BYTES else None
    except OSError as error:
        raise CommandError(USAGE, f"{path} cannot be read: {error.strerror}.") from error
    except DomainError as error:
        raise CommandError(USAGE, f"{path} is no JSON.") from error
    if not isinstance(content, list):
        raise CommandError(USAGE, f"{path} is no list of edits.")
    return [_read_edit(number, raw, path) for number, raw in enumerate(content, start=1)]


def _read_edit(number: int, raw: object, path: Path) -> Edit:
    if not isinstance(raw, dict):
        raise CommandError(USAGE, f"Edit {number} of {path} is no object.")
    node_id, name = raw.get("nodeId"), raw.get("fieldName")
    if not isinstance(node_id, str) or not isinstance(name, str) or "value" not in raw:
        raise CommandError(
            USAGE, f"Edit {number} of {path} needs nodeId, fieldName (both texts) and value."
        )
    return node_id, name, raw["value"]


def apply_edits(handle: WorkflowHandle, edits: list[Edit], sets: tuple[str, ...]) -> None:
    """Store values in order: first the edits, then what ``--set`` says.

    Raises:
        CommandError: there is no such input, or a value does not fit it.
    """
    for node_id, name, value in edits:
        _store(handle, node_id, name, value)
    for text in sets:
        _store(handle, *_read_set(handle, text))


def _store(handle: WorkflowHandle, node_id: str, name: str, value: Any) -> None:
    try:
        handle.edit(node_id, name, value)
    except DomainError as error:
        problem = error.problem
        place = "" if problem.code == "edit_unknown" else f"{node_id}.{name}: "
        raise CommandError(USAGE, place + sentence(problem)) from error


def _read_set(handle: WorkflowHandle, text: str) -> Edit:
    place, equals, written = text.partition("=")
    if not equals:
        raise CommandError(USAGE, f"--set {text}: this must be NODE.FIELD=JSON or LABEL=JSON.")
    node_id, name = _input_at(handle, place)
    try:
        data = written.encode("utf-8", "surrogatepass")
        return node_id, name, parse_json(data, strict=True)
    except DomainError as error:
        if not _takes_text(handle, node_id, name):
            raise CommandError(
                USAGE, f"--set {place}: “{written}” is no JSON, and this input takes no text."
            ) from error
        return node_id, name, written


def _input_at(handle: WorkflowHandle, place: str) -> tuple[str, str]:
    """The input that is meant: ``NODE.FIELD`` with the longest id that fits, else a label.

    A label that the author wrote goes before the title that another field has by itself.
    """
    fitting = [one for one in handle.node_ids() if place.startswith(f"{one}.")]
    node_id = max(fitting, key=len, default=None)
    if node_id is not None:
        name = place[len(node_id) + 1 :]
        if handle.has_input(node_id, name):
            return node_id, name
    shown = [item for item in handle.inputs if item.label == place]
    authored = [item for item in shown if handle.node(item.node).text(item.name, "label")]
    labelled = authored or shown
    if len(labelled) == 1:
        return labelled[0].node, labelled[0].name
    if labelled:
        raise CommandError(USAGE, f"--set: {len(labelled)} fields of the form are called {place}.")
    if node_id is not None:
        raise CommandError(
            USAGE, f"--set: there is no input {place[len(node_id) + 1 :]} on the node {node_id}."
        )
    raise CommandError(USAGE, f"--set: no node and no field of the form is called {place}.")


def _takes_text(handle: WorkflowHandle, node_id: str, name: str) -> bool:
    slot = handle.slot(node_id, name)
    if slot is None:
        return False
    kind = slot.template.type
    return kind.name == "StringField" and kind.cardinality is not Cardinality.COLLECTION
