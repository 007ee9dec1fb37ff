"""The table of the event log."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QLocale, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from ivk_desktop.ui import fonts, reading, theme

WIDTHS_PX = (110, 210, 64, 380)


class TimeDelegate(QStyledItemDelegate):
    """Writes unix seconds as a time of day to the millisecond."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        return reading.exact_clock(value) if isinstance(value, float) else ""


class EventTable(QTableView):
    """Rows in their order; goes along with what comes while its end is in view."""

    chosen = Signal(int)
    """The row that the cursor is on now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follows = True
        self.setAccessibleName(self.tr("Events"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegateForColumn(0, TimeDelegate(self))
        self.setFont(self._font())
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(theme.px(20))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_model(self, model: QAbstractItemModel) -> None:
        """Show other events."""
        self.setModel(model)
        self._follows = True
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(WIDTHS_PX):
            self.setColumnWidth(column, theme.px(width))
        model.rowsAboutToBeInserted.connect(self._note_place)
        model.rowsInserted.connect(self._follow)
        model.modelReset.connect(self.scrollToBottom)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.scrollToBottom()

    def _font(self) -> QFont:
        return fonts.fixed(theme.px(12))

    def _note_place(self) -> None:
        bar = self.verticalScrollBar()
        self._follows = bar.value() >= bar.maximum() - theme.px(20)

    def _follow(self) -> None:
        if self._follows:
            self.scrollToBottom()

    def _row_changed(self) -> None:
        self.chosen.emit(self.currentIndex().row())
