"""Changing models: names, phrases, settings, covers, relations; deleting; those without files."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend
from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.model_keeping import ModelKeeper
from ivk_desktop.domain.limits import MEGABYTE
from ivk_desktop.domain.models import ModelChange, ModelKey
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.models import ModelStore
from ivk_desktop.stores.notices import Level, Notices
from ivk_desktop.tasks import Tasks

COVER_BYTES: Final = 32 * MEGABYTE
_numbers = count()


class ModelKeep(QObject):
    """Changes the models of one server; its list is read again after each change.

    What goes wrong is told as a notice.
    """

    missing_changed = Signal()
    related_changed = Signal(object)
    """The ``ModelKey`` of which the related models are known now, or are others."""
    deleted = Signal(int)
    """So many models are gone."""

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        models: ModelStore,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper = backend if isinstance(backend, ModelKeeper) else None
        self._tasks = tasks
        self._models = models
        self._notices = notices
        self._missing: frozenset[ModelKey] = frozenset()
        self._related: dict[ModelKey, tuple[ModelKey, ...]] = {}

    @property
    def offered(self) -> bool:
        """Whether models of this kind of server can be changed."""
        return self._keeper is not None

    @property
    def missing(self) -> frozenset[ModelKey]:
        """The models whose files are gone, as far as the server was asked."""
        return self._missing

    def find_missing(self) -> None:
        """Ask which models have no files any more; it looks at each of them."""
        if self._keeper is not None:
            self._tasks.start(self._find_missing(self._keeper), "missing models", replace=True)

    def related(self, key: ModelKey) -> tuple[ModelKey, ...]:
        """The models that belong to one; asked for, and empty until that is known."""
        if key not in self._related and self._keeper is not None:
            self._related[key] = ()
            # One that is under way may have been answered before a change.
            reading = self._read_related(self._keeper, key)
            self._tasks.start(reading, f"related {key.native_key}", replace=True)
        return self._related.get(key, ())

    def forget(self) -> None:
        """What was read before may not hold any more."""
        self._related.clear()

    # --- what a person does --------------------------------------------------------------
    def change(self, key: ModelKey, change: ModelChange) -> None:
        """Change a model."""
        if (keeper := self._keeper) is not None:
            self._do(lambda: keeper.change_model(key, change))

    def delete(self, keys: Sequence[ModelKey]) -> None:
        """Delete models; ``deleted`` follows."""
        if (keeper := self._keeper) is not None:
            self._tasks.start(self._delete(keeper, tuple(keys)), f"delete models {next(_numbers)}")

    def set_cover(self, key: ModelKey, path: Path) -> None:
        """Show a picture for a model."""
        if (keeper := self._keeper) is not None:
            self._do(lambda: _send_cover(keeper, key, path))

    def remove_cover(self, key: ModelKey) -> None:
        """Show no picture for a model any more."""
        if (keeper := self._keeper) is not None:
            self._do(lambda: keeper.remove_model_cover(key))

    def relate(self, key: ModelKey, other: ModelKey, related: bool) -> None:
        """Say that two models belong together, or no longer do."""
        if (keeper := self._keeper) is None:
            return

        def told() -> None:
            for one in (key, other):
                self._related.pop(one, None)
                self.related_changed.emit(one)

        self._do(lambda: keeper.relate_models(key, other, related), told)

    # --- inside --------------------------------------------------------------------------
    def _do(
        self, change: Callable[[], Awaitable[object]], then: Callable[[], None] | None = None
    ) -> None:
        self._tasks.start(self._done(change, then), f"change models {next(_numbers)}")

    async def _done(
        self, change: Callable[[], Awaitable[object]], then: Callable[[], None] | None
    ) -> None:
        try:
            await change()
        except ApiError as error:
            self._tell(error)
        except OSError as error:
            reason = error.strerror or str(error) or type(error).__name__
            self._notices.problem(Problem("cover_unreadable", {"reason": reason}), key="models")
        else:
            if then is not None:
                then()
        self._models.reload()

    async def _delete(self, keeper: ModelKeeper, keys: tuple[ModelKey, ...]) -> None:
        try:
            failed = await keeper.delete_models(keys)
        except ApiError as error:
            self._tell(error)
        else:
            if failed:
                reason = next(iter(failed.values()))[:300]
                problem = Problem("models_not_deleted", {"count": len(failed), "reason": reason})
                self._notices.problem(problem, key="models", level=Level.WARNING)
            if gone := len(keys) - len(failed):
                self.deleted.emit(gone)
        self._models.reload()
        self.find_missing()

    async def _find_missing(self, keeper: ModelKeeper) -> None:
        try:
            found = frozenset(await keeper.missing_models())
        except ApiError as error:
            self._tell(error)
            return
        if found != self._missing:
            self._missing = found
            self.missing_changed.emit()

    async def _read_related(self, keeper: ModelKeeper, key: ModelKey) -> None:
        try:
            found = tuple(await keeper.related_models(key))
        except ApiError:
            return  # nothing is related then; it is asked again when the window opens
        if found:
            self._related[key] = found
            self.related_changed.emit(key)

    def _tell(self, error: ApiError) -> None:
        key = f"models:{error.problem.code}"
        self._notices.problem(error.problem, detail=error.detail, key=key)


async def _send_cover(keeper: ModelKeeper, key: ModelKey, path: Path) -> None:
    """Raises OSError for a file that cannot be read, or is too large for a picture."""

    def read() -> bytes:
        if path.stat().st_size > COVER_BYTES:
            raise OSError(f"{path.name} is larger than {COVER_BYTES // MEGABYTE} MB")
        return path.read_bytes()

    await keeper.set_model_cover(key, await asyncio.to_thread(read), path.name)
