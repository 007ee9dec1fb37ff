"""Workflows in drag and drop and on the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData

from ivk_desktop.domain.limits import DOCUMENT_BYTES
from ivk_desktop.ui import media_mime

PNG: Final = "image/png"
JSON: Final = "application/json"


def read_files(data: QMimeData) -> list[Path]:
    """All local files: which of them are workflows is found out by opening them."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def read_document(data: QMimeData) -> tuple[bytes, str] | None:
    """A document's bytes and the ending of its kind: text that is JSON, or a PNG as it is.

    A bare bitmap is none: whoever put it there has dropped what was embedded in the picture.
    """
    text = bytes(data.data(JSON).data()).decode("utf-8", "replace") or data.text()
    text = text.strip()
    if text.startswith("{") and len(text) <= DOCUMENT_BYTES:
        return text.encode("utf-8", "replace"), ".json"
    if data.hasFormat(PNG):
        return bytes(data.data(PNG).data()), ".png"
    return None


def may_hold(data: QMimeData) -> bool:
    """Whether it is worth trying; looks at no contents but the beginning of text."""
    return (
        any(url.isLocalFile() for url in data.urls())
        or data.hasFormat(media_mime.MEDIA_TYPE)
        or data.hasFormat(PNG)
        or data.hasFormat(JSON)
        or data.text().lstrip()[:1] == "{"
    )
