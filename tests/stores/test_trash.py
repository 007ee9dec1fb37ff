"""Deleting with a way back: hidden at once, written down, deleted on the server later."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from ivk_desktop.api.errors import ConnectionLost, Forbidden
from ivk_desktop.domain.boards import UNCATEGORIZED, BoardKey
from ivk_desktop.domain.jobs import JobState, JobUpdate
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.domain.updates import Connected, JobChanged, Lost
from ivk_desktop.stores.boards import BoardStore
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.gallery import Gallery
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.results import ResultStore
from ivk_desktop.stores.trash import Trash
from ivk_desktop.tasks import Tasks
from tests.fakes import FACTS, SERVER, job_key
from tests.fakes_gallery import FakeGallery
from tests.stores.waiting import until

Run = Callable[[Any], Any]
HERE = Connected(LinkState.LIVE, FACTS)
LOOSE = BoardKey(SERVER, UNCATEGORIZED)


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.at = 1_000_000.0

    def __call__(self) -> float:
        return self.at


class Desk:
    """The stores of one window on one server."""

    def __init__(self, server: FakeGallery, clock: Clock, database: Database | None) -> None:
        self.server, self.clock = server, clock
        self.tasks, self.notices, self.results = Tasks(), Notices(), ResultStore()
        self.trash = Trash(server, self.tasks, self.notices, database, now=clock)
        self.boards = BoardStore(server, self.tasks, trash=self.trash)
        stores = (self.trash, self.boards, self.results)
        self.gallery = Gallery(server, self.tasks, self.notices, *stores)

    async def names(self) -> list[str]:
        pictures = self.boards.open(LOOSE)
        assert pictures is not None
        await until(
            pictures.state_changed, lambda: pictures.state in (ListState.READY, ListState.EMPTY)
        )
        return list(pictures.model.names)

    def shown(self) -> list[str]:
        assert self.boards.opened is not None
        return list(self.boards.opened.model.names)

    def codes(self) -> list[str]:
        return [notice.problem.code for notice in self.notices.log if notice.problem]

    def deleted(self) -> list[tuple[MediaRef, ...]]:
        return [said for name, said in self.server.calls if name == "delete_pictures"]

    def delete(self, *refs: MediaRef, delay_s: float = 600) -> None:
        self.gallery.delete(refs, delay_s)


@asynccontextmanager
async def a_desk(
    server: FakeGallery, clock: Clock | None = None, file: Path | None = None
) -> AsyncIterator[Desk]:
    database = Database(file) if file is not None else None
    desk = Desk(server, clock or Clock(), database)
    await desk.trash.load()
    try:
        yield desk
    finally:
        await desk.tasks.close()
        if database is not None:
            await database.close()


def test_a_deleted_picture_is_hidden_at_once_and_restored_where_it_was(run: Run) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        _, b, _ = server.add("a", "b", "c")
        async with a_desk(server) as desk:
            desk.gallery.apply(HERE)
            assert await desk.names() == ["c", "b", "a"]
            desk.delete(b)
            assert desk.shown() == ["c", "a"]
            assert desk.trash.hides(b)
            assert server.infos.keys() == {"a", "b", "c"}
            desk.trash.restore([b])
            assert desk.shown() == ["c", "b", "a"]
            assert desk.deleted() == []
            assert not desk.trash.deletions

    run(scenario())


def test_the_server_deletes_when_the_time_has_come(run: Run) -> None:
    async def scenario() -> None:
        server, clock = FakeGallery(), Clock()
        (a,) = server.add("a")
        async with a_desk(server, clock) as desk:
            desk.gallery.apply(HERE)
            desk.delete(a)
            clock.at += 599
            desk.trash.set_online(True)
            assert not desk.tasks.is_running("delete pictures")
            clock.at += 1
            desk.trash.set_online(True)
            await until(desk.trash.deleted, lambda: not desk.trash.deletions)
            assert desk.deleted() == [(a,)]
            assert not server.infos

    run(scenario())


def test_without_a_delay_it_is_deleted_at_once_and_several_in_a_row(run: Run) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        a, b, c = server.add("a", "b", "c")
        async with a_desk(server) as desk:
            desk.gallery.apply(HERE)
            desk.delete(a, delay_s=0)
            desk.delete(b, delay_s=0)
            await until(desk.trash.changed, lambda: not desk.trash.deletions)
            assert list(server.infos) == ["c"]
            desk.delete(c)
            desk.trash.hasten([c])
            await until(desk.trash.changed, lambda: not desk.trash.deletions)
            assert not server.infos

    run(scenario())


def test_a_restart_and_a_lost_connection_forget_nothing(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        server, clock, file = FakeGallery(), Clock(), tmp_path / "data.sqlite"
        a, b = server.add("a", "b")
        async with a_desk(server, clock, file) as desk:
            desk.gallery.infos.keep(server.infos.values())
            desk.delete(a)
            desk.delete(b, delay_s=10_000)
            desk.trash.restore([b])
        clock.at += 700
        async with a_desk(server, clock, file) as desk:
            assert [one.ref for one in desk.trash.deletions] == [a]
            assert desk.trash.deletions[0].info is not None
            assert desk.trash.deletions[0].info.height == 768
            assert await desk.names() == ["b"]
            assert desk.deleted() == []
            desk.gallery.apply(HERE)
            await until(desk.trash.deleted, lambda: not desk.trash.deletions)
            assert list(server.infos) == ["b"]
        async with a_desk(server, clock, file) as desk:
            assert not desk.trash.deletions

    run(scenario())


def test_what_another_window_restored_is_not_deleted(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        server, clock, file = FakeGallery(), Clock(), tmp_path / "data.sqlite"
        a, b = server.add("a", "b")
        async with a_desk(server, clock, file) as one:
            one.delete(a, b)
            await one.trash.load()  # what was written is in the file now
            async with a_desk(server, clock, file) as other:
                assert other.trash.hides(a)
                other.trash.restore([a])
                await other.trash.load()
            clock.at += 601
            one.gallery.apply(HERE)
            await until(one.trash.changed, lambda: not one.trash.deletions)
            assert one.deleted() == [(b,)]
            assert not one.trash.hides(a)

    run(scenario())


def test_a_server_that_is_away_is_asked_again(run: Run) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        (a,) = server.add("a")
        server.failures["delete_pictures"] = ConnectionLost()
        async with a_desk(server) as desk:
            desk.gallery.apply(HERE)
            desk.delete(a, delay_s=0)
            await until(desk.notices.posted, lambda: "delete_later" in desk.codes())
            assert desk.trash.hides(a)
            assert desk.trash.deletions[0].sent_at is None
            desk.gallery.apply(Lost(Problem("connection_lost")))
            desk.gallery.apply(HERE)
            await until(desk.trash.deleted, lambda: not desk.trash.deletions)
            assert not server.infos

    run(scenario())


def test_what_the_server_will_not_delete_is_shown_again(run: Run) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        a, b, c = server.add("a", "b", "c")
        server.stubborn = {a}
        async with a_desk(server) as desk:
            desk.gallery.apply(HERE)
            await desk.names()
            desk.delete(a, b, delay_s=0)
            await until(desk.trash.changed, lambda: not desk.trash.deletions)
            assert not desk.trash.hides(a)
            assert "not_deleted" in desk.codes()
            server.failures["delete_pictures"] = Forbidden()
            desk.delete(c, delay_s=0)
            await until(desk.trash.changed, lambda: not desk.trash.deletions)
            assert "forbidden" in desk.codes()
            await until(desk.boards.opened.changed, lambda: desk.shown() == ["c", "a"])

    run(scenario())


def test_results_and_counts_leave_out_what_is_in_the_trash(run: Run) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        refs = server.add("a", "b", "c", board="board-Tigers")
        await server.create_board("Tigers")
        async with a_desk(server) as desk:
            for number, ref in enumerate(refs, 1):
                update = JobUpdate(
                    job_key(number), state=JobState.COMPLETED, outputs=(ref,), authoritative=True
                )
                desk.results.apply(JobChanged(update))
            desk.gallery.infos.keep(server.infos.values())
            server.board_list = [
                type(board)(board.key, board.name, image_count=3) for board in server.board_list
            ]
            desk.boards.reload()
            await until(desk.boards.state_changed, lambda: desk.boards.state is ListState.READY)
            assert desk.results.unseen_count == 3
            desk.delete(refs[1])
            assert [result.ref.name for result in desk.results.results] == ["c", "a"]
            assert (desk.results.unseen_count, desk.boards.items[1].image_count) == (2, 2)
            desk.trash.restore([refs[1]])
            assert [result.ref.name for result in desk.results.results] == ["c", "b", "a"]
            assert (desk.results.unseen_count, desk.boards.items[1].image_count) == (3, 3)

    run(scenario())


def test_the_size_of_files_is_learned(run: Run) -> None:
    async def scenario() -> None:
        server = FakeGallery()
        refs = server.add("a", "b")
        async with a_desk(server) as desk:
            desk.delete(*refs)
            desk.trash.measure(refs)
            await until(
                desk.trash.changed,
                lambda: all(one.bytes and one.info for one in desk.trash.deletions),
            )
            assert [one.bytes for one in desk.trash.deletions] == [9, 9]

    run(scenario())
