"""The pages of pictures: the results of a workflow, and one board."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QWidget

from ivk_desktop.domain.boards import BoardKey, GalleryView, day_of
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.all_pictures import AnyMedia, AnyResults
from ivk_desktop.stores.boards import BoardPictures
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.workflow_results import WorkflowResults
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.stage.board_bar import BoardBar
from ivk_desktop.ui.stage.board_note import BoardNote, progress_text
from ivk_desktop.ui.stage.grid import PictureGrid


class ResultsPage(Panel):
    """All results of the open workflow, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.grid = PictureGrid("results")
        super().__init__(self.grid, parent)
        self.grid.setAccessibleName(self.tr("Results"))
        self._model = WorkflowResults(self)
        self._model.rowsInserted.connect(self._refresh)
        self._model.rowsRemoved.connect(self._refresh)
        self._model.modelReset.connect(self._refresh)
        self._refresh()

    def set_stores(self, results: AnyResults | None, media: AnyMedia | None) -> None:
        """Show these results; ``None`` for none."""
        self._model.set_source(results)
        self.grid.set_model(self._model, media)
        self._refresh()

    @property
    def workflow(self) -> str:
        """The workflow whose results are shown; empty for all."""
        return self._model.title

    def set_workflow(self, title: str) -> None:
        """Show the results of the workflow of this title; of all for an empty one."""
        self._model.set_title(title)
        self._refresh()

    def _refresh(self) -> None:
        if self._model.rowCount():
            self.show_content()
            return
        name = self._model.title
        text = self.tr("No results yet. What you invoke appears here, newest first.")
        if name:
            text = self.tr("No results of {workflow} yet. Press Invoke to make one.").format(
                workflow=name
            )
        self.show_empty(text, icon="image")


class BoardPage(Panel):
    """The pictures of one board, in the order that its bar says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.grid = PictureGrid("board")
        super().__init__(self.grid, parent)
        self.bar = BoardBar(self)
        self.note = BoardNote(self)
        self.bar.hide()
        self.bar.view_changed.connect(self._view_changed)
        self.bar.known_wanted.connect(self._read_known)
        self.set_head(self.note)
        self.set_head(self.bar)
        self.grid.selection_changed.connect(self._count)
        self._pictures: BoardPictures | None = None
        self._wanted: MediaRef | None = None

    def show_board(self, pictures: BoardPictures | None, media: AnyMedia) -> None:
        """Show another board; ``None`` for none."""
        if pictures is self._pictures:
            return
        if self._pictures is not None:
            self._pictures.state_changed.disconnect(self._refresh)
            self._pictures.changed.disconnect(self._refresh)
            self._pictures.local.changed.disconnect(self._tell)
            self._pictures.local.known.disconnect(self.bar.show_known)
        self._pictures = pictures
        self.grid.set_model(pictures.model if pictures else None, media)
        self.bar.setVisible(pictures is not None and pictures.sorts)
        own = pictures is not None and not day_of(pictures.board.board_id)
        self.grid.takes_drops = own
        self.grid.setAcceptDrops(own)
        if pictures is not None:
            self.bar.show_view(pictures.view, uploads=own)
            pictures.state_changed.connect(self._refresh)
            pictures.changed.connect(self._refresh)
            pictures.local.changed.connect(self._tell)
            pictures.local.known.connect(self.bar.show_known)
            self._refresh()

    @property
    def board(self) -> BoardKey | None:
        """The board that is shown."""
        return self._pictures.board if self._pictures is not None else None

    def _view_changed(self, view: GalleryView) -> None:
        if self._pictures is not None:
            self._pictures.set_view(view)
            self._tell()

    def _read_known(self) -> None:
        if self._pictures is not None:
            self._pictures.local.read_known()

    def _tell(self) -> None:
        """Say how far the index is, and what of a search was not understood."""
        if self._pictures is not None:
            self.bar.show_progress(progress_text(self._pictures.local.count))
            self.note.show_note(self._pictures)

    def _count(self) -> None:
        self.bar.show_count(self.grid.count, len(self.grid.selection.rows))

    def choose(self, ref: MediaRef) -> None:
        """Scroll to one picture, as soon as its name has been read."""
        self._wanted = ref
        self._refresh()

    def _refresh(self) -> None:
        pictures = self._pictures
        if pictures is None:
            return
        state = pictures.state
        if state in (ListState.LOADING, ListState.UNREAD):
            self.show_loading()
        elif state is ListState.EMPTY or (_is_whole(pictures) and not pictures.items):
            self.show_empty(self._nothing(pictures), icon="images")
        elif state is ListState.ERROR and not pictures.items and pictures.problem:
            self.show_error(pictures.problem, retry=pictures.reload)
        elif state in (ListState.STALE, ListState.ERROR):
            source = self.tr("from the local index") if pictures.is_recalled else ""
            self.show_stale(pictures.as_of or time.time(), source)
        else:
            self.show_content()
        self._count()
        self._tell()
        self._find_wanted(pictures)

    def _nothing(self, pictures: BoardPictures) -> str:
        if pictures.view.search and pictures.view.everywhere:
            return self.tr("No picture matches the search.")
        if pictures.view.search:
            return self.tr("No picture of this board matches the search.")
        if pictures.view.assets:
            return self.tr("No assets on this board yet. Drop picture files on it to upload them.")
        return self.tr("No pictures on this board yet.")

    def _find_wanted(self, pictures: BoardPictures) -> None:
        if self._wanted is not None and self._wanted.name in pictures.items:
            self.grid.set_current(pictures.items.index(self._wanted.name))
            self._wanted = None


def _is_whole(pictures: BoardPictures) -> bool:
    """Whether what is shown is all that there is, as far as is known."""
    return pictures.state is ListState.READY or pictures.is_recalled
