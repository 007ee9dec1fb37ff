"""Small abilities that only some kinds of server have, besides the parts of ``backend``."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from ivk_desktop.domain.jobs import JobId
from ivk_desktop.domain.media import MediaRef


@runtime_checkable
class Attended(Protocol):
    """A server that is asked for changes, and less often while nobody looks."""

    def attend(self, shown: bool) -> None:
        """Tell whether the window shows this server from now on."""
        ...


@runtime_checkable
class Skipper(Protocol):
    """A server whose running job can leave out the picture that it works on."""

    async def skip(self, job_id: JobId) -> None:
        """Go on to the next picture of a running job."""
        ...


@runtime_checkable
class ImageTaker(Protocol):
    """A server whose forms take pictures, whether or not it has boards."""

    async def upload_image(self, data: bytes, file_name: str) -> MediaRef:
        """Take a picture, to be used as an input."""
        ...
