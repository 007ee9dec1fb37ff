"""The head of the queue's table: which columns stand where, how wide, and what is sorted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from ivk_desktop.stores.queue_rows import Column
from ivk_desktop.ui import theme

WIDTHS: Final = {
    Column.STATUS: 236,
    Column.SERVER: 142,
    Column.RUN_TIME: 84,
    Column.DONE: 84,
    Column.USER: 110,
    Column.DEVICE: 80,
    Column.BATCH: 140,
    Column.ORIGIN: 100,
    Column.CREATED: 80,
    Column.ID: 72,
    Column.PICTURE: 64,
    Column.WORKFLOW: 180,
    Column.INPUTS: 240,
    Column.DESTINATION: 100,
    Column.STARTED: 80,
    Column.WAIT_TIME: 84,
    Column.ERROR: 240,
}
NARROW_WIDTHS: Final = {Column.STATUS: 206, Column.SERVER: 120}
FIRST: Final = frozenset({Column.ITEM, Column.STATUS, Column.SERVER, Column.RUN_TIME, Column.DONE})
"""What is shown as long as nobody says otherwise."""
ITEM_MIN_PX: Final = 240
"""Below this the item gives no more way: the table scrolls sideways."""
NARROW_PX: Final = 900
"""Below this width the run time gives way and the status column shrinks."""
LEAST_PX: Final = 44
MOST_PX: Final = 2000


class QueueHeader(QHeaderView):
    """Lets columns be shown, hidden, moved and resized; the item takes the room that is left.

    What was chosen by hand stays; all else follows the width and whether there are users.
    """

    sort_asked = Signal(object)
    """The ``Column`` whose head was clicked."""
    menu_asked = Signal(object, QPoint)
    """The ``Column`` and the point of the screen that a menu is wanted at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._shown: dict[Column, bool] = {}
        self._widths: dict[Column, int] = {}
        self._has_users = False
        self._room_px = 0
        self._fitting = False
        self.setAccessibleName(self.tr("Columns of the queue"))
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.sectionClicked.connect(self._clicked)
        self.sectionResized.connect(self._resized)
        self.customContextMenuRequested.connect(self._popup)

    # --- what is shown -------------------------------------------------------------------
    def order(self) -> list[Column]:
        """All columns from left to right, hidden ones among them."""
        return [Column(self.logicalIndex(place)) for place in range(self.count())]

    def is_shown(self, column: Column) -> bool:
        """Whether a column can be seen."""
        if column is Column.ITEM:
            return True  # folding and the whole row's words are there
        if column in self._shown:
            return self._shown[column]
        if column is Column.USER:
            return self._has_users
        if column is Column.RUN_TIME and self._is_narrow:
            return False
        return column in FIRST

    def set_shown(self, column: Column, shown: bool) -> None:
        """Show or hide a column by hand."""
        self._shown[column] = shown
        self.fit()

    def set_has_users(self, has_users: bool) -> None:
        """Whether the servers have several users: then items say whose they are."""
        if has_users != self._has_users:
            self._has_users = has_users
            self.fit()

    def put(self, column: Column, place: int) -> None:
        """Put a column at a place from the left, hidden ones counted."""
        place = min(max(place, 0), self.count() - 1)
        self.moveSection(self.visualIndex(column), place)

    def shift(self, column: Column, by: int) -> None:
        """Move a column past the next ``by`` columns that are shown; to the left if negative."""
        seen = [one for one in self.order() if self.is_shown(one)]
        place = min(max(seen.index(column) + by, 0), len(seen) - 1)
        self.put(column, self.visualIndex(seen[place]))

    def fit(self, room_px: int | None = None) -> None:
        """Lay the columns out in a table of ``room_px``, or of the same width again."""
        self._room_px = self._room_px if room_px is None else room_px
        with self._not_by_hand():
            self.setMinimumSectionSize(theme.px(LEAST_PX))
            taken = 0
            for column in map(Column, range(self.count())):
                self.setSectionHidden(column, not self.is_shown(column))
                if column is not Column.ITEM:
                    self.resizeSection(column, theme.px(self._width(column)))
                    taken += self.sectionSize(column)
            self.setSectionResizeMode(Column.ITEM, QHeaderView.ResizeMode.Fixed)
            self.resizeSection(Column.ITEM, max(theme.px(ITEM_MIN_PX), self._room_px - taken))

    # --- what is remembered --------------------------------------------------------------
    def chosen(self) -> dict[str, Any]:
        """What was chosen by hand, for ``restore``: widths in px at a text scale of 1."""
        return {
            "order": [column.name for column in self.order()],
            "widths": {column.name: width for column, width in self._widths.items()},
            "shown": {column.name: shown for column, shown in self._shown.items()},
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take over what ``chosen`` gave; what is unknown or broken in it is passed over."""
        self._shown = {c: s for c, s in _columns(state.get("shown")) if isinstance(s, bool)}
        self._widths = {
            column: min(max(width, LEAST_PX), MOST_PX)
            for column, width in _columns(state.get("widths"))
            if type(width) is int and column is not Column.ITEM
        }
        order = state.get("order")
        names = order if isinstance(order, list) else []
        wanted = [Column[name] for name in dict.fromkeys(map(str, names)) if name in _NAMES]
        wanted += [column for column in Column if column not in wanted]
        for place, column in enumerate(wanted):
            self.put(column, place)
        self.fit()

    def forget(self) -> None:
        """As at first."""
        self.restore({})

    # --- inside --------------------------------------------------------------------------
    @property
    def _is_narrow(self) -> bool:
        return self._room_px < theme.px(NARROW_PX)

    def _width(self, column: Column) -> int:
        usual = NARROW_WIDTHS.get(column) if self._is_narrow else None
        return self._widths.get(column, usual or WIDTHS[column])

    @contextmanager
    def _not_by_hand(self) -> Iterator[None]:
        before, self._fitting = self._fitting, True
        try:
            yield
        finally:
            self._fitting = before

    def _clicked(self, section: int) -> None:
        self.sort_asked.emit(Column(section))

    def _resized(self, section: int, _before: int, width_px: int) -> None:
        if self._fitting or not width_px:
            return
        self._widths[Column(section)] = round(width_px / theme.theme().scale)
        self.fit()

    def _popup(self, at: QPoint) -> None:
        section = self.logicalIndexAt(at)
        if section >= 0:
            self.menu_asked.emit(Column(section), self.mapToGlobal(at))


_NAMES: Final = frozenset(column.name for column in Column)


def _columns(named: object) -> list[tuple[Column, Any]]:
    if not isinstance(named, dict):
        return []
    return [(Column[name], value) for name, value in named.items() if name in _NAMES]
