"""The previews of all running jobs over the whole screen."""

from __future__ import annotations

from math import ceil, sqrt

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.stores.previews import Previews
from ivk_desktop.ui.stage.canvas import Canvas, Ground


class Wall(QWidget):
    """One canvas a job, in as many columns as rows; Escape or Space closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("All running previews"))
        self._previews: Previews | None = None
        self._canvases: dict[JobKey, Canvas] = {}
        self._ground = Ground.THEME
        self._empty = Canvas()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)

    def open(self, previews: Previews, ground: Ground) -> None:
        """Show what runs now, and follow it."""
        if self._previews is not previews:
            if self._previews is not None:
                self._previews.changed.disconnect(self._changed)
                self._previews.cleared.disconnect(self._lay_out)
            previews.changed.connect(self._changed)
            previews.cleared.connect(self._lay_out)
        self._previews, self._ground = previews, ground
        self.showFullScreen()
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Space):
            self.close()
        else:
            super().keyPressEvent(event)

    def _changed(self, key: JobKey) -> None:
        if not self.isVisible():
            return
        if key not in self._canvases:
            self._lay_out()
        self._show(key)

    def _show(self, key: JobKey) -> None:
        frame = self._previews.preview(key) if self._previews else None
        if frame is not None:
            self._canvases[key].show_preview(
                key, frame.image, frame.width, frame.height, frame.arrived_at
            )

    def _lay_out(self) -> None:
        keys = sorted(self._previews.keys()) if self._previews else []
        for key in [key for key in self._canvases if key not in keys]:
            self._canvases.pop(key).deleteLater()
        columns = max(1, ceil(sqrt(len(keys))))
        for number, key in enumerate(keys):
            if key not in self._canvases:
                self._canvases[key] = Canvas()
            self._canvases[key].set_ground(self._ground)
            self._grid.addWidget(self._canvases[key], *divmod(number, columns))
            self._show(key)
        self._empty.setVisible(not keys)
        if not keys:
            self._grid.addWidget(self._empty, 0, 0)
            self._empty.set_ground(self._ground)
            self._empty.clear(self.tr("Nothing runs now. Press Escape to go back."))
