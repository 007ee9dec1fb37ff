"""Says in title, badge, taskbar and tray how far all work is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.access import Right
from ivk_desktop.domain.outlook import Mood, Outlook
from ivk_desktop.domain.progress import JobProgress
from ivk_desktop.domain.servers import LinkState
from ivk_desktop.stores.failures import Failures
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui import job_texts, reading
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.outside.tools import Tools
from ivk_desktop.ui.outside.tray import TrayState, TrayView
from ivk_desktop.ui.rights import may

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings

NAME = "ivk desktop"


class WorkSigns(QObject):
    """Follows the run strip; each sign is told only what is another thing than before."""

    def __init__(
        self,
        window: MainWindow,
        servers: Servers,
        settings: Settings,
        failures: Failures,
        tools: Tools,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._settings = settings
        self._failures = failures
        self._tools = tools
        self._badge = 0
        self._taskbar: tuple[int, bool] | None = None
        self._view = TrayView()
        window.strip.outlook_changed.connect(self.show_outlook)
        failures.changed.connect(self.refresh)
        settings.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show all of it as it is now."""
        self.show_outlook(self._window.strip.outlook())

    def show_outlook(self, view: Outlook) -> None:
        """Show how far all work is."""
        prefs = self._settings.prefs
        busy = view.mood is not Mood.IDLE
        left = view.total - view.ended if busy else 0
        words = self._words(view, left)
        title = f"{words} - {NAME}" if words and prefs.window_title else NAME
        if title != self._window.windowTitle():
            self._window.setWindowTitle(title)
        self._show_badge(left if prefs.badge else 0)
        self._show_taskbar(view.fraction if busy and prefs.taskbar else None)
        if prefs.tray:
            self._show_tray(view, left, words)

    # --- inside --------------------------------------------------------------------------
    def _words(self, view: Outlook, left: int) -> str:
        """``42 % · 3 left``; empty while idle."""
        count = self.tr("{count} left").format(count=fmt.count(left, reading.style()))
        if view.mood is Mood.IDLE:
            return ""
        if view.mood is Mood.PAUSED:
            return f"{self.tr('Paused')} · {count}"
        return f"{fmt.percent(view.fraction, reading.style())} · {count}"

    def _show_badge(self, number: int) -> None:
        if number != self._badge:
            self._badge = number
            self._tools.signs.set_badge(number)

    def _show_taskbar(self, fraction: float | None) -> None:
        failed = self._failures.unseen_count > 0
        # A taskbar is a hundred pixels wide: finer steps would only be sent.
        shown = None if fraction is None else (int(fraction * 100), failed)
        if shown != self._taskbar:
            self._taskbar = shown
            self._tools.taskbar.show(fraction, is_failed=failed and fraction is not None)

    def _show_tray(self, view: Outlook, left: int, words: str) -> None:
        shown_servers = self._servers.shown
        able = [s for s in shown_servers if _pausable(s)]
        paused = bool(able) and all(s.queue.counts.paused for s in able)
        jobs = tuple(
            (progress.key, self._job_text(session, progress))
            for session in shown_servers
            for progress in session.progress.running
        )
        tip = words or self.tr("Nothing runs")
        shown = TrayView(self._state(view), left, tip, jobs, paused, bool(able))
        if shown != self._view:
            self._view = shown
            self._tools.tray.show_view(shown)

    def _state(self, view: Outlook) -> TrayState:
        sessions = self._servers.shown
        if sessions and all(session.link is LinkState.LOST for session in sessions):
            return TrayState.LOST
        if self._failures.unseen_count:
            return TrayState.FAILED
        if view.mood is Mood.PAUSED:
            return TrayState.PAUSED
        return TrayState.IDLE if view.mood is Mood.IDLE else TrayState.RUNNING

    def _job_text(self, session: ServerSession, progress: JobProgress) -> str:
        job = session.queue.jobs.get(progress.key.job_id)
        title = job.title if job is not None and job.title else ""
        name = title or self.tr("Item {id}").format(id=progress.key.job_id)
        left = session.progress.time_left(progress.key)
        parts = [name, fmt.percent(progress.fraction, reading.style())]
        if left is not None:
            parts.append(job_texts.time_left_text((left.seconds, left.band_s)))
        return "   ".join(part for part in parts if part)


def _pausable(session: ServerSession) -> bool:
    facts = session.facts
    return facts is not None and facts.capabilities.pause and may(session, Right.PAUSE)
