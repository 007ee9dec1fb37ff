"""A queue that has been at work: ended items whose sessions are played when someone looks."""

from __future__ import annotations

import time
import uuid
from dataclasses import replace
from typing import Any

from ivk_desktop.demo import samples
from ivk_desktop.demo.graph import Graph, checked_graph
from ivk_desktop.demo.nodes import behaviour
from ivk_desktop.demo.nodes.stages import NodeFailed
from ivk_desktop.demo.nodes.world import Run
from ivk_desktop.demo.session import Session
from ivk_desktop.demo.state import State
from ivk_desktop.demo.store.images import Image, ImageQuery
from ivk_desktop.demo.store.models import identifier
from ivk_desktop.demo.store.queue import Item
from ivk_desktop.demo.store.users import SYSTEM, User

DEFAULT_ITEMS = 38
_BATCH = 6
_NAMES = ("Text to image, SD1.5", "Alps at dawn", "Night city", "Tigers")
_SECONDS = 11.0
_NO_MEMORY = NodeFailed("OutOfMemoryError", "CUDA out of memory. Tried to allocate 1.50 GiB")


Work = tuple[Graph, dict[str, Any], str]
"""What the items of a batch share: graph, workflow, batch id."""


def fill(state: State, count: int | None) -> None:
    """File ended items, oldest first, each with the picture it made."""
    count = DEFAULT_ITEMS if count is None else count
    newest: list[Image | None] = [*state.images.query(ImageQuery(starred_first=False))[:count]]
    pictures = newest or [None]
    model = state.models.by_attributes("DreamShaper 8", "main", "sd-1")
    graph = checked_graph(_graph(identifier(model)))
    workflows = [samples.sample(samples.SAMPLE_WORKFLOWS[0]) | {"name": name} for name in _NAMES]
    begun = time.time() - count * _SECONDS - 60
    batch_id = ""
    for number in range(count):
        if number % _BATCH == 0:
            batch_id = str(uuid.uuid4())
        picture = pictures[(count - 1 - number) % len(pictures)]
        workflow = workflows[number // _BATCH % len(workflows)]
        work = (graph, workflow, batch_id)
        _file(state, work, picture, number, begun + number * _SECONDS)


def _file(state: State, work: Work, picture: Image | None, number: int, at: float) -> None:
    graph, workflow, batch_id = work
    queue = state.queues["default"]
    words = getattr(picture and picture.scene, "words", "mountains")
    seed = getattr(picture and picture.scene, "seed", number)
    status = {11: "failed", 23: "canceled"}.get(number % 29, "completed")
    values = [
        {"node_path": "positive", "field_name": "prompt", "value": words},
        {"node_path": "noise", "field_name": "seed", "value": seed},
    ]
    item = Item(
        queue.next_number(),
        "default",
        batch_id,
        str(uuid.uuid4()),
        "workflows",
        "gallery",
        graph,
        workflow,
        values,
        0,
        at,
        at + _SECONDS,
        status=status,
        status_sequence=2,
        started_at=at + 0.4,
        completed_at=at + _SECONDS - 0.2,
        device=state.devices[number % len(state.devices)],
        owner=_owner(state, number),
        replay=lambda item: _replay(state, item, picture),
    )
    if status == "failed":
        text = f"Traceback (most recent call last):\n{_NO_MEMORY.kind}: {_NO_MEMORY.message}\n"
        item.error = (_NO_MEMORY.kind, _NO_MEMORY.message, text)
    queue.file(item)


def _owner(state: State, number: int) -> User:
    """Whose item it is: the batches of all users take turns."""
    users = state.users.all()
    return users[number // _BATCH % len(users)] if users else SYSTEM


def _replay(state: State, item: Item, picture: Image | None) -> Session:
    """The session that the item must have had."""
    graph = dict(item.graph) | {"nodes": dict(item.graph["nodes"])}
    for value in item.field_values or []:
        node = graph["nodes"][value["node_path"]]
        graph["nodes"][value["node_path"]] = node | {value["field_name"]: value["value"]}
    session = Session(graph, item.session_id)
    run = Run(state.engine.world, item.session_id, graph, None)
    if picture is not None:
        run = replace(run, image_name=picture.name)
    while (node := session.next()) is not None:
        if item.status != "completed" and node["type"] == "denoise_latents":
            if item.error is not None:
                session.fail(node["id"], item.error[0], item.error[1])
            break
        session.complete(node["id"], behaviour.result(node, run))
    return session


def _graph(model: dict[str, Any]) -> dict[str, Any]:
    nodes: dict[str, dict[str, Any]] = {
        "model": {"type": "main_model_loader", "model": model},
        "positive": {"type": "compel"},
        "negative": {"type": "compel", "prompt": "blurry, low contrast"},
        "noise": {"type": "noise"},
        "denoise": {"type": "denoise_latents", "steps": 30},
        "decode": {"type": "l2i"},
    }
    edges = (
        "model.clip positive.clip, model.clip negative.clip, model.unet denoise.unet, "
        "model.vae decode.vae, noise.noise denoise.noise, denoise.latents decode.latents, "
        "positive.conditioning denoise.positive_conditioning, "
        "negative.conditioning denoise.negative_conditioning"
    )
    return {
        "id": "history",
        "nodes": {key: node | {"id": key} for key, node in nodes.items()},
        "edges": [_edge(*pair.split(" ")) for pair in edges.split(", ")],
    }


def _edge(source: str, destination: str) -> dict[str, Any]:
    ends = (end.split(".") for end in (source, destination))
    names = ("source", "destination")
    return {
        name: {"node_id": node, "field": field}
        for name, (node, field) in zip(names, ends, strict=True)
    }
