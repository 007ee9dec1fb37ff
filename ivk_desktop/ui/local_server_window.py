"""The window of the server on this computer: where it is, how it fares, what it logs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.local_server import LocalKind, LocalState
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.local_server import LOG_LINES
from ivk_desktop.ui import texts, theme
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconLabel, ThinProgressBar

WIDTH_PX, HEIGHT_PX = 720, 520
ICONS = {
    LocalState.STOPPED: ("power", "text2"),
    LocalState.STARTING: ("loader-circle", "text2"),
    LocalState.READY: ("circle-check", "completed"),
    LocalState.STOPPING: ("loader-circle", "text2"),
    LocalState.FAILED: ("circle-x", "failed"),
}


class LocalServerWindow(QWidget):
    """Shows what it is told; what is asked for leaves by signals."""

    start_requested = Signal(str, str)
    """The program, and the root folder or an empty text."""
    stop_requested = Signal()
    connect_requested = Signal()

    def __init__(self, kind: LocalKind, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._kind = kind
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "window")
        self.setWindowTitle(self.tr("Server on this computer"))
        self.program = QLineEdit(placeholderText=self._program_text())
        self.root = QLineEdit(placeholderText=self.tr("As the program chooses"))
        self.program.setAccessibleName(self.tr("Program"))
        self.root.setAccessibleName(self.tr("Root folder"))
        self._choose_program = QPushButton(self.tr("Browse…"))
        self._choose_root = QPushButton(self.tr("Browse…"))
        self._icon = IconLabel()
        self._state = QLabel(wordWrap=True)
        self._busy = ThinProgressBar()
        self._busy.set_fraction(None)
        self.log = QPlainTextEdit(readOnly=True)
        self.log.setMaximumBlockCount(LOG_LINES)
        self.log.setAccessibleName(self.tr("Log of the server"))
        self.start = QPushButton(self.tr("Start"))
        self.stop = QPushButton(self.tr("Stop"))
        self.connect_ = QPushButton(self.tr("Connect"))
        self._build()
        self._wire()
        self.show_state(LocalState.STOPPED)
        self.resize(theme.px(WIDTH_PX), theme.px(HEIGHT_PX))

    def show_state(self, state: LocalState, url: str = "", problem: Problem | None = None) -> None:
        """Show how the server fares."""
        words = {
            LocalState.STOPPED: self.tr("It does not run."),
            LocalState.STARTING: self.tr("Starting: that may take a minute."),
            LocalState.READY: self.tr("Ready at {url}.").format(url=url),
            LocalState.STOPPING: self.tr("Stopping…"),
            LocalState.FAILED: self.tr("It has ended."),
        }
        text = words[state] if problem is None else texts.problem_text(problem)
        self._state.setText(text)
        self._icon.set_icon(*ICONS[state])
        theme.restyle(self._state, tone="failed" if problem is not None else "text")
        running = state in (LocalState.STARTING, LocalState.READY, LocalState.STOPPING)
        self._busy.setVisible(state in (LocalState.STARTING, LocalState.STOPPING))
        self.start.setEnabled(not running)
        self.stop.setEnabled(state in (LocalState.STARTING, LocalState.READY))
        self.connect_.setVisible(state is LocalState.READY)
        for field in (self.program, self.root, self._choose_program, self._choose_root):
            field.setEnabled(not running)

    def refuse(self, problem: Problem) -> None:
        """Say why it was not started."""
        self.show_state(LocalState.STOPPED, problem=problem)
        self._icon.set_icon("circle-x", "failed")

    def show_log(self, lines: Iterable[str]) -> None:
        """Show the log from its beginning."""
        self.log.setPlainText("\n".join(lines))

    def add_line(self, line: str) -> None:
        """Show one line more; the view follows unless somebody reads further up."""
        self.log.appendPlainText(line)

    def _start(self) -> None:
        self.start_requested.emit(self.program.text().strip(), self.root.text().strip())

    def _program_text(self) -> str:
        return self.tr("The program {program}").format(program=self._kind.program)

    def _browse_program(self) -> None:
        dialog = QFileDialog(self, self._program_text())
        dialog.fileSelected.connect(self.program.setText)
        dialog.open()

    def _browse_root(self) -> None:
        dialog = QFileDialog(self, self.tr("The server's root folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.root.setText)
        dialog.open()

    def _wire(self) -> None:
        self._choose_program.clicked.connect(self._browse_program)
        self._choose_root.clicked.connect(self._browse_root)
        self.start.clicked.connect(self._start)
        self.stop.clicked.connect(self.stop_requested)
        self.connect_.clicked.connect(self.connect_requested)

    def _build(self) -> None:
        self.log.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.start.setProperty("variant", "primary")
        text = self.tr(
            "Starts an {product} that is installed here, and ends it with this app. One that was"
            " started elsewhere is left alone."
        )
        note = QLabel(text.format(product=self._kind.product), wordWrap=True)
        note.setProperty("tone", "text2")
        fields = QFormLayout()
        fields.setVerticalSpacing(Space.S)
        fields.addRow(self.tr("&Program"), _beside(self.program, self._choose_program))
        fields.addRow(self.tr("&Root folder"), _beside(self.root, self._choose_root))
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self._icon)
        line.addWidget(self._state, 1)
        for button in (self.connect_, self.stop, self.start):
            line.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addWidget(note)
        rows.addLayout(fields)
        rows.addLayout(line)
        rows.addWidget(self._busy)
        rows.addWidget(self.log, 1)


def _beside(field: QWidget, button: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field, 1)
    row.addWidget(button)
    return whole
