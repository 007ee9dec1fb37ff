"""From a workflow to the neutral form that the window draws (workflow spec 1.6, 3)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from ivk_desktop.domain.form import (
    Component,
    Container,
    Divider,
    Element,
    FieldElement,
    FieldKind,
    FieldSpec,
    FormSpec,
    Heading,
    Layout,
    Limits,
    Text,
)
from ivk_desktop.domain.invokeai.edges import EdgeSet
from ivk_desktop.domain.invokeai.field_ids import make_field_id
from ivk_desktop.domain.invokeai.form_settings import default_settings, typed_settings
from ivk_desktop.domain.invokeai.form_tree import FormTree, TreeElement, empty_tree, read_tree
from ivk_desktop.domain.invokeai.types import InputTemplate
from ivk_desktop.domain.invokeai.update import renamed_field
from ivk_desktop.domain.invokeai.values import Values
from ivk_desktop.domain.invokeai.workflow import Node, Workflow
from ivk_desktop.domain.jobs import UNSET
from ivk_desktop.domain.problems import FieldId, Problem, Severity

SEED_MAXIMUM: Final = 4294967295


def lay_out(workflow: Workflow, values: Values, edges: EdgeSet, *, auto_form: bool) -> FormTree:
    """The form of a workflow: its own, else of its exposed fields, else one made up.

    ``auto_form`` makes one up where the document has none. Fields whose input is not there are
    taken out with a warning.
    """
    tree = read_tree(workflow.document.get("form"))
    broken = tree.repaired
    renamed = _rename(workflow, tree)
    exposed = _exposed(workflow)
    present = frozenset((node.id, name) for node in workflow.invocations() for name in node.inputs)
    if not tree.root.children and exposed:
        tree = _tree_of_exposed(exposed)
    gone = tree.prune(present)
    if broken and not tree.root.children and exposed:
        tree = _tree_of_exposed(exposed)
        tree.prune(present)
    _warn(workflow, gone, broken)
    _store(workflow, tree, broken=broken, changed=broken or renamed or bool(gone))
    if auto_form and not tree.root.children:
        tree = _made_up(workflow, values, edges)
    return tree


def _warn(workflow: Workflow, gone: list[TreeElement], broken: bool) -> None:
    for element in gone:
        args: dict[str, str | int | float] = {
            "node": element.node_id,
            "field": element.field_name,
        }
        workflow.warnings.append(
            Problem("form_field_gone", args, Severity.WARNING, node_id=element.node_id)
        )
    if broken:
        workflow.warn("form_repaired")


def _store(workflow: Workflow, tree: FormTree, *, broken: bool, changed: bool) -> None:
    """Put a mended form into the document: the web UI would refuse the broken one."""
    if changed and tree.root.children:
        workflow.document["form"] = tree.to_json()
    elif broken:
        workflow.document.pop("form", None)


def _rename(workflow: Workflow, tree: FormTree) -> bool:
    changed = False
    for element in tree.fields():
        node = workflow.nodes.get(element.node_id)
        if node is not None and node.kind == "invocation":
            name = renamed_field(node, element.field_name)
            changed = changed or name != element.field_name
            element.field_name = name
    return changed


def _exposed(workflow: Workflow) -> list[tuple[Node, InputTemplate]]:
    """The exposed fields that exist, under the names that they have now."""
    found = []
    kept = []
    for raw in workflow.document["exposedFields"]:
        names = [raw.get(key) for key in ("nodeId", "fieldName")] if isinstance(raw, dict) else []
        if not names or not all(isinstance(name, str) for name in names):
            continue
        node_id, name = (str(one).strip() for one in names)
        node = workflow.nodes.get(node_id)
        if node is not None and node.kind == "invocation":
            name = renamed_field(node, name)
            template = node.input_template(name)
            if template is not None:
                found.append((node, template))
        kept.append({**raw, "fieldName": name})
    workflow.document["exposedFields"] = kept
    return found


def _tree_of_exposed(exposed: list[tuple[Node, InputTemplate]]) -> FormTree:
    tree = empty_tree()
    tree.root.children = [_field(node, template, described=False) for node, template in exposed]
    return tree


def _field(node: Node, template: InputTemplate, *, described: bool) -> TreeElement:
    return TreeElement(
        id=f"node-field-{make_field_id(node.id, template.name)}",
        kind="node-field",
        node_id=node.id,
        field_name=template.name,
        show_description=described,
        settings=default_settings(template.type),
    )


def _made_up(workflow: Workflow, values: Values, edges: EdgeSet) -> FormTree:
    """A form of everything that can be edited, node by node, each under its label."""
    tree = empty_tree()
    tree.authored = False
    for node in workflow.invocations():
        slots = values.of(node.id)
        shown = [
            template
            for template in (node.template.display_order() if node.template else ())
            if template.name in slots
            and template.input != "connection"
            and slots[template.name].field_class.kind is not FieldKind.READ_ONLY
            and not edges.is_connected(node.id, template.name)
        ]
        shown.sort(key=lambda template: template.type.name == "BoardField")
        if shown:
            title = TreeElement(f"heading-{node.id}", "heading", content=node.label)
            fields = [_field(node, template, described=False) for template in shown]
            tree.root.children.extend([title, *fields])
    return tree


def outline(tree: FormTree) -> list[dict[str, Any]]:
    """The form tree as plain data, depth first, without element ids."""
    lines = []
    for depth, element in tree.walk():
        line: dict[str, Any] = {"depth": depth, "type": element.kind}
        if element.kind == "container":
            line["layout"] = element.layout
        elif element.kind == "node-field":
            line.update(
                nodeId=element.node_id,
                fieldName=element.field_name,
                showDescription=element.show_description,
            )
            if element.settings is not None:
                line["settings"] = element.settings
        elif element.kind != "divider":
            line["content"] = element.content
        lines.append(line)
    return lines


def build_spec(
    workflow: Workflow, values: Values, edges: EdgeSet, tree: FormTree, title: str
) -> FormSpec:
    """The neutral form of a tree."""
    fields: dict[FieldId, FieldSpec] = {}
    for element in tree.fields():
        spec = _field_spec(workflow, values, edges, element)
        fields.setdefault(spec.id, spec)
    root = _container(tree.root)
    return FormSpec(_form_id(workflow, tree), title, root, fields, tuple(workflow.warnings))


def _container(element: TreeElement) -> Container:
    layout = Layout.ROW if element.layout == "row" else Layout.COLUMN
    return Container(layout, tuple(_element(child) for child in element.children))


def _element(element: TreeElement) -> Element:
    if element.kind == "container":
        return _container(element)
    if element.kind == "node-field":
        field_id = make_field_id(element.node_id, element.field_name)
        return FieldElement(field_id, element.show_description)
    if element.kind == "divider":
        return Divider()
    return Heading(element.content) if element.kind == "heading" else Text(element.content)


def _field_spec(
    workflow: Workflow, values: Values, edges: EdgeSet, element: TreeElement
) -> FieldSpec:
    node, name = workflow.nodes[element.node_id], element.field_name
    field_id = make_field_id(node.id, name)
    label, description = node.text(name, "label"), node.text(name, "description")
    slot = values.get(node.id, name)
    if slot is None:
        return FieldSpec(field_id, FieldKind.READ_ONLY, label or name, description)
    template = slot.template
    look = slot.field_class.look(template, typed_settings(element.settings))
    title = label or template.title
    is_seed = slot.field_class.kind is FieldKind.INTEGER and _names_seed(name, title)
    choices, kind = look.choices, slot.field_class.kind
    return FieldSpec(
        id=field_id,
        kind=kind,
        title=title,
        description=description or template.description,
        required=template.required,
        connected=edges.is_connected(node.id, name),
        component=look.component,
        limits=_seed_limits(look.limits) if is_seed and look.limits else look.limits,
        choices=choices,
        models=template.models,
        placeholder=UNSET if template.default is None else template.default,
        minimum_items=template.bounds.min_items,
        maximum_items=template.bounds.max_items,
        is_seed=is_seed,
        video=_video_of(node) if look.component is Component.VIDEO_FRAME else None,
        group=node.label,
    )


def _video_of(node: Node) -> FieldId | None:
    return make_field_id(node.id, "video") if "video" in node.inputs else None


def _names_seed(name: str, title: str) -> bool:
    words = title.lower().replace("_", " ").split()
    return name == "seed" or name.endswith("_seed") or words in (["seed"], ["random", "seed"])


def _seed_limits(limits: Limits) -> Limits:
    return Limits(
        minimum=max(limits.minimum, 0),
        maximum=min(limits.maximum, SEED_MAXIMUM),
        step=limits.step,
        fine_step=limits.fine_step,
        multiple_of=limits.multiple_of,
        shuffle=limits.shuffle,
    )


def _form_id(workflow: Workflow, tree: FormTree) -> str:
    """The library's id, else a digest of nodes, types and form without values."""
    library_id = workflow.definition.workflow_id
    if library_id:
        return f"library:{library_id}"
    shape: Mapping[str, Any] = {
        "nodes": [[node.id, node.type] for node in workflow.invocations()],
        "form": outline(tree),
    }
    digest = hashlib.sha256(json.dumps(shape, sort_keys=True).encode()).hexdigest()
    return f"document:{digest[:32]}"
