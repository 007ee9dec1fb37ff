"""The window with several servers: all well, one down, many."""

from __future__ import annotations

import json
from contextlib import ExitStack

from ivk_desktop.app import Desk
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.stores import paths
from ivk_desktop.stores.session import ServerSession
from tests.demo_process import DemoProcess, demo_server
from tests.desk import connected, open_desk, opened, until
from tests.screenshots.camera import Camera

WORKFLOW = "Text to image, SD1.5"
MANY = 9


async def several(camera: Camera) -> None:
    """Walk through the states."""
    with ExitStack() as stack:
        lab = stack.enter_context(demo_server("--gpus", "2", "--items", "30"))
        attic = stack.enter_context(demo_server("--items", "20"))
        _remember(("lab-gpu", lab.url), ("attic", attic.url))
        async with open_desk() as desk:
            await connected(desk)
            await camera.take(desk, "a-two-servers")
            await _run(desk, lab, attic)
            await camera.take(desk, "b-two-running")
            desk.window.invoke_bar.server_picked.emit(None)
            await camera.take(desk, "c-least-busy")
            await _lose(desk, attic)
            await camera.take(desk, "d-one-down")
            desk.servers.set_shown(desk.servers.by_id("lab-gpu"), False)
            await camera.take(desk, "e-one-hidden")
            desk.servers.set_shown(desk.servers.by_id("lab-gpu"), True)
        dead = [(f"bench-{n}.example", f"http://127.0.0.1:{n + 1}") for n in range(MANY)]
        _remember(("lab-gpu", lab.url), *dead)
        async with open_desk() as desk:
            await connected(desk)
            await camera.take(desk, "f-many-servers")


def _remember(*servers: tuple[str, str]) -> None:
    folder = paths.config_folder()
    folder.mkdir(parents=True, exist_ok=True)
    known = [{"id": name, "name": name, "url": url} for name, url in servers]
    (folder / "settings.json").write_text(json.dumps({"servers": known}))


async def _run(desk: Desk, *demos: DemoProcess) -> None:
    """Submit to both, and stop in the middle."""
    for demo in demos:
        demo.faults(hold=True)
    workflow = await opened(desk, WORKFLOW)
    desk.window.invoke_bar.runs.set_value(4)
    await _submit(desk, desk.servers.by_id("lab-gpu"))
    desk.window.invoke_bar.server_picked.emit("attic")
    await until(lambda: workflow.server_id == "attic" and workflow.form, workflow.loaded)
    workflow.judge()
    await _submit(desk, desk.servers.by_id("attic"))
    for demo, steps in zip(demos, (44, 24), strict=True):
        demo.faults(advance=steps)
    for session in desk.servers.sessions:
        previews = session.previews
        await until(previews.keys, previews.changed)


async def _submit(desk: Desk, session: ServerSession) -> None:
    desk.window.invoke_bar.invoke()
    await until(lambda: session.queue.running, session.queue.counts_changed)


async def _lose(desk: Desk, demo: DemoProcess) -> None:
    session = desk.servers.by_id("attic")
    demo.faults(refuse_sockets=True, answers=[{"path": "/", "status": 500, "times": 10_000}])
    demo.faults(drop_sockets=True)
    await until(lambda: session.link is LinkState.LOST, session.link_changed)
