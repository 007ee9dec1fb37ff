"""A job that runs already when the app connects."""

from __future__ import annotations

from contextlib import aclosing
from typing import Any

from aiohttp import web

from ivk_desktop.domain.updates import JobPlan
from tests.api.fake_invokeai import FakeInvokeAI, backend_for, served
from tests.api.test_connection import reach
from tests.domain.small_server import openapi


def test_its_nodes_have_the_names_of_the_workflow_and_of_the_templates(run: Any) -> None:
    """Although the templates take longer to be read than the record."""

    async def answer(_: web.Request) -> web.Response:
        return web.json_response(openapi())

    async def meet() -> None:
        fake = FakeInvokeAI()
        nodes = {"a": {"type": "noise"}, "b": {"type": "noise"}}
        workflow = {"nodes": [{"id": "b", "data": {"id": "b", "label": "Grain"}}]}
        session = {"graph": {"nodes": nodes, "edges": []}}
        fake.add(1, "in_progress", session=session, workflow=workflow)
        fake.routes["GET", "/openapi.json"] = answer
        async with (
            served(fake),
            backend_for(fake) as backend,
            aclosing(backend.updates()) as updates,
        ):
            plan = await reach(updates, JobPlan)
            assert plan.nodes == (("a", "noise", "Noise"), ("b", "noise", "Grain"))

    run(meet())
