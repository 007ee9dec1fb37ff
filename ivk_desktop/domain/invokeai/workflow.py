"""A document opened for work: its own copy of what may change, and typed views on it.

The copy is shallow where nothing changes: values are replaced, never changed in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ivk_desktop.domain.invokeai import migration
from ivk_desktop.domain.invokeai.document import WorkflowDefinition
from ivk_desktop.domain.invokeai.dynamic_inputs import dynamic_templates
from ivk_desktop.domain.invokeai.types import (
    EXTRA_INPUT_TYPES,
    InputTemplate,
    NodeTemplate,
    is_executable,
)
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import DomainError, Problem, Scope, Severity

TEXT_KEYS: Final = ("name", "author", "description", "version", "contact", "tags", "notes")
_KINDS: Final = frozenset({"invocation", "notes", "connector"})
_DEFAULT_VERSION: Final = "1.0.0"

Instance = dict[str, Any]
"""One input as the document has it: ``name``, ``label``, ``description``, ``value``."""


@dataclass(slots=True)
class Node:
    """One node. ``data`` and ``inputs`` are the live parts of the working document."""

    id: str
    raw_id: str
    """The id as the document writes it, with its blanks."""
    kind: str
    type: str
    version: str
    data: dict[str, Any]
    inputs: dict[str, Instance]
    template: NodeTemplate | None = None
    dynamic: Mapping[str, InputTemplate] = field(default_factory=dict)
    outdated: bool = False
    """The server has another major version of this node's type."""

    @property
    def label(self) -> str:
        """The author's label, else the template's title, else the type."""
        own = self.data.get("label")
        if isinstance(own, str) and own:
            return own
        return self.template.title if self.template else self.type

    @property
    def executable(self) -> bool:
        """Whether the server runs this node."""
        return self.kind == "invocation" and is_executable(self.type)

    @property
    def takes_extras(self) -> bool:
        """Whether inputs that the template does not know are kept."""
        return self.type in EXTRA_INPUT_TYPES

    def input_template(self, name: str) -> InputTemplate | None:
        """The template of one input, or ``None`` where the server has no such input."""
        found = self.dynamic.get(name)
        if found is None and self.template is not None:
            found = self.template.inputs.get(name)
        return found

    def value(self, name: str) -> Any | Unset:
        """The stored value; JSON ``null`` is no value."""
        instance = self.inputs.get(name)
        found = instance.get("value") if instance is not None else None
        return UNSET if found is None else found

    def text(self, name: str, key: str) -> str:
        """``label`` or ``description`` of an input, empty where there is none."""
        found = self.inputs[name].get(key) if name in self.inputs else None
        return found if isinstance(found, str) else ""


@dataclass(frozen=True, slots=True)
class Edge:
    """One connection. A collapsed edge is only drawn and has no handles."""

    source: str
    source_handle: str
    target: str
    target_handle: str
    collapsed: bool = False


@dataclass(slots=True)
class Workflow:
    """A document with its nodes by id, in file order, and its edges."""

    definition: WorkflowDefinition
    document: dict[str, Any]
    nodes: dict[str, Node]
    edges: list[Edge]
    warnings: list[Problem] = field(default_factory=list)

    def invocations(self) -> Iterator[Node]:
        """The nodes that stand for an invocation, in file order."""
        return (node for node in self.nodes.values() if node.kind == "invocation")

    def warn(self, code: str, node: Node | None = None, **args: str | int | float) -> None:
        """Note something that has been mended or left out."""
        scope = Scope.NODE if node else Scope.DOCUMENT
        node_id = node.id if node else None
        self.warnings.append(Problem(code, args, Severity.WARNING, scope, node_id=node_id))


def open_workflow(
    definition: WorkflowDefinition, templates: Mapping[str, NodeTemplate]
) -> Workflow:
    """Copy a document for work, migrated to the current schema.

    Raises:
        DomainError: it is malformed beyond repair.
    """
    raw = definition.raw
    first = definition.version == "1.0.0"
    raw_nodes, raw_edges = raw.get("nodes", [] if first else None), raw.get("edges", [])
    if not isinstance(raw_nodes, list):
        raise _malformed("nodes")
    if not isinstance(raw_edges, list) or ("edges" not in raw and not first):
        raise _malformed("edges")
    document = {key: value for key, value in raw.items() if key != "id"}
    document["meta"] = migration.migrated_meta(raw.get("meta"), definition.version)
    for key in TEXT_KEYS:
        document[key] = definition.text(key)
    if not isinstance(document.get("exposedFields"), list):
        document["exposedFields"] = []
    workflow = Workflow(definition, document, {}, [])
    workflow.warnings.extend(migration.version_warnings(definition.version))
    document["nodes"] = [
        copied for raw_node in raw_nodes if (copied := _open_node(workflow, raw_node, templates))
    ]
    document["edges"] = list(raw_edges)
    workflow.edges = [_read_edge(raw_edge) for raw_edge in raw_edges]
    if sum(node.type == "workflow_return" for node in workflow.invocations()) > 1:
        raise DomainError(Problem("workflow_two_returns"))
    return workflow


def _malformed(what: str) -> DomainError:
    return DomainError(Problem("workflow_malformed", {"what": what}))


def _open_node(
    workflow: Workflow, raw: object, templates: Mapping[str, NodeTemplate]
) -> dict[str, Any] | None:
    """Copy one node and note it; ``None`` for one that is of no kind a workflow can hold."""
    if not isinstance(raw, dict):
        raise _malformed("nodes")
    kind, raw_id, raw_data = raw.get("type"), raw.get("id"), raw.get("data")
    if not isinstance(kind, str) or kind not in _KINDS:
        workflow.warn("node_kind_skipped", kind=str(kind)[:100])
        return None if kind == "current_image" else raw
    node_id = raw_id.strip() if isinstance(raw_id, str) else ""
    if not node_id or not isinstance(raw_id, str) or not isinstance(raw_data, dict):
        raise _malformed("nodes")
    data = dict(raw_data)
    node = Node(node_id, raw_id, kind, kind, "", data, {})
    if kind == "invocation":
        _open_invocation(node, workflow, templates)
    if node_id in workflow.nodes:
        workflow.warn("node_id_twice", node, label=node.label)
    else:
        workflow.nodes[node_id] = node
    return {**raw, "data": data}


def _open_invocation(node: Node, workflow: Workflow, templates: Mapping[str, NodeTemplate]) -> None:
    data = node.data
    node_type, raw_inputs = data.get("type"), data.get("inputs")
    if not isinstance(node_type, str) or not node_type.strip():
        raise _malformed("nodes")
    if not isinstance(raw_inputs, dict) or not all(
        isinstance(instance, dict) for instance in raw_inputs.values()
    ):
        raise _malformed("inputs")
    node.type = node_type.strip()
    node.template = templates.get(node.type)
    version = data.get("version") or _DEFAULT_VERSION
    if not isinstance(version, str) or migration.parse_version(version) is None:
        raise _malformed("version")
    node.version = data["version"] = version
    old = migration.strips_instances(workflow.definition.version)
    for name, instance in raw_inputs.items():
        copied = migration.strip_instance(instance) if old else dict(instance)
        copied.setdefault("name", name)
        node.inputs[name] = copied
    data["inputs"] = node.inputs
    _fill_flags(node, old)
    node.dynamic = dynamic_templates(data.get("dynamicInputTemplates"))


def _fill_flags(node: Node, old: bool) -> None:
    data = node.data
    if old:
        for key in ("outputs", "embedWorkflow"):
            data.pop(key, None)
    pack = node.template.node_pack if node.template else "Unknown"
    data.setdefault("nodePack", pack if old else "invokeai")
    for key, default in (("label", ""), ("notes", "")):
        if not isinstance(data.get(key), str):
            data[key] = default
    intermediate = node.type != "save_image"
    for key, flag in (("isOpen", True), ("isIntermediate", intermediate), ("useCache", True)):
        if not isinstance(data.get(key), bool):
            data[key] = flag


def _read_edge(raw: object) -> Edge:
    if not isinstance(raw, dict) or raw.get("type") not in ("default", "collapsed"):
        raise _malformed("edges")
    collapsed = raw["type"] == "collapsed"
    keys = ("source", "sourceHandle", "target", "targetHandle")
    ends = [raw.get(key) for key in keys]
    if collapsed:
        ends[1] = ends[3] = "-"
    if not all(isinstance(end, str) and end.strip() for end in ends):
        raise _malformed("edges")
    source, source_handle, target, target_handle = (str(end).strip() for end in ends)
    return Edge(source, source_handle, target, target_handle, collapsed)
