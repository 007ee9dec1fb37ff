"""The preferences: they apply at once, keep, and can be put back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from ivk_desktop.stores.settings import Settings
from ivk_desktop.ui.preferences.consent import CommandConsent
from ivk_desktop.ui.preferences.dialog import PreferencesDialog
from ivk_desktop.ui.preferences.pages import (
    AppearancePage,
    ConnectionsPage,
    DesktopPage,
    NotificationsPage,
)


@pytest.fixture
def settings(qapp: object, tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def dialog(qtbot: QtBot, settings: Settings) -> PreferencesDialog:
    pages = (
        AppearancePage(settings),
        NotificationsPage(settings),
        DesktopPage(settings, has_tray=True),
        ConnectionsPage(settings),
    )
    dialog = PreferencesDialog(settings, pages)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def switch(dialog: PreferencesDialog, text: str) -> QCheckBox:
    return next(box for box in dialog.findChildren(QCheckBox) if box.text() == text)


def test_a_switch_applies_at_once_and_is_kept(
    dialog: PreferencesDialog, settings: Settings, tmp_path: Path
) -> None:
    assert switch(dialog, "When a batch has ended").isChecked()
    switch(dialog, "When a batch has ended").click()
    assert not settings.prefs.notify_batches
    assert json.loads((tmp_path / "settings.json").read_text())["notify_batches"] is False


def test_a_change_from_elsewhere_shows(dialog: PreferencesDialog, settings: Settings) -> None:
    settings.update(sound=True, quiet_hours=True, quiet_from="21:30")
    assert switch(dialog, "With a sound").isChecked()
    settings.update(sound=False)
    assert not switch(dialog, "With a sound").isChecked()


def test_every_preference_on_a_page_makes_the_round_trip(
    dialog: PreferencesDialog, settings: Settings
) -> None:
    usual = settings.prefs
    settings.update(
        theme="dark",
        language="de",
        text_scale=1.5,
        font="system",
        canvas="middle",
        reduced_motion=True,
        notify_batches=False,
        notify_errors=False,
        sound=True,
        tell_absence=False,
        quiet_hours=True,
        quiet_from="20:15",
        quiet_to="06:45",
        poll_s=10.0,
        window_title=False,
        badge=False,
        taskbar=False,
        tray=True,
        close_to_tray=True,
        keep_awake=True,
        when_done="command",
        done_command="true",
        allowed_command="true",
    )
    changed = settings.prefs
    names = [name for page in dialog.pages for name in page.names]
    assert all(getattr(changed, name) != getattr(usual, name) for name in names)
    for row in range(len(dialog.pages)):
        dialog.list.setCurrentRow(row)
        dialog.restore()
    assert all(getattr(settings.prefs, name) == getattr(usual, name) for name in names)


def test_restoring_one_page_leaves_the_others(
    dialog: PreferencesDialog, settings: Settings
) -> None:
    settings.update(theme="dark", sound=True)
    dialog.list.setCurrentRow(1)
    dialog.restore()
    assert (settings.prefs.theme, settings.prefs.sound) == ("dark", False)


def test_a_command_asks_before_it_may_run(
    dialog: PreferencesDialog, settings: Settings, qtbot: QtBot
) -> None:
    page = dialog.pages[2]
    assert isinstance(page, DesktopPage)
    dialog.open_page(page)
    settings.update(when_done="command")
    qtbot.keyClicks(page.command, "systemctl suspend")
    assert settings.prefs.done_command == "systemctl suspend"
    assert page.verdict() == "It does not run before you have allowed it."
    with qtbot.waitSignal(page.allow_requested) as asked:
        page.allow.click()
    assert asked.args == ["systemctl suspend"]
    settings.update(allowed_command="systemctl suspend")
    assert page.verdict().startswith("It runs 10 s after")
    qtbot.keyClicks(page.command, " -i")  # another command than the one agreed to
    assert page.verdict() == "It does not run before you have allowed it."


def test_the_question_shows_all_of_the_command_and_no_is_the_default(
    dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    command = "echo " + " && echo ".join(map(str, range(300)))
    agreed: list[int] = []
    question = CommandConsent(command, lambda: agreed.append(1), dialog)
    qtbot.addWidget(question)
    question.open()
    assert question.text.toPlainText() == command
    assert question.refuse.isDefault()
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert agreed == []
    question = CommandConsent(command, lambda: agreed.append(1), dialog)
    qtbot.addWidget(question)
    question.open()
    question.allow.click()
    assert agreed == [1]


def test_a_desktop_without_a_tray_offers_none(qtbot: QtBot, settings: Settings) -> None:
    page = DesktopPage(settings, has_tray=False)
    qtbot.addWidget(page)
    box = next(b for b in page.findChildren(QCheckBox) if b.text() == "As an icon in the tray")
    assert not box.isEnabled()
    assert box.accessibleDescription() == "This desktop has no tray."


def test_all_controls_have_names(dialog: PreferencesDialog) -> None:
    from tests.ui.test_window import describe, focusable, name_of

    for row in range(len(dialog.pages)):
        dialog.list.setCurrentRow(row)
        assert [describe(w) for w in focusable(dialog) if not name_of(w)] == []
