from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from ivk_desktop.domain.boards import BoardId, BoardKey
from ivk_desktop.domain.media import ImageInfo
from ivk_desktop.stores.media_list import MediaRole
from ivk_desktop.stores.results import Result
from ivk_desktop.ui.panel import PanelState
from ivk_desktop.ui.stage.canvas import Canvas, Ground
from ivk_desktop.ui.stage.header import Page
from ivk_desktop.ui.stage.picture_menu import safe_file_name
from tests.fakes import SERVER, a_board, a_picture, job_key
from tests.stores.samples import encoded
from tests.stores.waiting import until
from tests.ui.stage_help import a_stage

Run = Callable[[Any], Any]
LEFT = Qt.MouseButton.LeftButton


def shown_width(canvas: Canvas) -> int:
    return canvas.image.width() if canvas.image else 0


def test_the_newest_preview_takes_the_stage_and_its_result_follows(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.preview(1, edge=16)
            session.preview(1, edge=24)
            assert shown_width(stage.canvas) == 24
            session.finish(1, "a")
            assert shown_width(stage.canvas) == 24  # until the result is loaded
            await until(session.media.picture_ready, lambda: shown_width(stage.canvas) == 64)
            assert session.previews.image(job_key(1)) is None
            session.preview(2, edge=32)
            assert shown_width(stage.canvas) == 32

    run(scenario())


def test_an_empty_stage_says_whether_something_runs(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, _):
            idle = stage.canvas.accessibleDescription()
            stage.set_running(1)
            assert stage.canvas.accessibleDescription() == "No preview yet."
            stage.set_running(0)
            assert stage.canvas.accessibleDescription() == idle

    run(scenario())


def test_results_of_an_earlier_time_are_shown_at_rest_and_not_called_seen(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.server.pictures["a"] = encoded(64, 64)
            session.results.restore([Result(a_picture("a"), job_key(1))])
            await until(session.media.picture_ready, lambda: shown_width(stage.canvas) == 64)
            assert session.results.unseen_count == 1
            session.preview(2, edge=32)
            assert shown_width(stage.canvas) == 32

    run(scenario())


def test_a_failed_job_leaves_the_stage_to_the_newest_result(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, "a")
            await until(session.media.picture_ready, lambda: shown_width(stage.canvas) == 64)
            session.preview(2, edge=32)
            session.fail(2)
            await until(session.previews.cleared, lambda: not session.previews.keys())
            assert shown_width(stage.canvas) == 64
            assert stage.showing.follow
            session.preview(3, edge=24)
            assert shown_width(stage.canvas) == 24

    run(scenario())


def test_a_second_device_does_not_flicker_into_the_first(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.preview(1, edge=16)
            session.preview(2, edge=24)
            session.preview(1, edge=18)
            assert shown_width(stage.canvas) == 18
            stage.show_job(job_key(2))
            assert shown_width(stage.canvas) == 24
            assert stage.showing.follow

    run(scenario())


def test_a_click_switches_follow_off_and_nothing_steals_the_picture(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, "a")
            await until(session.media.picture_ready, lambda: shown_width(stage.canvas) == 64)
            follow: list[bool] = []
            stage.follow_changed.connect(follow.append)
            QTest.mouseClick(stage.canvas, LEFT)
            assert follow == [False]
            assert not stage.header.follow.isChecked()
            stage.look_at(a_picture("a"))
            session.preview(2, edge=32)
            session.finish(3, "b")
            assert shown_width(stage.canvas) == 64
            assert stage.showing.ref == a_picture("a")
            stage.header.follow.click()
            assert shown_width(stage.canvas) == 32

    run(scenario())


def test_a_picture_that_was_opened_elsewhere_only_suspends_following(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, "a")
            stage.look_at(a_picture("a"))
            session.preview(2, edge=32)
            assert stage.showing.ref == a_picture("a")
            assert not stage.header.follow.isChecked()
            QTest.keyClick(stage, Qt.Key.Key_Escape)
            assert stage.header.follow.isChecked()
            assert shown_width(stage.canvas) == 32

    run(scenario())


def test_a_submission_follows_again_after_a_click(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, "a")
            await until(session.media.picture_ready, lambda: shown_width(stage.canvas) == 64)
            QTest.mouseClick(stage.canvas, LEFT)
            assert not stage.showing.follow
            stage.resume()
            assert stage.header.follow.isChecked()
            session.preview(2, edge=32)
            assert shown_width(stage.canvas) == 32

    run(scenario())


def test_a_submission_leaves_a_large_picture_and_the_button_as_they_are(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, "a")
            stage.open_large(a_picture("a"))
            stage.resume()
            assert not stage.showing.follow
            assert stage.viewing.full is not None
            stage.viewing.full.close()
            stage.header.follow.click()
            stage.header.follow.click()
            stage.resume()
            assert not stage.header.follow.isChecked()

    run(scenario())


def test_a_submission_leaves_the_page_that_is_looked_at(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, "a")
            stage.open_page(Page.RESULTS)
            stage.touch()
            stage.resume()
            assert stage.page is Page.RESULTS
            assert stage.showing.follow

    run(scenario())


def test_wheel_and_keys_on_the_stage_switch_follow_off_too(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, "a", "b")
            for key in (Qt.Key.Key_Right, Qt.Key.Key_Escape):
                stage.set_follow(True)
                QTest.keyClick(stage, key)
                assert not stage.showing.follow

    run(scenario())


def test_arrows_walk_through_the_results_and_mark_them_seen(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, "a")
            session.finish(2, "b")
            session.finish(3, "c")
            stage.look_at_new()
            assert stage.showing.ref == a_picture("a")
            QTest.keyClick(stage, Qt.Key.Key_Left)
            assert stage.showing.ref == a_picture("b")
            assert session.results.unseen_count == 1
            assert stage.live._unseen.text() == "1 not looked at yet"

    run(scenario())


def test_space_opens_the_large_picture_and_escape_closes_it(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, "a")
            stage.look_at(a_picture("a"))
            QTest.keyClick(stage, Qt.Key.Key_Space)
            large = stage.viewing.full
            assert large is not None
            assert large.isVisible()
            canvas = large.viewer.canvas
            await until(session.media.picture_ready, lambda: shown_width(canvas) == 64)
            QTest.keyClick(large.viewer, Qt.Key.Key_Escape)
            assert not large.isVisible()

    run(scenario())


def test_each_painted_preview_is_told_with_its_times_and_a_replaced_one_is_not(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            painted: list[tuple[object, float, float]] = []
            stage.canvas.frame_painted.connect(lambda *frame: painted.append(frame))
            for edge in (16, 24, 32):
                session.preview(1, edge=edge)
            await until(stage.canvas.frame_painted, lambda: bool(painted))
            assert [(key, arrived) for key, arrived, _ in painted] == [(job_key(1), 1.0)]
            assert painted[0][2] > 1.0

    run(scenario())


def test_results_of_the_open_workflow_are_shown_and_of_all_without_one(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, "a", title="Portrait")
            session.finish(2, "b", title="Flux")
            stage.set_workflow("Portrait")
            grid = stage.results_page.grid
            assert [grid.ref(row) for row in range(2)] == [a_picture("a"), None]
            session.finish(3, "c", title="Portrait")
            assert grid.ref(0) == a_picture("c")
            stage.set_workflow("Nothing made")
            assert stage.results_page.state is PanelState.EMPTY
            stage.set_workflow("")
            assert grid.ref(2) == a_picture("a")

    run(scenario())


def test_a_board_opens_in_its_tab_and_scrolls_to_the_picture_asked_for(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            key = BoardKey(SERVER, BoardId("board"))
            names = [f"p{n}" for n in range(300)]
            images = [ImageInfo(a_picture(name), 64, 64, 0.0) for name in names]
            session.server.board_images[key.board_id] = images
            stage.show_board(key, "Tigers", a_picture("p250"))
            assert stage.page is Page.BOARD
            assert stage.header.tabs.isTabVisible(Page.BOARD)
            grid = stage.board_page.grid
            await until(grid.current_changed, lambda: grid.current == 250)
            assert 250 in grid.visible_rows()
            QTest.keyClick(grid, Qt.Key.Key_Escape)
            assert stage.page is Page.LIVE

    run(scenario())


def test_only_visible_thumbnails_of_a_long_board_are_asked_for(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            key = BoardKey(SERVER, BoardId("board"))
            names = [f"p{n}" for n in range(5000)]
            session.server.pictures = dict.fromkeys(names, encoded())
            images = [ImageInfo(a_picture(name), 64, 64, 0.0) for name in names]
            session.server.board_images[key.board_id] = images
            stage.show_board(key, "Many")
            grid = stage.board_page.grid

            def filled() -> bool:
                refs = [grid.ref(row) for row in grid.visible_rows()]
                return bool(refs) and all(r and session.media.loaded_thumbnail(r) for r in refs)

            await until(session.media.ready, filled)
            grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
            await until(session.media.ready, filled)
            asked = {argument[0].name for name, argument in session.server.calls if name == "fetch"}
            assert "p4999" in asked
            assert len(asked) < 120

    run(scenario())


def test_new_pictures_in_front_leave_a_scrolled_grid_where_it_is(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, *[f"p{n}" for n in range(200)])
            stage.open_page(Page.RESULTS)
            grid = stage.results_page.grid
            grid.set_current(100)
            top = grid.ref(grid.visible_rows().start)
            columns = grid._columns()
            session.finish(2, *[f"new{n}" for n in range(columns)])
            assert grid.ref(grid.visible_rows().start) == top
            assert grid.ref(grid.current) == a_picture("p99")

    run(scenario())


def test_the_ground_is_exactly_neutral_and_can_be_chosen(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, _):
            for ground in Ground:
                stage.canvas.set_ground(ground)
                color = QColor(stage.canvas.grab().toImage().pixel(3, 3))
                assert color.red() == color.green() == color.blue()

    run(scenario())


def test_double_click_changes_between_fit_and_actual_size_and_dragging_pans(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, _):
            image = QImage(2000, 2000, QImage.Format.Format_RGB32)
            image.fill(QColor("#808080"))
            stage.canvas.show_picture(image)
            assert stage.canvas.zoom is None
            QTest.mouseDClick(stage.canvas, LEFT, pos=QPoint(50, 50))
            assert stage.canvas.zoom == 1.0
            before = stage.canvas._box.target()
            QTest.mousePress(stage.canvas, LEFT, pos=QPoint(100, 100))
            QTest.mouseMove(stage.canvas, QPoint(60, 80))
            QTest.mouseRelease(stage.canvas, LEFT, pos=QPoint(60, 80))
            assert stage.canvas._box.target() != before
            QTest.keyClick(stage, Qt.Key.Key_Escape)
            assert stage.canvas.zoom is None

    run(scenario())


def test_show_in_board_finds_the_board_and_the_picture(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            board = a_board("Tigers")
            session.server.board_list = [board]
            images = [
                ImageInfo(a_picture(name), 64, 64, 0.0, board_id=board.key.board_id)
                for name in ("a", "b")
            ]
            session.server.board_images = {board.key.board_id: images}
            session.boards.reload()
            await until(session.boards.changed, lambda: bool(session.boards.items))
            stage.actions_of_picture.show_in_board_requested.emit(a_picture("b"))
            grid = stage.board_page.grid
            await until(grid.current_changed, lambda: grid.ref(grid.current) == a_picture("b"))
            assert stage.header.tabs.tabText(Page.BOARD) == "Tigers"

    run(scenario())


def test_a_second_stage_shows_the_same_server_in_a_window_of_its_own(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            stage.header.pop_out.click()
            second = stage.second.stage
            assert second is not None
            assert second.isWindow()
            stage.touch()
            session.preview(1, edge=24)
            assert shown_width(second.canvas) == 24
            assert second.showing.follow
            second.close()

    run(scenario())


def test_a_name_from_a_server_never_leads_out_of_a_folder() -> None:
    for name in ("../../etc/passwd", "a/b\\c.png", "", "..", "con\n.png"):
        safe = safe_file_name(a_picture(name))
        assert safe
        assert not set(safe) & set("/\\\n")
        assert not safe.startswith(".")


def test_roles_of_the_results_tell_screen_readers_the_title(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (_, session):
            session.finish(1, "a", title="Portrait")
            assert session.results.index(0).data(MediaRole.TITLE) == "Portrait"

    run(scenario())
