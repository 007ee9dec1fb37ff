from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from ivk_desktop.api.backend import WorkflowCard
from ivk_desktop.api.errors import Refused
from ivk_desktop.domain.boards import UNCATEGORIZED, BoardId, BoardKey
from ivk_desktop.domain.media import ImageInfo
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.stores.boards import BoardStore
from ivk_desktop.stores.library import LibraryView, WorkflowLibrary
from ivk_desktop.stores.listing import Listing, ListState
from ivk_desktop.stores.media_list import MediaRole
from ivk_desktop.stores.models import ModelStore
from ivk_desktop.tasks import Tasks
from tests.fakes import SERVER, FakeBackend, a_board, a_model, a_picture
from tests.stores.waiting import until

Run = Callable[[Any], Any]


async def read(listing: Listing[Any]) -> None:
    listing.reload()
    unread = (ListState.UNREAD, ListState.LOADING)
    await until(listing.state_changed, lambda: listing.state not in unread)


def test_boards_are_loading_then_ready_with_uncategorized_first(run: Run) -> None:
    async def scenario() -> None:
        server = FakeBackend(board_list=[a_board("Tigers", 42)])
        boards = BoardStore(server, Tasks())
        assert boards.state is ListState.UNREAD
        boards.reload()
        assert boards.state is ListState.LOADING
        await read(boards)
        assert boards.state is ListState.READY
        assert [board.name for board in boards.items] == ["Uncategorized", "Tigers"]
        assert boards.as_of is not None

    run(scenario())


def test_a_lost_connection_keeps_the_content_and_marks_it_stale(run: Run) -> None:
    async def scenario() -> None:
        boards = BoardStore(FakeBackend(board_list=[a_board("Tigers")]), Tasks())
        await read(boards)
        boards.mark_stale()
        assert boards.state is ListState.STALE
        assert len(boards.items) == 2
        boards.reload()
        await until(boards.state_changed, lambda: boards.state is ListState.READY)

    run(scenario())


def test_a_failed_read_keeps_what_was_there_and_says_why(run: Run) -> None:
    async def scenario() -> None:
        server = FakeBackend(model_list=[a_model("one")])
        models = ModelStore(server, Tasks())
        await read(models)
        server.failures["models"] = Refused(url="http://fake")
        models.reload()
        await until(models.state_changed, lambda: models.state is ListState.ERROR)
        assert models.problem is not None
        assert models.problem.code == "refused"
        assert len(models.items) == 1

    run(scenario())


def test_no_models_at_all_is_empty_and_not_loading(run: Run) -> None:
    async def scenario() -> None:
        models = ModelStore(FakeBackend(), Tasks())
        await read(models)
        assert models.state is ListState.EMPTY

    run(scenario())


def test_a_server_without_boards_does_not_offer_them(run: Run) -> None:
    class Plain:
        server_id = SERVER

    async def scenario() -> None:
        boards = BoardStore(Plain(), Tasks())  # type: ignore[arg-type]
        boards.reload()
        assert boards.state is ListState.NOT_OFFERED
        assert boards.open(BoardKey(SERVER, UNCATEGORIZED)) is None

    run(scenario())


def test_asking_during_a_read_reads_once_more(run: Run) -> None:
    class Slow(FakeBackend):
        gate: asyncio.Event

        async def models(self) -> Sequence[ModelInfo]:
            found = await super().models()
            await self.gate.wait()
            return found

    async def scenario() -> None:
        server, tasks = Slow(), Tasks()
        server.gate = asyncio.Event()
        models = ModelStore(server, tasks)
        models.reload()
        await asyncio.sleep(0)
        for _ in range(5):
            models.reload()
        server.gate.set()
        await until(models.state_changed, lambda: len(server.calls) == 2)
        await tasks.close()
        assert [name for name, _ in server.calls] == ["models", "models"]

    run(scenario())


def test_models_are_grouped_by_type_and_sorted_by_name(run: Run) -> None:
    async def scenario() -> None:
        found = [a_model("b"), a_model("A"), a_model("l", "lora"), a_model("v", "vae")]
        models = ModelStore(FakeBackend(model_list=found), Tasks())
        await read(models)
        groups = [(g.type, [m.name for m in g.models]) for g in models.groups]
        assert groups == [("main", ["A", "b"]), ("lora", ["l"]), ("other", ["v"])]

    run(scenario())


def test_the_library_is_seen_as_recent_yours_and_built_in(run: Run) -> None:
    async def scenario() -> None:
        cards = [
            WorkflowCard("1", "Zebra", opened_at=5.0),
            WorkflowCard("2", "Text to image", category="default", opened_at=9.0),
            WorkflowCard("3", "alpha"),
        ]
        library = WorkflowLibrary(FakeBackend(cards=cards), Tasks())
        await read(library)
        shown = {view: [card.workflow_id for card in library.cards(view)] for view in LibraryView}
        assert shown == {
            LibraryView.RECENT: ["2", "1"],
            LibraryView.YOURS: ["3", "1"],
            LibraryView.SHARED: [],
            LibraryView.BUILT_IN: ["2"],
        }

    run(scenario())


def test_new_pictures_of_a_board_are_inserted_in_front(run: Run) -> None:
    async def scenario() -> None:
        key = BoardKey(SERVER, BoardId("board-Tigers"))
        images = [ImageInfo(a_picture(name), 64, 64, 0.0) for name in ("b", "a")]
        server = FakeBackend(board_images={key.board_id: images})
        boards = BoardStore(server, Tasks())
        board = boards.open(key)
        assert board is not None
        await until(board.state_changed, lambda: board.state is ListState.READY)
        inserted: list[tuple[int, int]] = []
        board.model.rowsInserted.connect(lambda _, a, b: inserted.append((a, b)))
        images.insert(0, ImageInfo(a_picture("c"), 64, 64, 1.0))
        boards.open(key)
        await until(board.changed, lambda: board.model.rowCount() == 3)
        assert inserted == [(0, 0)]
        assert board.model.index(0).data(MediaRole.REF) == a_picture("c")

    run(scenario())
