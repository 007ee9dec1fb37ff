"""The generators that a generator field may hold, and their parameters. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from ivk_desktop.domain.form import FieldKind, FieldSpec, Limits


class ParameterKind(Enum):
    """What a parameter is edited with."""

    INTEGER = FieldKind.INTEGER
    FLOAT = FieldKind.FLOAT
    STRING = FieldKind.STRING
    SEED = "seed"
    BOARD = "board"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its JSON name, kind and first value (``None``: left unset)."""

    name: str
    kind: ParameterKind
    default: Any = None

    @property
    def title(self) -> str:
        """Its name for people."""
        words = "".join(f" {c.lower()}" if c.isupper() else c for c in self.name)
        return words.replace("_", " ").replace(" id", "").capitalize()


_INT, _FLOAT, _TEXT = ParameterKind.INTEGER, ParameterKind.FLOAT, ParameterKind.STRING
_COUNT: Final = Parameter("count", _INT, 10)
_SEED: Final = Parameter("seed", ParameterKind.SEED)
_SPLIT: Final = Parameter("splitOn", _TEXT, ",")

TYPES: Final[dict[str, tuple[Parameter, ...]]] = {
    "float_generator_arithmetic_sequence": (
        Parameter("start", _FLOAT, 0),
        Parameter("step", _FLOAT, 0.1),
        _COUNT,
    ),
    "float_generator_linear_distribution": (
        Parameter("start", _FLOAT, 0),
        Parameter("end", _FLOAT, 1),
        _COUNT,
    ),
    "float_generator_random_distribution_uniform": (
        Parameter("min", _FLOAT, 0),
        Parameter("max", _FLOAT, 1),
        _COUNT,
        _SEED,
    ),
    "float_generator_parse_string": (
        Parameter("input", _TEXT, "0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1"),
        _SPLIT,
    ),
    "integer_generator_arithmetic_sequence": (
        Parameter("start", _INT, 0),
        Parameter("step", _INT, 1),
        _COUNT,
    ),
    "integer_generator_linear_distribution": (
        Parameter("start", _INT, 0),
        Parameter("end", _INT, 10),
        _COUNT,
    ),
    "integer_generator_random_distribution_uniform": (
        Parameter("min", _INT, 0),
        Parameter("max", _INT, 10),
        _COUNT,
        _SEED,
    ),
    "integer_generator_parse_string": (
        Parameter("input", _TEXT, "1, 2, 3, 4, 5, 6, 7, 8, 9, 10"),
        _SPLIT,
    ),
    "string_generator_parse_string": (Parameter("input", _TEXT, "foo,bar,baz,qux"), _SPLIT),
    "string_generator_dynamic_prompts_random": (
        Parameter("input", _TEXT, "a super {cute|ferocious} {dog|cat}"),
        _COUNT,
        _SEED,
    ),
    "string_generator_dynamic_prompts_combinatorial": (
        Parameter("input", _TEXT, "a super {cute|ferocious} {dog|cat}"),
        Parameter("maxPrompts", _INT, 10),
    ),
    "image_generator_images_from_board": (
        Parameter("board_id", ParameterKind.BOARD),
        Parameter("category", ParameterKind.CATEGORY, "images"),
    ),
}
"""The parameters of each generator by the ``type`` in its value."""

_LEAST_ONE: Final = ("count", "maxPrompts")


def siblings(kind: str) -> list[str]:
    """The types that may stand where this one stands: those of the same kind of item."""
    item = kind.split("_", 1)[0]
    return [name for name in TYPES if name.startswith(f"{item}_generator_")]


def title(kind: str) -> str:
    """A type's name for people."""
    return kind.partition("_generator_")[2].replace("_", " ").capitalize() or kind


def first_value(kind: str) -> dict[str, Any]:
    """A new generator of that type."""
    set_ones = {p.name: p.default for p in TYPES[kind] if p.default is not None}
    return {"type": kind, **set_ones}


def changed(value: dict[str, Any], name: str, new: Any) -> dict[str, Any]:
    """A generator with another parameter (``None`` takes it out).

    Cached ``values`` would win over the parameters: they are dropped.
    """
    kept = {key: old for key, old in value.items() if key not in ("values", name)}
    return kept if new is None else {**kept, name: new}


def field_of(parameter: Parameter, spec: FieldSpec) -> FieldSpec:
    """The field that a number or text parameter is edited as."""
    kind = parameter.kind.value if isinstance(parameter.kind.value, FieldKind) else None
    seed = parameter.kind is ParameterKind.SEED
    limits = Limits(1, 10_000, 1, 1) if parameter.name in _LEAST_ONE else None
    return FieldSpec(
        spec.id, kind or FieldKind.INTEGER, parameter.title, limits=limits, is_seed=seed
    )
