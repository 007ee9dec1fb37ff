"""The rows of the queue in view order: a plain sorted list, changed by bisect."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from ivk_desktop.domain.jobs import BatchId, Job, JobId
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.batches import Batch
from ivk_desktop.stores.bulk import uncollected
from ivk_desktop.stores.queue import QueueDelta
from ivk_desktop.stores.queue_order import Entry, Status, batch_place, is_hit, item_place
from ivk_desktop.stores.queue_rows import QueueSession, RowId, RowKind


class QueueView:
    """Decides which rows are shown and where; knows nothing of Qt.

    ``entries`` is what is shown now. ``wanted`` tells where a row belongs by what the stores
    know; whoever changes ``entries`` (the model) brings the two together.
    """

    def __init__(self) -> None:
        self.sessions: dict[ServerId, QueueSession] = {}
        self.entries: list[Entry] = []
        self.shown: dict[RowId, Entry] = {}
        self.is_grouped = True
        self.status = Status.ALL
        self.words: tuple[str, ...] = ()
        self.unfolded: set[RowId] = set()
        self._numbers: dict[ServerId, int] = {}
        self._hits: dict[ServerId, dict[JobId, BatchId | None]] = {}
        self._batch_hits: Counter[RowId] = Counter()

    @property
    def is_filtered(self) -> bool:
        """Whether a chip or a text hides rows."""
        return self.status is not Status.ALL or bool(self.words)

    def number(self, session: QueueSession) -> None:
        """Take a session in."""
        self.sessions[session.server_id] = session
        self._numbers[session.server_id] = len(self._numbers) % 64

    # --- the whole -----------------------------------------------------------------------
    def rebuild(self) -> None:
        """Make all entries anew."""
        with uncollected():
            self._match_all()
            entries: list[Entry] = []
            for server_id, session in self.sessions.items():
                entries.extend(self._entries_of(server_id, session))
            entries.sort()
            self.entries = entries
            self.shown = {entry.row_id: entry for entry in entries}

    def _entries_of(self, server_id: ServerId, session: QueueSession) -> Iterator[Entry]:
        queue, number = session.queue, self._numbers[server_id]
        jobs, hits = queue.jobs, self._hits.get(server_id)
        if self.is_grouped:
            for batch_id in queue.batches:
                entry = self.wanted(RowId(server_id, RowKind.BATCH, batch_id))
                if entry is not None:
                    yield entry
                    yield from self.children(entry.row_id)
        for job_id, rank in queue.ranked():
            job = jobs.get(job_id)
            if self.is_grouped and job is not None and job.batch_id is not None:
                continue
            if hits is None or job_id in hits:
                row_id = RowId(server_id, RowKind.ITEM, job_id)
                yield Entry(item_place(job, rank, number), 0, row_id)

    def children(self, row_id: RowId) -> list[Entry]:
        """The rows that stand below an unfolded batch, in order."""
        session = self.sessions[row_id.server_id]
        batch = session.queue.batches.get(BatchId(row_id.native_id))
        if batch is None or row_id not in self.unfolded or batch.total < 2:
            return []
        found = (
            self.wanted(RowId(row_id.server_id, RowKind.ITEM, job_id)) for job_id in batch.ranks
        )
        return sorted(entry for entry in found if entry is not None)

    # --- one row -------------------------------------------------------------------------
    def wanted(self, row_id: RowId) -> Entry | None:
        """Where a row belongs, or ``None`` if it is not shown."""
        session = self.sessions.get(row_id.server_id)
        if session is None:
            return None
        number = self._numbers[row_id.server_id]
        if row_id.kind == RowKind.BATCH:
            batch = session.queue.batches.get(BatchId(row_id.native_id))
            if batch is None or not self.is_grouped or not self._is_batch_hit(row_id):
                return None
            return Entry(_place_of(session, batch, number), 0, row_id)
        return self._wanted_item(session, row_id, number)

    def _wanted_item(self, session: QueueSession, row_id: RowId, number: int) -> Entry | None:
        queue, job_id = session.queue, JobId(row_id.native_id)
        rank = queue.rank(job_id)
        if rank is None or not self._is_item_hit(row_id.server_id, job_id):
            return None
        job = queue.jobs.get(job_id)
        place = item_place(job, rank, number)
        if not self.is_grouped or job is None or job.batch_id is None:
            return Entry(place, 0, row_id)
        parent = RowId(row_id.server_id, RowKind.BATCH, job.batch_id)
        batch = queue.batches[job.batch_id]
        if parent not in self.unfolded or batch.total < 2:
            return None
        return Entry(_place_of(session, batch, number), place, row_id)

    def position(self, row_id: RowId) -> int | None:
        """The row's number in the view, or ``None`` if it is not shown."""
        entry = self.shown.get(row_id)
        return None if entry is None else bisect_left(self.entries, entry)

    def span(self, entry: Entry) -> tuple[int, int]:
        """The rows of an entry and all that stands below it: the first and past the last."""
        first = bisect_left(self.entries, entry)
        if entry.row_id.kind == RowKind.ITEM:
            return first, first + 1
        return first, bisect_left(self.entries, (entry.top + 1,), first)

    # --- the filter ----------------------------------------------------------------------
    def match(self, server_id: ServerId, delta: QueueDelta) -> None:
        """Judge changed items by the filter."""
        hits = self._hits.get(server_id)
        if hits is None:
            return
        for job_id in (*delta.removed, *delta.inserted, *delta.changed):
            if job_id in hits:
                self._count_hit(server_id, hits.pop(job_id), -1)
            queue = self.sessions[server_id].queue
            if queue.rank(job_id) is None:
                continue
            job = queue.jobs.get(job_id)
            if is_hit(job, job_id, self.status, self.words):
                self._hit(server_id, hits, job_id, job)

    def _match_all(self) -> None:
        self._hits.clear()
        self._batch_hits.clear()
        if not self.is_filtered:
            return
        for server_id, session in self.sessions.items():
            hits = self._hits.setdefault(server_id, {})
            jobs = session.queue.jobs
            for job_id in session.queue.ids:
                job = jobs.get(job_id)
                if is_hit(job, job_id, self.status, self.words):
                    self._hit(server_id, hits, job_id, job)

    def _hit(
        self, server_id: ServerId, hits: dict[JobId, BatchId | None], job_id: JobId, job: Job | None
    ) -> None:
        batch_id = job.batch_id if job else None
        hits[job_id] = batch_id
        self._count_hit(server_id, batch_id, 1)

    def _count_hit(self, server_id: ServerId, batch_id: BatchId | None, by: int) -> None:
        if batch_id is not None:
            self._batch_hits[RowId(server_id, RowKind.BATCH, batch_id)] += by

    def _is_item_hit(self, server_id: ServerId, job_id: JobId) -> bool:
        return not self.is_filtered or job_id in self._hits.get(server_id, {})

    def _is_batch_hit(self, row_id: RowId) -> bool:
        return not self.is_filtered or self._batch_hits[row_id] > 0


def _place_of(session: QueueSession, batch: Batch, number: int) -> int:
    first = session.queue.jobs[next(iter(batch.ranks))]
    return batch_place(batch, first, number)
