"""One table of a swept submission: what has become of each of its items, live."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ivk_desktop.domain.history import Inputs
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobKey, JobState
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.sheets import count
from ivk_desktop.stores.queue_delta import QueueDelta
from ivk_desktop.stores.results import Result
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.sheet_book import KeptSheet, SheetBook


@dataclass(slots=True)
class SheetCell:
    """What is known of one item."""

    job_id: JobId | None = None
    state: JobState = JobState.UNKNOWN
    outputs: tuple[MediaRef, ...] = ()
    error: str = ""
    inputs: Inputs = ()


class Sheet(QObject):
    """The cells of a kept sheet, by what its server and the history tell.

    An item stands where the order of its submission puts it. One that was run again (a retry, or
    enqueued anew) takes the cell of the item with the same inputs.
    """

    cells_changed = Signal(object)
    """The set of cells of which something is another."""
    winners_changed = Signal()

    def __init__(
        self,
        kept: KeptSheet,
        book: SheetBook,
        past: Iterable[Job] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.kept = kept
        self.axes = kept.axes
        self.session: ServerSession | None = None
        self.most_outputs = 1
        self._book = book
        self._winners = set(kept.winners)
        self._cells = [SheetCell() for _ in range(count(kept.axes))]
        self._places: dict[JobId, int] = {}
        self._by_inputs: dict[Inputs, int] = {}
        self._batches: set[BatchId] = set()
        self._unplaced: dict[BatchId, int] = {}
        """Batches whose answer was lost, with the cell of their first item."""
        self._take_parts()
        self._take(past)

    # --- what it holds -------------------------------------------------------------------
    def __len__(self) -> int:
        return len(self._cells)

    def cell(self, number: int) -> SheetCell:
        """What is known of one item. Not to be changed."""
        return self._cells[number]

    def key(self, number: int) -> JobKey | None:
        """The item of a cell."""
        job_id = self._cells[number].job_id
        return None if job_id is None else JobKey(self.kept.server_id, job_id)

    def ref(self, number: int, output: int = 0) -> MediaRef | None:
        """One of an item's pictures; its last one where it has fewer."""
        outputs = self._cells[number].outputs
        return outputs[min(output, len(outputs) - 1)] if outputs else None

    def preview(self, number: int) -> QImage | None:
        """The newest preview of an item that runs."""
        key = self.key(number)
        if self.session is None or key is None or self._cells[number].state.ended:
            return None
        return self.session.previews.image(key)

    def states(self) -> Counter[JobState]:
        """How many items are in which state."""
        return Counter(cell.state for cell in self._cells)

    # --- winners -------------------------------------------------------------------------
    @property
    def winners(self) -> tuple[int, ...]:
        """The marked cells in their order."""
        return tuple(sorted(self._winners))

    def is_winner(self, number: int) -> bool:
        """Whether a cell is marked."""
        return number in self._winners

    def set_winner(self, number: int, winner: bool) -> None:
        """Mark a cell or not; it is kept."""
        if winner == self.is_winner(number):
            return
        if winner:
            self._winners.add(number)
        else:
            self._winners.discard(number)
        self._book.mark(self.kept, number, winner)
        self.cells_changed.emit({number})
        self.winners_changed.emit()

    # --- following the server ------------------------------------------------------------
    def set_session(self, session: ServerSession | None) -> None:
        """Follow the server's session; with ``None`` what is known stays."""
        if self.session is not None:
            for signal, slot in self._links(self.session):
                signal.disconnect(slot)
        self.session = session
        if session is not None:
            for signal, slot in self._links(session):
                signal.connect(slot)
            self._read_all()

    def _links(self, session: ServerSession) -> Sequence[tuple[Any, Any]]:
        return (
            (session.queue.changed, self._queue_changed),
            (session.queue.reset, self._read_all),
            (session.results.arrived, self._result_arrived),
            (session.previews.changed, self._preview_changed),
        )

    def want(self, cells: Iterable[int]) -> None:
        """These are looked at: read what they lack."""
        if self.session is None:
            return
        lacking = [cell for n in cells if not (cell := self._cells[n]).outputs and not cell.error]
        ids = [cell.job_id for cell in lacking if cell.job_id is not None]
        self.session.queue.want(ids)

    def grow(self, kept: KeptSheet) -> None:
        """It has more batches: items were enqueued again."""
        self.kept = kept
        self._take_parts()
        self._read_all()

    def _read_all(self) -> None:
        if self.session is None:
            return
        session = self.session
        self._take(job for batch in self._batches for job in self._jobs_of(session, batch))

    def _jobs_of(self, session: ServerSession, batch_id: BatchId) -> list[Job]:
        group = session.queue.batches.get(batch_id)
        jobs = session.queue.jobs
        return [jobs[i] for i in group.ranks if i in jobs] if group is not None else []

    def _queue_changed(self, delta: QueueDelta) -> None:
        if self.session is None:
            return
        jobs = self.session.queue.jobs
        self._take(
            job
            for i in (*delta.inserted, *delta.changed)
            if (job := jobs.get(i)) is not None and self._is_own(job)
        )

    def _is_own(self, job: Job) -> bool:
        """Whether a job is of this sheet; of a wiped server another one may have its id."""
        return job.batch_id in self._batches

    def _result_arrived(self, result: Result) -> None:
        if self.session is not None and result.job.job_id in self._places:
            job = self.session.queue.jobs.get(result.job.job_id)
            if job is not None and self._is_own(job):
                self._take([job])

    def _preview_changed(self, key: JobKey) -> None:
        if (place := self._places.get(key.job_id)) is not None:
            self.cells_changed.emit({place})

    # --- which item stands where ---------------------------------------------------------
    def _take_parts(self) -> None:
        for part in self.kept.parts:
            self._batches.add(part.batch_id)
            if part.first < 0:
                continue
            if not part.job_ids:
                self._unplaced[part.batch_id] = part.first
            for place, job_id in enumerate(part.job_ids, part.first):
                if place < len(self._cells):
                    self._places[job_id] = place
                    self._cells[place].job_id = self._cells[place].job_id or job_id

    def _take(self, jobs: Iterable[Job]) -> None:
        """Take in what is known of jobs; those with a place of their own come first."""
        listed = list(jobs)
        self._place_lost(listed)
        own = [job for job in listed if job.key.job_id in self._places]
        others = [job for job in listed if job.key.job_id not in self._places]
        changed = {place for job in own if (place := self._put(job)) is not None}
        for job in others:
            place = self._by_inputs.get(job.inputs) if job.inputs else None
            if place is not None:
                self._places[job.key.job_id] = place
                if self._put(job) is not None:
                    changed.add(place)
        if changed:
            self.cells_changed.emit(changed)

    def _place_lost(self, jobs: Sequence[Job]) -> None:
        """The answer to a submission was lost: its items are in the order of their ids."""
        size = len(self._cells) // max(1, sum(part.first >= 0 for part in self.kept.parts))
        for batch_id, first in list(self._unplaced.items()):
            ids = sorted({j.key.job_id for j in jobs if j.batch_id == batch_id}, key=_age)
            if len(ids) == size:
                del self._unplaced[batch_id]
                for place, job_id in enumerate(ids, first):
                    self._places[job_id] = place
                    self._cells[place].job_id = job_id

    def _put(self, job: Job) -> int | None:
        """Enter what a job says in its cell; the cell, unless nothing is another."""
        place = self._places[job.key.job_id]
        before = self._cells[place]
        same = before.job_id == job.key.job_id
        if not same and before.job_id is not None and _age(before.job_id) > _age(job.key.job_id):
            return None  # a later run of the same inputs stands there
        error = ""
        if job.error is not None and job.state is JobState.FAILED:
            error = job.error.message or job.error.type
        state = job.state
        if state is JobState.UNKNOWN and same:
            state = before.state
        outputs = self._outputs(job) or (before.outputs if same else ())
        after = SheetCell(job.key.job_id, state, outputs, error, job.inputs or before.inputs)
        if after.inputs:
            self._by_inputs.setdefault(after.inputs, place)
        if after == before:
            return None
        self._cells[place] = after
        self.most_outputs = max(self.most_outputs, len(outputs))
        return place

    def _outputs(self, job: Job) -> tuple[MediaRef, ...]:
        if job.outputs or self.session is None:
            return job.outputs
        results = self.session.results.of_job(job.key)
        return tuple(result.ref for result in reversed(results) if not result.partial)


def _age(job_id: JobId) -> tuple[int, str]:
    """Sorts ids of one server by their age: numbers count up."""
    return len(job_id), job_id
