"""The app ends in every state: soon, with exit code 0, without noise, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.app.process import END_S, app, wait_until_connected
from tests.demo_process import DemoProcess
from tests.desk import open_desk, opened

Run = Callable[[Any], Any]
WORKFLOW = "Text to image, SD1.5"


def ended(process: subprocess.Popen[str], number: signal.Signals = signal.SIGTERM) -> str:
    """Ask it to end as closing the window does; what it wrote."""
    process.send_signal(number)
    out, err = process.communicate(timeout=END_S)
    assert process.returncode == 0, err
    for noise in ("Task was destroyed", "Traceback", "never awaited"):
        assert noise not in out + err, out + err
    return out + err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_connected_app_ends_on_a_signal(demo: DemoProcess, number: signal.Signals) -> None:
    with app("--server", demo.url) as process:
        wait_until_connected(demo)
        ended(process, number)
    assert demo.client.get("/demo/faults").json()["sockets"] == 0


def test_an_app_whose_server_never_answers_ends(demo: DemoProcess) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        with app("--server", f"http://127.0.0.1:{silent.getsockname()[1]}") as process:
            connection, _ = silent.accept()
            ended(process)
        connection.close()


def test_an_app_that_has_lost_its_server_ends(demo: DemoProcess) -> None:
    with app("--server", demo.url) as process:
        wait_until_connected(demo)
        demo.faults(refuse_sockets=True, answers=[{"path": "/", "status": 500, "times": 10_000}])
        demo.client.post("/demo/faults", json={"drop_sockets": True})
        ended(process)


def test_an_app_that_loads_from_a_server_that_stalls_ends(demo: DemoProcess) -> None:
    with app("--server", demo.url) as process:
        wait_until_connected(demo)
        demo.faults(stall_s=60, drop_sockets=True)
        ended(process)
        demo.die()


def children(of: int) -> list[int]:
    listed = Path(f"/proc/{of}/task/{of}/children").read_text(encoding="ascii")
    return [int(pid) for pid in listed.split()]


def demo_child(process: subprocess.Popen[str], home: Path) -> int:
    """The process of the demo server that the app has started."""
    while not (found := children(process.pid)):
        assert process.poll() is None
    return found[0]


def wait_for_end(pid: int) -> None:
    """Wait until a process that is no child of ours has ended."""
    handle = os.pidfd_open(pid)
    import select

    readable, _, _ = select.select([handle], [], [], END_S)
    os.close(handle)
    assert readable, "the demo server outlived the app"


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes through /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_the_demo_server_ends_with_the_app_even_with_a_killed_one(
    folders: Path, number: signal.Signals
) -> None:
    with app("--demo") as process:
        child = demo_child(process, folders)
        if number is signal.SIGKILL:
            process.kill()
        else:
            ended(process)
        if Path(f"/proc/{child}").exists():
            wait_for_end(child)


def test_edits_are_kept_over_a_restart(run: Run, demo: DemoProcess) -> None:
    async def scenario() -> None:
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, WORKFLOW)
            assert workflow.form is not None
            field = next(
                i for i, s in workflow.form.spec.fields.items() if s.kind.value == "string"
            )
            workflow.set_value(field, "a fox in the snow")
        async with open_desk(demo.url) as desk:
            workflow = await opened(desk, WORKFLOW)
            assert workflow.form is not None
            assert workflow.form.value(field) == "a fox in the snow"

    run(scenario())


def test_without_a_display_one_sentence_says_so() -> None:
    gone = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    with app(**gone) as process:
        out, err = process.communicate(timeout=END_S)
    assert process.returncode == 2
    assert (out, err.count("\n")) == ("", 1)
    assert "display" in err
