from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.jobs import JobState, JobUpdate
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import JobChanged, Preview, Progress
from ivk_desktop.stores.previews import Previews
from ivk_desktop.stores.workers import Workers
from ivk_desktop.ui.stage.canvas import Ground
from ivk_desktop.ui.stage.wall import Wall
from tests.fakes import FakeBackend, a_job, job_key
from tests.stores.queue_help import Session
from tests.stores.samples import encoded

S = JobState


@pytest.fixture
def workers(qapp: object) -> Iterator[Workers]:
    workers = Workers()
    yield workers
    workers.close()


def a_session(workers: Workers, *jobs: Any, server: str = "fake") -> Any:
    session: Any = Session(server_id=ServerId(server))
    session.previews = Previews(workers)
    session.apply(FakeBackend(queue={job.key.job_id: job for job in jobs}).snapshot())
    return session


def preview(session: Any, number: int, edge: int = 16) -> None:
    picture = Preview(encoded(edge, edge), edge * 8, edge * 8, 1.0)
    update = Progress(
        job_key(number), "d", "d", "denoise_latents", "Denoising", 0.5, preview=picture
    )
    session.apply(update)
    session.previews.apply(update)


def a_wall(qtbot: QtBot, *sessions: Any) -> Wall:
    wall = Wall()
    qtbot.addWidget(wall)
    wall.open(sessions, Ground.THEME)
    return wall


def test_each_running_job_has_a_tile_that_says_what_it_is(qtbot: QtBot, workers: Workers) -> None:
    jobs = [a_job(n, S.RUNNING, device=f"cuda:{n - 1}", title=f"Tiger {n}") for n in (1, 2, 3)]
    session = a_session(workers, *jobs)
    wall = a_wall(qtbot, session)
    assert list(wall.tiles) == [job_key(1), job_key(2), job_key(3)]
    preview(session, 2)
    session.settle()
    caption = wall.tiles[job_key(2)].caption.whole_text()
    assert caption.startswith("Tiger 2, Denoising")
    assert caption.endswith("lab, GPU 1")
    assert wall.tiles[job_key(2)].canvas.image is not None
    assert wall.tiles[job_key(1)].canvas.accessibleDescription() == "No preview yet."


def test_an_ended_job_leaves_the_wall_once_its_preview_is_gone(
    qtbot: QtBot, workers: Workers
) -> None:
    session = a_session(workers, a_job(1, S.RUNNING), a_job(2, S.RUNNING))
    wall = a_wall(qtbot, session)
    preview(session, 2)
    ended = JobChanged(JobUpdate(job_key(2), S.COMPLETED, sequence=9))
    session.apply(ended)
    session.previews.apply(ended)
    assert job_key(2) in wall.tiles
    session.previews.release(job_key(2))
    assert list(wall.tiles) == [job_key(1)]


def test_the_jobs_of_all_servers_are_on_it(qtbot: QtBot, workers: Workers) -> None:
    here = a_session(workers, a_job(1, S.RUNNING))
    there = a_session(workers, server="other")
    wall = a_wall(qtbot, here, there)
    assert len(wall.tiles) == 1
    preview(there, 7)
    assert len(wall.tiles) == 2


def test_escape_closes_it_and_it_follows_nothing_then(qtbot: QtBot, workers: Workers) -> None:
    session = a_session(workers, a_job(1, S.RUNNING))
    wall = a_wall(qtbot, session)
    assert wall.isVisible()
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    assert not wall.isVisible()
    preview(session, 1)
    assert wall.tiles[job_key(1)].canvas.image is None


def test_its_menu_lists_the_screens_and_it_fills_one(qtbot: QtBot, workers: Workers) -> None:
    wall = a_wall(qtbot, a_session(workers))
    entries = [action for action in wall.screen_menu().actions() if action.isCheckable()]
    assert [action.isChecked() for action in entries] == [True]
    entries[0].trigger()
    assert wall.geometry() == wall.screen().geometry()
