"""The queue panel: heading with chips and filter, and the table below."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ivk_desktop.stores.batches import GroupBy
from ivk_desktop.stores.queue_filter import SavedFilter, term_of, with_term
from ivk_desktop.stores.queue_misread import misread
from ivk_desktop.stores.queue_model import QueueModel
from ivk_desktop.stores.queue_order import Status
from ivk_desktop.stores.queue_rows import Column, QueueRow, QueueSession
from ivk_desktop.stores.queue_sort import Sorting
from ivk_desktop.ui import theme
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.queue import texts
from ivk_desktop.ui.queue.actions import QueueActions
from ivk_desktop.ui.queue.chips import StatusChips
from ivk_desktop.ui.queue.delegate import ThumbnailOf
from ivk_desktop.ui.queue.line_dialog import LineDialog
from ivk_desktop.ui.queue.links import Link, oldest, problem_of, stale_words
from ivk_desktop.ui.queue.saved_filters import SavedFilters
from ivk_desktop.ui.queue.table import QueueTable
from ivk_desktop.ui.queue.view_menus import FILTERS, ViewMenus
from ivk_desktop.ui.tokens import Height, Space
from ivk_desktop.ui.widgets import Chip, ElidedLabel, IconButton, SearchField

FILTER_DELAY_MS: Final = 150
NARROW_PX: Final = 900
"""Below this width chips show icon and count only."""
ROOMY_PX: Final = 1100
"""Below this width chips fold while there is a filter, and while items are being read."""


class QueuePanel(QWidget):
    """Shows the queues of all shown servers; what is asked for leaves by signals.

    Args:
        thumbnail: a picture's thumbnail if it is in memory (``MediaStore.thumbnail``).
        parent: the window.
    """

    cancel_requested = Signal(object, object)
    """A tuple of ``JobKey``, and one of (``ServerId``, ``BatchId``): whole batches."""
    open_requested = Signal(object)
    """The ``QueueRow`` whose result is wanted large."""
    current_changed = Signal(object)
    """The ``QueueRow`` with the cursor, or ``None``."""
    grouped_changed = Signal(bool)
    """Whether rows are batches now."""
    filters_changed = Signal(object)
    """The tuple of all ``SavedFilter``, to be kept."""
    invoke_requested = Signal()
    """The empty queue's button."""
    connect_requested = Signal()
    """There is no server; one is wanted."""
    retry_requested = Signal()
    """The server that was never reached is to be tried again at once."""
    thumbnails_shown = Signal(object)
    """The tuple of ``MediaRef`` whose thumbnails are in view now."""

    def __init__(self, thumbnail: ThumbnailOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions: list[QueueSession] = []
        self._links: Sequence[Link] = ()
        self.model = QueueModel(texts.cell, self, words=texts.words())
        self.table = QueueTable(self.model, thumbnail)
        self.actions_ = QueueActions(self.model, self)
        self.chips = StatusChips()
        words = self.tr("Filter: prompt, model, server")
        self.filter = SearchField(words, icon="list-filter", short=self.tr("Filter"))
        self._title = ElidedLabel(self.tr("Queue"))
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._loaded = QLabel()
        self.saved_filters = SavedFilters()
        self._groups = Chip(self.tr("Batches"), "layers", "text")
        self._more = IconButton("ellipsis", self.tr("More"))
        self.menus = ViewMenus(self.model, self.table.header, self)
        self.pop_out = IconButton("picture-in-picture-2", self.tr("Queue in a window of its own"))
        self._panel = Panel(self.table)
        self._filter_timer = QTimer(self, singleShot=True, interval=FILTER_DELAY_MS)
        self._build()
        self._connect()
        self._show_layout()
        self._show_state()

    def has_session(self, session: QueueSession) -> bool:
        """Whether a server's queue is shown."""
        return session in self._sessions

    def add_session(self, session: QueueSession) -> None:
        """Show a server's queue too."""
        self._sessions.append(session)
        session.queue.counts_changed.connect(self._counts_changed)
        session.queue.reset.connect(self._show_state)
        session.queue.changed.connect(self._show_loaded)
        session.progress.ticked.connect(self._ticked)
        self.model.add_session(session)
        self._counts_changed()
        self._show_state()

    def remove_session(self, session: QueueSession) -> None:
        """Show a server's queue no more."""
        self._sessions.remove(session)
        session.queue.counts_changed.disconnect(self._counts_changed)
        session.queue.reset.disconnect(self._show_state)
        session.queue.changed.disconnect(self._show_loaded)
        session.progress.ticked.disconnect(self._ticked)
        self.model.remove_session(session)
        self._counts_changed()
        self._show_state()

    def show_links(self, links: Sequence[Link]) -> None:
        """Say how old the rows of lost servers are, or why there are none."""
        self._links = tuple(links)
        self._show_state()

    def thumbnail_came(self) -> None:
        """A thumbnail is in memory now: show it."""
        self.table.repaint_thumbnails()

    def set_grouped(self, grouped: bool) -> None:
        """Show batches, or every item as a row of its own; other groups stay as they are."""
        if grouped:
            self.model.set_group_by(GroupBy.BATCH)
        elif self.model.group_by is GroupBy.BATCH:
            self.model.set_group_by(GroupBy.NONE)

    # --- what is remembered --------------------------------------------------------------
    def layout_blob(self) -> bytes:
        """Columns, grouping and sorting, for ``restore_layout``."""
        sorting = self.model.sorting
        state = self.table.header.chosen() | {"by": self.model.group_by.name}
        if sorting is not None:
            state["sort"] = [sorting.column.name, sorting.descending]
        return json.dumps(state).encode()

    def restore_layout(self, blob: bytes) -> None:
        """Show columns, grouping and sorting as they were; the usual ones for a broken blob."""
        try:
            state = json.loads(blob) if blob else {}
        except (ValueError, RecursionError):
            state = {}
        state = state if isinstance(state, dict) else {}
        self.table.header.restore(state)
        self.model.set_group_by(GroupBy.__members__.get(str(state.get("by")), GroupBy.BATCH))
        match state.get("sort"):
            case [str(name), bool(descending)] if name in Column.__members__:
                self.model.set_sorting(Sorting(Column[name], descending))
            case _:
                self.model.set_sorting(None)

    def choose(self, status: Status) -> None:
        """Filter by a status, as its chip does."""
        self.chips.choose(status)

    # --- construction --------------------------------------------------------------------
    def _build(self) -> None:
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._build_heading())
        rows.addWidget(self._panel, 1)

    def _build_heading(self) -> QWidget:
        heading = QFrame()
        heading.setFixedHeight(theme.px(Height.PANEL_HEADING + 5))
        # It folds when it gets narrow: what it needs unfolded must not keep it wide.
        heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._title.setProperty("role", "heading")
        self._loaded.setProperty("role", "caption")
        self._groups.setProperty("variant", "")
        self.filter.setMaximumWidth(theme.px(340))
        self.filter.setMinimumWidth(theme.px(120))
        row = QHBoxLayout(heading)
        row.setContentsMargins(Space.M, 0, Space.S, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._title)
        row.addWidget(self._loaded)
        row.addWidget(self.chips)
        row.addStretch(1)
        row.addWidget(self.filter, 20)
        row.addWidget(self.saved_filters)
        row.addWidget(self._groups)
        row.addWidget(self.pop_out)
        row.addWidget(self._more)
        return heading

    def _connect(self) -> None:
        self.chips.chosen.connect(self._apply_filter)
        self.filter.textChanged.connect(self._filter_timer.start)
        self.filter.textChanged.connect(self._fit_heading)
        self._filter_timer.timeout.connect(self._apply_filter)
        self._groups.clicked.connect(self._popup_groups)
        self._more.clicked.connect(self._popup_all)
        self.menus.filter_asked.connect(self.ask_filter)
        self.menus.cleared.connect(self.clear_filter)
        self.model.layout_changed.connect(self._show_layout)
        self.saved_filters.chosen.connect(self.use_filter)
        self.saved_filters.changed.connect(self.filters_changed)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._show_state)
        self.table.view_rested.connect(self._view_rested)
        self.table.current_changed.connect(self.current_changed)
        self.table.open_requested.connect(self.open_requested)
        self.table.cancel_requested.connect(self._cancel_selected)
        self.table.customContextMenuRequested.connect(self._popup_menu)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.actions_.cancel_requested.connect(self.cancel_requested)
        self.actions_.open_requested.connect(self.open_requested)
        details = QShortcut(QKeySequence("Alt+Return"), self)
        details.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        details.activated.connect(self._show_details)
        for status in Status:
            keys = QShortcut(QKeySequence(f"Ctrl+{int(status) + 1}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.setObjectName(f"queue.chip.{status.name.lower()}")
            keys.activated.connect(self._chip_key)

    # --- what happens --------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_loaded()
        self._fit_heading()

    def _fit_heading(self) -> None:
        """Words of the chips give way to a filter, and to how much is loaded."""
        narrow, loading = self._is_narrow, bool(self._loaded.text())
        self._groups.set_folded(narrow)
        more = bool(self.filter.text()) or loading
        self.chips.set_folded(narrow or (more and self.width() < theme.px(ROOMY_PX)))
        self._title.setVisible(not (narrow and loading))
        self._loaded.setVisible(loading)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < theme.px(NARROW_PX)

    def _chip_key(self) -> None:
        name = self.sender().objectName().rsplit(".", 1)[-1]
        self.chips.choose(Status[name.upper()])

    def _apply_filter(self, status: object = None) -> None:
        chosen = status if isinstance(status, Status) else self.model.status
        self.model.set_filter(chosen, self.filter.text())
        self.saved_filters.note(chosen, self.filter.text())

    def _counts_changed(self) -> None:
        self.chips.show_counts([session.queue.counts for session in self._sessions])
        self.table.header.set_has_users(any(s.queue.has_users for s in self._sessions))
        self._show_loaded()

    def _show_loaded(self) -> None:
        """While records are missing, sums and filters are of those that are known."""
        known = sum(session.queue.known for session in self._sessions)
        total = sum(len(session.queue) for session in self._sessions)
        was_shown = bool(self._loaded.text())
        self._loaded.setText(texts.loaded(known, total, short=self._is_narrow))
        self._loaded.setToolTip(texts.loaded(known, total))
        if bool(self._loaded.text()) != was_shown:
            self._fit_heading()

    def _show_layout(self) -> None:
        """Say by the heads what is sorted, and by the chip what is grouped."""
        sorting = self.model.sorting
        titles = texts.column_titles()
        if sorting is not None:
            titles = texts.column_titles(sorting.column, descending=sorting.descending)
        self.model.set_column_titles(titles)
        by = self.model.group_by
        self._groups.set_label(texts.group_titles()[by])
        self._groups.setChecked(by is not GroupBy.NONE)
        self._groups.setToolTip(self.tr("What the rows are gathered by"))
        self.grouped_changed.emit(by is GroupBy.BATCH)

    def _popup_groups(self) -> None:
        self._groups.setChecked(self.model.group_by is not GroupBy.NONE)
        self.menus.popup_groups(self._groups.mapToGlobal(self._groups.rect().bottomLeft()))

    def _popup_all(self) -> None:
        self.menus.popup_all(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    # --- filters -------------------------------------------------------------------------
    def ask_filter(self, column: Column) -> None:
        """Ask what a column is to be filtered by; the answer stands in the filter field."""
        name = FILTERS[column]
        dialog = LineDialog(
            self.tr("Filter"),
            self.tr("Rows where “{column}” &has").format(column=texts.column_titles()[column]),
            hint=texts.column_filter_help(column),
            text=term_of(self.filter.text(), name),
            may_be_empty=True,
            parent=self,
        )
        dialog.answered.connect(partial(self._filter_column, name))
        dialog.open()

    def _filter_column(self, name: str, value: str) -> None:
        self.filter.setText(with_term(self.filter.text(), name, value))
        self._apply_filter()

    def use_filter(self, saved: SavedFilter) -> None:
        """Filter as it was saved."""
        self.filter.setText(saved.text)
        self.chips.choose(saved.chip)

    def clear_filter(self) -> None:
        """Show all rows again."""
        self.filter.clear()
        self.chips.choose(Status.ALL)

    def _ticked(self) -> None:
        self.model.refresh_times(*self.table.rows_in_view())

    def _view_rested(self, first: int, last: int) -> None:
        self.model.want(first, last)
        rows = (self.model.row(number) for number in range(first, last + 1))
        self.thumbnails_shown.emit(tuple(row.thumbnail for row in rows if row and row.thumbnail))

    def _selection_changed(self) -> None:
        self.actions_.set_rows(self.table.selected_rows())

    def _cancel_selected(self) -> None:
        self.actions_.set_rows(self.table.selected_rows())
        self.actions_.cancel()

    def _show_details(self) -> None:
        self.actions_.set_rows(self.table.selected_rows()[:1])
        self.actions_.details()

    def _popup_menu(self, at: QPoint) -> None:
        if self.table.row_at(at) is None:
            return
        # Rows change while they are selected: what can be done is judged when it is asked for.
        self.actions_.set_rows(self.table.selected_rows())
        self.actions_.popup(self.table.viewport().mapToGlobal(at))

    def _show_state(self) -> None:
        """Content, or why there is none and what to do next."""
        not_understood = self._not_understood()
        self.filter.setToolTip("\n\n".join(filter(None, (not_understood, texts.filter_help()))))
        as_of, problem = oldest(self._links), problem_of(self._links)
        if self.model.rowCount() and as_of is not None:
            self._panel.show_stale(as_of, words=stale_words(self._links))
        elif self.model.rowCount():
            self._panel.show_content()
        elif self.model.is_filtered:
            self._panel.show_empty(
                not_understood or self.tr("No item matches the filter."),
                self.tr("Clear filter"),
                self.clear_filter,
                icon="list-filter",
            )
        elif self._sessions and not any(s.queue.is_loaded for s in self._sessions):
            if problem is not None:
                self._panel.show_error(problem, retry=self._retry)
            else:
                self._panel.show_loading()
        elif not self._sessions:
            self._panel.show_empty(
                self.tr("No server is connected."),
                self.tr("Connect to a server…"),
                self.connect_requested.emit,
                icon="layers",
            )
        else:
            self._panel.show_empty(
                self.tr("The queue is empty. Fill in the form and press Invoke."),
                self.tr("Invoke"),
                self.invoke_requested.emit,
                icon="layers",
            )

    def _not_understood(self) -> str:
        """What has no meaning in the filter; empty for nothing."""
        stores = [session.queue for session in self._sessions]
        labels = None
        # A name is judged only where nothing has it, and once all inputs have been read.
        if not self.model.rowCount() and all(store.known >= len(store) for store in stores):
            jobs = (job for store in stores for job in store.jobs.values())
            labels = (label for job in jobs for label, _ in job.inputs)
        found = misread(self.model.terms, labels)
        return texts.not_understood(found) if found is not None else ""

    def _retry(self) -> None:
        """Busy until the answer, which may well be the same."""
        self._panel.show_loading()
        self.retry_requested.emit()

    def selected_rows(self) -> Sequence[QueueRow]:
        """The selected rows from the top."""
        return self.table.selected_rows()
