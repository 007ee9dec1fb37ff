"""What is kept of submissions and items after the server has forgotten them. Pure data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from ivk_desktop.domain.form import FieldKind, FormSpec, SubmitRequest, Value
from ivk_desktop.domain.jobs import UNSET, BatchId, Job, JobId, JobState, Unset
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.sweeps import value_text

VALUE_LIMIT: Final = 2000
"""The most characters kept of one input."""
MOST_INPUTS: Final = 100
TRACEBACK_LIMIT: Final = 8000
"""The end of a longer one is kept: it names what failed."""

Inputs = tuple[tuple[str, str], ...]
"""(label, value as text), as the form shows them."""


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """One item that was seen, as it is kept.

    ``row_id`` grows with the time of creation and names the row for good. ``job.inputs`` are all
    that is known: those of the submission, with those in which this item differs.
    """

    row_id: int
    job: Job
    server_name: str
    is_repeatable: bool = False
    """The request that made it is kept."""

    @property
    def run_s(self) -> float | None:
        """How long it ran, in seconds."""
        if self.job.started_at is None or self.job.ended_at is None:
            return None
        return max(0.0, self.job.ended_at - self.job.started_at)


class Order(Enum):
    """What the rows of the history are sorted by."""

    CREATED = "created"
    TITLE = "title"
    STATE = "state"
    SERVER = "server"
    RUN_TIME = "run_time"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class HistoryQuery:
    """What is asked of the history. Times are unix seconds; ``until`` is not included."""

    words: tuple[str, ...] = ()
    """Each has to be somewhere in an item's texts, whatever its case."""
    states: frozenset[JobState] = frozenset()
    """None of them means any, as for the other filters."""
    server_id: ServerId | None = None
    title: str | None = None
    batch_id: BatchId | None = None
    since: float | None = None
    until: float | None = None
    order: Order = Order.CREATED
    ascending: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether it may leave items out."""
        named = (self.server_id, self.title, self.batch_id, self.since, self.until)
        return bool(self.words or self.states) or any(one is not None for one in named)


@dataclass(frozen=True, slots=True)
class KeptRequest:
    """A submission that was made earlier; ``payload`` is the adapter's own."""

    form_id: str
    title: str
    payload: dict[str, Any]
    count: int
    """How many items it made."""
    job_ids: tuple[JobId, ...] = ()
    """In the order of expansion, as far as the server told them."""
    inputs: Inputs = ()
    place: int | None = None
    """The number of the one item that is meant, from 0; ``None`` means all of them."""


@dataclass(frozen=True, slots=True)
class BatchTotals:
    """One submission's items, summed up."""

    states: dict[JobState, int] = field(default_factory=dict)
    run_s: float = 0.0
    """How long its items ran together."""

    @property
    def total(self) -> int:
        """How many items of it are kept."""
        return sum(self.states.values())


def form_inputs(spec: FormSpec, value: Callable[[FieldId], Value | Unset]) -> Inputs:
    """A form's values for people, in its order.

    What is connected, unset, or no input of its node has none.
    """
    return tuple(
        (one.title, value_text(found)[:VALUE_LIMIT])
        for one in list(spec.fields.values())[:MOST_INPUTS]
        if not one.connected
        and one.kind is not FieldKind.READ_ONLY
        and (found := value(one.id)) is not UNSET
    )


def merged_inputs(submitted: Inputs, own: Inputs) -> Inputs:
    """The inputs of a submission with those of one of its items in their places.

    An item's that the form does not show come last.
    """
    values = dict(own)
    known = [(label, values.pop(label, value)) for label, value in submitted]
    return (*known, *((label, value) for label, value in own if label in values))


def requested(kept: KeptRequest, batch_id: BatchId, payload: dict[str, Any]) -> SubmitRequest:
    """The submission of a kept request, or of the one item that is meant."""
    count = kept.count if kept.place is None else 1
    return SubmitRequest(batch_id, kept.form_id, kept.title, payload, count, inputs=kept.inputs)


def cell(text: str) -> str:
    """A text as a cell of a table file that no program takes for a formula."""
    if text[:1] not in ("=", "+", "-", "@", "\t", "\r") or _is_number(text):
        return text
    return "'" + text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
