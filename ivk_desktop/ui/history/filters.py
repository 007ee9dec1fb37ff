"""What narrows the history down: text, server, workflow, time, and the status chips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QDate, QDateTime, QTime, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QDateEdit, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ivk_desktop.domain.history import HistoryQuery
from ivk_desktop.domain.jobs import BatchId, JobState
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.ui import theme
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import Chip, SearchField

SEARCH_DELAY_MS: Final = 120
ENDED: Final = frozenset({JobState.COMPLETED, JobState.FAILED, JobState.CANCELED})
OTHERS: Final = frozenset(JobState) - ENDED
DAYS: Final = {"today": 0, "week": 6, "month": 29}
"""How many days before today a span begins."""


class HistoryFilters(QWidget):
    """Two lines: search, server, workflow and time; below them the chips."""

    changed = Signal()
    """``query`` says something else now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.batch_id: BatchId | None = None
        self.search = SearchField(self.tr("Search workflows, prompts, values and errors"))
        self.server = QuietCombo()
        self.workflow = QuietCombo()
        self.span = QuietCombo()
        self.first, self.last = QDateEdit(), QDateEdit()
        self.batch = Chip(self.tr("One batch"), "layers", "text")
        self._chips: dict[frozenset[JobState], Chip] = {}
        self._group = QButtonGroup(self)
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._name()
        self._build()
        self._connect()

    # --- what is asked -------------------------------------------------------------------
    def query(self) -> HistoryQuery:
        """What is asked for now, newest first."""
        since, until = self._span()
        checked = next((states for states, chip in self._chips.items() if chip.isChecked()), None)
        return HistoryQuery(
            words=tuple(self.search.text().split()),
            states=checked or frozenset(),
            server_id=self.server.currentData(),
            title=self.workflow.currentData(),
            batch_id=self.batch_id,
            since=since,
            until=until,
        )

    def clear(self) -> None:
        """Ask for everything."""
        self.blockSignals(True)
        self.search.clear()
        for combo in (self.server, self.workflow, self.span):
            combo.setCurrentIndex(0)
        self._chips[frozenset()].setChecked(True)
        self.show_batch(None)
        self.blockSignals(False)
        self._tell()

    def show_batch(self, batch_id: BatchId | None) -> None:
        """Ask for one batch alone, or for all again."""
        self.batch_id = batch_id
        self.batch.setVisible(batch_id is not None)
        self.batch.setChecked(batch_id is not None)
        self._tell()

    # --- what there is -------------------------------------------------------------------
    def set_choices(
        self, servers: Sequence[tuple[ServerId, str]], titles: Sequence[tuple[str, int]]
    ) -> None:
        """Offer these servers and workflows; what is chosen stays."""
        any_server, any_workflow = self.tr("All servers"), self.tr("All workflows")
        _fill(self.server, [(any_server, None), *((name, one) for one, name in servers)])
        _fill(self.workflow, [(any_workflow, None), *((title, title) for title, _ in titles)])

    def show_counts(self, counts: Mapping[JobState, int]) -> None:
        """Show how many items each chip would show."""
        for states, chip in self._chips.items():
            number = sum(counts.get(one, 0) for one in states or JobState)
            chip.set_count(count_text(number))

    # --- inside --------------------------------------------------------------------------
    def _span(self) -> tuple[float | None, float | None]:
        chosen = self.span.currentData()
        if chosen in DAYS:
            midnight = datetime.now().replace(hour=0, minute=0, second=0, microsecond=0)
            return (midnight - timedelta(days=DAYS[chosen])).timestamp(), None
        if chosen is None:
            return None, None
        first, last = sorted((self.first.date(), self.last.date()), key=QDate.toJulianDay)
        return _midnight(first), _midnight(last.addDays(1))

    def _span_chosen(self) -> None:
        own = self.span.currentData() == "own"
        for edit in (self.first, self.last):
            edit.setVisible(own)
        self._dash.setVisible(own)
        self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        self.changed.emit()

    def _batch_toggled(self, shown: bool) -> None:
        if not shown and self.batch_id is not None:
            self.show_batch(None)

    def _name(self) -> None:
        self.server.setAccessibleName(self.tr("Server"))
        self.workflow.setAccessibleName(self.tr("Workflow"))
        self.span.setAccessibleName(self.tr("Time"))
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self.batch.setToolTip(self.tr("Only the items of one batch are shown"))
        spans = {
            None: self.tr("Any time"),
            "today": self.tr("Today"),
            "week": self.tr("Last 7 days"),
            "month": self.tr("Last 30 days"),
            "own": self.tr("From … to …"),
        }
        _fill(self.span, [(name, key) for key, name in spans.items()])
        self.set_choices([], [])
        for edit in (self.first, self.last):
            edit.setCalendarPopup(True)
        today = QDate.currentDate()
        self.first.setDate(today.addDays(-6))
        self.last.setDate(today)

    def _build(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        self.search.setMinimumWidth(theme.px(180))
        self._dash = QLabel("…")
        top.addWidget(self.search, 3)
        for combo, width in ((self.server, 130), (self.workflow, 170), (self.span, 120)):
            combo.setFixedWidth(theme.px(width))
            top.addWidget(combo)
        for widget in (self.first, self._dash, self.last):
            widget.hide()
            below.addWidget(widget)
        self._add_chips(below)
        below.addStretch(1)
        below.addWidget(self.batch)
        self.batch.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        rows.setSpacing(Space.S)
        for line in (top, below):
            line.setSpacing(Space.S)
            rows.addLayout(line)

    def _add_chips(self, line: QHBoxLayout) -> None:
        kinds: tuple[tuple[frozenset[JobState], str, str | None, str], ...] = (
            (frozenset(), self.tr("All"), None, "text"),
            (frozenset({JobState.COMPLETED}), self.tr("Completed"), "circle-check", "completed"),
            (frozenset({JobState.FAILED}), self.tr("Failed"), "circle-x", "failed"),
            (frozenset({JobState.CANCELED}), self.tr("Canceled"), "ban", "canceled"),
            (OTHERS, self.tr("Not ended"), "clock", "pending"),
        )
        for states, word, icon, token in kinds:
            chip = self._chips[states] = Chip(word, icon, token)
            self._group.addButton(chip)
            line.addWidget(chip)
        self._chips[frozenset()].setChecked(True)
        self._chips[OTHERS].setToolTip(
            self.tr("Pending, running, waiting, or gone from the queue unseen")
        )

    def _connect(self) -> None:
        self.search.textChanged.connect(self._timer.start)
        self.search.returnPressed.connect(self._tell)
        self._timer.timeout.connect(self._tell)
        self.server.currentIndexChanged.connect(self._tell)
        self.workflow.currentIndexChanged.connect(self._tell)
        self.span.currentIndexChanged.connect(self._span_chosen)
        self.first.dateChanged.connect(self._tell)
        self.last.dateChanged.connect(self._tell)
        self._group.buttonClicked.connect(self._tell)
        self.batch.toggled.connect(self._batch_toggled)


def _fill(combo: QuietCombo, entries: Sequence[tuple[str, object]]) -> None:
    """Offer other entries; the chosen one stays chosen, also where it is not among them."""
    chosen, text = combo.currentData(), combo.currentText()
    combo.blockSignals(True)
    combo.clear()
    if chosen is not None and all(key != chosen for _, key in entries):
        entries = [*entries, (text, chosen)]
    for name, key in entries:
        combo.addItem(name, key)
        if key == chosen:
            combo.setCurrentIndex(combo.count() - 1)
    combo.blockSignals(False)


def _midnight(day: QDate) -> float:
    return QDateTime(day, QTime(0, 0)).toMSecsSinceEpoch() / 1000
