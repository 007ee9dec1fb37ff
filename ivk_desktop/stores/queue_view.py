"""The rows of the queue in view order: a plain sorted list, changed by bisect."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from ivk_desktop.domain.jobs import Job, JobId
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.batches import Group, GroupBy, group_of
from ivk_desktop.stores.bulk import uncollected
from ivk_desktop.stores.queue_delta import QueueDelta
from ivk_desktop.stores.queue_filter import Filter, Words
from ivk_desktop.stores.queue_order import (
    Entry,
    Layout,
    Place,
    ended_place,
    has_ended,
    merged_item_place,
)
from ivk_desktop.stores.queue_rows import QueueSession, RowId, RowKind

_TOP: Final = itemgetter(0)


class QueueView:
    """Decides which rows are shown and where; knows nothing of Qt.

    ``entries`` is what is shown now. ``wanted`` tells where a row belongs by what the stores
    know; whoever changes ``entries`` (the model) brings the two together.
    """

    def __init__(self, words: Words | None = None) -> None:
        self.sessions: dict[ServerId, QueueSession] = {}
        self.entries: list[Entry] = []
        self.shown: dict[RowId, Entry] = {}
        self.layout = Layout()
        self.filter = Filter()
        self.unfolded: set[RowId] = set()
        self._words = words or Words()
        self._numbers: dict[ServerId, int] = {}
        self._hits: dict[ServerId, dict[JobId, str | None]] = {}
        self._group_hits: Counter[RowId] = Counter()
        self._guessed: set[ServerId] = set()
        """The servers some of whose items stand where they are about, as they are not read."""

    def number(self, session: QueueSession) -> None:
        """Take a session in."""
        self.sessions[session.server_id] = session
        # The same one when it is shown again: two servers of one number would share places.
        self._numbers.setdefault(session.server_id, len(self._numbers) % 64)

    # --- the whole -----------------------------------------------------------------------
    def rebuild(self) -> None:
        """Make all entries anew."""
        with uncollected():
            self.layout.is_merged = len(self.sessions) > 1
            self._guessed.clear()
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
        by, layout, head = self.layout.by, self.layout, self.layout.head
        if by is not GroupBy.NONE:
            for group_id in queue.groups(by):
                entry = self.wanted(RowId(server_id, int(by), group_id))
                if entry is not None:
                    yield entry
                    yield from self.children(entry.row_id)
        if layout.is_merged and layout.sorting is None:
            yield from self._merged_of(server_id, session)
            return
        unsorted = layout.sorting is None
        for job_id, rank in queue.ranked():
            if hits is not None and job_id not in hits:
                continue
            job = jobs.get(job_id)
            if job is not None and by is not GroupBy.NONE and group_of(job, by) is not None:
                continue
            if unsorted and job is None:
                place: Place = ended_place(rank, number)  # most of them, when a queue opens
            else:
                place = layout.item(session, number, job_id, rank)
            yield Entry(place, head, RowId(server_id, RowKind.ITEM, job_id))

    def _merged_of(self, server_id: ServerId, session: QueueSession) -> Iterator[Entry]:
        """The items of one of several servers that are in no group.

        What is not read stands with what was read of the next newer one.
        """
        queue, number, by = session.queue, self._numbers[server_id], self.layout.by
        jobs, hits, head = queue.jobs, self._hits.get(server_id), self.layout.head
        ended_at: float | None = None
        for job_id, rank in queue.ranked():
            job = jobs.get(job_id)
            if job is None:
                self._guessed.add(server_id)
            elif job.state.ended:
                ended_at = job.ended_at or job.created_at or ended_at
            if hits is not None and job_id not in hits:
                continue
            if job is not None and by is not GroupBy.NONE and group_of(job, by) is not None:
                continue
            place = merged_item_place(job, rank, number, ended_at)
            yield Entry(place, head, RowId(server_id, RowKind.ITEM, job_id))

    def is_outdated(self, server_id: ServerId) -> bool:
        """Whether places that were guessed are known by now: ``rebuild`` puts them right."""
        queue = self.sessions[server_id].queue
        return server_id in self._guessed and queue.known >= len(queue)

    def children(self, row_id: RowId) -> list[Entry]:
        """The rows that stand below an unfolded group, in order."""
        group = self.group(row_id)
        if group is None or not self._shows_items(row_id, group):
            return []
        found = (
            self.wanted(RowId(row_id.server_id, RowKind.ITEM, job_id)) for job_id in group.ranks
        )
        return sorted(entry for entry in found if entry is not None)

    def group(self, row_id: RowId) -> Group | None:
        """What a row of a group sums up; ``None`` for any other row and one that is gone."""
        session = self.sessions.get(row_id.server_id)
        if session is None or row_id.kind != self.layout.by or row_id.kind == RowKind.ITEM:
            return None
        return session.queue.groups(self.layout.by).get(row_id.native_id)

    def group_of(self, row_id: RowId) -> RowId | None:
        """The group that an item is in, shown or not."""
        session = self.sessions.get(row_id.server_id)
        if session is None or row_id.kind != RowKind.ITEM:
            return None
        job = session.queue.jobs.get(JobId(row_id.native_id))
        group_id = None if job is None else group_of(job, self.layout.by)
        if group_id is None:
            return None
        return RowId(row_id.server_id, int(self.layout.by), group_id)

    # --- one row -------------------------------------------------------------------------
    def wanted(self, row_id: RowId) -> Entry | None:
        """Where a row belongs, or ``None`` if it is not shown."""
        session = self.sessions.get(row_id.server_id)
        if session is None:
            return None
        number = self._numbers[row_id.server_id]
        if row_id.kind != RowKind.ITEM:
            group = self.group(row_id)
            if group is None or not self._is_group_hit(row_id):
                return None
            return Entry(self.layout.group(session, number, group), self.layout.head, row_id)
        return self._wanted_item(session, row_id, number)

    def _wanted_item(self, session: QueueSession, row_id: RowId, number: int) -> Entry | None:
        job_id = JobId(row_id.native_id)
        rank = session.queue.rank(job_id)
        if rank is None or not self._is_item_hit(row_id.server_id, job_id):
            return None
        place = self.layout.item(session, number, job_id, rank)
        parent = self.group_of(row_id)
        if parent is None:
            shown = self.shown.get(row_id)
            if shown is not None and self._stays(shown, place):
                return shown
            return Entry(place, self.layout.head, row_id)
        group = self.group(parent)
        if group is None or not self._shows_items(parent, group):
            return None
        return Entry(self.layout.group(session, number, group), place, row_id)

    def _stays(self, shown: Entry, place: Place) -> bool:
        """Whether a row that has ended is kept where it stands, though its record was read.

        Its place was guessed; it does not jump away under the eyes.
        """
        alone = shown.child == self.layout.head
        return self.layout.is_merged and alone and has_ended(shown.top) and has_ended(place)

    def _shows_items(self, row_id: RowId, group: Group) -> bool:
        """A batch of one item is that item; a workflow or user is told even then."""
        return row_id in self.unfolded and (row_id.kind != RowKind.BATCH or group.total > 1)

    def position(self, row_id: RowId) -> int | None:
        """The row's number in the view, or ``None`` if it is not shown."""
        entry = self.shown.get(row_id)
        return None if entry is None else bisect_left(self.entries, entry)

    def span(self, entry: Entry) -> tuple[int, int]:
        """The rows of an entry and all that stands below it: the first and past the last."""
        first = bisect_left(self.entries, entry)
        if entry.row_id.kind == RowKind.ITEM:
            return first, first + 1
        return first, bisect_right(self.entries, entry.top, first, key=_TOP)

    # --- the filter ----------------------------------------------------------------------
    def match(self, server_id: ServerId, delta: QueueDelta) -> None:
        """Judge changed items by the filter."""
        hits = self._hits.get(server_id)
        if hits is None:
            return
        session = self.sessions[server_id]
        for job_id in (*delta.removed, *delta.inserted, *delta.changed):
            if job_id in hits:
                self._count_hit(server_id, hits.pop(job_id), -1)
            if session.queue.rank(job_id) is not None:
                self._judge(session, hits, job_id)

    def _match_all(self) -> None:
        self._hits.clear()
        self._group_hits.clear()
        if not self.filter:
            return
        for server_id, session in self.sessions.items():
            hits = self._hits.setdefault(server_id, {})
            for job_id in session.queue.ids:
                self._judge(session, hits, job_id)

    def _judge(self, session: QueueSession, hits: dict[JobId, str | None], job_id: JobId) -> None:
        job: Job | None = session.queue.jobs.get(job_id)
        if self.filter.takes(session, job, job_id, self._words):
            group_id = None if job is None else group_of(job, self.layout.by)
            hits[job_id] = group_id
            self._count_hit(session.server_id, group_id, 1)

    def _count_hit(self, server_id: ServerId, group_id: str | None, by: int) -> None:
        if group_id is not None:
            self._group_hits[RowId(server_id, int(self.layout.by), group_id)] += by

    def _is_item_hit(self, server_id: ServerId, job_id: JobId) -> bool:
        return not self.filter or job_id in self._hits.get(server_id, {})

    def _is_group_hit(self, row_id: RowId) -> bool:
        return not self.filter or self._group_hits[row_id] > 0
