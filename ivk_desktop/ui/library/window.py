"""The library window: find workflows by part, tag and text; open, rename, share, delete them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.stores.library import LibraryView, WorkflowCard, WorkflowLibrary
from ivk_desktop.stores.library_query import LibraryQuery, Order, in_view, select, tag_counts
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.library import questions
from ivk_desktop.ui.library.card_list import CardList
from ivk_desktop.ui.library.side import LibrarySide
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconButton, SearchField


class LibraryWindow(QWidget):
    """A window of its own that stays open beside the work."""

    open_requested = Signal(object)
    """A tuple of workflow ids."""
    file_requested = Signal()
    """A file is to be opened instead."""
    rename_requested = Signal(str, str)
    """A workflow id and its new name."""
    delete_requested = Signal(object)
    """A tuple of workflow ids; the person has agreed."""
    share_requested = Signal(object, bool)
    """A tuple of workflow ids, and whether others shall see them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._library: WorkflowLibrary | None = None
        self.setWindowTitle(self.tr("Workflow library"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "panel")
        self.side = LibrarySide()
        self.search = SearchField(self.tr("Search names, descriptions and tags"))
        self.order = QuietCombo()
        self.list = CardList()
        self.panel = Panel(self.list)
        self._count = QLabel()
        self._count.setProperty("tone", "text2")
        self._build_actions()
        self._build()
        self._connect()
        self.resize(theme.px(900), theme.px(620))

    # --- what it shows -------------------------------------------------------------------
    def let_go(self) -> None:
        """The server is gone: nothing of it is shown or listened to any more."""
        self._leave()
        self.list.set_media(None)
        self.list.set_cards([])
        self.side.set_content([(None, 0)], [])
        self._count.setText("")
        self.setWindowTitle(self.tr("Workflow library"))
        self.panel.show_empty(self.tr("No server is connected."))
        self._selection_changed()

    def _leave(self) -> None:
        if self._library is not None:
            self._library.changed.disconnect(self.refresh)
            self._library.state_changed.disconnect(self.refresh)
        self._library = None

    def set_library(self, library: WorkflowLibrary, media: MediaStore, server: str) -> None:
        """Show one server's library."""
        self._leave()
        self._library = library
        library.changed.connect(self.refresh)
        library.state_changed.connect(self.refresh)
        self.list.set_media(media)
        self.setWindowTitle(self.tr("Workflow library of {server}").format(server=server))
        self.refresh()

    def query(self) -> LibraryQuery:
        """What is asked for now."""
        order = Order(self.order.currentData())
        return LibraryQuery(self.side.view, self.side.tags, self.search.text(), order)

    def refresh(self) -> None:
        """Show what the library has now."""
        library = self._library
        if library is None:
            return
        self.list.shows_sharing = library.shares
        views: list[tuple[LibraryView | None, int]] = [(None, len(library.items))]
        views += [(v, sum(in_view(c, v) for c in library.items)) for v in library.views]
        seen = [card for card in library.items if in_view(card, self.side.view)]
        self.side.set_content(views, tag_counts(seen))
        cards = select(library.items, self.query())
        self.list.set_cards(cards)
        words = self.tr("{shown} of {all}")
        self._count.setText(
            words.format(shown=count_text(len(cards)), all=count_text(len(library.items)))
        )
        self._show_state(library, cards)
        self._selection_changed()

    def _show_state(self, library: WorkflowLibrary, cards: Sequence[WorkflowCard]) -> None:
        if library.state is ListState.ERROR and library.problem is not None and not library.items:
            self.panel.show_error(library.problem, retry=library.reload)
        elif library.state in (ListState.LOADING, ListState.UNREAD):
            self.panel.show_loading()
        elif cards:
            if library.state is ListState.STALE and library.as_of is not None:
                self.panel.show_stale(library.as_of)
            else:
                self.panel.show_content()
        elif library.items and (self.search.text() or self.side.tags or self.side.view):
            self.panel.show_empty(
                self.tr("No workflow matches."), self.tr("Show all"), self._show_all, "search"
            )
        else:
            self.panel.show_empty(
                self.tr("This library has no workflows yet. Open a file and save it here."),
                self.tr("Open a file…"),
                self.file_requested.emit,
                "workflow",
            )

    def _show_all(self) -> None:
        self.side.view, self.side.tags = None, frozenset()
        self.search.clear()
        self.refresh()

    # --- what is done --------------------------------------------------------------------
    def _open(self) -> None:
        if chosen := self.list.selected():
            self.open_requested.emit(tuple(card.workflow_id for card in chosen))

    def _own(self) -> list[WorkflowCard]:
        """The selected workflows that can be changed."""
        return [card for card in self.list.selected() if not card.is_built_in]

    def _rename(self) -> None:
        for card in self._own()[:1]:
            questions.ask_name(
                self,
                self.tr("Rename workflow"),
                card.name,
                partial(self.rename_requested.emit, card.workflow_id),
            )

    def _delete(self) -> None:
        if cards := self._own():
            ids = tuple(card.workflow_id for card in cards)
            questions.ask_deletion(
                self, [card.name for card in cards], lambda: self.delete_requested.emit(ids)
            )

    def _share(self) -> None:
        self._set_public(True)

    def _unshare(self) -> None:
        self._set_public(False)

    def _set_public(self, public: bool) -> None:
        if cards := [card for card in self._own() if card.is_public is not public]:
            self.share_requested.emit(tuple(card.workflow_id for card in cards), public)

    def _selection_changed(self) -> None:
        chosen, own = self.list.selected(), self._own()
        shares = self._library is not None and self._library.shares
        writable = self._library is not None and self._library.is_writable
        self.open_button.setEnabled(bool(chosen))
        several = self.tr("Open {count}").format(count=len(chosen))
        self.open_button.setText(several if len(chosen) > 1 else self.tr("Open"))
        self.rename.setEnabled(len(own) == len(chosen) == 1)
        self.delete.setEnabled(bool(own))
        self.share.setEnabled(any(not card.is_public for card in own))
        self.unshare.setEnabled(any(card.is_public for card in own))
        for action in (self.rename, self.delete):
            action.setVisible(writable)
        for action in (self.share, self.unshare):
            action.setVisible(shares and writable)

    def _popup(self, place: QPoint) -> None:
        if self.list.selected():
            self.menu.popup(self.list.viewport().mapToGlobal(place))

    def _popup_more(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, -self.menu.sizeHint().height())))

    # --- construction --------------------------------------------------------------------
    def _build_actions(self) -> None:
        self.menu = QMenu(self)
        self.open = QAction(icons.icon("folder-open"), self.tr("Open"), self)
        self.rename = QAction(icons.icon("pencil"), self.tr("Rename…"), self)
        self.share = QAction(icons.icon("share-2"), self.tr("Share with all users"), self)
        self.unshare = QAction(icons.icon("lock"), self.tr("Share no longer"), self)
        self.delete = QAction(icons.icon("trash-2"), self.tr("Delete…"), self)
        self.menu.addActions([self.open, self.rename, self.share, self.unshare])
        self.menu.addSeparator()
        self.menu.addAction(self.delete)
        close = QAction(self)
        close.setShortcuts([QKeySequence("Escape"), QKeySequence(QKeySequence.StandardKey.Close)])
        close.triggered.connect(self.close)
        self.addAction(close)

    def _build(self) -> None:
        names = {
            Order.OPENED: self.tr("Last opened"),
            Order.NAME: self.tr("Name"),
            Order.UPDATED: self.tr("Last changed"),
            Order.CREATED: self.tr("Newest"),
        }
        for order, name in names.items():
            self.order.addItem(name, order.value)
        self.order.setAccessibleName(self.tr("Order"))
        self.order.setToolTip(self.tr("Order"))
        self.order.setFixedWidth(theme.px(150))
        top = QHBoxLayout()
        top.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        top.setSpacing(Space.S)
        top.addWidget(self.search, 1)
        top.addWidget(self.order)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.panel, 1)
        column.addLayout(self._build_buttons())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.side)
        whole.addWidget(right, 1)

    def _build_buttons(self) -> QHBoxLayout:
        self.file_button = QPushButton(self.tr("Open a file…"))
        self.open_button = QPushButton(self.tr("Open"))
        self.open_button.setProperty("variant", "primary")
        self.more = IconButton("ellipsis", self.tr("More"))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._count)
        buttons.addStretch(1)
        buttons.addWidget(self.more)
        buttons.addWidget(self.file_button)
        buttons.addWidget(self.open_button)
        return buttons

    def _connect(self) -> None:
        self.side.changed.connect(self.refresh)
        self.search.textChanged.connect(self.refresh)
        self.order.currentIndexChanged.connect(self.refresh)
        self.list.selectionModel().selectionChanged.connect(self._selection_changed)
        self.list.open_requested.connect(self._open)
        self.list.delete_requested.connect(self._delete)
        self.list.customContextMenuRequested.connect(self._popup)
        self.open.triggered.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.file_button.clicked.connect(self.file_requested)
        self.more.clicked.connect(self._popup_more)
        self.rename.triggered.connect(self._rename)
        self.share.triggered.connect(self._share)
        self.unshare.triggered.connect(self._unshare)
        self.delete.triggered.connect(self._delete)
