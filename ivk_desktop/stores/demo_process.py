"""The built-in demo server as a child process of the app."""

from __future__ import annotations

import asyncio
import json
import sys

from PySide6.QtCore import QObject, QProcess

from ivk_desktop.domain.problems import DomainError, Problem

START_TIMEOUT_S = 20.0
STOP_TIMEOUT_MS = 1000


class DemoProcess(QObject):
    """Starts the demo server and holds its standard input.

    The server ends when that pipe closes, so it never outlives the app, not even a killed one.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._ready: asyncio.Future[str] | None = None
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._finished)

    async def start(self, *options: str) -> str:
        """Start the server, if it does not run; returns its address.

        Raises:
            DomainError: it did not start within ``START_TIMEOUT_S``.
        """
        if self._ready is not None and self._is_running():
            return await asyncio.shield(self._ready)
        self._ready = asyncio.get_running_loop().create_future()
        program, arguments = command()
        self._process.start(program, [*arguments, *options])
        try:
            return await asyncio.wait_for(self._ready, START_TIMEOUT_S)
        except TimeoutError as error:
            self.stop()
            raise DomainError(Problem("demo_failed")) from error

    def stop(self) -> None:
        """End the server: its pipe closes; it is killed if that does not suffice."""
        if not self._is_running():
            return
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(STOP_TIMEOUT_MS):
            self._process.kill()
            self._process.waitForFinished(STOP_TIMEOUT_MS)

    def _is_running(self) -> bool:
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def _read(self) -> None:
        if not self._process.canReadLine() or self._ready is None or self._ready.done():
            return
        line = bytes(self._process.readLine().data())
        try:
            self._ready.set_result(str(json.loads(line)["url"]))
        except (ValueError, KeyError, TypeError):
            self._ready.set_exception(DomainError(Problem("demo_failed")))

    def _finished(self) -> None:
        if self._ready is not None and not self._ready.done():
            self._ready.set_exception(DomainError(Problem("demo_failed")))


def command() -> tuple[str, list[str]]:
    """The program and arguments that start the demo server from here, frozen or not."""
    if getattr(sys, "frozen", False):
        return sys.executable, ["demo-server"]
    return sys.executable, ["-m", "ivk_desktop", "demo-server"]
