"""The sidebar: one filter over four groups, or a rail of icons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.boards import BoardStore
from ivk_desktop.stores.gallery import Gallery
from ivk_desktop.stores.library import WorkflowLibrary
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.stores.models import ModelStore
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.ui import theme
from ivk_desktop.ui.media_mime import Drop
from ivk_desktop.ui.sidebar import rows as made
from ivk_desktop.ui.sidebar.names_popup import NamesPopup
from ivk_desktop.ui.sidebar.rail import Rail
from ivk_desktop.ui.sidebar.row_list import RowList
from ivk_desktop.ui.sidebar.rows import Group, Row, RowKind, Sources
from ivk_desktop.ui.sidebar.server_choice import ServerChoice
from ivk_desktop.ui.tokens import Height, Space, Width
from ivk_desktop.ui.widgets import SearchField


class Sidebar(QFrame):
    """Lists what there is; others open it."""

    workflow_chosen = Signal(object)
    """The ``OpenWorkflow`` to show."""
    close_requested = Signal(object)
    """The ``OpenWorkflow`` to close."""
    open_workflow_requested = Signal(str)
    """The id of a workflow of the library."""
    open_file_requested = Signal()
    connect_requested = Signal()
    """There is no server; one is wanted."""
    board_requested = Signal(object, str)
    """A ``BoardKey`` and the board's name."""
    model_chosen = Signal(object)
    """A ``ModelKey``."""
    new_board_requested = Signal()
    models_requested = Signal()
    """The model manager is wanted."""
    board_menu_requested = Signal(object, object)
    """A ``BoardKey``, or ``None`` for the heading over boards, and a global position."""
    dropped_on_board = Signal(object, object)
    """A ``BoardKey`` and the ``Drop`` that was let go on it."""
    server_chosen = Signal(object)
    """The ``ServerId`` whose lists are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = Sources()
        self._media: MediaStore | None = None
        self._folded: set[Group] = set()
        self.servers = ServerChoice()
        self.filter = SearchField(self.tr("Filter all lists"))
        self.list = RowList(self.tr("Sidebar"))
        self.rail = Rail()
        self.popup = NamesPopup(self)
        self._rebuilding = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self.refresh()

    # --- what it shows -------------------------------------------------------------------
    def set_open_workflows(self, store: OpenWorkflows) -> None:
        """List the workflows that are open in the window."""
        for workflow in store.workflows:
            self._opened(workflow)
        store.opened.connect(self._opened)
        self._set_sources(replace(self._sources, open_workflows=store))

    def set_server(
        self,
        library: WorkflowLibrary | None,
        boards: BoardStore | None,
        models: ModelStore | None,
        media: MediaStore | None,
    ) -> None:
        """List what one server has; ``None`` where there is no server."""
        self._media = media
        self.popup.hide()  # what it lists went with the server
        for names in (self.list, self.popup.list):
            names.set_media(media)
        changed = replace(self._sources, library=library, boards=boards, models=models)
        self._set_sources(changed)

    def set_servers(
        self, servers: Sequence[tuple[ServerId, str]], current: ServerId | None
    ) -> None:
        """Let the person choose between these servers; with one there is no choice."""
        self.servers.show_servers(servers, current)

    def set_gallery(self, gallery: Gallery | None) -> None:
        """Offer to change the boards of one server, and list its days."""
        keeper, dates = (gallery.keeper, gallery.dates) if gallery is not None else (None, None)
        self._set_sources(replace(self._sources, keeper=keeper, dates=dates))

    def set_rail(self, rail: bool) -> None:
        """Show icons only, or all."""
        self._stack.setCurrentIndex(1 if rail else 0)
        width = theme.px(Width.RAIL if rail else Width.SIDEBAR)
        self.setMinimumWidth(width if rail else theme.px(160))
        self.setMaximumWidth(width if rail else theme.px(2 * Width.SIDEBAR))

    @property
    def is_rail(self) -> bool:
        """Whether icons only are shown."""
        return self._stack.currentIndex() == 1

    @property
    def folded(self) -> set[str]:
        """The names of the folded groups, to be remembered."""
        return {group.value for group in self._folded}

    def set_folded(self, names: set[str]) -> None:
        """Fold the groups of these names."""
        self._folded = {group for group in Group if group.value in names}
        self.refresh()

    def refresh(self) -> None:
        """Make the rows again."""
        text = self.filter.text().strip()
        sections = made.build(self._sources, text, self._folded)
        room = self.list.viewport().height() // theme.px(Height.ROW)
        limit = made.fitting_limit(sections, room)
        self.list.set_rows([row for section in sections for row in section.shortened(limit)])
        self.rail.show_groups({group for group in Group if self._offered(group)})
        if self.popup.isVisible():
            self.popup.refresh()

    def _offered(self, group: Group) -> bool:
        listing = self._sources.listing(group)
        return listing is None or listing.state is not ListState.NOT_OFFERED

    def _set_sources(self, sources: Sources) -> None:
        for store, name in made.signals(self._sources):
            getattr(store, name).disconnect(self._refresh_soon)
        self._sources = sources
        for store, name in made.signals(sources):
            getattr(store, name).connect(self._refresh_soon)
        self.refresh()

    def _refresh_soon(self) -> None:
        self._rebuilding.start()

    def _opened(self, workflow: OpenWorkflow) -> None:
        workflow.changed.connect(self._refresh_soon)

    # --- what a person does --------------------------------------------------------------
    def _chosen(self, row: Row) -> None:
        signals = {
            RowKind.OPEN: self.workflow_chosen,
            RowKind.WORKFLOW: self.open_workflow_requested,
            RowKind.MODEL: self.model_chosen,
        }
        if row.kind in signals:
            signals[row.kind].emit(row.key)
        elif row.kind is RowKind.BOARD:
            self.board_requested.emit(row.key, row.title)
        elif row.kind is RowKind.MANAGE:
            self.models_requested.emit()
        elif row.kind is RowKind.DATES:
            self._open_dates(self.list.global_place(row))
        elif row.kind is RowKind.FILE:
            self.open_file_requested.emit()
        elif row.kind is RowKind.CONNECT:
            self.connect_requested.emit()
        elif row.kind is RowKind.RETRY:
            self._retry(row.group)
        else:
            self._open_names(row, self.list.global_place(row))

    def _open_dates(self, place: QPoint) -> None:
        if (dates := self._sources.dates) is not None:
            dates.reload()
            make = partial(made.date_rows, dates)
            self.popup.open_at(place, self.tr("Boards by date"), make, self._media)

    def _ask_menu(self, row: Row, at: QPoint) -> None:
        if row.group is Group.BOARDS and row.kind in (RowKind.BOARD, RowKind.HEADING):
            key = row.key if row.kind is RowKind.BOARD else None
            self.board_menu_requested.emit(key, at)

    def _dropped(self, row: Row, drop: Drop) -> None:
        self.dropped_on_board.emit(row.key, drop)

    def _retry(self, group: Group) -> None:
        listing = self._sources.listing(group)
        if listing is not None:
            listing.reload()

    def _open_names(self, row: Row, place: QPoint) -> None:
        text = self.filter.text().strip() if row.kind is RowKind.ALL else ""
        title = made.heading(row.group)
        make = partial(made.everything, self._sources, row.group)
        if row.kind is RowKind.VIEW and self._sources.library:
            title = made.view_title(row.key)
            make = partial(made.workflow_rows, self._sources.library, row.key)
        elif row.kind is RowKind.TYPE and self._sources.models:
            title = made.type_title(row.key)
            make = partial(made.model_rows, self._sources.models, row.key)
        self.popup.open_at(place, title, make, self._media, text)

    def _open_group(self, group: Group, place: QPoint) -> None:
        make = partial(made.everything, self._sources, group)
        self.popup.open_at(place, made.heading(group), make, self._media)

    def _close(self, row: Row) -> None:
        self.close_requested.emit(row.key)

    def _fold(self, row: Row, fold: bool) -> None:
        if fold:
            self._folded.add(row.group)
        else:
            self._folded.discard(row.group)
        self.refresh()

    # --- building ------------------------------------------------------------------------
    def _build(self) -> None:
        self.setProperty("surface", "window")
        self.list.setProperty("surface", "window")
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, Space.S, 0, Space.XS)
        column.setSpacing(Space.XS)
        top = QVBoxLayout()
        top.setContentsMargins(Space.S, 0, Space.S, 0)
        top.setSpacing(Space.XS)
        top.addWidget(self.servers)
        top.addWidget(self.filter)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(whole)
        self._stack.addWidget(self.rail)
        self.set_rail(False)

    def _connect(self) -> None:
        self._rebuilding.timeout.connect(self.refresh)
        self.filter.textChanged.connect(self.refresh)
        self.filter.returnPressed.connect(self._take_first)
        self.list.chosen.connect(self._chosen)
        self.list.close_requested.connect(self._close)
        self.list.folding_requested.connect(self._fold)
        self.list.room_changed.connect(self._refresh_soon)
        self.popup.chosen.connect(self._chosen)
        self.popup.close_requested.connect(self._close)
        self.rail.requested.connect(self._open_group)
        self.servers.chosen.connect(self.server_chosen)
        for names in (self.list, self.popup.list):
            names.menu_requested.connect(self._ask_menu)
            names.dropped.connect(self._dropped)
        self.list.add_requested.connect(self.new_board_requested)

    def _take_first(self) -> None:
        """Enter in the filter takes the first thing that matches."""
        kinds = (RowKind.HEADING, RowKind.NOTE)
        first = next((row for row in self.list.rows.rows if row.kind not in kinds), None)
        if self.filter.text().strip() and first is not None:
            self._chosen(first)
