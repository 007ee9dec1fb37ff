"""Looking at pictures, culling and repeating them in the whole window, on a demo server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from ivk_desktop.app import Desk
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.panel import PanelState
from ivk_desktop.ui.pictures.acts import Act
from ivk_desktop.ui.shortcut_sheet import ShortcutSheet
from ivk_desktop.ui.stage.header import Page
from ivk_desktop.ui.status_bar import StatusBar
from ivk_desktop.ui.view_modes import Mode
from ivk_desktop.ui.viewer.facts_list import FactValue
from tests.app.sight import told
from tests.app.test_gallery import WORKFLOW, answer, look_at, question, said
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, opened
from tests.stores.waiting import until
from tests.ui.viewer_help import SHIFT, press

Run = Callable[[Any], Any]
Key = Qt.Key
TINY = Path(__file__).parents[1] / "data" / "tiny.mp4"


@pytest.fixture
def quick() -> Iterator[DemoProcess]:
    """A demo server that has done its work at once."""
    with demo_server("--speed", "50", "--items", "12", "--images", "12") as demo:
        yield demo


async def made(desk: Desk, runs: int = 1) -> list[MediaRef]:
    """Invoke the open workflow, and wait for its pictures, the newest first."""
    session = desk.servers.current
    before = len(session.results.results)
    desk.window.invoke_bar.runs.set_value(runs)
    desk.window.invoke_bar.invoke()
    await arrived(session, before + runs)
    return [result.ref for result in session.results.results[:runs]]


async def arrived(session: ServerSession, count: int) -> None:
    results = session.results
    whole = lambda: sum(not one.partial for one in results.results) >= count  # noqa: E731
    await until(results.rowsInserted, lambda: len(results.results) >= count)
    await until(results.unseen_changed, whole)


async def seed(session: ServerSession, ref: MediaRef) -> int | None:
    return (await session.backend.picture_details(ref)).facts.seed


def test_a_picture_runs_again_with_its_values_and_varies(quick: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(quick.url) as desk:
            await opened(desk, WORKFLOW)
            (first,) = await made(desk)
            session, stage = desk.servers.current, desk.window.stage
            results = session.results.results
            count = len(results)
            stage.open_page(Page.RESULTS)
            stage.results_page.grid.set_current(0)
            press(stage.results_page.grid, Key.Key_R)
            await arrived(session, count + 1)
            assert await seed(session, results[0].ref) == await seed(session, first)
            assert results[0].ref != first
            stage.results_page.grid.activated.emit(0)
            press(stage.viewing.viewer, Key.Key_V)
            await arrived(session, count + 2)
            assert await seed(session, results[0].ref) != await seed(session, first)
            assert said(desk, f"{WORKFLOW} is in the queue again.")
            assert results[0].title == WORKFLOW

    run(scenario())


def test_many_are_run_again_only_after_a_question(demo: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            desk.pictures.act(Act.VARY, tuple(refs * 20)[:20], None)
            assert "Run 20 pictures again?" in question().text()
            assert question().defaultButton().text() == "Cancel"
            answer("Cancel")
            assert not [text for text in told(desk) if "again" in text]

    run(scenario())


def test_what_a_picture_was_made_of_is_told_copied_and_searched(
    demo: DemoProcess, run: Run
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            session, stage, facts = desk.servers.current, desk.window.stage, desk.window.facts
            stage.board_page.grid.set_current(0)
            press(stage.board_page.grid, Key.Key_I)
            records = session.gallery.records
            await until(records.ready, lambda: records.record(refs[0]))
            read, shown = records.record(refs[0]), dict(facts.texts())
            assert shown["Prompt"] == read.facts.prompt
            assert shown["Seed"] == str(read.facts.seed)
            assert shown["Size"] == f"{read.info.width} x {read.info.height}"
            assert shown["Board"] == "Tigers"
            values = facts.list.findChildren(FactValue)
            next(one for one in values if one.value == read.facts.prompt).copy()
            assert QGuiApplication.clipboard().text() == read.facts.prompt
            facts.tabs.setCurrentIndex(1)
            facts.tree.field.setText("seed")
            found: list[bool] = []
            facts.tree.searched.connect(found.append)
            facts.tree.find_next()
            await until(facts.tree.searched, lambda: bool(found))
            assert found == [True]
            assert facts.tree.tree.data_shown["entry"]["name"] == refs[0].name
            stage.board_page.grid.set_current(1)  # follows what is chosen
            await until(records.ready, lambda: records.record(refs[1]))
            assert facts.tree.tree.data_shown["entry"]["name"] == refs[1].name
            press(stage.board_page.grid, Key.Key_I)
            assert facts.isHidden()

    run(scenario())


def test_of_a_picture_that_is_gone_the_pane_says_so(demo: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            demo.client.post("/api/v1/images/delete", json={"image_names": [refs[0].name]})
            facts, records = desk.window.facts, desk.servers.current.gallery.records
            desk.view_modes.toggle_facts()
            facts.tabs.setCurrentIndex(1)
            desk.window.stage.board_page.grid.set_current(0)
            await until(records.failed, lambda: records.problem(refs[0]))
            assert facts.panel.state is PanelState.ERROR
            assert "not on the server any more" in facts.panel.message_text

    run(scenario())


def test_what_differs_between_compared_pictures_is_told(quick: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(quick.url) as desk:
            await opened(desk, WORKFLOW)
            (first,) = await made(desk)
            session, stage = desk.servers.current, desk.window.stage
            count = len(session.results.results)
            desk.pictures.act(Act.VARY, (first,), None)
            await arrived(session, count + 1)
            other = session.results.results[0].ref
            desk.view_modes.enter(Mode.REVIEW)
            stage.looking.notes.compare_only([first, other])
            stage.looking.compare()
            records, table = session.gallery.records, desk.window.facts.differences
            await until(records.ready, lambda: all(records.record(ref) for ref in (first, other)))
            rows = dict(table.rows())
            seeds = [await seed(session, ref) for ref in (first, other)]
            assert rows["Seed"] == tuple(str(one) for one in seeds)
            assert "Prompt" not in rows
            table.whole.click()
            raw = [name for name, _ in table.rows() if name.startswith("graph.nodes.")]
            assert any(name.endswith("seed") for name in raw)
            stage.looking.notes.clear_compared()
            assert desk.window.facts.texts() is not None
            assert not desk.window.facts.tabs.isHidden()

    run(scenario())


def test_marks_are_deleted_together_and_come_back(demo: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            grid, bar = desk.window.stage.board_page.grid, desk.window.stage.looking.picks
            grid.set_current(0)
            press(grid, Key.Key_X, Key.Key_Right, Key.Key_X)
            bar.clear.click()
            assert bar.isHidden()
            desk.notices.latest.action.run()  # undo
            assert bar.marked.text() == "2 marked for deletion"
            press(grid, Key.Key_X, modifiers=SHIFT)
            assert "2 pictures" in question().text()
            answer("Delete")
            assert (grid.count, bar.isHidden()) == (len(refs) - 2, True)
            assert desk.notices.latest.text == "2 pictures in the trash."
            desk.notices.latest.action.run()
            assert grid.count == len(refs)

    run(scenario())


def test_over_the_whole_screen_questions_and_what_happened_are_seen(
    demo: DemoProcess, run: Run
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            stage = desk.window.stage
            stage.board_page.grid.enlarged.emit(0)
            full = stage.viewing.full
            await until(desk._app.focusWindowChanged, full.isActiveWindow)
            press(full.viewer, Key.Key_Delete)
            assert question().parentWidget() is full
            answer("Delete")
            line = full.findChild(StatusBar)
            assert line.text() == "1 picture in the trash."
            assert full.viewer.refs() == [refs[1]]
            press(full.viewer, Key.Key_W)  # opens in the window
            assert not full.isVisible()

    run(scenario())


def test_ratings_and_marks_stay_after_a_restart(demo: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            refs = await look_at(desk, "Tigers")
            desk.window.stage.board_page.grid.set_current(0)
            press(desk.window.stage.board_page.grid, Key.Key_4, Key.Key_X)
        async with open_desk(demo.url) as desk:
            await look_at(desk, "Tigers")
            notes = desk.window.stage.looking.notes
            await until(notes.changed, lambda: notes.of(refs[0]).rating == 4)
            assert notes.marked == (refs[0],)

    run(scenario())


def test_a_video_is_fetched_once_and_opened_by_the_system(demo: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            session = desk.servers.current
            ref = await session.backend.upload_video(TINY.read_bytes(), "tiny.mp4")
            seen: list[Path] = []

            def shown(path: Path) -> bool:
                seen.append(path)
                return len(seen) > 1

            desk.pictures._player.open_file = shown
            desk.pictures.act(Act.PLAY_VIDEO, (ref,), None)
            await until(session.drag_files.fetched, lambda: seen)
            assert seen[0].read_bytes() == TINY.read_bytes()
            assert said(desk, "The system has no program that opens")
            desk.pictures.act(Act.PLAY_VIDEO, (ref,), None)
            assert seen[1:] == seen[:1]  # at once: it is there

    run(scenario())


def test_the_pane_takes_the_place_of_the_lanes_and_gives_it_back(
    demo: DemoProcess, run: Run
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            window = desk.window
            window.resize(1100, 680)
            stage = window.stage.width()
            QTest.keyClick(window.stage, Key.Key_I)
            assert (window.facts.isHidden(), window.lanes.isHidden()) == (False, True)
            assert window.width() == 1100
            QTest.keyClick(window.stage, Key.Key_I)
            assert (window.facts.isHidden(), window.lanes.isHidden()) == (True, False)
            assert abs(window.stage.width() - stage) <= 50
            desk.view_modes.enter(Mode.REVIEW)
            QTest.keyClick(window.stage, Key.Key_I)
            QTest.keyClick(window.stage, Key.Key_I)
            assert (window.facts.isHidden(), window.lanes.isHidden()) == (False, True)

    run(scenario())


def test_the_list_of_shortcuts_has_the_keys_for_pictures(demo: DemoProcess, run: Run) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            desk.window.actions_["help.shortcuts"].trigger()
            dialog = desk.window.findChild(ShortcutSheet)
            text = "\n".join(dialog.tree.shown())
            for words in ("Mark for deletion", "Vary", "Rate 5", "Slide show"):
                assert words in text
            dialog.close()

    run(scenario())
