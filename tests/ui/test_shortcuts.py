"""Shortcuts can be changed, and no two actions ever share one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ivk_desktop.stores.settings import Settings
from ivk_desktop.ui.actions import ActionRegistry
from ivk_desktop.ui.preferences.shortcuts_page import ShortcutsPage


@pytest.fixture
def registry(qtbot: QtBot) -> ActionRegistry:
    window = QWidget()
    qtbot.addWidget(window)
    registry = ActionRegistry(window)
    for action in registry:
        action.setVisible(True)
    return registry


@pytest.fixture
def page(qtbot: QtBot, registry: ActionRegistry, tmp_path: Path) -> ShortcutsPage:
    settings = Settings(tmp_path / "settings.json")
    settings.changed.connect(lambda _: registry.choose_keys(settings.prefs.shortcuts))
    page = ShortcutsPage(settings, registry)
    qtbot.addWidget(page)
    page.show()
    return page


def keys(registry: ActionRegistry, action_id: str) -> str:
    return QKeySequence.listToString(registry[action_id].shortcuts())


def enter(page: ShortcutsPage, action_id: str, wanted: str) -> None:
    page.tree.choose(page._registry[action_id])
    page.edit.setKeySequence(QKeySequence(wanted))
    page.edit.editingFinished.emit()


def test_a_new_shortcut_applies_and_is_kept(page: ShortcutsPage, registry: ActionRegistry) -> None:
    enter(page, "queue.prune", "Ctrl+Alt+R")
    assert keys(registry, "queue.prune") == "Ctrl+Alt+R"
    assert page.settings.prefs.shortcuts == {"queue.prune": "Ctrl+Alt+R"}


def test_a_taken_shortcut_changes_hands_only_when_asked_to(
    page: ShortcutsPage, registry: ActionRegistry
) -> None:
    enter(page, "queue.prune", "Ctrl+K")
    assert keys(registry, "help.find") == "Ctrl+K"
    assert page.told.text() == "Ctrl+K belongs to “Find or do”, which would have none."
    page.take.click()
    assert keys(registry, "queue.prune") == "Ctrl+K"
    assert keys(registry, "help.find") == ""


def test_a_key_that_typing_needs_is_refused(page: ShortcutsPage, registry: ActionRegistry) -> None:
    for wanted in ("A", "Shift+5", "Up"):
        enter(page, "queue.prune", wanted)
        assert "needed for typing" in page.told.text()
    assert keys(registry, "queue.prune") == ""
    enter(page, "queue.prune", "F9")
    assert keys(registry, "queue.prune") == "F9"


def test_a_shortcut_can_be_taken_away_and_put_back(
    page: ShortcutsPage, registry: ActionRegistry
) -> None:
    enter(page, "help.find", "")
    assert keys(registry, "help.find") == ""
    page.reset.click()
    assert keys(registry, "help.find") == "Ctrl+K"
    enter(page, "help.find", "Ctrl+J")
    enter(page, "queue.prune", "Ctrl+Alt+R")
    page.reset_all.click()
    assert (keys(registry, "help.find"), keys(registry, "queue.prune")) == ("Ctrl+K", "")


def test_usual_keys_give_way_to_chosen_ones(registry: ActionRegistry) -> None:
    registry.choose_keys({"queue.prune": "F5", "gone.action": "F6", "queue.clear": "no such key"})
    assert keys(registry, "queue.prune") == "F5"
    assert keys(registry, "server.refresh") == ""
    given = [key.toString() for action in registry for key in action.shortcuts()]
    assert len(given) == len(set(given))


def test_actions_are_found_by_name_and_by_key(page: ShortcutsPage) -> None:
    page.search.setText("ctrl+k")
    assert page.tree.shown() == ["Find or do"]
    page.search.setText("queue clear")
    assert page.tree.shown() == ["Clear the queue"]
