"""The pages of the sweep dialog that read files: lines, tables, pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from ivk_desktop.domain.form import FieldSpec
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.sweep_values import Table, read_list, read_table, text_lines
from ivk_desktop.ui import media_mime
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.sweeps.pages import Page, Ready, Settings
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ElidedLabel

LARGEST_BYTES: Final = 16 * 1024 * 1024


class FilePage(Page):
    """Values that come from a file or a folder that a person chooses."""

    chooses_folder = False
    filters = ""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.path: Path | None = None
        self.problem: Problem | None = None
        word = self.tr("Choose a folder…") if self.chooses_folder else self.tr("Choose a file…")
        self.button = QPushButton(icon("folder-open", "text"), word, self)
        self.button.clicked.connect(self.choose)
        self.name = ElidedLabel(self.tr("None chosen"), self)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self.button)
        line.addWidget(self.name, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.S)
        self.column.addLayout(line)
        self.setFocusProxy(self.button)

    def choose(self) -> None:
        """Ask for the file without blocking."""
        dialog = QFileDialog(self, self.button.text())
        modes = QFileDialog.FileMode
        dialog.setFileMode(modes.Directory if self.chooses_folder else modes.ExistingFile)
        if self.filters:
            dialog.setNameFilters([self.filters, self.tr("All files (*)")])
        dialog.filesSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, files: list[str]) -> None:
        if files:
            self.take(Path(files[0]))

    def take(self, path: Path) -> None:
        """Read a file or folder; what is wrong with it is told by ``values``."""
        self.path, self.problem = path, None
        self.name.setText(path.name)
        try:
            self.read(path)
        except DomainError as error:
            self.problem = error.problem
        except OSError as error:
            args = {"name": path.name, "reason": error.strerror or type(error).__name__}
            self.problem = Problem("file_unreadable", args)
        self.edited.emit()

    def read(self, path: Path) -> None:
        """Read what was chosen. Raises DomainError or OSError."""
        raise NotImplementedError

    def check(self) -> None:
        """Raise DomainError where nothing usable was chosen."""
        if self.problem is not None:
            raise DomainError(self.problem)

    def settings(self) -> dict[str, Any]:
        return {"path": str(self.path) if self.path is not None else ""}

    def restore(self, settings: Settings) -> None:
        path = settings.get("path")
        if isinstance(path, str) and path and Path(path).exists():
            self.take(Path(path))


def read_text(path: Path) -> str:
    """A text file, whatever its bytes are.

    Raises:
        DomainError: ``file_too_large``.
        OSError: it cannot be read.
    """
    if path.stat().st_size > LARGEST_BYTES:
        limit = LARGEST_BYTES // 1024 // 1024
        raise DomainError(Problem("sweep_file_too_large", {"name": path.name, "limit": limit}))
    return path.read_text(encoding="utf-8-sig", errors="replace")


class LinesPage(FilePage):
    """Each line of a text file is a value."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self._text = ""
        self.column.addStretch()

    def read(self, path: Path) -> None:
        self._text = ""
        self._text = read_text(path)

    def values(self) -> tuple[Any, ...]:
        self.check()
        return read_list("\n".join(text_lines(self._text)), self.spec)


class TablePage(FilePage):
    """Each row of a column of a CSV file is a value."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.filters = self.tr("Tables (*.csv *.tsv *.txt)")
        self._table: Table | None = None
        self.columns = QuietCombo(self)
        self.columns.setAccessibleName(self.tr("Column"))
        self.columns.hide()
        self.columns.currentIndexChanged.connect(self._column_changed)
        self.column.addWidget(self.columns)
        self.column.addStretch()

    def _column_changed(self) -> None:
        self.edited.emit()

    def read(self, path: Path) -> None:
        self._table = None
        self._table = read_table(read_text(path))
        self.columns.blockSignals(True)
        self.columns.clear()
        self.columns.addItems(list(self._table.columns))
        self.columns.setCurrentIndex(self._best(self._table))
        self.columns.blockSignals(False)
        self.columns.show()

    def _best(self, table: Table) -> int:
        """The column that is called like the field, else the first."""
        wanted = {self.spec.title.casefold(), str(self.spec.id).rpartition(".")[2].casefold()}
        names = [name.casefold() for name in table.columns]
        return next((place for place, name in enumerate(names) if name in wanted), 0)

    def values(self) -> tuple[Any, ...]:
        self.check()
        if self._table is None:
            return ()
        return self._table.column(max(self.columns.currentIndex(), 0), self.spec)

    def settings(self) -> dict[str, Any]:
        return {**super().settings(), "column": self.columns.currentText()}

    def restore(self, settings: Settings) -> None:
        super().restore(settings)
        place = self.columns.findText(str(settings.get("column", "")))
        if place >= 0:
            self.columns.setCurrentIndex(place)


class FolderPage(FilePage):
    """Each picture of a folder is a value; all are uploaded when the sweep is made."""

    chooses_folder = True

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self._files: list[Path] = []
        self._uploaded: dict[Path, MediaRef] = {}
        self._uploading = False
        self.column.addStretch()

    def read(self, path: Path) -> None:
        self._files = []
        suffixes = media_mime.PICTURE_SUFFIXES
        found = (file for file in path.iterdir() if file.suffix.lower() in suffixes)
        self._files = sorted((file for file in found if file.is_file()), key=_natural)

    def values(self) -> tuple[Any, ...]:
        self.check()
        return tuple(
            {"image_name": str(self._uploaded[file].name) if file in self._uploaded else ""}
            for file in self._files
        )

    def status(self) -> str:
        if not self._uploading:
            return ""
        done, count = len(self._uploaded), count_text(len(self._files))
        return self.tr("Uploading {done} of {count}…").format(done=count_text(done), count=count)

    def prepare(self, ready: Ready) -> None:
        self._uploading = True
        self._upload_next(ready)

    def _upload_next(self, ready: Ready) -> None:
        rest = [file for file in self._files if file not in self._uploaded]
        if not rest:
            self._uploading = False
            ready(None)
            return
        file = rest[0]

        def done(ref: MediaRef | None, problem: Problem | None) -> None:
            if not isValid(self):  # the dialog was closed meanwhile
                return
            if ref is None:
                self._uploading = False
                ready(problem or Problem("upload_failed"))
                return
            self._uploaded[file] = ref
            self.edited.emit()
            self._upload_next(ready)

        self.context.upload(file, done)


def _natural(file: Path) -> tuple[list[tuple[int, str]], str]:
    """Picture 2 comes before picture 10."""
    parts: list[tuple[int, str]] = []
    text = ""
    for char in file.name.casefold():
        if char.isdecimal() != text[-1:].isdecimal() and text:
            parts.append(_part(text))
            text = ""
        text += char
    return [*parts, _part(text)], file.name


def _part(text: str) -> tuple[int, str]:
    return (int(text), "") if text.isdecimal() and text.isascii() else (-1, text)
