"""The inputs of a form, each with the JSONPath of its value in the document.

A path is compiled and resolved once, when the workflow is opened; values are written through the
place it found. The node is found by an index over the ids, and the JSONPath engine proves that
the path leads to that same place; where it does not, the input has drifted, which is reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from ivk_desktop.domain.invokeai.fields import IvkField
from ivk_desktop.domain.invokeai.values import Slot
from ivk_desktop.domain.invokeai.workflow import Node
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import FieldId

if TYPE_CHECKING:
    from jsonpath_ng import DatumInContext, JSONPath
    from jsonpath_ng.ext.parser import ExtendedJsonPathParser

# The engine is imported with the first path (40 ms): a command that only prints needs none.
_PLAIN_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def quoted(text: str) -> str:
    """A text as a JSONPath literal."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def node_path(node_id: str) -> str:
    """The JSONPath of a node."""
    return f"$.nodes[?(@.id == {quoted(node_id)})]"


def value_path(node_id: str, name: str) -> str:
    """The JSONPath of an input's value."""
    step = f".{name}" if _PLAIN_NAME.fullmatch(name) else f"[{quoted(name)}]"
    return f"{node_path(node_id)}.data.inputs{step}.value"


@dataclass(slots=True)
class WorkflowInput:
    """One input of the form: where it stands, what it is, what it holds."""

    index: int
    """Its place in the form, depth first, from 0."""
    label: str
    """The author's label, else the template's title."""
    field_id: FieldId
    node: str
    """The node's id."""
    node_label: str
    name: str
    """The input's name on its node."""
    required: bool
    connected: bool
    jsonpath: str
    slot: Slot
    datum: DatumInContext | None
    """The input in the document, of which ``value`` is a key; ``None`` where the path drifted."""

    @property
    def field(self) -> IvkField | None:
        """The value as a field; ``None`` for a value that does not fit the input's class."""
        return self.slot.field

    @field.setter
    def field(self, field: IvkField) -> None:
        self.slot.set_field(field)

    @property
    def value(self) -> Any | Unset:
        """The value as JSON data, ``UNSET`` where there is none."""
        return self.slot.value()

    @value.setter
    def value(self, value: Any | Unset) -> None:
        self.slot.set_value(value)

    @property
    def is_set(self) -> bool:
        """Whether there is a value."""
        return self.value is not UNSET


class Paths:
    """Compiles and resolves the paths of one document."""

    def __init__(self, raw_nodes: Sequence[Mapping[str, Any]]) -> None:
        self._places = {id(raw.get("data")): raw for raw in raw_nodes}
        self._counts = Counter(str(raw.get("id")) for raw in raw_nodes)
        self._nodes: dict[str, DatumInContext | None] = {}

    def resolve(self, node: Node, slot: Slot) -> DatumInContext | None:
        """The place of an input, or ``None`` where its path leads elsewhere."""
        if node.id not in self._nodes:
            self._nodes[node.id] = self._resolve_node(node)
        found = self._nodes[node.id]
        return None if found is None else _single(_below_node(slot.name), found, slot.instance)

    def _resolve_node(self, node: Node) -> DatumInContext | None:
        raw = self._places.get(id(node.data))
        if raw is None or self._counts[node.raw_id] != 1:
            return None
        # The index has settled that no other node has this id: the engine need not walk them.
        return _single(_compiled(node_path(node.raw_id)), {"nodes": [raw]}, raw)


_parsing = Lock()
"""A parser keeps where it is; documents are opened in several threads."""


@lru_cache(maxsize=4096)
def _compiled(path: str) -> JSONPath | None:
    from jsonpath_ng.exceptions import JSONPathError

    try:
        with _parsing:
            return _parser().parse(path)
    except (JSONPathError, ValueError, TypeError, RecursionError):
        return None


@cache
def _parser() -> ExtendedJsonPathParser:
    """One for all paths: making it costs as much as a path."""
    from jsonpath_ng.ext.parser import ExtendedJsonPathParser

    return ExtendedJsonPathParser()


def _below_node(name: str) -> JSONPath:
    from jsonpath_ng import Child, Fields

    return Child(Child(Fields("data"), Fields("inputs")), Fields(name))


def _single(path: JSONPath | None, start: Any, place: object) -> DatumInContext | None:
    from jsonpath_ng.exceptions import JSONPathError

    if path is None:
        return None
    try:
        found = path.find(start)
    except (JSONPathError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return found[0] if len(found) == 1 and found[0].value is place else None
