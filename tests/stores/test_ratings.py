"""Ratings and tags: at once in memory, for good in data.sqlite, read for what is shown."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.domain.media import ImageName, MediaRef, PictureKey
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import ratings as module
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.ratings import Ratings
from ivk_desktop.tasks import Tasks
from tests.fakes import SERVER
from tests.stores.waiting import until

Run = Callable[[Any], Any]
A, B, C = (PictureKey(SERVER, ImageName(f"{name}.png")) for name in "abc")

pytestmark = pytest.mark.usefixtures("qapp")


@asynccontextmanager
async def opened(file: Path) -> AsyncIterator[Ratings]:
    """The ratings of one start of the app."""
    database, tasks = Database(file), Tasks()
    try:
        yield Ratings(database, tasks)
    finally:
        await tasks.close()
        await database.close()


def told(ratings: Ratings) -> list[tuple[PictureKey, ...]]:
    seen: list[tuple[PictureKey, ...]] = []
    ratings.changed.connect(seen.append)
    return seen


def test_a_picture_is_rated_tagged_and_told_once_for_each_change() -> None:
    ratings = Ratings()
    seen = told(ratings)
    ratings.rate([A, B], 4)
    ratings.tag([A], add=["Print", "keep"])
    ratings.tag([A], remove=["print"])
    ratings.rate([A], 4)
    assert [ratings.rating_of(key) for key in (A, B, C)] == [4, 4, 0]
    assert ratings.tags_of(A) == ("keep",)
    assert seen == [(A, B), (A,), (A,)]
    ratings.rate([A], 0)
    assert ratings.rating_of(A) == 0


def test_there_is_no_rating_beyond_five() -> None:
    ratings = Ratings()
    for wrong in (-1, 6):
        with pytest.raises(ValueError, match=str(wrong)):
            ratings.rate([A], wrong)
    assert ratings.rating_of(A) == 0


def test_a_reference_names_its_key() -> None:
    assert MediaRef(SERVER, A.name).key == A


def test_they_come_back_after_a_restart_for_what_is_shown(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        async with opened(tmp_path / "data.sqlite") as ratings:
            ratings.rate([A, B], 5)
            ratings.rate([B], 0)
            ratings.tag([A, C], add=["print", "keep"])
            ratings.tag([C], remove=["print"])
        async with opened(tmp_path / "data.sqlite") as ratings:
            assert ratings.rating_of(A) == 0
            ratings.show("grid", [A, B, C])
            await until(ratings.changed, lambda: ratings.rating_of(A) == 5)
            assert [ratings.rating_of(key) for key in (A, B, C)] == [5, 0, 0]
            assert [ratings.tags_of(key) for key in (A, B, C)] == [
                ("keep", "print"),
                (),
                ("keep",),
            ]

    run(check())


def test_two_servers_keep_pictures_of_one_name_apart(run: Run, tmp_path: Path) -> None:
    there = PictureKey(ServerId("other"), A.name)

    async def check() -> None:
        async with opened(tmp_path / "data.sqlite") as ratings:
            ratings.rate([A], 2)
            ratings.rate([there], 3)
        async with opened(tmp_path / "data.sqlite") as ratings:
            ratings.show("grid", [A, there])
            await until(ratings.changed, lambda: ratings.rating_of(there) == 3)
            assert ratings.rating_of(A) == 2

    run(check())


def test_what_is_changed_before_and_while_it_is_read_stays(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        async with opened(tmp_path / "data.sqlite") as ratings:
            ratings.rate([A, B], 1)
            ratings.tag([A, B], add=["keep"])
        async with opened(tmp_path / "data.sqlite") as ratings:
            ratings.rate([A], 4)  # never read: its tag is not known yet
            ratings.show("grid", [A, B])
            await asyncio.sleep(0)  # the read begins
            ratings.rate([B], 3)
            done = lambda: ratings.tags_of(A) == ratings.tags_of(B) == ("keep",)  # noqa: E731
            await until(ratings.changed, done)
            assert (ratings.rating_of(A), ratings.rating_of(B)) == (4, 3)

    run(check())


def test_memory_is_bounded_and_nothing_is_lost(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROOM", 2)

    async def check() -> None:
        async with opened(tmp_path / "data.sqlite") as ratings:
            ratings.rate([A, B, C], 5)
            assert ratings.rating_of(A) == 0  # left for the others
            ratings.show("grid", [A])
            await until(ratings.changed, lambda: ratings.rating_of(A) == 5)

    run(check())


def test_a_name_that_is_no_text_does_not_cost_the_others(run: Run, tmp_path: Path) -> None:
    odd = PictureKey(SERVER, ImageName("\ud800'\x00.png"))

    async def check() -> None:
        async with opened(tmp_path / "data.sqlite") as ratings:
            ratings.rate([odd, A], 5)
        async with opened(tmp_path / "data.sqlite") as ratings:
            ratings.show("grid", [A, odd])
            await until(ratings.changed, lambda: ratings.rating_of(A) == 5)
            assert ratings.rating_of(odd) == 5

    run(check())
