"""The question before a link of another program is followed; not following is the default."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ivk_desktop.domain.links import Link, LinkKind


def ask_to_follow(parent: QWidget, link: Link, follow: Callable[[], None]) -> QMessageBox:
    """Say where the link leads; ``follow`` is called only if the person agrees."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, _tr("Open a link"), _words(link), parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(_tr("Another program or a page asks for this."))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    yes = box.addButton(_tr("Open"), QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(_tr("Do not open"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    yes.clicked.connect(follow)
    box.open()
    return box


def _words(link: Link) -> str:
    if link.kind is LinkKind.WORKFLOW:
        text = _tr("Open the workflow {id} of the server {url}?")
    elif link.kind is LinkKind.ITEM:
        text = _tr("Show item {id} in the queue of the server {url}?")
    else:
        text = _tr("Connect to the server {url}?")
    return text.format(id=link.native_id, url=link.url)


def _tr(text: str) -> str:
    return QCoreApplication.translate("links", text)
