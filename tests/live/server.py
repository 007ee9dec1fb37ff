"""The real server that live tests run on: an address that was given, or the lab, started here."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SERVE = Path(__file__).parent / "lab" / "serve.py"
PORT = int(os.environ.get("INVOKEAI_LAB_PORT", "9791"))
START_S = 900
"""The first start installs the server; later ones take about 30 s."""


def lab_cache() -> Path:
    """Where the lab keeps its installation, its models and its databases."""
    return Path(os.environ.get("INVOKEAI_LAB_CACHE", "~/.cache/invokeai-lab")).expanduser()


def serve(*arguments: str, port: int = PORT) -> subprocess.CompletedProcess[str]:
    """Run the lab's script."""
    command = [sys.executable, str(SERVE), "--cache", str(lab_cache()), "--port", str(port)]
    return subprocess.run(
        [*command, *arguments], capture_output=True, text=True, timeout=START_S, check=False
    )


@contextmanager
def lab(port: int = PORT, *options: str) -> Iterator[str]:
    """A lab server; stopped at the end if it was started here."""
    ours = serve("--status", port=port).returncode != 0
    started = serve("--detach", *options, port=port)
    if started.returncode != 0:
        pytest.fail(f"the lab did not start:\n{started.stderr[-3000:]}")
    try:
        yield started.stdout.strip().splitlines()[-1]
    finally:
        if ours:
            serve("--stop", port=port)


def lab_pid(port: int) -> int:
    """The process of the lab server at that port."""
    import json

    return int(json.loads(serve("--status", port=port).stdout)["pid"])


@pytest.fixture(scope="session")
def real_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of the real server; skips where none was asked for."""
    given = request.config.getoption("--server", default=None)
    if given:
        yield given
    elif request.config.getoption("--live", default=False):
        with lab() as url:
            yield url
    else:
        pytest.skip("a real server is needed: run with --live or --server URL")
