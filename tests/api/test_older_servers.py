"""Servers of another age: what they do not know is told, and what can do without it goes on."""

from __future__ import annotations

from contextlib import aclosing
from typing import Any

import pytest
from aiohttp import web

from ivk_desktop.api.errors import RouteMissing
from ivk_desktop.domain.jobs import JobId, JobState
from ivk_desktop.domain.updates import Connected
from tests.api.fake_invokeai import FakeInvokeAI, Q, backend_for, served


def test_a_server_without_summaries_is_read_by_its_records(run: Any) -> None:
    async def scenario() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.add(1, "completed")
            fake.routes["POST", f"{Q}/item_summaries_by_ids"] = _not_allowed
            for _ in range(2):
                (job,) = await backend.jobs([JobId("1")])
                assert job.state is JobState.COMPLETED
            assert fake.calls.count(f"POST {Q}/item_summaries_by_ids") == 1

    run(scenario())


async def _not_allowed(_: web.Request) -> web.Response:
    return web.json_response({"detail": "Method Not Allowed"}, status=405)


async def _own_page(_: web.Request) -> web.Response:
    """What InvokeAI answers to every GET that it does not know."""
    return web.Response(text="<!DOCTYPE html>", content_type="text/html")


def test_a_server_from_before_there_were_users_is_open_to_all(run: Any) -> None:
    async def scenario() -> None:
        fake = FakeInvokeAI()
        fake.routes["GET", "/api/v1/auth/status"] = _own_page
        async with (
            served(fake),
            backend_for(fake) as backend,
            aclosing(backend.updates()) as updates,
        ):
            connected = await anext(updates)
            assert isinstance(connected, Connected)
            assert connected.facts.account is None

    run(scenario())


def test_what_an_older_server_lacks_is_named(run: Any) -> None:
    async def scenario() -> None:
        fake = FakeInvokeAI()
        path = "/api/v1/virtual_boards/by_date"
        fake.routes["GET", path] = _own_page
        async with served(fake), backend_for(fake) as backend:
            with pytest.raises(RouteMissing) as caught:
                await backend.date_boards()
            assert caught.value.problem.args["what"] == path

    run(scenario())


def test_unknown_fields_and_missing_ones_are_no_matter(run: Any) -> None:
    async def scenario() -> None:
        fake = FakeInvokeAI()

        async def status(_: web.Request) -> web.Response:
            return web.json_response({"multiuser_enabled": True, "brand_new": {"a": 1}})

        async def me(_: web.Request) -> web.Response:
            return web.json_response({"user_id": "u", "roles": ["painter"], "display_name": None})

        fake.routes["GET", "/api/v1/auth/status"] = status
        fake.routes["GET", "/api/v1/auth/me"] = me
        async with served(fake), backend_for(fake) as backend:
            backend.keys.token = "t0ken"
            async with aclosing(backend.updates()) as updates:
                connected = await anext(updates)
                assert isinstance(connected, Connected)
                account = connected.facts.account
                assert account is not None
                assert (account.name, account.admin) == ("u", False)

    run(scenario())
