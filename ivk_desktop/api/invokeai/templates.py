"""The server's node templates: read once a connection, kept by content."""

from __future__ import annotations

import asyncio
import importlib
import logging
from pathlib import Path

from ivk_desktop.api.errors import ApiError, BadAnswer, Unusable
from ivk_desktop.api.failures import arguments
from ivk_desktop.api.invokeai.app import AppRepository
from ivk_desktop.api.invokeai.template_cache import node_templates
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.invokeai.templates import NodeTemplates
from ivk_desktop.domain.problems import DomainError

log = logging.getLogger(__name__)

DOCUMENT_MODULES = ("ivk_desktop.domain.invokeai.load", "jsonpath_ng.ext.parser")
"""What the first document would import."""


class TemplateSource:
    """Node templates of one server, read once a connection.

    The document itself is always read (18 ms): it has no ETag, and a node pack changes it without
    a new version. What is made of it is kept in ``cache`` under the document's hash, so that
    several servers and processes share it; a file that cannot be read is made anew.
    """

    def __init__(self, app: AppRepository, profile: ConnectionProfile, cache: Path | None) -> None:
        self._app = app
        self._profile = profile
        self._cache = cache
        self._found: NodeTemplates | None = None
        self._stale = True
        self._lock = asyncio.Lock()

    def expire(self) -> None:
        """Read anew the next time: the server may have been restarted with other nodes."""
        self._stale = True

    async def prepare(self) -> None:
        """Read them before anyone asks; a failure is told to whoever asks then.

        The lists stand by then: what documents are opened with is imported, too (80 ms).
        """
        try:
            await self.get()
        except ApiError as error:
            log.info("no node templates yet: %s", error)
        for name in DOCUMENT_MODULES:
            await asyncio.to_thread(importlib.import_module, name)

    def title(self, node_type: str) -> str:
        """A node type's title; empty while the templates are not known."""
        if self._found is None or node_type not in self._found:
            return ""
        return self._found[node_type].title

    async def get(self) -> NodeTemplates:
        """The templates; parsing runs off the event loop."""
        async with self._lock:
            if self._found is None or self._stale:
                document = await self._app.openapi()
                self._found = await asyncio.to_thread(self._parse, document)
                self._stale = False
            return self._found

    def _parse(self, document: bytes) -> NodeTemplates:
        try:
            return node_templates(document, self._cache)
        except DomainError as error:
            raise Unusable(error.problem) from error
        except (ValueError, RecursionError, TypeError) as error:
            args = arguments(self._profile, what="broken JSON")
            raise BadAnswer(str(error), **args) from error
