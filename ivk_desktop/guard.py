"""Runs a program for as long as somebody holds this process's standard input.

So a server that the app has started ends with the app, even with one that was killed: the pipe
closes then. The program's output goes where this process's output goes.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Final

STOP_S: Final = 4.0
"""How long the program may take to heed each signal."""
NOT_STARTED: Final = 127
_PR_SET_PDEATHSIG: Final = 1
if sys.platform == "win32":
    _ENDING = (signal.CTRL_BREAK_EVENT, signal.SIGTERM)
else:
    # uvicorn waits for its connections after SIGTERM, and no more after SIGINT.
    _ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGKILL)


def main(arguments: Sequence[str], stop_s: float = STOP_S) -> int:
    """Run ``arguments`` until the program ends or standard input closes; its exit code."""
    if not arguments:
        print("usage: ivk-desktop guard PROGRAM [ARGUMENT ...]", file=sys.stderr)
        return 2
    try:
        process = _started(list(arguments))
    except OSError as error:
        print(f"{arguments[0]}: {error.strerror}", file=sys.stderr)
        return NOT_STARTED
    asked = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: asked.set())
    _set_after(asked, _wait_for_end_of_input)
    _set_after(asked, process.wait)
    asked.wait()
    return _ended(process, stop_s)


def _set_after(asked: threading.Event, work: Callable[[], object]) -> None:
    def run() -> None:
        work()
        asked.set()

    threading.Thread(target=run, daemon=True).start()


def _wait_for_end_of_input() -> None:
    try:
        while os.read(0, 4096):
            pass
    except OSError:
        pass


def _started(arguments: list[str]) -> subprocess.Popen[bytes]:
    """Start the program in a group of its own: what it starts ends with it."""
    if sys.platform == "win32":
        group = subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(arguments, stdin=subprocess.DEVNULL, creationflags=group)
    return subprocess.Popen(
        arguments,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=_die_with_parent if sys.platform == "linux" else None,
    )


def _die_with_parent() -> None:
    """Linux tells the program when this process is killed."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _ended(process: subprocess.Popen[bytes], stop_s: float) -> int:
    """Ask the program to end, press it, and end it if it does not."""
    for number in _ENDING:
        if process.poll() is None:
            _signal(process, number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(stop_s)
    return process.wait()


def _signal(process: subprocess.Popen[bytes], number: int) -> None:
    with contextlib.suppress(OSError):  # it has just ended
        if sys.platform == "win32":
            process.send_signal(number)
        else:
            os.killpg(process.pid, number)
