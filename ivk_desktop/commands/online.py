"""A workflow opened for a server: its node types, models and boards are looked at."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from ivk_desktop.api.backends import make_backend
from ivk_desktop.api.client import Client
from ivk_desktop.api.errors import ApiError, NotFound, Unusable
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.commands.editing import apply_edits, read_edits
from ivk_desktop.commands.exits import SERVER, CommandError
from ivk_desktop.commands.opening import Opened, load, read_file
from ivk_desktop.commands.options import Options
from ivk_desktop.commands.sign_in import signed_in
from ivk_desktop.domain.form import Choices
from ivk_desktop.domain.invokeai.access import Access, Known
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.stores import paths


def opened_online(options: Options) -> Opened:
    """Open the workflow and apply the edits.

    Raises:
        CommandError: a file or an edit cannot be used.
        ApiError: the server cannot be reached, or refuses.
    """
    return asyncio.run(_opened(options))


async def _opened(options: Options) -> Opened:
    async with opened_on_server(options) as (found, _):
        return found


@asynccontextmanager
async def opened_on_server(options: Options) -> AsyncIterator[tuple[Opened, Client]]:
    """Open the workflow, and keep talking to its server.

    Raises:
        CommandError: a file or an edit cannot be used.
        ApiError: the server cannot be reached, or refuses.
    """
    # What is wrong here is told before the server is asked for anything.
    read_edits(options.edits)
    read_file(options)

    async def work(profile: ConnectionProfile) -> tuple[Opened, Client]:
        return await _open(options, profile)

    found, client = await signed_in(options.server or "", work)
    try:
        yield found, client
    finally:
        await client.backend.aclose()


async def _open(options: Options, profile: ConnectionProfile) -> tuple[Opened, Client]:
    cache = paths.cache_folder() / "templates"
    backend = make_backend(profile, queue_id=options.queue_id, cache=cache)
    try:
        client = Client(backend, await backend.probe())
        return await _load(options, client), client
    except BaseException:
        await backend.aclose()
        raise


async def _load(options: Options, client: Client) -> Opened:
    try:
        async with asyncio.TaskGroup() as group:
            templates = group.create_task(client.backend.templates.get())
            models = group.create_task(client.models())
            boards = group.create_task(_board_ids(client))
    except* ApiError as errors:
        raise _first(errors) from errors
    access = Access.MISSING if options.assume_missing else Known(models.result(), boards.result())
    handle = load(options, templates.result(), access)
    apply_edits(handle, read_edits(options.edits), options.sets)
    await client.generate(handle)
    return Opened(handle, options, Choices(_keys(models.result()), boards.result()))


def _first(errors: BaseExceptionGroup[ApiError]) -> Exception:
    """One error for all: a document that has no node types is the server's fault, not FILE's."""
    error = errors.exceptions[0]
    if isinstance(error, Unusable):
        return CommandError.of(SERVER, error.problem)
    return error if isinstance(error, ApiError) else ApiError()


async def _board_ids(client: Client) -> frozenset[str] | None:
    try:
        boards = await client.boards()
    except NotFound:
        return None  # a server without boards
    return frozenset(str(board.key.board_id) for board in boards)


def _keys(models: Sequence[ModelInfo]) -> frozenset[str]:
    return frozenset(model.key.native_key for model in models)
