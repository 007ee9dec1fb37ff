"""One demo server for all tests of this folder, cleaned after each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.demo_process import DemoProcess, demo_server

QUEUE = "/api/v1/queue/default"


@pytest.fixture(scope="session")
def demo_process() -> Iterator[DemoProcess]:
    with demo_server("--speed", "1000", "--items", "0", "--images", "12") as demo:
        yield demo


@pytest.fixture
def demo(demo_process: DemoProcess) -> Iterator[DemoProcess]:
    yield demo_process
    demo_process.faults(clear=True, max_queue_size=10000)
    demo_process.client.put(f"{QUEUE}/clear")
    demo_process.client.put(f"{QUEUE}/processor/resume")
    demo_process.client.delete("/api/v1/app/invocation_cache")
