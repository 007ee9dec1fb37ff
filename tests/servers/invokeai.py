"""The demo InvokeAI inside of a test, with the stage and the answers of the other kinds."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path

from aiohttp import web

from ivk_desktop.demo import samples
from ivk_desktop.demo.app import new_app
from ivk_desktop.demo.kinds.server import ScriptedServer
from ivk_desktop.demo.kinds.stage import Stage
from ivk_desktop.demo.nodes.stages import NodeFailed
from ivk_desktop.demo.pacing import Pacing
from ivk_desktop.demo.state import new_state


class StagePacing(Pacing):
    """Each step of a node waits for the stage, or until its item is canceled."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(speed=1.0)
        self._stage = stage

    async def step(self, seconds: float, stopped: asyncio.Event) -> None:
        async with asyncio.TaskGroup() as group:
            waits = [group.create_task(self._stage.step()), group.create_task(stopped.wait())]
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            for wait in waits:
                wait.cancel()


class InvokeAIServer(ScriptedServer):
    """Its queue outlives ``end`` and ``start``: what ran then is canceled, as with the real one."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path(tempfile.mkdtemp(prefix="ivk-tested-"))
        self._state = new_state(self._folder, gpus=1, speed=1.0)
        self._state.engine.pacing = StagePacing(self.stage)
        samples.fill(self._state, images=0, models=0)
        self._workers: list[asyncio.Task[None]] = []

    def routes(self) -> list[web.RouteDef]:
        return []

    def app(self) -> web.Application:
        app = new_app(self._state, scriptable=False)
        app.middlewares.insert(0, self._scripted)
        return app

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> None:
        await super().start(port, host)
        loop, engine = asyncio.get_running_loop(), self._state.engine
        self._workers = [loop.create_task(engine.work(name)) for name in self._state.devices]

    async def end(self) -> None:
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)
        for item in self._state.queues.running():
            await self._state.engine.set_status(item, "canceled")
        await super().end()

    def fail_next(self) -> None:
        """Let the next item fail in the middle."""
        self._state.engine.fail_next("denoise_latents", NodeFailed("ValueError", "no"), 1)

    def forget(self) -> None:
        """Take its files away."""
        shutil.rmtree(self._folder, ignore_errors=True)
