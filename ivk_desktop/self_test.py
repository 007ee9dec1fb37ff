"""``ivk-desktop --self-test``: the program tries itself, installed or frozen.

The window is built and shown without a screen, the demo server is started as the program does it
for a person, a workflow of its library is opened and submitted, and its preview is painted. Each
step that works is one line on the standard output.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from ivk_desktop.cli import WindowOptions

if TYPE_CHECKING:
    from ivk_desktop.app import Desk
    from ivk_desktop.domain.problems import Problem
    from ivk_desktop.stores.open_workflow import OpenWorkflow
    from ivk_desktop.stores.session import ServerSession

log = logging.getLogger(__name__)

LIMIT_S = 60.0
"""How long the whole may take."""
GRACE_S = 10.0
"""How much longer, until a loop that stands still is ended from outside."""
WORKFLOW = "Text to image, SD1.5"
"""A workflow of the demo's library."""
PICTURES = ("jpeg", "png", "svg", "webp")
"""The formats that servers send and icons come in."""
KEYRINGS = {
    "linux": ("keyring.backends.SecretService", "secretstorage"),
    "darwin": ("keyring.backends.macOS", "keyring.backends.macOS.api"),
    "win32": ("keyring.backends.Windows", "win32ctypes.pywin32.win32cred"),
}
"""The keyring backend of each system and what it works through; the first names it."""


class Failed(Exception):
    """A step did not work; the text is a clause that says why."""


def run(options: WindowOptions) -> int:
    """Run all steps in folders of their own; 0, or 1 after one sentence on the error stream."""
    from ivk_desktop.system_libs import missing_sentence

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sentence := missing_sentence():
        return _fail(sentence)
    test = SelfTest()
    _end_after(LIMIT_S + GRACE_S)
    errors = ErrorWatch()
    logging.getLogger().addHandler(errors)
    with tempfile.TemporaryDirectory(prefix="ivk-self-test-", ignore_cleanup_errors=True) as home:
        for kind in ("CONFIG", "DATA", "CACHE", "LOG"):
            os.environ[f"IVK_{kind}_DIR"] = str(Path(home, kind.lower()))
        try:
            from ivk_desktop.app import run_window

            run_window(replace(options, demo=True, server=None, files=()), test.watch)
        except Exception as error:
            log.critical("the window could not be opened", exc_info=error)
            test.failure = f"the window could not be opened, {type(error).__name__}: {error}"
        # Windows deletes no open file: let go of the log first.
        logging.shutdown()
    test.failure = test.failure or errors.first
    if test.failure is not None:
        return _fail(f"The self-test failed: {test.failure}.")
    print("self-test passed", flush=True)
    return 0


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr, flush=True)
    return 1


def _end_after(seconds: float) -> None:
    """End the process, whatever it hangs in."""

    def end() -> None:
        _fail("The self-test failed: the window stands still.")
        os._exit(1)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()


class ErrorWatch(logging.StreamHandler[TextIO]):
    """Says warnings on the error stream, Qt's among them, and keeps the first error."""

    def __init__(self) -> None:
        super().__init__()
        self.setLevel(logging.WARNING)
        self.first: str | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; one of an error makes the self-test fail."""
        super().emit(record)
        if record.levelno >= logging.ERROR and self.first is None:
            error = record.exc_info[1] if record.exc_info else None
            said = f"{type(error).__name__}: {error}" if error else record.getMessage()
            self.first = f"an error was logged, {said}"


class SelfTest:
    """The steps, run beside the window; ``failure`` says why one did not work."""

    def __init__(self, limit_s: float = LIMIT_S) -> None:
        self.failure: str | None = "the window was closed before the end"
        self._limit_s = limit_s
        self._step = "show the window"
        self._began = time.perf_counter()

    def watch(self, desk: Desk) -> None:
        """Begin, beside a window that is about to be opened, and close it at the end."""
        desk.tasks.start(self._run(desk, _event(desk.window.painted)), "self-test")

    async def _run(self, desk: Desk, painted: asyncio.Event) -> None:
        try:
            async with asyncio.timeout(self._limit_s):
                await painted.wait()
                self._done(f"window shown on {_platform()}")
                await self._steps(desk)
            self.failure = None
        except TimeoutError:
            told = [_sentence(notice.problem, notice.text) for notice in desk.notices.log[-1:]]
            self.failure = ": ".join([f"it took too long to {self._step}", *told])
        except Failed as failed:
            self.failure = f"it could not {self._step}, {failed}"
        except Exception as error:
            self.failure = f"it could not {self._step}, {type(error).__name__}: {error}"
            raise
        finally:
            desk.window.close_asked.emit()

    async def _steps(self, desk: Desk) -> None:
        self._begin("find its parts")
        for part in parts():
            self._done(part)
        self._begin("start and reach the demo server")
        session = await _connected(desk)
        self._done(f"connected to {session.url}, {len(session.library.items)} workflows")
        self._begin("open a workflow")
        workflow = await _opened(desk, session)
        self._done(f"opened {workflow.title}")
        self._begin("submit it")
        painted = _event(desk.window.stage.canvas.frame_painted)
        arrived = _event(session.results.arrived)
        await _submitted(desk, session, workflow)
        self._done("submitted")
        self._begin("paint its preview")
        await painted.wait()
        self._done("preview painted")
        self._begin("show its result")
        await arrived.wait()
        ref = session.results.results[0].ref
        await _until(partial(session.media.thumbnail, ref), session.media.ready)
        self._done("result read")

    def _begin(self, step: str) -> None:
        self._step = step

    def _done(self, what: str) -> None:
        print(f"{time.perf_counter() - self._began:6.2f} s  {what}", flush=True)


def parts() -> list[str]:
    """What a bundle easily lacks, one line each.

    Raises:
        Failed: something is missing.
    """
    from PySide6.QtGui import QImageReader
    from PySide6.QtNetwork import QSslSocket

    known = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    if missing := set(PICTURES) - known:
        raise Failed(f"Qt cannot read {', '.join(sorted(missing))}")
    if not QSslSocket.supportsSsl():
        raise Failed("Qt has no TLS")
    system = "linux" if sys.platform.startswith("linux") else sys.platform
    modules = KEYRINGS.get(system, ())
    try:
        for module in modules:
            importlib.import_module(module)
    except ImportError as error:
        raise Failed(f"the keyring lacks a module: {error}") from error
    return [
        f"pictures: {', '.join(PICTURES)}",
        f"TLS: {QSslSocket.activeBackend()}",
        f"keyring: {', '.join(modules)}",
    ]


def _platform() -> str:
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.platformName()


def _sentence(problem: Problem | None, otherwise: str = "") -> str:
    """The words of a problem, to stand in the middle of a sentence."""
    from ivk_desktop import words

    return (words.sentence(problem) if problem is not None else otherwise).rstrip(".")


async def _connected(desk: Desk) -> ServerSession:
    """Wait for the demo server, its link and its library."""
    from ivk_desktop.domain.servers import LinkState
    from ivk_desktop.stores.listing import ListState

    servers, notices = desk.servers, desk.notices
    await _until(lambda: servers.current or notices.latest, servers.current_changed, notices.posted)
    session = servers.current
    if session is None:
        raise Failed(_sentence(notices.log[-1].problem, notices.log[-1].text))
    await _until(lambda: session.link is LinkState.LIVE, session.link_changed)
    library = session.library
    await _until(lambda: library.state is ListState.READY, library.state_changed)
    return session


async def _opened(desk: Desk, session: ServerSession) -> OpenWorkflow:
    from ivk_desktop.stores.open_workflow import OpenState

    cards = [card for card in session.library.items if card.name == WORKFLOW]
    if not cards:
        raise Failed(f"the library has no {WORKFLOW}")
    desk.window_sessions.open_library(cards[0].workflow_id)
    workflow = desk.workflows.current
    assert workflow is not None
    await _until(lambda: workflow.state is not OpenState.LOADING, workflow.changed)
    if workflow.state is OpenState.FAILED:
        raise Failed(_sentence(workflow.problem))
    return workflow


async def _submitted(desk: Desk, session: ServerSession, workflow: OpenWorkflow) -> None:
    """Press Invoke as soon as it is ready, and wait for the answer."""
    button = desk.window.invoke_bar.button
    await _until(
        button.isEnabled, workflow.readiness_changed, workflow.changed, session.choices_changed
    )
    answers: list[Any] = []
    session.submitted.connect(lambda _request, receipt: answers.append(receipt))
    button.click()
    await _until(lambda: answers or workflow.submit_problem, session.submitted, workflow.changed)
    if workflow.submit_problem is not None:
        raise Failed(_sentence(workflow.submit_problem))


def _event(signal: Any) -> asyncio.Event:
    event = asyncio.Event()
    signal.connect(lambda *_: event.set())
    return event


async def _until(condition: Callable[[], Any], *signals: Any) -> None:
    """Wait until a condition holds, looking again whenever one of the signals comes."""
    again = asyncio.Event()
    for signal in signals:
        signal.connect(lambda *_: again.set())
    while not condition():
        again.clear()
        await again.wait()
