"""What is done with the boards and pictures of one server."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from ivk_desktop.api.backend import Backend, BulkDownloads, PictureKeeper
from ivk_desktop.domain.boards import UNCATEGORIZED, Board, BoardId, BoardKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.updates import Connected, Lost, Update
from ivk_desktop.stores.board_keeper import BoardKeeper
from ivk_desktop.stores.boards import BoardStore, DateBoards
from ivk_desktop.stores.local_gallery import LocalGallery
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.picks import Picks
from ivk_desktop.stores.picture_again import PictureAgain
from ivk_desktop.stores.picture_changes import PictureChanges
from ivk_desktop.stores.picture_infos import PictureInfos
from ivk_desktop.stores.picture_records import PictureRecords
from ivk_desktop.stores.ratings import Ratings
from ivk_desktop.stores.results import ResultStore
from ivk_desktop.stores.saves import Save, SaveOptions, ZipDownload
from ivk_desktop.stores.transfers import Transfer, Transfers
from ivk_desktop.stores.trash import Trash
from ivk_desktop.stores.uploads import Upload
from ivk_desktop.tasks import Tasks


class Gallery(QObject):
    """Owns what changes boards and pictures, and what moves files."""

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        notices: Notices,
        trash: Trash,
        boards: BoardStore,
        results: ResultStore,
        parent: QObject | None = None,
        local: LocalGallery | None = None,
        *,
        marks: Picks | None = None,
    ) -> None:
        super().__init__(parent)
        self._backend = backend
        self.trash = trash
        self.boards = boards
        self.local = local or LocalGallery(backend.server_id, None, Ratings(), tasks, self)
        self.infos = PictureInfos(backend, tasks, self, self.local)
        self.records = PictureRecords(backend, tasks, self.infos, self)
        self.again = PictureAgain(backend, tasks, notices, self)
        self.marks = marks if marks is not None else Picks(self)
        """What is marked for deletion."""
        self.keeper = BoardKeeper(backend, tasks, boards, notices, self)
        known = (self.infos, notices, self.local)
        self.changes = PictureChanges(backend, tasks, boards, *known, self)
        self.dates = DateBoards(backend, tasks, self)
        self.transfers = Transfers(tasks, self)
        self.transfers.ended.connect(self._transferred)
        trash.hidden.connect(results.hide)
        trash.hidden.connect(self.marks.drop)
        trash.restored.connect(results.reveal)
        trash.deleted.connect(self._deleted)

    @property
    def packs(self) -> bool:
        """Whether this kind of server packs pictures into zip files."""
        return isinstance(self._backend, BulkDownloads)

    @property
    def takes_files(self) -> bool:
        """Whether files can be uploaded to a board."""
        return isinstance(self._backend, PictureKeeper)

    def apply(self, update: Update) -> None:
        """Follow the connection."""
        if isinstance(update, Connected | Lost):
            self.trash.set_online(isinstance(update, Connected))
        if isinstance(update, Connected):
            self.infos.renew()

    def delete(self, refs: Sequence[MediaRef], delay_s: float) -> None:
        """Hide pictures, and have the server delete them after a while."""
        self.trash.delete(refs, delay_s, [self.infos.info(ref) for ref in refs])

    def upload(self, files: Sequence[Path], board: Board) -> Upload | None:
        """Upload files to a board."""
        if not isinstance(self._backend, PictureKeeper) or not files:
            return None
        upload = Upload(self._backend, files, board)
        self.transfers.start(upload)
        return upload

    def save(self, refs: Sequence[MediaRef], options: SaveOptions, server: str) -> Save:
        """Save pictures under names made by a template."""
        save = Save(self._backend, refs, options, server, self.board_name)
        self.transfers.start(save)
        return save

    def pack(self, refs: Sequence[MediaRef], target: Path) -> ZipDownload | None:
        """Fetch pictures as a zip file."""
        if not isinstance(self._backend, BulkDownloads):
            return None
        download = ZipDownload(self._backend, refs, target)
        self.transfers.start(download)
        return download

    def board_name(self, board_id: str | None) -> str:
        """The name of a board of this server; its id where it is not known."""
        wanted = BoardId(board_id or UNCATEGORIZED)
        board = self.boards.board(BoardKey(self._backend.server_id, wanted))
        return board.name if board is not None else wanted

    def _transferred(self, transfer: Transfer) -> None:
        if isinstance(transfer, Upload) and transfer.done:
            self.boards.reload()

    def _deleted(self, refs: Iterable[MediaRef]) -> None:
        self.local.forget(refs)
        self.boards.reload()
