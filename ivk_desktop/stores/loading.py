"""Getting one kind of picture: cache, then server, then decoding, each step bounded."""

from __future__ import annotations

import asyncio
import random
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from itertools import count

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ivk_desktop.api.errors import ApiError, Busy, ServerFault, Unreachable
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.image_memory import ImageMemory
from ivk_desktop.stores.wanted import Wanted
from ivk_desktop.tasks import Tasks

PASSING = (Unreachable, Busy, ServerFault)
"""Errors that may be gone a moment later: tried once more, and again after a reconnect."""
RETRY_DELAY_S = 0.7
MAX_FAILURES = 2000
READERS = 2

Read = Callable[[MediaRef], Awaitable[QImage | None]]
Lane = Callable[[MediaRef], Awaitable[None]]
_numbers = count()


class Loader(QObject):
    """Grants wishes for pictures: from memory, else in lanes of tasks that go by urgency.

    ``read`` looks into the disk cache (``None``: not there), ``fetch`` asks the server and
    decodes (``None``: that is no picture). Disk lanes and server lanes are apart, so that a slow
    server never delays what lies on the disk. While ``online`` is off only the disk is asked.
    """

    ready = Signal(object)
    """The ``MediaRef`` that is in memory now."""
    failed = Signal(object)
    """The ``MediaRef`` that could not be got; ``problem`` says why."""

    def __init__(
        self,
        tasks: Tasks,
        memory: ImageMemory,
        fetch: Read,
        lanes: int,
        read: Read | None = None,
        retry_delay_s: float = RETRY_DELAY_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._memory = memory
        self._read, self._fetch = read, fetch
        self._retry_delay_s = retry_delay_s
        self._wanted = Wanted()
        self._missing: list[MediaRef] = []
        self._busy: set[MediaRef] = set()
        self._failures: OrderedDict[MediaRef, tuple[Problem, bool]] = OrderedDict()
        self._free = {"read": READERS, "fetch": lanes}
        self._online = True

    # --- asking --------------------------------------------------------------------------
    def get(self, ref: MediaRef) -> QImage | None:
        """A picture from memory; if it is not there it is wished for, and ``ready`` follows."""
        image = self._memory.get(ref)
        if image is None and ref not in self._failures:
            self._wanted.add(ref)
            self._pump()
        return image

    def loaded(self, ref: MediaRef) -> QImage | None:
        """A picture from memory, without wishing for it."""
        return self._memory.get(ref)

    def show(self, view: str, refs: Sequence[MediaRef]) -> None:
        """State all that a view shows now; what no view shows any more is not got."""
        open_refs = [r for r in refs if r not in self._memory and r not in self._failures]
        self._wanted.show(view, open_refs)
        self._missing = [ref for ref in self._missing if ref in self._wanted]
        self._pump()

    def problem(self, ref: MediaRef) -> Problem | None:
        """Why a picture could not be got."""
        failure = self._failures.get(ref)
        return failure[0] if failure else None

    def retry(self, ref: MediaRef) -> None:
        """Forget that a picture could not be got, and try again."""
        self._failures.pop(ref, None)
        self.get(ref)

    def set_online(self, online: bool) -> None:
        """Stop asking the server, or go on; passing failures are forgotten then."""
        if online == self._online:
            return
        self._online = online
        if online:
            for ref in [ref for ref, (_, passing) in self._failures.items() if passing]:
                del self._failures[ref]
                self._wanted.add(ref)
        self._wanted.restart()
        self._missing.clear()
        self._pump()

    # --- lanes ---------------------------------------------------------------------------
    def _pump(self) -> None:
        """Start lanes while there is work for them; each runs until there is none."""
        while self._free["read"] and (ref := self._next_wish()):
            self._start("read", self._read_lane, ref)
        while self._online and self._free["fetch"] and (ref := self._next_missing()):
            self._start("fetch", self._fetch_lane, ref)

    def _start(self, kind: str, lane: Lane, ref: MediaRef) -> None:
        self._free[kind] -= 1
        self._tasks.start(self._run(kind, lane, ref), f"picture {kind} {next(_numbers)}")

    async def _run(self, kind: str, lane: Lane, ref: MediaRef) -> None:
        try:
            await lane(ref)
        finally:
            self._free[kind] += 1

    def _next_wish(self) -> MediaRef | None:
        while ref := self._wanted.next():
            if ref not in self._busy and ref not in self._memory:
                self._busy.add(ref)
                return ref
        return None

    def _next_missing(self) -> MediaRef | None:
        while self._missing:
            ref = max(self._missing, key=self._wanted.rank)  # the first of the latest wishes
            self._missing.remove(ref)
            if ref in self._wanted and ref not in self._busy:
                self._busy.add(ref)
                return ref
        return None

    async def _read_lane(self, first: MediaRef) -> None:
        ref: MediaRef | None = first
        while ref is not None:
            try:
                image = await self._read(ref) if self._read else None
            finally:
                self._busy.discard(ref)
            if image is None:
                self._missing.append(ref)
            else:
                self._granted(ref, image)
            self._pump()
            ref = self._next_wish()

    async def _fetch_lane(self, first: MediaRef) -> None:
        ref: MediaRef | None = first
        while ref is not None:
            try:
                image = await self._fetch_patiently(ref)
            except ApiError as error:
                self._refused(ref, error.problem, isinstance(error, PASSING))
            else:
                if image is None:
                    self._refused(ref, Problem("not_a_picture"), passing=False)
                else:
                    self._granted(ref, image)
            finally:
                self._busy.discard(ref)
            ref = self._next_missing() if self._online else None

    async def _fetch_patiently(self, ref: MediaRef) -> QImage | None:
        try:
            return await self._fetch(ref)
        except PASSING:
            # Not in step with others that failed at the same moment.
            await asyncio.sleep(self._retry_delay_s * random.uniform(0.5, 1.5))
            return await self._fetch(ref)

    def _granted(self, ref: MediaRef, image: QImage) -> None:
        self._memory.put(ref, image)
        self._wanted.granted(ref)
        self.ready.emit(ref)

    def _refused(self, ref: MediaRef, problem: Problem, passing: bool) -> None:
        self._wanted.granted(ref)
        self._failures[ref] = (problem, passing)
        if len(self._failures) > MAX_FAILURES:
            self._failures.popitem(last=False)
        self.failed.emit(ref)
