"""The users of a real server with several: what its administrators see and change of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from uuid import uuid4

import httpx
import pytest

from ivk_desktop.api.client import connect
from ivk_desktop.api.errors import ApiError, Forbidden, Rejected
from ivk_desktop.domain.administration import NewUser, Standing, UserChange
from tests.live.server import PORT, lab

ADMIN = ("admin@lab.test", "labadmin")
USER = ("user@lab.test", "labuser")


@pytest.fixture(scope="module")
def several(request: pytest.FixtureRequest) -> Iterator[str]:
    if not request.config.getoption("--live"):
        pytest.skip("a real server with several users is needed: run with --live")
    with lab(PORT + 4, "--multiuser", "--no-models") as url:
        yield url


def token(url: str, who: tuple[str, str]) -> str:
    body = {"email": who[0], "password": who[1], "remember_me": False}
    answer = httpx.post(f"{url}/api/v1/auth/login", json=body, timeout=30)
    answer.raise_for_status()
    return str(answer.json()["token"])


def test_an_administrator_adds_changes_and_deletes_users(several: str, run: Any) -> None:
    async def manage() -> None:
        async with connect(several, token=token(several, ADMIN)) as client:
            backend, email = client.backend, f"{uuid4().hex}@lab.test"
            assert await backend.standing() == Standing(has_users=True, is_admin=True)
            made = await backend.add_user(NewUser(email, "a-passw0rd", "Some Body"))
            try:
                assert (made.email, made.name, made.is_admin) == (email, "Some Body", False)
                assert made in await backend.users()
                with pytest.raises(Rejected) as told:
                    await backend.add_user(NewUser(email, "a-passw0rd"))
                assert told.value.problem.args["reason"]
                change = UserChange(name="Another", is_admin=True, password="0ther-word")
                changed = await backend.change_user(made.user_id, change)
                assert (changed.name, changed.is_admin) == ("Another", True)
                assert token(several, (email, "0ther-word"))
                off = await backend.change_user(made.user_id, UserChange(is_active=False))
                assert not off.is_active
                with pytest.raises(httpx.HTTPStatusError):
                    token(several, (email, "0ther-word"))
            finally:
                with suppress(ApiError):
                    await backend.delete_user(made.user_id)
            assert made.user_id not in {one.user_id for one in await backend.users()}

    run(manage())


def test_a_plain_user_is_told_what_is_for_administrators(several: str, run: Any) -> None:
    async def look() -> None:
        async with connect(several, token=token(several, USER)) as client:
            backend = client.backend
            assert await backend.standing() == Standing(has_users=True, is_admin=False)
            details = await backend.server_details()
            assert details.dependencies
            assert details.queue_limit is None
            for asked in (
                backend.users(),
                backend.installs(),
                backend.log_level(),
                backend.result_cache(),
                backend.model_cache(),
                backend.starter_models(),
            ):
                with pytest.raises(Forbidden):
                    await asked

    run(look())
