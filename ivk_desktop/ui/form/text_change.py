"""Shows another text in an editor and leaves the cursor where the text changed."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def changed_part(old: str, new: str) -> tuple[int, int, int]:
    """Where two texts differ: start, end in the old one, end in the new one, as Python counts."""
    start = _common(old, new)
    most = min(len(old), len(new)) - start
    tail = _common(old[::-1][:most], new[::-1][:most])
    return start, len(old) - tail, len(new) - tail


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def units(text: str) -> int:
    """The length of a text as Qt counts: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def show_line(line: QLineEdit, text: str) -> None:
    """Show a text; where a person is typing, the cursor stands behind what changed."""
    old = line.text()
    if text == old:
        return
    line.setText(text)
    end = changed_part(old, text)[2] if line.hasFocus() else 0
    line.setCursorPosition(units(text[:end]))


def show_area(area: QPlainTextEdit, text: str) -> None:
    """Show a text without telling of it; what stays keeps its place on the screen."""
    old = area.toPlainText()
    if text == old:
        return
    area.blockSignals(True)
    if area.hasFocus() and "\r" not in text:
        _replace(area, old, text)
    else:
        area.setPlainText(text)
    area.blockSignals(False)


def _replace(area: QPlainTextEdit, old: str, new: str) -> None:
    start, old_end, new_end = changed_part(old, new)
    cursor = area.textCursor()
    cursor.setPosition(units(old[:start]))
    cursor.setPosition(units(old[:old_end]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(new[start:new_end])
    area.setTextCursor(cursor)
