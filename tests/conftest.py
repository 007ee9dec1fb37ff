"""Options and fixtures for all tests."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from ivk_desktop import plain_import

T = TypeVar("T")

plain_import.restore()  # as in the app

# As in the app (ivk_desktop/collector.py): a worker thread must never be the one that collects,
# it would destroy QObjects of this thread.
gc.disable()

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell starts its background jobs deaf to SIGINT, and they hand that on to their children:
    # the tests that interrupt a program would wait for ever.
    signal.signal(signal.SIGINT, signal.default_int_handler)

PATIENCE_S = 20
"""How long a coroutine of a test may take before it counts as hung."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("ivk_desktop")
    group.addoption("--live", action="store_true", help="run the tests on a real InvokeAI server")
    group.addoption("--looks", action="store_true", help="also walk through every window")
    group.addoption("--server", default=None, help="the real server to use; implies --live")
    group.addoption(
        "--oracle", type=Path, default=None, help="folder of oracle cases to run as well"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--looks"):
        return
    skip = pytest.mark.skip(reason="walks through every window: run with --looks")
    for item in items:
        if item.get_closest_marker("looks") is not None:
            item.add_marker(skip)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    # There is one real server; on the demo server the tests run side by side, one more than there
    # are cores: many wait for sockets and processes.
    live = config.getoption("--live") or config.getoption("--server")
    return 0 if live else min((os.cpu_count() or 1) + 1, 4)


def pytest_collection_finish(session: pytest.Session) -> None:
    gc.collect()
    gc.freeze()  # what is imported by now is never garbage: collections stay cheap


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    # Left for a later test, a cycle of QObjects would be taken apart in the middle of its loop.
    # What this test has made is young, what the one before has left is in the middle.
    if "qapp" in item.fixturenames:
        is_last = nextitem is None or nextitem.path != item.path
        gc.collect(2 if is_last else 1)


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
    # What asked to be deleted later goes now, while all that belongs to it is there.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    loop.close()
    asyncio.set_event_loop(None)


@pytest.fixture
def run(loop: asyncio.AbstractEventLoop) -> Callable[[Coroutine[Any, Any, T]], T]:
    """Run a coroutine on the Qt event loop until it ends, at most ``PATIENCE_S``."""

    def run(coro: Coroutine[Any, Any, T]) -> T:
        return loop.run_until_complete(asyncio.wait_for(coro, PATIENCE_S))

    return run
