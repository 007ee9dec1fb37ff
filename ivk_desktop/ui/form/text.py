"""Editors of text: one line, and an area that grows with what is in it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import Unset
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.form.text_change import show_area, show_line

FEWEST_LINES: Final = 2
MOST_LINES: Final = 12
"""A longer text scrolls inside its area."""

_LONGEST: Final = 2**31 - 1
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineEditor(Editor):
    """A text of one line."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.line = QLineEdit(self)
        self.line.setMaxLength(_LONGEST)
        if isinstance(spec.placeholder, str):
            self.line.setPlaceholderText(spec.placeholder)
        self.line.textEdited.connect(self._edited)
        self.add(self.line, 1, focus=True)

    def set_value(self, value: Value | Unset) -> None:
        show_line(self.line, shown(value))

    def _edited(self, text: str) -> None:
        self.value_edited.emit(text)


class GrowingText(QPlainTextEdit):
    """A text area as high as its text, between two and twelve lines."""

    def __init__(self, parent: QWidget | None = None, fewest_lines: int = FEWEST_LINES) -> None:
        super().__init__(parent)
        self._fewest = fewest_lines
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # the form has the one history
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        # The layout of a plain text document measures its height in lines.
        lines = round(self.document().documentLayout().documentSize().height())
        shown_lines = min(max(lines, self._fewest), MOST_LINES)
        margin = self.document().documentMargin()
        frame = self.contentsMargins().top() + self.contentsMargins().bottom()
        height = shown_lines * self.fontMetrics().lineSpacing() + 2 * margin + frame
        self.setFixedHeight(round(height) + 2)

    def event(self, event: QEvent) -> bool:
        # Ctrl+Enter belongs to the window: it submits.
        if (
            isinstance(event, QKeyEvent)
            and event.key() in _ENTER
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()


class TextareaEditor(Editor):
    """A text of many lines."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.area = GrowingText(self)
        if isinstance(spec.placeholder, str):
            self.area.setPlaceholderText(spec.placeholder)
        self.area.textChanged.connect(self._changed)
        self.add(self.area, 1, focus=True)

    def set_value(self, value: Value | Unset) -> None:
        show_area(self.area, shown(value))

    def _changed(self) -> None:
        self.value_edited.emit(self.area.toPlainText())


def shown(value: Value | Unset) -> str:
    """A value as text; nothing for none."""
    if isinstance(value, str):
        return value
    return "" if value is None or isinstance(value, Unset) else str(value)
