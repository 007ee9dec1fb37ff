"""The one place that says which backend a server gets.

Another kind of server is a folder beside ``invokeai`` and a line in ``KINDS``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from ivk_desktop.api.backend import Backend
from ivk_desktop.api.diffugen.backend import DiffuGenBackend
from ivk_desktop.api.errors import ApiError, Forbidden, NotThisKind, Unauthorized, UnknownKind
from ivk_desktop.api.failures import arguments
from ivk_desktop.api.inferencesh.backend import InferenceBackend
from ivk_desktop.api.invokeai.backend import InvokeAIBackend
from ivk_desktop.api.invokeai.install import INVOKEAI
from ivk_desktop.api.invokeai.replay import ReplayBackend
from ivk_desktop.api.loramanager.backend import LoraManagerBackend
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.api.sdapi.backend import SdBackend
from ivk_desktop.domain.servers import ServerId

LOCAL_KIND = INVOKEAI
"""The kind of server that can be started on this computer."""


@dataclass(frozen=True, slots=True)
class Place:
    """What a backend is made with.

    ``cache`` is a folder that may vanish, ``kept`` one that does not: for results that a server
    does not keep. ``None`` keeps nothing.
    """

    server_id: ServerId
    profile: ConnectionProfile
    queue_id: str = "default"
    cache: Path | None = None
    kept: Path | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of server: its name in the settings, what people call it, and its backend."""

    name: str
    product: str
    make: Callable[[Place], Backend]


KINDS: Final = (
    Kind(
        "invokeai",
        "InvokeAI",
        lambda p: make_backend(
            p.profile, server_id=p.server_id, queue_id=p.queue_id, cache=p.cache
        ),
    ),
    Kind("sdapi", "A1111", lambda p: SdBackend(p.server_id, p.profile, p.kept)),
    Kind("diffugen", "DiffuGen", lambda p: DiffuGenBackend(p.server_id, p.profile, p.cache)),
    Kind(
        "loramanager",
        "LoRA Manager",
        lambda p: LoraManagerBackend(p.server_id, p.profile, p.kept),
    ),
    Kind(
        "inferencesh",
        "inference.sh",
        lambda p: InferenceBackend(p.server_id, p.profile, p.kept),
    ),
)
"""The kinds in the order in which they are tried; the first is what is taken for granted."""


def make_backend(
    profile: ConnectionProfile,
    *,
    server_id: ServerId | None = None,
    queue_id: str = "default",
    cache: Path | None = None,
) -> InvokeAIBackend:
    """Make the backend of an InvokeAI server; nothing is sent yet.

    ``server_id`` is the address where nothing else names the server. ``cache`` is a folder that
    may vanish (node templates); ``None`` keeps nothing.
    """
    server_id = server_id or ServerId(profile.url)
    return InvokeAIBackend(server_id, profile, queue_id=queue_id, cache=cache)


def backend_of_kind(name: str, place: Place) -> Backend:
    """Make the backend of a server whose kind is known; the first kind for a name that is not."""
    kind = next((kind for kind in KINDS if kind.name == name), KINDS[0])
    return kind.make(replace(place, profile=replace(place.profile, product=kind.product)))


async def find_kind(profile: ConnectionProfile) -> str:
    """Ask which kind of server answers at an address; its name in ``KINDS``.

    Raises:
        UnknownKind: none that is known.
        ApiError: nothing answers, or it wants to be signed in to.
    """
    closed: ApiError | None = None
    for kind in KINDS:
        backend = backend_of_kind(kind.name, Place(ServerId(profile.url), profile))
        try:
            await backend.probe()
        except NotThisKind:
            continue
        except (Unauthorized, Forbidden) as error:
            closed = closed or error  # another kind may have other doors
        else:
            return kind.name
        finally:
            await asyncio.shield(backend.aclose())
    raise closed or UnknownKind("", **arguments(profile))


def make_replay(path: Path, server_id: ServerId) -> Backend:
    """Make a backend that plays a recording of events; see ``EventTap``."""
    return ReplayBackend(server_id, path)
