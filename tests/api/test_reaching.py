"""REST and the live connection treat each profile the same."""

from __future__ import annotations

import asyncio
import base64
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from ivk_desktop.api import transport
from ivk_desktop.api.errors import (
    ApiError,
    GateClosed,
    KeysLost,
    NothingThere,
    ProxyUnusable,
    TlsFailed,
    TrustUnusable,
)
from ivk_desktop.api.invokeai.backend import InvokeAIBackend
from ivk_desktop.api.keys import Keys
from ivk_desktop.api.profile import ConnectionProfile, Trust
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.domain.updates import Connected, Lost, Update
from tests.api.certificates import self_signed
from tests.api.fake_invokeai import QUICK, SERVER, FakeInvokeAI, served

BASIC = {"Authorization": "Basic " + base64.b64encode(b"me:s3cret").decode(), "X-Key": "k3y"}


@asynccontextmanager
async def backend_of(profile: ConnectionProfile) -> AsyncIterator[InvokeAIBackend]:
    backend = InvokeAIBackend(SERVER, profile, pace=QUICK)
    try:
        yield backend
    finally:
        await backend.aclose()


async def both_ways(profile: ConnectionProfile) -> tuple[str, str]:
    """How REST and the live connection fare: ``ok`` or the problem's code."""
    async with backend_of(profile) as backend:
        try:
            await backend.probe()
            rest = "ok"
        except ApiError as error:
            rest = error.problem.code
        first = await _first(backend)
    if isinstance(first, Connected):
        return rest, "ok" if first.link is LinkState.LIVE else "polling"
    assert isinstance(first, Lost)
    return rest, first.problem.code


async def _first(backend: InvokeAIBackend) -> Update:
    async with aclosing(backend.updates()) as updates:
        async for update in updates:
            return update
    raise AssertionError("nothing came")


def same_headers(fake: FakeInvokeAI, *names: str) -> Mapping[str, str | None]:
    """The named headers, which are the same everywhere."""
    found = [{name: one.get(name) for name in names} for one in fake.headers["rest"]]
    found += [{name: one.get(name) for name in names} for one in fake.headers["socket"]]
    assert all(one == found[0] for one in found)
    return found[0]


def test_a_base_path_is_before_everything(run: Any) -> None:
    async def scenario() -> None:
        async with served(base="/ai/invoke") as fake:
            assert await both_ways(ConnectionProfile(fake.url)) == ("ok", "ok")

    run(scenario())


def test_secret_headers_go_with_rest_and_socket(run: Any) -> None:
    async def scenario() -> None:
        async with served() as fake:
            profile = ConnectionProfile(fake.url, keys=Keys(gate=BASIC))
            assert await both_ways(profile) == ("ok", "ok")
            assert same_headers(fake, *BASIC) == BASIC

    run(scenario())


def test_a_token_goes_with_rest_and_socket(run: Any) -> None:
    async def scenario() -> None:
        async with served() as fake:
            profile = ConnectionProfile(fake.url, keys=Keys("t0ken"))
            assert await both_ways(profile) == ("ok", "ok")
            assert same_headers(fake, "Authorization") == {"Authorization": "Bearer t0ken"}

    run(scenario())


@pytest.mark.parametrize("kind", ["system", "ca_file", "certificate", "other", "none"])
def test_tls_is_judged_alike(
    kind: str, run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = self_signed(tmp_path)
    other = self_signed(tmp_path, label="other")
    trust = {
        "system": Trust(),
        "ca_file": Trust(ca_file=str(shown.file)),
        "certificate": Trust(certificate=shown.pem),
        "other": Trust(certificate=other.pem),
        "none": Trust(),
    }[kind]
    if kind == "system":
        monkeypatch.setenv("SSL_CERT_FILE", str(shown.file))

    async def scenario() -> tuple[str, str]:
        async with served(tls=shown.context) as fake:
            return await both_ways(ConnectionProfile(fake.url, trust=trust))

    transport._context.cache_clear()
    trusted = kind in ("system", "ca_file", "certificate")
    assert run(scenario()) == (("ok", "ok") if trusted else ("tls_failed", "tls_failed"))
    transport._context.cache_clear()


def test_one_certificate_counts_whatever_name_it_bears(run: Any, tmp_path: Path) -> None:
    shown = self_signed(tmp_path, name="attic")

    async def scenario() -> None:
        async with served(tls=shown.context) as fake:
            profile = ConnectionProfile(fake.url, trust=Trust(ca_file=str(shown.file)))
            assert await both_ways(profile) == ("tls_failed", "tls_failed")
            found = await transport.certificate_of(profile)
            assert found.pem.split() == shown.pem.split()
            assert len(found.fingerprint.split(":")) == 32
            profile = ConnectionProfile(fake.url, trust=Trust(certificate=found.pem))
            assert await both_ways(profile) == ("ok", "ok")

    run(scenario())


def test_the_certificate_of_a_server_without_tls_cannot_be_read(run: Any) -> None:
    async def scenario() -> None:
        async with served() as fake:
            with pytest.raises(ApiError):
                await transport.certificate_of(
                    ConnectionProfile(fake.url.replace("http:", "https:"))
                )

    run(scenario())


@pytest.mark.parametrize("content", [None, "", "no certificate"])
def test_a_file_of_authorities_that_cannot_be_used(content: str | None, tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    profile = ConnectionProfile("https://attic", trust=Trust(ca_file=str(file)))
    with pytest.raises(TrustUnusable) as caught:
        transport.context_of(profile)
    assert isinstance(caught.value, TlsFailed)


def test_a_proxy_of_the_system_is_used_by_both(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scenario() -> None:
        async with served() as fake, forwarding(fake.url) as (proxy, asked):
            monkeypatch.setenv("http_proxy", proxy)
            assert await both_ways(ConnectionProfile("http://attic.invalid")) == ("ok", "ok")
            assert set(asked) == {"attic.invalid"}
            assert {"rest", "socket"} <= fake.headers.keys()

    for name in ("HTTP_PROXY", "NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    run(scenario())


def test_proxies_are_named_for_some_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    def proxy(url: str) -> str | None:
        return transport.proxy_of(ConnectionProfile(url))

    for name in ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "no_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", "proxy.lan:3128")
    monkeypatch.setenv("no_proxy", "attic")
    assert proxy("http://lab") == "http://proxy.lan:3128"
    assert proxy("https://lab") is None
    for near in ("http://attic", "http://localhost", "http://127.0.0.1:9090", "http://[::1]"):
        assert proxy(near) is None
    monkeypatch.setenv("all_proxy", "socks5://proxy.lan")
    with pytest.raises(ProxyUnusable):
        proxy("https://lab")


def test_credentials_that_a_gate_wants_are_asked_for(run: Any) -> None:
    async def scenario() -> None:
        async with served() as fake:
            fake.gate = _closed_without(BASIC["Authorization"])
            assert (await both_ways(ConnectionProfile(fake.url)))[0] == "gate_closed"
            profile = ConnectionProfile(fake.url, keys=Keys(gate=BASIC))
            assert await both_ways(profile) == ("ok", "ok")

    run(scenario())


def _closed_without(secret: str) -> Callable[[web.Request], web.Response | None]:
    def gate(request: web.Request) -> web.Response | None:
        if request.headers.get("Authorization") == secret:
            return None
        return web.Response(status=401, text="Please sign in")

    return gate


def test_a_wrong_path_is_told_from_another_kind_of_server(run: Any) -> None:
    async def scenario() -> type[Exception]:
        async with (
            served(base="/ai") as fake,
            backend_of(ConnectionProfile(fake.url.removesuffix("/ai"))) as backend,
        ):
            with pytest.raises(ApiError) as caught:
                await backend.probe()
            return caught.type

    assert run(scenario()) is NothingThere


def test_a_redirect_to_another_port_is_another_server(run: Any) -> None:
    async def scenario() -> None:
        async with served() as other, served() as fake:
            fake.gate = lambda request: web.Response(
                status=307, headers={"Location": other.url + request.path_qs}
            )
            keys = Keys("t0ken", gate={"X-Key": "k3y"})
            rest, _ = await both_ways(ConnectionProfile(fake.url, keys=keys))
            assert rest == "redirected"
            assert other.headers == {}

    run(scenario())


def test_the_socket_follows_no_redirect(run: Any) -> None:
    async def scenario() -> None:
        async with served() as other, served() as fake:

            def gate(request: web.Request) -> web.Response | None:
                if "/socket.io/" not in request.path:
                    return None
                return web.Response(status=307, headers={"Location": other.url + request.path_qs})

            fake.gate = gate
            keys = Keys("t0ken", gate={"X-Key": "k3y"})
            ways = await both_ways(ConnectionProfile(fake.url, keys=keys))
            assert ways == ("ok", "polling")
            assert other.headers == {}

    run(scenario())


class Source:
    """Keys that are kept elsewhere."""

    def __init__(self, token: str = "", headers: Mapping[str, str] | None = None) -> None:
        self.kept = token
        self.gate = headers
        self.exchanged: list[str] = []
        self.opened = 0

    async def headers(self) -> Mapping[str, str]:
        self.opened += 1
        if self.gate is None:
            raise KeysLost(url="http://attic")
        return self.gate

    async def token(self) -> str:
        return self.kept

    def renewed(self, token: str) -> None:
        self.exchanged.append(token)


def test_kept_headers_are_taken_out_once(run: Any) -> None:
    async def scenario() -> None:
        async with served() as fake:
            source = Source(headers=BASIC)
            profile = ConnectionProfile(fake.url, keys=Keys(source=source))
            assert await both_ways(profile) == ("ok", "ok")
            assert same_headers(fake, "X-Key") == {"X-Key": "k3y"}
            assert source.opened == 1

    run(scenario())


def test_headers_that_are_lost_are_told_and_nothing_is_sent(run: Any) -> None:
    async def scenario() -> None:
        async with served() as fake:
            profile = ConnectionProfile(fake.url, keys=Keys(source=Source()))
            assert await both_ways(profile) == ("keys_lost", "keys_lost")
            assert fake.headers == {}

    run(scenario())


def test_no_cookie_is_kept(run: Any) -> None:
    async def scenario() -> None:
        async with served() as fake:

            async def version(_: web.Request) -> web.Response:
                answer = web.json_response({"version": "6.14.2"})
                answer.set_cookie("invokeai_media_token", "t0ken", path="/")
                return answer

            fake.routes["GET", "/api/v1/app/version"] = version
            await both_ways(ConnectionProfile(fake.url))
            assert same_headers(fake, "Cookie") == {"Cookie": None}

    run(scenario())


def test_the_gate_is_told_from_the_server_by_its_status(run: Any) -> None:
    async def scenario() -> None:
        async with served() as fake, backend_of(ConnectionProfile(fake.url)) as backend:
            fake.gate = lambda _: web.Response(status=403)
            with pytest.raises(GateClosed):
                await backend.probe()

    run(scenario())


@asynccontextmanager
async def forwarding(target: str) -> AsyncIterator[tuple[str, list[str]]]:
    """A proxy that sends everything to one server; its address, and the hosts asked for."""
    port = int(target.rsplit(":", 1)[1])
    asked: list[str] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there = None
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            method, url, rest = head.split(b" ", 2)
            host, slash, path = url.removeprefix(b"http://").partition(b"/")
            asked.append(host.decode())
            inner, there = await asyncio.open_connection("127.0.0.1", port)
            there.write(b" ".join((method, slash + path, rest)))
            async with asyncio.TaskGroup() as group:
                group.create_task(_pour(reader, there))
                group.create_task(_pour(inner, writer))
        except* (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()
            if there is not None:
                there.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", asked
    finally:
        server.close()


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()
