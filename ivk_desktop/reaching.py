"""Reaches servers as the settings and the person say, with the secrets of the keyring."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject

from ivk_desktop.api.access import Access
from ivk_desktop.api.backend import Backend, ModelSource, QueueCounter, WorkflowSource
from ivk_desktop.api.backends import Place, backend_of_kind, find_kind, make_backend
from ivk_desktop.api.errors import ApiError, Unauthorized
from ivk_desktop.api.keys import Keys
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.api.transport import Certificate, certificate_of, fingerprint_of
from ivk_desktop.domain.access import Mode
from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.server_draft import ServerDraft
from ivk_desktop.domain.servers import ServerFacts, ServerId
from ivk_desktop.stores import paths
from ivk_desktop.stores.reach import GATE, TOKEN, Gate, Reach, ServerKeys, secret_name
from ivk_desktop.stores.secrets import Secrets
from ivk_desktop.stores.settings import ServerProfile
from ivk_desktop.ui.server_dialog import DEFAULT_URL

T = TypeVar("T")

LOOK_S = 3.0
"""How long a server of this computer may take to show itself."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A backend, and where its secrets are kept."""

    backend: Backend
    keys: ServerKeys


class Reaching(QObject):
    """Makes backends; keeps and forgets the secrets of servers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.secrets = Secrets()

    def reached(self, profile: ServerProfile) -> Reached:
        """The backend of a server in the settings; nothing is sent yet."""
        reach = Reach.of(profile.model_dump())
        source = ServerKeys(self.secrets, profile.id, reach)
        place = Place(
            profile.id,
            reach.profile(Keys(source=source)),
            profile.queue_id,
            paths.cache_folder() / "templates",
            paths.data_folder() / "pictures",
        )
        return Reached(backend_of_kind(profile.kind, place), source)

    async def with_kind(self, profile: ServerProfile) -> ServerProfile:
        """The profile with the kind of server that answers there now.

        Raises:
            ApiError: none answers that is known.
        """
        reach = Reach.of(profile.model_dump())
        keys = Keys(source=ServerKeys(self.secrets, profile.id, reach))
        kind = await find_kind(reach.profile(keys))
        return profile.model_copy(update={"kind": kind})

    @staticmethod
    def entered(profile: ServerProfile) -> tuple[ServerDraft, str]:
        """What was entered for a server, and a fingerprint; its secrets stay where they are."""
        draft = ServerDraft(
            profile.url,
            profile.ca_file,
            profile.certificate,
            profile.user_name,
            None if profile.user_name else "",
            tuple((name, None) for name in profile.header_names),
        )
        return draft, fingerprint_of(profile.certificate) if profile.certificate else ""

    # --- what a person enters ------------------------------------------------------------
    async def tried(self, profile: ServerProfile, draft: ServerDraft) -> tuple[ServerFacts, str]:
        """Ask what answers, with what was entered; nothing of it is kept.

        Returns the facts, and what else is known in a few words.

        Raises:
            ApiError: why it cannot be reached.
        """
        reach = _reach(draft)
        keys = Keys(gate=(await self._gate(profile, draft)).sent(reach))
        place = Place(profile.id, reach.profile(keys), profile.queue_id)
        backend = backend_of_kind(await find_kind(place.profile), place)
        try:
            facts = await backend.probe()
            try:
                return facts, await self._counted(backend)
            except Unauthorized:
                if not isinstance(backend, Access):
                    raise
                kept = await self.secrets.load(profile.id, secret_name(TOKEN, draft.url))
            backend.keys.token = kept or ""
            try:
                return facts, await self._counted(backend)
            except Unauthorized:
                return facts, self._sign_in_words(await backend.access_mode())
        finally:
            await asyncio.shield(backend.aclose())

    async def kept(
        self, profile: ServerProfile, draft: ServerDraft
    ) -> tuple[ServerProfile, Problem | None]:
        """Keep the secrets that were entered; the profile with all that is no secret.

        With it comes why they do not last over a restart.
        """
        gate, problem = await self._gate(profile, draft), None
        name = secret_name(GATE, draft.url)
        if draft.user_name or draft.headers:
            if not await self.secrets.keep(profile.id, name, gate.text()):
                problem = self.secrets.problem
        elif profile.user_name or profile.header_names:
            await self.secrets.forget(profile.id, name)
        told = {
            "ca_file": draft.ca_file,
            "certificate": draft.certificate,
            "user_name": draft.user_name,
            "header_names": draft.header_names,
        }
        return profile.model_copy(update=told), problem

    async def forget(self, server_id: ServerId, url: str) -> None:
        """Forget all secrets of a server that is removed."""
        for kind in (TOKEN, GATE):
            await self.secrets.forget(server_id, secret_name(kind, url))

    async def certificate(self, draft: ServerDraft) -> Certificate:
        """Read the certificate that a server shows.

        Raises:
            ApiError: it cannot be read.
        """
        return await certificate_of(_reach(draft).profile(Keys()))

    async def found_here(self, url: str = DEFAULT_URL) -> ServerFacts | None:
        """What answers on this computer, at the usual port; ``None`` where no server does."""
        backend = make_backend(ConnectionProfile(url, connect_s=LOOK_S, read_s=LOOK_S))
        try:
            async with asyncio.timeout(LOOK_S):
                return await backend.probe()
        except (ApiError, TimeoutError):
            return None
        finally:
            await asyncio.shield(backend.aclose())

    async def answers(self, url: str) -> bool:
        """Whether a server answers at an address of this computer."""
        return await self.found_here(url) is not None

    async def _gate(self, profile: ServerProfile, draft: ServerDraft) -> Gate:
        """The secrets that were entered, and in their places those that are kept."""
        kept = Gate()
        if draft.password is None or None in dict(draft.headers).values():
            text = await self.secrets.load(profile.id, secret_name(GATE, draft.url))
            kept = Gate.read(text or "")
        headers = {
            name: kept.headers.get(name) if value is None else value
            for name, value in draft.headers
        }
        password = kept.password if draft.password is None else draft.password
        return Gate(password, {name: value for name, value in headers.items() if value})

    # --- words ---------------------------------------------------------------------------
    async def _counted(self, backend: Backend) -> str:
        """What a server has, in a few words; what it does not tell is left out."""
        parts: list[str] = []
        if isinstance(backend, ModelSource):
            models = await _told(backend.models())
            if models is not None:
                several = self.tr("{count} models").format(count=len(models))
                parts.append(self.tr("1 model") if len(models) == 1 else several)
        if isinstance(backend, WorkflowSource):
            workflows = await _told(backend.workflows())
            if workflows is not None:
                several = self.tr("{count} workflows").format(count=len(workflows))
                parts.append(self.tr("1 workflow") if len(workflows) == 1 else several)
        if isinstance(backend, QueueCounter):
            pending = await _told(backend.pending())
            if pending is not None:
                parts.append(self.tr("{count} pending").format(count=pending))
        return ", ".join(parts)

    def _sign_in_words(self, mode: Mode) -> str:
        if mode is Mode.SET_UP:
            return self.tr("It is new: connect to make its first administrator.")
        return self.tr("It wants you to sign in: connect to do so.")


async def _told(asked: Awaitable[T]) -> T | None:
    """What a server tells; ``None`` for what it does not, if not for want of a sign-in."""
    try:
        return await asked
    except Unauthorized:
        raise
    except ApiError:
        return None


def _reach(draft: ServerDraft) -> Reach:
    names = draft.header_names
    return Reach(draft.url, draft.ca_file, draft.certificate, draft.user_name, names)
