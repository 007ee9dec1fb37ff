"""The installed models: filtered, sorted, grouped, with the details of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.models import ModelInfo, ModelKey
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.model_manager import ModelManager
from ivk_desktop.stores.model_query import GROUPS, Facet, ModelIndex, ModelQuery
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.models import texts
from ivk_desktop.ui.models.details import Cover, ModelDetails
from ivk_desktop.ui.models.table import ModelTable
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.texts import count_text, problem_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import Chip, ElidedLabel, SearchField

COMBO_PX = 112


class ModelsPage(QWidget):
    """A list and the details beside it; others carry out what it asks for."""

    edit_requested = Signal(object)
    """The ``ModelInfo`` that is to be edited."""
    delete_requested = Signal(object)
    """A list of ``ModelInfo``."""
    use_requested = Signal(object)
    """The ``ModelKey`` that is to be put into the form."""
    chosen = Signal(object)
    """The one ``ModelInfo`` that is selected, else ``None``."""
    install_requested = Signal()
    empty_cache_requested = Signal()

    def __init__(self, cover: Cover, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manager: ModelManager | None = None
        self._index = ModelIndex()
        self._order, self._descending = Facet.NAME, False
        self.search = SearchField(self.tr("Filter"))
        self.filters = {facet: QuietCombo() for facet in GROUPS}
        self.group = QuietCombo()
        self.search.setToolTip(self.tr("Words of the name, description or trigger phrases"))
        self.missing = Chip(self.tr("Files gone"), "triangle-alert", "warning")
        self.table = ModelTable()
        self.panel = Panel(self.table)
        self.details = ModelDetails(cover, self._name_of)
        self.hint = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.count = QLabel()
        self.cache = ElidedLabel()
        self.empty_cache = QPushButton(self.tr("Empty"))
        self.edit_button = QPushButton(self.tr("Edit…"))
        self.delete_button = QPushButton(self.tr("Delete…"))
        self.use_button = QPushButton(self.tr("Use in the form"))
        self._build()
        self._build_menu()
        self._connect()

    # --- what it shows -------------------------------------------------------------------
    def set_manager(self, manager: ModelManager | None) -> None:
        """Show the models of one server; ``None`` where there is none."""
        self._leave()
        self._manager = manager
        if manager is None:
            self._index = ModelIndex()
            self.table.show_lines([], ())
            self.panel.show_empty(self.tr("No server is connected."))
            return
        manager.models.changed.connect(self.refresh)
        manager.models.state_changed.connect(self.refresh)
        manager.keep.missing_changed.connect(self.refresh)
        manager.sign_in.changed.connect(self._selection_changed)
        manager.cache.changed.connect(self._show_cache)
        self._show_cache()
        self.refresh()

    def _leave(self) -> None:
        manager = self._manager
        if manager is None:
            return
        manager.models.changed.disconnect(self.refresh)
        manager.models.state_changed.disconnect(self.refresh)
        manager.keep.missing_changed.disconnect(self.refresh)
        manager.sign_in.changed.disconnect(self._selection_changed)
        manager.cache.changed.disconnect(self._show_cache)

    def query(self) -> ModelQuery:
        """What is asked for now."""
        values = {facet: combo.currentData() or "" for facet, combo in self.filters.items()}
        group = self.group.currentData()
        return ModelQuery(
            self.search.text(),
            values[Facet.TYPE],
            values[Facet.BASE],
            values[Facet.FORMAT],
            self.missing.isChecked() and bool(self._index.missing),
            self._order,
            self._descending,
            Facet(group) if group else None,
        )

    def refresh(self) -> None:
        """Show what the server has now."""
        if self._manager is None:
            return
        models = self._manager.models
        listed = {model.key for model in models.items}
        self._index = ModelIndex(models.items, self._manager.keep.missing & listed)
        for facet, combo in self.filters.items():
            self._fill(combo, facet)
        gone = len(self._index.missing)
        self.missing.setVisible(bool(gone))
        self.missing.set_count(count_text(gone))
        self.filter()

    def filter(self) -> None:
        """Show those models that are asked for."""
        lines = self._index.lines(self.query())
        self.table.show_lines(lines, self._index.missing)
        found = [line for line in lines if isinstance(line, ModelInfo)]
        self._say_count(found)
        self._show_state(found)

    def choose(self, key: ModelKey) -> None:
        """Select one model, whatever is filtered now."""
        if not self.table.choose(key):
            self.show_all()
            self.table.choose(key)

    def show_all(self) -> None:
        """Take all filters away."""
        for combo in self.filters.values():
            combo.setCurrentIndex(0)
        self.missing.setChecked(False)
        self.search.clear()
        self.filter()

    def selected(self) -> list[ModelInfo]:
        """The selected models."""
        return self.table.models()

    def _name_of(self, native_key: str) -> str:
        found = (one.name for one in self._index.models if one.key.native_key == native_key)
        return next(found, "")

    def _fill(self, combo: QuietCombo, facet: Facet) -> None:
        """Offer the values that there are; what is chosen stays chosen while it is there."""
        value = combo.currentData()
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(self._all_words(facet), "")
        for found, count in self._index.values(facet):
            if found:
                words = f"{texts.value_text(facet, found)}  {count_text(count)}"
                combo.addItem(words, found)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        combo.blockSignals(False)

    def _all_words(self, facet: Facet) -> str:
        return {
            Facet.TYPE: self.tr("All types"),
            Facet.BASE: self.tr("All bases"),
            Facet.FORMAT: self.tr("All formats"),
        }[facet]

    def _say_count(self, found: Sequence[ModelInfo]) -> None:
        every = len(self._index.models)
        words = self.tr("{shown} of {all}") if len(found) != every else "{all}"
        models = texts.models_text(every)
        count = words.format(shown=count_text(len(found)), all=models)
        size = texts.size_text(sum(model.file_size for model in found))
        self.count.setText(f"{count}, {size}" if size else count)

    def _show_state(self, found: Sequence[ModelInfo]) -> None:
        assert self._manager is not None
        models = self._manager.models
        if models.state is ListState.ERROR and models.problem is not None and not models.items:
            self.panel.show_error(models.problem, retry=models.reload)
        elif models.state in (ListState.LOADING, ListState.UNREAD):
            self.panel.show_loading()
        elif found and models.state is ListState.STALE and models.as_of is not None:
            self.panel.show_stale(models.as_of)
        elif found:
            self.panel.show_content()
        elif models.items:
            words = self.tr("No model matches.")
            self.panel.show_empty(words, self.tr("Show all"), self.show_all, "search")
        else:
            self.panel.show_empty(
                self.tr("This server has no models yet."),
                self.tr("Install a model…"),
                self.install_requested.emit,
                "box",
            )

    def _show_cache(self) -> None:
        manager = self._manager
        answer = manager.cache if manager is not None else None
        known = answer is not None and answer.state is ListState.READY
        self.cache.setText(texts.cache_text(answer.value) if answer is not None and known else "")
        held = answer.value if answer is not None and known else None
        if held is not None:
            self.cache.setToolTip(texts.loaded_text(held))
        self.empty_cache.setVisible(held is not None and held.models > 0)

    def _selection_changed(self) -> None:
        chosen = self.selected()
        may = self._manager is not None and self._manager.may_change
        one = chosen[0] if len(chosen) == 1 else None
        self.edit_button.setEnabled(may and one is not None)
        self.delete_button.setEnabled(may and bool(chosen))
        several = self.tr("Delete {count}…").format(count=count_text(len(chosen)))
        self.delete_button.setText(several if len(chosen) > 1 else self.tr("Delete…"))
        self.use_button.setEnabled(one is not None)
        refusal = self._manager.refusal if self._manager is not None else None
        why = problem_text(refusal) if refusal is not None else ""
        for button in (self.edit_button, self.delete_button):
            button.setToolTip(why)
        missing = one is not None and one.key in self._index.missing
        self.details.show_model(one, missing=missing, changeable=may)
        self.details.setVisible(one is not None)
        self.hint.setVisible(one is None)
        self.hint.setText(self._hint(chosen))
        self.chosen.emit(one)

    def _hint(self, chosen: Sequence[ModelInfo]) -> str:
        if not chosen:
            return self.tr("Select a model to see its details.")
        size = texts.size_text(sum(model.file_size for model in chosen))
        words = self.tr("{models} selected, {size}") if size else self.tr("{models} selected")
        return words.format(models=texts.models_text(len(chosen)), size=size)

    # --- what is asked for ---------------------------------------------------------------
    def _edit(self) -> None:
        chosen = self.selected()
        if len(chosen) == 1 and self.edit_button.isEnabled():
            self.edit_requested.emit(chosen[0])

    def _delete(self) -> None:
        if (chosen := self.selected()) and self.delete_button.isEnabled():
            self.delete_requested.emit(chosen)

    def _use(self) -> None:
        if chosen := self.selected():
            self.use_requested.emit(chosen[0].key)

    def _sort(self, order: Facet, descending: bool) -> None:
        self._order, self._descending = order, descending
        self.filter()

    def _popup(self, place: QPoint) -> None:
        if self.selected():
            self.edit.setEnabled(self.edit_button.isEnabled())
            self.delete.setEnabled(self.delete_button.isEnabled())
            self.menu.popup(self.table.viewport().mapToGlobal(place))

    # --- construction --------------------------------------------------------------------
    def _build_menu(self) -> None:
        self.menu = QMenu(self)
        self.use = QAction(icons.icon("log-in"), self.tr("Use in the form"), self)
        self.edit = QAction(icons.icon("pencil"), self.tr("Edit…"), self)
        self.delete = QAction(icons.icon("trash-2"), self.tr("Delete…"), self)
        self.menu.addActions([self.use, self.edit])
        self.menu.addSeparator()
        self.menu.addAction(self.delete)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        top.setSpacing(Space.S)
        top.addWidget(self.search, 1)
        for facet, combo in self.filters.items():
            combo.addItem(self._all_words(facet), "")
            combo.setAccessibleName(self._all_words(facet))
            combo.setFixedWidth(theme.px(COMBO_PX))
            top.addWidget(combo)
        self._build_groups()
        top.addWidget(self.group)
        top.addWidget(self.missing)
        self.missing.hide()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.panel, 1)
        column.addLayout(self._build_foot())
        self.hint.setProperty("tone", "text2")
        side = QWidget()
        side.setMinimumWidth(theme.px(280))
        pages = QVBoxLayout(side)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.addWidget(self.details, 1)
        pages.addWidget(self.hint, 1)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(left)
        parts.addWidget(side)
        parts.setStretchFactor(0, 1)
        parts.setSizes([theme.px(760), theme.px(340)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)

    def _build_groups(self) -> None:
        self.group.addItem(self.tr("No groups"), "")
        names = {
            Facet.TYPE: self.tr("By type"),
            Facet.BASE: self.tr("By base"),
            Facet.FORMAT: self.tr("By format"),
        }
        for facet, name in names.items():
            self.group.addItem(name, facet.value)
        self.group.setAccessibleName(self.tr("Group"))
        self.group.setToolTip(self.tr("Group"))
        self.group.setFixedWidth(theme.px(COMBO_PX))
        self.group.setCurrentIndex(1)

    def _build_foot(self) -> QHBoxLayout:
        for label in (self.count, self.cache):
            label.setProperty("tone", "text2")
        self.cache.setProperty("role", "caption")
        self.empty_cache.setProperty("variant", "link")
        self.empty_cache.setToolTip(self.tr("Drop all models that are not in use from memory"))
        self.use_button.setProperty("variant", "primary")
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.count)
        memory = QHBoxLayout()
        memory.setSpacing(Space.XS)
        memory.addWidget(self.cache)
        memory.addWidget(self.empty_cache)
        memory.addStretch(1)
        told.addLayout(memory)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        foot.setSpacing(Space.S)
        foot.addLayout(told, 1)
        for button in (self.delete_button, self.edit_button, self.use_button):
            foot.addWidget(button)
        return foot

    def _connect(self) -> None:
        self.search.textChanged.connect(self.filter)
        for combo in (*self.filters.values(), self.group):
            combo.currentIndexChanged.connect(self.filter)
        self.missing.toggled.connect(self.filter)
        self.table.sort_chosen.connect(self._sort)
        self.table.chosen.connect(self._selection_changed)
        self.table.edit_requested.connect(self._edit)
        self.table.delete_requested.connect(self._delete)
        self.table.customContextMenuRequested.connect(self._popup)
        for control in (self.edit_button.clicked, self.edit.triggered):
            control.connect(self._edit)
        for control in (self.delete_button.clicked, self.delete.triggered):
            control.connect(self._delete)
        for control in (self.use_button.clicked, self.use.triggered):
            control.connect(self._use)
        self.empty_cache.clicked.connect(self.empty_cache_requested)
