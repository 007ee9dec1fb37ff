"""The raw events of one server as a table: filtered, paused, bounded."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ivk_desktop.api.backend import EventTap
from ivk_desktop.domain.raw_events import SUMMARY_CHARACTERS, RawEvent
from ivk_desktop.stores.flush import Flush

MOST_EVENTS: Final = 5000
SHOW_MS: Final = 100

Index = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What is shown: events of one name, of one job, with one text in their data.

    Empty is everything. The text is compared without regard to case.
    """

    name: str = ""
    item: str = ""
    text: str = ""

    def takes(self, row: EventRow) -> bool:
        """Whether an event is shown."""
        event = row.event
        return (
            (not self.name or event.name == self.name)
            and (not self.item or event.item == self.item)
            and (not self.text or self.text.lower() in row.text.lower())
        )


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event and its data on one line."""

    event: RawEvent
    text: str


class EventLog(QAbstractTableModel):
    """Newest last. Listens from its creation until ``close``; ``data`` tells ``EventRow`` parts.

    Columns: time (unix seconds), name, item, summary, data; ``titles`` are theirs.
    """

    COLUMNS: Final = 5

    def __init__(self, tap: EventTap, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tap = tap
        self._rows: deque[EventRow] = deque(maxlen=MOST_EVENTS)
        self._shown: list[EventRow] = []
        self._fresh: list[RawEvent] = []
        self._filter = EventFilter()
        self._paused = False
        self.titles: tuple[str, ...] = ("",) * self.COLUMNS
        self.names: dict[str, None] = {}
        """The names of all events met, in their order of appearance."""
        self._flush = Flush(self._show_fresh, self, interval_ms=SHOW_MS)
        self._fresh += tap.recent_events()
        self._show_fresh()
        tap.tap_events(self._heard)

    @property
    def is_paused(self) -> bool:
        """Whether what comes is kept back."""
        return self._paused

    @property
    def waiting(self) -> int:
        """How many events have come since the pause began."""
        return len(self._fresh)

    def row(self, number: int) -> EventRow | None:
        """A shown row."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def events(self) -> list[RawEvent]:
        """All that is kept, oldest first, whatever the filter."""
        return [row.event for row in self._rows] + self._fresh

    def set_paused(self, paused: bool) -> None:
        """Keep what comes back, or show it."""
        self._paused = paused
        if not paused:
            self._show_fresh()

    def set_filter(self, wanted: EventFilter) -> None:
        """Show only some."""
        if wanted != self._filter:
            self._filter = wanted
            self.beginResetModel()
            self._shown = [row for row in self._rows if wanted.takes(row)]
            self.endResetModel()

    def clear(self) -> None:
        """Forget all."""
        self.beginResetModel()
        self._rows.clear()
        self._shown.clear()
        self._fresh.clear()
        self.endResetModel()

    def close(self) -> None:
        """Listen no more."""
        self._tap.untap_events(self._heard)
        self._flush.drop()

    # --- the model -----------------------------------------------------------------------
    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count the shown rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else self.COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one cell; the tool tip has all of what it says in short."""
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.event.summary or None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        event = row.event
        return (event.at, event.name, event.item, event.summary, row.text[:SUMMARY_CHARACTERS])[
            index.column()
        ]

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Tell a column's title."""
        told = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.titles[section] if told else None

    # --- inside --------------------------------------------------------------------------
    def _heard(self, event: RawEvent) -> None:
        self._fresh.append(event)
        if len(self._fresh) > MOST_EVENTS:
            del self._fresh[0]
        if not self._paused:
            self._flush.mark()

    def _show_fresh(self) -> None:
        fresh, self._fresh = self._fresh, []
        rows = [EventRow(event, event.text()) for event in fresh]
        self.names |= dict.fromkeys(event.name for event in fresh)
        self._rows.extend(rows)
        added = [row for row in rows if self._filter.takes(row)]
        over = max(0, len(self._shown) + len(added) - MOST_EVENTS)
        if over:
            self.beginRemoveRows(NO_INDEX, 0, min(over, len(self._shown)) - 1)
            del self._shown[:over]
            self.endRemoveRows()
        if added:
            first = len(self._shown)
            self.beginInsertRows(NO_INDEX, first, first + len(added) - 1)
            self._shown += added
            self.endInsertRows()
