"""View modes, the mini window, and the queue in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication

from ivk_desktop.app import Desk
from ivk_desktop.ui.stage.header import Page
from ivk_desktop.ui.view_modes import Mode
from tests.demo_process import demo_server
from tests.desk import open_desk, opened, until

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def shown(desk: Desk) -> set[str]:
    window = desk.window
    parts = {
        "sidebar": window.sidebar,
        "form": window.form,
        "stage": window.stage,
        "lanes": window.lanes,
        "facts": window.facts,
        "queue": window.queue,
    }
    return {name for name, part in parts.items() if part.isVisibleTo(window)}


def test_each_mode_shows_its_parts(run: Run) -> None:
    async def check() -> None:
        async with open_desk() as desk:
            actions = desk.window.actions_
            assert shown(desk) == {"sidebar", "form", "stage", "lanes", "queue"}
            actions["view.mode_review"].trigger()
            assert shown(desk) == {"sidebar", "stage", "facts"}
            actions["view.mode_monitor"].trigger()
            assert shown(desk) == {"lanes", "queue"}
            actions["view.mode_work"].trigger()
            assert shown(desk) == {"sidebar", "form", "stage", "lanes", "queue"}
            keys = [actions[f"view.mode_{mode.value}"].shortcut().toString() for mode in Mode]
            assert keys == ["Ctrl+Alt+1", "Ctrl+Alt+2", "Ctrl+Alt+3", "Ctrl+Alt+4"]

    run(check())


def test_each_mode_keeps_its_dividers_also_over_a_restart(run: Run) -> None:
    async def check() -> None:
        async with open_desk() as desk:
            window, modes = desk.window, desk.view_modes
            window.rows.setSizes([300, 300])
            work = window.rows.sizes()
            modes.enter(Mode.MONITOR)
            window.rows.setSizes([150, 450])
            monitor = window.rows.sizes()
            modes.enter(Mode.WORK)
            assert window.rows.sizes() == work
            modes.enter(Mode.MONITOR)
            assert window.rows.sizes() == monitor
        async with open_desk() as desk:
            window, modes = desk.window, desk.view_modes
            assert modes.mode is Mode.MONITOR
            assert window.actions_["view.mode_monitor"].isChecked()
            assert window.rows.sizes() == monitor
            modes.enter(Mode.WORK)
            assert window.rows.sizes() == work
            window.actions_["view.reset_layout"].trigger()
            assert window.rows.sizes() != work
        async with open_desk() as desk:
            assert desk.view_modes.mode is Mode.WORK
            desk.view_modes.enter(Mode.MONITOR)
            assert desk.window.rows.sizes() != monitor

    run(check())


def test_mini_says_when_all_is_done_and_one_line_a_lane(run: Run) -> None:
    async def check() -> None:
        with demo_server("--items", "12", "--images", "12", "--gpus", "2") as demo:
            async with open_desk(demo.url) as desk:
                await opened(desk, "Text to image, SD1.5")
                session = desk.servers.current
                demo.faults(hold=True)
                desk.window.invoke_bar.runs.set_value(4)
                desk.window.invoke_bar.invoke()
                await until(lambda: len(session.queue.running) == 2, session.queue.counts_changed)
                desk.view_modes.enter(Mode.MINI)
                mini = desk.view_modes.mini
                assert not desk.window.isVisible()
                assert (mini.width(), mini.height()) == (320, 120)
                assert mini.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
                assert len(mini.lines()) == 2
                assert all(line.startswith("Text to image, SD1.5") for line in mini.lines())
                assert mini._clock.text() == desk.window.strip.clock.texts()[0]
                screen = QGuiApplication.primaryScreen().availableGeometry()
                assert screen.contains(mini.frameGeometry())
                mini.close()  # leads back, and does not end the app
                assert desk.view_modes.mode is Mode.WORK
                assert desk.window.isVisible()
                assert not mini.isVisible()
                demo.faults(hold=False)

    run(check())


def test_what_wants_the_window_leaves_mini(run: Run) -> None:
    async def check() -> None:
        async with open_desk() as desk:
            desk.view_modes.enter(Mode.MONITOR)
            desk.view_modes.enter(Mode.MINI)
            desk.window.come_forward()
            assert desk.view_modes.mode is Mode.MONITOR
            desk.view_modes.show_stage()
            assert "stage" in shown(desk)

    run(check())


def test_a_mode_without_a_sidebar_can_have_it_for_a_while(run: Run) -> None:
    async def check() -> None:
        async with open_desk() as desk:
            desk.view_modes.enter(Mode.MONITOR)
            desk.window.strip.sidebar_toggled.emit()
            assert "sidebar" in shown(desk)
            desk.window.strip.sidebar_toggled.emit()
            assert "sidebar" not in shown(desk)
            desk.view_modes.enter(Mode.REVIEW)
            assert not desk.window.actions_["view.enlarge_queue"].isEnabled()

    run(check())


def test_the_queue_goes_into_a_window_and_comes_back(run: Run) -> None:
    async def check() -> None:
        async with open_desk() as desk:
            window, modes = desk.window, desk.view_modes
            window.resize(QSize(1600, 900))
            sizes = window.rows.sizes()
            window.queue.pop_out.click()
            assert window.queue.window() is modes.queue_window
            assert modes.queue_window.isVisible()
            modes.enter(Mode.REVIEW)  # a mode without the queue leaves that window alone
            assert window.queue.isVisible()
            modes.enter(Mode.WORK)
            modes.queue_window.close()
            assert window.queue.window() is window
            assert window.rows.indexOf(window.below) == 1
            assert window.rows.sizes() == sizes
            assert window.queue.isVisibleTo(window)

    run(check())


def test_review_tells_what_a_picture_was_made_of(run: Run) -> None:
    async def check() -> None:
        with demo_server("--items", "12", "--images", "12", "--speed", "50") as demo:
            async with open_desk(demo.url) as desk:
                await opened(desk, "Text to image, SD1.5")
                session = desk.servers.current
                results = session.results
                before = len(results.results)
                desk.window.invoke_bar.runs.set_value(1)
                desk.window.invoke_bar.invoke()
                await until(lambda: len(results.results) > before, results.arrived)
                desk.view_modes.enter(Mode.REVIEW)
                newest = results.results[0]
                desk.window.stage.look_at(newest.ref)
                facts = dict(desk.window.facts.texts())
                assert facts["Workflow"] == "Text to image, SD1.5"
                assert facts["Item"] == newest.job.job_id
                assert facts["Name"] == newest.ref.name
                desk.window.stage.open_page(Page.RESULTS)

    run(check())
