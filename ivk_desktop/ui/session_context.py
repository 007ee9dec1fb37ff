"""What panels may ask of the sessions: lists and pictures for editors, estimates for the bar."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QImage

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.estimates import queue_estimate
from ivk_desktop.domain.media import MediaKind, MediaRef
from ivk_desktop.ui import reading
from ivk_desktop.ui.form.context import FormContext, Uploaded
from ivk_desktop.ui.picture_facts import picture_facts

if TYPE_CHECKING:
    from ivk_desktop.domain.boards import Board, BoardKey
    from ivk_desktop.domain.form import Choice, FieldKind
    from ivk_desktop.domain.models import ModelInfo
    from ivk_desktop.domain.problems import Problem
    from ivk_desktop.domain.servers import ServerId
    from ivk_desktop.stores.boards import BoardPictures
    from ivk_desktop.stores.generated import Generated
    from ivk_desktop.stores.media import MediaStore
    from ivk_desktop.stores.open_workflow import OpenWorkflow
    from ivk_desktop.stores.picture_records import PictureRecords
    from ivk_desktop.stores.servers import Servers
    from ivk_desktop.stores.session import ServerSession
    from ivk_desktop.ui.viewer.facts_list import Facts


class SessionContext(FormContext):
    """The lists and pictures of one session, for the editors of its forms."""

    def __init__(self, session: ServerSession) -> None:
        super().__init__(session.server_id, session)
        self._session = session
        self._waiting: dict[str, Uploaded] = {}
        session.models.changed.connect(self.models_changed)
        session.boards.changed.connect(self.boards_changed)
        session.media.ready.connect(self.thumbnail_ready)
        session.video_frames.known.connect(self.frames_known)
        session.field_choices.changed.connect(self.choices_changed)
        session.generated.changed.connect(self.generated_changed)
        session.generated.forgotten.connect(self.generated_changed)
        session.uploaded.connect(self._uploaded)

    def models(self) -> Sequence[ModelInfo] | None:
        """All installed models; ``None`` while that is not known."""
        return self._session.models.items if self._session.choices.model_keys is not None else None

    def boards(self) -> Sequence[Board] | None:
        """All boards; ``None`` while that is not known."""
        return self._session.boards.items if self._session.choices.board_ids is not None else None

    def thumbnail(self, ref: MediaRef) -> QImage | None:
        """The small picture; ``None`` while it is fetched."""
        return self._session.media.thumbnail(ref)

    def video_frames(self, ref: MediaRef) -> int | None:
        """How many frames a video has; ``None`` while that is not known."""
        return self._session.video_frames.get(ref)

    @property
    def lists_choices(self) -> bool:
        """Whether the server has the lists of ``choices``."""
        return self._session.field_choices.is_offered

    def choices(self, kind: FieldKind) -> Sequence[Choice] | None:
        """What a STYLE_PRESET, SYSTEM_PROMPT or SAVED_WORKFLOW field takes."""
        return self._session.field_choices.get(kind)

    def browse(
        self,
        board: BoardKey,
        parent: QObject,
        *,
        assets: bool,
        kind: MediaKind = MediaKind.IMAGE,
    ) -> BoardPictures | None:
        """The pictures or videos of a board, owned by ``parent``."""
        return self._session.boards.browse(board, parent, assets=assets, only=kind)

    def media(self) -> MediaStore | None:
        """The thumbnails of this session."""
        return self._session.media

    @property
    def generates(self) -> bool:
        """Whether ``generated`` will ever know anything."""
        return self._session.generated.is_offered

    def generated(self, value: Mapping[str, Any], owner: object) -> Generated | None:
        """What a generator yields; ``None`` while that is not known."""
        return self._session.generated.get(value, owner)

    def upload(self, source: Path | bytes, done: Uploaded) -> None:
        """Store a picture on the server; ``done`` is called once, later."""
        ticket = uuid.uuid4().hex
        self._waiting[ticket] = done
        self._session.upload(source, ticket)

    def _uploaded(self, ticket: str, ref: MediaRef | None, problem: Problem | None) -> None:
        if done := self._waiting.pop(ticket, None):
            done(ref, problem)


class ContextBook:
    """Finds the right session for what a panel asks."""

    def __init__(self, servers: Servers) -> None:
        self._servers = servers
        self._contexts: dict[ServerId, SessionContext] = {}
        self.target_of: Callable[[OpenWorkflow], ServerSession | None] = self._home
        """The server that a workflow's next submission goes to."""
        servers.removed.connect(self._forget)

    def context(self, server_id: ServerId) -> FormContext:
        """What the editors of a server's forms may ask; nothing for a server that is gone."""
        session = self._servers.by_id(server_id)
        if session is None:
            return FormContext(server_id)
        if server_id not in self._contexts:
            self._contexts[server_id] = SessionContext(session)
        return self._contexts[server_id]

    def thumbnail(self, ref: MediaRef) -> QImage | None:
        """A thumbnail of any session's picture, if it is in memory; else it is fetched."""
        session = self._servers.by_id(ref.server_id)
        return session.media.thumbnail(ref) if session is not None else None

    def facts(self, ref: MediaRef) -> Facts:
        """What is known of any session's picture."""
        session = self._servers.by_id(ref.server_id)
        return picture_facts(session, ref) if session is not None else ()

    def records(self, ref: MediaRef) -> PictureRecords | None:
        """Who reads all that is told of any session's picture."""
        session = self._servers.by_id(ref.server_id)
        return session.gallery.records if session is not None else None

    def estimate(self, workflow: OpenWorkflow, count: int) -> str:
        """How long ``count`` items take and when they will be done, in words."""
        session = self.target_of(workflow)
        if session is None:
            return ""
        lanes = len(session.facts.devices) if session.facts else 1
        left = queue_estimate([], {workflow.title: count}, session.durations.jobs, lanes)
        before = session.progress.queue_left()
        if left is None or before is None:
            return ""
        done_at = reading.clock(time.time() + before.seconds + left.seconds)
        words = QCoreApplication.translate("ContextBook", "{duration}, done at {clock}")
        about = fmt.about(left.seconds, max(left.band_s, left.seconds * 0.2), reading.style())
        return words.format(duration=about, clock=done_at)

    def _home(self, workflow: OpenWorkflow) -> ServerSession | None:
        return self._servers.by_id(workflow.server_id)

    def _forget(self, session: ServerSession) -> None:
        if (context := self._contexts.pop(session.server_id, None)) is not None:
            context.leaving.emit()
