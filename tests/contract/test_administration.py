"""A server is looked after as on the real one."""

from __future__ import annotations

from contextlib import aclosing
from typing import Any

from ivk_desktop.api.feed import follow
from ivk_desktop.domain.administration import LogLevel, Maintenance
from ivk_desktop.domain.updates import QueueSnapshot
from tests.contract.conftest import Server
from tests.contract.graphs import perform, request, slow_image


def test_a_server_tells_of_itself(server: Server, run: Any) -> None:
    async def tell() -> None:
        async with server.client() as client:
            backend = client.backend
            details = await backend.server_details()
            assert details.dependencies
            assert [one.device for one in details.devices] == list(client.facts.devices)
            assert all(one.name for one in details.devices)
            assert details.queue_limit == client.facts.queue_limit
            assert await backend.maintenance() == Maintenance()
            (pack,) = [one for one in await backend.node_packs() if one.name == "lab_nodes"]
            assert "lab_slow_image" in pack.nodes

    run(tell())


def test_the_log_level_is_set(server: Server, run: Any) -> None:
    async def level() -> None:
        async with server.client() as client:
            before = await client.backend.log_level()
            try:
                for wanted in (LogLevel.WARNING, LogLevel.DEBUG):
                    await client.backend.set_log_level(wanted)
                    assert await client.backend.log_level() is wanted
            finally:
                await client.backend.set_log_level(before)

    run(level())


def test_the_invocation_cache_is_switched_and_cleared(server: Server, run: Any) -> None:
    async def cache() -> None:
        async with server.client() as client:
            backend = client.backend
            await backend.enable_result_cache(False)
            try:
                assert not (await backend.result_cache()).enabled
            finally:
                await backend.enable_result_cache(True)
            found = await backend.result_cache()
            assert found.enabled
            assert found.max_size > 0
            await backend.clear_result_cache()
            assert (await backend.result_cache()).size == 0

    run(cache())


def test_intermediates_are_counted_and_deleted(server: Server, run: Any) -> None:
    async def rest() -> None:
        async with server.client() as client:
            node = slow_image(steps=1)
            node["is_intermediate"] = True
            await client.backend.delete_intermediates()
            await perform(client, request(node))
            assert await client.backend.count_intermediates() == 1
            assert await client.backend.delete_intermediates() == 1
            assert await client.backend.count_intermediates() == 0

    run(rest())


def test_what_following_a_server_costs_is_counted(server: Server, run: Any) -> None:
    async def count() -> None:
        async with server.client() as client:
            asked = client.backend.traffic()
            assert asked.requests > 0
            assert asked.request_bytes > 100
            assert asked.latency_s is not None
            assert (asked.events, asked.last_event) == (0, "")
            async with aclosing(follow(client.backend)) as updates:
                async for update in updates:
                    if isinstance(update, QueueSnapshot):
                        break
                heard = client.backend.traffic()
                assert heard.requests > asked.requests
                assert heard.events > 0
                assert heard.event_bytes > 0
                assert heard.reconnects == 0
                assert heard.last_event
                assert heard.last_event_at is not None

    run(count())
