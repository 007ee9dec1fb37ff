"""A row that is wider than the form: it scrolls sideways and is as high as what is in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class RowScroll(QScrollArea):
    """Scrolls ``content`` sideways only; the wheel goes on to the form."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.content = QWidget(self)
        self.setWidget(self.content)  # this switches its own ground on
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.content.installEventFilter(self)

    def _height(self) -> int:
        layout = self.content.layout()
        if layout is None:
            return 0
        least = layout.minimumSize().width()
        width = max(self.viewport().width(), least)
        height = layout.heightForWidth(width) if layout.hasHeightForWidth() else -1
        height = height if height >= 0 else layout.sizeHint().height()
        bar = self.horizontalScrollBar()
        return height + (bar.sizeHint().height() if self.viewport().width() < least else 0)

    def sizeHint(self) -> QSize:
        return QSize(self.content.sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(128, self._height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().x():
            super().wheelEvent(event)
        else:
            event.ignore()
