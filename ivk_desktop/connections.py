"""Which server the window talks to: chosen at the start, by the dialog, or the demo."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ivk_desktop.api.backend import Backend, ModelSource, WorkflowSource
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.address import host_of, normalized_url
from ivk_desktop.domain.problems import DomainError
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import paths
from ivk_desktop.stores.demo_process import DemoProcess
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.server_dialog import DEFAULT_URL, ServerDialog

if TYPE_CHECKING:
    from ivk_desktop.cli import WindowOptions
    from ivk_desktop.stores.database import Database
    from ivk_desktop.stores.notices import Notices
    from ivk_desktop.stores.open_workflows import OpenWorkflows
    from ivk_desktop.stores.servers import Servers
    from ivk_desktop.stores.settings import ServerProfile, Settings
    from ivk_desktop.stores.workers import Workers
    from ivk_desktop.tasks import Tasks
    from ivk_desktop.ui.main_window import MainWindow
    from ivk_desktop.ui.window_actions import WindowActions

DEMO_ID = ServerId("demo")


def import_heavy() -> None:
    """Import what talks to servers; to be called in a thread while the window is up."""
    import ivk_desktop.api.invokeai.backend
    import ivk_desktop.api.invokeai.live
    import ivk_desktop.stores.settings  # noqa: F401


def make_backend(profile: ServerProfile) -> Backend:
    """Make the backend of one server: the one place that knows a kind of server."""
    from ivk_desktop.api.invokeai.backend import InvokeAIBackend
    from ivk_desktop.api.profile import ConnectionProfile

    return InvokeAIBackend(
        profile.id,
        ConnectionProfile.of(profile.url),
        queue_id=profile.queue_id,
        cache=paths.cache_folder() / "templates",
    )


class DeskParts(Protocol):
    """What connecting needs of the desk."""

    window: MainWindow
    actions: WindowActions
    servers: Servers
    workflows: OpenWorkflows
    notices: Notices
    tasks: Tasks
    workers: Workers
    database: Database


class Connections(QObject):
    """Makes sessions of profiles; owns the server dialog and the demo server."""

    def __init__(self, desk: DeskParts, settings: Settings) -> None:
        super().__init__(settings)
        self._desk = desk
        self._settings = settings
        self._dialog: ServerDialog | None = None
        self._demo: DemoProcess | None = None
        actions = desk.actions
        actions.connect_requested.connect(self.ask)
        actions.edit_server_requested.connect(self._edit)
        actions.demo_requested.connect(self.start_demo)
        actions.disconnect_requested.connect(self._disconnect)

    def start(self, options: WindowOptions) -> None:
        """Connect to what the command line or the settings say, else ask."""
        self._desk.tasks.start(self._start(options), "connect")

    def close(self) -> None:
        """End the demo server, if it was started from here."""
        if self._demo is not None:
            self._demo.stop()

    # --- choosing ------------------------------------------------------------------------
    async def _start(self, options: WindowOptions) -> None:
        if options.demo:
            session = await self._connect_demo()
        else:
            profile = self._first_profile(options)
            session = await self.connect_to(profile) if profile is not None else None
        if session is None:
            self.ask()
            return
        for file in options.files:
            self._desk.workflows.open_file(session.server_id, file)

    def _first_profile(self, options: WindowOptions) -> ServerProfile | None:
        prefs = self._settings.prefs
        if options.server:
            return self._typed_profile(options.server, options.queue_id)
        profile = self._settings.server(prefs.current_server or ServerId(""))
        profile = profile or next(iter(prefs.servers), None)
        if profile is not None and options.queue_id:
            profile = profile.model_copy(update={"queue_id": options.queue_id})
        return profile

    def _typed_profile(self, address: str, queue_id: str | None) -> ServerProfile | None:
        try:
            url = normalized_url(address)
        except DomainError as error:
            self._desk.notices.problem(error.problem)
            return None
        return self._profile(url, "", queue_id)

    def _profile(self, url: str, name: str, queue_id: str | None = None) -> ServerProfile:
        from ivk_desktop.stores.settings import ServerProfile

        known = next((s for s in self._settings.prefs.servers if s.url == url), None)
        changes = {"name": name, "queue_id": queue_id}
        made = known or ServerProfile(id=ServerId(url), name=host_of(url), url=url)
        return made.model_copy(update={key: value for key, value in changes.items() if value})

    # --- connecting ----------------------------------------------------------------------
    async def connect_to(self, profile: ServerProfile) -> ServerSession:
        """Make ``profile`` the server of the window, instead of the one before."""
        desk = self._desk
        for session in list(desk.servers.sessions):
            await desk.servers.remove(session)
        if profile.id != DEMO_ID:
            self._settings.keep_server(profile)
            self._settings.update(current_server=profile.id)
        session = ServerSession(
            make_backend(profile),
            profile.name,
            profile.url,
            notices=desk.notices,
            workers=desk.workers,
            database=desk.database,
            thumbnails=paths.cache_folder() / "thumbnails",
        )
        desk.servers.add(session)
        return session

    async def _connect_demo(self) -> ServerSession | None:
        from ivk_desktop.stores.settings import ServerProfile

        if self._demo is None:
            self._demo = DemoProcess(self)
        try:
            url = await self._demo.start()
        except DomainError as error:
            self._desk.notices.problem(error.problem)
            return None
        return await self.connect_to(ServerProfile(id=DEMO_ID, name="Demo", url=url))

    def start_demo(self) -> None:
        """Start the demo server and connect to it."""
        self._close_dialog()
        self._desk.tasks.start(self._connect_demo(), "connect")

    def _disconnect(self) -> None:
        session = self._desk.servers.current
        if session is not None:
            self._settings.forget_server(session.server_id)
            self._desk.tasks.start(self._desk.servers.remove(session), "disconnect")

    # --- asking --------------------------------------------------------------------------
    def ask(self, url: str = DEFAULT_URL, name: str = "") -> None:
        """Ask for a server's address."""
        self._close_dialog()
        dialog = self._dialog = ServerDialog(url or DEFAULT_URL, name, self._desk.window)
        dialog.test_requested.connect(self._test)
        dialog.connect_requested.connect(self._connect_asked)
        dialog.demo_requested.connect(self.start_demo)
        dialog.open()

    def _edit(self) -> None:
        session = self._desk.servers.current
        self.ask(session.url if session else DEFAULT_URL, session.name if session else "")

    def _connect_asked(self, name: str, url: str) -> None:
        self._close_dialog()
        self._desk.tasks.start(self.connect_to(self._profile(url, name)), "connect", replace=True)

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    def _test(self, url: str) -> None:
        self._desk.tasks.start(self._tested(url), "test server", replace=True)

    async def _tested(self, url: str) -> None:
        backend = make_backend(self._profile(url, ""))
        try:
            facts = await backend.probe()
            more = await self._counted(backend)
        except ApiError as error:
            if self._dialog is not None:
                self._dialog.show_problem(url, error.problem)
        else:
            if self._dialog is not None:
                self._dialog.show_found(url, facts, more)
        finally:
            await asyncio.shield(backend.aclose())

    async def _counted(self, backend: Backend) -> str:
        """What a server has, in a few words."""
        parts = []
        if isinstance(backend, ModelSource):
            parts.append(self.tr("{count} models").format(count=len(await backend.models())))
        if isinstance(backend, WorkflowSource):
            count = len(await backend.workflows())
            parts.append(self.tr("{count} workflows").format(count=count))
        return ", ".join(parts)
