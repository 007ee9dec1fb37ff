"""The demo server as a process of its own, for tests of whatever talks to a server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

END_S = 10
"""How long the process may take to end."""


class DemoProcess:
    """A running demo server: its ``url``, its ``process``, a ``client`` and its faults."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process = process
        self.url = url
        self.client = httpx.Client(base_url=url, timeout=20)

    def faults(self, **script: Any) -> dict[str, Any]:
        """Script the server; see ``ivk_desktop/demo/routes/faults.py`` for the keys."""
        answer = self.client.post("/demo/faults", json=script)
        answer.raise_for_status()
        result: dict[str, Any] = answer.json()
        return result

    def die(self) -> None:
        """Let it vanish as after kill -9."""
        self.client.close()
        self.process.kill()
        self.process.wait(END_S)

    def end(self) -> int:
        """Close its stdin and wait: the exit code."""
        self.client.close()
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(END_S)


@contextmanager
def demo_server(*options: str, temporary: Path | None = None) -> Iterator[DemoProcess]:
    """Start a server, with ``--faults`` and what else is named; it ends with the block.

    ``temporary`` is where it makes its temporary folder, instead of the system's place.
    """
    place = {} if temporary is None else dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))
    process = subprocess.Popen(
        [sys.executable, "-m", "ivk_desktop.demo", "--faults", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | place,
    )
    assert process.stdout is not None
    try:
        demo = DemoProcess(process, json.loads(process.stdout.readline())["url"])
        yield demo
        demo.end()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(END_S)
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
