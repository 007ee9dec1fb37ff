"""Put many pictures on a server: ``python -m tests.benchmarks.many_pictures URL 10000 BOARD``.

Each has its own content and its own metadata, as if it was generated. They go through the upload
route, several at a time; BOARD is made where there is none of that name. For a server that may be
filled: there is no way back but deleting the board with its pictures.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import time
from typing import Any, Final

import httpx
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from ivk_desktop.demo.png import with_texts

LANES: Final = 8
TIMEOUT_S: Final = 120
NOTE_EVERY: Final = 200
FAST: Final = 85
"""A PNG that is made fast, and somewhat larger."""
KINDS: Final = ("portrait", "photo", "ink drawing", "watercolor", "poster", "macro shot", "map")
BEASTS: Final = ("tiger", "fox", "whale", "owl", "heron", "lynx", "otter", "raven", "moth", "hare")
PLACES: Final = ("snow", "a harbor", "tall grass", "an attic", "the desert", "fog", "a night train")
LIGHTS: Final = ("at dusk", "in hard light", "by candle light", "under neon signs", "at noon")
MODELS: Final = ("SDXL base", "Juggernaut XL", "FLUX.1 dev", "Dreamshaper 8", "Z-Image Turbo")
LORAS: Final = ("Ink wash", "Film grain", "Detail", "Pixel art")


def metadata(number: int, edge: int) -> dict[str, Any]:
    """What InvokeAI would write about picture ``number``: the same for the same number."""
    pick = random.Random(number)
    subject = f"{pick.choice(KINDS)} of a {pick.choice(BEASTS)} in {pick.choice(PLACES)}"
    return {
        "positive_prompt": f"{subject} {pick.choice(LIGHTS)}, masterpiece, picture {number}",
        "negative_prompt": "blurry, low quality",
        "model": {"name": pick.choice(MODELS), "type": "main"},
        "loras": [{"model": {"name": pick.choice(LORAS)}, "weight": 0.8}] if number % 3 else [],
        "seed": pick.randrange(2**32),
        "steps": pick.choice((4, 20, 30)),
        "cfg_scale": pick.choice((1.0, 5.5, 7.5)),
        "scheduler": pick.choice(("euler", "dpmpp_2m")),
        "width": edge,
        "height": edge,
    }


def picture(number: int, edge: int) -> bytes:
    """A PNG of its own soft colors, with its metadata in it."""
    small = QImage(6, 6, QImage.Format.Format_RGB32)
    pick = random.Random(number)
    for place in range(36):
        small.setPixel(place % 6, place // 6, 0xFF000000 | pick.randrange(2**24))
    how = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.scaled(edge, edge, *how).save(buffer, "PNG", FAST)  # type: ignore[call-overload]
    texts = {"invokeai_metadata": json.dumps(metadata(number, edge))}
    return with_texts(bytes(buffer.data().data()), texts)


async def board_id(client: httpx.AsyncClient, name: str) -> str:
    """The board of that name, made where there is none."""
    listed = (await client.get("/api/v1/boards/", params={"all": True})).raise_for_status().json()
    for board in listed:
        if board["board_name"] == name:
            return str(board["board_id"])
    made = await client.post("/api/v1/boards/", params={"board_name": name})
    return str(made.raise_for_status().json()["board_id"])


async def fill(url: str, count: int, board: str, edge: int) -> None:
    """Upload so many pictures and say how far it is."""
    begin, numbers = time.monotonic(), iter(range(count))
    async with httpx.AsyncClient(base_url=url, timeout=TIMEOUT_S, trust_env=False) as client:
        params = {
            "image_category": "general",
            "is_intermediate": "false",
            "board_id": await board_id(client, board),
        }

        async def lane() -> None:
            for number in numbers:
                file = {"file": (f"{number}.png", picture(number, edge), "image/png")}
                answer = await client.post("/api/v1/images/upload", params=params, files=file)
                answer.raise_for_status()
                if number % NOTE_EVERY == 0:
                    rate = number / (time.monotonic() - begin)
                    print(f"{number} of {count}, {rate:.0f} a second", file=sys.stderr, flush=True)

        async with asyncio.TaskGroup() as lanes:
            for _ in range(LANES):
                lanes.create_task(lane())


def main() -> None:
    """Parse the arguments and upload."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.many_pictures", description=__doc__
    )
    parser.add_argument("url")
    parser.add_argument("count", type=int)
    parser.add_argument("board")
    parser.add_argument("--edge", type=int, default=512, help="width and height in px (512)")
    found = parser.parse_args()
    asyncio.run(fill(found.url.rstrip("/"), found.count, found.board, found.edge))


if __name__ == "__main__":
    main()
