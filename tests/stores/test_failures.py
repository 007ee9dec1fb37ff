"""Failures: folded, counted, kept over a restart, and gone only when they are dismissed."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.domain.jobs import Job, JobError, JobState
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.failure_table import FailureTable
from ivk_desktop.stores.failures import MOST_FOLDS, Failures
from tests.fakes import a_job, job_key

pytestmark = pytest.mark.usefixtures("qapp")
Run = Callable[[Coroutine[Any, Any, Any]], Any]
OOM = JobError("OutOfMemoryError", "Tried to allocate 2.00 GiB", "Traceback: line 1")


def failed(number: int, error: JobError | None = OOM, **fields: Any) -> Job:
    fields.setdefault("ended_at", 4_000_000_000.0 + number)
    return a_job(number, JobState.FAILED, error=error, **fields)


def test_the_same_error_is_one_entry_with_a_count() -> None:
    failures = Failures()
    failures.add_all([failed(1), failed(2, JobError(OOM.type, "Tried to allocate 14.5 GiB"))])
    failures.add_all([failed(3, JobError("OSError", "disk")), a_job(4, JobState.COMPLETED)])
    assert [(fold.error.type, fold.count) for fold in failures.folds] == [
        ("OSError", 1),
        ("OutOfMemoryError", 2),
    ]
    assert failures.count == failures.unseen_count == 3


def test_a_job_is_counted_once_however_often_it_is_told_of() -> None:
    failures = Failures()
    for _ in range(3):
        failures.add_all([failed(1)])
    assert failures.count == 1
    other = failed(1, created_at=9_000_000.0)  # the database was wiped: another job of that id
    failures.add_all([other])
    assert failures.count == 2


def test_what_is_told_later_completes_a_failure() -> None:
    failures = Failures()
    failures.add_all([failed(1, None)])
    assert failures.folds[0].error == JobError("", "")
    failures.add_all([failed(1, OOM, title="Owl")])
    assert [(fold.error, fold.title, fold.count) for fold in failures.folds] == [(OOM, "Owl", 1)]


def test_others_jobs_are_not_ours() -> None:
    failures = Failures()
    failures.add_all([failed(1, private=True)])
    assert failures.count == 0


def test_looking_at_them_calms_down_and_keeps_them() -> None:
    failures = Failures()
    failures.add_all([failed(1), failed(2)])
    failures.mark_seen()
    assert (failures.unseen_count, failures.count) == (0, 2)
    failures.add_all([failed(3)])
    assert failures.unseen_count == 1


def test_a_dismissed_failure_does_not_come_back_and_a_new_one_does() -> None:
    failures = Failures()
    failures.add_all([failed(1)])
    failures.dismiss(failures.folds[0])
    failures.add_all([failed(1)])
    assert failures.folds == []
    failures.add_all([failed(2)])
    assert failures.count == failures.unseen_count == 1


def test_what_was_retried_is_not_offered_again() -> None:
    failures = Failures()
    failures.add_all([failed(1), failed(2)])
    failures.mark_retried([job_key(1)])
    assert failures.folds[0].retryable == (job_key(2),)
    assert failures.folds[0].retryable_count == 1
    failures.take_back_retry([job_key(1), job_key(2)])  # the server refused
    assert failures.folds[0].retryable == (job_key(1), job_key(2))
    assert failures.folds[0].retryable_count == 2


def test_only_what_fails_now_is_told_as_new() -> None:
    failures, told = Failures(), []
    failures.failed.connect(lambda job, fold: told.append((job.key, fold.count)))
    failures.add_all([failed(1)])
    failures.add(failed(2), fresh=True)
    assert told == [(job_key(2), 2)]


def test_a_restart_keeps_them_and_what_was_done_with_them(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        database = Database(tmp_path / "data.sqlite")
        first = Failures(FailureTable(database))
        first.add_all([failed(9)])  # before anything was read
        await first.load()
        first.add_all([failed(1, title="Owl"), failed(2), failed(3, JobError("OSError", "disk"))])
        first.mark_retried([job_key(1)])
        first.dismiss(next(fold for fold in first.folds if fold.error.type == "OSError"))
        first.mark_seen()
        first.add_all([failed(4)])
        first._flush.now()
        await database.close()

        database = Database(tmp_path / "data.sqlite")
        second = Failures(FailureTable(database))
        await second.load()
        assert [(f.error, f.count, f.retryable_count) for f in second.folds] == [(OOM, 4, 3)]
        assert second.unseen_count == 1
        second.add_all([failed(3, JobError("OSError", "disk")), failed(9), failed(1)])
        assert second.count == 4
        await database.close()

    run(check())


def test_thousands_of_failures_at_once_are_taken_in_fast() -> None:
    failures = Failures()
    jobs = [failed(n, JobError("E", f"line {n} of file {n}")) for n in range(20_000)]
    failures.add_all(jobs)  # a pass over all for each of them would take minutes
    assert [fold.count for fold in failures.folds] == [20_000]
    failures.mark_retried([job.key for job in jobs])
    assert failures.folds[0].retryable_count == 0
    failures.dismiss_all()
    assert failures.count == 0


def test_thousands_of_different_errors_stay_few_entries() -> None:
    failures = Failures()
    names = [chr(97 + n % 26) * (n // 26 + 1) for n in range(5000)]
    failures.add_all([failed(n, JobError("E", name)) for n, name in enumerate(names)])
    assert len(failures.folds) <= MOST_FOLDS + 2
    assert failures.count == 5000
