"""Pictures that become files: many by a template, or one zip."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ivk_desktop.api.backend import Backend, BulkDownloads, GallerySource
from ivk_desktop.api.errors import ApiError, Unauthorized, Unreachable
from ivk_desktop.domain.media import MediaKind, MediaRef, MediaSize
from ivk_desktop.domain.naming import ENDINGS, NameTemplate, values_of
from ivk_desktop.domain.pictures import PictureDetails
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.new_files import write_new
from ivk_desktop.stores.transfers import Transfer, TransferKind


@dataclass(frozen=True, slots=True)
class SaveOptions:
    """Where to, under which names, and whether a JSON file beside each picture tells of it."""

    folder: Path
    template: NameTemplate
    sidecars: bool = False


class Save(Transfer):
    """Saves pictures as the server has them; a file that is there already is never replaced."""

    def __init__(
        self,
        backend: Backend,
        refs: Sequence[MediaRef],
        options: SaveOptions,
        server: str,
        board_name: Callable[[str | None], str],
    ) -> None:
        super().__init__(TransferKind.SAVE, str(options.folder), len(refs))
        self._backend = backend
        self._refs = tuple(refs)
        self._options = options
        self._server = server
        self._board_name = board_name
        self.files: list[Path] = []
        """What was written, without the sidecars."""

    async def run(self) -> None:
        """Save all.

        Raises:
            ApiError: the server is away.
        """
        for number, ref in enumerate(self._refs, 1):
            try:
                await self._save(ref, number)
            except (Unreachable, Unauthorized):
                raise
            except ApiError as error:
                self.fail(ref.name, error.problem)
            except OSError as error:
                reason = error.strerror or type(error).__name__
                args = {"path": str(self._options.folder), "reason": reason}
                self.fail(ref.name, Problem("folder_unwritable", args))
                return  # the next would fare no better
            else:
                self.succeed()

    async def _save(self, ref: MediaRef, number: int) -> None:
        options, details = self._options, None
        if options.sidecars or options.template.needs_details:
            details = await self._details(ref)
        data = await self._backend.fetch(ref, MediaSize.FULL)
        board = self._board_name(details.info.board_id) if details is not None else ""
        values = values_of(details, ref.name, number, self.total, board, self._server)
        path = options.template.render(values, ending_of(ref))
        beside = sidecar(ref, details, values) if options.sidecars else None
        wanted = options.folder.joinpath(*path.parts)
        self.files.append(await asyncio.to_thread(write_new, wanted, data, beside))

    async def _details(self, ref: MediaRef) -> PictureDetails | None:
        if isinstance(self._backend, GallerySource):
            return await self._backend.picture_details(ref)
        return None


class ZipDownload(Transfer):
    """Has the server pack pictures, and fetches what it made."""

    def __init__(self, source: BulkDownloads, refs: Sequence[MediaRef], target: Path) -> None:
        pictures = [ref for ref in refs if ref.kind is MediaKind.IMAGE]
        super().__init__(TransferKind.ZIP, target.name, len(pictures))
        self.files: tuple[Path, ...] = ()
        """The zip files: more than one where the server packs no more into one."""
        self.left_out = len(refs) - len(pictures)
        """Videos: the server packs none."""
        self._source = source
        self._refs = pictures
        self._target = target
        self.waits = True

    @property
    def fraction(self) -> float | None:
        """How much of the file is here; ``None`` while the server packs."""
        return None if self.waits else self._part

    def report(self, done: int, total: int | None) -> None:
        """Note how many bytes are here; 0 of an unknown number is the server at work."""
        if not done and total is None:
            self.waits = True
            self.changed.emit()
        else:
            super().report(done, total)

    async def run(self) -> None:
        """Wait for the server and fetch.

        Raises:
            ApiError: the server cannot, or is away.
        """
        made = await self._source.download_pictures(self._refs, self._target, self.report)
        self.files = tuple(made)
        self.succeed(self.total)


def ending_of(ref: MediaRef) -> str:
    """The ending of a picture's file, as it is delivered."""
    ending = f".{ref.name.rpartition('.')[2].lower()}"
    if ending in ENDINGS:
        return ending
    return ".mp4" if ref.kind is MediaKind.VIDEO else ".png"


def sidecar(ref: MediaRef, details: PictureDetails | None, values: Mapping[str, str]) -> bytes:
    """What the JSON file beside a picture says of it."""
    told = _told(ref, details, values)
    return json.dumps(told, indent=2, ensure_ascii=False).encode(errors="replace")


def _told(
    ref: MediaRef, details: PictureDetails | None, values: Mapping[str, str]
) -> dict[str, Any]:
    told: dict[str, Any] = {"name": ref.name, "server": values["server"]}
    if details is None:
        return told
    info = details.info
    told |= {
        "board": values["board"],
        "created_at": datetime.fromtimestamp(info.created_at, UTC).isoformat(),
        "width": info.width,
        "height": info.height,
        "starred": info.starred,
        "facts": asdict(details.facts),
    }
    return told | dict(details.raw)
