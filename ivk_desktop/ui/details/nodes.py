"""The nodes of an item as a table: state, name, when they ran, time, what they gave."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.node_rows import NodeRow
from ivk_desktop.domain.updates import NodeStatus
from ivk_desktop.stores.media_list import NO_INDEX, Index
from ivk_desktop.ui import icons, reading, theme
from ivk_desktop.ui.details import tables
from ivk_desktop.ui.details.gantt import BARS_ROLE, GanttDelegate
from ivk_desktop.ui.lanes.nodes import ICONS

NARROW_PX: Final = 520
"""Below this width what nodes gave is in their tool tips alone."""
NOT_RUN: Final = ("ban", "text2")


class Column(IntEnum):
    """The columns of the table."""

    NAME = 0
    TIMELINE = 1
    TIME = 2
    OUTPUT = 3


class NodesModel(QAbstractTableModel):
    """Rows that are replaced as a whole while a job runs; the view keeps its place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[NodeRow] = []
        self._whole_s = 0.0
        self._ended = False
        self._titles = (
            self.tr("Node"),
            self.tr("Timeline"),
            self.tr("Time"),
            self.tr("Output"),
        )
        self._readers: dict[int, Callable[[NodeRow, int], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.DecorationRole: self._icon,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.TextAlignmentRole: self._alignment,
            tables.COPY_ROLE: self._spoken,
            BARS_ROLE: self._bars,
        }

    def show_rows(self, rows: list[NodeRow], whole_s: float, *, ended: bool) -> None:
        """Show these nodes on a time of ``whole_s`` seconds."""
        if (rows, whole_s, ended) == (self._rows, self._whole_s, self._ended):
            return
        same = [row.node_id for row in rows] == [row.node_id for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows, self._whole_s, self._ended = rows, whole_s, ended
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, Column.OUTPUT))

    def row(self, number: int) -> NodeRow | None:
        """One node."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count the nodes."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one fact of one node."""
        read = self._readers.get(role)
        return read(self._rows[index.row()], index.column()) if read and index.isValid() else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name a column; the timeline says how long it is."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == Column.TIMELINE and self._whole_s > 0:
            return self.tr("0 to {time}").format(
                time=fmt.short_seconds(self._whole_s, reading.style())
            )
        return self._titles[section]

    # --- what a cell tells ---------------------------------------------------------------
    def _text(self, row: NodeRow, column: int) -> str:
        if column == Column.NAME:
            return row.title
        if column == Column.TIME:
            return self.time_text(row)
        return output_text(row) if column == Column.OUTPUT else ""

    def _icon(self, row: NodeRow, column: int) -> Any:
        if column != Column.NAME:
            return None
        missed = self._ended and row.status is NodeStatus.PENDING
        return icons.icon(*(NOT_RUN if missed else ICONS[row.status]))

    def _bars(self, row: NodeRow, column: int) -> Any:
        return (row.bars, self._whole_s) if column == Column.TIMELINE else None

    def _alignment(self, _row: NodeRow, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column == Column.TIME else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _spoken(self, row: NodeRow, column: int) -> str:
        if column == Column.NAME:
            return f"{row.title}, {self.status_word(row)}"
        return self._bars_text(row) if column == Column.TIMELINE else self._text(row, column)

    def _tip(self, row: NodeRow, column: int) -> str:
        if column == Column.TIMELINE:
            return self._bars_text(row)
        lines = [row.title, row.node_type, self.status_word(row), self.time_text(row)]
        lines += [row.error, output_text(row)]
        return "\n".join(dict.fromkeys(line for line in lines if line))

    def _bars_text(self, row: NodeRow) -> str:
        style = reading.style()
        lines = []
        for bar in row.bars[:12]:
            word = self.tr("cached") if bar.cached else fmt.short_seconds(bar.seconds, style)
            lines.append(
                self.tr("{time} from {start}").format(
                    time=word, start=fmt.short_seconds(bar.started_s, style)
                )
            )
            for load in bar.loads:
                took = fmt.short_seconds(load.seconds, style)
                loading = self.tr("Loading model {name}: {time}")
                lines.append(loading.format(name=load.name, time=took))
        if len(row.bars) > 12:
            lines.append(self.tr("and {count} more").format(count=len(row.bars) - 12))
        return "\n".join(lines)

    def status_word(self, row: NodeRow) -> str:
        """A node's state in words."""
        if row.status is NodeStatus.PENDING:
            return self.tr("not run") if self._ended else self.tr("pending")
        return {
            NodeStatus.RUNNING: self.tr("running"),
            NodeStatus.COMPLETED: self.tr("completed"),
            NodeStatus.FAILED: self.tr("failed"),
        }[row.status]

    def time_text(self, row: NodeRow) -> str:
        """What a node took, where that was seen; else about what it will take."""
        style = reading.style()
        if row.status is NodeStatus.RUNNING:
            if row.repeats > 1:
                return self.tr("{ended} of {total}").format(ended=row.runs, total=row.repeats)
            return fmt.short_seconds(sum(bar.seconds for bar in row.bars), style)
        if row.cached:
            return self.tr("cached")
        if row.seconds is not None:
            return fmt.short_seconds(row.seconds, style)
        if row.status is NodeStatus.PENDING and not self._ended and row.expected_s is not None:
            return style.about.format(fmt.short_seconds(row.expected_s, style))
        return ""


def output_text(row: NodeRow) -> str:
    """What a node gave, in a few words."""
    words = [f"{name} {value}" for name, value in row.values]
    if row.outputs:
        words.insert(0, ", ".join(ref.name for ref in row.outputs[:3]))
    return ", ".join(words)


class NodesView(QTableView):
    """Shows the nodes; Enter or a double click opens the picture that a node gave."""

    picture_requested = Signal(object)
    """The ``MediaRef`` to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = NodesModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Nodes"))
        tables.dress(self)
        self.setWordWrap(False)
        self.setItemDelegateForColumn(Column.TIMELINE, GanttDelegate(self))
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.TIMELINE, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif not tables.copied(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        narrow = width < theme.px(NARROW_PX)
        self.setColumnHidden(Column.OUTPUT, narrow)
        self.setColumnWidth(Column.NAME, width * (40 if narrow else 28) // 100)
        self.setColumnWidth(Column.TIME, theme.px(78))
        self.setColumnWidth(Column.OUTPUT, width * 26 // 100)

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        ref: MediaRef | None = row.outputs[0] if row and row.outputs else None
        if ref is not None:
            self.picture_requested.emit(ref)
