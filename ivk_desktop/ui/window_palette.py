"""What the command search finds: actions, open workflows, the library, boards and models."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.servers import Servers
from ivk_desktop.ui.actions import plain_text
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.palette import Command, CommandPalette
from ivk_desktop.ui.placing import front
from ivk_desktop.ui.texts import board_name

FIND = "help.find"
NATIVE = QKeySequence.SequenceFormat.NativeText


class WindowPalette(QObject):
    """Opens the search; what is chosen goes the way that its menu entry or sidebar row goes."""

    def __init__(self, window: MainWindow, servers: Servers, workflows: OpenWorkflows) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._workflows = workflows
        self.palette: CommandPalette | None = None
        action = window.actions_.on(FIND, self.open)
        window.strip.set_find_keys(action.shortcut().toString(NATIVE))
        window.strip.find_clicked.connect(action.trigger)

    def open(self) -> None:
        """Show the search over the window in use."""
        if self.palette is None:
            over = front(self._window)
            self.palette = CommandPalette(list(self._commands()), over)
            self.palette.destroyed.connect(self._gone)
            self.palette.open_in(over)

    def _gone(self) -> None:
        self.palette = None

    def _commands(self) -> Iterator[Command]:
        yield from self._open_workflows()
        yield from self._actions()
        yield from self._listed()

    def _actions(self) -> Iterator[Command]:
        window, kind = self._window, self.tr("Action")
        queue, pictures = window.queue.actions_.actions.values(), window.stage.looking.keys
        for action in (*window.actions_, *queue, *pictures):
            if action.isVisible() and action.isEnabled() and action.objectName() != FIND:
                keys = action.shortcut().toString(NATIVE)
                icon = "check" if action.isChecked() else "command"
                yield Command(plain_text(action), kind, partial(_trigger, action), icon, keys)

    def _open_workflows(self) -> Iterator[Command]:
        kind, choose = self.tr("Open workflow"), self._window.sidebar.workflow_chosen.emit
        for workflow in self._workflows.workflows:
            yield Command(workflow.title, kind, partial(choose, workflow), "workflow")

    def _listed(self) -> Iterator[Command]:
        """What the current server has."""
        session, sidebar = self._servers.current, self._window.sidebar
        if session is None:
            return
        kind, open_ = self.tr("Workflow"), sidebar.open_workflow_requested.emit
        for card in session.library.items:
            yield Command(card.name, kind, partial(open_, card.workflow_id), "layers")
        kind, show = self.tr("Board"), sidebar.board_requested.emit
        for board in session.boards.items:
            name = board_name(board.key.board_id, board.name)
            yield Command(name, kind, partial(show, board.key, board.name), "square-stack")
        kind, use = self.tr("Model"), sidebar.model_chosen.emit
        for model in session.models.items:
            yield Command(model.name, kind, partial(use, model.key), "box")


def _trigger(action: QAction) -> None:
    """Do it only if it can be done still."""
    if action.isEnabled():
        action.trigger()
