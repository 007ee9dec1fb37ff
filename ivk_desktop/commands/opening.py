"""A workflow opened as the arguments say, with its edits."""

from __future__ import annotations

from dataclasses import dataclass

from ivk_desktop.commands.editing import apply_edits, read_edits
from ivk_desktop.commands.exits import BAD_FILE, USAGE, CommandError
from ivk_desktop.commands.options import Options
from ivk_desktop.domain.boards import BoardId
from ivk_desktop.domain.form import Choices, Readiness, SubmitOptions, SubmitRequest
from ivk_desktop.domain.invokeai.access import Access, AccessPolicy
from ivk_desktop.domain.invokeai.handle import WorkflowHandle
from ivk_desktop.domain.invokeai.load import load_workflow
from ivk_desktop.domain.invokeai.templates import NodeTemplates
from ivk_desktop.domain.limits import DOCUMENT_BYTES
from ivk_desktop.domain.problems import DomainError
from ivk_desktop.stores import paths


@dataclass(frozen=True, slots=True)
class Opened:
    """A workflow with its edits, and what it is judged by."""

    handle: WorkflowHandle
    options: Options
    choices: Choices

    def readiness(self) -> Readiness:
        """Judge the values."""
        return self.handle.readiness(submit_options(self.options), self.choices)

    def request(self) -> SubmitRequest:
        """Build the submission."""
        return self.handle.request(submit_options(self.options))


def submit_options(options: Options) -> SubmitOptions:
    """What the arguments say of the submission."""
    board = BoardId(options.board) if options.board and options.board != "none" else None
    return SubmitOptions(options.runs, board, options.front)


def opened(options: Options) -> Opened:
    """Open the workflow and apply the edits.

    Raises:
        CommandError: a file or an edit cannot be used.
        ApiError: the server cannot be reached, or refuses.
    """
    if options.openapi is None:
        from ivk_desktop.commands.online import opened_online

        return opened_online(options)
    edits = read_edits(options.edits)
    templates = _templates(options)
    access = Access.MISSING if options.assume_missing else Access.KEEP
    handle = load(options, templates, access)
    apply_edits(handle, edits, options.sets)
    return Opened(handle, options, Choices())


def load(options: Options, templates: NodeTemplates, access: AccessPolicy) -> WorkflowHandle:
    """Open the file.

    Raises:
        CommandError: it cannot be read, or is no workflow.
    """
    data = read_file(options)
    try:
        return load_workflow(
            data, options.file.stem, templates, access=access, auto_form=False, prove_paths=False
        )
    except DomainError as error:
        raise CommandError.of(BAD_FILE, error.problem) from error


def read_file(options: Options) -> bytes:
    """The bytes of the workflow's file.

    Raises:
        CommandError: it cannot be read.
    """
    try:
        with options.file.open("rb") as file:
            return file.read(DOCUMENT_BYTES + 1)  # one more tells that it is too large
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a file's name"
        raise CommandError(BAD_FILE, f"{options.file} cannot be read: {reason}.") from error


def _templates(options: Options) -> NodeTemplates:
    from ivk_desktop.api.invokeai.template_cache import node_templates

    path = options.openapi
    assert path is not None
    try:
        return node_templates(path.read_bytes(), paths.cache_folder() / "templates")
    except OSError as error:
        raise CommandError(USAGE, f"{path} cannot be read: {error.strerror}.") from error
    except DomainError as error:
        raise CommandError.of(USAGE, error.problem) from error
    except (ValueError, RecursionError, TypeError, AttributeError, KeyError) as error:
        raise CommandError(USAGE, f"{path} is no OpenAPI document.") from error
