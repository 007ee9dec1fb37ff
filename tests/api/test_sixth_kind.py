"""The example of docs/adding-a-kind.md is a kind of server like the others."""

from __future__ import annotations

import base64
import importlib.util
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from ivk_desktop.api import backends
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.demo.kinds.server import ScriptedServer
from tests.api import test_kinds as contract
from tests.servers.kinds import QUICK, SERVER, Case

PAGE = Path(__file__).parents[2] / "docs" / "adding-a-kind.md"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
MOST_LINES = 100

BEHAVIOURS: list[Callable[..., None]] = [
    contract.test_a_job_goes_from_submission_to_result,
    contract.test_jobs_run_one_after_the_other_and_each_once,
    contract.test_a_paused_queue_sends_nothing_until_it_goes_on,
    contract.test_what_waits_is_canceled_without_the_server,
    contract.test_a_running_job_is_stopped_as_far_as_the_server_can,
    contract.test_an_answer_that_breaks_off_is_not_taken_for_an_end,
    contract.test_too_many_requests_wait_or_fail_and_are_told,
    contract.test_a_server_that_dies_in_the_middle_loses_no_waiting_job,
    contract.test_a_dead_server_ends_in_lost_and_errors_of_the_tree,
    contract.test_the_kind_is_found_by_asking,
    contract.test_nothing_is_asked_while_nobody_looks_and_nothing_runs,
    contract.test_an_unknown_job_is_not_found,
    contract.test_a_form_varies_its_values_and_seeds,
    contract.test_what_a_job_ran_with_can_be_opened_repeated_and_retried,
    contract.test_a_failed_job_is_retried_and_what_ended_is_tidied,
    contract.test_documents_are_refused_in_words,
    contract.test_a_connection_says_whether_it_polls,
]


class ToyServer(ScriptedServer):
    """The server of the example."""

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/about", self._about), web.post("/paint", self._paint)]

    async def _about(self, _: web.Request) -> web.Response:
        return web.json_response({"name": "toy", "version": "1"})

    async def _paint(self, request: web.Request) -> web.Response:
        body = await request.json()
        for _ in range(body["steps"]):
            await self.stage.step()
        data = await self.paint(body["prompt"], 1, body["width"], body["height"])
        return web.json_response({"picture": base64.b64encode(data).decode()})


@pytest.fixture(scope="module")
def code() -> str:
    return BLOCK.findall(PAGE.read_text("utf-8"))[0]


@pytest.fixture
def case(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    (tmp_path / "toy.py").write_text(code, "utf-8")
    spec = importlib.util.spec_from_file_location("toy", tmp_path / "toy.py")
    assert spec is not None
    assert spec.loader is not None
    toy: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(toy)
    kind = backends.Kind("toy", "Toy", lambda p: toy.ToyBackend(p.server_id, p.profile, p.kept))
    monkeypatch.setattr(backends, "KINDS", (*backends.KINDS, kind))

    def make(url: str) -> Any:
        return toy.ToyBackend(SERVER, ConnectionProfile(url, product="Toy"), pace=QUICK)

    return Case("toy", ToyServer, make, "/paint", "/about", reports=False)


@pytest.mark.parametrize("behaviour", BEHAVIOURS, ids=lambda one: one.__name__)
def test_the_example_does_what_every_kind_does(
    behaviour: Callable[..., None], case: Case, run: Any
) -> None:
    behaviour(case, run)


@pytest.mark.parametrize("refusal", contract.REFUSALS.values(), ids=contract.REFUSALS)
def test_the_example_tells_refusals(refusal: Any, case: Case, run: Any) -> None:
    contract.test_a_refused_job_fails_with_the_servers_reason(case, refusal, run)


def test_the_example_is_short(code: str) -> None:
    assert len(code.splitlines()) <= MOST_LINES
