"""The preset selector: its words, its menu, its dialogs and files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton, QWidget

from ivk_desktop.domain.presets import MAXIMUM_BYTES, Preset, from_file, to_file
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.notices import Level, Notice
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.open_workflows import OpenWorkflows
from ivk_desktop.stores.workflow_presets import Applied, WorkflowPresets
from ivk_desktop.stores.workflow_sources import LibrarySource
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui.form.panel import FormPanel
from ivk_desktop.ui.form.preset_bar import PresetBar
from ivk_desktop.ui.form.preset_compare import PresetCompareDialog
from ivk_desktop.ui.form.preset_name import PresetNameDialog
from ivk_desktop.ui.form.preset_texts import applied_text
from ivk_desktop.ui.texts import notice_text
from tests.fakes import SERVER, a_form
from tests.ui.form.conftest import Shelf

PROMPT, STEPS = FieldId("prompt"), FieldId("steps")


class Column:
    """A form column with one workflow, and what it told."""

    def __init__(self, shelf: Shelf, window: QWidget) -> None:
        self.window = window
        self.workflows = OpenWorkflows(Tasks())
        self.panel = FormPanel(self.workflows, lambda server_id: shelf, parent=window)
        layout = window.layout()
        assert layout is not None
        layout.addWidget(self.panel)
        self.bar: PresetBar = self.panel.presets
        self.told: list[Notice] = []
        self.bar.noticed.connect(self.told.append)
        self.workflow = self.open("portrait")

    def open(self, name: str) -> OpenWorkflow:
        workflow = self.workflows.open(SERVER, LibrarySource(name, name))
        workflow.show(a_form(name, name.capitalize()), {})
        return workflow

    @property
    def presets(self) -> WorkflowPresets:
        return self.workflows.presets_of(self.workflow)

    @property
    def text(self) -> str:
        return self.bar.combo.currentText()

    def value(self, field_id: FieldId) -> Any:
        assert self.workflow.form is not None
        return self.workflow.form.value(field_id)

    def entries(self) -> dict[str, bool]:
        menu = self.bar.menu()
        return {a.text().replace("&", ""): a.isEnabled() for a in menu.actions() if a.text()}

    def do(self, name: str) -> None:
        menu = self.bar.menu()
        next(a for a in menu.actions() if a.text().replace("&", "") == name).trigger()

    def dialog(self, kind: type[Any]) -> Any:
        shown = [d for d in self.window.findChildren(kind) if d.isVisible()]
        assert len(shown) == 1
        return shown[0]

    def save(self, name: str, **values: Any) -> Preset:
        for field_id, value in values.items():
            self.workflow.set_value(FieldId(field_id), value)
        preset = self.presets.save_as(name)
        assert preset is not None
        return preset


@pytest.fixture
def column(shelf: Shelf, window: QWidget) -> Column:
    return Column(shelf, window)


def test_the_selector_says_the_preset_and_how_many_values_differ(column: Column) -> None:
    assert column.text == "Preset: none"
    column.save("Soft daylight", prompt="dusk")
    assert column.text == "Preset: Soft daylight"
    column.workflow.set_value(STEPS, 30)
    assert column.text == "Preset: Soft daylight (1 changed)"
    column.workflow.undo()
    assert column.text == "Preset: Soft daylight"


def test_each_workflow_has_its_own_and_none_hides_the_selector(column: Column) -> None:
    column.save("Dusk")
    flux = column.open("flux")
    assert column.text == "Preset: none"
    column.workflows.close(flux)
    assert column.text == "Preset: Dusk"
    assert column.bar.isVisible()
    column.workflows.close(column.workflow)
    assert not column.bar.isVisible()


def test_the_menu_offers_only_what_can_be_done(column: Column) -> None:
    able = [name for name, enabled in column.entries().items() if enabled]
    assert able == ["Save as new…", "Import…"]
    column.save("Dusk & dawn")
    able = [name for name, enabled in column.entries().items() if enabled]
    assert able[0] == "Dusk  dawn"
    assert "Save" not in able
    assert {"Rename…", "Delete", "Compare with current…", "Export…"} <= set(able)
    column.workflow.set_value(STEPS, 30)
    assert column.entries()["Save"]
    assert column.entries()["Apply again"]


def test_picking_a_preset_applies_it_and_undo_takes_it_back(column: Column) -> None:
    column.save("Dusk", prompt="dusk", steps=30)
    column.save("Dawn", prompt="dawn")
    column.do("Dusk")
    assert (column.value(PROMPT), column.text) == ("dusk", "Preset: Dusk")
    column.workflow.undo()
    assert (column.value(PROMPT), column.text) == ("dawn", "Preset: Dawn")
    assert not column.told
    column.workflow.set_value(STEPS, 7)
    column.do("Apply again")
    assert column.value(STEPS) == 30
    column.workflow.set_value(STEPS, 8)
    column.do("Save")
    assert column.text == "Preset: Dawn"


def test_a_new_preset_needs_a_name_that_is_free(column: Column, qtbot: Any) -> None:
    column.save("Dusk")
    column.do("Save as new…")
    dialog = column.dialog(PresetNameDialog)
    assert not dialog.ok.isEnabled()
    for text, able in (("  ", False), ("DUSK", False), (" Soft  daylight", True)):
        dialog.line.setText(text)
        assert dialog.ok.isEnabled() is able
        assert bool(dialog.message.text()) == (text == "DUSK")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert column.text == "Preset: Soft daylight"


def test_a_preset_is_renamed(column: Column) -> None:
    column.save("Dusk")
    column.do("Rename…")
    dialog = column.dialog(PresetNameDialog)
    assert dialog.line.text() == "Dusk"
    dialog.line.setText("dusk")
    assert dialog.ok.isEnabled()
    dialog.line.setText("Dawn")
    dialog.ok.click()
    assert column.text == "Preset: Dawn"


def test_deleting_asks_nothing_and_can_be_undone(column: Column) -> None:
    column.save("Dusk", prompt="dusk")
    column.do("Delete")
    assert column.text == "Preset: none"
    assert column.value(PROMPT) == "dusk"
    notice = column.told[-1]
    assert notice.text == "The preset Dusk is deleted."
    assert notice.action is not None
    notice.action.run()
    assert "Dusk" in column.entries()


# --- comparing -------------------------------------------------------------------------------
def rows(dialog: PresetCompareDialog) -> list[list[str]]:
    table = dialog.table
    return [[table.item(r, c).text() for c in range(3)] for r in range(table.rowCount())]


def test_the_comparison_lists_what_differs_and_takes_it(column: Column, qtbot: Any) -> None:
    column.save("Dusk", prompt="dusk", steps=30)
    column.workflow.reset_all()
    column.do("Compare with current…")
    dialog = column.dialog(PresetCompareDialog)
    assert not dialog.isModal()
    assert rows(dialog) == [["Prompt", "dusk", "a tiger"], ["Steps", "30", "20"]]
    assert dialog.button(1).accessibleName() == "Steps: take the preset's value"
    column.workflow.set_value(PROMPT, "a lion")
    qtbot.waitUntil(lambda: rows(dialog)[0] == ["Prompt", "dusk", "a lion"])
    dialog.button(1).setFocus()
    qtbot.mouseClick(dialog.button(1), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 1)
    assert column.value(STEPS) == 30
    assert QApplication.focusWidget() is dialog.button(0)
    column.workflow.undo()
    qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
    dialog.all.click()
    qtbot.waitUntil(lambda: not rows(dialog))
    assert dialog.message.text() == "All values are those of Dusk."
    assert (column.value(PROMPT), column.value(STEPS)) == ("dusk", 30)


def test_the_comparison_closes_with_its_workflow(column: Column, qtbot: Any) -> None:
    column.save("Dusk")
    column.do("Compare with current…")
    dialog = column.dialog(PresetCompareDialog)
    with qtbot.waitSignal(dialog.destroyed):
        column.open("flux")
    column.do("Save as new…")
    column.dialog(PresetNameDialog).reject()


# --- files -----------------------------------------------------------------------------------
def test_a_preset_goes_to_a_file_and_comes_back_under_a_free_name(
    column: Column, tmp_path: Path
) -> None:
    file = tmp_path / "dusk.ivkpreset"
    preset = column.save("Dusk", prompt="dusk")
    column.bar.files.write(preset, file)
    assert column.told[-1].text == "Saved to dusk.ivkpreset."
    assert from_file(file.read_bytes(), "x").values == preset.values
    column.save("Dusk", prompt="dawn")
    column.bar.files.read(column.presets, file)
    assert column.text == "Preset: Dusk (2)"
    assert column.value(PROMPT) == "dusk"
    assert column.told[-1].text == "Dusk (2) is applied."
    column.bar.files.read(column.presets, file)
    assert [p.name for p in column.presets.all()] == ["Dusk", "Dusk (2)"]


def test_importing_the_same_preset_again_makes_no_second_one(
    column: Column, tmp_path: Path
) -> None:
    file = tmp_path / "dusk.ivkpreset"
    file.write_bytes(to_file(column.save("Dusk", prompt="dusk")))
    column.workflow.reset_all()
    column.bar.files.read(column.presets, file)
    assert [p.name for p in column.presets.all()] == ["Dusk"]
    assert column.value(PROMPT) == "dusk"


def test_a_preset_of_another_workflow_is_applied_after_being_told(
    column: Column, tmp_path: Path
) -> None:
    file = tmp_path / "dusk.ivkpreset"
    preset = column.save("Dusk", prompt="dusk", steps=30)
    odd = {FieldId(f"x.{i}"): v for i, v in preset.values.items()}
    odd[FieldId("x.gone")] = replace(preset.values[PROMPT], label="Gone")
    file.write_bytes(to_file(replace(preset, form_id="other", title="Other", values=odd)))
    column.workflow.reset_all()
    column.bar.files.read(column.presets, file)
    box = column.dialog(QMessageBox)
    assert "made for another workflow: Other" in box.text()
    assert box.informativeText().startswith("2 of its 3 values have a field")
    assert column.value(PROMPT) == "a tiger"
    next(b for b in box.findChildren(QPushButton) if b.text() == "Apply these").click()
    assert (column.value(PROMPT), column.value(STEPS)) == ("dusk", 30)
    assert column.told[-1].text == "Dusk is applied. 1 value has no field here."
    column.workflow.undo()
    assert column.value(PROMPT) == "a tiger"
    assert column.text == "Preset: Dusk (2 changed)"


def test_a_preset_without_a_place_here_is_only_told(column: Column, tmp_path: Path) -> None:
    file = tmp_path / "dusk.ivkpreset"
    preset = column.save("Dusk")
    values = {FieldId("x"): replace(preset.values[PROMPT], label="Gone")}
    file.write_bytes(to_file(replace(preset, form_id="other", values=values)))
    column.bar.files.read(column.presets, file)
    box = column.dialog(QMessageBox)
    assert box.informativeText().startswith("None of its 1 values")
    box.reject()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", "bad is no preset: choose a file that was exported here."),
        (b"x" * (MAXIMUM_BYTES + 1), "bad is larger than 4 MB. No preset is."),
        (None, "There is no file bad.ivkpreset any more."),
    ],
    ids=["no JSON", "too large", "gone"],
)
def test_a_file_that_is_no_preset_is_told_in_one_sentence(
    column: Column, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    file = tmp_path / "bad.ivkpreset"
    if content is not None:
        file.write_bytes(content)
    column.bar.files.read(column.presets, file)
    assert [(n.level, notice_text(n)) for n in column.told] == [(Level.ERROR, sentence)]


def test_a_folder_that_takes_no_file_is_told(column: Column, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    column.bar.files.write(column.save("Dusk"), tmp_path / "file" / "x.ivkpreset")
    assert column.told[-1].text.startswith("x.ivkpreset could not be written: ")


# --- how it behaves --------------------------------------------------------------------------
def test_the_selector_is_reached_and_opened_by_keyboard(column: Column, qtbot: Any) -> None:
    column.window.activateWindow()
    column.bar.combo.setFocus()
    assert column.bar.combo.accessibleName() == "Preset"
    qtbot.keyClick(column.bar.combo, Qt.Key.Key_Down)
    menu = QApplication.activePopupWidget()
    assert menu is column.bar._menu
    menu.close()


def test_a_long_name_never_widens_the_form(column: Column) -> None:
    column.save("very " * 16)
    assert column.bar.minimumSizeHint().width() < 200
    assert column.bar.combo.toolTip() == column.text


def test_what_became_of_the_values_is_one_line() -> None:
    assert applied_text("Dusk", Applied(3)) == "Dusk is applied."
    unfit = (FieldId("a"), FieldId("b"))
    text = "Dusk is applied. 2 values do not fit their fields. 2 values have no field here."
    assert applied_text("Dusk", Applied(0, unfit, ("x", "y"))) == text


def test_the_name_dialog_has_names_for_a_screen_reader(column: Column) -> None:
    column.do("Save as new…")
    dialog = column.dialog(PresetNameDialog)
    assert all(line.accessibleName() for line in dialog.findChildren(QLineEdit))
    dialog.reject()
