"""Actions: one registry, unique, and menus that offer what works."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from ivk_desktop.ui.action_table import MENUS, SEPARATOR, SPECS, MenuSpec, Spec
from ivk_desktop.ui.actions import ActionRegistry, plain_text, shortcuts, tool_tip

# The platform's shortcuts are known only once there is an application.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def mnemonic(text: str) -> str:
    found = re.search(r"&(\w)", text)
    return found.group(1).lower() if found else ""


def menus(specs: tuple[MenuSpec | str, ...] = MENUS) -> list[MenuSpec]:
    own = [spec for spec in specs if isinstance(spec, MenuSpec)]
    return [*own, *(menu for spec in own for menu in menus(spec.entries))]


def test_ids_and_shortcuts_are_unique() -> None:
    assert len({spec.id for spec in SPECS}) == len(SPECS)
    keys = [key.toString() for spec in SPECS for key in shortcuts(spec)]
    assert len(set(keys)) == len(keys)


def test_every_shortcut_is_one_that_can_be_typed() -> None:
    for spec in SPECS:
        if spec.keys:
            assert shortcuts(spec), spec.id
        for key in shortcuts(spec):
            assert not key.isEmpty(), spec.id


def test_every_action_stands_in_exactly_one_menu() -> None:
    entries = [e for menu in menus() for e in menu.entries if isinstance(e, str) and e != SEPARATOR]
    assert sorted(entries) == sorted(spec.id for spec in SPECS)


def test_mnemonics_are_unique_in_each_menu() -> None:
    texts = {spec.id: spec.text for spec in SPECS}
    for menu in menus():
        entries = [e for e in menu.entries if e != SEPARATOR]
        letters = [mnemonic(e.title if isinstance(e, MenuSpec) else texts[e]) for e in entries]
        assert "" not in letters, menu.id
        assert len(set(letters)) == len(letters), f"{menu.id}: {sorted(letters)}"
    tops = [mnemonic(menu.title) for menu in MENUS]
    assert len(set(tops)) == len(tops)


def test_a_taken_id_or_shortcut_is_refused(window: QMainWindow) -> None:
    registry = ActionRegistry(window, (Spec("a.b", "&B", "Ctrl+B"),))
    with pytest.raises(ValueError, match="exists"):
        registry.add(Spec("a.b", "Again"))
    with pytest.raises(ValueError, match=r"Ctrl\+B of a\.c belongs to a\.b"):
        registry.add(Spec("a.c", "C", "Ctrl+X; Ctrl+B"))


def test_an_action_is_offered_once_it_does_something(window: QMainWindow) -> None:
    registry = ActionRegistry(window)
    registry.fill(window.menuBar())
    assert not registry["queue.cancel"].isVisible()
    done: list[str] = []
    registry.on("queue.cancel", lambda: done.append("canceled"))
    registry["queue.cancel"].trigger()
    assert registry["queue.cancel"].isVisible()
    assert done == ["canceled"]


def test_a_checkable_action_passes_its_state_and_a_group_has_one_checked(
    window: QMainWindow,
) -> None:
    registry = ActionRegistry(window)
    told: list[tuple[str, bool]] = []
    names = ("view.theme_light", "view.theme_dark")
    registry.group(*names)
    for name in names:
        registry.on(name, lambda checked, name=name: told.append((name, checked)))
    registry["view.theme_light"].trigger()
    registry["view.theme_dark"].trigger()
    assert told == [
        ("view.theme_light", True),
        ("view.theme_light", False),
        ("view.theme_dark", True),
    ]


def test_the_menu_bar_has_the_usual_menus_and_roles(window: QMainWindow) -> None:
    registry = ActionRegistry(window)
    registry.fill(window.menuBar())
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&View", "&Queue", "&Server", "&Help"]
    assert isinstance(registry.menu("file.recent"), QMenu)
    assert registry["file.quit"].menuRole() is QAction.MenuRole.QuitRole
    assert registry["file.preferences"].menuRole() is QAction.MenuRole.PreferencesRole
    assert registry["file.open"].shortcut() == QKeySequence(QKeySequence.StandardKey.Open)


def test_names_for_lists_and_tool_tips_are_plain(window: QMainWindow) -> None:
    action = ActionRegistry(window)["file.open"]
    assert plain_text(action) == "Open workflow"
    assert tool_tip(action) == "Open workflow (Ctrl+O)"
