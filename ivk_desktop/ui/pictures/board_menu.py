"""The menu of a board."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ivk_desktop.domain.boards import Board, BoardChange, Visibility, day_of
from ivk_desktop.ui import icons


class BoardMenu(QObject):
    """Builds the menu of one board, or of the heading over all; others carry it out."""

    new_requested = Signal()
    opened = Signal(object)
    """A ``Board`` to look at."""
    rename_requested = Signal(object)
    delete_requested = Signal(object)
    upload_requested = Signal(object)
    download_requested = Signal(object)
    auto_chosen = Signal(object)
    """The ``Board`` that automatic results go to."""
    changed = Signal(object, object)
    """A ``BoardKey`` and its ``BoardChange``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent

    def menu(self, board: Board | None, *, writable: bool, shares: bool, packs: bool) -> QMenu:
        """Build the menu; ``None`` is the heading."""
        menu = QMenu(self._widget)
        menu.aboutToHide.connect(menu.deleteLater)
        if board is not None:
            self._add(menu, "images", self.tr("Open"), partial(self.opened.emit, board))
            self._add_uses(menu, board, writable, packs)
        if writable:
            menu.addSeparator()
            self._add(menu, "plus", self.tr("New board…"), self.new_requested.emit)
        if board is not None and board.is_own and writable:
            self._add_changes(menu, board, shares)
        return menu

    def _add_uses(self, menu: QMenu, board: Board, writable: bool, packs: bool) -> None:
        if not day_of(board.key.board_id):
            if writable:
                act = partial(self.upload_requested.emit, board)
                self._add(menu, "upload", self.tr("Upload pictures…"), act)
            act = partial(self.auto_chosen.emit, board)
            self._add(menu, "send", self.tr("Send new results here"), act)
        if packs and board.image_count + board.asset_count:
            act = partial(self.download_requested.emit, board)
            self._add(menu, "archive", self.tr("Download as zip…"), act)

    def _add_changes(self, menu: QMenu, board: Board, shares: bool) -> None:
        add = partial(self._add, menu)
        add("pencil", self.tr("Rename…"), partial(self.rename_requested.emit, board))
        text = self.tr("Take out of the archive") if board.archived else self.tr("Archive")
        change = BoardChange(archived=not board.archived)
        add("archive", text, partial(self.changed.emit, board.key, change))
        if shares:
            self._add_visibility(menu, board)
        menu.addSeparator()
        add("trash-2", self.tr("Delete…"), partial(self.delete_requested.emit, board))

    def _add_visibility(self, menu: QMenu, board: Board) -> None:
        names = {
            Visibility.PRIVATE: self.tr("Private"),
            Visibility.SHARED: self.tr("Shared: others see it"),
            Visibility.PUBLIC: self.tr("Public: others add to it"),
        }
        sub = menu.addMenu(icons.icon("users", "text2"), self.tr("Visible for"))
        group = QActionGroup(sub)
        for value, text in names.items():
            action = QAction(text, group, checkable=True, checked=value is board.visibility)
            change = BoardChange(visibility=value)
            action.triggered.connect(partial(_run, partial(self.changed.emit, board.key, change)))
            sub.addAction(action)

    def _add(self, menu: QMenu, icon: str, text: str, act: Callable[[], Any]) -> None:
        action = QAction(icons.icon(icon, "text2"), text, menu)
        action.triggered.connect(partial(_run, act))
        menu.addAction(action)


def _run(act: Callable[[], Any], *_: object) -> None:
    act()
