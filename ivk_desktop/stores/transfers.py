"""Many files on their way to or from a server: how far they are, and how to stop them."""

from __future__ import annotations

from enum import Enum
from itertools import count

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.problems import Problem
from ivk_desktop.tasks import Tasks

_numbers = count()


class TransferKind(Enum):
    """What is done with the files."""

    UPLOAD = "upload"
    SAVE = "save"
    ZIP = "zip"
    SHEET = "sheet"
    """Many pictures drawn as one."""


class Transfer(QObject):
    """The base of one transfer of ``total`` files to ``place``, a board or a folder by name.

    A file that fails does not stop the others; what has gone through stays when the rest is
    cancelled.
    """

    changed = Signal()
    ended = Signal()

    def __init__(
        self, kind: TransferKind, place: str, total: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.place = place
        self.total = total
        self.done = 0
        """How many files have gone through."""
        self.failures: list[tuple[str, Problem]] = []
        """The names of files that did not, and why."""
        self.stopped: Problem | None = None
        """Why the rest was not tried."""
        self.cancelled = False
        self.is_over = False
        self.waits = False
        """Whether the server is at work on its own: how far it is, is not known."""
        self._part = 0.0

    @property
    def fraction(self) -> float | None:
        """How much is done, 0..1; ``None`` while that is not known."""
        if self.waits:
            return None
        return min(1.0, (self.done + len(self.failures) + self._part) / max(1, self.total))

    @property
    def left(self) -> int:
        """How many files were not tried."""
        return self.total - self.done - len(self.failures)

    def report(self, done: int, total: int | None) -> None:
        """Note how many bytes of the file have gone through; told in steps of a hundredth."""
        part = min(1.0, done / total) if total else 0.0
        if self.waits or abs(part - self._part) >= 0.01 or part == 1.0:
            self.waits = False
            self._part = part
            self.changed.emit()

    def succeed(self, files: int = 1) -> None:
        """Note that files have gone through."""
        self.done += files
        self._next()

    def fail(self, name: str, problem: Problem) -> None:
        """Note that a file did not go through."""
        self.failures.append((name, problem))
        self._next()

    def _next(self) -> None:
        self._part = 0.0
        self.changed.emit()

    async def run(self) -> None:
        """Move all files; raises nothing but ``ApiError`` for what stops it as a whole."""
        raise NotImplementedError


class Transfers(QObject):
    """The transfers of one server that are under way."""

    changed = Signal()
    """One has begun, has ended, or is farther than it was."""
    ended = Signal(object)
    """A ``Transfer`` that is over, one way or another."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._names: dict[Transfer, str] = {}

    @property
    def running(self) -> tuple[Transfer, ...]:
        """Those under way, the first one first."""
        return tuple(self._names)

    def start(self, transfer: Transfer) -> None:
        """Begin one, beside others."""
        transfer.setParent(self)
        transfer.changed.connect(self.changed)
        self._names[transfer] = f"transfer {next(_numbers)}"
        self._tasks.start(self._run(transfer), self._names[transfer])
        self.changed.emit()

    def cancel(self, transfer: Transfer) -> None:
        """Stop one: what has gone through stays, what is under way is given up."""
        transfer.cancelled = True
        if name := self._names.get(transfer):
            self._tasks.cancel(name)

    async def _run(self, transfer: Transfer) -> None:
        try:
            await transfer.run()
        except ApiError as error:
            transfer.stopped = error.problem
        finally:
            self._names.pop(transfer, None)
            transfer.is_over = True
            transfer.ended.emit()
            self.ended.emit(transfer)
            self.changed.emit()
            transfer.deleteLater()
