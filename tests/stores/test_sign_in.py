"""Who is signed in: the end is foreseen, tokens that were exchanged are kept in time."""

from __future__ import annotations

import time
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from typing import Any

import keyring
import pytest

from ivk_desktop.api.access import Access
from ivk_desktop.api.errors import ApiError, WrongPassword
from ivk_desktop.api.keys import Keys
from ivk_desktop.domain.access import Account, Expiry, Mode, Right
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.domain.updates import Connected, Lost
from ivk_desktop.stores.reach import Reach, ServerKeys
from ivk_desktop.stores.secrets import Secrets
from ivk_desktop.stores.sign_in import SignIn
from ivk_desktop.tasks import Tasks
from tests.desk import until
from tests.fakes import FACTS, SERVER, FakeBackend
from tests.stores.test_secrets import Ring

Run = Callable[[Coroutine[Any, Any, Any]], Any]
USER = Account("u", "Lab User", "user@lab.test")
HERE = Connected(LinkState.LIVE, replace(FACTS, account=USER))
OUT = Lost(Problem("unauthorized", {"url": "http://lab"}))


class FakeAccess(FakeBackend):
    """A server with users."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.source = ServerKeys(Secrets(), SERVER, Reach("http://lab"))
        self.keys = Keys(source=self.source)
        self.ends: Expiry | None = None
        self.error: ApiError | None = None

    async def access_mode(self) -> Mode:
        return Mode.SIGN_IN

    async def sign_in(self, email: str, password: str, *, remember: bool) -> Account:
        if self.error is not None:
            raise self.error
        self.keys.token = f"token of {email}".replace(" ", "-")
        return USER

    async def set_up(self, email: str, name: str, password: str) -> None:
        self.calls.append(("set_up", email))

    async def sign_out(self) -> None:
        self.keys.token = ""

    def sign_in_ends(self) -> Expiry | None:
        return self.ends


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    ring = Ring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    return ring


@pytest.fixture
def access() -> FakeAccess:
    backend = FakeAccess()
    assert isinstance(backend, Access)
    return backend


@pytest.fixture
def sign_in(run: Run, access: FakeAccess) -> Iterator[SignIn]:
    tasks = Tasks()
    yield SignIn(access, tasks, lambda: access.calls.append(("retry", None)), access.source)
    run(tasks.close())


def test_the_end_is_told_in_time_and_taken_back_when_it_is_put_off(
    access: FakeAccess, sign_in: SignIn
) -> None:
    told: list[float | None] = []
    sign_in.ends_soon.connect(told.append)
    now = time.time()
    access.ends = Expiry(now + 86_000, 86_400)
    sign_in.apply(HERE)
    assert told == []
    access.ends = Expiry(now + 3600, 86_400)
    sign_in._look_ahead()
    sign_in._look_ahead()
    assert told == [now + 3600]
    access.ends = Expiry(now + 86_400, 86_400)
    access.keys.token = "old"
    access.keys.renew("old", "new")
    assert told == [now + 3600, None]


def test_signed_out_by_the_server_it_says_what_is_wanted(
    access: FakeAccess, sign_in: SignIn
) -> None:
    sign_in.apply(HERE)
    assert (sign_in.account, sign_in.wanted) == (USER, Mode.OPEN)
    assert sign_in.refusal(Right.PAUSE) is not None
    sign_in.apply(Lost(Problem("connection_lost")))
    assert sign_in.account == USER, "a lost connection signs nobody out"
    sign_in.apply(OUT)
    assert (sign_in.account, sign_in.wanted) == (None, Mode.SIGN_IN)
    sign_in.apply(Lost(Problem("set_up_needed")))
    assert sign_in.wanted is Mode.SET_UP


def test_the_kept_token_is_the_newest_when_the_session_ends(
    run: Run, access: FakeAccess, sign_in: SignIn, ring: Ring
) -> None:
    async def scenario() -> None:
        sign_in.sign_in("a@lab.test", "pw", remember=True)
        await until(lambda: ring.kept, sign_in.kept)
        access.keys.renew(access.keys.token, "exchanged")
        assert "exchanged" not in ring.kept.values(), "not with every change"
        await sign_in.close()
        assert list(ring.kept.values()) == ["exchanged"]

    run(scenario())


def test_without_a_keyring_it_says_that_the_sign_in_does_not_last(
    run: Run, access: FakeAccess, sign_in: SignIn
) -> None:
    async def scenario() -> None:
        told: list[Problem] = []
        sign_in.kept.connect(told.append)
        sign_in.sign_in("a@lab.test", "pw", remember=True)
        await until(lambda: told, sign_in.kept)
        assert told[0].code == "secrets_memory_only"
        assert await access.source.token() == access.keys.token

    run(scenario())


def test_a_refusal_is_told_and_tries_nothing_else(
    run: Run, access: FakeAccess, sign_in: SignIn, ring: Ring
) -> None:
    async def scenario() -> None:
        access.error = WrongPassword("", url="http://lab")
        told: list[Problem] = []
        sign_in.refused.connect(told.append)
        sign_in.sign_in("a@lab.test", "pw", remember=True)
        await until(lambda: told, sign_in.refused)
        assert told[0].code == "wrong_password"
        assert ("retry", None) not in access.calls
        assert ring.kept == {}

    run(scenario())


def test_signing_in_for_this_run_forgets_an_older_kept_token(
    run: Run, access: FakeAccess, sign_in: SignIn, ring: Ring
) -> None:
    async def scenario() -> None:
        await access.source.keep("older", remember=True)
        assert ring.kept
        sign_in.sign_in("a@lab.test", "pw", remember=False)
        await until(lambda: not ring.kept, sign_in.kept)

    run(scenario())
