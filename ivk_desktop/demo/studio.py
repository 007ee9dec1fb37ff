"""The one thread in which pictures are painted.

One, because several threads that import QtGui at the same moment crash the process, and
because painting must leave the other core to whoever watches.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_THREAD = ThreadPoolExecutor(1, thread_name_prefix="painter")


async def painted(paint: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What a function of the painter gives, without holding up the loop."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_THREAD, lambda: paint(*args, **kwargs))


def begin(paint: Callable[[], None]) -> None:
    """Start something that nobody waits for."""
    _THREAD.submit(paint)
