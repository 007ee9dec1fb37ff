"""The stage: what runs, what came of it, and the board that is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ivk_desktop.domain.boards import Board, BoardKey
from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.media import MediaKind, MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.results import Result
from ivk_desktop.ui.stage.header import Page, StageHeader
from ivk_desktop.ui.stage.live import LivePage
from ivk_desktop.ui.stage.looking import Looking
from ivk_desktop.ui.stage.pages import BoardPage, ResultsPage
from ivk_desktop.ui.stage.picture_menu import PictureActions
from ivk_desktop.ui.stage.scrubber import Scrubbing
from ivk_desktop.ui.stage.second import SecondStage
from ivk_desktop.ui.stage.showing import Showing
from ivk_desktop.ui.stage.stores import PictureStores
from ivk_desktop.ui.stage.viewing import Viewing
from ivk_desktop.ui.stage.wishes import Wishes
from ivk_desktop.ui.texts import board_name


class Stage(QWidget):
    """Live, Results and one board; following by the rules of ``Showing``."""

    open_workflow_requested = Signal(object)
    """The ``MediaRef`` whose workflow is to be opened."""
    follow_changed = Signal(bool)
    wall_requested = Signal(object)
    """All running previews are wanted over a whole screen, on this ``Ground``."""
    ref_shown = Signal(object)
    """The ``MediaRef`` that is looked at now, or ``None``."""
    refs_compared = Signal(object)
    """A tuple of ``MediaRef`` that are compared now, empty when none are any more."""
    server_left = Signal(object)
    """The ``ServerId`` whose pictures are not to be told of any more."""
    facts_requested = Signal()
    """What the picture was made of is wanted beside it, or not any more."""
    frame_painted = Signal(object, float, float)
    """As ``Canvas.frame_painted``: of this stage, its wall, or its second window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.showing = Showing()
        self._stores: PictureStores | None = None
        self._running = 0
        self._view = f"stage {id(self)}"
        self.header = StageHeader()
        self.live = LivePage()
        self.results_page = ResultsPage()
        self.board_page = BoardPage()
        actions = self.actions_of_picture = PictureActions(self)
        self.wishes = Wishes(actions, self.results_page.grid, self.board_page, self)
        self._levels = QStackedWidget()
        self.looking = Looking(self, self._levels)
        self._as_of: dict[ServerId, float] = {}
        self.second = SecondStage(self)
        self._scrubbing = Scrubbing(self.live.scrub, self.live.canvas, self.showing, self)
        self._pages = QStackedWidget()
        self._build()
        self._connect()
        self._show_nothing()

    @property
    def canvas(self) -> Any:
        """The canvas of the live page."""
        return self.live.canvas

    @property
    def viewing(self) -> Viewing:
        """The viewers of this stage."""
        return self.looking.viewing

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return Page(self._pages.currentIndex())

    # --- what others ask for -------------------------------------------------------------
    def set_session(self, stores: PictureStores | None) -> None:
        """Show previews, results and boards of these servers; nothing for ``None``."""
        if self._stores is not None:
            for signal, slot in self._links(self._stores):
                signal.disconnect(slot)
        self.close_board()
        self.looking.set_stores(stores)
        self._stores = stores
        for signal, slot in self._links(stores) if stores is not None else ():
            signal.connect(slot)
        results, media = (stores.results, stores.media) if stores is not None else (None, None)
        self.live.strip.set_stores(results, media)
        self.results_page.set_stores(results, media)
        self.wishes.set_stores(stores)
        self.actions_of_picture.set_media(media)
        before, self.showing = self.showing, Showing()
        self.showing.follow, self.showing.wanted = before.follow, before.wanted
        self._scrubbing.set_previews(stores.previews if stores else None, self.showing)
        self._counts_changed()
        self._show()
        if self.second.stage is not None:
            self.second.stage.set_session(stores)

    def set_running(self, count: int) -> None:
        """Say how many jobs run."""
        was, self._running = self._running, count
        self.header.set_running(count)
        if bool(was) != bool(count) and self.canvas.image is None:
            self._show_nothing()
        if self.second.stage is not None:
            self.second.stage.set_running(count)

    def set_stale(self, server_id: ServerId, as_of: float | None) -> None:
        """Say of when a server's previews are while it is lost; ``None`` when it is not."""
        self._as_of.pop(server_id, None)
        if as_of is not None:
            self._as_of[server_id] = as_of
            self.showing.lose(server_id)
        self._show_age()
        if self.second.stage is not None:
            self.second.stage.set_stale(server_id, as_of)

    def leave_server(self, server_id: ServerId) -> None:
        """A server goes, or is hidden: nothing of it stays on the stage."""
        if (board := self.board_page.board) is not None and board.server_id == server_id:
            self.close_board()
        self.viewing.leave_server(server_id)
        self.server_left.emit(server_id)
        if self.showing.leave(server_id):
            self.canvas.clear("")
            self._show()
        if self.second.stage is not None:
            self.second.stage.leave_server(server_id)

    def set_workflow(self, title: str) -> None:
        """Show the results of this workflow in Results; of all for an empty title."""
        self.results_page.set_workflow(title)
        if self.second.stage is not None:
            self.second.stage.set_workflow(title)

    def show_job(self, key: JobKey) -> None:
        """Show the job whose lane was chosen."""
        self.showing.look_at_job(key)
        self.open_page(Page.LIVE)
        self._show()

    def look_at(self, ref: MediaRef) -> None:
        """Show one picture on the live page, and stop following."""
        self.viewing.uncover()
        result = self._stores.results.result(ref) if self._stores else None
        self.showing.look_at(ref, result.job if result else None)
        self._follow_shown()
        self.open_page(Page.LIVE)
        self._show()
        self._mark_seen(ref)

    def look_at_new(self) -> None:
        """Show the oldest result that was not looked at."""
        results = self._stores.results.results if self._stores else []
        unseen = [r.ref for r in results if not r.seen and not r.partial]
        if unseen:
            self.look_at(unseen[-1])

    def show_board(self, key: BoardKey, name: str, ref: MediaRef | None = None) -> None:
        """Open a board in its tab; ``ref`` is a picture of it to scroll to."""
        if self._stores is None:
            return
        self.viewing.close()
        name = board_name(key.board_id, name)
        self.header.set_board(name)
        self.board_page.grid.setAccessibleName(name)
        self.board_page.show_board(self._stores.open_board(key), self._stores.media)
        if ref is not None:
            self.board_page.choose(ref)
        self.open_page(Page.BOARD)

    def close_board(self) -> None:
        """Close the board's tab."""
        self.header.set_board("")
        if self.page is Page.BOARD:
            self.open_page(Page.LIVE)
        if self._stores is not None:
            self.board_page.show_board(None, self._stores.media)

    def open_page(self, page: int) -> None:
        """Show one of the tabs."""
        self.viewing.leave()
        self._pages.setCurrentIndex(page)
        self.header.tabs.setCurrentIndex(page)

    def set_follow(self, follow: bool) -> None:
        """Let what is new take the stage, or not."""
        if follow is self.showing.follow:
            return  # told back by who shows it
        self.showing.wanted = follow
        if follow:
            self.open_page(Page.LIVE)
            self.resume()
        else:
            self.touch()

    def resume(self, *_: object) -> None:
        """Follow again: something was submitted, or the picture that was opened is left."""
        if self.showing.wanted and self.viewing.current() is None:
            self.showing.follow_again()
            self._show_newest()
            self._follow_shown()
        if self.second.stage is not None:
            self.second.stage.resume()

    def open_large(self, ref: MediaRef | None = None) -> None:
        """Show one picture, or what is on the stage, over the whole screen."""
        self.looking.open_large(ref)

    def follow_look(self, ref: MediaRef) -> None:
        """Show on the live page what is looked at large."""
        if ref != self.showing.ref:
            self.showing.look_at(ref)
            self._show()

    def open_wall(self) -> None:
        """Ask for the previews of all running jobs over a whole screen."""
        self.wall_requested.emit(self.live.canvas.ground)

    def pop_out(self) -> None:
        """Open a second stage in a window of its own, for another monitor."""
        was = self.second.stage
        self.second.open()
        if was is None and self.second.stage is not None and self._stores is not None:
            self.second.stage.set_session(self._stores)

    def touch(self) -> None:
        """Stop following: a person looks at the stage."""
        if self.showing.touch():
            self._follow_shown()

    # --- what happens --------------------------------------------------------------------
    def _preview_changed(self, key: JobKey) -> None:
        if self.showing.preview_arrived(key):
            self._show_preview(key)
            self.live.strip.set_current(None)

    def _result_arrived(self, result: Result) -> None:
        if self.showing.result_arrived(result.ref, result.job):
            self._show()
            seen = self.window().isActiveWindow() and self.page is Page.LIVE
            if seen and self.viewing.current() is None:
                self._mark_seen(result.ref)

    def _preview_cleared(self, key: JobKey) -> None:
        self.showing.job_ended(key)
        if key == self.showing.job and self.showing.ref is None and not self.showing.held:
            self._show_newest()

    def _picture_ready(self, ref: MediaRef) -> None:
        if ref == self.showing.ref:
            self._show()

    def _counts_changed(self) -> None:
        results = self._stores.results if self._stores is not None else None
        known, unseen = (len(results.results), results.unseen_count) if results else (0, 0)
        self.live.set_counts(known, unseen)
        if known and self.showing.job is None and self.showing.ref is None:
            self._show()  # results of an earlier time have come

    def _mark_seen(self, ref: MediaRef) -> None:
        if self._stores is not None:
            self._stores.results.mark_seen([ref])

    # --- showing -------------------------------------------------------------------------
    def _show_preview(self, key: JobKey) -> bool:
        frame = self._stores.previews.preview(key) if self._stores else None
        if frame is None:
            return False
        self.live.canvas.show_preview(key, frame.image, frame.width, frame.height, frame.arrived_at)
        return True

    def _show_age(self) -> None:
        preview = self.showing.ref is None and self.live.canvas.image is not None
        job = self.showing.job if preview else None
        self.live.show_age(self._as_of.get(job.server_id) if job is not None else None)

    def _show(self) -> None:
        """Put on the canvas what the rules say; an earlier step that is looked at stays."""
        if not self.showing.held:
            self._show_wanted()
        self._scrubbing.refresh()
        self._show_age()

    def _show_wanted(self) -> None:
        ref, job = self.showing.ref, self.showing.job
        self.live.strip.set_current(ref)
        self._tell(ref)
        if self._stores is None:
            self._show_nothing()
            return
        self._stores.media.show_pictures(self._view, [ref] if ref else ())
        if ref is not None:
            self._show_picture(self._stores, ref, job)
        elif job is None or not self._show_preview(job):
            self._show_rest(self._stores)

    def _show_picture(self, stores: PictureStores, ref: MediaRef, job: JobKey | None) -> None:
        is_video = ref.kind is MediaKind.VIDEO
        image = stores.media.thumbnail(ref) if is_video else stores.media.loaded_picture(ref)
        if image is not None:
            self.live.canvas.show_picture(image)
            if job is not None:
                stores.previews.release(job)
            return
        result = stores.results.result(ref)
        if result is not None and result.job == job and stores.previews.image(job):
            return  # its last preview stays until the picture is there
        thumbnail = stores.media.thumbnail(ref)
        if thumbnail is not None:
            self.live.canvas.show_picture(thumbnail, QSize(thumbnail.size() * 4))
        elif stores.media.picture_problem(ref):
            self.live.canvas.clear(self.tr("This picture cannot be shown."))

    def _show_newest(self) -> None:
        if self._stores is not None and (keys := self._stores.previews.keys()):
            self.showing.look_at_job(keys[-1])
        self._show()

    def _show_rest(self, stores: PictureStores) -> None:
        """Nothing is in the making: the newest result, if that is what may be shown."""
        newest = next((r for r in stores.results.results if not r.partial), None)
        if newest is None or not self.showing.follow or stores.previews.keys():
            self._show_nothing()
            return
        self.showing.rest_at(newest.ref, newest.job)
        self.live.strip.set_current(newest.ref)
        self._tell(newest.ref)
        stores.media.show_pictures(self._view, [newest.ref])
        self._show_picture(stores, newest.ref, newest.job)

    def _show_nothing(self) -> None:
        text = self.tr("Nothing runs. Open a workflow and press Invoke: its pictures appear here.")
        if self._running:
            text = self.tr("No preview yet.")
        self.live.canvas.clear(text)

    def _tell(self, ref: MediaRef | None) -> None:
        """Say what is looked at, unless it is something else in a viewer or on another page."""
        if self.viewing.current() is None and self.page is Page.LIVE:
            self.ref_shown.emit(ref)

    def _follow_shown(self) -> None:
        self.header.follow.setChecked(self.showing.follow)
        self.follow_changed.emit(self.showing.follow)

    # --- a person ------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space enlarges, arrows walk through the results, Escape goes back."""
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key is Qt.Key.Key_Space:
            self.open_large()
        elif key in steps and self.page is Page.LIVE:
            self._step(steps[key])
        elif key is Qt.Key.Key_Escape:
            self.go_back()
        elif not self.looking.press(event):
            super().keyPressEvent(event)

    def go_back(self) -> None:
        """Leave zoom, then the chosen picture, then the page, for what is live."""
        if self.showing.suspended and self.page is Page.LIVE and self.live.canvas.zoom is None:
            self.resume()
            return
        self.touch()
        if self.page is not Page.LIVE:
            self.open_page(Page.LIVE)
        elif self.live.canvas.zoom is not None:
            self.live.canvas.fit()
        elif self.showing.ref is not None or self.showing.held:
            self.showing.go_back()
            self._show()

    def _step(self, step: int) -> None:
        ref = self.live.strip.neighbour(step)
        if ref is not None:
            self.touch()
            self.look_at(ref)

    def _find_board(self, ref: MediaRef) -> None:
        if self._stores is not None:
            self._stores.find_board(ref)

    def _board_found(self, ref: MediaRef, board: Board) -> None:
        self.show_board(board.key, board.name, ref)

    def _menu(self, refs: Sequence[MediaRef], at: QPoint) -> None:
        self.actions_of_picture.open_menu(refs, at, self.live.canvas.ground)

    # --- building ------------------------------------------------------------------------
    def _build(self) -> None:
        for page in (self.live, self.results_page, self.board_page):
            self._pages.addWidget(page)
        self._levels.addWidget(self._pages)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(self._levels, 1)
        rows.addWidget(self.looking.picks)

    def _connect(self) -> None:
        self.header.page_chosen.connect(self._pages.setCurrentIndex)
        for grid in (self.results_page.grid, self.board_page.grid):
            self._pages.currentChanged.connect(grid.pause)
        self._pages.currentChanged.connect(self.looking.tell)
        self.header.follow_toggled.connect(self.set_follow)
        self.header.wall_requested.connect(self.open_wall)
        self.header.pop_out_requested.connect(self.pop_out)
        self.live.canvas.touched.connect(self.touch)
        self._scrubbing.touched.connect(self.touch)
        self._scrubbing.left.connect(self._show)
        self.live.canvas.frame_painted.connect(self.frame_painted)
        self.live.canvas.menu_requested.connect(self._canvas_menu)
        self.live.strip.chosen.connect(self.touch)
        self.live.strip.chosen.connect(self.look_at)
        self.live.strip.menu_requested.connect(self._strip_menu)
        for grid, menu in (
            (self.results_page.grid, self._result_menu),
            (self.board_page.grid, self._board_menu),
        ):
            grid.menu_requested.connect(menu)
            grid.current_changed.connect(self.touch)
            grid.left.connect(self.go_back)
        self.results_page.grid.current_changed.connect(self._result_chosen)
        self.viewing.menu_requested.connect(self._menu)
        actions = self.actions_of_picture
        actions.open_workflow_requested.connect(self.open_workflow_requested)
        actions.show_in_board_requested.connect(self._find_board)
        actions.large_requested.connect(self.open_large)
        for canvas in (self.live.canvas, self.viewing):
            actions.ground_chosen.connect(canvas.set_ground)

    def _hidden(self, refs: Sequence[MediaRef]) -> None:
        """What is in the trash leaves the stage."""
        if self.showing.ref in refs:
            self.showing.go_back()
            self._show()

    def _links(self, stores: PictureStores) -> tuple[tuple[Any, Any], ...]:
        return (
            (stores.previews.changed, self._preview_changed),
            (stores.previews.ended, self._job_ended),
            (stores.previews.cleared, self._preview_cleared),
            (stores.results.arrived, self._result_arrived),
            (stores.results.rowsInserted, self._counts_changed),
            (stores.results.rowsRemoved, self._counts_changed),
            (stores.results.modelReset, self._counts_changed),
            (stores.results.unseen_changed, self._counts_changed),
            (stores.board_found, self._board_found),
            (stores.hidden, self._hidden),
            (stores.media.picture_ready, self._picture_ready),
            (stores.media.picture_failed, self._picture_ready),
            (stores.media.ready, self._picture_ready),
        )

    def _job_ended(self, key: JobKey) -> None:
        """Let another job take the stage."""
        self.showing.job_ended(key)

    def _strip_menu(self, ref: MediaRef, at: QPoint) -> None:
        self._menu([ref], at)

    def _canvas_menu(self, at: QPoint) -> None:
        self._menu(self.looking.refs(), at)

    def _result_chosen(self, row: int) -> None:
        ref = self.results_page.grid.ref(row)
        if ref is not None:
            self.ref_shown.emit(ref)
            self._mark_seen(ref)

    def _result_menu(self, row: int, at: QPoint) -> None:
        self._menu(self.results_page.grid.selected(), at)

    def _board_menu(self, row: int, at: QPoint) -> None:
        self._menu(self.board_page.grid.selected(), at)
