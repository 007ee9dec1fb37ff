"""LoRA Manager's form: what the server says that a job takes (other-servers.md 1.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ivk_desktop.api.local.forms import Offer
from ivk_desktop.domain.plain_form import PlainForm
from ivk_desktop.domain.schema_form import schema_form

TEXT: Final = Offer("loramanager:generate", "Text to image", "Makes pictures of a prompt.")
_NAME: Final = "SDNextGenerationParams"


def _whole(default: int, low: int, high: int) -> dict[str, Any]:
    return {"type": "integer", "default": default, "minimum": low, "maximum": high}


PARAMS: Final[Mapping[str, Any]] = {
    "type": "object",
    "required": ["prompt"],
    "properties": {
        "prompt": {"type": "string"},
        "negative_prompt": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "sampler_name": {"type": "string", "default": "DPM++ 2M", "title": "Sampler"},
        "steps": _whole(20, 1, 150),
        "cfg_scale": {
            "type": "number",
            "default": 7.0,
            "minimum": 1,
            "maximum": 30,
            "title": "CFG scale",
        },
        "width": _whole(512, 64, 2048),
        "height": _whole(512, 64, 2048),
        "seed": _whole(-1, -1, 2**32 - 1),
        "batch_size": _whole(1, 1, 8),
        "n_iter": {**_whole(1, 1, 100), "title": "Batches"},
    },
}
"""What a job takes where the server does not say it."""


def make_form(description: Mapping[str, Any]) -> PlainForm:
    """The form of the server's own description, else of what is known of it."""
    components = description.get("components")
    schemas = components.get("schemas") if isinstance(components, Mapping) else None
    told = schemas.get(_NAME) if isinstance(schemas, Mapping) else None
    properties = told.get("properties") if isinstance(told, Mapping) else None
    if isinstance(properties, Mapping) and "prompt" in properties:
        return schema_form(told, TEXT.form_id, TEXT.title, description)  # type: ignore[arg-type]
    return schema_form(PARAMS, TEXT.form_id, TEXT.title)
