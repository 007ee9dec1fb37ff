"""What generators yield, value for value as the web UI does it (workflow spec 3.4).

Dynamic prompts and the pictures of a board are only known to the server: whoever builds a
request resolves them and passes them in.
"""

from __future__ import annotations

import json
import math
import random
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from ivk_desktop.domain.invokeai.mt19937 import MersenneTwister
from ivk_desktop.domain.problems import DomainError, Problem, Scope

MAX_ITEMS: Final = 100_000
"""More items than any queue takes; a generator that asks for more is refused."""
REMOTE_TYPES: Final = frozenset(
    {
        "string_generator_dynamic_prompts_random",
        "string_generator_dynamic_prompts_combinatorial",
        "image_generator_images_from_board",
    }
)
"""The generators that a server has to resolve."""
_LARGEST: Final = 1e300
_BLANKS: Final = "\t\n\v\f\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What JavaScript takes for blanks: not all that Python does, and the byte order mark."""
_FLOAT_PREFIX: Final = re.compile(
    rf"[{_BLANKS}]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)", re.ASCII
)
_INT_PREFIX: Final = re.compile(rf"[{_BLANKS}]*([+-]?\d+)", re.ASCII)

Items = list[Any]


def is_remote(value: object) -> bool:
    """Whether the server has to resolve this generator."""
    kind = value.get("type") if isinstance(value, Mapping) else None
    return isinstance(kind, str) and kind in REMOTE_TYPES


def is_drawn(value: Mapping[str, Any]) -> bool:
    """Whether this generator draws at random, others each time."""
    return "_random" in str(value.get("type")) and value.get("seed") is None


def generate(value: object) -> Items:
    """The items of a generator that needs no server.

    Raises:
        DomainError: it is no generator, its parameters are of a wrong type, or it asks for more
            than ``MAX_ITEMS``.
    """
    kind = value.get("type") if isinstance(value, Mapping) else None
    make = _GENERATORS.get(kind) if isinstance(kind, str) else None
    if make is None or not isinstance(value, Mapping):
        raise _bad("generator_unknown")
    cached = value.get("values")
    if str(kind).startswith("float") and isinstance(cached, list):
        if not all(_is_number(one) for one in cached):
            raise _bad("generator_bad")
        return list(cached)
    return make(value)


def _bad(code: str) -> DomainError:
    return DomainError(Problem(code, {"limit": MAX_ITEMS}, scope=Scope.BATCH))


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _number(value: Mapping[str, Any], key: str, default: float) -> Any:
    found = value.get(key, default)
    if not _is_number(found) or not abs(found) <= _LARGEST:
        raise _bad("generator_bad")
    return found


def _integer(value: Mapping[str, Any], key: str, default: int) -> int:
    found = _number(value, key, default)
    if found != int(found):
        raise _bad("generator_bad")
    return int(found)


def _count(value: Mapping[str, Any]) -> int:
    count = _integer(value, "count", 10)
    if count > MAX_ITEMS:
        raise _bad("generator_too_many")
    return max(count, 0)


def _text(value: Mapping[str, Any], key: str, default: str) -> str:
    found = value.get(key, default)
    if not isinstance(found, str):
        raise _bad("generator_bad")
    return found


def _rng(value: Mapping[str, Any]) -> Callable[[], float]:
    if value.get("seed") is None:
        return random.random
    return MersenneTwister(_integer(value, "seed", 0)).random


def _arithmetic(start: Any, step: Any, count: int) -> Items:
    return [start] if step == 0 else [start + index * step for index in range(count)]


def _float_arithmetic(value: Mapping[str, Any]) -> Items:
    return _arithmetic(_number(value, "start", 0), _number(value, "step", 0.1), _count(value))


def _integer_arithmetic(value: Mapping[str, Any]) -> Items:
    start, step = _integer(value, "start", 0), _integer(value, "step", 1)
    # By floats, as in JavaScript: beyond 2**53 they are not what exact integers would be.
    return [int(number) for number in _arithmetic(float(start), float(step), _count(value))]


def _float_linear(value: Mapping[str, Any]) -> Items:
    start, end, count = _number(value, "start", 0), _number(value, "end", 1), _count(value)
    if count == 1:
        return [start]
    return [start + (end - start) * (index / (count - 1)) for index in range(count)]


def _integer_linear(value: Mapping[str, Any]) -> Items:
    start, end, count = _integer(value, "start", 0), _integer(value, "end", 10), _count(value)
    if count == 1:
        return [start]
    way = float(end) - start
    return [int(float(start) + _rounded(way * (i / (count - 1)))) for i in range(count)]


def _rounded(number: float) -> int:
    """The nearest integer; halves go up, negative ones too, where round() takes the even one."""
    below = math.floor(number)
    return below + 1 if number - below >= 0.5 else below


def _float_uniform(value: Mapping[str, Any]) -> Items:
    low, high, draw = _number(value, "min", 0), _number(value, "max", 1), _rng(value)
    return [draw() * (high - low) + low for _ in range(_count(value))]


def _integer_uniform(value: Mapping[str, Any]) -> Items:
    low, high, draw = _integer(value, "min", 0), _integer(value, "max", 10), _rng(value)
    width = float(high) - low + 1
    return [int(math.floor(draw() * width) + float(low)) for _ in range(_count(value))]


def _split(value: Mapping[str, Any], default: str) -> list[str]:
    text, split_on = _text(value, "input", default), _text(value, "splitOn", ",")
    if not split_on:
        return [text]
    try:
        separator = json.loads(f'"{split_on}"')
    except ValueError:
        separator = split_on
    parts = text.split(separator) if isinstance(separator, str) and separator else list(text)
    if len(parts) > MAX_ITEMS:
        raise _bad("generator_too_many")
    return parts


def _float_parse(value: Mapping[str, Any]) -> Items:
    parts = _split(value, "0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1")
    found = (_FLOAT_PREFIX.match(part) for part in parts)
    numbers = (float(match[1]) for match in found if match)
    return [number for number in numbers if math.isfinite(number)]


def _integer_parse(value: Mapping[str, Any]) -> Items:
    found = (_INT_PREFIX.match(part) for part in _split(value, "1,2,3,4,5,6,7,8,9,10"))
    numbers = (float(match[1]) for match in found if match)
    return [int(number) for number in numbers if math.isfinite(number)]


def _string_parse(value: Mapping[str, Any]) -> Items:
    return [part for part in _split(value, "foo,bar,baz,qux") if part]


_GENERATORS: Final[dict[str, Callable[[Mapping[str, Any]], Items]]] = {
    "float_generator_arithmetic_sequence": _float_arithmetic,
    "float_generator_linear_distribution": _float_linear,
    "float_generator_random_distribution_uniform": _float_uniform,
    "float_generator_parse_string": _float_parse,
    "integer_generator_arithmetic_sequence": _integer_arithmetic,
    "integer_generator_linear_distribution": _integer_linear,
    "integer_generator_random_distribution_uniform": _integer_uniform,
    "integer_generator_parse_string": _integer_parse,
    "string_generator_parse_string": _string_parse,
}
