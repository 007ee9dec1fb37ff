"""Processes around a measurement: the demo servers, an X server, the measured app."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

RUN_TIMEOUT_S = 240
FOLDERS = ("CONFIG", "DATA", "CACHE", "LOG")
NO_KEYRING = "keyring.backends.null.Keyring"
SCREEN = {
    "name": "screen",
    "x": 0,
    "y": 0,
    "width": 1920,
    "height": 1080,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
"""Offscreen is 800x800 by itself, which folds half of the window away."""


@contextmanager
def demo(*options: str) -> Iterator[str]:
    """A demo server; yields its URL."""
    command = [sys.executable, "-m", "ivk_desktop.demo", "--faults", *options]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # it tells of each connection that an app ended with
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield json.loads(process.stdout.readline())["url"]
        finally:
            process.stdin.close()  # it ends by that


@contextmanager
def kind_server(kind: str) -> Iterator[str]:
    """A scripted server of another kind; yields its URL."""
    command = [sys.executable, "-m", "ivk_desktop.demo", "--kind", kind, "--speed", "4"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())["url"]
        finally:
            process.terminate()


@contextmanager
def bad_servers(target: str) -> Iterator[dict[str, str]]:
    """Servers that flap, hang and answer garbage; yields their addresses by what they do.

    The flapping one is ``target``, the URL of a good one, whenever it is there.
    """
    command = [sys.executable, "-m", "tests.benchmarks.bad_servers", target.split("//")[1]]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.stdin.close()


@contextmanager
def x_server() -> Iterator[str | None]:
    """An X server without a screen; yields its display, ``None`` where there is none."""
    if shutil.which("Xvfb") is None:
        yield None
        return
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1920x1080x24", "-nolisten"]
    process = subprocess.Popen([*command, "tcp"], pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as lines:
            yield f":{lines.readline().strip()}"
    finally:
        process.terminate()
        process.wait(10)


class Bytecode:
    """Where Python keeps its byte code, as it does on any machine but some test machines."""

    def __init__(self, folder: str) -> None:
        self.environment = {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}

    @staticmethod
    @contextmanager
    def folder() -> Iterator[Bytecode]:
        """A folder of its own: no other one is touched."""
        with tempfile.TemporaryDirectory(prefix="ivk-bytecode-") as folder:
            yield Bytecode(folder)


class Place:
    """The folders of one person: kept from one start to the next, gone with the block."""

    def __init__(self, folder: Path, byte_code: Bytecode) -> None:
        self._byte_code = byte_code
        self._own = {f"IVK_{name}_DIR": str(folder / name) for name in FOLDERS}
        self._screen = folder / "screen.json"
        self._screen.write_text(json.dumps({"screens": [SCREEN]}))

    def environment(self, display: str | None) -> dict[str, str]:
        """The environment of a process, offscreen or on an X display."""
        shown = {"QT_QPA_PLATFORM": f"offscreen:configfile={self._screen}"}
        if display is not None:
            shown = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
        # No keyring of whoever measures is asked for anything.
        own = {**self._own, **shown, "PYTHON_KEYRING_BACKEND": NO_KEYRING}
        return {**os.environ, **own, **self._byte_code.environment}


@contextmanager
def place(byte_code: Bytecode) -> Iterator[Place]:
    """Fresh folders."""
    with tempfile.TemporaryDirectory(prefix="ivk-bench-") as folder:
        yield Place(Path(folder), byte_code)


def measured(
    scenario: str, url: str, where: Place, display: str | None = None, **options: Any
) -> dict[str, Any]:
    """Run the app with a scenario beside it; what it found, and ``began_at`` (monotonic).

    Offscreen, or on an X display.
    """
    asked = json.dumps({"url": url, **options})
    command = [sys.executable, "-m", "tests.benchmarks.inside", scenario, asked]
    began_at = time.monotonic()
    process = subprocess.run(
        command,
        env=where.environment(display),
        stdout=subprocess.PIPE,
        text=True,
        timeout=RUN_TIMEOUT_S,
        check=False,
    )
    lines = process.stdout.splitlines()
    if process.returncode or not lines:
        raise RuntimeError(f"{scenario} failed: {lines[-1:] or process.returncode}")
    return {"began_at": began_at, **json.loads(lines[-1])}
