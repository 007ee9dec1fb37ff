"""One line that says what multiplies; its tool tip has the first items."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import ICON_PX, Space
from ivk_desktop.ui.widgets import ElidedLabel


class PlanLabel(ElidedLabel):
    """Stands under the readiness line, in line with its words."""

    def __init__(self, parent: QWidget) -> None:
        self._items = ""
        super().__init__("", parent)
        self.setProperty("role", "caption")
        self.setProperty("tone", "text2")
        self.setIndent(theme.px(ICON_PX) + Space.S)
        self.hide()

    def say(self, text: str, items: str) -> None:
        """Show what multiplies; ``items`` are the first items, a line each."""
        self._items = items
        self.setText(text)
        self.setVisible(bool(text))

    def _elide(self) -> None:
        super()._elide()
        cut = self.toolTip()
        self.setToolTip(f"{cut}\n{self._items}" if cut else self._items)
