"""Values as short text, as a person would say them."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain.form import FieldKind, FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.ui.form.board import AUTO, NONE
from ivk_desktop.ui.form.color import color_text
from ivk_desktop.ui.form.context import FormContext

LONGEST = 300
"""Characters of a text; the tool tip has as many."""
NAME_KEYS = ("name", "image_name", "video_name", "style_preset_id", "system_prompt_id", "key")


def _tr(text: str) -> str:
    return QCoreApplication.translate("value_text", text)


def value_text(spec: FieldSpec, value: Value | Unset, context: FormContext) -> str:
    """One line for a value of this field, at most ``LONGEST`` characters."""
    if value is UNSET or value is None:
        text = _tr("Not set")
    elif value == "":
        text = _tr("Empty")
    elif isinstance(value, bool):
        text = _tr("On") if value else _tr("Off")
    elif spec.kind is FieldKind.CHOICE:
        text = next((c.label for c in spec.choices if c.value == value), str(value))
    elif spec.kind is FieldKind.BOARD:
        text = _board(value, context)
    elif spec.kind is FieldKind.COLOR:
        text = color_text(value) or _plain(value)
    else:
        text = _plain(value)
    line = " ".join(text[: 2 * LONGEST].split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        shown = ", ".join(_plain(item) for item in value[:20])
        return shown + (", …" if len(value) > 20 else "") if value else _tr("Empty")
    if isinstance(value, Mapping):
        if "lora" in value:
            return f"{_plain(value['lora'])} {value.get('weight', '')}".strip()
        for key in NAME_KEYS:
            if isinstance(value.get(key), str) and value[key]:
                return str(value[key])
    try:
        return json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError):
        return str(value)


def _board(value: object, context: FormContext) -> str:
    board_id = value.get("board_id") if isinstance(value, Mapping) else value
    if board_id in (AUTO, NONE):
        return _tr("Auto") if board_id == AUTO else _tr("None")
    for board in context.boards() or ():
        if board.key.board_id == board_id:
            return board.name
    return str(board_id)
