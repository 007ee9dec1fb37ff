"""One measured process: ``python -m tests.benchmarks.inside MODULE.SCENARIO JSON``.

The app is started as its command line does it. Nothing is imported before it that it would not
import itself at that point. The last line of the output is the scenario's figures as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from importlib import import_module
from typing import Any

ENTERED = time.monotonic()


def main() -> int:
    """Run the app with the named scenario beside it; the exit code."""
    scenario, options = sys.argv[1], json.loads(sys.argv[2])
    from ivk_desktop import app, cli

    found: dict[str, Any] = {}

    class WatchedDesk(app.Desk):
        async def open(self) -> None:
            self.window.painted.connect(lambda: _note_paint(found))
            self.tasks.start(_measured(self, scenario, options, found), "benchmark")
            await super().open()

    app.Desk = WatchedDesk  # type: ignore[misc]
    cli.main(["--server", options["url"], "--log-level", "WARNING"])
    found["entered_at"] = ENTERED
    print(json.dumps(found), flush=True)
    os._exit(0 if "failed" not in found else 1)


def _note_paint(found: dict[str, Any]) -> None:
    found.setdefault("painted_at", time.monotonic())
    found.setdefault("painted_cpu_s", time.process_time())


async def _measured(desk: Any, name: str, options: dict[str, Any], found: dict[str, Any]) -> None:
    while "painted_at" not in found:
        await _event(desk.window.painted)
    module, function = name.split(".")
    try:
        scenario = getattr(import_module(f"tests.benchmarks.inside.{module}"), function)
        found.update(await scenario(desk, options))
    except Exception as error:
        found["failed"] = repr(error)
        raise
    finally:
        desk.window.close_asked.emit()


async def _event(signal: Any) -> None:
    import asyncio

    seen = asyncio.Event()
    signal.connect(seen.set)
    await seen.wait()


if __name__ == "__main__":
    sys.exit(main())
