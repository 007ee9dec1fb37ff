"""How soon the demo server answers: ``python -m tests.benchmarks.demo_start``."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import Final

from tests.benchmarks.processes import Bytecode
from tests.benchmarks.table import Figure, Target, table

RUNS: Final = 7


def main() -> int:
    """Start it several times, once more before that for the byte code; 1 if it is too late."""
    with Bytecode.folder() as byte_code:
        environment = {**os.environ, **byte_code.environment}
        spent = [_ready_s(environment) for _ in range(RUNS + 1)][1:]
    figure = Figure("demo server, start to its URL", "s", tuple(spent), Target(0.2), 3)
    print(table([figure]))
    return int(figure.met is False)


def _ready_s(environment: dict[str, str]) -> float:
    began = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "ivk_desktop.demo"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        ready = time.monotonic()
        process.stdin.close()  # it ends by that
    return ready - began


if __name__ == "__main__":
    sys.exit(main())
