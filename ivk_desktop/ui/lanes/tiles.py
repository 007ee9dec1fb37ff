"""Lays lanes out below each other, or as tiles side by side."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import Space

TILE_PX = 300
"""The least width of a tile; they share what is left over."""


class LaneLayout(QLayout):
    """One column, or as many columns of ``TILE_PX`` as there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._is_tiled = False
        self.setContentsMargins(0, 0, 0, 0)

    def set_tiled(self, tiled: bool) -> None:
        """Lay out side by side, or below each other."""
        if tiled != self._is_tiled:
            self._is_tiled = tiled
            self.invalidate()

    def insertWidget(self, place: int, widget: QWidget) -> None:
        """Put a widget at a place in the order."""
        self.addChildWidget(widget)
        self._items.insert(place, QWidgetItem(widget))
        self.invalidate()

    # --- what Qt asks --------------------------------------------------------------------
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(QRect(0, 0, width, 0), apply=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widths = [item.minimumSize().width() for item in self._shown()]
        return QSize(max(widths, default=0), 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay_out(rect, apply=True)

    # --- inside --------------------------------------------------------------------------
    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay_out(self, rect: QRect, *, apply: bool) -> int:
        """Place the lanes in ``rect``, or only tell how high they are together."""
        gap = theme.px(Space.M) if self._is_tiled else 0
        columns = 1
        if self._is_tiled:
            columns = max(1, (rect.width() + gap) // (theme.px(TILE_PX) + gap))
        width = (rect.width() - gap * (columns - 1)) // columns
        items, top = self._shown(), rect.top()
        for first in range(0, len(items), columns):
            row = items[first : first + columns]
            heights = [_height(item, width) for item in row]
            for number, item in enumerate(row) if apply else ():
                left = rect.left() + number * (width + gap)
                item.setGeometry(QRect(left, top, width, heights[number]))
            top += max(heights)
        return top - rect.top()


def _height(item: QLayoutItem, width: int) -> int:
    height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(height, item.minimumSize().height())
