"""The parts and tags of the library, to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QWidget

from ivk_desktop.stores.library import LibraryView
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.sidebar.rows import view_title
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Height

KEY: Final = Qt.ItemDataRole.UserRole
ICONS: Final = {
    None: "list",
    LibraryView.RECENT: "clock",
    LibraryView.YOURS: "folder",
    LibraryView.SHARED: "users",
    LibraryView.BUILT_IN: "layers",
}


class LibrarySide(QListWidget):
    """One part at a time; any number of tags, each of which widens the choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view: LibraryView | None = LibraryView.RECENT
        self.tags: frozenset[str] = frozenset()
        self._views: Sequence[tuple[LibraryView | None, int]] = ()
        self._tags: Sequence[tuple[str, int]] = ()
        self.setProperty("surface", "window")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Parts and tags"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.setFixedWidth(theme.px(196))
        self.itemClicked.connect(self._clicked)
        self.itemActivated.connect(self._clicked)

    def set_content(
        self, views: Sequence[tuple[LibraryView | None, int]], tags: Sequence[tuple[str, int]]
    ) -> None:
        """Offer these parts and tags with their counts."""
        self._views, self._tags = views, tags
        self.tags &= {tag for tag, _ in tags}
        self._fill()

    def _fill(self) -> None:
        row = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for view, count in self._views:
            title = view_title(view) if view is not None else self.tr("All")
            self._add(title, count, view, ICONS[view], chosen=view is self.view)
        if self._tags:
            heading = QListWidgetItem(self.tr("Tags"), self)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(theme.theme().font("strong", 11))
            heading.setForeground(theme.color("text2"))
        for tag, count in self._tags:
            chosen = tag in self.tags
            self._add(tag, count, tag, "check" if chosen else "tag", chosen=chosen)
        # The keyboard's place, which says nothing of what is chosen.
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.blockSignals(False)

    def _add(self, title: str, count: int, key: object, icon: str, *, chosen: bool) -> None:
        item = QListWidgetItem(icons.icon(icon, "text" if chosen else "text2"), "", self)
        item.setText(f"{title}  {count_text(count)}")
        item.setData(KEY, key)
        item.setToolTip(title)
        item.setSizeHint(item.sizeHint().expandedTo(self._row_size(item)))
        item.setSelected(chosen)
        if chosen:
            item.setFont(theme.theme().font("strong"))

    def _row_size(self, item: QListWidgetItem) -> QSize:
        return QSize(item.sizeHint().width(), theme.px(Height.ROW))

    def _clicked(self, item: QListWidgetItem) -> None:
        key = item.data(KEY)
        if isinstance(key, str):
            self.tags = self.tags ^ {key}
        else:
            self.view = key
        self._fill()
        self.changed.emit()
