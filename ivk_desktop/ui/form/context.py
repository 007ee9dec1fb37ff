"""What a form's editors may ask of the server that the form is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ivk_desktop.domain.boards import Board, BoardKey
from ivk_desktop.domain.form import Choice, FieldKind
from ivk_desktop.domain.media import MediaKind, MediaRef
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.boards import BoardPictures
from ivk_desktop.stores.generated import Generated
from ivk_desktop.stores.media import MediaStore

Uploaded = Callable[[MediaRef | None, Problem | None], None]
"""Called when an upload has ended: with the picture, or with what went wrong."""


class FormContext(QObject):
    """The lists and pictures of one server, as editors need them; by itself there are none.

    Whoever owns the stores subclasses it.
    """

    models_changed = Signal()
    boards_changed = Signal()
    choices_changed = Signal(object)
    """A ``FieldKind`` whose ``choices`` are others now."""
    generated_changed = Signal()
    """``generated`` may know more or less now."""
    frames_known = Signal(object)
    """A ``MediaRef`` of which ``video_frames`` knows the number now."""
    thumbnail_ready = Signal(object)
    """A ``MediaRef`` that ``thumbnail`` can give now."""
    leaving = Signal()
    """The server is about to go: what shows its pictures closes."""

    def __init__(self, server_id: ServerId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.server_id = server_id

    def models(self) -> Sequence[ModelInfo] | None:
        """All installed models; ``None`` while that is not known."""
        return None

    def boards(self) -> Sequence[Board] | None:
        """All boards; ``None`` while that is not known."""
        return None

    def thumbnail(self, ref: MediaRef) -> QImage | None:
        """The small picture; ``None`` while it is fetched."""
        return None

    def video_frames(self, ref: MediaRef) -> int | None:
        """How many frames a video has; ``None`` while that is not known, or never will be."""
        return None

    @property
    def lists_choices(self) -> bool:
        """Whether the server has the lists of ``choices``."""
        return False

    def choices(self, kind: FieldKind) -> Sequence[Choice] | None:
        """What a STYLE_PRESET, SYSTEM_PROMPT or SAVED_WORKFLOW field takes; ``None``: not known."""
        return None

    def browse(
        self,
        board: BoardKey,
        parent: QObject,
        *,
        assets: bool,
        kind: MediaKind = MediaKind.IMAGE,
    ) -> BoardPictures | None:
        """The pictures or videos of a board, to be shown with ``media``; owned by ``parent``."""
        return None

    def media(self) -> MediaStore | None:
        """Who gets thumbnails for views of many pictures."""
        return None

    @property
    def generates(self) -> bool:
        """Whether ``generated`` will ever know anything."""
        return False

    def generated(self, value: Mapping[str, Any], owner: object) -> Generated | None:
        """What a generator yields; ``None`` while that is not known, or never will be.

        ``owner`` wants one value at a time.
        """
        return None

    def upload(self, source: Path | bytes, done: Uploaded) -> None:
        """Store a picture or a video's file; ``done`` is called once, later or at once."""
        done(None, Problem("upload_failed"))
