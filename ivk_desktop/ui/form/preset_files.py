"""Exports presets to files and imports them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from shiboken6 import isValid

from ivk_desktop.domain.file_names import safe_name
from ivk_desktop.domain.presets import MAXIMUM_BYTES, Preset, fit, free_name, from_file, to_file
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.stores import paths
from ivk_desktop.stores.notices import Level, Notice
from ivk_desktop.stores.workflow_presets import WorkflowPresets
from ivk_desktop.ui.form.preset_texts import applied_text

SUFFIX: Final = "ivkpreset"


class PresetFiles(QObject):
    """Writes the chosen preset to a file and reads one for an open workflow."""

    noticed = Signal(object)
    """A ``Notice``: what came of it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._widget = window

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._widget.window(), title)
        dialog.setNameFilters([self.tr("Presets (*.ivkpreset)"), self.tr("All files (*)")])
        dialog.setDefaultSuffix(SUFFIX)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    # --- export --------------------------------------------------------------------------
    def ask_where_to_export(self, presets: WorkflowPresets) -> None:
        """Let the person choose a file for the chosen preset."""
        preset = presets.chosen
        if preset is None:
            return
        dialog = self._dialog(self.tr("Export preset"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{safe_name(preset.name)}.{SUFFIX}")
        written = replace(preset, title=presets.workflow.title)
        dialog.fileSelected.connect(lambda file: self.write(written, Path(file)))
        dialog.open()

    def write(self, preset: Preset, file: Path) -> None:
        """Write a preset to a file."""
        try:
            paths.write_atomically(file, to_file(preset))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            words = self.tr("{file} could not be written: {reason}.")
            self._say(words.format(file=file.name, reason=reason), Level.ERROR)
            return
        self._say(self.tr("Saved to {file}.").format(file=file.name))

    # --- import --------------------------------------------------------------------------
    def ask_what_to_import(self, presets: WorkflowPresets) -> None:
        """Let the person choose a preset's file."""
        dialog = self._dialog(self.tr("Import preset"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.read(presets, Path(file)))
        dialog.open()

    def read(self, presets: WorkflowPresets, file: Path) -> None:
        """Read a preset's file; one of another workflow is told before it is applied."""
        if not isValid(presets):  # the workflow was closed meanwhile
            return
        try:
            preset = _read(file)
        except DomainError as error:
            self.noticed.emit(Notice(Level.ERROR, problem=error.problem))
            return
        if preset.form_id == presets.form_id:
            self._take(presets, preset)
        else:
            self._ask(presets, preset)

    def _take(self, presets: WorkflowPresets, preset: Preset) -> None:
        known = presets.all()
        twin = next((other for other in known if other.values == preset.values), None)
        if twin is None:
            free = free_name(preset.name, [other.name for other in known])
            twin = replace(preset, name=free)
            presets.add(twin)
        preset = twin
        applied = presets.apply(preset)
        self._say(applied_text(preset.name, applied), Level.INFO)

    def _ask(self, presets: WorkflowPresets, preset: Preset) -> None:
        form = presets.workflow.form
        if form is None:
            return
        found = fit(preset, form.spec)
        box = QMessageBox(self._widget.window())
        box.setIcon(QMessageBox.Icon.Question if found.values else QMessageBox.Icon.Information)
        box.setWindowTitle(self.tr("Import preset"))
        box.setText(
            self.tr("{preset} was made for another workflow: {title}.").format(
                preset=preset.name, title=preset.title or self.tr("unnamed")
            )
        )
        words = (
            self.tr("{count} of its {all} values have a field of the same name and kind here.")
            if found.values
            else self.tr("None of its {all} values has a field of the same name and kind here.")
        )
        box.setInformativeText(words.format(count=len(found.values), all=len(preset.values)))
        if found.values:
            apply = box.addButton(self.tr("Apply these"), QMessageBox.ButtonRole.AcceptRole)
            apply.clicked.connect(lambda: self._apply_foreign(presets, preset))
            box.setDefaultButton(apply)
            box.addButton(QMessageBox.StandardButton.Cancel)
        else:
            box.addButton(QMessageBox.StandardButton.Close)
        box.finished.connect(box.deleteLater)
        box.open()

    def _apply_foreign(self, presets: WorkflowPresets, preset: Preset) -> None:
        if isValid(presets):
            self._say(applied_text(preset.name, presets.apply_foreign(preset)))

    def _say(self, text: str, level: Level = Level.INFO) -> None:
        self.noticed.emit(Notice(level, text))


def _read(file: Path) -> Preset:
    """Read a preset's file, at most ``MAXIMUM_BYTES`` of it.

    Raises:
        DomainError: it cannot be read, or is no preset.
    """
    try:
        if not file.is_file():
            raise DomainError(Problem("file_missing", {"name": file.name}))
        with file.open("rb") as stream:
            data = stream.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problem = Problem("file_unreadable", {"name": file.name, "reason": reason})
        raise DomainError(problem) from error
    return from_file(data, file.stem)
