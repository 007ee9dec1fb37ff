"""The jobs that have not ended, as we were told: the server's counts are held against them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ivk_desktop.domain.jobs import JobId, JobState, QueueCounts
from ivk_desktop.domain.updates import QueueSnapshot


class OpenJobs:
    """Outlives a connection: what was open before it and is no more has ended unheard."""

    def __init__(self) -> None:
        self._states: dict[JobId, JobState] = {}
        self._unheard: set[JobId] = set()
        """Ended, and the record that tells the results has not come."""
        self._all_read = False

    def begin(self, snapshot: QueueSnapshot) -> set[JobId]:
        """Take in the whole queue; returns the jobs whose end nobody told.

        They are returned again until their record was told: the connection may be lost before.
        """
        now = {job.key.job_id: job.state for job in snapshot.jobs if not job.state.ended}
        ended = set(snapshot.ids) - set(now)
        self._unheard = (self._unheard | set(self._states)) & ended
        self._states = now
        self._all_read = len(now) == snapshot.counts.open
        return set(self._unheard)

    def is_open(self, job_id: JobId) -> bool:
        """Whether the job has not ended, as far as was told."""
        return job_id in self._states

    def await_record(self, job_id: JobId) -> None:
        """The record of an ended job is to be read, over the next connection if need be."""
        self._unheard.add(job_id)

    def record_came(self, job_id: JobId) -> None:
        """The record of an ended job has told its results."""
        self._unheard.discard(job_id)

    def note(self, job_id: JobId, state: JobState) -> None:
        """A job's state was told."""
        if state.ended:
            self._states.pop(job_id, None)
        else:
            self._states[job_id] = state

    def remove(self, job_ids: Iterable[JobId]) -> None:
        """The server lists these jobs no more."""
        for job_id in job_ids:
            self._states.pop(job_id, None)
            self._unheard.discard(job_id)

    def agree(self, counts: QueueCounts) -> bool:
        """Whether the server counts what we were told; else a word of it was lost.

        Of more open jobs than are read at once only the running ones are all known. A state that
        nobody knows is in none of the counts.
        """
        told = Counter(self._states.values())
        if told[JobState.RUNNING] != counts.running:
            return False
        waiting = (told[JobState.PENDING], told[JobState.WAITING])
        return not self._all_read or waiting == (counts.pending, counts.waiting)
