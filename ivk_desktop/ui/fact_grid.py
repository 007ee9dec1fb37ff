"""Facts as two columns, and headings over them: for pages that tell of one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from html import escape
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import ICON_SMALL_PX, Space
from ivk_desktop.ui.widgets import IconButton, IconLabel

LABEL_PX: Final = 116
NARROW_PX: Final = 60
BREAKS: Final = re.compile(r"[/\\_:.]|[^\s/\\_:.]{4}(?=[^\s/\\_:.]{4})")
"""Behind these a word may be broken: separators, and every so many characters without one."""


def tr(text: str) -> str:
    """Translate in this module's context."""
    return QCoreApplication.translate("facts", text)


class FactRow(NamedTuple):
    """The widgets of one fact."""

    label: QLabel
    value: QLabel
    copy: IconButton

    def show_fact(self, name: str, text: str, *, copyable: bool) -> None:
        """Say another fact; one that can be copied is broken anywhere, be it one long word."""
        self.label.setText(name)
        self.value.setText(breakable(text) if copyable else text)
        self.value.setAccessibleName(f"{name}: {text}")
        self.copy.set_name(tr("Copy {fact}").format(fact=name))

    def set_visible(self, visible: bool, *, copyable: bool) -> None:
        """Show the row or hide it."""
        self.label.setVisible(visible)
        self.value.setVisible(visible)
        self.copy.setVisible(visible and copyable)


class FactGrid(QWidget):
    """Labels and values below each other.

    Values can be selected; where they are ``copyable`` (paths, hashes) each has a button for it.
    """

    def __init__(self, parent: QWidget | None = None, *, copyable: bool = False) -> None:
        super().__init__(parent)
        self._copyable = copyable
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[FactRow] = []
        self._facts: list[tuple[str, str]] = []

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these labels and values; those without a value are left out."""
        told = [(label, value) for label, value in facts if value]
        if told == self._facts:
            return
        self._facts = told
        while len(self._rows) < len(told):
            self._add()
        for row, (name, text) in zip(self._rows, told, strict=False):
            row.show_fact(name, text, copyable=self._copyable)
        for number, row in enumerate(self._rows):
            row.set_visible(number < len(told), copyable=self._copyable)

    def facts(self) -> list[tuple[str, str]]:
        """What is shown."""
        return list(self._facts)

    def _copy(self, number: int) -> None:
        QGuiApplication.clipboard().setText(self._facts[number][1])

    def _add(self) -> None:
        number, top = len(self._rows), Qt.AlignmentFlag.AlignTop
        label, value = QLabel(), QLabel(wordWrap=True)
        label.setProperty("tone", "text2")
        label.setFixedWidth(theme.px(NARROW_PX if self._copyable else LABEL_PX))
        label.setWordWrap(True)
        label.setAlignment(top | Qt.AlignmentFlag.AlignLeft)
        value.setTextFormat(Qt.TextFormat.PlainText)
        if not self._copyable:
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = IconButton("copy", "")
        copy.clicked.connect(partial(self._copy, number))
        self._grid.addWidget(label, number, 0)
        self._grid.addWidget(value, number, 1)
        self._grid.addWidget(copy, number, 2, top)
        self._rows.append(FactRow(label, value, copy))


class Section(QWidget):
    """A heading with an action or two beside it, a sentence below, and what belongs to it.

    ``divided`` draws a line over it, which comes and goes with it.
    """

    def __init__(self, title: str, parent: QWidget | None = None, *, divided: bool = False) -> None:
        super().__init__(parent)
        self.heading = QLabel(title)
        self.heading.setProperty("role", "strong")
        self.note = QLabel(wordWrap=True)
        self.note.setProperty("tone", "text2")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.S)
        self._head.addWidget(self.heading)
        self._mark_icon, self._mark = IconLabel("lock", "text2", size_px=ICON_SMALL_PX), QLabel()
        self._mark.setProperty("role", "caption")
        self._head.addWidget(self._mark_icon)
        self._head.addWidget(self._mark)
        self._head.addStretch(1)
        self.mark("")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(Space.S)
        if divided:
            self.rows.addWidget(_line())
            self.rows.addSpacing(Space.S)
        self.rows.addLayout(self._head)
        self.rows.addWidget(self.note)
        self.say("")

    def add(self, widget: QWidget) -> None:
        """Put something below what is there."""
        self.rows.addWidget(widget)

    def add_action(self, widget: QWidget) -> None:
        """Put a button or switch at the right of the heading."""
        self._head.addWidget(widget)

    def add_link(self, button: QPushButton) -> None:
        """Put a button that looks like a link below what is there, in line with the texts."""
        button.setProperty("variant", "link")
        line = QHBoxLayout()
        line.setContentsMargins(-Space.XS, 0, 0, 0)
        line.addWidget(button)
        line.addStretch(1)
        self.rows.addLayout(line)

    def mark(self, text: str) -> None:
        """Say beside the heading for whom this is; nothing for an empty text."""
        self._mark.setText(text)
        for widget in (self._mark, self._mark_icon):
            widget.setVisible(bool(text))

    def say(self, text: str, tone: str = "text2") -> None:
        """Say a sentence under the heading; none for an empty one."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        if self.note.property("tone") != tone:
            theme.restyle(self.note, tone=tone)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("divider", "true")
    line.setFixedHeight(1)
    return line


def breakable(text: str) -> str:
    """A text whose long words (paths, hashes) may be broken: a label knows no other way."""
    return BREAKS.sub(lambda found: found[0] + "\u200b", text)


def link(target: str, text: str) -> str:
    """A link in a rich text, in the theme's colour now."""
    style = f"color:{theme.color('accent_text').name()};text-decoration:none"
    return f'<a href="{escape(target)}" style="{style}">{escape(text)}</a>'
