"""The failed jobs of all servers: folded, counted, and kept until they are dismissed."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.failures import signature
from ivk_desktop.domain.jobs import Job, JobError, JobKey, JobState
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.failure_table import FailureTable, Kept, Seen
from ivk_desktop.stores.flush import Flush

MOST_FOLDS: Final = 400
"""Once so many errors are told apart, further ones are told apart by their type alone."""
MOST_FAILURES: Final = 50_000
"""Of more the oldest of its kind is forgotten for each that comes."""
SAME_JOB_S: Final = 0.5
"""Jobs of one id whose creation differs by more are two jobs of a wiped database."""


@dataclass(slots=True, eq=False)
class Failure:
    """One job that failed. Times are unix seconds."""

    job: JobKey
    created_at: float
    """Of the server's clock; 0 where it is not known."""
    failed_at: float
    title: str = ""
    seen: bool = False
    retried_at: float | None = None

    def is_of(self, key: JobKey, created_at: float) -> bool:
        """Whether this is the failure of that very job."""
        unknown = not created_at or not self.created_at
        near = abs(created_at - self.created_at) <= SAME_JOB_S
        return self.job == key and (unknown or near)


@dataclass(slots=True, eq=False)
class Fold:
    """The failures that are the same one. Times are unix seconds."""

    key: str
    server_id: ServerId
    error: JobError
    failures: dict[int, Failure] = field(default_factory=dict)
    """By ``id``."""
    retryable_count: int = 0
    """How many of them were not retried yet."""
    first_at: float = 0.0
    last_at: float = 0.0
    title: str = ""
    """Of the workflow that failed last."""

    @property
    def count(self) -> int:
        """How many jobs failed in this way."""
        return len(self.failures)

    @property
    def retryable(self) -> tuple[JobKey, ...]:
        """The jobs that were not retried yet."""
        return tuple(f.job for f in self.failures.values() if f.retried_at is None)

    @property
    def is_known(self) -> bool:
        """Whether there is any reason to be read."""
        return bool(self.error.type or self.error.message)

    def newest(self) -> list[Failure]:
        """The failures, the one that came last first."""
        return sorted(self.failures.values(), key=lambda failure: -failure.failed_at)

    def enter(self, failure: Failure) -> None:
        """Take a failure in."""
        self.failures[id(failure)] = failure
        self.retryable_count += failure.retried_at is None
        self.first_at = min(self.first_at or failure.failed_at, failure.failed_at)
        if failure.failed_at >= self.last_at:
            self.last_at, self.title = failure.failed_at, failure.title or self.title

    def leave(self, failure: Failure) -> None:
        """Let a failure go."""
        del self.failures[id(failure)]
        self.retryable_count -= failure.retried_at is None


class Failures(QObject):
    """Owns the failures that nobody has dismissed.

    A failure that was dismissed never comes back, however often its server tells of it.

    Args:
        table: where they are kept, or ``None`` to keep them for this session alone.
        parent: the owner.
        wall: unix time of this computer.
    """

    changed = Signal()
    """Folds or counts are other ones: at once, then at most once a frame."""
    failed = Signal(object, object)
    """A ``Job`` that has failed just now and its ``Fold``; not told of what failed before."""

    def __init__(
        self,
        table: FailureTable | None = None,
        parent: QObject | None = None,
        *,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._wall = wall
        self._folds: dict[str, Fold] = {}
        self._fold_of: dict[int, Fold] = {}
        self._by_job: dict[JobKey, list[Failure]] = {}
        self._dismissed: dict[JobKey, float] = {}
        self._waiting: list[tuple[Job, bool]] | None = None if table is None else []
        self._unseen = 0
        self._flush = Flush(self._tell, self)

    # --- what is known -------------------------------------------------------------------
    @property
    def folds(self) -> Sequence[Fold]:
        """The kinds of failure, the one that came last first."""
        return sorted(self._folds.values(), key=lambda fold: -fold.last_at)

    @property
    def count(self) -> int:
        """How many failures are not dismissed."""
        return len(self._fold_of)

    @property
    def unseen_count(self) -> int:
        """How many of them were not looked at yet."""
        return self._unseen

    def without_reason(self, most: int) -> list[JobKey]:
        """Failures of which the error is not known, the newest first: a summary tells none."""
        unknown = [f for fold in self._folds.values() if not fold.is_known for f in fold.newest()]
        return [failure.job for failure in unknown[:most]]

    # --- what comes in -------------------------------------------------------------------
    async def load(self) -> None:
        """Take in what was kept, then what came meanwhile."""
        if self._table is None or self._waiting is None:
            return
        kept, folds = await self._table.read()
        for key, (server_id, error) in folds.items():
            self._folds[key] = Fold(key, server_id, error)
        for one in kept:
            self._restore(one)
        for key in [key for key, fold in self._folds.items() if not fold.failures]:
            del self._folds[key]
        waiting, self._waiting = self._waiting, None
        for job, fresh in waiting:
            self.add(job, fresh=fresh)
        self._flush.mark()

    def add_all(self, jobs: Iterable[Job]) -> None:
        """Take in those of ``jobs`` that have failed; others and private ones are passed."""
        for job in jobs:
            if job.state is JobState.FAILED and not job.private:
                self.add(job, fresh=False)

    def add(self, job: Job, *, fresh: bool) -> None:
        """Take in a job that has failed; ``fresh`` if it did so just now.

        A job that is known already gets the title and the error that were missing.
        """
        if self._waiting is not None:
            self._waiting.append((job, fresh))
            return
        created_at = job.created_at or 0.0
        known = next(
            (f for f in self._by_job.get(job.key, ()) if f.is_of(job.key, created_at)), None
        )
        if known is not None:
            self._complete(known, job)
        elif not self._was_dismissed(job.key, created_at):
            failure = Failure(job.key, created_at, job.ended_at or self._wall(), job.title)
            fold = self._put(failure, job.error)
            self._keep(fold, failure, new_fold=fold.count == 1)
            self._flush.mark()
            if fresh:
                self.failed.emit(job, fold)

    # --- what a person does --------------------------------------------------------------
    def mark_seen(self) -> None:
        """Note that a person looked at all of them."""
        if not self._unseen:
            return
        for fold in self._folds.values():
            for failure in fold.failures.values():
                failure.seen = True
        self._unseen = 0
        if self._table is not None:
            self._table.mark_seen()
        self._flush.mark()

    def mark_retried(self, keys: Iterable[JobKey]) -> None:
        """Note that these jobs are run again: nobody is offered that twice."""
        self._set_retried(keys, self._wall())

    def take_back_retry(self, keys: Iterable[JobKey]) -> None:
        """Note that the server did not run these again: they may be retried."""
        self._set_retried(keys, None)

    def dismiss(self, fold: Fold) -> None:
        """Forget one kind of failure, until it comes again."""
        if self._folds.get(fold.key) is not fold:
            return
        for failure in list(fold.failures.values()):
            self._forget(fold, failure)
        if self._table is not None:
            self._table.dismiss(fold.key)
        self._flush.mark()

    def dismiss_all(self) -> None:
        """Forget all of them."""
        for fold in self.folds:
            self.dismiss(fold)

    def flush(self) -> None:
        """Keep now what is to be kept at the end of the frame."""
        self._flush.now()

    # --- inside --------------------------------------------------------------------------
    def _set_retried(self, keys: Iterable[JobKey], at: float | None) -> None:
        for key in keys:
            for failure in self._by_job.get(key, ()):
                if (failure.retried_at is None) is not (at is None):
                    failure.retried_at = at
                    fold = self._fold_of[id(failure)]
                    fold.retryable_count += 1 if at is None else -1
                    self._keep(fold, failure)
        self._flush.mark()

    def _restore(self, kept: Kept) -> None:
        if kept.state is Seen.DISMISSED or kept.fold not in self._folds:
            self._dismissed[kept.job] = kept.created_at
            return
        failure = Failure(
            kept.job,
            kept.created_at,
            kept.failed_at,
            kept.title,
            kept.state is Seen.SEEN,
            kept.retried_at,
        )
        self._enter(self._folds[kept.fold], failure)

    def _was_dismissed(self, key: JobKey, created_at: float) -> bool:
        at = self._dismissed.get(key)
        if at is None:
            return False
        return not at or not created_at or abs(at - created_at) <= SAME_JOB_S

    def _complete(self, failure: Failure, job: Job) -> None:
        fold = self._fold_of[id(failure)]
        titled = bool(job.title) and job.title != failure.title
        failure.title = job.title or failure.title
        if titled and failure.failed_at >= fold.last_at:
            fold.title = failure.title
        moves = job.error is not None and signature(job.error) != signature(fold.error)
        if moves and self._key(job.key.server_id, job.error) != fold.key:
            self._leave(fold, failure)
            new = self._put(failure, job.error)
            self._keep(new, failure, new_fold=new.count == 1)
        elif titled:
            self._keep(fold, failure)
        if moves or titled:
            self._flush.mark()

    def _put(self, failure: Failure, error: JobError | None) -> Fold:
        key = self._key(failure.job.server_id, error)
        fold = self._folds.get(key)
        if fold is None:
            fold = self._folds[key] = Fold(key, failure.job.server_id, error or JobError("", ""))
        self._enter(fold, failure)
        if self.count > MOST_FAILURES:
            self._forget(fold, next(iter(fold.failures.values())))
        return fold

    def _key(self, server_id: ServerId, error: JobError | None) -> str:
        """The name of the fold; coarser ones once there are too many."""
        kind, message = signature(error)
        for parts in ((server_id, kind, message), (server_id, kind), (server_id,)):
            key = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
            if key in self._folds or len(self._folds) < MOST_FOLDS:
                return key
        return key

    def _enter(self, fold: Fold, failure: Failure) -> None:
        fold.enter(failure)
        self._fold_of[id(failure)] = fold
        self._by_job.setdefault(failure.job, []).append(failure)
        self._unseen += not failure.seen

    def _leave(self, fold: Fold, failure: Failure) -> None:
        fold.leave(failure)
        if not fold.failures:
            del self._folds[fold.key]
        del self._fold_of[id(failure)]
        siblings = self._by_job[failure.job]
        siblings.remove(failure)
        if not siblings:
            del self._by_job[failure.job]
        self._unseen -= not failure.seen

    def _forget(self, fold: Fold, failure: Failure) -> None:
        self._dismissed[failure.job] = failure.created_at
        self._leave(fold, failure)

    def _keep(self, fold: Fold, failure: Failure, *, new_fold: bool = False) -> None:
        if self._table is None:
            return
        if new_fold:
            self._table.keep_fold(fold.key, fold.server_id, fold.error)
        state = Seen.SEEN if failure.seen else Seen.NEW
        self._table.keep(
            Kept(
                failure.job,
                failure.created_at,
                fold.key,
                failure.title,
                failure.failed_at,
                state,
                failure.retried_at,
            )
        )

    def _tell(self) -> None:
        if self._table is not None:
            self._table.write()
        self.changed.emit()
