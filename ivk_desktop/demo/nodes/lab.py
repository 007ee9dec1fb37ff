"""Nodes that are slow, that fail, or that report odd progress, for tests and for a look.

The ``lab_`` types have the fields of the node pack in ``tests/live/lab``, so that the same
contract test runs on a real server and on this one.
"""

from __future__ import annotations

from ivk_desktop.demo.nodes.fields import BOARD, METADATA, choice, flag, integer, number, text
from ivk_desktop.demo.nodes.schema import Field, NodeType

_MANY_STEPS = {"minimum": 0, "maximum": 100000}
_PIXELS = {"minimum": 8, "maximum": 8192}


def _slow(preview: bool) -> tuple[Field, ...]:
    return (
        integer("steps", 10, limits=_MANY_STEPS, description="How many steps it takes"),
        number("delay", 0.2, limits={"minimum": 0}, description="Seconds between two steps"),
        choice("mode", ("determinate", "indeterminate"), "determinate"),
        flag("preview", preview, description="Whether each step shows a picture"),
        flag("check_cancel", True, description="Whether it stops when its item is canceled"),
    )


def _node(
    kind: str, name: str, title: str, description: str, fields: tuple[Field, ...], output: str
) -> NodeType:
    prefix = kind.split("_")[0]
    return NodeType(
        kind,
        f"{prefix.title()}{name}Invocation",
        f"{prefix.title()}: {title}",
        "1.0.0",
        prefix,
        (prefix, "test"),
        description,
        fields,
        output,
        use_cache=False,
    )


_IMAGE_FIELDS = (
    BOARD,
    METADATA,
    *_slow(preview=True),
    integer("width", 512, limits=_PIXELS),
    integer("height", 512, limits=_PIXELS),
    integer("seed"),
)


def _fail_fields(prefix: str) -> tuple[Field, ...]:
    return (
        integer("steps", limits=_MANY_STEPS),
        number("delay", 0.1, limits={"minimum": 0}),
        text("message", f"{prefix}_fail: this node always fails"),
        integer("value"),
    )


TYPES = tuple(
    node
    for prefix in ("demo", "lab")
    for node in (
        _node(
            f"{prefix}_slow_image",
            "SlowImage",
            "Slow Image",
            "Paints a picture in as many steps as you like.",
            _IMAGE_FIELDS,
            "ImageOutput",
        ),
        _node(
            f"{prefix}_slow_integer",
            "SlowInteger",
            "Slow Integer",
            "Gives a number after a while.",
            (*_slow(preview=False), integer("value")),
            "IntegerOutput",
        ),
        _node(
            f"{prefix}_fail",
            "Fail",
            "Always Fails",
            "Fails after its steps.",
            _fail_fields(prefix),
            "IntegerOutput",
        ),
        _node(
            f"{prefix}_raw_progress",
            "RawProgress",
            "Raw Progress",
            "Reports one progress event with any percentage.",
            (number("percentage", 0.5), text("message", "raw")),
            "IntegerOutput",
        ),
    )
)
