"""What is done with pictures: stars, moves, the trash, files, and the open form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, QStandardPaths, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from ivk_desktop.domain.boards import UNCATEGORIZED, BoardChange, BoardId, BoardKey, day_of
from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.media import MediaKind, MediaRef
from ivk_desktop.domain.naming import NameTemplate
from ivk_desktop.domain.problems import FieldId, Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.notices import Level, Notice, NoticeAction, Notices
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.saves import SaveOptions
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.session import ServerSession
from ivk_desktop.ui.main_window import MainWindow
from ivk_desktop.ui.pictures import form_targets, questions
from ivk_desktop.ui.pictures.acts import Act, Offers
from ivk_desktop.ui.pictures.drag_out import DragOut
from ivk_desktop.ui.pictures.media_player import MediaPlayer
from ivk_desktop.ui.pictures.picture_runs import PictureRuns
from ivk_desktop.ui.pictures.picture_values import PictureValues
from ivk_desktop.ui.pictures.save_dialog import SaveDialog
from ivk_desktop.ui.pictures.tagging import Tagging
from ivk_desktop.ui.pictures.trash_window import TrashWindow
from ivk_desktop.ui.placing import bring_up, front
from ivk_desktop.ui.queue.finding import show_job
from ivk_desktop.ui.sidebar import rows
from ivk_desktop.ui.sidebar.names_popup import NamesPopup
from ivk_desktop.ui.sidebar.rows import Group, Row, RowKind
from ivk_desktop.ui.window_boards import WindowBoards

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings

USUAL_DELAY_S = 600

Refs = tuple[MediaRef, ...]
Shares = Sequence[tuple[ServerSession, Refs]]
"""Pictures of one choice, by their servers: the stage shows those of several."""

QUIET = frozenset(
    {Act.RATE, Act.STAR, Act.UNSTAR, Act.CLEAR_MARKS, Act.RUN_AGAIN, Act.VARY, Act.OPEN_SHEET}
)
"""What asks the person nothing."""


class PictureSheets(Protocol):
    """Knows which pictures are on a sheet, and shows it."""

    def has_picture(self, ref: MediaRef) -> bool:
        """Whether a picture is on a sheet."""
        ...

    def open_picture(self, ref: MediaRef) -> None:
        """Open the sheet that a picture is on."""
        ...


class WindowPictures(QObject):
    """Carries out what a person wants done with pictures, each on its own server."""

    def __init__(
        self,
        window: MainWindow,
        servers: Servers,
        workflows: OpenWorkflows,
        notices: Notices,
        boards: WindowBoards,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._servers = servers
        self._workflows = workflows
        self._notices = notices
        self._boards = boards
        self._settings: Settings | None = None
        self._moving: Refs = ()
        self._popup = NamesPopup(window)
        self._tags = Tagging(window)
        self._dragging = DragOut(self)
        self._values = PictureValues(window, workflows, notices, self)
        self._runs = PictureRuns(window, servers, notices, self)
        self._player = MediaPlayer(notices, self)
        self.sheets: PictureSheets | None = None
        """Who shows the sheet that a picture is on."""
        self.trash: TrashWindow | None = None
        self.dialog: SaveDialog | None = None
        window.stage.wishes.set_offers(self.offers)
        window.stage.wishes.acted.connect(self.act)
        window.stage.wishes.drag_requested.connect(self._drag)
        window.actions_.on("file.trash", self.open_trash)
        self._popup.chosen.connect(self._board_chosen)
        servers.added.connect(self._added)
        servers.removed.connect(self._tags.leave)
        servers.removed.connect(self._let_go)
        servers.current_changed.connect(self._show_trash)

    def set_settings(self, settings: Settings) -> None:
        """Keep choices in the settings from now on."""
        self._settings = settings

    def _let_go(self) -> None:
        """A server goes: nothing of it is dragged, and its boards are offered no more."""
        self._dragging.let_go()
        self._popup.hide()
        self._popup.list.set_media(None)

    def _added(self, session: ServerSession) -> None:
        changes = session.gallery.changes
        changes.moved.connect(self._boards.say_moved)
        changes.details_read.connect(self._values.details_read)
        changes.values_read.connect(self._values.values_read)
        changes.maker_found.connect(self._maker_found)
        self._runs.watch(session)
        self._player.watch(session)

    # --- what is possible ----------------------------------------------------------------
    def offers(self, refs: Sequence[MediaRef]) -> Offers:
        """What can be done with pictures now."""
        session = self._session_of(refs)
        if session is None or not refs:
            return Offers()
        gallery, workflow = session.gallery, self._workflows.current
        gallery.infos.show("menu", refs[:1])
        infos = [gallery.infos.info(ref) for ref in refs]
        open_here = workflow is not None and workflow.form is not None
        if workflow is None or workflow.server_id != session.server_id:
            open_here = False
        explains = open_here and gallery.changes.explains
        return Offers(
            changes=gallery.changes.offered,
            starred=all(info is not None and info.starred for info in infos),
            packs=gallery.packs,
            covers=gallery.keeper.offered and self._board_of(session, refs[0]) is not None,
            finds_maker=gallery.changes.finds_makers or session.results.result(refs[0]) is not None,
            repeats=gallery.again.is_offered,
            on_sheet=self.sheets is not None and self.sheets.has_picture(refs[0]),
            reads_values=open_here and session.workflow_source is not None,
            images=form_targets.image_targets(workflow, refs[0]) if open_here and workflow else (),
            prompts=form_targets.prompt_targets(workflow) if explains and workflow else (),
            seeds=form_targets.seed_targets(workflow) if explains and workflow else (),
        )

    def _session_of(self, refs: Sequence[MediaRef]) -> ServerSession | None:
        return self._servers.by_id(refs[0].server_id) if refs else None

    def _board_of(self, session: ServerSession, ref: MediaRef) -> BoardKey | None:
        """The board whose cover a picture could be."""
        info, opened = session.gallery.infos.info(ref), self._window.stage.board_page.board
        if ref.kind is not MediaKind.IMAGE:
            return None
        if info is not None and info.board_id:
            return BoardKey(ref.server_id, BoardId(info.board_id))
        plain = opened is not None and opened.board_id != UNCATEGORIZED
        return opened if plain and opened and not day_of(opened.board_id) and info is None else None

    # --- doing ---------------------------------------------------------------------------
    def act(self, act: Act, refs: Refs, extra: object) -> None:
        """Do one thing with pictures, on each server with its own.

        What asks the person for a place or a name is done with those of the first one alone.
        """
        shares = self._shares(refs)
        if act in (Act.DELETE, Act.DELETE_NOW):
            (self._delete if act is Act.DELETE else self._delete_now)(shares)
            return
        for session, own in shares if act in QUIET else shares[:1]:
            self._act(act, own, extra, session)
        if len(shares) > 1 and act not in QUIET:
            words = self.tr("Done with the pictures of {server} alone: choose the others then.")
            text = words.format(server=shares[0][0].name)
            self._notices.post(Notice(Level.WARNING, text, key="shares"))

    def _shares(self, refs: Refs) -> Shares:
        """Pictures by their servers, the first one's in front."""
        found: dict[ServerId, list[MediaRef]] = {}
        for ref in refs:
            found.setdefault(ref.server_id, []).append(ref)
        sessions = ((self._servers.by_id(server_id), own) for server_id, own in found.items())
        return [(session, tuple(own)) for session, own in sessions if session is not None]

    def _act(self, act: Act, refs: Refs, extra: object, session: ServerSession) -> None:
        changes = session.gallery.changes
        simple: dict[Act, Callable[[], object]] = {
            Act.RATE: partial(self._rate, session, refs, extra),
            Act.TAG: partial(self._tags.ask, session, refs, extra),
            Act.STAR: partial(changes.star, refs, True),
            Act.UNSTAR: partial(changes.star, refs, False),
            Act.MOVE: partial(self._ask_board, session, refs, extra),
            Act.SAVE_MANY: partial(self._ask_save, session, refs),
            Act.ZIP: partial(self._ask_zip, session, refs),
            Act.COVER: partial(self._cover, session, refs[0]),
            Act.SHOW_MAKER: partial(self._show_maker, session, refs[0]),
            Act.CLEAR_MARKS: partial(self._clear_marks, session),
            Act.RUN_AGAIN: partial(self._runs.run, session, refs, vary=False),
            Act.VARY: partial(self._runs.run, session, refs, vary=True),
            Act.PLAY_VIDEO: partial(self._player.open, session, refs[0]),
            Act.OPEN_SHEET: partial(self._open_sheet, refs[0]),
        }
        if act in simple:
            simple[act]()
        else:
            self._values.act(act, refs[0], FieldId(str(extra or "")), session)

    def _open_sheet(self, ref: MediaRef) -> None:
        if self.sheets is not None:
            self.sheets.open_picture(ref)

    def _rate(self, session: ServerSession, refs: Refs, rating: object) -> None:
        if isinstance(rating, int):
            session.ratings.rate([ref.key for ref in refs], rating)

    def _cover(self, session: ServerSession, ref: MediaRef) -> None:
        if (key := self._board_of(session, ref)) is not None:
            session.gallery.keeper.change(key, BoardChange(cover=ref.name))

    # --- moving --------------------------------------------------------------------------
    def _ask_board(self, session: ServerSession, refs: Refs, at: object) -> None:
        """Offer the boards, the archived ones last, and a new one."""
        self._moving = refs
        title = self.tr("Move {pictures} to").format(pictures=questions.pictures_text(len(refs)))

        def make() -> list[Row]:
            boards = sorted(session.boards.items, key=lambda board: board.archived)
            new = Row(RowKind.ALL, Group.BOARDS, self.tr("New board…"), None, "", "plus")
            return [*(rows.board_row(board) for board in boards), new]

        place = at if isinstance(at, QPoint) else QCursor.pos()
        self._popup.open_at(place, title, make, session.media)

    def _board_chosen(self, row: Row) -> None:
        refs, self._moving = self._moving, ()
        session = self._session_of(refs)
        if session is None:
            return
        if row.kind is RowKind.BOARD:
            session.gallery.changes.move(refs, row.key)
        else:
            self._boards.create(lambda key: session.gallery.changes.move(refs, key))

    # --- deleting ------------------------------------------------------------------------
    @property
    def _delay_s(self) -> int:
        return self._settings.prefs.delete_delay_s if self._settings else USUAL_DELAY_S

    @property
    def _asks(self) -> bool:
        return self._settings is None or self._settings.prefs.ask_before_delete

    def _delete(self, shares: Shares) -> None:
        shares = _deletable(shares)
        if not shares:
            return
        if not self._asks:
            self._throw_away(shares, ask=False)
            return
        done, count, over = partial(self._throw_away, shares), _count(shares), front(self._window)
        questions.ask_deletion(over, count, self._delay_s, lambda ask: done(ask=ask))

    def _throw_away(self, shares: Shares, *, ask: bool) -> None:
        self._keep("ask_before_delete", ask)
        for session, refs in shares:
            session.gallery.delete(refs, self._delay_s)
        words = self.tr("{pictures} in the trash.")
        text = words.format(pictures=questions.pictures_text(_count(shares)))

        undo = NoticeAction(self.tr("Undo"), partial(self._restore, shares))
        self._notices.info(text, "deleted", undo)

    def _restore(self, shares: Shares) -> None:
        """Bring back what still can be, and say so in place of what offered it."""
        hidden = [sum(session.gallery.trash.hides(ref) for ref in refs) for session, refs in shares]
        for session, refs in shares:
            session.gallery.trash.restore(refs)
        left = [sum(session.gallery.trash.hides(ref) for ref in refs) for session, refs in shares]
        text = self.tr("Nothing is in the trash any more that could be brought back.")
        if count := sum(hidden) - sum(left):
            words = self.tr("{pictures} brought back from the trash.")
            text = words.format(pictures=questions.pictures_text(count))
        self._notices.info(text, "deleted")

    def _clear_marks(self, session: ServerSession) -> None:
        marks = session.gallery.marks
        refs = marks.clear()
        words = self.tr("The marks of {pictures} are gone.")
        text = words.format(pictures=questions.pictures_text(len(refs)))

        def undo() -> None:
            marks.add(refs)
            self._notices.info(self.tr("The marks are back."), "marks")

        self._notices.info(text, "marks", NoticeAction(self.tr("Undo"), undo))

    def _delete_now(self, shares: Shares) -> None:
        shares = _deletable(shares)

        def done() -> None:
            for session, refs in shares:
                session.gallery.delete(refs, 0.0)

        if shares:
            questions.ask_for_good(front(self._window), _count(shares), done)

    def open_trash(self) -> None:
        """Show the trash of the current server beside the work."""
        if self._servers.current is None:
            return
        if self.trash is None:
            self.trash = TrashWindow(self._window)
            self.trash.delay_chosen.connect(partial(self._keep, "delete_delay_s"))
            self.trash.asking_chosen.connect(partial(self._keep, "ask_before_delete"))
        self._show_trash()
        self.trash.show_choices(self._delay_s, ask=self._asks)
        bring_up(self.trash)

    def _show_trash(self) -> None:
        session = self._servers.current
        if self.trash is None:
            return
        if session is None:
            self.trash.let_go()
        else:
            self.trash.set_server(session.gallery, session.media, session.name)

    def _keep(self, name: str, value: object) -> None:
        if self._settings is not None:
            self._settings.update(**{name: value})

    # --- files ---------------------------------------------------------------------------
    def _ask_save(self, session: ServerSession, refs: Refs) -> None:
        prefs = self._settings.prefs if self._settings is not None else None
        places = QStandardPaths.StandardLocation.PicturesLocation
        folder = (prefs and prefs.save_folder) or QStandardPaths.writableLocation(places)
        template = prefs.save_template if prefs else "{name}"
        options = SaveOptions(
            Path(folder), NameTemplate(template), bool(prefs and prefs.save_sidecars)
        )
        self.dialog = SaveDialog(len(refs), options, front(self._window))
        self.dialog.save_requested.connect(partial(self._save, session, refs))
        self.dialog.open()

    def _save(self, session: ServerSession, refs: Refs, options: SaveOptions) -> None:
        if self._settings is not None:
            self._settings.update(
                save_folder=str(options.folder),
                save_template=options.template.text,
                save_sidecars=options.sidecars,
            )
        session.gallery.save(refs, options, session.name)

    def _ask_zip(self, session: ServerSession, refs: Refs) -> None:
        done = partial(session.gallery.pack, refs)
        self._boards.ask_for_zip(questions.pictures_text(len(refs)), done)

    def _drag(self, refs: Refs, source: QWidget) -> None:
        if (session := self._session_of(refs)) is not None:
            self._dragging.start(refs, source, session.drag_files, session.media)

    # --- the queue -----------------------------------------------------------------------
    def _show_maker(self, session: ServerSession, ref: MediaRef) -> None:
        result = session.results.result(ref)
        if result is not None and result.job.job_id in session.queue.jobs:
            self._maker_found(ref, result.job)
        else:
            session.gallery.changes.find_maker(ref)

    def _maker_found(self, _ref: MediaRef, key: JobKey) -> None:
        session = self._servers.by_id(key.server_id)
        job = session.queue.jobs.get(key.job_id) if session is not None else None
        if show_job(self._window.queue, key, job.batch_id if job is not None else None):
            self._window.queue.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._notices.problem(Problem("maker_unknown"), key="maker", level=Level.INFO)


def _deletable(shares: Shares) -> Shares:
    return [share for share in shares if share[0].gallery.trash.offered]


def _count(shares: Shares) -> int:
    return sum(len(refs) for _, refs in shares)
