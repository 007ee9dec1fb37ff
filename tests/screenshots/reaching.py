"""The states of reaching a server: the dialogs, signing in, and the server of this computer."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from ivk_desktop.app import Desk
from ivk_desktop.domain.access import Mode
from ivk_desktop.domain.local_server import LocalState
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import Capabilities, ServerFacts
from ivk_desktop.ui.server_dialog import ServerDialog
from ivk_desktop.ui.sign_in_dialog import SignInDialog
from tests.demo_process import demo_server
from tests.desk import connected, open_desk, opened, until

if TYPE_CHECKING:
    from tests.screenshots.camera import Camera

URL = "https://attic.lan:9090"
FACTS = ServerFacts("InvokeAI", "6.14.2", Capabilities())
FINGERPRINT = ":".join(f"{number:02X}" for number in range(7, 39))
FAILURES = {
    "name": Problem("name_not_found", {"url": URL, "host": "attic.lan"}),
    "refused": Problem("refused", {"url": URL}),
    "timeout": Problem("timed_out", {"url": URL, "seconds": 10}),
    "tls": Problem("tls_failed", {"url": URL}),
    "gate": Problem("gate_closed", {"url": URL}),
    "404": Problem("nothing_there", {"url": URL}),
    "other": Problem("not_this_kind", {"url": URL, "product": "InvokeAI"}),
}


async def dialogs(camera: Camera) -> None:
    """The server dialog and the dialog of signing in, in each state."""
    dialog = ServerDialog(URL)
    dialog.show()
    await camera.take_beside(dialog, "1-server")
    dialog._begin_test()
    await camera.take_beside(dialog, "1-server-testing")
    dialog.show_found(URL, FACTS, "10 models, 26 workflows, 3 pending")
    dialog.show_found_here("http://127.0.0.1:9090", FACTS)
    await camera.take_beside(dialog, "1-server-found")
    for name, problem in FAILURES.items():
        dialog._begin_test()
        dialog.show_problem(URL, problem)
        await camera.take_beside(dialog, f"1-server-{name}")
    dialog._reach._user.setText("me")
    dialog._reach._headers.setPlainText("X-Api-Key: ••••••")
    dialog._ask_certificate()
    dialog.show_certificate(URL, "a certificate", FINGERPRINT)
    await camera.take_beside(dialog, "1-server-certificate")
    dialog.close()
    sign_in = SignInDialog("attic", URL)
    sign_in.show()
    sign_in.set_email("user@lab.test")
    await camera.take_beside(sign_in, "1-sign-in")
    sign_in.refuse(Problem("wrong_password", {"url": URL}))
    await camera.take_beside(sign_in, "1-sign-in-wrong")
    sign_in.close()
    set_up = SignInDialog("attic", URL, set_up=True)
    set_up.show()
    await camera.take_beside(set_up, "1-set-up")
    set_up.close()


async def signed_in_and_out(camera: Camera) -> None:
    """The window on a server with users: as a user, near the end, and signed out."""
    with demo_server("--multiuser") as demo:
        async with open_desk() as desk:
            await until(lambda: desk.connections, desk.window.painted)
            desk.connections._connect_asked("lab", demo.url)
            await until(lambda: desk.servers.current, desk.servers.current_changed)
            session = desk.servers.current
            sign_in = session.sign_in
            await until(lambda: sign_in.wanted is Mode.SIGN_IN, sign_in.changed)
            await camera.take(desk, "2-sign-in-wanted")
            sign_in.sign_in("user@lab.test", "labuser", remember=False)
            await connected(desk)
            await opened(desk, "Text to image, SD1.5")
            sign_in.ends_soon.emit(time.time() + 3600)
            await camera.take(desk, "2-signed-in")
            sign_in.ends_soon.emit(None)
            sign_in.sign_out()
            await until(lambda: sign_in.wanted is Mode.SIGN_IN, sign_in.changed)
            await camera.take(desk, "2-signed-out")
            await _local(desk, camera)


async def _local(desk: Desk, camera: Camera) -> None:
    desk.connections.window_local.open()
    view = desk.connections.window_local.view
    view.program.setText("/home/me/invokeai/.venv/bin/invokeai-web")
    view.root.setText("/home/me/invokeai")
    await camera.take_beside(view, "2-local-stopped")
    view.show_state(LocalState.STARTING)
    for line in ("Using torch device: CPU", "Loading nodes…", "Cleaned database"):
        view.add_line(f"[2026-11-26 04:00:00,000]::[InvokeAI]::INFO --> {line}")
    await camera.take_beside(view, "2-local-starting")
    view.show_state(LocalState.READY, "http://127.0.0.1:9090")
    await camera.take_beside(view, "2-local-ready")
    view.show_state(LocalState.FAILED, problem=Problem("local_ended", {"code": 1}))
    await camera.take_beside(view, "2-local-failed")
    view.close()
