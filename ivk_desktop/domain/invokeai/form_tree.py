"""A workflow's form as its author laid it out, read tolerantly (workflow spec 1.6).

Whatever is wrong with a form, the rest of it is kept: bad settings are dropped, lost elements
are put back under their parent, a cycle is cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ivk_desktop.domain.invokeai.form_settings import SETTINGS_INVALID, parse_settings

MAX_LEVELS: Final = 48
"""The deepest nesting that is kept; deeper containers are flattened away."""
_TEXT_KINDS: Final = frozenset({"heading", "text"})


@dataclass(slots=True)
class TreeElement:
    """One element. Which of the parts are used depends on ``kind`` (InvokeAI's ``type``)."""

    id: str
    kind: str
    raw: Mapping[str, Any] = field(default_factory=dict)
    layout: str = "column"
    children: list[TreeElement] = field(default_factory=list)
    content: str = ""
    node_id: str = ""
    field_name: str = ""
    show_description: bool = True
    settings: dict[str, Any] | None = None


@dataclass(slots=True)
class FormTree:
    """A form. ``repaired`` tells that the document's own form had to be mended."""

    root: TreeElement
    repaired: bool = False
    authored: bool = True
    """Whether the author laid it out, or exposed its fields; else it was made up."""

    def walk(self) -> Iterator[tuple[int, TreeElement]]:
        """All elements with their depth, depth first; the root is at depth 0."""
        stack = [(0, self.root)]
        while stack:
            depth, element = stack.pop()
            yield depth, element
            stack.extend((depth + 1, child) for child in reversed(element.children))

    def fields(self) -> list[TreeElement]:
        """The elements that stand for a field, in display order."""
        return [element for _, element in self.walk() if element.kind == "node-field"]

    def prune(self, keep: frozenset[tuple[str, str]]) -> list[TreeElement]:
        """Take out the fields that are not in ``keep``; gives those taken out."""
        gone = [one for one in self.fields() if (one.node_id, one.field_name) not in keep]
        if gone:
            self.repaired = True
            left_out = {id(one) for one in gone}
            for _, element in list(self.walk()):
                element.children = [one for one in element.children if id(one) not in left_out]
        return gone

    def to_json(self) -> dict[str, Any]:
        """The form as a document keeps it."""
        elements: dict[str, Any] = {}
        parents: dict[str, str | None] = {self.root.id: None}
        for _, element in self.walk():
            parents.update({child.id: element.id for child in element.children})
            elements[element.id] = _element_json(element, parents[element.id])
        return {"elements": elements, "rootElementId": self.root.id}


def _element_json(element: TreeElement, parent: str | None) -> dict[str, Any]:
    made = {key: one for key, one in element.raw.items() if key not in ("data", "parentId")}
    made.update(id=element.id, type=element.kind)
    if parent is not None:
        made["parentId"] = parent
    if element.kind == "divider":
        return made
    old = element.raw.get("data")
    data = {key: one for key, one in old.items() if key != "settings"} if old else {}
    if element.kind == "container":
        data.update(layout=element.layout, children=[child.id for child in element.children])
    elif element.kind == "node-field":
        identifier = {"nodeId": element.node_id, "fieldName": element.field_name}
        data.update(fieldIdentifier=identifier, showDescription=element.show_description)
        if element.settings is not None:
            data["settings"] = element.settings
    else:
        data["content"] = element.content
    made["data"] = data
    return made


def empty_tree() -> FormTree:
    """A form without anything in it."""
    return FormTree(TreeElement("root", "container"))


def read_tree(raw: object) -> FormTree:
    """Read a document's form; one that has no usable root is an empty form."""
    elements = raw.get("elements") if isinstance(raw, dict) else None
    root_id = raw.get("rootElementId") if isinstance(raw, dict) else None
    if not isinstance(elements, dict) or not isinstance(root_id, str):
        tree = empty_tree()
        tree.repaired = raw is not None
        return tree
    return _Reader(elements, root_id).read()


class _Reader:
    """Reads one form; every container is entered once."""

    def __init__(self, elements: dict[str, Any], root_id: str) -> None:
        self._elements = elements
        self._root_id = root_id
        self._seen: set[str] = set()
        self._containers: dict[str, TreeElement] = {}
        self._levels: dict[str, int] = {}
        self.repaired = False

    def read(self) -> FormTree:
        root = self._element(self._root_id, None, 0)
        if root is None or root.kind != "container":
            root = TreeElement(self._free_id(), "container")
            self._containers = {root.id: root}
            self._seen = set()
            self.repaired = True
        self._put_back_lost(root)
        return FormTree(root, self.repaired)

    def _put_back_lost(self, root: TreeElement) -> None:
        """Elements that no container lists go to the end of their parent, or of the form."""
        lost = {one: self._parent_id(one) for one in self._elements if one not in self._seen}
        heads = [one for one, parent in lost.items() if parent not in lost]
        for element_id in dict.fromkeys([*heads, *lost]):
            if element_id in self._seen:
                continue
            self.repaired = True
            parent = self._containers.get(lost[element_id] or "", root)
            if self._levels.get(parent.id, 0) + 1 >= MAX_LEVELS:
                parent = root
            level = self._levels.get(parent.id, 0) + 1
            element = self._element(element_id, parent.id, level)
            if element is not None:
                parent.children.append(element)

    def _free_id(self) -> str:
        free = "root"
        while free in self._elements:
            free += "_"
        return free

    def _parent_id(self, element_id: str) -> str | None:
        raw = self._elements[element_id]
        found = raw.get("parentId") if isinstance(raw, dict) else None
        return found if isinstance(found, str) else None

    def _element(self, element_id: str, parent: str | None, level: int) -> TreeElement | None:
        raw = self._elements.get(element_id)
        if not isinstance(raw, dict) or (element_id in self._containers):
            self.repaired = True
            return None
        self._seen.add(element_id)
        if raw.get("parentId") != parent or raw.get("id") != element_id:
            self.repaired = True
        kind, data = raw.get("type"), raw.get("data")
        element = TreeElement(element_id, str(kind), raw)
        if kind == "divider":
            self.repaired = self.repaired or data is not None
            element.raw = {key: one for key, one in raw.items() if key != "data"}
            return element
        if isinstance(data, dict):
            if kind == "container":
                return self._container(element, data, level)
            if kind == "node-field":
                return self._field(element, data)
            if element.kind in _TEXT_KINDS and isinstance(data.get("content"), str):
                element.content = data["content"]
                return element
        self.repaired = True
        return None

    def _container(self, element: TreeElement, data: dict[str, Any], level: int) -> TreeElement:
        layout, children = data.get("layout"), data.get("children")
        if layout not in ("row", "column") or not isinstance(children, list):
            self.repaired = True
        element.layout = "row" if layout == "row" else "column"
        self._containers[element.id] = element
        self._levels[element.id] = level
        if level >= MAX_LEVELS or not isinstance(children, list):
            # Children of what lies too deep count as lost, and are put back higher up.
            return element
        for child_id in children:
            if not isinstance(child_id, str):
                self.repaired = True
                continue
            child = self._element(child_id, element.id, level + 1)
            if child is not None:
                element.children.append(child)
        return element

    def _field(self, element: TreeElement, data: dict[str, Any]) -> TreeElement | None:
        identifier = data.get("fieldIdentifier")
        names = (
            [identifier.get(key) for key in ("nodeId", "fieldName")]
            if isinstance(identifier, dict)
            else []
        )
        if not names or not all(isinstance(one, str) and one.strip() for one in names):
            self.repaired = True
            return None
        element.node_id, element.field_name = (str(one).strip() for one in names)
        shown = data.get("showDescription", True)
        element.show_description = shown is not False
        settings = parse_settings(data["settings"]) if "settings" in data else None
        if settings is SETTINGS_INVALID or not isinstance(shown, bool):
            self.repaired = True
        element.settings = settings if isinstance(settings, dict) else None
        return element
