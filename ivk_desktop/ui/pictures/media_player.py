"""Opening a video in the program that the system has for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.notices import Level, Notice, Notices
from ivk_desktop.stores.session import ServerSession


def open_file(path: Path) -> bool:
    """Have the system open a file; whether it has a program for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class MediaPlayer(QObject):
    """Fetches the file first; what was fetched once is opened at once the next time."""

    def __init__(self, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self.open_file: Callable[[Path], bool] = open_file
        self._waiting: set[MediaRef] = set()

    def watch(self, session: ServerSession) -> None:
        """Open what this server's files are fetched for."""
        session.drag_files.fetched.connect(self._fetched)
        session.drag_files.failed.connect(self._failed)

    def open(self, session: ServerSession, ref: MediaRef) -> None:
        """Open a video, or any other file of a server."""
        self._waiting.add(ref)
        if not session.drag_files.files([ref]):
            self._notices.info(self.tr("Fetching {name}").format(name=ref.name), "player")
        session.drag_files.fetch(ref)

    def _fetched(self, ref: MediaRef, path: Path) -> None:
        if ref in self._waiting:
            self._waiting.discard(ref)
            if not self.open_file(path):
                words = self.tr("The system has no program that opens {name}.")
                text = words.format(name=ref.name)
                self._notices.post(Notice(Level.WARNING, text, key="player"))

    def _failed(self, ref: MediaRef, problem: Problem) -> None:
        if ref in self._waiting:
            self._waiting.discard(ref)
            self._notices.problem(problem, key="player")
