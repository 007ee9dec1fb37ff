"""Small questions about workflows: a name, and whether to delete; none of them blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QWidget

from ivk_desktop.ui import icons

MOST_NAMES: Final = 8


def tr(text: str) -> str:
    """Translate in this module's context."""
    return QCoreApplication.translate("library", text)


def ask_name(
    parent: QWidget, title: str, name: str, done: Callable[[str], None], label: str = ""
) -> QInputDialog:
    """Ask for a name; ``done`` gets it unless the person gives up or leaves it empty."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(label or tr("Name"))
    dialog.setTextValue(name)
    dialog.setMinimumWidth(360)
    dialog.textValueSelected.connect(lambda text: done(text.strip()) if text.strip() else None)
    dialog.open()
    if (line := dialog.findChild(QLineEdit)) is not None:
        line.selectAll()
    return dialog


def ask_deletion(parent: QWidget, names: Sequence[str], done: Callable[[], None]) -> QMessageBox:
    """Ask whether to delete workflows; keeping them is the default."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    icons.show_warning(box)
    box.setWindowTitle(tr("Delete workflows"))
    one = tr("Delete {name} from the library?")
    several = tr("Delete {count} workflows from the library?")
    text = one.format(name=f"“{names[0]}”") if len(names) == 1 else several.format(count=len(names))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    more = [tr("and {count} more").format(count=len(names) - MOST_NAMES)]
    listed = [*names[:MOST_NAMES], *(more if len(names) > MOST_NAMES else [])]
    gone = tr("This cannot be undone. What is open here stays open.")
    box.setInformativeText("\n".join([gone, "", *listed]) if len(names) > 1 else gone)
    label = tr("Delete") if len(names) == 1 else tr("Delete {count}").format(count=len(names))
    delete = box.addButton(label, QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    delete.clicked.connect(done)
    box.open()
    return box
