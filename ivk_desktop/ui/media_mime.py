"""Pictures in drag and drop and on the clipboard: how they are named between panels."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from ivk_desktop.domain.media import VIDEO_ENDINGS, ImageName, MediaKind, MediaRef
from ivk_desktop.domain.servers import ServerId

MEDIA_TYPE: Final = "application/x-ivk-media+json"
"""A JSON list of [server id, name, kind]."""

PICTURE_SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff")


SUFFIXES: Final = {MediaKind.IMAGE: PICTURE_SUFFIXES, MediaKind.VIDEO: VIDEO_ENDINGS}
"""How the files of a kind end."""


@dataclass(frozen=True, slots=True)
class Drop:
    """What is dropped on a board: pictures of a server, or else files."""

    refs: tuple[MediaRef, ...] = ()
    files: tuple[Path, ...] = ()


def read_drop(data: QMimeData) -> Drop | None:
    """The pictures or picture files in what is dropped; our own pictures may come as both."""
    if refs := read_refs(data):
        return Drop(refs=tuple(refs))
    files = read_files(data)
    return Drop(files=tuple(files)) if files else None


def write_refs(data: QMimeData, refs: Sequence[MediaRef]) -> None:
    """Add pictures of a server to what is dragged or copied."""
    rows = [[ref.server_id, ref.name, ref.kind.value] for ref in refs]
    data.setData(MEDIA_TYPE, QByteArray(json.dumps(rows).encode()))


def read_refs(data: QMimeData) -> list[MediaRef]:
    """The pictures of a server in what is dropped or pasted; none if it holds none."""
    try:
        rows = json.loads(bytes(data.data(MEDIA_TYPE).data()) or b"[]")
        return [
            MediaRef(ServerId(str(server)), ImageName(str(name)), MediaKind(kind))
            for server, name, kind in rows
        ]
    except (ValueError, TypeError):
        return []


def read_files(data: QMimeData, kind: MediaKind = MediaKind.IMAGE) -> list[Path]:
    """The picture or video files in what is dropped or pasted."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in files if path.suffix.lower() in SUFFIXES[kind]]


def read_bitmap(data: QMimeData) -> bytes | None:
    """A bare bitmap in what is dropped or pasted, as PNG."""
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub wants bytes, Qt text
    return bytes(buffer.data().data())


def has_picture(data: QMimeData, kind: MediaKind = MediaKind.IMAGE) -> bool:
    """Whether anything above would find a picture, or a video."""
    if kind is MediaKind.IMAGE and data.hasImage():
        return True
    return data.hasFormat(MEDIA_TYPE) or bool(read_files(data, kind))
