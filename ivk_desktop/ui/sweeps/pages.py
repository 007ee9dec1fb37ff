"""The pages of the sweep dialog that make values of what is typed or ticked."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.boards import UNCATEGORIZED
from ivk_desktop.domain.form import FieldKind, FieldSpec
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.sweep_values import random_values, range_values, read_list, usual_range
from ivk_desktop.ui import theme
from ivk_desktop.ui.form import model_choice
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import SearchField

Settings = Mapping[str, Any]
Ready = Callable[[Problem | None], None]
SEARCHED_FROM: Final = 10
"""From that many choices on they can be searched."""


class Page(QWidget):
    """One way to make values. ``edited`` tells that they may be others now."""

    edited = Signal()

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.spec = spec
        self.context = context

    def values(self) -> tuple[Any, ...]:
        """The values as they stand.

        Raises:
            DomainError: what stands there makes none.
        """
        raise NotImplementedError

    def settings(self) -> dict[str, Any]:
        """What ``restore`` takes."""
        raise NotImplementedError

    def restore(self, settings: Settings) -> None:
        """Show what was entered earlier."""
        raise NotImplementedError

    def prepare(self, ready: Ready) -> None:
        """Do what is to be done before the values are used, then call ``ready``, once."""
        ready(None)

    def status(self) -> str:
        """What is going on, in place of the values; empty for nothing."""
        return ""


class ListPage(Page):
    """Values typed one by one."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.area = QPlainTextEdit(self)
        self.area.setTabChangesFocus(True)
        numbers = spec.kind in (FieldKind.INTEGER, FieldKind.FLOAT)
        hint = self.tr("4, 5, 6") if numbers else self.tr("One value on each line")
        self.area.setPlaceholderText(hint)
        self.area.setAccessibleName(self.tr("Values"))
        self.area.textChanged.connect(self.edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self.setFocusProxy(self.area)

    def values(self) -> tuple[Any, ...]:
        return read_list(self.area.toPlainText(), self.spec)

    def settings(self) -> dict[str, Any]:
        return {"text": self.area.toPlainText()}

    def restore(self, settings: Settings) -> None:
        self.area.setPlainText(str(settings.get("text", "")))
        self.area.selectAll()  # typing replaces it, as in a field of one line


class FieldsPage(Page):
    """A few numbers, each on a line of its own."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setVerticalSpacing(Space.S)
        self.lines: dict[str, QLineEdit] = {}

    def add_line(self, name: str, label: str, text: str) -> None:
        """Add a line; its text is a setting under ``name``."""
        line = QLineEdit(text, self)
        line.setAccessibleName(label)
        line.textEdited.connect(self._line_edited)
        self.form.addRow(label, line)
        self.lines[name] = line
        if len(self.lines) == 1:
            self.setFocusProxy(line)

    def _line_edited(self) -> None:
        self.edited.emit()

    def text(self, name: str) -> str:
        """What stands on a line."""
        return self.lines[name].text()

    def settings(self) -> dict[str, Any]:
        return {name: line.text() for name, line in self.lines.items()}

    def restore(self, settings: Settings) -> None:
        for name, line in self.lines.items():
            if isinstance(text := settings.get(name), str):
                line.setText(text)


class RangePage(FieldsPage):
    """From, to, step."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        start, end, step = usual_range(None, spec)
        self.add_line("start", self.tr("From"), start)
        self.add_line("end", self.tr("To"), end)
        self.add_line("step", self.tr("Step"), step)

    def values(self) -> tuple[Any, ...]:
        return range_values(self.text("start"), self.text("end"), self.text("step"), self.spec)


def _random_bounds(spec: FieldSpec) -> tuple[str, str]:
    limits = spec.limits
    if spec.is_seed:
        low, high = spec.seed_range
        return str(low), str(high)
    if limits is None or limits.maximum - limits.minimum > 1000:
        return "1", "10"
    return format(limits.minimum, "g"), format(limits.maximum, "g")


class RandomPage(FieldsPage):
    """Random numbers, drawn once, so that what is previewed is what is sent."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        low, high = _random_bounds(spec)
        self.add_line("low", self.tr("From"), low)
        self.add_line("high", self.tr("To"), high)
        self.add_line("count", self.tr("How many"), "5")
        self._seed = random.getrandbits(32)
        again = QPushButton(icon("dices", "text"), self.tr("Draw again"), self)
        again.clicked.connect(self._draw_again)
        self.form.addRow("", again)

    def _draw_again(self) -> None:
        self._seed = random.getrandbits(32)
        self.edited.emit()

    def values(self) -> tuple[Any, ...]:
        text = self.text("count").strip()
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise DomainError(Problem("not_a_number", {"text": text[:40]}))
        rng = random.Random(self._seed)
        return random_values(self.text("low"), self.text("high"), int(text), self.spec, rng)

    def settings(self) -> dict[str, Any]:
        return {**super().settings(), "draw": self._seed}

    def restore(self, settings: Settings) -> None:
        super().restore(settings)
        if isinstance(draw := settings.get("draw"), int):
            self._seed = draw


class PickPage(Page):
    """Choices to be ticked: models, boards, schedulers, on and off."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self._values: dict[str, Any] = {}
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Choices"))
        self.list.setMinimumHeight(theme.px(180))
        self.search = SearchField(self.tr("Search"), self)
        self.search.textChanged.connect(self._narrow)
        self._fill()
        self.search.setVisible(self.list.count() >= SEARCHED_FROM)
        self.list.itemChanged.connect(self._item_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _fill(self) -> None:
        for key, text, value, tip in self._choices():
            self._values[key] = value
            item = QListWidgetItem(text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setToolTip(tip or text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)

    def _choices(self) -> list[tuple[str, str, Any, str]]:
        spec = self.spec
        if spec.kind is FieldKind.BOOLEAN:
            return [("true", self.tr("On"), True, ""), ("false", self.tr("Off"), False, "")]
        if spec.kind is FieldKind.MODEL:
            models = {one.key.native_key: one for one in self.context.models() or ()}
            found = model_choice.entries(spec.models, models.values())
            return [(e.key, e.text, models[e.key].identifier, e.group) for e in found]
        if spec.kind is FieldKind.BOARD:
            boards = self.context.boards() or ()
            named = [one for one in boards if one.key.board_id != UNCATEGORIZED]
            none = ("none", self.tr("Uncategorized"), "none", "")
            ids = [(str(one.key.board_id), one.name) for one in named]
            return [none, *((i, name, {"board_id": i}, "") for i, name in ids)]
        return [(repr(one.value), one.label, one.value, "") for one in spec.choices]

    def _item_changed(self) -> None:
        self.edited.emit()

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            shown = f"{item.text()} {item.toolTip()}".casefold()
            item.setHidden(not all(word in shown for word in words))

    def _ticked(self) -> list[str]:
        items = (self.list.item(row) for row in range(self.list.count()))
        checked = Qt.CheckState.Checked
        return [i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() is checked]

    def values(self) -> tuple[Any, ...]:
        return tuple(self._values[key] for key in self._ticked())

    def settings(self) -> dict[str, Any]:
        return {"keys": self._ticked()}

    def restore(self, settings: Settings) -> None:
        keys = settings.get("keys")
        wanted = set(keys) if isinstance(keys, list) else {"true", "false"}
        for row in range(self.list.count()):
            item = self.list.item(row)
            ticked = item.data(Qt.ItemDataRole.UserRole) in wanted
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
