"""The model manager's window: installed models, installing, and the install queue."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ivk_desktop.domain.models import ModelKey
from ivk_desktop.stores.model_manager import ModelManager
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.models.details import Cover
from ivk_desktop.ui.models.install_page import InstallPage
from ivk_desktop.ui.models.models_page import ModelsPage
from ivk_desktop.ui.models.queue_page import QueuePage
from ivk_desktop.ui.texts import count_text


class Page(IntEnum):
    """The tabs in their order."""

    MODELS = 0
    INSTALL = 1
    QUEUE = 2


class ModelsWindow(QWidget):
    """A window of its own that stays open beside the work; files dropped on it are installed.

    What installs is built when it is first looked at.
    """

    def __init__(self, cover: Cover, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._manager: ModelManager | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "panel")
        self.tabs = QTabBar(drawBase=False, expanding=False, usesScrollButtons=False)
        self.models = ModelsPage(cover)
        self._install: InstallPage | None = None
        self._queue: QueuePage | None = None
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self.let_go()
        self.resize(theme.px(1120), theme.px(700))

    @property
    def install(self) -> InstallPage:
        """The page that installs models."""
        if self._install is None:
            self._install = made = InstallPage()
            made.queue_requested.connect(self._show_queue)
            made.set_manager(self._manager)
            self._stack.addWidget(made)
        return self._install

    @property
    def queue(self) -> QueuePage:
        """The page of the install queue."""
        if self._queue is None:
            self._queue = made = QueuePage()
            made.install_requested.connect(self._show_install)
            made.model_requested.connect(self.choose)
            made.set_installs(self._manager.installs if self._manager is not None else None)
            self._stack.addWidget(made)
        return self._queue

    def set_manager(self, manager: ModelManager, server: str) -> None:
        """Show one server's models."""
        self._leave()
        self._manager = manager
        manager.installs.changed.connect(self._show_counts)
        manager.sign_in.changed.connect(self._show_counts)
        self.setWindowTitle(self.tr("Models of {server}").format(server=server))
        self._set_pages(manager)

    def let_go(self) -> None:
        """The server is gone: nothing of it is shown or listened to any more."""
        self._leave()
        self.setWindowTitle(self.tr("Models"))
        self._set_pages(None)

    def open_page(self, page: Page) -> None:
        """Show one of the tabs."""
        self.tabs.setCurrentIndex(page)

    def look_for(self, text: str) -> None:
        """Look for a model that is not installed."""
        self.install.look_for(text)
        self.open_page(Page.INSTALL)

    def choose(self, key: ModelKey) -> None:
        """Show one installed model."""
        self.open_page(Page.MODELS)
        self.models.choose(key)

    def _set_pages(self, manager: ModelManager | None) -> None:
        self.models.set_manager(manager)
        if self._install is not None:
            self._install.set_manager(manager)
        if self._queue is not None:
            self._queue.set_installs(manager.installs if manager is not None else None)
        self._show_counts()

    def _leave(self) -> None:
        if self._manager is not None:
            self._manager.installs.changed.disconnect(self._show_counts)
            self._manager.sign_in.changed.disconnect(self._show_counts)
        self._manager = None

    def _show_counts(self) -> None:
        manager = self._manager
        count = manager.installs.open_count if manager is not None else 0
        offered = manager is None or manager.installs.offered
        words = self.tr("Install queue {count}").format(count=count_text(count))
        self.tabs.setTabText(Page.QUEUE, words if count else self.tr("Install queue"))
        locked = manager is not None and manager.is_restricted
        for page in (Page.INSTALL, Page.QUEUE):
            self.tabs.setTabVisible(page, offered)
            self.tabs.setTabIcon(page, icons.icon("lock", "text2") if locked else QIcon())
            self.tabs.setTabToolTip(page, self.tr("For administrators") if locked else "")

    def _open(self, tab: int) -> None:
        match tab:
            case Page.INSTALL:
                self._stack.setCurrentWidget(self.install)
            case Page.QUEUE:
                self._stack.setCurrentWidget(self.queue)
            case _:
                self._stack.setCurrentWidget(self.models)

    def _show_queue(self) -> None:
        self.open_page(Page.QUEUE)

    def _show_install(self) -> None:
        self.open_page(Page.INSTALL)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        may = self._manager is not None and self._manager.may_change
        if may and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.open_page(Page.INSTALL)
        self.install.open_paths([url.toLocalFile() for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def _build(self) -> None:
        self.tabs.setAccessibleName(self.tr("Models"))
        for title in (self.tr("Installed"), self.tr("Install"), self.tr("Install queue")):
            self.tabs.addTab(title)
        self._stack.addWidget(self.models)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        line = QFrame()
        line.setProperty("divider", "true")
        line.setFixedHeight(1)
        rows.addWidget(self.tabs)
        rows.addWidget(line)
        rows.addWidget(self._stack, 1)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._open)
        self.models.install_requested.connect(self._show_install)
        for key in (QKeySequence.StandardKey.Close, QKeySequence.StandardKey.Cancel):
            QShortcut(QKeySequence(key), self).activated.connect(self.close)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.models.search.setFocus)
