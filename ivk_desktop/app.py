"""The composition root: application, event loop, hooks, and the objects that live with them."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_API"] = "pyside6"  # before qasync picks another binding

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from ivk_desktop import __version__, logs, resources
from ivk_desktop.cli import WindowOptions
from ivk_desktop.collector import Collector
from ivk_desktop.crash import CrashHooks
from ivk_desktop.domain.links import is_link
from ivk_desktop.importing import import_by_turns, import_in_thread
from ivk_desktop.stores import first_look, paths
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.history import History
from ivk_desktop.stores.index_file import FILE as INDEX
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.picture_index import PictureIndex
from ivk_desktop.stores.ratings import Ratings
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui import language
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.session_context import ContextBook
from ivk_desktop.ui.theme import Scheme, theme
from ivk_desktop.ui.trace import Trace
from ivk_desktop.ui.view_modes import ViewModes
from ivk_desktop.ui.window_actions import WindowActions
from ivk_desktop.ui.window_help import WindowHelp

if TYPE_CHECKING:
    from ivk_desktop.arrivals import Arrivals
    from ivk_desktop.connections import Connections
    from ivk_desktop.stores.queue_filter import SavedFilter
    from ivk_desktop.stores.reopener import Reopener
    from ivk_desktop.stores.session import ServerSession
    from ivk_desktop.stores.settings import Settings
    from ivk_desktop.ui.outside.outside import Outside
    from ivk_desktop.ui.outside.tools import Tools
    from ivk_desktop.ui.window_preferences import WindowPreferences

log = logging.getLogger(__name__)

CLOSE_TIMEOUT_S = 3.0
SWITCH_INTERVAL_S = 0.001
"""How long a thread that imports or parses keeps the interpreter from the UI thread. The usual
5 ms add up: a paint asks for it again many times."""


def run_window(options: WindowOptions, beside: Callable[[Desk], None] | None = None) -> int:
    """Open the window and return when it is closed.

    ``beside`` is called with all that is there before the window is shown; what it starts runs
    with the window.
    """
    logs.start(options.log_level)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    hooks = CrashHooks()
    hooks.install()
    app = QApplication(["ivk-desktop"])
    app.setApplicationName("ivk_desktop")
    app.setApplicationDisplayName("ivk desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("ivk-desktop")
    app.setWindowIcon(QIcon(str(resources.path("icons", "app.svg"))))
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        hooks.watch_loop(runner.get_loop())
        runner.run(_main(app, options, hooks, beside))
    gc.collect()  # what complains of being left over does so while the log is open
    hooks.uninstall()
    return 0


async def _main(
    app: QApplication,
    options: WindowOptions,
    hooks: CrashHooks,
    beside: Callable[[Desk], None] | None,
) -> None:
    asked = asyncio.Event()
    with _signals(asked.set):
        desk = Desk(app, options)
        desk.window.close_asked.connect(asked.set)
        hooks.happened.connect(desk.help.tell_fault)
        if hooks.crashed_before:
            desk.help.tell_crash()
        if beside is not None:
            beside(desk)
        try:
            await desk.open()
            await asked.wait()
        finally:
            await desk.close()


@contextlib.contextmanager
def _signals(ask: Callable[[], None]) -> Iterator[None]:
    """Call ``ask`` on SIGINT and SIGTERM at once, not only at the next event of Qt."""
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    before = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    numbers = (signal.SIGINT, signal.SIGTERM)
    handlers = {number: signal.signal(number, lambda *_: ask()) for number in numbers}
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda *_: reader.recv(64))
    try:
        yield
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(before)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        reader.close()
        writer.close()


class Desk(QObject):
    """Everything that lives as long as the window: stores, sessions, the window itself."""

    reopener: Reopener | None = None
    """Knows what was open at an earlier time, once the window stands."""

    def __init__(
        self, app: QApplication, options: WindowOptions, tools: Tools | None = None
    ) -> None:
        super().__init__()
        self._app = app
        self._options = options
        look = first_look.FirstLook() if options.safe else first_look.read()
        language.apply(look.language)
        inter = look.font == "inter"
        theme().apply(app, Scheme(look.theme), look.text_scale, inter=inter, sheet=False)
        self.collector = Collector(self)
        self.notices = Notices(self)
        self.tasks = Tasks(self)
        self.workers = Workers(parent=self)
        self._open_kept()
        self.servers = Servers(self)
        self.workflows = OpenWorkflows(self.tasks, self.database, self)
        self._contexts = ContextBook(self.servers)
        self.window = MainWindow(self.workflows, self.notices, self._contexts)
        self.actions = WindowActions(self.window, self.servers, self.workflows)
        self.help = WindowHelp(self.window, self.servers, self.notices, self.workers)
        theme().set_sheet(app)
        self.view_modes = ViewModes(self.window, self.servers)
        self.view_modes.was_reset.connect(self._forget_layout)
        self.view_modes.restore(look.layout)
        self.settings: Settings | None = None
        self.connections: Connections | None = None
        self.arrivals: Arrivals | None = None
        self.outside: Outside | None = None
        self._tools = tools
        self._is_furnished = False
        trace = options.trace
        self.trace = Trace(Path(trace), self.window, self.servers) if trace is not None else None

    async def _build_rooms(self) -> None:
        """All that does something behind the window: in pieces, for the window is used already."""
        for build in (
            self._build_jobs,
            self._build_opening,
            self._build_pictures,
            self._build_server_windows,
            self._build_kept,
        ):
            build()
            await asyncio.sleep(0)
        self._is_furnished = True

    def _build_jobs(self) -> None:
        """Servers, what is submitted to them, and what comes of it."""
        from ivk_desktop import rooms

        joined = (self.window, self.servers, self.workflows, self.notices)
        self.quit_question = rooms.QuitQuestion(self.window, self.servers)
        self.window.holds_back = self.quit_question.holds_back
        self.targets = rooms.WindowTargets(*joined, self.tasks)
        self._contexts.target_of = self.targets.target
        self.window_sessions = rooms.WindowSessions(*joined, self.targets, self.ratings)
        self.submits = rooms.WindowSubmits(*joined, self.window_sessions)
        rooms.JobNotices(self.window, self.servers, self.notices)
        self.endings = rooms.Endings(self)
        self.servers.added.connect(self.endings.watch)
        self.servers.removed.connect(self.endings.unwatch)
        self.failures = rooms.Failures(rooms.FailureTable(self.database), self)
        watched = (self.servers, self.endings, self.failures)
        self.window_failures = rooms.WindowFailures(self.window, *watched)
        self.queue = rooms.WindowQueue(self.window, self.servers, self.notices)
        self.window_servers = rooms.WindowServers(self.window, self.servers)
        rooms.WindowEvents(self.window, self.servers, self.notices, self.workers)

    def _build_opening(self) -> None:
        """Workflows: opened, saved; and what is known of an item."""
        from ivk_desktop import rooms

        self.recent_files = rooms.RecentFiles(self.tasks, self.database, self)
        joined = (self.window, self.servers, self.workflows, self.notices, self.recent_files)
        self.opening = rooms.WindowOpening(*joined)
        self.saving = rooms.WindowSaving(*joined)
        self.opening.connect_requested.connect(self.actions.connect_requested)
        self.details = rooms.WindowDetails(self.window, self.servers, self.notices, self._contexts)

    def _build_pictures(self) -> None:
        """Boards and pictures."""
        from ivk_desktop import rooms

        joined = (self.window, self.servers, self.workflows, self.notices)
        self.wall = rooms.WindowWall(self.window, self.servers)
        self.boards = rooms.WindowBoards(self.window, self.servers, self.notices, self.targets)
        self.pictures = rooms.WindowPictures(*joined, self.boards)
        self.actions.undo.watch_pictures(self.notices, self.window.stage)

    def _open_kept(self) -> None:
        """What this computer keeps."""
        self.database = Database(parent=self)
        self.database.broke.connect(self.notices.problem)
        self.history = History(self.database, self.tasks, self)
        self.ratings = Ratings(self.database, self.tasks, self)
        self.index = PictureIndex(paths.cache_folder() / INDEX, self)
        self.index.told.connect(self.notices.problem)

    def _build_server_windows(self) -> None:
        """Models and the server itself."""
        from ivk_desktop import rooms

        self.models = rooms.WindowModels(self.window, self.servers, self.workflows)
        uses = rooms.ModelUses(self.workflows, self.database, self.tasks, self)
        joined = (self.window, self.servers, self.workflows, self.notices)
        self.model_manager = rooms.WindowModelManager(*joined, uses)
        self.model_manager.use_requested.connect(self.window_sessions.use_model)
        self.models.find_requested.connect(self.model_manager.find)
        self.server_page = rooms.WindowServerPage(self.window, self.servers, self.notices)

    def _build_kept(self) -> None:
        """What is kept of submissions and results: history, sheets, saved files."""
        from ivk_desktop import rooms

        joined = (self.window, self.servers, self.workflows, self.notices)
        cache = rooms.ThumbnailCache(paths.cache_folder() / "thumbnails")
        pictures = rooms.HistoryPictures(self.servers, cache, self.workers, self)
        self.window_history = rooms.WindowHistory(*joined, self.history, pictures, self.tasks)
        self.sheet_book = rooms.SheetBook(self.database, self.history, self)
        drawing = (pictures, self.tasks, self.workers, self._contexts)
        self.sheets = rooms.WindowSheets(*joined, self.sheet_book, *drawing)
        self.pictures.sheets = self.sheets
        retry = self.tr("Try again")
        saving = (self.database, self.servers, self.notices, self.tasks, retry)
        self.exports = rooms.AutoExport(*saving, self)

    async def open(self) -> None:
        """Show the window; once it is painted, load what is heavy, and connect."""
        painted = asyncio.Event()
        self.window.painted.connect(painted.set)
        self.window.show()
        await painted.wait()
        await import_in_thread("ivk_desktop.api.backends", "ivk_desktop.api.invokeai.live")
        await import_by_turns("ivk_desktop.rooms")
        from ivk_desktop import rooms

        await self._build_rooms()
        self.settings = self._load_settings()
        self.outside = self._open_outside(self.settings)
        self.tasks.start(self.failures.load(), "read failures")
        self.reopener = rooms.Reopener(self.workflows, self.database, self.tasks, self)
        self.servers.added.connect(self._reopen)
        self.connections = rooms.Connections(self, self.settings)
        self.window_servers.set_keeper(self.connections)
        self.arrivals = rooms.Arrivals(self, self.connections)
        links = tuple(name for name in self._options.files if is_link(name))
        files = tuple(name for name in self._options.files if name not in links)
        self.connections.start(replace(self._options, files=files))
        self.arrivals.open(links)
        if self._options.is_shared:
            self.arrivals.listen()
        self.window_history.limit_chosen.connect(self._keep_limit)
        self.recent_files.load()
        self.tasks.start(self.sheet_book.load(), "read sheets")
        self.history.start(self.settings.prefs.history_items)
        if (problem := await self.database.opened()) is not None:
            self.notices.problem(problem)

    def _load_settings(self) -> Settings:
        from ivk_desktop import rooms

        settings = rooms.Settings(parent=self)
        if settings.problem is not None:
            self.notices.problem(settings.problem)
        self.actions.preference_changed.connect(self._change_preference)
        self.targets.set_settings(settings)
        self.window.queue.saved_filters.set_filters(settings.prefs.queue_filters)
        self.window.queue.filters_changed.connect(self._keep_filters)
        self.pictures.set_settings(settings)
        return settings

    def _open_outside(self, settings: Settings) -> Outside:
        from ivk_desktop import rooms

        tools = self._tools or rooms.make_tools(self._app, self.window, self.tasks)
        preferences = rooms.WindowPreferences(self.window, settings, tools.tray)
        preferences.restyle_requested.connect(self._restyle)
        self._add_pages(preferences, settings)
        self.window_exports = rooms.WindowExports(
            self.window, self.servers, self.exports, settings, preferences
        )
        return rooms.Outside(self, settings, tools)

    def _add_pages(self, preferences: WindowPreferences, settings: Settings) -> None:
        from ivk_desktop.ui.preferences.caches_page import CachesPage
        from ivk_desktop.ui.preferences.privacy_page import PrivacyPage
        from ivk_desktop.ui.preferences.shortcuts_page import ShortcutsPage

        caches = (settings, self.workers, self.tasks, self.index)
        preferences.add_page(partial(ShortcutsPage, settings, self.window.actions_))
        preferences.add_page(partial(CachesPage, *caches))
        preferences.add_page(partial(PrivacyPage, settings))
        self.help.shortcuts_requested.connect(partial(preferences.open_on, ShortcutsPage))

    def _reopen(self, session: ServerSession) -> None:
        if self.reopener is not None and session.workflow_source is not None:
            self.reopener.reopen(session.server_id)

    # --- preferences ---------------------------------------------------------------------
    def _change_preference(self, name: str, value: object) -> None:
        if self.settings is not None:
            self.settings.update(**{name: value})

    def _restyle(self) -> None:
        assert self.settings is not None
        prefs = self.settings.prefs
        theme().apply(self._app, Scheme(prefs.theme), prefs.text_scale, inter=prefs.font == "inter")

    def _keep_limit(self, limit: int) -> None:
        if self.settings is not None:
            self.settings.update(history_items=limit)

    def _keep_filters(self, filters: tuple[SavedFilter, ...]) -> None:
        if self.settings is not None:
            self.settings.update(queue_filters=filters)

    def _forget_layout(self) -> None:
        if self.settings is not None:
            self.settings.forget_blobs()

    # --- closing -------------------------------------------------------------------------
    async def close(self) -> None:
        """Close all within ``CLOSE_TIMEOUT_S``: edits kept, rooms left, threads ended."""
        if self.settings is not None:
            self.settings.keep_blobs(**self.view_modes.layout_blobs())
        self.workflows.end()
        if self.reopener is not None:
            self.reopener.flush()
        self.window.hide()
        self.view_modes.mini.hide()
        try:
            async with asyncio.timeout(CLOSE_TIMEOUT_S):
                if self.outside is not None:
                    await self.outside.close()
                if self._is_furnished:
                    await self.exports.close()
                await self.tasks.close()
                await self.servers.close()
                if self._is_furnished:
                    self.failures.flush()
                await self.index.close()
                await self.database.close()
        except TimeoutError:
            log.warning("closing took longer than %.0f s and was cut off", CLOSE_TIMEOUT_S)
        self.workers.close()
        if self.trace is not None:
            self.trace.close()
        if self.connections is not None:
            self.connections.close()
        if self.arrivals is not None:
            self.arrivals.close()
        self.collector.close()
