"""What nodes see of the server while they run."""

from __future__ import annotations

import uuid
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ivk_desktop.demo.nodes.stages import NodeFailed
from ivk_desktop.demo.scenes import Landscape, Scene
from ivk_desktop.demo.store.boards import Boards
from ivk_desktop.demo.store.images import Image, Images
from ivk_desktop.demo.store.models import Config, Models

_KEPT = 20000
"""How many latents and conditionings are remembered."""


class World:
    """Models, images and boards, and what latents and conditionings stand for."""

    def __init__(self, models: Models, images: Images, boards: Boards) -> None:
        self.models = models
        self.images = images
        self.boards = boards
        self._tensors: OrderedDict[str, Any] = OrderedDict()

    def remember(self, prefix: str, meaning: Any) -> str:
        """A new name for something too large to send, for example ``Tensor_<uuid>``."""
        name = f"{prefix}_{uuid.uuid4()}"
        self._tensors[name] = meaning
        if len(self._tensors) > _KEPT:
            self._tensors.popitem(last=False)
        return name

    def recall(self, name: str) -> Any:
        """What a name stands for; a landscape of its own if it is forgotten."""
        return self._tensors.get(name, Landscape(name, 0))

    def model(self, key: str) -> Config:
        """The record of a model.

        Raises:
            NodeFailed: there is no such model.
        """
        config = self.models.find(key)
        if config is None:
            raise NodeFailed("Exception", f"Unknown model {key}")
        return config

    def image(self, field: Mapping[str, Any]) -> Image:
        """The image that a field names.

        Raises:
            NodeFailed: there is no such image.
        """
        image = self.images.find(field["image_name"])
        if image is None:
            raise NodeFailed("ImageRecordNotFoundException", "Image record not found")
        return image


@dataclass(frozen=True, slots=True)
class Run:
    """The queue item a node runs for; ``image_name`` fixes the name of what it saves."""

    world: World
    session_id: str
    graph: Mapping[str, Any]
    workflow: Mapping[str, Any] | None
    image_name: str | None = None

    def save(
        self, node: Mapping[str, Any], scene: Scene, width: int, height: int
    ) -> dict[str, Any]:
        """File what a node made; the node's output."""
        known = self.world.images.find(self.image_name) if self.image_name else None
        image = known or self._filed(node, scene, width, height)
        return {
            "image": {"image_name": image.name},
            "width": image.width,
            "height": image.height,
            "type": "image_output",
        }

    def _filed(self, node: Mapping[str, Any], scene: Scene, width: int, height: int) -> Image:
        board = (node.get("board") or {}).get("board_id")
        return self.world.images.add(
            scene,
            width,
            height,
            name=self.image_name,
            is_intermediate=node["is_intermediate"],
            session_id=self.session_id,
            node_id=node["id"],
            board_id=board if board and board in self.world.boards else None,
            graph=self.graph,
            workflow=self.workflow,
            metadata=node.get("metadata") or facts_of(scene, width, height),
        )


def facts_of(scene: Scene, width: int, height: int) -> dict[str, Any] | None:
    """Metadata of a painted landscape in InvokeAI's words; None for other pictures."""
    if not isinstance(scene, Landscape):
        return None
    return {
        "generation_mode": "txt2img",
        "positive_prompt": scene.words,
        "seed": scene.seed,
        "width": width,
        "height": height,
    }
