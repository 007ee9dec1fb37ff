"""The icon in the tray: state and count, and the menu of what runs."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ivk_desktop.stores.desktop.notifier import Note
from ivk_desktop.ui.outside.tray import (
    MOST_JOBS,
    SystemTray,
    TrayNotifier,
    TrayState,
    TrayView,
    tray_icon,
)
from tests.fakes import job_key


@pytest.fixture
def tray(qtbot: QtBot) -> SystemTray:
    window = QWidget()
    qtbot.addWidget(window)
    return SystemTray(window)


def shown(tray: SystemTray) -> list[QAction]:
    menu = tray.icon().contextMenu()
    return [a for a in menu.actions() if a.isVisible() and not a.isSeparator()]


def a_view(jobs: int = 1, **fields: object) -> TrayView:
    listed = tuple((job_key(n), f"Owl {n} & more   42 %") for n in range(jobs))
    return TrayView(TrayState.RUNNING, 3, "42 % · 3 left", listed, can_pause=True, **fields)


def test_the_menu_lists_the_running_jobs_and_leads_to_them(tray: SystemTray, qtbot: QtBot) -> None:
    tray.set_shown(True)
    tray.show_view(a_view(2))
    texts = [action.text() for action in shown(tray)]
    assert texts == [
        "42 % · 3 left",
        "Owl 0 && more   42 %",
        "Owl 1 && more   42 %",
        "Pause",
        "Show the window",
        "Quit",
    ]
    with qtbot.waitSignal(tray.job_requested) as asked:
        shown(tray)[2].trigger()
    assert asked.args == [job_key(1)]


def test_a_paused_queue_offers_to_go_on(tray: SystemTray, qtbot: QtBot) -> None:
    tray.icon()
    tray.show_view(a_view(is_paused=True))
    resume = next(action for action in shown(tray) if action.text() == "Resume")
    with qtbot.waitSignal(tray.pause_requested) as asked:
        resume.trigger()
    assert asked.args == [False]


def test_a_hundred_running_jobs_are_no_endless_menu(tray: SystemTray) -> None:
    tray.icon()
    tray.show_view(a_view(100))
    assert len(shown(tray)) == MOST_JOBS + 4
    tray.show_view(TrayView())
    assert [action.text() for action in shown(tray)] == ["Nothing runs", "Show the window", "Quit"]


def test_every_state_has_an_icon_of_its_own(qtbot: QtBot) -> None:
    pictures = {bytes(pixels(tray_icon(state, 3))) for state in TrayState}
    assert len(pictures) == len(TrayState)
    few, many = tray_icon(TrayState.RUNNING, 3), tray_icon(TrayState.RUNNING, 4)
    assert pixels(few) != pixels(many)


def pixels(icon: QIcon) -> bytes:
    return bytes(icon.pixmap(64, 64).toImage().constBits())


def test_a_notification_by_the_tray_borrows_the_icon(tray: SystemTray, qtbot: QtBot) -> None:
    notifier = TrayNotifier(tray)
    notifier.show(Note("batch:1", "Owl is done", "3 done"))
    assert tray.icon().isVisible()
    with qtbot.waitSignal(notifier.clicked) as clicked:
        tray.message_clicked.emit()
    assert clicked.args == ["batch:1"]
    tray._message_over.timeout.emit()
    assert not tray.icon().isVisible()
    tray.set_shown(True)
    tray._message_over.timeout.emit()
    assert tray.icon().isVisible()
