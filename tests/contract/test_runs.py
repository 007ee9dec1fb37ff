"""What a run looks like from the outside: the same on the demo server and on a real one."""

from __future__ import annotations

from contextlib import aclosing
from typing import Any

import pytest

from ivk_desktop.api.errors import NotFound, Rejected
from ivk_desktop.api.feed import follow
from ivk_desktop.domain.boards import UNCATEGORIZED
from ivk_desktop.domain.jobs import JobId, JobState
from ivk_desktop.domain.media import MediaSize
from ivk_desktop.domain.updates import (
    JobChanged,
    JobPlan,
    NodeChanged,
    NodeStatus,
    Progress,
)
from tests.contract.conftest import Server
from tests.contract.graphs import node, perform, request, slow_image, started

PICTURES = (b"\x89PNG", b"\xff\xd8", b"RIFF")


def test_a_run_is_told_from_start_to_picture(server: Server, run: Any) -> None:
    async def follow_run() -> None:
        async with server.client() as client:
            done = await perform(client, request(slow_image(width=256, height=192)))
            job = done.job
            assert (job.state, job.title) == (JobState.COMPLETED, "A title")
            assert (job.origin, job.destination) == ("contract", "gallery")
            assert job.created_at is not None
            assert job.started_at is not None
            assert job.ended_at is not None
            assert job.created_at <= job.started_at <= job.ended_at
            assert done.of(JobPlan)[0].nodes[0][:2] == ("n", "lab_slow_image")
            statuses = [change.status for change in done.of(NodeChanged)]
            assert statuses == [NodeStatus.RUNNING, NodeStatus.COMPLETED]
            progress = done.of(Progress)
            fractions = [one.fraction for one in progress if one.fraction is not None]
            assert fractions == sorted(fractions)
            assert fractions[-1] == 1.0
            assert len(fractions) == 4
            previews = [one.preview for one in progress if one.preview]
            assert len(previews) == 4
            assert {(preview.width, preview.height) for preview in previews} == {(256, 192)}
            assert all(preview.data.startswith(PICTURES) for preview in previews)
            (picture,) = job.outputs
            assert done.of(NodeChanged)[-1].outputs == (picture,)
            full = await client.fetch(picture)
            small = await client.fetch(picture, MediaSize.THUMBNAIL)
            assert full.startswith(PICTURES)
            assert small.startswith(PICTURES)
            (info,) = await client.backend.images([picture.name])
            assert (info.width, info.height, info.is_intermediate) == (256, 192, False)
            assert picture.name in await client.backend.image_names(UNCATEGORIZED)

    run(follow_run())


def test_progress_without_a_number_is_busy(server: Server, run: Any) -> None:
    async def busy() -> None:
        async with server.client() as client:
            sent = request(slow_image(mode="indeterminate", preview=False))
            progress = (await perform(client, sent)).of(Progress)
            assert progress
            assert all(one.fraction is None and one.preview is None for one in progress)

    run(busy())


def test_a_running_job_can_be_canceled(server: Server, run: Any) -> None:
    async def cancel() -> None:
        async with server.client() as client, aclosing(follow(client.backend)) as updates:
            await started(updates)
            receipt = await client.submit(request(slow_image(steps=1000)))
            (job_id,) = receipt.job_ids
            async for update in updates:
                if isinstance(update, Progress) and update.key.job_id == job_id:
                    await client.backend.cancel([job_id])
                    break
            async for update in updates:
                if isinstance(update, JobChanged) and update.update.state is JobState.CANCELED:
                    break
            record = await client.backend.reconcile(job_id)
            assert record.state is JobState.CANCELED
            await client.backend.cancel([job_id])  # one that has ended stays as it is
            assert (await client.backend.reconcile(job_id)).state is JobState.CANCELED

    run(cancel())


def test_a_batch_can_be_canceled_whole(server: Server, run: Any) -> None:
    async def cancel() -> None:
        async with server.client() as client, aclosing(follow(client.backend)) as updates:
            await started(updates)
            sent = request(slow_image(steps=1000), runs=4)
            receipt = await client.submit(sent)
            assert list(receipt.job_ids) == sorted(receipt.job_ids, key=int)
            await client.backend.cancel_batches([sent.batch_id])
            open_ids = set(receipt.job_ids)
            async for update in updates:
                if isinstance(update, JobChanged) and update.update.state is JobState.CANCELED:
                    open_ids.discard(update.update.key.job_id)
                    if not open_ids:
                        break
            jobs = await client.backend.jobs(receipt.job_ids)
            assert {job.state for job in jobs} == {JobState.CANCELED}

    run(cancel())


def test_a_failing_node_fails_its_job_with_a_reason(server: Server, run: Any) -> None:
    async def fail() -> None:
        async with server.client() as client:
            failing = node("f", "lab_fail", steps=2, delay=0.01, message="boom <b>x</b>", value=3)
            done = await perform(client, request(failing), failing=True)
            job = done.job
            assert job.state is JobState.FAILED
            assert job.error is not None
            assert job.error.message == "boom <b>x</b>"
            assert job.error.type == "RuntimeError"
            assert "Traceback" in job.error.traceback
            assert done.of(NodeChanged)[-1].status is NodeStatus.FAILED

    run(fail())


def test_an_iteration_tells_how_often_it_repeats(server: Server, run: Any) -> None:
    async def iterate() -> None:
        async with server.client() as client:
            sent = request(
                node("c", "integer_collection", collection=[1, 2, 3]),
                node("i", "iterate"),
                node("a", "add", a=0, b=10),
                edges=(("c", "collection", "i", "collection"), ("i", "item", "a", "a")),
            )
            done = await perform(client, sent)
            assert done.job.state is JobState.COMPLETED
            changes = [one for one in done.of(NodeChanged) if one.status is NodeStatus.COMPLETED]
            assert {one.repeats for one in changes if one.node_id == "i"} == {3}
            adds = [one.run_id for one in changes if one.node_id == "a"]
            assert len(set(adds)) == len(adds) == 3

    run(iterate())


def test_a_cached_node_gives_the_old_picture(server: Server, run: Any) -> None:
    async def again() -> None:
        async with server.client() as client:
            cached = slow_image(use_cache=True, seed=4242)
            first = (await perform(client, request(cached))).job
            second = (await perform(client, request(cached))).job
            assert first.outputs == second.outputs != ()

    run(again())


def test_batch_data_makes_a_job_for_each_value(server: Server, run: Any) -> None:
    async def expand() -> None:
        async with server.client() as client:
            data = [[{"node_path": "a", "field_name": "a", "items": [1, 2, 3]}]]
            sent = request(node("a", "add", a=0, b=1), data=data, runs=2)
            receipt = await client.submit(sent)
            assert (receipt.requested, receipt.enqueued) == (6, 6)
            jobs = await client.backend.jobs(receipt.job_ids)
            assert [job.inputs for job in jobs] == [(("a", str(n)),) for n in (1, 2, 3)] * 2

    run(expand())


@pytest.mark.parametrize(
    ("nodes", "node_id", "field"),
    [
        ((node("x", "no_such_type"),), "x", None),
        ((node("x", "add", a="no number"),), "x", "a"),
        ((node("x", "lab_slow_image", steps=-5),), "x", "steps"),
    ],
)
def test_what_is_refused_points_at_node_and_field(
    server: Server, run: Any, nodes: Any, node_id: str, field: str | None
) -> None:
    async def refuse() -> None:
        async with server.client() as client:
            with pytest.raises(Rejected) as caught:
                await client.submit(request(*nodes))
            found = [(one.node_id, one.field_name) for one in caught.value.problems]
            assert (node_id, field) in found

    run(refuse())


def test_a_cycle_is_refused(server: Server, run: Any) -> None:
    async def refuse() -> None:
        async with server.client() as client:
            edges = (("a", "value", "b", "a"), ("b", "value", "a", "a"))
            with pytest.raises(Rejected):
                await client.submit(request(node("a", "add"), node("b", "add"), edges=edges))

    run(refuse())


def test_a_node_that_lacks_a_connection_fails_at_run_time(server: Server, run: Any) -> None:
    async def lacking() -> None:
        async with server.client() as client:
            job = (await perform(client, request(node("r", "img_resize")))).job
            assert job.state is JobState.FAILED
            assert job.error is not None
            assert "image" in job.error.message

    run(lacking())


def test_unknown_jobs_are_not_found(server: Server, run: Any) -> None:
    async def unknown() -> None:
        async with server.client() as client:
            assert await client.backend.jobs([JobId("999999999")]) == []
            with pytest.raises(NotFound):
                await client.backend.reconcile(JobId("999999999"))
            with pytest.raises(NotFound):
                await client.backend.cancel([JobId("999999999")])

    run(unknown())
