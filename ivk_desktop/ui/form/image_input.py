"""Getting pictures and videos into a form: from the server, a file, the clipboard, a drop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import isValid

from ivk_desktop.domain.media import MediaKind, MediaRef
from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui import media_mime
from ivk_desktop.ui.form.board_pictures import BoardPicturesDialog
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.placing import bring_up, show_placed


class PictureInput(QObject):
    """Turns what a person gives into pictures of the server, uploading what is not there yet.

    With another ``kind`` into videos.
    """

    arrived = Signal(object)
    """A ``MediaRef`` on the server."""
    failed = Signal(object)
    """A ``Problem``."""
    busy_changed = Signal()

    def __init__(
        self, context: FormContext, parent: QWidget, kind: MediaKind = MediaKind.IMAGE
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = kind
        self._widget = parent
        self._dialog: BoardPicturesDialog | None = None
        self.uploading = 0
        """How many uploads are under way."""

    def take(self, data: QMimeData, most: int = 1) -> bool:
        """Take up to ``most`` pictures of a drop or a paste; returns whether there was any."""
        ours = (self._context.server_id, self._kind)
        refs = [r for r in media_mime.read_refs(data) if (r.server_id, r.kind) == ours]
        if refs:
            for ref in refs[:most]:
                self.arrived.emit(ref)
            return True
        files = media_mime.read_files(data, self._kind)
        if files:
            self.take_files(files[:most])
            return True
        bitmap = media_mime.read_bitmap(data) if self._kind is MediaKind.IMAGE else None
        if bitmap is not None:
            self._upload(bitmap)
        return bitmap is not None

    def take_files(self, files: list[Path]) -> None:
        """Upload picture files."""
        for path in files:
            self._upload(path)

    def paste(self, most: int = 1) -> None:
        """Take what is on the clipboard."""
        if not self.take(QApplication.clipboard().mimeData(), most):
            is_video = self._kind is MediaKind.VIDEO
            self.failed.emit(Problem("not_a_video" if is_video else "not_a_picture"))

    def choose(self, many: bool = False) -> None:
        """Ask for files without blocking."""
        is_video = self._kind is MediaKind.VIDEO
        title = self.tr("Choose a video") if is_video else self.tr("Choose a picture")
        dialog = QFileDialog(self._widget, title)
        mode = QFileDialog.FileMode.ExistingFiles if many else QFileDialog.FileMode.ExistingFile
        dialog.setFileMode(mode)
        patterns = " ".join(f"*{suffix}" for suffix in media_mime.SUFFIXES[self._kind])
        named = self.tr("Videos") if is_video else self.tr("Pictures")
        dialog.setNameFilter(f"{named} ({patterns})")
        dialog.filesSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @property
    def browses(self) -> bool:
        """Whether there are boards to pick from."""
        return self._context.media() is not None

    def browse(self, many: bool = False) -> None:
        """Let the person pick from a board, beside the form."""
        if self._dialog is not None and isValid(self._dialog):
            bring_up(self._dialog)
            return
        self._dialog = BoardPicturesDialog(self._context, self._widget, many=many, kind=self._kind)
        self._dialog.picked.connect(self.arrived)
        show_placed(self._dialog)

    def _chosen(self, files: list[str]) -> None:
        self.take_files([Path(file) for file in files])

    def _upload(self, source: Path | bytes) -> None:
        self.uploading += 1
        self.busy_changed.emit()
        self._context.upload(source, self._done())

    def _done(self) -> Callable[[MediaRef | None, Problem | None], None]:
        def done(ref: MediaRef | None, problem: Problem | None) -> None:
            if not isValid(self):  # the form was closed meanwhile
                return
            self.uploading -= 1
            self.busy_changed.emit()
            if ref is not None:
                self.arrived.emit(ref)
            else:
                self.failed.emit(problem or Problem("upload_failed"))

        return done
