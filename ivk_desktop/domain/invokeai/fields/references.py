"""Values that name something on the server: pictures, videos, boards, models, presets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic import StrictStr as Text

from ivk_desktop.domain.form import FieldKind
from ivk_desktop.domain.invokeai.fields.base import (
    Finding,
    GraphContext,
    IvkField,
    Mention,
    Named,
    Resolver,
)
from ivk_desktop.domain.invokeai.fields.bounds import count_findings
from ivk_desktop.domain.invokeai.fields.numbers import Integer, Number
from ivk_desktop.domain.invokeai.types import InputTemplate
from ivk_desktop.domain.jobs import UNSET, Unset

Id = Annotated[Text, Field(min_length=1)]
_BOARD_WORDS: Final = ("auto", "none")
Channel = Annotated[Integer, Field(ge=0, le=255)]


class Part(BaseModel):
    """A JSON object of known keys; further keys are dropped, as the web UI does."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    def to_api(self) -> dict[str, Any]:
        """The object as JSON data, with the keys that it was given."""
        given = self.model_fields_set
        return {name: one for name, one in self.__dict__.items() if name in given}


class ImageName(Part):
    """Names a picture."""

    image_name: Id


class VideoName(Part):
    """Names a video."""

    video_name: Id


class BoardName(Part):
    """Names a board."""

    board_id: Id


class StylePresetName(Part):
    """Names a style preset."""

    style_preset_id: Id


class SystemPromptName(Part):
    """Names a system prompt."""

    system_prompt_id: Id


class ModelIdentifier(Part):
    """Names a model completely: the server refuses anything less."""

    key: Id
    hash: Id
    name: Id
    base: Id
    type: Id
    submodel_type: Text | None = None


class Lora(Part):
    """A LoRA with its weight."""

    lora: ModelIdentifier
    weight: Number = 0.75

    def to_api(self) -> dict[str, Any]:
        """The object as JSON data."""
        return {"lora": self.lora.to_api(), "weight": self.weight}


class Color(Part):
    """A colour; all four parts are 0..255."""

    r: Channel
    g: Channel
    b: Channel
    a: Channel


class IvkPartField(IvkField):
    """A value that is one JSON object."""

    value: Part | None = None

    def to_api(self) -> Any | Unset:
        """The object as JSON data."""
        return UNSET if self.value is None else self.value.to_api()


class IvkImageField(IvkPartField):
    """One picture."""

    kind: ClassVar[FieldKind] = FieldKind.IMAGE
    value: ImageName | None = None

    def mentions(self) -> Iterator[Mention]:
        """The picture."""
        if self.value is not None:
            yield Mention(Named.IMAGE, self.value.image_name)

    def without_mentions(self) -> Self:
        """No picture."""
        return type(self)()


class IvkVideoField(IvkPartField):
    """One video."""

    kind: ClassVar[FieldKind] = FieldKind.VIDEO
    value: VideoName | None = None

    def mentions(self) -> Iterator[Mention]:
        """The video."""
        if self.value is not None:
            yield Mention(Named.VIDEO, self.value.video_name)

    def without_mentions(self) -> Self:
        """No video."""
        return type(self)()


class IvkImageCollectionField(IvkField):
    """A list of pictures."""

    kind: ClassVar[FieldKind] = FieldKind.IMAGES
    value: tuple[ImageName, ...] | None = None

    def to_api(self) -> Any | Unset:
        """The list as JSON data."""
        return UNSET if self.value is None else [one.to_api() for one in self.value]

    def findings(self, template: InputTemplate) -> Iterator[Finding]:
        """Whether there are too few or too many."""
        return count_findings(self.value, template.bounds) if self.value is not None else iter(())

    def mentions(self) -> Iterator[Mention]:
        """Each picture."""
        return (Mention(Named.IMAGE, one.image_name) for one in self.value or ())

    def without_mentions(self) -> Self:
        """An empty list."""
        return type(self)() if self.value is None else type(self)(value=())


def _as_board(value: Any) -> Any:
    """A bare id as the board that it names."""
    bare = isinstance(value, str) and value not in _BOARD_WORDS
    return {"board_id": value} if bare else value


class IvkBoardField(IvkField):
    """Where results go: ``auto``, ``none`` or a board.

    A graph knows neither word: an automatic board is the client's own setting, and no board is
    no value (workflow spec 4.5). A board's bare id stands for the board: the server would refuse
    it (spec 12).
    """

    kind: ClassVar[FieldKind] = FieldKind.BOARD
    value: Annotated[Literal["auto", "none"] | BoardName, BeforeValidator(_as_board)] | None = None

    def to_api(self) -> Any | Unset:
        """The value as forms keep it."""
        if self.value is None:
            return UNSET
        return self.value.to_api() if isinstance(self.value, BoardName) else self.value

    def to_graph(self, context: GraphContext) -> Any | Unset:
        """The board, or nothing."""
        if isinstance(self.value, BoardName):
            return self.value.to_api()
        if self.value == "none" or context.auto_board is None:
            return UNSET
        return {"board_id": context.auto_board}

    def mentions(self) -> Iterator[Mention]:
        """The board, where one is named; ``none`` names none."""
        if isinstance(self.value, BoardName) and self.value.board_id != "none":
            yield Mention(Named.BOARD, self.value.board_id)

    def without_mentions(self) -> Self:
        """Unset, which follows the automatic board."""
        return type(self)() if isinstance(self.value, BoardName) else self


class IvkModelIdentifierField(IvkPartField):
    """One model."""

    kind: ClassVar[FieldKind] = FieldKind.MODEL
    value: ModelIdentifier | None = None

    @classmethod
    def resolve(cls, value: Any, resolver: Resolver) -> Any:
        """Look the model up."""
        return resolver(value) if isinstance(value, dict) else value

    def mentions(self) -> Iterator[Mention]:
        """The model."""
        if self.value is not None:
            yield Mention(Named.MODEL, self.value.key)

    def without_mentions(self) -> Self:
        """No model."""
        return type(self)()


def _as_list(value: Any) -> Any:
    """One LoRA alone as a list: forms always keep a list."""
    return [value] if isinstance(value, dict) else value


class IvkLoRACollectionField(IvkField):
    """A list of LoRAs with weights.

    The web UI never checks whether these are there, so ``without_mentions`` keeps them.
    """

    kind: ClassVar[FieldKind] = FieldKind.LORAS
    value: Annotated[tuple[Lora, ...], BeforeValidator(_as_list)] | None = None

    @classmethod
    def resolve(cls, value: Any, resolver: Resolver) -> Any:
        """Look each LoRA up."""
        if not isinstance(value, list):
            return value
        return [
            {**one, "lora": resolver(one["lora"])}
            if isinstance(one, dict) and isinstance(one.get("lora"), dict)
            else one
            for one in value
        ]

    def to_api(self) -> Any | Unset:
        """The list as JSON data."""
        return UNSET if self.value is None else [one.to_api() for one in self.value]

    def findings(self, template: InputTemplate) -> Iterator[Finding]:
        """Whether there are too few or too many."""
        return count_findings(self.value, template.bounds) if self.value is not None else iter(())

    def mentions(self) -> Iterator[Mention]:
        """Each LoRA."""
        return (Mention(Named.MODEL, one.lora.key) for one in self.value or ())


class IvkColorField(IvkPartField):
    """A colour."""

    kind: ClassVar[FieldKind] = FieldKind.COLOR
    value: Color | None = None


class IvkStylePresetField(IvkPartField):
    """A style preset."""

    kind: ClassVar[FieldKind] = FieldKind.STYLE_PRESET
    value: StylePresetName | None = None


class IvkSystemPromptField(IvkPartField):
    """A system prompt."""

    kind: ClassVar[FieldKind] = FieldKind.SYSTEM_PROMPT
    value: SystemPromptName | None = None
