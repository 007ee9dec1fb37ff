"""One picture over the whole screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.all_pictures import AnyMedia
from ivk_desktop.ui.stage.canvas import Canvas, Ground


class LargePicture(QWidget):
    """A full-screen window; arrows walk, Space and Escape close it."""

    stepped = Signal(int)
    """The person wants the picture that many places on."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Picture"))
        self.canvas = Canvas()
        self.canvas.setAccessibleName(self.tr("Picture"))
        self._view = f"large {id(self)}"
        self._media: AnyMedia | None = None
        self._ref: MediaRef | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.canvas)

    def show_ref(self, media: AnyMedia, ref: MediaRef, ground: Ground) -> None:
        """Show a picture, its thumbnail while it is being got."""
        self._listen(media)
        self._ref = ref
        media.show_pictures(self._view, [ref])
        image = media.loaded_picture(ref) or media.loaded_thumbnail(ref)
        self.show_image(image, ground)

    @property
    def server_id(self) -> ServerId | None:
        """Whose picture is shown; ``None`` for none."""
        return self._ref.server_id if self._ref is not None else None

    def let_go(self) -> None:
        """The server is gone: nothing of it is listened to, and the window closes."""
        self.close()
        self._listen(None)

    def _listen(self, media: AnyMedia | None) -> None:
        if media is self._media:
            return
        if self._media is not None:
            self._media.picture_ready.disconnect(self._ready)
        self._media = media
        if media is not None:
            media.picture_ready.connect(self._ready)

    def show_image(
        self, image: QImage | None, ground: Ground, natural: QSize | None = None
    ) -> None:
        """Show what is there already, for example a preview."""
        self.canvas.set_ground(ground)
        if image is not None:
            self.canvas.show_picture(image, natural)
        else:
            self.canvas.clear(self.tr("Loading"))
        if not self.isVisible():
            self.showFullScreen()
            self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, zoom or close."""
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
            self.close()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.canvas.toggle_actual_size()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the picture go."""
        if self._media is not None:
            self._media.show_pictures(self._view, ())
        self._ref = None
        super().closeEvent(event)
        self.closed.emit()

    def _ready(self, ref: MediaRef) -> None:
        if ref == self._ref and self._media is not None:
            image = self._media.loaded_picture(ref)
            if image is not None:
                self.canvas.show_picture(image)
