"""What is done before a submission that is about to come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from ivk_desktop.api.errors import ApiError, Unreachable
from ivk_desktop.domain.servers import ServerFacts
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workers import Workers
from tests.fakes import SERVER, FakeBackend


class AskedBackend(FakeBackend):
    """Tells when it was asked what it is."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.asked = asyncio.Event()

    async def probe(self) -> ServerFacts:
        self.asked.set()
        return await super().probe()


async def foresee_twice(error: ApiError | None) -> tuple[AskedBackend, Notices]:
    backend, notices = AskedBackend(SERVER), Notices()
    if error is not None:
        backend.failures["probe"] = error
    session = ServerSession(backend, "lab", "http://lab", notices=notices, workers=Workers())
    session.foresee_submission()
    session.foresee_submission()
    await backend.asked.wait()
    await session.close()
    return backend, notices


@pytest.mark.parametrize("error", [None, Unreachable("gone", url="http://lab")])
def test_a_foreseen_submission_asks_once_and_says_nothing(
    error: ApiError | None, run: Callable[..., Any]
) -> None:
    backend, notices = run(foresee_twice(error))
    assert [name for name, _ in backend.calls].count("probe") == 1
    assert not notices.log
