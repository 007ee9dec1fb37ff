"""The optional part of a backend that tells how each of its pictures was made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol, runtime_checkable

from ivk_desktop.domain.media import ImageInfo
from ivk_desktop.domain.pictures import PictureFacts

Turn = Callable[[], Awaitable[None]]
"""Waits until the next request may be made."""


@runtime_checkable
class PictureFactsSource(Protocol):
    """A server that tells it picture by picture."""

    async def picture_facts(self, info: ImageInfo, turn: Turn) -> PictureFacts:
        """Read how a picture was made; ``turn`` is awaited before each request.

        Raises:
            NotFound: the picture is gone.
        """
        ...
