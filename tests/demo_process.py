"""The demo server as a process of its own, for tests of whatever talks to a server."""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import IO, Any

import httpx

from ivk_desktop.demo import server

END_S = 10
"""How long the process may take to end."""

if sys.platform == "win32":
    _processes: Any = multiprocessing.get_context("spawn")
else:
    # Forked from one that has imported all of it, a server costs a tenth of a fresh one.
    _processes = multiprocessing.get_context("forkserver")
    _processes.set_forkserver_preload(["__main__", server.__name__])


class DemoProcess:
    """A running demo server: its ``url``, a ``client`` and its faults."""

    def __init__(self, process: BaseProcess, stdin: Connection, stdout: IO[str]) -> None:
        self._process = process
        self._stdin = stdin
        self._stdout = stdout
        self.url: str = json.loads(stdout.readline())["url"]
        # Without certificates, which take longer to read than the server needs to start.
        self.client = httpx.Client(base_url=self.url, timeout=20, verify=False)

    def faults(self, **script: Any) -> dict[str, Any]:
        """Script the server; see ``ivk_desktop/demo/routes/faults.py`` for the keys."""
        answer = self.client.post("/demo/faults", json=script)
        answer.raise_for_status()
        result: dict[str, Any] = answer.json()
        return result

    def die(self) -> None:
        """Let it vanish as after kill -9."""
        self.client.close()
        self._process.kill()
        self._process.join(END_S)

    def end(self) -> int | None:
        """Close its stdin and wait: the exit code."""
        self.client.close()
        self._stdin.close()
        return self.wait()

    def wait(self) -> int | None:
        """Wait until it has ended: the exit code."""
        self._process.join(END_S)
        return self._process.exitcode

    def rest(self) -> str:
        """What it has printed after its address, once it has ended."""
        return self._stdout.read()


@contextmanager
def demo_server(*options: str, temporary: Path | None = None) -> Iterator[DemoProcess]:
    """Start a server, with ``--faults`` and what else is named; it ends with the block.

    ``temporary`` is where it makes its temporary folder, instead of the system's place.
    """
    its_stdin, stdin = _processes.Pipe(duplex=False)
    stdout, its_stdout = _processes.Pipe(duplex=False)
    process = _processes.Process(
        target=_serve, args=(its_stdin, its_stdout, ["--faults", *options], temporary)
    )
    process.start()
    its_stdin.close()
    its_stdout.close()
    with os.fdopen(os.dup(stdout.fileno()), encoding="utf-8") as printed, stdin, stdout:
        try:
            demo = DemoProcess(process, stdin, printed)
            yield demo
            demo.end()
        finally:
            process.kill()
            process.join(END_S)
            process.close()


def _serve(
    stdin: Connection, stdout: Connection, options: list[str], temporary: Path | None
) -> None:
    os.dup2(stdin.fileno(), 0)
    os.dup2(stdout.fileno(), 1)
    stdin.close()
    stdout.close()
    if temporary is not None:
        tempfile.tempdir = str(temporary)
    code = server.main(options)
    sys.stdout.flush()
    os._exit(code)  # nothing is left to do: taking the interpreter apart costs more than a test
