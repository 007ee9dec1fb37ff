"""The one question before the queue is changed: only where a running item is among them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ivk_desktop.ui import icons
from ivk_desktop.ui.queue.outcomes import items_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("queue", text)


@dataclass(frozen=True, slots=True)
class Reach:
    """How many items of each kind an action reaches."""

    running: int = 0
    pending: int = 0
    ended: int = 0
    undoable: bool = True
    """What waits could be enqueued again."""
    foreign: int = 0
    """Of those that run: handed in by somebody else."""
    let_go: int = 0
    """Of those that run: on servers that cannot cancel; they go on unwatched."""

    @property
    def total(self) -> int:
        """All of them."""
        return self.running + self.pending + self.ended

    @property
    def open(self) -> Reach:
        """Without those that have ended."""
        return replace(self, ended=0)

    @property
    def asks(self) -> bool:
        """Whether a person has to agree: work would be lost."""
        return self.running > 0 or (self.pending > 0 and not self.undoable)

    def __add__(self, other: Reach) -> Reach:
        """Both together."""
        return Reach(
            self.running + other.running,
            self.pending + other.pending,
            self.ended + other.ended,
            self.undoable and other.undoable,
            self.foreign + other.foreign,
            self.let_go + other.let_go,
        )


def ask_cancel(parent: QWidget, reach: Reach, done: Callable[[], None]) -> QMessageBox:
    """Ask whether to cancel; letting them be is the default."""
    question = _tr("Cancel {items}?").format(items=items_text(reach.total))
    label = _tr("Cancel {items}").format(items=items_text(reach.total))
    if reach.let_go == reach.total:
        question, label = _tr("Stop watching this item?"), _tr("Stop watching")
    return _ask(parent, _tr("Cancel items"), question, reach, label, done)


def ask_delete(parent: QWidget, reach: Reach, done: Callable[[], None]) -> QMessageBox:
    """Ask whether to delete; letting them be is the default."""
    question = _tr("Delete {items} from the queue?").format(items=items_text(reach.total))
    label = _tr("Delete {items}").format(items=items_text(reach.total))
    return _ask(parent, _tr("Delete items"), question, reach, label, done)


def ask_clear(parent: QWidget, reach: Reach, done: Callable[[], None]) -> QMessageBox:
    """Ask whether to clear the queue; letting it be is the default."""
    question = _tr("Clear the queue? {items} will be removed.")
    question = question.format(items=items_text(reach.total))
    return _ask(parent, _tr("Clear the queue"), question, reach, _tr("Clear the queue"), done)


def _ask(
    parent: QWidget, title: str, question: str, reach: Reach, label: str, done: Callable[[], None]
) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    icons.show_warning(box)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText("\n".join(_lines(reach)))
    act = box.addButton(label, QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(_tr("Keep"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    act.clicked.connect(done)
    box.open()
    return box


def _lines(reach: Reach) -> list[str]:
    lines = []
    if stopped := reach.running - reach.let_go:
        text = _tr("Running: {items}. Its work so far is lost.")
        lines.append(text.format(items=items_text(stopped)))
    if reach.foreign:
        text = _tr("Not started from here: {items}. Whoever started it loses it.")
        lines.append(text.format(items=items_text(reach.foreign)))
    if reach.let_go:
        text = _tr(
            "Left running: {items}. This server cannot cancel: it is only watched no more,"
            " and its result is looked for."
        )
        lines.append(text.format(items=items_text(reach.let_go)))
    if reach.pending and reach.undoable:
        text = _tr("Pending: {items}. Undo is offered for 10 s.")
        lines.append(text.format(items=items_text(reach.pending)))
    elif reach.pending:
        text = _tr("Pending: {items}. Too many batches to be undone.")
        lines.append(text.format(items=items_text(reach.pending)))
    if reach.ended:
        text = _tr("Ended: {items}. Pictures are kept.")
        lines.append(text.format(items=items_text(reach.ended)))
    return lines
