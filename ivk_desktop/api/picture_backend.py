"""What only some kinds of server can do with pictures; the rest is in ``backend``."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, runtime_checkable

from ivk_desktop.api.backend import Report
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.media import MediaRef


@runtime_checkable
class PictureRepeats(Protocol):
    """A server whose pictures carry what they were made with."""

    async def picture_request(self, ref: MediaRef, *, vary: bool) -> SubmitRequest:
        """Build the submission of one more job like the one that made a picture; nothing is sent.

        With ``vary`` all seeds are drawn anew.

        Raises:
            Unusable: the picture does not tell, or nothing of it could vary.
        """
        ...


@runtime_checkable
class MediaFiles(Protocol):
    """A server whose files can be fetched without holding them in memory."""

    async def save_media(self, ref: MediaRef, target: Path, report: Report) -> None:
        """Write the file of a picture or video, however large, whole or not at all."""
        ...
