"""Choosing many pictures of a grid by mouse and keyboard, and what is wanted of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from ivk_desktop.domain.boards import UNCATEGORIZED, BoardKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.ui.media_mime import read_refs, write_refs
from ivk_desktop.ui.pictures.acts import Act, Offers
from ivk_desktop.ui.pictures.drag_out import DragOut, mime_of
from ivk_desktop.ui.stage.canvas import Ground
from ivk_desktop.ui.stage.grid import PictureGrid
from ivk_desktop.ui.stage.stage import Stage
from tests.fakes import SERVER, a_picture
from tests.fakes_gallery import FakeGallery
from tests.stores.samples import encoded
from tests.stores.waiting import until
from tests.ui.stage_help import Session, a_stage

Run = Callable[[Any], Any]
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LOOSE = BoardKey(SERVER, UNCATEGORIZED)


@asynccontextmanager
async def a_board(count: int = 40) -> AsyncIterator[tuple[Stage, Session, PictureGrid]]:
    """A stage that shows a board with pictures 39, 38, … 0."""
    server = FakeGallery()
    server.add(*(f"{number}" for number in range(count)))
    server.pictures = dict.fromkeys(server.infos, encoded(8, 8))
    async with a_stage(server) as (stage, session):
        stage.show_board(LOOSE, "Uncategorized")
        grid = stage.board_page.grid
        opened = session.boards.opened
        await until(opened.changed, lambda: grid.count == count)
        yield stage, session, grid


def middle(grid: PictureGrid, row: int) -> QPoint:
    return grid._cell(row).center()


def click(grid: PictureGrid, row: int, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.mouseClick(grid.viewport(), LEFT, modifiers, middle(grid, row))


def press(grid: PictureGrid, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(grid, key, modifiers)


def rows(grid: PictureGrid) -> list[int]:
    return list(grid.selection.rows)


def names(refs: Sequence[MediaRef]) -> list[str]:
    return [ref.name for ref in refs]


def test_clicks_choose_one_several_or_a_range(run: Run) -> None:
    async def scenario() -> None:
        async with a_board() as (_, _, grid):
            click(grid, 1)
            assert rows(grid) == [1]
            click(grid, 4, SHIFT)
            assert rows(grid) == [1, 2, 3, 4]
            click(grid, 2, CTRL)
            assert rows(grid) == [1, 3, 4]
            click(grid, 6, CTRL)
            assert rows(grid) == [1, 3, 4, 6]
            assert grid.current == 6
            assert names(grid.selected()) == ["38", "36", "35", "33"]
            click(grid, 3)  # one of the chosen: it alone, once it is let go
            assert rows(grid) == [3]

    run(scenario())


def test_keys_choose_a_range_all_or_single_ones(run: Run) -> None:
    async def scenario() -> None:
        async with a_board() as (_, _, grid):
            press(grid, Qt.Key.Key_Home)
            press(grid, Qt.Key.Key_Right, SHIFT)
            press(grid, Qt.Key.Key_Right, SHIFT)
            assert rows(grid) == [0, 1, 2]
            press(grid, Qt.Key.Key_Left, SHIFT)
            assert rows(grid) == [0, 1]
            press(grid, Qt.Key.Key_Right, CTRL)
            press(grid, Qt.Key.Key_Right, CTRL)
            assert (rows(grid), grid.current) == ([0, 1], 3)
            press(grid, Qt.Key.Key_Space, CTRL)
            assert rows(grid) == [0, 1, 3]
            press(grid, Qt.Key.Key_A, CTRL)
            assert len(grid.selection.rows) == 40
            left = []
            grid.left.connect(lambda: left.append(True))
            press(grid, Qt.Key.Key_Escape)
            assert (rows(grid), left) == ([3], [])
            press(grid, Qt.Key.Key_Escape)
            assert left

    run(scenario())


def test_a_frame_from_beside_the_pictures_chooses_what_it_touches(run: Run) -> None:
    async def scenario() -> None:
        async with a_board() as (_, _, grid):
            view, columns = grid.viewport(), grid.columns
            QTest.mousePress(view, LEFT, PLAIN, QPoint(2, 2))
            QTest.mouseMove(view, middle(grid, columns + 1))
            QTest.mouseRelease(view, LEFT, PLAIN, middle(grid, columns + 1))
            assert rows(grid) == [0, 1, columns, columns + 1]

    run(scenario())


def test_what_is_chosen_stays_chosen_when_pictures_come_and_go(run: Run) -> None:
    async def scenario() -> None:
        async with a_board() as (_, session, grid):
            click(grid, 2)
            click(grid, 4, SHIFT)
            chosen = names(grid.selected())
            session.server.add("new", "newer")
            session.boards.opened.reload()
            await until(session.boards.opened.changed, lambda: grid.count == 42)
            assert names(grid.selected()) == chosen
            session.boards.opened.remove([a_picture(chosen[0]), a_picture("5")])
            assert names(grid.selected()) == chosen[1:]
            view = session.boards.opened.view
            session.boards.opened.set_view(type(view)(view.board_id, oldest_first=True))
            await until(session.boards.opened.changed, lambda: grid.ref(0).name == "0")
            assert sorted(names(grid.selected())) == sorted(chosen[1:])

    run(scenario())


def test_the_next_picture_has_the_ring_when_the_chosen_ones_go(run: Run) -> None:
    async def scenario() -> None:
        async with a_board() as (_, session, grid):
            click(grid, 2)
            session.gallery.delete(grid.selected(), 600)
            assert (grid.count, grid.current, names(grid.selected())) == (39, 2, ["36"])

    run(scenario())


def test_keys_wish_for_the_chosen_pictures(run: Run) -> None:
    async def scenario() -> None:
        async with a_board() as (stage, _, grid):
            wished: list[tuple[Act, list[str]]] = []
            stage.wishes.acted.connect(lambda act, refs, _: wished.append((act, names(refs))))
            click(grid, 0)
            click(grid, 1, SHIFT)
            press(grid, Qt.Key.Key_Delete)
            press(grid, Qt.Key.Key_Delete, SHIFT)
            press(grid, Qt.Key.Key_S)
            press(grid, Qt.Key.Key_M)
            acts = [Act.DELETE, Act.DELETE_NOW, Act.STAR, Act.MOVE]
            assert wished == [(act, ["39", "38"]) for act in acts]

    run(scenario())


def test_the_menu_counts_what_it_is_for(run: Run) -> None:
    async def scenario() -> None:
        async with a_board() as (stage, _, grid):
            actions = stage.actions_of_picture
            actions.offers_of = lambda _: Offers(changes=True, packs=True, starred=True)
            click(grid, 0)
            one = [action.text() for action in actions.menu(grid.selected(), Ground.DARK).actions()]
            assert "Save as…" in one
            assert "Delete…" in one
            click(grid, 2, SHIFT)
            many = [a.text() for a in actions.menu(grid.selected(), Ground.DARK).actions()]
            for text in (
                "Copy 3 pictures",
                "Save 3 pictures…",
                "Download 3 as zip…",
                "Take 3 stars away",
                "Move 3 to a board…",
                "Delete 3 pictures…",
            ):
                assert text in many
            actions.offers_of = lambda _: Offers()
            plain = [a.text() for a in actions.menu(grid.selected(), Ground.DARK).actions()]
            assert not any("Delete" in text or "zip" in text for text in plain)

    run(scenario())


def test_entries_are_read_for_what_is_in_view_and_stars_follow(run: Run) -> None:
    async def scenario() -> None:
        async with a_board(400) as (_, session, grid):
            infos = session.gallery.infos
            await until(infos.changed, lambda: infos.info(grid.ref(0)) is not None)
            said = [names for what, names in session.server.calls if what == "images"]
            asked = set().union(*said)
            assert 0 < len(asked) < 100
            assert infos.info(grid.ref(399)) is None

    run(scenario())


def dropped(grid: PictureGrid, data: QMimeData) -> bool:
    """Drag something over a grid and let it go; whether it was taken."""
    copy, at = Qt.DropAction.CopyAction, QPoint(50, 50)
    enter = QDragEnterEvent(at, copy, data, LEFT, PLAIN)
    enter.ignore()
    grid.dragEnterEvent(enter)
    if not enter.isAccepted():
        return False
    grid.dropEvent(QDropEvent(QPointF(at), copy, data, LEFT, PLAIN))
    return True


def test_pictures_and_files_are_dropped_on_the_open_board(run: Run, tmp_path: Any) -> None:
    async def scenario() -> None:
        async with a_board() as (stage, _, grid):
            seen = []
            stage.wishes.dropped.connect(lambda key, drop: seen.append((key, drop)))
            files, refs, text = QMimeData(), QMimeData(), QMimeData()
            files.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.png", "b.txt")])
            write_refs(refs, [a_picture("7")])
            text.setText("words")
            assert dropped(grid, files)
            assert dropped(grid, refs)
            assert not dropped(grid, text)
            assert [key for key, _ in seen] == [LOOSE, LOOSE]
            assert seen[0][1].files == (tmp_path / "a.png",)
            assert seen[1][1].refs == (a_picture("7"),)
            assert not stage.results_page.grid.acceptDrops()

    run(scenario())


class Drags(DragOut):
    """Drags that a test looks at instead of carrying them."""

    def __init__(self) -> None:
        super().__init__()
        self.held = True
        self.carried: list[QMimeData] = []

    def is_held(self) -> bool:
        return self.held

    def carry(self, drag: Any) -> None:
        self.carried.append(mime_of(self._refs, self._files.files(self._refs)))


def test_a_drag_carries_the_full_files(run: Run) -> None:
    from ivk_desktop.stores.drag_files import DragFiles
    from ivk_desktop.stores.workers import Workers
    from ivk_desktop.tasks import Tasks

    async def scenario() -> None:
        async with a_board() as (stage, session, grid):
            tasks, workers, drags = Tasks(), Workers(), Drags()
            files = DragFiles(session.server, tasks, workers)
            asked = []
            stage.wishes.drag_requested.connect(lambda refs, source: asked.append((refs, source)))
            click(grid, 0)
            click(grid, 1, CTRL)
            view = grid.viewport()
            QTest.mousePress(view, LEFT, PLAIN, middle(grid, 1))
            QTest.mouseMove(view, middle(grid, 1) + QPoint(60, 0))
            QTest.mouseRelease(view, LEFT, PLAIN, middle(grid, 1) + QPoint(60, 0))
            ((refs, source),) = asked
            assert (names(refs), source) == (["39", "38"], grid)
            drags.start(refs, grid, files, session.media)
            await until(drags._timer.timeout, lambda: drags.carried)
            (data,) = drags.carried
            assert read_refs(data) == list(refs)
            paths = [url.toLocalFile() for url in data.urls()]
            assert [await asyncio.to_thread(Path(one).read_bytes) for one in paths] == [
                encoded(8, 8)
            ] * 2
            drags.held = False
            drags.start(refs, grid, files, session.media)
            assert len(drags.carried) == 1  # let go before it began
            await tasks.close()
            workers.close()

    run(scenario())
