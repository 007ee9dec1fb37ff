"""Options and fixtures for all tests."""

from __future__ import annotations

import asyncio
import gc
import itertools
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

T = TypeVar("T")

# As in the app (ivk_desktop/collector.py): a worker thread must never be the one that collects,
# it would destroy QObjects of this thread.
gc.disable()
_ended = itertools.count(1)
FULL_COLLECTION_EVERY = 40

PATIENCE_S = 20
"""How long a coroutine of a test may take before it counts as hung."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("ivk_desktop")
    group.addoption("--live", action="store_true", help="run the tests on a real InvokeAI server")
    group.addoption("--server", default=None, help="the real server to use; implies --live")
    group.addoption(
        "--oracle", type=Path, default=None, help="folder of oracle cases to run as well"
    )


def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    full = next(_ended) % FULL_COLLECTION_EVERY == 0 or nextitem is None
    gc.collect(2 if full else 0)


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """One Qt event loop that asyncio runs on."""
    loop = QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    yield loop
    leftover = asyncio.all_tasks(loop)
    for task in leftover:
        task.cancel()
    if leftover:
        loop.run_until_complete(asyncio.gather(*leftover, return_exceptions=True))
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
    asyncio.set_event_loop(None)


@pytest.fixture
def run(loop: asyncio.AbstractEventLoop) -> Callable[[Coroutine[Any, Any, T]], T]:
    """Run a coroutine on the Qt event loop until it ends, at most ``PATIENCE_S``."""

    def run(coro: Coroutine[Any, Any, T]) -> T:
        return loop.run_until_complete(asyncio.wait_for(coro, PATIENCE_S))

    return run
