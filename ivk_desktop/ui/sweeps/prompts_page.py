"""The page of the sweep dialog that unfolds dynamic prompts."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ivk_desktop.domain.form import FieldSpec
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.form.context import FormContext
from ivk_desktop.ui.sweeps.pages import Page, Settings
from ivk_desktop.ui.tokens import Space

MOST_PROMPTS: Final = 10_000
_COMBINATORIAL: Final = "string_generator_dynamic_prompts_combinatorial"
_RANDOM: Final = "string_generator_dynamic_prompts_random"


class PromptsPage(Page):
    """A prompt with ``{this|that}`` in it, unfolded by the server."""

    def __init__(self, spec: FieldSpec, context: FormContext, parent: QWidget) -> None:
        super().__init__(spec, context, parent)
        self.area = QPlainTextEdit(self)
        self.area.setTabChangesFocus(True)
        self.area.setPlaceholderText(self.tr("a {red|blue} bird in {spring|autumn}"))
        self.area.setAccessibleName(self.tr("Prompt"))
        self.mode = QuietCombo(self)
        self.mode.setAccessibleName(self.tr("How prompts are chosen"))
        self.mode.addItem(self.tr("Every combination"), _COMBINATORIAL)
        self.mode.addItem(self.tr("Random prompts"), _RANDOM)
        self.most = QLineEdit("20", self)
        self.most.setAccessibleName(self.tr("At most"))
        self.most.setToolTip(self.tr("At most so many prompts, 1 to 10,000"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.area, 1)
        rows = QFormLayout()
        rows.setVerticalSpacing(Space.S)
        rows.addRow(self.tr("Which"), self.mode)
        rows.addRow(self.tr("At most"), self.most)
        layout.addLayout(rows)
        self.setFocusProxy(self.area)
        self.area.textChanged.connect(self.edited)
        self.mode.activated.connect(self._entered)
        self.most.textEdited.connect(self._entered)
        context.generated_changed.connect(self._entered)

    def _entered(self) -> None:
        self.edited.emit()

    def _asked(self) -> dict[str, Any] | None:
        """The generator to resolve; ``None`` without a prompt."""
        prompt, most = self.area.toPlainText(), self.most.text().strip()
        if not (most.isascii() and most.isdigit() and 1 <= int(most[:9]) <= MOST_PROMPTS):
            raise DomainError(Problem("not_a_number", {"text": most[:40]}))
        kind = self.mode.currentData()
        name = "count" if kind == _RANDOM else "maxPrompts"
        return {"type": kind, "input": prompt, name: int(most)} if prompt.strip() else None

    def values(self) -> tuple[Any, ...]:
        asked = self._asked()
        if asked is not None and not self.context.generates:
            raise DomainError(Problem("generator_unusable"))
        found = self.context.generated(asked, self) if asked is not None else None
        if found is None:
            return ()
        if found.problem is not None:
            raise DomainError(found.problem)
        return found.items

    def status(self) -> str:
        try:
            asked = self._asked()
        except DomainError:
            return ""
        waits = asked is not None and self.context.generates
        waits = waits and self.context.generated(asked or {}, self) is None
        return self.tr("Asking the server…") if waits else ""

    def settings(self) -> dict[str, Any]:
        return {
            "prompt": self.area.toPlainText(),
            "mode": self.mode.currentData(),
            "most": self.most.text(),
        }

    def restore(self, settings: Settings) -> None:
        place = self.mode.findData(settings.get("mode"))
        self.mode.setCurrentIndex(max(place, 0))
        self.most.setText(str(settings.get("most", "20")))
        self.area.setPlainText(str(settings.get("prompt", "")))
