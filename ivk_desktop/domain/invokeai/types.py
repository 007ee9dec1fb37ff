"""Field types and node templates: what a server says about its nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Final

from ivk_desktop.domain.form import ModelFilter
from ivk_desktop.domain.jobs import UNSET, Unset

BATCH_OUTPUTS: Final = {
    "image_batch": "image",
    "string_batch": "value",
    "integer_batch": "value",
    "float_batch": "value",
}
"""The output of each batch node that carries the batch's items."""
BATCH_INPUTS: Final = {
    "image_batch": "images",
    "string_batch": "strings",
    "integer_batch": "integers",
    "float_batch": "floats",
}
"""The input of each batch node that holds its own items."""
GENERATOR_OUTPUTS: Final = {
    "image_generator": "images",
    "string_generator": "strings",
    "integer_generator": "integers",
    "float_generator": "floats",
}
EXTRA_INPUT_TYPES: Final = frozenset({"core_metadata"})
"""Node types that keep inputs their template does not know."""
DYNAMIC_PREFIX: Final = "saved_workflow_input::"
"""What the names of a ``call_saved_workflow`` node's dynamic inputs start with."""


def is_executable(node_type: str) -> bool:
    """Whether the server runs nodes of this type: batches and generators are resolved here."""
    return node_type not in BATCH_OUTPUTS and node_type not in GENERATOR_OUTPUTS


class Cardinality(Enum):
    """How many values a field takes."""

    SINGLE = "SINGLE"
    COLLECTION = "COLLECTION"
    SINGLE_OR_COLLECTION = "SINGLE_OR_COLLECTION"


@dataclass(frozen=True, slots=True)
class FieldType:
    """The type of an input or output; ``original`` is the schema's own where it was overridden."""

    name: str
    cardinality: Cardinality = Cardinality.SINGLE
    batch: bool = False
    original: FieldType | None = None

    def equals(self, other: FieldType) -> bool:
        """Whether the types, or the types they were made from, are the same."""
        return any(
            mine.name == theirs.name
            and mine.cardinality is theirs.cardinality
            and mine.batch == theirs.batch
            for mine in (self, self.original)
            if mine is not None
            for theirs in (other, other.original)
            if theirs is not None
        )

    def item(self) -> FieldType:
        """The type of one item of this type."""
        return replace(self, cardinality=Cardinality.SINGLE)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The limits that the server enforces; ``None`` is no limit."""

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    multiple_of: float | None = None
    min_items: int | None = None
    max_items: int | None = None
    min_length: int | None = None
    max_length: int | None = None


NO_BOUNDS: Final = Bounds()


@dataclass(frozen=True, slots=True)
class InputTemplate:
    """One input of a node type. ``input`` is ``any``, ``connection`` or ``direct``."""

    name: str
    title: str
    type: FieldType
    description: str = ""
    required: bool = False
    input: str = "any"
    hidden: bool = False
    component: str = ""
    order: int | None = None
    default: Any | Unset = UNSET
    """The value that a new node gets; ``UNSET`` leaves it to the server."""
    options: tuple[str | int, ...] = ()
    option_labels: Mapping[str, str] = field(default_factory=dict)
    models: ModelFilter | None = None
    bounds: Bounds = NO_BOUNDS


@dataclass(frozen=True, slots=True)
class OutputTemplate:
    """One output of a node type."""

    name: str
    title: str
    type: FieldType


@dataclass(frozen=True, slots=True)
class NodeTemplate:
    """One node type of a server; ``inputs`` and ``outputs`` in the schema's order."""

    type: str
    title: str
    version: str
    inputs: Mapping[str, InputTemplate]
    outputs: Mapping[str, OutputTemplate]
    output_type: str = ""
    description: str = ""
    category: str = "other"
    classification: str = "stable"
    node_pack: str = "invokeai"
    tags: tuple[str, ...] = ()
    use_cache: bool = True

    def display_order(self) -> list[InputTemplate]:
        """The visible inputs: those with an order first, ascending, then the schema's order."""
        shown = [item for item in self.inputs.values() if not item.hidden]
        ordered = sorted(
            (item for item in shown if item.order is not None), key=lambda item: item.order or 0
        )
        return ordered + [item for item in shown if item.order is None]
