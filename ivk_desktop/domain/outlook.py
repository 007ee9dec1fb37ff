"""The work at hand: how much of it has ended, and when all of it will have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from ivk_desktop.domain.estimates import Estimate
from ivk_desktop.domain.jobs import QueueCounts


class RunTally:
    """Counts one server's items since its queue was idle last.

    The server counts all that it still lists, so the ended ones of yesterday are taken off.
    """

    def __init__(self) -> None:
        self._before: int | None = None

    @property
    def has_begun(self) -> bool:
        """Whether it has seen any counts yet."""
        return self._before is not None

    def update(self, counts: QueueCounts, ended_in_open_batches: int = 0) -> None:
        """The counts are these now; the second figure tells where a run began that is met late."""
        if self._before is None:
            self._before = max(0, counts.ended - ended_in_open_batches)
        if not counts.open:
            self._before = counts.ended
        self._before = min(self._before, counts.ended)

    def ended(self, counts: QueueCounts) -> int:
        """Items of this run that have ended."""
        return max(0, counts.ended - (self._before or 0))


class Mood(Enum):
    """What the run strip says first."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    """Nothing runs and nothing will until it is resumed."""
    PAUSING = "pausing"
    """The running item is the last one before the pause."""


@dataclass(frozen=True, slots=True)
class ServerWork:
    """One server's share: counts, items of this run that ended, running fractions, time left."""

    counts: QueueCounts
    ended: int
    running: tuple[float, ...] = ()
    left: Estimate | None = None
    idle_since: float | None = None
    """Unix time at which its last item ended."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """All shown servers together."""

    mood: Mood
    ended: int
    total: int
    pending: int
    fraction: float
    left: Estimate | None
    idle_since: float | None


def outlook(servers: Sequence[ServerWork]) -> Outlook:
    """Sum up the servers: all is done when the last of them is."""
    open_items = sum(s.counts.open for s in servers)
    ended = sum(s.ended for s in servers)
    total = ended + open_items
    busy = [s for s in servers if s.counts.open]
    done = ended + sum(sum(s.running) for s in busy)
    idle = [s.idle_since for s in servers if s.idle_since is not None]
    return Outlook(
        _mood(busy),
        ended,
        total,
        sum(s.counts.pending + s.counts.waiting for s in servers),
        min(1.0, done / total) if total else 0.0,
        _last_of(busy),
        max(idle, default=None),
    )


def _mood(busy: Sequence[ServerWork]) -> Mood:
    if not busy:
        return Mood.IDLE
    if not all(s.counts.paused for s in busy):
        return Mood.RUNNING
    return Mood.PAUSING if any(s.counts.running for s in busy) else Mood.PAUSED


def _last_of(busy: Sequence[ServerWork]) -> Estimate | None:
    if not busy or any(s.left is None for s in busy):
        return None
    return max((s.left for s in busy if s.left), key=lambda left: left.seconds)
