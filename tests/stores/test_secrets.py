"""Secrets: in the keyring, else in memory, never in a file."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.secrets import Secrets

Run = Callable[[Coroutine[Any, Any, Any]], Any]
LAB = ServerId("lab")


class Ring(KeyringBackend):
    """A keyring that lives as long as the test."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.forgotten = threading.Event()
        """Set once a secret was deleted."""

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]
        self.forgotten.set()


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    ring = Ring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    return ring


def test_a_secret_is_kept_in_the_keyring_over_a_restart(ring: Ring, run: Run) -> None:
    async def work() -> None:
        assert await Secrets().keep(LAB, "token", "s3cret")
        again = Secrets()
        assert await again.load(LAB, "token") == "s3cret"
        assert await again.load(ServerId("other"), "token") is None
        assert again.problem is None
        await again.forget(LAB, "token")
        assert await again.load(LAB, "token") is None

    run(work())
    assert ring.kept == {}


def test_without_a_keyring_it_is_kept_in_memory_and_that_is_said(run: Run) -> None:
    async def work() -> None:
        secrets = Secrets()
        assert secrets.problem is None, "nobody was asked yet"
        assert not await secrets.keep(LAB, "token", "s3cret")
        assert await secrets.load(LAB, "token") == "s3cret"
        assert secrets.problem is not None
        assert await Secrets().load(LAB, "token") is None

    run(work())


def test_a_locked_keyring_is_as_good_as_none(ring: Ring, run: Run) -> None:
    ring.locked = True

    async def work() -> None:
        secrets = Secrets()
        assert not await secrets.keep(LAB, "token", "s3cret")
        assert await secrets.load(LAB, "token") == "s3cret"
        assert secrets.problem is not None

    run(work())


def test_whoever_asks_while_the_keyring_asks_the_person_waits_for_the_same_answer(
    ring: Ring, run: Run
) -> None:
    asked = threading.Event()
    answered = threading.Event()
    times = []

    def slow(service: str, username: str) -> str:
        times.append(username)
        asked.set()
        answered.wait(10)
        return "s3cret"

    ring.get_password = slow  # type: ignore[method-assign]

    async def work() -> None:
        secrets = Secrets()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await secrets.load(LAB, "token")
        first = asyncio.ensure_future(secrets.load(LAB, "token"))  # noqa: TID251
        second = asyncio.ensure_future(secrets.load(LAB, "token"))  # noqa: TID251
        await asyncio.to_thread(asked.wait)
        answered.set()
        assert await first == await second == "s3cret"
        assert secrets.problem is None

    run(work())
    assert len(times) == 1


def test_a_keyring_that_never_answers_is_as_good_as_none(
    ring: Ring, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = threading.Event()
    ring.get_password = lambda *_: over.wait(10) and None  # type: ignore[method-assign]
    monkeypatch.setattr("ivk_desktop.stores.secrets.TIMEOUT_S", 0.05)

    async def work() -> None:
        secrets = Secrets()
        assert await secrets.load(LAB, "token") is None
        assert secrets.problem is not None
        assert secrets.problem.code == "secrets_locked"
        assert not await secrets.keep(LAB, "token", "s3cret")
        assert await secrets.load(LAB, "token") == "s3cret"
        over.set()

    run(work())


def test_a_renewed_secret_takes_the_place_of_a_kept_one_only(ring: Ring, run: Run) -> None:
    async def work() -> None:
        secrets, other_window = Secrets(), Secrets()
        secrets.remember(LAB, "token", "this run only")
        await secrets.renew(LAB, "token", "newer")
        assert ring.kept == {}
        await secrets.keep(LAB, "token", "kept")
        await secrets.renew(LAB, "token", "newer")
        assert await other_window.load(LAB, "token") == "newer"
        await other_window.forget(LAB, "token")
        await secrets.renew(LAB, "token", "newest")
        assert ring.kept == {}, "signed out in another window"

    run(work())


def test_what_another_window_has_kept_is_seen_when_asked_again(ring: Ring, run: Run) -> None:
    async def work() -> None:
        secrets = Secrets()
        await secrets.keep(LAB, "token", "old")
        await Secrets().keep(LAB, "token", "new")
        assert await secrets.load(LAB, "token") == "old"
        assert await secrets.reload(LAB, "token") == "new"

    run(work())
