"""The command that a person has run when all work is done."""

from __future__ import annotations

import logging
import subprocess
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from ivk_desktop.domain.problems import Problem

log = logging.getLogger(__name__)

LOOK_MS: Final = 250


class CommandRunner(Protocol):
    """Runs a command line as the person's shell does; must not block."""

    @property
    def failed(self) -> SignalInstance:
        """The ``Problem`` with a command that did not start, or ended with an error."""
        ...

    def run(self, command: str) -> None:
        """Run it; it goes on when this app ends."""
        ...


class ShellRunner(QObject):
    """Runs commands by the system's shell, in a session of their own."""

    failed = Signal(object)
    ended = Signal(int)
    """The exit code of a command."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: list[subprocess.Popen[bytes]] = []
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_at_them)

    def run(self, command: str) -> None:
        """Run it without input and output."""
        nothing = subprocess.DEVNULL
        try:
            process = subprocess.Popen(
                command,
                shell=True,  # it is the person's own command line, shown to them in full before
                stdin=nothing,
                stdout=nothing,
                stderr=nothing,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            self.failed.emit(Problem("command_not_started", {"reason": str(error)}))
            return
        log.info("the command for the end of all work was started")
        self._running.append(process)
        self._look.start()

    def _look_at_them(self) -> None:
        for process in [one for one in self._running if one.poll() is not None]:
            self._running.remove(process)
            self.ended.emit(process.returncode)
            if process.returncode:
                problem = Problem("command_failed", {"code": process.returncode})
                self.failed.emit(problem)
        if not self._running:
            self._look.stop()
