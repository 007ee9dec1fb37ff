"""``ivk-desktop form``: print a workflow's form, and what is wrong with its values."""

from __future__ import annotations

from collections.abc import Sequence

from ivk_desktop.commands import exits
from ivk_desktop.commands.opening import opened
from ivk_desktop.commands.options import parse
from ivk_desktop.commands.problems import listed
from ivk_desktop.domain.invokeai.report import field_lines


def main(arguments: Sequence[str]) -> int:
    """Run the command; the exit code."""
    return exits.run(_print, arguments)


def _print(arguments: Sequence[str]) -> int:
    found = opened(parse("form", "Print the form with its values and problems.", arguments))
    readiness = found.readiness()
    warnings = (*found.handle.warnings, *readiness.warnings)
    exits.print_document(
        {
            "fields": field_lines(found.handle),
            "outline": found.handle.outline(),
            "problems": listed(readiness.problems, typed=True),
            "warnings": listed(warnings, typed=False),
        }
    )
    return exits.DONE
