"""What can be done with rows of the queue: the actions of its menu and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.stores.queue_model import QueueModel
from ivk_desktop.stores.queue_rows import QueueRow, RowKind
from ivk_desktop.ui import icons


class QueueActions(QObject):
    """Makes the actions and carries out those that need no server.

    ``actions`` maps ids (``queue.cancel`` …) to actions, for a registry.
    """

    cancel_requested = Signal(object)
    """A tuple of ``JobKey``."""
    cancel_batch_requested = Signal(object, object)
    """A ``ServerId`` and a ``BatchId``."""
    open_requested = Signal(object)
    """The ``QueueRow`` whose result is wanted."""
    details_requested = Signal(object)
    """The ``QueueRow`` whose details are wanted."""
    compare_requested = Signal(object)
    """Two ``QueueRow`` whose inputs are to be compared."""
    clone_requested = Signal(object, str)
    """The ``JobKey`` whose workflow is to be opened with its values, and its title."""

    def __init__(self, model: QueueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._owner = parent
        self._rows: Sequence[QueueRow] = ()
        self.actions: dict[str, QAction] = {}
        self._add("queue.open_result", self.tr("Open result"), "maximize-2", self._open)
        self._add("queue.details", self.tr("Details"), "info", self._details)
        self._add("queue.compare", self.tr("Compare inputs"), "git-compare", self._compare)
        self._add("queue.clone", self.tr("Clone and edit"), "pencil", self._clone)
        self._add("queue.cancel", self.tr("Cancel"), "x", self._cancel)
        self._add("queue.cancel_batch", self.tr("Cancel batch"), "layers", self._cancel_batch)
        self._add("queue.copy_id", self.tr("Copy id"), "copy", self._copy_id)
        self._add("queue.copy_error", self.tr("Copy error"), "circle-x", self._copy_error)
        self.set_rows(())

    def set_rows(self, rows: Sequence[QueueRow]) -> None:
        """These rows are selected now."""
        self._rows = tuple(rows)
        can = {
            "queue.open_result": any(row.outputs or row.thumbnail for row in rows),
            "queue.details": len(rows) == 1,
            "queue.compare": len(rows) == 2 and not any(row.private for row in rows),
            "queue.clone": len(rows) == 1 and not rows[0].private,
            "queue.cancel": any(row.is_open for row in rows),
            "queue.cancel_batch": any(row.is_open and row.batch_id for row in rows),
            "queue.copy_id": bool(rows),
            "queue.copy_error": any(row.error for row in rows),
        }
        for name, enabled in can.items():
            self.actions[name].setEnabled(enabled)
        number = sum(len(self._open_keys(row)) for row in rows[:200]) if rows else 0
        several = self.tr("Cancel {count} items").format(count=number)
        self.actions["queue.cancel"].setText(several if number > 1 else self.tr("Cancel item"))

    def popup(self, at: QPoint) -> None:
        """Show the menu at a point of the screen."""
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, action in self.actions.items():
            if name == "queue.copy_id":
                menu.addSeparator()
            menu.addAction(action)
        menu.popup(at)

    def cancel(self) -> None:
        """Cancel what is open of the selected rows."""
        self._cancel()

    def _add(self, name: str, text: str, icon: str, act: Callable[[], None]) -> None:
        action = QAction(icons.icon(icon, "text2"), text, self)
        action.setObjectName(name)
        action.triggered.connect(act)
        self.actions[name] = action

    def _open_keys(self, row: QueueRow) -> tuple[JobKey, ...]:
        return self._model.job_keys(row.row_id, open_only=True)

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

    def _compare(self) -> None:
        if len(self._rows) == 2:
            self.compare_requested.emit(self._rows)

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
        for row in self._rows:
            if row.row_id.kind == RowKind.BATCH and row.can_fold:
                if row.is_open:
                    self.cancel_batch_requested.emit(row.row_id.server_id, row.batch_id)
            else:
                keys.update(dict.fromkeys(self._open_keys(row)))
        if keys:
            self.cancel_requested.emit(tuple(keys))

    def _cancel_batch(self) -> None:
        batches = {
            (row.row_id.server_id, row.batch_id): None
            for row in self._rows
            if row.batch_id and row.is_open
        }
        for server_id, batch_id in batches:
            self.cancel_batch_requested.emit(server_id, batch_id)

    def _copy_id(self) -> None:
        keys = [key.job_id for row in self._rows for key in self._model.job_keys(row.row_id)]
        QGuiApplication.clipboard().setText("\n".join(keys))

    def _copy_error(self) -> None:
        errors = [row.error for row in self._rows if row.error]
        QGuiApplication.clipboard().setText("\n\n".join(errors))
