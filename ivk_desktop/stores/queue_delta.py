"""What has changed of a queue and is to be told."""

from __future__ import annotations

from dataclasses import dataclass

from ivk_desktop.domain.jobs import Job, JobId
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.batches import GroupBy, Groups, group_of


@dataclass(frozen=True, slots=True)
class QueueDelta:
    """What changed since the last signal. No id is in two of the three."""

    server_id: ServerId
    inserted: tuple[JobId, ...] = ()
    removed: tuple[JobId, ...] = ()
    changed: tuple[JobId, ...] = ()
    groups: tuple[tuple[GroupBy, str], ...] = ()
    """All groups that one of these is or was in, of those kinds that somebody looks at."""


class Changes:
    """Collects until they are taken; ``anew`` says that the queue is another one."""

    def __init__(self, server_id: ServerId) -> None:
        self._server_id = server_id
        self.anew = False
        self._inserted: dict[JobId, None] = {}
        self._removed: dict[JobId, None] = {}
        self._changed: dict[JobId, None] = {}
        self._groups: dict[tuple[GroupBy, str], None] = {}

    def __len__(self) -> int:
        return len(self._inserted) + len(self._removed) + len(self._changed)

    def insert(self, job_id: JobId) -> None:
        """A job is listed now."""
        self._removed.pop(job_id, None)
        self._inserted[job_id] = None

    def change(self, job_id: JobId) -> None:
        """A job that is listed changed."""
        if job_id not in self._inserted:
            self._changed[job_id] = None

    def remove(self, job_id: JobId) -> None:
        """A job is listed no more."""
        self._changed.pop(job_id, None)
        if job_id in self._inserted:
            del self._inserted[job_id]
        else:
            self._removed[job_id] = None

    def touch(self, job: Job, kinds: dict[GroupBy, Groups]) -> None:
        """The groups of a job are other ones now."""
        for by in kinds:
            if (group_id := group_of(job, by)) is not None:
                self._groups[by, group_id] = None

    def take(self) -> QueueDelta:
        """All of it; there is nothing left to be told then."""
        delta = QueueDelta(
            self._server_id,
            tuple(self._inserted),
            tuple(self._removed),
            tuple(self._changed),
            tuple(self._groups),
        )
        self.clear()
        return delta

    def clear(self) -> None:
        """Forget all of it."""
        self.anew = False
        for changes in (self._inserted, self._removed, self._changed, self._groups):
            changes.clear()
