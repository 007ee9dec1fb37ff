"""A form's values as the body of ``txt2img`` or ``img2img``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ivk_desktop.domain.models import ModelInfo, ModelKey
from ivk_desktop.domain.servers import ServerId

_AS_THEY_ARE: Final = (
    "negative_prompt",
    "sampler_name",
    "scheduler",
    "steps",
    "cfg_scale",
    "width",
    "height",
    "seed",
    "batch_size",
    "save_images",
    "denoising_strength",
    "resize_mode",
)


def model_info(server_id: ServerId, kind: str, name: str) -> ModelInfo:
    """One entry of the server's lists: its name is all that names it."""
    return ModelInfo(ModelKey(server_id, f"{kind}/{name}"), name, kind)


def body_of(values: Mapping[str, Any], task_id: str = "") -> dict[str, Any]:
    """The body without pictures, which are read by whoever sends it.

    Args:
        values: by field id; what is unset is left to the server.
        task_id: names the run where the server takes a name.
    """
    body = {name: values[name] for name in _AS_THEY_ARE if name in values}
    body["prompt"] = _with_loras(str(values.get("prompt", "")), values.get("loras") or [])
    if "style" in values:
        body["styles"] = [values["style"]]
    settings = {
        option: _name(values[field])
        for field, option in (("checkpoint", "sd_model_checkpoint"), ("vae", "sd_vae"))
        if field in values
    }
    if settings:
        body["override_settings"] = settings
        body["override_settings_restore_afterwards"] = False
    if values.get("enable_hr"):
        body["enable_hr"] = True
        body |= {name: values[name] for name in ("hr_scale", "hr_upscaler") if name in values}
        if "hr_strength" in values:
            body["denoising_strength"] = values["hr_strength"]
    if task_id:
        body["force_task_id"] = task_id
    return {"send_images": True, **body}


def _with_loras(prompt: str, loras: list[Mapping[str, Any]]) -> str:
    """LoRAs are words of the prompt on these servers."""
    words = [f"<lora:{_name(one['lora'])}:{one['weight']:g}>" for one in loras]
    return " ".join([prompt, *words]).strip()


def _name(model: Mapping[str, Any]) -> str:
    """What the server calls a model: the key without its type."""
    return str(model["key"]).partition("/")[2]
