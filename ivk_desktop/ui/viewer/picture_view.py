"""One picture at a time, with what is to be said where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ivk_desktop.domain.media import MediaKind, MediaRef
from ivk_desktop.stores.all_pictures import AnyMedia
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.stage.canvas import Canvas
from ivk_desktop.ui.stage.stores import PictureStores
from ivk_desktop.ui.stage.view_box import Place

THUMBNAIL_SCALE = 4
"""How much larger a picture is taken to be than its thumbnail while its size is not known."""


class PictureView(QWidget):
    """Shows a picture as soon as it is there, before that its thumbnail at the full size.

    Of a video the thumbnail is all there is to show. What cannot be got is told in its place,
    with a way to try again.
    """

    shown = Signal()
    """Another picture is on the canvas, or a better one of the same."""

    def __init__(self, view: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = f"{view} {id(self)}"
        self._stores: PictureStores | None = None
        self._ref: MediaRef | None = None
        self._is_whole = False
        self._before: tuple[QSize, Place] | None = None
        """How the picture before was seen: one of the same size is seen so too."""
        self.canvas = Canvas()
        self.canvas.setAccessibleName(self.tr("Picture"))
        self.panel = Panel(self.canvas)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.panel)

    @property
    def ref(self) -> MediaRef | None:
        """The picture that is looked at."""
        return self._ref

    @property
    def is_whole(self) -> bool:
        """Whether the picture itself is shown, not its thumbnail."""
        return self._is_whole

    @property
    def natural(self) -> QSize | None:
        """The full size of what is shown; ``None`` where it is shown at its own."""
        image = self.canvas.image
        if image is None or self._is_whole or self._ref is None:
            return None
        return self._natural(self._ref, image)

    def set_stores(self, stores: PictureStores | None) -> None:
        """Take pictures from here; ``None`` lets them go."""
        if stores is self._stores:
            return
        self.forget()
        if self._stores is not None:
            for signal, slot in self._links(self._stores.media):
                signal.disconnect(slot)
        self._stores = stores
        for signal, slot in self._links(stores.media) if stores is not None else ():
            signal.connect(slot)

    def show_ref(self, ref: MediaRef, near: Sequence[MediaRef] = ()) -> None:
        """Look at a picture; those ``near`` are got after it."""
        if self._stores is None:
            return
        if self.canvas.image is not None:
            self._before = self.canvas.natural, self.canvas.place
        self._ref, self._is_whole = ref, False
        full = [one for one in dict.fromkeys((ref, *near)) if one.kind is MediaKind.IMAGE]
        self._stores.media.show_pictures(self._view, full)
        self._stores.media.show_thumbnails(self._view, [ref])
        self._stores.infos.show(self._view, full)
        self._show()

    def show_image(self, image: QImage, natural: QSize | None = None) -> None:
        """Show what is there already and has no name, for example a preview."""
        self.forget()
        self.canvas.show_picture(image, natural)
        self.panel.show_content()

    def forget(self) -> None:
        """Look at nothing, and wait for nothing."""
        self._ref, self._is_whole, self._before = None, False, None
        if self._stores is not None:
            self._stores.media.show_pictures(self._view, ())
            self._stores.media.show_thumbnails(self._view, ())
            self._stores.infos.show(self._view, ())
        self.canvas.clear()

    def retry(self) -> None:
        """Try again to get the picture."""
        if self._stores is not None and self._ref is not None:
            self._stores.media.retry(self._ref)
            self._show()

    # --- inside --------------------------------------------------------------------------
    def _links(self, media: AnyMedia) -> tuple[tuple[Any, Any], ...]:
        signals = (media.picture_ready, media.picture_failed, media.ready, media.failed)
        return tuple((signal, self._came) for signal in signals)

    def _came(self, ref: MediaRef) -> None:
        if ref == self._ref and not self._is_whole:
            self._show()

    def _show(self) -> None:
        if self._stores is None or self._ref is None:
            return
        ref, media = self._ref, self._stores.media
        video = ref.kind is MediaKind.VIDEO
        image = None if video else media.loaded_picture(ref)
        self._is_whole = image is not None
        if image is not None:
            self._put(image, image.size())
        elif (problem := self._problem(media, ref, video=video)) is not None:
            self.panel.show_error(problem, retry=self.retry)
            self.canvas.clear()
            self.shown.emit()
            return
        elif (thumbnail := media.loaded_thumbnail(ref)) is not None:
            self._put(thumbnail, self._natural(ref, thumbnail))
        else:
            self.canvas.clear(self.tr("Loading"))
        self.panel.show_content()
        self.shown.emit()

    def _put(self, image: QImage, natural: QSize) -> None:
        empty = self.canvas.image is None
        self.canvas.show_picture(image, natural)
        if empty and self._before is not None and self._before[0] == natural:
            self.canvas.follow(self._before[1])

    def _problem(self, media: AnyMedia, ref: MediaRef, *, video: bool) -> Any:
        return media.thumbnail_problem(ref) if video else media.picture_problem(ref)

    def _natural(self, ref: MediaRef, thumbnail: QImage) -> QSize:
        """The size that the picture will have: it does not jump when it comes."""
        info = self._stores.infos.info(ref) if self._stores is not None else None
        if info is not None and info.width > 0 and info.height > 0:
            return QSize(info.width, info.height)
        return thumbnail.size() * THUMBNAIL_SCALE
