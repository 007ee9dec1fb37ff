"""Enqueuing jobs again: what may be moved, in which order, and what a journal entry means."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobState
from ivk_desktop.domain.problems import Problem

REORDER_WITHIN: Final = 20
"""A job can be put before one of so many that wait; each before it is enqueued again, too."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What some jobs of one batch ran with, so that they can be enqueued again as one batch.

    ``job_ids`` are in run order. ``body`` is JSON data and the adapter's own.
    """

    title: str
    batch_id: BatchId | None
    job_ids: tuple[JobId, ...]
    body: Mapping[str, Any]


class Step(Enum):
    """How far a move has come; each is written down before what follows it is done."""

    MEANT = "meant"
    """The old jobs are to be canceled: some may be, or none."""
    READY = "ready"
    """The old jobs have ended; nothing was sent."""
    SENT = "sent"
    """The new batch was about to be sent: the server may have it."""


@dataclass(frozen=True, slots=True)
class Move:
    """One entry of the journal: these old jobs become that new batch.

    ``born`` holds the creation of each old job (unix seconds of the server's clock): ids begin
    anew after a server's database was wiped. ``tidy`` says that the old jobs are to be deleted
    once the new ones are there.
    """

    batch_id: BatchId
    recipe: Recipe
    job_ids: tuple[JobId, ...]
    """Those of the recipe's jobs that are enqueued again, in run order."""
    born: tuple[float | None, ...] = ()
    front: bool = False
    tidy: bool = False
    step: Step = Step.MEANT


class Verdict(Enum):
    """What is to be done with an entry that was left over."""

    FORGET = "forget"
    """It is done, or was never begun."""
    CANCEL = "cancel"
    """Some old jobs were canceled: cancel the rest and go on."""
    ENQUEUE = "enqueue"
    """The server surely has no such batch."""
    ASK = "ask"
    """It may have had it, and may have dropped it since."""


def refusal(job: Job | None, *, stale: bool = False) -> Problem | None:
    """Why a job cannot be enqueued again; ``None`` if it can.

    ``stale`` says that its state is not sure.
    """
    if stale or job is None or job.state is JobState.UNKNOWN:
        return Problem("requeue_stale")
    if job.private:
        return Problem("requeue_private")
    if job.parent is not None or job.state is JobState.WAITING:
        return Problem("requeue_nested")
    return None


def ended_waiting(job: Job) -> bool:
    """Whether a job was canceled before it began."""
    return job.state is JobState.CANCELED and job.started_at is None


def is_same(job: Job, born: float | None) -> bool:
    """Whether a job is the one that was meant, and not another of the same id."""
    return born is None or job.created_at is None or abs(job.created_at - born) < 1.0


def verdict(move: Move, taken: int, jobs: Mapping[JobId, Job]) -> Verdict:
    """Judge an entry that was left over by a crash or a lost connection.

    ``taken`` is how many jobs of the new batch the server lists; ``jobs`` are the server's records
    of the old ones, by id.
    """
    if taken:
        return Verdict.FORGET
    if move.step is Step.READY:
        return Verdict.ENQUEUE
    born = dict(zip(move.job_ids, move.born, strict=False))
    old = [jobs[i] for i in move.job_ids if i in jobs and is_same(jobs[i], born.get(i))]
    if move.step is Step.MEANT:
        return Verdict.CANCEL if any(map(ended_waiting, old)) else Verdict.FORGET
    # Whatever drops the new jobs after their end (prune, clear) drops the old ones before them.
    return Verdict.ENQUEUE if any(job.state.ended for job in old) else Verdict.ASK


def placed(
    pending: Sequence[JobId], moved: Collection[JobId], before: JobId | None
) -> tuple[JobId, ...] | None:
    """Put ``moved`` before another job that waits, or behind all with ``None``.

    Servers know the front and the end of a queue only: what stands before the new place has to be
    enqueued again, too. Returns all that are to go to the front, in order; nothing where they
    stand there already; ``None`` where the place is not among the first ``REORDER_WITHIN``.
    """
    wanted = set(moved)
    block = [job_id for job_id in pending if job_id in wanted]
    rest = [job_id for job_id in pending if job_id not in wanted]
    if before in wanted:
        before = _next(pending, wanted, before)
    at = rest.index(before) if before in rest else len(rest)
    if at > REORDER_WITHIN:
        return None
    front = rest[:at] + block
    return () if front == list(pending[: len(front)]) else tuple(front)


def _next(pending: Sequence[JobId], moved: Collection[JobId], job_id: JobId | None) -> JobId | None:
    """The first job behind this one that stays where it is."""
    place = next((n for n, one in enumerate(pending) if one == job_id), len(pending))
    return next((one for one in pending[place:] if one not in moved), None)


def leads(pending: Iterable[JobId], some: Collection[JobId]) -> bool:
    """Whether some jobs stand before all others that wait, and there are others."""
    left = set(some)
    for job_id in pending:
        if not left:
            return True
        if job_id not in left:
            return False
        left.discard(job_id)
    return False
