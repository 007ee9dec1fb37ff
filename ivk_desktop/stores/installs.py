"""The install queue of one server, with speeds and times left."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.api.backend import Backend
from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.model_keeping import ModelInstalls
from ivk_desktop.domain.installs import Install, InstallId, InstallRequest, InstallState, Rate
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import Connected, InstallProgress, Resource, ResourceChanged, Update
from ivk_desktop.stores.flush import Flush
from ivk_desktop.stores.notices import Notices
from ivk_desktop.tasks import Tasks

POLL_MS: Final = 2_000
"""While somebody looks: a pause, and what others do to the queue, has no event."""
SHOWN_MS: Final = 250
"""Progress is shown so often at most."""
READS_MS: Final = 300
_numbers = count()


@dataclass(frozen=True, slots=True)
class InstallRow:
    """One installation as it is shown."""

    install: Install
    speed: float | None = None
    """Bytes a second; ``None`` where it cannot be told."""
    left_s: float | None = None


class Installs(QObject):
    """Follows the queue by events, and by asking while it is looked at and something moves."""

    changed = Signal()
    """Rows have come, gone or changed their state."""
    progressed = Signal()
    """Rows are further on."""
    ended = Signal(object)
    """An ``Install`` that was completed or has failed while it was followed."""
    started = Signal(object)
    """An ``Install`` that was asked for here and taken."""
    refused = Signal(object, object)
    """An ``InstallRequest`` that was not taken, and the ``Problem``."""

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        notices: Notices,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._source = backend if isinstance(backend, ModelInstalls) else None
        self._tasks = tasks
        self._notices = notices
        self._now = now
        self._installs: dict[InstallId, Install] = {}
        self._rates: dict[InstallId, Rate] = {}
        self._watchers = 0
        self.is_read = False
        """The queue was read, so that an end is news."""
        self.problem: Problem | None = None
        """Why the queue could not be read."""
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._poll_if_moving)
        self._reads = Flush(self.read, self, interval_ms=READS_MS)
        self._shown = Flush(self.progressed.emit, self, interval_ms=SHOWN_MS)

    @property
    def offered(self) -> bool:
        """Whether models can be installed on this kind of server."""
        return self._source is not None

    @property
    def rows(self) -> list[InstallRow]:
        """The queue, what is under way first, each part newest first."""
        rows = [self._row(install) for install in self._installs.values()]
        return sorted(rows, key=lambda row: row.install.state.ended)

    @property
    def open_count(self) -> int:
        """How many have not ended."""
        return sum(not install.state.ended for install in self._installs.values())

    def apply(self, update: Update) -> None:
        """Take in how far downloads are, and that the queue has changed."""
        if isinstance(update, InstallProgress):
            self._progress(update)
        elif isinstance(update, ResourceChanged) and update.resource is Resource.INSTALLS:
            self._reads.mark()
        elif isinstance(update, Connected):
            self.is_read = False
            if self._installs or self._watchers:
                self._reads.mark()

    # --- reading -------------------------------------------------------------------------
    def watch(self, watched: bool) -> None:
        """Somebody begins or ceases to look at the queue."""
        self._watchers = max(0, self._watchers + (1 if watched else -1))
        if self._watchers:
            self.read()
            self._poll.start()
        else:
            self._poll.stop()

    def read(self) -> None:
        """Read the queue; ``changed`` follows where it is another one."""
        if self._source is not None:
            self._tasks.start(self._read(self._source), "read installs", replace=True)

    def _poll_if_moving(self) -> None:
        if any(install.state.moves for install in self._installs.values()):
            self.read()

    async def _read(self, source: ModelInstalls) -> None:
        try:
            listed = await source.installs()
        except ApiError as error:
            self._set_problem(error.problem)
            return
        self._set_problem(None)
        self._take(listed)

    def _set_problem(self, problem: Problem | None) -> None:
        if problem != self.problem:
            self.problem = problem
            self.changed.emit()

    def _take(self, listed: Sequence[Install]) -> None:
        before, fresh = self._installs, not self.is_read
        self._installs = {
            one.install_id: _furthest(one, before.get(one.install_id)) for one in listed
        }
        self._rates = {i: rate for i, rate in self._rates.items() if i in self._installs}
        self.is_read = True
        for one in self._installs.values():
            self._note(one)
        if before != self._installs or fresh:
            self.changed.emit()
        if fresh:
            return
        for one in listed:
            was = before.get(one.install_id)
            news = was is None or not was.state.ended
            if one.state in (InstallState.COMPLETED, InstallState.FAILED) and news:
                self.ended.emit(one)

    def _progress(self, update: InstallProgress) -> None:
        known = self._installs.get(update.install_id)
        if known is None or known.state is InstallState.PAUSED or known.state.ended:
            self._reads.mark()  # of a job that is not listed here, or goes on again
            return
        moved = replace(
            known,
            state=InstallState.DOWNLOADING,
            bytes=update.bytes,
            total_bytes=update.total or known.total_bytes,
        )
        self._installs[update.install_id] = moved
        self._note(moved)
        if moved.state is not known.state:
            self.changed.emit()
        self._shown.mark()

    def _note(self, install: Install) -> None:
        rate = self._rates.setdefault(install.install_id, Rate())
        if install.state is InstallState.DOWNLOADING:
            rate.note(self._now(), install.bytes)
        else:
            rate.stop()

    def _row(self, install: Install) -> InstallRow:
        rate, now = self._rates.get(install.install_id), self._now()
        if rate is None or install.state is not InstallState.DOWNLOADING:
            return InstallRow(install)
        left_s = rate.seconds_left(now, install.total_bytes)
        return InstallRow(install, rate.bytes_per_s(now), left_s)

    # --- what a person does --------------------------------------------------------------
    def start(self, request: InstallRequest) -> None:
        """Install a model; ``started`` or ``refused`` follows."""
        if self._source is not None:
            self._tasks.start(self._start(self._source, request), f"install {next(_numbers)}")

    def pause(self, install: Install) -> None:
        """Hold a download."""
        if (source := self._source) is not None:
            self._do(lambda: source.pause_install(install.install_id))

    def resume(self, install: Install) -> None:
        """Go on with a download."""
        if (source := self._source) is not None:
            self._do(lambda: source.resume_install(install.install_id))

    def cancel(self, install: Install) -> None:
        """Give an installation up."""
        if (source := self._source) is not None:
            self._do(lambda: source.cancel_install(install.install_id))

    def retry(self, install: Install, token: str = "") -> None:
        """Try again, with an access token where one is given."""
        if (source := self._source) is not None:
            self._do(lambda: source.retry_install(install, token))

    def prune(self) -> None:
        """Take what has ended off the list."""
        if (source := self._source) is not None:
            self._do(source.prune_installs)

    async def _start(self, source: ModelInstalls, request: InstallRequest) -> None:
        if not self.is_read:
            await self._read(source)  # so that an end that comes at once is news
        try:
            install = await source.start_install(request)
        except ApiError as error:
            self.refused.emit(request, error.problem)
            return
        self.started.emit(install)
        self.read()

    def _do(self, change: Callable[[], Awaitable[None]]) -> None:
        self._tasks.start(self._done(change), f"change installs {next(_numbers)}")

    async def _done(self, change: Callable[[], Awaitable[None]]) -> None:
        try:
            await change()
        except ApiError as error:
            key = f"installs:{error.problem.code}"
            self._notices.problem(error.problem, detail=error.detail, key=key)
        self.read()


def _furthest(read: Install, known: Install | None) -> Install:
    """What was read, unless events have told meanwhile that it is further on."""
    if known is None or not read.state is known.state is InstallState.DOWNLOADING:
        return read
    late = known.bytes // 2 < read.bytes < known.bytes
    return replace(read, bytes=known.bytes) if late else read
