"""The Protocol that every kind of server stands behind, and its optional parts.

Nothing above this package knows which kind it talks to. A backend *has* an optional part or lacks
it: callers test with ``isinstance`` (the Protocols are runtime-checkable) and hide what is lacking.

All methods may raise ``errors.ApiError`` and nothing else but ``asyncio.CancelledError``.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from ivk_desktop.domain.boards import Board, BoardChange, BoardId, GalleryView
from ivk_desktop.domain.form import Choice, FieldKind, Form, SubmitRequest
from ivk_desktop.domain.history import KeptRequest
from ivk_desktop.domain.jobs import BatchId, Job, JobId, JobUpdate
from ivk_desktop.domain.media import ImageInfo, ImageName, MediaRef, MediaSize
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.domain.pictures import PictureDetails
from ivk_desktop.domain.raw_events import RawEvent
from ivk_desktop.domain.records import JobRecord
from ivk_desktop.domain.requeue import Recipe
from ivk_desktop.domain.servers import ServerFacts, ServerId
from ivk_desktop.domain.updates import Update

Report = Callable[[int, int | None], None]
"""Told how many bytes are done, and of how many (``None``: not known); called on the loop."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A submission that the server took.

    ``enqueued`` may be less than ``requested`` (the queue was full): that is no error of the
    transport. ``job_ids`` are in the order of expansion: oldest first.
    """

    batch_id: BatchId
    requested: int
    enqueued: int
    job_ids: tuple[JobId, ...]


@dataclass(frozen=True, slots=True)
class WorkflowCard:
    """One workflow of the server's library, without its body. Times are unix seconds."""

    workflow_id: str
    name: str
    description: str = ""
    category: str = "user"
    """``user`` or ``default`` (built-in)."""
    tags: tuple[str, ...] = ()
    opened_at: float | None = None
    updated_at: float | None = None
    created_at: float | None = None
    is_public: bool = False
    """Whether other users of the server see it."""
    cover: MediaRef | None = None
    """Its thumbnail."""

    @property
    def is_built_in(self) -> bool:
        """Whether it came with the server, and can be neither changed nor deleted."""
        return self.category == "default"


class Backend(Protocol):
    """What every kind of server can do."""

    @property
    def server_id(self) -> ServerId:
        """The server this backend talks to; part of every key it hands out."""
        ...

    async def probe(self) -> ServerFacts:
        """Ask what answers at the address, within 10 s."""
        ...

    def updates(self) -> AsyncIterator[Update]:
        """Run one connection: ``Connected``, a snapshot, changes, and ``Lost`` at the end.

        Ends after ``Lost``; whoever iterates reconnects (``feed.follow``). Closing the iterator
        leaves the server's rooms and closes the socket.
        """
        ...

    async def submit(self, request: SubmitRequest) -> Receipt:
        """Hand in a submission; returns when the server has accepted it. Never sent twice."""
        ...

    async def cancel(self, job_ids: Sequence[JobId]) -> None:
        """Cancel jobs, as far as ``Capabilities.cancel`` reaches."""
        ...

    async def reconcile(self, job_id: JobId) -> JobUpdate:
        """Read the server's own record of a job: state, results, error."""
        ...

    async def fetch(self, ref: MediaRef, size: MediaSize) -> bytes:
        """Get the bytes of a picture; bounded to 64 MB for images."""
        ...

    async def aclose(self) -> None:
        """Close connections. Safe to call twice."""
        ...


@runtime_checkable
class QueueSource(Protocol):
    """A server that keeps a queue which can be read."""

    async def jobs(self, ids: Sequence[JobId]) -> Sequence[Job]:
        """Read records by id; unknown ids are left out. Any number: paged inside."""
        ...

    async def jobs_beyond(self, known: Collection[JobId]) -> Sequence[Job]:
        """Read the records of all jobs that the server lists and that are not ``known``."""
        ...

    async def job_inputs(self, ids: Sequence[JobId]) -> Sequence[JobUpdate]:
        """Read what a summary lacks (title, outputs); at most 20 ids."""
        ...

    async def cancel_batches(self, batch_ids: Sequence[BatchId]) -> None:
        """Cancel all open jobs of these batches."""
        ...

    async def cancel_pending(self) -> None:
        """Cancel all open jobs but the running ones."""
        ...

    async def set_paused(self, paused: bool) -> None:
        """Stop taking new jobs, or go on."""
        ...


@runtime_checkable
class Asking(Protocol):
    """A server that is asked again and again for what it does not tell by itself."""

    poll_s: float
    """Seconds between two such readings, 0.5..60; may change at any time."""


@runtime_checkable
class QueueCounter(Protocol):
    """A server whose queue can be counted without being read."""

    async def pending(self) -> int:
        """How many jobs wait."""
        ...


@runtime_checkable
class QueueKeeper(Protocol):
    """A server whose queue can be tidied. Each call tells how many jobs it has reached."""

    async def retry(self, job_ids: Sequence[JobId]) -> int:
        """Enqueue failed and canceled jobs anew; others are left out. Never sent twice.

        Raises ``errors.Unconfirmed`` where the answer was lost.
        """
        ...

    async def clear(self) -> int:
        """Cancel what runs and delete all jobs."""
        ...

    async def prune(self) -> int:
        """Delete all jobs that have ended."""
        ...

    async def delete_jobs(self, job_ids: Sequence[JobId]) -> int:
        """Delete jobs, open ones after canceling them; those that are gone already count too."""
        ...


@runtime_checkable
class Requeuer(Protocol):
    """A server that tells what a job ran with, so that it can be enqueued again."""

    async def recipes(self, job_ids: Sequence[JobId]) -> Sequence[Recipe]:
        """Read what jobs run with; ``job_ids`` and the recipes are in run order.

        Neighbours of one batch come as one recipe. Left out are jobs that are gone, redacted,
        unreadable, or part of another job's run.
        """
        ...

    def request_again(
        self, recipe: Recipe, job_ids: Sequence[JobId], batch_id: BatchId, *, front: bool
    ) -> SubmitRequest:
        """Build the submission of some of a recipe's jobs under a new batch id."""
        ...

    async def batch_size(self, batch_id: BatchId) -> int:
        """How many jobs of a batch the server lists; 0 for an unknown batch."""
        ...

    async def job_graph(self, job_id: JobId) -> Mapping[str, Any]:
        """Read the graph that a job runs, as JSON data.

        Raises ``errors.Unusable`` where the job carries none.
        """
        ...


@runtime_checkable
class WorkflowSource(Protocol):
    """A server with forms: of workflow documents, or of what it can do.

    One that knows no documents raises ``errors.Unusable`` for each.
    """

    async def workflows(self) -> Sequence[WorkflowCard]:
        """List the library, most recently opened first."""
        ...

    async def open_workflow(self, workflow_id: str) -> Form:
        """Load a workflow of the library as a form, and mark it as opened."""
        ...

    async def read_workflow(self, data: bytes, name: str) -> Form:
        """Make a form of a document's bytes: JSON, or a PNG with one embedded.

        ``name`` (a file name) is the title of a document that has none. Parsing runs off the
        event loop. Raises ``errors.Unusable`` for what is no workflow.
        """
        ...

    async def image_workflow(self, ref: MediaRef) -> Form:
        """Make a form of the workflow embedded in a picture."""
        ...


@runtime_checkable
class WorkflowKeeper(Protocol):
    """A server whose library can be written."""

    async def save_workflow(
        self, document: Mapping[str, Any], workflow_id: str | None = None
    ) -> str:
        """Save a document as a new workflow, or over one; returns its id."""
        ...

    async def rename_workflow(self, workflow_id: str, name: str) -> None:
        """Give a workflow another name; nothing else of it changes."""
        ...

    async def delete_workflow(self, workflow_id: str) -> None:
        """Delete a workflow for good."""
        ...

    async def share_workflow(self, workflow_id: str, public: bool) -> None:
        """Show a workflow to the server's other users, or to its owner alone."""
        ...

    async def shares_workflows(self) -> bool:
        """Whether the server has several users, so that sharing means something."""
        ...


@runtime_checkable
class JobForms(Protocol):
    """A server that keeps what a job ran with."""

    async def job_form(self, job_id: JobId) -> Form:
        """Make a form of the workflow of a job, filled with what that job ran with.

        Raises ``errors.Unusable`` where the job carries neither workflow nor graph.
        """
        ...


@runtime_checkable
class Repeats(Protocol):
    """A server to which a submission that was kept can be handed in again."""

    def repeat(self, kept: KeptRequest) -> SubmitRequest:
        """Make the same submission anew, with a batch id of its own; nothing is sent."""
        ...

    async def kept_form(self, kept: KeptRequest) -> Form:
        """Make a form of what was submitted.

        Raises ``errors.Unusable`` where that carries neither workflow nor graph.
        """
        ...


@runtime_checkable
class JobRecords(Protocol):
    """A server that tells all of a job."""

    async def job_record(self, job_id: JobId) -> JobRecord:
        """Read the whole record of a job: inputs, nodes, outputs, error, and its JSON."""
        ...


@runtime_checkable
class ItemSource(Protocol):
    """A server whose forms have generators.

    Some need the server: dynamic prompts, the pictures of a board.
    """

    async def generated_items(self, value: Mapping[str, Any]) -> Sequence[Any]:
        """What a generator's value (``FieldKind.GENERATOR``) yields now.

        Raises ``errors.Unusable`` for parameters that cannot be used, with the server's words.
        """
        ...


@runtime_checkable
class ChoiceSource(Protocol):
    """A server with lists that fields refer to by id."""

    async def field_choices(self, kind: FieldKind) -> Sequence[Choice]:
        """List what a STYLE_PRESET, SYSTEM_PROMPT or SAVED_WORKFLOW field takes, by name."""
        ...


@runtime_checkable
class BoardSource(Protocol):
    """A server that keeps pictures on boards."""

    async def boards(self) -> Sequence[Board]:
        """List all boards, Uncategorized first."""
        ...

    async def image_names(self, board_id: BoardId, *, assets: bool = False) -> Sequence[ImageName]:
        """List a board's pictures by name, newest first; its ``assets`` are what was uploaded."""
        ...

    async def images(self, names: Sequence[ImageName]) -> Sequence[ImageInfo]:
        """Read entries by name; unknown names are left out. Any number: paged inside."""
        ...

    async def upload_image(self, data: bytes, file_name: str) -> MediaRef:
        """Store a picture on the server, to be used as an input."""
        ...


@runtime_checkable
class VideoSource(Protocol):
    """A server that keeps videos on its boards, too."""

    async def video_names(self, board_id: BoardId, *, assets: bool = False) -> Sequence[ImageName]:
        """List a board's videos by name, newest first; its ``assets`` are what was uploaded."""
        ...

    async def upload_video(self, data: bytes, file_name: str) -> MediaRef:
        """Store a video on the server, to be used as an input."""
        ...

    async def video_frames(self, name: ImageName) -> int:
        """Count the frames of a video; 0 where the server does not know."""
        ...


@runtime_checkable
class GallerySource(Protocol):
    """A server that sorts and searches its pictures, and files them by date."""

    async def gallery_names(self, view: GalleryView) -> Sequence[ImageName]:
        """List pictures and videos of a board, by name."""
        ...

    async def date_boards(self) -> Sequence[Board]:
        """List the days on which pictures came, newest first, each as a board of its own."""
        ...

    async def picture_details(self, ref: MediaRef) -> PictureDetails:
        """Read all that is told of a picture: entry, metadata, and what it was made with."""
        ...


@runtime_checkable
class BoardKeeper(Protocol):
    """A server whose boards can be made and changed."""

    async def create_board(self, name: str) -> Board:
        """Make a board."""
        ...

    async def change_board(self, board_id: BoardId, change: BoardChange) -> None:
        """Rename, archive, cover or share a board."""
        ...

    async def delete_board(self, board_id: BoardId, *, with_pictures: bool) -> int:
        """Delete a board, and what is on it or not; returns how many pictures could not be.

        Pictures that are kept are on no board then.
        """
        ...

    async def shares_boards(self) -> bool:
        """Whether the server has several users, so that visibility means something."""
        ...


@runtime_checkable
class PictureKeeper(Protocol):
    """A server whose pictures can be changed.

    The first three take any number, and return those that could not be changed; what is gone
    already is none of them.
    """

    async def star_pictures(self, refs: Sequence[MediaRef], starred: bool) -> Sequence[MediaRef]:
        """Star pictures, or take the stars away."""
        ...

    async def move_pictures(
        self, refs: Sequence[MediaRef], board_id: BoardId
    ) -> Sequence[MediaRef]:
        """Put pictures on a board; on none for ``UNCATEGORIZED``."""
        ...

    async def delete_pictures(self, refs: Sequence[MediaRef]) -> Sequence[MediaRef]:
        """Delete pictures for good."""
        ...

    async def byte_count(self, ref: MediaRef) -> int | None:
        """How large the file is; ``None`` where the server does not say."""
        ...

    async def upload_to_board(
        self, data: bytes, file_name: str, board_id: BoardId, report: Report
    ) -> MediaRef:
        """Store a picture on a board. Sent once; to cancel it sends no more."""
        ...


@runtime_checkable
class BulkDownloads(Protocol):
    """A server that packs pictures into zip files."""

    async def download_pictures(
        self, refs: Sequence[MediaRef], target: Path, report: Report
    ) -> Sequence[Path]:
        """Have pictures packed and fetch the zip; returns the files that were written.

        More than the server packs at once make several files, named after ``target``. Videos are
        left out. An older file of a name is replaced.
        """
        ...


@runtime_checkable
class JobFinder(Protocol):
    """A server that knows which job made a picture."""

    async def job_of_picture(self, ref: MediaRef) -> JobId | None:
        """Find the job that made a picture; ``None`` where none did, or it is gone."""
        ...


@runtime_checkable
class ModelSource(Protocol):
    """A server that lists its models."""

    async def models(self) -> Sequence[ModelInfo]:
        """List all installed models."""
        ...


@runtime_checkable
class EventTap(Protocol):
    """A server whose events can be looked at as they come."""

    def recent_events(self) -> Sequence[RawEvent]:
        """The newest events, oldest first, kept while nobody looks; long texts are cut short."""
        ...

    def tap_events(self, listener: Callable[[RawEvent], None]) -> None:
        """Hand every event to ``listener``, synchronously: it has to be quick."""
        ...

    def untap_events(self, listener: Callable[[RawEvent], None]) -> None:
        """Hand no more events to ``listener``."""
        ...

    def shareable(self, event: RawEvent, *, pictures: bool, prompts: bool) -> RawEvent:
        """An event as it may leave the computer; safe in any thread.

        Without names of people, tokens and passwords; without pictures and without prompts (what
        people wrote into nodes) unless these are agreed to.
        """
        ...
