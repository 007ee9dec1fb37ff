"""A history in a file, and a queue that is written into it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.history import HistoryItem, HistoryQuery
from ivk_desktop.domain.jobs import BatchId
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.history import History
from ivk_desktop.stores.history_writer import HistoryWriter
from ivk_desktop.tasks import Tasks
from tests.stores.queue_help import Session


@dataclass
class Kept:
    """What belongs to one start of the app."""

    database: Database
    history: History
    session: Session
    writer: HistoryWriter

    async def say(self, *updates: Any) -> None:
        """Let the server say something and wait until it is written."""
        self.session.apply(*updates)
        self.session.settle()
        await self.writer.close()

    async def items(self, **query: Any) -> list[HistoryItem]:
        """What a query finds."""
        return await self.history.items(await self.history.find(HistoryQuery(**query)))

    async def told(self, **query: Any) -> list[tuple[str, str]]:
        """Id and state of what a query finds."""
        found = await self.items(**query)
        return [(item.job.key.job_id, item.job.state.value) for item in found]


@asynccontextmanager
async def kept(folder: Path) -> AsyncIterator[Kept]:
    """Start with the file of an earlier start, if there was one."""
    database, tasks, session = Database(folder / "data.sqlite"), Tasks(), Session()
    history = History(database, tasks)
    history.name_server(session.server_id, session.name)
    writer = HistoryWriter(session.queue, history, session.tasks, session)
    yield Kept(database, history, session, writer)
    await session.tasks.close()
    await tasks.close()
    await database.close()


def a_request(batch: str = "batch", count: int = 1, **fields: Any) -> SubmitRequest:
    fields.setdefault("inputs", (("Prompt", "a tiger in snow"), ("Seed", "1")))
    payload = {"batch": {"graph": {"nodes": {}}, "batch_id": batch}}
    return SubmitRequest(BatchId(batch), "form", "Portrait", payload, count, **fields)
