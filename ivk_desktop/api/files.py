"""Files on their way: bytes that tell how far they are, and answers that become files."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Final

from ivk_desktop.api.errors import Unusable
from ivk_desktop.domain.limits import MEGABYTE
from ivk_desktop.domain.problems import Problem

PIECE: Final = MEGABYTE
"""So many bytes are written at once: a thread for each packet would cost more than the disk."""


class CountedBytes(io.BytesIO):
    """Bytes that tell how many of them have been read."""

    def __init__(self, data: bytes, report: Callable[[int, int | None], None]) -> None:
        super().__init__(data)
        self._total = len(data)
        self._report = report

    def read(self, size: int | None = -1, /) -> bytes:
        """Read on, and tell."""
        piece = super().read(size)
        self._report(self.tell(), self._total)
        return piece


class FileTaker:
    """Writes an answer's body beside its place, and puts it there when it is whole."""

    def __init__(self, target: Path, report: Callable[[int, int | None], None]) -> None:
        self._target = target
        self._part = target.with_name(f".{target.name}.part")
        self._report = report

    async def take(self, pieces: AsyncIterator[bytes], total: int | None) -> None:
        """Read and write all of it; ``total`` is how many bytes are to come, if that is known.

        Raises:
            Unusable: the file cannot be written.
        """
        try:
            await self._write(pieces, total)
            await asyncio.to_thread(self._part.replace, self._target)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            args = {"path": str(self._target), "reason": reason}
            raise Unusable(Problem("not_saved", args)) from error
        finally:
            self._part.unlink(missing_ok=True)

    async def _write(self, pieces: AsyncIterator[bytes], total: int | None) -> None:
        file = await asyncio.to_thread(self._part.open, "wb")
        with file:
            waiting, done = bytearray(), 0
            async for piece in pieces:
                waiting += piece
                done += len(piece)
                if len(waiting) >= PIECE:
                    await asyncio.to_thread(file.write, bytes(waiting))
                    waiting.clear()
                    self._report(done, total)
            await asyncio.to_thread(file.write, bytes(waiting))
            self._report(done, total)
