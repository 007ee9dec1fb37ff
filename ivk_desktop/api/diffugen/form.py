"""DiffuGen's form: its request's fields, with the server's lists (other-servers.md 3.2, 3.5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ivk_desktop.api.diffugen.calls import Lists
from ivk_desktop.api.local.forms import Offer
from ivk_desktop.domain.form import Choice, Component, FieldKind, FieldSpec, FormSpec, Limits
from ivk_desktop.domain.plain_form import PlainForm, column, field_table
from ivk_desktop.domain.problems import FieldId

TEXT: Final = Offer("diffugen:generate", "Text to image", "Makes a picture of a prompt.")

SAMPLERS: Final = (
    "euler",
    "euler_a",
    "heun",
    "dpm2",
    "dpm++2s_a",
    "dpm++2m",
    "dpm++2mv2",
    "lcm",
)
"""What stable-diffusion.cpp has: the server does not list them."""
_SENT: Final = (
    "prompt",
    "negative_prompt",
    "model",
    "lora",
    "width",
    "height",
    "steps",
    "cfg_scale",
    "sampling_method",
)


def make_form(lists: Lists) -> PlainForm:
    """The form with what the server has. It has no seed: the server takes none."""
    models = (*lists.flux, *lists.stable)
    fields = [
        _text("prompt", "Prompt", required=True),
        _text("negative_prompt", "Negative prompt"),
        *([_choice("model", "Model", models)] if models else []),
        *([_choice("lora", "LoRA", lists.loras)] if lists.loras else []),
        _number("width", FieldKind.INTEGER, "Width", Limits(64, 2048, 8, 8)),
        _number("height", FieldKind.INTEGER, "Height", Limits(64, 2048, 8, 8)),
        _number("steps", FieldKind.INTEGER, "Steps", Limits(1, 150, 1, 1)),
        _number("cfg_scale", FieldKind.FLOAT, "CFG scale", Limits(1, 20, 0.5, 0.1)),
        _choice("sampling_method", "Sampling method", SAMPLERS),
    ]
    table = field_table(fields)
    parts: list[Any] = ["prompt", "negative_prompt", "model", "lora"]
    rows = [["width", "height"], ["steps", "cfg_scale"]]
    shown = [part for part in parts if part in table]
    shown += [[FieldId(name) for name in row] for row in rows]
    spec = FormSpec(TEXT.form_id, TEXT.title, column(*shown, "sampling_method"), table)
    return PlainForm(spec, _defaults(lists.defaults))


def body_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """The request of a job; the picture is fetched afterwards, it need not come as a text."""
    body = {name: values[name] for name in _SENT if name in values}
    return {**body, "return_base64": False}


def _defaults(told: Mapping[str, Any]) -> dict[FieldId, Any]:
    """The server's own numbers, where they are the same for every model."""
    found = {"width": 512, "height": 512}
    for name in found:
        if type(told.get(name)) is int and 64 <= told[name] <= 2048:
            found[name] = told[name]
    return {FieldId(name): value for name, value in found.items()}


def _text(name: str, title: str, **more: Any) -> FieldSpec:
    area = Component.TEXTAREA
    return FieldSpec(FieldId(name), FieldKind.STRING, title, component=area, **more)


def _number(name: str, kind: FieldKind, title: str, limits: Limits) -> FieldSpec:
    return FieldSpec(FieldId(name), kind, title, limits=limits)


def _choice(name: str, title: str, values: tuple[str, ...]) -> FieldSpec:
    choices = tuple(Choice(value, value) for value in values)
    return FieldSpec(FieldId(name), FieldKind.CHOICE, title, choices=choices)
