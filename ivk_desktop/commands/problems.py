"""Problems as lines for people and as data for scripts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ivk_desktop.commands.exits import say
from ivk_desktop.domain.problems import Problem, Scope
from ivk_desktop.words import sentence


def message(problem: Problem) -> str:
    """The sentence of a problem, led by the place where it does not name it itself."""
    text, args = sentence(problem), problem.args
    if problem.scope is not Scope.FIELD or "field" not in args or str(args["field"]) in text:
        return text
    place = [str(args[key]) for key in ("label", "field") if args.get(key)]
    return f"{', '.join(place)}: {text}"


def as_data(problem: Problem, *, typed: bool) -> dict[str, Any]:
    """A problem as JSON data; ``typed`` adds what it is about."""
    line: dict[str, Any] = {"type": problem.scope.value} if typed else {}
    if problem.node_id is not None:
        line["nodeId"] = problem.node_id
    if problem.field_name is not None:
        line["fieldName"] = problem.field_name
    return {**line, "message": message(problem)}


def listed(problems: Iterable[Problem], *, typed: bool) -> list[dict[str, Any]]:
    """Problems as JSON data, warnings (those without a type) each once.

    Opening a workflow and judging it may both warn of the same thing.
    """
    lines = [as_data(one, typed=typed) for one in problems]
    return lines if typed else [one for at, one in enumerate(lines) if one not in lines[:at]]


def tell(problems: Iterable[Problem]) -> None:
    """Say problems, each on a line, and none twice."""
    for line in dict.fromkeys(map(message, problems)):
        say(line)
