"""The sidebar of narrow windows: one icon a group."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ivk_desktop.ui import theme
from ivk_desktop.ui.sidebar.rows import Group, heading
from ivk_desktop.ui.tokens import Space, Width
from ivk_desktop.ui.widgets import IconButton

ICONS = {
    Group.OPEN: "workflow",
    Group.WORKFLOWS: "folder",
    Group.BOARDS: "images",
    Group.MODELS: "box",
}


class Rail(QWidget):
    """Opens the list of a group beside its icon."""

    requested = Signal(object, object)
    """A ``Group`` and the global place for its list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme.px(Width.RAIL))
        self.buttons: dict[Group, IconButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, Space.S)
        column.setSpacing(Space.S)
        for group, icon in ICONS.items():
            button = IconButton(icon, heading(group))
            button.clicked.connect(self._clicked)
            self.buttons[group] = button
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_groups(self, offered: set[Group]) -> None:
        """Hide what the server does not have."""
        for group, button in self.buttons.items():
            button.setVisible(group in offered)

    def _clicked(self) -> None:
        for group, button in self.buttons.items():
            if button is self.sender():
                place = button.mapToGlobal(QPoint(button.width() + Space.S, 0))
                self.requested.emit(group, place)
