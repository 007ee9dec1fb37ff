"""Answers that refuse a request, in the shapes FastAPI gives them."""

from __future__ import annotations

from typing import Any


class Refused(Exception):
    """A request that cannot be served; ``detail`` is the body's ``detail``."""

    def __init__(self, status: int, detail: Any) -> None:
        super().__init__(str(detail))
        self.status = status
        self.detail = detail


class Broken(Exception):
    """A request that crashes the real server: a plain-text 500."""


def not_found(detail: str) -> Refused:
    """A 404 with a sentence."""
    return Refused(404, detail)


def invalid(*errors: dict[str, Any]) -> Refused:
    """A 422 with a list of errors."""
    return Refused(422, list(errors))


def error(
    kind: str, loc: tuple[Any, ...], message: str, value: Any, ctx: dict[str, Any] | None = None
) -> dict[str, Any]:
    """One entry of a 422."""
    result: dict[str, Any] = {"type": kind, "loc": list(loc), "msg": message, "input": value}
    if ctx is not None:
        result["ctx"] = ctx
    return result


def missing(loc: tuple[Any, ...], value: Any = None) -> dict[str, Any]:
    """The entry for a field that is not there."""
    return error("missing", loc, "Field required", value)


def value_error(loc: tuple[Any, ...], message: str, value: Any) -> dict[str, Any]:
    """The entry of a rule that a whole object breaks."""
    return error("value_error", loc, f"Value error, {message}", value, {"error": {}})


def one_of(options: tuple[str, ...]) -> str:
    """Options as pydantic lists them: 'a', 'b' or 'c'."""
    quoted = [f"'{option}'" for option in options]
    return " or ".join(filter(None, [", ".join(quoted[:-1]), quoted[-1]]))
