"""Fields that refer to an entry of a list of the server's."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ivk_desktop.api.errors import Unreachable
from ivk_desktop.domain.form import Choice, FieldKind
from ivk_desktop.domain.jobs import UNSET
from ivk_desktop.stores.field_choices import FieldChoices
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui.form.listed import ListedEditor, make_reference
from ivk_desktop.ui.form.reference import ReferenceEditor
from tests.fakes import FakeBackend
from tests.ui.form.conftest import Shelf, a_field

Run = Callable[[Coroutine[Any, Any, None]], None]
STYLE = FieldKind.STYLE_PRESET


class Styles(Shelf):
    """A server with two style presets."""

    found: Sequence[Choice] | None = (Choice("1", "Ink"), Choice("2", "Noir"))

    @property
    def lists_choices(self) -> bool:
        return True

    def choices(self, kind: FieldKind) -> Sequence[Choice] | None:
        return self.found


@pytest.fixture
def styles() -> Styles:
    return Styles()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def editor_of(parent: QWidget, styles: Styles, kind: FieldKind = STYLE) -> ListedEditor:
    made = make_reference(a_field("style", kind), styles, parent)
    assert isinstance(made, ListedEditor)
    return made


def test_a_preset_is_picked_by_name(parent: QWidget, styles: Styles) -> None:
    editor = editor_of(parent, styles)
    told: list[object] = []
    editor.value_edited.connect(told.append)
    assert [entry.text for entry in editor._entries()] == ["Ink", "Noir"]
    editor.combo.picked.emit("2")
    assert editor.combo.currentText() == "Noir"
    editor.clear.click()
    assert told == [{"style_preset_id": "2"}, UNSET]
    assert editor.combo.placeholderText() == "None chosen"


def test_a_workflow_is_its_bare_id(parent: QWidget, styles: Styles) -> None:
    editor = editor_of(parent, styles, FieldKind.SAVED_WORKFLOW)
    told: list[object] = []
    editor.value_edited.connect(told.append)
    editor.set_value("1")
    assert editor.combo.currentText() == "Ink"
    editor.combo.picked.emit("2")
    editor.clear.click()
    assert told == ["2", ""]


def test_what_is_gone_stays_and_says_so(parent: QWidget, styles: Styles) -> None:
    styles.found = None
    editor = editor_of(parent, styles)
    editor.set_value({"style_preset_id": "9"})
    assert editor.combo.currentText() == "9"
    styles.found = ()
    styles.choices_changed.emit(STYLE)
    assert editor.combo.currentText() == "9 (not on the server)"
    editor.set_value(UNSET)
    assert editor.combo.placeholderText() == "The server has none"


def test_without_lists_the_id_is_typed(parent: QWidget) -> None:
    assert isinstance(make_reference(a_field("style", STYLE), Shelf(), parent), ReferenceEditor)


class Lists(FakeBackend):
    """Counts how often a list is read."""

    reads = 0
    error: Exception | None = None

    async def field_choices(self, kind: FieldKind) -> Sequence[Choice]:
        self.reads += 1
        if self.error is not None:
            raise self.error
        return [Choice(str(self.reads), kind.value)]


def test_a_list_is_read_when_it_is_first_asked_for_and_on_reload(run: Run) -> None:
    async def read() -> None:
        import asyncio

        server, tasks = Lists(), Tasks()
        choices = FieldChoices(server, tasks)
        told: asyncio.Queue[FieldKind] = asyncio.Queue()
        choices.changed.connect(told.put_nowait)
        choices.reload()
        assert choices.get(STYLE) is None
        assert await told.get() is STYLE
        assert choices.get(STYLE) == (Choice("1", "style_preset"),)
        choices.reload()
        await told.get()
        assert choices.get(STYLE) == (Choice("2", "style_preset"),)
        server.error = Unreachable("gone", url="x")
        choices.reload()
        await told.get()
        assert choices.get(STYLE) == (Choice("2", "style_preset"),)
        assert choices.problem(STYLE) is not None
        await tasks.close()

    run(read())
