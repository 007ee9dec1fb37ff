"""Where the values of a sweep can come from, by kind of field."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ivk_desktop.domain.form import FieldKind, FieldSpec

CONTEXT: Final = "sweeps"


class SweepSource(Enum):
    """How values are made; the values are what is kept in a sweep's settings."""

    PICK = "pick"
    LIST = "list"
    RANGE = "range"
    RANDOM = "random"
    LINES = "lines"
    TABLE = "table"
    FOLDER = "folder"
    PROMPTS = "prompts"


_NUMBERS: Final = (
    SweepSource.LIST,
    SweepSource.RANGE,
    SweepSource.RANDOM,
    SweepSource.LINES,
    SweepSource.TABLE,
)
_PICKED: Final = (SweepSource.PICK,)
_SOURCES: Final[dict[FieldKind, tuple[SweepSource, ...]]] = {
    FieldKind.INTEGER: _NUMBERS,
    FieldKind.FLOAT: _NUMBERS,
    FieldKind.STRING: (
        SweepSource.LIST,
        SweepSource.PROMPTS,
        SweepSource.LINES,
        SweepSource.TABLE,
    ),
    FieldKind.CHOICE: (SweepSource.PICK, SweepSource.LINES, SweepSource.TABLE),
    FieldKind.BOOLEAN: _PICKED,
    FieldKind.MODEL: _PICKED,
    FieldKind.BOARD: _PICKED,
    FieldKind.COLOR: (SweepSource.LIST, SweepSource.LINES, SweepSource.TABLE),
    FieldKind.IMAGE: (SweepSource.FOLDER,),
}

_TITLES: Final = {
    SweepSource.PICK: QT_TRANSLATE_NOOP(CONTEXT, "Several choices"),
    SweepSource.LIST: QT_TRANSLATE_NOOP(CONTEXT, "List of values"),
    SweepSource.RANGE: QT_TRANSLATE_NOOP(CONTEXT, "Range"),
    SweepSource.RANDOM: QT_TRANSLATE_NOOP(CONTEXT, "Random values"),
    SweepSource.LINES: QT_TRANSLATE_NOOP(CONTEXT, "Lines of a text file"),
    SweepSource.TABLE: QT_TRANSLATE_NOOP(CONTEXT, "Column of a CSV file"),
    SweepSource.FOLDER: QT_TRANSLATE_NOOP(CONTEXT, "Folder of images"),
    SweepSource.PROMPTS: QT_TRANSLATE_NOOP(CONTEXT, "Dynamic prompts"),
}


def sources_of(spec: FieldSpec) -> tuple[SweepSource, ...]:
    """What a field offers; nothing where it cannot vary."""
    return () if spec.connected else _SOURCES.get(spec.kind, ())


def source_title(source: SweepSource) -> str:
    """A source in words."""
    return QCoreApplication.translate(CONTEXT, str(_TITLES[source]))
