"""What a generator yields, shown below its parameters while they are edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.stores.generated import Generated
from ivk_desktop.ui import reading, theme
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.tile import PictureTile
from ivk_desktop.ui.texts import count_text, problem_text
from ivk_desktop.ui.tokens import Space

MOST_LINES: Final = 6
MOST_NUMBERS: Final = 24
MOST_PICTURES: Final = 5


class GeneratorPreview(QFrame):
    """The count, and the first items: numbers in one line, texts in lines, pictures as such.

    These are the very items that are submitted, those drawn at random too.
    """

    def __init__(self, context: FormContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._value: dict[str, Any] = {}
        self._shown: Generated | None = None
        self._tiles: list[PictureTile] = []
        self.words = QLabel(self, wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setFont(theme.theme().font("caption"))
        self.words.setAccessibleName(self.tr("What the generator yields"))
        self._pictures = QHBoxLayout()
        self._pictures.setSpacing(Space.XS)
        self._pictures.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.XS)
        rows.addLayout(self._pictures)
        rows.addWidget(self.words)
        self.setVisible(context.generates)
        context.generated_changed.connect(self._refresh)

    def show_value(self, value: Mapping[str, Any]) -> None:
        """Show what this generator yields, as soon as it is known."""
        self._value = dict(value)
        self._refresh()

    def _refresh(self) -> None:
        if not self._value or not self._context.generates:
            return
        found = self._context.generated(self._value, id(self))
        if found is not None and found is self._shown:
            return
        self._shown = found
        self._show_pictures(found.items if found is not None else ())
        failed = found is not None and found.problem is not None
        theme.restyle(self.words, tone="failed" if failed else "text2")
        self.words.setText(self._text(found))

    def _text(self, found: Generated | None) -> str:
        if found is None:
            return self.tr("Looking what this yields…")
        if found.problem is not None:
            return problem_text(found.problem)
        if not found.items:
            return self.tr("Yields nothing")
        items = found.items
        if isinstance(items[0], Mapping):
            return self._headed(items, MOST_PICTURES, "")
        if isinstance(items[0], str):
            return self._headed(items, MOST_LINES, "\n")
        return self._headed(items, MOST_NUMBERS, ", ")

    def _headed(self, items: Sequence[Any], most: int, joint: str) -> str:
        words = self.tr("{count} items") if len(items) != 1 else self.tr("1 item")
        head = words.format(count=count_text(len(items)))
        if not joint:
            return head
        texts = [_text_of(item) for item in items[:most]]
        if len(items) > most:
            texts.append("…")
        return f"{head}:{' ' if joint == ', ' else joint}{joint.join(texts)}"

    def _show_pictures(self, items: Sequence[Any]) -> None:
        for tile in self._tiles:
            self._pictures.removeWidget(tile)
            tile.deleteLater()
        self._tiles.clear()
        pictures = [item for item in items[:MOST_PICTURES] if isinstance(item, Mapping)]
        for place, item in enumerate(pictures):
            name = str(item.get("image_name", ""))
            tile = PictureTile(self._context, self)
            tile.setEnabled(False)
            tile.setToolTip(name)
            tile.show_picture(MediaRef(self._context.server_id, ImageName(name)))
            self._tiles.append(tile)
            self._pictures.insertWidget(place, tile)


def _text_of(item: object) -> str:
    if isinstance(item, float) and not item.is_integer():
        return fmt.decimal(item, 4, reading.style()).rstrip("0")
    if isinstance(item, (int, float)):
        return str(int(item))
    text = str(item)
    return text if len(text) <= 200 else f"{text[:200]}…"
