"""Results that are saved by themselves: each once, over crashes, restarts and full disks."""

from __future__ import annotations

import errno
import json
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLockFile

from ivk_desktop.api.errors import Busy, ServerFault
from ivk_desktop.domain.exports import BoardPick, ExportOptions
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId, JobState, JobUpdate
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.naming import NameTemplate
from ivk_desktop.domain.pictures import PictureFacts
from ivk_desktop.domain.updates import CountsChanged, JobChanged, JobsAdded
from ivk_desktop.stores import exporter as exporters
from ivk_desktop.stores import new_files
from ivk_desktop.stores.auto_export import AutoExport
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.exporter import Exporter
from ivk_desktop.stores.history import History
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks
from tests.fakes import SERVER, a_board, a_job, a_video
from tests.fakes_gallery import FakeGallery
from tests.stores.waiting import until

Run = Callable[[Any], Any]
OWN, OTHER = BatchId("own"), BatchId("other")


class Clock:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@dataclass
class App:
    """One life of the app; what is left over is in its folder and on the server."""

    server: FakeGallery
    session: ServerSession
    database: Database
    exports: AutoExport
    notices: Notices
    clock: Clock

    @property
    def exporter(self) -> Exporter:
        return self.exports._exporters[SERVER]

    async def submit(self, batch: BatchId = OWN) -> None:
        """Submit from here, as a form does."""
        request = SubmitRequest(batch, "form", "Portrait", {}, 1)
        taken: list[object] = []
        self.session.handed_in.connect(lambda part, _: taken.append(part))
        self.session.submit(request)
        await until(self.session.handed_in, lambda: taken)

    def run_job(self, number: int, *names: str, batch: BatchId = OWN, **fields: Any) -> None:
        """Let a job come, run and end with these pictures."""
        job = a_job(
            number,
            JobState.COMPLETED,
            batch_id=batch,
            started_at=2000.0 + number,
            ended_at=2001.0 + number,
            **fields,
        )
        refs = tuple(self.server.infos[name].ref for name in names)
        self.server.queue[job.key.job_id] = replace(job, outputs=refs)
        before = replace(job, state=JobState.RUNNING, ended_at=None)
        self.server.say(JobsAdded((before,)))
        if names:
            ended = JobUpdate(
                job.key, JobState.COMPLETED, outputs=refs, ended_at=job.ended_at, authoritative=True
            )
            self.server.say(JobChanged(ended))
        self.server.say(CountsChanged(self.server.snapshot().counts))

    async def until_saved(self, count: int) -> None:
        await until(self.exports.changed, lambda: self.exports.status.saved == count)
        await until(self.exports.changed, lambda: self.exports.status.left == 0)

    async def ready(self) -> None:
        """Wait until it is known from when on results are saved."""
        finder = self.exporter._finder
        await until(finder.looked, lambda: finder._since is not None)

    async def look(self) -> None:
        """Let the time pass after which a missed job is looked up."""
        self.clock.at += 100
        finder = self.exporter._finder
        finder.look()
        await until(finder.looked, lambda: not finder.missed)

    def codes(self) -> list[str]:
        return [notice.problem.code for notice in self.notices.log if notice.problem]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IVK_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "home"


def options(home: Path, template: str = "{board}/{seed}_{n}", **fields: Any) -> ExportOptions:
    return ExportOptions(home, NameTemplate(template), **fields)


@asynccontextmanager
async def an_app(server: FakeGallery, tmp_path: Path, wanted: ExportOptions) -> AsyncIterator[App]:
    workers, notices, tasks, clock = Workers(), Notices(), Tasks(), Clock()
    database = Database(tmp_path / "data.sqlite")
    history = History(database, tasks)
    servers = Servers()
    exports = AutoExport(database, servers, notices, tasks, "Try again", clock=clock)
    exports.set_options(wanted)
    session = ServerSession(
        server, "lab", "http://lab", notices=notices, workers=workers, database=database,
        history=history,
    )  # fmt: skip
    servers.add(session)
    try:
        await until(session.queue.reset, lambda: session.queue.is_loaded)
        server.say(CountsChanged(server.snapshot().counts))
        await until(session.link_changed, session._is_connected)
        yield App(server, session, database, exports, notices, clock)
    finally:
        await exports.close()
        await servers.close()
        await tasks.close()
        await database.close()
        workers.close()


def saved(home: Path) -> dict[str, bytes]:
    """All files of the folder, hidden ones too."""
    found = sorted(path for path in home.rglob("*") if path.is_file())
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in found}


def test_own_results_are_saved_by_the_template_as_delivered(
    run: Run, tmp_path: Path, home: Path
) -> None:
    async def scenario() -> None:
        server = FakeGallery(board_list=[a_board("Tigers")])
        server.add("a.png", "b.png", "theirs.png", board="board-Tigers")
        server.facts_of["a.png"] = server.facts_of["b.png"] = PictureFacts(seed=42)
        async with an_app(server, tmp_path, options(home)) as app:
            await app.submit()
            app.run_job(1, "a.png", "b.png")
            app.run_job(2, "theirs.png", batch=OTHER)
            await app.until_saved(2)
            assert saved(home) == {
                "Tigers/42_001.png": b"picture a.png",
                "Tigers/42_002.png": b"picture b.png",
            }

    run(scenario())


def test_all_that_a_server_makes_is_saved_where_that_is_wanted(
    run: Run, tmp_path: Path, home: Path
) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        server.add("a.png")
        server.pictures["clip.mp4"] = b"video"
        server.infos["clip.mp4"] = replace(server.infos["a.png"], ref=a_video("clip.mp4"))
        wanted = options(home, "{name}", everything=True)
        async with an_app(server, tmp_path, wanted) as app:
            app.run_job(1, "a.png", "clip.mp4", batch=OTHER)
            await app.until_saved(2)
            assert saved(home) == {"a.png": b"picture a.png", "clip.mp4": b"video"}

    run(scenario())


def test_only_chosen_boards_and_a_file_beside_each(run: Run, tmp_path: Path, home: Path) -> None:
    async def scenario() -> None:
        server = FakeGallery(board_list=[a_board("Tigers")])
        server.add("in.png", board="board-Tigers")
        server.add("out.png")
        boards = frozenset({BoardPick.of("fake:board-Tigers")})
        wanted = options(home, "{name}", sidecars=True, boards=boards)
        async with an_app(server, tmp_path, wanted) as app:
            await app.submit()
            app.run_job(1, "out.png", "in.png")
            await app.until_saved(1)
            found = saved(home)
            assert sorted(found) == ["in.json", "in.png"]
            assert json.loads(found["in.json"])["board"] == "Tigers"

    run(scenario())


def test_names_never_lead_out_of_the_folder_nor_replace_a_file(
    run: Run, tmp_path: Path, home: Path
) -> None:
    async def scenario() -> None:
        server = FakeGallery(board_list=[replace(a_board("x"), name="../../up")])
        server.add("a.png", "b.png", board="board-x")
        async with an_app(server, tmp_path, options(home, "{board}/{workflow}")) as app:
            await app.submit()
            (home / "up").mkdir(parents=True)
            (home / "up" / "untitled.png").write_bytes(b"mine")
            app.run_job(1, "a.png", "b.png")
            await app.until_saved(2)
            found = saved(home)
            assert set(found) == {
                "up/untitled.png",
                "up/untitled (2).png",
                "up/untitled (3).png",
            }
            assert found["up/untitled.png"] == b"mine"

    run(scenario())


def test_neither_a_restart_nor_a_reconnect_saves_twice(
    run: Run, tmp_path: Path, home: Path
) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        server.add("a.png")
        async with an_app(server, tmp_path, options(home, "{name}")) as app:
            await app.submit()
            app.run_job(1, "a.png")
            await app.until_saved(1)
        async with an_app(server, tmp_path, options(home, "{name}")) as app:
            await app.ready()
            await app.look()
            assert app.exports.status.saved == 0
        assert list(saved(home)) == ["a.png"]

    run(scenario())


def test_what_ended_while_the_app_was_away_is_saved_later(
    run: Run, tmp_path: Path, home: Path
) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        server.add("old.png", "a.png", "theirs.png")
        for number, batch, name in (
            (1, OWN, "old.png"),
            (2, OWN, "a.png"),
            (3, OTHER, "theirs.png"),
        ):
            job = a_job(number, JobState.COMPLETED, batch_id=batch, started_at=2000.0 + number)
            job = replace(job, ended_at=2001.0 + number, outputs=(server.infos[name].ref,))
            if number == 1:
                server.queue[job.key.job_id] = job
                async with an_app(server, tmp_path, options(home, "{name}")) as app:
                    await app.ready()
                    await app.submit()
            else:
                server.queue[job.key.job_id] = job
        async with an_app(server, tmp_path, options(home, "{name}")) as app:
            await app.ready()
            assert len(app.exporter._finder.missed) == 1
            await app.look()
            await app.until_saved(1)
        assert list(saved(home)) == ["a.png"], "older ones and those of others are not"

    run(scenario())


def test_a_batch_that_ends_before_it_is_known_as_own_is_saved(
    run: Run, tmp_path: Path, home: Path
) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        server.add("a.png")
        async with an_app(server, tmp_path, options(home, "{name}")) as app:
            await app.ready()
            app.run_job(1, "a.png")
            await until(app.session.results.rowsInserted, lambda: app.session.results.results)
            await app.submit()
            await app.look()
            await app.until_saved(1)
        assert list(saved(home)) == ["a.png"]

    run(scenario())


@pytest.mark.parametrize("is_there", [True, False])
def test_a_crash_in_the_middle_neither_doubles_nor_loses(
    run: Run, tmp_path: Path, home: Path, is_there: bool
) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        server.add("a.png")
        async with an_app(server, tmp_path, options(home, "{name}")) as app:
            await app.submit()
            app.run_job(1, "a.png")
            await app.until_saved(1)
            await app.database.execute("UPDATE exports SET state = 'writing'")
        file = home / "a.png"
        if not is_there:
            file.unlink()
            new_files.part_of(file).write_bytes(b"pict")
        async with an_app(server, tmp_path, options(home, "{name}")) as app:
            await app.until_saved(1)
        assert saved(home) == {"a.png": b"picture a.png"}

    run(scenario())


def test_a_full_disk_pauses_says_so_once_and_goes_on(
    run: Run, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    # One at a time: with two the other one might still be at its file when the first has failed.
    monkeypatch.setattr("ivk_desktop.stores.exporter.LANES", 1)

    async def scenario() -> None:
        server = FakeGallery()
        server.add("a.png", "b.png")
        async with an_app(server, tmp_path, options(home, "{name}")) as app:
            await app.submit()
            usual = os.fsync
            monkeypatch.setattr(os, "fsync", full)
            app.run_job(1, "a.png", "b.png")
            await until(app.exports.changed, lambda: app.exports.status.problem)
            assert app.codes() == ["export_disk_full"]
            assert saved(home) == {}, "no half file is left"
            monkeypatch.setattr(os, "fsync", usual)
            notice = app.notices.active("export")
            assert notice is not None
            assert notice.action is not None
            notice.action.run()
            await app.until_saved(2)
            assert app.notices.active("export") is None
        assert sorted(saved(home)) == ["a.png", "b.png"]

    run(scenario())


def test_a_folder_that_cannot_be_written_is_named(run: Run, tmp_path: Path, home: Path) -> None:
    home.write_text("this is a file")

    async def scenario() -> None:
        server = FakeGallery()
        server.add("a.png")
        async with an_app(server, tmp_path, options(home, "{name}")) as app:
            await app.submit()
            app.run_job(1, "a.png")
            await until(app.exports.changed, lambda: app.exports.status.problem)
            assert app.codes() == ["export_folder"]
            app.exports.set_options(options(tmp_path / "other", "{name}"))
            await app.until_saved(1)
        assert list(saved(tmp_path / "other")) == ["a.png"]

    run(scenario())


def test_what_somebody_deleted_meanwhile_is_said_and_the_rest_saved(
    run: Run, tmp_path: Path, home: Path
) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        refs = server.add("gone.png", "a.png")
        assert isinstance(refs[0], MediaRef)
        del server.pictures["gone.png"]
        async with an_app(server, tmp_path, options(home, "{name}")) as app:
            await app.submit()
            app.run_job(1, "gone.png", "a.png")
            await app.until_saved(1)
            assert app.codes() == ["export_gone_one"]
            assert app.exports.status.gone == 1
        assert list(saved(home)) == ["a.png"]

    run(scenario())


def test_a_server_in_maintenance_is_asked_again(
    run: Run, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporters, "LOOK_AGAIN_S", 0.001)
    monkeypatch.setattr(exporters, "FIRST_DELAY_S", 0.001)

    async def scenario() -> None:
        server = FakeGallery(failures={"fetch": Busy(), "picture_details": ServerFault()})
        server.add("a.png")
        async with an_app(server, tmp_path, options(home, "{seed}{name}")) as app:
            app.exporter._clock = time.monotonic
            await app.submit()
            app.run_job(1, "a.png")
            await app.until_saved(1)
            assert app.codes() == []
        assert list(saved(home)) == ["a.png"]

    run(scenario())


def test_another_window_on_the_server_saves_alone(run: Run, tmp_path: Path, home: Path) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        server.add("a.png")
        file = exporters._lock_file(SERVER)
        file.parent.mkdir(parents=True)
        other = QLockFile(str(file))
        assert other.tryLock(0)
        async with an_app(server, tmp_path, options(home, "{name}")) as app:
            await app.submit()
            app.run_job(1, "a.png")
            await until(app.exports.changed, lambda: app.exports.status.is_elsewhere)
            assert saved(home) == {}
            other.unlock()
            app.exports.retry()
            await app.until_saved(1)
        assert list(saved(home)) == ["a.png"]

    run(scenario())


def test_nothing_is_saved_of_the_time_in_which_it_was_off(
    run: Run, tmp_path: Path, home: Path
) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        server.add("a.png", "b.png")
        wanted = options(home, "{name}")
        async with an_app(server, tmp_path, wanted) as app:
            await app.submit()
            app.exports.set_options(None)
            app.run_job(1, "a.png")
            await until(app.session.results.rowsInserted, lambda: app.session.results.results)
            app.exports.set_options(wanted)
            await app.ready()
            app.run_job(2, "b.png")
            await app.until_saved(1)
            await app.look()
        assert list(saved(home)) == ["b.png"]

    run(scenario())
