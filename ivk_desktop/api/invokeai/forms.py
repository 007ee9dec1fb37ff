"""Workflow documents as forms, with this server's templates and models."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ivk_desktop.api.errors import ApiError, Unusable
from ivk_desktop.api.invokeai.models import ModelRepository
from ivk_desktop.api.invokeai.templates import TemplateSource
from ivk_desktop.domain.invokeai.templates import NodeTemplates
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.domain.problems import DomainError

if TYPE_CHECKING:
    from ivk_desktop.domain.invokeai.handle import WorkflowHandle
    from ivk_desktop.domain.invokeai.submission import Submitter

log = logging.getLogger(__name__)


class FormLoader:
    """Opens documents; the work runs off the event loop."""

    def __init__(self, templates: TemplateSource, models: ModelRepository) -> None:
        self._templates = templates
        self._models = models

    async def load(
        self, data: bytes | Mapping[str, Any], name: str, submitter: Submitter | None = None
    ) -> WorkflowHandle:
        """Open a document.

        Raises:
            Unusable: it is no workflow; ``problem`` says why.
        """
        templates, models = await asyncio.gather(self._templates.get(), self._known_models())
        try:
            return await asyncio.to_thread(_open, data, name, templates, models, submitter)
        except DomainError as error:
            raise Unusable(error.problem) from error

    async def _known_models(self) -> list[ModelInfo] | None:
        """The models; without them nothing is looked up, and nothing said to be missing."""
        try:
            return await self._models.all()
        except ApiError as error:
            log.info("models are not known: %s", error)
            return None


def _open(
    data: bytes | Mapping[str, Any],
    name: str,
    templates: NodeTemplates,
    models: list[ModelInfo] | None,
    submitter: Submitter | None,
) -> WorkflowHandle:
    """Runs in a thread. Imports late (80 ms): lists come before forms."""
    from ivk_desktop.domain.invokeai.load import load_workflow

    return load_workflow(data, name, templates, models, submitter=submitter)
