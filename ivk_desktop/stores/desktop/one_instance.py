"""One window a profile: a second start hands what it was asked to open to the first.

The first window listens on a local socket that only its user can reach. A file in the data folder
names the socket: where there is none, a start pays nothing for looking.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.stores import paths

log = logging.getLogger(__name__)

MARK: Final = "window.txt"
MOST_BYTES: Final = 256 * 1024
MOST_FILES: Final = 200
PATIENCE_MS: Final = 2000
"""How long a second start waits for the first window's answer before it opens one itself."""
TAKEN: Final = b"taken\n"


@dataclass(frozen=True, slots=True)
class Handover:
    """What a start was asked to open: absolute files and ``ivk:`` links, and a server's address."""

    files: tuple[str, ...] = ()
    server: str = ""

    def to_line(self) -> bytes:
        """As one line of JSON."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def from_line(cls, line: bytes) -> Handover:
        """Read one line of JSON.

        Raises:
            ValueError: it is no handover.
        """
        found: Any = json.loads(line)
        files, server = found.get("files"), found.get("server")
        texts = isinstance(files, list) and all(isinstance(one, str) for one in files)
        if not texts or not isinstance(server, str):
            raise ValueError("no handover")
        return cls(tuple(files[:MOST_FILES]), server)


def handover(files: tuple[str, ...], server: str | None) -> Handover:
    """What a start's arguments ask for; files are made absolute, for the first window's sake."""
    whole = tuple(one if "://" in one else str(Path(one).absolute()) for one in files)
    return Handover(whole[:MOST_FILES], server or "")


def hand_over(what: Handover) -> bool:
    """Give it to the window that is open; returns whether there was one that took it."""
    try:
        name = _mark().read_text("utf-8").strip()
    except (OSError, ValueError):
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(what.to_line())
    socket.flush()
    while not socket.canReadLine():
        if not socket.waitForReadyRead(PATIENCE_MS):
            return False
    return bytes(socket.readLine().data()) == TAKEN


class OneInstance(QObject):
    """The listening side of the first window."""

    handed = Signal(object)
    """The ``Handover`` of a second start."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: Any = None

    def listen(self) -> bool:
        """Take what later starts are asked to open; ``False`` where another window does so.

        Imports QtNetwork (30 ms): to be imported in a thread before.
        """
        from PySide6.QtNetwork import QLocalServer, QLocalSocket

        name = _name()
        probe = QLocalSocket()
        probe.connectToServer(name)
        if probe.waitForConnected(PATIENCE_MS):
            return False
        QLocalServer.removeServer(name)  # a window that crashed has left it
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(name):
            log.warning("a second start will open a window: %s", server.errorString())
            return False
        server.newConnection.connect(self._connected)
        self._server = server
        try:
            paths.write_atomically(_mark(), server.fullServerName().encode(), durable=False)
        except OSError as error:
            log.warning("a second start will open a window: %s", error)
        return True

    def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            with contextlib.suppress(OSError):  # its folder may be gone, or never have been one
                _mark().unlink()
            self._server.close()
            self._server = None

    def _connected(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.setReadBufferSize(MOST_BYTES)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)

    def _read(self) -> None:
        socket: Any = self.sender()
        if not socket.canReadLine():
            if socket.bytesAvailable() >= MOST_BYTES:
                socket.abort()
            return
        try:
            what = Handover.from_line(bytes(socket.readLine().data()))
        except (ValueError, RecursionError, AttributeError):
            log.warning("something else than a second start has called")
            socket.abort()
            return
        socket.write(TAKEN)
        socket.flush()
        self.handed.emit(what)


def _mark() -> Path:
    return paths.data_folder() / MARK


def _name() -> str:
    """One for each user and each data folder."""
    user = os.environ.get("USERNAME") or str(getattr(os, "getuid", int)())
    whole = f"{user}\n{paths.data_folder().absolute()}"
    return f"ivk-desktop-{hashlib.sha256(whole.encode()).hexdigest()[:16]}"
