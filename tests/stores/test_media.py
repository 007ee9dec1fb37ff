from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ivk_desktop.api.errors import Refused
from ivk_desktop.domain.media import MediaRef, MediaSize
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import Connected, LinkState, Lost
from ivk_desktop.stores.media import THUMBNAIL_LANES, MediaStore
from ivk_desktop.stores.thumbnail_cache import ThumbnailCache
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks
from tests.fakes import FACTS, FakeBackend, a_picture
from tests.stores.samples import bomb, encoded
from tests.stores.waiting import until

Run = Callable[[Any], Any]


@dataclass
class GatedBackend(FakeBackend):
    """Answers only while its gate is open, and counts how many wait at it."""

    gate: asyncio.Event = field(default_factory=asyncio.Event)
    full: asyncio.Event = field(default_factory=asyncio.Event)
    at_gate: int = 0
    most_at_gate: int = 0

    async def fetch(self, ref: MediaRef, size: MediaSize) -> bytes:
        self.at_gate += 1
        self.most_at_gate = max(self.most_at_gate, self.at_gate)
        if self.at_gate == THUMBNAIL_LANES:
            self.full.set()
        await self.gate.wait()
        self.at_gate -= 1
        return await super().fetch(ref, size)


@asynccontextmanager
async def a_store(
    server: FakeBackend, cache: Path | None = None, **options: Any
) -> AsyncIterator[MediaStore]:
    tasks, workers = Tasks(), Workers()
    disk = ThumbnailCache(cache) if cache else None
    try:
        yield MediaStore(server, tasks, workers, disk, retry_delay_s=0.0, **options)
    finally:
        await tasks.close()
        workers.close()


def asked(server: FakeBackend) -> list[str]:
    return [argument[0].name for name, argument in server.calls if name == "fetch"]


def test_a_thumbnail_comes_later_and_is_then_in_memory(run: Run) -> None:
    async def scenario() -> None:
        server = FakeBackend(pictures={"a": encoded(300, 200)})
        async with a_store(server) as media:
            assert media.thumbnail(a_picture("a")) is None
            await until(media.ready, lambda: media.thumbnail(a_picture("a")) is not None)
            assert asked(server) == ["a"]

    run(scenario())


def test_six_at_once_newest_first_and_none_that_scrolled_away(run: Run) -> None:
    async def scenario() -> None:
        names = [f"p{n}" for n in range(100)]
        server = GatedBackend(pictures={name: encoded() for name in names})
        async with a_store(server) as media:
            first = [a_picture(name) for name in names[:50]]
            last = [a_picture(name) for name in names[90:]]
            media.show_thumbnails("grid", first)
            await server.full.wait()
            media.show_thumbnails("grid", last)
            server.gate.set()
            await until(media.ready, lambda: all(media.thumbnail(ref) for ref in last))
            assert server.most_at_gate == THUMBNAIL_LANES
            assert asked(server)[THUMBNAIL_LANES] == "p90"
            assert len(asked(server)) == THUMBNAIL_LANES + len(last)

    run(scenario())


def test_the_disk_cache_survives_a_restart_and_a_broken_file(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        server = FakeBackend(pictures={"a": encoded(), "../../b": encoded()})
        refs = [a_picture("a"), a_picture("../../b")]

        async def load_all() -> None:
            async with a_store(server, tmp_path) as media:
                for ref in refs:
                    media.thumbnail(ref)
                await until(media.ready, lambda: all(media.thumbnail(ref) for ref in refs))

        await load_all()
        assert sorted(asked(server)) == ["../../b", "a"]
        await load_all()
        assert len(asked(server)) == 2  # nothing new
        ThumbnailCache(tmp_path).path(refs[0]).write_bytes(b"rotten")
        await load_all()
        assert asked(server)[2:] == ["a"]

    run(scenario())


def test_a_lost_server_is_not_asked_and_the_wish_is_granted_when_it_is_back(run: Run) -> None:
    async def scenario() -> None:
        server = FakeBackend(pictures={"a": encoded()})
        async with a_store(server) as media:
            media.apply(Lost(Problem("refused")))
            media.thumbnail(a_picture("a"))
            for _ in range(20):
                await asyncio.sleep(0)
            assert asked(server) == []
            media.apply(Connected(LinkState.LIVE, FACTS))
            await until(media.ready, lambda: media.thumbnail(a_picture("a")) is not None)

    run(scenario())


def test_a_passing_error_is_tried_once_more_and_a_missing_picture_is_not(run: Run) -> None:
    async def scenario() -> None:
        server = FakeBackend(pictures={"a": encoded(), "bomb": bomb()})
        server.failures["fetch"] = Refused(url="http://fake")
        async with a_store(server) as media:
            media.thumbnail(a_picture("a"))
            await until(media.ready, lambda: media.thumbnail(a_picture("a")) is not None)
            for name, code in (("gone", "not_found"), ("bomb", "not_a_picture")):
                ref = a_picture(name)
                media.thumbnail(ref)
                await until(media.failed, lambda ref=ref: media.thumbnail_problem(ref))
                problem = media.thumbnail_problem(ref)
                assert problem is not None
                assert problem.code == code
                media.thumbnail(ref)  # not asked again by itself
            assert asked(server) == ["a", "a", "gone", "bomb"]
            server.pictures["gone"] = encoded()
            media.retry(a_picture("gone"))
            await until(media.ready, lambda: media.thumbnail(a_picture("gone")) is not None)

    run(scenario())


def test_memory_is_bounded(run: Run) -> None:
    async def scenario() -> None:
        names = [f"p{n}" for n in range(8)]
        server = FakeBackend(pictures={name: encoded(256, 256) for name in names})
        async with a_store(server, thumbnails_mb=1.0) as media:
            for name in names:
                media.thumbnail(a_picture(name))
                await until(media.ready, lambda name=name: media.thumbnail(a_picture(name)))
            assert media.thumbnail(a_picture("p7")) is not None
            assert media.thumbnail(a_picture("p0")) is None  # 256 kB each: four fit

    run(scenario())


def test_saving_writes_the_servers_own_bytes_or_says_why_not(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        server = FakeBackend(pictures={"a": encoded()})
        problems: list[str] = []
        paths: list[Path] = []
        async with a_store(server) as media:
            media.save_failed.connect(lambda _, problem: problems.append(problem.code))
            media.saved.connect(lambda _, path: paths.append(path))
            media.save(a_picture("a"), tmp_path / "out.png")
            await until(media.saved, lambda: bool(paths))
            media.save(a_picture("a"), tmp_path / "missing" / "out.png")
            await until(media.save_failed, lambda: bool(problems))
        assert problems == ["not_saved"]

    run(scenario())
    assert (tmp_path / "out.png").read_bytes() == encoded()
    assert [path.name for path in tmp_path.iterdir()] == ["out.png"]


def test_the_cache_on_disk_drops_the_oldest_files_first(tmp_path: Path) -> None:
    import os

    cache = ThumbnailCache(tmp_path, limit_mb=1)
    filler = b"x" * 300_000
    for number in range(5):
        ref = a_picture(f"p{number}")
        cache.store(ref, filler)
        os.utime(cache.path(ref), (1000 + number, 1000 + number))
    left = [n for n in range(5) if cache.path(a_picture(f"p{n}")).exists()]
    assert 4 in left
    assert 0 not in left
    assert len(left) <= 3


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    cache = ThumbnailCache(blocked)
    cache.store(a_picture("a"), encoded())
    assert cache.load(a_picture("a")) is None
