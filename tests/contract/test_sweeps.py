"""A sweep is unfolded by both servers in the order that was told before."""

from __future__ import annotations

from typing import Any

from ivk_desktop.api.client import Client
from ivk_desktop.domain.form import Choices, Form, SubmitOptions
from ivk_desktop.domain.invokeai.field_ids import make_field_id
from ivk_desktop.domain.jobs import JobState
from ivk_desktop.domain.sheets import values_of
from ivk_desktop.domain.sweeps import SeedMode, SeedRule, Sweep, Sweeps
from tests.contract.conftest import Server
from tests.contract.graphs import perform
from tests.domain.builder import exposed, node, workflow

STEPS, DELAY, MODE = (make_field_id("n", name) for name in ("steps", "delay", "mode"))
PREVIEW, SEED = (make_field_id("n", name) for name in ("preview", "seed"))


async def a_form(client: Client) -> Form:
    values = {"steps": 1, "delay": 0.01, "mode": "determinate", "preview": True, "seed": 5}
    slow = node("n", "lab_slow_image", **values, width=64, height=64)
    slow["data"]["useCache"] = False
    for name, one in slow["data"]["inputs"].items():
        one["label"] = name
    return await client.open(workflow([slow], exposedFields=exposed(*(f"n.{n}" for n in values))))


async def ran(client: Client, form: Form, options: SubmitOptions) -> list[dict[str, str]]:
    """What the server says each item ran with, in the order of its ids."""
    assert form.readiness(options, Choices()).ready
    request = form.request(options)
    assert request.count == form.readiness(options, Choices()).count
    done = await perform(client, request)
    jobs = await client.backend.jobs(done.job_ids)
    assert [job.state for job in jobs] == [JobState.COMPLETED] * request.count
    by_id = {job.key.job_id: dict(job.inputs) for job in jobs}
    return [by_id[job_id] for job_id in done.job_ids]


def test_steps_and_delays_in_step_with_every_mode(server: Server, run: Any) -> None:
    async def sweep() -> None:
        async with server.client() as client:
            swept = (
                Sweep(STEPS, (1, 2), "pair"),
                Sweep(MODE, ("determinate", "indeterminate")),
                Sweep(DELAY, (0.01, 0.02), "pair"),
            )
            seeds = (SeedRule(SEED, SeedMode.INCREMENT),)
            options = SubmitOptions(runs=2, sweeps=Sweeps(swept, seeds))
            found = await ran(client, await a_form(client), options)
            row = [(one["seed"], one["steps"], one["delay"], one["mode"]) for one in found]
            once = [
                ("1", "0.01", "determinate"),
                ("1", "0.01", "indeterminate"),
                ("2", "0.02", "determinate"),
                ("2", "0.02", "indeterminate"),
            ]
            assert row == [(seed, *rest) for seed in ("5", "6") for rest in once]

    run(sweep())


def test_switches_can_be_swept(server: Server, run: Any) -> None:
    async def sweep() -> None:
        async with server.client() as client:
            options = SubmitOptions(sweeps=Sweeps((Sweep(PREVIEW, (True, False)),)))
            found = await ran(client, await a_form(client), options)
            assert [float(one["preview"]) for one in found] == [1.0, 0.0]

    run(sweep())


def test_each_item_stands_in_the_cell_of_its_values(server: Server, run: Any) -> None:
    async def sweep() -> None:
        async with server.client() as client:
            swept = (Sweep(STEPS, (1, 2, 3)), Sweep(DELAY, (0.01, 0.02)))
            options = SubmitOptions(sweeps=Sweeps(swept))
            request = (await a_form(client)).request(options)
            assert request.place is not None
            done = await perform(client, request)
            jobs = {job.key.job_id: job for job in await client.backend.jobs(done.job_ids)}
            for cell, job_id in enumerate(done.job_ids):
                ran = {label: float(value) for label, value in jobs[job_id].inputs}
                values = values_of(request.place.axes, cell)
                assert (ran["steps"], ran["delay"]) == (values[STEPS], values[DELAY])

    run(sweep())
