"""Imports beside a window that is shown already, without holding it up.

What has to do with Qt is imported by the UI thread alone, module by module: PySide makes its
types when they are first named, and the window, which runs meanwhile, met half-made ones of
another thread. One start in forty crashed.
"""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import sys
import time
from collections.abc import Iterator
from types import CodeType
from typing import Final

OWN: Final = "ivk_desktop."
TURN_S: Final = 0.005
"""After so long the window has its turn."""


async def import_in_thread(*names: str) -> None:
    """Import modules that do without Qt."""
    for name in names:
        await asyncio.to_thread(importlib.import_module, name)


async def import_by_turns(name: str) -> None:
    """Import one of our modules and all of ours that it needs, those first."""
    turn_at = time.perf_counter()
    for module in _needed(name, set()):
        importlib.import_module(module)
        if time.perf_counter() - turn_at > TURN_S:
            await asyncio.sleep(0)
            turn_at = time.perf_counter()


def _needed(name: str, seen: set[str]) -> Iterator[str]:
    """A module after those of ours that it names, as far as they are not there yet."""
    if name in seen or name in sys.modules:
        return
    seen.add(name)
    for other in _named(name):
        yield from _needed(other, seen)
    yield name


def _named(name: str) -> list[str]:
    """The modules of ours in the import statements of a module, read from its byte code."""
    spec = importlib.util.find_spec(name)
    loader = getattr(spec, "loader", None)
    code = loader.get_code(name) if loader is not None else None
    if not isinstance(code, CodeType):
        return []
    return [other for other in code.co_names if other.startswith(OWN)]
