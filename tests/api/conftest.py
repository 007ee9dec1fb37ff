"""The tests of this folder need no Qt: they run on plain asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import pytest

T = TypeVar("T")

PATIENCE_S = 20


@pytest.fixture
def run() -> Callable[[Coroutine[Any, Any, T]], T]:
    """Run a coroutine until it ends, at most ``PATIENCE_S``."""

    def run(coro: Coroutine[Any, Any, T]) -> T:
        return asyncio.run(asyncio.wait_for(coro, PATIENCE_S))

    return run
