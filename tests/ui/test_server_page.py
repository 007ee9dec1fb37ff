"""The server page: what a server tells, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox

from ivk_desktop.app import Desk
from ivk_desktop.domain.administration import LogLevel, ServerUser, UserChange, activity
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui.server_page.user_dialogs import AddUserDialog, PasswordDialog
from ivk_desktop.ui.server_page.users import ActivitySection, UserSection
from ivk_desktop.ui.server_page.window import ServerWindow
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, until
from tests.fakes import a_job


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("CONFIG", "DATA", "CACHE", "LOG"):
        monkeypatch.setenv(f"IVK_{kind}_DIR", str(tmp_path / "home" / kind.lower()))


@pytest.fixture
def demo() -> Iterator[DemoProcess]:
    with demo_server("--items", "2", "--images", "12") as demo:
        yield demo


def shown(desk: Desk) -> ServerWindow:
    desk.server_page.show()
    window = desk.server_page.page
    assert window is not None
    return window


def test_a_server_tells_of_itself_and_what_it_costs(run: Any, demo: DemoProcess) -> None:
    async def look() -> None:
        async with open_desk(demo.url) as desk:
            window, page = shown(desk), desk.servers.current.page
            await until(lambda: page.details.value, page.details.changed)
            await until(lambda: page.packs.value, page.packs.changed)
            facts = dict(window.about_facts.facts())
            assert facts["Version"] == "InvokeAI 6.14.2"
            assert "Demo GPU 0" in facts["Devices"]
            assert "10000" in facts["Queue limit"]
            assert not window.dependencies.isVisible()
            window.more.click()
            assert window.dependencies.isVisible()
            costs = dict(window.traffic_facts.facts())
            assert costs["Reconnects"] == "0"
            assert "ms" in costs["Latency"]
            assert not costs["Requests"].startswith("0")
            assert window.pack_facts.facts() == [("lab_nodes", "4 nodes")]
            assert not window.users.isVisible()

    run(look())


def test_cache_log_and_intermediates_are_looked_after(run: Any, demo: DemoProcess) -> None:
    async def act() -> None:
        async with open_desk(demo.url) as desk:
            window, page = shown(desk), desk.servers.current.page
            await until(lambda: page.results.value, page.results.changed)
            assert window.results_on.isChecked()
            window.results_on.click()
            await until(lambda: not page.results.value.enabled, page.results.changed)
            await until(lambda: page.log_level.value, page.log_level.changed)
            window.level.setCurrentIndex(window.level.findData(LogLevel.WARNING.value))
            window.level.activated.emit(window.level.currentIndex())
            await until(lambda: page.log_level.value is LogLevel.WARNING, page.log_level.changed)
            answer = page.intermediates
            await until(lambda: answer.value is not None, answer.changed)
            window.delete_intermediates.setEnabled(True)
            answer._value = 3
            window.delete_intermediates.click()
            box = window.findChild(QMessageBox)
            assert "3" in box.text()
            assert box.defaultButton().text() == "Keep"
            next(b for b in box.buttons() if b.text() == "Delete").click()
            await until(lambda: answer.value == 0, answer.changed)

    run(act())


def test_a_part_that_fails_leaves_the_others(run: Any, demo: DemoProcess) -> None:
    async def fail() -> None:
        async with open_desk(demo.url) as desk:
            answers = [
                {"path": "/api/v1/app/logging", "status": 403},
                {"path": "/api/v2/custom_nodes", "status": 500},
            ]
            demo.faults(answers=answers)
            window, page = shown(desk), desk.servers.current.page
            await until(lambda: page.log_level.is_forbidden, page.log_level.changed)
            await until(lambda: page.packs.problem, page.packs.changed)
            assert "administrators" in window.log.note.text()
            assert not window.level.isVisible()
            assert window.packs.note.property("tone") == "failed"
            await until(lambda: page.results.value, page.results.changed)
            assert window.results_on.isVisible()

    run(fail())


@pytest.fixture
def section(qapp: Any) -> Iterator[UserSection]:
    """Outlives its question, which is deleted later."""
    made = UserSection()
    yield made
    qapp.processEvents()
    made.deleteLater()


def test_users_are_managed(section: UserSection) -> None:
    asked: list[Any] = []
    ada = ServerUser("1", "ada@b.test", "Ada", is_admin=True, signed_in_at=1000.0)
    bob = ServerUser("2", "bob@b.test", is_active=False)
    section.change_requested.connect(lambda *change: asked.append(change))
    section.delete_requested.connect(asked.append)
    section.show_users([ada, bob])
    assert not section.password.isEnabled()
    section.table.selectRow(1)
    assert section.active.text() == "Enable"
    section.active.click()
    section.admin.click()
    assert asked == [("2", UserChange(is_active=True)), ("2", UserChange(is_admin=True))]
    section.table.selectRow(0)
    assert section.admin.text() == "Make plain user"
    section.delete.click()
    box = section.findChild(QMessageBox)
    assert "Ada" in box.text()
    next(b for b in box.buttons() if b.text() == "Delete").click()
    assert asked[-1] == "1"


def test_a_new_user_needs_the_same_password_twice(qapp: Any) -> None:
    dialog, wanted = AddUserDialog(), list[Any]()
    dialog.wanted.connect(wanted.append)
    dialog.email.setText("eve@b.test")
    dialog.done_button.click()
    assert dialog.verdict.text()
    dialog.password.setText("one")
    dialog.again.setText("two")
    dialog.done_button.click()
    assert not wanted
    dialog.again.setText("one")
    dialog.done_button.click()
    assert (wanted[0].email, wanted[0].password) == ("eve@b.test", "one")
    assert not dialog.done_button.isEnabled()
    dialog.refuse(Problem("rejected", {"reason": "weak"}))
    assert "weak" in dialog.verdict.text()
    assert dialog.done_button.isEnabled()
    dialog.close()


def test_a_password_is_set_anew(qapp: Any) -> None:
    dialog, wanted = PasswordDialog(ServerUser("7", "a@b.test", "Ada")), list[Any]()
    dialog.wanted.connect(lambda *change: wanted.append(change))
    dialog.password.setText("new")
    dialog.again.setText("new")
    dialog.done_button.click()
    assert wanted == [("7", UserChange(password="new"))]
    dialog.close()


def test_each_users_activity_is_shown(qapp: Any) -> None:
    section = ActivitySection()
    section.show_activity([])
    assert section.note.text()
    jobs = [a_job(1, JobState.RUNNING, user="Ada"), a_job(2, user="Ada")]
    section.show_activity(activity(jobs))
    cells = [section.table.item(0, column).text() for column in range(5)]
    assert cells == ["Ada", "1", "1", "0", "0"]
