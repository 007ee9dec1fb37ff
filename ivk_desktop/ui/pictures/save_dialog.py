"""Saving many pictures: where to, under which names, and whether with a file beside each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.naming import FIELDS, NameTemplate
from ivk_desktop.stores.saves import SaveOptions
from ivk_desktop.ui import theme
from ivk_desktop.ui.pictures.questions import pictures_text
from ivk_desktop.ui.texts import problem_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconButton

EXAMPLE: Mapping[str, str] = {
    "name": "0ff1ce",
    "n": "01",
    "board": "Tigers",
    "date": "2026-03-18",
    "time": "14-02-31",
    "workflow": "Portrait",
    "seed": "4711",
    "model": "SDXL base",
    "prompt": "a tiger in snow",
    "width": "1024",
    "height": "1024",
    "server": "lab-gpu",
}
"""What the example under the template is made of."""


class SaveDialog(QDialog):
    """Asks once for all; it says what the first name would look like."""

    save_requested = Signal(object)
    """The ``SaveOptions``."""

    def __init__(self, count: int, options: SaveOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save {pictures}").format(pictures=pictures_text(count)))
        self.folder = QLineEdit(str(options.folder))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.template = QLineEdit(options.template.text)
        self.template.setAccessibleName(self.tr("Names"))
        self.example = QLabel()
        self.example.setProperty("tone", "text2")
        self.example.setTextFormat(Qt.TextFormat.PlainText)
        self.example.setWordWrap(True)
        self.sidecars = QCheckBox(self.tr("A JSON file beside each, with its metadata"))
        self.sidecars.setChecked(options.sidecars)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        label = self.tr("Save {pictures}").format(pictures=pictures_text(count))
        self.save = self.buttons.addButton(label, QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("variant", "primary")
        self._build()
        self.folder.textChanged.connect(self._judge)
        self.template.textChanged.connect(self._judge)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        self._judge()

    def options(self) -> SaveOptions:
        """What is asked for now."""
        folder = Path(self.folder.text().strip()).expanduser()
        return SaveOptions(
            folder, NameTemplate(self.template.text().strip()), self.sidecars.isChecked()
        )

    def _judge(self) -> None:
        """Say what the names will be, or what is wrong with them."""
        template = self.options().template
        problem = template.problem
        if problem is not None:
            self.example.setText(problem_text(problem))
        else:
            path = template.render(EXAMPLE, ".png")
            self.example.setText(self.tr("For example {path}").format(path=path))
        self.example.setProperty("tone", "failed" if problem is not None else "text2")
        self.example.style().polish(self.example)
        self.save.setEnabled(problem is None and bool(self.folder.text().strip()))

    def _save(self) -> None:
        self.save_requested.emit(self.options())
        self.accept()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Save pictures in"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_fields(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for field in FIELDS:
            text = f"{{{field}}}    {EXAMPLE[field]}"
            menu.addAction(text).triggered.connect(partial(self._insert, field))
        menu.popup(self._fields.mapToGlobal(self._fields.rect().bottomLeft()))

    def _insert(self, field: str, *_: object) -> None:
        self.template.insert(f"{{{field}}}")
        self.template.setFocus()

    def _build(self) -> None:
        choose = IconButton("folder-open", self.tr("Choose a folder"))
        choose.clicked.connect(self._choose_folder)
        self._fields = IconButton("plus", self.tr("Insert a field"))
        self._fields.clicked.connect(self._open_fields)
        form = QFormLayout()
        form.setSpacing(Space.S)
        for title, field, button in (
            (self.tr("&Folder"), self.folder, choose),
            (self.tr("&Names"), self.template, self._fields),
        ):
            line = QHBoxLayout()
            line.setSpacing(Space.S)
            line.addWidget(field, 1)
            line.addWidget(button)
            label = QLabel(title)
            label.setBuddy(field)
            form.addRow(label, line)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addLayout(form)
        rows.addWidget(self.example)
        rows.addWidget(self.sidecars)
        rows.addStretch(1)
        rows.addWidget(self.buttons)
        self.setMinimumWidth(theme.px(460))
