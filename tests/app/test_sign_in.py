"""Signing in through the window: asked for, kept, lost, and never written down."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from PySide6.QtWidgets import QPushButton

from ivk_desktop import logs
from ivk_desktop.app import Desk
from ivk_desktop.domain.access import Mode
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.stores.open_workflow import OpenState
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.server_dialog import ServerDialog
from ivk_desktop.ui.sign_in_dialog import SignInDialog
from tests.app.sight import words
from tests.demo_process import DemoProcess, demo_server
from tests.desk import connected, open_desk, opened, until
from tests.stores.test_secrets import Ring

Run = Callable[[Coroutine[Any, Any, Any]], Any]
ADMIN = ("admin@lab.test", "labadmin")
USER = ("user@lab.test", "labuser")


@pytest.fixture
def several() -> Iterator[DemoProcess]:
    with demo_server("--multiuser", "--items", "6", "--images", "6") as demo:
        yield demo


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    ring = Ring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    return ring


async def begun(desk: Desk, url: str) -> ServerSession:
    """Connect; the session that follows."""
    await until(lambda: desk.connections, desk.window.painted)
    desk.connections._connect_asked("", url)
    await until(lambda: desk.servers.current, desk.servers.current_changed)
    return desk.servers.current


async def asked(desk: Desk, session: ServerSession, mode: Mode = Mode.SIGN_IN) -> SignInDialog:
    """Wait for the dialog."""
    await until(lambda: session.sign_in.wanted is mode, session.sign_in.changed)
    dialog = desk.connections.sign_in.dialog
    assert dialog is not None
    return dialog


async def enter(desk: Desk, who: tuple[str, str] = USER, *, remember: bool = False) -> None:
    """Sign in by the dialog, and wait until all is there."""
    dialog = desk.connections.sign_in.dialog
    assert dialog is not None
    dialog._email.setText(who[0])
    dialog._password.setText(who[1])
    dialog._remember.setChecked(remember)
    dialog._begin()
    await connected(desk)


def test_a_server_with_users_asks_and_then_shows_what_it_has(
    run: Run, several: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk() as desk:
            session = await begun(desk, several.url)
            await asked(desk, session)
            assert session.link is LinkState.LOST
            await enter(desk)
            assert desk.connections.sign_in.dialog is None
            assert session.sign_in.account.email == USER[0]
            assert session.facts.account == session.sign_in.account

    run(scenario())


def test_a_wrong_password_is_told_in_the_dialog_and_nothing_typed_is_lost(
    run: Run, several: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk() as desk:
            session = await begun(desk, several.url)
            dialog = await asked(desk, session)
            dialog._begin()
            assert "Enter" in dialog.verdict()
            dialog._email.setText(USER[0])
            dialog._password.setText("wrong")
            dialog._begin()
            await until(dialog.verdict, session.sign_in.refused)
            assert "password" in dialog.verdict()
            assert dialog._email.text() == USER[0]
            await enter(desk)

    run(scenario())


def test_a_server_that_waits_for_a_sign_in_is_remembered_beside_others(
    run: Run, several: DemoProcess
) -> None:
    async def scenario() -> None:
        with demo_server() as other:
            async with open_desk() as desk:
                session = await begun(desk, several.url)
                (await asked(desk, session)).reject()
                await until(lambda: session.link is LinkState.LOST, session.link_changed)
                desk.connections._connect_asked("", other.url)
                await connected_to(desk, other.url)
                assert session in desk.servers.sessions
                assert {s.url for s in desk.settings.prefs.servers} == {several.url, other.url}

    run(scenario())


async def connected_to(desk: Desk, url: str) -> None:
    """Wait until the server at an address is there."""

    def found() -> ServerSession | None:
        return next((s for s in desk.servers.sessions if s.url == url), None)

    await until(found, desk.servers.added)
    session = found()
    await until(lambda: session.link is LinkState.LIVE, session.link_changed)


def test_the_first_administrator_is_made_in_the_window(run: Run) -> None:
    async def scenario() -> None:
        with demo_server("--no-users") as demo:
            async with open_desk() as desk:
                session = await begun(desk, demo.url)
                dialog = await asked(desk, session, Mode.SET_UP)
                assert dialog.is_set_up
                dialog._email.setText("me@lab.test")
                dialog._password.setText("a-passw0rd")
                dialog._begin()
                assert "differ" in dialog.verdict()
                dialog._again.setText("a-passw0rd")
                dialog._begin()
                await connected(desk)
                assert session.sign_in.account.admin

    run(scenario())


def test_put_off_the_server_is_offered_by_a_line_and_by_the_menu(
    run: Run, several: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk() as desk:
            session = await begun(desk, several.url)
            (await asked(desk, session)).reject()
            line = desk.notices.active(f"sign_in:{session.server_id}")
            assert line is not None
            assert line.action is not None
            assert desk.window.actions_["server.sign_in"].isVisible()
            line.action.run()
            await enter(desk)
            assert desk.notices.active(f"sign_in:{session.server_id}") is None
            assert desk.window.actions_["server.sign_out"].isVisible()

    run(scenario())


@pytest.mark.parametrize("remember", [True, False])
def test_a_sign_in_is_kept_over_a_restart_only_where_that_is_wanted(
    run: Run, several: DemoProcess, ring: Ring, remember: bool
) -> None:
    async def first() -> None:
        async with open_desk() as desk:
            session = await begun(desk, several.url)
            await asked(desk, session)
            await enter(desk, remember=remember)

    async def second() -> None:
        async with open_desk() as desk:
            await until(lambda: desk.servers.current, desk.servers.current_changed)
            if remember:
                await connected(desk)
            else:
                await asked(desk, desk.servers.current)

    run(first())
    assert bool(ring.kept) is remember
    run(second())


def test_signed_out_the_content_stays_and_the_token_goes(
    run: Run, several: DemoProcess, ring: Ring
) -> None:
    async def scenario() -> None:
        async with open_desk() as desk:
            session = await begun(desk, several.url)
            await asked(desk, session)
            await enter(desk, remember=True)
            await opened(desk, "Text to image, SD1.5")
            assert ring.kept
            items = session.queue.counts.total
            desk.window.actions_["server.sign_out"].trigger()
            await until(lambda: session.sign_in.wanted is Mode.SIGN_IN, session.sign_in.changed)
            await until(lambda: session.link is LinkState.LOST, session.link_changed)
            assert ring.kept == {}
            assert session.queue.counts.total == items
            assert desk.workflows.current.state is OpenState.READY
            assert desk.connections.sign_in.dialog is None, "it would take the keyboard"

    run(scenario())


def test_an_expired_token_loses_nothing_and_signing_in_goes_on_where_it_was(
    run: Run, several: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk() as desk:
            session = await begun(desk, several.url)
            await asked(desk, session)
            await enter(desk)
            workflow = await opened(desk, "Text to image, SD1.5")
            several.faults(expire_tokens=True)
            session.refresh()
            await until(lambda: session.sign_in.wanted is Mode.SIGN_IN, session.sign_in.changed)
            assert desk.workflows.current is workflow
            desk.window.actions_["server.sign_in"].trigger()
            assert desk.connections.sign_in.dialog._email.text() == USER[0]
            await enter(desk)
            assert desk.workflows.current is workflow
            desk.window.invoke_bar.invoke()
            await until(lambda: session.queue.counts.total > 6, session.queue.counts_changed)

    run(scenario())


def test_what_a_user_may_not_do_is_disabled_and_says_why(run: Run, several: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk() as desk:
            session = await begun(desk, several.url)
            await asked(desk, session)
            await enter(desk)
            pause = desk.window.actions_["queue.pause"]
            assert not pause.isEnabled()
            assert "administrators" in pause.toolTip()
            assert not desk.window.strip._pause.isEnabled()
            assert "administrators" in desk.window.strip._pause.toolTip()
            desk.connections.sign_in.ask(session)
            await enter(desk, ADMIN)
            await until(pause.isEnabled, session.link_changed)
            assert desk.window.strip._pause.isEnabled()

    run(scenario())


def test_no_token_and_no_password_is_in_any_file(
    run: Run, several: DemoProcess, folders: Path, ring: Ring, tmp_path: Path
) -> None:
    secrets = {USER[1], "gate-s3cret", "h3ader-value"}

    async def scenario() -> None:
        async with open_desk(log_level="DEBUG", trace=str(tmp_path / "trace.jsonl")) as desk:
            await until(lambda: desk.connections, desk.window.painted)
            desk.connections.ask(several.url)
            dialog = desk.connections._dialog
            assert isinstance(dialog, ServerDialog)
            dialog._reach._user.setText("me")
            dialog._reach._password.setText("gate-s3cret")
            dialog._reach._headers.setPlainText("X-Key: h3ader-value")
            dialog._begin_connect()
            await until(lambda: desk.servers.current, desk.servers.current_changed)
            session = desk.servers.current
            await asked(desk, session)
            await enter(desk, remember=True)
            secrets.add(session.backend.keys.token)
            await opened(desk, "Text to image, SD1.5")
            desk.window.invoke_bar.invoke()
            await until(lambda: session.queue.counts.total > 6, session.queue.counts_changed)
            secrets.add(session.backend.keys.token)
            several.faults(expire_tokens=True)
            session.refresh()
            await until(lambda: session.sign_in.wanted is Mode.SIGN_IN, session.sign_in.changed)

    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    logs.start("DEBUG")
    try:
        run(scenario())
    finally:
        root.setLevel(level)
        for handler in set(root.handlers) - set(handlers):
            root.removeHandler(handler)
            handler.close()
    assert (folders / "log" / "ivk_desktop.log").stat().st_size
    assert len(secrets) >= 4
    assert len(ring.kept) == 2
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.name == "settings.json" for file in files)
    for file in files:
        content = file.read_bytes()
        assert not [secret for secret in secrets if secret.encode() in content], file


def test_what_was_entered_for_a_proxy_is_used_again_and_forgotten_with_the_server(
    run: Run, several: DemoProcess, ring: Ring
) -> None:
    async def scenario() -> None:
        async with open_desk() as desk:
            await until(lambda: desk.connections, desk.window.painted)
            desk.connections.ask(several.url)
            dialog = desk.connections._dialog
            dialog._reach._headers.setPlainText("X-Key: h3ader-value")
            dialog._begin_connect()
            await until(lambda: desk.servers.current, desk.servers.current_changed)
            session = desk.servers.current
            await asked(desk, session)
            await enter(desk)
            assert session.backend.keys.gate == {"X-Key": "h3ader-value"}
            desk.connections._edit()
            again = desk.connections._dialog
            assert "h3ader-value" not in again._reach._headers.toPlainText()
            assert again.draft(several.url).headers == (("X-Key", None),)
            again._begin_connect()
            await until(
                lambda: desk.servers.current not in (None, session), desk.servers.current_changed
            )
            session = desk.servers.current
            await until(lambda: session.backend.keys.gate, session.link_changed)
            assert session.backend.keys.gate == {"X-Key": "h3ader-value"}
            desk.window.actions_["server.remove"].trigger()
            await until(lambda: not desk.servers.sessions, desk.servers.removed)
            assert await asyncio.to_thread(ring.forgotten.wait, 10)

    run(scenario())
    assert ring.kept == {}


def test_after_a_restart_an_open_workflow_says_that_it_waits_for_a_sign_in(
    run: Run, several: DemoProcess
) -> None:
    async def scenario() -> None:
        async with open_desk() as desk:
            await begun(desk, several.url)
            await asked(desk, desk.servers.current)
            await enter(desk)
            await opened(desk, "Text to image, SD1.5")
        async with open_desk() as desk:
            await until(lambda: desk.servers.current, desk.servers.current_changed)
            dialog = await asked(desk, desk.servers.current)
            await until(lambda: desk.workflows.current, desk.workflows.current_changed)
            workflow = desk.workflows.current
            await until(lambda: workflow.problem is not None, workflow.changed)
            dialog.reject()
            wants = f"{several.url} wants you to sign in."
            assert desk.window.form.panel.message_text == wants
            offers = desk.window.form.findChildren(QPushButton)
            next(b for b in offers if b.isVisible() and b.text() == "Sign in…").click()
            assert desk.connections.sign_in.dialog is not None
            await enter(desk)
            await until(lambda: workflow.state is OpenState.READY, workflow.changed)
            session = desk.servers.current
            session.sign_in.sign_out()
            await until(lambda: session.link is LinkState.LOST, session.link_changed)
            assert wants in words(desk.window.invoke_bar)

    run(scenario())
