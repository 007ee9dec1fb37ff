"""Tokens: what one says of its end, who may exchange it, and what is never shown."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.auth import AuthRepository, expiry_of
from ivk_desktop.api.keys import Keys
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.access import Account, Right, refusal
from tests.api.fake_invokeai import FakeInvokeAI, served


def token(**claims: Any) -> str:
    body = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
    return f"eyJhbGciOiJIUzI1NiJ9.{body}.sig"


@given(st.text())
def test_no_text_breaks_the_reading_of_a_token(text: str) -> None:
    for one in (text, f"a.{text}.b", token(exp=text), token(text=text)):
        assert expiry_of(one) is None


def test_a_token_says_when_it_ends_and_when_to_ask() -> None:
    day = expiry_of(token(exp=1_000_000))
    assert day is not None
    assert (day.at, day.lifetime_s, day.warn_at) == (1_000_000, 86_400, 1_000_000 - 7200)
    week = expiry_of(token(exp=1_000_000.5, remember_me=True))
    assert week is not None
    assert week.at - week.warn_at == 14 * 3600


@pytest.mark.parametrize("exp", [True, 0, -5, None, [1], "1", float("inf"), float("nan")])
def test_an_end_that_is_none_is_not_believed(exp: Any) -> None:
    assert expiry_of(token(exp=exp)) is None


def test_keys_show_nothing_and_name_all_that_must_not_be_shown() -> None:
    keys = Keys("t0ken", gate={"Authorization": "Basic bWU6c2VjcmV0", "X-Key": "k3y"})
    assert "t0ken" not in repr(keys)
    assert "k3y" not in repr(ConnectionProfile("http://h", keys=keys))
    assert set(keys.secrets) == {"t0ken", "k3y", "Basic bWU6c2VjcmV0", "bWU6c2VjcmV0"}
    assert keys.headers()["Authorization"] == "Bearer t0ken"
    assert keys.headers(signed=False)["Authorization"] == "Basic bWU6c2VjcmV0"


@pytest.mark.parametrize("renewed", ["", "has space", "line\nbreak", "ü", "x" * 9000])
def test_what_cannot_be_a_token_is_no_exchange(renewed: str) -> None:
    keys = Keys("old")
    keys.renew("old", renewed)
    assert keys.token == "old"


def test_an_answer_to_an_older_token_exchanges_nothing() -> None:
    keys, refused = Keys("new"), []
    keys.on_refused = lambda: refused.append(1)
    keys.renew("old", "other")
    keys.refuse("old")
    keys.refuse("")
    assert (keys.token, refused) == ("new", [])
    keys.refuse("new")
    assert refused == [1]


def test_signing_in_sends_no_older_token(run: Any) -> None:
    from aiohttp import web

    seen: list[str | None] = []

    async def login(request: web.Request) -> web.Response:
        seen.append(request.headers.get("Authorization"))
        return web.json_response({"token": "n3w", "user": {"user_id": "u"}, "expires_in": 1})

    async def scenario() -> None:
        fake = FakeInvokeAI()
        fake.routes["POST", "/api/v1/auth/login"] = login
        async with served(fake):
            keys = Keys("old")
            http = HttpClient(ConnectionProfile(fake.url, keys=keys))
            account = await AuthRepository(http).log_in("a@b", "c", remember=False)
            assert (account.name, keys.token) == ("u", "n3w")
            await http.aclose()

    run(scenario())
    assert seen == [None]


@pytest.mark.parametrize("answer", ["[]", "{}", '{"token": "a b", "user": {"user_id": "u"}}'])
def test_an_answer_that_holds_no_token_signs_nobody_in(run: Any, answer: str) -> None:
    from aiohttp import web

    async def scenario() -> None:
        fake = FakeInvokeAI()

        async def login(_: web.Request) -> web.Response:
            return web.Response(text=answer, content_type="application/json")

        fake.routes["POST", "/api/v1/auth/login"] = login
        async with served(fake):
            keys = Keys()
            http = HttpClient(ConnectionProfile(fake.url, keys=keys))
            with pytest.raises(ApiError):
                await AuthRepository(http).log_in("a@b", "c", remember=False)
            assert keys.token == ""
            await http.aclose()

    run(scenario())


def test_whoever_may_not_do_something_is_told_why() -> None:
    user = Account("u", "Lab User")
    admin = Account("a", "Admin", admin=True, rights=frozenset(Right))
    problem = refusal(user, Right.PAUSE)
    assert problem is not None
    assert problem.args == {"name": "Lab User"}
    assert refusal(admin, Right.PAUSE) is None
    assert refusal(None, Right.PAUSE) is None
