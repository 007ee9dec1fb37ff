"""The results of jobs: those seen in this run of the app, and older ones of the history."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt, Signal

from ivk_desktop.domain.jobs import Job, JobId, JobKey, JobState, JobUpdate
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.updates import (
    JobChanged,
    JobsAdded,
    JobsRemoved,
    NodeChanged,
    QueueSnapshot,
    Update,
)
from ivk_desktop.stores.media_list import NO_INDEX, Index, MediaRole
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.stores.queue_delta import QueueDelta

MAX_RESULTS = 20_000
_NUMBERS = count()
"""Rises over all servers: their results can stand in one list."""
"""The oldest go first; a day of a picture every four seconds."""


@dataclass(slots=True, eq=False)
class Result:
    """One picture or video that a job made.

    ``partial`` until the server's record of the job lists it: a picture of a node in between is
    dropped then, and none counts as new before.
    """

    ref: MediaRef
    job: JobKey
    title: str = ""
    seen: bool = False
    partial: bool = False
    number: int = 0
    """Rises from the oldest to the newest."""


class ResultStore(QAbstractListModel):
    """Results newest first, each picture once, with whether it was looked at.

    A picture that a later job got from the server's cache moves to the front as that job's.

    What was made before this app looked at the server counts as looked at. A result outlives its
    job's row on the server (prune, clear): its picture is still there.
    """

    arrived = Signal(object)
    """A ``Result`` that is new; not for those of before."""
    looked_at = Signal(object)
    """A tuple of ``MediaRef`` that a person has looked at now."""
    unseen_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results: list[Result] = []
        self._by_ref: dict[MediaRef, Result] = {}
        self._by_job: dict[JobKey, list[Result]] = {}
        self._jobs_of: dict[MediaRef, list[JobKey]] = {}
        self._titles: dict[JobKey, str] = {}
        self._before: set[JobId] | None = None
        self._hidden: dict[MediaRef, Result | None] = {}
        """What is in the trash, with the results that may come back."""
        self._unseen = 0
        self._roles: dict[int, Callable[[Result], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda result: result.title or result.ref.name,
            MediaRole.REF: lambda result: result.ref,
            MediaRole.SEEN: lambda result: result.seen or result.partial,
            MediaRole.TITLE: lambda result: result.title or result.ref.name,
            MediaRole.JOB: lambda result: result.job,
        }

    # --- what is there -------------------------------------------------------------------
    @property
    def results(self) -> list[Result]:
        """All results, newest first. Not to be changed."""
        return self._results

    @property
    def unseen_count(self) -> int:
        """How many results were not looked at yet."""
        return self._unseen

    def result(self, ref: MediaRef) -> Result | None:
        """The result of that name."""
        return self._by_ref.get(ref)

    def of_job(self, key: JobKey) -> list[Result]:
        """The results of one job, newest first."""
        return self._by_job.get(key, [])[::-1]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Count the results."""
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one fact of one result."""
        return self.fact(self._results[index.row()], role) if index.isValid() else None

    def fact(self, result: Result, role: int) -> Any:
        """What ``data`` tells of a result."""
        read = self._roles.get(role)
        return read(result) if read else None

    # --- what happens --------------------------------------------------------------------
    def follow(self, queue: QueueStore) -> None:
        """Take the titles that are read later, and leave ids to the jobs that have them now.

        What another client submitted is named by its whole record alone.
        """
        queue.replaced.connect(self.forget_job)
        queue.changed.connect(lambda delta: self._name(queue, delta))

    def _name(self, queue: QueueStore, delta: QueueDelta) -> None:
        for job_id in (*delta.inserted, *delta.changed):
            if (job := queue.jobs.get(job_id)) is not None:
                self._set_title(job.key, job.title)

    def apply(self, update: Update) -> None:
        """Take in one update of the server; the kinds that bring no results are passed."""
        if isinstance(update, NodeChanged):
            for ref in update.outputs:
                self._add(ref, update.key, partial=True)
        elif isinstance(update, JobChanged):
            self._job_changed(update.update)
        elif isinstance(update, JobsAdded):
            self._jobs_known(update.jobs)
            if self._before:
                self._before.difference_update(job.key.job_id for job in update.jobs)
        elif isinstance(update, QueueSnapshot):
            self._snapshot(update)
        elif isinstance(update, JobsRemoved):
            gone = set(update.ids)
            self._forget_before(gone)
            self._let_go(lambda key: key.job_id in gone)

    def mark_seen(self, refs: Iterable[MediaRef]) -> None:
        """Note that a person looked at these."""
        found = [one for ref in refs if (one := self._by_ref.get(ref)) and not one.seen]
        for result in found:
            result.seen = True
            self._row_changed(result)
            if not result.partial:
                self._count(-1)
        if found:
            self.looked_at.emit(tuple(result.ref for result in found))

    def restore(self, kept: Sequence[Result]) -> None:
        """Put results of an earlier run of the app behind all others; the newest comes first.

        Their ids may be other jobs' by now: they are no job's until ``adopt`` says so.
        """
        oldest = min((result.number for result in self._results), default=0)
        room = MAX_RESULTS - len(self._results)
        new = [one for one in kept if one.ref not in self._by_ref][:room]
        for number, result in enumerate(new, 1):
            result.number, result.job = oldest - number, _past(result.job)
            if result.ref in self._hidden:
                self._hidden[result.ref] = result
        for one in kept:
            if not one.seen and (known := self._by_ref.get(one.ref)) is not None:
                self._mark_unseen(known)
        shown = [result for result in new if result.ref not in self._hidden]
        if not shown:
            return
        for result in reversed(shown):
            self._by_ref[result.ref] = result
            self._by_job.setdefault(result.job, []).append(result)
        first = len(self._results)
        self.beginInsertRows(NO_INDEX, first, first + len(shown) - 1)
        self._results += shown
        self.endInsertRows()
        self._count(sum(not result.seen for result in shown))

    def _mark_unseen(self, result: Result) -> None:
        """The server has told of it already, as of something old."""
        if result.seen:
            result.seen = False
            self._row_changed(result)
            if not result.partial:
                self._count(+1)

    def adopt(self, result: Result, key: JobKey) -> None:
        """Say that this job made what was restored, and no other that had its id."""
        if result.job != _past(key) or self._by_ref.get(result.ref) is not result:
            return
        siblings = self._by_job[result.job]
        siblings.remove(result)
        if not siblings:
            del self._by_job[result.job]
        result.job = key
        own = self._by_job.setdefault(key, [])
        own.append(result)
        own.sort(key=lambda one: one.number)
        self._row_changed(result)

    def drop(self, refs: Iterable[MediaRef]) -> None:
        """These are not on the server any more."""
        for ref in refs:
            if (result := self._by_ref.get(ref)) is not None:
                self._remove(result)

    def mark_all_seen(self) -> None:
        """Note that a person looked at all there is."""
        self.mark_seen([result.ref for result in self._results if not result.seen])

    def forget_job(self, key: JobKey) -> None:
        """The id is another job's now: what was made stays, and is no more of this job."""
        self._titles.pop(key, None)
        if self._before:
            self._before.discard(key.job_id)
        results = self._by_job.pop(key, [])
        gone = _past(key)
        if results:
            self._by_job.setdefault(gone, []).extend(results)
        for result in results:
            result.job = gone if result.job == key else result.job
            others = self._jobs_of.get(result.ref, ())
            if others:
                self._jobs_of[result.ref] = [gone if job == key else job for job in others]
        for hidden in self._hidden.values():
            if hidden is not None and hidden.job == key:
                hidden.job = gone

    def hide(self, refs: Iterable[MediaRef]) -> None:
        """Show these no more: they are in the trash."""
        for ref in refs:
            result = self._by_ref.get(ref)
            self._hidden[ref] = result
            if result is not None:
                self._remove(result)

    def reveal(self, refs: Iterable[MediaRef]) -> None:
        """Show these again, where they were."""
        for ref in refs:
            result = self._hidden.pop(ref, None)
            if result is not None and ref not in self._by_ref:
                row = bisect_left(self._results, -result.number, key=lambda one: -one.number)
                self._insert(row, result)
                if not result.seen and not result.partial:
                    self._count(+1)

    def _let_go(self, is_gone: Callable[[JobKey], bool]) -> None:
        """Jobs are listed no more: their ids may be other jobs' next, after a wiped database."""
        for key in [key for key in (*self._by_job, *self._titles) if is_gone(key)]:
            self.forget_job(key)

    def _snapshot(self, snapshot: QueueSnapshot) -> None:
        listed = set(snapshot.ids)
        self._let_go(lambda key: key.job_id not in listed and not _is_past(key))
        if self._before is None:
            still_open = {job.key.job_id for job in snapshot.jobs if not job.state.ended}
            self._before = set(snapshot.ids) - still_open
        else:
            self._forget_before(self._before.difference(snapshot.ids))
        self._jobs_known(snapshot.jobs)

    def _forget_before(self, gone: set[JobId]) -> None:
        """These are on the server no more: a job that comes under such an id is a new one."""
        if self._before:
            self._before -= gone

    def _jobs_known(self, jobs: tuple[Job, ...]) -> None:
        for job in jobs:
            self._set_title(job.key, job.title)
            if job.outputs:
                self._settle(job.key, job.outputs)

    def _job_changed(self, update: JobUpdate) -> None:
        if isinstance(update.title, str):
            self._set_title(update.key, update.title)
        if isinstance(update.outputs, tuple):
            if update.outputs or update.authoritative:
                self._settle(update.key, update.outputs)
        elif isinstance(update.state, JobState) and update.state.ended:
            known = [result.ref for result in reversed(self.of_job(update.key))]
            self._settle(update.key, tuple(known))

    def _settle(self, key: JobKey, outputs: tuple[MediaRef, ...]) -> None:
        """Take ``outputs`` for all that this job made: what else it seemed to have made goes."""
        keep = set(outputs)
        for result in self.of_job(key):
            if result.partial and result.ref not in keep:
                self._remove(result)
        for ref in outputs:
            self._add(ref, key, partial=False)

    def _add(self, ref: MediaRef, key: JobKey, *, partial: bool, seen: bool = False) -> None:
        known = self._by_ref.get(ref)
        if known is not None:
            if not partial:
                self._made_again(known, key)
            return
        old = bool(self._before) and key.job_id in (self._before or ())
        title, number = self._titles.get(key, ""), next(_NUMBERS)
        result = Result(ref, key, title, seen=old or seen, partial=partial, number=number)
        if ref in self._hidden:
            self._hidden[ref] = result
            return
        self._insert(0, result)
        if len(self._results) > MAX_RESULTS:
            self._remove(self._results[-1])
        if not partial and not old:
            if not result.seen:
                self._count(+1)
            self.arrived.emit(result)

    def _insert(self, row: int, result: Result) -> None:
        self._by_ref[result.ref] = result
        self._by_job.setdefault(result.job, []).append(result)
        self.beginInsertRows(NO_INDEX, row, row)
        self._results.insert(row, result)
        self.endInsertRows()

    def _made_again(self, result: Result, key: JobKey) -> None:
        """A partial result is confirmed, or another job got the same picture from the cache."""
        if result.partial and result.job == key:
            self._confirm(result)
        elif result.job == _past(key):
            self.adopt(result, key)  # a picture's name is given once
        elif result not in self._by_job.get(key, ()):
            jobs = [*self._jobs_of.get(result.ref, ()), result.job]
            self._remove(result)
            self._add(result.ref, key, partial=False, seen=result.seen and not result.partial)
            self._jobs_of[result.ref] = jobs
            for job in jobs:
                self._by_job.setdefault(job, []).append(self._by_ref[result.ref])

    def _confirm(self, result: Result) -> None:
        result.partial = False
        self._row_changed(result)
        if not result.seen:
            self._count(+1)
            self.arrived.emit(result)

    def _remove(self, result: Result) -> None:
        row = self._results.index(result)
        self.beginRemoveRows(NO_INDEX, row, row)
        del self._results[row]
        self.endRemoveRows()
        del self._by_ref[result.ref]
        for job in (result.job, *self._jobs_of.pop(result.ref, ())):
            siblings = self._by_job[job]
            siblings.remove(result)
            if not siblings:
                del self._by_job[job]
        if not result.seen and not result.partial:
            self._count(-1)

    def _set_title(self, key: JobKey, title: str) -> None:
        if not title or self._titles.get(key) == title:
            return
        self._titles[key] = title
        for result in self.of_job(key):
            result.title = title
            self._row_changed(result)

    def _row_changed(self, result: Result) -> None:
        index = self.index(self._results.index(result))
        self.dataChanged.emit(index, index)

    def _count(self, change: int) -> None:
        self._unseen += change
        self.unseen_changed.emit(self._unseen)


def _is_past(key: JobKey) -> bool:
    return key.job_id.startswith("-")


def _past(key: JobKey) -> JobKey:
    """The key of a job of an earlier time: no server has such an id."""
    return JobKey(key.server_id, JobId(f"-{key.job_id}"))
