"""Pictures that are marked for deletion, kept until they are deleted or the marks taken away."""

from __future__ import annotations

import logging
import sqlite3

from PySide6.QtCore import QObject

from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.picks import Picks, Refs

log = logging.getLogger(__name__)

_ADD = "INSERT OR IGNORE INTO marks (server_id, name) VALUES (?, ?)"
_DROP = "DELETE FROM marks WHERE server_id = ? AND name = ?"
_READ = "SELECT name FROM marks WHERE server_id = ? ORDER BY rowid"


class Marks(Picks):
    """The marks of one server in ``data.sqlite``; in memory alone without a database."""

    def __init__(
        self,
        server_id: ServerId,
        database: Database | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._server_id = server_id
        self._database = database
        self._reads = False

    async def load(self) -> None:
        """Mark what was marked in an earlier run."""
        if self._database is None:
            return
        try:
            rows = await self._database.query(_READ, (self._server_id,))
        except sqlite3.Error as error:
            log.warning("marks were not read: %s", error)
            return
        self._reads = True
        self.add(MediaRef.named(self._server_id, ImageName(name)) for (name,) in rows)
        self._reads = False

    def _tell(self, before: Refs) -> None:
        now = self.refs
        if self._database is not None and not self._reads and now != before:
            kept, had = set(now), set(before)
            changes = [(_DROP, ref) for ref in before if ref not in kept]
            changes += [(_ADD, ref) for ref in now if ref not in had]
            self._database.write_all((sql, self._row(ref)) for sql, ref in changes)
        super()._tell(before)

    def _row(self, ref: MediaRef) -> tuple[str, str]:
        """The database takes no halves of surrogate pairs."""
        return self._server_id, ref.name.encode(errors="replace").decode()
