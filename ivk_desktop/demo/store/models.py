"""Installed models and their records."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from ivk_desktop.demo.problems import Refused, not_found

Config = dict[str, Any]

_MAIN_DEFAULTS = [
    "vae",
    "vae_precision",
    "scheduler",
    "steps",
    "cfg_scale",
    "cfg_rescale_multiplier",
    "width",
    "height",
    "guidance",
    "cpu_only",
    "fp8_storage",
]
_SIZES = {"sd-1": 512, "sdxl": 1024, "flux": 1024}


class Models:
    """All models by key."""

    def __init__(self) -> None:
        self._models: dict[str, Config] = {}
        self.missing: set[str] = set()
        """The keys of models whose files are said to be gone."""
        self.covers: dict[str, bytes] = {}
        self._related: set[frozenset[str]] = set()

    def add(self, name: str, kind: str, base: str, size: int, **facts: Any) -> Config:
        """Install a model; its key and hash follow from its name."""
        key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{base}/{kind}/{name}"))
        digest = hashlib.sha256(key.encode()).hexdigest()
        path = f"models/{base}/{kind}/{name}.safetensors"
        config: Config = {
            "key": key,
            "hash": f"blake3:{digest}",
            "path": path,
            "file_size": size,
            "name": name,
            "description": None,
            "source": path,
            "source_type": "path",
            "source_api_response": None,
            "source_url": None,
            "cover_image": None,
            "type": kind,
            "base": base,
        }
        self._models[key] = config | _facts(kind, base) | facts
        return self._models[key]

    def change(self, key: str, changes: Config) -> Config:
        """Change a record; what its type does not have is left out.

        Raises:
            Refused: 404, or 409 where another model has that name.
        """
        config = self.get(key)
        told = {name: value for name, value in changes.items() if name in config}
        if "default_settings" in told:
            known = config["default_settings"]
            wanted = told["default_settings"] or {}
            told["default_settings"] = {name: wanted.get(name) for name in known}
        config.update(told)
        return config

    def remove(self, key: str) -> None:
        """Delete a model.

        Raises:
            Refused: 404.
        """
        self.get(key)
        del self._models[key]
        self.missing.discard(key)
        self.covers.pop(key, None)
        self._related = {pair for pair in self._related if key not in pair}

    def related(self, key: str) -> list[str]:
        """The keys of related models."""
        return sorted(other for pair in self._related if key in pair for other in pair - {key})

    def relate(self, one: str, other: str, related: bool) -> None:
        """Relate two models, or end that.

        Raises:
            Refused: 400 for a model and itself, 404 for an unknown one.
        """
        if one == other:
            raise Refused(400, "Cannot relate a model to itself.")
        pair = frozenset((self.get(one)["key"], self.get(other)["key"]))
        if related:
            self._related.add(pair)
        else:
            self._related.discard(pair)

    def find(self, key: str) -> Config | None:
        """The model of that key."""
        return self._models.get(key)

    def get(self, key: str) -> Config:
        """The model of that key.

        Raises:
            Refused: 404.
        """
        config = self._models.get(key)
        if config is None:
            raise not_found("model not found")
        return config

    def listed(self) -> list[Config]:
        """All models by name."""
        return sorted(self._models.values(), key=lambda config: str(config["name"]).lower())

    def by_hash(self, digest: str) -> Config:
        """The first model with that hash.

        Raises:
            Refused: 404.
        """
        for config in self._models.values():
            if config["hash"] == digest:
                return config
        raise not_found("No model found with this hash")

    def by_attributes(self, name: str, kind: str, base: str) -> Config:
        """The model with that name, type and base.

        Raises:
            Refused: 404.
        """
        for config in self._models.values():
            if (config["name"], config["type"], config["base"]) == (name, kind, base):
                return config
        raise not_found("No model found with these attributes")


def _facts(kind: str, base: str) -> Config:
    """What the records of a type have beyond the common keys."""
    if kind == "main":
        defaults: Config = dict.fromkeys(_MAIN_DEFAULTS)
        size = _SIZES.get(base, 1024)
        return {
            "trigger_phrases": None,
            "default_settings": defaults | {"width": size, "height": size},
            "format": "diffusers",
            "repo_variant": "",
            "prediction_type": "epsilon",
            "variant": "normal",
        }
    if kind == "lora":
        weights = dict.fromkeys(("weight", "weight_min", "weight_max"))
        return {"trigger_phrases": None, "default_settings": weights, "format": "lycoris"}
    if kind == "controlnet":
        settings = {"preprocessor": None, "fp8_storage": None}
        return {"default_settings": settings, "format": "diffusers", "repo_variant": ""}
    if kind == "vae":
        return {"format": "diffusers", "repo_variant": "", "cpu_only": None}
    return {"format": "embedding_file" if kind == "embedding" else "unknown"}


def identifier(config: Config, submodel: str | None = None) -> Config:
    """The reference by which nodes name a model or a part of it."""
    keys = ("key", "hash", "name", "base", "type")
    return {key: config[key] for key in keys} | {"submodel_type": submodel}
