"""What a document names that only its own server has: boards, pictures, videos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from ivk_desktop.domain.form import FieldKind
from ivk_desktop.domain.invokeai.edges import EdgeSet
from ivk_desktop.domain.invokeai.fields.base import Mention, Named
from ivk_desktop.domain.invokeai.values import Slot, Values

FILES: Final = frozenset({Named.IMAGE, Named.VIDEO})
BOARDS: Final = frozenset({Named.BOARD})


def named(values: Values, edges: EdgeSet, kinds: frozenset[Named]) -> tuple[str, ...]:
    """The ids of such things, each once, in document order; connected inputs do not count."""
    found = [
        mention.id
        for slot, mention in _mentions(values, kinds)
        if not edges.is_connected(slot.node.id, slot.name)
    ]
    return tuple(dict.fromkeys(found))


def board_generators(values: Values) -> tuple[str, ...]:
    """The boards whose pictures a generator yields: they are on no other server."""
    generators = (
        slot.instance.get("value")
        for slot in values
        if slot.field_class.kind is FieldKind.GENERATOR
    )
    boards = (value.get("board_id") for value in generators if isinstance(value, dict))
    return tuple(board for board in boards if isinstance(board, str) and board)


def put_boards(values: Values, answers: Mapping[str, str | None]) -> None:
    """Name other boards; one for which there is none is automatic again."""
    for slot, mention in list(_mentions(values, BOARDS)):
        if mention.id in answers:
            board_id = answers[mention.id]
            slot.set_value("auto" if board_id is None else {"board_id": board_id})


def drop_files(values: Values) -> None:
    """Name no pictures and videos."""
    for slot, _ in list(_mentions(values, FILES)):
        if slot.field is not None:
            slot.set_field(slot.field.without_mentions())


def _mentions(values: Values, kinds: frozenset[Named]) -> Iterator[tuple[Slot, Mention]]:
    for slot in values:
        for mention in slot.field.mentions() if slot.field is not None else ():
            if mention.named in kinds:
                yield slot, mention
