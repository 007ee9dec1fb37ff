"""Pictures that are deleted here at once, and on the server only after a while."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.api.backend import Backend, BoardSource, PictureKeeper
from ivk_desktop.api.errors import ApiError, Busy, ServerFault, Unreachable
from ivk_desktop.domain.media import ImageInfo, MediaRef
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.notices import Level, Notices
from ivk_desktop.stores.trash_journal import Deletion, TrashJournal
from ivk_desktop.tasks import Tasks

RETRY_MS: Final = 60_000
"""Before a deletion that the server could not carry out is tried again."""
LONGEST_MS: Final = 3_600_000
"""A computer that slept, or a clock that was set, is noticed after that at the latest."""
PASSING: Final = (Unreachable, Busy, ServerFault)
"""Reasons that go by: the journal keeps the deletion."""


class Trash(QObject):
    """The pictures of one server that wait for their deletion.

    Each is hidden at once and written down with the time at which the server is to delete it.
    That happens while the server is connected, in this run of the app or in a later one. Until
    then it can be restored: on the server nothing has happened to it.
    """

    changed = Signal()
    hidden = Signal(object)
    """A tuple of ``MediaRef`` that are not to be shown any more."""
    restored = Signal(object)
    """A tuple of ``MediaRef`` that are to be shown again."""
    deleted = Signal(object)
    """A tuple of ``MediaRef`` that are gone from the server."""

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        notices: Notices,
        database: Database | None,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._keeper = backend if isinstance(backend, PictureKeeper) else None
        self._source = backend if isinstance(backend, BoardSource) else None
        self._server_id = backend.server_id
        self._tasks = tasks
        self._notices = notices
        self._journal = TrashJournal(backend.server_id, database)
        self._now = now
        self._online = self._deleting = False
        self._deletions: dict[MediaRef, Deletion] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    # --- what is in it -------------------------------------------------------------------
    @property
    def offered(self) -> bool:
        """Whether pictures of this kind of server can be deleted."""
        return self._keeper is not None

    @property
    def deletions(self) -> tuple[Deletion, ...]:
        """What waits for its deletion, the latest first."""
        return tuple(sorted(self._deletions.values(), key=lambda one: -one.deleted_at))

    def hides(self, ref: MediaRef) -> bool:
        """Whether a picture is not to be shown."""
        return ref in self._deletions

    @property
    def refs(self) -> frozenset[MediaRef]:
        """All pictures that are not to be shown."""
        return frozenset(self._deletions)

    async def load(self) -> None:
        """Read the journal: another window may have written in it too."""
        before = dict(self._deletions)
        read = await self._journal.read()
        if read is None:
            return
        kept = {one.ref: one for one in read}
        # What a person did while it was read is newer than what was read.
        untouched = {ref for ref, one in before.items() if self._deletions.get(ref) is one}
        new = kept.keys() - before.keys() - self._deletions.keys()
        gone = untouched - kept.keys()
        for ref in gone:
            del self._deletions[ref]
        self._deletions |= {ref: kept[ref] for ref in new | (untouched & kept.keys())}
        self._tell(tuple(new), tuple(gone))

    def set_online(self, online: bool) -> None:
        """Delete only while the server is there."""
        self._online = online
        if online:
            self._look()

    # --- what a person does --------------------------------------------------------------
    def delete(
        self, refs: Iterable[MediaRef], delay_s: float, infos: Iterable[ImageInfo | None] = ()
    ) -> None:
        """Hide pictures, and have the server delete them after ``delay_s`` seconds.

        ``infos`` are what is known of them; the rest is asked for.
        """
        if self._keeper is None:
            return
        known = {info.ref: info for info in infos if info is not None}
        now = self._now()
        new = [
            Deletion.of(ref, known.get(ref), now, now + delay_s)
            for ref in dict.fromkeys(refs)
            if ref not in self._deletions or self._deletions[ref].sent_at is None
        ]
        hidden = tuple(one.ref for one in new if one.ref not in self._deletions)
        self._deletions |= {one.ref: one for one in new}
        self._journal.keep(new)
        self._tell(hidden, ())
        self._look()
        lacking = [one.ref for one in new if one.info is None]
        if lacking and self._source is not None:
            name = f"facts of {len(lacking)} deleted, {lacking[0].name}"
            self._tasks.start(self._learn(self._source, lacking), name, replace=True)

    def restore(self, refs: Iterable[MediaRef]) -> None:
        """Show pictures again; one that is just being deleted cannot be saved any more."""
        saved = [ref for ref in refs if (one := self._deletions.get(ref)) and one.sent_at is None]
        for ref in saved:
            del self._deletions[ref]
        self._journal.forget(saved)
        self._tell((), tuple(saved))

    def hasten(self, refs: Iterable[MediaRef]) -> None:
        """Have the server delete these now."""
        now = self._now()
        soon = [replace(self._deletions[r], due_at=now) for r in refs if r in self._deletions]
        self._deletions |= {one.ref: one for one in soon}
        self._journal.keep(soon)
        self._look()
        self.changed.emit()

    def measure(self, refs: Sequence[MediaRef]) -> None:
        """Ask how large the files of these are, where that is not known."""
        lacking = [r for r in refs if (one := self._deletions.get(r)) and one.bytes is None]
        if lacking and self._keeper is not None:
            self._tasks.start(self._measure(self._keeper, lacking), "measure trash", replace=True)

    # --- learning about them -------------------------------------------------------------
    async def _learn(self, source: BoardSource, refs: list[MediaRef]) -> None:
        try:
            infos = await source.images([ref.name for ref in refs])
        except ApiError:
            return  # the list shows the name alone
        self._amend([self._deletions[i.ref].told(i) for i in infos if i.ref in self._deletions])

    async def _measure(self, keeper: PictureKeeper, refs: list[MediaRef]) -> None:
        for ref in refs:
            try:
                size = await keeper.byte_count(ref)
            except ApiError:
                continue
            if size is not None and ref in self._deletions:
                self._amend([replace(self._deletions[ref], bytes=size)])

    def _amend(self, told: Sequence[Deletion]) -> None:
        self._deletions |= {one.ref: one for one in told}
        self._journal.amend(told)
        self.changed.emit()

    # --- deleting for good ---------------------------------------------------------------
    def _look(self) -> None:
        """Delete what is due, and come back when the next one is."""
        self._timer.stop()
        if self._keeper is None or not self._online or not self._deletions or self._deleting:
            return
        wait_s = min(one.due_at for one in self._deletions.values()) - self._now()
        if wait_s > 0:
            self._timer.start(min(LONGEST_MS, max(1, round(wait_s * 1000))))
        else:
            # A task that has just ended may still hold the name.
            self._tasks.start(self._delete_due(self._keeper), "delete pictures", replace=True)

    async def _delete_due(self, keeper: PictureKeeper) -> None:
        """Delete until nothing more is due: what comes meanwhile is not started beside this."""
        self._deleting = True
        try:
            while self._online and any(o.due_at <= self._now() for o in self._deletions.values()):
                if not await self._delete_once(keeper):
                    return
        finally:
            self._deleting = False
        self._look()

    async def _delete_once(self, keeper: PictureKeeper) -> bool:
        """Claim what is due in the journal first: another window may have restored it.

        Returns whether it makes sense to go on.
        """
        await self._journal.claim(self._now())
        await self.load()
        due = [one.ref for one in self._deletions.values() if one.sent_at is not None]
        try:
            failed = tuple(await keeper.delete_pictures(due)) if due else ()
        except PASSING as error:
            self._release(due, error)
            return False
        except ApiError as error:
            self._give_up(due, error.problem)
            return True
        self._gone([ref for ref in due if ref not in failed])
        if failed:
            self._give_up(failed, Problem("not_deleted", {"count": len(failed)}))
        return True

    def _gone(self, refs: Sequence[MediaRef]) -> None:
        if not refs:
            return
        for ref in refs:
            self._deletions.pop(ref, None)
        self._journal.forget(refs, sent=True)
        self.deleted.emit(tuple(refs))
        self.changed.emit()

    def _release(self, refs: Sequence[MediaRef], error: ApiError) -> None:
        """It goes by: the pictures stay hidden, and it is tried again."""
        problem = Problem("delete_later", {"count": len(refs)})
        key = f"trash:{self._server_id}"
        self._notices.problem(problem, detail=error.detail, key=key, level=Level.WARNING)
        kept = [replace(self._deletions[r], sent_at=None) for r in refs if r in self._deletions]
        self._deletions |= {one.ref: one for one in kept}
        self._journal.keep(kept)
        self._timer.start(RETRY_MS)

    def _give_up(self, refs: Sequence[MediaRef], problem: Problem) -> None:
        """The server will not: the pictures are there, and are shown again."""
        for ref in refs:
            self._deletions.pop(ref, None)
        self._journal.forget(refs, sent=True)
        self._notices.problem(problem, key=f"trash:{self._server_id}")
        self._tell((), tuple(refs))

    def _tell(self, hidden: tuple[MediaRef, ...], restored: tuple[MediaRef, ...]) -> None:
        if hidden:
            self.hidden.emit(hidden)
        if restored:
            self.restored.emit(restored)
        if hidden or restored:
            self.changed.emit()
