"""One of the pictures that are compared, under its letter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.viewer.picture_view import PictureView
from ivk_desktop.ui.widgets import ElidedLabel, IconButton


class ComparePane(QFrame):
    """A picture with a caption; the one that keys are meant for has a line under its caption."""

    chosen = Signal()
    """The person clicked on it."""
    removed = Signal()
    """It is not to be compared any more."""

    def __init__(self, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self.view = PictureView(f"compare {letter}")
        self.letter = QLabel(letter)
        self.letter.setProperty("role", "strong")
        self.title = ElidedLabel()
        self.title.setProperty("tone", "text2")
        self._remove = IconButton("x", self.tr("Compare without this one"))
        self._line = QFrame()
        self._build()
        self._remove.clicked.connect(self.removed)
        self.view.canvas.installEventFilter(self)

    def show_ref(self, ref: MediaRef, title: str) -> None:
        """Show a picture."""
        self.title.setText(title)
        words = self.tr("Picture {letter}: {title}").format(letter=self._letter, title=title)
        self.view.canvas.setAccessibleName(words)
        if ref != self.view.ref:
            self.view.show_ref(ref)

    def set_active(self, active: bool) -> None:
        """Say whether keys are meant for this one."""
        theme.restyle(self._line, active=active)
        theme.restyle(self.letter, tone="accent_text" if active else "text2")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press on the picture chooses it."""
        if event.type() is QEvent.Type.MouseButtonPress:
            self.chosen.emit()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._line.setFixedHeight(2)
        self._line.setProperty("compared", "true")
        self._line.setProperty("active", False)
        head = QHBoxLayout()
        head.setContentsMargins(Space.M, 0, Space.XS, 0)
        head.setSpacing(Space.S)
        head.addWidget(self.letter)
        head.addWidget(self.title, 1)
        head.addWidget(self._remove)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._line)
        rows.addWidget(self.view, 1)
