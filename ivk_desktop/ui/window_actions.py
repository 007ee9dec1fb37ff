"""What the actions of the menu bar do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.servers import Servers
from ivk_desktop.ui import theme
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.stage.header import Page
from ivk_desktop.ui.undo_actions import UndoActions
from ivk_desktop.ui.window_palette import WindowPalette

SCALE_STEP = 0.1
ZOOM_STEP = 1.25


class WindowActions(QObject):
    """Connects every action of the registry; what needs another owner leaves by a signal."""

    connect_requested = Signal()
    edit_server_requested = Signal()
    demo_requested = Signal()
    remove_server_requested = Signal()
    preference_changed = Signal(str, object)
    """A name of ``Preferences`` and its new value."""

    def __init__(
        self,
        window: MainWindow,
        servers: Servers,
        workflows: OpenWorkflows,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._workflows = workflows
        self._on = window.actions_.on
        self._connect_file()
        self.undo = UndoActions(window.actions_, workflows, self)
        self.palette = WindowPalette(window, servers, workflows)
        self._connect_view()
        self._connect_theme()
        self._connect_queue()
        self._connect_server()
        workflows.current_changed.connect(self._workflow_changed)
        window.stage.follow_changed.connect(window.actions_["view.follow"].setChecked)
        window.strip.sidebar_toggled.connect(window.actions_["view.sidebar"].toggle)
        window.strip.new_clicked.connect(window.stage.look_at_new)
        self._workflow_changed()

    # --- file ----------------------------------------------------------------------------
    def _connect_file(self) -> None:
        self._on("file.save_result", self._save_result)
        self._on("file.close_workflow", self._close_workflow)
        self._on("file.quit", self._window.close)
        self._on("edit.reset_form", self._reset_form)
        self._on("edit.find", self._window.sidebar.filter.setFocus)

    def _save_result(self) -> None:
        ref = self._window.stage.showing.ref
        if ref is not None:
            self._window.stage.actions_of_picture.save_as(ref)

    def _close_workflow(self) -> None:
        if self._workflows.current is not None:
            self._workflows.close(self._workflows.current)

    def _reset_form(self) -> None:
        if self._workflows.current is not None:
            self._workflows.current.reset_all()

    def _workflow_changed(self) -> None:
        open_ = self._workflows.current is not None
        for name in ("file.close_workflow", "edit.reset_form"):
            self._window.actions_[name].setEnabled(open_)

    # --- view ----------------------------------------------------------------------------
    def _connect_view(self) -> None:
        window, stage = self._window, self._window.stage
        sidebar = window.actions_["view.sidebar"]
        sidebar.setChecked(not window.sidebar.is_rail)
        self._on("view.sidebar", self._show_sidebar)
        window.sidebar_fitted.connect(sidebar.setChecked)
        window.actions_["view.form"].setChecked(True)
        self._on("view.form", window.show_form)
        self._on("view.live", lambda: stage.open_page(Page.LIVE))
        self._on("view.results", lambda: stage.open_page(Page.RESULTS))
        window.actions_["view.follow"].setChecked(True)
        self._on("view.follow", stage.set_follow)
        self._on("view.next_workflow", lambda: self._workflows.select_next(1))
        self._on("view.previous_workflow", lambda: self._workflows.select_next(-1))
        self._on("view.enlarge_queue", window.enlarge_queue)
        self._on("view.zoom_in", lambda: stage.canvas.zoom_by(ZOOM_STEP))
        self._on("view.zoom_out", lambda: stage.canvas.zoom_by(1 / ZOOM_STEP))
        self._on("view.zoom_fit", stage.canvas.fit)
        self._on("view.full_screen", self._full_screen)

    def _show_sidebar(self, whole: bool) -> None:
        if whole == self._window.sidebar.is_rail:
            self._window.set_rail(not whole)

    def _full_screen(self, full: bool) -> None:
        if full:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def _connect_theme(self) -> None:
        schemes = ("system", "light", "dark")
        self._window.actions_.group(*(f"view.theme_{name}" for name in schemes))
        self._window.actions_[f"view.theme_{theme.theme().scheme.value}"].setChecked(True)
        for name in schemes:
            self._on(f"view.theme_{name}", partial(self._set_scheme, name))
        self._on("view.text_larger", lambda: self._scale(SCALE_STEP))
        self._on("view.text_smaller", lambda: self._scale(-SCALE_STEP))

    def _set_scheme(self, name: str, chosen: bool) -> None:
        if chosen:
            self.preference_changed.emit("theme", name)

    def _scale(self, step: float) -> None:
        scale = round(theme.theme().scale + step, 1)
        if theme.MIN_SCALE <= scale <= theme.MAX_SCALE:
            self.preference_changed.emit("text_scale", scale)

    # --- queue ---------------------------------------------------------------------------
    def _connect_queue(self) -> None:
        window = self._window
        self._on("queue.invoke", window.invoke_bar.invoke)
        self._on("queue.invoke_front", window.invoke_bar.invoke_front)
        window.actions_["queue.batches"].setChecked(True)
        self._on("queue.batches", window.queue.set_grouped)
        window.queue.grouped_changed.connect(window.actions_["queue.batches"].setChecked)

    # --- server --------------------------------------------------------------------------
    def _connect_server(self) -> None:
        self._on("server.connect", self.connect_requested)
        window = self._window
        for panel in (window.sidebar, window.form, window.queue):
            panel.connect_requested.connect(self.connect_requested)
        self._on("server.edit", self.edit_server_requested)
        self._on("server.demo", self.demo_requested)
        self._on("server.refresh", self._refresh)
        self._on("server.remove", self.remove_server_requested)

    def _refresh(self) -> None:
        for session in self._servers.sessions:
            session.retry_now()
            session.refresh()
