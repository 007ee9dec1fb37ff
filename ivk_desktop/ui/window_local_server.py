"""Starts and ends the server of this computer when the person asks for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ivk_desktop.domain.local_server import LocalState
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.local_server import LocalServer, fault_of, found_program, usual_root
from ivk_desktop.stores.settings import Settings
from ivk_desktop.ui.local_server_window import LocalServerWindow
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.placing import bring_up


class WindowLocalServer(QObject):
    """Owns the window of the local server; made when it is asked for."""

    connect_requested = Signal(str)
    """The address of the server that is to be connected to."""

    def __init__(self, window: MainWindow, settings: Settings, server: LocalServer) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._server = server
        self._view: LocalServerWindow | None = None
        server.changed.connect(self._show)
        server.ready.connect(self.connect_requested)
        window.actions_.on("server.local", self.open)

    @property
    def view(self) -> LocalServerWindow | None:
        """The window, once it was opened."""
        return self._view

    def open(self) -> None:
        """Open the window, or bring it to the front."""
        if self._view is None:
            self._view = view = LocalServerWindow(self._server.kind, self._window)
            prefs = self._settings.prefs
            program = prefs.local_program or found_program(self._server.kind)
            view.program.setText(program)
            view.root.setText(prefs.local_root or usual_root(program))
            view.start_requested.connect(self._start)
            view.stop_requested.connect(self._server.stop)
            view.connect_requested.connect(self._connect)
            self._server.logged.connect(view.add_line)
            view.show_log(self._server.log)
            self._show()
        bring_up(self._view)

    def _start(self, program: str, root: str) -> None:
        assert self._view is not None
        if (problem := fault_of(self._server.kind, program, root)) is not None:
            self._view.refuse(problem)
            return
        self._settings.update(local_program=program, local_root=root)
        self._view.show_log(())
        self._server.start(program, root)

    def _connect(self) -> None:
        if self._server.state is LocalState.READY:
            self.connect_requested.emit(self._server.url)

    def _show(self) -> None:
        if self._view is not None:
            server, problem = self._server, self._problem()
            self._view.show_state(server.state, server.url, problem)

    def _problem(self) -> Problem | None:
        return self._server.problem if self._server.state is LocalState.FAILED else None
