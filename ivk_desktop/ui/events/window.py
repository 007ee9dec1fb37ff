"""The window of the event log: looks at what a server sends, records it, plays a recording."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.event_log import EventFilter, EventLog
from ivk_desktop.stores.event_recorder import EventRecorder
from ivk_desktop.ui import icons, texts, theme
from ivk_desktop.ui.events.table import EventTable
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.json_tree import JsonTree
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import SearchField

SUFFIX = "jsonl"


class EventWindow(QWidget):
    """Listens while it is open. Recording goes on until it is stopped or the window closed."""

    replay_requested = Signal(object)
    """The ``Path`` of a recording to be played."""

    def __init__(
        self, log: EventLog, recorder: EventRecorder, server: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "window")
        self.setWindowTitle(self.tr("Event log of {server}").format(server=server))
        self.log, self.recorder = log, recorder
        log.setParent(self)
        recorder.setParent(self)
        self.names = QuietCombo()
        self.item = SearchField(self.tr("Item"))
        self.text = SearchField(self.tr("Text in the data"))
        self.pause = QPushButton(self.tr("Pause"))
        self.clear = QPushButton(self.tr("Clear"))
        self.table = EventTable()
        self.tree = JsonTree(self)
        self.pictures = QCheckBox(self.tr("With pictures"))
        self.prompts = QCheckBox(self.tr("With prompts and inputs"))
        self.record = QPushButton()
        self.replay = QPushButton(self.tr("Play a recording…"))
        self._told = QLabel()
        self._build()
        self._connect()
        log.titles = self._titles()
        self.table.show_model(log)
        self._fill_names()
        self._show_recording()
        self.resize(theme.px(940), theme.px(640))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop listening, and end the recording."""
        self.recorder.stop()
        self.log.close()
        super().closeEvent(event)

    # --- what is done --------------------------------------------------------------------
    def _filter(self) -> None:
        name = str(self.names.currentData() or "")
        wanted = EventFilter(name, self.item.text().strip(), self.text.text().strip())
        self.log.set_filter(wanted)

    def _pause(self, paused: bool) -> None:
        self.log.set_paused(paused)
        self.pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        self.pause.setIcon(icons.icon("play" if paused else "pause"))

    def _show_row(self, number: int) -> None:
        row = self.log.row(number)
        self.tree.show_data(row.event.data if row and isinstance(row.event.data, dict) else {})

    def _fill_names(self) -> None:
        if self.names.count() == len(self.log.names) + 1:
            return
        chosen = self.names.currentData()
        with QSignalBlocker(self.names):
            self.names.clear()
            self.names.addItem(self.tr("All events"), "")
            for name in sorted(self.log.names):
                self.names.addItem(name, name)
            self.names.setCurrentIndex(max(0, self.names.findData(chosen)))

    def _toggle_recording(self) -> None:
        if self.recorder.path is not None:
            self.recorder.stop()
            return
        dialog = QFileDialog(self, self.tr("Record events"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(self._file_kinds())
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(f"events.{SUFFIX}")
        dialog.fileSelected.connect(self.start_recording)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def start_recording(self, file: str) -> None:
        """Record into a file what is kept already, and what comes."""
        self.recorder.start(Path(file), self.log.events())

    def _consent(self) -> None:
        self.recorder.pictures = self.pictures.isChecked()
        self.recorder.prompts = self.prompts.isChecked()

    def _show_recording(self) -> None:
        path = self.recorder.path
        self.record.setText(self.tr("Stop recording") if path else self.tr("Record to a file…"))
        self.record.setIcon(icons.icon("square" if path else "circle", "failed"))
        if path is not None:
            count = texts.count_text(self.recorder.count)
            words = self.tr("{count} events in {file}")
            self._told.setText(words.format(count=count, file=path.name))
        elif self.recorder.count:
            self._told.setText(self.tr("The recording is finished."))

    def _recording_failed(self, problem: Problem) -> None:
        self._told.setText(texts.problem_text(problem))

    def _choose_replay(self) -> None:
        dialog = QFileDialog(self, self.tr("Play a recording"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(self._file_kinds())
        dialog.fileSelected.connect(lambda file: self.replay_requested.emit(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _file_kinds(self) -> list[str]:
        return [self.tr("Recordings (*.jsonl)"), self.tr("All files (*)")]

    def _titles(self) -> tuple[str, ...]:
        words = (self.tr("Time"), self.tr("Event"), self.tr("Item"), self.tr("In short"))
        return (*words, self.tr("Data"))

    # --- construction --------------------------------------------------------------------
    def _connect(self) -> None:
        self.names.currentIndexChanged.connect(self._filter)
        self.item.textChanged.connect(self._filter)
        self.text.textChanged.connect(self._filter)
        self.pause.toggled.connect(self._pause)
        self.clear.clicked.connect(self.log.clear)
        self.log.rowsInserted.connect(self._fill_names)
        self.table.chosen.connect(self._show_row)
        self.pictures.toggled.connect(self._consent)
        self.prompts.toggled.connect(self._consent)
        self.record.clicked.connect(self._toggle_recording)
        self.replay.clicked.connect(self._choose_replay)
        self.recorder.changed.connect(self._show_recording)
        self.recorder.failed.connect(self._recording_failed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Cancel), self, self.close)

    def _build(self) -> None:
        self.names.setAccessibleName(self.tr("Event"))
        self.names.setMinimumWidth(theme.px(220))
        self.tree.setAccessibleName(self.tr("Data of the event"))
        self.pause.setCheckable(True)
        self.pause.setIcon(icons.icon("pause"))
        self.item.setMaximumWidth(theme.px(110))
        self._told.setProperty("tone", "text2")
        tip = self.tr("Without it, the file has neither; names and tokens are never in it")
        for box in (self.pictures, self.prompts):
            box.setToolTip(tip)
        top = QHBoxLayout()
        top.addWidget(self.names)
        top.addWidget(self.item)
        top.addWidget(self.text, 1)
        top.addWidget(self.pause)
        top.addWidget(self.clear)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.table)
        parts.addWidget(self.tree)
        parts.setSizes([theme.px(400), theme.px(180)])
        below = QHBoxLayout()
        below.setSpacing(Space.M)
        for widget in (self.record, self.pictures, self.prompts):
            below.addWidget(widget)
        below.addWidget(self._told, 1)
        below.addWidget(self.replay)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        rows.setSpacing(Space.S)
        rows.addLayout(top)
        rows.addWidget(parts, 1)
        rows.addLayout(below)
