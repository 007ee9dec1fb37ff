"""Previews at a steady rate, for benchmarks."""

from __future__ import annotations

import asyncio
import time
import uuid
from dataclasses import dataclass
from typing import Any

from ivk_desktop.demo import events, painter
from ivk_desktop.demo.clock import now
from ivk_desktop.demo.engine import data_url
from ivk_desktop.demo.graph import checked_graph
from ivk_desktop.demo.scenes import Landscape
from ivk_desktop.demo.session import Session
from ivk_desktop.demo.state import State
from ivk_desktop.demo.store.queue import Item

_FRAMES = 40
"""How many different previews there are; they repeat."""


@dataclass(frozen=True, slots=True)
class Plan:
    """``count`` previews at ``rate`` a second, of ``size`` final pixels, on ``items`` items."""

    count: int = 100
    rate: float = 100.0
    size: int = 1024
    items: int = 1


def frames(plan: Plan) -> list[str]:
    """The previews as data URLs, from noise to picture."""
    scene = Landscape("burst", 1)
    return [
        data_url(painter.preview_jpeg(scene, plan.size, plan.size, index / (_FRAMES - 1)))
        for index in range(_FRAMES)
    ]


async def play(state: State, plan: Plan, previews: list[str]) -> dict[str, Any]:
    """Run made-up items that do nothing but send previews.

    Each event carries ``sent_at`` (seconds since 1970) and ``sent_monotonic`` (seconds of the
    system's monotonic clock).
    """
    items = [_item(state) for _ in range(plan.items)]
    nodes = []
    for item in items:
        await state.engine.set_status(item, "in_progress")
        assert item.session is not None
        node = item.session.next()
        assert node is not None
        await state.hub.emit(
            "invocation_started", events.of_node(item, node, "burst"), item.queue_id
        )
        nodes.append(node)
    start = time.monotonic()
    for index in range(plan.count):
        await asyncio.sleep(max(0.0, start + index / plan.rate - time.monotonic()))
        which = index % plan.items
        data = _event(items[which], nodes[which], index, plan, previews)
        await state.hub.emit("invocation_progress", data, items[which].queue_id)
    seconds = time.monotonic() - start
    for item in items:
        await state.engine.set_status(item, "completed")
    return {
        "item_ids": [item.item_id for item in items],
        "sent": plan.count,
        "seconds": seconds,
        "rate": plan.count / seconds if seconds else 0.0,
    }


def _item(state: State) -> Item:
    graph = checked_graph({"nodes": {"burst": {"id": "burst", "type": "demo_slow_image"}}})
    queue = state.queues["default"]
    session_id, at = str(uuid.uuid4()), now()
    return queue.file(
        Item(
            queue.next_number(),
            "default",
            f"burst-{session_id}",
            session_id,
            "burst",
            "gallery",
            graph,
            None,
            [],
            0,
            at,
            at,
            status="waiting",
            session=Session(graph, session_id),
        )
    )


def _event(
    item: Item, node: dict[str, Any], index: int, plan: Plan, previews: list[str]
) -> dict[str, Any]:
    share = (index + 1) / plan.count
    preview = previews[index % len(previews)]
    data = events.of_node(
        item,
        node,
        "burst",
        message="Denoising",
        percentage=share,
        image=events.picture(preview, plan.size, plan.size),
        device=None,
    )
    return data | {"sent_at": time.time(), "sent_monotonic": time.monotonic()}
