"""The queue: pause, order, cancel, retry, clear, and a queue that is full."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.demo.conftest import QUEUE
from tests.demo.listening import enqueue, graph, item, listening, slow
from tests.demo_process import DemoProcess

ADD = graph({"n": {"type": "add", "use_cache": False}})


def _status(demo: DemoProcess) -> dict[str, Any]:
    result: dict[str, Any] = demo.client.get(f"{QUEUE}/status").json()
    return result


def test_pause_lets_the_current_item_finish_and_sends_no_event(demo: DemoProcess) -> None:
    demo.faults(hold=True)

    async def run() -> None:
        async with listening(demo) as listener:
            first, second = sorted(enqueue(demo, slow(1), runs=2)["item_ids"])
            await listener.progress(1)
            before = len(listener.events)
            paused = demo.client.put(f"{QUEUE}/processor/pause").json()
            assert paused == {"is_started": False, "is_processing": True}
            assert len(listener.events) == before
            demo.faults(hold=False)
            await listener.ended(first)
            assert _status(demo)["processor"] == {"is_started": False, "is_processing": False}
            assert item(demo, second)["status"] == "pending"
            demo.client.put(f"{QUEUE}/processor/resume")
            await listener.ended(second)

    asyncio.run(run())


def test_prepended_batches_run_before_those_that_wait(demo: DemoProcess) -> None:
    demo.client.put(f"{QUEUE}/processor/pause")
    (later,) = enqueue(demo, ADD)["item_ids"]
    receipt = enqueue(demo, ADD, prepend=True)
    assert receipt["priority"] == 1
    assert demo.client.get(f"{QUEUE}/next").json()["item_id"] == receipt["item_ids"][0] > later


def test_a_full_queue_takes_less_and_says_so_by_its_counts(demo: DemoProcess) -> None:
    demo.client.put(f"{QUEUE}/processor/pause")
    demo.faults(max_queue_size=3)
    receipt = enqueue(demo, ADD, runs=5)
    assert (receipt["enqueued"], receipt["requested"], len(receipt["item_ids"])) == (3, 5, 3)
    assert enqueue(demo, ADD)["item_ids"] == []


def test_bulk_cancel_names_the_pending_items_in_one_event(demo: DemoProcess) -> None:
    demo.faults(hold=True)

    async def run() -> None:
        async with listening(demo) as listener:
            receipt = enqueue(demo, slow(5), runs=3)
            ids = sorted(receipt["item_ids"])
            await listener.progress(1)
            batches = {"batch_ids": [receipt["batch"]["batch_id"]]}
            answer = demo.client.put(f"{QUEUE}/cancel_by_batch_ids", json=batches)
            assert answer.json() == {"canceled": 3}
            await listener.ended(ids[0])
            (data,) = listener.of("queue_items_canceled")
            assert data["canceled_item_ids"] == ids[1:]
            assert data["canceled_item_ids_by_user"] == {"system": ids[1:]}
            statuses = listener.of("queue_item_status_changed")
            assert {entry["item_id"] for entry in statuses} == {ids[0]}
            assert statuses[-1]["batch_status"]["canceled"] == 3

    asyncio.run(run())


def test_retry_makes_a_new_item_and_names_the_old_one(demo: DemoProcess) -> None:
    async def run() -> None:
        async with listening(demo) as listener:
            (old,) = enqueue(demo, graph({"n": {"type": "lab_fail"}}))["item_ids"]
            await listener.ended(old)
            answer = demo.client.put(f"{QUEUE}/retry_items_by_id", json=[old, 99999]).json()
            assert answer == {"queue_id": "default", "retried_item_ids": [old]}
            await listener.ended(old + 1)
            (data,) = listener.of("queue_items_retried")
            assert data["retried_item_ids"] == [old]
            assert len(listener.of("batch_enqueued")) == 1
            new = item(demo, old + 1)
            assert new["retried_from_item_id"] == old
            assert new["batch_id"] == item(demo, old)["batch_id"]

    asyncio.run(run())


def test_clear_cancels_what_runs_and_deletes_everything(demo: DemoProcess) -> None:
    demo.faults(hold=True)

    async def run() -> None:
        async with listening(demo) as listener:
            ids = sorted(enqueue(demo, slow(5), runs=3)["item_ids"])
            await listener.progress(1)
            assert demo.client.put(f"{QUEUE}/clear").json() == {"deleted": 3}
            data = await listener.until(lambda name, _: name == "queue_cleared")
            assert data["user_id"] is None
            assert (await listener.ended(ids[0]))["status"] == "canceled"
            assert _status(demo)["queue"]["total"] == 0

    asyncio.run(run())


def test_deleting_a_running_item_cancels_it_first(demo: DemoProcess) -> None:
    demo.faults(hold=True)

    async def run() -> None:
        async with listening(demo) as listener:
            (item_id,) = enqueue(demo, slow(5))["item_ids"]
            await listener.progress(1)
            assert demo.client.delete(f"{QUEUE}/i/{item_id}").json() is None
            assert (await listener.ended(item_id))["status"] == "canceled"
            gone = demo.client.get(f"{QUEUE}/i/{item_id}")
            assert gone.status_code == 404
            text = f"Queue item with id {item_id} not found in queue default"
            assert gone.json() == {"detail": text}

    asyncio.run(run())


def test_only_subscribed_sockets_get_queue_events(demo: DemoProcess) -> None:
    async def run() -> None:
        async with listening(demo, subscribe=False) as outside, listening(demo) as inside:
            (item_id,) = enqueue(demo, ADD)["item_ids"]
            await inside.ended(item_id)
            workflow = dict.fromkeys(
                ("name", "author", "description", "version", "contact", "tags", "notes"), "x"
            )
            lists = {"nodes": [], "edges": [], "exposedFields": []}
            meta = {"meta": {"category": "user", "version": "4.0.0"}}
            saved = demo.client.post(
                "/api/v1/workflows/", json={"workflow": workflow | lists | meta}
            ).json()
            await outside.until(lambda name, _: name == "workflow_created")
            assert outside.names() == ["workflow_created"]
            demo.client.delete(f"/api/v1/workflows/i/{saved['workflow_id']}")

    asyncio.run(run())
