"""A server of this computer: started, ready, ended; never orphaned, and never another's."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from ivk_desktop.api.invokeai.install import INVOKEAI
from ivk_desktop.domain.local_server import LONGEST_LINE, LocalState, plain_line, root_of
from ivk_desktop.stores.local_server import LocalServer, fault_of, found_program, usual_root
from ivk_desktop.tasks import Tasks
from tests.desk import until

Run = Callable[[Coroutine[Any, Any, Any]], Any]
LINE = "[2026-11-26 03:38:44,051]::[InvokeAI]::INFO --> Invoke running on {url} (Press CTRL+C)"
SCRIPT = """#!{python}
import os, pathlib, signal, sys, time
{setup}
print("pid", os.getpid(), flush=True)
print("\\x1b[32mroot\\x1b[0m", *sys.argv[1:], flush=True)
print("{line}", flush=True)
{then}
"""
WAIT = "signal.pause()"
DEAF = "for one in (signal.SIGTERM, signal.SIGINT): signal.signal(one, signal.SIG_IGN)"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripted program is a POSIX one")


def program(
    folder: Path, *, setup: str = "", then: str = WAIT, url: str = "http://0.0.0.0:9"
) -> str:
    """A program that says that it runs at an address."""
    file = folder / "invokeai-web"
    text = SCRIPT.format(python=sys.executable, setup=setup, then=then, line=LINE.format(url=url))
    file.write_text(text)
    file.chmod(0o755)
    return str(file)


class Answers:
    """Which addresses answer."""

    def __init__(self) -> None:
        self.urls: set[str] = set()
        self.asked: list[str] = []

    async def __call__(self, url: str) -> bool:
        self.asked.append(url)
        return url in self.urls


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def server(run: Run, answers: Answers) -> Iterator[LocalServer]:
    tasks = Tasks()
    server = LocalServer(INVOKEAI, tasks, answers)
    yield server
    server.close()
    run(tasks.close())


def pid_of(server: LocalServer) -> int:
    """The process of the program itself."""
    return next(int(line.split()[1]) for line in server.log if line.startswith("pid"))


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z"


async def told(server: LocalServer) -> None:
    """Wait until the address is known."""
    await until(lambda: server.url, server.logged)


def test_it_is_ready_when_it_answers_where_its_log_says(
    run: Run, server: LocalServer, answers: Answers, tmp_path: Path
) -> None:
    async def scenario() -> None:
        ready = []
        server.ready.connect(ready.append)
        server.start(program(tmp_path), str(tmp_path))
        assert server.state is LocalState.STARTING
        await told(server)
        assert server.url == "http://127.0.0.1:9"
        assert f"root --root {tmp_path}" in server.log
        answers.urls.add(server.url)
        await until(lambda: server.state is LocalState.READY, server.changed)
        assert ready == [server.url]
        pid = pid_of(server)
        server.stop()
        assert server.state is LocalState.STOPPING
        await until(lambda: server.state is LocalState.STOPPED, server.changed)
        assert gone(pid)

    run(scenario())


def test_one_that_does_not_heed_is_killed(tmp_path: Path) -> None:
    code = "import sys; from ivk_desktop.guard import main; main(sys.argv[1:], stop_s=0.2)"
    command = [sys.executable, "-c", code, program(tmp_path, setup=DEAF)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as guard:
        assert guard.stdout is not None
        assert guard.stdin is not None
        pid = int(guard.stdout.readline().split()[1])
        guard.stdin.close()
        guard.wait(20)
    assert gone(pid)


def test_it_ends_when_the_guard_loses_this_process(tmp_path: Path) -> None:
    """As when the app is killed: the pipe closes, whoever held it."""
    command = [sys.executable, "-m", "ivk_desktop", "guard", program(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as guard:
        assert guard.stdout is not None
        assert guard.stdin is not None
        pid = int(guard.stdout.readline().split()[1])
        guard.stdin.close()
        guard.wait(20)
    assert gone(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of that")
def test_it_ends_when_the_guard_itself_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ivk_desktop", "guard", program(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as guard:
        assert guard.stdout is not None
        pid = int(guard.stdout.readline().split()[1])
        os.kill(guard.pid, signal.SIGKILL)
        guard.wait(20)
        while not gone(pid):  # its parent is gone: nobody is told of its end
            guard.stdout.read(1)
    assert gone(pid)


def test_one_that_ends_by_itself_is_told_with_its_log(
    run: Run, server: LocalServer, tmp_path: Path
) -> None:
    async def scenario() -> None:
        server.start(program(tmp_path, then="print('no room', end=''); sys.exit(3)"))
        await until(lambda: server.state is LocalState.FAILED, server.changed)
        assert server.problem is not None
        assert (server.problem.code, server.problem.args) == ("local_ended", {"code": 3})
        assert server.log[-1] == "no room"
        server.start(program(tmp_path))
        await told(server)
        assert server.problem is None

    run(scenario())


def test_no_second_one_is_started_on_what_another_serves(
    run: Run, server: LocalServer, answers: Answers, tmp_path: Path
) -> None:
    (tmp_path / "invokeai.yaml").write_text("host: 127.0.0.1\nport: 9123 # ours\n")
    answers.urls.add("http://127.0.0.1:9123")

    async def scenario() -> None:
        server.start(program(tmp_path), str(tmp_path))
        await until(lambda: server.state is LocalState.FAILED, server.changed)
        assert server.problem is not None
        assert server.problem.code == "local_runs_already"
        assert not server.runs
        assert not server.log

    run(scenario())


def test_started_twice_it_runs_once(run: Run, server: LocalServer, tmp_path: Path) -> None:
    async def scenario() -> None:
        path = program(tmp_path)
        server.start(path)
        server.start(path)
        await told(server)
        pid = pid_of(server)
        server.start(path)
        assert pid_of(server) == pid

    run(scenario())


def test_what_cannot_be_started_is_told_before(tmp_path: Path) -> None:
    path = program(tmp_path)
    assert fault_of(INVOKEAI, path, "") is None
    assert fault_of(INVOKEAI, path, str(tmp_path)) is None
    (tmp_path / "plain").write_text("")
    for wrong in ("", str(tmp_path), str(tmp_path / "none"), str(tmp_path / "plain")):
        problem = fault_of(INVOKEAI, wrong, "")
        assert problem is not None
        assert problem.code == "local_no_program"
    problem = fault_of(INVOKEAI, path, str(tmp_path / "none"))
    assert problem is not None
    assert problem.code == "local_no_root"


def test_an_installed_one_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert found_program(INVOKEAI) == ""
    place = tmp_path / "invokeai" / ".venv" / "bin"
    place.mkdir(parents=True)
    (place / "invokeai-web").write_text("")
    assert found_program(INVOKEAI) == str(place / "invokeai-web")
    assert usual_root(found_program(INVOKEAI)) == str(tmp_path / "invokeai")
    assert usual_root("/usr/bin/invokeai-web") == ""
    places = list(INVOKEAI.places(PureWindowsPath("C:/Users/me"), windows=True))
    assert PureWindowsPath("C:/Users/me/invokeai/.venv/Scripts/invokeai-web.exe") in places
    assert root_of(PurePosixPath("/a/venv/bin/x")) == PurePosixPath("/a")


@pytest.mark.parametrize(
    ("line", "url"),
    [
        (LINE.format(url="http://127.0.0.1:9090"), "http://127.0.0.1:9090"),
        ("INFO: Uvicorn running on http://0.0.0.0:9091 (Press CTRL+C)", "http://127.0.0.1:9091"),
        ("running on http://[::]:9091", "http://127.0.0.1:9091"),
        ("running on https://localhost:9090/ai", "https://localhost:9090/ai"),
        ("running on http://elsewhere:9090", None),
        ("running on http://127.0.0.1:99999999", None),
        ("running on cuda", None),
    ],
)
def test_the_address_is_in_one_line_of_the_log(line: str, url: str | None) -> None:
    assert INVOKEAI.told_url(line) == url


def test_a_line_of_a_log_is_plain_and_bounded() -> None:
    assert plain_line("\x1b[31mred\x1b[0m\x07 10 %\r20 %\r") == "20 %"
    assert len(plain_line("x" * 100_000)) == LONGEST_LINE


@pytest.mark.parametrize(
    ("settings", "port"),
    [
        ("port: 9123", 9123),
        ("a: 1\nport: 80\n", 80),
        ("port: 99999", 9090),
        ("", 9090),
        ("x", 9090),
    ],
)
def test_the_port_of_a_root_folder(settings: str, port: int) -> None:
    assert INVOKEAI.port_in(settings) == port
