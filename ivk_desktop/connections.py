"""Which servers the window talks to: those of the start, of the dialog, and the demo."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import sqlite3
import uuid
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from ivk_desktop.api.backend import Backend, ModelSource, WorkflowSource
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.address import normalized_url, place_of
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.servers import LinkState, ServerId
from ivk_desktop.stores import paths
from ivk_desktop.stores.demo_process import DemoProcess
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.server_dialog import DEFAULT_URL, ServerDialog

if TYPE_CHECKING:
    from ivk_desktop.cli import WindowOptions
    from ivk_desktop.stores.database import Database
    from ivk_desktop.stores.history import History
    from ivk_desktop.stores.notices import Notices
    from ivk_desktop.stores.open_workflows import OpenWorkflows
    from ivk_desktop.stores.picture_index import PictureIndex
    from ivk_desktop.stores.ratings import Ratings
    from ivk_desktop.stores.servers import Servers
    from ivk_desktop.stores.settings import ServerProfile, Settings
    from ivk_desktop.stores.workers import Workers
    from ivk_desktop.tasks import Tasks
    from ivk_desktop.ui.main_window import MainWindow
    from ivk_desktop.ui.window_actions import WindowActions

DEMO_ID = ServerId("demo")
REPLAY_ID = ServerId("recording")
ANOTHER_KIND = frozenset({"not_this_kind", "nothing_there"})
"""The problems that may mean: a server of another kind."""

log = logging.getLogger(__name__)


def import_heavy() -> None:
    """Import what talks to servers; to be called in a thread while the window is up."""
    import PySide6.QtNetwork  # noqa: F401


def backend_of(profile: ServerProfile) -> Backend:
    """The backend of a server in the settings."""
    from ivk_desktop.api.backends import Place, backend_of_kind
    from ivk_desktop.api.profile import ConnectionProfile

    place = Place(
        profile.id,
        ConnectionProfile.of(profile.url),
        profile.queue_id,
        paths.cache_folder() / "templates",
        paths.data_folder() / "pictures",
    )
    return backend_of_kind(profile.kind, place)


async def with_kind(profile: ServerProfile) -> ServerProfile:
    """The profile with the kind of server that answers there now.

    Raises:
        ApiError: none answers that is known.
    """
    from ivk_desktop.api.backends import find_kind
    from ivk_desktop.api.profile import ConnectionProfile

    kind = await find_kind(ConnectionProfile.of(profile.url))
    return profile.model_copy(update={"kind": kind})


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
    history: History
    ratings: Ratings
    index: PictureIndex


class Connections(QObject):
    """Makes sessions of profiles; owns the server dialog and the demo server."""

    def __init__(self, desk: DeskParts, settings: Settings) -> None:
        super().__init__(settings)
        self._desk = desk
        self._settings = settings
        self._dialog: ServerDialog | None = None
        self._asked: ServerId | None = None
        self._demo: DemoProcess | None = None
        self._places: dict[ServerId, asyncio.Lock] = {}
        self._waiting_files: tuple[str, ...] = ()
        actions = desk.actions
        actions.connect_requested.connect(self.ask)
        actions.edit_server_requested.connect(self._edit)
        actions.demo_requested.connect(self.start_demo)
        actions.remove_server_requested.connect(self._remove_current)
        desk.servers.shown_changed.connect(self._keep_shown)
        desk.servers.current_changed.connect(self._keep_current)

    def start(self, options: WindowOptions) -> None:
        """Connect to what the command line and the settings say, else ask."""
        self._desk.tasks.start(self._start(options), "connect")

    def close(self) -> None:
        """End the demo server, if it was started from here."""
        if self._demo is not None:
            self._demo.stop()

    # --- choosing ------------------------------------------------------------------------
    async def _start(self, options: WindowOptions) -> None:
        self._waiting_files = options.files
        if options.replay:
            self._play(Path(options.replay))
        elif options.demo:
            await self._connect_demo()
        elif options.server:
            await self._connect_typed(options.server, options.queue_id)
            await self._connect_remembered(None)
        elif options.safe or not await self._connect_remembered(options.queue_id):
            self.ask()

    async def _connect_remembered(self, queue_id: str | None) -> bool:
        """Connect to all servers that were connected last; whether there are any.

        The current one comes first. One that is down is tried again by itself, and keeps neither
        the others nor the window waiting.
        """
        prefs = self._settings.prefs
        here = {session.server_id for session in self._desk.servers.sessions}
        profiles = [s for s in prefs.servers if s.connected and s.id not in here]
        profiles.sort(key=lambda profile: profile.id != prefs.current_server)
        for number, profile in enumerate(profiles):
            first = number == 0
            await self.connect_to(profile, queue_id if first else None, current=False)
            await asyncio.sleep(0)  # what each one builds is a turn of the loop of its own
        return bool(profiles)

    def connect_typed(self, address: str) -> None:
        """Connect to an address as a person typed it."""
        self._desk.tasks.start(self._connect_typed(address, None), f"connect {uuid.uuid4()}")

    async def _connect_typed(self, address: str, queue_id: str | None) -> None:
        try:
            url = normalized_url(address)
        except DomainError as error:
            self._desk.notices.problem(error.problem)
            self.ask(address, problem=error.problem)
            return
        await self.connect_to(self._profile(url, ""), queue_id)

    def _profile(self, url: str, name: str, server_id: ServerId | None = None) -> ServerProfile:
        """The profile of that id, else of that address, else a new one; not kept yet."""
        from ivk_desktop.stores.settings import ServerProfile

        known = self._settings.server(server_id) if server_id is not None else None
        known = known or next((s for s in self._settings.prefs.servers if s.url == url), None)
        if known is None:
            return ServerProfile(id=self._new_id(url), name=name or place_of(url), url=url)
        named_by_place = known.name == place_of(known.url)
        usual = place_of(url) if named_by_place else known.name
        return known.model_copy(update={"url": url, "name": name or usual})

    def _new_id(self, url: str) -> ServerId:
        """The same one when a forgotten address comes back: its open workflows go on."""
        server_id = ServerId(uuid.uuid5(uuid.NAMESPACE_URL, url).hex)
        taken = self._settings.server(server_id) is not None  # that server has moved on
        return ServerId(uuid.uuid4().hex) if taken else server_id

    # --- connecting ----------------------------------------------------------------------
    async def connect_to(
        self, profile: ServerProfile, queue_id: str | None = None, *, current: bool = True
    ) -> None:
        """Connect to one more server, or to one of the window anew: it keeps its place.

        It is remembered once it has answered.

        Args:
            profile: the server.
            queue_id: another queue for this time only.
            current: whether its boards, models and workflows are listed from now on.
        """
        async with self._places.setdefault(profile.id, asyncio.Lock()):
            servers = self._desk.servers
            before, place, shown = servers.by_id(profile.id), self._place(profile), profile.shown
            if before is not None:
                place, shown = servers.sessions.index(before), before.shown
                current = current or before is servers.current
                await servers.remove(before)
            session = self._session(profile, queue_id)
            servers.add(session, current=current, shown=shown, place=place)
            self._open_waiting(session)

    def _place(self, profile: ServerProfile) -> int:
        """Where a server stands among those that are connected: as in the settings, else last."""
        order = [known.id for known in self._settings.prefs.servers]
        here = [session.server_id for session in self._desk.servers.sessions]
        if profile.id not in order:
            return len(here)
        before = order[: order.index(profile.id)]
        return sum(server_id in before for server_id in here)

    def _session(self, profile: ServerProfile, queue_id: str | None) -> ServerSession:
        desk = self._desk
        used = profile.model_copy(update={"queue_id": queue_id or profile.queue_id})
        session = ServerSession(
            backend_of(used),
            _shown_name(used),
            used.url,
            notices=desk.notices,
            workers=desk.workers,
            database=desk.database,
            history=desk.history,
            thumbnails=paths.cache_folder() / "thumbnails",
            ratings=desk.ratings,
            index=desk.index,
        )
        session.link_changed.connect(partial(self._remember, session, profile))
        session.link_changed.connect(partial(self._doubt_kind, session, profile))
        return session

    def _play(self, path: Path) -> None:
        """Show a recording of events instead of a server; nothing of it is kept."""
        from ivk_desktop.api.backends import make_replay

        desk = self._desk
        name = self.tr("Recording: {file}").format(file=path.name)
        backend = make_replay(path, REPLAY_ID)
        session = ServerSession(
            backend, name, str(path), notices=desk.notices, workers=desk.workers
        )
        desk.servers.add(session)

    def _remember(self, session: ServerSession, profile: ServerProfile) -> None:
        """Keep a server that has answered; what was changed of it meanwhile stays."""
        if session.link not in (LinkState.LIVE, LinkState.POLLING) or profile.id == DEMO_ID:
            return
        known = self._settings.server(profile.id)
        reached = {
            "name": profile.name,
            "url": profile.url,
            "kind": profile.kind,
            "connected": True,
        }
        wanted = known.model_copy(update=reached) if known is not None else profile
        if wanted != known:
            self._settings.keep_server(wanted)
        if session is self._desk.servers.current:
            self._settings.update(current_server=profile.id)

    def _doubt_kind(self, session: ServerSession, profile: ServerProfile) -> None:
        """Another kind of server answers than the one that was taken for granted."""
        if session.problem is not None and session.problem.code in ANOTHER_KIND:
            found = self._settle_kind(session, profile)
            self._desk.tasks.start(found, f"kind of {session.server_id}")

    async def _settle_kind(self, session: ServerSession, profile: ServerProfile) -> None:
        try:
            found = await with_kind(profile)
        except ApiError as error:
            log.info("no other kind of server: %s", error)
            return
        if found != profile and session in self._desk.servers.sessions:
            await self.connect_to(found, current=False)

    def _open_waiting(self, session: ServerSession) -> None:
        """Open the files of the command line, also when the server was only found later."""
        files, self._waiting_files = self._waiting_files, ()
        for file in files:
            self._desk.workflows.open_file(session.server_id, file)

    async def _connect_demo(self) -> None:
        from ivk_desktop.stores.settings import ServerProfile

        if self._demo is None:
            self._demo = DemoProcess(self)
        try:
            url = await self._demo.start()
        except DomainError as error:
            self._desk.notices.problem(error.problem, key="demo")
            return
        await self.connect_to(ServerProfile(id=DEMO_ID, name=self.tr("Demo"), url=url))

    def start_demo(self) -> None:
        """Start the demo server, if it does not run, and connect to it."""
        self._close_dialog()
        self._desk.tasks.start(self._connect_demo(), "connect to the demo")

    def _keep_shown(self, session: ServerSession) -> None:
        self._settings.change_server(session.server_id, shown=session.shown)

    def _keep_current(self) -> None:
        session = self._desk.servers.current
        if session is not None and self._settings.server(session.server_id) is not None:
            self._settings.update(current_server=session.server_id)

    # --- leaving -------------------------------------------------------------------------
    @property
    def absent(self) -> list[ServerProfile]:
        """The remembered servers that are not connected."""
        here = {session.server_id for session in self._desk.servers.sessions}
        return [profile for profile in self._settings.prefs.servers if profile.id not in here]

    def connect_again(self, profile: ServerProfile) -> None:
        """Connect to a server that is remembered."""
        self._desk.tasks.start(self.connect_to(profile), f"connect {uuid.uuid4()}")

    def disconnect_from(self, session: ServerSession) -> None:
        """Leave a server; it stays remembered, and is not connected at the next start."""
        self._settings.change_server(session.server_id, connected=False)
        self._leave(session)

    def remove(self, session: ServerSession) -> None:
        """Leave a server and forget it."""
        self._settings.forget_server(session.server_id)
        self._desk.tasks.start(self._forget(session), f"leave {uuid.uuid4()}")

    async def _forget(self, session: ServerSession) -> None:
        """Part with a server, and with what the index knows of it."""
        await self._desk.servers.remove(session)
        with contextlib.suppress(sqlite3.Error):  # it may vanish at any time anyway
            await self._desk.index.forget(session.server_id)

    def _leave(self, session: ServerSession) -> None:
        self._desk.tasks.start(self._desk.servers.remove(session), f"leave {uuid.uuid4()}")

    def _remove_current(self) -> None:
        if (session := self._desk.servers.current) is not None:
            self.remove(session)

    # --- asking --------------------------------------------------------------------------
    def ask(self, url: str = DEFAULT_URL, name: str = "", problem: Problem | None = None) -> None:
        """Ask for a server's address; ``problem`` says what is wrong with the one that stands."""
        self._close_dialog()
        dialog = self._dialog = ServerDialog(url or DEFAULT_URL, name, self._desk.window)
        dialog.test_requested.connect(self._test)
        dialog.connect_requested.connect(self._connect_asked)
        dialog.demo_requested.connect(self.start_demo)
        if problem is not None:
            dialog.refuse(problem)
        dialog.open()

    def _edit(self) -> None:
        session = self._desk.servers.current
        if session is None:
            self.ask()
        else:
            self.edit(session)

    def edit(self, session: ServerSession) -> None:
        """Let the person change name and address of a server."""
        self.ask(session.url, session.name)
        self._asked = None if session.server_id == DEMO_ID else session.server_id

    def _connect_asked(self, name: str, url: str) -> None:
        asked, profile = self._asked, self._profile(url, name, self._asked)
        self._close_dialog()
        self._desk.tasks.start(self._connect_instead(profile, asked), f"connect {uuid.uuid4()}")

    async def _connect_instead(self, profile: ServerProfile, edited: ServerId | None) -> None:
        """Connect; what was edited gives way, and so does any address that never answered."""
        await self.connect_to(profile)
        for session in list(self._desk.servers.sessions):
            wrong = session.facts is None and self._settings.server(session.server_id) is None
            if session.server_id != profile.id and (wrong or session.server_id == edited):
                await self._desk.servers.remove(session)

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None
        self._asked = None

    def _test(self, url: str) -> None:
        self._desk.tasks.start(self._tested(url), "test server", replace=True)

    async def _tested(self, url: str) -> None:
        backend: Backend | None = None
        try:
            backend = backend_of(await with_kind(self._profile(url, "")))
            facts = await backend.probe()
            more = await self._counted(backend)
        except ApiError as error:
            if self._dialog is not None:
                self._dialog.show_problem(url, error.problem)
        else:
            if self._dialog is not None:
                self._dialog.show_found(url, facts, more)
        finally:
            if backend is not None:
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


def _shown_name(profile: ServerProfile) -> str:
    """The name of a server, with its queue where that is not the usual one."""
    usual = type(profile).model_fields["queue_id"].default
    return profile.name if profile.queue_id == usual else f"{profile.name}, {profile.queue_id}"
