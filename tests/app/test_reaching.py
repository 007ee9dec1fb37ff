"""The server dialog on real sockets: what it says, and what it needs to be said."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop import reaching
from ivk_desktop.app import Desk
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.ui.server_dialog import ServerDialog
from tests.api.certificates import self_signed
from tests.api.fake_invokeai import served
from tests.demo_process import demo_server
from tests.desk import open_desk, until

Run = Callable[[Coroutine[Any, Any, Any]], Any]


async def dialog_on(desk: Desk, url: str) -> ServerDialog:
    """Open the dialog on an address."""
    await until(lambda: desk.connections, desk.window.painted)
    desk.connections.ask(url)
    return desk.connections._dialog


async def verdict(dialog: ServerDialog) -> str:
    """Press Test; the sentence that comes of it."""
    dialog._begin_test()
    await until(lambda: not dialog._testing, dialog.tested)
    return dialog.verdict()


def test_the_test_counts_what_is_there(run: Run) -> None:
    async def scenario() -> None:
        with demo_server("--items", "3") as demo:
            async with open_desk() as desk:
                said = await verdict(await dialog_on(desk, demo.url))
                assert said.startswith("InvokeAI 6.14.2 answers. ")
                assert "models" in said
                assert "6 workflows" in said
                assert "0 pending" in said

    run(scenario())


def test_the_test_says_that_someone_has_to_sign_in(run: Run) -> None:
    async def scenario() -> None:
        with demo_server("--multiuser") as demo, demo_server("--no-users") as new:
            async with open_desk() as desk:
                assert "sign in" in await verdict(await dialog_on(desk, demo.url))
                assert "administrator" in await verdict(await dialog_on(desk, new.url))

    run(scenario())


def test_a_certificate_that_nobody_vouches_for_is_trusted_by_its_fingerprint(
    run: Run, tmp_path: Path
) -> None:
    shown = self_signed(tmp_path, name="attic")

    async def scenario() -> None:
        async with served(tls=shown.context) as fake, open_desk() as desk:
            dialog = await dialog_on(desk, fake.url)
            assert "not trusted" in await verdict(dialog)
            dialog._ask_certificate()
            await until(lambda: not dialog._testing, dialog.tested)
            assert "fingerprint" in dialog.verdict()
            assert "answers" in await verdict(dialog)
            dialog._begin_connect()
            await until(lambda: desk.servers.current, desk.servers.current_changed)
            session = desk.servers.current
            await until(lambda: session.link is LinkState.LIVE, session.link_changed)
            profile = desk.settings.server(session.server_id)
            assert profile.certificate.split() == shown.pem.split()
            desk.connections.edit(session)
            again = desk.connections._dialog
            assert again.draft(fake.url).certificate == profile.certificate

    run(scenario())


def test_a_server_of_this_computer_is_found_by_itself(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scenario() -> None:
        with demo_server() as demo:
            monkeypatch.setattr(reaching, "DEFAULT_URL", demo.url)
            monkeypatch.setattr(reaching.Reaching.found_here, "__defaults__", (demo.url,))
            monkeypatch.setattr("ivk_desktop.connections.DEFAULT_URL", demo.url)
            async with open_desk() as desk:
                dialog = await dialog_on(desk, "http://attic.invalid")
                await until(lambda: dialog._here._url, dialog.found_here)
                dialog._here._use.click()
                assert dialog._address.text() == demo.url

    run(scenario())
