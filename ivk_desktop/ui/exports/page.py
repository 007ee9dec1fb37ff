"""The page of the preferences that says which results are saved, where to, under which names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QWidget,
)

from ivk_desktop.domain.exports import BoardPick, ExportOptions
from ivk_desktop.domain.naming import FIELDS, NameTemplate
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.ui import theme
from ivk_desktop.ui.pictures.save_dialog import EXAMPLE
from ivk_desktop.ui.preferences.page import PreferencePage
from ivk_desktop.ui.texts import problem_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconButton

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Preferences, Settings

Named = Sequence[tuple[str, str]]
"""Keys with their words."""
FOLDER: Final = "ivk desktop"
ROW_PX: Final = 28
MOST_ROWS: Final = 5
ROW: Final = Qt.ItemDataRole.UserRole
NUMBER: Final = {"n": "001"}
"""The example of a number here: it counts the results of one submission."""


def usual_folder() -> Path:
    """Where results are saved unless the person says otherwise."""
    places = QStandardPaths.StandardLocation.PicturesLocation
    return Path(QStandardPaths.writableLocation(places)) / FOLDER


def folder_of(typed: str) -> Path:
    """The folder that a person means; one that is no whole path is beside the usual one."""
    typed = typed.strip()
    if not typed:
        return usual_folder()
    try:
        folder = Path(typed).expanduser()
    except RuntimeError:
        folder = Path(typed)  # a user's name that nobody has
    return usual_folder().parent / folder


def options_of(prefs: Preferences) -> ExportOptions | None:
    """What the preferences ask for; ``None`` while it is off or the names cannot be used."""
    template = NameTemplate(prefs.export_template.strip())
    if not prefs.export or template.problem is not None:
        return None
    return ExportOptions(
        folder_of(prefs.export_folder),
        template,
        prefs.export_sidecars,
        prefs.export_everything,
        frozenset(prefs.export_servers),
        frozenset(map(BoardPick.of, prefs.export_boards)),
    )


class ExportPage(PreferencePage):
    """Names apply once they can be used; until then the earlier ones hold."""

    def __init__(
        self, settings: Settings, servers: Callable[[], Named], boards: Callable[[], Named]
    ) -> None:
        super().__init__(settings, "", "save")
        self.title = self.tr("Save results")
        self._choices = {"export_servers": servers, "export_boards": boards}
        self._lists: dict[str, QListWidget] = {}
        self.add_switch(
            "export",
            self.tr("Save each result to a folder"),
            self.tr(
                "Pictures and videos as the server has them, each once. What ends while the app"
                " is closed is saved when it is back. No file is ever replaced."
            ),
        )
        self._build_names()
        self.add_switch("export_sidecars", self.tr("With a JSON file beside each, its metadata"))
        self.add_heading(self.tr("Which results"))
        self.rows.addWidget(self._note(self.tr("Where nothing is ticked, all are meant.")))
        self.add_choice(
            "export_everything",
            self.tr("Made by"),
            ((False, self.tr("What I submit here")), (True, self.tr("All that the servers make"))),
        )
        self._add_list("export_servers", self.tr("Only of these servers"))
        self._add_list("export_boards", self.tr("Only on these boards"))
        self.finish()

    # --- where to, and under which names -------------------------------------------------
    def _build_names(self) -> None:
        self.folder = QLineEdit()
        self.folder.setAccessibleName(self.tr("Folder"))
        self.folder.setPlaceholderText(str(usual_folder()))
        self.template = QLineEdit()
        self.template.setAccessibleName(self.tr("Names"))
        self.template.setToolTip(self.tr("{n} counts the results of one submission"))
        choose = IconButton("folder-open", self.tr("Choose a folder"))
        self._fields = IconButton("plus", self.tr("Insert a field"))
        self._add_line(self.tr("Folder"), self._joined(self.folder, choose))
        self._add_line(self.tr("Names"), self._joined(self.template, self._fields))
        self.example = QLabel(wordWrap=True)
        self.example.setTextFormat(Qt.TextFormat.PlainText)
        self.example.setProperty("role", "caption")
        self.rows.addWidget(self.example)
        self._bind("export_folder", self._show_folder)
        self._bind("export_template", self._show_template)
        choose.clicked.connect(self._choose_folder)
        self._fields.clicked.connect(self._open_fields)
        self.folder.editingFinished.connect(self._keep_folder)
        self.template.textEdited.connect(self._template_edited)

    def _joined(self, edit: QLineEdit, button: QWidget) -> QWidget:
        line = QWidget()
        line.setFocusProxy(edit)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(edit, 1)
        row.addWidget(button)
        return line

    def _show_folder(self, text: str) -> None:
        if self.folder.text().strip() != text:
            self.folder.setText(text)
        self._judge()

    def _keep_folder(self) -> None:
        self._set("export_folder", self.folder.text().strip())

    def _choose_folder(self) -> None:
        here = self.folder.text() or str(usual_folder())
        dialog = QFileDialog(self.window(), self.tr("Save results in"), here)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(partial(self._set, "export_folder"))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _template_edited(self, text: str) -> None:
        if NameTemplate(text.strip()).problem is None:
            self._set("export_template", text.strip())
        self._judge()

    def _show_template(self, text: str) -> None:
        if self.template.text().strip() != text and not self.template.hasFocus():
            self.template.setText(text)
        self._judge()

    def _judge(self) -> None:
        """Say what a name will be, or what is wrong with the template."""
        template = NameTemplate(self.template.text().strip())
        problem = template.problem
        if problem is None:
            path = template.render({**EXAMPLE, **NUMBER}, ".png")
            whole = folder_of(self.settings.prefs.export_folder) / path
            self.example.setText(self.tr("For example {path}").format(path=whole))
        else:
            text = self.tr("{problem} The names before it hold.")
            self.example.setText(text.format(problem=problem_text(problem)))
        theme.restyle(self.example, tone="text2" if problem is None else "failed")

    def _open_fields(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for field in FIELDS:
            text = f"{{{field}}}    {({**EXAMPLE, **NUMBER})[field]}"
            menu.addAction(text).triggered.connect(partial(self._insert, field))
        menu.popup(self._fields.mapToGlobal(self._fields.rect().bottomLeft()))

    def _insert(self, field: str, *_: object) -> None:
        self.template.insert(f"{{{field}}}")
        self.template.setFocus()
        self._template_edited(self.template.text())

    # --- which ones ----------------------------------------------------------------------
    def _add_list(self, name: str, text: str) -> None:
        """A list of things to tick; where none is ticked, all are meant."""
        found = self._lists[name] = QListWidget()
        found.setAccessibleName(text)
        found.itemChanged.connect(partial(self._ticked, name))
        self._bind(name, partial(self._show_list, name))
        self._add_line(text, found)

    def _note(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", "caption")
        return label

    def show_choices(self) -> None:
        """Servers or boards are others now."""
        for name in self._lists:
            self._show_list(name, getattr(self.settings.prefs, name))

    def _show_list(self, name: str, ticked: Sequence[str]) -> None:
        shown = self._lists[name]
        known = dict(self._choices[name]())
        words = known | {key: _missing(key) for key in ticked if key not in known}
        shown.blockSignals(True)
        shown.clear()
        for key, text in words.items():
            item = QListWidgetItem(text, shown)
            item.setData(ROW, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = key in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        shown.setFixedHeight(theme.px(ROW_PX * min(max(1, shown.count()), MOST_ROWS) + 2))
        shown.blockSignals(False)

    def _ticked(self, name: str, *_: object) -> None:
        shown = self._lists[name]
        items = (shown.item(row) for row in range(shown.count()))
        keys = [i.data(ROW) for i in items if i.checkState() is Qt.CheckState.Checked]
        kept = tuple(map(ServerId, keys)) if name == "export_servers" else tuple(keys)
        self._set(name, kept)


def _missing(key: str) -> str:
    """A server or board that is not known now, by its id."""
    return BoardPick.of(key).board_id or key
