"""Models that a server has installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId

Setting = str | int | float | bool | None
"""A default setting of a model; ``None`` where none is set."""

MOST_VALUES: Final = 200_000
"""So many values of a document are looked at for models, at the most."""
LONGEST_PHRASE: Final = 200
"""Characters of one trigger phrase."""


class ModelKey(NamedTuple):
    """Names one model of one server."""

    server_id: ServerId
    native_key: str


class ModelMention(NamedTuple):
    """How a document names a model: the five parts of ``ModelInfo.identifier``."""

    key: str
    hash: str
    name: str
    base: str
    type: str


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """One installed model. ``file_size`` is bytes; ``identifier`` is the native reference.

    ``identifier`` is what a form stores when this model is chosen (for InvokeAI exactly
    key, hash, name, base, type).
    """

    key: ModelKey
    name: str
    type: str
    base: str = ""
    format: str = ""
    variant: str = ""
    provider_id: str = ""
    hash: str = ""
    file_size: int = 0
    description: str = ""
    path: str = ""
    """Where its file or folder is, as the server tells it."""
    source: str = ""
    """What it was installed from."""
    trigger_phrases: tuple[str, ...] | None = None
    """``None`` for a kind of model that has none."""
    settings: tuple[tuple[str, Setting], ...] = ()
    """The default settings that this kind of model can have, by the server's names."""
    cover: MediaRef | None = None

    @property
    def identifier(self) -> dict[str, str]:
        """The five-part reference that forms and graphs use."""
        return {
            "key": self.key.native_key,
            "hash": self.hash,
            "name": self.name,
            "base": self.base,
            "type": self.type,
        }

    def is_meant(self, mention: ModelMention) -> bool:
        """Whether a document that names a model so means this one, wherever it was made."""
        if mention.type and mention.type != self.type:
            return False
        if mention.key == self.key.native_key or (self.hash and mention.hash == self.hash):
            return True
        return (mention.name, mention.base) == (self.name, self.base)


@dataclass(frozen=True, slots=True)
class ModelChange:
    """What is to be changed of a model; ``None`` leaves it as it is."""

    name: str | None = None
    description: str | None = None
    trigger_phrases: tuple[str, ...] | None = None
    settings: Mapping[str, Setting] | None = None
    """All default settings: those that are not named are unset."""


@dataclass(frozen=True, slots=True)
class ModelCacheStats:
    """What a server holds of its models in memory. Sizes are bytes."""

    hits: int = 0
    misses: int = 0
    models: int = 0
    """How many models, or parts of models, are held now."""
    cleared: int = 0
    """How many were dropped to make room."""
    limit: int = 0
    """How much it may hold; 0 where that is not told."""
    peak: int = 0
    """The most that it has held."""
    sizes: tuple[tuple[str, int], ...] = field(default=())
    """What was loaded, and how large it is; the largest first."""


def mentions(value: object) -> Iterator[ModelMention]:
    """The models that a form's value, a document or any part of it names; one may come twice.

    A model is an object with a type and a key or a name; older documents say ``model_name``,
    ``base_model`` and ``model_type``.
    """
    waiting: list[object] = [value]
    for _ in range(MOST_VALUES):
        if not waiting:
            return
        one = waiting.pop()
        if isinstance(one, Mapping):
            if (found := _mention(one)) is not None:
                yield found
            waiting.extend(one.values())
        elif isinstance(one, list | tuple):
            waiting.extend(one)


def _mention(value: Mapping[Any, Any]) -> ModelMention | None:
    def text(*names: str) -> str:
        found = (value.get(name) for name in names)
        return next((one for one in found if isinstance(one, str)), "")

    name, base = text("name", "model_name"), text("base", "base_model")
    if not base or not name:
        return None
    return ModelMention(text("key"), text("hash"), name, base, text("type", "model_type"))


def same_model(identifier: Mapping[str, Any], models: Iterable[ModelInfo]) -> ModelInfo | None:
    """The model of another server that an identifier means there: by hash, else by name and base.

    Keys are random for each installation. ``identifier`` is as ``ModelInfo.identifier``.
    """
    by_name = None
    for model in models:
        if model.hash and model.hash == identifier.get("hash"):
            return model
        if by_name is None and all(
            getattr(model, part) == identifier.get(part) for part in ("name", "type", "base")
        ):
            by_name = model
    return by_name
