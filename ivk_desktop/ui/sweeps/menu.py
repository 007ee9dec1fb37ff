"""What can be done with one field: the menu beside its label."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ivk_desktop.domain.form import FieldSpec
from ivk_desktop.domain.sweeps import SeedMode
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.icons import icon
from ivk_desktop.ui.sweeps.dialog import SweepDialog
from ivk_desktop.ui.sweeps.sources import SweepSource, source_title, sources_of


class FieldMenu(QMenu):
    """Offers where a field's values come from, how it goes with others, and what a seed does."""

    def __init__(
        self, spec: FieldSpec, workflow: OpenWorkflow, context: FormContext, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("{field}: vary it").format(field=spec.title))
        self._spec, self._workflow, self._context = spec, workflow, context
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        sweeps, field_id = self._workflow.sweeps, self._spec.id
        heading = self.addAction(self.tr("Run with many values"))
        heading.setEnabled(False)
        for source in sources_of(self._spec):
            text = self.tr("{source}…").format(source=source_title(source))
            self._add(text, partial(self.ask, source))
        if sweeps.sweep(field_id) is not None:
            self._add_joins()
            self.addSeparator()
            self._add(self.tr("Remove the sweep"), partial(sweeps.remove, field_id), "x")
        elif self._spec.is_seed:
            self._add_seeds()

    def _add(self, text: str, do: Callable[[], object], icon_name: str = "") -> QAction:
        action = self.addAction(icon(icon_name), text) if icon_name else self.addAction(text)
        action.triggered.connect(do)
        return action

    def _add_joins(self) -> None:
        sweeps, field_id = self._workflow.sweeps, self._spec.id
        own, others = sweeps.sweep(field_id), sweeps.others(field_id)
        form = self._workflow.form
        if own is None or not others or form is None:
            return
        self.addSeparator()
        partners = sweeps.partners(field_id)
        group = QActionGroup(self)
        every = self._add(self.tr("Every combination"), partial(sweeps.set_sweep, own))
        self._mark(every, group, checked=not partners)
        for other in others:
            title = form.spec.fields[other.field_id].title
            text = self.tr("In step with {field}").format(field=title)
            action = self._add(text, partial(sweeps.set_sweep, own, other.field_id))
            self._mark(action, group, checked=other.field_id in partners)

    def _add_seeds(self) -> None:
        sweeps, field_id = self._workflow.sweeps, self._spec.id
        self.addSeparator()
        group = QActionGroup(self)
        texts = {
            SeedMode.FIXED: self.tr("The same seed every run"),
            SeedMode.RANDOM: self.tr("Another random seed each run"),
            SeedMode.INCREMENT: self.tr("The next seed each run"),
        }
        for mode, text in texts.items():
            action = self._add(text, partial(sweeps.set_seed_mode, field_id, mode))
            self._mark(action, group, checked=mode is sweeps.seed_mode(field_id))

    def _mark(self, action: QAction, group: QActionGroup, *, checked: bool) -> None:
        action.setCheckable(True)
        action.setChecked(checked)
        group.addAction(action)

    def ask(self, source: SweepSource | None = None) -> SweepDialog:
        """Open the dialog that makes the values; without a source on the page used last."""
        parent = self.parentWidget()
        assert parent is not None
        dialog = SweepDialog(self._spec, self._workflow, self._context, source, parent)
        dialog.open()
        return dialog
