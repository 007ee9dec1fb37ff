"""The editor of a picture: thumbnail, drop, file, paste, clear."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.ui import media_mime
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.form.image_input import PictureInput
from ivk_desktop.ui.form.tile import PictureTile
from ivk_desktop.ui.widgets import ElidedLabel, IconButton


class ImageEditor(Editor):
    """One picture of the server."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.setAcceptDrops(True)
        self._name = ""
        self.input = PictureInput(context, self)
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
        name = value.get("image_name") if isinstance(value, Mapping) else None
        self._name = str(name) if name else ""
        ref = MediaRef(self.context.server_id, ImageName(self._name)) if self._name else None
        self.tile.show_picture(ref)
        self._say()

    def set_label(self, label: str) -> None:
        self.tile.setAccessibleName(label)
        for button in (self.browse, self.choose, self.paste, self.clear):
            button.setAccessibleName(f"{label}: {button.toolTip()}")

    def _say(self) -> None:
        if self.input.uploading:
            text = self.tr("Uploading…")
        else:
            text = self._name or self.tr("Drop a picture here")
        self.words.setText(text)
        self.clear.setVisible(bool(self._name))

    def _arrived(self, ref: MediaRef) -> None:
        self._tell({"image_name": str(ref.name)})

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
        if media_mime.has_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.input.take(event.mimeData()):
            event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self.setAcceptDrops(self.isEnabled())
