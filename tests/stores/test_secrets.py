"""Secrets: in the keyring, else in memory, never in a file."""

from __future__ import annotations

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
