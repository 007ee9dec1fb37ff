"""A small OpenAPI document of our own, with the node types that the tests need."""

from __future__ import annotations

from functools import cache
from typing import Any

from ivk_desktop.domain.invokeai.templates import NodeTemplates

NULL = {"type": "null"}
SCHEDULERS = ["euler", "ddim", "dpmpp_3m_k"]


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def maybe(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, NULL]}


def field(
    schema: dict[str, Any], *, required: bool = False, kind: str = "any", **more: Any
) -> dict[str, Any]:
    return {"field_kind": "input", "input": kind, "orig_required": required, **schema, **more}


def whole(default: int = 0, **more: Any) -> dict[str, Any]:
    return field({"type": "integer", "default": default}, **more)


def number(default: float = 0, **more: Any) -> dict[str, Any]:
    return field({"type": "number", "default": default}, **more)


def text(default: str = "", **more: Any) -> dict[str, Any]:
    return field({"type": "string", "default": default}, **more)


def wire(name: str, *, required: bool = True) -> dict[str, Any]:
    return field(maybe(ref(name)), required=required, kind="connection")


def listed(kind: str, **more: Any) -> dict[str, Any]:
    array = {"type": "array", "items": {"type": kind} if kind != "image" else ref("ImageField")}
    return field(maybe({**array, "minItems": 1}), required=True, **more)


def board() -> dict[str, Any]:
    return {
        **field(maybe(ref("BoardField")), title="Board", kind="direct"),
        "field_kind": "internal",
    }


def model(base: list[str], kind: list[str]) -> dict[str, Any]:
    return field(
        ref("ModelIdentifierField"),
        required=True,
        kind="direct",
        title="Model",
        ui_model_base=base,
        ui_model_type=kind,
    )


GROUPS = ["None", *(f"Group {number}" for number in range(1, 6))]
GROUP = field({"type": "string", "enum": GROUPS, "default": "None"})

OUTPUTS: dict[str, dict[str, Any]] = {
    "IntegerOutput": {"value": {"type": "integer"}},
    "FloatOutput": {"value": {"type": "number"}},
    "StringOutput": {"value": {"type": "string"}},
    "BooleanOutput": {"value": {"type": "boolean"}},
    "ImageOutput": {
        "image": ref("ImageField"),
        "width": {"type": "integer"},
        "height": {"type": "integer"},
    },
    "NoiseOutput": {"noise": ref("LatentsField")},
    "LatentsOutput": {"latents": ref("LatentsField")},
    "ConditioningOutput": {"conditioning": ref("ConditioningField")},
    "ModelOutput": {
        "unet": ref("UNetField"),
        "clip": ref("CLIPField"),
        "vae": ref("VAEField"),
    },
    "IterateOutput": {"item": {"ui_type": "CollectionItemField"}},
    "CollectOutput": {"collection": {"ui_type": "CollectionField"}},
    "AnyOutput": {"value": {"ui_type": "AnyField"}},
    "IntegersOutput": {"collection": {"type": "array", "items": {"type": "integer"}}},
    "IntegerGeneratorOutput": {"integers": {"type": "array", "items": {"type": "integer"}}},
    "FloatGeneratorOutput": {"floats": {"type": "array", "items": {"type": "number"}}},
    "StringGeneratorOutput": {"strings": {"type": "array", "items": {"type": "string"}}},
    "ImageGeneratorOutput": {"images": {"type": "array", "items": ref("ImageField")}},
    "MetadataOutput": {"metadata": ref("MetadataField")},
}

NODES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "integer": ("1.0.1", "IntegerOutput", {"value": whole(title="Value")}),
    "float": ("1.0.1", "FloatOutput", {"value": number(title="Value")}),
    "string": ("1.0.1", "StringOutput", {"value": text(title="Value", ui_component="textarea")}),
    "boolean": ("1.0.1", "BooleanOutput", {"value": field({"type": "boolean", "default": False})}),
    "add": ("1.0.1", "IntegerOutput", {"a": whole(), "b": whole()}),
    "range": ("1.0.0", "IntegersOutput", {"start": whole(), "stop": whole(10)}),
    "iterate": (
        "1.1.0",
        "IterateOutput",
        {"collection": field({"ui_type": "CollectionField"}), "index": whole()},
    ),
    "collect": (
        "1.1.0",
        "CollectOutput",
        {
            "item": field({"ui_type": "CollectionItemField"}, kind="connection"),
            "collection": field({"ui_type": "CollectionField"}, kind="connection"),
        },
    ),
    "if": (
        "1.0.0",
        "AnyOutput",
        {
            "condition": field({"type": "boolean", "default": False}),
            "true_input": field({"ui_type": "AnyField"}),
            "false_input": field({"ui_type": "AnyField"}),
        },
    ),
    "main_model_loader": ("1.0.4", "ModelOutput", {"model": model(["sd-1", "sd-2"], ["main"])}),
    "compel": (
        "1.2.1",
        "ConditioningOutput",
        {"prompt": text(ui_component="textarea"), "clip": wire("CLIPField")},
    ),
    "noise": (
        "1.1.0",
        "NoiseOutput",
        {
            "seed": whole(minimum=0, maximum=4294967295),
            "width": whole(512, multipleOf=8, exclusiveMinimum=0),
            "height": whole(512, multipleOf=8, exclusiveMinimum=0),
            "use_cpu": field({"type": "boolean", "default": True}),
        },
    ),
    "float_math": (
        "1.0.1",
        "FloatOutput",
        {
            "operation": field({"type": "string", "enum": ["ADD", "MUL"], "default": "ADD"}),
            "a": number(1),
            "b": number(1),
        },
    ),
    "denoise_latents": (
        "1.5.4",
        "LatentsOutput",
        {
            "positive_conditioning": field(
                {
                    "anyOf": [
                        ref("ConditioningField"),
                        {"type": "array", "items": ref("ConditioningField")},
                    ]
                },
                required=True,
                kind="connection",
            ),
            "noise": wire("LatentsField", required=False),
            "steps": whole(10, exclusiveMinimum=0, ui_order=1),
            "cfg_scale": field(
                {
                    "anyOf": [{"type": "number"}, {"type": "array", "items": {"type": "number"}}],
                    "default": 7.5,
                },
                ui_order=0,
                title="CFG Scale",
            ),
            "scheduler": field(
                {"type": "string", "enum": SCHEDULERS, "default": "euler"},
                ui_type="SchedulerField",
            ),
            "unet": wire("UNetField"),
            "shift": field(maybe({"type": "number", "minimum": 0, "maximum": 8})),
        },
    ),
    "l2i": (
        "1.3.2",
        "ImageOutput",
        {"latents": wire("LatentsField"), "vae": wire("VAEField"), "board": board()},
    ),
    "blank_image": (
        "1.2.2",
        "ImageOutput",
        {
            "width": whole(512),
            "height": whole(512),
            "mode": field({"type": "string", "enum": ["RGB", "RGBA"], "default": "RGB"}),
            "color": field(ref("ColorField"), default={"r": 0, "g": 0, "b": 0, "a": 255}),
            "board": board(),
            "metadata": wire("MetadataField", required=False),
        },
    ),
    "save_image": (
        "1.2.2",
        "ImageOutput",
        {"image": field(maybe(ref("ImageField")), required=True), "board": board()},
    ),
    "image": ("1.0.2", "ImageOutput", {"image": field(maybe(ref("ImageField")), required=True)}),
    "image_collection": (
        "1.0.2",
        "CollectOutput",
        {
            "images": listed("image"),
            "collection": field(
                maybe({"type": "array", "items": ref("ImageField")}), kind="connection"
            ),
            "board": board(),
        },
    ),
    "lora_collection_loader": (
        "1.1.1",
        "ModelOutput",
        {
            "loras": field(
                {
                    "anyOf": [
                        ref("LoRAField"),
                        {"type": "array", "items": ref("LoRAField")},
                        NULL,
                    ]
                },
                title="LoRAs",
            )
        },
    ),
    "text_encoder": (
        "1.0.0",
        "ConditioningOutput",
        {
            "length": field(maybe({"type": "integer", "enum": [256, 512]}), required=True),
            "flavor": field({"type": "string", "const": "ViT-L", "default": "ViT-L"}),
        },
    ),
    "core_metadata": ("2.0.0", "MetadataOutput", {"seed": field(maybe({"type": "integer"}))}),
    "call_saved_workflow": (
        "1.0.0",
        "AnyOutput",
        {"workflow_id": text(ui_type="SavedWorkflowField")},
    ),
    "workflow_return": ("1.0.0", "AnyOutput", {"value": field({"ui_type": "AnyField"})}),
    "integer_batch": (
        "1.0.0",
        "IntegerOutput",
        {"batch_group_id": GROUP, "integers": listed("integer")},
    ),
    "float_batch": ("1.0.0", "FloatOutput", {"batch_group_id": GROUP, "floats": listed("number")}),
    "video_frame_extract": (
        "1.0.0",
        "ImageOutput",
        {
            "video": field(maybe(ref("VideoField")), required=True),
            "frame_index": whole(ui_component="video-frame-index"),
        },
    ),
    "string_batch": (
        "1.0.0",
        "StringOutput",
        {"batch_group_id": GROUP, "strings": listed("string")},
    ),
    "image_batch": ("1.0.0", "ImageOutput", {"batch_group_id": GROUP, "images": listed("image")}),
    **{
        f"{kind}_generator": (
            "1.0.0",
            f"{kind.capitalize()}GeneratorOutput",
            {"generator": field(ref(f"{kind.capitalize()}GeneratorField"), kind="direct")},
        )
        for kind in ("integer", "float", "string", "image")
    },
}


def _schema(node_type: str) -> dict[str, Any]:
    version, output, inputs = NODES[node_type]
    return {
        "class": "invocation",
        "title": node_type.replace("_", " ").title() + "Invocation",
        "version": version,
        "node_pack": "invokeai",
        "properties": {
            "id": {"type": "string", "field_kind": "node_attribute"},
            "is_intermediate": field({"type": "boolean"}, ui_type="IsIntermediate"),
            "use_cache": {"type": "boolean", "default": True, "field_kind": "node_attribute"},
            **inputs,
            "type": {"const": node_type, "default": node_type, "type": "string"},
        },
        "output": ref(output),
    }


def openapi() -> dict[str, Any]:
    """The document, new each time."""
    schemas: dict[str, Any] = {f"{one}Invocation": _schema(one) for one in NODES}
    for name, fields in OUTPUTS.items():
        outputs = {key: {"field_kind": "output", **one} for key, one in fields.items()}
        kind = {"default": name.lower(), "type": "string"}
        schemas[name] = {"class": "output", "properties": {**outputs, "type": kind}}
    return {"openapi": "3.1.0", "components": {"schemas": schemas}}


@cache
def templates() -> NodeTemplates:
    """The node types of the small server."""
    return NodeTemplates.from_openapi(openapi())
