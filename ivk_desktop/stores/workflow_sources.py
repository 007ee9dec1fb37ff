"""Where a workflow is opened from; equal sources are the same workflow."""

from __future__ import annotations

import asyncio
import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ivk_desktop.api.backend import JobForms, Repeats, WorkflowSource
from ivk_desktop.domain.form import Form
from ivk_desktop.domain.history import KeptRequest
from ivk_desktop.domain.jobs import BatchId, JobKey
from ivk_desktop.domain.limits import DOCUMENT_BYTES, MEGABYTE
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import DomainError, Problem


class Source(Protocol):
    """A place that a workflow comes from. Hashable; equality is identity."""

    @property
    def title(self) -> str:
        """What the workflow is called until it is loaded."""
        ...

    @property
    def keeps_edits(self) -> bool:
        """Whether edits outlive a change of the document's own value (it is the same thing)."""
        ...

    @property
    def own_name(self) -> str:
        """What edits are kept under beside the form's identity; usually empty.

        Set where the values are the point: edits of it are kept for it alone, and edits of
        workflows of the same structure do not reach it.
        """
        ...

    async def read(self, server: WorkflowSource) -> Form:
        """Load the form.

        Raises:
            ApiError: the server did not give it.
            DomainError: it cannot be used, ever.
        """
        ...


@dataclass(frozen=True, slots=True)
class LibrarySource:
    """A workflow of the server's library."""

    workflow_id: str
    title: str = field(default="", compare=False)
    keeps_edits: bool = field(default=True, compare=False)
    own_name: str = field(default="", compare=False)

    async def read(self, server: WorkflowSource) -> Form:
        """Ask the library."""
        return await server.open_workflow(self.workflow_id)


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file on this computer: JSON, or a PNG with a workflow embedded."""

    path: Path
    keeps_edits: bool = field(default=False, compare=False)
    own_name: str = field(default="", compare=False)

    @classmethod
    def of(cls, path: Path | str) -> FileSource:
        """The source of a path, however it is written."""
        return cls(Path(os.path.abspath(path)))  # noqa: PTH100 - resolve() would touch the disk

    @property
    def title(self) -> str:
        """The file's name."""
        return self.path.stem

    async def read(self, server: WorkflowSource) -> Form:
        """Read the file in a thread, then have it understood."""
        data = await asyncio.to_thread(read_bounded, self.path)
        return await server.read_workflow(data, self.path.name)


@dataclass(frozen=True, slots=True)
class BytesSource:
    """A document that was dropped or pasted."""

    digest: str
    name: str = field(compare=False)
    data: bytes = field(compare=False, repr=False)
    keeps_edits: bool = field(default=False, compare=False)
    own_name: str = field(default="", compare=False)

    @classmethod
    def of(cls, data: bytes, name: str) -> BytesSource:
        """The source of these bytes."""
        return cls(hashlib.sha256(data).hexdigest(), name, data)

    @property
    def title(self) -> str:
        """The name it was given."""
        return Path(self.name).stem or self.name

    async def read(self, server: WorkflowSource) -> Form:
        """Have the bytes understood."""
        if len(self.data) > DOCUMENT_BYTES:
            raise too_large(self.name)
        return await server.read_workflow(self.data, self.name)


@dataclass(frozen=True, slots=True)
class PictureSource:
    """The workflow embedded in a picture of the server."""

    ref: MediaRef
    keeps_edits: bool = field(default=False, compare=False)

    @property
    def title(self) -> str:
        """The picture's name."""
        return self.ref.name

    @property
    def own_name(self) -> str:
        """The picture's name."""
        return f"picture:{self.ref.name}"

    async def read(self, server: WorkflowSource) -> Form:
        """Ask the server for the picture's workflow."""
        return await server.image_workflow(self.ref)


@dataclass(frozen=True, slots=True)
class JobSource:
    """What a job of the server ran with: its workflow, filled with its values."""

    key: JobKey
    title: str = field(default="", compare=False)
    keeps_edits: bool = field(default=False, compare=False)

    @property
    def own_name(self) -> str:
        """The job's id."""
        return f"job:{self.key.job_id}"

    async def read(self, server: WorkflowSource) -> Form:
        """Ask the server for the job's record."""
        if not isinstance(server, JobForms):
            raise DomainError(Problem("job_without_workflow", {"item": self.key.job_id}))
        return await server.job_form(self.key.job_id)


@dataclass(frozen=True, slots=True)
class KeptSource:
    """What was submitted once and is kept here, filled with the values of one item."""

    batch_id: BatchId
    place: int | None
    title: str = field(compare=False)
    kept: KeptRequest = field(compare=False, repr=False)
    keeps_edits: bool = field(default=False, compare=False)

    @property
    def own_name(self) -> str:
        """The batch's id and the item's number in it."""
        return f"kept:{self.batch_id}:{'' if self.place is None else self.place}"

    async def read(self, server: WorkflowSource) -> Form:
        """Have the request understood."""
        if not isinstance(server, Repeats):
            raise DomainError(Problem("request_without_workflow"))
        return await server.kept_form(self.kept)


@dataclass(frozen=True, slots=True)
class CopySource:
    """The copy of a document whose own source does not last: a job is gone with its queue."""

    own_name: str
    title: str = field(compare=False)
    data: bytes = field(compare=False, repr=False)
    keeps_edits: bool = field(default=False, compare=False)

    async def read(self, server: WorkflowSource) -> Form:
        """Have the copy understood."""
        return await server.read_workflow(self.data, self.title)


def read_bounded(path: Path) -> bytes:
    """Read a file of at most ``DOCUMENT_BYTES``.

    Raises:
        DomainError: it is too large, or cannot be read.
    """
    try:
        if not path.is_file():
            raise DomainError(Problem("file_missing", {"name": path.name}))
        with path.open("rb") as file:
            data = file.read(DOCUMENT_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DomainError(
            Problem("file_unreadable", {"name": path.name, "reason": reason})
        ) from error
    if len(data) > DOCUMENT_BYTES:
        raise too_large(path.name)
    return data


def too_large(name: str) -> DomainError:
    """The refusal of a document that is larger than any workflow."""
    limit = DOCUMENT_BYTES // MEGABYTE
    return DomainError(Problem("file_too_large", {"name": name, "limit": limit}))
