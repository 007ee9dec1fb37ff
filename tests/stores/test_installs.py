"""The install queue: followed by events, asked for while it is looked at."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from ivk_desktop.api.errors import NotFound, Unusable
from ivk_desktop.domain.installs import Install, InstallId, InstallRequest, InstallState
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import InstallProgress, Resource, ResourceChanged
from ivk_desktop.stores.installs import Installs
from ivk_desktop.stores.notices import Notices
from ivk_desktop.tasks import Tasks
from tests.desk import until
from tests.fakes_models import FakeModels, an_install

TOLD = ResourceChanged(Resource.INSTALLS)


@dataclass
class Bench:
    backend: FakeModels
    tasks: Tasks
    notices: Notices
    installs: Installs
    now: list[float]

    async def read(self) -> None:
        self.installs.read()
        await until(lambda: self.installs.is_read, self.installs.changed)

    def states(self) -> list[InstallState]:
        return [row.install.state for row in self.installs.rows]

    def calls(self) -> list[tuple[str, Any]]:
        return [call for call in self.backend.calls if call[0] != "installs"]


@pytest.fixture
def bench(qapp: Any) -> Bench:
    backend, tasks, notices, now = FakeModels(), Tasks(), Notices(), [0.0]
    return Bench(
        backend, tasks, notices, Installs(backend, tasks, notices, now=lambda: now[0]), now
    )


def test_progress_gives_speed_and_time_left(run: Callable[..., Any], bench: Bench) -> None:
    async def follow() -> None:
        bench.backend.queue_of_installs = [an_install(1, InstallState.WAITING)]
        await bench.read()
        for second in range(5):
            bench.now[0] = float(second)
            bench.installs.apply(InstallProgress(InstallId("1"), 100 * second, 1000))
        (row,) = bench.installs.rows
        assert row.install.state is InstallState.DOWNLOADING
        assert row.install.bytes == 400
        assert row.speed == 100
        assert row.left_s == 6
        await bench.tasks.close()

    run(follow())


def test_a_read_that_is_late_takes_no_progress_back(run: Callable[..., Any], bench: Bench) -> None:
    async def late() -> None:
        bench.backend.queue_of_installs = [an_install(1, InstallState.DOWNLOADING, 500)]
        await bench.read()
        bench.installs.apply(InstallProgress(InstallId("1"), 700, 1000))
        bench.backend.queue_of_installs = [an_install(1, InstallState.DOWNLOADING, 600)]
        bench.installs.is_read = False
        await bench.read()
        assert bench.installs.rows[0].install.bytes == 700
        # Begun anew after a failure: that is no late answer.
        bench.backend.queue_of_installs = [an_install(1, InstallState.DOWNLOADING, 10)]
        bench.installs.is_read = False
        await bench.read()
        assert bench.installs.rows[0].install.bytes == 10
        await bench.tasks.close()

    run(late())


def test_an_end_is_told_once_and_only_if_it_was_followed(
    run: Callable[..., Any], bench: Bench
) -> None:
    async def end() -> None:
        told: list[Install] = []
        bench.installs.ended.connect(told.append)
        bench.backend.queue_of_installs = [
            an_install(2, InstallState.DOWNLOADING),
            an_install(1, InstallState.COMPLETED),
        ]
        await bench.read()
        assert told == []
        bench.backend.queue_of_installs[0] = an_install(2, InstallState.COMPLETED)
        bench.installs.apply(TOLD)
        await until(lambda: told, bench.installs.ended)
        bench.installs.apply(TOLD)
        bench.backend.queue_of_installs.insert(0, an_install(3, InstallState.FAILED))
        bench.installs.apply(TOLD)
        await until(lambda: len(told) > 1, bench.installs.ended)
        assert [one.install_id for one in told] == ["2", "3"]
        await bench.tasks.close()

    run(end())


def test_what_is_under_way_stands_before_what_has_ended(
    run: Callable[..., Any], bench: Bench
) -> None:
    async def order() -> None:
        states = (InstallState.FAILED, InstallState.PAUSED, InstallState.COMPLETED)
        bench.backend.queue_of_installs = [an_install(n, s) for n, s in enumerate(states)]
        await bench.read()
        assert bench.states() == [InstallState.PAUSED, InstallState.FAILED, InstallState.COMPLETED]
        assert bench.installs.open_count == 1
        await bench.tasks.close()

    run(order())


@pytest.mark.parametrize("state", [InstallState.PAUSED, InstallState.DOWNLOADING])
def test_only_what_is_under_way_is_asked_for_again_and_again(
    run: Callable[..., Any],
    bench: Bench,
    state: InstallState,
) -> None:
    async def look() -> None:
        bench.backend.queue_of_installs = [an_install(1, state)]
        bench.installs.watch(True)
        await until(lambda: bench.installs.rows, bench.installs.changed)
        await asyncio.sleep(0)
        assert not bench.tasks.is_running("read installs")
        bench.installs._poll.timeout.emit()
        assert bench.tasks.is_running("read installs") is state.moves
        await bench.tasks.close()

    run(look())


def test_what_a_person_does_is_carried_out_and_read_again(
    run: Callable[..., Any], bench: Bench
) -> None:
    async def act() -> None:
        one = an_install(1, InstallState.FAILED)
        bench.backend.queue_of_installs = [one]
        await bench.read()
        bench.installs.pause(one)
        bench.installs.resume(one)
        bench.installs.cancel(one)
        bench.installs.retry(one, "sesame")
        bench.installs.prune()
        await until(lambda: not bench.installs.rows, bench.installs.changed)
        assert [name for name, _ in bench.calls()] == [
            "pause_install",
            "resume_install",
            "cancel_install",
            "retry_install",
            "prune_installs",
        ]
        bench.backend.failures["pause_install"] = NotFound(what="This installation")
        bench.installs.pause(one)
        await until(lambda: bench.notices.log, bench.notices.posted)
        await bench.tasks.close()

    run(act())


def test_a_source_that_is_refused_is_told_with_the_reason(
    run: Callable[..., Any], bench: Bench
) -> None:
    async def refuse() -> None:
        refused: list[Problem] = []
        bench.installs.refused.connect(lambda _, problem: refused.append(problem))
        bench.backend.failures["start_install"] = Unusable(Problem("install_source_unknown"))
        bench.installs.start(InstallRequest("?"))
        await until(lambda: refused, bench.installs.refused)
        assert refused[0].code == "install_source_unknown"
        started: list[Install] = []
        bench.installs.started.connect(started.append)
        bench.installs.start(InstallRequest("owner/name"))
        await until(lambda: started and bench.installs.rows, bench.installs.changed)
        assert started[0].source == "owner/name"
        await bench.tasks.close()

    run(refuse())
