"""Every way in which a request can fail has its own error; real sockets."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from ivk_desktop.api import failures, http
from ivk_desktop.api.errors import (
    DETAIL_LIMIT,
    ApiError,
    BadAnswer,
    Busy,
    Forbidden,
    NameNotFound,
    NotFound,
    NotThisKind,
    Redirected,
    Refused,
    Rejected,
    RouteMissing,
    ServerFault,
    TimedOut,
    TlsFailed,
    TlsMissing,
    Unauthorized,
    Unreachable,
)
from ivk_desktop.api.http import ConnectionProfile, HttpClient
from ivk_desktop.api.keys import Keys
from ivk_desktop.domain.problems import Scope
from ivk_desktop.words import SENTENCES, sentence
from tests.api.certificates import self_signed
from tests.api.fake_invokeai import FakeInvokeAI, backend_for, served


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def client_of(url: str, **how: Any) -> AsyncIterator[HttpClient]:
    keys = Keys(how.pop("token", ""))
    client = HttpClient(ConnectionProfile(url, keys=keys, **how))
    try:
        yield client
    finally:
        await client.aclose()


@asynccontextmanager
async def raw_server(answer: bytes, *, hang: bool = False) -> AsyncIterator[str]:
    """Answers every request with these bytes and closes, or goes on for ever."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.read(1)
            writer.write(answer)
            while hang:
                writer.write(b"x" * 65536)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


async def failure(url: str, path: str = "/x", **how: Any) -> ApiError:
    async with client_of(url, **how) as client:
        with pytest.raises(ApiError) as caught:
            await client.get_json(path)
    assert "{" not in sentence(caught.value.problem)
    return caught.value


def test_nothing_listens_at_the_port(run: Any) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    error = run(failure(url))
    assert type(error) is Refused
    assert error.problem.args["url"] == url


def test_a_host_without_an_address(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_address(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_address)
    error = run(failure("http://nowhere.invalid:9090"))
    assert type(error) is NameNotFound
    assert error.problem.args["host"] == "nowhere.invalid"


def test_a_server_that_does_not_answer_in_time(run: Any) -> None:
    async def stalled() -> ApiError:
        async with served() as fake:
            fake.routes["GET", "/x"] = lambda _: asyncio.sleep(60)
            return await failure(fake.url, read_s=0.05)

    assert type(run(stalled())) is TimedOut


def test_a_web_page_instead_of_json(run: Any) -> None:
    async def page() -> ApiError:
        async with served() as fake:
            fake.routes["GET", "/x"] = _answering(text="<html>", content_type="text/html")
            return await failure(fake.url)

    assert type(run(page())) is BadAnswer


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("CERTIFICATE_VERIFY_FAILED", TlsFailed),
        ("TLSV1_ALERT_PROTOCOL_VERSION", TlsFailed),
        ("WRONG_VERSION_NUMBER", TlsMissing),
        ("BAD_RECORD_TYPE", TlsMissing),
        (None, TlsMissing),
    ],
)
def test_a_failed_handshake_says_whether_the_other_end_speaks_tls(
    reason: str | None, kind: type[ApiError]
) -> None:
    error = ssl.SSLError(1, "handshake failure")
    error.reason = reason  # type: ignore[assignment]
    error.__context__ = ssl.SSLWantReadError(2, "The operation did not complete")
    assert type(failures.of_transport(error, ConnectionProfile("https://a"))) is kind


def test_json_that_breaks_off(run: Any) -> None:
    async def broken(answer: bytes) -> ApiError:
        async with raw_server(answer) as url:
            return await failure(url)

    head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
    assert type(run(broken(head + b'content-length: 6\r\n\r\n{"a": '))) is BadAnswer
    assert type(run(broken(head + b'content-length: 900\r\n\r\n{"a": '))) is Unreachable


def test_json_nested_too_deeply(run: Any) -> None:
    async def deep() -> ApiError:
        async with served() as fake:
            fake.routes["GET", "/x"] = _answering(text="[" * 200_000)
            return await failure(fake.url)

    assert type(run(deep())) is BadAnswer


def test_an_answer_without_an_end_is_cut_off(run: Any) -> None:
    async def endless() -> None:
        async with (
            raw_server(b"HTTP/1.1 200 OK\r\n\r\n", hang=True) as url,
            client_of(url) as client,
        ):
            with pytest.raises(BadAnswer):
                await client.get_bytes("/x", limit=1_000_000)

    run(endless())


def test_an_answer_that_trickles_for_ever_ends_in_time(run: Any) -> None:
    async def trickle(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b" ")
            await asyncio.sleep(0.01)

    async def endless() -> ApiError:
        async with served() as fake:
            fake.routes["GET", "/x"] = trickle
            return await failure(fake.url, total_s=0.2)

    assert type(run(endless())) is TimedOut


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Rejected),
        (401, Unauthorized),
        (403, Forbidden),
        (404, NotFound),
        (409, Busy),
        (422, Rejected),
        (429, Busy),
        (500, ServerFault),
        (503, Busy),
    ],
)
def test_each_status_has_its_error(run: Any, status: int, kind: type[ApiError]) -> None:
    async def refused() -> ApiError:
        async with served() as fake:
            fake.routes["GET", "/x"] = _answering(status=status, text='{"detail": "because"}')
            return await failure(fake.url)

    error = run(refused())
    assert type(error) is kind
    assert error.problem.args["reason"] == "because"


def test_validation_errors_point_at_nodes_and_fields(run: Any) -> None:
    detail = [
        {"loc": ["body", "batch", "graph", "nodes", "n1", "add", "a"], "msg": "too small"},
        {"loc": ["body", "batch", "graph", "nodes", "n2"], "msg": "unknown type"},
        {"loc": ["body", "batch", "graph"], "msg": "cycle", "input": {"secret": "graph"}},
        {"loc": 7, "msg": None},
    ]

    async def refused() -> ApiError:
        async with served() as fake:

            async def answer(_: web.Request) -> web.Response:
                return web.json_response({"detail": detail}, status=422)

            fake.routes["GET", "/x"] = answer
            return await failure(fake.url)

    error = run(refused())
    assert isinstance(error, Rejected)
    field, node = error.problems
    assert (field.node_id, field.field_name, field.scope) == ("n1", "a", Scope.FIELD)
    assert (node.node_id, node.field_name, node.scope) == ("n2", None, Scope.NODE)
    assert "secret" not in error.detail


def test_plain_http_behind_an_https_address(run: Any) -> None:
    async def plain() -> ApiError:
        async with raw_server(b"HTTP/1.1 400 Bad Request\r\n\r\n") as url:
            return await failure(url.replace("http:", "https:"))

    assert type(run(plain())) in (TlsMissing, Unreachable)


def test_a_certificate_that_nobody_trusts(run: Any, tmp_path: Path) -> None:
    context = self_signed(tmp_path).context

    async def untrusted() -> ApiError:
        server = await asyncio.start_server(
            lambda _, writer: writer.close(), "127.0.0.1", 0, ssl=context
        )
        try:
            return await failure(f"https://localhost:{server.sockets[0].getsockname()[1]}")
        finally:
            server.close()

    assert type(run(untrusted())) is TlsFailed


def test_a_redirect_to_another_host_is_not_followed(run: Any) -> None:
    reached: list[str] = []

    async def redirected() -> ApiError:
        async with served() as fake:

            async def away(request: web.Request) -> web.StreamResponse:
                reached.append(request.host)
                port = fake.url.rsplit(":", 1)[1]
                raise web.HTTPFound(f"http://localhost:{port}/stolen")

            fake.routes["GET", "/x"] = away
            error = await failure(fake.url, token="s3cret")
            assert "GET /stolen" not in fake.calls
            return error

    assert type(run(redirected())) is Redirected
    assert len(reached) == 1


def test_a_redirect_on_the_same_host_is_followed(run: Any) -> None:
    async def redirected() -> Any:
        async with served() as fake:

            async def onward(_: web.Request) -> web.StreamResponse:
                raise web.HTTPTemporaryRedirect("/api/v1/app/version")

            fake.routes["GET", "/x"] = onward
            async with client_of(fake.url) as client:
                return await client.get_json("/x")

    assert run(redirected()) == {"version": "6.14.2"}


def test_reads_are_repeated_and_changes_are_not(run: Any) -> None:
    async def flaky() -> None:
        async with served() as fake, client_of(fake.url) as client:
            answers = iter([502, 504, 200, 502])

            async def answer(_: web.Request) -> web.Response:
                return web.Response(status=next(answers), text="{}")

            fake.routes["GET", "/x"] = fake.routes["POST", "/x"] = answer
            assert await client.get_json("/x") == {}
            with pytest.raises(ServerFault):
                await client.send("POST", "/x", {})
            assert fake.calls == ["GET /x"] * 3 + ["POST /x"]

    run(flaky())


def test_delete_asks_for_no_compression(run: Any) -> None:
    async def delete() -> list[str]:
        seen: list[str] = []

        async def answer(request: web.Request) -> web.Response:
            seen.append(request.headers["Accept-Encoding"])
            return web.Response(status=204)

        async with served() as fake, client_of(fake.url) as client:
            fake.routes["DELETE", "/x"] = answer
            await client.delete("/x")
        return seen

    assert run(delete()) == ["identity"]


def test_a_token_never_shows_in_an_error(run: Any) -> None:
    async def echo(request: web.Request) -> web.Response:
        return web.Response(status=500, text=str(dict(request.headers)))

    async def echoed() -> ApiError:
        async with served() as fake:
            fake.routes["GET", "/x"] = echo
            return await failure(fake.url, token="s3cret-token")

    error = run(echoed())
    assert "s3cret" not in error.detail + str(error) + repr(error.problem)
    assert "redacted" in error.detail


def test_a_profile_does_not_show_its_token() -> None:
    assert "s3cret" not in repr(ConnectionProfile("http://h", keys=Keys("s3cret")))


def test_this_machine_is_never_reached_through_a_proxy(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = f"http://127.0.0.1:{free_port()}"
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, dead)

    async def version() -> str:
        async with served() as fake, backend_for(fake) as backend:
            return (await backend.probe()).version

    assert run(version()) == "6.14.2"


@pytest.mark.parametrize("answer", ["[]", '{"version": 7}', "{}", "<html>"])
def test_another_kind_of_server_is_told_apart(run: Any, answer: str) -> None:
    async def probed() -> None:
        fake = FakeInvokeAI()
        fake.routes["GET", "/api/v1/app/version"] = _answering(text=answer)
        async with served(fake), backend_for(fake) as backend:
            with pytest.raises(NotThisKind):
                await backend.probe()

    run(probed())


def test_big_answers_are_parsed_off_the_loop(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    to_thread = asyncio.to_thread

    async def noting(call: Any, *args: Any) -> Any:
        parsed.append(call.__name__)
        return await to_thread(call, *args)

    monkeypatch.setattr(http.asyncio, "to_thread", noting)

    async def big() -> Any:
        async with served() as fake, client_of(fake.url) as client:
            fake.routes["GET", "/x"] = _answering(text="[" + "1," * 100_000 + "1]")
            return await client.get_json("/x")

    assert len(run(big())) == 100_001
    assert parsed[-1] == "loads"


def test_every_error_has_a_sentence() -> None:
    waiting, codes = [ApiError], set()
    while waiting:
        kind = waiting.pop()
        codes.add(kind.code)
        waiting += kind.__subclasses__()
    assert len(codes) > 15
    assert codes <= SENTENCES.keys()


def _answering(**answer: Any) -> Any:
    answer.setdefault("content_type", "application/json")

    async def handler(_: web.Request) -> web.Response:
        return web.Response(**answer)

    return handler


@pytest.mark.parametrize(("status", "kind"), [(200, "text/html"), (405, "application/json")])
def test_a_call_that_the_server_does_not_know_is_told_as_that(
    run: Any, status: int, kind: str
) -> None:
    async def unknown() -> ApiError:
        async with served() as fake:
            path = "/api/v1/newer"
            fake.routes["GET", path] = _answering(text="<html>", content_type=kind, status=status)
            return await failure(fake.url, path)

    error = run(unknown())
    assert type(error) is RouteMissing
    assert error.problem.args["what"] == "/api/v1/newer"


def test_of_an_endless_error_only_a_bounded_part_is_kept_and_no_secret() -> None:
    profile = ConnectionProfile("http://lab", keys=Keys("s3cret-token"))
    text = "Bearer s3cret-token " + "\\x00garbage" * 100_000 + "s3cret-token"
    for error in (
        failures.of_transport(OSError(text), profile),
        failures.of_status(500, text.encode(), profile),
    ):
        assert len(error.detail) <= DETAIL_LIMIT
        assert "s3cret" not in error.detail
