"""Questions before pictures or boards are deleted; keeping is the default of each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QMessageBox, QSpacerItem, QWidget

from ivk_desktop.domain.boards import Board
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.pictures.delays import delay_text
from ivk_desktop.ui.texts import count_text

WIDTH_PX = 420


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
    text = tr("Delete {pictures}?").format(pictures=pictures_text(count))
    box = _box(parent, tr("Delete pictures"), text)
    box.setInformativeText(
        tr(
            "They are hidden here at once, and deleted on the server in {delay}. Until then the"
            " Trash restores them, and other programs still see them."
        ).format(delay=delay_text(delay_s))
    )
    again = QCheckBox(tr("Do not ask again"), box)
    box.setCheckBox(again)
    delete = box.addButton(tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
    delete.clicked.connect(lambda: done(not again.isChecked()))
    return _open(box)


def ask_for_good(parent: QWidget, count: int, done: Callable[[], None]) -> QMessageBox:
    """Ask before pictures are deleted on the server without a way back."""
    text = tr("Delete {pictures} for good?").format(pictures=pictures_text(count))
    box = _box(parent, tr("Delete for good"), text)
    box.setInformativeText(tr("The server deletes them now. This cannot be undone."))
    delete = box.addButton(tr("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
    delete.clicked.connect(done)
    return _open(box)


def ask_again(parent: QWidget, count: int, done: Callable[[], object]) -> QMessageBox:
    """Ask before many pictures are made again."""
    text = tr("Run {pictures} again?").format(pictures=pictures_text(count))
    box = _box(parent, tr("Run again"), text)
    box.setIcon(QMessageBox.Icon.Question)
    box.setInformativeText(tr("Each is one more item at the end of the queue."))
    again = box.addButton(tr("Run again"), QMessageBox.ButtonRole.AcceptRole)
    again.clicked.connect(done)
    return _open(box)


def ask_board(parent: QWidget, board: Board, done: Callable[[bool], None]) -> QMessageBox:
    """Ask what becomes of a board's pictures; ``done`` gets whether they are deleted too."""
    count = board.image_count + board.asset_count + board.video_count
    text = tr("Delete the board “{name}”?").format(name=board.name)
    box = _box(parent, tr("Delete board"), text)
    keep = tr("Delete the board")
    if count:
        words = tr(
            "{pictures} are on it. Kept, they are uncategorized. Deleted, they are gone from the"
            " server at once, and nothing brings them back."
        )
        box.setInformativeText(words.format(pictures=pictures_text(count)))
        keep = tr("Keep the pictures")
        label = tr("Delete {pictures} too").format(pictures=pictures_text(count))
        both = box.addButton(label, QMessageBox.ButtonRole.DestructiveRole)
        both.clicked.connect(lambda: done(True))
    only = box.addButton(keep, QMessageBox.ButtonRole.AcceptRole)
    only.clicked.connect(lambda: done(False))
    return _open(box)


def _box(parent: QWidget, title: str, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    icons.show_warning(box)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box


def _open(box: QMessageBox) -> QMessageBox:
    """Add the safe choice, and begin with it."""
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    layout = box.layout()
    if isinstance(layout, QGridLayout):  # without it the text is a narrow column
        layout.addItem(QSpacerItem(theme.px(WIDTH_PX), 0), layout.rowCount(), 0, 1, -1)
    cancel.setFocus()
    box.open()
    return box
