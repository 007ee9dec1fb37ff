"""Tells by notification and sound what ends while nobody looks, and in one line on return."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.attention import (
    Absence,
    Attention,
    BatchEnd,
    Scene,
    WhileAway,
    is_quiet,
    minute_of,
)
from ivk_desktop.domain.jobs import Job, JobKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.desktop.notifier import Note
from ivk_desktop.stores.endings import Endings
from ivk_desktop.stores.failures import Failures, Fold
from ivk_desktop.stores.notices import NoticeAction, Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.ui import reading
from ivk_desktop.ui.outside.thumbnail_wait import ThumbnailWait
from ivk_desktop.ui.outside.tools import Tools

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Preferences, Settings

MOST_NOTES: Final = 200


def minute_of_day() -> int:
    """The local minute of the day now."""
    now = time.localtime()
    return now.tm_hour * 60 + now.tm_min


class Herald(QObject):
    """Carries out what ``Attention`` and ``Absence`` decide.

    ``minute``, ``clock`` and ``wall`` are the minute of the day, monotonic and unix seconds.
    """

    item_requested = Signal(object, object)
    """A notification was clicked: the ``JobKey`` to show, and its ``MediaRef`` or ``None``."""
    review_requested = Signal(object)
    """The ``WhileAway`` that a person wants to look at."""

    def __init__(
        self,
        servers: Servers,
        settings: Settings,
        notices: Notices,
        tools: Tools,
        parent: QObject | None = None,
        *,
        minute: Callable[[], int] = minute_of_day,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._servers = servers
        self._settings = settings
        self._notices = notices
        self._tools = tools
        self._minute, self._clock, self._wall = minute, clock, wall
        self._rules = Attention()
        self._absence = Absence()
        self._leads: dict[str, tuple[JobKey, MediaRef | None]] = {}
        tools.notifier.clicked.connect(self._clicked)
        if not tools.signs.is_active():
            self._absence.begin(wall())

    def listen(self, endings: Endings, failures: Failures) -> None:
        """Tell of these."""
        endings.batch_ended.connect(self.batch_ended)
        endings.job_ended.connect(self._job_ended)
        failures.failed.connect(self.failed)

    # --- what happens --------------------------------------------------------------------
    def activity_changed(self) -> None:
        """The person has turned to a window of this app, or away from the last one."""
        if not self._tools.signs.is_active():
            self._absence.begin(self._wall())
            return
        away = self._absence.end(self._wall())
        if away is not None and self._settings.prefs.tell_absence:
            self._tell_absence(away)

    def batch_ended(self, end: BatchEnd) -> None:
        """A batch has ended: one notification, with its picture."""
        prefs = self._settings.prefs
        if not self._rules.batch_ended(end, self._scene(prefs)):
            return
        if prefs.notify_batches:
            self._with_picture(end, partial(self._show_batch, end))
        self._sound(prefs)

    def failed(self, job: Job, fold: Fold) -> None:
        """A job has failed: one notification for each kind of error."""
        prefs = self._settings.prefs
        if not self._rules.failed(fold.key, self._clock(), self._scene(prefs)):
            return
        if prefs.notify_errors:
            name = job.title or self.tr("Item {id}").format(id=job.key.job_id)
            body = fold.error.message or fold.error.type or self.tr("No reason given")
            note = Note(
                f"error:{fold.key}",
                self.tr("{name} failed").format(name=name),
                self._placed(body, job.key.server_id),
                self.tr("Show"),
                is_error=True,
            )
            self._show(note, job.key, None)
        self._sound(prefs)

    def tell_done(self) -> None:
        """All work of all servers is done."""
        prefs = self._settings.prefs
        scene = self._scene(prefs)
        if not (scene.active or scene.quiet):
            self._tools.notifier.show(Note("done", self.tr("All work is done")))
            self._sound(prefs)

    # --- inside --------------------------------------------------------------------------
    def _scene(self, prefs: Preferences) -> Scene:
        start, end = minute_of(prefs.quiet_from), minute_of(prefs.quiet_to)
        known = prefs.quiet_hours and start is not None and end is not None
        return Scene(
            self._tools.signs.is_active(),
            known and is_quiet(self._minute(), start or 0, end or 0),
            prefs.notify_batches or prefs.sound,
            prefs.notify_errors or prefs.sound,
        )

    def _job_ended(self, job: Job) -> None:
        self._absence.ended(job.state)

    def _placed(self, text: str, server_id: ServerId) -> str:
        """With the server's name, where there are several."""
        server = self._servers.label(server_id)
        return f"{server}: {text}" if server else text

    def _with_picture(self, end: BatchEnd, then: Callable[[QImage | None], None]) -> None:
        session = self._servers.by_id(end.server_id)
        ref = self._picture_of(end)
        if session is None or ref is None:
            then(None)
        else:
            ThumbnailWait(session.media, ref, then, self)

    def _picture_of(self, end: BatchEnd) -> MediaRef | None:
        session = self._servers.by_id(end.server_id)
        if end.picture is not None or session is None:
            return end.picture
        made = session.results.of_job(end.job)
        return made[0].ref if made else None

    def _show_batch(self, end: BatchEnd, picture: QImage | None) -> None:
        style = reading.style()
        name = end.title or self.tr("Item {id}").format(id=end.job.job_id)
        counts = ((self.tr("{count} done"), end.completed), (self.tr("{count} failed"), end.failed))
        body = ", ".join(w.format(count=fmt.count(n, style)) for w, n in counts if n)
        body = self._placed(body, end.server_id)
        title = self.tr("{name} is done").format(name=name)
        note = Note(f"batch:{end.server_id}:{end.batch_id}", title, body, self.tr("Show"), picture)
        self._show(note, end.job, self._picture_of(end))

    def _show(self, note: Note, job: JobKey, ref: MediaRef | None) -> None:
        self._leads.pop(note.tag, None)
        self._leads[note.tag] = (job, ref)
        if len(self._leads) > MOST_NOTES:
            del self._leads[next(iter(self._leads))]
        self._tools.notifier.show(note)
        self._tools.signs.alert()

    def _sound(self, prefs: Preferences) -> None:
        if prefs.sound:
            self._tools.signs.beep()

    def _clicked(self, tag: str) -> None:
        if (lead := self._leads.get(tag)) is not None:
            self.item_requested.emit(*lead)

    def _tell_absence(self, away: WhileAway) -> None:
        style = reading.style()
        counts = (
            (self.tr("{count} finished"), away.completed),
            (self.tr("{count} failed"), away.failed),
        )
        told = ", ".join(w.format(count=fmt.count(n, style)) for w, n in counts if n)
        text = self.tr("{what} since {time}.").format(what=told, time=reading.clock(away.since))
        review = NoticeAction(self.tr("Review"), partial(self.review_requested.emit, away))
        self._notices.info(text, key="away", action=review)
