"""A batch is handed in once, whatever becomes of the answer."""

from __future__ import annotations

from typing import Any

import pytest
from aiohttp import web

from ivk_desktop.api.errors import Refused, Rejected, ServerFault, Unconfirmed
from ivk_desktop.api.invokeai import submitting
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.jobs import BatchId
from tests.api.fake_invokeai import FakeInvokeAI, Q, backend_for, served

REQUEST = SubmitRequest(BatchId("mine"), "form", "T", {"batch": {"graph": {}}}, 3)
ENQUEUE = f"{Q}/enqueue_batch"
STATUS = f"{Q}/b/mine/status"
AT_ONCE = (0.0, 0.0, 0.0)


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look a lost answer up without waiting in between."""
    monkeypatch.setattr(submitting.submit, "__defaults__", (AT_ONCE,))


def test_a_full_queue_takes_less_than_was_asked(run: Any) -> None:
    async def full() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.routes["POST", ENQUEUE] = _json({"enqueued": 1, "requested": 3, "item_ids": [9]})
            receipt = await backend.submit(REQUEST)
            assert (receipt.requested, receipt.enqueued, receipt.job_ids) == (3, 1, ("9",))

    run(full())


def test_ids_come_in_the_order_of_expansion(run: Any) -> None:
    async def order() -> None:
        async with served() as fake, backend_for(fake) as backend:
            answer = {"enqueued": 3, "requested": 3, "item_ids": [11, 10, 9]}
            fake.routes["POST", ENQUEUE] = _json(answer)
            assert (await backend.submit(REQUEST)).job_ids == ("9", "10", "11")

    run(order())


@pytest.mark.usefixtures("patience")
def test_a_lost_answer_is_looked_up_and_nothing_is_sent_twice(run: Any) -> None:
    async def lost() -> None:
        async with served() as fake, backend_for(fake) as backend:

            async def take_and_hang_up(request: web.Request) -> web.Response:
                for number in (1, 2, 3):
                    fake.add(number, batch_id="mine")
                assert request.transport is not None
                request.transport.abort()
                return web.Response()

            fake.routes["POST", ENQUEUE] = take_and_hang_up
            fake.routes["GET", STATUS] = _json({"total": 3})
            receipt = await backend.submit(REQUEST)
            assert receipt.enqueued == 3
            assert receipt.job_ids == ("1", "2", "3")
            assert fake.calls.count(f"POST {ENQUEUE}") == 1

    run(lost())


@pytest.mark.usefixtures("patience")
def test_a_batch_that_was_not_taken_is_an_error(run: Any) -> None:
    async def failed() -> list[str]:
        async with served() as fake, backend_for(fake) as backend:
            fake.routes["POST", ENQUEUE] = _json("Internal Server Error", 500)
            fake.routes["GET", STATUS] = _json({"total": 0})
            with pytest.raises(ServerFault):
                await backend.submit(REQUEST)
            return fake.calls

    assert run(failed()).count(f"POST {ENQUEUE}") == 1


@pytest.mark.usefixtures("patience")
def test_where_nothing_can_be_told_that_is_said(run: Any) -> None:
    async def unknown() -> None:
        async with served() as fake, backend_for(fake) as backend:
            fake.routes["POST", ENQUEUE] = _json("oops", 500)
            fake.routes["GET", STATUS] = _json("oops", 500)
            with pytest.raises(Unconfirmed):
                await backend.submit(REQUEST)

    run(unknown())


def test_a_refusal_is_not_looked_up(run: Any) -> None:
    async def refused() -> None:
        fake = FakeInvokeAI()
        async with served(fake), backend_for(fake) as backend:
            fake.routes["POST", ENQUEUE] = _json({"detail": [{"loc": [], "msg": "cycle"}]}, 422)
            with pytest.raises(Rejected) as caught:
                await backend.submit(REQUEST)
            assert caught.value.problem.args["reason"] == "cycle"
            assert fake.calls == [f"POST {ENQUEUE}"]
        async with backend_for(fake) as backend:
            with pytest.raises(Refused):
                await backend.submit(REQUEST)

    run(refused())


def _json(answer: Any, status: int = 200) -> Any:
    async def handler(_: web.Request) -> web.Response:
        return web.json_response(answer, status=status)

    return handler
