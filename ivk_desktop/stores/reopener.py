"""Opens the workflows again that were open when the app ended."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import kept_list
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.kept_list import Entry
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows, Reopened
from ivk_desktop.tasks import Tasks

log = logging.getLogger(__name__)

WRITE_DELAY_MS: Final = 500
"""The list is written this long after the first change that is not written yet."""


class Reopener(QObject):
    """Keeps the list of the open workflows of each server, in their order.

    A server's list is read when its session comes for the first time, and is not written before:
    what is open of servers that do not come stays kept.
    """

    reopened = Signal(object)
    """The ``ServerId`` whose workflows are in the list again."""

    def __init__(
        self,
        workflows: OpenWorkflows,
        database: Database,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workflows = workflows
        self._database = database
        self._tasks = tasks
        self._asked: set[ServerId] = set()
        self._written: dict[ServerId, list[Entry]] = {}
        self._timer = QTimer(self, singleShot=True, interval=WRITE_DELAY_MS)
        self._timer.timeout.connect(self.flush)
        workflows.opened.connect(self._opened)
        workflows.closed.connect(self._changed)
        workflows.current_changed.connect(self._changed)

    def reopen(self, server_id: ServerId) -> None:
        """Open what was open for this server; once for each."""
        if server_id not in self._asked:
            self._asked.add(server_id)
            self._tasks.start(self._reopen(server_id), f"reopen workflows of {server_id}")

    def flush(self) -> None:
        """Hand lists that have changed to the database's writer."""
        self._timer.stop()
        for server_id, before in list(self._written.items()):
            entries = self._entries(server_id)
            if entries != before:
                self._written[server_id] = entries
                write = partial(kept_list.write, server_id=server_id, entries=entries)
                self._database.post(write)

    async def _reopen(self, server_id: ServerId) -> None:
        entries: Sequence[Entry] = ()
        try:
            entries = await self._database.read(partial(kept_list.read, server_id=server_id))
        except sqlite3.Error as error:
            log.warning("the list of open workflows cannot be read: %s", error)
        kept = [
            Reopened(source, entry.title, entry.is_current)
            for entry in entries
            if (source := kept_list.source_of(server_id, entry)) is not None
        ]
        self._written[server_id] = list(entries)
        self._workflows.reopen(server_id, kept)
        self._changed()
        self.reopened.emit(server_id)

    def _opened(self, workflow: OpenWorkflow) -> None:
        workflow.changed.connect(self._changed)
        self._changed()

    def _changed(self, *_: object) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _entries(self, server_id: ServerId) -> list[Entry]:
        current = self._workflows.current
        found = (
            kept_list.entry_of(one.source, one.title, one.original, is_current=one is current)
            for one in self._workflows.workflows
            if one.server_id == server_id
        )
        return [entry for entry in found if entry is not None]
