"""Users, tokens and what they may do: the same on the demo server and on a real one."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import uuid
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from ivk_desktop.api.errors import (
    AccountDisabled,
    Forbidden,
    Rejected,
    Unauthorized,
    WrongPassword,
)
from ivk_desktop.api.invokeai.backend import InvokeAIBackend
from ivk_desktop.api.keys import Keys
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.access import Mode, Right
from ivk_desktop.domain.jobs import UNSET, JobState
from ivk_desktop.domain.servers import LinkState, ServerId
from ivk_desktop.domain.updates import Connected, JobChanged, JobsAdded, Lost, QueueSnapshot, Update
from tests.contract.graphs import node, request, slow_image
from tests.live.server import PORT, lab

ADMIN = ("admin@lab.test", "labadmin")
USER = ("user@lab.test", "labuser")


@dataclass(frozen=True)
class Several:
    """A server with several users."""

    url: str

    @asynccontextmanager
    async def backend(self, token: str = "") -> AsyncIterator[InvokeAIBackend]:
        profile = ConnectionProfile(self.url, keys=Keys(token))
        backend = InvokeAIBackend(ServerId("several"), profile)
        try:
            yield backend
        finally:
            await backend.aclose()

    @asynccontextmanager
    async def signed_in(self, who: tuple[str, str]) -> AsyncIterator[InvokeAIBackend]:
        async with self.backend() as backend:
            await backend.sign_in(*who, remember=False)
            yield backend

    def ask(self, method: str, path: str, token: str, **how: Any) -> Any:
        headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}
        answer = httpx.request(method, self.url + path, headers=headers, timeout=30, **how)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    @contextmanager
    def somebody(self, admin: str) -> Iterator[tuple[tuple[str, str], str]]:
        """A user of the test's own: e-mail and password, and their id."""
        who = (f"{uuid.uuid4().hex}@lab.test", "a-passw0rd")
        body = {"email": who[0], "password": who[1], "display_name": "Some Body"}
        user_id = self.ask("POST", "/api/v1/auth/users", admin, json=body)["user_id"]
        try:
            yield who, user_id
        finally:
            self.ask("DELETE", f"/api/v1/auth/users/{user_id}", admin)


@pytest.fixture(scope="module")
def several_demo() -> Iterator[str]:
    command = [sys.executable, "-m", "ivk_desktop.demo", "--speed", "20", "--multiuser"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield json.loads(process.stdout.readline())["url"]
        process.stdin.close()
        process.wait(10)


@pytest.fixture(scope="module")
def several_real(request: pytest.FixtureRequest) -> Iterator[str]:
    if not request.config.getoption("--live"):
        pytest.skip("a real server with several users is needed: run with --live")
    with lab(PORT + 4, "--multiuser", "--no-models") as url:
        yield url


@pytest.fixture(params=["demo", pytest.param("real", marks=pytest.mark.live)])
def several(request: pytest.FixtureRequest) -> Several:
    return Several(request.getfixturevalue(f"several_{request.param}"))


async def first(backend: InvokeAIBackend) -> Update:
    async with aclosing(backend.updates()) as updates:
        return await anext(updates)


async def until_lost(updates: AsyncGenerator[Update, None]) -> Lost:
    async for update in updates:
        if isinstance(update, Lost):
            return update
    raise AssertionError("it ended without a word")


async def snapshot(updates: AsyncGenerator[Update, None]) -> QueueSnapshot:
    async for update in updates:
        if isinstance(update, QueueSnapshot):
            return update
    raise AssertionError("there was none")


def test_whoever_comes_without_a_token_is_asked_to_sign_in(several: Several, run: Any) -> None:
    async def come() -> None:
        async with several.backend() as backend:
            assert await backend.access_mode() is Mode.SIGN_IN
            facts = await backend.probe()
            assert (facts.version, facts.account) == ("6.14.2", None)
            lost = await first(backend)
            assert isinstance(lost, Lost)
            assert lost.problem.code == "unauthorized"
            assert lost.retry_in_s is not None
            assert lost.retry_in_s > 10
            with pytest.raises(Unauthorized):
                await backend.models()

    run(come())


@pytest.mark.parametrize("token", ["rubbish", "a.b.c", "eyJhbGciOiJIUzI1NiJ9.e30.x"])
def test_a_token_that_is_none_is_refused(several: Several, run: Any, token: str) -> None:
    async def come() -> None:
        async with several.backend(token) as backend:
            lost = await first(backend)
            assert isinstance(lost, Lost)
            assert lost.problem.code == "unauthorized"

    run(come())


def test_signing_in_is_refused_with_its_reason(several: Several, run: Any) -> None:
    async def come() -> None:
        async with several.backend() as backend:
            with pytest.raises(WrongPassword):
                await backend.sign_in(USER[0], "wrong", remember=False)
            with pytest.raises(WrongPassword):
                await backend.sign_in("nobody@lab.test", "wrong", remember=False)
            with pytest.raises(Rejected) as caught:
                await backend.sign_in("no address", "wrong", remember=False)
            assert caught.value.problem.args["reason"]
            assert backend.keys.token == ""

    run(come())


@pytest.mark.parametrize(("remember", "days"), [(False, 1), (True, 7)])
def test_signed_in_everything_is_there(
    several: Several, run: Any, remember: bool, days: int
) -> None:
    async def come() -> None:
        async with several.backend() as backend:
            account = await backend.sign_in(*USER, remember=remember)
            assert (account.email, account.admin) == (USER[0], False)
            assert account.rights == frozenset()
            connected = await first(backend)
            assert isinstance(connected, Connected)
            assert connected.link is LinkState.LIVE
            assert connected.facts.account == account
            await backend.models()
            ends = backend.sign_in_ends()
            assert ends is not None
            assert ends.lifetime_s == days * 86_400

    run(come())


def test_an_administrator_may_do_everything(several: Several, run: Any) -> None:
    async def come() -> None:
        async with several.signed_in(ADMIN) as backend:
            connected = await first(backend)
            assert isinstance(connected, Connected)
            account = connected.facts.account
            assert account is not None
            assert account.admin
            assert account.rights == frozenset(Right)
            assert connected.facts.queue_limit is not None

    run(come())


def test_a_user_may_neither_pause_nor_touch_the_items_of_others(several: Several, run: Any) -> None:
    async def come() -> None:
        async with several.signed_in(ADMIN) as admin, several.signed_in(USER) as user:
            with pytest.raises(Forbidden):
                await user.set_paused(True)
            (item,) = (await admin.submit(request(node("a", "add", a=1, b=2)))).job_ids
            for refused in (user.cancel([item]), user.delete_jobs([item]), user.retry([item])):
                with pytest.raises(Forbidden):
                    await refused
            await admin.delete_jobs([item])

    run(come())


def test_items_of_others_are_redacted_for_users_and_not_for_administrators(
    several: Several, run: Any
) -> None:
    async def come() -> None:
        async with several.signed_in(ADMIN) as admin, several.signed_in(USER) as user:
            (theirs,) = (await admin.submit(request(node("a", "add", a=1, b=2)))).job_ids
            (mine,) = (await user.submit(request(node("a", "add", a=1, b=2)))).job_ids
            seen = {job.key.job_id: job for job in await user.jobs([theirs, mine])}
            assert seen[theirs].private
            assert seen[theirs].batch_id is None
            assert not seen[mine].private
            record = await user.job_record(theirs)
            assert record.job.private
            assert (record.form, record.nodes) == (None, ())
            (whole,) = await admin.jobs([mine])
            assert (whole.private, whole.user) == (False, "Lab User")
            update = await admin.reconcile(mine)
            assert update.user in ("Lab User", UNSET)
            await admin.delete_jobs([theirs, mine])

    run(come())


def test_the_run_of_another_user_is_told_without_what_it_is(several: Several, run: Any) -> None:
    async def come() -> None:
        async with several.signed_in(ADMIN) as admin, several.signed_in(USER) as user:
            async with aclosing(user.updates()) as updates:
                await snapshot(updates)
                (item,) = (await admin.submit(request(slow_image()))).job_ids
                async for update in updates:
                    if isinstance(update, JobsAdded):
                        assert all(job.private for job in update.jobs)
                    if isinstance(update, JobChanged) and update.update.key.job_id == item:
                        assert update.update.private is not False
                        if update.update.state is JobState.COMPLETED:
                            break
            await admin.delete_jobs([item])

    run(come())


def test_an_administrator_sees_the_run_of_another_user(several: Several, run: Any) -> None:
    async def come() -> None:
        async with several.signed_in(ADMIN) as admin, several.signed_in(USER) as user:
            async with aclosing(admin.updates()) as updates:
                await snapshot(updates)
                (item,) = (await user.submit(request(slow_image()))).job_ids
                kinds = set()
                async for update in updates:
                    kinds.add(type(update).__name__)
                    changed = isinstance(update, JobChanged) and update.update.key.job_id == item
                    if changed and update.update.state is JobState.COMPLETED:
                        break
                assert "NodeChanged" in kinds
                assert "Progress" not in kinds
            await user.delete_jobs([item])

    run(come())


def test_what_changes_something_renews_the_token(several: Several, run: Any) -> None:
    async def come() -> None:
        async with several.signed_in(USER) as backend:
            before = backend.keys.token
            await backend.models()
            assert backend.keys.token == before
            await asyncio.sleep(1.1)  # tokens of one second are the same
            await backend.prune()
            assert backend.keys.token != before
            await backend.models()

    run(come())


def test_a_password_changed_elsewhere_ends_the_connection(several: Several, run: Any) -> None:
    async def come() -> None:
        async with several.signed_in(ADMIN) as admin:
            with several.somebody(admin.keys.token) as (who, user_id):
                async with several.signed_in(who) as backend:
                    async with aclosing(backend.updates()) as updates:
                        await snapshot(updates)
                        body = {"password": "an0ther-one"}
                        path = f"/api/v1/auth/users/{user_id}"
                        several.ask("PATCH", path, admin.keys.token, json=body)
                        await until_lost(updates)
                    lost = await first(backend)
                    assert isinstance(lost, Lost)
                    assert lost.problem.code == "unauthorized"
                    await backend.sign_in(who[0], "an0ther-one", remember=False)
                    assert isinstance(await first(backend), Connected)

    run(come())


def test_a_disabled_user_is_signed_out_and_cannot_sign_in(several: Several, run: Any) -> None:
    async def come() -> None:
        async with several.signed_in(ADMIN) as admin:
            with several.somebody(admin.keys.token) as (who, user_id):
                async with several.signed_in(who) as backend:
                    async with aclosing(backend.updates()) as updates:
                        await snapshot(updates)
                        body = {"is_active": False}
                        path = f"/api/v1/auth/users/{user_id}"
                        several.ask("PATCH", path, admin.keys.token, json=body)
                        await until_lost(updates)
                    with pytest.raises(AccountDisabled):
                        await backend.sign_in(*who, remember=False)

    run(come())


def test_signing_out_ends_the_connection(several: Several, run: Any) -> None:
    async def come() -> None:
        async with several.signed_in(USER) as backend:
            async with aclosing(backend.updates()) as updates:
                await snapshot(updates)
                await backend.sign_out()
                lost = await until_lost(updates)
                assert lost.problem.code == "unauthorized"
            assert backend.keys.token == ""
            assert isinstance(await first(backend), Lost)

    run(come())


def test_the_first_administrator_is_made_only_once(several: Several, run: Any) -> None:
    async def come() -> None:
        async with several.backend() as backend:
            with pytest.raises(Rejected) as caught:
                await backend.set_up("me@lab.test", "Me", "a-passw0rd")
            assert "already" in str(caught.value.problem.args["reason"])

    run(come())
