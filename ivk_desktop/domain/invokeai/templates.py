"""Node templates from a server's OpenAPI document, parsed one by one as they are needed.

Protocol source: workflow spec 2. Taking a document over costs a walk over its schemas' names;
each node type is turned into a ``NodeTemplate`` when it is first asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from ivk_desktop.domain.form import ModelFilter
from ivk_desktop.domain.invokeai import type_parser
from ivk_desktop.domain.invokeai.template_defaults import default_value, is_stateful
from ivk_desktop.domain.invokeai.types import (
    BATCH_INPUTS,
    GENERATOR_OUTPUTS,
    Bounds,
    Cardinality,
    FieldType,
    InputTemplate,
    NodeTemplate,
    OutputTemplate,
)
from ivk_desktop.domain.problems import DomainError, Problem

_DENIED: Final = frozenset({"graph", "linear_ui_output"})
_RESERVED_INPUTS: Final = frozenset({"id", "type", "use_cache"})
_CACHE_FORMAT: Final = 1
_DROPPED_KEYS: Final = frozenset({"orig_default", "field_kind"})
_BOUND_KEYS: Final = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusive_minimum": "exclusiveMinimum",
    "exclusive_maximum": "exclusiveMaximum",
    "multiple_of": "multipleOf",
    "min_items": "minItems",
    "max_items": "maxItems",
    "min_length": "minLength",
    "max_length": "maxLength",
}

Schema = dict[str, Any]


class NodeTemplates(Mapping[str, NodeTemplate]):
    """All node types of one server by type name."""

    def __init__(self, sources: dict[str, Schema]) -> None:
        self._sources = sources
        self._built: dict[str, NodeTemplate] = {}

    @classmethod
    def from_openapi(cls, document: Mapping[str, Any]) -> NodeTemplates:
        """Take over an OpenAPI document; what is no node schema is left out.

        Raises:
            DomainError: ``openapi_unusable``: the document has no node schemas at all.
        """
        components = document.get("components")
        found = components.get("schemas") if isinstance(components, dict) else None
        schemas = found if isinstance(found, dict) else {}
        sources: dict[str, Schema] = {}
        for schema in schemas.values():
            source = _reduce(schema, schemas)
            if source is not None and source["type"] not in _DENIED:
                sources[source["type"]] = source
        if not sources:
            raise DomainError(Problem("openapi_unusable"))
        return cls(sources)

    @classmethod
    def from_cache(cls, data: bytes) -> NodeTemplates | None:
        """Read what ``to_cache`` wrote; ``None`` for anything else."""
        try:
            content = json.loads(data)
        except (ValueError, RecursionError):
            return None
        if not isinstance(content, dict) or content.get("format") != _CACHE_FORMAT:
            return None
        nodes = content.get("nodes")
        return cls(nodes) if isinstance(nodes, dict) else None

    def to_cache(self) -> bytes:
        """The templates as compact JSON."""
        content = {"format": _CACHE_FORMAT, "nodes": self._sources}
        return json.dumps(content, separators=(",", ":")).encode()

    def __getitem__(self, node_type: str) -> NodeTemplate:
        template = self._built.get(node_type)
        if template is None:
            template = self._built[node_type] = _build(self._sources[node_type])
        return template

    def __contains__(self, node_type: object) -> bool:
        return node_type in self._sources

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


def _reduce(schema: object, schemas: Mapping[str, Any]) -> Schema | None:
    """What of a schema is needed later, or ``None`` where it is no node's."""
    if not isinstance(schema, dict) or schema.get("class") != "invocation":
        return None
    properties = schema.get("properties")
    if not isinstance(properties, dict):
        return None
    node_type = _default_of(properties.get("type"))
    output = schema.get("output")
    output_name = type_parser.ref_name(output) if isinstance(output, dict) else None
    output_schema = schemas.get(output_name) if output_name else None
    if not isinstance(node_type, str) or not isinstance(output_schema, dict):
        return None
    outputs = output_schema.get("properties")
    return {
        "type": node_type,
        "title": str(schema.get("title", node_type)).replace("Invocation", "", 1),
        "description": schema.get("description") or "",
        "version": str(schema.get("version", "1.0.0")),
        "node_pack": schema.get("node_pack") or "invokeai",
        "classification": schema.get("classification") or "stable",
        "category": schema.get("category") or "other",
        "tags": schema.get("tags") or [],
        "use_cache": _default_of(properties.get("use_cache")) is not False,
        "output_type": _default_of(outputs.get("type")) if isinstance(outputs, dict) else "",
        "inputs": _fields(properties, _RESERVED_INPUTS),
        "outputs": _fields(outputs, frozenset({"type"})),
    }


def _default_of(schema: object) -> Any:
    return schema.get("default") if isinstance(schema, dict) else None


def _fields(properties: object, reserved: frozenset[str]) -> dict[str, Schema]:
    if not isinstance(properties, dict):
        return {}
    return {
        name: {key: value for key, value in schema.items() if key not in _DROPPED_KEYS}
        for name, schema in properties.items()
        if name not in reserved and isinstance(schema, dict) and "field_kind" in schema
    }


def _build(source: Schema) -> NodeTemplate:
    node_type = source["type"]
    inputs = {}
    for name, schema in source["inputs"].items():
        if node_type == "iterate" and name == "index":
            continue
        template = build_input(node_type, name, schema)
        if template is not None:
            inputs[name] = template
    outputs = {}
    for name, schema in source["outputs"].items():
        kind = _field_type(schema, batch=GENERATOR_OUTPUTS.get(node_type) == name)
        if kind is not None:
            outputs[name] = OutputTemplate(name, _title(name, schema), kind)
    return NodeTemplate(
        type=node_type,
        title=source["title"],
        version=source["version"],
        inputs=inputs,
        outputs=outputs,
        output_type=source["output_type"] or "",
        description=source["description"],
        category=source["category"],
        classification=source["classification"],
        node_pack=source["node_pack"],
        tags=tuple(str(tag) for tag in source["tags"]),
        use_cache=source["use_cache"],
    )


def build_input(node_type: str, name: str, schema: Schema) -> InputTemplate | None:
    """One input's template, or ``None`` where the schema gives it no usable type."""
    kind = _field_type(schema, batch=BATCH_INPUTS.get(node_type) == name)
    if kind is None or kind.name == "IsIntermediate":
        return None
    stateful = is_stateful(kind)
    options = _options(schema)
    if kind.name == "EnumField" and not options:
        return None
    order = schema.get("ui_order")
    labels = schema.get("ui_choice_labels")
    required = schema.get("orig_required") is True
    return InputTemplate(
        name=name,
        title=_title(name, schema),
        type=kind,
        description=str(schema.get("description") or ""),
        required=required,
        input=str(schema.get("input") or "any") if stateful else "connection",
        hidden=schema.get("ui_hidden") is True,
        component=str(schema.get("ui_component") or ""),
        order=order if isinstance(order, int) else None,
        default=default_value(kind, schema.get("default"), required=required, options=options),
        options=options,
        option_labels=labels if isinstance(labels, dict) else {},
        models=_model_filter(schema),
        bounds=_bounds(schema),
    )


def _field_type(schema: Schema, *, batch: bool) -> FieldType | None:
    original = type_parser.parse_field_type(schema)
    override = schema.get("ui_type")
    if not isinstance(override, str) or not override:
        return FieldType(original.name, original.cardinality, batch) if original else None
    if override in type_parser.OLD_MODEL_TYPES:
        return FieldType("ModelIdentifierField", batch=batch)
    many = override == "CollectionField"
    kind = FieldType(override, Cardinality.COLLECTION if many else Cardinality.SINGLE, batch)
    if original is None or not is_stateful(kind) or original.equals(kind):
        return kind
    return FieldType(kind.name, kind.cardinality, batch, original)


def _title(name: str, schema: Schema) -> str:
    title = schema.get("title")
    if isinstance(title, str) and title:
        return title
    words = re.findall(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|\d+|[A-Z]", name) or [name]
    return " ".join(word[:1].upper() + word[1:] for word in words)


def _options(schema: Schema) -> tuple[str | int, ...]:
    branches = type_parser.non_null(schema.get("anyOf"))
    if "anyOf" in schema:
        if len(branches) != 1:
            return ()
        schema = branches[0]
    found = [schema["const"]] if schema.get("const") else schema.get("enum")
    if not isinstance(found, list):
        return ()
    return tuple(one for one in found if isinstance(one, (str, int)) and not isinstance(one, bool))


def _model_filter(schema: Schema) -> ModelFilter | None:
    old = type_parser.OLD_MODEL_TYPES.get(str(schema.get("ui_type")))
    if old is not None:
        return old
    parts = {
        "types": "ui_model_type",
        "bases": "ui_model_base",
        "variants": "ui_model_variant",
        "formats": "ui_model_format",
        "providers": "ui_model_provider_id",
    }
    found = {
        part: tuple(str(one) for one in schema[key])
        for part, key in parts.items()
        if isinstance(schema.get(key), list)
    }
    return ModelFilter(**found) if found else None


def _bounds(schema: Schema) -> Bounds:
    """The limits of a field; those of nullable fields stand inside ``anyOf``."""
    found: dict[str, Any] = {}
    for part in (*type_parser.non_null(schema.get("anyOf")), schema):
        nested = part.get("items") if part.get("type") == "array" else None
        for source in (nested, part) if isinstance(nested, dict) else (part,):
            for name, key in _BOUND_KEYS.items():
                value = source.get(key)
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    found[name] = value
    return Bounds(**found)
