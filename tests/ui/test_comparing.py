"""Comparing pictures: beside each other, with a slider, and their difference."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from ivk_desktop.stores.workers import Workers
from ivk_desktop.ui.stage.stage import Stage
from ivk_desktop.ui.viewer.compare_view import CompareMode, CompareView
from ivk_desktop.ui.viewer.difference_view import DifferenceView
from ivk_desktop.ui.viewer.split_canvas import SplitCanvas
from ivk_desktop.ui.viewer.viewer import Viewer
from tests.stores.samples import encoded
from tests.stores.waiting import until
from tests.ui.stage_help import Session
from tests.ui.viewer_help import SHIFT, a_gallery, name, press

Run = Callable[[Any], Any]
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@asynccontextmanager
async def comparing(count: int) -> AsyncIterator[tuple[Stage, Session, Viewer, CompareView]]:
    """A stage whose viewer compares that many pictures, all loaded."""
    async with a_gallery() as (stage, session, grid):
        for row in range(count):
            grid.set_current(row)
            press(grid, Key.Key_C)
        grid.set_current(0)
        press(grid, Key.Key_C, modifiers=SHIFT)
        viewer = stage.viewing.viewer
        panes = viewer.compare.panes[:count]
        await until(session.media.picture_ready, lambda: all(p.view.is_whole for p in panes))
        yield stage, session, viewer, viewer.compare


def names(compare: CompareView) -> list[str]:
    return [ref.name for ref in compare.refs]


def test_pictures_are_picked_by_key_and_compared_in_that_order(run: Run) -> None:
    async def scenario() -> None:
        async with comparing(3) as (stage, session, viewer, compare):
            assert viewer.is_comparing
            assert names(compare) == ["7", "6", "5"]
            assert [pane.isVisible() for pane in compare.panes] == [True, True, True, False]
            assert [session.compared.place(ref) for ref in compare.refs] == [0, 1, 2]
            press(viewer, Key.Key_Escape)
            assert not stage.viewing.is_open

    run(scenario())


def test_a_fifth_pick_takes_the_place_of_the_oldest(run: Run) -> None:
    async def scenario() -> None:
        async with comparing(5) as (*_, compare):
            assert names(compare) == ["6", "5", "4", "3"]

    run(scenario())


def test_what_is_chosen_in_a_grid_is_compared_at_once(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, session, grid):
            grid.choose(1)
            press(grid, Key.Key_Right, modifiers=SHIFT)
            press(grid, Key.Key_C, modifiers=SHIFT)
            assert names(stage.viewing.viewer.compare) == ["6", "5"]
            assert [ref.name for ref in session.compared.refs] == ["6", "5"]

    run(scenario())


def test_one_picture_alone_is_not_compared(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, _, grid):
            press(grid, Key.Key_C)
            press(grid, Key.Key_C, modifiers=SHIFT)
            assert not stage.viewing.is_open
            assert not stage.looking.picks.compare.isEnabled()

    run(scenario())


def test_zoom_and_place_go_together_also_for_pictures_of_other_sizes(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, session, grid):
            session.server.pictures["6"] = encoded(128, 96)
            grid.choose(0)
            press(grid, Key.Key_Right, modifiers=SHIFT)
            press(grid, Key.Key_C, modifiers=SHIFT)
            compare = stage.viewing.viewer.compare
            one, other = (pane.view for pane in compare.panes[:2])
            await until(session.media.picture_ready, lambda: one.is_whole and other.is_whole)
            one.canvas.zoom_by(4, QPointF(10, 10))
            assert one.canvas.place == other.canvas.place
            assert one.canvas.zoom > other.canvas.zoom  # the larger one shows the same part
            QTest.mousePress(other.canvas, LEFT, pos=QPoint(50, 50))
            QTest.mouseMove(other.canvas, QPoint(80, 70))
            QTest.mouseRelease(other.canvas, LEFT, pos=QPoint(80, 70))
            assert one.canvas.place == other.canvas.place
            compare.synced.click()
            one.canvas.fit()
            assert other.canvas.zoom is not None

    run(scenario())


def test_keys_are_meant_for_one_of_them_and_arrows_choose_which(run: Run) -> None:
    async def scenario() -> None:
        async with comparing(3) as (_, session, viewer, compare):
            assert name(viewer) == "7"
            press(viewer, Key.Key_Right, Key.Key_X)
            assert [ref.name for ref in session.gallery.marks.refs] == ["6"]
            QTest.mouseClick(compare.panes[2].view.canvas, LEFT)
            assert name(viewer) == "5"
            press(viewer, Key.Key_C)  # not to be compared any more
            assert names(compare) == ["7", "6"]

    run(scenario())


def test_with_one_left_the_comparison_ends(run: Run) -> None:
    async def scenario() -> None:
        async with comparing(2) as (stage, session, viewer, compare):
            ended: list[object] = []
            stage.refs_compared.connect(ended.append)
            session.gallery.delete([compare.refs[0]], 600)  # as somebody else might
            assert not viewer.is_comparing
            assert ended == [()]
            assert not stage.viewing.is_open

    run(scenario())


def test_slider_and_difference_are_for_two(run: Run) -> None:
    async def scenario() -> None:
        async with comparing(3) as (_, session, viewer, compare):
            press(viewer, Key.Key_2, modifiers=Qt.KeyboardModifier.ControlModifier)
            assert compare.mode is CompareMode.SIDE
            assert not compare.modes.button(CompareMode.SLIDER).isEnabled()
            session.compared.drop(compare.refs[2:])
            press(viewer, Key.Key_2, modifiers=Qt.KeyboardModifier.ControlModifier)
            assert compare.mode is CompareMode.SLIDER
            press(viewer, Key.Key_Right, Key.Key_Right)
            assert round(compare.split.split, 2) == 0.54
            press(viewer, Key.Key_3, modifiers=Qt.KeyboardModifier.ControlModifier)
            await until(compare.difference.shown, lambda: compare.difference.found is not None)
            assert compare.difference.told.text() == "Both are the same, pixel by pixel."

    run(scenario())


def test_what_is_compared_is_taken_over_the_whole_screen_as_it_is(run: Run) -> None:
    async def scenario() -> None:
        async with comparing(2) as (stage, _, viewer, compare):
            compare.set_mode(CompareMode.SLIDER)
            press(viewer, Key.Key_Space)
            full = stage.viewing.full.viewer
            assert (full.compare.refs, full.compare.mode) == (compare.refs, CompareMode.SLIDER)
            press(full, Key.Key_Space)
            assert viewer.is_comparing

    run(scenario())


# --- two in one place --------------------------------------------------------------------
def filled(color: str, width: int = 100, height: int = 100) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


def test_the_line_parts_the_pictures_and_follows_the_mouse(qtbot: Any) -> None:
    canvas = SplitCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(200, 200)
    canvas.show()
    canvas.show_pair(filled("#ff0000"), filled("#0000ff", 50, 50))
    shown = canvas.grab().toImage()
    assert shown.pixelColor(60, 100) == QColor("#ff0000")
    assert shown.pixelColor(140, 100) == QColor("#0000ff")
    QTest.mousePress(canvas, LEFT, pos=QPoint(40, 100))
    QTest.mouseMove(canvas, QPoint(160, 100))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(160, 100))
    assert canvas.split == 0.8
    assert canvas.grab().toImage().pixelColor(140, 100) == QColor("#ff0000")


def test_zoomed_only_the_line_itself_is_moved_and_else_the_picture(qtbot: Any) -> None:
    canvas = SplitCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(200, 200)
    canvas.show()
    canvas.show_pair(filled("#ff0000"), filled("#0000ff"))
    canvas.zoom_by(8)
    QTest.mousePress(canvas, LEFT, pos=QPoint(40, 100))
    QTest.mouseMove(canvas, QPoint(60, 100))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(60, 100))
    assert canvas.split == 0.5
    assert canvas.place.x < 0.5
    QTest.mousePress(canvas, LEFT, pos=QPoint(102, 100))
    QTest.mouseMove(canvas, QPoint(20, 100))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(20, 100))
    assert canvas.split == 0.1


def test_a_later_pair_takes_the_place_of_one_that_is_worked_out(run: Run) -> None:
    async def scenario() -> None:
        workers, view = Workers(), DifferenceView()
        try:
            black = filled("#000000")
            view.show_pair(black, filled("#ffffff"), workers)
            view.show_pair(black, filled("#000000", 10, 10), workers)
            await until(view.shown, lambda: view.found is not None)
            assert view.found.share == 0
            assert "stretched" in view.told.text()
        finally:
            workers.close()
            view.deleteLater()

    run(scenario())


def test_a_view_that_is_gone_takes_no_answer(run: Run) -> None:
    async def scenario() -> None:
        workers, view = Workers(), DifferenceView()
        view.show_pair(filled("#000000"), filled("#ffffff"), workers)
        view.clear()
        await workers.run(lambda: None)
        assert view.found is None
        workers.close()
        view.deleteLater()

    run(scenario())
