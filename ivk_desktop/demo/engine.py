"""The workers: one for each GPU, each runs one queue item after the other."""

from __future__ import annotations

import asyncio
import base64
from typing import Any

from ivk_desktop.demo import events, painter
from ivk_desktop.demo.cache import InvocationCache
from ivk_desktop.demo.events import Hub
from ivk_desktop.demo.loads import Loads
from ivk_desktop.demo.nodes import behaviour
from ivk_desktop.demo.nodes.stages import Load, NodeFailed, Say, Stage, Step
from ivk_desktop.demo.nodes.world import Run, World
from ivk_desktop.demo.pacing import Pacing
from ivk_desktop.demo.session import Session
from ivk_desktop.demo.store.queue import Item, Queues
from ivk_desktop.demo.studio import painted

FIRST_LOAD_S, LATER_LOAD_S = 0.6, 0.02
"""Seconds to load a model part at speed 1, at first and from memory."""

Node = dict[str, Any]


class Engine:
    """Runs the queue and tells of it."""

    def __init__(
        self, world: World, queues: Queues, hub: Hub, pacing: Pacing, devices: list[str]
    ) -> None:
        self.world = world
        self.queues = queues
        self.pacing = pacing
        self.cache = InvocationCache()
        self.loads = Loads()
        self.devices = devices
        self.paused = False
        self.node_failures: dict[str, list[NodeFailed]] = {}
        self._hub = hub
        self._work = asyncio.Event()

    async def work(self, device: str) -> None:
        """Run items on one device until cancelled."""
        while True:
            item = None if self.paused else self.queues.upcoming()
            if item is None:
                self._work.clear()
                await self._work.wait()
                continue
            item.device = device
            await self.set_status(item, "in_progress")
            await self._run_item(item)

    def wake(self) -> None:
        """Look for work: something was enqueued, or the queue goes on."""
        self._work.set()

    def processor(self) -> dict[str, bool]:
        """Whether the queue takes items, and whether one runs."""
        return {"is_started": not self.paused, "is_processing": bool(self.queues.running())}

    async def set_status(self, item: Item, status: str) -> None:
        """Move an item on and tell of it."""
        queue = self.queues[item.queue_id]
        queue.set_status(item, status)
        if item.ended:
            await self.pacing.wake()
        data = events.status_changed(item, queue)
        await self._hub.emit("queue_item_status_changed", data, item.queue_id)

    def fail_next(self, node_type: str, failure: NodeFailed, times: int) -> None:
        """Let the next nodes of a type fail."""
        self.node_failures.setdefault(node_type, []).extend([failure] * times)

    async def _run_item(self, item: Item) -> None:
        session = item.session = Session(item.graph, item.session_id)
        run = Run(self.world, item.session_id, item.graph, item.workflow)
        while not item.ended:
            node = session.next()
            if node is None:
                await self.set_status(item, "completed")
                return
            await self._tell(item, node, "invocation_started")
            try:
                result = await self._result(item, node, run)
            except NodeFailed as failure:
                await self._fail(item, node, failure)
                return
            except Exception as broken:  # noqa: BLE001  a batch can put anything into a node
                await self._fail(item, node, NodeFailed(type(broken).__name__, str(broken)))
                return
            if result is None:
                return
            session.complete(node["id"], result)
            shown = {"output_meta": None, **result}
            await self._tell(item, node, "invocation_complete", result=shown)

    async def _result(self, item: Item, node: Node, run: Run) -> dict[str, Any] | None:
        """What a node gives; None if its item was canceled meanwhile.

        Raises:
            NodeFailed: it fails, by itself or because a test wants it to.
        """
        planned = self.node_failures.get(node["type"])
        if planned:
            raise planned.pop(0)
        behaviour.check_inputs(node)
        assert item.session is not None
        cacheable = node["use_cache"] and not item.session.path(node["id"])
        known = self.cache.find(node) if cacheable else None
        if known is not None:
            return known
        if not await self._play(item, node, run):
            return None
        result = behaviour.result(node, run)
        if cacheable:
            self.cache.keep(node, result)
        return result

    async def _play(self, item: Item, node: Node, run: Run) -> bool:
        """Go through the stages of a node; False if its item ended on the way."""
        heeds = behaviour.checks_cancel(node)
        stopped = item.stopped if heeds else asyncio.Event()
        for stage in behaviour.stages(node, run):
            if stopped.is_set():
                return False
            await self._play_stage(item, node, stage, stopped)
        return not stopped.is_set()

    async def _play_stage(
        self, item: Item, node: Node, stage: Stage, stopped: asyncio.Event
    ) -> None:
        if isinstance(stage, Say):
            await self._progress(item, node, stage.message, stage.percentage)
        elif isinstance(stage, Load):
            await self._load(item, node, stage, stopped)
        elif isinstance(stage, Step):
            picture = await self._preview(stage)
            if not stopped.is_set():
                await self._progress(item, node, stage.message, stage.percentage, picture)
                await self.pacing.step(stage.seconds, stopped)
        else:
            await self.pacing.step(stage.seconds, stopped)

    async def _load(self, item: Item, node: Node, stage: Load, stopped: asyncio.Event) -> None:
        config = self.world.model(stage.key)
        part = f" ({stage.submodel})" if stage.submodel else ""
        await self._progress(item, node, f"Loading model {config['name']}{part}")
        data = events.model_load(config, stage.submodel, item.owner)
        await self._hub.emit("model_load_started", data, events.EVERYONE)
        known = self.loads.note(stage.key, stage.submodel)
        await self.pacing.step(LATER_LOAD_S if known else FIRST_LOAD_S, stopped)
        data = events.model_load(config, stage.submodel, item.owner)
        await self._hub.emit("model_load_complete", data, events.EVERYONE)

    async def _preview(self, step: Step) -> dict[str, Any] | None:
        if step.scene is None:
            return None
        jpeg = await painted(
            painter.preview_jpeg, step.scene, step.width, step.height, step.sharpness
        )
        return events.picture(data_url(jpeg), step.width, step.height)

    async def _progress(
        self,
        item: Item,
        node: Node,
        message: str,
        percentage: float | None = None,
        image: dict[str, Any] | None = None,
    ) -> None:
        device = item.device if len(self.devices) > 1 else None
        facts = {"message": message, "percentage": percentage, "image": image, "device": device}
        await self._tell(item, node, "invocation_progress", **facts)

    async def _tell(self, item: Item, node: Node, event: str, **facts: Any) -> None:
        assert item.session is not None
        source = item.session.source_of[node["id"]]
        await self._hub.emit(event, events.of_node(item, node, source, **facts), item.queue_id)

    async def _fail(self, item: Item, node: Node, failure: NodeFailed) -> None:
        if item.ended:
            return
        assert item.session is not None
        item.session.fail(node["id"], failure.kind, failure.message)
        item.error = (failure.kind, failure.message, traceback_of(node, failure))
        await self.set_status(item, "failed")
        names = ("error_type", "error_message", "error_traceback")
        facts = dict(zip(names, item.error, strict=True))
        await self._tell(item, node, "invocation_error", **facts)


def data_url(jpeg: bytes) -> str:
    """A JPEG as the text that progress events carry."""
    return "data:image/jpeg;base64," + base64.b64encode(jpeg).decode("ascii")


def traceback_of(node: Node, failure: NodeFailed) -> str:
    """A traceback as a person would find it in the item."""
    return (
        "Traceback (most recent call last):\n"
        f'  File "demo/nodes/{node["type"]}.py", line 1, in invoke\n'
        f"{failure.kind}: {failure.message}\n"
    )
