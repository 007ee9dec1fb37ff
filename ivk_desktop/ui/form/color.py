"""The editor of a color: a swatch that opens the picker, and #RRGGBBAA as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QLineEdit, QToolButton, QWidget

from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import NO_VALUE, Editor
from ivk_desktop.ui.theme import px

_HEX: Final = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_CHANNELS: Final = ("r", "g", "b", "a")
_SQUARE_PX: Final = 6


def read_color(text: str) -> dict[str, int] | None:
    """The value of ``#RGB``, ``#RRGGBB`` or ``#RRGGBBAA``; ``None`` if it is none."""
    match = _HEX.fullmatch(text.strip())
    if match is None:
        return None
    digits = match[1]
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    digits = digits.ljust(8, "f")
    return {c: int(digits[2 * i : 2 * i + 2], 16) for i, c in enumerate(_CHANNELS)}


def color_text(value: Value | Unset) -> str:
    """A color value as ``#RRGGBBAA``; nothing if it is none."""
    parts = [value.get(c, 255) for c in _CHANNELS] if isinstance(value, Mapping) else []
    if not parts or not all(isinstance(p, int) and 0 <= p <= 255 for p in parts):
        return ""
    return "#" + "".join(f"{part:02X}" for part in parts)


class ColorEditor(Editor):
    """A color with its opacity."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.swatch = QToolButton(self)
        self.swatch.setIconSize(QSize(26, 18))
        self.swatch.setStyleSheet(
            "QToolButton { qproperty-iconSize: 44px 18px; padding: 5px 6px; }"
        )
        self.swatch.setFixedWidth(px(38))
        self.swatch.setToolTip(self.tr("Pick a color"))
        self.swatch.clicked.connect(self._open)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(color_text(spec.placeholder) or "#RRGGBBAA")
        self.line.textEdited.connect(self._typed)
        self._value: Value | Unset = UNSET
        self.add(self.swatch)
        self.add(self.line, 1, focus=True)

    def set_value(self, value: Value | Unset) -> None:
        if value is not UNSET and value == self._value:
            return
        self._value = value
        self.line.setText(color_text(value))
        self.line.setCursorPosition(0)
        self._paint()

    def set_label(self, label: str) -> None:
        super().set_label(label)
        self.swatch.setAccessibleName(self.tr("{label}: pick a color").format(label=label))

    def _paint(self) -> None:
        shown = read_color(self.line.text() or self.line.placeholderText())
        self.swatch.setIcon(swatch_icon(shown) if shown else QIcon())

    def _typed(self, text: str) -> None:
        value = read_color(text)
        if value is None and text.strip():
            self._value = NO_VALUE
            self.rejected.emit(Problem("not_a_color", {"text": text[:20]}))
            return
        self._take(UNSET if value is None else value)

    def _take(self, value: Value | Unset) -> None:
        self._value = value
        self._paint()
        self.value_edited.emit(value)

    def _open(self) -> None:
        dialog = QColorDialog(self)
        dialog.setOption(QColorDialog.ColorDialogOption.ShowAlphaChannel)
        shown = read_color(self.line.text() or self.line.placeholderText())
        if shown:
            dialog.setCurrentColor(QColor(*shown.values()))
        dialog.colorSelected.connect(self._picked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _picked(self, color: QColor) -> None:
        value = {"r": color.red(), "g": color.green(), "b": color.blue(), "a": color.alpha()}
        self.line.setText(color_text(value))
        self._take(value)


def swatch_icon(value: Mapping[str, int]) -> QIcon:
    """A color on a chequered ground, so that its opacity shows."""
    drawn = QPixmap(52, 36)
    drawn.fill(QColor("white"))
    painter = QPainter(drawn)
    for x in range(0, 52, 2 * _SQUARE_PX):
        for y in range(0, 36, _SQUARE_PX):
            shift = _SQUARE_PX if (y // _SQUARE_PX) % 2 else 0
            painter.fillRect(x + shift, y, _SQUARE_PX, _SQUARE_PX, QColor("#BBBBBB"))
    painter.fillRect(drawn.rect(), QColor(*(value[c] for c in _CHANNELS)))
    painter.end()
    drawn.setDevicePixelRatio(2)
    return QIcon(drawn)
