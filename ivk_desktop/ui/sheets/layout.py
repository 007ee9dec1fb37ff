"""Where things stand in the grid of a sheet: no cell is laid out, each place is worked out."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ivk_desktop.domain.sheets import SheetGrid, fitted
from ivk_desktop.stores.pictures import THUMBNAIL_EDGE_PX
from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import Space

SMALLEST_PX: Final = 48
LARGEST_PX: Final = THUMBNAIL_EDGE_PX
GAP_PX: Final = 10
BELOW_PX: Final = 16
"""The room below a picture, for the mark of a winner."""
MOST_LABEL_PX: Final = 200
LABEL_LINES: Final = 2
MEASURED: Final = 20
"""Of so many labels the width is measured."""


class SheetLayout(QAbstractScrollArea):
    """The base of the grid: labels at its left and upper edge, cells that scroll below them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid: SheetGrid | None = None
        self._edge = SMALLEST_PX
        self.ratio = 1.0
        """Width by height of the pictures in view, where all have the same; else 1."""
        self._is_fitted = True
        """The person has not chosen a size yet."""
        self._head = (0, 0)
        """How wide the labels of the rows are, and how high those of the columns."""

    @property
    def _pitch(self) -> tuple[int, int]:
        wide, high = fitted(self._edge, self.ratio)
        return wide + GAP_PX, high + GAP_PX + BELOW_PX

    def _measured(self, grid: SheetGrid) -> tuple[int, int]:
        """The room of the labels: the longest ones tell."""
        metrics = QFontMetrics(theme.theme().font("caption"))
        shown = sorted((grid.row_label(row) for row in range(grid.rows)), key=len)[-MEASURED:]
        widest = max((metrics.horizontalAdvance(text) for text in shown), default=0)
        left = min(theme.px(MOST_LABEL_PX), widest) + theme.px(Space.M) if widest else 0
        lines = LABEL_LINES if grid.view.x >= 0 else 0
        return left + theme.px(Space.L), lines * metrics.lineSpacing() + theme.px(Space.L)

    def _fitting(self) -> int:
        """An edge at which the page fits in the view, if that is not too small."""
        if self._grid is None:
            return SMALLEST_PX
        left, top = self._head
        wide = (self.viewport().width() - left) // self._grid.columns - GAP_PX
        high = (self.viewport().height() - top) // self._grid.rows - GAP_PX - BELOW_PX
        edge = min(wide / min(1.0, self.ratio), high * max(1.0, self.ratio))
        return min(max(int(edge), 2 * SMALLEST_PX), LARGEST_PX)

    def cell_rect(self, column: int, row: int) -> QRect:
        """Where a picture stands in the viewport."""
        (left, top), (wide, high) = self._head, self._pitch
        x = left + column * wide - self.horizontalScrollBar().value()
        y = top + row * high - self.verticalScrollBar().value()
        return QRect(x, y, wide - GAP_PX, high - GAP_PX - BELOW_PX)

    def visible(self) -> tuple[range, range]:
        """The columns and rows that are at least partly in view."""
        if self._grid is None:
            return range(0), range(0)
        (left, top), (wide, high) = self._head, self._pitch
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        columns = range(x // wide, min((x + self.viewport().width() - left) // wide + 1,
                                       self._grid.columns))  # fmt: skip
        rows = range(y // high, min((y + self.viewport().height() - top) // high + 1,
                                    self._grid.rows))  # fmt: skip
        return columns, rows

    def place_at(self, point: QPoint) -> tuple[int, int] | None:
        """The column and row of the cell at a point of the viewport."""
        (left, top), (wide, high) = self._head, self._pitch
        if self._grid is None or point.x() < left or point.y() < top:
            return None
        column = (point.x() - left + self.horizontalScrollBar().value()) // wide
        row = (point.y() - top + self.verticalScrollBar().value()) // high
        inside = column < self._grid.columns and row < self._grid.rows
        return (column, row) if inside else None

    def _lay_out(self) -> None:
        """Work out the sizes anew."""
        if self._grid is None:
            return
        self._head = self._measured(self._grid)
        if self._is_fitted:
            self._edge = self._fitting()
        (left, top), (wide, high) = self._head, self._pitch
        for bar, whole, room, step in (
            (self.horizontalScrollBar(), self._grid.columns * wide,
             self.viewport().width() - left, wide),
            (self.verticalScrollBar(), self._grid.rows * high,
             self.viewport().height() - top, high),
        ):  # fmt: skip
            bar.setPageStep(max(1, room))
            bar.setSingleStep(max(1, step // 3))
            bar.setRange(0, max(0, whole - room))

    def _scroll_to(self, place: tuple[int, int]) -> None:
        """Scroll as little as needed to show one cell."""
        (left, top), (wide, high) = self._head, self._pitch
        for bar, number, step, room in (
            (self.horizontalScrollBar(), place[0], wide, self.viewport().width() - left),
            (self.verticalScrollBar(), place[1], high, self.viewport().height() - top),
        ):
            bar.setValue(min(max(bar.value(), (number + 1) * step - room), number * step))
