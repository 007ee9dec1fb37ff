"""All that the model manager shows of one server."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ivk_desktop.api.backend import Backend
from ivk_desktop.api.errors import ApiError
from ivk_desktop.api.model_keeping import ModelCache, ModelInstalls
from ivk_desktop.domain.access import Right
from ivk_desktop.domain.installs import FoundModel, HubFiles, StarterModel
from ivk_desktop.domain.models import ModelCacheStats
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.updates import Update
from ivk_desktop.stores.answer import Answer
from ivk_desktop.stores.installs import Installs
from ivk_desktop.stores.library import WorkflowLibrary
from ivk_desktop.stores.library_models import LibraryModels
from ivk_desktop.stores.model_keep import ModelKeep
from ivk_desktop.stores.models import ModelStore
from ivk_desktop.stores.notices import Notices
from ivk_desktop.stores.sign_in import SignIn
from ivk_desktop.tasks import Tasks


class ModelManager(QObject):
    """Keeping, installing and finding models; ``apply`` takes in the server's updates."""

    hub_found = Signal(object, object)
    """The ``HubFiles`` of a repository, or ``None`` and the ``Problem``."""
    folder_scanned = Signal(object, object)
    """A sequence of ``FoundModel``, or ``None`` and the ``Problem``."""

    def __init__(
        self,
        backend: Backend,
        tasks: Tasks,
        models: ModelStore,
        library: WorkflowLibrary,
        sign_in: SignIn,
        notices: Notices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._source = source = backend if isinstance(backend, ModelInstalls) else None
        memory = backend if isinstance(backend, ModelCache) else None
        self._memory = memory
        self.models = models
        self.sign_in = sign_in
        self.keep = ModelKeep(backend, tasks, models, notices, self)
        self.installs = Installs(backend, tasks, notices, self)
        self.in_library = LibraryModels(backend, tasks, library, self)
        self.starters: Answer[Sequence[StarterModel]] = Answer(
            tasks, "starter models", source.starter_models if source else None, notices, self
        )
        self.cache: Answer[ModelCacheStats | None] = Answer(
            tasks, "model cache", memory.model_cache if memory else None, notices, self
        )
        models.changed.connect(self._models_changed)

    def apply(self, update: Update) -> None:
        """Take in what the server tells of installations."""
        self.installs.apply(update)

    @property
    def may_change(self) -> bool:
        """Whether the person may change, delete and install."""
        return self.keep.offered and self.refusal is None

    @property
    def refusal(self) -> Problem | None:
        """Why the person may not, where that is so."""
        return self.sign_in.refusal(Right.MODELS)

    @property
    def is_restricted(self) -> bool:
        """Whether some users of the server may not change and install models."""
        return self.sign_in.account is not None

    def empty_cache(self) -> None:
        """Drop all models that are not in use from the server's memory."""
        if self._memory is not None:
            self.cache.act(self._memory.empty_model_cache)

    def look_up(self, repo: str) -> None:
        """See what a repository has to be installed; ``hub_found`` follows."""
        if self._source is not None:
            self._tasks.start(self._look_up(self._source, repo), "look up", replace=True)

    def scan(self, path: str) -> None:
        """Look for models in a folder of the server; ``folder_scanned`` follows."""
        if self._source is not None:
            self._tasks.start(self._scan(self._source, path), "scan folder", replace=True)

    async def _look_up(self, source: ModelInstalls, repo: str) -> None:
        found: HubFiles | None = None
        problem = None
        try:
            found = await source.hub_files(repo)
        except ApiError as error:
            problem = error.problem
        self.hub_found.emit(found, problem)

    async def _scan(self, source: ModelInstalls, path: str) -> None:
        found: Sequence[FoundModel] | None = None
        problem = None
        try:
            found = await source.scan_folder(path)
        except ApiError as error:
            problem = error.problem
        self.folder_scanned.emit(found, problem)

    def _models_changed(self) -> None:
        """What is installed is no starter model that could be installed any more."""
        if self.starters.value is not None:
            self.starters.read()
