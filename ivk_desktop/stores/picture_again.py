"""Making pictures again: with the values that made them, or with other seeds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend
from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.picture_backend import PictureRepeats
from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.notices import Notices
from ivk_desktop.tasks import Tasks

_numbers = count()


class PictureAgain(QObject):
    """Builds the submissions of one server's pictures, in the order of the pictures."""

    built = Signal(object, object)
    """A ``MediaRef`` and the ``SubmitRequest`` that is to be handed in now."""

    def __init__(
        self, backend: Backend, tasks: Tasks, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._source = backend if isinstance(backend, PictureRepeats) else None
        self._tasks = tasks
        self._notices = notices

    @property
    def is_offered(self) -> bool:
        """Whether this kind of server's pictures tell what they were made with."""
        return self._source is not None

    def run(self, refs: Sequence[MediaRef], *, vary: bool) -> None:
        """Make pictures again; ``built`` follows for each, or a notice says why not."""
        if self._source is not None and refs:
            work = self._run(self._source, tuple(refs), vary)
            self._tasks.start(work, f"again {next(_numbers)}")

    async def _run(self, source: PictureRepeats, refs: tuple[MediaRef, ...], vary: bool) -> None:
        for ref in refs:
            if (request := await self._request(source, ref, vary)) is not None:
                self.built.emit(ref, request)

    async def _request(
        self, source: PictureRepeats, ref: MediaRef, vary: bool
    ) -> SubmitRequest | None:
        try:
            return await source.picture_request(ref, vary=vary)
        except ApiError as error:
            key = f"again:{error.problem.code}"
            self._notices.problem(error.problem, detail=error.detail, key=key)
            return None
