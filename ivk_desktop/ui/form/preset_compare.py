"""What differs between the chosen preset and the form, field by field."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.form import FieldSpec
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.stores.workflow_presets import WorkflowPresets
from ivk_desktop.ui import theme
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.value_text import value_text
from ivk_desktop.ui.tokens import Height, Space

WIDTH_PX: Final = 640
HEIGHT_PX: Final = 360
TAKE_PX: Final = 76


class PresetCompareDialog(QDialog):
    """Lists the fields whose values differ; modeless, follows the form while it is open."""

    def __init__(self, presets: WorkflowPresets, context: FormContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._presets = presets
        self._context = context
        self._shown: list[FieldId] = []
        self._buttons: list[QPushButton] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.px(WIDTH_PX), theme.px(HEIGHT_PX))
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.table = QTableWidget(0, 4, self)
        self.all = QPushButton(self.tr("Take all"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.all.setAutoDefault(False)
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_differences)
        presets.changed.connect(self._soon.start)
        presets.workflow.value_changed.connect(self._value_changed)
        presets.destroyed.connect(self.close)
        self._show_differences()

    def _build(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels(
            [self.tr("Field"), self.tr("Preset"), self.tr("Current"), ""]
        )
        table.setAccessibleName(self.tr("Fields that differ"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(Height.FIELD) + 2 * Space.XS)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(3, theme.px(TAKE_PX))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.all)
        buttons.addWidget(self.close_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addWidget(self.message)
        rows.addWidget(table, 1)
        rows.addLayout(buttons)
        self.all.clicked.connect(self._take_all)
        self.close_button.clicked.connect(self.close)

    # --- what is shown -------------------------------------------------------------------
    def _value_changed(self, field_id: FieldId) -> None:
        if field_id in self._shown:
            self._soon.start()

    def _show_differences(self) -> None:
        preset, form = self._presets.chosen, self._presets.workflow.form
        if preset is None or form is None:
            self.close()
            return
        title = self.tr("Compare with {preset}").format(preset=preset.name)
        self.setWindowTitle(title)
        differing = [i for i in form.spec.fields if i in self._presets.different]
        self.message.setText(
            self.tr("Take brings the preset's value into the form; undo takes it back.")
            if differing
            else self.tr("All values are those of {preset}.").format(preset=preset.name)
        )
        self.all.setEnabled(bool(differing))
        if differing != self._shown:
            self._fill(differing)
        for row, field_id in enumerate(differing):
            spec, kept = form.spec.fields[field_id], preset.values[field_id].value
            texts = (spec.title, self._text(spec, kept), self._text(spec, form.value(field_id)))
            for column, text in enumerate(texts):
                self._set(row, column, text)

    def _text(self, spec: FieldSpec, value: object) -> str:
        return value_text(spec, value, self._context)

    def _set(self, row: int, column: int, text: str) -> None:
        item = self.table.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.table.setItem(row, column, item)
        item.setText(text)
        item.setToolTip(text)

    def _fill(self, differing: list[FieldId]) -> None:
        had_focus = self._focused_row()
        form = self._presets.workflow.form
        self._shown = differing
        self._buttons.clear()
        self.table.setRowCount(0)
        self.table.setRowCount(len(differing))
        for row, field_id in enumerate(differing):
            button = QPushButton(self.tr("Take"), self.table)
            label = form.spec.fields[field_id].title if form is not None else ""
            name = self.tr("{label}: take the preset's value").format(label=label)
            button.setAccessibleName(name)
            button.setAutoDefault(False)
            button.clicked.connect(self._take)
            cell = QWidget(self.table)
            margins = QHBoxLayout(cell)
            margins.setContentsMargins(0, Space.XS, 0, Space.XS)
            margins.addWidget(button)
            self._buttons.append(button)
            self.table.setCellWidget(row, 3, cell)
        if had_focus is not None:
            place = min(had_focus, len(differing) - 1)
            (self._buttons[place] if place >= 0 else self.close_button).setFocus()

    def button(self, row: int) -> QPushButton:
        """The button that takes a row's value."""
        return self._buttons[row]

    def _focused_row(self) -> int | None:
        rows = enumerate(self._buttons)
        return next((row for row, button in rows if button.hasFocus()), None)

    # --- what is done --------------------------------------------------------------------
    def _take(self) -> None:
        pressed = self.sender()
        for field_id, button in zip(self._shown, self._buttons, strict=True):
            if button is pressed:
                self._presets.take([field_id])
                return

    def _take_all(self) -> None:
        self._presets.take(self._shown)
