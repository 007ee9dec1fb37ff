"""Undo in the form: one history, shown where it happens, whatever has the focus."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu, QPlainTextEdit, QWidget

from ivk_desktop.domain.form import Component, FieldKind
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.workflow_sources import LibrarySource
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui.action_table import SPECS
from ivk_desktop.ui.actions import ActionRegistry
from ivk_desktop.ui.form.form_view import FormView
from ivk_desktop.ui.form.number_box import NumberBox
from ivk_desktop.ui.form.text_change import changed_part, show_area, show_line
from ivk_desktop.ui.undo_actions import UndoActions
from tests.fakes import SERVER
from tests.ui.form.conftest import Shelf, a_field, opened

UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
FIELDS = (
    a_field("line"),
    a_field("area", component=Component.TEXTAREA),
    a_field("steps", FieldKind.INTEGER),
    a_field("list", FieldKind.STRINGS),
    a_field("flag", FieldKind.BOOLEAN),
    a_field("color", FieldKind.COLOR),
    a_field("odd", FieldKind.GENERATOR),
    *(a_field(f"more{number}") for number in range(20)),
)
VALUES: dict[str, Any] = {
    "line": "a tiger",
    "area": "one\ntwo",
    "steps": 20,
    "list": ["x"],
    "flag": False,
    "color": {"r": 1, "g": 2, "b": 3, "a": 4},
    "odd": {"type": "of tomorrow"},
}


class Desk:
    """A window with a form and the two actions."""

    def __init__(self, window: QMainWindow, shelf: Shelf) -> None:
        self.registry = ActionRegistry(window, SPECS)
        self.workflows = OpenWorkflows(Tasks())
        self.actions = UndoActions(self.registry, self.workflows, window)
        self.workflow: OpenWorkflow = self.workflows.open(SERVER, LibrarySource("form"))
        ready = opened(*FIELDS, **VALUES).form
        assert ready is not None
        self.workflow.show(ready, {})
        self.view = FormView(self.workflow, ready.spec, shelf, window)
        window.setCentralWidget(self.view)
        self.view.show()

    def focus(self, name: str, kind: type[QWidget]) -> Any:
        editor = self.view.fields[FieldId(name)][0].editor
        widget = next(w for w in [editor.focusProxy(), *editor.findChildren(kind)] if w)
        widget = widget if isinstance(widget, kind) else editor.findChildren(kind)[0]
        widget.setFocus()
        assert QApplication.focusWidget() is widget
        return widget

    def value(self, name: str) -> Any:
        assert self.workflow.form is not None
        return self.workflow.form.value(FieldId(name))


@pytest.fixture
def desk(qtbot: Any, shelf: Shelf) -> Desk:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(400, 500)
    desk = Desk(window, shelf)
    desk.window = window  # type: ignore[attr-defined]
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return desk


def press(qtbot: Any, widget: QWidget, keys: QKeySequence.StandardKey) -> None:
    qtbot.keySequence(widget, QKeySequence(keys))


@pytest.mark.parametrize(
    ("name", "kind", "typed", "expected"),
    [
        ("line", QLineEdit, "er", "a tigerer"),
        ("area", QPlainTextEdit, "er", "one\ntwoer"),
        ("steps", NumberBox, "5", 205),
        ("list", QLineEdit, "er", ["xer"]),
    ],
)
def test_the_undo_keys_in_a_text_field_are_the_forms(
    desk: Desk, qtbot: Any, name: str, kind: type[QWidget], typed: str, expected: Any
) -> None:
    desk.workflow.set_value(FieldId("flag"), True)
    widget = desk.focus(name, kind)
    if isinstance(widget, QPlainTextEdit):
        widget.moveCursor(widget.textCursor().MoveOperation.End)
    elif isinstance(widget, QLineEdit):
        widget.end(False)
    else:
        widget.lineEdit().end(False)
    qtbot.keyClicks(widget, typed)
    assert desk.value(name) == expected
    press(qtbot, widget, UNDO)
    assert desk.value(name) == VALUES[name]
    press(qtbot, widget, REDO)
    assert desk.value(name) == expected
    press(qtbot, widget, UNDO)
    press(qtbot, widget, UNDO)
    assert desk.value("flag") is False
    assert QApplication.focusWidget() is widget
    for _ in range(3):  # nothing is left: the field must not go on by itself
        press(qtbot, widget, UNDO)
    assert desk.value(name) == VALUES[name]
    assert desk.workflow.undo_label is None


def test_a_text_field_outside_the_form_keeps_its_own_undo(desk: Desk, qtbot: Any) -> None:
    desk.workflow.set_value(FieldId("steps"), 30)
    elsewhere = QLineEdit(desk.view.window())
    elsewhere.show()
    elsewhere.setFocus()
    qtbot.keyClicks(elsewhere, "x")
    press(qtbot, elsewhere, UNDO)
    assert elsewhere.text() == ""
    assert desk.value("steps") == 30


def test_leaving_a_field_ends_the_step(desk: Desk, qtbot: Any) -> None:
    line = desk.focus("line", QLineEdit)
    line.end(False)
    qtbot.keyClicks(line, "s")
    desk.focus("steps", NumberBox)
    line.setFocus()
    line.end(False)
    qtbot.keyClicks(line, " run")
    desk.workflow.undo()
    assert desk.value("line") == "a tigers"


def test_undo_shows_the_field_and_takes_no_focus(desk: Desk, qtbot: Any) -> None:
    line = desk.focus("line", QLineEdit)
    desk.workflow.set_value(FieldId("more19"), "far below")
    assert desk.view.verticalScrollBar().value() == 0
    desk.workflow.undo()
    field = desk.view.fields[FieldId("more19")][0]
    assert (
        desk.view.viewport()
        .rect()
        .contains(field.mapTo(desk.view.viewport(), field.rect().center()))
    )
    assert QApplication.focusWidget() is line


def test_the_cursor_stays_where_the_text_changed(desk: Desk, qtbot: Any) -> None:
    area = desk.focus("area", QPlainTextEdit)
    cursor = area.textCursor()
    cursor.setPosition(3)
    area.setTextCursor(cursor)
    qtbot.keyClicks(area, "!!")
    press(qtbot, area, UNDO)
    assert area.toPlainText() == "one\ntwo"
    assert area.textCursor().position() == 3


@pytest.mark.parametrize(
    ("name", "typed", "shown"), [("steps", "x", "20"), ("color", "zz", "#01020304")]
)
def test_what_is_no_value_is_taken_back_first(
    desk: Desk, qtbot: Any, name: str, typed: str, shown: str
) -> None:
    widget = desk.focus(name, NumberBox if name == "steps" else QLineEdit)
    line = widget.lineEdit() if isinstance(widget, NumberBox) else widget
    line.selectAll()
    qtbot.keyClicks(widget, typed)
    assert desk.workflow.is_rejected(FieldId(name))
    for _ in range(3):
        press(qtbot, widget, UNDO)
    assert line.text() == shown
    assert not desk.workflow.is_rejected(FieldId(name))


def test_json_that_is_none_is_taken_back(desk: Desk, qtbot: Any) -> None:
    area = desk.focus("odd", QPlainTextEdit)
    before = area.toPlainText()
    qtbot.keyClicks(area, "nonsense")
    assert desk.workflow.is_rejected(FieldId("odd"))
    press(qtbot, area, UNDO)
    assert area.toPlainText() == before
    assert not desk.workflow.is_rejected(FieldId("odd"))


def test_the_menu_says_what_would_be_undone(desk: Desk, qtbot: Any) -> None:
    undo, redo = desk.registry["edit.undo"], desk.registry["edit.redo"]
    assert (undo.isEnabled(), undo.text()) == (False, "&Undo")
    desk.workflow.set_value(FieldId("steps"), 30)
    assert (undo.isEnabled(), undo.text()) == (True, "&Undo change of Steps")
    undo.trigger()
    assert (redo.isEnabled(), redo.text()) == (True, "&Redo change of Steps")
    assert not undo.isEnabled()
    redo.trigger()
    desk.workflow.reset(FieldId("steps"))
    assert undo.text() == "&Undo reset of Steps"
    desk.workflow.undo()
    desk.workflow.reset_all()
    assert undo.text() == "&Undo reset of all values"
    other = desk.workflows.open(SERVER, LibrarySource("other"))
    assert not undo.isEnabled()
    desk.workflows.close(other)
    assert undo.text() == "&Undo reset of all values"


@pytest.mark.parametrize("name", ["line", "area", "steps"])
def test_the_context_menu_of_a_text_field_has_the_forms_undo(
    desk: Desk, qtbot: Any, name: str
) -> None:
    widget = desk.focus(name, {"line": QLineEdit, "area": QPlainTextEdit}.get(name, NumberBox))
    desk.workflow.set_value(FieldId("flag"), True)
    target = widget.viewport() if isinstance(widget, QPlainTextEdit) else widget
    centre = target.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, centre, target.mapToGlobal(centre), Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(target, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry = next(action for action in menu.actions() if action.objectName() == "edit-undo")
    assert entry.isEnabled()
    entry.trigger()
    qtbot.waitUntil(lambda: desk.value("flag") is False)
    menu.close()


def test_where_two_texts_differ_is_found_and_shown(qtbot: Any) -> None:
    assert changed_part("a red tiger", "a tiger") == (2, 6, 2)
    assert changed_part("", "x") == (0, 0, 1)
    assert changed_part("aaa", "aa") == (2, 3, 2)
    line, area = QLineEdit(), QPlainTextEdit()
    qtbot.addWidget(line)
    qtbot.addWidget(area)
    line.show()
    line.setFocus()
    show_line(line, "🐅🐅 x")
    show_line(line, "🐅 x")
    assert line.text() == "🐅 x"
    for text in ("🐅🐅\nx", "🐅\nyx", "", "a\r\nb", "c"):
        show_area(area, text)
        assert area.toPlainText() == text.replace("\r", "")
