"""The form of a board's search: a field for each filter, and who is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.boards import SearchBy
from ivk_desktop.domain.picture_search import filter_of, with_filter
from ivk_desktop.stores.ratings import MOST
from ivk_desktop.ui import theme
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.stage.cells import STAR
from ivk_desktop.ui.tokens import Space

WIDTH_PX: Final = 360
ASKED: Final = (SearchBy.BOTH, SearchBy.SERVER, SearchBy.INDEX)


class FilterPopup(QFrame):
    """Writes filters into a search text, and reads them from it; it holds nothing itself."""

    text_changed = Signal(str)
    scope_changed = Signal(bool, object)
    """Whether all boards are searched, and the ``SearchBy``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("surface", "raised")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._text = ""
        self._filling = False
        self.where, self.by = QuietCombo(), QuietCombo()
        self.edits = {
            name: QLineEdit()
            for name in (
                *("prompt", "negative", "model", "lora", "workflow", "tag"),
                *("seed", "size", "after", "before"),
            )
        }
        self.rating = QuietCombo()
        self.starred = QCheckBox(self.tr("Starred only"))
        self.progress = QLabel()
        self.clear = QPushButton(self.tr("Clear"))
        self._name()
        self._build()
        self._connect()

    def open_below(self, widget: QWidget, text: str, *, everywhere: bool, by: SearchBy) -> None:
        """Show what a text and a view ask for, below a widget."""
        self.show_filters(text, everywhere=everywhere, by=by)
        self.setFixedWidth(theme.px(WIDTH_PX))
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(widget.width(), widget.height()))
        left = corner.x() - self.width()
        room = widget.screen().availableGeometry()
        top = min(corner.y(), room.bottom() - self.height())
        self.move(max(room.left(), left), max(room.top(), top))
        self.show()
        self.edits["prompt"].setFocus()

    def show_filters(self, text: str, *, everywhere: bool, by: SearchBy) -> None:
        """Show what a text and a view ask for."""
        self._text, self._filling = text, True
        self.where.setCurrentIndex(int(everywhere))
        self.by.setCurrentIndex(ASKED.index(by))
        for name, edit in self.edits.items():
            if (value := filter_of(text, name)) != edit.text():
                edit.setText(value)
        least = filter_of(text, "rating").removeprefix(">=")
        self.rating.setCurrentIndex(int(least) if least in set("12345") else 0)
        self.starred.setChecked(bool(filter_of(text, "starred")))
        self._filling = False

    def show_known(self, known: Mapping[str, Sequence[str]]) -> None:
        """Offer what there is of models, LoRAs, workflows and tags."""
        for name, values in known.items():
            completer = QCompleter(list(values), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.edits[name].setCompleter(completer)

    def show_progress(self, text: str) -> None:
        """Say how far the index is."""
        self.progress.setText(text)

    def _changed(self, name: str, value: str) -> None:
        if not self._filling:
            self._text = with_filter(self._text, name, value)
            self.text_changed.emit(self._text)

    def _rating_chosen(self, least: int) -> None:
        self._changed("rating", f">={least}" if least else "")

    def _scope_chosen(self) -> None:
        self.scope_changed.emit(self.where.currentIndex() == 1, ASKED[self.by.currentIndex()])

    def _clear(self) -> None:
        text = self._text
        for name in (*self.edits, "rating", "starred"):
            text = with_filter(text, name, "")
        everywhere, by = self.where.currentIndex() == 1, ASKED[self.by.currentIndex()]
        self.show_filters(text, everywhere=everywhere, by=by)
        self.text_changed.emit(text)

    # --- building ------------------------------------------------------------------------
    def _name(self) -> None:
        self.where.addItems([self.tr("This board"), self.tr("All boards")])
        self.by.addItems(
            [self.tr("Server and local index"), self.tr("Server"), self.tr("Local index")]
        )
        self.rating.addItem(self.tr("Any"))
        for least in range(1, MOST):
            self.rating.addItem(self.tr("{stars} or more").format(stars=STAR * least))
        self.rating.addItem(STAR * MOST)
        hints = {
            "seed": "123",
            "size": "1024x768",
            "after": "2026-01-31",
            "before": "2026-02",
            "tag": self.tr("One of your tags"),
        }
        for name, hint in hints.items():
            self.edits[name].setPlaceholderText(hint)
        self.clear.setProperty("variant", "link")
        self.progress.setProperty("tone", "text2")

    def _labels(self) -> tuple[tuple[str, QWidget], ...]:
        edits = self.edits
        return (
            (self.tr("Look in"), self.where),
            (self.tr("Ask"), self.by),
            (self.tr("Prompt"), edits["prompt"]),
            (self.tr("Negative prompt"), edits["negative"]),
            (self.tr("Model"), edits["model"]),
            (self.tr("LoRA"), edits["lora"]),
            (self.tr("Workflow"), edits["workflow"]),
            (self.tr("Seed"), edits["seed"]),
            (self.tr("Size"), edits["size"]),
            (self.tr("From day"), edits["after"]),
            (self.tr("Before day"), edits["before"]),
            (self.tr("Rating"), self.rating),
            (self.tr("Tag"), edits["tag"]),
        )

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.S)
        for text, widget in self._labels():
            label = QLabel(text)
            label.setProperty("tone", "text2")
            label.setBuddy(widget)
            widget.setAccessibleName(text)
            form.addRow(label, widget)
        form.addRow("", self.starred)
        foot = QHBoxLayout()
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.clear)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        rows.setSpacing(Space.M)
        rows.addLayout(form)
        rows.addLayout(foot)

    def _connect(self) -> None:
        for name, edit in self.edits.items():
            edit.textChanged.connect(lambda value, name=name: self._changed(name, value))
            edit.returnPressed.connect(self.close)
        self.rating.currentIndexChanged.connect(self._rating_chosen)
        self.starred.toggled.connect(lambda on: self._changed("starred", "yes" if on else ""))
        self.where.activated.connect(self._scope_chosen)
        self.by.activated.connect(self._scope_chosen)
        self.clear.clicked.connect(self._clear)
