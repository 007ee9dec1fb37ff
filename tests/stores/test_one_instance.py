"""A second start hands over what it was asked to open."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtNetwork import QLocalSocket

from ivk_desktop.stores.desktop.one_instance import (
    MARK,
    MOST_BYTES,
    TAKEN,
    Handover,
    OneInstance,
    hand_over,
    handover,
)

Run = Callable[..., Any]
WHAT = Handover(("/tmp/a.json",), "http://127.0.0.1:9090")


SECOND = """
from ivk_desktop.stores.desktop.one_instance import Handover, hand_over
print(hand_over(Handover(("/tmp/a.json",), "http://127.0.0.1:9090")))
"""


def second_start() -> str:
    """What a process of its own says of its handover."""
    done = subprocess.run([sys.executable, "-c", SECOND], capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IVK_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def first(qapp: Any) -> Iterator[OneInstance]:
    instance = OneInstance()
    assert instance.listen()
    yield instance
    instance.close()


def test_the_first_window_takes_what_the_second_start_was_asked(
    first: OneInstance, run: Run, qtbot: Any
) -> None:
    async def story() -> Handover:
        got: asyncio.Future[Handover] = asyncio.get_running_loop().create_future()
        first.handed.connect(got.set_result)
        assert await asyncio.to_thread(second_start) == "True"
        return await got

    assert run(story()) == WHAT


def test_without_a_window_nothing_is_handed_over(qapp: Any, data: Path) -> None:
    assert not hand_over(WHAT)
    data.mkdir()
    (data / MARK).write_text("/nowhere/at/all")
    assert not hand_over(WHAT)


def test_a_closed_window_is_not_handed_anything(first: OneInstance, data: Path) -> None:
    assert (data / MARK).exists()
    first.close()
    assert not (data / MARK).exists()
    assert not hand_over(WHAT)


def test_only_one_window_of_a_profile_listens(
    first: OneInstance, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    second = OneInstance()
    assert not second.listen()
    second.close()
    monkeypatch.setenv("IVK_DATA_DIR", str(tmp_path / "other"))
    assert second.listen()
    second.close()


@pytest.mark.parametrize(
    "line", [b"[]\n", b"no json\n", b'{"files": [1], "server": ""}\n', b"x" * (MOST_BYTES + 9)]
)
def test_what_is_no_second_start_is_hung_up_on(
    line: bytes, first: OneInstance, data: Path, qtbot: Any
) -> None:
    took: list[Handover] = []
    first.handed.connect(took.append)
    socket = QLocalSocket()
    with qtbot.waitSignal(socket.disconnected):
        socket.connectToServer((data / MARK).read_text())
        socket.write(line)
    assert not took
    socket.connectToServer((data / MARK).read_text())
    with qtbot.waitSignal(first.handed):
        socket.write(WHAT.to_line())
    qtbot.waitUntil(socket.canReadLine)
    assert bytes(socket.readLine().data()) == TAKEN


def test_files_are_handed_over_with_their_whole_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = handover(("a.json", "ivk://server?url=x"), None)
    assert found == Handover((str(tmp_path / "a.json"), "ivk://server?url=x"), "")


@given(st.lists(st.text()), st.text())
def test_any_handover_survives_the_way(files: list[str], server: str) -> None:
    what = Handover(tuple(files), server)
    assert Handover.from_line(what.to_line()) == what


@given(
    st.binary()
    | st.builds(
        lambda value: json.dumps(value).encode(),
        st.dictionaries(
            st.sampled_from(["files", "server"]), st.none() | st.lists(st.integers()) | st.text()
        ),
    )
)
def test_any_line_is_a_handover_or_a_value_error(line: bytes) -> None:
    try:
        found = Handover.from_line(line)
    except (ValueError, RecursionError, AttributeError):
        return
    assert isinstance(found.server, str)
