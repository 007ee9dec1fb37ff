"""Saving results by themselves in the whole app, over a restart, on a demo server."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.app import Desk
from tests.demo_process import DemoProcess, demo_server
from tests.desk import open_desk, opened, until

Run = Callable[[Any], Any]
WORKFLOW = "Text to image, SD1.5"


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


async def submitted(desk: Desk, runs: int) -> None:
    desk.window.invoke_bar.runs.set_value(runs)
    desk.window.invoke_bar.invoke()
    workflow = desk.workflows.current
    await until(lambda: not workflow.submitting, workflow.changed)


@pytest.fixture
def quick() -> Iterator[DemoProcess]:
    with demo_server("--items", "4", "--images", "4", "--speed", "20") as demo:
        yield demo


def test_results_are_saved_and_those_of_the_time_away_too(
    quick: DemoProcess, run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "saved"

    async def scenario() -> None:
        async with open_desk(quick.url) as desk:
            template = "{workflow}/{n}"
            desk.settings.update(export=True, export_folder=str(folder), export_template=template)
            await opened(desk, WORKFLOW)
            await submitted(desk, 1)
            exports = desk.exports
            await until(lambda: exports.status.saved == 1, exports.changed)
            await until(lambda: not exports.status.left, exports.changed)
            assert desk.window_exports.button.text() == "1 result saved"
            quick.faults(hold=True)
            await submitted(desk, 2)
        quick.faults(hold=False)
        async with open_desk(quick.url) as desk:
            exports, queue = desk.exports, desk.servers.current.queue
            await until(lambda: not queue.counts.open, queue.counts_changed)
            (exporter,) = exports._exporters.values()
            # The grace for what may still come by itself is over at once.
            exporter._finder._clock = itertools.count(10**9, 100).__next__
            await until(lambda: exports.status.saved == 2, exports.changed)
            await until(lambda: not exports.status.left, exports.changed)
            desk.window_exports.open()
            assert desk.window_exports.page.isVisible()

    run(scenario())
    title = files(folder)[0]
    assert len(files(folder)) == 4, "a folder and three pictures, each once"
    assert [name.removeprefix(f"{title}/") for name in files(folder)[1:]] == [
        "001 (2).png",
        "001.png",
        "002.png",
    ]
