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

from ivk_desktop.api.backend import Asking, Backend
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.access import Mode
from ivk_desktop.domain.address import normalized_url, place_of
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.server_draft import ServerDraft
from ivk_desktop.domain.servers import LinkState, ServerId
from ivk_desktop.stores import paths
from ivk_desktop.stores.demo_process import DemoProcess
from ivk_desktop.stores.notices import Level
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
        from ivk_desktop.api.backends import LOCAL_KIND
        from ivk_desktop.reaching import Reaching
        from ivk_desktop.stores.local_server import LocalServer
        from ivk_desktop.ui.window_local_server import WindowLocalServer
        from ivk_desktop.ui.window_sign_in import WindowSignIn

        self._reaching = Reaching(self)
        self.sign_in = WindowSignIn(desk.window, desk.servers, desk.notices)
        self.local = LocalServer(LOCAL_KIND, desk.tasks, self._reaching.answers, self)
        self.window_local = WindowLocalServer(desk.window, settings, self.local)
        self.window_local.connect_requested.connect(self._connect_local)
        self._waiting_files: tuple[str, ...] = ()
        actions = desk.actions
        actions.connect_requested.connect(self.ask)
        actions.edit_server_requested.connect(self._edit)
        actions.demo_requested.connect(self.start_demo)
        actions.remove_server_requested.connect(self._remove_current)
        desk.servers.shown_changed.connect(self._keep_shown)
        desk.servers.current_changed.connect(self._keep_current)
        settings.changed.connect(self._preference_changed)

    def start(self, options: WindowOptions) -> None:
        """Connect to what the command line and the settings say, else ask."""
        self._desk.tasks.start(self._start(options), "connect")

    def close(self) -> None:
        """End what was started from here."""
        self.local.close()
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
        reached = self._reaching.reached(used)
        self._set_pace(reached.backend)
        session = ServerSession(
            reached.backend,
            _shown_name(used),
            used.url,
            notices=desk.notices,
            workers=desk.workers,
            database=desk.database,
            history=desk.history,
            thumbnails=paths.cache_folder() / "thumbnails",
            ratings=desk.ratings,
            index=desk.index,
            kept_keys=reached.keys,
        )
        session.is_excepted = bool(used.certificate)
        session.link_changed.connect(partial(self._remember, session, profile))
        session.link_changed.connect(partial(self._doubt_kind, session, profile))
        return session

    def _preference_changed(self, name: str) -> None:
        for session in self._desk.servers.sessions if name == "poll_s" else ():
            self._set_pace(session.backend)

    def _set_pace(self, backend: Backend) -> None:
        if isinstance(backend, Asking):
            backend.poll_s = self._settings.prefs.poll_s

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
        here = session.link.connected
        if not (here or _wants_sign_in(session)) or profile.id == DEMO_ID:
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
            found = await self._reaching.with_kind(profile)
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
        """Part with a server, its secrets, and what the index knows of it."""
        await self._desk.servers.remove(session)
        await self._reaching.forget(session.server_id, session.url)
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
        dialog.certificate_requested.connect(self._read_certificate)
        self._desk.tasks.start(self._look_here(dialog), "look at this computer", replace=True)
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
        profile = self._settings.server(session.server_id)
        if profile is not None and self._dialog is not None:
            self._dialog.show_reach(*self._reaching.entered(profile))

    def _connect_asked(self, name: str, url: str) -> None:
        asked, dialog = self._asked, self._dialog
        profile = self._profile(url, name, asked)
        draft = None if dialog is None else dialog.draft(url)
        self._close_dialog()
        entered = self._connect_entered(profile, draft, asked)
        self._desk.tasks.start(entered, f"connect {uuid.uuid4()}")

    async def _connect_entered(
        self, profile: ServerProfile, draft: ServerDraft | None, edited: ServerId | None
    ) -> None:
        """Connect; what was edited gives way, and so does any address that never answered."""
        if draft is not None:
            profile, problem = await self._reaching.kept(profile, draft)
            if problem is not None:
                self._desk.notices.problem(problem, key="secrets", level=Level.INFO)
        if self._settings.server(profile.id) is not None:
            self._settings.keep_server(profile)
        await self.connect_to(profile)
        for session in list(self._desk.servers.sessions):
            heard = session.facts is not None or _wants_sign_in(session)
            wrong = not heard and self._settings.server(session.server_id) is None
            if session.server_id != profile.id and (wrong or session.server_id == edited):
                await self._desk.servers.remove(session)

    def _connect_local(self, url: str) -> None:
        """Connect to the server that was started here, unless that is done."""
        session = next((s for s in self._desk.servers.sessions if s.url == url), None)
        if session is not None:
            session.retry_now()
        else:
            self._connect_asked("", url)

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None
        self._asked = None

    def _test(self, url: str) -> None:
        self._desk.tasks.start(self._tested(url), "test server", replace=True)

    async def _tested(self, url: str) -> None:
        if (dialog := self._dialog) is None:
            return
        try:
            facts, more = await self._reaching.tried(
                self._profile(url, "", self._asked), dialog.draft(url)
            )
        except ApiError as error:
            if dialog is self._dialog:
                dialog.show_problem(url, error.problem)
        else:
            if dialog is self._dialog:
                dialog.show_found(url, facts, more)

    def _read_certificate(self, url: str) -> None:
        self._desk.tasks.start(self._certificate(url), "test server", replace=True)

    async def _certificate(self, url: str) -> None:
        if (dialog := self._dialog) is None:
            return
        try:
            found = await self._reaching.certificate(dialog.draft(url))
        except ApiError as error:
            if dialog is self._dialog:
                dialog.show_problem(url, error.problem)
        else:
            if dialog is self._dialog:
                dialog.show_certificate(url, found.pem, found.fingerprint)

    async def _look_here(self, dialog: ServerDialog) -> None:
        facts = await self._reaching.found_here()
        if facts is not None and dialog is self._dialog:
            dialog.show_found_here(DEFAULT_URL, facts)


def _wants_sign_in(session: ServerSession) -> bool:
    """Whether it has answered, and shows nothing before someone has signed in."""
    return session.link is LinkState.LOST and session.sign_in.wanted is not Mode.OPEN


def _shown_name(profile: ServerProfile) -> str:
    """The name of a server, with its queue where that is not the usual one."""
    usual = type(profile).model_fields["queue_id"].default
    return profile.name if profile.queue_id == usual else f"{profile.name}, {profile.queue_id}"
