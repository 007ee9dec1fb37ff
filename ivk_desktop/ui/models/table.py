"""The table of installed models, in groups or not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ivk_desktop.domain.models import ModelInfo, ModelKey
from ivk_desktop.stores.media_list import NO_INDEX, Index
from ivk_desktop.stores.model_query import Facet, Heading, Line
from ivk_desktop.ui import icons, row_table, theme
from ivk_desktop.ui.line import paint_line
from ivk_desktop.ui.models import texts
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import ICON_PX, Space


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    TYPE = 1
    BASE = 2
    FORMAT = 3
    SIZE = 4


ORDERS: Final = {
    Column.NAME: Facet.NAME,
    Column.TYPE: Facet.TYPE,
    Column.BASE: Facet.BASE,
    Column.FORMAT: Facet.FORMAT,
    Column.SIZE: Facet.SIZE,
}
"""What each column sorts by."""
WIDTHS: Final = {Column.TYPE: 104, Column.BASE: 84, Column.FORMAT: 124, Column.SIZE: 84}
RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ModelTableModel(QAbstractTableModel):
    """The lines that are shown, in view order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self._missing: Collection[ModelKey] = frozenset()
        self._types: dict[str, str] = {}

    def show_lines(self, lines: Sequence[Line], missing: Collection[ModelKey]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines, self._missing = lines, missing
        self.endResetModel()

    def model(self, row: int) -> ModelInfo | None:
        """The model of a row; ``None`` for a heading."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, ModelInfo) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count models and headings."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be selected."""
        if isinstance(self.lines[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Title the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.SIZE:
            return RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (
            self.tr("Name"),
            self.tr("Type"),
            self.tr("Base"),
            self.tr("Format"),
            self.tr("Size"),
        )
        return titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one fact of one model."""
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(line, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == Column.NAME:
            return self._tip(line) if isinstance(line, ModelInfo) else None
        return None

    def words(self, line: Line, column: int) -> str:
        """What a cell says."""
        if isinstance(line, Heading):
            return _heading(line) if column == Column.NAME else ""
        if column == Column.TYPE:
            if line.type not in self._types:
                self._types[line.type] = texts.type_text(line.type)
            return self._types[line.type]
        if column == Column.SIZE:
            return texts.size_text(line.file_size)
        if column == Column.NAME:
            return line.name
        return line.base if column == Column.BASE else line.format

    def is_missing(self, line: Line) -> bool:
        """Whether a model's files are gone."""
        return isinstance(line, ModelInfo) and line.key in self._missing

    def _tip(self, model: ModelInfo) -> str:
        gone = self.tr("Its files are gone") if self.is_missing(model) else ""
        return "\n".join(filter(None, (model.name, gone, model.description)))


def _heading(line: Heading) -> str:
    return f"{texts.value_text(line.facet, line.value)}  {count_text(line.models)}"


class ModelDelegate(QStyledItemDelegate):
    """Paints plain lines: a third of the time that the style sheet takes for it."""

    def __init__(self, rows: ModelTableModel, table: QTableView) -> None:
        super().__init__(table)
        self._rows = rows
        self._hover = row_table.RowHover(table)
        self._hover.watch(rows)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell; the rows are asked without the detour that a role takes."""
        line, column = self._rows.lines[index.row()], index.column()
        words = self._rows.words(line, column)
        rect = QRect(option.rect)
        place = rect.adjusted(theme.px(Space.S), 0, -theme.px(Space.S), 0)
        if isinstance(line, Heading):
            painter.fillRect(rect, theme.color("window"))
            if words:
                paint_line(painter, place, "strong", "text2", words)
            return
        self._paint_ground(painter, option, rect, index.row())
        if column == Column.NAME and self._rows.is_missing(line):
            edge = theme.px(ICON_PX)
            ratio = painter.device().devicePixelRatioF()
            mark = icons.pixmap("triangle-alert", "warning", edge, ratio)
            painter.drawPixmap(place.left(), place.center().y() - edge // 2, mark)
            place.setLeft(place.left() + edge + theme.px(6))
        token = "text" if column == Column.NAME else "text2"
        paint_line(painter, place, "body", token, words, right=column == Column.SIZE)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: int
    ) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("select"))
        elif row == self._hover.row:
            painter.fillRect(rect, theme.color("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect.left(), rect.top(), 2, rect.height(), theme.color("focus"))


class ModelTable(QTableView):
    """Walks and selects models; headings are passed over."""

    chosen = Signal()
    """Other models are selected."""
    delete_requested = Signal()
    edit_requested = Signal()
    sort_chosen = Signal(object, bool)
    """A ``Facet``, and whether it is descending."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ModelTableModel(self)
        self._filling = False
        self.setModel(self.rows)
        self.setItemDelegate(ModelDelegate(self.rows, self))
        self.setAccessibleName(self.tr("Models"))
        row_table.style_rows(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._size()
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(Column.NAME, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._sort)
        self.selectionModel().selectionChanged.connect(self._selected)
        self.doubleClicked.connect(self.edit_requested)
        theme.theme().changed.connect(self._size)

    def show_lines(self, lines: Sequence[Line], missing: Collection[ModelKey]) -> None:
        """Show these lines; what is selected stays selected, and in view."""
        kept, current = {model.key for model in self.models()}, self.current()
        self._filling = True
        self.rows.show_lines(lines, missing)
        self._select(kept, current)
        if current is not None and self.current() == current:
            self.scrollTo(self.currentIndex())
        self._filling = False
        self.chosen.emit()

    def models(self) -> list[ModelInfo]:
        """The selected models in view order."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(place) for place in range(selection.count())]
        rows = sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})
        return [model for row in rows if (model := self.rows.model(row)) is not None]

    def current(self) -> ModelKey | None:
        """The model under the cursor."""
        model = self.rows.model(self.currentIndex().row())
        return model.key if model is not None else None

    def choose(self, key: ModelKey) -> bool:
        """Select one model and bring it into view; whether it is shown at all."""
        self._select({key}, key)
        self.chosen.emit()
        if self.current() == key:
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        return bool(self.models())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_requested.emit()
        else:
            super().keyPressEvent(event)

    def _select(self, keys: Collection[ModelKey], current: ModelKey | None) -> None:
        flags, chosen = QItemSelectionModel.SelectionFlag, QItemSelection()
        last = len(Column) - 1
        if not keys and current is None:
            return  # a reset has cleared the selection
        for row, line in enumerate(self.rows.lines):
            if isinstance(line, ModelInfo) and line.key in keys:
                chosen.select(self.rows.index(row, 0), self.rows.index(row, last))
            if isinstance(line, ModelInfo) and line.key == current:
                index = self.rows.index(row, 0)
                self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)

    def _selected(self) -> None:
        if not self._filling:
            self.chosen.emit()

    def _sort(self, column: int, way: Qt.SortOrder) -> None:
        self.sort_chosen.emit(ORDERS[Column(column)], way == Qt.SortOrder.DescendingOrder)

    def _size(self) -> None:
        row_table.size_rows(self)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
