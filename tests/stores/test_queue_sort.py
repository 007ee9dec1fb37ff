from __future__ import annotations

import random
from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from ivk_desktop.domain.jobs import BatchId, JobError, JobId, JobState, JobUpdate, QueueCounts
from ivk_desktop.domain.updates import JobChanged, JobsAdded, JobsRemoved, QueueSnapshot
from ivk_desktop.stores.batches import PRIVATE, GroupBy
from ivk_desktop.stores.queue_model import QueueModel
from ivk_desktop.stores.queue_order import Status
from ivk_desktop.stores.queue_rows import Column, RowId, RowKind
from ivk_desktop.stores.queue_sort import Sorting, natural
from tests.fakes import FakeBackend, a_job, a_picture, job_key
from tests.stores.queue_help import Session

S = JobState

pytestmark = pytest.mark.usefixtures("qapp")


def a_model(*jobs: Any, by: GroupBy = GroupBy.NONE) -> tuple[QueueModel, Session]:
    session = Session()
    session.apply(FakeBackend(queue={job.key.job_id: job for job in jobs}).snapshot())
    model = QueueModel(parent=session)
    model.set_group_by(by)
    model.add_session(session)
    return model, session


def names(model: QueueModel) -> str:
    found = (model.row_id(row) for row in range(model.rowCount()))
    return " ".join(row_id.native_id for row_id in found if row_id)


def both_ways(model: QueueModel, column: Column) -> tuple[str, str]:
    model.set_sorting(Sorting(column))
    up = names(model)
    model.set_sorting(Sorting(column, descending=True))
    return up, names(model)


def some_jobs() -> list[Any]:
    """Four jobs of four batches."""
    owl = {"title": "owl", "inputs": (("seed", "9"),), "user": "bob", "batch_id": BatchId("1")}
    tiger = {"title": "Tiger", "inputs": (("seed", "10"),), "user": "Ann"}
    pictures = (a_picture("a"), a_picture("b"))
    times = {"started_at": 1_000_005.0, "ended_at": 1_000_035.0}
    longer = {"started_at": 1_000_003.0, "ended_at": 1_000_103.0, "batch_id": BatchId("2")}
    fox = {"title": "fox", "started_at": 1_000_100.0, "batch_id": BatchId("3")}
    return [
        a_job(1, S.COMPLETED, **owl, **times, outputs=pictures),
        a_job(2, S.FAILED, **tiger, **longer, error=JobError("Oom", "no memory")),
        a_job(3, S.RUNNING, **fox, device="cuda:1"),
        a_job(10, S.PENDING, batch_id=BatchId("4")),
    ]


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        (Column.ID, "1 2 3 10", "10 3 2 1"),
        (Column.WORKFLOW, "3 1 2 10", "2 1 3 10"),
        (Column.INPUTS, "1 2 3 10", "2 1 3 10"),
        (Column.STATUS, "3 10 2 1", "1 2 10 3"),
        (Column.RUN_TIME, "1 2 3 10", "3 2 1 10"),
        (Column.WAIT_TIME, "2 1 3 10", "10 3 1 2"),
        (Column.DONE, "1 2 3 10", "3 10 2 1"),
        (Column.STARTED, "2 1 3 10", "3 1 2 10"),
        (Column.CREATED, "1 2 3 10", "10 3 2 1"),
        (Column.USER, "2 1 3 10", "1 2 3 10"),
        (Column.ERROR, "2 3 10 1", "2 3 10 1"),
        (Column.PICTURE, "1 3 10 2", "1 3 10 2"),
        (Column.DEVICE, "3 10 2 1", "3 10 2 1"),
    ],
)
def test_a_column_sorts_both_ways_and_what_is_empty_comes_last(
    column: Column, up: str, down: str
) -> None:
    model, _ = a_model(*some_jobs())
    assert both_ways(model, column) == (up, down)


def test_without_a_column_the_rows_stand_in_run_order_again() -> None:
    model, _ = a_model(*some_jobs())
    before = names(model)
    model.set_sorting(Sorting(Column.ID))
    assert names(model) != before
    model.set_sorting(None)
    assert names(model) == before == "3 10 2 1"


def test_a_row_that_changes_moves_to_where_it_belongs_now() -> None:
    model, session = a_model(*some_jobs())
    model.set_sorting(Sorting(Column.WORKFLOW))
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    session.apply(JobChanged(JobUpdate(job_key(10), title="emu")))
    session.settle()
    assert names(model) == "10 3 1 2"
    assert not resets


def test_items_are_sorted_within_their_group() -> None:
    model, session = a_model(
        *(a_job(n, S.COMPLETED, title="Owl", inputs=(("seed", str(20 - n)),)) for n in (1, 2, 3)),
        a_job(4, S.COMPLETED, title="Ape", batch_id=BatchId("b")),
        by=GroupBy.WORKFLOW,
    )
    model.set_sorting(Sorting(Column.INPUTS))
    model.set_folded(RowId(session.server_id, RowKind.WORKFLOW, "Owl"), False)
    assert names(model) == "Owl 3 2 1 Ape"
    model.set_sorting(Sorting(Column.WORKFLOW))
    assert names(model) == "Ape Owl 3 2 1"


def test_numbers_in_texts_count_as_numbers() -> None:
    assert natural("Seed 9") < natural("seed 10")  # type: ignore[operator]
    assert natural("") is None


def test_groups_tell_items_done_failed_and_time() -> None:
    model, _ = a_model(*some_jobs(), a_job(11, S.COMPLETED, private=True), by=GroupBy.USER)
    rows = {row.row_id.native_id: row for n in range(model.rowCount()) if (row := model.row(n))}
    assert set(rows) == {"bob", "Ann", "", PRIVATE}
    assert (rows["Ann"].total, rows["Ann"].ended, rows["Ann"].failed) == (1, 1, 1)
    assert rows["Ann"].run_s == 100.0
    assert rows["Ann"].user == "Ann"
    assert rows[""].state is S.RUNNING
    assert rows[PRIVATE].private


def test_the_same_items_have_one_state_and_one_time_however_they_are_gathered() -> None:
    jobs = (
        a_job(1, S.COMPLETED, title="Owl", user="Ann", started_at=0.0, ended_at=10.0),
        a_job(2, S.FAILED, title="Owl", user="Ann", started_at=30.0, ended_at=47.0),
    )
    told = set()
    for by in (GroupBy.BATCH, GroupBy.WORKFLOW, GroupBy.USER):
        model, _ = a_model(*jobs, by=by)
        row = model.row(0)
        assert row is not None
        told.add((row.state, row.run_s, row.done_at))
    assert told == {(S.FAILED, 27.0, 47.0)}


def test_a_workflow_of_one_item_is_a_group_all_the_same() -> None:
    model, session = a_model(a_job(1, S.COMPLETED, title="Owl"), by=GroupBy.WORKFLOW)
    row = model.row(0)
    assert row is not None
    assert row.can_fold
    model.set_folded(row.row_id, False)
    assert names(model) == "Owl 1"
    child = model.row(1)
    assert child is not None
    assert child.below is GroupBy.WORKFLOW
    assert model.job_keys(row.row_id) == (job_key(1),)
    assert model.parent_row(RowId(session.server_id, RowKind.ITEM, "1")) == row.row_id


def test_an_item_leaves_the_unknown_workflow_as_soon_as_its_name_is_known() -> None:
    model, session = a_model(
        a_job(1, S.COMPLETED), a_job(2, S.COMPLETED, batch_id=BatchId("b")), by=GroupBy.WORKFLOW
    )
    assert names(model) == ""
    assert model.rowCount() == 1
    session.apply(JobChanged(JobUpdate(job_key(2), title="Owl")))
    session.settle()
    assert sorted(names(model).split()) == ["Owl"]
    assert model.rowCount() == 2


def test_an_item_that_has_joined_a_folded_batch_is_found_there() -> None:
    session = Session()
    ids = tuple(JobId(str(n)) for n in (3, 2, 1))
    session.apply(QueueSnapshot(ids, (), QueueCounts(completed=3)))
    model = QueueModel(parent=session)
    model.add_session(session)
    item = model.row_id(1)
    assert item is not None
    told: list[str] = []
    model.rows_about_to_change.connect(lambda: told.append("before"))
    model.rows_changed.connect(lambda: told.append("after"))
    session.queue.take_records(ids, [a_job(n, S.COMPLETED) for n in (3, 2, 1)])
    session.settle()
    assert names(model) == "batch"
    assert model.find(item) is None
    assert model.find_near(item) == 0
    assert told == ["before", "after"]


@pytest.mark.parametrize("seed", range(12))
def test_sorted_rows_are_those_of_a_fresh_model_after_any_events(seed: int) -> None:
    chance = random.Random(seed)
    model, session = a_model(*some_jobs(), by=GroupBy(seed % 4))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    number = 20
    for _ in range(100):
        event = chance.random()
        known = [int(i) for i in session.queue.ids]
        if event < 0.2:
            name = chance.choice(["a", "b", None])
            batch = BatchId(name) if name else None
            user, private = chance.choice(["", "ann", "bob"]), chance.random() < 0.1
            session.apply(JobsAdded((a_job(number, batch_id=batch, user=user, private=private),)))
            number += 1
        elif event < 0.3 and known:
            session.apply(JobsRemoved((JobId(str(chance.choice(known))),)))
        elif event < 0.75 and known:
            state = chance.choice([S.RUNNING, S.COMPLETED, S.FAILED, S.PENDING])
            ended = 1_000_000.0 + chance.randrange(500) if state.ended else None
            update = JobUpdate(
                job_key(chance.choice(known)),
                state,
                title=chance.choice(["owl", "Fox", "ape"]),
                started_at=1_000_000.0,
                ended_at=ended,
                authoritative=True,
            )
            session.apply(JobChanged(update))
        elif event < 0.85:
            row_id = model.row_id(chance.randrange(max(1, model.rowCount())))
            if row_id is not None:
                model.set_folded(row_id, not model.is_folded(row_id))
        elif event < 0.95:
            model.set_sorting(Sorting(chance.choice(list(Column)), chance.random() < 0.5))
        else:
            model.set_filter(chance.choice(list(Status)), chance.choice(["", "owl", "user:ann"]))
        session.settle()
        shown = list(model._view.entries)
        model._view.rebuild()
        assert shown == model._view.entries
    del tester
