"""What importing the window costs, module by module: ``python -m tests.benchmarks imports``."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

MOST = 30
GROUPS = ("ivk_desktop", "PySide6", "shiboken", "qasync", "asyncio")


def report() -> str:
    """The modules that cost most, without what they import, and the sum of each group."""
    command = [sys.executable, "-X", "importtime", "-c", "import ivk_desktop.cli, ivk_desktop.app"]
    subprocess.run(command, capture_output=True, check=True)  # compiles
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    spent = read(told)
    groups: Counter[str] = Counter()
    for name, micros in spent.items():
        groups[next((group for group in GROUPS if name.startswith(group)), "others")] += micros
    lines = [f"{micros / 1000:8.1f} ms  {name}" for name, micros in spent.most_common(MOST)]
    sums = [f"{micros / 1000:8.1f} ms  all of {name}" for name, micros in groups.most_common()]
    return "\n".join([*lines, "", *sums])


def read(told: str) -> Counter[str]:
    """Microseconds by module of what ``-X importtime`` tells."""
    spent: Counter[str] = Counter()
    for line in told.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if len(parts) == 3 and parts[0].strip().isdigit():
            spent[parts[2].strip()] = int(parts[0])
    return spent
