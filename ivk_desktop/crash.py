"""Hooks for what nobody caught: logged, told to the window, never silent."""

from __future__ import annotations

import asyncio
import faulthandler
import logging
import sys
import threading
from types import TracebackType
from typing import IO, Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from ivk_desktop.stores import paths

log = logging.getLogger(__name__)
qt_log = logging.getLogger("qt")

FAULT_FILE = "fault.log"
LAST_FAULT_FILE = "fault.last.log"
QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashHooks(QObject):
    """Installs the hooks of the process, and takes them back."""

    happened = Signal(str)
    """One line about an error that nobody caught; emitted in any thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.crashed_before = False
        """Whether native code has ended the process the last time."""
        self._fault_file: IO[str] | None = None
        self._reporting = threading.local()

    def install(self) -> None:
        """Catch exceptions of all threads, messages of Qt, and faults of native code."""
        sys.excepthook = self._uncaught
        sys.unraisablehook = self._unraisable
        threading.excepthook = self._uncaught_in_thread
        qInstallMessageHandler(log_qt_message)
        self._watch_faults()

    def uninstall(self) -> None:
        """Set the hooks back to Python's and Qt's own."""
        sys.excepthook = sys.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._fault_file is not None:
            faulthandler.disable()
            self._fault_file.close()
            self._fault_file = None

    def watch_loop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Catch what an event loop could give to nobody else."""
        loop.set_exception_handler(self._in_loop)

    def _watch_faults(self) -> None:
        file = paths.log_folder() / FAULT_FILE
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self.crashed_before = file.exists() and file.stat().st_size > 0
            if self.crashed_before:
                file.replace(file.with_name(LAST_FAULT_FILE))
            self._fault_file = file.open("a", encoding="utf-8")
        except OSError as error:
            log.warning("no file for faults: %s", error)
            faulthandler.enable()
            return
        faulthandler.enable(self._fault_file)

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._report("uncaught error", error.with_traceback(trace))

    def _uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        name = args.thread.name if args.thread else "?"
        self._report(f"uncaught error in thread {name}", args.exc_value)

    def _unraisable(self, args: Any) -> None:
        self._report(f"error that cannot be raised in {args.object!r}", args.exc_value)

    def _in_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self._report(f"event loop: {context.get('message')}", context.get("exception"))

    def _report(self, what: str, error: BaseException | None) -> None:
        log.critical(what, exc_info=error)
        # Telling may fail in its turn; that is logged above and not told again.
        if getattr(self._reporting, "now", False):
            return
        self._reporting.now = True
        try:
            self.happened.emit(type(error).__name__ if error is not None else what)
        finally:
            self._reporting.now = False


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    """Log one message of Qt under its category."""
    qt_log.log(QT_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, message)
    if kind is QtMsgType.QtFatalMsg:
        # Qt ends the process right after this: the terminal is the only place left to say it.
        print(f"Qt cannot go on: {message}", file=sys.stderr, flush=True)
