"""The rows of the install queue: what, how far, how fast, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ivk_desktop.domain.installs import Install, InstallId, InstallState
from ivk_desktop.stores.installs import InstallRow
from ivk_desktop.stores.media_list import NO_INDEX, Index
from ivk_desktop.ui import icons, row_table, theme
from ivk_desktop.ui.line import paint_line
from ivk_desktop.ui.models import texts
from ivk_desktop.ui.tokens import BAR_PX, ICON_PX, Space

ROW_PX: Final = 52
ROW: Final = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns from left to right."""

    MODEL = 0
    STATE = 1
    PROGRESS = 2
    SPEED = 3
    LEFT = 4


WIDTHS: Final = {Column.STATE: 132, Column.PROGRESS: 172, Column.SPEED: 92, Column.LEFT: 84}


class QueueTableModel(QAbstractTableModel):
    """The installations, in the store's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[InstallRow] = ()

    def show_rows(self, rows: Sequence[InstallRow]) -> None:
        """Show these; the same installations in the same order keep selection and place."""
        same = [row.install.install_id for row in rows] == [
            row.install.install_id for row in self._rows
        ]
        if same:
            self._rows = rows
            if rows:
                last = self.index(len(rows) - 1, len(Column) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def install(self, row: int) -> Install | None:
        """The installation of a row."""
        return self._rows[row].install if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count the installations."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Title the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Model"),
            self.tr("State"),
            self.tr("Downloaded"),
            self.tr("Speed"),
            self.tr("Time left"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one fact of one installation."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            install = row.install
            told = (install.source, texts.install_detail(install), install.detail[:1000])
            return "\n".join(dict.fromkeys(filter(None, told)))
        return None

    def _text(self, row: InstallRow, column: Column) -> str:
        install = row.install
        return (
            f"{texts.install_name(install)}: {texts.install_detail(install)}",
            texts.state_text(install.state),
            texts.progress_text(install),
            texts.speed_text(row),
            texts.left_text(row),
        )[column]


class QueueDelegate(QStyledItemDelegate):
    """Two lines for the model, an icon with the state, a bar under the progress."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(theme.px(80), theme.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        row: InstallRow = index.data(ROW)
        rect = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("select"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect.left(), rect.top(), 2, rect.height(), theme.color("focus"))
        place = rect.adjusted(theme.px(Space.S), 0, -theme.px(Space.S), 0)
        column = Column(index.column())
        if column is Column.MODEL:
            self._paint_model(painter, place, row.install)
        elif column is Column.STATE:
            self._paint_state(painter, place, row.install.state)
        elif column is Column.PROGRESS:
            self._paint_progress(painter, place, row.install)
        else:
            token = "text" if column is Column.LEFT else "text2"
            paint_line(painter, place, "body", token, index.data())

    def _paint_model(self, painter: QPainter, place: QRect, install: Install) -> None:
        half = place.height() // 2
        upper = QRect(place.left(), place.top() + theme.px(4), place.width(), half - theme.px(4))
        lower = QRect(place.left(), place.top() + half, place.width(), half - theme.px(6))
        paint_line(painter, upper, "strong", "text", texts.install_name(install))
        token = "failed" if install.problem is not None else "text2"
        token = "warning" if install.is_unrecognised else token
        paint_line(painter, lower, "caption", token, texts.install_detail(install))

    def _paint_state(self, painter: QPainter, place: QRect, state: InstallState) -> None:
        name, token = texts.STATE_ICONS[state]
        edge = theme.px(ICON_PX)
        mark = icons.pixmap(name, token, edge, painter.device().devicePixelRatioF())
        painter.drawPixmap(place.left(), place.center().y() - edge // 2, mark)
        place.setLeft(place.left() + edge + theme.px(6))
        words = token if token in ("running", "waiting", "failed") else "text2"
        paint_line(painter, place, "body", words, texts.state_text(state))

    def _paint_progress(self, painter: QPainter, place: QRect, install: Install) -> None:
        shows_bar = not install.state.ended and install.fraction is not None
        text = QRect(place)
        if shows_bar:
            text.setBottom(place.center().y() + theme.px(4))
        paint_line(painter, text, "body", "text2", texts.progress_text(install))
        if shows_bar:
            high = theme.px(BAR_PX)
            bar = QRect(place.left(), place.center().y() + theme.px(8), place.width(), high)
            painter.fillRect(bar, theme.color("track"))
            paused = install.state is InstallState.PAUSED
            bar.setWidth(round(bar.width() * (install.fraction or 0.0)))
            painter.fillRect(bar, theme.color("waiting" if paused else "accent_text"))


class QueueTable(QTableView):
    """Selects installations; others act on them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QueueTableModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(QueueDelegate(self))
        self.setAccessibleName(self.tr("Install queue"))
        row_table.style_rows(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._size()
        theme.theme().changed.connect(self._size)

    def show_rows(self, rows: Sequence[InstallRow]) -> None:
        """Show these; what is selected stays selected."""
        kept = {install.install_id for install in self.installs()}
        self.rows.show_rows(rows)
        if kept and not self.selectionModel().hasSelection():
            self._select(kept)

    def installs(self) -> list[Install]:
        """The selected installations."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [one for row in rows if (one := self.rows.install(row)) is not None]

    def _select(self, kept: set[InstallId]) -> None:
        for row in range(self.rows.rowCount()):
            install = self.rows.install(row)
            if install is not None and install.install_id in kept:
                flags = self.selectionModel().SelectionFlag
                index = self.rows.index(row, 0)
                self.selectionModel().select(index, flags.Select | flags.Rows)

    def _size(self) -> None:
        self.verticalHeader().setMinimumSectionSize(theme.px(ROW_PX))
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_PX))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.MODEL, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
