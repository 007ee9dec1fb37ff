"""The same tests on the demo server and on a real one, so that the demo cannot drift."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest

from ivk_desktop.api.client import Client, connect
from tests.live.server import real_url

__all__ = ["real_url"]

T = TypeVar("T")

PATIENCE_S = 90


@dataclass(frozen=True)
class Server:
    """One server under test."""

    url: str
    real: bool

    @asynccontextmanager
    async def client(self) -> AsyncIterator[Client]:
        async with connect(self.url) as client:
            yield client


@pytest.fixture(scope="session")
def demo_url() -> Iterator[str]:
    """A demo server in its own process, ended by closing its standard input."""
    with subprocess.Popen(
        [sys.executable, "-m", "ivk_desktop.demo", "--speed", "20"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield json.loads(process.stdout.readline())["url"]
        process.stdin.close()
        process.wait(10)


@pytest.fixture(params=["demo", pytest.param("real", marks=pytest.mark.live)])
def server(request: pytest.FixtureRequest) -> Server:
    """The demo server, then the real one where there is one."""
    real = request.param == "real"
    return Server(request.getfixturevalue("real_url" if real else "demo_url"), real)


@pytest.fixture
def run() -> Callable[[Coroutine[Any, Any, T]], T]:
    """Run a coroutine until it ends, at most ``PATIENCE_S``."""

    def run(coro: Coroutine[Any, Any, T]) -> T:
        return asyncio.run(asyncio.wait_for(coro, PATIENCE_S))

    return run
