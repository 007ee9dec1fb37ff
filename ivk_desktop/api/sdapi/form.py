"""The forms of ``/sdapi/v1``: curated, because its own description has hundreds of fields.

Lists come from the server; titles are the words of its own pages, in its language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ivk_desktop.api.local.forms import Offer
from ivk_desktop.api.sdapi.calls import Lists
from ivk_desktop.domain.form import (
    Choice,
    Component,
    FieldKind,
    FieldSpec,
    FormSpec,
    Limits,
    ModelFilter,
)
from ivk_desktop.domain.plain_form import PlainForm, column, field_table
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.sweeps import LARGEST_SEED

TEXT: Final = Offer("sdapi:txt2img", "Text to image", "Makes pictures of a prompt.")
IMAGE: Final = Offer("sdapi:img2img", "Image to image", "Makes pictures of a picture and a prompt.")

SEED_TITLE: Final = "Seed"
MAIN: Final = "main"
VAE: Final = "vae"
LORA: Final = "lora"

_SIZE: Final = Limits(64, 4096, 8, 8, multiple_of=8)
_RESIZE: Final = ("Just resize", "Crop and resize", "Resize and fill", "Just resize (latent)")


def make_form(offer: Offer, lists: Lists) -> PlainForm:
    """One of the forms, with what the server has."""
    has_image = offer is IMAGE
    fields = [*_prompts(lists), *(_pictures() if has_image else ()), *_models(lists)]
    fields += [*_sampling(lists), *_sizes(), *([] if has_image else _hires(lists)), _saving()]
    table = field_table(fields)
    wanted = _order(has_image)
    parts = [part for one in wanted if (part := _there(one, table))]
    values: dict[str, Any] = {
        "steps": 20,
        "cfg_scale": 7.0,
        "width": 512,
        "height": 512,
        "batch_size": 1,
        "save_images": True,
    }
    if has_image:
        values["denoising_strength"] = 0.75
    elif "enable_hr" in table:
        values["enable_hr"] = False
    spec = FormSpec(offer.form_id, offer.title, column(*parts), table)
    return PlainForm(spec, {FieldId(name): value for name, value in values.items()})


def _order(has_image: bool) -> list[Any]:
    first: list[Any] = ["prompt", "negative_prompt", "style"]
    if has_image:
        first += [["init_image", "mask"], ["denoising_strength", "resize_mode"]]
    last: list[Any] = ["# High resolution", ["enable_hr", "hr_scale"], "hr_upscaler", "hr_strength"]
    return [
        *first,
        "checkpoint",
        "loras",
        "vae",
        "sampler_name",
        "scheduler",
        ["steps", "cfg_scale"],
        ["width", "height"],
        ["seed", "batch_size"],
        *([] if has_image else last),
        "save_images",
    ]


def _there(part: Any, table: dict[FieldId, FieldSpec]) -> Any:
    """A part of the form without the fields that this server has nothing for."""
    if isinstance(part, list):
        return [FieldId(one) for one in part if one in table]
    if part.startswith("# "):
        return part if "enable_hr" in table else None
    return part if part in table else None


def _prompts(lists: Lists) -> Iterator[FieldSpec]:
    yield _field("prompt", FieldKind.STRING, "Prompt", component=Component.TEXTAREA)
    yield _field(
        "negative_prompt", FieldKind.STRING, "Negative prompt", component=Component.TEXTAREA
    )
    if lists.styles:
        yield _choice("style", "Style", lists.styles)


def _pictures() -> Iterator[FieldSpec]:
    yield _field("init_image", FieldKind.IMAGE, "Image", required=True)
    yield _field("mask", FieldKind.IMAGE, "Mask", description="White is painted anew.")
    yield _number("denoising_strength", "Denoising strength", Limits(0, 1, 0.05, 0.01))
    modes = tuple(Choice(number, name) for number, name in enumerate(_RESIZE))
    yield _field("resize_mode", FieldKind.CHOICE, "Resize mode", choices=modes, placeholder=0)


def _models(lists: Lists) -> Iterator[FieldSpec]:
    if lists.models:
        yield _field(
            "checkpoint",
            FieldKind.MODEL,
            "Checkpoint",
            description=f"Else {lists.checkpoint}, which is loaded." if lists.checkpoint else "",
            models=ModelFilter(types=(MAIN,)),
        )
    if lists.loras:
        yield _field("loras", FieldKind.LORAS, "LoRAs", models=ModelFilter(types=(LORA,)))
    if lists.vaes:
        yield _field("vae", FieldKind.MODEL, "VAE", models=ModelFilter(types=(VAE,)))


def _sampling(lists: Lists) -> Iterator[FieldSpec]:
    if lists.samplers:
        yield _choice("sampler_name", "Sampling method", lists.samplers)
    if lists.schedulers:
        yield _choice("scheduler", "Schedule type", lists.schedulers)
    yield _whole("steps", "Sampling steps", Limits(1, 150, 1, 1))
    yield _number("cfg_scale", "CFG scale", Limits(1, 30, 0.5, 0.1))
    seed = Limits(0, LARGEST_SEED, 1, 1, shuffle=True)
    yield _whole(
        "seed", SEED_TITLE, seed, is_seed=True, description="Another one each time if unset."
    )


def _sizes() -> Iterator[FieldSpec]:
    yield _whole("width", "Width", _SIZE)
    yield _whole("height", "Height", _SIZE)
    yield _whole("batch_size", "Batch size", Limits(1, 8, 1, 1))


def _hires(lists: Lists) -> Iterator[FieldSpec]:
    if lists.upscalers:
        yield _field("enable_hr", FieldKind.BOOLEAN, "Hires. fix")
        yield _number("hr_scale", "Upscale by", Limits(1, 4, 0.25, 0.05), placeholder=2.0)
        yield _choice("hr_upscaler", "Upscaler", lists.upscalers)
        yield _number("hr_strength", "Denoising strength", Limits(0, 1, 0.05, 0.01))


def _saving() -> FieldSpec:
    words = "Also keeps the pictures in the server's own folder."
    return _field("save_images", FieldKind.BOOLEAN, "Save on the server", description=words)


def _field(name: str, kind: FieldKind, title: str, **more: Any) -> FieldSpec:
    return FieldSpec(FieldId(name), kind, title, **more)


def _number(name: str, title: str, limits: Limits, **more: Any) -> FieldSpec:
    return _field(name, FieldKind.FLOAT, title, limits=limits, **more)


def _whole(name: str, title: str, limits: Limits, **more: Any) -> FieldSpec:
    return _field(name, FieldKind.INTEGER, title, limits=limits, **more)


def _choice(name: str, title: str, values: Sequence[str]) -> FieldSpec:
    choices = tuple(Choice(value, value) for value in values)
    return _field(name, FieldKind.CHOICE, title, choices=choices)
