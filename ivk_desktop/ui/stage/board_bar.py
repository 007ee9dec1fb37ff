"""The bar over a board's pictures: images or assets, search, order, how many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ivk_desktop.domain.boards import GalleryView, SearchBy
from ivk_desktop.ui import theme
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconButton, SearchField

if TYPE_CHECKING:
    from ivk_desktop.ui.stage.filter_popup import FilterPopup

TYPING_MS = 250
"""So long after the last letter the server is asked."""
NARROW_PX = 460
"""In less room the count leaves."""
NEWEST, OLDEST, STARRED, RATED = range(4)
"""The orders by their places in the box."""


class BoardBar(QFrame):
    """Changes the view of a board; holds no state but what its controls show."""

    view_changed = Signal(object)
    """The ``GalleryView`` that is asked for."""
    upload_requested = Signal()
    known_wanted = Signal()
    """The filters are shown: ``show_known`` can offer values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setProperty("border", "bottom")
        self._view: GalleryView | None = None
        self.kind = QuietCombo()
        self.kind.addItems([self.tr("Images"), self.tr("Assets")])
        self.kind.setAccessibleName(self.tr("Images or assets"))
        self.search = SearchField(self.tr("Search prompts and metadata"))
        self.order = QuietCombo()
        self.order.addItems(
            [
                self.tr("Newest first"),
                self.tr("Oldest first"),
                self.tr("Starred first"),
                self.tr("Rated first"),
            ]
        )
        self.order.setAccessibleName(self.tr("Order"))
        self.filters = IconButton("list-filter", self.tr("Filter pictures…"))
        self._popup: FilterPopup | None = None
        self._progress = ""
        self.upload = IconButton("upload", self.tr("Upload pictures to this board…"))
        self.count = QLabel()
        self.count.setProperty("tone", "text2")
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._build()
        self.kind.activated.connect(self._changed)
        self.order.activated.connect(self._changed)
        self.search.textChanged.connect(self._typing.start)
        self.search.returnPressed.connect(self._changed)
        self._typing.timeout.connect(self._changed)
        self.upload.clicked.connect(self.upload_requested)
        self.filters.clicked.connect(self._open_filters)

    @property
    def popup(self) -> FilterPopup:
        """The form of the filters, made when it is first asked for."""
        if self._popup is None:
            from ivk_desktop.ui.stage.filter_popup import FilterPopup

            self._popup = FilterPopup(self)
            self._popup.text_changed.connect(self.search.setText)
            self._popup.scope_changed.connect(self._scope_chosen)
            self._popup.show_progress(self._progress)
        return self._popup

    def show_view(self, view: GalleryView, *, uploads: bool) -> None:
        """Show how another board is looked at."""
        self._typing.stop()
        self._view = None
        self.kind.setCurrentIndex(int(view.assets))
        orders = {STARRED: view.starred_first, RATED: view.rated_first, OLDEST: view.oldest_first}
        self.order.setCurrentIndex(next((one for one, on in orders.items() if on), NEWEST))
        self.search.setText(view.search)
        self._typing.stop()
        self._view = view
        self.upload.setVisible(uploads)

    def show_count(self, total: int, chosen: int) -> None:
        """Say how many pictures there are, and how many are chosen if there are several."""
        text, tip = count_text(total), ""
        if chosen > 1:
            numbers = {"chosen": count_text(chosen), "total": text}
            text = self.tr("{chosen} of {total}").format(**numbers)
            tip = self.tr("{chosen} of {total} pictures are chosen").format(**numbers)
        self.count.setText(text)
        self.count.setToolTip(tip)
        self.count.setAccessibleName(tip or text)

    def _changed(self) -> None:
        self._typing.stop()
        if self._view is None:
            return
        order = self.order.currentIndex()
        view = replace(
            self._view,
            assets=self.kind.currentIndex() == 1,
            search=self.search.text().strip(),
            oldest_first=order == OLDEST,
            starred_first=order == STARRED,
            rated_first=order == RATED,
        )
        self._ask(view)

    def _ask(self, view: GalleryView) -> None:
        if view != self._view:
            self._view = view
            self.view_changed.emit(view)

    def _scope_chosen(self, everywhere: bool, by: SearchBy) -> None:
        if self._view is not None:
            self._ask(replace(self._view, everywhere=everywhere, by=by))

    def _open_filters(self) -> None:
        if self._view is not None:
            text, view = self.search.text(), self._view
            self.popup.open_below(self.filters, text, everywhere=view.everywhere, by=view.by)
            self.known_wanted.emit()

    def show_progress(self, text: str) -> None:
        """Say in the form of the filters how far the index is."""
        self._progress = text
        if self._popup is not None:
            self._popup.show_progress(text)

    def show_known(self, known: Mapping[str, Sequence[str]]) -> None:
        """Offer values for filters, by the name of the filter."""
        if self._popup is not None:
            self._popup.show_known(known)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the count out where there is no room for it."""
        super().resizeEvent(event)
        self.count.setVisible(event.size().width() >= theme.px(NARROW_PX))

    def _build(self) -> None:
        self.search.setToolTip(
            self.tr(
                "Words, and filters: model:sdxl lora:ink prompt:fox seed:123 size:1024x768\n"
                "rating:>=4 tag:keep starred board:cats after:2026-01 before:2026-03-18\n"
                "A minus turns one round, quotes keep words together."
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        row.setSpacing(Space.S)
        for widget, stretch in (
            (self.kind, 0),
            (self.search, 1),
            (self.filters, 0),
            (self.order, 0),
            (self.count, 0),
            (self.upload, 0),
        ):
            row.addWidget(widget, stretch)
        self.kind.setFixedWidth(theme.px(90))
        self.order.setFixedWidth(theme.px(126))
