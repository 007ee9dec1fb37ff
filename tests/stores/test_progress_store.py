from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.domain.jobs import JobId, JobKey, JobState, JobUpdate
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import (
    JobChanged,
    JobPlan,
    Lost,
    NodeChanged,
    NodeStatus,
    Progress,
)
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.durations import JOB, Durations
from tests.fakes import SERVER, FakeBackend, a_job, job_key
from tests.stores.queue_help import Session

S = JobState
KEY = job_key(1)
Run = Callable[[Coroutine[Any, Any, Any]], Any]

pytestmark = pytest.mark.usefixtures("qapp")


def a_session(*jobs: Any) -> Session:
    session = Session()
    listed = jobs or (a_job(1, title="Tiger"),)
    session.apply(FakeBackend(queue={job.key.job_id: job for job in listed}).snapshot())
    return session


def becomes(session: Session, state: JobState, number: int = 1, **fields: Any) -> None:
    update = JobUpdate(job_key(number), state, sequence=5, **fields)
    session.apply(JobChanged(update))


def node(session: Session, node_id: str, seconds: float, node_type: str) -> None:
    for status in (NodeStatus.RUNNING, NodeStatus.COMPLETED):
        session.apply(NodeChanged(KEY, node_id, node_id, status, node_type, node_id))
        session.at += seconds if status is NodeStatus.RUNNING else 0.0


def a_whole_run(session: Session) -> None:
    becomes(session, S.RUNNING)
    node(session, "d", 10.0, "denoise_latents")
    node(session, "l", 2.0, "l2i")
    becomes(session, S.COMPLETED)


def test_a_job_is_followed_from_its_start_to_its_end() -> None:
    session = a_session()
    heard: list[tuple[str, JobKey]] = []
    session.progress.started.connect(lambda key: heard.append(("started", key)))
    session.progress.ended.connect(lambda key: heard.append(("ended", key)))
    a_whole_run(session)
    assert heard == [("started", KEY), ("ended", KEY)]
    assert session.progress.running == ()


def test_changes_are_told_at_once_and_then_once_a_frame() -> None:
    session = a_session()
    becomes(session, S.RUNNING)
    session.progress._flush.now()
    heard: list[JobKey] = []
    session.progress.changed.connect(heard.append)
    for step in range(50):
        session.apply(Progress(KEY, "d", "d", "denoise_latents", fraction=step / 50))
    assert heard == []
    session.settle()
    assert heard == [KEY]


def test_a_plan_may_come_before_the_job_runs() -> None:
    session = a_session()
    session.apply(JobPlan(KEY, (("d", "denoise_latents", "Denoise"),)))
    becomes(session, S.RUNNING)
    progress = session.progress.job(KEY)
    assert progress is not None
    assert progress.plan_is_known


def test_events_of_an_ended_job_are_dropped() -> None:
    session = a_session()
    becomes(session, S.RUNNING)
    becomes(session, S.CANCELED)
    session.apply(Progress(KEY, "d", "d", fraction=0.5))
    assert session.progress.running == ()


def test_what_a_run_took_is_known_to_the_next_one() -> None:
    session = a_session(a_job(1, title="Tiger"), a_job(2, title="Tiger"))
    a_whole_run(session)
    learned = session.progress.durations.learned("Tiger", "denoise_latents")
    assert learned is not None
    assert learned.seconds == pytest.approx(10.0)
    left = session.progress.queue_left()
    assert left is not None
    assert left.seconds == pytest.approx(12.0)
    done = session.progress.done_in(session.queue.jobs[JobId("2")])
    assert done is not None
    assert done.seconds == pytest.approx(12.0)


def test_nodes_from_the_cache_teach_nothing() -> None:
    session = a_session()
    becomes(session, S.RUNNING)
    node(session, "d", 0.001, "denoise_latents")
    becomes(session, S.COMPLETED)
    assert session.progress.durations.learned("Tiger", "denoise_latents") is None


def test_the_whole_jobs_time_serves_until_its_nodes_can_tell() -> None:
    session = a_session(a_job(1, title="Tiger"), a_job(2, title="Tiger"))
    session.progress.durations.record("Tiger", {JOB: 60.0})
    becomes(session, S.RUNNING)
    session.at += 20
    left = session.progress.time_left(KEY)
    assert left is not None
    assert left.seconds == pytest.approx(40.0)
    session.at += 90
    assert session.progress.time_left(KEY) is None


def test_a_job_met_under_way_has_run_since_the_server_says() -> None:
    session = a_session(a_job(1, S.RUNNING, started_at=1_000_900.0))
    assert session.progress.elapsed(KEY) == pytest.approx(100.0)


def test_a_job_that_a_reconnect_does_not_list_is_followed_no_more() -> None:
    session = a_session(a_job(1, S.RUNNING))
    session.apply(FakeBackend(queue={JobId("2"): a_job(2, S.RUNNING)}).snapshot())
    assert [progress.key for progress in session.progress.running] == [job_key(2)]


def test_learned_durations_survive_a_restart(run: Run, tmp_path: Path) -> None:
    async def restart() -> None:
        database = Database(tmp_path / "data.sqlite")
        before = Durations(SERVER, database)
        before.record("Tiger", {"l2i": 2.0, JOB: 30.0})
        await database.close()
        database = Database(tmp_path / "data.sqlite")
        after = Durations(SERVER, database)
        await after.load()
        await database.close()
        learned = after.learned("Tiger", "l2i")
        assert learned is not None
        assert learned.seconds == 2.0
        assert after.jobs["Tiger"].seconds == 30.0
        assert after.learned("another workflow", "l2i") is not None

    run(restart())


def test_while_the_connection_is_lost_all_times_stand_still() -> None:
    session = a_session()
    becomes(session, S.RUNNING)
    session.at += 10.0
    now = session.progress.now()
    session.apply(Lost(Problem("unreachable")))
    assert not session.progress._tick.isActive()
    session.at += 60.0
    assert session.progress.elapsed(KEY) == 10.0
    assert session.progress.now() == now
    session.apply(FakeBackend(queue={"1": a_job(1, S.RUNNING, title="Tiger")}).snapshot())
    assert session.progress._tick.isActive()
    assert session.progress.elapsed(KEY) == 70.0
    assert session.progress.now() == now + 60.0


def test_a_job_whose_id_is_another_ones_is_told_as_gone() -> None:
    session = a_session(a_job(1, S.RUNNING, title="Tiger"))
    gone: list[JobKey] = []
    session.progress.dropped.connect(gone.append)
    another = a_job(1, title="Owl", created_at=2_000_000_000.0)
    session.apply(FakeBackend(queue={"1": another}).snapshot())
    assert gone == [KEY]
    assert session.progress.running == ()
    assert not session.progress._tick.isActive()
