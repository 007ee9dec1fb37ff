"""Models that a server has installed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ivk_desktop.domain.servers import ServerId


class ModelKey(NamedTuple):
    """Names one model of one server."""

    server_id: ServerId
    native_key: str


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
