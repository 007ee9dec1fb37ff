"""What a person sees of the window, as text."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from ivk_desktop.app import Desk
from ivk_desktop.ui.widgets import ElidedLabel


def words(widget: QWidget) -> list[str]:
    """The texts of all visible labels and buttons."""
    found = []
    for part in widget.findChildren(QWidget):
        if not part.isVisible():
            continue
        if isinstance(part, ElidedLabel):
            found.append(part.whole_text())
        elif isinstance(part, QLabel | QAbstractButton):
            found.append(part.text())
    return [text for text in found if text]


def told(desk: Desk) -> list[str]:
    """The texts of all notices so far, oldest first."""
    from ivk_desktop.ui.texts import notice_text

    return [notice_text(notice) for notice in desk.notices.log]
