"""What is done with boards: by the sidebar, by menus, by dropping pictures and files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from ivk_desktop.domain.boards import UNCATEGORIZED, Board, BoardChange, BoardKey
from ivk_desktop.domain.file_names import safe_name
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.notices import Level, Notice, NoticeAction, Notices
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.stores.transfers import Transfer
from ivk_desktop.stores.uploads import Upload
from ivk_desktop.ui.library.questions import ask_name
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.media_mime import PICTURE_SUFFIXES, Drop
from ivk_desktop.ui.pictures.board_menu import BoardMenu
from ivk_desktop.ui.pictures.questions import ask_board, pictures_text
from ivk_desktop.ui.pictures.transfer_line import TransferLine
from ivk_desktop.ui.pictures.transfer_notices import notice_of
from ivk_desktop.ui.window_targets import WindowTargets


class WindowBoards(QObject):
    """Works on the boards of the current server; transfers of all servers are shown."""

    def __init__(
        self, window: MainWindow, servers: Servers, notices: Notices, targets: WindowTargets
    ) -> None:
        super().__init__(window)
        self._targets = targets
        self._window = window
        self._servers = servers
        self._notices = notices
        self._awaited: Callable[[BoardKey], None] | None = None
        """What a board that is being made is for."""
        self.menus = BoardMenu(window)
        self.line = TransferLine()
        window.statusBar().addPermanentWidget(self.line)
        self._connect()

    def _connect(self) -> None:
        window, menus = self._window, self.menus
        window.actions_.on("file.new_board", self.create)
        window.actions_.on("file.upload", self._upload_here)
        window.sidebar.new_board_requested.connect(self.create)
        window.sidebar.board_menu_requested.connect(self.open_menu)
        window.sidebar.dropped_on_board.connect(self.drop)
        window.stage.wishes.dropped.connect(self.drop)
        window.stage.wishes.upload_requested.connect(self._upload_to)
        menus.new_requested.connect(self.create)
        menus.opened.connect(self._open)
        menus.rename_requested.connect(self._rename)
        menus.delete_requested.connect(self._delete)
        menus.upload_requested.connect(self.ask_for_files)
        menus.download_requested.connect(self._download)
        menus.auto_chosen.connect(self._send_results)
        menus.changed.connect(self._change)
        self.line.cancel_requested.connect(self._cancel)
        self._servers.added.connect(self._added)
        self._servers.removed.connect(self._show_transfers)

    def _added(self, session: ServerSession) -> None:
        gallery = session.gallery
        gallery.keeper.created.connect(self._created)
        gallery.keeper.deleted.connect(self._deleted)
        gallery.transfers.changed.connect(self._show_transfers)
        gallery.transfers.ended.connect(self._transferred)

    # --- making and changing -------------------------------------------------------------
    def create(self, then: Callable[[BoardKey], None] | None = None) -> None:
        """Ask for a name and make a board; ``then`` gets its key."""
        session = self._servers.current
        if session is None or not session.gallery.keeper.offered:
            return
        self._awaited = then if callable(then) else None
        make = session.gallery.keeper.create
        ask_name(self._window, self.tr("New board"), "", make, self.tr("Name of the board"))

    def _created(self, board: Board) -> None:
        then, self._awaited = self._awaited, None
        if then is not None:
            then(board.key)
        text = self.tr("The board {name} is there.").format(name=board.name)
        action = NoticeAction(self.tr("Open"), partial(self._open, board))
        self._notices.info(text, "board", action)

    def _rename(self, board: Board) -> None:
        def rename(name: str) -> None:
            if name != board.name:
                self._change(board.key, BoardChange(name=name))

        ask_name(self._window, self.tr("Rename board"), board.name, rename)

    def _delete(self, board: Board) -> None:
        if (session := self._servers.by_id(board.key.server_id)) is not None:
            keeper = session.gallery.keeper
            ask_board(
                self._window, board, lambda all_: keeper.delete(board.key, with_pictures=all_)
            )

    def _deleted(self, key: BoardKey) -> None:
        """A board that is gone is not looked at any more, and gets no results."""
        if self._window.stage.board_page.board == key:
            self._window.stage.close_board()
        self._targets.forget_board(key)

    def _change(self, key: BoardKey, change: BoardChange) -> None:
        if (session := self._servers.by_id(key.server_id)) is not None:
            session.gallery.keeper.change(key, change)

    def _send_results(self, board: Board) -> None:
        board_id = None if board.key.board_id == UNCATEGORIZED else board.key.board_id
        self._targets.set_board(board.key, board_id)
        text = self.tr("Results whose board is automatic go to {board} now.")
        self._notices.info(text.format(board=board.name), "board")

    def _open(self, board: Board) -> None:
        self._window.stage.show_board(board.key, board.name)

    def open_menu(self, key: BoardKey | None, at: QPoint) -> None:
        """Open the menu of a board, or of the heading over all."""
        session = self._servers.current
        if session is None:
            return
        board = self._board(session, key) if key is not None else None
        if key is not None and board is None:
            return
        keeper, gallery = session.gallery.keeper, session.gallery
        menu = self.menus.menu(
            board, writable=keeper.offered, shares=keeper.shares, packs=gallery.packs
        )
        menu.popup(at)

    @staticmethod
    def _board(session: ServerSession, key: BoardKey) -> Board | None:
        dates = session.gallery.dates.items
        return session.boards.board(key) or next((b for b in dates if b.key == key), None)

    # --- files ---------------------------------------------------------------------------
    def drop(self, key: BoardKey, drop: Drop) -> None:
        """Move pictures to a board, or upload files to it."""
        session = self._servers.by_id(key.server_id)
        board = session.boards.board(key) if session is not None else None
        if session is None or board is None:
            return
        if drop.files:
            self._upload(board, drop.files)
        elif own := [ref for ref in drop.refs if ref.server_id == key.server_id]:
            session.gallery.changes.move(own, key)
        else:
            text = self.tr("These pictures are on another server: drag their files here instead.")
            self._notices.post(Notice(Level.WARNING, text, key="drop"))

    def _upload_here(self) -> None:
        """Upload to the board that is looked at, else to none."""
        session = self._servers.current
        if session is not None:
            key = self._window.stage.board_page.board
            self._upload_to(key or BoardKey(session.server_id, UNCATEGORIZED))

    def _upload_to(self, key: BoardKey) -> None:
        session = self._servers.by_id(key.server_id)
        none = BoardKey(key.server_id, UNCATEGORIZED)
        board = session and (session.boards.board(key) or session.boards.board(none))
        if board:
            self.ask_for_files(board)

    def ask_for_files(self, board: Board) -> None:
        """Let the person choose pictures to upload to a board."""
        title = self.tr("Upload pictures to {board}").format(board=board.name)
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES)
        dialog.setNameFilters([self.tr("Pictures ({endings})").format(endings=endings)])
        dialog.filesSelected.connect(partial(self._chosen, board))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, board: Board, names: Sequence[str]) -> None:
        self._upload(board, [Path(name) for name in names])

    def _upload(self, board: Board, files: Sequence[Path]) -> None:
        if (session := self._servers.by_id(board.key.server_id)) is not None:
            session.gallery.upload(files, board)

    def _download(self, board: Board) -> None:
        """Fetch all pictures and assets of a board as a zip."""
        session = self._servers.by_id(board.key.server_id)
        if session is not None:
            at = partial(self._pack_board, session, board)
            self.ask_for_zip(board.name, at)

    def _pack_board(self, session: ServerSession, board: Board, target: Path) -> None:
        pictures = [
            session.boards.browse(board.key, self, assets=assets) for assets in (False, True)
        ]
        listed = [one for one in pictures if one is not None]

        def go_on() -> None:
            if any(one.state in (ListState.UNREAD, ListState.LOADING) for one in listed):
                return
            refs = [MediaRef.named(session.server_id, n) for one in listed for n in one.items]
            for one in listed:
                one.state_changed.disconnect(go_on)
                one.deleteLater()
            if refs:
                session.gallery.pack(refs, target)

        for one in listed:
            one.state_changed.connect(go_on)

    def ask_for_zip(self, name: str, done: Callable[[Path], object]) -> None:
        """Ask where a zip file is to be written."""
        places = QStandardPaths.StandardLocation.DownloadLocation
        folder = QStandardPaths.writableLocation(places)
        dialog = QFileDialog(self._window, self.tr("Download pictures"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Zip files (*.zip)"))
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(safe_name(name, "pictures") + ".zip")
        dialog.fileSelected.connect(lambda file: done(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- transfers -----------------------------------------------------------------------
    def _show_transfers(self) -> None:
        running = [t for s in self._servers.sessions for t in s.gallery.transfers.running]
        self.line.show_transfers(running)

    def _cancel(self, transfer: Transfer) -> None:
        for session in self._servers.sessions:
            session.gallery.transfers.cancel(transfer)

    def _transferred(self, transfer: Transfer) -> None:
        self._notices.post(notice_of(transfer, self._upload_rest))

    def _upload_rest(self, upload: Upload) -> None:
        self._upload(upload.board, upload.rest)

    def say_moved(self, refs: Sequence[MediaRef], key: BoardKey) -> None:
        """Say where pictures are now."""
        session = self._servers.by_id(key.server_id)
        board = session.boards.board(key) if session is not None else None
        if board is not None:
            words = self.tr("{pictures} moved to {board}.")
            text = words.format(pictures=pictures_text(len(refs)), board=board.name)
            action = NoticeAction(self.tr("Open"), partial(self._open, board))
            self._notices.info(text, "moved", action)
