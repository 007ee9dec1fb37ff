"""A server whose database was wiped counts its items from 1 again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobState, JobUpdate, QueueCounts
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.domain.updates import (
    Connected,
    JobChanged,
    Lost,
    NodeChanged,
    NodeStatus,
    Progress,
    QueueSnapshot,
)
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workers import Workers
from tests.fakes import FACTS, FakeBackend, a_job, a_picture, job_key

S = JobState
KEY = job_key(1)


def snapshot(*jobs: Job, more: tuple[int, ...] = ()) -> QueueSnapshot:
    ids = sorted({int(job.key.job_id) for job in jobs} | set(more), reverse=True)
    return QueueSnapshot(tuple(JobId(str(i)) for i in ids), jobs, QueueCounts())


Play = Callable[[Callable[[ServerSession], None]], None]


@pytest.fixture
def play(run: Callable[[Any], Any]) -> Play:
    """Run a scenario on a session."""

    async def played(scenario: Callable[[ServerSession], None]) -> None:
        workers = Workers()
        session = ServerSession(
            FakeBackend(), "lab", "http://lab", notices=Notices(), workers=workers
        )
        try:
            scenario(session)
        finally:
            await session.close()
            workers.close()

    return lambda scenario: run(played(scenario))


def connected(session: ServerSession, told: QueueSnapshot) -> None:
    session.apply(Connected(LinkState.LIVE, FACTS))
    session.apply(told)


def wiped(session: ServerSession, told: QueueSnapshot) -> None:
    session.apply(Lost(Problem("refused")))
    connected(session, told)


def test_the_running_job_of_the_same_id_begins_anew(play: Play) -> None:
    def scenario(session: ServerSession) -> None:
        ended: list[object] = []
        session.progress.ended.connect(ended.append)
        connected(session, snapshot(a_job(1, S.RUNNING)))
        session.apply(NodeChanged(KEY, "n", "r", NodeStatus.RUNNING, "denoise_latents"))
        session.apply(Progress(KEY, "n", "r", fraction=0.8))
        before = session.progress.fraction(KEY)
        assert before is not None
        assert before > 0.5
        wiped(session, snapshot(a_job(1, S.RUNNING, created_at=2_000_000.0)))
        assert session.progress.fraction(KEY) is None
        assert [job.key for job in session.progress.running] == [KEY]
        assert ended == []

    play(scenario)


def test_what_the_same_id_once_was_is_not_shown_of_the_new_job(play: Play) -> None:
    def scenario(session: ServerSession) -> None:
        done = replace(a_job(1, S.COMPLETED), title="Old", outputs=(a_picture("old"),))
        connected(session, snapshot(done, a_job(2, S.COMPLETED), a_job(3, S.COMPLETED)))
        later = {"created_at": 2_000_000.0, "batch_id": BatchId("later")}
        new = [a_job(n, S.COMPLETED, **later) for n in (1, 3)]
        wiped(session, snapshot(*new, more=(2,)))
        jobs = session.queue.jobs
        assert jobs[JobId("1")] == new[0]
        assert JobId("2") not in jobs  # to be read again when it comes into view
        assert session.results.of_job(KEY) == []
        assert session.results.result(a_picture("old")) is not None

    play(scenario)


def test_a_result_of_a_new_job_is_new_whatever_had_its_id(play: Play) -> None:
    def scenario(session: ServerSession) -> None:
        arrived: list[object] = []
        connected(session, snapshot(a_job(1, S.COMPLETED)))
        session.results.arrived.connect(arrived.append)
        wiped(session, snapshot(a_job(1, S.RUNNING, created_at=2_000_000.0)))
        update = JobUpdate(KEY, S.COMPLETED, outputs=(a_picture("new"),), authoritative=True)
        session.apply(JobChanged(update))
        assert len(arrived) == 1
        assert session.results.unseen_count == 1

    play(scenario)


def test_ended_rows_stay_where_the_same_database_answers(play: Play) -> None:
    def scenario(session: ServerSession) -> None:
        jobs = [a_job(n, S.COMPLETED) for n in (1, 2, 3)]
        connected(session, snapshot(*jobs))
        wiped(session, snapshot(jobs[2], more=(1, 2)))
        assert len(session.queue.jobs) == 3

    play(scenario)


def test_rows_are_forgotten_where_nothing_says_that_it_is_the_same(play: Play) -> None:
    def scenario(session: ServerSession) -> None:
        connected(session, snapshot(*(a_job(n, S.COMPLETED) for n in (1, 2))))
        wiped(session, snapshot(a_job(900, S.COMPLETED), more=(1, 2)))
        assert set(session.queue.jobs) == {"900"}
        assert len(session.queue) == 3

    play(scenario)


def test_what_is_shown_after_a_loss_is_of_the_moment_of_the_last_word(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scenario(session: ServerSession) -> None:
        monkeypatch.setattr("ivk_desktop.stores.session.time.time", lambda: 1000.0)
        connected(session, snapshot(a_job(1)))
        monkeypatch.setattr("ivk_desktop.stores.session.time.time", lambda: 4600.0)
        session.apply(Lost(Problem("connection_lost")))  # an hour of sleep later
        assert session.as_of == 1000.0

    play(scenario)
