"""What can be done with rows of the queue: the actions of its menu and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ivk_desktop.domain.jobs import JobKey, JobState
from ivk_desktop.stores.queue_model import QueueModel
from ivk_desktop.stores.queue_rows import QueueRow, RowId, RowKind
from ivk_desktop.ui import icons
from ivk_desktop.ui.queue.outcomes import items_text

SECTIONS: Final = ("queue.run_next", "queue.retry", "queue.cancel", "queue.copy_id")
"""Before these the menu has a line."""
RETRIABLE: Final = (JobState.FAILED, JobState.CANCELED)
ENDED: Final = tuple(state for state in JobState if state.ended)
CHANGING = ("queue.clone", "queue.retry", "queue.run_again", "queue.cancel", "queue.delete")
"""What can be done only with what is one's own."""


class Verb(Enum):
    """What is asked of jobs by ``QueueActions.asked``."""

    RUN_NEXT = "run_next"
    RUN_LAST = "run_last"
    RETRY = "retry"
    RUN_AGAIN = "run_again"
    DELETE = "delete"
    COPY_GRAPH = "copy_graph"
    FIND_AGAIN = "find_again"
    SKIP = "skip"


class QueueActions(QObject):
    """Makes the actions and carries out those that need no server.

    ``actions`` maps ids (``queue.cancel`` …) to actions, for a registry.
    """

    cancel_requested = Signal(object, object)
    """A tuple of ``JobKey``, and one of (``ServerId``, ``BatchId``): whole batches."""
    asked = Signal(object, object)
    """A ``Verb`` and the tuple of ``JobKey`` it is meant for, in view order."""
    open_requested = Signal(object)
    """The ``QueueRow`` whose result is wanted."""
    details_requested = Signal(object)
    """The ``QueueRow`` whose details are wanted."""
    compare_requested = Signal(object)
    """Two ``QueueRow`` whose inputs are to be compared."""
    board_requested = Signal(object)
    """The ``QueueRow`` whose result is to be shown on its board."""
    sheet_requested = Signal(object)
    """The ``QueueRow`` whose batch is to be shown as a sheet."""
    clone_requested = Signal(object, str)
    """The ``JobKey`` whose workflow is to be opened with its values, and its title."""

    def __init__(self, model: QueueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._owner = parent
        self._rows: Sequence[QueueRow] = ()
        self.has_sheet: Callable[[QueueRow], bool] = lambda _: False
        """Whether a row's batch can be shown as a sheet."""
        self._own: Sequence[QueueRow] = ()
        self._refused = False
        self.actions: dict[str, QAction] = {}
        self._add_all()
        self.set_rows(())

    def _add_all(self) -> None:
        add, tr = self._add, self.tr
        add("queue.open_result", tr("Open result"), "maximize-2", self._open)
        add("queue.show_in_board", tr("Show in board"), "images", self._show_in_board)
        add("queue.sheet", tr("Open sheet"), "table-2", self._sheet)
        add("queue.details", tr("Details") + "\tAlt+Enter", "info", self._details)
        add("queue.compare", tr("Compare inputs"), "git-compare", self._compare)
        add("queue.clone", tr("Clone and edit"), "pencil", self._clone, "Ctrl+E")
        add("queue.run_next", tr("Run next"), "arrow-up", self._run_next, "Alt+Home")
        add("queue.run_last", tr("Run last"), "arrow-down", self._run_last, "Alt+End")
        add("queue.retry", tr("Retry"), "rotate-cw", self._retry, "Ctrl+Shift+R")
        add("queue.run_again", tr("Run again"), "play", self._run_again, "Ctrl+R")
        add("queue.find_again", tr("Look for its result"), "search", self._find_again)
        add("queue.skip", tr("Skip this picture"), "arrow-right", self._skip)
        add("queue.cancel", tr("Cancel"), "x", self._cancel)
        add("queue.cancel_batch", tr("Cancel batch"), "layers", self._cancel_batch)
        add("queue.delete", tr("Delete"), "trash-2", self._delete, "Shift+Del")
        add("queue.copy_id", tr("Copy id"), "copy", self._copy_id)
        add("queue.copy_error", tr("Copy error"), "circle-x", self._copy_error)
        add("queue.copy_graph", tr("Copy graph"), "workflow", self._copy_graph)

    def set_rows(self, rows: Sequence[QueueRow]) -> None:
        """These rows are selected now."""
        self._rows = _without_covered(rows)
        # Of others nothing can be changed: whoever may do so sees them as their own.
        self._own = [row for row in self._rows if not row.private]
        own = [row for row in self._own if row.is_known]
        can = {
            "queue.open_result": any(row.outputs or row.thumbnail for row in rows),
            "queue.sheet": len(rows) == 1 and self.has_sheet(rows[0]),
            "queue.details": len(rows) == 1,
            "queue.compare": len(rows) == 2 and not any(row.private for row in rows),
            "queue.show_in_board": any(row.outputs for row in rows),
            "queue.clone": len(rows) == 1 and not rows[0].private,
            "queue.run_next": any(_waits(row) for row in own),
            "queue.run_last": any(_waits(row) for row in own),
            "queue.retry": any(_is_retriable(row) for row in own),
            "queue.run_again": any(row.ended for row in own),
            "queue.cancel": any(row.is_open for row in self._own),
            "queue.find_again": any(row.state is JobState.DETACHED for row in own),
            "queue.skip": any(row.state is JobState.RUNNING for row in own),
            "queue.cancel_batch": any(row.is_open and row.batch_id for row in rows),
            "queue.delete": bool(self._own),
            "queue.copy_id": bool(rows),
            "queue.copy_error": any(row.error for row in rows),
            "queue.copy_graph": bool(own),
        }
        for name, enabled in can.items():
            self.actions[name].setEnabled(enabled)
        self.actions["queue.find_again"].setVisible(can["queue.find_again"])
        self._count_items(own)
        self._say_why(any(row.private for row in rows) and not self._own)

    def _count_items(self, own: Sequence[QueueRow]) -> None:
        """Say how many items an action reaches, where it is more than one."""
        number = sum(row.total - row.ended for row in self._own if row.is_open)
        self._say("queue.cancel", self.tr("Cancel item"), self.tr("Cancel {items}"), number)
        number = sum(row.total for row in self._own)
        self._say("queue.delete", self.tr("Delete item"), self.tr("Delete {items}"), number)
        number = sum(row.failed or row.ended for row in own if _is_retriable(row))
        self._say("queue.retry", self.tr("Retry"), self.tr("Retry {items}"), number)
        number = sum(row.ended for row in own)
        self._say("queue.run_again", self.tr("Run again"), self.tr("Run {items} again"), number)

    def _say_why(self, refused: bool) -> None:
        """Say why nothing can be done with what others have queued."""
        reason = self.tr("Only whoever queued it, or an administrator, can do that.")
        for name in CHANGING:
            self.actions[name].setToolTip(reason if refused else "")
        self._refused = refused

    def _say(self, name: str, one: str, several: str, number: int) -> None:
        text = several.format(items=items_text(number)) if number > 1 else one
        self.actions[name].setText(text)

    def offer(self, names: Sequence[str], offered: bool) -> None:
        """Offer these actions, or not: a server may lack what they need."""
        for name in names:
            self.actions[name].setVisible(offered)

    def popup(self, at: QPoint) -> None:
        """Show the menu at a point of the screen."""
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(self._refused)
        for name, action in self.actions.items():
            if name in SECTIONS:
                menu.addSeparator()
            menu.addAction(action)
        menu.popup(at)

    def cancel(self) -> None:
        """Cancel what is open of the selected rows."""
        self._cancel()

    def _add(
        self, name: str, text: str, icon: str, act: Callable[[], None], keys: str = ""
    ) -> None:
        action = QAction(icons.icon(icon, "text2"), text, self)
        action.setObjectName(name)
        action.triggered.connect(act)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._owner.addAction(action)
        self.actions[name] = action

    # --- what is done by others ----------------------------------------------------------
    def _ask(self, verb: Verb, states: Sequence[JobState] | None = None) -> None:
        keys: dict[JobKey, None] = {}
        for row in self._own:
            keys.update(dict.fromkeys(self._model.job_keys(row.row_id, states=states)))
        if keys:
            self.asked.emit(verb, tuple(keys))

    def _run_next(self) -> None:
        self._ask(Verb.RUN_NEXT, (JobState.PENDING, JobState.WAITING))

    def _run_last(self) -> None:
        self._ask(Verb.RUN_LAST, (JobState.PENDING, JobState.WAITING))

    def _retry(self) -> None:
        """What has failed; where nothing has, what was canceled."""
        failed = any(row.failed for row in self._rows)
        self._ask(Verb.RETRY, RETRIABLE[:1] if failed else RETRIABLE)

    def _run_again(self) -> None:
        self._ask(Verb.RUN_AGAIN, ENDED)

    def _delete(self) -> None:
        self._ask(Verb.DELETE)

    def _find_again(self) -> None:
        self._ask(Verb.FIND_AGAIN, (JobState.DETACHED,))

    def _skip(self) -> None:
        self._ask(Verb.SKIP, (JobState.RUNNING,))

    def _copy_graph(self) -> None:
        self._ask(Verb.COPY_GRAPH)

    def _open(self) -> None:
        for row in self._rows:
            if row.outputs or row.thumbnail:
                self.open_requested.emit(row)
                return

    def details(self) -> None:
        """Show the details of the selected row."""
        self._details()

    def _details(self) -> None:
        for row in self._rows[:1]:
            self.details_requested.emit(row)

    def _sheet(self) -> None:
        for row in self._rows[:1]:
            self.sheet_requested.emit(row)

    def _compare(self) -> None:
        if len(self._rows) == 2:
            self.compare_requested.emit(self._rows)

    def _show_in_board(self) -> None:
        for row in self._rows:
            if row.outputs:
                self.board_requested.emit(row)
                return

    def _clone(self) -> None:
        """Of a batch the first item: the others differ from it by what it swept."""
        for row in self._rows[:1]:
            keys = self._model.job_keys(row.row_id)
            if keys:
                first = min(keys, key=lambda key: (len(key.job_id), key.job_id))
                self.clone_requested.emit(first, row.title)

    def _cancel(self) -> None:
        """A whole batch by its id, in one call; items by theirs."""
        keys: dict[JobKey, None] = {}
        batches = [row for row in self._own if row.row_id.kind == RowKind.BATCH and row.can_fold]
        for row in self._own:
            if row not in batches:
                keys.update(dict.fromkeys(self._model.job_keys(row.row_id, open_only=True)))
        self._ask_cancel(tuple(keys), batches)

    def _cancel_batch(self) -> None:
        self._ask_cancel((), self._rows)

    def _ask_cancel(self, keys: Sequence[JobKey], rows: Sequence[QueueRow]) -> None:
        batches = tuple(
            dict.fromkeys(
                (row.row_id.server_id, row.batch_id) for row in rows if row.batch_id and row.is_open
            )
        )
        if keys or batches:
            self.cancel_requested.emit(keys, batches)

    # --- what needs no server ------------------------------------------------------------
    def _copy_id(self) -> None:
        keys = [key.job_id for row in self._rows for key in self._model.job_keys(row.row_id)]
        QGuiApplication.clipboard().setText("\n".join(keys))

    def _copy_error(self) -> None:
        errors = [row.error for row in self._rows if row.error]
        QGuiApplication.clipboard().setText("\n\n".join(errors))


def _without_covered(rows: Sequence[QueueRow]) -> tuple[QueueRow, ...]:
    """The rows without items whose batch is among them, too."""
    chosen = {row.row_id for row in rows}
    return tuple(
        row
        for row in rows
        if not row.is_child
        or RowId(row.row_id.server_id, RowKind.BATCH, row.batch_id or "") not in chosen
    )


def _waits(row: QueueRow) -> bool:
    """Whether some of it has not begun."""
    return row.is_open and (row.can_fold or row.state is JobState.PENDING)


def _is_retriable(row: QueueRow) -> bool:
    return row.failed > 0 or row.state in RETRIABLE
