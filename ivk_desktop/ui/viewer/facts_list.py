"""Labels with values, each copied with a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QToolTip, QVBoxLayout, QWidget

from ivk_desktop.ui.texts import breakable
from ivk_desktop.ui.tokens import Space

Facts = Sequence[tuple[str, str]]
"""Labels and values in the order in which they are shown."""
MOST_FACTS: Final = 100
BREAK_EVERY: Final = 12
"""Characters of a word without spaces, as a picture's name is, between which it may break."""
INDENT_PX: Final = 5
"""The border and padding of a value: its label stands over its text."""


class FactValue(QLabel):
    """One value: a click or Enter copies it, and says so."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(breakable(text, BREAK_EVERY), wordWrap=True)
        self.value = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)  # a label with a border would have one
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("fact", "true")
        self.setAccessibleName(f"{name}: {text}")
        self.setToolTip(self.tr("Click to copy"))

    def copy(self) -> None:
        """Put the value on the clipboard."""
        QGuiApplication.clipboard().setText(self.value)
        at = self.mapToGlobal(QPoint(0, self.height()))
        QToolTip.showText(at, self.tr("Copied"), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Copy what was clicked."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.copy()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what has the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.copy()
        else:
            super().keyPressEvent(event)


class FactsList(QScrollArea):
    """Each label stands above its value: values may be long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: Facts = ()
        self._inside = QWidget()
        self._inside.setProperty("surface", "panel")
        self._inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(Space.S, Space.S, Space.S, Space.M)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What the picture was made of"))
        self.setWidget(self._inside)

    @property
    def facts(self) -> Facts:
        """What is shown."""
        return self._facts

    def show_facts(self, facts: Facts) -> None:
        """Show other facts; where they are the same, nothing moves."""
        facts = tuple(facts)[:MOST_FACTS]
        if facts == self._facts:
            return
        self._facts = facts
        while self._rows.count() > 1:
            item = self._rows.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, (name, text) in enumerate(facts):
            label = QLabel(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "caption")
            label.setContentsMargins(INDENT_PX, Space.S if number else 0, 0, 0)
            self._rows.insertWidget(self._rows.count() - 1, label)
            self._rows.insertWidget(self._rows.count() - 1, FactValue(name, text))

    def copy_all(self) -> None:
        """Copy all labels with their values, a line each."""
        text = "\n".join(f"{name}: {value}" for name, value in self._facts)
        QGuiApplication.clipboard().setText(text)
