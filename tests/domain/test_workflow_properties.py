"""Whatever a workflow file holds: a form, or one error that says why not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ivk_desktop.domain.form import Choices, SubmitOptions
from ivk_desktop.domain.invokeai.access import Access
from ivk_desktop.domain.invokeai.document import read_bytes
from ivk_desktop.domain.invokeai.field_ids import make_field_id, split_field_id
from ivk_desktop.domain.invokeai.handle import WorkflowHandle
from ivk_desktop.domain.invokeai.inputs import node_path
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.words import SENTENCES
from tests.domain.builder import edge, load, node, workflow
from tests.domain.small_server import NODES

FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=12,
)
IDS = st.text(min_size=1, max_size=12) | st.sampled_from(
    ["__proto__", "it's", 'q"x', "a.b[0]", "\\", "*", "?(@)", "$", " a ", "\n", "%2E", "日本"]
)
TYPES = st.sampled_from([*NODES, "unheard_of"])
SOME_VALUES = ANYTHING | st.sampled_from(
    [
        {"image_name": "a.png"},
        {"key": "k", "hash": "h", "name": "n", "base": "sd-1", "type": "main"},
        {"model_name": "n", "base_model": "sd-1"},
        {"type": "integer_generator_arithmetic_sequence", "count": 3},
        {"type": "float_generator_linear_distribution", "count": 10**30},
        {"type": "string_generator_parse_string", "splitOn": "\\u12"},
        [{"lora": {"key": "k"}, "weight": 1}],
    ]
)


@st.composite
def nodes(draw: st.DrawFn) -> dict[str, Any]:
    node_type = draw(TYPES)
    known = list(NODES[node_type][2]) if node_type in NODES else ["x"]
    names = draw(st.lists(st.sampled_from([*known, "extra", "*"]), unique=True, max_size=4))
    values = {name: draw(SOME_VALUES) for name in names}
    made = node("?", node_type, version=draw(st.sampled_from([None, "1.0.0", "9.0.0"])), **values)
    made["id"] = draw(IDS)
    if draw(st.integers(0, 9)) == 0:
        made["type"] = draw(st.sampled_from(["notes", "connector", "current_image"]))
    return made


@st.composite
def workflows(draw: st.DrawFn) -> dict[str, Any]:
    drawn = draw(st.lists(nodes(), max_size=6))
    ends = [
        f"{one['id']}.{name}"
        for one in drawn
        for name in [*one["data"]["inputs"], "value", "integers", "collection", "in", "out"]
    ]
    pairs = draw(st.lists(st.tuples(*[st.sampled_from(ends)] * 2), max_size=8)) if ends else []
    identifiers = [
        {"nodeId": one["id"], "fieldName": name} for one in drawn for name in one["data"]["inputs"]
    ]
    made = workflow(drawn, [edge(*pair) for pair in pairs])
    made["exposedFields"] = draw(
        st.lists(st.sampled_from(identifiers), max_size=5) if identifiers else st.just([])
    )
    made["form"] = draw(st.none() | forms(identifiers))
    made["meta"]["version"] = draw(st.sampled_from(["1.0.0", "2.0.0", "3.0.0", "4.0.0", "5.0.0"]))
    made["kept"] = draw(ANYTHING)
    return made


def forms(identifiers: list[dict[str, Any]]) -> st.SearchStrategy[Any]:
    ids = st.sampled_from(["root", "a", "b", "c", "d", "e"])
    data = st.one_of(
        st.fixed_dictionaries(
            {"layout": st.sampled_from(["row", "column", 1]), "children": st.lists(ids, max_size=5)}
        ),
        st.fixed_dictionaries(
            {
                "fieldIdentifier": st.sampled_from([*identifiers, {}, {"nodeId": "x"}]),
                "settings": ANYTHING
                | st.fixed_dictionaries({"component": st.sampled_from(["slider", "dropdown", []])}),
            }
        ),
        st.fixed_dictionaries({"content": SCALARS}),
    )
    kinds = st.sampled_from(["container", "node-field", "heading", "text", "divider", "new", []])
    element = st.fixed_dictionaries({"id": ids, "type": kinds, "data": data, "parentId": ids})
    form = st.fixed_dictionaries(
        {"elements": st.dictionaries(ids, element | ANYTHING, max_size=6), "rootElementId": ids}
    )
    return form | ANYTHING


def check_words(problems: Sequence[Problem]) -> None:
    """Every problem has its sentence, and all arguments that the sentence names."""
    for problem in problems:
        assert SENTENCES[problem.code].format(**problem.args)


def use(handle: WorkflowHandle) -> None:
    """All that happens to a handle; problems must have their words."""
    readiness = handle.readiness(SubmitOptions(runs=2), Choices(frozenset(), frozenset()))
    check_words([*readiness.problems, *readiness.warnings, *handle.warnings])
    json.dumps(handle.request(SubmitOptions()).payload)
    handle.outline()
    handle.pending_generators()
    for item in handle.inputs:
        handle.set_value(item.field_id, handle.initial(item.field_id))


def attempt(document: Any, **more: Any) -> WorkflowHandle | None:
    try:
        return load(document, **more)
    except DomainError as error:
        refused = error.problem
    check_words([refused])
    return None


@FEW
@given(ANYTHING)
def test_any_json_opens_or_is_refused(document: Any) -> None:
    handle = attempt(document)
    if handle is not None:
        use(handle)


@FEW
@given(st.binary(max_size=60), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n"]))
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    try:
        read_bytes(start + data)
    except DomainError as error:
        refused = error.problem
    else:
        return
    check_words([refused])


@FEW
@given(workflows(), st.sampled_from(Access), st.booleans())
def test_any_workflow_of_any_parts_opens_and_can_be_used(
    document: dict[str, Any], access: Access, auto_form: bool
) -> None:
    handle = attempt(document, access=access, auto_form=auto_form)
    if handle is not None:
        use(handle)


@FEW
@given(workflows())
def test_a_workflow_saved_and_opened_again_is_the_same(document: dict[str, Any]) -> None:
    before = json.loads(json.dumps(document))
    handle = attempt(document)
    assert document == before
    if handle is None:
        return
    saved = handle.document()
    assert saved["kept"] == document["kept"]
    again = load(json.dumps(saved).encode())
    assert again.document() == saved
    assert [item.value for item in again.inputs] == [item.value for item in handle.inputs]
    assert again.outline() == handle.outline()


@FEW
@given(IDS, IDS)
def test_a_field_id_leads_back_to_node_and_input(node_id: str, name: str) -> None:
    assert split_field_id(make_field_id(node_id, name)) == (node_id, name)


@FEW
@given(IDS)
def test_the_path_of_any_node_id_leads_to_its_value(node_id: str) -> None:
    document = workflow([node("other", "add", a=1), node(node_id, "add", a=2, b=...)])
    handle = attempt(document)
    if not node_id.strip() or node_id.strip() == "other":
        return
    assert handle is not None
    assert not [one for one in handle.warnings if one.code == "path_drifted"]
    item = next(one for one in handle.inputs if one.node == node_id.strip() and one.name == "a")
    assert item.jsonpath == f"{node_path(node_id)}.data.inputs.a.value"
    assert item.datum is not None
    item.value = 5
    assert item.datum.value["value"] == 5
    assert handle.document()["nodes"][1]["data"]["inputs"]["a"]["value"] == 5
