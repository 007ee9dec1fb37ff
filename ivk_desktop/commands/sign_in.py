"""How a command signs in: by ``IVK_TOKEN``, else by the keyring entry of the server's profile."""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, TypeVar

from ivk_desktop.api.errors import Unauthorized
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.commands.exits import SERVER, USAGE, CommandError
from ivk_desktop.domain.problems import DomainError
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import paths
from ivk_desktop.words import sentence

TOKEN_VARIABLE: Final = "IVK_TOKEN"

T = TypeVar("T")


async def signed_in(url: str, work: Callable[[ConnectionProfile], Awaitable[T]]) -> T:
    """Do ``work`` with the server at ``url``; again with the kept token where it asks for one.

    The keyring is only opened when the server wants it: that may take long, and ask the person.

    Raises:
        CommandError: the address cannot be used, or there is no token that the server takes.
    """
    try:
        profile = _profile(url, os.environ.get(TOKEN_VARIABLE, "").strip())
    except DomainError as error:
        raise CommandError.of(USAGE, error.problem) from error
    try:
        return await work(profile)
    except Unauthorized as error:
        if await profile.keys.find_token():
            return await work(profile)
        text = f"{sentence(error.problem)} Set {TOKEN_VARIABLE} to your token."
        raise CommandError(SERVER, text) from error


def _profile(url: str, token: str) -> ConnectionProfile:
    """The profile of an address, with what the settings say of reaching it."""
    profile = ConnectionProfile.of(url, token=token)
    entry = _entry(profile.url)
    if entry is None:
        return profile
    from ivk_desktop.api.keys import Keys
    from ivk_desktop.stores.reach import Reach, ServerKeys
    from ivk_desktop.stores.secrets import Secrets

    reach = Reach.of(entry)
    source = ServerKeys(Secrets(), ServerId(entry["id"]), reach)
    return reach.profile(Keys(token, source=source))


def _entry(url: str) -> Mapping[str, Any] | None:
    """The entry that the settings have for this address."""
    # Read as it is: the window's Settings need Qt, and would mend what a command only looks at.
    try:
        content = json.loads((paths.config_folder() / "settings.json").read_bytes())
        found = next((one for one in content["servers"] if one.get("url") == url), None)
    except (OSError, ValueError, RecursionError, TypeError, KeyError, AttributeError):
        return None
    return found if found is not None and isinstance(found.get("id"), str) else None
