"""The server's OpenAPI document, written for this server: calls, node types, field models."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from ivk_desktop.demo.nodes.catalogue import NODE_TYPES
from ivk_desktop.demo.nodes.fields import BASES, MODEL_TYPES
from ivk_desktop.demo.nodes.outputs import OUTPUT_TYPES

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_BYTE: Schema = {"type": "integer", "minimum": 0, "maximum": 255}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _list(name: str) -> Schema:
    return {"type": "array", "items": _ref(name)}


_MODELS: dict[str, dict[str, Schema]] = {
    "ImageField": {"image_name": _TEXT},
    "BoardField": {"board_id": _TEXT},
    "ColorField": {"r": _BYTE, "g": _BYTE, "b": _BYTE, "a": _BYTE},
    "ModelIdentifierField": {
        "key": _TEXT,
        "hash": _TEXT,
        "name": _TEXT,
        "base": _ref("BaseModelType"),
        "type": _ref("ModelType"),
    },
    "LoRAField": {"lora": _ref("ModelIdentifierField"), "weight": {"type": "number"}},
    "UNetField": {
        "unet": _ref("ModelIdentifierField"),
        "scheduler": _ref("ModelIdentifierField"),
        "loras": _list("LoRAField"),
    },
    "CLIPField": {
        "tokenizer": _ref("ModelIdentifierField"),
        "text_encoder": _ref("ModelIdentifierField"),
        "skipped_layers": {"type": "integer"},
        "loras": _list("LoRAField"),
    },
    "VAEField": {"vae": _ref("ModelIdentifierField")},
    "LatentsField": {"latents_name": _TEXT},
    "ConditioningField": {"conditioning_name": _TEXT},
    "TensorField": {"tensor_name": _TEXT},
    "DenoiseMaskField": {"mask_name": _TEXT},
    "ControlField": {"image": _ref("ImageField"), "control_model": _ref("ModelIdentifierField")},
    "IPAdapterField": {"image": _ref("ImageField")},
    "T2IAdapterField": {"image": _ref("ImageField")},
    "MetadataField": {},
    "FloatGeneratorField": {},
    "IntegerGeneratorField": {},
    "StringGeneratorField": {},
    "ImageGeneratorField": {},
}


def document(router: web.UrlDispatcher) -> Schema:
    """The document; its paths are those that the router serves."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "ivk_desktop demo server",
            "description": "Speaks as an InvokeAI server does, and paints landscapes",
            "version": "1.0.0",
        },
        "paths": _paths(router),
        "components": {"schemas": _schemas()},
    }


def _paths(router: web.UrlDispatcher) -> dict[str, dict[str, Schema]]:
    paths: dict[str, dict[str, Schema]] = {}
    for route in router.routes():
        path = route.resource.canonical if route.resource is not None else ""
        method = route.method.lower()
        if not path.startswith("/api/") or method not in ("get", "post", "put", "patch", "delete"):
            continue
        summary = (route.handler.__doc__ or "").split("\n")[0]
        paths.setdefault(path, {})[method] = {
            "summary": summary,
            "operationId": route.handler.__name__,
            "responses": {"200": {"description": "Done"}},
        }
    return paths


def _schemas() -> dict[str, Schema]:
    schemas: dict[str, Schema] = {
        "BaseModelType": {"type": "string", "enum": list(BASES), "title": "Base model"},
        "ModelType": {"type": "string", "enum": list(MODEL_TYPES), "title": "Model type"},
    }
    for name, properties in _MODELS.items():
        schemas[name] = {
            "type": "object",
            "title": name,
            "properties": properties,
            "required": list(properties),
        }
    schemas |= {output.name: output.schema() for output in OUTPUT_TYPES}
    schemas |= {node.schema_name: node.schema() for node in NODE_TYPES.values()}
    return schemas
