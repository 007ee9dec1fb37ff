"""The queue: its items, their counts, and which one runs next."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import uuid
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from ivk_desktop.demo.batch import Batch, Values
from ivk_desktop.demo.clock import now, stamp
from ivk_desktop.demo.graph import Graph
from ivk_desktop.demo.problems import not_found
from ivk_desktop.demo.session import Session
from ivk_desktop.demo.store.users import SYSTEM, User

STATUSES = ("pending", "in_progress", "waiting", "completed", "failed", "canceled")
ENDED = frozenset({"completed", "failed", "canceled"})


@dataclass(slots=True)
class Item:
    """One queue item; times in seconds since 1970."""

    item_id: int
    queue_id: str
    batch_id: str
    session_id: str
    origin: str | None
    destination: str | None
    graph: Graph
    workflow: dict[str, Any] | None
    field_values: list[dict[str, Any]] | None
    priority: int
    created_at: float
    updated_at: float
    status: str = "pending"
    status_sequence: int = 0
    started_at: float | None = None
    completed_at: float | None = None
    device: str | None = None
    retried_from: int | None = None
    owner: User = SYSTEM
    error: tuple[str, str, str] | None = None
    session: Session | None = None
    replay: Callable[[Item], Session] | None = None
    stopped: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def ended(self) -> bool:
        """True once nothing more happens to it."""
        return self.status in ENDED

    def summary(self) -> dict[str, Any]:
        """The short record."""
        return {
            "item_id": self.item_id,
            "created_at": stamp(self.created_at),
            "status": self.status,
            "device": self.device,
            "started_at": stamp(self.started_at),
            "completed_at": stamp(self.completed_at),
            "origin": self.origin,
            "destination": self.destination,
            "batch_id": self.batch_id,
            "user_id": self.owner.user_id,
            "user_display_name": self.owner.display_name,
            "user_email": self.owner.email,
            "field_values": self.field_values,
            "parent_item_id": None,
        }

    def record(self) -> dict[str, Any]:
        """The whole record with its session."""
        kind, message, traceback = self.error or (None, None, None)
        return {
            "item_id": self.item_id,
            "status": self.status,
            "status_sequence": self.status_sequence,
            "priority": self.priority,
            "batch_id": self.batch_id,
            "origin": self.origin,
            "destination": self.destination,
            "session_id": self.session_id,
            "error_type": kind,
            "error_message": message,
            "error_traceback": traceback,
            "created_at": stamp(self.created_at),
            "updated_at": stamp(self.updated_at),
            "started_at": stamp(self.started_at),
            "completed_at": stamp(self.completed_at),
            "queue_id": self.queue_id,
            "user_id": self.owner.user_id,
            "user_display_name": self.owner.display_name,
            "user_email": self.owner.email,
            "field_values": self.field_values,
            "retried_from_item_id": self.retried_from,
            "device": self.device,
            "workflow_call_id": None,
            "parent_item_id": None,
            "parent_session_id": None,
            "root_item_id": None,
            "workflow_call_depth": None,
            "session": self._shown_session().json(),
            "workflow": self.workflow,
        }

    def _shown_session(self) -> Session:
        """The session as the server has written it: only ended items have results."""
        if self.ended and self.session is None and self.replay is not None:
            self.session = self.replay(self)
        if self.ended and self.session is not None:
            return self.session
        return Session(self.graph, self.session_id)


class Queue:
    """The items of one queue id; counts are kept, not recounted."""

    def __init__(self, queue_id: str, numbers: Iterable[int]) -> None:
        self.queue_id = queue_id
        self.max_size = 10000
        self._numbers = iter(numbers)
        self._items: dict[int, Item] = {}
        self._counts: Counter[str] = Counter()
        self._batches: dict[str, Counter[str]] = {}
        self._batch_ends: dict[str, tuple[str | None, str | None]] = {}
        self._waiting: list[tuple[int, int]] = []
        self._running: dict[int, Item] = {}

    def items(self) -> list[Item]:
        """All items, oldest first."""
        return list(self._items.values())

    def ids(self, *, ascending: bool = False) -> list[int]:
        """All item ids, newest first unless asked otherwise."""
        return sorted(self._items, reverse=not ascending)

    def find(self, item_id: int) -> Item | None:
        """The item of that id."""
        return self._items.get(item_id)

    def get(self, item_id: int) -> Item:
        """The item of that id.

        Raises:
            Refused: 404.
        """
        item = self._items.get(item_id)
        if item is None:
            raise not_found(f"Queue item with id {item_id} not found in queue {self.queue_id}")
        return item

    def enqueue(self, batch: Batch, owner: User, *, prepend: bool) -> tuple[list[Item], int]:
        """Add a batch as far as there is room: the items in order, and their priority."""
        priority = 0
        if prepend:
            waiting = [item.priority for item in self._pending()]
            priority = max(waiting, default=0) + 1
        room = max(0, self.max_size - self._counts["pending"])
        values = batch.values()[:room]
        return [self._add(batch, entry, priority, owner) for entry in values], priority

    def _add(self, batch: Batch, values: Values, priority: int, owner: User) -> Item:
        at = now()
        return self.file(
            Item(
                next(self._numbers),
                self.queue_id,
                batch.batch_id,
                str(uuid.uuid4()),
                batch.origin,
                batch.destination,
                batch.graph_for(values),
                batch.workflow,
                list(values),
                priority,
                at,
                at,
                owner=owner,
            )
        )

    def next_number(self) -> int:
        """The id of the next item."""
        return next(self._numbers)

    def file(self, item: Item) -> Item:
        """Add an item in whatever status it has."""
        self._items[item.item_id] = item
        self._counts[item.status] += 1
        self._batches.setdefault(item.batch_id, Counter())[item.status] += 1
        self._batch_ends.setdefault(item.batch_id, (item.origin, item.destination))
        if item.status == "pending":
            heapq.heappush(self._waiting, (-item.priority, item.item_id))
        elif item.status == "in_progress":
            self._running[item.item_id] = item
        return item

    def retry(self, old: Item) -> Item:
        """A new pending item with the work of an ended one."""
        at = now()
        return self.file(
            Item(
                self.next_number(),
                self.queue_id,
                old.batch_id,
                str(uuid.uuid4()),
                old.origin,
                old.destination,
                old.graph,
                old.workflow,
                old.field_values or None,
                old.priority,
                at,
                at,
                retried_from=old.retried_from or old.item_id,
                owner=old.owner,
            )
        )

    def set_status(self, item: Item, status: str) -> None:
        """Move an item on; an ended one wakes whoever works on it."""
        for counts in (self._counts, self._batches[item.batch_id]):
            counts[item.status] -= 1
            counts[status] += 1
        item.status = status
        item.status_sequence += 1
        item.updated_at = now()
        self._running.pop(item.item_id, None)
        if status == "in_progress":
            item.started_at = item.updated_at
            self._running[item.item_id] = item
        if item.ended:
            item.completed_at = item.updated_at
            item.stopped.set()

    def remove(self, item: Item) -> None:
        """Forget an item."""
        del self._items[item.item_id]
        self._counts[item.status] -= 1
        self._batches[item.batch_id][item.status] -= 1
        self._running.pop(item.item_id, None)

    def upcoming(self) -> Item | None:
        """The pending item that runs next."""
        while self._waiting:
            item = self._items.get(self._waiting[0][1])
            if item is not None and item.status == "pending":
                return item
            heapq.heappop(self._waiting)
        return None

    def running(self) -> list[Item]:
        """The items that run now, oldest first."""
        return [self._running[key] for key in sorted(self._running)]

    def _pending(self) -> list[Item]:
        return [item for item in self._items.values() if item.status == "pending"]

    def status(self) -> dict[str, Any]:
        """Counts of the queue and its current item, as REST and events give them."""
        running = self.running()
        current = running[0] if running else None
        counts = {status: self._counts[status] for status in STATUSES}
        return {
            "queue_id": self.queue_id,
            "item_id": current and current.item_id,
            "batch_id": current and current.batch_id,
            "session_id": current and current.session_id,
            **counts,
            "total": len(self._items),
            "user_pending": counts["pending"],
            "user_in_progress": counts["in_progress"],
        }

    def batch_status(self, batch_id: str) -> dict[str, Any]:
        """Counts of one batch; zeros for an unknown one."""
        origin, destination = self._batch_ends.get(batch_id, (None, None))
        return {
            "queue_id": self.queue_id,
            "batch_id": batch_id,
            "origin": origin,
            "destination": destination,
            **_with_total(self._batches.get(batch_id, Counter())),
        }

    def destination_status(self, destination: str) -> dict[str, Any]:
        """Counts of the items that go to one destination."""
        counts = Counter(
            item.status for item in self._items.values() if item.destination == destination
        )
        return {"queue_id": self.queue_id, "destination": destination, **_with_total(counts)}


def _with_total(counts: Counter[str]) -> dict[str, int]:
    result = {status: counts[status] for status in STATUSES}
    return result | {"total": sum(result.values())}


class Queues:
    """All queues by id; item ids are unique over all of them."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._queues: dict[str, Queue] = {}

    def __getitem__(self, queue_id: str) -> Queue:
        if queue_id not in self._queues:
            self._queues[queue_id] = Queue(queue_id, self._numbers)
        return self._queues[queue_id]

    def upcoming(self) -> Item | None:
        """The pending item that runs next in any queue."""
        found = (queue.upcoming() for queue in self._queues.values())
        return next((item for item in found if item is not None), None)

    def running(self) -> list[Item]:
        """The items that run now in any queue."""
        return [item for queue in self._queues.values() for item in queue.running()]
