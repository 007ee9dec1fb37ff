"""Where a window that stands beside the main one comes up."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from ivk_desktop.ui.reading_order import chain

PLACED: Final = "is_placed"
FRAME_PX: Final = 8
"""The border that a window system may draw around a window, besides its title bar."""


def front(window: QWidget) -> QWidget:
    """The window that a question has to stand before: the one in use, else ``window``."""
    active = QApplication.activeWindow()
    return active if active is not None else window


def bring_up(window: QWidget) -> None:
    """Show a window before all others; the first time over its parent, whole on its screen."""
    show_placed(window)
    window.raise_()
    window.activateWindow()


def show_placed(window: QWidget) -> None:
    """Show a window; from its second time on where the person has left it."""
    known = window.property(PLACED)
    if not known:
        window.setProperty(PLACED, True)
        place(window)
    window.show()
    if not known:
        chain(window)


def place(window: QWidget) -> None:
    """Bound the size to the screen and centre the window; a frame is not known before it shows."""
    parent = window.parentWidget()
    over = parent.window() if parent is not None else window
    if not window.testAttribute(Qt.WidgetAttribute.WA_Resized):
        window.adjustSize()
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    room = over.screen().availableGeometry()
    frame = room.adjusted(FRAME_PX, FRAME_PX + title, -FRAME_PX, -FRAME_PX)
    content = QRect(QPoint(), window.size().boundedTo(frame.size()))
    content.moveCenter(over.geometry().center())
    content.moveLeft(max(frame.left(), min(content.left(), frame.right() + 1 - content.width())))
    content.moveTop(max(frame.top(), min(content.top(), frame.bottom() + 1 - content.height())))
    window.setGeometry(content)
