"""The queues of several servers as one table."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobKey, JobState, JobUpdate, QueueCounts
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import JobChanged, JobsAdded, QueueSnapshot
from ivk_desktop.stores.batches import GroupBy
from ivk_desktop.stores.queue_model import QueueModel
from ivk_desktop.stores.queue_rows import Column, RowId, RowKind
from ivk_desktop.stores.queue_sort import Sorting
from tests.fakes import FakeBackend, a_job
from tests.stores.queue_help import Session

S = JobState
LAB, ATTIC = ServerId("lab"), ServerId("attic")

pytestmark = pytest.mark.usefixtures("qapp")


def job(server: ServerId, number: int, state: JobState = S.PENDING, **fields: Any) -> Job:
    fields.setdefault("batch_id", None)
    return replace(a_job(number, state, **fields), key=JobKey(server, JobId(str(number))))


def session(server: ServerId, *jobs: Job) -> Session:
    made = Session(server_id=server)
    made.name = str(server)
    made.apply(FakeBackend(queue={one.key.job_id: one for one in jobs}).snapshot())
    return made


def model_of(*sessions: Session, by: GroupBy = GroupBy.BATCH) -> QueueModel:
    model = QueueModel()
    for one in sessions:
        model.add_session(one)
    model.set_group_by(by)
    return model


def names(model: QueueModel) -> list[str]:
    rows = (model.row_id(row) for row in range(model.rowCount()))
    return [f"{row_id.server_id} {row_id.native_id}" for row_id in rows if row_id]


def change(of: Session, number: int, state: JobState, **fields: Any) -> None:
    key = JobKey(of.server_id, JobId(str(number)))
    of.apply(JobChanged(JobUpdate(key, state, **fields)))
    of.settle()


def test_running_stand_first_then_pending_as_submitted_then_ended_newest_first() -> None:
    lab = session(
        LAB,
        job(LAB, 1001, S.COMPLETED, created_at=100.0, ended_at=900.0),
        job(LAB, 1002, S.COMPLETED, created_at=200.0, ended_at=250.0),
        job(LAB, 1003, S.RUNNING, created_at=300.0),
        job(LAB, 1004, created_at=400.0),
    )
    attic = session(
        ATTIC,
        job(ATTIC, 1, S.FAILED, created_at=210.0, ended_at=300.0),
        job(ATTIC, 2, S.RUNNING, created_at=310.0),
        job(ATTIC, 3, created_at=350.0),
        job(ATTIC, 4, created_at=450.0),
    )
    assert names(model_of(lab, attic)) == [
        "lab 1003",
        "attic 2",
        "attic 3",
        "lab 1004",
        "attic 4",
        "lab 1001",
        "attic 1",
        "lab 1002",
    ]


def test_batches_of_servers_stand_by_when_they_ended() -> None:
    old, new = BatchId("old"), BatchId("new")
    lab = session(
        LAB,
        *(job(LAB, n, S.COMPLETED, batch_id=new, ended_at=500.0 + n) for n in (51, 52)),
        *(job(LAB, n, S.COMPLETED, batch_id=old, ended_at=100.0 + n) for n in (1, 2)),
    )
    attic = session(
        ATTIC,
        *(job(ATTIC, n, S.COMPLETED, batch_id=BatchId("mid"), ended_at=300.0) for n in (1, 2)),
    )
    model = model_of(lab, attic)
    assert names(model) == ["lab new", "attic mid", "lab old"]
    model.set_folded(RowId(ATTIC, RowKind.BATCH, "mid"), False)
    assert names(model) == ["lab new", "attic mid", "attic 2", "attic 1", "lab old"]


def test_a_server_that_is_hidden_and_shown_again_brings_its_rows_back() -> None:
    lab, attic = session(LAB, job(LAB, 1)), session(ATTIC, job(ATTIC, 1), job(ATTIC, 2))
    model = model_of(lab, attic)
    before = names(model)
    model.remove_session(lab)
    assert names(model) == ["attic 1", "attic 2"]
    model.add_session(lab)
    assert names(model) == before
    model.remove_session(attic)
    model.add_session(attic)
    assert sorted(names(model)) == sorted(before)


def test_groups_of_two_servers_never_get_into_each_other() -> None:
    """Both have items of the same numbers, times and batch names."""
    batch = BatchId("same")
    both = [
        session(one, *(job(one, n, S.COMPLETED, batch_id=batch, ended_at=5.0) for n in (1, 2)))
        for one in (LAB, ATTIC)
    ]
    model = model_of(*both)
    model.remove_session(both[0])
    model.add_session(both[0])
    for one in (LAB, ATTIC):
        model.set_folded(RowId(one, RowKind.BATCH, "same"), False)
    assert len(names(model)) == 6
    model.set_folded(RowId(LAB, RowKind.BATCH, "same"), True)
    assert len(names(model)) == 4
    assert sum(name.startswith("attic") for name in names(model)) == 3


def test_what_is_read_later_stays_in_its_row_until_all_of_it_is_known() -> None:
    lab = session(LAB, job(LAB, 1, S.COMPLETED, ended_at=1000.0))
    attic = Session(server_id=ATTIC)
    known = [job(ATTIC, n, S.COMPLETED, ended_at=float(n)) for n in range(1, 41)]
    ids = tuple(one.key.job_id for one in reversed(known))
    attic.apply(QueueSnapshot(ids, (known[-1],), QueueCounts(completed=40)))
    model = model_of(lab, attic)
    model.layout_changed.connect(lambda: None)
    before = names(model)
    assert before[:2] == ["lab 1", "attic 40"]
    attic.apply(JobsAdded(tuple(known[10:20])))
    attic.settle()
    assert names(model) == before
    attic.apply(JobsAdded(tuple(known)))
    attic.settle()
    assert names(model) == names(model_of(lab, attic))


def test_sorted_by_a_column_servers_mix() -> None:
    lab = session(LAB, job(LAB, 1, title="Bear"), job(LAB, 2, title="Owl"))
    attic = session(ATTIC, job(ATTIC, 1, title="Cat"))
    model = model_of(lab, attic, by=GroupBy.NONE)
    model.set_sorting(Sorting(Column.WORKFLOW))
    assert names(model) == ["lab 1", "attic 1", "lab 2"]
    model.set_sorting(Sorting(Column.SERVER))
    assert names(model)[0] == "attic 1"


@pytest.mark.parametrize("by", [GroupBy.NONE, GroupBy.BATCH])
@pytest.mark.parametrize("seed", range(3))
def test_whatever_happens_the_table_is_as_if_laid_out_anew(by: GroupBy, seed: int) -> None:
    rand = random.Random(seed)
    sessions = [session(LAB), session(ATTIC)]
    model = model_of(*sessions, by=by)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester is not None
    states: dict[JobKey, JobState] = {}
    clock = 1000.0
    for step in range(70):
        clock += 1.0
        one = rand.choice(sessions)
        waiting = [k for k, s in states.items() if k.server_id == one.server_id and not s.ended]
        if waiting and rand.random() < 0.6:
            key = rand.choice(waiting)
            if states[key] is S.PENDING:
                states[key] = S.RUNNING
                change(one, int(key.job_id), S.RUNNING, sequence=1)
            else:
                states[key] = rand.choice([S.COMPLETED, S.FAILED])
                change(one, int(key.job_id), states[key], sequence=2, ended_at=clock)
        else:
            new = job(one.server_id, step + 1, created_at=clock, batch_id=BatchId(f"b{step // 4}"))
            states[new.key] = S.PENDING
            one.apply(JobsAdded((new,)))
            one.settle()
    assert names(model) == names(model_of(*sessions, by=by))
