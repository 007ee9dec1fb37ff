"""The ways to submit besides the plain one."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.texts import count_text

KEEP_COUNTS: Final = (1, 2, 3, 5, 10, 20)
CURL: Final = "curl"
PYTHON: Final = "python"
JSON: Final = "json"


class InvokeMenu(QMenu):
    """Front, replace, keep pending, dry run, copy."""

    keep_asked = Signal(int)
    """So many items are to be kept pending."""
    copy_asked = Signal(str)
    """The request is to be copied, as ``CURL``, ``PYTHON`` or ``JSON``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.front = self._action("list-plus", self.tr("Invoke at the front"))
        self.replace = self._action("rotate-cw", self.tr("Replace what runs"))
        self.replace.setToolTip(
            self.tr("Invoke at the front, then cancel the running items that were submitted here")
        )
        self.keep = self.addMenu(icon("infinity"), self.tr("Keep pending"))
        for count in KEEP_COUNTS:
            word = self.tr("1 item") if count == 1 else self.tr("{count} items")
            action = self.keep.addAction(word.format(count=count_text(count)))
            action.triggered.connect(partial(self._keep_chosen, count))
        self.stop = self._action("square", self.tr("Stop keeping items pending"))
        self.addSeparator()
        self.dry_run = self._action("file-json", self.tr("Dry run…"))
        self.copy_as = self.addMenu(icon("copy"), self.tr("Copy request as"))
        for kind, text in ((CURL, "curl"), (PYTHON, "Python (httpx)"), (JSON, "JSON")):
            action = QAction(text, self)
            action.triggered.connect(partial(self._copy_chosen, kind))
            self.copy_as.addAction(action)
        self.setToolTipsVisible(True)
        self.stop.setVisible(False)

    def _action(self, icon_name: str, text: str) -> QAction:
        action = QAction(icon(icon_name), text, self)
        self.addAction(action)
        return action

    def _keep_chosen(self, count: int) -> None:
        self.keep_asked.emit(count)

    def _copy_chosen(self, kind: str) -> None:
        self.copy_asked.emit(kind)

    def set_state(self, *, ready: bool, front: bool, keeping: bool) -> None:
        """Offer what can be done now.

        Args:
            ready: a submission can be made.
            front: the server can put it in front.
            keeping: items of this workflow are kept pending already.
        """
        self.front.setEnabled(ready and front)
        self.replace.setEnabled(ready and front)
        self.keep.setEnabled(ready)
        self.stop.setVisible(keeping)
