"""All that goes on outside of the window, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ivk_desktop.domain.attention import WhileAway
from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.endings import Endings
from ivk_desktop.stores.failures import Failures
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.outside.herald import Herald
from ivk_desktop.ui.outside.signs import WorkSigns
from ivk_desktop.ui.outside.tools import Tools
from ivk_desktop.ui.outside.tray_keeper import TrayKeeper
from ivk_desktop.ui.outside.work import WorkWatch
from ivk_desktop.ui.view_modes import ViewModes
from ivk_desktop.ui.window_failures import WindowFailures
from ivk_desktop.ui.window_queue import WindowQueue

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings


class DeskParts(Protocol):
    """What is needed of the desk."""

    window: MainWindow
    servers: Servers
    notices: Notices
    endings: Endings
    failures: Failures
    queue: WindowQueue
    window_failures: WindowFailures
    view_modes: ViewModes


class Outside(QObject):
    """Owns herald, signs, tray and what keeps awake; each part obeys its own preference."""

    def __init__(self, desk: DeskParts, settings: Settings, tools: Tools) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._tools = tools
        self.herald = Herald(desk.servers, settings, desk.notices, tools, self)
        self.herald.listen(desk.endings, desk.failures)
        self.signs = WorkSigns(desk.window, desk.servers, settings, desk.failures, tools)
        self.tray = TrayKeeper(desk.window, settings, tools)
        self.work = WorkWatch(desk.servers, settings, desk.endings, desk.notices, tools, self)
        self.work.all_done.connect(self.herald.tell_done)
        self.herald.item_requested.connect(self._show_item)
        self.herald.review_requested.connect(self._review)
        tools.tray.job_requested.connect(self._show_job)
        tools.tray.pause_requested.connect(desk.queue.set_paused)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._focus_changed)

    async def close(self) -> None:
        """Take every sign away and leave the bus."""
        self.work.let_go()
        self.tray.let_go()
        self._tools.signs.set_badge(0)
        self._tools.taskbar.show(None)
        if self._tools.bus is not None:
            await self._tools.bus.close()

    # --- inside --------------------------------------------------------------------------
    def _focus_changed(self, _window: object) -> None:
        self.herald.activity_changed()

    def _show_job(self, key: JobKey) -> None:
        self._show_item(key, None)
        self._desk.view_modes.show_stage()
        self._desk.window.stage.show_job(key)

    def _show_item(self, key: JobKey, ref: MediaRef | None) -> None:
        self._desk.window_failures.show_in_queue(key)
        if ref is not None:
            self._desk.view_modes.show_stage()
            self._desk.window.stage.look_at(ref)

    def _review(self, away: WhileAway) -> None:
        if away.completed:
            self._desk.view_modes.show_stage()
            self._desk.window.stage.look_at_new()
        else:
            self._desk.window_failures.open()
