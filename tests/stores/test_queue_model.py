from __future__ import annotations

import random
from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from ivk_desktop.domain.jobs import BatchId, JobError, JobId, JobState, JobUpdate, QueueCounts
from ivk_desktop.domain.updates import JobChanged, JobsAdded, JobsRemoved, QueueSnapshot
from ivk_desktop.stores.batches import GroupBy
from ivk_desktop.stores.queue_model import QueueModel, Role
from ivk_desktop.stores.queue_order import Status
from ivk_desktop.stores.queue_rows import Column, RowId, RowKind
from tests.fakes import FakeBackend, a_job, a_picture, job_key
from tests.stores.queue_help import Session

S = JobState

pytestmark = pytest.mark.usefixtures("qapp")


def a_session(*jobs: Any) -> Session:
    session = Session()
    session.apply(FakeBackend(queue={job.key.job_id: job for job in jobs}).snapshot())
    return session


def a_model(session: Session) -> QueueModel:
    model = QueueModel()
    model.add_session(session)
    return model


def three_batches() -> Session:
    return a_session(
        *(a_job(n, S.COMPLETED, batch_id=BatchId("old")) for n in (1, 2)),
        *(a_job(n, batch_id=BatchId("next")) for n in (3, 4)),
        a_job(5, S.RUNNING, batch_id=BatchId("now")),
        a_job(6, batch_id=BatchId("now")),
    )


def names(model: QueueModel) -> list[str]:
    found = (model.row_id(row) for row in range(model.rowCount()))
    return [row_id.native_id for row_id in found if row_id]


def change(session: Session, number: int, state: JobState, sequence: int = 1, **f: Any) -> None:
    session.apply(JobChanged(JobUpdate(job_key(number), state, sequence=sequence, **f)))
    session.settle()


def batch(session: Session, name: str) -> RowId:
    return RowId(session.server_id, RowKind.BATCH, name)


def test_batches_stand_running_first_then_pending_then_ended() -> None:
    assert names(a_model(three_batches())) == ["now", "next", "old"]


def test_a_batch_unfolds_to_its_items_and_folds_again() -> None:
    session = three_batches()
    model = a_model(session)
    model.set_folded(batch(session, "now"), False)
    assert names(model) == ["now", "5", "6", "next", "old"]
    row = model.row(1)
    assert row is not None
    assert row.is_child
    model.set_folded(batch(session, "now"), True)
    assert names(model) == ["now", "next", "old"]


def test_a_batch_that_has_begun_stays_up_between_two_of_its_items() -> None:
    session = three_batches()
    model = a_model(session)
    moves: list[object] = []
    model.rowsMoved.connect(lambda *args: moves.append(args))
    change(session, 5, S.COMPLETED)
    assert names(model)[0] == "now"
    assert moves == []
    change(session, 6, S.COMPLETED)
    assert names(model) == ["next", "now", "old"]


def test_a_change_is_told_as_one_narrow_span() -> None:
    session = three_batches()
    model = a_model(session)
    spans: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda a, b: spans.append((a.row(), b.row())))
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(None))
    change(session, 3, S.PENDING, user="ann")
    assert spans == [(1, 1)]
    assert resets == []


def test_a_batch_row_sums_up_its_items() -> None:
    session = a_session(
        a_job(1, S.COMPLETED, title="Tiger", inputs=(("CFG", "4"),), outputs=(a_picture("1.png"),)),
        a_job(2, S.RUNNING, title="Tiger", inputs=(("CFG", "10"),)),
        a_job(3, title="Tiger", inputs=(("CFG", "6"),)),
    )
    row = a_model(session).row(0)
    assert row is not None
    assert (row.title, row.total, row.ended, row.state) == ("Tiger", 3, 1, S.RUNNING)
    assert row.ranges == (("CFG", "4", "10"),)
    assert row.fraction == pytest.approx(1 / 3)
    assert row.thumbnail == a_picture("1.png")


def test_a_batch_of_one_item_shows_that_item() -> None:
    session = a_session(a_job(1, S.FAILED, error=JobError("Oom", "out of memory")))
    row = a_model(session).row(0)
    assert row is not None
    assert (row.can_fold, row.error) == (False, "out of memory")


def test_without_batches_every_item_is_a_row() -> None:
    model = a_model(three_batches())
    model.set_group_by(GroupBy.NONE)
    assert names(model) == ["5", "3", "4", "6", "2", "1"]


def test_rows_of_jobs_that_are_gone_already_want_nothing() -> None:
    session = three_batches()
    model = a_model(session)
    change(session, 5, S.COMPLETED)  # the next frame is not due yet
    session.apply(JobsRemoved((JobId("1"), JobId("2"))))
    assert "old" in names(model)
    model.want(0, model.rowCount() - 1)
    session.settle()
    assert "old" not in names(model)


def test_a_chip_shows_batches_with_such_items_and_only_those_below() -> None:
    session = three_batches()
    model = a_model(session)
    model.set_folded(batch(session, "now"), False)
    model.set_filter(Status.PENDING, "")
    assert names(model) == ["now", "6", "next"]
    change(session, 6, S.RUNNING)
    assert names(model) == ["next"]
    change(session, 3, S.FAILED)
    change(session, 4, S.FAILED)
    assert names(model) == []


def test_the_text_filter_finds_inputs_errors_and_ids() -> None:
    session = a_session(
        a_job(1, batch_id=None, title="Tiger", inputs=(("prompt", "a Red fox"),)),
        a_job(2, S.FAILED, batch_id=None, error=JobError("Oom", "out of memory")),
    )
    model = a_model(session)
    model.set_filter(Status.ALL, "red tiger")
    assert names(model) == ["1"]
    model.set_filter(Status.ALL, "memory")
    assert names(model) == ["2"]
    model.set_filter(Status.ALL, "")
    assert len(names(model)) == 2


def test_an_item_whose_record_comes_later_joins_its_batch() -> None:
    session = Session()
    ids = tuple(JobId(str(n)) for n in (3, 2, 1))
    session.apply(QueueSnapshot(ids, (), QueueCounts(completed=3)))
    model = a_model(session)
    assert names(model) == ["3", "2", "1"]
    session.queue.take_records(ids[:2], [a_job(3, S.COMPLETED), a_job(2, S.COMPLETED)])
    session.settle()
    assert names(model) == ["batch", "1"]


def test_progress_of_an_item_reaches_its_row_and_its_batch() -> None:
    session = three_batches()
    model = a_model(session)
    model.set_folded(batch(session, "now"), False)
    spans: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda a, b: spans.append((a.row(), b.row())))
    session.progress.changed.emit(job_key(5))
    assert spans == [(0, 1)]


def test_data_gives_rows_and_words() -> None:
    model = QueueModel(lambda row, column: f"{row.row_id.native_id} {column.name}")
    model.add_session(three_batches())
    index = model.index(0, Column.STATUS)
    assert index.data() == "now STATUS"
    assert model.data(index, Role.ROW) is model.row(0)


@pytest.mark.parametrize("seed", range(12))
def test_after_any_events_the_rows_are_those_of_a_fresh_model(seed: int) -> None:
    chance = random.Random(seed)
    session = three_batches()
    model = a_model(session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_group_by(GroupBy(seed % 4))
    number = 7
    for _ in range(120):
        event = chance.random()
        known = [int(i) for i in session.queue.ids]
        if event < 0.2:
            name = chance.choice(["now", "next", "x", "y", None])
            job = a_job(number, batch_id=BatchId(name) if name else None, title="T")
            session.apply(JobsAdded((job,)))
            number += 1
        elif event < 0.3 and known:
            session.apply(JobsRemoved((JobId(str(chance.choice(known))),)))
        elif event < 0.8 and known:
            state = chance.choice([S.RUNNING, S.COMPLETED, S.FAILED, S.PENDING])
            update = JobUpdate(job_key(chance.choice(known)), state, authoritative=True)
            session.apply(JobChanged(update))
        elif event < 0.9:
            row_id = model.row_id(chance.randrange(max(1, model.rowCount())))
            if row_id is not None:
                model.set_folded(row_id, not model.is_folded(row_id))
        elif event < 0.95:
            model.set_filter(chance.choice(list(Status)), "")
        session.settle()
        shown = list(model._view.entries)
        model._view.rebuild()
        assert shown == model._view.entries
    del tester


def test_rows_of_a_queue_in_another_order_are_those_of_the_server() -> None:
    session = Session()
    session.apply(FakeBackend(queue=jobs_of(1, 2, 4, 5)).snapshot())
    model = QueueModel(parent=session)
    model.set_group_by(GroupBy.NONE)
    model.add_session(session)
    session.apply(FakeBackend(queue=jobs_of(1, 3, 4)).snapshot())
    session.settle()
    assert sorted(shown_ids(model)) == ["1", "3", "4"]


def test_the_loss_of_most_of_a_long_queue_leaves_the_rest_and_its_counts() -> None:
    session = Session()
    session.apply(FakeBackend(queue=jobs_of(*range(1, 1201))).snapshot())
    model = QueueModel(parent=session)
    model.set_group_by(GroupBy.NONE)
    model.add_session(session)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    session.apply(JobsRemoved(tuple(JobId(str(n)) for n in range(3, 1201))))
    session.settle()
    assert sorted(shown_ids(model)) == ["1", "2"]
    assert len(resets) == 1
    assert session.queue.counts.pending == 2
    assert list(session.queue.pending) == ["1", "2"]
    assert session.queue.batches["batch"].total == 2


def jobs_of(*numbers: int) -> dict[JobId, Any]:
    return {JobId(str(n)): a_job(n) for n in numbers}


def shown_ids(model: QueueModel) -> list[str]:
    ids = (model.row_id(number) for number in range(model.rowCount()))
    return [row_id.native_id for row_id in ids if row_id is not None]
