"""Values, arithmetic, collections and batches: the node types without a model."""

from __future__ import annotations

from ivk_desktop.demo.nodes.fields import BATCH_GROUPS, choice, flag, integer, number, picture, text
from ivk_desktop.demo.nodes.schema import Field, NodeType

_LONG = {"component": "textarea"}
_COLLECTION = {"type": "CollectionField"}


def _value(kind: str, field: Field, output: str) -> NodeType:
    return NodeType(
        kind,
        f"{kind.title()}Invocation",
        f"{kind.title()} Primitive",
        "1.0.1",
        "primitives",
        ("primitives", kind),
        f"Holds one {kind} value.",
        (field,),
        output,
    )


def _sum(kind: str, name: str, title: str) -> NodeType:
    return NodeType(
        kind,
        f"{name}Invocation",
        title,
        "1.0.1",
        "math",
        ("math", name.lower()),
        f"{title.split()[0]}s two whole numbers.",
        (integer("a"), integer("b")),
        "IntegerOutput",
    )


def _batch(kind: str, item: str, plural: str, output: str) -> NodeType:
    return NodeType(
        f"{kind}_batch",
        f"{kind.title()}BatchInvocation",
        f"{kind.title()} Batch",
        "1.0.0",
        "batch",
        ("primitives", kind, "batch", "special"),
        f"Runs the workflow once for each of its {plural}.",
        (
            choice("batch_group_id", BATCH_GROUPS, "None", title="Batch Group", input="direct"),
            Field(plural, item, required=True, many="list", limits={"minItems": 1}),
        ),
        output,
        classification="special",
    )


def _generator(kind: str, plural: str) -> NodeType:
    name = kind.title()
    return NodeType(
        f"{kind}_generator",
        f"{name}Generator",
        f"{name} Generator",
        "1.0.0",
        "batch",
        ("primitives", kind, "batch", "special"),
        f"Makes a list of {plural} for a batch.",
        (
            Field(
                "generator",
                f"{name}GeneratorField",
                title="Generator Type",
                required=True,
                input="direct",
                never_null=True,
            ),
        ),
        f"{name}GeneratorOutput",
        classification="special",
    )


TYPES = (
    _value("integer", integer("value"), "IntegerOutput"),
    _value("float", number("value"), "FloatOutput"),
    _value("string", text("value", ui=_LONG), "StringOutput"),
    _value("boolean", flag("value"), "BooleanOutput"),
    NodeType(
        "image",
        "ImageInvocation",
        "Image Primitive",
        "1.0.2",
        "primitives",
        ("primitives", "image"),
        "Holds one picture of the gallery.",
        (picture(),),
        "ImageOutput",
    ),
    NodeType(
        "string_join",
        "StringJoinInvocation",
        "String Join",
        "1.0.1",
        "strings",
        ("string", "join"),
        "Puts two texts together.",
        (text("string_left", ui=_LONG), text("string_right", ui=_LONG)),
        "StringOutput",
    ),
    _sum("add", "Add", "Add Integers"),
    _sum("sub", "Subtract", "Subtract Integers"),
    _sum("mul", "Multiply", "Multiply Integers"),
    NodeType(
        "rand_int",
        "RandomIntInvocation",
        "Random Integer",
        "1.0.1",
        "math",
        ("math", "random"),
        "Rolls a whole number.",
        (integer("low"), integer("high", 2147483647)),
        "IntegerOutput",
        use_cache=False,
    ),
    NodeType(
        "range",
        "RangeInvocation",
        "Integer Range",
        "1.0.0",
        "batch",
        ("collection", "integer", "range"),
        "Counts from start to stop.",
        (integer("start"), integer("stop", 10), integer("step", 1)),
        "IntegerCollectionOutput",
    ),
    NodeType(
        "integer_collection",
        "IntegerCollectionInvocation",
        "Integer Collection Primitive",
        "1.0.2",
        "primitives",
        ("primitives", "integer", "collection"),
        "Holds a list of whole numbers.",
        (Field("collection", "integer", [], many="list"),),
        "IntegerCollectionOutput",
    ),
    NodeType(
        "image_collection",
        "ImageCollectionInvocation",
        "Image Collection Primitive",
        "1.0.2",
        "primitives",
        ("primitives", "image", "collection"),
        "Holds a list of pictures.",
        (
            Field("collection", "ImageField", many="list", input="connection", ui={"order": 0}),
            Field("images", "ImageField", many="list", input="direct", ui={"order": 1}),
        ),
        "ImageCollectionOutput",
    ),
    NodeType(
        "iterate",
        "IterateInvocation",
        "IterateInvocation",
        "1.1.0",
        "batch",
        ("iterate",),
        "Runs what follows once for each entry of a list.",
        (
            Field("collection", "any", [], many="list", ui=_COLLECTION),
            integer("index", ui={"hidden": True}),
        ),
        "IterateInvocationOutput",
        use_cache=False,
    ),
    NodeType(
        "collect",
        "CollectInvocation",
        "CollectInvocation",
        "1.1.0",
        "batch",
        ("collect",),
        "Gathers what came out of the runs of an iterate node.",
        (
            Field("item", "any", input="connection", ui={"type": "CollectionItemField"}),
            Field("collection", "any", [], many="list", input="connection", ui=_COLLECTION),
        ),
        "CollectInvocationOutput",
        use_cache=False,
    ),
    _batch("string", "string", "strings", "StringOutput"),
    _batch("integer", "integer", "integers", "IntegerOutput"),
    _batch("float", "number", "floats", "FloatOutput"),
    _batch("image", "ImageField", "images", "ImageOutput"),
    _generator("string", "strings"),
    _generator("integer", "integers"),
    _generator("float", "floats"),
    _generator("image", "images"),
)

NEVER_RUN = frozenset(
    f"{kind}_{role}"
    for kind in ("string", "integer", "float", "image")
    for role in ("batch", "generator")
)
"""Types that exist for the editor alone: a client turns them into batch data."""
