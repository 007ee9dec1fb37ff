"""What was submitted can be submitted again: both servers make the same of it."""

from __future__ import annotations

from typing import Any

from ivk_desktop.domain.form import SubmitOptions
from ivk_desktop.domain.history import KeptRequest
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.sweeps import Sweep, Sweeps
from tests.contract.conftest import Server
from tests.contract.graphs import perform
from tests.contract.test_sweeps import DELAY, STEPS, a_form


def test_one_item_of_a_batch_runs_again_with_its_own_values(server: Server, run: Any) -> None:
    async def again() -> None:
        async with server.client() as client:
            swept = (Sweep(STEPS, (1, 2)), Sweep(DELAY, (0.01, 0.02)))
            form = await a_form(client)
            first = form.request(SubmitOptions(runs=2, sweeps=Sweeps(swept)))
            done = await perform(client, first)
            inputs = [dict(job.inputs) for job in await client.backend.jobs(done.job_ids)]
            for place in (0, 2, 5, 7):
                kept = KeptRequest("form", "Slow", first.payload, first.count, place=place)
                request = client.backend.repeat(kept)
                assert request.batch_id != first.batch_id
                repeated = await perform(client, request)
                (job,) = await client.backend.jobs(repeated.job_ids)
                assert job.state is JobState.COMPLETED
                assert job.batch_id == request.batch_id
                assert dict(job.inputs) == inputs[place]
                opened = await client.backend.kept_form(kept)
                values = {one.title: str(opened.value(i)) for i, one in opened.spec.fields.items()}
                assert values | inputs[place] == values

    run(again())
