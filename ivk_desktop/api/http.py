"""The one place that imports httpx: requests, limits, retries, and the error of each failure."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import importlib.util
import json
import math
import random
import ssl
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from functools import partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urljoin, urlsplit

from ivk_desktop.api import failures
from ivk_desktop.api.errors import ApiError, BadAnswer, Redirected, RouteMissing, TimedOut
from ivk_desktop.api.files import CountedBytes, FileTaker
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.api.transport import context_of, proxy_of
from ivk_desktop.domain.limits import DOCUMENT_BYTES, PICTURE_BYTES
from ivk_desktop.domain.traffic import Meter

if TYPE_CHECKING:
    import httpx

__all__ = ["ConnectionProfile", "HttpClient"]

T = TypeVar("T")
Hear = Callable[[str, bytes], bool]
"""Takes content type and bytes of an answer; returns whether to go on."""
Params = Mapping[str, Any]

ERROR_LIMIT = 256 * 1024
"""The most bytes that are read of an error's body."""
THREAD_FROM = 128 * 1024
"""Longer JSON is parsed in a thread: the loop also paints."""

ENDLESS_S = math.inf
"""The time of what may take as long as it goes on at all."""

_ATTEMPTS = 3
_BACKOFF_S = 0.2
_REDIRECTS = 3

_PORTS = {"http": 80, "https": 443}
_RENEWED = "X-Refreshed-Token"
"""A token in exchange for the one that was sent: with what changes something (server.md 2.1)."""

_LAZY = ("httpx", "httpcore", "httpcore._backends.anyio", "anyio._backends._asyncio")
"""What the first request would import piece by piece on the event loop: 200 ms."""


def _prepare(profile: ConnectionProfile) -> tuple[ssl.SSLContext | None, str | None]:
    """What a client is made with: TLS context and proxy. To be called in a thread."""
    for name in _LAZY:
        # Only the first is ours to name; another release may have no such module.
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    _settle_sniffio()
    return context_of(profile), proxy_of(profile)


def _settle_sniffio() -> None:
    """Let imports of sniffio fail at once where it is not installed.

    httpcore tries one with each of its locks and events, some a request, and each of those tries
    looked through all folders: 0.1 to 0.5 ms of the event loop.
    """
    if "sniffio" not in sys.modules and importlib.util.find_spec("sniffio") is None:
        sys.modules["sniffio"] = None  # type: ignore[assignment] # what import takes for "none"


class HttpClient:
    """Requests to one server. Every failure is an ``ApiError``.

    Only reads are ever repeated, at most twice. httpx is imported with the first request, in a
    thread, and not with this module: it costs 80 ms, and the window is painted first.
    """

    def __init__(self, profile: ConnectionProfile, meter: Meter | None = None) -> None:
        self.profile = profile
        self.meter = meter or Meter()
        self._client: httpx.AsyncClient | None = None

    async def get_json(
        self,
        path: str,
        params: Params | None = None,
        *,
        limit: int = DOCUMENT_BYTES,
        within_s: float | None = None,
    ) -> Any:
        """Read a JSON answer; with ``within_s`` it is asked for once and has so many seconds."""
        if within_s is None:
            return await self._json(path, await self.get_bytes(path, params, limit=limit))
        asked = self._once("GET", path, limit=limit, params=params, within_s=within_s)
        return await self._json(path, await asked)

    async def get_bytes(
        self, path: str, params: Params | None = None, *, limit: int = PICTURE_BYTES
    ) -> bytes:
        """Read an answer of at most ``limit`` bytes."""
        return await self._repeated("GET", path, limit=limit, params=params)

    async def query(self, path: str, body: object) -> Any:
        """POST what only reads (lists of ids in the body); repeated like a GET."""
        return await self._json(
            path, await self._repeated("POST", path, limit=DOCUMENT_BYTES, json=body)
        )

    async def send(
        self,
        method: str,
        path: str,
        body: object = None,
        params: Params | None = None,
        *,
        signed: bool = True,
    ) -> Any:
        """Change something: sent exactly once. Returns the JSON answer, ``None`` if empty.

        Without the token unless ``signed``.
        """
        how: dict[str, Any] = {"json": body, "params": params, "signed": signed}
        data = await self._once(method, path, limit=DOCUMENT_BYTES, **how)
        return await self._json(path, data) if data else None

    async def wait_for(self, path: str, body: object, *, limit: int = DOCUMENT_BYTES) -> Any:
        """POST what is answered when all is done, however long that takes; sent exactly once."""
        how = {"json": body, "timeout": self._patience}
        data = await self._once("POST", path, limit=limit, within_s=ENDLESS_S, **how)
        return await self._json(path, data) if data else None

    async def listen(
        self,
        method: str,
        path: str,
        hear: Hear,
        body: object = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Hand an answer on as it comes, for as long as it goes on; asked for exactly once.

        ``hear`` gets the content type and some bytes, and says whether to go on; it may raise
        ``ApiError``. Whoever calls this says when it has been too long.
        """
        identity = {"Accept-Encoding": "identity", **(headers or {})}
        how = {"json": body, "timeout": self._patience, "headers": identity}
        take = partial(_handed_on, hear=hear)
        await self._asked(partial(self._exchange, method, path, take, how), ENDLESS_S)

    @property
    def _patience(self) -> tuple[float, None, float, None]:
        """Httpx's times to connect, read, write and be pooled, for what is read slowly."""
        return (self.profile.connect_s, None, self.profile.read_s, None)

    async def delete(self, path: str) -> None:
        """Delete something: sent exactly once."""
        await self.order("DELETE", path)

    async def order(self, method: str, path: str, body: object = None) -> None:
        """Change something that is answered without content: sent exactly once."""
        # WORKAROUND server.md 4.6: a 204 under gzip is answered 500: remove when no such server
        # is left.
        plain = {"Accept-Encoding": "identity"}
        await self._once(method, path, limit=ERROR_LIMIT, json=body, headers=plain)

    async def put(self, path: str, data: bytes, content_type: str) -> None:
        """Store bytes as they are: sent exactly once, for as long as it goes on."""
        how: dict[str, Any] = {"content": data, "headers": {"Content-Type": content_type}}
        await self._once("PUT", path, limit=ERROR_LIMIT, within_s=ENDLESS_S, **how)

    async def upload(
        self,
        path: str,
        name: str,
        data: bytes,
        params: Params,
        report: Callable[[int, int | None], None] | None = None,
        *,
        method: str = "POST",
        field: str = "file",
    ) -> Any:
        """Send a file as the ``field`` of multipart form data, exactly once.

        With ``report`` it may take as long as it goes on at all.
        """
        file = data if report is None else CountedBytes(data, report)
        answer = await self._once(
            method,
            path,
            limit=ERROR_LIMIT,
            within_s=None if report is None else ENDLESS_S,
            params=params,
            files={field: (name, file)},
        )
        return await self._json(path, answer)

    async def save(
        self, path: str, target: Path, report: Callable[[int, int | None], None]
    ) -> None:
        """Write an answer of any length into a file, all of it or nothing; asked for once.

        Raises:
            Unusable: the file cannot be written.
        """
        taker = FileTaker(target, report)

        async def take(response: httpx.Response) -> None:
            await taker.take(response.aiter_bytes(), await _length(response))

        await self._asked(partial(self._exchange, "GET", path, take, {}), ENDLESS_S)

    async def length(self, path: str) -> int | None:
        """How many bytes an answer would have, where the server says so."""
        return await self._asked(partial(self._exchange, "HEAD", path, _length, {}))

    def read(self, parse: Callable[[Any], T], data: Any) -> T:
        """Turn an answer into what it means.

        Raises:
            BadAnswer: ``parse`` does not know the shape.
        """
        try:
            return parse(data)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise self._bad("an unexpected shape", str(error)) from error

    async def renew(self) -> None:
        """Close all connections and make new ones: those that are kept open may be dead."""
        await self.aclose()

    async def aclose(self) -> None:
        """Close all connections. Safe to call twice."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def _repeated(self, method: str, path: str, **how: Any) -> bytes:
        for attempt in range(1, _ATTEMPTS):
            try:
                return await self._once(method, path, **how)
            except ApiError as error:
                if not failures.passing(error):
                    raise
            await asyncio.sleep(_BACKOFF_S * 2**attempt * random.uniform(0.5, 1.0))
        return await self._once(method, path, **how)

    async def _once(
        self, method: str, path: str, *, limit: int, within_s: float | None = None, **how: Any
    ) -> bytes:
        take = partial(self._body, limit=limit)
        return await self._asked(partial(self._exchange, method, path, take, how), within_s)

    async def _asked(
        self, exchange: Callable[[], Awaitable[T]], within_s: float | None = None
    ) -> T:
        """Carry out one exchange, in the profile's time or another."""
        if self._client is None:
            await self.profile.keys.open()
            context, proxy = await asyncio.to_thread(_prepare, self.profile)
            self._client = self._client or self._make_client(context, proxy)
        import httpx

        limit_s = within_s or self.profile.total_s
        try:
            async with asyncio.timeout(None if limit_s == ENDLESS_S else limit_s):
                return await exchange()
        except httpx.HTTPError as error:
            raise failures.of_transport(error, self.profile) from error
        except TimeoutError as error:
            args = failures.arguments(self.profile, seconds=round(limit_s))
            raise TimedOut("the answer took too long", **args) from error

    async def _exchange(
        self,
        method: str,
        path: str,
        take: Callable[[httpx.Response], Awaitable[T]],
        how: dict[str, Any],
    ) -> T:
        client, url = self._client, self.profile.url + path
        if client is None:
            raise failures.closed(self.profile)
        how, keys = dict(how), self.profile.keys
        sent = keys.token if how.pop("signed", True) else ""
        how["headers"] = keys.headers(signed=bool(sent)) | how.get("headers", {})
        for _ in range(_REDIRECTS):
            async with self._metered(client, method, url, how) as response:
                if response.is_redirect:
                    url = self._next(method, url, response.headers.get("location", ""))
                    continue
                if response.is_success:
                    self._refuse_page(response, path)
                    if renewed := response.headers.get(_RENEWED):
                        keys.renew(sent, renewed)
                    return await take(response)
                body = await self._body(response, ERROR_LIMIT, cut=True)
                if response.status_code == 401:
                    keys.refuse(sent)
                if response.status_code == 405:
                    raise self._missing(path)
                raise failures.of_status(response.status_code, body, self.profile)
        raise self._bad("redirects without an end")

    @contextlib.asynccontextmanager
    async def _metered(
        self, client: httpx.AsyncClient, method: str, url: str, how: dict[str, Any]
    ) -> AsyncIterator[httpx.Response]:
        began = time.monotonic()
        async with client.stream(method, url, **how) as response:
            if method == "GET":  # what is sent takes its time as well
                self.meter.note_latency(time.monotonic() - began)
            try:
                yield response
            finally:
                self.meter.note_request(time.monotonic(), _size(response))

    async def _body(self, response: httpx.Response, limit: int, *, cut: bool = False) -> bytes:
        pieces: list[bytes] = []
        size = 0
        async for piece in response.aiter_bytes():
            pieces.append(piece)
            size += len(piece)
            if size > limit:
                if cut:
                    break
                raise self._bad(f"more than {limit // 1_000_000} MB")
        return b"".join(pieces)

    async def _json(self, path: str, data: bytes) -> Any:
        try:
            if len(data) < THREAD_FROM:
                return json.loads(data)
            return await asyncio.to_thread(json.loads, data)
        except (ValueError, RecursionError) as error:
            raise self._bad("broken JSON", f"{path}: {error}") from error

    def _next(self, method: str, url: str, location: str) -> str:
        """Follow reads on the same server only: credentials go nowhere else."""
        target = urljoin(url, location)
        if method != "GET" or not location or _origin(url) != _origin(target):
            args = failures.arguments(self.profile, target=target[:200])
            raise Redirected(f"redirected to {target[:200]}", **args)
        return target

    def _refuse_page(self, response: httpx.Response, path: str) -> None:
        if not response.headers.get("content-type", "").startswith("text/html"):
            return
        if path.startswith("/api/"):
            raise self._missing(path)  # the server's own page stands for all it does not know
        raise self._bad("a web page instead of data")

    def _missing(self, path: str) -> RouteMissing:
        return RouteMissing(path, **failures.arguments(self.profile, what=path[:100]))

    def _bad(self, what: str, detail: str = "") -> BadAnswer:
        return BadAnswer(detail or what, **failures.arguments(self.profile, what=what))

    def _make_client(self, context: ssl.SSLContext | None, proxy: str | None) -> httpx.AsyncClient:
        import httpx

        profile = self.profile
        return httpx.AsyncClient(
            # On this machine compressing costs more than it saves: 29 ms instead of 10.
            headers={"Accept-Encoding": "identity"} if profile.local else {},
            # None is kept: a token in a cookie would outlive signing out.
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
            timeout=httpx.Timeout(profile.read_s, connect=profile.connect_s),
            # The server drops idle connections after 5 s: never send on one that it may have.
            limits=httpx.Limits(
                max_connections=16, max_keepalive_connections=8, keepalive_expiry=3.0
            ),
            verify=context or False,
            proxy=proxy,
            trust_env=False,
            follow_redirects=False,
        )


async def _handed_on(response: httpx.Response, hear: Hear) -> None:
    content_type, failed = response.headers.get("content-type", ""), None
    goes_on = True
    try:
        async with asyncio.timeout(None) as reading:
            async for piece in response.aiter_bytes():
                try:
                    goes_on = goes_on and hear(content_type, piece)
                except ApiError as error:
                    goes_on, failed = False, error
                if not goes_on:
                    # Leaving the loop would leave httpx's generators to the collector, which
                    # cannot close them: the wait for the next piece is cut off instead.
                    reading.reschedule(asyncio.get_running_loop().time())
    except TimeoutError:
        if goes_on:
            raise
    if failed is not None:
        raise failed


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    return parts.scheme, parts.hostname, port or _PORTS.get(parts.scheme)


def _size(response: httpx.Response) -> int:
    """The bytes of a request and of what was read of its answer."""
    heads = [*response.request.headers.raw, *response.headers.raw]
    sent = response.request.headers.get("content-length", "0")
    lines = sum(len(name) + len(value) + 4 for name, value in heads)
    return lines + response.num_bytes_downloaded + (int(sent) if sent.isdecimal() else 0)


async def _length(response: httpx.Response) -> int | None:
    told = response.headers.get("content-length", "")
    return int(told) if told.isdecimal() else None
