"""The log and the crash hooks: everything is said, no secret is."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from ivk_desktop import logs
from ivk_desktop.api.redact import redact
from ivk_desktop.crash import CrashHooks

SECRET = st.text("abcdefghkmnpqrstuvwxyz0123456789_-.", min_size=8, max_size=40).map(
    lambda text: f"s3{text}9x"
)
SHAPES = (
    "Authorization: Bearer {}",
    "authorization: Basic {}",
    "{{'Authorization': 'Bearer {}'}}",
    '{{"token": "{}", "x": 1}}',
    "{{'password': '{} with words'}}",
    "http://h/ws?token={}&x=1",
    "https://user:{}@host/path",
    "https://{}@host/path",
    "api_key={}",
    "X-Api-Key: {}",
    "sent with Authorization: Basic {}",
    "client_secret = {}",
    "refresh_token='{}'",
    "Cookie: session={}; other=1",
)


@given(secret=SECRET, shape=st.sampled_from(SHAPES), before=st.text(max_size=20))
def test_a_secret_in_any_usual_shape_is_masked(secret: str, shape: str, before: str) -> None:
    assert secret not in redact(f"{before}\n{shape.format(secret)}")


@given(st.text())
def test_any_text_can_be_redacted(text: str) -> None:
    redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "http://localhost:9090/api/v1/queue/default/list",
        "denoise_latents: step 3 of 20, 2.1 it/s",
        "{'board_id': 'tigers', 'item_id': 7}",
        "mail me@example.org about http://host/a",
        "a basic sketch of a mountain",
    ],
)
def test_ordinary_lines_are_left_alone(text: str) -> None:
    assert redact(text) == text


@pytest.fixture
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("IVK_LOG_DIR", str(tmp_path))
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    file = logs.start("DEBUG")
    assert file is not None
    yield file
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_message_arguments_and_traceback_are_redacted(log_file: Path) -> None:
    try:
        raise ValueError("http://user:hunter2@host refused")
    except ValueError:
        logging.getLogger("any").exception("with %s", {"token": "hunter2"})
    written = log_file.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "hunter2" not in written


def test_the_log_is_rotated_and_bounded(log_file: Path) -> None:
    for _ in range(80):
        logging.getLogger("any").info("x" * 100_000)
    files = list(log_file.parent.iterdir())
    assert 1 < len(files) <= logs.FILES
    assert sum(file.stat().st_size for file in files) <= logs.FILES * logs.FILE_BYTES


def test_a_folder_that_cannot_be_written_gives_no_log_and_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("IVK_LOG_DIR", str(tmp_path / "file"))
    assert logs.start() is None


@pytest.fixture
def hooks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashHooks]:
    monkeypatch.setenv("IVK_LOG_DIR", str(tmp_path))
    hooks = CrashHooks()
    yield hooks
    hooks.uninstall()


def test_an_uncaught_exception_is_logged_and_told(
    hooks: CrashHooks, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    hooks.install()
    error = ValueError("lost")
    with qtbot.waitSignal(hooks.happened) as told:
        sys.excepthook(ValueError, error, None)
    assert told.args == ["ValueError"]
    assert "lost" in caplog.text


def test_an_uncaught_exception_of_a_thread_is_told(hooks: CrashHooks, qtbot: QtBot) -> None:
    hooks.install()
    with qtbot.waitSignal(hooks.happened):
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()


def test_what_an_event_loop_cannot_give_to_anybody_is_told(hooks: CrashHooks, qtbot: QtBot) -> None:
    loop = asyncio.new_event_loop()
    hooks.watch_loop(loop)
    with qtbot.waitSignal(hooks.happened):
        loop.call_soon(lambda: 1 / 0)
        loop.call_soon(loop.stop)
        loop.run_forever()
    loop.close()


CRASH = """
import faulthandler
from ivk_desktop.crash import CrashHooks
hooks = CrashHooks()
hooks.install()
faulthandler._sigabrt()
"""


def test_a_fault_of_native_code_leaves_its_stack(tmp_path: Path) -> None:
    environ = {"IVK_LOG_DIR": str(tmp_path), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", CRASH], env=environ, check=False, timeout=60)
    assert done.returncode != 0
    assert "Fatal Python error: Aborted" in (tmp_path / "fault.log").read_text(encoding="utf-8")
