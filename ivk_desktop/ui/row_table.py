"""What tables of whole rows have in common: how they look, and how high a row is."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import Height


class RowHover(QObject):
    """Knows the row under the pointer: Qt tells a delegate the one cell alone."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.row = -1
        table.setProperty("hover", "row")
        table.entered.connect(self._entered)
        table.viewportEntered.connect(self._left)
        table.viewport().installEventFilter(self)
        table.verticalScrollBar().valueChanged.connect(self._look)

    def watch(self, model: QAbstractItemModel) -> None:
        """Rows of this model come and go below a pointer that rests."""
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._left()
        return False

    def _look(self) -> None:
        """Where rows stand is not laid out yet: all of them are painted anew."""
        viewport = self._table.viewport()
        at = viewport.mapFromGlobal(QCursor.pos())
        self.row = self._table.rowAt(at.y()) if viewport.underMouse() else -1
        viewport.update()

    def _entered(self, index: QModelIndex) -> None:
        self._show(index.row())

    def _left(self) -> None:
        self._show(-1)

    def _show(self, row: int) -> None:
        before, self.row = self.row, row
        for changed in {before, row} - {-1}:
            top, height = self._table.rowViewportPosition(changed), self._table.rowHeight(changed)
            viewport = self._table.viewport()
            viewport.update(QRect(0, top, viewport.width(), height))


def style_rows(table: QTableView) -> None:
    """Select whole rows, several at once; nothing is edited in place, no lines, no numbers."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setMouseTracking(True)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


def size_rows(table: QTableView) -> None:
    """Give all rows the height of the text size in use."""
    height = theme.px(Height.ROW)
    table.verticalHeader().setMinimumSectionSize(height)
    table.verticalHeader().setDefaultSectionSize(height)
