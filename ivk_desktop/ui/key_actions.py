"""Actions of one part of the window, whose plain keys work while the focus is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from ivk_desktop.ui import icons
from ivk_desktop.ui.action_table import CONTEXT, Spec
from ivk_desktop.ui.actions import shortcuts

SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


class KeyActions(QObject):
    """``QAction`` s by id, for menus, buttons and the list of all shortcuts.

    Qt itself never triggers them: a letter would be taken away from lists that are searched by
    typing. The part that has the focus hands in the keys that it does not use itself.
    """

    def __init__(self, specs: Sequence[Spec], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        self._by_key: dict[str, QAction] = {}
        for spec in specs:
            self._add(spec)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def on(self, action_id: str, run: Callable[..., object] | SignalInstance) -> QAction:
        """Say what an action does."""
        action = self._actions[action_id]
        action.triggered.connect(run)
        action.setVisible(True)
        return action

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; returns whether it is one of these.

        A key that is held down does it once: nothing is deleted or run by a heavy hand.
        """
        action = self._found(event.key(), event.modifiers() & ~KEYPAD)
        if action is None or not action.isVisible():
            return False
        if not event.isAutoRepeat() and action.isEnabled():
            action.trigger()
        return True

    def _found(self, key: int, modifiers: Qt.KeyboardModifier) -> QAction | None:
        found = self._by_key.get(_name(QKeySequence(key | modifiers.value)))
        if found is None and modifiers == SHIFT and _is_sign(key):
            # Where digits and signs stand on a key depends on the keyboard.
            found = self._by_key.get(_name(QKeySequence(key)))
        return found

    def _add(self, spec: Spec) -> None:
        action = QAction(QCoreApplication.translate(CONTEXT, spec.text), self)
        action.setObjectName(spec.id)
        keys = shortcuts(spec)
        action.setShortcuts(keys)
        action.setCheckable(spec.checkable)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setVisible(False)
        if spec.icon:
            action.setIcon(icons.icon(spec.icon, "text2"))
        self._actions[spec.id] = action
        for key in keys:
            if (owner := self._by_key.setdefault(_name(key), action)) is not action:
                raise ValueError(f"{_name(key)} of {spec.id} belongs to {owner.objectName()}")


def _is_sign(key: int) -> bool:
    return key < 0x7F and not chr(key).isalpha()


def _name(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)
