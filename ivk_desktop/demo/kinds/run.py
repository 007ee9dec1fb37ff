"""Runs a scripted server of another kind by the clock, for trying it by hand."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Callable
from typing import Final

from ivk_desktop.demo import painter, studio
from ivk_desktop.demo.kinds import diffugen, inferencesh, loramanager, sdapi
from ivk_desktop.demo.kinds.diffugen import DiffuGenServer
from ivk_desktop.demo.kinds.inferencesh import InferenceServer
from ivk_desktop.demo.kinds.loramanager import LoraManagerServer
from ivk_desktop.demo.kinds.sdapi import SdServer
from ivk_desktop.demo.kinds.server import ScriptedServer
from ivk_desktop.demo.kinds.stage import Stage
from ivk_desktop.demo.scenes import Landscape

Make = Callable[[str | None, Stage], ScriptedServer]

KINDS: Final[dict[str, Make]] = {
    "sdapi": lambda mode, stage: SdServer(mode or "a1111", stage, paint),
    "diffugen": lambda mode, stage: DiffuGenServer(mode or "intended", stage, paint),
    "loramanager": lambda mode, stage: LoraManagerServer(mode or "usual", stage, paint),
    "inferencesh": lambda mode, stage: InferenceServer(mode or "ndjson", stage, paint),
}
"""Another kind is a module beside this one and a line here."""
MODES: Final = (*sdapi.FLAVOURS, *diffugen.MODES, *loramanager.MODES, *inferencesh.MODES)
STEP_S: Final = 0.4
"""At the usual speed."""


async def paint(words: str, seed: int, width: int, height: int) -> bytes:
    """A landscape of the prompt."""
    return await studio.painted(painter.full_png, Landscape(words, seed), width, height)


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C; the exit code."""
    server = KINDS[options.kind](options.mode, Stage(STEP_S / max(0.01, options.speed)))
    try:
        asyncio.run(_serve(server, options.host, options.port))
    except OSError as problem:
        print(f"The demo server cannot listen: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


async def _serve(server: ScriptedServer, host: str, port: int) -> None:
    await server.start(port, host)
    try:
        print(json.dumps({"url": server.url}), flush=True)
        await asyncio.Event().wait()
    finally:
        await server.end()
