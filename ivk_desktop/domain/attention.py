"""Who is told what, and when, while the window is not looked at. Pure: no clock of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from ivk_desktop.domain.jobs import BatchId, JobKey, JobState
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId

AWAY_S: Final = 600.0
"""From this long an absence on, what happened meanwhile is told in one line."""
SAME_ERROR_S: Final = 60.0
"""The same error is not told again so soon: a thousand items may fail in a row."""
MOST_ERRORS: Final = 200
DAY_MINUTES: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class BatchEnd:
    """A batch, or all those of one submission, of which no job is open any more."""

    server_id: ServerId
    batch_id: BatchId
    job: JobKey
    """The job that ended last."""
    title: str = ""
    completed: int = 0
    failed: int = 0
    canceled: int = 0
    picture: MediaRef | None = None
    """Its newest result."""

    def after(self, earlier: BatchEnd) -> BatchEnd:
        """Both as one: the end of a submission that was handed in as several batches."""
        return replace(
            self,
            completed=earlier.completed + self.completed,
            failed=earlier.failed + self.failed,
            canceled=earlier.canceled + self.canceled,
            picture=self.picture or earlier.picture,
        )


@dataclass(frozen=True, slots=True)
class Scene:
    """What holds at the moment: what a person does, and what they wish."""

    active: bool
    """A window of this app has the person's attention."""
    quiet: bool = False
    """These are the hours in which nothing is to be told."""
    batches: bool = True
    """The end of a batch is to be told."""
    errors: bool = True
    """An error is to be told."""


def is_quiet(minute: int, start: int, end: int) -> bool:
    """Whether a minute of the day lies in quiet hours, which may go over midnight.

    ``start`` is in, ``end`` is not; hours that begin when they end are none.
    """
    if start <= end:
        return start <= minute < end
    return minute >= start or minute < end


def minute_of(text: str) -> int | None:
    """The minute of the day of ``22:30``; ``None`` for what is no time."""
    hours, colon, minutes = text.partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal()):
        return None
    hour, minute = int(hours[:4]), int(minutes[:4])
    return hour * 60 + minute if hour < 24 and minute < 60 else None


class Attention:
    """Decides which events are told outside of the window.

    One notification a batch, none while a window is active, every kind of error, nothing twice:
    whoever calls tells of each ending once, also when the connection was lost meanwhile.
    """

    def __init__(self) -> None:
        self._told_errors: dict[str, float] = {}

    def batch_ended(self, end: BatchEnd, scene: Scene) -> bool:
        """Whether the end of a batch is told; that of one which was only canceled is not."""
        if scene.active or scene.quiet or not scene.batches:
            return False
        # Where all have failed the error has been told already.
        return end.completed > 0 or (end.failed > 0 and not scene.errors)

    def failed(self, kind: str, at: float, scene: Scene) -> bool:
        """Whether a failure is told; ``kind`` names the error, ``at`` is monotonic seconds."""
        if scene.active or scene.quiet or not scene.errors:
            return False
        told_at = self._told_errors.get(kind)
        if told_at is not None and at - told_at < SAME_ERROR_S:
            return False
        self._told_errors.pop(kind, None)
        self._told_errors[kind] = at
        if len(self._told_errors) > MOST_ERRORS:
            del self._told_errors[next(iter(self._told_errors))]
        return True


@dataclass(frozen=True, slots=True)
class WhileAway:
    """What happened while nobody looked; ``since`` is unix seconds."""

    since: float
    completed: int
    failed: int


class Absence:
    """Counts what ends while no window is active. Times are unix seconds."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._completed = 0
        self._failed = 0

    def begin(self, at: float) -> None:
        """The person looks elsewhere."""
        if self._since is None:
            self._since, self._completed, self._failed = at, 0, 0

    def ended(self, state: JobState) -> None:
        """A job has ended in this state."""
        self._completed += state is JobState.COMPLETED
        self._failed += state is JobState.FAILED

    def end(self, at: float) -> WhileAway | None:
        """The person is back: what there is to tell, if it was long enough."""
        since, self._since = self._since, None
        if since is None or at - since < AWAY_S or not self._completed + self._failed:
            return None
        return WhileAway(since, self._completed, self._failed)


class LastItem:
    """Tells when all queues have run empty by work that was done."""

    def __init__(self) -> None:
        self._had_work = False
        self._worked = False

    def job_ended(self, state: JobState) -> None:
        """A job has ended: that the last one was canceled is no reason to do anything."""
        self._had_work = True  # it may be gone before any count told of it
        self._worked = state in (JobState.COMPLETED, JobState.FAILED)

    def update(self, open_items: int, *, sure: bool) -> bool:
        """Whether the last item has ended with this; ``sure`` if every server answers."""
        if not sure:
            return False
        if open_items:
            self._had_work = True
            return False
        done = self._had_work and self._worked
        self._had_work = self._worked = False
        return done
