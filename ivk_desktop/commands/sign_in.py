"""How a command signs in: by ``IVK_TOKEN``, else by the keyring entry of the server's profile."""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final, TypeVar

from ivk_desktop.api.errors import Unauthorized
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.commands.exits import SERVER, USAGE, CommandError
from ivk_desktop.domain.problems import DomainError
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import paths
from ivk_desktop.words import sentence

TOKEN_VARIABLE: Final = "IVK_TOKEN"
TOKEN: Final = "token"
"""The name under which the keyring keeps a server's token."""

T = TypeVar("T")


async def signed_in(url: str, work: Callable[[ConnectionProfile], Awaitable[T]]) -> T:
    """Do ``work`` with the server at ``url``; again with the kept token where it asks for one.

    The keyring is only opened when the server wants it: that may take long, and ask the person.

    Raises:
        CommandError: the address cannot be used, or there is no token that the server takes.
    """
    try:
        profile = ConnectionProfile.of(url, token=os.environ.get(TOKEN_VARIABLE, "").strip())
    except DomainError as error:
        raise CommandError.of(USAGE, error.problem) from error
    try:
        return await work(profile)
    except Unauthorized as error:
        token = await _kept_token(profile.url)
        if token and token != profile.token:
            return await work(replace(profile, token=token))
        text = f"{sentence(error.problem)} Set {TOKEN_VARIABLE} to your token."
        raise CommandError(SERVER, text) from error


async def _kept_token(url: str) -> str | None:
    server_id = profile_id(url)
    if server_id is None:
        return None
    from ivk_desktop.stores.secrets import Secrets

    return await Secrets().load(server_id, TOKEN)


def profile_id(url: str) -> ServerId | None:
    """The id of the profile that the settings have for this address."""
    # Read as it is: the window's Settings need Qt, and would mend what a command only looks at.
    try:
        content = json.loads((paths.config_folder() / "settings.json").read_bytes())
        servers = content["servers"]
        found = (one["id"] for one in servers if one.get("url") == url)
        server_id = next(found, None)
    except (OSError, ValueError, RecursionError, TypeError, KeyError, AttributeError):
        return None
    return ServerId(server_id) if isinstance(server_id, str) else None
