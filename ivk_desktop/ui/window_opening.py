"""The ways to open workflows: files, recent ones, the library, drops, pasting, queue items."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.notices import Level, Notice, Notices
from ivk_desktop.stores.open_workflow import OpenState, OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.recent_files import RecentFiles
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workflow_sources import FileSource
from ivk_desktop.ui import media_mime, workflow_mime
from ivk_desktop.ui.library.window import LibraryWindow
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.placing import bring_up


class WindowOpening(QObject):
    """Everything here opens for the current server, or asks for one where there is none."""

    connect_requested = Signal()

    def __init__(
        self,
        window: MainWindow,
        servers: Servers,
        workflows: OpenWorkflows,
        notices: Notices,
        recent: RecentFiles,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._workflows = workflows
        self._notices = notices
        self._recent = recent
        self._waiting: set[OpenWorkflow] = set()
        self.library: LibraryWindow | None = None
        self._connect()

    def _connect(self) -> None:
        window, on = self._window, self._window.actions_.on
        on("file.open", self.ask_for_files)
        on("file.library", self.show_library)
        on("edit.paste", self.paste)
        window.files_dropped.connect(self.open_files)
        window.data_dropped.connect(self.take)
        window.form.open_requested.connect(self.ask_for_files)
        window.sidebar.open_file_requested.connect(self.ask_for_files)
        window.queue.actions_.clone_requested.connect(self.clone)
        self._servers.current_changed.connect(self._fill_library)
        self._servers.added.connect(self._session_added)
        self._servers.removed.connect(self._session_removed)
        self._workflows.opened.connect(self._opened)
        self._workflows.closed.connect(self._waiting.discard)
        menu = window.actions_.menu("file.recent")
        menu.aboutToShow.connect(self._fill_recent)
        self._recent.changed.connect(self._show_recent)
        self._show_recent()

    # --- files ---------------------------------------------------------------------------
    def ask_for_files(self) -> None:
        """Let the person choose workflow files."""
        dialog = QFileDialog(self._window, self.tr("Open workflows"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Workflows and pictures (*.json *.png)"), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(self.open_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_files(self, files: Iterable[str | Path]) -> None:
        """Open files as workflows of the current server."""
        if (server_id := self._server_id()) is not None:
            for file in files:
                self._workflows.open_file(server_id, Path(file))

    def _opened(self, workflow: OpenWorkflow) -> None:
        """A file is a recent one once it has turned out to be a workflow."""
        if isinstance(workflow.source, FileSource):
            self._waiting.add(workflow)
            workflow.changed.connect(self._note_recent)

    def _note_recent(self) -> None:
        for workflow in [one for one in self._waiting if one.state is OpenState.READY]:
            self._waiting.discard(workflow)
            workflow.changed.disconnect(self._note_recent)
            if isinstance(workflow.source, FileSource):
                self._recent.add(workflow.source.path)

    def _show_recent(self) -> None:
        self._window.actions_.menu("file.recent").setEnabled(bool(self._recent.paths))

    def _fill_recent(self) -> None:
        menu = self._window.actions_.menu("file.recent")
        menu.clear()
        for path in self._recent.paths:
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setData(path)
            action.setToolTip(str(path))
            action.triggered.connect(self._open_recent)
        menu.setToolTipsVisible(True)
        menu.addSeparator()
        menu.addAction(self.tr("Clear this list")).triggered.connect(self._recent.clear)

    def _open_recent(self) -> None:
        action = self.sender()
        if action is not None:
            self.open_files([action.data()])  # type: ignore[attr-defined] # a QAction

    # --- what is dropped or pasted -------------------------------------------------------
    def paste(self) -> None:
        """Open the workflow on the clipboard."""
        if not self.take(QGuiApplication.clipboard().mimeData()):
            text = self.tr("The clipboard holds no workflow, and no PNG that may carry one.")
            self._notices.post(Notice(Level.WARNING, text, key="paste"))

    def take(self, data: QMimeData) -> bool:
        """Open what is dropped or pasted; returns whether it may be a workflow."""
        refs = media_mime.read_refs(data)
        if refs:
            for ref in refs:
                self._workflows.open_picture(ref)
            return True
        if files := workflow_mime.read_files(data):
            self.open_files(files)
            return True
        document = workflow_mime.read_document(data)
        if document is None:
            return False
        if (server_id := self._server_id()) is not None:
            content, ending = document
            self._workflows.open_bytes(server_id, content, self.tr("Pasted") + ending)
        return True

    # --- queue items ---------------------------------------------------------------------
    def clone(self, key: JobKey, title: str) -> None:
        """Open what a queue item ran with."""
        self._workflows.open_job(key, title or self.tr("Item {id}").format(id=key.job_id))

    # --- the library ---------------------------------------------------------------------
    def show_library(self) -> None:
        """Show the library window, or bring it to the front."""
        if self._session() is None:
            return
        if self.library is None:
            self.library = self._make_library()
            self._fill_library()
        bring_up(self.library)
        self.library.search.setFocus()

    def _make_library(self) -> LibraryWindow:
        library = LibraryWindow(self._window)
        library.open_requested.connect(self.open_from_library)
        library.file_requested.connect(self.ask_for_files)
        library.rename_requested.connect(self._rename)
        library.delete_requested.connect(self._delete)
        library.share_requested.connect(self._share)
        return library

    def _fill_library(self) -> None:
        session = self._servers.current
        if self.library is None:
            return
        if session is None:
            self.library.let_go()
        else:
            self.library.set_library(session.library, session.media, session.name)

    def open_from_library(self, workflow_ids: Iterable[str]) -> None:
        """Open workflows of the current server's library."""
        if (session := self._session()) is not None:
            for workflow_id in workflow_ids:
                card = session.library.card(workflow_id)
                title = card.name if card is not None else ""
                self._workflows.open_library(session.server_id, workflow_id, title)

    def _rename(self, workflow_id: str, name: str) -> None:
        if (session := self._session()) is not None:
            session.keeper.rename(workflow_id, name)

    def _delete(self, workflow_ids: tuple[str, ...]) -> None:
        if (session := self._session()) is not None:
            session.keeper.delete(workflow_ids)

    def _share(self, workflow_ids: tuple[str, ...], public: bool) -> None:
        if (session := self._session()) is not None:
            session.keeper.share(workflow_ids, public)

    # --- sessions ------------------------------------------------------------------------
    def _session_added(self, session: ServerSession) -> None:
        self._workflows.set_generated(session.server_id, session.generated)

    def _session_removed(self, session: ServerSession) -> None:
        self._workflows.set_generated(session.server_id, None)

    # --- the server ----------------------------------------------------------------------
    def _session(self) -> ServerSession | None:
        if self._servers.current is None:
            self.connect_requested.emit()
        return self._servers.current

    def _server_id(self) -> ServerId | None:
        session = self._session()
        return session.server_id if session is not None else None
