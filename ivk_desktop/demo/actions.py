"""What clients do to the queue, with the events that follow from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ivk_desktop.demo import events
from ivk_desktop.demo.batch import Batch
from ivk_desktop.demo.engine import Engine
from ivk_desktop.demo.events import Hub
from ivk_desktop.demo.store.queue import Item, Queue
from ivk_desktop.demo.store.users import User


class QueueActions:
    """Changes to a queue; each emits what the real server emits, and nothing else."""

    def __init__(self, engine: Engine, hub: Hub) -> None:
        self._engine = engine
        self._hub = hub

    async def enqueue(
        self, queue: Queue, batch: Batch, owner: User, *, prepend: bool
    ) -> dict[str, Any]:
        """Add a batch; a full queue takes fewer items and says so by its counts only."""
        items, priority = queue.enqueue(batch, owner, prepend=prepend)
        data = events.of_queue(
            queue.queue_id,
            batch_id=batch.batch_id,
            enqueued=len(items),
            requested=batch.requested,
            priority=priority,
            origin=batch.origin,
            user_id=owner.user_id,
        )
        await self._hub.emit("batch_enqueued", data, queue.queue_id)
        self._engine.wake()
        return {
            "queue_id": queue.queue_id,
            "enqueued": len(items),
            "requested": batch.requested,
            "batch": batch.echo(),
            "priority": priority,
            "item_ids": sorted((item.item_id for item in items), reverse=True),
        }

    async def cancel(self, item: Item) -> None:
        """Cancel one item; an ended one stays as it is."""
        if not item.ended:
            await self._engine.set_status(item, "canceled")

    async def cancel_many(self, queue: Queue, chosen: Callable[[Item], bool]) -> int:
        """Cancel all live items that are chosen; how many there were."""
        live = [item for item in queue.items() if not item.ended and chosen(item)]
        waiting = [item for item in live if item.status != "in_progress"]
        for item in waiting:
            queue.set_status(item, "canceled")
        if waiting:
            data = events.items_canceled(queue.queue_id, waiting)
            await self._hub.emit("queue_items_canceled", data, queue.queue_id)
        for item in live:
            await self.cancel(item)
        return len(live)

    async def delete(self, queue: Queue, items: Iterable[Item]) -> int:
        """Delete items; live ones are canceled first. How many there were."""
        count = 0
        for item in items:
            await self.cancel(item)
            queue.remove(item)
            count += 1
        return count

    async def retry(self, queue: Queue, ids: list[int]) -> list[int]:
        """Queue failed and canceled items again; the old ids of those it did."""
        old = [item for item_id in ids if (item := queue.find(item_id)) is not None]
        retried = [item for item in old if item.status in ("failed", "canceled")]
        for item in retried:
            queue.retry(item)
        done = [item.item_id for item in retried]
        data = events.items_retried(queue.queue_id, retried)
        await self._hub.emit("queue_items_retried", data, queue.queue_id)
        self._engine.wake()
        return done

    async def clear(self, queue: Queue, owner: User) -> int:
        """Cancel what runs, delete everything; of one who is no administrator what is theirs."""
        items = [item for item in queue.items() if owner.is_admin or item.owner is owner]
        for item in items:
            if item.status == "in_progress":
                await self.cancel(item)
        for item in items:
            item.stopped.set()
            queue.remove(item)
        data = events.of_queue(queue.queue_id, user_id=None if owner.is_admin else owner.user_id)
        await self._hub.emit("queue_cleared", data, queue.queue_id)
        return len(items)

    async def prune(self, queue: Queue, owner: User) -> int:
        """Delete all ended items that one may delete; nobody is told."""
        mine = [item for item in queue.items() if owner.is_admin or item.owner is owner]
        ended = [item for item in mine if item.ended]
        return await self.delete(queue, ended)
