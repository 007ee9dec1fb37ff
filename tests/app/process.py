"""The app as a process of its own, offscreen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.demo_process import DemoProcess

END_S = 10
"""When an end counts as hung; it takes a second, and more on a busy machine."""


@contextmanager
def app(*arguments: str, **environ: str) -> Iterator[subprocess.Popen[str]]:
    """Start the app; it is killed at the end of the block if it still runs."""
    process = subprocess.Popen(
        [sys.executable, "-X", "dev", "-m", "ivk_desktop", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environ},
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def wait_until_connected(demo: DemoProcess, sockets: int = 1) -> None:
    """Wait for the app's live connection."""
    while demo.client.get("/demo/faults").json()["sockets"] < sockets:
        pass
