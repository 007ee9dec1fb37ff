"""Walking through pictures large: in the stage and over the whole screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from ivk_desktop.domain.jobs import BatchId
from ivk_desktop.domain.updates import JobsAdded
from ivk_desktop.stores.media_list import NamesModel
from ivk_desktop.stores.refs_model import RefsModel
from ivk_desktop.ui.panel import PanelState
from ivk_desktop.ui.stage.header import Page
from ivk_desktop.ui.viewer.sequence import Sequence
from tests.fakes import SERVER, a_job, a_picture, a_video
from tests.stores.samples import encoded
from tests.stores.waiting import until
from tests.ui.stage_help import a_stage
from tests.ui.viewer_help import SHIFT, a_gallery, name, press, whole

Run = Callable[[Any], Any]
Key = Qt.Key


# --- the list ----------------------------------------------------------------------------
def test_the_place_stays_with_its_picture_while_others_come_and_go(qapp: object) -> None:
    model = NamesModel(SERVER)
    model.set_names(["c", "b", "a"])
    place = Sequence(model, 1)
    model.set_names(["e", "d", "c", "b", "a"])
    assert (place.row, place.ref.name) == (3, "b")
    model.remove(["d"])
    assert (place.row, place.ref.name) == (2, "b")
    model.set_names(["a", "b", "c"])  # another order: laid out anew
    assert (place.row, place.ref.name) == (1, "b")


def test_when_the_picture_goes_the_next_one_takes_its_place(qapp: object) -> None:
    model = NamesModel(SERVER)
    model.set_names(["c", "b", "a"])
    place = Sequence(model, 1)
    model.remove(["b"])
    assert (place.row, place.ref.name) == (1, "a")
    model.remove(["a"])
    assert (place.row, place.ref.name) == (0, "c")
    model.remove(["c"])
    assert place.ref is None


def test_steps_end_at_the_ends_and_a_slide_show_goes_around(qapp: object) -> None:
    model = RefsModel([a_picture("a"), a_picture("b")])
    place = Sequence(model, 0)
    assert not place.step(-1)
    assert place.step(10)
    assert place.ref == a_picture("b")
    assert place.step(1, around=True)
    assert place.ref == a_picture("a")


# --- in the stage ------------------------------------------------------------------------
def test_enter_opens_a_picture_in_the_stage_and_escape_leads_back_to_its_place(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, _, grid):
            press(grid, Key.Key_Return)
            viewer = stage.viewing.viewer
            assert stage.viewing.is_open
            await whole(viewer)
            press(viewer, Key.Key_Right, Key.Key_Right)
            assert (name(viewer), viewer.bar.place.text()) == ("5", "3 of 8")
            press(viewer, Key.Key_Left)
            press(viewer, Key.Key_End)
            assert name(viewer) == "0"
            press(viewer, Key.Key_Home, Key.Key_Down)
            press(viewer, Key.Key_Escape)
            assert not stage.viewing.is_open
            assert stage.page is Page.BOARD
            assert (grid.current, grid.ref(grid.current).name) == (1, "6")

    run(scenario())


def test_the_slider_slides_through_the_list(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, _, _grid):
            stage.looking.open()
            viewer = stage.viewing.viewer
            viewer.bar.slider.setValue(4)
            assert (name(viewer), viewer.bar.place.text()) == ("3", "5 of 8")
            press(viewer, Key.Key_Left)
            assert viewer.bar.slider.value() == 3

    run(scenario())


def test_a_click_on_the_tab_leads_back_to_the_page(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, _, _grid):
            stage.looking.open()
            tabs = stage.header.tabs
            QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(Page.BOARD).center())
            assert not stage.viewing.is_open

    run(scenario())


def test_zoom_fit_and_actual_size_by_keys(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, _, _grid):
            stage.looking.open()
            viewer = stage.viewing.viewer
            await whole(viewer)
            press(viewer, Key.Key_Return)
            assert viewer.canvas.zoom == 1.0
            assert viewer.bar.scale.text() == "100 %"
            press(viewer, Key.Key_Plus)
            press(viewer, Key.Key_Plus, modifiers=SHIFT)  # as some keyboards have it
            assert round(viewer.canvas.zoom, 2) == 1.44
            press(viewer, Key.Key_Minus, Key.Key_Minus, Key.Key_Minus)
            assert viewer.canvas.zoom < 1
            press(viewer, Key.Key_F)
            assert viewer.canvas.zoom is None
            press(viewer, Key.Key_Z)
            press(viewer, Key.Key_Escape)  # leaves the zoom first
            assert viewer.canvas.zoom is None
            assert stage.viewing.is_open

    run(scenario())


def test_the_zoom_is_kept_from_picture_to_picture_of_one_size(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, session, _grid):
            stage.looking.open()
            viewer = stage.viewing.viewer
            await whole(viewer)
            await until(
                session.gallery.infos.changed, lambda: session.gallery.infos.info(a_picture("6"))
            )
            viewer.canvas.zoom_by(3)
            zoom = viewer.canvas.zoom
            press(viewer, Key.Key_Right)
            await whole(viewer)
            assert viewer.canvas.zoom == zoom

    run(scenario())


def test_the_viewer_holds_the_keys_focus_only_where_it_had_it(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, _, grid):
            stage.activateWindow()
            stage.looking.open()
            stage.header.follow.setFocus()
            stage.viewing.leave()
            assert not grid.hasFocus()

    run(scenario())


def test_previews_go_on_below_and_do_not_take_the_viewer(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, "a", "b")
            stage.open_page(Page.RESULTS)
            stage.results_page.grid.set_current(0)
            told: list[object] = []
            stage.looking.open()
            stage.ref_shown.connect(told.append)
            shown = stage.viewing.viewer.refs()
            session.preview(2)
            session.finish(2, "c")
            assert stage.viewing.viewer.refs() == shown
            assert not [ref for ref in told if ref not in shown]

    run(scenario())


def test_looking_large_marks_results_as_seen(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, "a")
            session.finish(2, "b")
            stage.open_page(Page.RESULTS)
            stage.results_page.grid.activated.emit(0)
            assert session.results.unseen_count == 1
            press(stage.viewing.viewer, Key.Key_Right)
            assert session.results.unseen_count == 0

    run(scenario())


def test_only_the_pictures_of_a_batch_are_walked_through_when_wanted(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            batches = {1: "one", 2: "two", 3: "one", 4: "two", 5: "one"}
            jobs = [a_job(n, batch_id=BatchId(batch)) for n, batch in batches.items()]
            session.queue.apply(JobsAdded(tuple(jobs)))
            for number in batches:
                session.finish(number, str(number))
            stage.open_page(Page.RESULTS)
            stage.results_page.grid.activated.emit(2)
            viewer = stage.viewing.viewer
            press(viewer, Key.Key_G)
            assert viewer.bar.place.text() == "2 of 3"
            press(viewer, Key.Key_Right)
            assert name(viewer) == "1"
            session.queue.apply(JobsAdded((a_job(6, batch_id=BatchId("one")),)))
            session.finish(6, "6")
            assert viewer.bar.place.text() == "4 of 4"
            press(viewer, Key.Key_G)
            assert viewer.bar.place.text() == "6 of 6"
            assert not viewer.keys["viewer.batch"].isChecked()

    run(scenario())


# --- what cannot be shown ----------------------------------------------------------------
def test_a_picture_that_somebody_else_has_deleted_says_so_and_is_tried_again(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, session, _grid):
            del session.server.pictures["7"]
            stage.looking.open()
            viewer = stage.viewing.viewer
            panel = viewer.picture.panel
            await until(session.media.picture_failed, lambda: panel.state is PanelState.ERROR)
            assert "not on the server any more" in panel.message_text
            press(viewer, Key.Key_Right)
            await whole(viewer)
            assert panel.state is PanelState.CONTENT
            press(viewer, Key.Key_Left)
            assert panel.state is PanelState.ERROR
            session.server.pictures["7"] = encoded(8, 8)
            viewer.picture.retry()
            await whole(viewer)

    run(scenario())


def test_a_broken_and_a_huge_picture_are_refused_with_a_sentence(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, session, _grid):
            huge = bytearray(encoded(8, 8))
            huge[16:24] = (60_000).to_bytes(4, "big") * 2  # what the header claims
            session.server.pictures |= {"7": b"\x89PNG\r\n\x1a\nbroken", "6": bytes(huge)}
            stage.looking.open()
            viewer = stage.viewing.viewer
            panel = viewer.picture.panel
            for _ in range(2):
                await until(viewer.picture.shown, lambda: panel.state is PanelState.ERROR)
                assert "no picture that can be shown" in panel.message_text
                press(viewer, Key.Key_Right)
            await whole(viewer)

    run(scenario())


def test_when_the_last_picture_goes_the_viewer_goes_too(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery(2) as (stage, session, grid):
            stage.looking.open()
            viewer = stage.viewing.viewer
            session.gallery.delete([grid.ref(0)], 600)
            assert name(viewer) == "0"
            session.gallery.delete([a_picture("0")], 600)
            assert not stage.viewing.is_open

    run(scenario())


# --- videos ------------------------------------------------------------------------------
def test_of_a_video_the_thumbnail_is_shown_and_it_opens_elsewhere(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery(1) as (stage, session, grid):
            session.server.add("clip.mp4")
            session.server.pictures["clip.mp4"] = encoded(32, 24)
            session.boards.opened.reload()
            await until(session.boards.opened.changed, lambda: grid.count == 2)
            wished: list[tuple[str, object]] = []
            stage.wishes.acted.connect(lambda act, refs, _: wished.append((act.value, refs)))
            grid.set_current(0)
            stage.looking.open()
            viewer = stage.viewing.viewer
            await until(viewer.picture.shown, lambda: viewer.canvas.image is not None)
            assert viewer.refs() == [a_video("clip.mp4")]
            press(viewer, Key.Key_O)
            assert wished == [("play_video", (a_video("clip.mp4"),))]
            press(viewer, Key.Key_Right, Key.Key_O)
            assert len(wished) == 1  # a picture has nothing to play

    run(scenario())


# --- over the whole screen ---------------------------------------------------------------
def test_space_takes_what_is_in_the_viewer_over_the_screen_and_back(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, _, grid):
            stage.looking.open()
            press(stage.viewing.viewer, Key.Key_Right, Key.Key_Space)
            full = stage.viewing.full
            assert full.isVisible()
            assert name(full.viewer) == "6"
            press(full.viewer, Key.Key_Right)
            assert grid.ref(grid.current).name == "5"
            press(full.viewer, Key.Key_Space)
            assert not full.isVisible()
            assert stage.viewing.is_open

    run(scenario())


def test_a_slide_show_goes_on_by_itself_and_stops_with_the_window(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery(3) as (stage, _, grid):
            grid.enlarged.emit(1)
            viewer = stage.viewing.full.viewer
            await whole(viewer)
            viewer._slides.setInterval(1)
            press(viewer, Key.Key_P)
            seen: set[str] = set()
            viewer.shown.connect(lambda ref: seen.add(ref.name if ref else ""))
            await until(viewer.shown, lambda: {"0", "1", "2"} <= seen)
            stage.viewing.full.close()
            assert not viewer._slides.isActive()
            assert not viewer.keys["viewer.play"].isChecked()

    run(scenario())


def test_a_held_key_does_a_thing_once(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, _, grid):
            from PySide6.QtCore import QEvent
            from PySide6.QtGui import QKeyEvent
            from PySide6.QtWidgets import QApplication

            wished: list[str] = []
            stage.wishes.acted.connect(lambda act, *_: wished.append(act.value))
            for again in (False, True, True):
                event = QKeyEvent(
                    QEvent.Type.KeyPress, Key.Key_R, Qt.KeyboardModifier(0), "r", again
                )
                QApplication.sendEvent(grid, event)
            assert wished == ["run_again"]

    run(scenario())


def test_the_ground_is_the_same_everywhere(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, _, _grid):
            from ivk_desktop.ui.stage.canvas import Ground

            stage.looking.open()
            stage.actions_of_picture.ground_chosen.emit(Ground.LIGHT)
            assert stage.viewing.viewer.canvas.ground is Ground.LIGHT
            stage.open_large()
            assert stage.viewing.full.viewer.canvas.ground is Ground.LIGHT
            stage.viewing.full.close()

    run(scenario())


def test_a_click_pans_nothing_while_all_is_seen(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, _, _grid):
            stage.looking.open()
            viewer = stage.viewing.viewer
            await whole(viewer)
            canvas, left = viewer.canvas, Qt.MouseButton.LeftButton
            QTest.mousePress(canvas, left, pos=QPoint(50, 50))
            QTest.mouseMove(canvas, QPoint(90, 90))
            QTest.mouseRelease(canvas, left, pos=QPoint(90, 90))
            assert canvas.place == (None, 0.5, 0.5)
            canvas.zoom_by(4, QPointF(10, 10))
            assert canvas.place.zoom > 1

    run(scenario())


def test_space_shows_a_preview_over_the_screen_at_its_full_size(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.preview(1, edge=16)
            press(stage, Key.Key_Space)
            viewer = stage.viewing.full.viewer
            assert viewer.canvas.image is not None
            assert (viewer.canvas.natural.width(), viewer.refs()) == (128, [])
            press(viewer, Key.Key_X, Key.Key_V, Key.Key_Right, Key.Key_P)  # nothing to act on
            press(viewer, Key.Key_Escape)
            assert not stage.viewing.full.isVisible()

    run(scenario())
