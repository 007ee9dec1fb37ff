"""Render the window against the demo server: each state, light and dark, 1x and 2x.

Each scale is a process of its own, because Qt takes its scale factor at the start, and so is each
walk, because it begins on a machine that has never seen the app.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SCALES = ("1", "2")
WALKS = ("one", "several", "looking-after", "kinds")
SIZES = ("1600x900", "1280x800", "1100x680", "2560x1440")


def main() -> int:
    """Parse the arguments, run a process a scale; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument("--scale", choices=SCALES, action="append", help="only this scale")
    parser.add_argument("--size", action="append", help=f"only this size, for example {SIZES[0]}")
    parser.add_argument("--scheme", choices=["light", "dark"], action="append")
    parser.add_argument("--walk", choices=WALKS, default="", help="only these states")
    found = parser.parse_args()
    found.out.mkdir(parents=True, exist_ok=True)
    schemes = found.scheme or ["dark", "light"]
    code = 0
    for scale in found.scale or SCALES:
        sizes = found.size or (SIZES if scale == "1" else SIZES[:1])
        for walk in [found.walk] if found.walk else WALKS:
            code |= _render(found.out, scale, sizes, schemes, walk)
    return code


def _render(
    out: Path, scale: str, sizes: list[str] | tuple[str, ...], schemes: list[str], walk: str
) -> int:
    with tempfile.TemporaryDirectory() as folder:
        own = {f"IVK_{name}_DIR": f"{folder}/{name}" for name in ("CONFIG", "DATA", "CACHE", "LOG")}
        environment = {
            **os.environ,
            **own,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "QT_SCALE_FACTOR": scale,
        }
        command = [sys.executable, "-m", "tests.screenshots.render", str(out.resolve()), scale]
        return subprocess.run(
            [*command, ",".join(sizes), ",".join(schemes), walk], env=environment, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
