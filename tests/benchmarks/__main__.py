"""Measure the app and print one table: ``python -m tests.benchmarks``; see docs/benchmarks.md."""

from __future__ import annotations

import argparse
import contextlib
import os
import platform
import subprocess
import sys
from contextlib import ExitStack

from tests.benchmarks import catalog, workflows
from tests.benchmarks.processes import (
    Bytecode,
    Place,
    bad_servers,
    demo,
    kind_server,
    measured,
    place,
    x_server,
)
from tests.benchmarks.table import Figure, table

NICENESS = -10
OTHER_KINDS = ("sdapi", "diffugen", "loramanager", "inferencesh")
"""The app is to be measured, and not what else the machine has to do."""
DIAGNOSES = ("imports", "parts")
"""Not measured against a server, and only on demand."""


def main() -> int:
    """Parse the arguments and measure; 1 if a target is missed."""
    found = _arguments()
    if found.names and found.names[0] in DIAGNOSES:
        return _diagnose(found.names[0])
    before = os.getloadavg()
    priority = preferred()
    with ExitStack() as stack:
        bench = Bench(found, stack)
        figures = [
            figure for scenario in catalog.chosen(found.names) for figure in bench.figures(scenario)
        ]
    print(table(figures))
    print(
        f"\nMedian and range of {found.runs} runs, each a new process. {machine(before, priority)}"
    )
    return int(any(figure.met is False for figure in figures))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    known = [scenario.name for scenario in catalog.SCENARIOS]
    names = ", ".join(known)
    parser.add_argument("names", nargs="*", help=f"of: {names}; or: {', '.join(DIAGNOSES)}")
    parser.add_argument("--server", metavar="URL", help="a real server instead of the demo server")
    parser.add_argument("--workflow", metavar="NAME", help="what to submit there")
    parser.add_argument("--board", metavar="NAME", help="which board to open there")
    parser.add_argument("--runs", type=int, default=5, help="how often each is measured (5)")
    parser.add_argument(
        "--explain", action="store_true", help="say on stderr where the UI thread stalls"
    )
    found = parser.parse_args()
    if unknown := set(found.names) - {*known, *DIAGNOSES}:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    return found


def preferred() -> int:
    """Put this and what it starts before other processes, where that is allowed: the niceness."""
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, 0, NICENESS)
    return os.getpriority(os.PRIO_PROCESS, 0)


def machine(before: tuple[float, float, float], priority: int) -> str:
    """What the figures depend on."""
    now = os.getloadavg()
    return (
        f"{os.cpu_count()} cores, load {before[0]:.1f} before and {now[0]:.1f} after,"
        f" niceness {priority},"
        f" Python {platform.python_version()}, {platform.system()} {platform.machine()}."
    )


class Bench:
    """The servers, made when they are first asked for, and the runs of each scenario."""

    def __init__(self, options: argparse.Namespace, stack: ExitStack) -> None:
        self._options = options
        self._stack = stack
        self._demos: dict[tuple[str, ...], str] = {}
        self._byte_code = stack.enter_context(Bytecode.folder())
        self._display: str | None = None
        self._others: catalog.Found = {}
        self._of_kinds: dict[str, str] = {}

    def figures(self, scenario: catalog.Scenario) -> list[Figure]:
        """Measure one scenario; lines without values where it cannot be measured."""
        if scenario.x11 and self._display is None:
            self._display = self._stack.enter_context(x_server())
            if self._display is None:
                return [row.figure([]) for row in scenario.rows]
        runs = []
        for number in range(self._options.runs):
            self._say(f"{scenario.name} {number + 1}/{self._options.runs}")
            try:
                with place(self._byte_code) as where:
                    runs.append(self._run(scenario, where))
            except (RuntimeError, subprocess.TimeoutExpired) as error:
                print(f"{scenario.name}: {error}", file=sys.stderr)
        self._say("")
        return [row.figure(runs) for row in scenario.rows]

    @staticmethod
    def _say(what: str) -> None:
        if sys.stderr.isatty():
            print(f"{what:40}", end="\r", file=sys.stderr)

    def _run(self, scenario: catalog.Scenario, where: Place) -> catalog.Found:
        url, options = self._server(scenario), dict(scenario.options)
        if self._options.workflow and "name" in options and url == self._options.server:
            options["name"] = self._options.workflow
        if scenario.others:
            options |= self._beside(scenario.others)
        if scenario.kinds:
            options["kinds"] = self._kinds()
        if self._options.board and "board" in options and url == self._options.server:
            options["board"] = self._options.board
        display = self._display if scenario.x11 else None
        if scenario.warm:
            measured("starting.start", url, where, display)
        return measured(
            scenario.call, url, where, display, explain=self._options.explain, **options
        )

    def _beside(self, count: int) -> catalog.Found:
        """Good and bad servers beside the one that the app is started with."""
        if not self._others:
            urls = [self._stack.enter_context(demo("--items", "50")) for _ in range(count + 1)]
            bad = self._stack.enter_context(bad_servers(urls.pop()))
            self._others = {"good": urls, "bad": bad}
        return self._others

    def _kinds(self) -> dict[str, str]:
        """The addresses of other kinds, by their names in the settings."""
        if not self._of_kinds:
            entered = {kind: self._stack.enter_context(kind_server(kind)) for kind in OTHER_KINDS}
            self._of_kinds = entered
        return self._of_kinds

    def _server(self, scenario: catalog.Scenario) -> str:
        if self._options.server and scenario.server == "any":
            return str(self._options.server)
        if scenario.demo not in self._demos:
            url = self._stack.enter_context(demo(*scenario.demo))
            self._demos[scenario.demo] = url
            if not scenario.demo:
                workflows.add_thirty_nodes(url)
            with place(self._byte_code) as where:  # compiles what is imported
                measured("starting.start", url, where)
        return self._demos[scenario.demo]


def _diagnose(name: str) -> int:
    """Where imports or single parts spend their time."""
    if name == "imports":
        from tests.benchmarks import imports

        print(imports.report())
        return 0
    return max(
        subprocess.run([sys.executable, "-m", f"tests.benchmarks.{part}"], check=False).returncode
        for part in ("forms", "pictures", "history")
    )


if __name__ == "__main__":
    sys.exit(main())
