"""Questions before pictures or boards are deleted; keeping is the default of each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QPushButton, QWidget

from ivk_desktop.domain.boards import Board
from ivk_desktop.ui.pictures.delays import delay_text
from ivk_desktop.ui.texts import count_text


def tr(text: str) -> str:
    """Translate in this module's context."""
    return QCoreApplication.translate("pictures", text)


def pictures_text(count: int) -> str:
    """A number of pictures in words."""
    if count == 1:
        return tr("1 picture")
    return tr("{count} pictures").format(count=count_text(count))


def ask_deletion(
    parent: QWidget, count: int, delay_s: int, done: Callable[[bool], None]
) -> QMessageBox:
    """Ask before pictures go to the trash; ``done`` gets whether to ask again next time."""
    box = _box(parent, tr("Delete pictures"), tr("Delete {pictures}?"), count)
    box.setInformativeText(
        tr(
            "They are hidden here at once, and deleted on the server in {delay}. Until then the"
            " Trash restores them, and other programs still see them."
        ).format(delay=delay_text(delay_s))
    )
    again = QCheckBox(tr("Do not ask again"), box)
    box.setCheckBox(again)
    delete = _buttons(box, tr("Delete"))
    delete.clicked.connect(lambda: done(not again.isChecked()))
    box.open()
    return box


def ask_for_good(parent: QWidget, count: int, done: Callable[[], None]) -> QMessageBox:
    """Ask before pictures are deleted on the server without a way back."""
    box = _box(parent, tr("Delete for good"), tr("Delete {pictures} for good?"), count)
    box.setInformativeText(tr("The server deletes them now. This cannot be undone."))
    _buttons(box, tr("Delete for good")).clicked.connect(done)
    box.open()
    return box


def ask_board(parent: QWidget, board: Board, done: Callable[[bool], None]) -> QMessageBox:
    """Ask what becomes of a board's pictures; ``done`` gets whether they are deleted too."""
    count = board.image_count + board.asset_count + board.video_count
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Delete board"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("Delete the board “{name}”?").format(name=board.name))
    keep = tr("Delete the board")
    if count:
        words = tr("{pictures} are on it. Without it they are uncategorized. Deleted with it they")
        gone = tr("are gone from the server at once: this cannot be undone.")
        box.setInformativeText(f"{words.format(pictures=pictures_text(count))} {gone}")
        keep = tr("Keep the pictures")
        label = tr("Delete {pictures} too").format(pictures=pictures_text(count))
        both = box.addButton(label, QMessageBox.ButtonRole.DestructiveRole)
        both.clicked.connect(lambda: done(True))
    only = box.addButton(keep, QMessageBox.ButtonRole.AcceptRole)
    only.clicked.connect(lambda: done(False))
    _add_cancel(box)
    box.open()
    return box


def _box(parent: QWidget, title: str, text: str, count: int) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setText(text.format(pictures=pictures_text(count)))
    return box


def _buttons(box: QMessageBox, label: str) -> QPushButton:
    button = box.addButton(label, QMessageBox.ButtonRole.DestructiveRole)
    _add_cancel(box)
    return button


def _add_cancel(box: QMessageBox) -> None:
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
