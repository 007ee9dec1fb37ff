"""Connections: which hold, and connectors resolved both ways."""

from __future__ import annotations

import pytest

from ivk_desktop.domain.invokeai.connections import types_connect
from ivk_desktop.domain.invokeai.types import Cardinality, FieldType
from tests.domain.builder import Json, batch_of, codes, connector, edge, node, opened

ONE, MANY = Cardinality.SINGLE, Cardinality.COLLECTION
EITHER = Cardinality.SINGLE_OR_COLLECTION
INTEGER = node("i", "integer", value=1)
FLOAT = node("f", "float", value=1.5)
SUM = node("s", "add", a=2, b=3)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (FieldType("IntegerField"), FieldType("FloatField"), True),
        (FieldType("FloatField"), FieldType("IntegerField"), False),
        (FieldType("FloatField"), FieldType("StringField"), True),
        (FieldType("IntegerField", MANY), FieldType("FloatField", EITHER), True),
        (FieldType("IntegerField", EITHER), FieldType("FloatField"), False),
        (FieldType("CollectionItemField"), FieldType("ImageField"), True),
        (FieldType("CollectionItemField"), FieldType("ImageField", MANY), False),
        (FieldType("ImageField"), FieldType("CollectionItemField"), True),
        (FieldType("ImageField", MANY), FieldType("CollectionItemField"), False),
        (FieldType("CollectionField", MANY), FieldType("ImageField"), False),
        (FieldType("ImageField", MANY), FieldType("CollectionField", MANY), True),
        (FieldType("LatentsField", MANY), FieldType("AnyField"), True),
        (FieldType("AnyField"), FieldType("LatentsField"), True),
        (FieldType("IntegerField", MANY, True), FieldType("IntegerField", MANY), False),
        (
            FieldType("EnumField"),
            FieldType("SchedulerField", original=FieldType("EnumField")),
            True,
        ),
    ],
)
def test_types_connect_by_these_rules(source: FieldType, target: FieldType, expected: bool) -> None:
    assert types_connect(source, target) is expected


def graph_edges(nodes: list[Json], edges: list[Json]) -> tuple[list[str], list[str]]:
    """The graph's edges as ``a.b>c.d``, and the codes of what was left out."""
    handle = opened(nodes, edges)
    found = [
        ">".join(f"{end['node_id']}.{end['field']}" for end in (one["source"], one["destination"]))
        for one in batch_of(handle)["graph"]["edges"]
    ]
    return found, codes(handle.warnings)


@pytest.mark.parametrize(
    ("edges", "kept", "reasons"),
    [
        ([edge("i.value", "s.a")], ["i.value>s.a"], []),
        ([edge("i.value", "s.a")] * 2, ["i.value>s.a"], ["edge_twice"]),
        ([edge("i.value", "s.a"), edge("s.value", "s.b")], ["i.value>s.a"], ["edge_to_itself"]),
        ([edge("f.value", "s.a")], [], ["edge_types_differ"]),
        ([edge("nobody.value", "s.a")], [], ["edge_missing_node"]),
        ([edge("i.nothing", "s.a")], [], ["edge_missing_output"]),
        ([edge("i.value", "s.nothing")], [], ["edge_missing_input"]),
        ([edge("i.value", "u.x")], [], ["edge_unknown_type"]),
        ([edge("i.value", "s.a"), edge("s2.value", "s.a")], ["i.value>s.a"], ["edge_input_taken"]),
        ([edge("s.value", "s2.a"), edge("s2.value", "s.a")], ["s.value>s2.a"], ["edge_cycle"]),
        ([edge("i.value", "g.generator")], [], ["edge_direct_input"]),
    ],
)
def test_edges_that_break_a_rule_are_left_out(
    edges: list[Json], kept: list[str], reasons: list[str]
) -> None:
    nodes = [
        INTEGER,
        FLOAT,
        SUM,
        node("s2", "add", a=0, b=0),
        node("u", "unheard_of", x=1),
        node("g", "integer_generator"),
    ]
    found, warned = graph_edges(nodes, edges)
    assert found == kept
    assert [one for one in warned if one.startswith("edge_")] == reasons


def test_a_collection_takes_items_of_one_type() -> None:
    nodes = [INTEGER, FLOAT, SUM, node("c", "collect")]
    edges = [edge("i.value", "c.item"), edge("f.value", "c.item"), edge("s.value", "c.item")]
    found, warned = graph_edges(nodes, edges)
    assert found == ["i.value>c.item", "s.value>c.item"]
    assert warned == ["edge_types_mixed"]


def test_both_inputs_of_an_if_fit_each_other_and_its_target() -> None:
    nodes = [INTEGER, FLOAT, node("t", "string", value="x"), node("c", "if"), SUM]
    edges = [edge("i.value", "c.true_input"), edge("f.value", "c.false_input")]
    found, warned = graph_edges(nodes, [*edges, edge("c.value", "s.a")])
    assert found == ["i.value>c.true_input", "f.value>c.false_input"]
    assert warned == ["edge_types_differ"]


def test_connectors_are_walked_back_to_what_feeds_them() -> None:
    nodes = [INTEGER, SUM, connector("k"), connector("l"), connector("open")]
    edges = [
        edge("k.out", "l.in"),
        edge("l.out", "s.a"),
        edge("i.value", "k.in"),
        edge("open.out", "s.b"),
    ]
    assert graph_edges(nodes, edges) == (["i.value>s.a"], [])


def test_what_feeds_a_connector_must_fit_everything_behind_it() -> None:
    nodes = [FLOAT, SUM, connector("k")]
    edges = [edge("k.out", "s.a"), edge("f.value", "k.in")]
    assert graph_edges(nodes, edges) == ([], ["edge_types_differ"])


def test_connectors_in_a_ring_feed_nothing() -> None:
    nodes = [SUM, connector("k"), connector("l")]
    edges = [edge("k.out", "l.in"), edge("l.out", "k.in"), edge("l.out", "s.a")]
    handle = opened(nodes, edges)
    assert batch_of(handle)["graph"]["edges"] == []
    assert batch_of(handle)["graph"]["nodes"]["s"]["a"] == 2


def test_behind_a_ring_of_connectors_nothing_more_is_connected() -> None:
    nodes = [INTEGER, SUM, connector("k"), connector("l")]
    edges = [edge("k.out", "l.in"), edge("l.out", "k.in"), edge("i.value", "s.a")]
    assert graph_edges(nodes, edges) == ([], ["edge_cycle"])
    assert graph_edges(nodes, edges[::-1]) == (["i.value>s.a"], [])
