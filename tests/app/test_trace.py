"""``--trace``: what is written of each progress event, measured on the demo server."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ivk_desktop.cli import open_window, window_options
from tests.app.sight import words
from tests.app.test_runs import session_of
from tests.demo_process import DemoProcess
from tests.desk import open_desk, until

Run = Callable[[Any], Any]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


async def burst(demo: DemoProcess, **plan: Any) -> dict[str, Any]:
    answer = await asyncio.to_thread(demo.client.post, "/demo/burst", json=plan)
    result: dict[str, Any] = answer.json()
    return result


def test_each_preview_has_its_arrival_and_the_paint_that_showed_it(
    run: Run, demo: DemoProcess, tmp_path: Path
) -> None:
    path = tmp_path / "trace.jsonl"

    async def scenario() -> dict[str, Any]:
        async with open_desk(demo.url, trace=str(path)) as desk:
            session = session_of(desk)
            told = await burst(demo, count=50, rate=100)
            await until(lambda: not session.queue.running, session.queue.changed)
            assert words(desk.window.stage)
            return told

    began = time.time()
    told = run(scenario())
    found = lines(path)
    assert len(found) == told["sent"] == 50
    assert [line["id"] for line in sorted(found, key=lambda one: one["id"])] == [*range(1, 51)]
    assert {line["item_id"] for line in found} == set(told["item_ids"])
    assert {line["message"] for line in found} == {"Denoising"}
    painted = [line for line in found if line["paint"] is not None]
    assert painted
    for line in painted:
        assert began < line["arrival"] < line["paint"] < time.time()
        assert line["replaced_by"] is None
    numbers = {line["id"] for line in painted}
    for line in found:
        if line["paint"] is None and line["replaced_by"] is not None:
            assert line["replaced_by"] in numbers
            assert line["replaced_by"] > line["id"]


def test_words_without_a_picture_are_painted_in_their_lane(
    run: Run, demo: DemoProcess, tmp_path: Path
) -> None:
    path = tmp_path / "trace.jsonl"

    async def scenario() -> None:
        async with open_desk(demo.url, trace=str(path)) as desk:
            session = session_of(desk)
            playing = asyncio.ensure_future(burst(demo, count=30, rate=30))  # noqa: TID251 - beside it
            await until(lambda: session.queue.running, session.queue.changed)
            item = session.queue.running[0]
            data = {
                "queue_id": "default", "item_id": int(item), "message": "Loading model tiny",
                "invocation": {"id": "x", "type": "model"}, "invocation_source_id": "x",
                "percentage": None, "image": None, "timestamp": 1,
            }  # fmt: skip
            demo.faults(emit={"event": "invocation_progress", "data": data})
            await playing
            await until(lambda: not session.queue.running, session.queue.changed)

    run(scenario())
    found = [line for line in lines(path) if line["message"] == "Loading model tiny"]
    assert len(found) == 1
    assert found[0]["paint"] > found[0]["arrival"]


def test_a_file_that_cannot_be_written_is_said_before_the_window_opens(
    tmp_path: Path, capsys: Any
) -> None:
    target = tmp_path / "nowhere" / "trace.jsonl"
    assert window_options(["--trace", str(target)]).trace == str(target)
    assert open_window(["--trace", str(target)]) == 2
    assert "cannot be written" in capsys.readouterr().err
