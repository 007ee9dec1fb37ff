"""A part of the window in a window of its own, for another monitor."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ivk_desktop.ui.placing import place


class PopOut(QWidget):
    """Takes a part out of its splitter while it is open, and gives it back when it is closed."""

    changed = Signal(bool)
    """Whether the part is out now."""

    def __init__(self, part: QWidget, splitter: QSplitter, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self._part = part
        self._splitter = splitter
        self._place = splitter.indexOf(part)
        self._sizes: list[int] = []
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self.is_placed = False
        """Whether it has stood somewhere: its geometry is worth keeping."""

    @property
    def is_out(self) -> bool:
        """Whether the part is in this window now."""
        return self._part.parentWidget() is self

    def open(self) -> None:
        """Take the part out, or bring its window to the front."""
        if not self.is_out:
            self._sizes = self._splitter.sizes()
            size = self._part.size()
            self._room.addWidget(self._part)
            self._part.show()
            if not self.is_placed:
                self.resize(size)
                place(self)
                self.is_placed = True
        self.show()
        self.raise_()
        self.activateWindow()
        self.changed.emit(True)

    def give_back(self) -> None:
        """Put the part back to where it was."""
        if not self.is_out:
            return
        self._room.removeWidget(self._part)
        self._splitter.insertWidget(self._place, self._part)
        self._part.show()
        self._splitter.setSizes(self._sizes)
        self.hide()
        self.changed.emit(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing gives the part back."""
        self.give_back()
        super().closeEvent(event)
