"""What can be done with one picture: the menu that every place of the stage opens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, QStandardPaths, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ivk_desktop.domain.file_names import safe_name
from ivk_desktop.domain.media import MediaKind, MediaRef
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.ui import icons
from ivk_desktop.ui.stage.canvas import Ground

Act = Callable[[MediaRef], object]
"""What an entry does with its picture."""


class PictureActions(QObject):
    """Copies, saves, and passes on what others do with a picture."""

    open_workflow_requested = Signal(object)
    show_in_board_requested = Signal(object)
    large_requested = Signal(object)
    ground_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._media: MediaStore | None = None
        self._copying: MediaRef | None = None

    def set_media(self, media: MediaStore | None) -> None:
        """Work with the pictures of one server; ``None`` for none."""
        if self._media is not None:
            self._media.picture_ready.disconnect(self._copy_ready)
        self._media = media
        if media is not None:
            media.picture_ready.connect(self._copy_ready)

    def open_menu(self, ref: MediaRef | None, at: QPoint, ground: Ground) -> None:
        """Open the menu of a picture, of the ground alone where there is none."""
        menu = self.menu(ref, ground)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def menu(self, ref: MediaRef | None, ground: Ground) -> QMenu:
        """Build the menu of a picture."""
        menu = QMenu(self._widget)
        if ref is not None:
            self._add(menu, "maximize-2", self.tr("Large picture"), self.large_requested.emit, ref)
            self._add(menu, "copy", self.tr("Copy"), self.copy, ref)
            self._add(menu, "download", self.tr("Save as…"), self.save_as, ref)
            menu.addSeparator()
            signal = self.open_workflow_requested.emit
            self._add(menu, "workflow", self.tr("Open its workflow"), signal, ref)
            signal = self.show_in_board_requested.emit
            self._add(menu, "images", self.tr("Show in board"), signal, ref)
            menu.addSeparator()
        self._add_grounds(menu, ground)
        return menu

    def _add(self, menu: QMenu, icon: str, text: str, act: Act, ref: MediaRef) -> None:
        action = QAction(icons.icon(icon, "text2"), text, menu)
        action.triggered.connect(partial(_run, act, ref))
        menu.addAction(action)

    def _add_grounds(self, menu: QMenu, ground: Ground) -> None:
        names = {
            Ground.THEME: self.tr("As the theme"),
            Ground.DARK: self.tr("Dark"),
            Ground.MIDDLE: self.tr("Middle"),
            Ground.LIGHT: self.tr("Light"),
        }
        sub = menu.addMenu(self.tr("Ground"))
        group = QActionGroup(sub)
        for value, text in names.items():
            action = QAction(text, group, checkable=True, checked=value is ground)
            action.triggered.connect(partial(_run, self.ground_chosen.emit, value))
            sub.addAction(action)

    # --- acting --------------------------------------------------------------------------
    def copy(self, ref: MediaRef) -> None:
        """Put the full picture on the clipboard, as soon as it is there."""
        self._copying = ref
        if self._media is not None and self._media.picture(ref) is not None:
            self._copy_ready(ref)

    def _copy_ready(self, ref: MediaRef) -> None:
        if self._media is None or ref != self._copying:
            return
        image = self._media.loaded_picture(ref)
        if image is not None:
            self._copying = None
            QGuiApplication.clipboard().setImage(image)

    def save_as(self, ref: MediaRef) -> None:
        """Ask where to, and save the file as the server has it."""
        places = QStandardPaths.StandardLocation.PicturesLocation
        folder = QStandardPaths.writableLocation(places)
        dialog = QFileDialog(self._widget, self.tr("Save picture"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(safe_file_name(ref))
        dialog.fileSelected.connect(partial(self._save, ref))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, ref: MediaRef, path: str) -> None:
        if self._media is not None:
            self._media.save(ref, Path(path))


def safe_file_name(ref: MediaRef) -> str:
    """A file name for a picture: a server's name never leads out of the folder."""
    name = safe_name(ref.name, "picture")
    ending = ".mp4" if ref.kind is MediaKind.VIDEO else ".png"
    return name if "." in name else name + ending


def _run(act: Callable[[Any], object], value: Any, *_: object) -> None:
    act(value)
