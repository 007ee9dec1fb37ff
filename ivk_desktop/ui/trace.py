"""When each progress event came, and when the paint that showed it was over, as JSON lines."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject

from ivk_desktop.domain.updates import Progress, Update

if TYPE_CHECKING:
    from ivk_desktop.domain.jobs import JobKey
    from ivk_desktop.stores.servers import Servers
    from ivk_desktop.stores.session import ServerSession
    from ivk_desktop.ui.lanes.column import LanesColumn
    from ivk_desktop.ui.main_window import MainWindow

MOST_WAITING: Final = 2000
"""Events of one job that wait for their paint: of a job that nobody looks at there is none."""


@dataclass(frozen=True, slots=True)
class Traced:
    """One progress event; ``arrived_at`` is ``time.monotonic()``."""

    number: int
    key: JobKey
    message: str
    arrived_at: float


@dataclass(slots=True)
class Waiting:
    """The events of one job that have not been painted, oldest first.

    ``pictures`` wait for the stage, ``words`` (events without a preview) for the job's lane.
    ``told`` is the number of the newest event that the lane has been told of.
    """

    pictures: dict[float, Traced] = field(default_factory=dict)
    words: dict[float, Traced] = field(default_factory=dict)
    told: int = 0


class Trace(QObject):
    """Writes a line for each progress event of all servers.

    Each has ``id``, ``server``, ``item_id``, ``message``, ``arrival`` and ``paint`` (unix time in
    seconds; the paint is the end of the paintEvent that drew it) and ``replaced_by``. An event
    that a newer one replaced before it was painted has ``null`` for a paint, and the id of the one
    that was painted in its place; where none was (the job has ended, or was not in view) that is
    ``null``, too.

    Args:
        path: the file, begun anew; each line is there as soon as it is known.
        window: what paints.
        servers: whose events are traced.
    """

    def __init__(self, path: Path, window: MainWindow, servers: Servers) -> None:
        super().__init__(window)
        self._file = path.open("w", encoding="utf-8", buffering=1)
        self._lanes: LanesColumn = window.lanes
        self._jobs: dict[JobKey, Waiting] = {}
        self._number = 0
        self._watched: set[int] = set()
        window.stage.frame_painted.connect(self._frame_painted)
        servers.added.connect(self._add)

    def apply(self, update: Update) -> None:
        """Note a progress event."""
        if not isinstance(update, Progress):
            return
        self._number += 1
        waiting = self._jobs.setdefault(update.key, Waiting())
        kind = waiting.words if update.preview is None else waiting.pictures
        at = update.preview.arrived_at if update.preview else update.arrived_at
        event = Traced(self._number, update.key, update.message, at or time.monotonic())
        kind[event.arrived_at] = event
        if len(kind) > MOST_WAITING:
            self._write(kind.pop(next(iter(kind))), None, event.number)

    def close(self) -> None:
        """Write what was never painted, and close the file."""
        for key in list(self._jobs):
            self._ended(key)
        self._file.close()

    # --- what happens --------------------------------------------------------------------
    def _add(self, session: ServerSession) -> None:
        session.listen(self)
        session.progress.changed.connect(self._told)
        session.progress.ended.connect(self._ended)

    def _frame_painted(self, key: JobKey, arrived_at: float, painted_at: float) -> None:
        waiting = self._jobs.get(key)
        if waiting is not None and (event := waiting.pictures.get(arrived_at)) is not None:
            self._painted(waiting.pictures, event, painted_at)

    def _told(self, key: JobKey) -> None:
        """The lane shows the newest words with its next paint."""
        waiting = self._jobs.get(key)
        if waiting is None or not waiting.words:
            return
        waiting.told = next(reversed(waiting.words.values())).number
        for card in self._lanes.cards():
            if id(card) not in self._watched:
                self._watched.add(id(card))
                for part in card.figures:
                    part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint a lane's figures, and note the end of it."""
        if event.type() is not QEvent.Type.Paint:
            return False
        watched.event(event)
        painted_at = time.monotonic()
        for card in self._lanes.cards():
            waiting = self._jobs.get(card.key) if card.key is not None else None
            if waiting is not None and watched in card.figures:
                self._words_painted(waiting, painted_at)
        return True

    def _words_painted(self, waiting: Waiting, painted_at: float) -> None:
        shown = [event for event in waiting.words.values() if event.number <= waiting.told]
        if shown:
            self._painted(waiting.words, shown[-1], painted_at)

    def _ended(self, key: JobKey) -> None:
        waiting = self._jobs.pop(key, None)
        if waiting is not None:
            for event in (*waiting.pictures.values(), *waiting.words.values()):
                self._write(event, None, None)

    # --- writing -------------------------------------------------------------------------
    def _painted(self, kind: dict[float, Traced], event: Traced, painted_at: float) -> None:
        for older in list(_up_to(kind, event)):
            self._write(older, None, event.number)
            del kind[older.arrived_at]
        del kind[event.arrived_at]
        self._write(event, painted_at, None)

    def _write(self, event: Traced, painted_at: float | None, replaced_by: int | None) -> None:
        since = time.time() - time.monotonic()
        native = event.key.job_id
        line: dict[str, Any] = {
            "id": event.number,
            "server": event.key.server_id,
            "item_id": int(native) if native.isdecimal() else native,
            "message": event.message,
            "arrival": round(event.arrived_at + since, 6),
            "paint": None if painted_at is None else round(painted_at + since, 6),
            "replaced_by": replaced_by,
        }
        self._file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _up_to(kind: dict[float, Traced], event: Traced) -> Iterator[Traced]:
    for older in kind.values():
        if older is event:
            return
        yield older
