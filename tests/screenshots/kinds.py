"""The window with each of the other kinds of server, a job under way and one done."""

from __future__ import annotations

from functools import partial

from ivk_desktop.app import Desk
from ivk_desktop.demo.kinds.diffugen import DiffuGenServer
from ivk_desktop.demo.kinds.inferencesh import InferenceServer
from ivk_desktop.demo.kinds.loramanager import LoraManagerServer
from ivk_desktop.demo.kinds.run import paint
from ivk_desktop.demo.kinds.sdapi import SdServer
from ivk_desktop.demo.kinds.server import ScriptedServer
from ivk_desktop.demo.kinds.stage import Stage
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores import paths
from ivk_desktop.stores.open_workflow import OpenState
from ivk_desktop.stores.session import ServerSession
from tests.desk import open_desk, until
from tests.screenshots.camera import Camera

STEPS = 8
SERVERS = {
    "a1111": partial(SdServer, "a1111"),
    "sdnext": partial(SdServer, "sdnext"),
    "diffugen": DiffuGenServer,
    "loramanager": LoraManagerServer,
    "inferencesh": InferenceServer,
}


async def kinds(camera: Camera) -> None:
    """Walk through the kinds."""
    for name, make in SERVERS.items():
        (paths.config_folder() / "settings.json").unlink(missing_ok=True)  # of the one before
        async with make(stage=Stage(), paint=paint).served() as server, open_desk() as desk:
            session = await _found(desk, server.url)
            await _run(desk, session, server)
            await camera.take(desk, f"k-{name}")
            server.stage.open()
            await until(lambda s=session: not s.queue.running, session.queue.counts_changed)


async def _found(desk: Desk, url: str) -> ServerSession:
    await until(lambda: desk.connections, desk.window.painted)
    desk.connections._connect_asked("", url)
    await until(lambda: _session(desk, url), desk.servers.current_changed, desk.settings.changed)
    session = _session(desk, url)
    assert session is not None
    await until(lambda: session.library.items, session.library.changed)
    return session


def _session(desk: Desk, url: str) -> ServerSession | None:
    """The session of the right kind, once that is found."""
    session = desk.servers.current
    known = next((one for one in desk.settings.prefs.servers if one.url == url), None)
    return session if session is not None and known is not None and known.kind else None


async def _run(desk: Desk, session: ServerSession, server: ScriptedServer) -> None:
    """Let one job end, and stop in the middle of the next."""
    desk.window_sessions.open_library(session.library.items[0].workflow_id)
    workflow = desk.workflows.current
    assert workflow is not None
    await until(lambda: workflow.state is OpenState.READY, workflow.changed)
    values = {"prompt": "a lighthouse at dusk, oil on canvas", "width": 768, "height": 512}
    for name, value in {**values, "steps": STEPS}.items():
        workflow.set_value(FieldId(name), value)
    desk.window.invoke_bar.runs.set_value(3)
    desk.window.invoke_bar.invoke()
    await until(lambda: session.queue.running, session.queue.counts_changed)
    progress = session.progress
    server.stage.advance(STEPS)
    await until(lambda: session.results.results, session.results.unseen_changed)
    server.stage.advance(3)
    await until(
        lambda: any((progress.fraction(one.key) or 0) > 0 for one in progress.running),
        progress.started,
        progress.changed,
    )
