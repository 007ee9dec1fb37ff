"""``ivk-desktop payload``: print what would be posted."""

from __future__ import annotations

from collections.abc import Sequence

from ivk_desktop.commands import exits
from ivk_desktop.commands.opening import opened
from ivk_desktop.commands.options import parse
from ivk_desktop.commands.problems import tell


def main(arguments: Sequence[str]) -> int:
    """Run the command; the exit code."""
    return exits.run(_print, arguments)


def _print(arguments: Sequence[str]) -> int:
    found = opened(parse("payload", "Print the request that would be posted.", arguments))
    readiness = found.readiness()
    tell((*found.handle.warnings, *readiness.warnings, *readiness.problems))
    if not readiness.ready and not found.options.force:
        return exits.NOT_READY
    exits.print_document(found.request().payload)
    return exits.DONE
