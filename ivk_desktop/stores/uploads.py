"""Files that become pictures of a board."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ivk_desktop.api.backend import PictureKeeper
from ivk_desktop.api.errors import ApiError, Unauthorized, Unreachable
from ivk_desktop.domain.boards import Board
from ivk_desktop.domain.limits import PICTURE_BYTES
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.transfers import Transfer, TransferKind

STOPPING: Final = (Unreachable, Unauthorized)
"""What would be so with every other file as well."""


class Upload(Transfer):
    """Uploads files to a board, one after the other, each sent once."""

    def __init__(self, keeper: PictureKeeper, files: Sequence[Path], board: Board) -> None:
        super().__init__(TransferKind.UPLOAD, board.name, len(files))
        self.board = board
        self.files = tuple(files)
        self.refs: list[MediaRef] = []
        """What the server made of them."""
        self._keeper = keeper

    @property
    def rest(self) -> tuple[Path, ...]:
        """The files that were not tried."""
        return self.files[self.total - self.left :]

    async def run(self) -> None:
        """Upload all.

        Raises:
            ApiError: the server is away: ``rest`` was not tried.
        """
        for file in self.files:
            try:
                data = await asyncio.to_thread(read_picture, file)
                ref = await self._keeper.upload_to_board(
                    data, file.name, self.board.key.board_id, self.report
                )
            except OSError:
                self.fail(file.name, Problem("picture_unreadable", {"name": file.name}))
            except STOPPING:
                raise
            except ApiError as error:
                self.fail(file.name, error.problem)
            else:
                self.refs.append(ref)
                self.succeed()


def read_picture(file: Path) -> bytes:
    """A picture's bytes.

    Raises:
        OSError: it cannot be read, or is larger than any picture.
    """
    if file.stat().st_size > PICTURE_BYTES:
        raise OSError("too large")
    return file.read_bytes()
