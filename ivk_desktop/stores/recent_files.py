"""The workflow files that were opened last."""

from __future__ import annotations

import logging
import sqlite3
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.stores.database import Database
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

MOST_FILES: Final = 12


class RecentFiles(QObject):
    """Keeps paths in the table ``recent_files``, the last one first."""

    changed = Signal()

    def __init__(
        self, tasks: Tasks, database: Database | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._database = database
        self._paths: list[Path] = []

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files, the last opened first; they may be gone by now."""
        return tuple(self._paths)

    def load(self) -> None:
        """Read what earlier sessions kept."""
        if self._database is not None:
            self._tasks.start(self._load(self._database), "read recent files")

    async def _load(self, database: Database) -> None:
        try:
            rows = await database.query(
                "SELECT path FROM recent_files ORDER BY opened_at DESC LIMIT ?", (MOST_FILES,)
            )
        except sqlite3.Error as error:
            log.warning("recent files cannot be read: %s", error)
            return
        kept = [Path(path) for (path,) in rows]
        self._paths = (self._paths + [path for path in kept if path not in self._paths])[
            :MOST_FILES
        ]
        self.changed.emit()

    def add(self, path: Path) -> None:
        """Note that a file was opened or written now."""
        path = path.absolute()
        self._paths = [path, *(other for other in self._paths if other != path)][:MOST_FILES]
        if self._database is not None:
            self._database.write(
                "INSERT OR REPLACE INTO recent_files VALUES (?, ?)", (str(path), time.time())
            )
        self.changed.emit()

    def clear(self) -> None:
        """Forget all."""
        self._paths.clear()
        if self._database is not None:
            self._database.write("DELETE FROM recent_files")
        self.changed.emit()
