"""A server of this computer that the app starts, watches, and ends again."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections import deque
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from ivk_desktop.domain.local_server import LocalKind, LocalState, plain_line, root_of
from ivk_desktop.domain.problems import Problem
from ivk_desktop.tasks import Tasks

LOG_LINES = 5000
"""So many lines of its log are kept."""
STOP_MS = 15_000
"""How long it may take to end: more than the guard gives it before it is killed."""
CLOSE_MS = 10_000
ASK_EVERY_S = 0.5
SETTINGS_BYTES = 1_000_000

Answers = Callable[[str], Awaitable[bool]]
"""Whether a server answers at an address."""


class LocalServer(QObject):
    """Owns one process. A server that it has not started is none of its business.

    The process is a guard (``ivk_desktop.guard``) that holds the server: it ends the server when
    the pipe to this process closes, whatever becomes of this process.
    """

    changed = Signal()
    """Its state."""
    logged = Signal(str)
    """A line of its log."""
    ready = Signal(str)
    """The address at which it answers."""

    def __init__(
        self, kind: LocalKind, tasks: Tasks, answers: Answers, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._tasks = tasks
        self._answers = answers
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._not_started)
        self._rest = b""
        self.state = LocalState.STOPPED
        self.url = ""
        self.problem: Problem | None = None
        self.log: deque[str] = deque(maxlen=LOG_LINES)
        self._late = QTimer(self, interval=STOP_MS, singleShot=True)
        self._late.timeout.connect(self._process.kill)

    @property
    def runs(self) -> bool:
        """Whether its process is there."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def start(self, program: str, root: str = "") -> None:
        """Start the server, if it does not run; ``ready`` follows, or ``changed`` to FAILED.

        ``root`` is its folder of settings and pictures; empty leaves that to the server.
        """
        if self.runs or self.state is LocalState.STARTING:
            return
        self.log.clear()
        self._rest, self.url, self.problem = b"", "", None
        self._set(LocalState.STARTING)
        self._tasks.start(self._start(program, root), "start the local server")

    async def _start(self, program: str, root: str) -> None:
        """Start it, unless one runs already: two on one folder would share a queue."""
        url = f"http://127.0.0.1:{await asyncio.to_thread(_port_of, self.kind, root)}"
        if await self._answers(url):
            self._fail(Problem("local_runs_already", {"url": url}))
            return
        if self.state is not LocalState.STARTING:
            return
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUNBUFFERED", "1")
        self._process.setProcessEnvironment(environment)
        guard, arguments = command()
        options = ["--root", root] if root else []
        self._process.start(guard, [*arguments, program, *options])

    def stop(self) -> None:
        """End the server cleanly; it is killed if that does not suffice."""
        if self.runs and self.state is not LocalState.STOPPING:
            self._set(LocalState.STOPPING)
            self._process.closeWriteChannel()
            self._late.start()
        elif self.state is LocalState.STARTING:
            self._set(LocalState.STOPPED)

    def close(self) -> None:
        """End the server now, and wait for it: the app ends too."""
        if self.runs:
            self._process.closeWriteChannel()
            if not self._process.waitForFinished(CLOSE_MS):
                self._process.kill()
                self._process.waitForFinished(1000)

    def _read(self) -> None:
        self._rest += bytes(self._process.readAllStandardOutput().data())
        *lines, self._rest = self._rest.split(b"\n")
        if len(self._rest) > 1_000_000:
            lines, self._rest = [*lines, self._rest], b""
        for line in lines:
            self._take(plain_line(line.decode(errors="replace")))

    def _take(self, line: str) -> None:
        self.log.append(line)
        self.logged.emit(line)
        if self.state is LocalState.STARTING and not self.url and (url := self.kind.told_url(line)):
            self.url = url
            self._tasks.start(self._wait_until_ready(url), "wait for the local server")

    async def _wait_until_ready(self, url: str) -> None:
        while self.state is LocalState.STARTING:
            if await self._answers(url):
                if self.state is LocalState.STARTING:
                    self._set(LocalState.READY)
                    self.ready.emit(url)
                return
            await asyncio.sleep(ASK_EVERY_S)

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fail(Problem("local_not_started"))

    def _finished(self, code: int, how: QProcess.ExitStatus) -> None:
        self._late.stop()
        self._read()
        if self._rest:
            self._take(plain_line(self._rest.decode(errors="replace")))
            self._rest = b""
        if self.state is LocalState.STOPPING:
            self._set(LocalState.STOPPED)
        else:
            self._fail(Problem("local_ended", {"code": code}))

    def _fail(self, problem: Problem) -> None:
        self.problem = problem
        self._set(LocalState.FAILED)

    def _set(self, state: LocalState) -> None:
        self.state = state
        self.changed.emit()


def _port_of(kind: LocalKind, root: str) -> int:
    """The port that the settings in a root folder name."""
    if not root:
        return kind.usual_port
    try:
        with (Path(root) / kind.settings_file).open(encoding="utf-8", errors="replace") as file:
            return kind.port_in(file.read(SETTINGS_BYTES))
    except OSError:
        return kind.usual_port


def command() -> tuple[str, list[str]]:
    """The program and arguments that start the guard from here, frozen or not."""
    if getattr(sys, "frozen", False):
        return sys.executable, ["guard"]
    return sys.executable, ["-m", "ivk_desktop", "guard"]


def found_program(kind: LocalKind) -> str:
    """An installed server, where one is found in the usual places; empty where none is."""
    if on_path := shutil.which(kind.program):
        return on_path
    places = kind.places(Path.home(), windows=os.name == "nt")
    return next((str(place) for place in places if Path(place).is_file()), "")


def fault_of(kind: LocalKind, program: str, root: str) -> Problem | None:
    """Why a program cannot be started as a server; ``None`` where it can be tried."""
    path = Path(program)
    if not program or not path.is_file() or not os.access(path, os.X_OK):
        told = {"path": program, "program": kind.program, "product": kind.product}
        return Problem("local_no_program", told)
    if root and not Path(root).is_dir():
        return Problem("local_no_root", {"path": root})
    return None


def usual_root(program: str) -> str:
    """The root folder that belongs to a program, where that can be told."""
    found = root_of(Path(program))
    return "" if found is None else str(found)
