"""The whole record of a job: the same on the demo server and on a real one."""

from __future__ import annotations

from typing import Any

from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.updates import JobPlan, NodeStatus
from tests.contract.conftest import Server
from tests.contract.graphs import node, perform, request, slow_image


def test_a_record_has_the_nodes_with_what_they_gave(server: Server, run: Any) -> None:
    async def read() -> None:
        async with server.client() as client:
            adding = node("sum", "add", a=2, b=3)
            edges = (("sum", "value", "n", "seed"),)
            done = await perform(client, request(slow_image(), adding, edges=edges))
            (plan,) = done.of(JobPlan)
            assert plan.edges == (("sum", "n"),)
            record = await client.backend.job_record(done.job_ids[0])
            assert record.job.state is JobState.COMPLETED
            total, picture = record.nodes
            assert (total.node_id, total.node_type, total.runs) == ("sum", "add", 1)
            assert total.values == (("value", "5"),)
            assert picture.outputs == done.job.outputs
            assert {one.status for one in record.nodes} == {NodeStatus.COMPLETED}
            assert record.raw["session"]["graph"]["nodes"]["n"]["seed"] == 0
            assert record.form is not None
            assert record.form.spec.fields

    run(read())


def test_the_record_of_a_failure_has_its_node_and_all_of_its_traceback(
    server: Server, run: Any
) -> None:
    async def read() -> None:
        async with server.client() as client:
            failing = node("f", "lab_fail", steps=1, delay=0.01, message="boom", value=3)
            after = node("z", "add", a=1)
            edges = (("f", "value", "z", "b"),)
            done = await perform(client, request(failing, after, edges=edges), failing=True)
            record = await client.backend.job_record(done.job_ids[0])
            assert record.job.state is JobState.FAILED
            assert record.job.error is not None
            assert "boom" in record.job.error.message
            assert record.traceback.rstrip().endswith("boom")
            states = {one.node_id: one.status for one in record.nodes}
            assert states == {"f": NodeStatus.FAILED, "z": NodeStatus.PENDING}
            assert "boom" in next(one.error for one in record.nodes if one.node_id == "f")

    run(read())


def test_an_iteration_is_one_node_with_many_runs(server: Server, run: Any) -> None:
    async def read() -> None:
        async with server.client() as client:
            numbers = node("l", "integer_collection", collection=[4, 5, 6])
            each = node("i", "iterate")
            adding = node("a", "add", b=1)
            edges = (("l", "collection", "i", "collection"), ("i", "item", "a", "a"))
            done = await perform(client, request(numbers, each, adding, edges=edges))
            record = await client.backend.job_record(done.job_ids[0])
            assert {one.node_id: one.runs for one in record.nodes} == {"l": 1, "i": 3, "a": 3}

    run(read())
