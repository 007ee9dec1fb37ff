"""Gives the undo keys of a form's text fields to the form.

There is one history: Ctrl+Z takes back the form's last change wherever the focus is, and a field
of text has none of its own that could fight with it. Typing without a pause is one change, so
little is lost by that. Text fields that are not of the form keep their own undo.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QMenu, QPlainTextEdit, QWidget

from ivk_desktop.stores.open_workflow import OpenWorkflow

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
Keys = QKeySequence.StandardKey


class UndoKeys(QObject):
    """Watches the text field that has the focus, and its context menu."""

    def __init__(self, workflow: OpenWorkflow, parent: QObject) -> None:
        super().__init__(parent)
        self._workflow = workflow

    def watch(self, widget: QWidget) -> None:
        """Take over undo and redo of a text field; any other widget is left alone."""
        if isinstance(widget, QPlainTextEdit):
            widget.viewport().installEventFilter(self)
        elif not isinstance(widget, QLineEdit | QAbstractSpinBox):
            return
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            if event.matches(Keys.Undo) or event.matches(Keys.Redo):
                # Not accepted, the shortcut goes on to the window's action. The key itself comes
                # only where that has nothing to do; then the field must not do it either.
                event.setAccepted(event.type() is QEvent.Type.KeyPress)
                return True
        elif event.type() is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            menu = self.menu(watched)
            if menu is not None:
                menu.popup(event.globalPos())
                return True
        return super().eventFilter(watched, event)

    def menu(self, watched: QObject) -> QMenu | None:
        """A text field's usual menu, with the form's undo and redo."""
        field = watched.lineEdit() if isinstance(watched, QAbstractSpinBox) else watched
        parent = field.parent()
        if isinstance(parent, QPlainTextEdit):
            field = parent  # its viewport is what was clicked
        if not isinstance(field, QLineEdit | QPlainTextEdit):
            return None
        menu = field.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        workflow = self._workflow
        offered = {
            "edit-undo": (workflow.undo, workflow.undo_label is not None),
            "edit-redo": (workflow.redo, workflow.redo_label is not None),
        }
        for action in menu.actions():
            if action.objectName() in offered:
                run, possible = offered[action.objectName()]
                action.triggered.disconnect()
                action.setEnabled(possible)
                # Only when the menu is done: it belongs to the field that this changes.
                action.triggered.connect(run, Qt.ConnectionType.QueuedConnection)
        return menu
