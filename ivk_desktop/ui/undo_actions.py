"""Undo and redo of the current workflow's form, with the words for what they would do.

While the keyboard is among pictures, undo takes back first what was done with pictures: a form
that nobody looks at is not changed by it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ivk_desktop.stores.form_history import StepLabel
from ivk_desktop.stores.notices import NoticeAction, Notices
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.ui.actions import ActionRegistry
from ivk_desktop.ui.form.step_texts import step_text

OF_PICTURES: Final = ("deleted", "marks")
"""The keys of notices that offer to take back what was done with pictures."""


class UndoActions(QObject):
    """Says in both actions what they would do, for example "Undo change of Steps"."""

    def __init__(self, actions: ActionRegistry, workflows: OpenWorkflows, parent: QObject) -> None:
        super().__init__(parent)
        self._undo = actions.on("edit.undo", self._do_undo)
        self._redo = actions.on("edit.redo", self._do_redo)
        self._workflows = workflows
        self._current: OpenWorkflow | None = None
        self._notices: Notices | None = None
        self._pictures: QWidget | None = None
        workflows.current_changed.connect(self._current_changed)
        self._current_changed()

    def watch_pictures(self, notices: Notices, pictures: QWidget) -> None:
        """Take back what ``notices`` offer to, while the keyboard is in ``pictures``."""
        self._notices, self._pictures = notices, pictures
        notices.posted.connect(self._say)
        notices.dismissed.connect(self._say)

    def _offered(self) -> NoticeAction | None:
        """What was done with pictures last and can be taken back."""
        if self._notices is None:
            return None
        found = [one for key in OF_PICTURES if (one := self._notices.active(key)) and one.action]
        return max(found, key=lambda one: one.at).action if found else None

    def _current_changed(self) -> None:
        if self._current is not None:
            self._current.undo_changed.disconnect(self._say)
        self._current = self._workflows.current
        if self._current is not None:
            self._current.undo_changed.connect(self._say)
        self._say()

    def _say(self, *_: object) -> None:
        current = self._current
        undo = current.undo_label if current is not None else None
        redo = current.redo_label if current is not None else None
        self._undo.setEnabled(undo is not None or self._offered() is not None)
        self._redo.setEnabled(redo is not None)
        what = self._what(undo)
        self._undo.setText(self.tr("&Undo {what}").format(what=what) if what else self.tr("&Undo"))
        what = self._what(redo)
        self._redo.setText(self.tr("&Redo {what}").format(what=what) if what else self.tr("&Redo"))

    def _what(self, label: StepLabel | None) -> str:
        if label is None:
            return ""
        return step_text(label).replace("&", "&&")

    def _do_undo(self) -> None:
        pictures, offered = self._pictures, self._offered()
        focus = pictures.window().focusWidget() if pictures is not None else None
        inside = focus is not None and pictures is not None and pictures.isAncestorOf(focus)
        if offered is not None and inside:
            offered.run()
        elif self._current is not None:
            self._current.undo()

    def _do_redo(self) -> None:
        if self._current is not None:
            self._current.redo()
