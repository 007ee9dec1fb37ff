"""What an action on the queue came to: counts for the window to put into words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ivk_desktop.domain.jobs import JobId


class Done(Enum):
    """The actions that tell what they came to."""

    CANCELED = "canceled"
    DELETED = "deleted"
    PRUNED = "pruned"
    CLEARED = "cleared"
    RETRIED = "retried"
    PAUSED = "paused"
    RESUMED = "resumed"
    MOVED_FIRST = "moved_first"
    MOVED_LAST = "moved_last"
    ENQUEUED_AGAIN = "enqueued_again"
    FINISHED = "finished"
    """What the app had begun before it ended, or lost the connection, is done now."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many jobs an action reached, and how many it could not."""

    done: Done
    count: int
    left: int = 0
    """Jobs that had begun meanwhile, or are none of ours: they were let be."""
    stopped: int = 0
    """Jobs that began in the moment of their cancel: they are canceled and not enqueued again."""
    short: int = 0
    """Jobs that the server did not take: its queue is full."""
    new_ids: tuple[JobId, ...] = ()
    """The new jobs in run order, as far as the server tells them."""
