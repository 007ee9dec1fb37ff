"""What details are made of: rows of nodes, pairs of inputs, JSON to be walked through."""

from __future__ import annotations

from typing import Any

from ivk_desktop.domain import json_walk
from ivk_desktop.domain.differences import input_pairs
from ivk_desktop.domain.form import FieldKind, FieldSpec
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.node_rows import node_rows
from ivk_desktop.domain.node_runs import Bar
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.records import JobRecord, NodeRecord
from ivk_desktop.domain.timeline import NodeTimes, Timeline
from ivk_desktop.domain.updates import NodeStatus
from tests.fakes import FakeForm, a_form, a_job

N = NodeStatus


def times(node_id: str, status: NodeStatus, *starts: float) -> NodeTimes:
    bars = tuple(Bar(start, 1.0, status) for start in starts)
    return NodeTimes(node_id, "add", f"Title {node_id}", status, bars, seconds=float(len(bars)))


def test_nodes_stand_in_the_order_they_ran_in_then_those_to_come() -> None:
    seen = Timeline(
        (times("a", N.PENDING), times("b", N.RUNNING, 2.0), times("c", N.COMPLETED, 0.5)), 3.0
    )
    rows = node_rows(None, seen)
    assert [row.node_id for row in rows] == ["c", "b", "a"]
    assert [row.seconds for row in rows] == [1.0, 1.0, None]


def test_a_record_adds_what_nodes_gave_and_a_timeline_when_they_ran() -> None:
    nodes = (NodeRecord("c", "add", "add", N.COMPLETED, 1, values=(("value", "5"),)),)
    record = JobRecord(a_job(1, JobState.COMPLETED), nodes)
    (row, *_) = node_rows(record, Timeline((times("c", N.COMPLETED, 0.5),), 3.0))
    assert (row.title, row.values, len(row.bars)) == ("Title c", (("value", "5"),), 1)
    (alone,) = node_rows(record, None)
    assert (alone.status, alone.seconds, alone.bars) == (N.COMPLETED, None, ())


def form_with(**values: Any) -> FakeForm:
    form = a_form()
    for name, value in values.items():
        form.values[FieldId(name)] = value
    return form


def differing(left: FakeForm, right: FakeForm) -> list[str]:
    return [pair.title for pair in input_pairs(left, right) if pair.differs]


def test_only_the_inputs_with_other_values_differ() -> None:
    assert differing(a_form(), a_form()) == []
    assert differing(a_form(), form_with(steps=30)) == ["Steps"]
    assert differing(form_with(steps=1), form_with(steps=1.0)) == []
    assert differing(form_with(steps=1), form_with(steps=True)) == ["Steps"]


def test_an_input_that_one_of_them_lacks_differs() -> None:
    other = a_form()
    extra = FieldSpec(FieldId("cfg"), FieldKind.FLOAT, "CFG")
    other.spec.fields[extra.id] = extra
    pairs = input_pairs(a_form(), other)
    assert [pair.title for pair in pairs] == ["Prompt", "Steps"]  # not on the form: not shown


def found(data: Any, text: str) -> list[json_walk.Path]:
    return [path for path in json_walk.matches(data, text) if path is not None]


def test_names_and_values_are_found_depth_first_in_any_case() -> None:
    data = {"Seed": 5, "nodes": [{"type": "noise"}, {"seed": {"x": "SEEDS"}}]}
    assert found(data, "seed") == [(0,), (1, 1, 0), (1, 1, 0, 0)]
    assert found(data, "true") == []
    assert found(7, "7") == []


def test_a_deep_document_is_walked_without_a_fault() -> None:
    data: Any = "leaf"
    for _ in range(5000):
        data = [data]
    assert len(found(data, "leaf")) == 1


def test_a_huge_text_is_summed_up_in_no_time() -> None:
    assert len(json_walk.summary("x" * 5_000_000)) == json_walk.SHOWN
    assert json_walk.summary({"a": 1}) == "{1}"
    assert json_walk.plain("as it is") == "as it is"


def test_what_runs_is_told_by_events_and_how_it_ended_by_the_record() -> None:
    running = Timeline((times("c", N.RUNNING, 0.5),), 3.0)
    done = JobRecord(a_job(1), (NodeRecord("c", "add", "add", N.COMPLETED, 1),))
    assert node_rows(done, running)[0].status is N.RUNNING
    failed = JobRecord(a_job(1), (NodeRecord("c", "add", "add", N.FAILED),))
    (row,) = node_rows(failed, Timeline((times("c", N.PENDING, 0.5, 1.5),), 3.0))
    assert row.status is N.FAILED
    assert [bar.status for bar in row.bars] == [N.PENDING, N.FAILED]
