"""How node types are described: fields, outputs, and their form in an OpenAPI document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

PRIMITIVES = frozenset({"integer", "number", "string", "boolean"})
NO_NUMBERS: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Field:
    """One input of a node type.

    ``type`` is integer, number, string, boolean, any, or the name of a field model such as
    ``ImageField``; ``many`` is one, list or either. Whole numbers wrap at ``modulo`` if it is
    set. A ``default`` of None makes it nullable, as InvokeAI does for everything that has no
    default of its own.
    """

    name: str
    type: str
    default: Any = None
    title: str = ""
    description: str = ""
    required: bool = False
    input: str = "any"
    many: str = "one"
    limits: Mapping[str, Any] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    ui: Mapping[str, Any] = field(default_factory=dict)
    internal: bool = False
    never_null: bool = False
    modulo: int = 0

    @property
    def nullable(self) -> bool:
        """True if null is a legal value of it."""
        return self.default is None and not self.never_null

    @property
    def required_at_enqueue(self) -> bool:
        """True if a graph without it is refused (direct inputs that have no default)."""
        return self.never_null and self.default is None

    def schema(self) -> dict[str, Any]:
        """Its property in the OpenAPI document."""
        result = self._type_schema()
        result["description"] = self.description or f"The {self._label().lower()} of this node"
        result["title"] = self._label()
        result["field_kind"] = "internal" if self.internal else "input"
        result["input"] = self.input
        result["orig_required"] = self.required
        if not self.required_at_enqueue:
            result["default"] = self.default
        if not self.required and not self.internal:
            result["orig_default"] = self.default
        if self.internal:
            result["ui_hidden"] = False
        result.update({f"ui_{key}": value for key, value in self.ui.items()})
        return result

    def _label(self) -> str:
        return self.title or self.name.replace("_", " ").title()

    def _type_schema(self) -> dict[str, Any]:
        one = self._one_schema()
        if self.many == "list":
            one = {"type": "array", "items": one} | self._list_limits()
        if not self.nullable and self.many != "either":
            return one
        branches = [one]
        if self.many == "either":
            branches.append({"type": "array", "items": one})
        if self.nullable:
            branches.append({"type": "null"})
        return {"anyOf": branches}

    def _one_schema(self) -> dict[str, Any]:
        if self.type == "any":
            return {}
        if self.type not in PRIMITIVES:
            return {"$ref": f"#/components/schemas/{self.type}"}
        schema: dict[str, Any] = {"type": self.type}
        if self.options:
            schema["enum"] = list(self.options)
        if self.many != "list":
            schema.update(self.limits)
        return schema

    def _list_limits(self) -> dict[str, Any]:
        return {key: self.limits[key] for key in ("minItems", "maxItems") if key in self.limits}


@dataclass(frozen=True, slots=True)
class Output:
    """One value a node gives: ``type`` and ``many`` as in :class:`Field`."""

    name: str
    type: str
    many: str = "one"
    title: str = ""
    nullable: bool = False
    ui: Mapping[str, Any] = field(default_factory=dict)

    def schema(self) -> dict[str, Any]:
        """Its property in the OpenAPI document."""
        label = self.title or self.name.replace("_", " ").title()
        carrier = Field(
            self.name,
            self.type,
            many=self.many,
            never_null=not self.nullable,
            title=label,
        )
        result = carrier._type_schema()
        if self.nullable:
            result["default"] = None
        result |= {"description": f"The {label.lower()} that comes out", "title": label}
        result |= {"field_kind": "output", "ui_hidden": False}
        return result | {f"ui_{key}": value for key, value in self.ui.items()}


@dataclass(frozen=True, slots=True)
class OutputType:
    """A class of results, for example ``ImageOutput`` with ``type`` image_output."""

    name: str
    type: str
    outputs: tuple[Output, ...]

    def schema(self) -> dict[str, Any]:
        """Its schema in the OpenAPI document."""
        properties = {output.name: output.schema() for output in self.outputs}
        properties["type"] = type_property(self.type)
        return {
            "class": "output",
            "title": self.name,
            "description": f"What nodes of type {self.type} give",
            "type": "object",
            "properties": properties,
            "required": ["output_meta", *properties],
        }


@dataclass(frozen=True, slots=True)
class NodeType:
    """One node type under InvokeAI's own names and versions, described in our words."""

    type: str
    schema_name: str
    title: str
    version: str
    category: str
    tags: tuple[str, ...]
    description: str
    fields: tuple[Field, ...]
    output: str
    use_cache: bool = True
    classification: str = "stable"

    def field(self, name: str) -> Field | None:
        """The input called ``name``."""
        return next((entry for entry in self.fields if entry.name == name), None)

    def schema(self) -> dict[str, Any]:
        """Its schema in the OpenAPI document."""
        properties = self._common_properties()
        properties |= {entry.name: entry.schema() for entry in self.fields}
        properties["type"] = type_property(self.type)
        required = [entry.name for entry in self.fields if entry.required_at_enqueue]
        return {
            "class": "invocation",
            "title": self.title,
            "description": self.description,
            "category": self.category,
            "tags": list(self.tags),
            "version": self.version,
            "node_pack": "invokeai",
            "classification": self.classification,
            "type": "object",
            "properties": properties,
            "required": [*required, "type", "id"],
            "output": {"$ref": f"#/components/schemas/{self.output}"},
        }

    def _common_properties(self) -> dict[str, Any]:
        return {
            "id": {
                "description": "Names this node; no two nodes of a graph share an id",
                "field_kind": "node_attribute",
                "title": "Id",
                "type": "string",
            },
            "is_intermediate": {
                "default": False,
                "description": "Keeps the pictures of this node out of the gallery",
                "field_kind": "node_attribute",
                "input": "direct",
                "orig_required": True,
                "title": "Is Intermediate",
                "type": "boolean",
                "ui_hidden": False,
                "ui_type": "IsIntermediate",
            },
            "use_cache": {
                "default": self.use_cache,
                "description": "Lets an earlier result with the same inputs stand in",
                "field_kind": "node_attribute",
                "title": "Use Cache",
                "type": "boolean",
            },
        }


def type_property(name: str) -> dict[str, Any]:
    """The constant ``type`` property that tells node types and outputs apart."""
    return {
        "const": name,
        "default": name,
        "field_kind": "node_attribute",
        "title": "type",
        "type": "string",
    }
