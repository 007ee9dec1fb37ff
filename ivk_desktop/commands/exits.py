"""How a command ends: its exit codes, its one sentence of failure, its output."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Final

from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.words import sentence

DONE: Final = 0
USAGE: Final = 2
"""The arguments or the edits cannot be used."""
NOT_READY: Final = 3
BAD_FILE: Final = 4
"""The workflow cannot be loaded."""
SERVER: Final = 5
"""The server or the network failed."""
FAILED: Final = 6
"""An item failed or was canceled."""
INTERRUPTED: Final = 130


class CommandError(Exception):
    """A command cannot go on: its exit code, and the sentence that says why."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code

    @classmethod
    def of(cls, code: int, problem: Problem) -> CommandError:
        """The error of a problem."""
        return cls(code, sentence(problem))


def run(work: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> int:
    """Run a command to its exit code; whatever happens is one sentence, never a traceback."""
    try:
        return work(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else USAGE
    except CommandError as error:
        say(str(error))
        return error.code
    except DomainError as error:
        say(sentence(error.problem))
        return BAD_FILE
    except KeyboardInterrupt:
        say("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        _leave_stdout()
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the border of the command: scripts get a code
        return _failure(error)


def _failure(error: Exception) -> int:
    # Only looked up when something failed: the error tree is not needed for anything else.
    from ivk_desktop.api.errors import ApiError, Unusable

    if isinstance(error, ApiError):
        say(sentence(error.problem))
        return BAD_FILE if isinstance(error, Unusable) else SERVER
    say(f"This did not work: {type(error).__name__}: {one_line(str(error))}")
    return SERVER if isinstance(error, OSError) else BAD_FILE


def say(text: str) -> None:
    """Write a line for people."""
    # Where nobody reads it there is nothing to say.
    with contextlib.suppress(OSError, ValueError):
        print(one_line(text, 2000), file=sys.stderr, flush=True)


def one_line(text: str, limit: int = 300) -> str:
    """Text of others on one line, without anything that a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in text[:limit]).strip()


def print_document(document: object) -> None:
    """Write the one JSON document: ASCII, on one line, indented on a terminal.

    Raises:
        BrokenPipeError: nobody reads it.
    """
    import json

    indent = 2 if sys.stdout.isatty() else None
    text = json.dumps(document, indent=indent, allow_nan=False)
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _leave_stdout() -> None:
    """Let nothing be written at the end of the process, where it would fail again."""
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
