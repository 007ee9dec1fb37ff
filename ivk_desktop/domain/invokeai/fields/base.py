"""What every field class is: a validated value with one way to JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from ivk_desktop.domain.form import Choice, Component, FieldKind, Limits
from ivk_desktop.domain.invokeai.template_defaults import is_stateful
from ivk_desktop.domain.invokeai.types import Cardinality, InputTemplate
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import DomainError, Problem, Scope

_ANY: Final = frozenset({"AnyField", "CollectionField", "CollectionItemField"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a form's author set for one field; ``kind`` is the settings' own ``type``."""

    kind: str
    component: str
    shuffle: bool = False
    minimum: float | None = None
    maximum: float | None = None
    options: tuple[tuple[str, str], ...] | None = None
    """(label, value) of a dropdown."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a field is drawn, as far as its type and settings decide it."""

    component: Component = Component.DEFAULT
    limits: Limits | None = None
    choices: tuple[Choice, ...] = ()


class Named(Enum):
    """The kinds of things on a server that a value may name."""

    IMAGE = "image"
    VIDEO = "video"
    BOARD = "board"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing on the server that a value names."""

    named: Named
    id: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a value: a problem's code and arguments."""

    code: str
    args: dict[str, str | int | float]


@dataclass(frozen=True, slots=True)
class GraphContext:
    """What a graph's values depend on besides the form: the board that automatic ones go to."""

    auto_board: str | None = None


Resolver = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes a model's identifier, possibly of another installation, and gives the one to use."""


def frozen(value: Any) -> Any:
    """JSON data that nobody can change: lists as tuples, objects read-only."""
    if isinstance(value, list):
        return tuple(map(frozen, value))
    if isinstance(value, Mapping):
        return MappingProxyType({key: frozen(one) for key, one in value.items()})
    return value


def thawed(value: Any) -> Any:
    """A value of ``frozen`` as JSON data of its own; a copy where it is JSON data already."""
    if isinstance(value, (tuple, list)):
        return [thawed(one) for one in value]
    if isinstance(value, Mapping):
        return {key: thawed(one) for key, one in value.items()}
    return value


Frozen = AfterValidator(frozen)


class IvkField(BaseModel):
    """One input's value. ``None`` is unset; anything else is of the class's own type.

    A field never changes, and shares nothing with the JSON data that it is made of or gives:
    another value is another field.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: ClassVar[FieldKind] = FieldKind.READ_ONLY
    value: Any = None

    @classmethod
    def from_json(cls, value: Any) -> Self:
        """Make a field of a JSON value.

        Raises:
            DomainError: ``value_unfit``: the value is not of this class's type.
        """
        try:
            return cls(value=value)
        except (ValidationError, RecursionError) as error:
            raise DomainError(_unfit(cls.kind)) from error

    @classmethod
    def look(cls, template: InputTemplate, settings: Settings | None) -> Look:
        """How a field of this class is drawn."""
        return Look()

    @classmethod
    def resolve(cls, value: Any, resolver: Resolver) -> Any:
        """Pass the models that a JSON value names through ``resolver``."""
        return value

    @property
    def is_set(self) -> bool:
        """Whether there is a value."""
        return self.value is not None

    def to_api(self) -> Any | Unset:
        """The value as JSON data, ``UNSET`` where there is none: the only way to JSON."""
        return UNSET if self.value is None else thawed(self.value)

    def to_graph(self, context: GraphContext) -> Any | Unset:
        """The value as a graph's node has it."""
        return self.to_api()

    def findings(self, template: InputTemplate) -> Iterator[Finding]:
        """What is wrong with the value by the server's rules."""
        return iter(())

    def mentions(self) -> Iterator[Mention]:
        """The things on the server that the value names."""
        return iter(())

    def without_mentions(self) -> Self:
        """The value when nothing that it names is there any more, as the web UI clears it."""
        return self


def _unfit(kind: FieldKind) -> Problem:
    return Problem("value_unfit", {"kind": kind.value.replace("_", " ")}, scope=Scope.FIELD)


class IvkReadOnlyField(IvkField):
    """Any JSON: kept and sent as it is, shown, not edited."""

    value: Annotated[Any, Frozen] = None

    def findings(self, template: InputTemplate) -> Iterator[Finding]:
        """Whether the value is plainly of another shape than its type has on the server.

        What only connections carry are objects there, but for what may be anything.
        """
        kind = template.type
        if self.value is None or kind.name in _ANY or is_stateful(kind):
            return
        many = isinstance(self.value, tuple)
        fits = all(isinstance(one, Mapping) for one in (self.value if many else (self.value,)))
        if kind.cardinality is not Cardinality.SINGLE_OR_COLLECTION:
            fits = fits and many is (kind.cardinality is Cardinality.COLLECTION)
        if not fits:
            yield Finding("value_unfit", {"kind": "connection"})
