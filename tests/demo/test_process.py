"""The demo server as a process: it says when it is ready, and never outlives its parent."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path

import httpx

from tests.demo_process import END_S, DemoProcess, demo_server

HOLDER = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-m", "ivk_desktop.demo"], stdin=subprocess.PIPE)
print(child.pid, flush=True)
child.wait()
"""


def test_it_prints_one_line_ends_with_its_stdin_and_leaves_nothing(tmp_path: Path) -> None:
    with demo_server(temporary=tmp_path) as demo:
        assert list(tmp_path.iterdir())
        assert httpx.get(f"{demo.url}/api/v1/app/version").json() == {"version": "6.14.2"}
        assert demo.end() == 0
        assert demo.rest() == ""
    assert not list(tmp_path.iterdir())


def test_it_ends_when_its_parent_is_killed() -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline()
    assert "url" in holder.stdout.readline()
    holder.kill()
    holder.wait(END_S)
    assert holder.stdout.read() == ""  # reached only when the demo has closed its end, too
    holder.stdout.close()


def test_it_ends_at_once_when_told_to_exit() -> None:
    with demo_server() as demo:
        with contextlib.suppress(httpx.TransportError):
            demo.faults(exit=3)
        assert demo.wait() == 3


def test_it_holds_as_much_as_asked_for() -> None:
    with demo_server("--images", "3000", "--items", "500", "--models", "200") as demo:
        names = demo.client.get("/api/v1/gallery/item_names").json()
        assert names["total_count"] == len(set(names["item_names"])) == 3000
        ids = demo.client.get("/api/v1/queue/default/item_ids").json()
        assert ids["item_ids"] == list(range(500, 0, -1))
        assert len(demo.client.get("/api/v2/models/").json()["models"]) == 200


def test_its_history_has_sessions_with_the_pictures_of_the_gallery() -> None:
    with demo_server() as demo:
        queue = "/api/v1/queue/default"
        newest = demo.client.get(f"{queue}/item_ids").json()["item_ids"][0]
        record = demo.client.get(f"{queue}/i/{newest}").json()
        images = [
            result["image"]["image_name"]
            for result in record["session"]["results"].values()
            if "image" in result
        ]
        assert len(images) == 1
        assert demo.client.get(f"/api/v1/images/i/{images[0]}").status_code == 200


def test_several_gpus_run_items_side_by_side() -> None:
    from tests.demo.listening import enqueue, slow

    with demo_server("--gpus", "3", "--items", "0") as demo:
        demo.faults(hold=True)
        enqueue(demo, slow(), runs=3)
        _wait_for_steps(demo, 3)
        summaries = demo.client.post(
            "/api/v1/queue/default/item_summaries_by_ids", json={"item_ids": [1, 2, 3]}
        ).json()
        assert {entry["status"] for entry in summaries} == {"in_progress"}
        assert {entry["device"] for entry in summaries} == {"cuda:0", "cuda:1", "cuda:2"}


def _wait_for_steps(demo: DemoProcess, count: int) -> None:
    while demo.client.get("/demo/faults").json()["waiting"] < count:
        pass
