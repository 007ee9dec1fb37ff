"""What is known of the picture on the stage: the item that made it, with its inputs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.texts import breakable
from ivk_desktop.ui.tokens import Space

Facts = Sequence[tuple[str, str]]
MOST_FACTS = 100
BREAK_EVERY = 12
"""Characters of a word without spaces, as a picture's name is, between which it may break."""


class PictureFacts(QScrollArea):
    """Labels and values of one picture, to be read and copied.

    Args:
        facts_of: the facts of a picture in the order in which they are shown.
    """

    def __init__(self, facts_of: Callable[[MediaRef], Facts]) -> None:
        super().__init__()
        self._facts_of = facts_of
        self._ref: MediaRef | None = None
        self._facts: Facts = ()
        self._title = QLabel(self.tr("Picture"))
        self._empty = QLabel(self.tr("Choose a picture to see what it was made of."), wordWrap=True)
        self._copy = QPushButton(icons.icon("copy"), self.tr("Copy"))
        self._lines = QFormLayout()
        self._build()
        self._copy.clicked.connect(self._copy_all)
        self.show_picture(None)

    def show_picture(self, ref: MediaRef | None) -> None:
        """Show the facts of another picture; ``None`` for none."""
        self._ref = ref
        self.refresh()

    def refresh(self) -> None:
        """Show what is known by now."""
        if self.isHidden():
            return
        facts = tuple(self._facts_of(self._ref))[:MOST_FACTS] if self._ref is not None else ()
        self._empty.setVisible(not facts)
        self._copy.setVisible(bool(facts))
        if facts == self._facts:
            return
        self._facts = facts
        while self._lines.rowCount():
            self._lines.removeRow(0)
        for label, value in facts:
            self._lines.addRow(self._label(label), self._value(label, value))

    def texts(self) -> Facts:
        """What is shown."""
        return self._facts

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        if visible:
            self.refresh()

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {v}" for name, v in self._facts))

    def _label(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("tone", "text2")
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _value(self, name: str, text: str) -> QLabel:
        value = QLabel(breakable(text, BREAK_EVERY), wordWrap=True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setAccessibleName(f"{name}: {text}")
        return value

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What the picture was made of"))
        self.setMinimumWidth(theme.px(220))
        self._title.setProperty("role", "heading")
        self._empty.setProperty("tone", "text2")
        self._lines.setHorizontalSpacing(Space.M)
        self._lines.setVerticalSpacing(Space.S)
        self._lines.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        inside = QWidget()
        inside.setProperty("surface", "panel")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        rows.setSpacing(Space.M)
        rows.addWidget(self._title)
        rows.addWidget(self._empty)
        rows.addLayout(self._lines)
        rows.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)
        self.setWidget(inside)
