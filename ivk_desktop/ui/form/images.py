"""The editor of several pictures: a grid of thumbnails."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.ui import media_mime
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.form.image_input import PictureInput
from ivk_desktop.ui.form.tile import PictureTile
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.widgets import IconButton

COLUMNS: Final = 4
MOST_SHOWN: Final = 48
"""Further pictures are counted, not shown."""


class ImagesEditor(Editor):
    """A list of pictures of the server; a click on one takes it out."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.setAcceptDrops(True)
        self._value: Value | Unset = UNSET
        self._tiles: list[PictureTile] = []
        self.input = PictureInput(context, self)
        self.input.arrived.connect(self._arrived)
        self.input.failed.connect(self.rejected)
        self.button = QPushButton(self.tr("Add pictures…"), self)
        self.button.setIcon(icon("image-plus", "text2"))
        self.button.clicked.connect(self._choose)
        self.browse = IconButton("images", self.tr("Pick from a board"), self)
        self.browse.clicked.connect(self._browse)
        self.browse.setVisible(self.input.browses)
        self.clear = IconButton("x", self.tr("Take all out"), self)
        self.clear.clicked.connect(self._clear)
        self._build()

    def _build(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(COLUMNS, 1)
        column = QVBoxLayout()
        column.addLayout(self._grid)
        self.row.addLayout(column, 1)
        buttons = QWidget(self)
        line = QGridLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button, 0, 0)
        line.addWidget(self.browse, 0, 1)
        line.addWidget(self.clear, 0, 2)
        line.setColumnStretch(0, 1)
        column.addWidget(buttons)
        self.setFocusProxy(self.button)

    def items(self) -> list[Any]:
        """The pictures as they are in the value."""
        return list(self._value) if isinstance(self._value, list) else []

    def set_value(self, value: Value | Unset) -> None:
        if value == self._value and self._value is not UNSET:
            return
        self._value = value
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.deleteLater()
        self._tiles.clear()
        items = self.items()
        for place, item in enumerate(items[:MOST_SHOWN]):
            self._add_tile(place, item)
        self.clear.setVisible(bool(items))
        more = self.tr("Add pictures… ({count} now)").format(count=len(items))
        self.button.setText(more if items else self.tr("Add pictures…"))

    def _add_tile(self, place: int, item: object) -> None:
        name = str(item.get("image_name", "")) if isinstance(item, Mapping) else ""
        tile = PictureTile(self.context, self)
        tile.show_picture(MediaRef(self.context.server_id, ImageName(name)))
        tile.setToolTip(self.tr("{name}: click to take it out").format(name=name))
        tile.setAccessibleName(tile.toolTip())
        tile.clicked.connect(self._take_out)
        self._tiles.append(tile)
        self._grid.addWidget(tile, place // COLUMNS, place % COLUMNS)

    def _take_out(self) -> None:
        tile = self.sender()
        if isinstance(tile, PictureTile) and tile in self._tiles:
            items = self.items()
            del items[self._tiles.index(tile)]
            self._tell(items)

    def _arrived(self, ref: MediaRef) -> None:
        self._tell([*self.items(), {"image_name": str(ref.name)}])

    def _tell(self, items: list[Any]) -> None:
        self.set_value(items)
        self.value_edited.emit(items)

    def _choose(self) -> None:
        self.input.choose(many=True)

    def _browse(self) -> None:
        self.input.browse(many=True)

    def _clear(self) -> None:
        self._tell([])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if media_mime.has_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.input.take(event.mimeData(), most=1000):
            event.acceptProposedAction()
