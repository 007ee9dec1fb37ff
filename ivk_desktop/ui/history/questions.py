"""Questions of the history; the safe answer is the default, and none of them blocks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ivk_desktop.ui import icons
from ivk_desktop.ui.texts import count_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("history", text)


def ask_deletion(parent: QWidget, number: int, done: Callable[[], None]) -> QMessageBox:
    """Ask whether to forget items."""
    one = _tr("Delete this item from the history?")
    many = _tr("Delete {count} items from the history?").format(count=count_text(number))
    gone = _tr("Its results stay on the server. This cannot be undone.")
    label = _tr("Delete") if number == 1 else _tr("Delete {count}").format(count=count_text(number))
    title, keep = _tr("Delete from history"), _tr("Keep")
    return _ask(parent, title, one if number == 1 else many, gone, label, keep, done)


def ask_again(parent: QWidget, number: int, done: Callable[[], None]) -> QMessageBox:
    """Ask whether to submit many items again."""
    text = _tr("Run {count} items again?").format(count=count_text(number))
    more = _tr("Each is submitted as a batch of its own.")
    label = _tr("Run {count}").format(count=count_text(number))
    return _ask(parent, _tr("Run again"), text, more, label, _tr("Do nothing"), done)


def ask_limit(parent: QWidget, limit: int, number: int, done: Callable[[], None]) -> QMessageBox:
    """Ask whether to forget the oldest of ``number`` items."""
    text = _tr("Keep only the newest {count} items?").format(count=count_text(limit))
    more = _tr("{count} older ones are deleted from the history. This cannot be undone.").format(
        count=count_text(number - limit)
    )
    label = _tr("Delete {count}").format(count=count_text(number - limit))
    return _ask(parent, _tr("Size of the history"), text, more, label, _tr("Keep all"), done)


def _ask(
    parent: QWidget,
    title: str,
    text: str,
    more: str,
    label: str,
    keep: str,
    done: Callable[[], None],
) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    icons.show_warning(box)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(more)
    act = box.addButton(label, QMessageBox.ButtonRole.DestructiveRole)
    safe = box.addButton(keep, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(safe)
    box.setEscapeButton(safe)
    act.clicked.connect(done)
    box.open()
    return box
