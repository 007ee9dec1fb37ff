"""The largest text of the window: the time of day at which all work is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.outlook import Mood, Outlook
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.ui import reading, theme
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ElidedLabel, ThinProgressBar


def _tr(text: str) -> str:
    return QCoreApplication.translate("clock", text)


class ClockBlock(QWidget):
    """Clock time, minutes left with their band, items, and one bar under them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = ElidedLabel()
        self._clock.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._detail = ElidedLabel()
        self._bar = ThinProgressBar()
        self._clock.setProperty("role", "clock")
        self._detail.setProperty("tone", "text2")
        self._bar.setAccessibleName(self.tr("All work"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        words = QHBoxLayout()
        words.setSpacing(Space.M)
        words.addWidget(self._clock)
        words.addWidget(self._detail, 1, Qt.AlignmentFlag.AlignVCenter)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        rows.setSpacing(theme.px(4))
        rows.addStretch(1)
        rows.addLayout(words)
        rows.addWidget(self._bar)
        rows.addStretch(1)
        self.setMaximumWidth(theme.px(420))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(380), theme.px(44))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(230), theme.px(44))

    def show_outlook(
        self,
        view: Outlook,
        now: float,
        links: Sequence[LinkState],
        *,
        known: bool = True,
        hidden: bool = False,
        signed_out: bool = False,
    ) -> None:
        """Say when ``view`` is done.

        Args:
            view: all servers together.
            now: unix time.
            links: of every shown server.
            known: whether any of them has ever answered.
            hidden: whether there are servers, and none of them is shown.
            signed_out: whether all of them wait for somebody to sign in.
        """
        reached = any(link.connected for link in links)
        head, detail = _words(view, now) if reached else _unreached(links, known)
        if hidden:
            head, detail = self.tr("No server is shown"), self.tr("click one to show it")
        elif signed_out:
            head, detail = self.tr("Not signed in"), self.tr("sign in to see what runs")
        if self._clock.whole_text() != head:
            self._clock.setText(head)
        if self._detail.whole_text() != detail:
            self._detail.setText(detail)
        self._bar.setEnabled(reached)
        self._bar.set_fraction(view.fraction)
        busy = reached and view.mood is not Mood.IDLE
        self._bar.setVisible(busy)
        if busy and view.left:
            self._clock.setToolTip(reading.moment(now + view.left.seconds))

    def texts(self) -> tuple[str, str]:
        """The two texts as they are shown."""
        return self._clock.whole_text(), self._detail.whole_text()


def _words(view: Outlook, now: float) -> tuple[str, str]:
    """The large words and those beside them."""
    style = reading.style()
    items = _tr("{ended} of {total} items").format(
        ended=fmt.count(view.ended, style), total=fmt.count(view.total, style)
    )
    pending = fmt.count(view.pending, style)
    if view.mood is Mood.IDLE:
        if view.idle_since is None:
            return _tr("Idle"), ""
        since = reading.clock(view.idle_since)
        return _tr("Idle since {time}").format(time=since), ""
    if view.mood is Mood.PAUSED:
        return _tr("Paused, {count} pending").format(count=pending), items
    if view.mood is Mood.PAUSING:
        return _tr("Pauses after this item"), items
    if view.left is None:
        return _tr("Done: not known yet"), items
    head = _tr("Done about {time}").format(time=reading.clock(now + view.left.seconds))
    left = fmt.minutes(view.left.seconds, style)
    band = _band(view.left.seconds, view.left.band_s)
    return head, f"{left} (±{band}), {items}" if band else f"{left}, {items}"


def _band(seconds: float, band_s: float) -> str:
    """The band in the unit of the figure before it; nothing where it is too small to tell."""
    unit = 1 if seconds < 59.5 else 60
    whole = round(band_s / unit)
    return str(whole) if whole else ""


def _unreached(links: Sequence[LinkState], known: bool) -> tuple[str, str]:
    if not links:
        return _tr("No server"), _tr("Add one to begin")
    if LinkState.CONNECTING in links:
        return _tr("Connecting"), ""
    if not known:
        return _tr("Not connected"), _tr("trying again")
    return _tr("Done: not known"), _tr("connection lost")
