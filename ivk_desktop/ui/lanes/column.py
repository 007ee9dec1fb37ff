"""The column of lanes: a card for each device that works, a line for each that does not."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.jobs import JobKey, JobState
from ivk_desktop.domain.progress import JobProgress
from ivk_desktop.domain.servers import LinkState, ServerFacts, ServerId
from ivk_desktop.stores.flush import Flush
from ivk_desktop.stores.progress import ProgressStore
from ivk_desktop.stores.queue import QueueStore
from ivk_desktop.ui import job_texts, reading
from ivk_desktop.ui.lanes.card import LaneCard
from ivk_desktop.ui.lanes.tiles import LaneLayout
from ivk_desktop.ui.rights import wants_sign_in
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ElidedLabel

LINGER_MS: Final = 3000
"""An ended job's card waits that long for the next one: the server takes 0.6 s between two."""
IDLE_TICK_MS: Final = 20_000


class LanePreviews(Protocol):
    """What the lanes need of ``Previews``."""

    @property
    def changed(self) -> SignalInstance:
        """A ``JobKey`` has a new preview."""
        ...

    def image(self, key: JobKey) -> QImage | None:
        """The newest preview."""
        ...


class LaneSession(Protocol):
    """What the lanes need of a server's session."""

    server_id: ServerId
    name: str
    facts: ServerFacts | None
    link: LinkState
    as_of: float | None
    queue: QueueStore
    progress: ProgressStore
    link_changed: SignalInstance

    @property
    def previews(self) -> LanePreviews:
        """The pictures in the making."""
        ...


class LaneId(NamedTuple):
    """A device of a server; an empty device is the only one."""

    server_id: ServerId
    device: str


class IdleLane(QFrame):
    """A device that has nothing to do, in one line."""

    def __init__(self, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("border", "bottom")
        self._place = ElidedLabel(place, mode=Qt.TextElideMode.ElideMiddle)
        self._state = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.addWidget(self._place, 1)
        row.addWidget(self._state)
        for label in (self._place, self._state):
            label.setProperty("role", "caption")

    def show_state(self, text: str) -> None:
        """Say since when, or why."""
        self._state.setText(text)
        self.setAccessibleName(f"{self._place.whole_text()}, {text}")


class LanesColumn(QScrollArea):
    """One lane a device; the selected one feeds the stage and shows its nodes."""

    selected = Signal(object)
    """The ``JobKey`` of the lane that a person has chosen."""
    cancel_requested = Signal(object)
    """The ``JobKey`` to cancel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions: list[LaneSession] = []
        self._cards: dict[LaneId, LaneCard] = {}
        self._idle: dict[LaneId, IdleLane] = {}
        self._lingering: dict[LaneId, JobKey] = {}
        self._chosen: LaneId | None = None
        self._fresh: dict[JobKey, None] = {}
        self._flush = Flush(self._show_previews, self)
        self._linger = QTimer(self, singleShot=True, interval=LINGER_MS)
        self._linger.timeout.connect(self._let_go)
        self._idle_tick = QTimer(self, interval=IDLE_TICK_MS)
        self._idle_tick.timeout.connect(self._show_idle)
        self._idle_tick.start()
        self._build()

    def has_session(self, session: LaneSession) -> bool:
        """Whether a server's devices are shown."""
        return session in self._sessions

    def add_session(self, session: LaneSession) -> None:
        """Show a server's devices too."""
        self._sessions.append(session)
        for signal, slot in self._connections(session):
            signal.connect(slot)
        self._lay_out()

    def remove_session(self, session: LaneSession) -> None:
        """Show a server's devices no more."""
        self._sessions.remove(session)
        for signal, slot in self._connections(session):
            signal.disconnect(slot)
        self._lay_out()

    def set_tiled(self, tiled: bool) -> None:
        """Show the lanes as tiles side by side, or in a column."""
        self._rows.set_tiled(tiled)

    @property
    def selected_key(self) -> JobKey | None:
        """The job of the selected lane."""
        card = self._cards.get(self._chosen) if self._chosen else None
        return card.key if card else None

    def cards(self) -> Sequence[LaneCard]:
        """The cards from the top."""
        return tuple(self._cards.values())

    def select(self, key: JobKey) -> None:
        """Select the lane that runs this job."""
        for lane, card in self._cards.items():
            if card.key == key:
                self._choose(lane)

    # --- layout --------------------------------------------------------------------------
    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Lanes"))
        inside = QWidget()
        inside.setProperty("surface", "window")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows = LaneLayout(inside)
        self.setWidget(inside)

    def _connections(
        self, session: LaneSession
    ) -> list[tuple[SignalInstance, Callable[..., None]]]:
        return [
            (session.progress.started, self._lay_out),
            (session.progress.ended, self._job_ended),
            (session.progress.dropped, self._lay_out),
            (session.progress.changed, self._progressed),
            (session.previews.changed, self._preview_came),
            (session.link_changed, self._lay_out),
            (session.queue.changed, self._retitle),
        ]

    def _lay_out(self, *_: object) -> None:
        """Bring cards and lines together with what runs where."""
        wanted: list[tuple[LaneId, JobProgress | None]] = []
        for session in self._sessions:
            wanted += self._lanes_of(session)
        keep = {lane for lane, _ in wanted}
        for lane in [lane for lane in self._cards if lane not in keep]:
            self._drop_card(lane)
        for lane in [lane for lane in self._idle if lane not in keep]:
            self._drop_idle(lane)
        for number, (lane, progress) in enumerate(wanted):
            self._place(number, lane, progress)
        self._choose_any()

    def _lanes_of(self, session: LaneSession) -> list[tuple[LaneId, JobProgress | None]]:
        devices = session.facts.devices if session.facts else ()
        lanes: dict[LaneId, JobProgress | None] = {
            LaneId(session.server_id, device): None for device in devices
        }
        for progress in session.progress.running:
            job = session.queue.jobs.get(progress.key.job_id)
            device = job.device if job else ""
            lane = LaneId(session.server_id, device)
            if not device:
                free = (known for known, runs in lanes.items() if runs is None)
                lane = next(free, LaneId(session.server_id, f"#{progress.key.job_id}"))
            elif lanes.get(lane) is not None:
                lane = LaneId(session.server_id, f"{device} #{progress.key.job_id}")
            lanes[lane] = progress
        return list(lanes.items()) or [(LaneId(session.server_id, ""), None)]

    def _place(self, number: int, lane: LaneId, progress: JobProgress | None) -> None:
        if progress is None and lane in self._lingering:
            return
        if progress is None:
            self._drop_card(lane)
            if lane not in self._idle:
                self._idle[lane] = IdleLane(self._place_text(lane))
                self._rows.insertWidget(number, self._idle[lane])
            self._show_idle()
            return
        self._drop_idle(lane)
        card = self._cards.get(lane)
        if card is None:
            card = self._cards[lane] = LaneCard()
            card.clicked.connect(self._card_clicked)
            card.cancel_clicked.connect(self.cancel_requested)
            self._rows.insertWidget(number, card)
        if card.progress is not progress:
            self._lingering.pop(lane, None)
            self._fill(card, lane, progress)
            session = self._session(lane.server_id)
            card.show_image(session.previews.image(progress.key) if session else None)
        self._show_card(card)

    def _fill(self, card: LaneCard, lane: LaneId, progress: JobProgress) -> None:
        session = self._session(lane.server_id)
        job = session.queue.jobs.get(progress.key.job_id) if session else None
        private = job is not None and job.private
        card.set_job(progress, self._place_text(lane), self._title(progress.key), private=private)

    def _drop_card(self, lane: LaneId) -> None:
        self._lingering.pop(lane, None)
        if (card := self._cards.pop(lane, None)) is not None:
            self._rows.removeWidget(card)
            card.deleteLater()

    def _drop_idle(self, lane: LaneId) -> None:
        if (line := self._idle.pop(lane, None)) is not None:
            self._rows.removeWidget(line)
            line.deleteLater()

    # --- selection -----------------------------------------------------------------------
    def _card_clicked(self) -> None:
        for lane, card in self._cards.items():
            if card is self.sender():
                self._choose(lane)
                self.selected.emit(card.key)

    def _choose(self, lane: LaneId | None) -> None:
        self._chosen = lane
        for other, card in self._cards.items():
            card.set_selected(other == lane)
            if other == lane:
                self._show_card(card)

    def _choose_any(self) -> None:
        chosen = self._chosen if self._chosen in self._cards else next(iter(self._cards), None)
        self._choose(chosen)

    # --- what happens --------------------------------------------------------------------
    def _job_ended(self, key: JobKey) -> None:
        for lane, card in self._cards.items():
            if card.key == key:
                self._lingering[lane] = key
                card.show_ended(self._state(key))
                self._linger.start()
        self._lay_out()

    def _let_go(self) -> None:
        self._lingering.clear()
        self._lay_out()

    def _progressed(self, key: JobKey) -> None:
        for card in self._cards.values():
            if card.key == key:
                self._show_card(card)

    def _preview_came(self, key: JobKey) -> None:
        self._fresh[key] = None
        self._flush.mark()

    def _show_previews(self) -> None:
        fresh, self._fresh = self._fresh, {}
        for card in self._cards.values():
            if card.key in fresh and (session := self._session(card.key.server_id)) is not None:
                card.show_image(session.previews.image(card.key))

    def _retitle(self, _delta: object) -> None:
        """Titles and devices may become known after a job has begun."""
        for lane, card in self._cards.items():
            if card.progress is None:
                continue
            state = self._state(card.progress.key)
            if lane in self._lingering and state is None:
                continue  # the queue was tidied meanwhile: how it ended is told already
            self._fill(card, lane, card.progress)
            if lane in self._lingering:
                card.show_ended(state)

    def _show_card(self, card: LaneCard) -> None:
        session = self._session(card.key.server_id) if card.key else None
        if session is None or card.key is None:
            return
        if session.link is LinkState.LOST:
            card.show_lost(session.as_of)
        else:
            left = session.progress.time_left(card.key)
            card.show_progress(left, session.progress.elapsed(card.key))

    def _show_idle(self) -> None:
        for lane, line in self._idle.items():
            session = self._session(lane.server_id)
            if session is not None:
                line.show_state(self._idle_text(session, lane.device))

    def _idle_text(self, session: LaneSession, device: str) -> str:
        if session.link is LinkState.CONNECTING:
            return self.tr("connecting")
        if wants_sign_in(session):
            return self.tr("not signed in")
        if session.link is LinkState.LOST:
            never = session.facts is None
            return self.tr("not reached") if never else self.tr("connection lost")
        since = session.progress.idle_since
        at = since.get(device) or (since.get("") if not device else None)
        if at is None:
            return self.tr("idle")
        return self.tr("idle {time}").format(
            time=fmt.minutes(max(0.0, time.time() - at), reading.style())
        )

    def _session(self, server_id: ServerId) -> LaneSession | None:
        return next((s for s in self._sessions if s.server_id == server_id), None)

    def _place_text(self, lane: LaneId) -> str:
        session = self._session(lane.server_id)
        device = lane.device.split("#")[0].strip()
        return job_texts.place_text(session.name if session else "", device)

    def _state(self, key: JobKey) -> JobState | None:
        session = self._session(key.server_id)
        job = session.queue.jobs.get(key.job_id) if session else None
        return job.state if job is not None else None

    def _title(self, key: JobKey) -> str:
        session = self._session(key.server_id)
        job = session.queue.jobs.get(key.job_id) if session else None
        if job is not None and job.foreign:
            return job_texts.foreign_title(job.title)
        if job is not None and job.title:
            return job.title
        return self.tr("Item {id}").format(id=key.job_id)
