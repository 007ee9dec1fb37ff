"""The Help menu, and what is said when the app itself fails."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices

from ivk_desktop import resources
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores import paths
from ivk_desktop.stores.diagnostics import diagnostics
from ivk_desktop.stores.notices import Level, Notice, NoticeAction, Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.workers import Workers
from ivk_desktop.ui.about_dialog import AboutDialog
from ivk_desktop.ui.action_table import MENUS
from ivk_desktop.ui.actions import menu_title
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.placing import show_placed
from ivk_desktop.ui.report_dialog import ReportDialog
from ivk_desktop.ui.shortcut_sheet import ShortcutSheet
from ivk_desktop.ui.status_bar import StatusBar
from ivk_desktop.ui.text_dialog import GuideWindow

LOG_FILE = "ivk_desktop.log"


class WindowHelp(QObject):
    """Shortcuts, logs, diagnostics, About; a fault of the app is one line with a report behind."""

    report_shown = Signal()
    shortcuts_requested = Signal()
    """Shortcuts are to be changed."""

    def __init__(
        self, window: MainWindow, servers: Servers, notices: Notices, workers: Workers
    ) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._notices = notices
        self._workers = workers
        on, bar = window.actions_.on, window.statusBar()
        if isinstance(bar, StatusBar):
            on("help.events", bar.open_log)
        on("help.guide", self._show_guide)
        on("help.shortcuts", self._show_shortcuts)
        on("help.logs", self._open_logs)
        on("help.diagnostics", self._show_diagnostics)
        on("help.about", self._show_about)

    # --- faults --------------------------------------------------------------------------
    @Slot(str)
    def tell_fault(self, kind: str) -> None:
        """Say that something went wrong which nobody has caught; it is in the log."""
        self._tell(Problem("internal_error", {"kind": kind}))

    def tell_crash(self) -> None:
        """Say that the app was ended by a crash the last time."""
        self._tell(Problem("crashed"))

    def _tell(self, problem: Problem) -> None:
        action = NoticeAction(self.tr("Report…"), self._show_diagnostics)
        self._notices.post(Notice(Level.ERROR, problem=problem, key="internal", action=action))

    def _show_diagnostics(self) -> None:
        servers = [(session.url, session.facts) for session in self._servers.sessions]
        log_file = paths.log_folder() / LOG_FILE
        self._workers.post(partial(diagnostics, servers, log_file), self._show_report)

    def _show_report(self, report: str | None) -> None:
        words = self.tr(
            "Copy this into a bug report. It holds versions and the end of the log, and neither"
            " passwords nor addresses nor prompts. Nothing is sent by itself."
        )
        title = self.tr("Diagnostics")
        show_placed(ReportDialog(title, words, report or "", self._window))
        self.report_shown.emit()

    # --- menu ----------------------------------------------------------------------------
    def _show_guide(self) -> None:
        text = resources.guide().read_text(encoding="utf-8")
        show_placed(GuideWindow(self.tr("User guide"), text, self._window))

    def _show_shortcuts(self) -> None:
        window, groups = self._window, dict[str, list[QAction]]()
        for menu in MENUS:
            prefix = f"{menu.id}."
            own = [a for a in window.actions_ if a.objectName().startswith(prefix)]
            groups[menu_title(menu)] = own
        groups[self.tr("Rows of the queue")] = list(window.queue.actions_.actions.values())
        keys = window.stage.looking.all_keys()
        large = [action for action in keys if action.objectName().startswith("viewer.")]
        groups[self.tr("Pictures")] = [action for action in keys if action not in large]
        groups[self.tr("Large pictures")] = large
        shown = {title: [a for a in own if a.isVisible()] for title, own in groups.items()}
        sheet = ShortcutSheet(shown, window)
        sheet.change.clicked.connect(sheet.close)
        sheet.change.clicked.connect(self.shortcuts_requested)
        show_placed(sheet)

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.log_folder())))

    def _show_about(self) -> None:
        servers = [
            f"{session.name}: {session.facts.product} {session.facts.version}"
            for session in self._servers.sessions
            if session.facts is not None
        ]
        about = AboutDialog(servers, self._window)
        about.licences.clicked.connect(self._show_licences)
        show_placed(about)

    def _show_licences(self) -> None:
        text = resources.notices().read_text(encoding="utf-8")
        show_placed(GuideWindow(self.tr("Licences"), text, self._window))
