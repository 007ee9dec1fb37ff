from __future__ import annotations

import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.domain.estimates import Work
from ivk_desktop.stores import durations, migrations
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.durations import JOB, Durations
from tests.fakes import SERVER

Run = Callable[[Coroutine[Any, Any, Any]], Any]

SMALL = Work("denoise_latents", "sd15", "512x512/20")
LARGE = Work("denoise_latents", "sdxl", "1024x1024/30")


def known(store: Durations, title: str, work: Work | str, device: str = "") -> float | None:
    found = store.learned(title, work, device)
    return found.seconds if found else None


@pytest.fixture
def store() -> Durations:
    store = Durations(SERVER, None)
    store.record("Tiger", {SMALL: 4.0}, "cuda:0")
    store.record("Tiger", {SMALL: 9.0}, "cuda:1")
    store.record("Owl", {LARGE: 60.0}, "cuda:0")
    return store


def test_each_device_model_and_size_has_times_of_its_own(store: Durations) -> None:
    assert known(store, "Tiger", SMALL, "cuda:0") == 4.0
    assert known(store, "Tiger", SMALL, "cuda:1") == 9.0
    assert known(store, "Owl", LARGE, "cuda:0") == 60.0


def test_an_unknown_device_takes_the_mean_of_all(store: Durations) -> None:
    between = known(store, "Tiger", SMALL, "cuda:7")
    assert between is not None
    assert 4.0 < between < 9.0


def test_another_workflow_with_this_model_and_size_tells_more_than_this_one_without(
    store: Durations,
) -> None:
    assert known(store, "Tiger", LARGE, "cuda:0") == 60.0
    assert known(store, "New", LARGE, "cuda:0") == 60.0


def test_a_size_never_seen_falls_back_to_the_model_then_to_the_workflow(store: Durations) -> None:
    assert known(store, "Owl", Work("denoise_latents", "sdxl", "64x64/1"), "cuda:0") == 60.0
    assert known(store, "Owl", Work("denoise_latents", "flux", "64x64/1"), "cuda:0") == 60.0


def test_a_workflow_never_seen_falls_back_to_the_mean_of_the_node_type(store: Durations) -> None:
    mean = known(store, "New", Work("denoise_latents", "flux"))
    assert mean is not None
    assert 4.0 < mean < 60.0
    assert known(store, "New", "l2i") is None


def test_what_takes_no_time_is_kept_by_its_type_alone() -> None:
    store = Durations(SERVER, None)
    store.record("Tiger", {Work("add", "sd15", "512x512"): 0.001})
    assert set(store._nodes) == {
        durations.Setting("Tiger", "add"),
        durations.Setting("", "add"),
    }


def test_what_an_older_version_learned_is_kept(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "data.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        migrations.migrate(connection, None, migrations.STEPS[:3])
        connection.execute(
            "INSERT INTO durations VALUES (?, 'Tiger', 'l2i', 2.0, 5), (?, 'Tiger', '', 30.0, 5)",
            (SERVER, SERVER),
        )

    async def read() -> Durations:
        database = Database(file)
        assert await database.opened() is None
        store = Durations(SERVER, database)
        await store.load()
        await database.close()
        return store

    store = run(read())
    assert known(store, "Tiger", Work("l2i", "sd15", "512x512"), "cuda:0") == 2.0
    assert store.jobs["Tiger"].seconds == 30.0
    assert store.jobs["Tiger"].runs == 5


def test_exact_times_come_back_after_a_restart_and_the_oldest_are_forgotten(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def restart() -> Durations:
        database = Database(tmp_path / "data.sqlite")
        before = Durations(SERVER, database)
        monkeypatch.setattr(durations.time, "time", lambda: 1.0)
        before.record("Old", {LARGE: 60.0}, "cuda:0")
        monkeypatch.setattr(durations.time, "time", lambda: 2.0)
        before.record("Tiger", {SMALL: 4.0, JOB: 9.0}, "cuda:0")
        monkeypatch.setattr(durations, "MOST_KEPT", 7)
        after = Durations(SERVER, database)
        await after.load()
        await database.close()
        return after

    store = run(restart())
    assert known(store, "Tiger", SMALL, "cuda:0") == 4.0
    assert store.jobs["Tiger"].seconds == 9.0
    assert durations.Setting("Old", *LARGE, "cuda:0") not in store._nodes
