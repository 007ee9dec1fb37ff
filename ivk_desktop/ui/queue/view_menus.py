"""The menus that say how the queue is shown: grouped, sorted, filtered by a column."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ivk_desktop.stores.batches import GroupBy
from ivk_desktop.stores.queue_filter import NAMES
from ivk_desktop.stores.queue_model import QueueModel
from ivk_desktop.stores.queue_rows import Column
from ivk_desktop.stores.queue_sort import Sorting
from ivk_desktop.ui import icons
from ivk_desktop.ui.queue import texts
from ivk_desktop.ui.queue.columns_dialog import ColumnsDialog
from ivk_desktop.ui.queue.header import QueueHeader

FILTERS: Final = {column: name for name, column in NAMES.items()}
"""The word of each column in a filter; ITEM has none, for plain words look everywhere."""


class ViewMenus(QObject):
    """Pops up the menus; what they change is in model and header, but for filters.

    Args:
        model: is grouped and sorted.
        header: its columns are shown, hidden and moved.
        parent: the panel.
    """

    filter_asked = Signal(object)
    """The ``Column`` that rows are to be filtered by."""
    cleared = Signal()
    """All filters are to go."""

    def __init__(self, model: QueueModel, header: QueueHeader, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._header = header
        self._owner = parent
        header.sort_asked.connect(self.sort_next)
        header.menu_asked.connect(self.popup_column)

    def sort_next(self, column: Column) -> None:
        """A click on a head: ascending, descending, then run order again."""
        sorting = self._model.sorting
        if sorting is None or sorting.column is not column:
            self._model.set_sorting(Sorting(column))
        else:
            self._model.set_sorting(None if sorting.descending else Sorting(column, True))

    # --- pop up --------------------------------------------------------------------------
    def popup_groups(self, at: QPoint) -> None:
        """What rows are gathered by."""
        self._menu(self._add_groups).popup(at)

    def popup_column(self, column: Column, at: QPoint) -> None:
        """What can be done with one column."""
        self._menu(partial(self._add_column, column)).popup(at)

    def popup_all(self, at: QPoint) -> None:
        """Everything, for the keyboard too."""
        self._menu(self._add_all).popup(at)

    def open_columns(self) -> None:
        """Open the dialog of the columns."""
        ColumnsDialog(self._header, self._owner).open()

    # --- what is in them -----------------------------------------------------------------
    def _menu(self, fill: Callable[[QMenu], None]) -> QMenu:
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu)
        return menu

    def _add_all(self, menu: QMenu) -> None:
        self._add_groups(menu.addMenu(icons.icon("layers", "text2"), self.tr("&Group by")))
        self._add_sorts(menu.addMenu(icons.icon("arrow-down", "text2"), self.tr("&Sort by")))
        filters = menu.addMenu(icons.icon("list-filter", "text2"), self.tr("&Filter by"))
        titles = texts.column_titles()
        for column in FILTERS:
            filters.addAction(titles[column], partial(self.filter_asked.emit, column))
        clear = menu.addAction(icons.icon("x", "text2"), self.tr("Clear f&ilter"))
        clear.setEnabled(self._model.is_filtered)
        clear.triggered.connect(self.cleared)
        menu.addSeparator()
        columns = menu.addAction(icons.icon("columns-3", "text2"), self.tr("&Columns…"))
        columns.triggered.connect(self.open_columns)

    def _add_groups(self, menu: QMenu) -> None:
        choices = QActionGroup(menu)
        for by, title in texts.group_titles().items():
            action = self._choice(menu, choices, title, by is self._model.group_by)
            action.triggered.connect(partial(self._group, by))

    def _group(self, by: GroupBy) -> None:
        self._model.set_group_by(by)

    def _add_sorts(self, menu: QMenu) -> None:
        sorting = self._model.sorting
        choices = QActionGroup(menu)
        order = self._choice(menu, choices, self.tr("Run order"), sorting is None)
        order.triggered.connect(partial(self._sort, None))
        titles = texts.column_titles()
        for column in self._header.order():
            own = sorting is not None and sorting.column is column
            action = self._choice(menu, choices, titles[column], own)
            action.triggered.connect(partial(self._sort, Sorting(column)))
        menu.addSeparator()
        down = menu.addAction(self.tr("Descending"))
        down.setCheckable(True)
        down.setEnabled(sorting is not None)
        down.setChecked(sorting is not None and sorting.descending)
        if sorting is not None:
            other = Sorting(sorting.column, not sorting.descending)
            down.triggered.connect(partial(self._sort, other))

    def _sort(self, sorting: Sorting | None) -> None:
        self._model.set_sorting(sorting)

    @staticmethod
    def _choice(menu: QMenu, group: QActionGroup, title: str, chosen: bool) -> QAction:
        action = group.addAction(title)
        action.setCheckable(True)
        action.setChecked(chosen)
        menu.addAction(action)
        return action

    def _add_column(self, column: Column, menu: QMenu) -> None:
        header = self._header
        entries: list[tuple[str, str, Callable[[], None], bool]] = [
            (self.tr("Sort &ascending"), "arrow-up", partial(self._sort, Sorting(column)), True),
            (
                self.tr("Sort &descending"),
                "arrow-down",
                partial(self._sort, Sorting(column, True)),
                True,
            ),
            (
                self.tr("&Run order"),
                "rotate-ccw",
                partial(self._sort, None),
                self._model.sorting is not None,
            ),
            (
                self.tr("&Filter…"),
                "list-filter",
                partial(self.filter_asked.emit, column),
                column in FILTERS,
            ),
            (self.tr("Move &left"), "arrow-left", partial(header.shift, column, -1), True),
            (self.tr("Move ri&ght"), "arrow-right", partial(header.shift, column, 1), True),
            (
                self.tr("&Hide"),
                "eye-off",
                partial(header.set_shown, column, False),
                column is not Column.ITEM,
            ),
            (self.tr("&Columns…"), "columns-3", self.open_columns, True),
        ]
        for text, icon, act, enabled in entries:
            action = menu.addAction(icons.icon(icon, "text2"), text)
            action.setEnabled(enabled)
            # A lambda: triggered says whether it is checked, which nobody wants here.
            action.triggered.connect(lambda _=False, act=act: act())
