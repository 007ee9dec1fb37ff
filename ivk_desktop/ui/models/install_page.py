"""Installing models: the places they come from, one page each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.installs import FoundModel, HubFiles, Install, InstallRequest
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.model_manager import ModelManager
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.models import texts
from ivk_desktop.ui.models.source_pages import AddressPage, FolderPage, HubPage, SourcePage
from ivk_desktop.ui.models.starter_page import StarterPage
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.texts import problem_text
from ivk_desktop.ui.tokens import Height

LIST_PX = 184


class InstallPage(QWidget):
    """Asks the server, and hands what is to be installed to its queue."""

    queue_requested = Signal()
    """The queue is wanted: something was put into it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manager: ModelManager | None = None
        self.list = QListWidget()
        self.address = AddressPage()
        self.hub = HubPage()
        self.folder = FolderPage()
        self.starters = StarterPage()
        self._stack = QStackedWidget()
        self._asking: SourcePage = self.address
        self._build()
        self._connect()

    def set_manager(self, manager: ModelManager | None) -> None:
        """Install on one server; ``None`` where there is none."""
        old, self._manager = self._manager, manager
        if old is not None:
            old.hub_found.disconnect(self._hub_found)
            old.folder_scanned.disconnect(self._folder_scanned)
            old.installs.refused.disconnect(self._refused)
            old.installs.started.disconnect(self._started)
            old.sign_in.changed.disconnect(self._judge)
        self.starters.set_answer(manager.starters if manager is not None else None)
        if manager is not None:
            manager.hub_found.connect(self._hub_found)
            manager.folder_scanned.connect(self._folder_scanned)
            manager.installs.refused.connect(self._refused)
            manager.installs.started.connect(self._started)
            manager.sign_in.changed.connect(self._judge)
        self._judge()

    def look_for(self, text: str) -> None:
        """Look for a model by name among the starter models."""
        self.list.setCurrentRow(0)
        self.starters.search.setText(text)

    def open_paths(self, paths: Sequence[str]) -> None:
        """Offer files that were dropped."""
        self.list.setCurrentRow(1)
        self.address.set_sources(paths)

    def _judge(self) -> None:
        manager = self._manager
        if manager is None:
            self.panel.show_empty(self.tr("No server is connected."))
        elif not manager.installs.offered:
            self.panel.show_empty(self.tr("This kind of server installs no models."))
        elif not manager.may_change:
            refusal = manager.refusal
            self.panel.show_no_permission(problem_text(refusal) if refusal is not None else "")
        else:
            self.panel.show_content()

    # --- what the server says ------------------------------------------------------------
    def _look_up(self, repo: str) -> None:
        if self._manager is not None:
            self._manager.look_up(repo)

    def _scan(self, path: str) -> None:
        if self._manager is not None:
            self._manager.scan(path)

    def _install(self, request: InstallRequest) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, SourcePage):
            self._asking = page
            page.say("")
        if self._manager is not None:
            self._manager.installs.start(request)

    def _hub_found(self, files: HubFiles | None, problem: Problem | None) -> None:
        if files is not None:
            self.hub.show_files(files)
        elif problem is not None:
            self.hub.refuse(problem)

    def _folder_scanned(self, found: Sequence[FoundModel] | None, problem: Problem | None) -> None:
        if found is not None:
            self.folder.show_found(found)
        elif problem is not None:
            self.folder.refuse(problem)

    def _refused(self, request: InstallRequest, problem: Problem) -> None:
        if self.isVisible():
            self._asking.refuse(problem)

    def _started(self, install: Install) -> None:
        if not self.isVisible():
            return
        words = self.tr("{name} is in the queue.").format(name=texts.install_name(install))
        self._asking.say(words, "completed")
        self.queue_requested.emit()

    # --- construction --------------------------------------------------------------------
    def _build(self) -> None:
        places = (
            ("sparkles", self.tr("Starter models"), self.starters),
            ("link", self.tr("Path or address"), self.address),
            ("globe", "Hugging Face", self.hub),
            ("folder", self.tr("Folder of the server"), self.folder),
        )
        for icon, title, page in places:
            item = QListWidgetItem(icons.icon(icon, "text2"), title, self.list)
            hint = item.sizeHint()
            hint.setHeight(theme.px(Height.ROW))
            item.setSizeHint(hint)
            self._stack.addWidget(page)
        self.list.setAccessibleName(self.tr("Where from"))
        self.list.setProperty("surface", "window")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFixedWidth(theme.px(LIST_PX))
        whole = QWidget()
        parts = QHBoxLayout(whole)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        parts.addWidget(self.list)
        parts.addWidget(self._stack, 1)
        self.panel = Panel(whole)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.panel)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        self.hub.look_requested.connect(self._look_up)
        self.folder.look_requested.connect(self._scan)
        for page in (self.address, self.hub, self.folder, self.starters):
            page.install_requested.connect(self._install)
