"""Everything the routes of the demo server work on."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

from ivk_desktop.demo.actions import QueueActions
from ivk_desktop.demo.engine import Engine
from ivk_desktop.demo.events import Hub
from ivk_desktop.demo.faults import Faults
from ivk_desktop.demo.nodes.world import World
from ivk_desktop.demo.pacing import Pacing
from ivk_desktop.demo.store.boards import Boards
from ivk_desktop.demo.store.images import Images
from ivk_desktop.demo.store.installs import Installs
from ivk_desktop.demo.store.models import Models
from ivk_desktop.demo.store.queue import Queues
from ivk_desktop.demo.store.users import Users
from ivk_desktop.demo.store.videos import Videos
from ivk_desktop.demo.store.workflows import Workflows


@dataclass(slots=True)
class State:
    """One demo server."""

    hub: Hub
    images: Images
    videos: Videos
    boards: Boards
    models: Models
    workflows: Workflows
    queues: Queues
    engine: Engine
    actions: QueueActions
    faults: Faults
    users: Users
    installs: Installs
    devices: list[str]
    zips: dict[str, bytes] = field(default_factory=dict)
    """Packed images that wait to be fetched, by file name."""
    client_values: dict[str, str] = field(default_factory=dict)
    log_level: int = 20


def new_state(folder: Path, *, gpus: int, speed: float) -> State:
    """An empty server that keeps its files in a folder."""
    users = Users()
    hub, queues, models = Hub(users), Queues(), Models()
    images = Images(folder)
    videos = Videos(folder)
    boards = Boards(images, videos)
    devices = [f"cuda:{index}" for index in range(max(1, gpus))]
    world = World(models, images, boards)
    engine = Engine(world, queues, hub, Pacing(speed), devices)
    return State(
        hub=hub,
        images=images,
        videos=videos,
        boards=boards,
        models=models,
        workflows=Workflows(),
        queues=queues,
        engine=engine,
        actions=QueueActions(engine, hub),
        faults=Faults(),
        users=users,
        installs=Installs(models, hub, engine.pacing),
        devices=devices,
    )


STATE = web.AppKey("state", State)


def state_of(request: web.Request) -> State:
    """The server that a request reached."""
    return request.app[STATE]
