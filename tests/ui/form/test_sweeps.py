"""Varying a field: its menu, its dialog, what stands in its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from ivk_desktop.domain.form import Choice, FieldKind, FieldSpec, Limits
from ivk_desktop.domain.problems import FieldId, Problem
from ivk_desktop.domain.sweeps import SeedMode, Sweep
from ivk_desktop.stores.generated import Generated
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.ui.form.field_view import FieldView
from ivk_desktop.ui.form.form_view import FormView
from ivk_desktop.ui.sweeps.dialog import SweepDialog
from ivk_desktop.ui.sweeps.file_pages import FilePage
from ivk_desktop.ui.sweeps.menu import FieldMenu
from ivk_desktop.ui.sweeps.pages import FieldsPage, ListPage, PickPage
from ivk_desktop.ui.sweeps.prompts_page import PromptsPage
from ivk_desktop.ui.sweeps.sources import SweepSource
from tests.ui.form.conftest import Shelf, Show, a_field, opened

CFG, STEPS, SEED = FieldId("cfg"), FieldId("steps"), FieldId("seed")
WIDE = Limits(0, 4294967295, 1, 1)
FIELDS = (
    a_field("cfg", FieldKind.FLOAT, title="CFG scale", limits=Limits(1, 20, 0.5, 0.1)),
    a_field("steps", FieldKind.INTEGER, limits=Limits(1, 50, 1, 1)),
    a_field("seed", FieldKind.INTEGER, limits=WIDE, is_seed=True),
    a_field("prompt", FieldKind.STRING),
    a_field("model", FieldKind.MODEL),
    a_field("scheduler", FieldKind.CHOICE, choices=(Choice("e", "Euler"), Choice("d", "DDIM"))),
    a_field("picture", FieldKind.IMAGE),
    a_field("fed", FieldKind.INTEGER, connected=True),
)


class SweepShelf(Shelf):
    """A server that unfolds prompts at once."""

    @property
    def generates(self) -> bool:
        return True

    def generated(self, value: Mapping[str, Any], owner: object) -> Generated | None:
        return Generated(tuple(str(value["input"]).split("|")))


@pytest.fixture
def shelf() -> Shelf:
    return SweepShelf()


@pytest.fixture
def workflow(qapp: Any) -> OpenWorkflow:
    return opened(*FIELDS, cfg=6.0, steps=30, seed=7, prompt="a|b")


@pytest.fixture
def view(workflow: OpenWorkflow, show: Show) -> FormView:
    return show(workflow)


def field(view: FormView, name: str) -> FieldView:
    return view.fields[FieldId(name)][0]


def asked(view: FormView, name: str, source: SweepSource) -> SweepDialog:
    one = field(view, name)
    return FieldMenu(one.spec, view.workflow, view._context, one).ask(source)


def texts(menu: FieldMenu) -> list[str]:
    menu._fill()
    return [action.text() for action in menu.actions() if action.text()]


def action(menu: FieldMenu, text: str) -> QAction:
    menu._fill()
    return next(one for one in menu.actions() if one.text() == text)


def test_a_fields_menu_opens_from_the_keyboard(view: FormView, qtbot: Any) -> None:
    one = field(view, "cfg")
    one.editor.setFocus()
    control = one.focusWidget()
    assert control is not None
    qtbot.keyClick(control, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    menu = one.findChild(FieldMenu)
    assert menu is not None
    assert menu.isVisible()
    menu.close()


def test_only_fields_that_can_vary_have_a_menu(view: FormView) -> None:
    field(view, "fed").open_menu()
    assert field(view, "fed").findChild(FieldMenu) is None
    menu = FieldMenu(field(view, "prompt").spec, view.workflow, view._context, view)
    assert texts(menu) == [
        "Run with many values",
        "List of values…",
        "Dynamic prompts…",
        "Lines of a text file…",
        "Column of a CSV file…",
    ]


def test_a_swept_field_shows_its_values_until_the_cross_is_clicked(
    view: FormView, workflow: OpenWorkflow, qtbot: Any
) -> None:
    one = field(view, "cfg")
    dialog = asked(view, "cfg", SweepSource.LIST)
    page = dialog.page()
    assert isinstance(page, ListPage)
    assert page.area.toPlainText() == "6"
    page.area.setPlainText("4, 5, 6")
    assert dialog.preview.text() == "3 values: 4, 5, 6"
    dialog.accept()
    assert workflow.sweeps.sweep(CFG) is not None
    assert one._swept is not None
    assert one._swept.isVisible()
    assert not one.editor.isVisible()
    assert one._swept.whole_text() == "3 values: 4, 5, 6"
    assert view.focus_field(CFG)
    assert one._swept.hasFocus()
    qtbot.keyClick(one._swept, Qt.Key.Key_Delete)
    assert workflow.sweeps.sweep(CFG) is None
    assert one.editor.isVisible()
    assert one.editor.isAncestorOf(one.focusWidget())


def test_what_is_typed_takes_the_place_of_the_value_that_is_offered(
    view: FormView, qtbot: Any
) -> None:
    page = asked(view, "cfg", SweepSource.LIST).page()
    assert isinstance(page, ListPage)
    qtbot.keyClicks(page.area, "4, 5")
    assert page.values() == (4, 5)


def test_what_was_entered_is_offered_again(view: FormView) -> None:
    dialog = asked(view, "steps", SweepSource.RANGE)
    page = dialog.page()
    assert isinstance(page, FieldsPage)
    for name, text in (("start", "10"), ("end", "30"), ("step", "10")):
        page.lines[name].setText(text)
    page.edited.emit()
    dialog.accept()
    one = field(view, "steps")
    again = FieldMenu(one.spec, view.workflow, view._context, one).ask()
    page = again.page()
    assert isinstance(page, FieldsPage)
    assert [page.text(name) for name in ("start", "end", "step")] == ["10", "30", "10"]
    again.reject()


def test_values_that_cannot_be_read_are_told_in_the_dialog(view: FormView) -> None:
    dialog = asked(view, "steps", SweepSource.LIST)
    page = dialog.page()
    assert isinstance(page, ListPage)
    page.area.setPlainText("1, x")
    assert dialog.preview.text() == "“x” is not a number."
    assert not dialog.set_.isEnabled()
    dialog.reject()


def test_two_sweeps_go_in_step_only_with_as_many_values(
    view: FormView, workflow: OpenWorkflow
) -> None:
    workflow.sweeps.set_sweep(Sweep(CFG, (4, 5)))
    dialog = asked(view, "steps", SweepSource.LIST)
    dialog.joined.setCurrentIndex(1)
    page = dialog.page()
    assert isinstance(page, ListPage)
    page.area.setPlainText("10, 20, 30")
    assert not dialog.set_.isEnabled()
    page.area.setPlainText("10, 20")
    dialog.accept()
    assert workflow.sweeps.partners(STEPS) == (CFG,)
    menu = FieldMenu(field(view, "steps").spec, workflow, view._context, view)
    assert action(menu, "In step with CFG scale").isChecked()
    action(menu, "Every combination").trigger()
    assert workflow.sweeps.plan().count() == 4


def test_models_and_choices_are_ticked(view: FormView, workflow: OpenWorkflow) -> None:
    for name, first in (("model", "Detail"), ("scheduler", "e")):
        dialog = asked(view, name, SweepSource.PICK)
        page = dialog.page()
        assert isinstance(page, PickPage)
        for row in range(2):
            page.list.item(row).setCheckState(Qt.CheckState.Checked)
        dialog.accept()
        sweep = workflow.sweeps.sweep(FieldId(name))
        assert sweep is not None
        assert len(sweep.values) == 2
        value = sweep.values[0]
        assert (value["name"] if isinstance(value, dict) else value) == first


def test_random_values_stay_what_was_previewed(view: FormView, workflow: OpenWorkflow) -> None:
    dialog = asked(view, "steps", SweepSource.RANDOM)
    shown = dialog.preview.text()
    dialog.accept()
    sweep = workflow.sweeps.sweep(STEPS)
    assert sweep is not None
    assert shown == "5 values: " + ", ".join(str(value) for value in sweep.values)


def test_lines_and_columns_come_from_files(
    view: FormView, workflow: OpenWorkflow, tmp_path: Path
) -> None:
    lines = tmp_path / "prompts.txt"
    lines.write_text("a fox\n\nan owl\n")
    table = tmp_path / "all.csv"
    table.write_text("other,prompt\n1,a hare\n2,a crow\n")
    for source, file, values in (
        (SweepSource.LINES, lines, ("a fox", "an owl")),
        (SweepSource.TABLE, table, ("a hare", "a crow")),
    ):
        dialog = asked(view, "prompt", source)
        page = dialog.page()
        assert isinstance(page, FilePage)
        page.take(file)
        dialog.accept()
        sweep = workflow.sweeps.sweep(FieldId("prompt"))
        assert sweep is not None
        assert sweep.values == values


def test_a_file_that_cannot_be_read_is_told(view: FormView, tmp_path: Path) -> None:
    dialog = asked(view, "prompt", SweepSource.LINES)
    page = dialog.page()
    assert isinstance(page, FilePage)
    page.take(tmp_path / "gone.txt")
    assert dialog.preview.text().startswith("gone.txt cannot be read")
    dialog.reject()


def test_a_folder_is_uploaded_when_the_sweep_is_made(
    view: FormView, workflow: OpenWorkflow, shelf: Shelf, tmp_path: Path
) -> None:
    for name in ("p10.png", "p2.png", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    dialog = asked(view, "picture", SweepSource.FOLDER)
    page = dialog.page()
    assert isinstance(page, FilePage)
    page.take(tmp_path)
    assert dialog.preview.text() == "2 pictures"
    assert shelf.uploads == []
    dialog.accept()
    assert shelf.uploads == [tmp_path / "p2.png", tmp_path / "p10.png"]
    sweep = workflow.sweeps.sweep(FieldId("picture"))
    assert sweep is not None
    assert [value["image_name"] for value in sweep.values] == ["uploaded-1.png", "uploaded-2.png"]


def test_an_upload_that_fails_keeps_the_dialog_open(
    view: FormView, workflow: OpenWorkflow, shelf: Shelf, tmp_path: Path
) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    shelf.refusal = Problem("upload_failed")
    dialog = asked(view, "picture", SweepSource.FOLDER)
    page = dialog.page()
    assert isinstance(page, FilePage)
    page.take(tmp_path)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.preview.text() == "The picture could not be uploaded."
    assert workflow.sweeps.plan().items == ()
    dialog.reject()


def test_the_server_unfolds_prompts(view: FormView, workflow: OpenWorkflow) -> None:
    dialog = asked(view, "prompt", SweepSource.PROMPTS)
    page = dialog.page()
    assert isinstance(page, PromptsPage)
    assert page.area.toPlainText() == "a|b"
    assert dialog.preview.text() == "2 values: a, b"
    page.most.setText("0")
    page.edited.emit()
    assert not dialog.set_.isEnabled()
    page.most.setText("5")
    page.edited.emit()
    dialog.accept()
    sweep = workflow.sweeps.sweep(FieldId("prompt"))
    assert sweep is not None
    assert sweep.values == ("a", "b")


def test_a_seed_changes_each_run_at_the_press_of_a_button(
    view: FormView, workflow: OpenWorkflow, qtbot: Any
) -> None:
    button = field(view, "seed").seed_button
    assert button is not None
    assert (button.text(), button.isChecked()) == ("Each run", False)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert workflow.sweeps.seed_mode(SEED) is SeedMode.RANDOM
    assert button.isChecked()
    menu = FieldMenu(field(view, "seed").spec, workflow, view._context, view)
    action(menu, "The next seed each run").trigger()
    assert (button.text(), button.isChecked()) == ("+1 each run", True)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert workflow.sweeps.seed_mode(SEED) is SeedMode.FIXED


def test_fields_without_limits_have_a_usual_range(view: FormView) -> None:
    spec = FieldSpec(FieldId("x"), FieldKind.FLOAT, "X")
    dialog = SweepDialog(spec, view.workflow, view._context, SweepSource.RANGE, view)
    assert dialog.preview.text() == "5 values: 1, 1.1, 1.2, 1.3, 1.4"
    dialog.reject()


def test_a_first_range_goes_on_from_what_the_field_holds(view: FormView) -> None:
    for name, told in (
        ("cfg", "5 values: 6, 6.5, 7, 7.5, 8"),
        ("steps", "5 values: 30, 31, 32, 33, 34"),
        ("seed", "5 values: 7, 8, 9, 10, 11"),
    ):
        dialog = asked(view, name, SweepSource.RANGE)
        assert dialog.preview.text() == told
        dialog.reject()
