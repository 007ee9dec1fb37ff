"""Which jobs go where, and what a left-over entry of the journal means."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ivk_desktop.domain.invokeai.requeue import alike, recipes_of, request_of
from ivk_desktop.domain.jobs import BatchId, JobId, JobState
from ivk_desktop.domain.requeue import (
    REORDER_WITHIN,
    Move,
    Recipe,
    Step,
    Verdict,
    leads,
    placed,
    verdict,
)
from tests.fakes import a_job

ABCDE = [JobId(letter) for letter in "abcde"]


def place(moved: str, before: str | None) -> str | None:
    found = placed(ABCDE, set(map(JobId, moved)), JobId(before) if before else None)
    return None if found is None else "".join(found)


@pytest.mark.parametrize(
    ("moved", "before", "front"),
    [
        ("c", "a", "c"),
        ("ec", "a", "ce"),  # in the order in which they stand
        ("d", "b", "ad"),
        ("a", "c", "ba"),
        ("a", None, "bcdea"),
        ("ab", "c", ""),  # they stand there already
        ("b", "b", ""),
        ("bd", "b", "abd"),  # before one of themselves: before the next that stays
        ("e", None, ""),
    ],
)
def test_what_stands_before_the_new_place_goes_to_the_front_too(
    moved: str, before: str | None, front: str
) -> None:
    assert place(moved, before) == front


def test_a_place_further_back_is_refused() -> None:
    many = [JobId(str(number)) for number in range(100)]
    assert placed(many, [many[50]], many[REORDER_WITHIN]) is not None
    assert placed(many, [many[50]], many[REORDER_WITHIN + 1]) is None
    assert placed(many, [many[0]], None) is None


def test_jobs_lead_that_stand_before_all_others() -> None:
    assert leads(ABCDE, [JobId("b"), JobId("a")])
    assert not leads(ABCDE, [JobId("b")])
    assert not leads(ABCDE, ABCDE), "there are no others"


OLD = a_job(1, JobState.CANCELED)
MOVE = Move(BatchId("new"), Recipe("", BatchId("old"), (JobId("1"),), {}), (JobId("1"),), (None,))
PENDING, RAN = replace(OLD, state=JobState.PENDING), replace(OLD, started_at=1.0)
OTHER = replace(OLD, created_at=5.0)


@pytest.mark.parametrize(
    ("step", "taken", "old", "wanted"),
    [
        (Step.MEANT, 0, PENDING, Verdict.FORGET),
        (Step.MEANT, 0, OLD, Verdict.CANCEL),
        (Step.MEANT, 0, RAN, Verdict.FORGET),
        (Step.MEANT, 0, None, Verdict.FORGET),
        (Step.MEANT, 0, OTHER, Verdict.FORGET),
        (Step.READY, 0, None, Verdict.ENQUEUE),
        (Step.READY, 1, OLD, Verdict.FORGET),
        (Step.SENT, 1, OLD, Verdict.FORGET),
        (Step.SENT, 0, OLD, Verdict.ENQUEUE),
        (Step.SENT, 0, None, Verdict.ASK),
        (Step.SENT, 0, OTHER, Verdict.ASK),
    ],
)
def test_an_entry_that_was_left_over(step: Step, taken: int, old: Any, wanted: Verdict) -> None:
    move = replace(MOVE, step=step, born=(OLD.created_at,))
    jobs = {} if old is None else {old.key.job_id: old}
    assert verdict(move, taken, jobs) is wanted


# --- InvokeAI's records ------------------------------------------------------------------
def record(number: int, seed: int = 0, **fields: Any) -> dict[str, Any]:
    values = [{"node_path": "n", "field_name": "seed", "value": seed}]
    graph = {"id": f"g{number}", "nodes": {"n": {"type": "noise", "seed": seed}}, "edges": []}
    return {
        "item_id": number,
        "batch_id": "b",
        "origin": "workflows",
        "destination": None,
        "field_values": values,
        "session": {"graph": graph},
        "workflow": {"name": "Tiger", "nodes": []},
        **fields,
    }


def test_items_of_a_batch_come_as_one_recipe_with_their_values() -> None:
    (recipe,) = recipes_of([record(1, 7), record(2, 8), record(3, 9)])
    assert recipe.job_ids == ("1", "2", "3")
    assert (recipe.title, recipe.batch_id) == ("Tiger", "b")
    request = request_of(recipe, recipe.job_ids[1:], BatchId("new"), front=True)
    batch = request.payload["batch"]
    assert batch["data"] == [[{"node_path": "n", "field_name": "seed", "items": [8, 9]}]]
    assert (request.count, batch["runs"], request.payload["prepend"]) == (2, 1, True)
    assert batch["batch_id"] == "new"
    assert batch["origin"] == "workflows"
    assert "destination" not in batch


def test_items_without_values_are_runs_of_one_graph() -> None:
    (recipe,) = recipes_of([record(n, field_values=None) for n in (1, 2)])
    batch = request_of(recipe, recipe.job_ids, BatchId("new"), front=False).payload["batch"]
    assert batch["runs"] == 2
    assert "data" not in batch


def test_what_differs_in_more_than_its_values_is_a_recipe_of_its_own() -> None:
    other = record(2, 8)
    other["session"]["graph"]["nodes"]["n"]["type"] = "other"
    found = recipes_of([record(1, 7), other, record(3, 9), record(4, 9, batch_id="c")])
    assert [recipe.job_ids for recipe in found] == [("1",), ("2",), ("3",), ("4",)]
    assert not alike([record(1, 7), other])
    assert alike([record(1, 7), record(3, 9)])


@pytest.mark.parametrize(
    "fields",
    [
        {"session": {}},
        {"session": {"graph": {"nodes": {}, "edges": []}}},  # another user's
        {"session": None},
        {"session": {"graph": "text"}},
        {"parent_item_id": 9},
    ],
)
def test_what_cannot_be_enqueued_again_is_left_out(fields: dict[str, Any]) -> None:
    found = recipes_of([record(1), record(2, **fields), record(3)])
    assert [recipe.job_ids for recipe in found] == [("1",), ("3",)]


def test_strange_values_do_no_harm() -> None:
    values = [3, {"node_path": 1}, {"node_path": "gone", "field_name": "x", "value": 1}]
    (recipe,) = recipes_of([record(1, field_values=values, workflow="[", origin=4)])
    batch = request_of(recipe, recipe.job_ids, BatchId("new"), front=False).payload["batch"]
    assert set(batch) == {"batch_id", "graph", "runs"}
