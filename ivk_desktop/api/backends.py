"""The one place that says which backend a server gets."""

from __future__ import annotations

from pathlib import Path

from ivk_desktop.api.backend import Backend
from ivk_desktop.api.invokeai.backend import InvokeAIBackend
from ivk_desktop.api.invokeai.install import INVOKEAI
from ivk_desktop.api.invokeai.replay import ReplayBackend
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.domain.servers import ServerId

LOCAL_KIND = INVOKEAI
"""The kind of server that can be started on this computer."""


def make_backend(
    profile: ConnectionProfile,
    *,
    server_id: ServerId | None = None,
    queue_id: str = "default",
    cache: Path | None = None,
) -> InvokeAIBackend:
    """Make the backend of one server; nothing is sent yet.

    ``server_id`` is the address where nothing else names the server. ``cache`` is a folder that
    may vanish (node templates); ``None`` keeps nothing.
    """
    server_id = server_id or ServerId(profile.url)
    return InvokeAIBackend(server_id, profile, queue_id=queue_id, cache=cache)


def make_replay(path: Path, server_id: ServerId) -> Backend:
    """Make a backend that plays a recording of events; see ``EventTap``."""
    return ReplayBackend(server_id, path)
