"""Results that are saved by themselves: which ones, where to, and how far each is. Pure data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

from ivk_desktop.domain.boards import UNCATEGORIZED, BoardId
from ivk_desktop.domain.jobs import BatchId, JobKey
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.naming import NameTemplate
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import ServerId

NUMBERS: Final = 999
"""The number of a picture within its submission has as many digits as this at least."""


class BoardPick(NamedTuple):
    """One board of one server, as it is written in the settings."""

    server_id: ServerId
    board_id: BoardId

    @property
    def text(self) -> str:
        """Both in one word; ``of`` reads it."""
        return f"{self.server_id}:{self.board_id}"

    @classmethod
    def of(cls, text: str) -> BoardPick:
        """The board that a word names."""
        server_id, _, board_id = text.partition(":")
        return cls(ServerId(server_id), BoardId(board_id))


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What is saved and how; no servers and no boards mean all of them."""

    folder: Path
    template: NameTemplate
    sidecars: bool = False
    everything: bool = False
    """Also what others submitted, and what was submitted elsewhere."""
    servers: frozenset[ServerId] = field(default_factory=frozenset)
    boards: frozenset[BoardPick] = field(default_factory=frozenset)

    def takes_server(self, server_id: ServerId) -> bool:
        """Whether results of this server are saved."""
        return not self.servers or server_id in self.servers

    def takes_board(self, server_id: ServerId, board_id: str | None) -> bool:
        """Whether results on this board are saved; ``None`` is no board."""
        pick = BoardPick(server_id, BoardId(board_id or UNCATEGORIZED))
        return not self.boards or pick in self.boards


class ExportState(Enum):
    """How far one result is; the journal keeps the values."""

    PLANNED = "planned"
    WRITING = "writing"
    """Its name is chosen; whether the file is there is to be looked up."""
    DONE = "done"
    LEFT_OUT = "left_out"
    """It is on a board that is not saved, or was made only to work on."""
    GONE = "gone"
    """Somebody deleted it on the server before it was saved."""
    FAILED = "failed"
    """It was given up after several tries."""


OPEN: Final = (ExportState.PLANNED, ExportState.WRITING)


@dataclass(frozen=True, slots=True)
class Export:
    """One result in the journal.

    ``number`` counts the results of its submission from 1. ``path`` and ``digest`` (SHA-256 of the
    bytes) are known from ``WRITING`` on.
    """

    ref: MediaRef
    number: int
    state: ExportState = ExportState.PLANNED
    path: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class FoundResults:
    """The results of one job that has ended."""

    job: JobKey
    created_at: float | None
    batch_id: BatchId | None
    refs: tuple[MediaRef, ...]


@dataclass(frozen=True, slots=True)
class ExportStatus:
    """How things stand, for people. Counts are of this run of the app, ``left`` of all."""

    saved: int = 0
    left: int = 0
    gone: int = 0
    failed: int = 0
    problem: Problem | None = None
    """Why nothing is saved now."""
    is_elsewhere: bool = False
    """Another window of the app does it."""

    def __add__(self, other: ExportStatus) -> ExportStatus:
        """Both together."""
        return ExportStatus(
            self.saved + other.saved,
            self.left + other.left,
            self.gone + other.gone,
            self.failed + other.failed,
            self.problem or other.problem,
            self.is_elsewhere or other.is_elsewhere,
        )
