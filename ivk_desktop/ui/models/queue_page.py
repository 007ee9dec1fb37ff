"""The install queue: pause, resume, cancel, retry, and tidy up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ivk_desktop.domain.installs import Install, InstallState
from ivk_desktop.stores.installs import Installs
from ivk_desktop.ui.models import questions, texts
from ivk_desktop.ui.models.queue_table import QueueTable
from ivk_desktop.ui.panel import Panel
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space

TICK_MS = 1000
PAUSABLE = (InstallState.WAITING, InstallState.DOWNLOADING)
AGAIN = (InstallState.FAILED, InstallState.CANCELED)


class QueuePage(QWidget):
    """Shows one server's queue; asks the server while it is shown."""

    install_requested = Signal()
    model_requested = Signal(object)
    """The ``ModelKey`` that an installation has become."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._installs: Installs | None = None
        self._watching: Installs | None = None
        self.table = QueueTable()
        self.panel = Panel(self.table)
        self.summary = QLabel()
        self.summary.setProperty("tone", "text2")
        self.pause = QPushButton(self.tr("Pause"))
        self.resume = QPushButton(self.tr("Resume"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.retry = QPushButton(self.tr("Retry"))
        self.token = QPushButton(self.tr("Retry with a token…"))
        self.show_model = QPushButton(self.tr("Show model"))
        self.prune = QPushButton(self.tr("Remove ended"))
        self._tick = QTimer(self, interval=TICK_MS)
        self._build()
        self._connect()

    def set_installs(self, installs: Installs | None) -> None:
        """Show the queue of one server; ``None`` where there is none."""
        if self._installs is not None:
            self._installs.changed.disconnect(self.refresh)
            self._installs.progressed.disconnect(self.refresh)
        self._installs = installs
        if installs is not None:
            installs.changed.connect(self.refresh)
            installs.progressed.connect(self.refresh)
        self._watch(self.isVisible())
        self.refresh()

    def refresh(self) -> None:
        """Show the queue as it is now."""
        installs = self._installs
        if installs is None:
            self.table.show_rows([])
            self.panel.show_empty(self.tr("No server is connected."))
            return
        rows = installs.rows
        self.table.show_rows(rows)
        problem = installs.problem
        if problem is not None and problem.code == "forbidden":
            words = self.tr("Only administrators of this server see what is being installed.")
            self.panel.show_no_permission(words)
        elif problem is not None and not rows:
            self.panel.show_error(problem, retry=installs.read)
        elif not installs.is_read:
            self.panel.show_loading()
        elif rows:
            self.panel.show_content()
        else:
            self.panel.show_empty(
                self.tr("Nothing is being installed."),
                self.tr("Install a model…"),
                self.install_requested.emit,
                "download",
            )
        self._show_summary()
        self._selection_changed()

    def _show_summary(self) -> None:
        assert self._installs is not None
        rows = self._installs.rows
        failed = sum(row.install.state is InstallState.FAILED for row in rows)
        words = [self.tr("{count} open").format(count=count_text(self._installs.open_count))]
        if failed:
            words.append(self.tr("{count} failed").format(count=count_text(failed)))
        speed = sum(row.speed or 0.0 for row in rows)
        if speed:
            words.append(self.tr("{size}/s").format(size=texts.size_text(round(speed))))
        self.summary.setText("  ·  ".join(words) if rows else "")

    def _selection_changed(self) -> None:
        chosen = self.table.installs()
        every = [row.install for row in self._installs.rows] if self._installs is not None else []
        self.pause.setEnabled(any(self._can_pause(one) for one in chosen))
        self.resume.setEnabled(any(one.state is InstallState.PAUSED for one in chosen))
        self.cancel.setEnabled(any(not one.state.ended for one in chosen))
        self.retry.setEnabled(any(one.state in AGAIN for one in chosen))
        self.token.setVisible(any(one.needs_token for one in chosen))
        made = [one for one in chosen if one.model is not None]
        self.show_model.setVisible(bool(made))
        self.prune.setEnabled(any(one.state.ended for one in every))

    @staticmethod
    def _can_pause(install: Install) -> bool:
        return install.is_remote and install.state in PAUSABLE

    def _each(self, fits: Callable[[Install], bool], act: Callable[[Install], None]) -> None:
        for install in self.table.installs():
            if fits(install):
                act(install)

    # --- what a person does --------------------------------------------------------------
    def _pause(self) -> None:
        if self._installs is not None:
            self._each(self._can_pause, self._installs.pause)

    def _resume(self) -> None:
        if self._installs is not None:
            self._each(lambda one: one.state is InstallState.PAUSED, self._installs.resume)

    def _cancel(self) -> None:
        if self._installs is not None:
            self._each(lambda one: not one.state.ended, self._installs.cancel)

    def _retry(self) -> None:
        if self._installs is not None:
            self._each(lambda one: one.state in AGAIN, self._installs.retry)

    def _retry_with_token(self) -> None:
        installs = self._installs
        wanting = [one for one in self.table.installs() if one.needs_token]
        if installs is not None and wanting:
            install = wanting[0]
            questions.ask_token(self, install.source, lambda text: installs.retry(install, text))

    def _prune(self) -> None:
        if self._installs is not None:
            self._installs.prune()

    def _show_model(self) -> None:
        made = [one.model for one in self.table.installs() if one.model is not None]
        if made:
            self.model_requested.emit(made[0])

    # --- looking -------------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch(False)

    def _watch(self, watching: bool) -> None:
        wanted = self._installs if watching else None
        if wanted is self._watching:
            return
        if self._watching is not None:
            self._watching.watch(False)
        self._watching = wanted
        if wanted is not None:
            wanted.watch(True)
            self._tick.start()
        else:
            self._tick.stop()

    def _count_down(self) -> None:
        if self._installs is not None and self._installs.open_count:
            self.refresh()

    # --- construction --------------------------------------------------------------------
    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.M, Space.S, Space.M, Space.M)
        foot.setSpacing(Space.S)
        foot.addWidget(self.prune)
        foot.addWidget(self.summary)
        foot.addStretch(1)
        buttons = (self.show_model, self.token, self.retry, self.cancel, self.resume, self.pause)
        for button in buttons:
            foot.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, Space.S, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.panel, 1)
        rows.addLayout(foot)

    def _connect(self) -> None:
        self.pause.clicked.connect(self._pause)
        self.resume.clicked.connect(self._resume)
        self.cancel.clicked.connect(self._cancel)
        self.retry.clicked.connect(self._retry)
        self.token.clicked.connect(self._retry_with_token)
        self.prune.clicked.connect(self._prune)
        self.show_model.clicked.connect(self._show_model)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self._tick.timeout.connect(self._count_down)
