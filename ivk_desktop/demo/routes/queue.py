"""The queue: enqueue, look, cancel, retry, clear."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiohttp import web

from ivk_desktop.demo import redacted
from ivk_desktop.demo.batch import checked_batch
from ivk_desktop.demo.gate import asker, owned, owns
from ivk_desktop.demo.reply import (
    answer,
    ascending,
    body_of,
    ids_of,
    needed,
    whole_number,
    without_nulls,
)
from ivk_desktop.demo.state import state_of
from ivk_desktop.demo.store.queue import Item, Queue

routes = web.RouteTableDef()
BASE = "/api/v1/queue/{queue_id}"


def _queue(request: web.Request) -> Queue:
    return state_of(request).queues[request.match_info["queue_id"]]


def _item(request: web.Request) -> Item:
    number = whole_number(request.match_info["item_id"], "path", "item_id")
    return _queue(request).get(number)


@routes.post(f"{BASE}/enqueue_batch")
async def enqueue_batch(request: web.Request) -> web.Response:
    """Add a batch to the queue."""
    batch, prepend = checked_batch(await body_of(request))
    actions = state_of(request).actions
    owner = asker()
    return answer(await actions.enqueue(_queue(request), batch, owner, prepend=prepend))


@routes.get(f"{BASE}/status")
async def status(request: web.Request) -> web.Response:
    """Counts, and whether the queue runs."""
    processor = state_of(request).engine.processor()
    return answer({"queue": _status(request), "processor": processor})


def _status(request: web.Request) -> dict[str, Any]:
    """The counts, and of the running item only what concerns whoever asks."""
    user, told = asker(), _queue(request).status()
    if not state_of(request).users.several:
        return told
    if user.is_admin:
        return told | {"user_pending": None, "user_in_progress": None}
    mine = [item.status for item in _queue(request).items() if item.owner is user]
    running = _queue(request).find(told["item_id"] or 0)
    if running is None or running.owner is not user:
        told = redacted.queue_status(told)
    return told | {
        "user_pending": mine.count("pending"),
        "user_in_progress": mine.count("in_progress"),
    }


@routes.get(f"{BASE}/item_ids")
async def item_ids(request: web.Request) -> web.Response:
    """All item ids, newest first."""
    ids = _queue(request).ids(ascending=ascending(request, "order_dir"))
    return answer({"item_ids": ids, "total_count": len(ids)})


def _record(request: web.Request, item: Item) -> dict[str, Any]:
    whole = item.record()
    return whole if owns(asker(), item) else redacted.record(whole)


def _summary(request: web.Request, item: Item) -> dict[str, Any]:
    whole = item.summary()
    return whole if owns(asker(), item) else redacted.record(whole)


async def _chosen(request: web.Request) -> list[Item]:
    queue = _queue(request)
    return [item for key in await ids_of(request) if (item := queue.find(key)) is not None]


@routes.post(f"{BASE}/items_by_ids")
async def items_by_ids(request: web.Request) -> web.Response:
    """Whole records; unknown ids are left out."""
    return answer([_record(request, item) for item in await _chosen(request)])


@routes.post(f"{BASE}/item_summaries_by_ids")
async def item_summaries_by_ids(request: web.Request) -> web.Response:
    """Short records; unknown ids are left out."""
    return answer([_summary(request, item) for item in await _chosen(request)])


@routes.get(f"{BASE}/list_all")
async def list_all(request: web.Request) -> web.Response:
    """Whole records of everything."""
    destination = request.query.get("destination")
    items = _queue(request).items()
    shown = [item for item in items if destination is None or item.destination == destination]
    return answer([_record(request, item) for item in shown])


@routes.get(f"{BASE}/current")
async def current(request: web.Request) -> web.Response:
    """The item that runs, or null."""
    running = _queue(request).running()
    return answer(_record(request, running[0]) if running else None)


@routes.get(f"{BASE}/next")
async def upcoming(request: web.Request) -> web.Response:
    """The item that runs next, or null."""
    item = _queue(request).upcoming()
    return answer(_record(request, item) if item else None)


@routes.get(f"{BASE}/i/{{item_id}}")
async def get_item(request: web.Request) -> web.Response:
    """One whole record, without nulls."""
    return answer(without_nulls(_record(request, _item(request))))


@routes.delete(f"{BASE}/i/{{item_id}}")
async def delete_item(request: web.Request) -> web.Response:
    """Delete one item; a live one is canceled first."""
    item = owned(request, _item(request), "delete")
    await state_of(request).actions.delete(_queue(request), [item])
    return answer(None)


@routes.put(f"{BASE}/i/{{item_id}}/cancel")
async def cancel_item(request: web.Request) -> web.Response:
    """Cancel one item."""
    item = owned(request, _item(request), "cancel")
    await state_of(request).actions.cancel(item)
    return answer(item.record())


@routes.put(f"{BASE}/cancel_by_batch_ids")
async def cancel_by_batch_ids(request: web.Request) -> web.Response:
    """Cancel the live items of some batches."""
    body = await body_of(request, "batch_ids")
    batches = set(body["batch_ids"])
    return await _cancel(request, batches)


async def _cancel(request: web.Request, batches: set[str]) -> web.Response:
    return await _cancel_where(request, lambda item: item.batch_id in batches)


async def _cancel_where(request: web.Request, chosen: Callable[[Item], bool]) -> web.Response:
    """Cancel what is chosen of what whoever asks may cancel."""
    user, actions = asker(), state_of(request).actions
    count = await actions.cancel_many(
        _queue(request), lambda item: owns(user, item) and chosen(item)
    )
    return answer({"canceled": count})


@routes.put(f"{BASE}/cancel_by_destination")
async def cancel_by_destination(request: web.Request) -> web.Response:
    """Cancel the live items that go to one destination."""
    (destination,) = needed(request, "destination")
    return await _cancel_where(request, lambda item: item.destination == destination)


@routes.put(f"{BASE}/cancel_all_except_current")
async def cancel_all_except_current(request: web.Request) -> web.Response:
    """Cancel all that wait."""
    return await _cancel_where(request, lambda item: item.status == "pending")


@routes.put(f"{BASE}/delete_all_except_current")
async def delete_all_except_current(request: web.Request) -> web.Response:
    """Delete all that wait."""
    queue = _queue(request)
    actions = state_of(request).actions
    user = asker()
    waiting = [item for item in queue.items() if item.status == "pending" and owns(user, item)]
    await actions.cancel_many(queue, lambda item: item in waiting)
    return answer({"deleted": await actions.delete(queue, waiting)})


@routes.put(f"{BASE}/retry_items_by_id")
async def retry_items_by_id(request: web.Request) -> web.Response:
    """Queue failed and canceled items again."""
    queue, ids = _queue(request), await body_of(request)
    for item_id in ids:
        if (item := queue.find(item_id)) is not None:
            owned(request, item, "retry")
    retried = await state_of(request).actions.retry(queue, ids)
    return answer({"queue_id": queue.queue_id, "retried_item_ids": retried})


@routes.put(f"{BASE}/clear")
async def clear(request: web.Request) -> web.Response:
    """Cancel what runs and delete everything."""
    return answer({"deleted": await state_of(request).actions.clear(_queue(request), asker())})


@routes.put(f"{BASE}/prune")
async def prune(request: web.Request) -> web.Response:
    """Delete all ended items."""
    return answer({"deleted": await state_of(request).actions.prune(_queue(request), asker())})


@routes.put(f"{BASE}/processor/pause")
async def pause(request: web.Request) -> web.Response:
    """Take no new item; what runs goes on."""
    engine = state_of(request).engine
    engine.paused = True
    return answer(engine.processor())


@routes.put(f"{BASE}/processor/resume")
async def resume(request: web.Request) -> web.Response:
    """Take items again."""
    engine = state_of(request).engine
    engine.paused = False
    processor = engine.processor()
    engine.wake()
    return answer(processor)


@routes.get(f"{BASE}/b/{{batch_id}}/status")
async def batch_status(request: web.Request) -> web.Response:
    """Counts of one batch."""
    return answer(_queue(request).batch_status(request.match_info["batch_id"]))


@routes.get(f"{BASE}/counts_by_destination")
async def counts_by_destination(request: web.Request) -> web.Response:
    """Counts of what goes to one destination."""
    (destination,) = needed(request, "destination")
    return answer(_queue(request).destination_status(destination))


@routes.delete(f"{BASE}/d/{{destination}}")
async def delete_by_destination(request: web.Request) -> web.Response:
    """Delete what goes to one destination."""
    queue = _queue(request)
    target: Any = request.match_info["destination"]
    items = [item for item in queue.items() if item.destination == target]
    return answer({"deleted": await state_of(request).actions.delete(queue, items)})
