"""What an item is, in two lines: state, workflow, id, times, place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ivk_desktop.domain import format as fmt
from ivk_desktop.domain.jobs import Job
from ivk_desktop.ui import job_texts, reading
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ElidedLabel, IconButton, IconLabel


def _tr(text: str) -> str:
    return QCoreApplication.translate("details", text)


class DetailsHeader(QFrame):
    """Says which item is shown; what is asked for leaves by signals."""

    report_requested = Signal()
    window_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel()
        self._title = ElidedLabel()
        self._facts = ElidedLabel()
        self.report = IconButton("copy", self.tr("Copy as bug report"))
        self.window_button = IconButton(
            "external-link", self.tr("Details in a window of their own")
        )
        self.report.clicked.connect(self.report_requested)
        self.window_button.clicked.connect(self.window_requested)
        self._build()

    def show_job(self, job: Job, elapsed_s: float | None, server_name: str) -> None:
        """Show an item as it is now."""
        token = job_texts.STATE_TOKENS.get(job.state, "pending")
        self._icon.set_icon(job_texts.STATE_ICONS[job.state], token)
        self._title.setText(job.title or self.tr("Item {id}").format(id=job.key.job_id))
        words = [
            job_texts.state_word(job.state),
            self.tr("item {id}").format(id=job.key.job_id),
            *_times(job, elapsed_s),
            job_texts.place_text(server_name, job.device),
        ]
        facts = ", ".join(word for word in words if word)
        if facts != self._facts.whole_text():
            self._facts.setText(facts)

    def texts(self) -> tuple[str, str]:
        """Both lines."""
        return self._title.whole_text(), self._facts.whole_text()

    def set_able(self, able: bool) -> None:
        """Whether there is a record that can be reported."""
        self.report.setEnabled(able)

    def _build(self) -> None:
        self._title.setProperty("role", "strong")
        self._facts.setProperty("role", "caption")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.S, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.report)
        row.addWidget(self.window_button)


def _times(job: Job, elapsed_s: float | None) -> list[str]:
    style = reading.style()
    if elapsed_s is not None:
        return [_tr("{time} so far").format(time=fmt.duration(elapsed_s, style))]
    if job.ended_at is None or job.started_at is None:
        return []
    took = fmt.run_time(max(0.0, job.ended_at - job.started_at), style)
    return [_tr("took {time}").format(time=took), reading.clock(job.ended_at)]
