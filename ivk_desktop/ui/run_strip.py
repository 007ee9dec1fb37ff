"""The run strip: when all work is done, and the few things that concern all of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.access import Right
from ivk_desktop.domain.outlook import Mood, Outlook, RunTally, ServerWork, outlook
from ivk_desktop.domain.servers import LinkState, ServerId
from ivk_desktop.ui import icons, reading, theme
from ivk_desktop.ui.clock_block import ClockBlock
from ivk_desktop.ui.lanes.column import LaneSession
from ivk_desktop.ui.minutely import Minutely
from ivk_desktop.ui.rights import refused_text, wants_sign_in
from ivk_desktop.ui.server_chips import ServerChips
from ivk_desktop.ui.tokens import Height, Space
from ivk_desktop.ui.widgets import IconButton

WIDE_PX = 1500
"""Below this width the find field leaves."""
GAP_PX = 6
LEAST_PX = 120
"""So wide is what the chips of the servers have at the least."""


class RunStrip(QFrame):
    """The top line of the window; everything that is asked for leaves by signals."""

    sidebar_toggled = Signal()
    server_toggled = Signal(object, bool)
    """A session that is to be shown, or hidden."""
    add_server_requested = Signal(object)
    """The global place for a menu."""
    retry_requested = Signal()
    """A server that was lost is to be tried again at once."""
    pause_requested = Signal(bool)
    """Pause, or resume."""
    cancel_running_requested = Signal()
    cancel_pending_requested = Signal()
    cancel_all_requested = Signal()
    new_clicked = Signal()
    failed_clicked = Signal()
    find_clicked = Signal()
    outlook_changed = Signal(object)
    """The ``Outlook`` that is shown now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions: list[LaneSession] = []
        self._hidden: set[ServerId] = set()
        self._tallies: dict[ServerId, RunTally] = {}
        self._paused = False
        self._sidebar = IconButton("panel-left", self.tr("Show or hide the sidebar"))
        self._add = IconButton("plus", self.tr("Add a server"))
        self.servers = ServerChips()
        self._retry = QPushButton(icons.icon("refresh-cw"), self.tr("Retry now"))
        self.clock = ClockBlock()
        self.minutely = Minutely(self)
        self._pause = QPushButton(icons.icon("pause"), self.tr("Pause"))
        self._cancel = QToolButton()
        self._new = QPushButton(icons.icon("image", "accent_text"), "")
        self._failed = QPushButton(icons.icon("circle-x", "failed"), "")
        self.find_field = QPushButton(icons.icon("search", "text2"), self.tr("Find or do…"))
        self._others: list[QWidget] = []
        """What the chips share the line with."""
        self._build()
        self._connect()
        self.set_new_count(0)
        self.set_failed_count(0)
        self.refresh()

    # --- sessions ------------------------------------------------------------------------
    def add_session(
        self, session: LaneSession, *, shown: bool = True, place: int | None = None
    ) -> None:
        """Take a server in, at this place among the others."""
        place = len(self._sessions) if place is None else place
        self._sessions.insert(place, session)
        self._tallies[session.server_id] = RunTally()
        self.servers.add(session, place, shown=shown)
        for signal in self._signals(session):
            signal.connect(self.refresh)
        self.set_shown(session, shown)

    def remove_session(self, session: LaneSession) -> None:
        """Let a server go."""
        self._sessions.remove(session)
        self._hidden.discard(session.server_id)
        del self._tallies[session.server_id]
        self.servers.remove(session)
        for signal in self._signals(session):
            signal.disconnect(self.refresh)
        self.refresh()

    def set_shown(self, session: LaneSession, shown: bool) -> None:
        """Count a server's work in, or not."""
        if shown:
            self._hidden.discard(session.server_id)
        else:
            self._hidden.add(session.server_id)
        self.servers.set_shown(session, shown)
        self.refresh()

    @staticmethod
    def _signals(session: LaneSession) -> tuple[SignalInstance, ...]:
        queue, progress = session.queue, session.progress
        return (
            queue.counts_changed,
            queue.reset,
            progress.changed,
            progress.ticked,
            progress.rested,
            session.link_changed,
        )

    @property
    def shown(self) -> list[LaneSession]:
        """The servers whose work is counted."""
        return [s for s in self._sessions if s.server_id not in self._hidden]

    def outlook(self) -> Outlook:
        """What the strip shows, as data."""
        return outlook([self._work(session) for session in self.shown])

    def refresh(self, *_: object) -> None:
        """Show the stores as they are now."""
        view = self.outlook()
        # The clock of a lost server stands still.
        shown = self.shown
        now = max((s.progress.now() for s in shown), default=0.0)
        known = any(session.facts is not None for session in shown)
        hidden = bool(self._sessions) and not shown
        links = [session.link for session in shown]
        out = bool(shown) and all(wants_sign_in(session) for session in shown)
        self.clock.show_outlook(view, now, links, known=known, hidden=hidden, signed_out=out)
        self._show_buttons(view)
        self.outlook_changed.emit(view)

    def set_new_count(self, count: int) -> None:
        """Say how many results were not looked at."""
        self._new.setText(self.tr("{count} new").format(count=fmt.count(count, reading.style())))
        self._new.setVisible(count > 0)

    def set_find_keys(self, keys: str) -> None:
        """Say by which keys the search over everything opens."""
        self.find_field.setText(self.tr("Find or do…  {keys}").format(keys=keys))

    def set_failed_count(self, count: int) -> None:
        """Say how many failures were not looked at."""
        self._failed.setText(
            self.tr("{count} failed").format(count=fmt.count(count, reading.style()))
        )
        self._failed.setVisible(count > 0)

    # --- inside --------------------------------------------------------------------------
    def _work(self, session: LaneSession) -> ServerWork:
        queue, progress = session.queue, session.progress
        tally = self._tallies[session.server_id]
        if queue.is_loaded:
            tally.update(queue.counts, _ended_in_open_batches(session, tally))
        running = tuple(job.fraction or 0.0 for job in progress.running)
        return ServerWork(
            queue.counts,
            tally.ended(queue.counts),
            running,
            progress.queue_left(),
            progress.idle_since.get(""),
        )

    def _show_buttons(self, view: Outlook) -> None:
        shown = self.shown
        able = [s for s in shown if s.facts and s.facts.capabilities.pause]
        self._pause.setVisible(bool(able))
        live = any(s.link.connected for s in shown)
        refused = refused_text(able, Right.PAUSE)
        self._pause.setEnabled(live and not refused)
        self._pause.setToolTip(refused)
        self._cancel.setEnabled(live and view.mood is not Mood.IDLE)
        running = any(s.queue.counts.running for s in shown)
        self._cancel_running.setEnabled(running)
        self._cancel_pending.setEnabled(view.pending > 0)
        self._retry.setVisible(any(s.link is LinkState.LOST for s in shown))
        paused = bool(able) and all(s.queue.counts.paused for s in able)
        if paused != self._paused:
            self._paused = paused
            self._pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
            self._pause.setIcon(icons.icon("play" if paused else "pause"))
        self._fit_servers()

    def _toggle_pause(self) -> None:
        self.pause_requested.emit(not self._paused)

    def _add_clicked(self) -> None:
        self.add_server_requested.emit(self._add.mapToGlobal(QPoint(0, self._add.height())))

    def _fit_servers(self) -> None:
        """Give the chips what the rest of the line leaves them."""
        rest = [w for w in self._others if not w.isHidden()]
        gaps = (len(rest) + 2) * theme.px(GAP_PX) + 2 * Space.S
        taken = sum(max(w.minimumSizeHint().width(), w.minimumWidth()) for w in rest) + gaps
        self.servers.set_room(max(theme.px(LEAST_PX), self.width() - taken))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.find_field.setVisible(self.width() >= theme.px(WIDE_PX))
        self._fit_servers()

    # --- construction --------------------------------------------------------------------
    def _build(self) -> None:
        self.setProperty("surface", "window")
        self.setProperty("border", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.px(Height.STRIP))
        self._failed.setProperty("variant", "danger")
        self._retry.setToolTip(self.tr("Try to reach the lost server at once"))
        self._build_cancel()
        self.find_field.setFixedWidth(theme.px(200))
        self.find_field.setProperty("variant", "field")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, 0, Space.S, 0)
        row.setSpacing(theme.px(GAP_PX))
        row.addWidget(self._sidebar)
        row.addWidget(self.servers)
        row.addWidget(self._add)
        row.addWidget(self._retry)
        row.addStretch(1)
        row.addWidget(self.clock, 20)
        row.addWidget(self._pause)
        row.addWidget(self._cancel)
        row.addStretch(2)
        for widget in (self._new, self._failed, self.find_field):
            row.addWidget(widget)
        self._others = [self._sidebar, self._add, self._retry, self.clock, self._pause]
        self._others += [self._cancel, self._new, self._failed, self.find_field]

    def _build_cancel(self) -> None:
        menu = QMenu(self)
        self._cancel_running = menu.addAction(self.tr("Cancel the running items"))
        self._cancel_pending = menu.addAction(self.tr("Cancel all pending items"))
        menu.addSeparator()
        self._cancel_all = menu.addAction(self.tr("Cancel everything"))
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setIcon(icons.icon("x"))
        self._cancel.setToolTip(self.tr("Cancel the running items"))
        self._cancel.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._cancel.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._cancel.setProperty("variant", "secondary")
        self._cancel.setMenu(menu)

    def _connect(self) -> None:
        self.minutely.passed.connect(self.refresh)
        self._sidebar.clicked.connect(self.sidebar_toggled)
        self._add.clicked.connect(self._add_clicked)
        self.servers.toggled.connect(self.server_toggled)
        self._retry.clicked.connect(self.retry_requested)
        self._pause.clicked.connect(self._toggle_pause)
        self._cancel.clicked.connect(self.cancel_running_requested)
        self._cancel_running.triggered.connect(self.cancel_running_requested)
        self._cancel_pending.triggered.connect(self.cancel_pending_requested)
        self._cancel_all.triggered.connect(self.cancel_all_requested)
        self._new.clicked.connect(self.new_clicked)
        self._failed.clicked.connect(self.failed_clicked)
        self.find_field.clicked.connect(self.find_clicked)


def _ended_in_open_batches(session: LaneSession, tally: RunTally) -> int:
    """Needed once, when a run is met under way."""
    if tally.has_begun:
        return 0
    return sum(batch.ended for batch in session.queue.batches.values() if batch.open)
