"""Making, changing and deleting boards."""

from __future__ import annotations

from collections.abc import Coroutine
from dataclasses import replace
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend
from ivk_desktop.api.backend import BoardKeeper as Keeper
from ivk_desktop.api.errors import ApiError, NotFound
from ivk_desktop.domain.boards import Board, BoardChange, BoardKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.boards import BoardStore
from ivk_desktop.stores.notices import Notices
from ivk_desktop.tasks import Tasks

_numbers = count()


class BoardKeeper(QObject):
    """Changes the boards of one server: shown at once, then read again.

    What goes wrong is told as a notice, and the list is as the server says.
    """

    created = Signal(object)
    """A ``Board`` that this app has made."""
    deleted = Signal(object)
    """The ``BoardKey`` of a board that this app has deleted."""
    shares_changed = Signal()

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        boards: BoardStore,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper = backend if isinstance(backend, Keeper) else None
        self._tasks = tasks
        self._boards = boards
        self._notices = notices
        self.shares = False
        """Whether other users could see a board."""
        if self._keeper is not None:
            boards.state_changed.connect(self._ask)

    @property
    def offered(self) -> bool:
        """Whether boards of this kind of server can be changed."""
        return self._keeper is not None

    def create(self, name: str) -> None:
        """Make a board; ``created`` follows."""
        if self._keeper is not None:
            self._start(self._create(self._keeper, name))

    def change(self, key: BoardKey, change: BoardChange) -> None:
        """Rename, archive, cover or share a board."""
        if (keeper := self._keeper) is None:
            return
        self._boards.amend(lambda board: _changed(board, change) if board.key == key else board)
        self._start(self._change(keeper, key, change))

    def delete(self, key: BoardKey, *, with_pictures: bool) -> None:
        """Delete a board, and what is on it or not; ``deleted`` follows."""
        if self._keeper is not None:
            self._boards.forget(key)
            self._start(self._delete(self._keeper, key, with_pictures))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.start(work, f"change boards {next(_numbers)}")

    async def _create(self, keeper: Keeper, name: str) -> None:
        try:
            board = await keeper.create_board(name)
        except ApiError as error:
            self._tell(error)
        else:
            self._boards.reload()
            self.created.emit(board)

    async def _delete(self, keeper: Keeper, key: BoardKey, with_pictures: bool) -> None:
        try:
            failed = await keeper.delete_board(key.board_id, with_pictures=with_pictures)
        except NotFound:
            failed = 0  # gone is what was wanted
        except ApiError as error:
            self._tell(error)
            self._boards.reload()
            return
        if failed:
            self._notices.problem(Problem("board_not_emptied", {"count": failed}))
        self._boards.reload()
        self.deleted.emit(key)

    async def _change(self, keeper: Keeper, key: BoardKey, change: BoardChange) -> None:
        try:
            await keeper.change_board(key.board_id, change)
        except ApiError as error:
            self._tell(error)
        self._boards.reload()

    def _ask(self) -> None:
        """Learn once whether there are other users."""
        if self._keeper is not None and self._boards.items:
            self._boards.state_changed.disconnect(self._ask)
            self._start(self._learn(self._keeper))

    async def _learn(self, keeper: Keeper) -> None:
        try:
            self.shares = await keeper.shares_boards()
        except ApiError:
            return  # sharing is not offered then
        self.shares_changed.emit()

    def _tell(self, error: ApiError) -> None:
        key = f"boards:{error.problem.code}"
        self._notices.problem(error.problem, detail=error.detail, key=key)


def _changed(board: Board, change: BoardChange) -> Board:
    cover = board.cover
    if change.cover is not None:
        cover = MediaRef(board.key.server_id, change.cover)
    return replace(
        board,
        name=board.name if change.name is None else change.name,
        archived=board.archived if change.archived is None else change.archived,
        visibility=change.visibility or board.visibility,
        cover=cover,
    )
