"""The search of a board: words and filters, who is asked, and what is said of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from ivk_desktop.domain.boards import GalleryView, SearchBy
from ivk_desktop.domain.pictures import PictureFacts
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import Lost
from ivk_desktop.stores.gallery import Gallery
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.results import ResultStore
from ivk_desktop.stores.trash import Trash
from ivk_desktop.stores.workers import Workers
from ivk_desktop.ui.pictures.acts import Act, Offers
from ivk_desktop.ui.pictures.tag_popup import TagPopup
from ivk_desktop.ui.stage.canvas import Ground
from ivk_desktop.ui.stage.filter_popup import FilterPopup
from ivk_desktop.ui.stage.grid import PictureGrid
from ivk_desktop.ui.stage.pages import BoardPage
from ivk_desktop.ui.stage.picture_menu import PictureActions
from tests.fakes import SERVER
from tests.stores.index_help import LOOSE, Desk, ToldServer, a_desk
from tests.stores.samples import encoded
from tests.stores.waiting import until

Run = Callable[[Any], Any]

pytestmark = pytest.mark.usefixtures("qapp")


def a_server() -> ToldServer:
    server = ToldServer()
    server.add("fox.png", "whale.png", "owl.png")
    server.pictures = dict.fromkeys(server.infos, encoded(8, 8))
    server.facts_of["fox.png"] = PictureFacts("a red fox", model="SDXL base")
    return server


@asynccontextmanager
async def a_page(
    server: ToldServer, folder: Path, *, connect: bool = True
) -> AsyncIterator[tuple[BoardPage, Desk]]:
    """A board's page over an index; indexed when it is connected."""
    async with a_desk(server, folder / "index.sqlite") as desk:
        workers = Workers()
        media = MediaStore(server, desk.tasks, workers)
        gallery = Gallery(
            server,
            desk.tasks,
            Notices(),
            Trash(server, desk.tasks, Notices(), None),
            desk.boards,
            ResultStore(),
            local=desk.local,
        )
        QGuiApplication.setQuitOnLastWindowClosed(False)
        page = BoardPage()
        page.resize(700, 500)
        page.show()
        page.grid.set_marks(gallery.infos, desk.ratings)
        if connect:
            desk.connect()
            await desk.indexed(len(server.infos))
        else:
            desk.lose(Lost(Problem("connection_lost"), 1.0))
        opened = desk.boards.open(LOOSE)
        assert opened is not None
        page.show_board(opened, media)
        await shown(page, desk)
        try:
            yield page, desk
        finally:
            page.show_board(None, media)
            page.close()
            page.deleteLater()
            workers.close()


async def shown(page: BoardPage, desk: Desk) -> None:
    """Wait until what is asked for is read."""
    opened = desk.boards.opened
    assert opened is not None
    await until(opened.state_changed, lambda: opened.as_of is not None)


async def finds(page: BoardPage, desk: Desk, text: str, *names: str) -> None:
    """Search, and wait until the page shows these names."""
    page.bar.search.setText(text)
    page.bar.search.returnPressed.emit()
    await shows(desk, *names)


async def shows(desk: Desk, *names: str) -> None:
    """Wait until the open board shows these names."""
    opened = desk.boards.opened
    assert opened is not None
    await until(opened.changed, lambda: opened.items == names)


def test_filters_are_answered_by_the_index_and_words_by_the_server_too(
    run: Run, tmp_path: Path
) -> None:
    async def check() -> None:
        server = a_server()
        async with a_page(server, tmp_path) as (page, desk):
            await finds(page, desk, "model:sdxl fox", "fox.png")
            await finds(page, desk, "-fox", "owl.png", "whale.png")
            assert not page.note.text()
            server.add("new fox.png")  # the index does not know it yet
            await finds(page, desk, "fox", "fox.png")
            page.bar.popup.scope_changed.emit(False, SearchBy.SERVER)
            await shows(desk, "new fox.png", "fox.png")

    run(check())


def test_an_index_that_is_not_complete_says_how_far_it_is_and_the_server_helps(
    run: Run, tmp_path: Path
) -> None:
    async def check() -> None:
        server = a_server()
        async with a_page(server, tmp_path) as (page, desk):
            desk.indexer.set_shown(False)
            server.add("new fox.png")
            await desk.index.put_names(SERVER, LOOSE.board_id, ["new.png"], assets=False)  # type: ignore[list-item]
            await desk.index.recount(SERVER)
            await finds(page, desk, "fox", "new fox.png", "fox.png")
            assert page.note.text() == "Indexed 3 of 4"
            await finds(page, desk, "colour:red")
            assert "There is no filter" in page.note.text()

    run(check())


def test_a_board_is_looked_at_and_searched_while_the_server_is_away(
    run: Run, tmp_path: Path
) -> None:
    async def check() -> None:
        server = a_server()
        async with a_page(server, tmp_path):
            pass
        server.calls.clear()
        async with a_page(server, tmp_path, connect=False) as (page, desk):
            await shows(desk, "owl.png", "whale.png", "fox.png")
            boards = desk.boards
            await until(boards.state_changed, lambda: boards.state is ListState.STALE)
            assert [board.name for board in boards.items] == ["Uncategorized"]
            assert "from the local index" in page._stale.text()
            await finds(page, desk, "fox", "fox.png")
            await finds(page, desk, "nothing like it")
            assert page.message_text == "No picture of this board matches the search."
            assert server.asked("gallery_names") == server.asked("images") == []
            await finds(page, desk, "", "owl.png", "whale.png", "fox.png")
            desk.connect()
            opened = desk.boards.opened
            assert opened is not None
            await until(opened.state_changed, lambda: not opened.is_recalled)
            assert page._stale.isHidden()

    run(check())


def test_what_is_rated_best_comes_first(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        async with a_page(a_server(), tmp_path) as (page, desk):
            refs = {ref.name: ref for row in range(3) if (ref := page.grid.ref(row))}
            desk.ratings.rate([refs["whale.png"].key], 3)  # type: ignore[index]
            desk.ratings.rate([refs["fox.png"].key], 5)  # type: ignore[index]
            page.bar.order.setCurrentIndex(3)
            page.bar.order.activated.emit(3)
            await shows(desk, "fox.png", "whale.png", "owl.png")

    run(check())


def tip_of(grid: PictureGrid, row: int) -> str:
    place = grid._cell(row).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, grid.viewport().mapToGlobal(place))
    QApplication.sendEvent(grid.viewport(), event)
    return QToolTip.text()


def test_ratings_and_tags_stand_below_the_picture_and_in_its_tool_tip(
    run: Run, tmp_path: Path
) -> None:
    async def check() -> None:
        async with a_page(a_server(), tmp_path) as (page, desk):
            ref = page.grid.ref(0)
            assert ref is not None
            before = page.grid.grab().toImage()
            desk.ratings.rate([ref.key], 4)
            desk.ratings.tag([ref.key], add=["keep", "print"])
            assert page.grid.grab().toImage() != before
            assert tip_of(page.grid, 0) == "owl.png\nRating: 4 of 5\nTags: keep, print"
            assert tip_of(page.grid, 1) == "whale.png"

    run(check())


def test_the_popup_writes_filters_into_the_text_and_reads_them() -> None:
    popup = FilterPopup(None)  # type: ignore[arg-type]
    texts: list[str] = []
    popup.text_changed.connect(texts.append)
    popup.show_filters('fox model:"sd xl" rating:>=4 starred', everywhere=True, by=SearchBy.INDEX)
    assert texts == []
    assert popup.edits["model"].text() == "sd xl"
    assert popup.rating.currentIndex() == 4
    assert popup.starred.isChecked()
    assert (popup.where.currentIndex(), popup.by.currentIndex()) == (1, 2)
    popup.edits["lora"].setText("ink wash")
    popup.rating.setCurrentIndex(5)
    popup.starred.setChecked(False)
    assert texts[-1] == 'fox model:"sd xl" lora:"ink wash" rating:>=5'
    popup.clear.click()
    assert texts[-1] == "fox"
    assert popup.edits["model"].text() == ""
    popup.deleteLater()


def test_a_view_that_is_shown_again_keeps_its_scope() -> None:
    page = BoardPage()
    asked: list[GalleryView] = []
    page.bar.view_changed.connect(asked.append)
    page.bar.show_view(GalleryView(LOOSE.board_id), uploads=True)
    page.bar.popup.scope_changed.emit(True, SearchBy.INDEX)
    page.bar.search.setText("fox")
    page.bar.search.returnPressed.emit()
    assert asked[-1] == GalleryView(
        LOOSE.board_id, search="fox", everywhere=True, by=SearchBy.INDEX
    )
    page.deleteLater()


def test_tags_are_typed_with_commas_and_only_what_changed_is_told() -> None:
    popup = TagPopup(None)  # type: ignore[arg-type]
    told: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    popup.decided.connect(lambda added, removed: told.append((added, removed)))
    popup.open_at(QPoint(), "Tags", ["keep", "print"])
    assert popup.edit.text() == "keep, print, "
    popup.edit.setText("Print, to show,, print")
    QTest.keyClick(popup.edit, Qt.Key.Key_Return)
    assert told == [(("to show",), ("keep",))]
    popup.open_at(QPoint(), "Tags", ["keep"])
    QTest.keyClick(popup.edit, Qt.Key.Key_Return)
    assert len(told) == 1
    popup.deleteLater()


def test_the_menu_offers_ratings_and_tags_where_the_server_allows_no_change(run: Run) -> None:
    async def check() -> None:
        page = BoardPage()
        actions = PictureActions(page)
        actions.offers_of = lambda _: Offers()
        done: list[tuple[Act, Any]] = []
        actions.acted.connect(lambda act, _, extra: done.append((act, extra)))
        (ref,) = ToldServer().add("a.png")
        menu = actions.menu([ref], Ground.THEME)
        found = {action.text(): action for action in menu.actions()}
        rating = found["Rating"].menu()
        assert rating is not None
        rating.actions()[0].trigger()  # type: ignore[attr-defined]
        found["Tags…"].trigger()
        assert done == [(Act.RATE, 5), (Act.TAG, None)]
        page.deleteLater()

    run(check())
