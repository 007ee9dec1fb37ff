"""Forms without a trace of where they come from: elements, fields, values.

An adapter turns whatever its server offers into a ``FormSpec`` and stands behind it as a
``Form``: the owner of the values. Editors read the spec, ask the form for values, and write back
through ``set_value``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol, runtime_checkable

from ivk_desktop.domain.boards import BoardId
from ivk_desktop.domain.jobs import UNSET, BatchId, Unset
from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.domain.problems import FieldId, Problem
from ivk_desktop.domain.sheets import SheetPlace
from ivk_desktop.domain.sweeps import LARGEST_SEED, NO_SWEEPS, Sweeps

Value = Any
"""A field's value as plain JSON data (see ``FieldKind`` for the shape of each)."""


class FieldKind(Enum):
    """The kinds of field an editor exists for, with the JSON shape of their values."""

    INTEGER = "integer"  # int
    FLOAT = "float"  # float or int
    STRING = "string"  # str
    BOOLEAN = "boolean"  # bool
    CHOICE = "choice"  # one of spec.choices' values: str or int
    MODEL = "model"  # ModelInfo.identifier
    BOARD = "board"  # "auto" | "none" | {"board_id": str}
    IMAGE = "image"  # {"image_name": str}
    VIDEO = "video"  # {"video_name": str}
    COLOR = "color"  # {"r","g","b","a"}: ints 0..255
    STYLE_PRESET = "style_preset"  # {"style_preset_id": str}
    SYSTEM_PROMPT = "system_prompt"  # {"system_prompt_id": str}
    SAVED_WORKFLOW = "saved_workflow"  # str
    INTEGERS = "integers"  # [int]
    FLOATS = "floats"  # [float]
    STRINGS = "strings"  # [str]
    IMAGES = "images"  # [{"image_name": str}]
    LORAS = "loras"  # [{"lora": identifier, "weight": float}]
    GENERATOR = "generator"  # generator object with "type"
    READ_ONLY = "read_only"  # any JSON: kept, shown, not edited


class Component(Enum):
    """Which widget the author asked for."""

    DEFAULT = "default"
    NUMBER_INPUT = "number-input"
    SLIDER = "slider"
    NUMBER_INPUT_AND_SLIDER = "number-input-and-slider"
    VIDEO_FRAME = "video-frame-index"
    """The number of a frame of ``FieldSpec.video``; negative ones count from its end."""
    INPUT = "input"
    TEXTAREA = "textarea"
    DROPDOWN = "dropdown"


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a number: inclusive ``minimum`` and ``maximum``, ``step`` the widget's step.

    ``multiple_of`` is a rule, ``step`` only a convenience. ``shuffle`` offers a random value.
    """

    minimum: float
    maximum: float
    step: float
    fine_step: float
    multiple_of: float | None = None
    shuffle: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a CHOICE field; ``value`` keeps its JSON type."""

    value: str | int
    label: str


@dataclass(frozen=True, slots=True)
class ModelFilter:
    """Which models a MODEL or LORAS field takes; an empty tuple takes any."""

    types: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()

    def takes(self, model: ModelInfo) -> bool:
        """Whether a field with this filter takes the model (workflow spec 3.3).

        Variants and formats count only beside types, bases or providers; a model without a
        variant passes every variant.
        """
        if not (self.types or self.bases or self.providers):
            return True
        return (
            (not self.types or model.type in self.types)
            and (not self.bases or model.base in self.bases)
            and (not self.variants or not model.variant or model.variant in self.variants)
            and (not self.formats or model.format in self.formats)
            and (not self.providers or model.provider_id in self.providers)
        )


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: what it is, how it looks, what it takes. Never changes once discovered."""

    id: FieldId
    kind: FieldKind
    title: str
    """The author's label, else the template's title."""
    description: str = ""
    required: bool = False
    connected: bool = False
    """Fed by a connection: shown disabled, its value is not used."""
    component: Component = Component.DEFAULT
    limits: Limits | None = None
    choices: tuple[Choice, ...] = ()
    models: ModelFilter | None = None
    placeholder: Value | Unset = UNSET
    """The server's default, used while the value is unset."""
    minimum_items: int | None = None
    maximum_items: int | None = None
    is_seed: bool = False
    """An integer that seeds a random generator: 0..4294967295."""
    video: FieldId | None = None
    """The field that holds the video of which this one numbers a frame."""
    group: str = ""
    """Where the field comes from, for tool tips and lists (InvokeAI: the node's label)."""

    @property
    def seed_range(self) -> tuple[int, int]:
        """The smallest and the largest seed that the field takes."""
        if self.limits is None:
            return 0, LARGEST_SEED
        low = max(0, int(self.limits.minimum))
        return low, max(low, min(LARGEST_SEED, int(self.limits.maximum)))


class Layout(Enum):
    """How a container arranges its children."""

    COLUMN = "column"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Container:
    """Children in a column or a row of equal parts."""

    layout: Layout
    children: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of plain text; line breaks count, addresses become links."""

    text: str


@dataclass(frozen=True, slots=True)
class Divider:
    """A line across the container."""


@dataclass(frozen=True, slots=True)
class FieldElement:
    """The place of one field."""

    field_id: FieldId
    show_description: bool = True


Element = Container | Heading | Text | Divider | FieldElement


@dataclass(frozen=True, slots=True)
class FormSpec:
    """A whole form. ``fields`` is in depth-first display order."""

    form_id: str
    """The identity that values are kept under."""
    title: str
    root: Container
    fields: dict[FieldId, FieldSpec]
    warnings: tuple[Problem, ...] = ()
    """What was wrong with the document and has been mended or left out."""


@dataclass(frozen=True, slots=True)
class SubmitOptions:
    """What the Invoke bar adds to a form's values.

    ``runs`` is 1..10000. ``board_id`` is where results go whose board is automatic; ``None``
    leaves them uncategorized. ``sweeps`` is what varies from item to item.
    """

    runs: int = 1
    board_id: BoardId | None = None
    front: bool = False
    sweeps: Sweeps = NO_SWEEPS


@dataclass(frozen=True, slots=True)
class SubmitRequest:
    """A submission ready to be sent; ``payload`` is the adapter's own.

    ``batch_id`` is made here, before anything is sent, so that a lost answer can be looked up and
    nothing is ever submitted twice.
    """

    batch_id: BatchId
    form_id: str
    title: str
    payload: dict[str, Any]
    count: int
    """How many jobs this makes, without those of ``rest``."""
    rest: tuple[SubmitRequest, ...] = ()
    """What is to be sent after this one, in this order: what one batch cannot carry."""
    inputs: tuple[tuple[str, str], ...] = ()
    """The form's values for people: (label, value as text)."""
    again_of: BatchId | None = None
    """The batch whose jobs these are once more: where ``inputs`` is empty, that one's are meant."""
    place: SheetPlace | None = None
    """Where its jobs stand in the table of what varies; ``None`` where nothing does."""

    @property
    def parts(self) -> tuple[SubmitRequest, ...]:
        """This one and the rest."""
        return (self, *self.rest)

    @property
    def total(self) -> int:
        """How many jobs all parts make."""
        return sum(part.count for part in self.parts)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the server has to offer to a form's fields now; used to judge values.

    Each is a set of native ids, or ``None`` while that list is not known (nothing is then judged
    missing).
    """

    model_keys: frozenset[str] | None = None
    board_ids: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether a form can be submitted, and what it would make."""

    problems: tuple[Problem, ...]
    count: int
    """Jobs that one submission makes, 0 while that cannot be told."""
    warnings: tuple[Problem, ...] = field(default=())

    @property
    def ready(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.problems


class Form(Protocol):
    """A loaded form with its values: what a backend hands to the window."""

    @property
    def spec(self) -> FormSpec:
        """The form as it is drawn."""
        ...

    def value(self, field_id: FieldId) -> Value | Unset:
        """The current value as plain JSON data, or ``UNSET``."""
        ...

    def initial(self, field_id: FieldId) -> Value | Unset:
        """The value when the form was loaded: what a reset goes back to."""
        ...

    def set_value(self, field_id: FieldId, value: Value | Unset) -> None:
        """Store a value.

        Raises:
            DomainError: the value is not of the field's kind; nothing was changed.
        """
        ...

    def readiness(self, options: SubmitOptions, choices: Choices) -> Readiness:
        """Judge the current values."""
        ...

    def request(self, options: SubmitOptions) -> SubmitRequest:
        """Build the submission of the current values with a new batch id.

        Raises:
            DomainError: nothing can be built from the current values.
        """
        ...

    def rebase(self) -> None:
        """Take the current values as the document's own, as after saving it."""
        ...

    def document(self) -> dict[str, Any] | None:
        """The document with the current values, as it would be saved; ``None`` if it has none."""
        ...


@dataclass(frozen=True, slots=True)
class MissingModel:
    """A model that the document names and the server has not."""

    identity: str
    """What names it beyond one installation."""
    name: str
    type: str
    base: str
    places: tuple[str, ...]
    """The labels of the fields that want it, on the form or not."""
    filters: tuple[ModelFilter, ...] = ()

    def takes(self, model: ModelInfo) -> bool:
        """Whether all its fields take a model."""
        if self.type and model.type != self.type:
            return False
        return all(wanted.takes(model) for wanted in self.filters)


@runtime_checkable
class ModelForm(Protocol):
    """A form whose models may be missing on the server."""

    def missing_models(self, known_keys: Collection[str]) -> Sequence[MissingModel]:
        """The models that are none of ``known_keys`` (native keys), each once."""
        ...

    def use_models(
        self, answers: Mapping[str, Mapping[str, Any]], known_keys: Collection[str]
    ) -> Sequence[FieldId]:
        """Put models (``ModelInfo.identifier``, by identity) where these are missing.

        They are the document's own from then on. Returns the form's fields that changed.
        """
        ...


@runtime_checkable
class PortableForm(Protocol):
    """A form whose document another server of the same kind can read.

    What it names of its own server (boards, pictures) means nothing there; models are found again
    by what they are.
    """

    def original(self) -> dict[str, Any]:
        """The document with the values it was opened with."""
        ...

    def board_ids(self) -> Collection[str]:
        """The boards that it names, on the form or not."""
        ...

    def use_boards(self, answers: Mapping[str, str | None]) -> None:
        """Name other boards, by the id of the one before; ``None`` names none."""
        ...

    def file_names(self) -> Collection[str]:
        """The pictures and videos that it would run with."""
        ...

    def drop_files(self) -> None:
        """Name no pictures and videos any more."""
        ...


@dataclass(frozen=True, slots=True)
class PendingGenerator:
    """A generator whose items are not known yet: where it stands, and its value."""

    node_id: str
    value: Mapping[str, Any]
    is_drawn: bool = False
    """Draws at random without a seed: others each time."""


@runtime_checkable
class GeneratingForm(Protocol):
    """A form with generators whose items are told from outside."""

    def pending_generators(self, *, drawn: bool = False) -> Sequence[PendingGenerator]:
        """The generators that need a server, and whose items are not known.

        With ``drawn`` also those that draw at random without a seed: who shows their items wants
        just these submitted.
        """
        ...

    def provide_items(self, generator: PendingGenerator, items: list[Any]) -> None:
        """Tell what a generator yields; holds until its value changes."""
        ...

    def refuse_items(self, generator: PendingGenerator, problem: Problem) -> None:
        """Tell why a generator yields nothing; holds until its value changes."""
        ...

    def drop_items(self) -> None:
        """Forget what all generators yield."""
        ...


def walk(root: Container) -> Sequence[Element]:
    """List all elements below ``root`` in display order, depth first."""
    found: list[Element] = []
    stack: list[Element] = list(reversed(root.children))
    while stack:
        element = stack.pop()
        found.append(element)
        if isinstance(element, Container):
            stack.extend(reversed(element.children))
    return found
