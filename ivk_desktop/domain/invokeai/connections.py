"""Which connections hold (workflow spec 2.7): applied in file order, first wins."""

from __future__ import annotations

from typing import Final

from ivk_desktop.domain.invokeai.edges import CONNECTOR_IN, CONNECTOR_OUT, EdgeSet
from ivk_desktop.domain.invokeai.types import Cardinality, FieldType
from ivk_desktop.domain.invokeai.workflow import Edge, Node, Workflow
from ivk_desktop.domain.problems import Problem, Scope, Severity

_IF_INPUTS: Final = ("true_input", "false_input")
_WIDENING: Final = frozenset(
    {
        ("IntegerField", "FloatField"),
        ("IntegerField", "StringField"),
        ("FloatField", "StringField"),
    }
)


def keep_valid_edges(workflow: Workflow) -> None:
    """Drop edges that break a rule; each is reported with its reason."""
    accepted = EdgeSet(workflow.nodes)
    all_acyclic = EdgeSet(workflow.nodes, workflow.edges).acyclic()
    for edge in workflow.edges:
        reason = _endpoint_fault(edge, accepted)
        if reason is None and not edge.collapsed:
            reason = connection_fault(edge, accepted, check_cycles=not all_acyclic)
        if reason is None:
            accepted.add(edge)
        else:
            workflow.warnings.append(_dropped(edge, reason, accepted))
    workflow.edges = list(accepted)


def _dropped(edge: Edge, reason: str, edges: EdgeSet) -> Problem:
    ends = {
        "source": (edge.source, edge.source_handle),
        "target": (edge.target, edge.target_handle),
    }
    args: dict[str, str | int | float] = {}
    for end, (node_id, handle) in ends.items():
        node = edges.node(node_id)
        name = node.label if node is not None else node_id
        args[end] = name if edge.collapsed else f"{name}.{handle}"
    return Problem(f"edge_{reason}", args, Severity.WARNING, Scope.DOCUMENT, node_id=edge.target)


def _endpoint_fault(edge: Edge, edges: EdgeSet) -> str | None:
    source, target = edges.node(edge.source), edges.node(edge.target)
    if source is None or target is None:
        return "missing_node"
    for node in (source, target):
        if node.kind == "invocation" and node.template is None:
            return "unknown_type"
    if edge.collapsed:
        return None
    if source.template is not None and edge.source_handle not in source.template.outputs:
        return "missing_output"
    if target.template is not None and target.input_template(edge.target_handle) is None:
        return "missing_input"
    return None


def connection_fault(edge: Edge, edges: EdgeSet, *, check_cycles: bool = True) -> str | None:
    """Why ``edge`` may not be added to ``edges``, or ``None``."""
    if edge.source == edge.target:
        return "to_itself"
    source_node, target = edges.node(edge.source), edges.node(edge.target)
    if source_node is None or target is None:
        return "missing_node"
    if any(
        (one.source, one.source_handle) == (edge.source, edge.source_handle)
        for one in edges.into(edge.target, edge.target_handle)
    ):
        return "twice"
    source_type = _source_type(edge, edges)
    if source_type is None and not _is_open_connector(edge, source_node):
        return "missing_output"
    if target.kind == "connector":
        return _into_connector_fault(edge, source_type, edges, check_cycles)
    fault = _into_node_fault(edge, source_type, target, edges)
    if fault is not None or source_type is None or not check_cycles:
        return fault
    return "cycle" if _would_be_cyclic(edge, edges) else None


def _would_be_cyclic(edge: Edge, edges: EdgeSet) -> bool:
    """Whether there is a circle with this edge.

    As in the web UI, one that was there before counts too: connectors and collapsed edges may
    close one without being looked at.
    """
    return edges.reaches(edge.target, edge.source) or not edges.acyclic()


def _source_type(edge: Edge, edges: EdgeSet) -> FieldType | None:
    source = edges.source(edge)
    if source is None or source[0].template is None:
        return None
    output = source[0].template.outputs.get(source[1])
    return output.type if output else None


def _is_open_connector(edge: Edge, node: Node) -> bool:
    return node.kind == "connector" and edge.source_handle == CONNECTOR_OUT


def _into_connector_fault(
    edge: Edge, source_type: FieldType | None, edges: EdgeSet, check_cycles: bool
) -> str | None:
    if edge.target_handle != CONNECTOR_IN:
        return "missing_input"
    if edges.into(edge.target, CONNECTOR_IN):
        return "input_taken"
    if source_type is None:
        return None
    behind = edges.connector_edges(edge.target)
    staged = edges.without(frozenset(behind))
    for one in behind:
        target = edges.node(one.target)
        if target is not None and target.kind == "connector":
            continue
        direct = Edge(edge.source, edge.source_handle, one.target, one.target_handle)
        fault = connection_fault(direct, staged, check_cycles=check_cycles)
        if fault is not None:
            return fault
    return None


def _into_node_fault(
    edge: Edge, source_type: FieldType | None, target: Node, edges: EdgeSet
) -> str | None:
    template = target.input_template(edge.target_handle)
    if target.template is None or template is None:
        return "missing_input"
    if template.input == "direct":
        return "direct_input"
    if source_type is None:
        return _open_connector_fault(edge, template.type, edges)
    fault = _collect_fault(edge, source_type, target, edges) or _if_fault(
        edge, source_type, target, edges
    )
    if fault is not None:
        return fault
    taken = edges.into(edge.target, edge.target_handle)
    if taken and template.type.name != "CollectionItemField":
        return "input_taken"
    types = _if_output_types(edge, edges) or [source_type]
    if not all(types_connect(one, template.type) for one in types):
        return "types_differ"
    return None


def _open_connector_fault(edge: Edge, kind: FieldType, edges: EdgeSet) -> str | None:
    """All targets of a connector that nothing feeds must be able to take the same thing."""
    for one in edges.connector_edges(edge.source):
        target = edges.node(one.target)
        if target is None or target.kind == "connector":
            continue
        if (one.target, one.target_handle) == (edge.target, edge.target_handle):
            continue
        template = target.input_template(one.target_handle)
        if template is None or not _may_share(template.type, kind):
            return "types_differ"
    return None


def _collect_fault(edge: Edge, source_type: FieldType, target: Node, edges: EdgeSet) -> str | None:
    if target.type != "collect":
        return None
    if edge.target_handle == "item":
        item = _collected_type(target.id, edges)
        return "types_mixed" if item and not source_type.equals(item) else None
    source = edges.source(edge)
    if edge.target_handle == "collection" and source and source[0].type == "collect":
        ours, theirs = (_collected_type(one, edges) for one in (target.id, source[0].id))
        return "types_mixed" if ours and theirs and not theirs.equals(ours) else None
    return None


def _collected_type(node_id: str, edges: EdgeSet) -> FieldType | None:
    """The type of the items that a collect node takes, as far as it is settled."""
    seen: set[str] = set()
    while node_id not in seen:
        seen.add(node_id)
        feeding = edges.into(node_id, "item") or edges.into(node_id, "collection")
        if not feeding:
            return None
        source = edges.source(feeding[0])
        if source and source[0].type == "collect" and source[1] == "collection":
            node_id = source[0].id
            continue
        kind = _source_type(feeding[0], edges)
        return None if kind is None or kind.name == "CollectionField" else kind.item()
    return None


def _if_fault(edge: Edge, source_type: FieldType, target: Node, edges: EdgeSet) -> str | None:
    if target.type != "if" or edge.target_handle not in _IF_INPUTS:
        return None
    sibling = _IF_INPUTS[1 - _IF_INPUTS.index(edge.target_handle)]
    feeding = edges.into(target.id, sibling)
    if not feeding:
        return None
    other = _source_type(feeding[0], edges)
    return None if other is not None and _may_share(source_type, other) else "types_differ"


def _if_output_types(edge: Edge, edges: EdgeSet) -> list[FieldType]:
    """What an ``if`` node's value may be: the types of both its inputs."""
    source = edges.source(edge)
    if source is None or source[0].type != "if" or source[1] != "value":
        return []
    feeding = [one for name in _IF_INPUTS for one in edges.into(source[0].id, name)]
    return [kind for one in feeding if (kind := _source_type(one, edges)) is not None]


def _may_share(first: FieldType, second: FieldType) -> bool:
    """Whether one source could feed both."""
    if types_connect(first, second) or types_connect(second, first):
        return True
    cardinalities = {first.cardinality, second.cardinality}
    return (
        first.name == second.name
        and first.batch == second.batch
        and cardinalities == {Cardinality.SINGLE, Cardinality.COLLECTION}
    )


def types_connect(source: FieldType, target: FieldType) -> bool:
    """Whether an output of type ``source`` may feed an input of type ``target``."""
    if source.equals(target):
        return True
    if source.batch != target.batch:
        return False
    single, many = Cardinality.SINGLE, Cardinality.COLLECTION
    either = Cardinality.SINGLE_OR_COLLECTION
    fits = source.cardinality is target.cardinality or target.cardinality is either
    return (
        (source.name == "CollectionItemField" and target.cardinality is not many)
        or (source.cardinality is single and target.name == "CollectionItemField")
        or (target.cardinality is either and source.name == target.name)
        or (source.name == "CollectionField" and target.cardinality is not single)
        or (target.name == "CollectionField" and source.cardinality is many)
        or (fits and (source.name, target.name) in _WIDENING)
        or target.name == "AnyField"
        or (source.name == "AnyField" and fits)
    )
