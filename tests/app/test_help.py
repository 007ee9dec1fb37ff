"""Help: what is shown when the app itself fails, and where its shortcuts are."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from ivk_desktop.crash import FAULT_FILE, LAST_FAULT_FILE, CrashHooks
from ivk_desktop.ui.about_dialog import AboutDialog
from ivk_desktop.ui.report_dialog import ReportDialog
from ivk_desktop.ui.text_dialog import GuideWindow
from tests.app.sight import told
from tests.demo_process import DemoProcess
from tests.desk import connected, open_desk, until

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def test_a_fault_of_the_app_offers_a_report_to_copy(run: Run, demo: DemoProcess) -> None:
    async def story() -> None:
        async with open_desk(demo.url) as desk:
            desk.help.tell_fault("ZeroDivisionError")
            note = next(one for one in desk.notices.log if one.key == "internal")
            assert any("ZeroDivisionError" in text for text in told(desk))
            assert note.action is not None
            shown = desk.help.report_shown
            note.action.run()
            await until(lambda: desk.window.findChild(ReportDialog), shown)
            dialog = desk.window.findChild(ReportDialog)
            assert dialog is not None
            dialog.copy_button.click()
            copied = QGuiApplication.clipboard().text()
            assert "## ivk desktop" in copied
            assert demo.url.split("://")[1] not in copied
            dialog.close()

    run(story())


def test_the_guide_opens_from_help_and_speaks_of_what_there_is(run: Run) -> None:
    async def story() -> None:
        async with open_desk() as desk:
            desk.window.actions_["help.guide"].trigger()
            guide = desk.window.findChild(GuideWindow)
            assert guide is not None
            assert "The first picture" in guide.text.toPlainText()
            keys = {action.shortcut().toString() for action in desk.window.actions_}
            assert {"Ctrl+K", "Ctrl+H", "Ctrl+Shift+E", "Ctrl+Shift+G", "F1"} <= keys
            guide.close()

    run(story())


def test_about_says_what_the_lgpl_wants_and_opens_the_licences(run: Run, demo: DemoProcess) -> None:
    async def story() -> None:
        async with open_desk(demo.url) as desk:
            session = await connected(desk)
            session.name = "<b>mine</b>"
            desk.window.actions_["help.about"].trigger()
            about = desk.window.findChild(AboutDialog)
            assert about is not None
            said = " ".join(label.text() for label in about.findChildren(QLabel))
            assert "&lt;b&gt;mine&lt;/b&gt;: InvokeAI" in said
            assert "Lesser General Public License" in said
            assert "Not affiliated" in said
            about.licences.click()
            shown = desk.window.findChild(GuideWindow)
            assert shown is not None
            assert {"python-socketio", "LGPL-3.0-only"} <= set(shown.text.toPlainText().split())
            shown.close()
            about.close()

    run(story())


def test_a_crash_is_told_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setenv("IVK_LOG_DIR", str(tmp_path))
    (tmp_path / FAULT_FILE).write_text("Fatal Python error: Aborted")
    hooks = CrashHooks()
    hooks.install()
    hooks.uninstall()
    assert hooks.crashed_before
    assert "Aborted" in (tmp_path / LAST_FAULT_FILE).read_text()
    again = CrashHooks()
    again.install()
    again.uninstall()
    assert not again.crashed_before

    async def story() -> None:
        async with open_desk() as desk:
            desk.help.tell_crash()
            assert told(desk)[-1].startswith("The app ended by a crash")

    run(story())


def test_a_safe_start_asks_for_a_server_instead_of_connecting(run: Run, demo: DemoProcess) -> None:
    async def story() -> None:
        async with open_desk(demo.url) as desk:
            assert desk.settings is not None
            await until(lambda: desk.settings.prefs.servers, desk.settings.changed)
        async with open_desk(safe=True) as desk:
            assert desk.connections is not None
            assert desk.connections._dialog is not None
            assert not desk.servers.sessions
            assert desk.settings is not None
            assert desk.settings.prefs.servers

    run(story())
