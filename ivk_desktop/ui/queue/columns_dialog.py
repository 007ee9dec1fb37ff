"""Chooses the columns of the queue by keyboard or mouse: which are shown, in which order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.stores.queue_rows import Column
from ivk_desktop.ui import theme
from ivk_desktop.ui.queue import texts
from ivk_desktop.ui.queue.header import QueueHeader
from ivk_desktop.ui.tokens import Space

SIZE_PX = (340, 480)


class ColumnsDialog(QDialog):
    """Changes the table at once; to be opened with ``open``."""

    def __init__(self, header: QueueHeader, parent: QWidget) -> None:
        super().__init__(parent)
        self._header = header
        self.setWindowTitle(self.tr("Columns"))
        self.resize(*map(theme.px, SIZE_PX))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Columns from left to right"))
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.up = QPushButton(self.tr("Move &left"), self)
        self.down = QPushButton(self.tr("Move &right"), self)
        self.reset = QPushButton(self.tr("&Usual columns"), self)
        self._build()
        self._fill()
        self.list.itemChanged.connect(self._checked)
        self.list.model().rowsMoved.connect(self._dragged)
        self.list.currentRowChanged.connect(self._selected)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.reset.clicked.connect(self._reset)
        self.finished.connect(self.deleteLater)
        self.list.setCurrentRow(0)

    def _build(self) -> None:
        hint = QLabel(self.tr("Checked columns are shown, the first one at the left."), self)
        hint.setProperty("role", "caption")
        moves = QHBoxLayout()
        for button in (self.up, self.down, self.reset):
            moves.addWidget(button)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.S)
        rows.addWidget(hint)
        rows.addWidget(self.list, 1)
        rows.addLayout(moves)
        rows.addWidget(close)

    def _fill(self) -> None:
        titles = texts.column_titles()
        self.list.blockSignals(True)
        self.list.clear()
        for column in self._header.order():
            item = QListWidgetItem(titles[column], self.list)
            item.setData(Qt.ItemDataRole.UserRole, int(column))
            shown = self._header.is_shown(column)
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            if column is Column.ITEM:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
                item.setToolTip(self.tr("Always shown"))
        self.list.blockSignals(False)

    def _column(self, row: int) -> Column:
        return Column(self.list.item(row).data(Qt.ItemDataRole.UserRole))

    def _checked(self, item: QListWidgetItem) -> None:
        column = Column(item.data(Qt.ItemDataRole.UserRole))
        self._header.set_shown(column, item.checkState() is Qt.CheckState.Checked)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        place = row + by
        if row < 0 or not 0 <= place < self.list.count():
            return
        self._header.put(self._column(row), place)
        self._fill()
        self.list.setCurrentRow(place)

    def _dragged(self) -> None:
        for place in range(self.list.count()):
            self._header.put(self._column(place), place)

    def _selected(self, row: int) -> None:
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)

    def _reset(self) -> None:
        self._header.forget()
        self._fill()
        self.list.setCurrentRow(0)
