"""Saving workflows: to where they came from, to the library, to a file."""

from __future__ import annotations

import json
import uuid
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ivk_desktop.domain.file_names import safe_name
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores import paths
from ivk_desktop.stores.library import BUILT_IN
from ivk_desktop.stores.notices import Level, Notice, Notices
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.recent_files import RecentFiles
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.workflow_sources import FileSource, LibrarySource
from ivk_desktop.ui.library import questions
from ivk_desktop.ui.main_window import MainWindow

ACTIONS = ("file.save", "file.save_library", "file.save_workflow")


class WindowSaving(QObject):
    """Writes the current workflow with its values; what the document has beside them stays."""

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
        self._saving: dict[str, tuple[OpenWorkflow, str]] = {}
        on = window.actions_.on
        on("file.save", self.save)
        on("file.save_library", self.ask_for_name)
        on("file.save_workflow", self.ask_for_file)
        servers.added.connect(self._session_added)
        servers.current_changed.connect(self._show_actions)
        workflows.current_changed.connect(self._show_actions)
        self._show_actions()

    def save(self) -> None:
        """Save to where the workflow came from; ask where that cannot be written."""
        workflow = self._workflows.current
        document = _document(workflow)
        if workflow is None or document is None:
            return
        source = workflow.source
        if isinstance(source, FileSource) and source.path.suffix.lower() == ".json":
            self.save_to_file(workflow, source.path)
        elif isinstance(source, LibrarySource) and not _is_built_in(document):
            self._send(workflow, document, source.workflow_id)
        elif self._keeps(workflow):
            self.ask_for_name()
        else:
            self.ask_for_file()

    # --- library -------------------------------------------------------------------------
    def ask_for_name(self) -> None:
        """Save to the library as a new workflow, under a name that the person gives."""
        workflow = self._workflows.current
        if _document(workflow) is None or workflow is None or not self._keeps(workflow):
            return
        questions.ask_name(
            self._window,
            self.tr("Save to the library"),
            workflow.title,
            partial(self.save_as_new, workflow),
            self.tr("Name of the new workflow"),
        )

    def save_as_new(self, workflow: OpenWorkflow, name: str) -> None:
        """Save to the library as a new workflow."""
        document = _document(workflow)
        if document is not None:
            self._send(workflow, {**document, "name": name}, None)

    def _send(
        self, workflow: OpenWorkflow, document: dict[str, Any], workflow_id: str | None
    ) -> None:
        """Hand a document in, once: a second save of the same waits for the first."""
        session = self._session(workflow)
        if session is None or any(one is workflow for one, _ in self._saving.values()):
            return
        ticket = uuid.uuid4().hex
        self._saving[ticket] = workflow, str(document.get("name") or workflow.title)
        session.keeper.save(document, workflow_id, ticket)

    def _session_added(self, session: ServerSession) -> None:
        session.keeper.saved.connect(self._saved)
        session.keeper.save_failed.connect(self._save_failed)
        session.keeper.deleted.connect(self._deleted)

    def _saved(self, ticket: str, workflow_id: str) -> None:
        if ticket in self._saving:
            workflow, name = self._saving.pop(ticket)
            self._workflows.saved(workflow, LibrarySource(workflow_id, name))
            self._notices.info(self.tr("Saved {name} to the library.").format(name=name))

    def _save_failed(self, ticket: str, _problem: Problem) -> None:
        self._saving.pop(ticket, None)

    def _deleted(self, workflow_ids: tuple[str, ...]) -> None:
        for session in self._servers.sessions:
            if session.keeper is self.sender():
                self._workflows.forget_library(session.server_id, workflow_ids)

    # --- files ---------------------------------------------------------------------------
    def ask_for_file(self) -> None:
        """Save to a file that the person chooses."""
        workflow = self._workflows.current
        if _document(workflow) is None or workflow is None:
            return
        dialog = QFileDialog(self._window, self.tr("Save workflow"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{safe_name(workflow.title)}.json")
        dialog.fileSelected.connect(lambda file: self.save_to_file(workflow, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to_file(self, workflow: OpenWorkflow, file: Path) -> None:
        """Write a workflow with its current values to a file, whole or not at all."""
        document = _document(workflow)
        if document is None:
            return
        text = json.dumps(document, indent=2, ensure_ascii=False)
        try:
            paths.write_atomically(file, text.encode("utf-8", "replace"))
        except OSError as error:
            words = self.tr("{file} could not be written: {reason}.")
            text = words.format(file=file.name, reason=error.strerror or type(error).__name__)
            self._notices.post(Notice(Level.ERROR, text))
            return
        self._recent.add(file)
        self._workflows.saved(workflow, FileSource.of(file))
        self._notices.info(self.tr("Saved to {file}.").format(file=file.name))

    # --- what can be done now ------------------------------------------------------------
    def _show_actions(self) -> None:
        workflow = self._workflows.current
        for name in ACTIONS:
            self._window.actions_[name].setEnabled(workflow is not None)
        if workflow is not None:
            self._window.actions_["file.save_library"].setEnabled(self._keeps(workflow))

    def _session(self, workflow: OpenWorkflow) -> ServerSession | None:
        return self._servers.by_id(workflow.server_id)

    def _keeps(self, workflow: OpenWorkflow) -> bool:
        session = self._session(workflow)
        return session is not None and session.library.is_writable


def _document(workflow: OpenWorkflow | None) -> dict[str, Any] | None:
    return workflow.form.document() if workflow is not None and workflow.form is not None else None


def _is_built_in(document: dict[str, Any]) -> bool:
    meta = document.get("meta")
    return isinstance(meta, dict) and meta.get("category") == BUILT_IN
