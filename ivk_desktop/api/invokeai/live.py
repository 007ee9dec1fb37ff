"""The live connection: Socket.IO by websocket, from connect to a clean leave."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ivk_desktop.api import failures
from ivk_desktop.api.errors import ConnectionLost, SocketRefused, TlsFailed
from ivk_desktop.api.invokeai.downloads import ROOM, Downloads
from ivk_desktop.api.invokeai.events import EventReader
from ivk_desktop.api.invokeai.mailbox import Ended, Mailbox
from ivk_desktop.api.invokeai.tap import Tap
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.api.sockets import client_session
from ivk_desktop.api.transport import context_of, proxy_of
from ivk_desktop.domain.traffic import Meter

if TYPE_CHECKING:
    import aiohttp

log = logging.getLogger(__name__)

CONNECT_S = 15.0
"""How long the handshakes may take altogether; the namespace's alone may take 10 s."""
SUBSCRIBE_S = 3.0
LEAVE_S = 1.0
CLOSE_S = 2.0
MESSAGE_LIMIT = 16 * 1024 * 1024
"""The most bytes of one message: more ends the connection."""


class LiveSocket:
    """One connection. Its handlers are synchronous: events keep their order."""

    def __init__(
        self,
        profile: ConnectionProfile,
        queue_id: str,
        reader: EventReader,
        mailbox: Mailbox,
        tap: Tap,
        downloads: Downloads,
        meter: Meter,
    ) -> None:
        self._profile = profile
        self._room = {"queue_id": queue_id}
        self._reader = reader
        self._mailbox = mailbox
        self._tap = tap
        self._downloads = downloads
        self._meter = meter
        self._client: Any = None
        self._session: aiohttp.ClientSession | None = None
        self._closing = False

    @staticmethod
    async def prepare() -> None:
        """Import what connecting needs, once."""
        # Together 260 ms: in a thread, for the loop also paints.
        await asyncio.to_thread(importlib.import_module, "socketio")
        await asyncio.to_thread(importlib.import_module, "aiohttp")

    async def open(self) -> None:
        """Connect and subscribe to the queue's events.

        Raises:
            SocketRefused: the server does not talk Socket.IO to us; REST may well answer.
        """
        await self.prepare()
        keys = self._profile.keys
        await keys.open()
        context = await asyncio.to_thread(context_of, self._profile)
        import aiohttp
        import socketio

        self._session = session = client_session(context, proxy_of(self._profile), self._meter)
        self._client = client = self._make_client(session)
        for event in self._reader.events:
            client.on(event, self._handler(event))
        client.on("*", self._tap.heard)
        client.on("connect", lambda: self._tap.heard("#connect", {}))
        for event in self._downloads.events:
            client.on(event, self._download_handler(event))
        client.on("disconnect", self._on_disconnect)
        parts = urlsplit(self._profile.url)
        try:
            async with asyncio.timeout(CONNECT_S):
                await client.connect(
                    f"{parts.scheme}://{parts.netloc}",
                    headers=keys.headers(),
                    auth={"token": keys.token} if keys.token else None,
                    transports=["websocket"],
                    socketio_path=f"{parts.path.lstrip('/')}/ws/socket.io".lstrip("/"),
                    wait_timeout=10,
                )
                await self._subscribe(client)
                self._meter.note_opened()
        except (
            socketio.exceptions.SocketIOError,
            aiohttp.ClientError,
            OSError,
            # What the client makes of an answer that is no Socket.IO at all:
            *(ValueError, TypeError, KeyError, IndexError, AttributeError),
        ) as error:
            await self.close()
            raise self._refused(error) from error
        except asyncio.CancelledError:
            await self.close()
            raise

    async def _subscribe(self, client: Any) -> None:
        """Join the queue's room, and wait until that is done: the snapshot comes after it."""
        import socketio

        await client.emit("subscribe_bulk_download", ROOM)
        try:
            await client.call("subscribe_queue", self._room, timeout=SUBSCRIBE_S)
        except socketio.exceptions.TimeoutError:
            log.info("the subscription was not acknowledged")
        self._downloads.connected()

    async def close(self) -> None:
        """Leave the queue's room and disconnect. Safe to call twice."""
        if not self._closing:
            self._downloads.disconnected()
        self._closing = True
        client, self._client = self._client, None
        session, self._session = self._session, None
        try:
            if client is not None:
                await self._leave(client)
        finally:
            if session is not None:
                await session.close()

    async def _leave(self, client: Any) -> None:
        import socketio

        # Disconnecting throws away what is not sent yet: the leave is waited for.
        with contextlib.suppress(TimeoutError, OSError, socketio.exceptions.SocketIOError):
            async with asyncio.timeout(CLOSE_S):
                if client.connected:
                    with contextlib.suppress(socketio.exceptions.TimeoutError):
                        await client.call("unsubscribe_queue", self._room, timeout=LEAVE_S)
                    await client.disconnect()
                elif client.eio.state != "disconnected":
                    await client.eio.disconnect(abort=True)

    def _make_client(self, session: aiohttp.ClientSession) -> Any:
        import socketio

        make: Any = socketio.AsyncClient  # untyped
        return make(
            reconnection=False,
            handle_sigint=False,
            http_session=_Session(session),
            websocket_extra_options={"max_msg_size": MESSAGE_LIMIT},
        )

    def _handler(self, event: str) -> Callable[..., None]:
        read, put, tapped = self._reader.read, self._mailbox.put, self._tap.heard

        def on_event(data: Any = None, *_: Any) -> None:
            tapped(event, data)
            for heard in read(event, data):
                put(heard)

        return on_event

    def _download_handler(self, event: str) -> Callable[..., None]:
        tapped, heard = self._tap.heard, self._downloads.handler(event)

        def on_event(data: Any = None, *_: Any) -> None:
            tapped(event, data)
            heard(data)

        return on_event

    def _on_disconnect(self, reason: str = "") -> None:
        self._tap.heard("#disconnect", {"reason": str(reason)})
        if self._closing:
            return
        log.info("live connection lost: %s", reason)
        self._downloads.disconnected()
        error = ConnectionLost(str(reason), **failures.arguments(self._profile))
        self._mailbox.put(Ended(error))

    def _refused(self, error: BaseException) -> SocketRefused | TlsFailed:
        told = failures.of_transport(error, self._profile)
        if isinstance(told, TlsFailed):
            return told
        return SocketRefused(told.detail, **failures.arguments(self._profile))


class _Session:
    """What the Socket.IO client needs of a session."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self.cookie_jar = session.cookie_jar

    @property
    def closed(self) -> bool:
        """Whether it can be used no more."""
        return self._session.closed

    def ws_connect(self, url: str, **options: Any) -> Any:
        """Connect; a proxy knows ``http`` and no ``ws``."""
        return self._session.ws_connect("http" + url.removeprefix("ws"), **options)
