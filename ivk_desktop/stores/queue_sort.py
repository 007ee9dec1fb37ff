"""By what the rows of the queue are sorted when a column is: one key a row. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ivk_desktop.domain.jobs import Job, JobState
from ivk_desktop.stores.batches import Group, took, waited
from ivk_desktop.stores.queue_rows import Column, QueueSession

Value = float | str | None
Key = tuple[int, float | str]
"""Compares with the keys of the same column; what has no value comes last either way."""

_NOTHING: Final[Key] = (1, 0.0)
_LONGEST: Final = 120
_LAST: Final = 0x10FFFF
_STATES: Final = {
    state: float(place)
    for place, state in enumerate(
        (
            JobState.RUNNING,
            JobState.CANCELING,
            JobState.WAITING,
            JobState.PENDING,
            JobState.SUBMITTING,
            JobState.FAILED,
            JobState.COMPLETED,
            JobState.CANCELED,
            JobState.DETACHED,
            JobState.UNKNOWN,
        )
    )
}


@dataclass(frozen=True, slots=True)
class Sorting:
    """The column that the rows are sorted by; without one they stand in run order."""

    column: Column
    descending: bool = False


def item_key(session: QueueSession, job: Job | None, job_id: str, sorting: Sorting) -> Key:
    """The key of an item; ``job`` is ``None`` while its record is not read."""
    if sorting.column is Column.ID:
        return _key(natural(job_id), sorting.descending)
    value = None if job is None else _ITEM[sorting.column](session, job)
    return _key(value, sorting.descending)


def group_key(session: QueueSession, group: Group, sorting: Sorting) -> Key:
    """The key of a group: its sums, else what its first job says."""
    if (of_group := _GROUP.get(sorting.column)) is not None:
        value = of_group(group)
    elif sorting.column is Column.ID:
        value = natural(group.first)
    elif sorting.column is Column.RUN_TIME:
        value = math.inf if group.running else group.ended_s
    else:
        value = _ITEM[sorting.column](session, session.queue.jobs[group.first])
    return _key(value, sorting.descending)


@lru_cache(maxsize=20_000)
def natural(text: str) -> str | None:
    """A text as people sort it: no case, and ``seed 9`` before ``seed 10``."""
    folded = text[:_LONGEST].casefold()
    return re.sub(r"\d+", lambda found: found[0].zfill(12), folded) or None


def _key(value: Value, descending: bool) -> Key:
    if value is None:
        return _NOTHING
    if not descending:
        return (0, value)
    return (0, _inverted(value) if isinstance(value, str) else -value)


class _Inverted(dict[int, int]):
    """Maps each letter to its counterpart from the other end of the alphabet."""

    def __missing__(self, letter: int) -> int:
        self[letter] = _LAST - letter
        return self[letter]


_INVERTED: Final = _Inverted()


@lru_cache(maxsize=20_000)
def _inverted(text: str) -> str:
    """Sorts just the other way round; a longer text comes before the one it begins with."""
    return text.translate(_INVERTED) + chr(_LAST)


def _run_s(_: QueueSession, job: Job) -> Value:
    """What still runs has run longer than anything that has ended: its time only grows."""
    if job.started_at is not None and not job.state.ended and job.state is not JobState.PENDING:
        return math.inf
    return took(job)


def _wait_s(_: QueueSession, job: Job) -> Value:
    return math.inf if job.state is JobState.PENDING else waited(job)


def _done(_: QueueSession, job: Job) -> Value:
    return job.ended_at if job.state.ended else math.inf


def inputs_line(job: Job) -> str:
    """The inputs of a job in one line."""
    return " ".join(f"{label} {value}" for label, value in job.inputs)


def error_line(job: Job) -> str:
    """Why a job failed in one line."""
    return f"{job.error.type} {job.error.message}".strip() if job.error else ""


_ITEM: Final[dict[Column, Callable[[QueueSession, Job], Value]]] = {
    Column.ITEM: lambda _, job: natural(f"{job.title} {inputs_line(job)}"),
    Column.STATUS: lambda _, job: _STATES[job.state],
    Column.SERVER: lambda session, job: natural(f"{session.name} {job.device}"),
    Column.RUN_TIME: _run_s,
    Column.DONE: _done,
    Column.USER: lambda _, job: natural(job.user),
    Column.DEVICE: lambda _, job: natural(job.device),
    Column.BATCH: lambda _, job: natural(job.batch_id or ""),
    Column.ORIGIN: lambda _, job: natural(job.origin),
    Column.CREATED: lambda _, job: job.created_at,
    Column.PICTURE: lambda _, job: float(len(job.outputs)) or None,
    Column.WORKFLOW: lambda _, job: natural(job.title),
    Column.INPUTS: lambda _, job: natural(inputs_line(job)),
    Column.DESTINATION: lambda _, job: natural(job.destination),
    Column.STARTED: lambda _, job: job.started_at,
    Column.WAIT_TIME: _wait_s,
    Column.ERROR: lambda _, job: natural(error_line(job)),
}
_GROUP: Final[dict[Column, Callable[[Group], Value]]] = {
    Column.ITEM: lambda group: natural(group.title),
    Column.STATUS: lambda group: _STATES[group.state],
    Column.DONE: lambda group: math.inf if group.open else group.ended_at,
    Column.WORKFLOW: lambda group: natural(group.title),
    Column.STARTED: lambda group: group.started_at,
    Column.ERROR: lambda group: natural(group.error),
}
