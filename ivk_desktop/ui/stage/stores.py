"""What the stage needs of the servers that it shows."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from ivk_desktop.domain.boards import BoardKey
from ivk_desktop.domain.jobs import BatchId, JobKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.all_pictures import AnyInfos, AnyMarks, AnyMedia, AnyPreviews, AnyResults
from ivk_desktop.stores.boards import BoardPictures
from ivk_desktop.stores.picks import Picks
from ivk_desktop.stores.ratings import Ratings


class PictureStores(Protocol):
    """Previews, results and pictures: of one server, or of several as ``AllPictures`` has them."""

    @property
    def previews(self) -> AnyPreviews:
        """The pictures in the making."""
        ...

    @property
    def media(self) -> AnyMedia:
        """Thumbnails and full pictures."""
        ...

    @property
    def results(self) -> AnyResults:
        """What came of jobs, newest first."""
        ...

    @property
    def infos(self) -> AnyInfos:
        """The gallery's entries of pictures."""
        ...

    @property
    def ratings(self) -> Ratings:
        """The person's own ratings and tags."""
        ...

    @property
    def marks(self) -> AnyMarks:
        """What is marked for deletion."""
        ...

    @property
    def compared(self) -> Picks:
        """What is picked to be compared, at most four."""
        ...

    def batch_of(self, key: JobKey) -> BatchId | None:
        """The batch of a job, if it is known."""
        ...

    @property
    def hidden(self) -> SignalInstance:
        """The refs that went to the trash."""
        ...

    @property
    def board_found(self) -> SignalInstance:
        """A ref that was looked for, and the ``Board`` that it is on."""
        ...

    def open_board(self, key: BoardKey) -> BoardPictures | None:
        """The pictures of a board."""
        ...

    def find_board(self, ref: MediaRef) -> None:
        """Look for the board of a picture; ``board_found`` follows."""
        ...
