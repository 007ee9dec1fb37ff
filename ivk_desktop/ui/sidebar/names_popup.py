"""A list of names that opens beside the sidebar: boards, workflows, models."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ivk_desktop.stores.media import MediaStore
from ivk_desktop.ui import theme
from ivk_desktop.ui.sidebar.row_list import RowList
from ivk_desktop.ui.sidebar.rows import Row
from ivk_desktop.ui.tokens import Height, Space
from ivk_desktop.ui.widgets import SearchField

WIDTH_PX = 320
MAX_SHOWN = 14

MakeRows = Callable[[], list[Row]]


class NamesPopup(QFrame):
    """Filters as one types; Enter takes the first, arrows walk, Escape closes."""

    chosen = Signal(object)
    """The ``Row`` that was taken."""
    close_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._make: MakeRows = list
        self.setProperty("surface", "raised")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._filter = SearchField(self.tr("Filter"))
        self._nothing = QLabel(self.tr("Nothing matches"))
        self._nothing.setProperty("tone", "text2")
        self.list = RowList(self.tr("Names"), indent_px=Space.S, marks_current=True)
        self.list.setProperty("surface", "raised")
        self._build()
        self._filter.textChanged.connect(self.refresh)
        self._filter.installEventFilter(self)
        self.list.chosen.connect(self._take)
        self.list.close_requested.connect(self.close_requested)

    def open_at(
        self, place: QPoint, title: str, make: MakeRows, media: MediaStore | None, text: str = ""
    ) -> None:
        """Show the rows of ``make`` beside ``place``; ``text`` is the filter at first."""
        self._make = make
        self.list.set_media(media)
        self._title.setText(title)
        self._filter.setText(text)
        self.refresh()
        self.list.setFixedHeight(0)
        self._make_room()
        self.setFixedWidth(theme.px(WIDTH_PX))
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        top = min(place.y(), room.bottom() - self.sizeHint().height())
        self.move(min(place.x() + Space.XS, room.right() - self.width()), max(top, room.top()))
        self.show()
        self._filter.setFocus()

    def refresh(self) -> None:
        """Make the rows again, and filter them."""
        words = self._filter.text().casefold().split()
        rows = [r for r in self._make() if all(w in r.title.casefold() for w in words)]
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        if rows:
            self.list.setCurrentIndex(self.list.rows.index(0))
        if self.isVisible():
            self._make_room()

    def _make_room(self) -> None:
        """Grow with the rows: they may still be on their way; a filter does not shrink it."""
        rows = min(max(self.list.rows.rowCount(), 3), MAX_SHOWN)
        height = rows * theme.px(Height.ROW)
        if height > self.list.height():
            self.list.setFixedHeight(height)
            self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the filter field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            walking = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            if key in (*walking, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _take(self, row: Row) -> None:
        self.hide()
        self.chosen.emit(row)

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        rows.setSpacing(Space.S)
        for widget in (self._title, self._filter, self.list, self._nothing):
            rows.addWidget(widget)
        self._title.setContentsMargins(Space.XS, 0, 0, 0)
        self._nothing.setContentsMargins(Space.XS, Space.S, 0, Space.S)
