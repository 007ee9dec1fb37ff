"""Arithmetic as it is typed into a number field: ``512*2``, ``(1024-64)/8``. No Qt, no eval."""

from __future__ import annotations

import math
import re
from typing import Final

LONGEST: Final = 200
"""Longer text is no number; the bound also limits how deep parentheses nest."""

_TOKEN: Final = re.compile(
    r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([-+*/%()]))"
)
_UNFINISHED: Final = re.compile(r"[-+*/%(\s]+$")

Number = int | float


def evaluate(text: str) -> Number:
    """Work out an expression of ``+ - * / %`` and parentheses; whole results stay exact ints.

    Raises:
        ValueError: it is no expression, or its result is no finite number.
    """
    if len(text) > LONGEST:
        raise ValueError("too long")
    parser = _Parser(_tokens(text.replace(",", ".") if text.count(",") == 1 else text))
    try:
        value = parser.sum()
    except (ZeroDivisionError, OverflowError) as error:
        raise ValueError("no result") from error
    if parser.left or not math.isfinite(value):
        raise ValueError("no number")
    return value


def evaluate_so_far(text: str) -> Number:
    """Like ``evaluate``, of what is finished of an expression that is still being typed."""
    shorter = _UNFINISHED.sub("", text)
    return evaluate(shorter + ")" * max(0, shorter.count("(") - shorter.count(")")))


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    place, end = 0, len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None:
            raise ValueError("no number")
        tokens.append(match[1] or match[2])
        place = match.end()
    return tokens


class _Parser:
    """Recursive descent over the tokens; ``left`` are those not used yet."""

    def __init__(self, tokens: list[str]) -> None:
        self.left = tokens[::-1]

    def sum(self) -> Number:
        value = self.product()
        while self.left and self.left[-1] in "+-":
            operator, right = self.left.pop(), self.product()
            value = value + right if operator == "+" else value - right
        return value

    def product(self) -> Number:
        value = self.sign()
        while self.left and self.left[-1] in "*/%":
            operator, right = self.left.pop(), self.sign()
            if operator == "*":
                value = value * right
            elif operator == "%":
                value = value % right
            else:
                value = _quotient(value, right)
        return value

    def sign(self) -> Number:
        if self.left and self.left[-1] in "+-":
            negative = self.left.pop() == "-"
            value = self.sign()
            return -value if negative else value
        return self.atom()

    def atom(self) -> Number:
        token = self.left.pop() if self.left else ")"
        if token == "(":
            value = self.sum()
            if not self.left or self.left.pop() != ")":
                raise ValueError("no closing parenthesis")
            return value
        if token[0] in ".0123456789":
            return int(token) if token.isdigit() else float(token)
        raise ValueError("no number")


def _quotient(value: Number, right: Number) -> Number:
    if isinstance(value, int) and isinstance(right, int) and value % right == 0:
        return value // right
    return value / right
