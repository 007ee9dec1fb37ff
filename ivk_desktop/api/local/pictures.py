"""Pictures that a server hands over once and does not keep: kept on this computer."""

from __future__ import annotations

import asyncio
import base64
import binascii
import hashlib
import re
from collections import OrderedDict
from pathlib import Path
from typing import Final

from ivk_desktop.api.errors import NotFound, Unusable
from ivk_desktop.domain.limits import MEGABYTE, PICTURE_BYTES
from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import ServerId

MEMORY_BYTES: Final = 256 * MEGABYTE
"""Where there is no folder so many bytes are kept, the newest."""
THREAD_FROM: Final = 64 * 1024
_NAME: Final = re.compile(r"[\w][\w.-]{0,180}")
_DATA_URI: Final = re.compile(r"data:[\w/+.-]{0,60};base64,")


class NoPicture(ValueError):
    """A text that is no picture in base64, or bytes that are none."""


def ending_of(data: bytes) -> str:
    """What a picture's file ends in, told by its first bytes; empty for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png"
    if data.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return ""


async def decoded(text: object, limit: int = PICTURE_BYTES) -> bytes:
    """The picture of a base64 text, bare or as a data URI; long ones are decoded in a thread.

    Raises:
        NoPicture: it is none, or larger than ``limit`` bytes.
    """
    if not isinstance(text, str) or len(text) > limit * 4 // 3 + 100:
        raise NoPicture("no text, or too long")
    if len(text) < THREAD_FROM:
        return _decoded(text)
    return await asyncio.to_thread(_decoded, text)


def _decoded(text: str) -> bytes:
    found = _DATA_URI.match(text)
    try:
        data = base64.b64decode(text[found.end() if found else 0 :], validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoPicture("no base64") from error
    if not ending_of(data):
        raise NoPicture("no PNG, JPEG or WebP")
    return data


class PictureShelf:
    """Keeps pictures by name, in a folder of their server's own, or else in memory."""

    def __init__(self, server_id: ServerId, folder: Path | None = None) -> None:
        self._server_id = server_id
        own = hashlib.sha256(server_id.encode()).hexdigest()[:16]
        self._folder = None if folder is None else folder / own
        self._memory: OrderedDict[str, bytes] = OrderedDict()

    async def put(self, data: bytes, stem: str) -> MediaRef:
        """Keep a picture; its name is ``stem`` with the ending that its bytes tell.

        Raises:
            Unusable: it cannot be written.
            NoPicture: it is none.
        """
        ending = ending_of(data)
        if not ending:
            raise NoPicture("no PNG, JPEG or WebP")
        plain = re.sub(r"[^A-Za-z0-9_-]+", "-", stem)[:120].strip("-")
        name = f"{plain or 'picture'}{ending}"
        if self._folder is None:
            self._remember(name, data)
        else:
            await asyncio.to_thread(self._write, self._folder / name, data)
        return MediaRef(self._server_id, ImageName(name))

    async def get(self, name: str) -> bytes:
        """A picture that was kept.

        Raises:
            NotFound: it was not, or is gone.
        """
        if not _NAME.fullmatch(name):
            raise NotFound("no name of a picture", what="This picture")
        if name in self._memory:
            return self._memory[name]
        if self._folder is None:
            raise NotFound("not kept", what="This picture")
        try:
            return await asyncio.to_thread((self._folder / name).read_bytes)
        except OSError as error:
            raise NotFound(error.strerror or "", what="This picture") from error

    def _remember(self, name: str, data: bytes) -> None:
        self._memory[name] = data
        while sum(map(len, self._memory.values())) > MEMORY_BYTES and len(self._memory) > 1:
            self._memory.popitem(last=False)

    def _write(self, path: Path, data: bytes) -> None:
        part = path.with_name(f".{path.name}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(data)
            part.replace(path)
        except OSError as error:
            part.unlink(missing_ok=True)
            reason = error.strerror or type(error).__name__
            args = {"path": str(path), "reason": reason}
            raise Unusable(Problem("not_saved", args)) from error
