"""Where things stand in a scrolled view of equal cells: lines of as many as fit."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ivk_desktop.ui import theme
from ivk_desktop.ui.stage import cells
from ivk_desktop.ui.tokens import Space

EDGE_PX = 128
GAP_PX = 8


class CellView(QAbstractScrollArea):
    """The base of a grid: no cell is laid out, each place is worked out when it is needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def _count(self) -> int:
        """How many cells there are."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        """How many pictures there are."""
        return self._count()

    @property
    def columns(self) -> int:
        """How many pictures stand in a line."""
        return self._columns()

    @property
    def page(self) -> int:
        """How many pictures fit in the view."""
        return max(1, self.viewport().height() // self._pitch_y()) * self._columns()

    def visible_rows(self) -> range:
        """The rows of the model that are at least partly in view."""
        top = self.verticalScrollBar().value()
        first = max(0, (top - self._margin()) // self._pitch_y())
        last = (top + self.viewport().height() - self._margin()) // self._pitch_y() + 1
        return range(first * self._columns(), min(last * self._columns(), self._count()))

    def scroll_to(self, row: int) -> None:
        """Scroll as little as needed to show one row."""
        bar = self.verticalScrollBar()
        top = (row // self._columns()) * self._pitch_y()
        bottom = top + self._pitch_y() + self._margin() - self.viewport().height()
        bar.setValue(min(max(bar.value(), bottom), top))

    def rows_within(self, frame: QRect) -> Iterator[tuple[int, int]]:
        """The cells that a frame in the viewport touches, line by line: first and last."""
        wide, high, margin = self._pitch_x(), self._pitch_y(), self._margin()
        top = frame.top() - margin + self.verticalScrollBar().value()
        lines = range(max(0, top) // high, max(0, top + frame.height()) // high + 1)
        first = max(0, frame.left() - margin) // wide
        last = min(self._columns() - 1, max(0, frame.right() - margin) // wide)
        for line in lines:
            begin, end = line * self._columns() + first, line * self._columns() + last
            if first <= last and begin < self._count():
                yield begin, min(end, self._count() - 1)

    def _margin(self) -> int:
        return theme.px(Space.L)

    def _room(self) -> int:
        return self.viewport().width() - 2 * self._margin() + GAP_PX

    def _columns(self) -> int:
        return max(1, self._room() // (theme.px(EDGE_PX) + GAP_PX))

    def _pitch_x(self) -> int:
        return self._room() // self._columns()

    def _edge(self) -> int:
        return max(theme.px(EDGE_PX) // 2, self._pitch_x() - GAP_PX)

    def _pitch_y(self) -> int:
        return self._edge() + max(GAP_PX + cells.BAR_PX + cells.BAR_GAP_PX, cells.BELOW_PX + 3)

    def _cell(self, row: int) -> QRect:
        line, column = divmod(row, self._columns())
        x = self._margin() + column * self._pitch_x()
        y = self._margin() + line * self._pitch_y() - self.verticalScrollBar().value()
        return QRect(x, y, self._edge(), self._edge())

    def row_at(self, point: QPoint) -> int:
        """The row of the picture at a place of the viewport, -1 beside the pictures."""
        column = (point.x() - self._margin()) // self._pitch_x()
        line = (point.y() - self._margin() + self.verticalScrollBar().value()) // self._pitch_y()
        row = line * self._columns() + column
        inside = 0 <= column < self._columns() and line >= 0 and row < self._count()
        return row if inside and self._cell(row).adjusted(-2, -2, 2, 2).contains(point) else -1

    def _update_range(self) -> None:
        lines = -(-self._count() // self._columns())
        height = lines * self._pitch_y() + 2 * self._margin()
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._pitch_y() // 3)
        bar.setRange(0, max(0, height - self.viewport().height()))

    def sizeHint(self) -> QSize:
        """Room for a few pictures."""
        return QSize(3 * self._pitch_x() + 2 * self._margin(), 2 * self._pitch_y())
