"""What administrators see and change of a server's users: the same on both servers."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from uuid import uuid4

import pytest

from ivk_desktop.api.errors import AccountDisabled, ApiError, Forbidden, Rejected, WrongPassword
from ivk_desktop.domain.administration import NewUser, UserChange
from tests.contract.test_sign_in import ADMIN, USER, Several, several, several_demo, several_real

__all__ = ["several", "several_demo", "several_real"]


def test_an_administrator_adds_changes_and_deletes_users(several: Several, run: Any) -> None:
    async def manage() -> None:
        email = f"{uuid4().hex}@lab.test"
        async with several.signed_in(ADMIN) as backend:
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
                with pytest.raises(WrongPassword):
                    async with several.signed_in((email, "a-passw0rd")):
                        pass
                async with several.signed_in((email, "0ther-word")) as other:
                    assert await other.users()
                off = await backend.change_user(made.user_id, UserChange(is_active=False))
                assert not off.is_active
                with pytest.raises(AccountDisabled):
                    async with several.signed_in((email, "0ther-word")):
                        pass
            finally:
                with suppress(ApiError):
                    await backend.delete_user(made.user_id)
            assert made.user_id not in {one.user_id for one in await backend.users()}

    run(manage())


def test_a_plain_user_is_told_what_is_for_administrators(several: Several, run: Any) -> None:
    async def look() -> None:
        async with several.signed_in(USER) as backend:
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
                backend.scan_folder("/"),
            ):
                with pytest.raises(Forbidden):
                    await asked

    run(look())
