"""What the demo server holds when it starts: boards with pictures, models, a library."""

from __future__ import annotations

import json
import random
import time
import uuid
from functools import cache
from typing import Any

from ivk_desktop import resources
from ivk_desktop.demo.nodes.world import facts_of
from ivk_desktop.demo.scenes import Landscape
from ivk_desktop.demo.state import State
from ivk_desktop.demo.store.images import Image
from ivk_desktop.demo.store.models import Models, identifier

DAY_S = 86400.0

SAMPLE_WORKFLOWS = ("text-to-image-sd15", "text-to-image-sdxl", "prompt-batch-sd15")

_BOARDS = (
    ("Tigers", 42, "tiger cub in tall grass"),
    ("Portrait study", 118, "portrait of a mountain guide, golden hour"),
    ("Alps", 77, "alpine lake at dawn, snow on the far ridge"),
    ("Night city", 204, "city below the mountains at night"),
    ("Tests", 64, "test"),
    ("Upscaled", 23, "valley in autumn, fine detail"),
    ("Posters", 31, "travel poster, flat colours"),
    ("Textures", 19, "layered rock, close"),
    ("Client Berger", 12, "chalet in winter"),
    ("Old ideas", 8, "desert mountains"),
)
_ARCHIVED = frozenset({"Old ideas"})
_LOOSE = 260
"""How many pictures lie on no board."""

_SIZES = ((512, 512), (512, 768), (768, 512), (832, 1216), (1024, 1024))

_MODELS = {
    (
        "main",
        "sdxl",
    ): "Juggernaut XL v9, DreamShaper XL, RealVis XL 5, SDXL base, Animagine XL 4",
    (
        "main",
        "sd-1",
    ): "Deliberate v5, DreamShaper 8, Realistic Vision 6, Stable Diffusion 1.5",
    ("main", "flux"): "FLUX dev, FLUX schnell",
    (
        "lora",
        "sdxl",
    ): "detail-tweaker-xl, film-grain-xl, watercolour-xl, pixel-art-xl, "
    "paper-cut-xl, soft-light-xl, isometric-xl, line-art-xl",
    ("lora", "sd-1"): "add-detail, epi-noise-offset, gouache, low-poly, moody-light, ink-wash",
    ("controlnet", "sdxl"): "Canny XL, Depth XL, Union XL",
    ("controlnet", "sd-1"): "Canny, Depth, Lineart, OpenPose, Tile, Soft edge",
    ("vae", "sdxl"): "sdxl-vae-fp16-fix",
    ("vae", "sd-1"): "vae-ft-mse-840000",
    ("embedding", "sd-1"): "easy-negative, bad-hands-5, deep-negative",
}
_MODEL_OF = {
    "main_model_loader": ("DreamShaper 8", "main", "sd-1"),
    "sdxl_model_loader": ("Juggernaut XL v9", "main", "sdxl"),
}
"""What the samples run with here, by node type: name, type and base."""
_BYTES = {"main": 2_132_000_000, "lora": 151_000_000, "controlnet": 722_000_000}

_SAVED = (
    ("SDXL portrait", "text-to-image-sdxl", "Portraits in warm light.", "portrait, sdxl"),
    ("Alps at dawn", "text-to-image-sd15", "The view from the hut.", "landscape"),
    ("Three seasons", "prompt-batch-sd15", "One meadow through the year.", "landscape, batch"),
)


def fill(state: State, *, images: int | None, models: int | None) -> None:
    """Fill an empty server; with numbers given it holds that many images and models."""
    dice = random.Random(7)
    _add_models(state, models)
    _add_images(state, images, dice)
    _add_workflows(state)


def _add_models(state: State, count: int | None) -> None:
    for (kind, base), names in _MODELS.items():
        for name in names.split(", "):
            state.models.add(name, kind, base, _BYTES.get(kind, 335_000_000))
    for number in range(len(state.models.listed()), count or 0):
        base = ("sd-1", "sdxl")[number % 2]
        state.models.add(f"study-{number:04d}", "lora", base, _BYTES["lora"])


def _add_images(state: State, count: int | None, dice: random.Random) -> None:
    piles: list[tuple[str | None, int, str]] = []
    begun = time.time() - len(_BOARDS) * DAY_S
    for number, (name, size, words) in enumerate(_BOARDS):
        at = begun + number * DAY_S * 0.9
        board = state.boards.add(name, archived=name in _ARCHIVED, at=at)
        piles.append((board.board_id, size, words))
    loose = _LOOSE if count is None else max(0, count - sum(size for _, size, _ in piles))
    piles.append((None, loose, "mountains"))
    left = sum(size for _, size, _ in piles) if count is None else count
    for board_id, size, words in piles:
        size = min(size, left)
        left -= size
        _add_pile(state, board_id, size, words, dice)


def _add_pile(
    state: State, board_id: str | None, size: int, words: str, dice: random.Random
) -> None:
    newest = time.time() - dice.random() * DAY_S
    for number in range(size):
        width, height = dice.choice(_SIZES)
        scene = Landscape(words, dice.getrandbits(32))
        state.images.add(
            scene,
            width,
            height,
            name=f"{uuid.UUID(int=dice.getrandbits(128), version=4)}.png",
            created_at=newest - (size - number) * 91.0,
            board_id=board_id,
            starred=number % 41 == 40,
            metadata=facts_of(scene, width, height),
            recipe=recipe_of,
        )


def sample(name: str) -> dict[str, Any]:
    """One of the workflows that ship with the app, with a model of this server chosen."""
    workflow: dict[str, Any] = json.loads(_text(name))
    for node in workflow["nodes"]:
        model = _MODEL_OF.get(node["data"]["type"])
        if model is not None:
            node["data"]["inputs"]["model"]["value"] = identifier(Models().add(*model, size=0))
    return workflow


@cache
def _text(name: str) -> str:
    return resources.text("workflows", f"{name}.json")


def recipe_of(image: Image) -> dict[str, Any]:
    """The workflow that could have painted one of the landscapes."""
    workflow = sample(SAMPLE_WORKFLOWS[0])
    words, seed = getattr(image.scene, "words", ""), getattr(image.scene, "seed", 0)
    values = {
        "positive": {"prompt": words},
        "noise": {"seed": seed, "width": image.width, "height": image.height},
    }
    for node in workflow["nodes"]:
        for name, value in values.get(node["id"], {}).items():
            node["data"]["inputs"][name]["value"] = value
    return workflow


def _add_workflows(state: State) -> None:
    at = time.time() - 30 * DAY_S
    for number, name in enumerate(SAMPLE_WORKFLOWS):
        state.workflows.add(sample(name), f"default_{name.replace('-', '_')}", at + number)
    for number, (title, source, words, tags) in enumerate(_SAVED):
        own = {"name": title, "description": words, "tags": tags}
        meta = {"category": "user", "version": "4.0.0"}
        saved = state.workflows.add(sample(source) | own | {"meta": meta}, at=at + DAY_S * number)
        saved.scene = Landscape(words, number)
        saved.opened_at = at + DAY_S * (number + 5)
