"""The preset selector above a form: which preset, what differs from it, and its menu.

Its dialogs are imported when they are needed: the selector is there before the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ivk_desktop.domain.presets import Preset
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.notices import Level, Notice, NoticeAction
from ivk_desktop.stores.workflow_presets import WorkflowPresets
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.form.preset_texts import applied_text, chosen_text
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.theme import px
from ivk_desktop.ui.tokens import Space

if TYPE_CHECKING:
    from ivk_desktop.ui.form.preset_compare import PresetCompareDialog
    from ivk_desktop.ui.form.preset_files import PresetFiles

_OPENS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PresetCombo(QuietCombo):
    """Looks like a combo box and opens a menu."""

    opened = Signal()

    def show_text(self, text: str) -> None:
        """Show what is chosen."""
        self.clear()
        self.addItem(text)
        self.setToolTip(text)

    def showPopup(self) -> None:
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.showPopup()
        else:
            super().keyPressEvent(event)


class PresetBar(QWidget):
    """Stands above the form of the current workflow.

    Args:
        context_of: gives the lists of a server, for the names in a comparison.
        parent: the form column.
    """

    noticed = Signal(object)
    """A ``Notice`` for the window."""

    def __init__(self, context_of: Callable[[ServerId], FormContext], parent: QWidget) -> None:
        super().__init__(parent)
        self._context_of = context_of
        self._presets: WorkflowPresets | None = None
        self._compare: PresetCompareDialog | None = None
        self.combo = PresetCombo(self)
        self.combo.setAccessibleName(self.tr("Preset"))
        self.combo.opened.connect(self._open)
        self._files: PresetFiles | None = None
        self._menu: QMenu | None = None
        column = QVBoxLayout(self)
        margin = px(Space.FORM_MARGIN)
        column.setContentsMargins(margin, px(Space.M), margin, 0)
        column.addWidget(self.combo)

    def set_presets(self, presets: WorkflowPresets | None) -> None:
        """Show the presets of another workflow; ``None`` hides the selector."""
        if presets is not self._presets:
            if self._presets is not None:
                self._presets.changed.disconnect(self._show)
            self._close_compare()
            self._presets = presets
            if presets is not None:
                presets.changed.connect(self._show)
                self._show()
        self.setVisible(presets is not None)

    def _show(self) -> None:
        presets = self._presets
        if presets is not None:
            name = presets.chosen.name if presets.chosen is not None else ""
            text = chosen_text(name, len(presets.different))
            if text != self.combo.currentText():
                self.combo.show_text(text)

    # --- the menu ------------------------------------------------------------------------
    def menu(self) -> QMenu:
        """The menu as it is now."""
        if self._menu is None:
            self._menu = QMenu(self)
            self._menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
        self._menu.clear()
        if self._presets is not None:
            self._fill(self._menu, self._presets)
        return self._menu

    def _fill(self, menu: QMenu, presets: WorkflowPresets) -> None:
        for preset in presets.all():
            menu.addAction(self._entry(menu, preset, presets.chosen))
        menu.addSeparator()
        chosen = presets.chosen is not None
        changed = chosen and bool(presets.different)
        for text, run, enabled, symbol in (
            (self.tr("&Save"), self._save, changed, "save"),
            (self.tr("Save &as new…"), self._ask_new, True, "plus"),
            (self.tr("A&pply again"), self._apply_again, changed, "rotate-ccw"),
            (self.tr("&Compare with current…"), self._open_compare, chosen, "git-compare"),
            (self.tr("&Rename…"), self._ask_rename, chosen, "pencil"),
            (self.tr("&Delete"), self._delete, chosen, "trash-2"),
            ("", None, True, ""),
            (self.tr("&Export…"), self._export, chosen, "upload"),
            (self.tr("&Import…"), self._import, True, "download"),
        ):
            if run is None:
                menu.addSeparator()
                continue
            action = menu.addAction(icon(symbol), text)
            action.setEnabled(enabled)
            action.triggered.connect(run)

    def _entry(self, menu: QMenu, preset: Preset, chosen: Preset | None) -> QAction:
        action = QAction(preset.name.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(chosen is not None and chosen.name == preset.name)
        action.setData(preset.name)
        action.triggered.connect(self._picked)
        return action

    def _open(self) -> None:
        menu = self.menu()
        menu.setMinimumWidth(self.combo.width())
        menu.popup(self.combo.mapToGlobal(QPoint(0, self.combo.height() + 2)))

    # --- what is done --------------------------------------------------------------------
    def _picked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._presets is not None:
            preset = self._presets.store.find(self._presets.form_id, str(action.data()))
            if preset is not None:
                self._apply(preset)

    def _apply_again(self) -> None:
        if self._presets is not None and self._presets.chosen is not None:
            self._apply(self._presets.chosen)

    def _apply(self, preset: Preset) -> None:
        if self._presets is not None:
            applied = self._presets.apply(preset)
            if applied.unfit or applied.left:
                self.noticed.emit(Notice(Level.WARNING, applied_text(preset.name, applied)))

    def _save(self) -> None:
        if self._presets is not None:
            self._presets.save()

    def _ask_new(self) -> None:
        if (presets := self._presets) is not None:
            title, button = self.tr("Save as new preset"), self.tr("Save")
            self._ask_name(title, button, presets.is_taken, "", presets.save_as)

    def _ask_rename(self) -> None:
        if (presets := self._presets) is not None and presets.chosen is not None:
            name = presets.chosen.name
            is_taken = partial(presets.is_taken, but=name)
            title, button = self.tr("Rename preset"), self.tr("Rename")
            self._ask_name(title, button, is_taken, name, presets.rename)

    def _ask_name(
        self,
        title: str,
        button: str,
        is_taken: Callable[[str], bool],
        name: str,
        done: Callable[[str], object],
    ) -> None:
        from ivk_desktop.ui.form.preset_name import PresetNameDialog

        dialog = PresetNameDialog(title, button, is_taken, name, self.window())
        dialog.named.connect(done)
        dialog.open()

    def _delete(self) -> None:
        """Delete at once; the notice offers to take it back."""
        removed = self._presets.remove() if self._presets is not None else None
        if self._presets is None or removed is None:
            return
        text = self.tr("The preset {name} is deleted.").format(name=removed.name)
        undo = NoticeAction(self.tr("Undo"), partial(self._presets.store.save, removed))
        self.noticed.emit(Notice(Level.INFO, text, key="preset-deleted", action=undo))

    # --- files ---------------------------------------------------------------------------
    @property
    def files(self) -> PresetFiles:
        """What exports and imports."""
        if self._files is None:
            from ivk_desktop.ui.form.preset_files import PresetFiles

            self._files = PresetFiles(self)
            self._files.noticed.connect(self.noticed)
        return self._files

    def _export(self) -> None:
        if self._presets is not None:
            self.files.ask_where_to_export(self._presets)

    def _import(self) -> None:
        if self._presets is not None:
            self.files.ask_what_to_import(self._presets)

    # --- comparing -----------------------------------------------------------------------
    def _open_compare(self) -> None:
        from ivk_desktop.ui.form.preset_compare import PresetCompareDialog

        self._close_compare()
        if self._presets is not None:
            context = self._context_of(self._presets.workflow.server_id)
            self._compare = PresetCompareDialog(self._presets, context, self.window())
            self._compare.destroyed.connect(self._compare_gone)
            self._compare.show()

    def _close_compare(self) -> None:
        if self._compare is not None:
            self._compare.close()
        self._compare = None

    def _compare_gone(self) -> None:
        self._compare = None
