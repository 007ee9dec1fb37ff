"""The page of caches: how large they are, and a button that empties each."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from ivk_desktop.domain import format as fmt
from ivk_desktop.stores import caches
from ivk_desktop.stores.caches import Cache
from ivk_desktop.ui import reading
from ivk_desktop.ui.preferences.page import PreferencePage, label_width
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ThinProgressBar

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings
    from ivk_desktop.stores.workers import Workers
    from ivk_desktop.tasks import Tasks


class Clearable(Protocol):
    """The index of pictures, as this page needs it."""

    def clear(self) -> Coroutine[Any, Any, None]:
        """Forget everything."""


class CachesPage(PreferencePage):
    """Sizes are read whenever the page is shown; reading and clearing run beside the window."""

    def __init__(
        self, settings: Settings, workers: Workers, tasks: Tasks, index: Clearable
    ) -> None:
        super().__init__(settings, "", "archive")
        self.title = self.tr("Caches")
        self._workers = workers
        self._tasks = tasks
        self._index = index
        self._measured = 0
        self.sizes: dict[Cache, QLabel] = {}
        self.buttons: dict[Cache, QPushButton] = {}
        self.busy = ThinProgressBar()
        self.busy.setAccessibleName(self.tr("Clearing"))
        self.busy.set_fraction(None)
        self.busy.hide()
        self.add_heading(self.tr("Kept to be faster"))
        self._add(
            Cache.THUMBNAILS,
            self.tr("Thumbnails"),
            self.tr("Read from the server again when they are shown."),
        )
        self._add(
            Cache.INDEX,
            self.tr("Index of pictures"),
            self.tr("For searches. Made again with the next connection; ratings and tags stay."),
        )
        self._add(
            Cache.TEMPLATES,
            self.tr("Node templates"),
            self.tr("Read again with the next connection."),
        )
        self.rows.addWidget(self.busy)
        self.finish()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.measure()

    def measure(self) -> None:
        """Read the sizes again; of two readings at once the later one counts."""
        self._measured += 1
        self._workers.post(caches.sizes, partial(self._show_sizes, self._measured))

    # --- inside --------------------------------------------------------------------------
    def _add(self, cache: Cache, name: str, hint: str) -> None:
        label, size = QLabel(name), QLabel("…")
        label.setMinimumWidth(label_width())
        button = QPushButton(self.tr("Clear"))
        button.setAccessibleName(self.tr("Clear: {name}").format(name=name))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._clear, cache))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(label)
        row.addWidget(size, 1)
        row.addWidget(button)
        self.rows.addLayout(row)
        self.add_note(hint)
        self.sizes[cache], self.buttons[cache] = size, button

    def _clear(self, cache: Cache) -> None:
        self._set_busy(True)
        if cache is Cache.INDEX:
            self._tasks.start(self._clear_index(), "clear the index")
        else:
            self._workers.post(partial(caches.clear, cache), self._cleared)

    async def _clear_index(self) -> None:
        try:
            await self._index.clear()
        finally:
            self._cleared()

    def _cleared(self, _: object = None) -> None:
        self._set_busy(False)
        self.measure()

    def _set_busy(self, busy: bool) -> None:
        self.busy.setVisible(busy)
        for button in self.buttons.values():
            button.setEnabled(not busy)

    def _show_sizes(self, number: int, sizes: dict[Cache, int] | None) -> None:
        if number != self._measured:
            return
        for cache, size in (sizes or {}).items():
            self.sizes[cache].setText(fmt.size(size, reading.style()))
            self.buttons[cache].setEnabled(size > 0 and not self.busy.isVisible())
