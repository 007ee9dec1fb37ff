"""A server as a chip: icon and name, and more only when it matters."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.ui import icons, reading, texts
from ivk_desktop.ui.lanes.column import LaneSession
from ivk_desktop.ui.rights import wants_sign_in
from ivk_desktop.ui.widgets import Chip

ICONS = {
    LinkState.CONNECTING: ("loader-circle", "text2"),
    LinkState.LIVE: ("circle-check", "completed"),
    LinkState.POLLING: ("refresh-cw", "warning"),
    LinkState.LOST: ("link-2-off", "warning"),
    LinkState.CLOSED: ("power", "text2"),
}
EXCEPTED = ("shield-alert", "warning")
SLOW_S: Final = 0.3
"""Slower answers are said beside the name."""
LONGEST: Final = 22
"""So many letters of a server's name stand in its chip; the tool tip has all."""


class ServerChip(Chip):
    """Shows a session's link; checked while the server is shown in strip, lanes and queue."""

    changed = Signal()
    """It may need more room, or less."""

    def __init__(self, session: LaneSession, parent: QWidget | None = None) -> None:
        super().__init__(session.name, "circle-check", "completed", parent)
        self.session = session
        self._is_current = False
        self.setChecked(True)
        session.link_changed.connect(self.refresh)
        self.refresh()

    def set_shown(self, shown: bool) -> None:
        """Say whether the server is shown."""
        self.setChecked(shown)
        self.refresh()

    def set_current(self, is_current: bool) -> None:
        """Say whether the window lists what this server has, where there are others."""
        self._is_current = is_current
        self.refresh()

    def refresh(self) -> None:
        """Show the link as it is now."""
        session, name = self.session, self.session.name
        polled = session.facts is not None and session.facts.capabilities.polled
        well = session.link is LinkState.POLLING and polled
        link = LinkState.LIVE if well else session.link
        icon, token = EXCEPTED if link is LinkState.LIVE and self._is_excepted else ICONS[link]
        self.setIcon(icons.icon(icon, token))
        short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
        slow = self._slowness()
        matter = slow or self._matter()
        label = " ".join(part for part in (short.replace("&", "&&"), matter) if part)
        changed = label != self.text()
        self.set_label(label)
        self.setAccessibleName(" ".join(part for part in (name, matter) if part))
        self.setToolTip(self._tip(slow))
        if changed:
            self.changed.emit()

    def _matter(self) -> str:
        """What is said beside the name: nothing when all is well."""
        session = self.session
        if session.link is LinkState.POLLING:
            well = session.facts is not None and session.facts.capabilities.polled
            return "" if well else self.tr("polling")
        if wants_sign_in(session):
            return self.tr("sign in")
        if session.link is LinkState.LOST and session.as_of is not None:
            return self.tr("as of {time}").format(time=reading.clock(session.as_of))
        if session.link is LinkState.LOST:
            return self.tr("not reached")
        return ""

    @property
    def _is_excepted(self) -> bool:
        return bool(getattr(self.session, "is_excepted", False))

    def _slowness(self) -> str:
        """How long the server takes to answer, where that is long; else empty."""
        latency_s: float | None = getattr(self.session, "latency_s", None)
        if not self.session.link.connected or latency_s is None or latency_s < SLOW_S:
            return ""
        number = fmt.decimal(1000 * latency_s, 0, reading.style())
        return self.tr("{number} ms").format(number=number)

    def _tip(self, slow: str) -> str:
        session = self.session
        words = {
            LinkState.CONNECTING: self.tr("Connecting"),
            LinkState.LIVE: self.tr("Connected, live updates"),
            LinkState.POLLING: self.tr("Connected, asking every few seconds"),
            LinkState.LOST: self.tr("Connection lost, trying again"),
            LinkState.CLOSED: self.tr("Disconnected"),
        }
        lines = [session.name, words[session.link]]
        if session.facts is not None:
            lines.append(f"{session.facts.product} {session.facts.version}")
            if (account := session.facts.account) is not None:
                role = self.tr("administrator") if account.admin else self.tr("user")
                text = self.tr("Signed in as {name} ({role})")
                lines.append(text.format(name=account.name, role=role))
        if slow:
            lines.append(self.tr("It answers slowly: after {time}").format(time=slow))
        if self._is_excepted:
            text = self.tr(
                "Its certificate counts because you said so: no authority vouches for it"
            )
            lines.append(text)
        problem = getattr(session, "problem", None)
        if problem is not None:
            lines.append(texts.problem_text(problem))
        if self._is_current:
            lines.append(self.tr("Its boards, models and workflows are listed"))
        if not self.isChecked():
            lines.append(self.tr("Hidden: a click shows it"))
        return "\n".join(lines)
