"""Dragging pictures out of a grid: to boards and fields at once, to other programs as files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QPixmap
from PySide6.QtWidgets import QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.drag_files import DragFiles
from ivk_desktop.stores.media import MediaStore
from ivk_desktop.ui import media_mime

PATIENCE_MS = 400
"""So long a drag waits for its files; later it begins without them."""
THUMB_PX = 72


class DragOut(QObject):
    """Begins a drag once the files are there, or after a moment without them.

    A drag without files still reaches boards and fields; a second try has the files.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._refs: tuple[MediaRef, ...] = ()
        self._source: QWidget | None = None
        self._files: DragFiles | None = None
        self._media: MediaStore | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._begin)

    def start(
        self, refs: Sequence[MediaRef], source: QWidget, files: DragFiles, media: MediaStore
    ) -> None:
        """Drag pictures out of a widget; the mouse button is down."""
        self.let_go()
        self._refs, self._source, self._files, self._media = tuple(refs), source, files, media
        files.ready.connect(self._ready)
        if files.files(refs):
            self._begin()
        else:
            files.prepare(refs)
            self._timer.start(PATIENCE_MS)

    def let_go(self) -> None:
        """Wait for no files any more; to be called before their server goes."""
        self._timer.stop()
        if self._files is not None:
            self._files.ready.disconnect(self._ready)
        self._files = self._media = None

    def _ready(self, refs: tuple[MediaRef, ...]) -> None:
        if refs == self._refs and self._timer.isActive():
            # Not from here: this runs within a task, and a drag runs a loop of its own.
            self._timer.start(0)

    def _begin(self) -> None:
        self._timer.stop()
        source, files = self._source, self._files
        if source is None or files is None or not self.is_held():
            return
        drag = QDrag(source)
        drag.setMimeData(mime_of(self._refs, files.files(self._refs)))
        image = self._media.loaded_thumbnail(self._refs[0]) if self._media is not None else None
        if image is not None:
            size = QSize(THUMB_PX, THUMB_PX)
            scaled = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
            drag.setPixmap(QPixmap.fromImage(scaled))
        self.carry(drag)

    def is_held(self) -> bool:
        """Whether the mouse button is still down."""
        return bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)

    def carry(self, drag: QDrag) -> None:
        """Run the drag until it is let go."""
        drag.exec(Qt.DropAction.CopyAction)


def mime_of(refs: Sequence[MediaRef], files: Sequence[Path]) -> QMimeData:
    """What is dragged: pictures by name for this app, files for others."""
    data = QMimeData()
    media_mime.write_refs(data, refs)
    if files:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    return data
