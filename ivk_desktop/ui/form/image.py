"""The editors of a picture and of a video: thumbnail, drop, file, paste, clear."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.media import ImageName, MediaKind, MediaRef
from ivk_desktop.ui import media_mime
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.form.image_input import PictureInput
from ivk_desktop.ui.form.tile import PictureTile
from ivk_desktop.ui.widgets import ElidedLabel, IconButton


class ImageEditor(Editor):
    """One picture of the server."""

    KIND: ClassVar[MediaKind] = MediaKind.IMAGE
    KEY: ClassVar[str] = "image_name"

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.setAcceptDrops(True)
        self._name = ""
        self.input = PictureInput(context, self, self.KIND)
        self.input.arrived.connect(self._arrived)
        self.input.failed.connect(self.rejected)
        self.input.busy_changed.connect(self._say)
        self.tile = PictureTile(context, self)
        self.tile.clicked.connect(self._choose)
        self.add(self.tile, focus=True)
        self.row.addLayout(self._build_side(), 1)
        self.set_value(UNSET)

    def _build_side(self) -> QVBoxLayout:
        self.words = ElidedLabel(parent=self)
        self.words.setProperty("tone", "text2")
        self.choose = IconButton("folder-open", self.tr("Choose a file"), self)
        self.choose.clicked.connect(self._choose)
        self.browse = IconButton("images", self.tr("Pick from a board"), self)
        self.browse.clicked.connect(self._browse)
        self.browse.setVisible(self.input.browses)
        self.paste = IconButton("paperclip", self.tr("Paste"), self)
        self.paste.clicked.connect(self._paste)
        self.clear = IconButton("x", self.tr("Clear"), self)
        self.clear.clicked.connect(self._clear)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        for button in (self.browse, self.choose, self.paste, self.clear):
            buttons.addWidget(button)
        buttons.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addWidget(self.words)
        side.addLayout(buttons)
        side.addStretch(1)
        return side

    def set_value(self, value: Value | Unset) -> None:
        name = value.get(self.KEY) if isinstance(value, Mapping) else None
        self._name = str(name) if name else ""
        ref = MediaRef(self.context.server_id, ImageName(self._name), self.KIND)
        self.tile.show_picture(ref if self._name else None)
        self._say()

    def set_label(self, label: str) -> None:
        self.tile.setAccessibleName(label)
        for button in (self.browse, self.choose, self.paste, self.clear):
            button.setAccessibleName(f"{label}: {button.toolTip()}")

    def _say(self) -> None:
        shown = self._name or self._invitation()
        self.words.setText(self.tr("Uploading…") if self.input.uploading else shown)
        self.clear.setVisible(bool(self._name))

    def _invitation(self) -> str:
        return self.tr("Drop a picture here")

    def _arrived(self, ref: MediaRef) -> None:
        self._tell({self.KEY: str(ref.name)})

    def _tell(self, value: Value | Unset) -> None:
        self.set_value(value)
        self.value_edited.emit(value)

    def _choose(self) -> None:
        self.input.choose()

    def _browse(self) -> None:
        self.input.browse()

    def _paste(self) -> None:
        self.input.paste()

    def _clear(self) -> None:
        self._tell(UNSET)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if media_mime.has_picture(event.mimeData(), self.KIND):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.input.take(event.mimeData()):
            event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self.setAcceptDrops(self.isEnabled())


class VideoEditor(ImageEditor):
    """One video of the server."""

    KIND: ClassVar[MediaKind] = MediaKind.VIDEO
    KEY: ClassVar[str] = "video_name"

    def _invitation(self) -> str:
        return self.tr("Drop a video here")
