"""Installed models and their records."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from ivk_desktop.demo.problems import not_found

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

    def add(self, name: str, kind: str, base: str, size: int) -> Config:
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
        self._models[key] = config | _facts(kind, base)
        return self._models[key]

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
    return {"format": "embedding_file"}


def identifier(config: Config, submodel: str | None = None) -> Config:
    """The reference by which nodes name a model or a part of it."""
    keys = ("key", "hash", "name", "base", "type")
    return {key: config[key] for key in keys} | {"submodel_type": submodel}
