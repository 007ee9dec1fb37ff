"""Joins the model manager's window to what does its work."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from ivk_desktop.domain.installs import Install, InstallState
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.models import ModelChange, ModelInfo, ModelKey
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.model_uses import ModelUses
from ivk_desktop.stores.notices import Level, Notice, NoticeAction, Notices
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.media_mime import PICTURE_SUFFIXES
from ivk_desktop.ui.models import questions, texts
from ivk_desktop.ui.models.edit_dialog import EditDialog
from ivk_desktop.ui.models.relate_dialog import RelateDialog
from ivk_desktop.ui.models.uses import Use, UseKind
from ivk_desktop.ui.models.window import ModelsWindow, Page
from ivk_desktop.ui.placing import bring_up, show_placed


class WindowModelManager(QObject):
    """Makes the window when it is first asked for; shows the current server's models."""

    use_requested = Signal(object)
    """The ``ModelKey`` that is to be put into the form."""

    def __init__(
        self,
        window: MainWindow,
        servers: Servers,
        workflows: OpenWorkflows,
        notices: Notices,
        uses: ModelUses,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._workflows = workflows
        self._notices = notices
        self._uses = uses
        self._session: ServerSession | None = None
        self.models: ModelsWindow | None = None
        self._action = window.actions_.on("server.models", self.show)
        window.sidebar.models_requested.connect(self.show)
        servers.added.connect(self._added)
        servers.current_changed.connect(self._current_changed)
        uses.changed.connect(self._show_uses)
        self._current_changed()

    def show(self) -> None:
        """Show the window, or bring it to the front."""
        self._open()

    def find(self, text: str) -> None:
        """Look for a model that the server has not."""
        self._open().look_for(text)

    def _open(self) -> ModelsWindow:
        if self.models is None:
            self.models = self._make()
            self._set_session(self._servers.current)
        self._refresh()
        bring_up(self.models)
        return self.models

    def _make(self) -> ModelsWindow:
        made = ModelsWindow(self._cover, self._window)
        page = made.models
        page.edit_requested.connect(self._edit)
        page.delete_requested.connect(self._delete)
        page.use_requested.connect(self.use_requested)
        page.chosen.connect(self._chosen)
        page.empty_cache_requested.connect(self._empty_cache)
        details = page.details
        details.use_opened.connect(self._open_use)
        details.related_opened.connect(made.choose)
        details.relate_requested.connect(self._relate)
        details.unrelate_requested.connect(self._unrelate)
        details.cover_requested.connect(self._ask_for_cover)
        details.cover_removal_requested.connect(self._remove_cover)
        return made

    # --- servers come and go -------------------------------------------------------------
    def _added(self, session: ServerSession) -> None:
        session.manager.installs.ended.connect(partial(self._ended, session))
        session.manager.keep.deleted.connect(self._deleted)

    def _current_changed(self) -> None:
        self._action.setEnabled(self._servers.current is not None)
        if self.models is not None:
            self._set_session(self._servers.current)

    def _set_session(self, session: ServerSession | None) -> None:
        if self.models is None or session is self._session:
            return
        if (old := self._session) is not None:
            old.media.ready.disconnect(self._cover_came)
            old.manager.keep.related_changed.disconnect(self._related_changed)
            old.manager.in_library.changed.disconnect(self._show_uses)
            old.link_changed.disconnect(self._link_changed)
        self._session = session
        if session is None:
            self.models.let_go()
            return
        session.media.ready.connect(self._cover_came)
        session.manager.keep.related_changed.connect(self._related_changed)
        session.manager.in_library.changed.connect(self._show_uses)
        session.link_changed.connect(self._link_changed)
        self.models.set_manager(session.manager, session.name)
        if self.models.isVisible():
            self._refresh()

    def _link_changed(self) -> None:
        if self.models is not None and self.models.isVisible() and self._connected():
            self._refresh()

    def _connected(self) -> bool:
        return self._session is not None and self._session.problem is None

    def _refresh(self) -> None:
        """Ask for what is not told by itself."""
        self._uses.read()
        if (session := self._session) is None:
            return
        manager = session.manager
        manager.keep.forget()
        manager.keep.find_missing()
        manager.cache.read()
        manager.installs.read()

    # --- what the details show -----------------------------------------------------------
    def _cover(self, ref: MediaRef) -> QImage | None:
        return self._session.media.thumbnail(ref) if self._session is not None else None

    def _cover_came(self, ref: MediaRef) -> None:
        shown = self._shown()
        if self.models is not None and shown is not None and shown.cover == ref:
            self.models.models.details.draw_cover()

    def _shown(self) -> ModelInfo | None:
        return self.models.models.details.shown if self.models is not None else None

    def _chosen(self, model: ModelInfo | None) -> None:
        if model is None or self._session is None:
            return
        self._session.manager.in_library.look()
        self._related_changed(model.key)
        self._show_uses()

    def _related_changed(self, key: ModelKey) -> None:
        shown, session = self._shown(), self._session
        if self.models is None or session is None or shown is None or shown.key != key:
            return
        manager = session.manager
        found = (session.models.model(other) for other in manager.keep.related(key))
        related = [model for model in found if model is not None]
        details = self.models.models.details
        details.show_related(related, changeable=manager.may_change)

    def _show_uses(self) -> None:
        shown, session = self._shown(), self._session
        if self.models is None or session is None or shown is None:
            return
        uses = [
            Use(UseKind.OPEN, workflow.title, workflow) for workflow in self._uses.open_ones(shown)
        ]
        library = session.manager.in_library
        uses += [Use(UseKind.LIBRARY, card.name, card.workflow_id) for card in library.using(shown)]
        uses += [Use(UseKind.PRESET, preset.name) for preset in self._uses.presets(shown)]
        self.models.models.details.show_uses(uses, searching=library.is_reading)

    def _open_use(self, use: Use) -> None:
        if isinstance(use.target, OpenWorkflow):
            self._workflows.select(use.target)
        elif isinstance(use.target, str) and self._session is not None:
            self._workflows.open_library(self._session.server_id, use.target, use.title)
        self._window.come_forward()

    # --- what a person does --------------------------------------------------------------
    def _edit(self, model: ModelInfo) -> None:
        session = self._servers.by_id(model.key.server_id)
        others = session.models.items if session is not None else ()
        dialog = EditDialog(model, others, self.models)
        dialog.saved.connect(self._save)
        show_placed(dialog)

    def _save(self, key: ModelKey, change: ModelChange) -> None:
        if (session := self._servers.by_id(key.server_id)) is not None:
            session.manager.keep.change(key, change)

    def _delete(self, models: Sequence[ModelInfo]) -> None:
        session = self._session
        if session is not None and self.models is not None:
            keys = [model.key for model in models]
            delete = partial(session.manager.keep.delete, keys)
            questions.ask_deletion(self.models, models, delete)

    def _deleted(self, count: int) -> None:
        words = self.tr("Deleted {models}.").format(models=texts.models_text(count))
        self._notices.info(words, key="models")

    def _empty_cache(self) -> None:
        if self._session is not None:
            self._session.manager.empty_cache()

    def _relate(self) -> None:
        shown, session = self._shown(), self._session
        if shown is not None and session is not None:
            known = {shown.key, *session.manager.keep.related(shown.key)}
            others = [model for model in session.models.items if model.key not in known]
            dialog = RelateDialog(shown, others, self.models)
            dialog.chosen.connect(partial(self._set_related, shown.key))
            show_placed(dialog)

    def _set_related(self, key: ModelKey, other: ModelKey) -> None:
        if (session := self._servers.by_id(key.server_id)) is not None:
            session.manager.keep.relate(key, other, True)

    def _unrelate(self, other: ModelKey) -> None:
        shown = self._shown()
        if shown is not None and self._session is not None:
            self._session.manager.keep.relate(shown.key, other, False)

    def _ask_for_cover(self) -> None:
        shown = self._shown()
        if shown is None:
            return
        dialog = QFileDialog(self.models, self.tr("Picture for {model}").format(model=shown.name))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        endings = " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES)
        dialog.setNameFilters([self.tr("Pictures ({endings})").format(endings=endings)])
        dialog.fileSelected.connect(partial(self._set_cover, shown.key))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set_cover(self, key: ModelKey, path: str) -> None:
        if (session := self._servers.by_id(key.server_id)) is not None:
            session.manager.keep.set_cover(key, Path(path))

    def _remove_cover(self) -> None:
        shown = self._shown()
        if shown is not None and self._session is not None:
            self._session.manager.keep.remove_cover(shown.key)

    # --- what the queue tells ------------------------------------------------------------
    def _ended(self, session: ServerSession, install: Install) -> None:
        name = texts.install_name(install)
        if install.state is InstallState.COMPLETED and install.model is not None:
            action = NoticeAction(self.tr("Show"), partial(self._show_model, install.model))
            words = self.tr("Installed {name}.").format(name=name)
            self._notices.info(words, key=f"install:{install.install_id}", action=action)
            if session is self._session:
                session.manager.cache.read_once()
            return
        action = NoticeAction(self.tr("Show"), self._show_queue)
        problem = install.problem or Problem("install_failed", {"source": name, "reason": ""})
        key = f"install:{install.install_id}"
        notice = Notice(Level.ERROR, "", problem, install.detail, key, action)
        self._notices.post(notice)

    def _show_model(self, key: ModelKey) -> None:
        self._open().choose(key)

    def _show_queue(self) -> None:
        self._open().open_page(Page.QUEUE)
