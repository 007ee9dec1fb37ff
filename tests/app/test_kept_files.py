"""Settings, data, cache and log: broken, read-only, shared, and without secrets."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.stores.batches import GroupBy
from ivk_desktop.stores.queue_filter import SavedFilter
from ivk_desktop.stores.queue_order import Status
from ivk_desktop.stores.queue_rows import Column
from ivk_desktop.stores.queue_sort import Sorting
from tests.app.process import app, wait_until_connected
from tests.app.sight import told
from tests.app.test_ending import ended
from tests.demo_process import DemoProcess
from tests.desk import open_desk, opened

Run = Callable[[Any], Any]
WORKFLOW = "Text to image, SD1.5"


def written(file: Path, content: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    "content", [b"", b"\0\xff{", b"[]", b'{"theme": "pink"}', b'{"layout": {"window": "###"}}']
)
def test_broken_settings_are_set_aside_and_the_app_opens(
    run: Run, demo: DemoProcess, folders: Path, content: bytes
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            assert len(told(desk)) == (0 if b"layout" in content else 1), told(desk)

    file = written(folders / "config" / "settings.json", content)
    run(scenario())
    kept = json.loads(file.read_text())
    assert [server["url"] for server in kept["servers"]] == [demo.url]
    if b"layout" not in content:
        assert (file.parent / "settings.json.bak").read_bytes() == content


def test_broken_data_is_set_aside_and_values_are_kept_anew(
    run: Run, demo: DemoProcess, folders: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            assert [t[:40] for t in told(desk)] == ["Kept values and history could not be rea"]
            await opened(desk, WORKFLOW)

    file = written(folders / "data" / "data.sqlite", b"SQLite format 3\0" + b"garbage" * 900)
    run(scenario())
    assert sqlite3.connect(file).execute("PRAGMA quick_check").fetchone() == ("ok",)
    assert (file.parent / "data.sqlite.bak").exists()


def test_the_queue_is_shown_as_it_was_left(run: Run, demo: DemoProcess, folders: Path) -> None:
    async def leave() -> None:
        async with open_desk(demo.url) as desk:
            queue = desk.window.queue
            queue.table.header.set_shown(Column.ID, True)
            queue.table.header.put(Column.ID, 0)
            queue.model.set_sorting(Sorting(Column.RUN_TIME, descending=True))
            queue.model.set_group_by(GroupBy.WORKFLOW)
            queue.filter.setText("run>10")
            queue.choose(Status.FAILED)
            queue.saved_filters.save("Slow ones")

    async def come_back() -> None:
        async with open_desk(demo.url) as desk:
            queue = desk.window.queue
            assert queue.table.header.order()[0] is Column.ID
            assert not queue.table.isColumnHidden(Column.ID)
            assert queue.model.sorting == Sorting(Column.RUN_TIME, descending=True)
            assert queue.model.group_by is GroupBy.WORKFLOW
            assert queue.saved_filters.filters == (SavedFilter("Slow ones", "run>10", "FAILED"),)
            assert not queue.model.is_filtered, "a filter that hides rows is not come upon"

    run(leave())
    run(come_back())


def test_a_broken_cache_is_read_from_the_server_again(
    run: Run, demo: DemoProcess, folders: Path
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, WORKFLOW)
            assert workflow.form is not None
            assert told(desk) == []

    run(scenario())
    spoiled = [file for file in (folders / "cache").rglob("*") if file.is_file()]
    assert spoiled
    for file in spoiled:
        file.write_bytes(b"\0garbage")
    run(scenario())


@pytest.mark.parametrize("kind", ["config", "data", "cache", "log"])
def test_a_folder_that_cannot_be_written_does_not_stop_the_app(
    run: Run, demo: DemoProcess, folders: Path, kind: str
) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            await opened(desk, WORKFLOW)
            assert len(told(desk)) == (1 if kind in ("config", "data") else 0), told(desk)

    written(folders / kind, b"a file where a folder should be")
    run(scenario())


def test_two_apps_share_their_folders(demo: DemoProcess, folders: Path) -> None:
    again = ("--new-window", "--server", demo.url)
    with app("--server", demo.url) as one, app(*again) as other:
        wait_until_connected(demo, 2)
        ended(one)
        ended(other)
    assert json.loads((folders / "config" / "settings.json").read_text())["servers"]
    assert not list((folders / "config").glob("*.bak"))
    assert not list((folders / "data").glob("*.bak"))


def test_no_secret_of_an_address_reaches_the_log(folders: Path) -> None:
    address = "http://user:hunter2secret@127.0.0.1:1/?token=hunter2secret"
    with app("--server", address, "--log-level", "DEBUG") as process:
        while not (folders / "data" / "data.sqlite").exists():
            assert process.poll() is None
        ended(process)
    for file in folders.rglob("*"):
        if file.is_file():
            assert b"hunter2secret" not in file.read_bytes(), file
