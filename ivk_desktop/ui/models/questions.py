"""Questions before models are deleted, and for an access token; none of them blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QWidget

from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.ui.models.texts import models_text, size_text, tr

MOST_NAMES: Final = 8


def ask_deletion(
    parent: QWidget, models: Sequence[ModelInfo], done: Callable[[], None]
) -> QMessageBox:
    """Ask whether to delete models, with their number and size; keeping them is the default."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Delete models"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    size = size_text(sum(model.file_size for model in models))
    what = f"“{models[0].name}”" if len(models) == 1 else models_text(len(models))
    words = tr("Delete {what} ({size}) from the server?") if size else tr("Delete {what}?")
    box.setText(words.format(what=what, size=size))
    told = [
        tr(
            "Files in the server's own models folder are deleted with them. Files elsewhere stay."
            " This cannot be undone."
        )
    ]
    if len(models) > 1:
        told += ["", *(model.name for model in models[:MOST_NAMES])]
    if len(models) > MOST_NAMES:
        told.append(tr("and {count} more").format(count=len(models) - MOST_NAMES))
    box.setInformativeText("\n".join(told))
    label = tr("Delete") if len(models) == 1 else tr("Delete {count}").format(count=len(models))
    delete = box.addButton(label, QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    delete.clicked.connect(done)
    box.open()
    return box


def ask_token(parent: QWidget, source: str, done: Callable[[str], None]) -> QInputDialog:
    """Ask for an access token; it is sent to the server and kept nowhere here."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Access token"))
    words = tr("Token for {source}. It is sent to the server, and not kept here.")
    dialog.setLabelText(words.format(source=source[:80]))
    dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
    dialog.setOkButtonText(tr("Try again"))
    dialog.setMinimumWidth(420)
    dialog.textValueSelected.connect(lambda text: done(text.strip()) if text.strip() else None)
    dialog.open()
    return dialog
