"""The one registry of actions: menus, shortcuts, buttons and the command search come from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ivk_desktop.ui import icons
from ivk_desktop.ui.action_table import CONTEXT, MENUS, SEPARATOR, SPECS, MenuSpec, Spec


class ActionRegistry(QObject):
    """Every ``QAction`` of the window by id, for example ``queue.cancel``.

    An action is invisible until ``on`` says what it does: a menu offers nothing that is dead.
    """

    def __init__(self, window: QWidget, specs: tuple[Spec, ...] = SPECS) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._owners: dict[str, str] = {}
        self._usual: dict[str, list[QKeySequence]] = {}
        for spec in specs:
            self.add(spec)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def add(self, spec: Spec) -> QAction:
        """Make one action.

        Raises:
            ValueError: the id or one of the shortcuts is taken.
        """
        if spec.id in self._actions:
            raise ValueError(f"action {spec.id} exists")
        keys = shortcuts(spec)
        self._own(spec.id, keys)
        self._usual[spec.id] = keys
        action = QAction(_translated(spec.text), self._window)
        action.setObjectName(spec.id)
        action.setShortcuts(keys)
        action.setCheckable(spec.checkable)
        action.setMenuRole(spec.role)
        action.setVisible(False)
        if spec.everywhere:
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        if spec.icon:
            action.setIcon(icons.icon(spec.icon))
            # A check mark takes the icon's place.
            action.setIconVisibleInMenu(not spec.checkable)
        self._window.addAction(action)
        self._actions[spec.id] = action
        return action

    def usual_keys(self, action_id: str) -> list[QKeySequence]:
        """The shortcuts that an action has where the person chose none."""
        return self._usual[action_id]

    def owner(self, keys: QKeySequence) -> QAction | None:
        """Whose shortcut this is now."""
        return next((a for a in self._actions.values() if keys in a.shortcuts()), None)

    def choose_keys(self, chosen: Mapping[str, str]) -> None:
        """Give actions the shortcuts that the person chose, all others their usual ones.

        A shortcut that an action would get by its usual keys, and another one by choice, is the
        other one's. Ids of actions that are not there any more are passed over.
        """
        wanted = {name: _listed(keys) for name, keys in chosen.items() if name in self._actions}
        taken = [keys for sequences in wanted.values() for keys in sequences]
        for name, action in self._actions.items():
            usual = [keys for keys in self._usual[name] if keys not in taken]
            action.setShortcuts(wanted.get(name, usual))

    def on(self, action_id: str, run: Callable[..., object] | SignalInstance) -> QAction:
        """Say what an action does; a checkable one passes whether it is checked."""
        action = self._actions[action_id]
        (action.toggled if action.isCheckable() else action.triggered).connect(run)
        action.setVisible(True)
        return action

    def group(self, *action_ids: str) -> QActionGroup:
        """Let exactly one of these checkable actions be checked."""
        group = QActionGroup(self)
        for action_id in action_ids:
            group.addAction(self._actions[action_id])
        return group

    def menu(self, menu_id: str) -> QMenu:
        """A menu of the menu bar, for example ``file.recent``."""
        return self._menus[menu_id]

    def fill(self, bar: QMenuBar, menus: tuple[MenuSpec, ...] = MENUS) -> None:
        """Build the menu bar."""
        for spec in menus:
            self._fill(bar.addMenu(_translated(spec.title)), spec)

    def _fill(self, menu: QMenu, spec: MenuSpec) -> None:
        self._menus[spec.id] = menu
        for entry in spec.entries:
            if isinstance(entry, MenuSpec):
                self._fill(menu.addMenu(_translated(entry.title)), entry)
            elif entry == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[entry])

    def _own(self, action_id: str, keys: list[QKeySequence]) -> None:
        for key in keys:
            text = key.toString(QKeySequence.SequenceFormat.PortableText)
            if (owner := self._owners.setdefault(text, action_id)) != action_id:
                raise ValueError(f"{text} of {action_id} belongs to {owner}")


def shortcuts(spec: Spec) -> list[QKeySequence]:
    """The key sequences of an action on this platform."""
    if isinstance(spec.keys, QKeySequence.StandardKey):
        return QKeySequence.keyBindings(spec.keys)[:1]
    return _listed(spec.keys)


def _listed(keys: str) -> list[QKeySequence]:
    return QKeySequence.listFromString(keys) if keys else []


def menu_title(menu: MenuSpec) -> str:
    """A menu's title without mnemonic."""
    return without_mnemonic(_translated(menu.title))


def without_mnemonic(text: str) -> str:
    """A text as it is read; where letters cannot be underlined the mnemonic stands in brackets."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "")


def plain_text(action: QAction) -> str:
    """An action's text without mnemonic and ellipsis, for lists and tool tips."""
    return without_mnemonic(action.text()).removesuffix("…")


def tool_tip(action: QAction) -> str:
    """An action's text with its shortcut, for buttons."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain_text(action)} ({keys})" if keys else plain_text(action)


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
