"""A workflow opened for a server: its node types, models and boards are looked at."""

from __future__ import annotations

import asyncio

from ivk_desktop.api.errors import ApiError, NotFound, Unusable
from ivk_desktop.api.http import HttpClient
from ivk_desktop.api.invokeai.app import AppRepository
from ivk_desktop.api.invokeai.boards import BoardRepository
from ivk_desktop.api.invokeai.generated import GeneratedItems
from ivk_desktop.api.invokeai.images import ImageRepository
from ivk_desktop.api.invokeai.models import ModelRepository
from ivk_desktop.api.invokeai.templates import TemplateSource
from ivk_desktop.api.profile import ConnectionProfile
from ivk_desktop.commands.editing import apply_edits, read_edits
from ivk_desktop.commands.exits import SERVER, CommandError
from ivk_desktop.commands.opening import Opened, load, read_file
from ivk_desktop.commands.options import Options
from ivk_desktop.commands.sign_in import signed_in
from ivk_desktop.domain.form import Choices
from ivk_desktop.domain.invokeai.access import Access, Known
from ivk_desktop.domain.invokeai.handle import WorkflowHandle
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import paths


def opened_online(options: Options) -> Opened:
    """Open the workflow and apply the edits.

    Raises:
        CommandError: a file or an edit cannot be used.
        ApiError: the server cannot be reached, or refuses.
    """
    found, _ = asyncio.run(open_signed_in(options))
    return found


async def open_signed_in(options: Options) -> tuple[Opened, ConnectionProfile]:
    """Open the workflow, and tell how the server was reached."""

    async def work(profile: ConnectionProfile) -> tuple[Opened, ConnectionProfile]:
        http = HttpClient(profile)
        try:
            return await _open(options, http), profile
        finally:
            await http.aclose()

    # What is wrong here is told before the server is asked for anything.
    read_edits(options.edits)
    read_file(options)
    return await signed_in(options.server or "", work)


async def _open(options: Options, http: HttpClient) -> Opened:
    server_id = ServerId(http.profile.url)
    app = AppRepository(http)
    await app.version()
    source = TemplateSource(app, http.profile, paths.cache_folder() / "templates")
    try:
        async with asyncio.TaskGroup() as group:
            templates = group.create_task(source.get())
            models = group.create_task(ModelRepository(http, server_id).all())
            boards = group.create_task(_board_ids(http, server_id))
    except* ApiError as errors:
        raise _first(errors) from errors
    access = Access.MISSING if options.assume_missing else Known(models.result(), boards.result())
    handle = load(options, templates.result(), access)
    apply_edits(handle, read_edits(options.edits), options.sets)
    await _generate(handle, GeneratedItems(http, ImageRepository(http, server_id)))
    return Opened(handle, options, Choices(_keys(models.result()), boards.result()))


def _first(errors: BaseExceptionGroup[ApiError]) -> Exception:
    """One error for all: a document that has no node types is the server's fault, not FILE's."""
    error = errors.exceptions[0]
    if isinstance(error, Unusable):
        return CommandError.of(SERVER, error.problem)
    return error if isinstance(error, ApiError) else ApiError()


async def _generate(handle: WorkflowHandle, source: GeneratedItems) -> None:
    for generator in handle.pending_generators():
        try:
            handle.provide_items(generator, await source.items(generator.value))
        except Unusable as error:
            handle.refuse_items(generator, error.problem)


async def _board_ids(http: HttpClient, server_id: ServerId) -> frozenset[str] | None:
    try:
        boards = await BoardRepository(http, server_id).all()
    except NotFound:
        return None  # a server without boards
    return frozenset(str(board.key.board_id) for board in boards)


def _keys(models: list[ModelInfo]) -> frozenset[str]:
    return frozenset(model.key.native_key for model in models)
