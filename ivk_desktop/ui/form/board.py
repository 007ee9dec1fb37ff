"""The editor of a board: automatic, none, or one of the server's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from ivk_desktop.domain.boards import UNCATEGORIZED
from ivk_desktop.domain.form import FieldSpec, Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.editor import Editor
from ivk_desktop.ui.form.picker import Entry, PickerCombo
from ivk_desktop.ui.icons import icon

AUTO: Final = "auto"
NONE: Final = "none"


class BoardEditor(Editor):
    """Where results go: ``auto`` is the board chosen in the Invoke bar."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.combo = PickerCombo(self._entries, self)
        self.combo.setPlaceholderText(self.tr("Auto"))
        self.combo.picked.connect(self._picked)
        context.boards_changed.connect(self._refresh)
        self._value: Value | Unset = UNSET
        self.add(self.combo, 1, focus=True)

    def _entries(self) -> Sequence[Entry]:
        auto = Entry(AUTO, self.tr("Auto (the board below)"))
        none = Entry(NONE, self.tr("None (Uncategorized)"))
        return [auto, none, *board_entries(self.context)]

    def set_value(self, value: Value | Unset) -> None:
        self._value = value
        self._refresh()

    def _refresh(self) -> None:
        value = self._value
        key = value.get("board_id") if isinstance(value, Mapping) else value
        if key is UNSET or key is None:
            self.combo.show_entry(AUTO, "")
            return
        for entry in self._entries():
            if entry.key == key:
                self.combo.show_entry(key, entry.text, icon("square-stack", "text2"))
                return
        text = str(key)
        if self.context.boards() is not None:
            text = self.tr("{board} (not on the server)").format(board=text)
        self.combo.show_entry(key, text, icon("triangle-alert", "warning"))

    def _picked(self, key: object) -> None:
        value = key if key in (AUTO, NONE) else {"board_id": key}
        self.set_value(value)
        self.value_edited.emit(value)


def board_entries(context: FormContext) -> list[Entry]:
    """The server's boards by name, without Uncategorized."""
    boards = [b for b in context.boards() or () if b.key.board_id != UNCATEGORIZED]
    boards.sort(key=lambda board: (board.archived, board.name.casefold()))
    return [Entry(str(board.key.board_id), board.name) for board in boards]
