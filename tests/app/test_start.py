"""The first moments, and a server that is not what it should be."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ivk_desktop.app import Desk
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.stores.session import ServerSession
from tests.app.sight import told, words
from tests.demo_process import DemoProcess, demo_server
from tests.desk import connected, open_desk, until

Run = Callable[[Any], Any]
Answer = Callable[[web.Request], web.Response]


@asynccontextmanager
async def served(answer: Answer, context: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """A server that gives every request the same answer; its port."""

    async def handle(request: web.Request) -> web.Response:
        return answer(request)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
    try:
        yield f"127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def lost_desk(url: str) -> AsyncIterator[tuple[Desk, ServerSession]]:
    """The window on a server that cannot be used, when that is known."""
    async with open_desk() as desk:
        desk.window.resize(1440, 900)
        assert desk.connections is not None
        desk.connections._connect_asked("", url)
        await until(lambda: desk.servers.current, desk.servers.current_changed)
        session = desk.servers.current
        assert session is not None
        await until(lambda: session.link is LinkState.LOST, session.link_changed)
        yield desk, session


def assert_said(desk: Desk, sentence: str) -> None:
    """One notice, in the status bar and in the queue's place; the rest stays usable."""
    assert len(told(desk)) == 1
    assert told(desk)[0].startswith(sentence), told(desk)
    seen = words(desk.window)
    assert seen.count(told(desk)[0]) == 2, seen
    assert "Not connected" in seen
    assert "connection lost" not in seen
    assert not desk.window.invoke_bar.button.isEnabled()


ANSWERS: dict[str, tuple[Answer, str]] = {
    "html": (
        lambda _: web.Response(text="<h1>hi</h1>", content_type="text/html"),
        "{url} answers, but it is no InvokeAI server.",
    ),
    "json": (
        lambda _: web.json_response({"hello": "world"}),
        "{url} answers, but it is no InvokeAI server.",
    ),
    "a list": (
        lambda _: web.json_response([1, 2, 3]),
        "{url} answers, but it is no InvokeAI server.",
    ),
    "404": (
        lambda _: web.Response(status=404, text="nothing here"),
        "{url} answers, but there is nothing (404).",
    ),
    "500": (lambda _: web.Response(status=500, text="Oops"), "The server failed (500)."),
    "401": (
        lambda _: web.json_response({"detail": "Not authenticated"}, status=401),
        "Something before {url} wants credentials of its own.",
    ),
    "403": (
        lambda _: web.Response(status=403),
        "Something before {url} wants credentials of its own.",
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_whatever_answers_instead_is_said_in_one_sentence(run: Run, name: str) -> None:
    answer, sentence = ANSWERS[name]

    async def scenario() -> None:
        async with served(answer) as address, lost_desk(f"http://{address}") as (desk, _):
            assert_said(desk, sentence.format(url=f"http://{address}"))

    run(scenario())


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("http://127.0.0.1:1", "Nothing answers at http://127.0.0.1:1."),
        ("http://no-such-host.invalid", "There is no host named no-such-host.invalid."),
    ],
)
def test_a_server_that_is_not_there(run: Run, url: str, sentence: str) -> None:
    async def scenario() -> None:
        async with lost_desk(url) as (desk, _):
            assert_said(desk, sentence)

    run(scenario())


def test_something_that_speaks_no_http_is_no_server_of_ours(run: Run) -> None:
    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(b"220 mail.example.org ESMTP\r\n\r\n")
        await writer.drain()
        writer.close()

    async def scenario() -> None:
        server = await asyncio.start_server(greet, "127.0.0.1", 0)
        async with server:
            url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
            async with lost_desk(url) as (desk, _):
                assert_said(desk, f"{url} answers, but it is no InvokeAI server.")

    run(scenario())


@pytest.fixture
def certificate(tmp_path: Path) -> ssl.SSLContext:
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    files = ["-keyout", str(key), "-out", str(cert)]
    subprocess.run([*command.split(), *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


def hello(_: web.Request) -> web.Response:
    return web.json_response({"version": "6.14.2"})


def test_a_certificate_that_nobody_vouches_for(run: Run, certificate: ssl.SSLContext) -> None:
    async def scenario() -> None:
        async with (
            served(hello, certificate) as address,
            lost_desk(f"https://{address}") as (desk, _),
        ):
            assert_said(desk, f"The certificate of https://{address} is not trusted.")

    run(scenario())


def test_https_to_a_server_without_it_says_to_use_http(run: Run) -> None:
    async def scenario() -> None:
        async with served(hello) as address, lost_desk(f"https://{address}") as (desk, _):
            assert_said(desk, f"https://{address} does not speak https.")

    run(scenario())


def test_the_queue_offers_to_try_again_and_fills_when_the_server_is_there(run: Run) -> None:
    async def scenario(demo: DemoProcess) -> None:
        refuse = {"path": "/api/v1/app", "status": 500, "times": 100}
        demo.faults(answers=[refuse])
        async with lost_desk(demo.url) as (desk, session):
            assert_said(desk, "The server failed (500).")
            demo.faults(clear=True)
            button = next(b for b in buttons(desk) if b.text() == "Try again")
            button.click()
            await connected(desk)
            assert session.link is LinkState.LIVE
            assert "Not connected" not in words(desk.window)
            assert desk.window.queue.model.rowCount()

    with demo_server("--items", "3") as demo:
        run(scenario(demo))


def buttons(desk: Desk) -> list[Any]:
    from PySide6.QtWidgets import QPushButton

    return [b for b in desk.window.queue.findChildren(QPushButton) if b.isVisible()]


def test_no_focus_ring_is_drawn_before_the_keyboard_is_used(run: Run) -> None:
    async def scenario() -> None:
        async with open_desk() as desk:
            assert desk.connections is not None
            desk.connections._close_dialog()
            window = desk.window
            assert window.focusWidget() is window.centralWidget()
            QTest.keyClick(window.centralWidget(), Qt.Key.Key_Tab)
            assert window.focusWidget() is not window.centralWidget()

    run(scenario())
