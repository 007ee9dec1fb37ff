"""Where is the server: address, name, a test that says what is there, connect."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.address import normalized_url, place_of
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.servers import ServerFacts
from ivk_desktop.ui import texts, theme
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconLabel, ThinProgressBar

DEFAULT_URL = "http://127.0.0.1:9090"
WIDTH_PX = 460


class ServerDialog(QDialog):
    """Asks for a server's address; modeless, to be opened with ``open`` or ``show``.

    The dialog tests nothing itself: who owns it answers ``test_requested`` with ``show_found`` or
    ``show_problem``. An answer for another address than the one that stands there is ignored.
    """

    test_requested = Signal(str)
    """A normalised address that is to be tested."""
    connect_requested = Signal(str, str)
    """The name and the normalised address of the server to connect to."""
    demo_requested = Signal()
    """The built-in demo server is wanted instead."""

    def __init__(
        self, url: str = DEFAULT_URL, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._testing = ""
        self.setWindowTitle(self.tr("Connect to a server"))
        self.setMinimumWidth(theme.px(WIDTH_PX))
        self._address = QLineEdit(url)
        self._name = QLineEdit(name)
        self._icon = IconLabel()
        self._verdict = QLabel(wordWrap=True)
        self._verdict.setTextFormat(Qt.TextFormat.PlainText)
        self._verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._busy = ThinProgressBar()
        self._busy.set_fraction(None)
        self._demo = QPushButton(self.tr("Try the demo"))
        self._test = QPushButton(self.tr("Test"))
        self._connect_button = QPushButton(self.tr("Connect"))
        self._connect_button.setProperty("variant", "primary")
        self._connect_button.setDefault(True)
        self._build()
        self._wire()
        self._retype()

    def show_found(self, url: str, facts: ServerFacts, more: str = "") -> None:
        """Say what was found at an address; ``more`` is said after it, for example counts."""
        if url == self._testing:
            product = f"{facts.product} {facts.version}".strip()
            found = self.tr("{product} answers.").format(product=product)
            self._say("circle-check", "completed", f"{found} {more}".strip())

    def show_problem(self, url: str, problem: Problem) -> None:
        """Say in one sentence why an address cannot be used."""
        if url == self._testing:
            self._say("circle-x", "failed", texts.problem_text(problem))

    def refuse(self, problem: Problem) -> None:
        """Say in one sentence what is wrong with the address that stands there."""
        self._say("circle-x", "failed", texts.problem_text(problem))
        theme.restyle(self._address, invalid="true")

    def verdict(self) -> str:
        """The sentence that stands under the address."""
        return self._verdict.text()

    def _url(self) -> str | None:
        try:
            return normalized_url(self._address.text())
        except DomainError as error:
            self.refuse(error.problem)
            self._address.setFocus()
            return None

    def _begin_test(self) -> None:
        if (url := self._url()) is not None:
            self._say("", "text2", self.tr("Asking {url}…").format(url=url))
            self._testing = url
            self._busy.show()
            self._test.setEnabled(False)
            self.test_requested.emit(url)

    def _begin_connect(self) -> None:
        if (url := self._url()) is not None:
            self.connect_requested.emit(self._name.text().strip() or place_of(url), url)

    def _retype(self) -> None:
        self._say("", "text2", "")
        theme.restyle(self._address, invalid="false")
        try:
            self._name.setPlaceholderText(place_of(normalized_url(self._address.text())))
        except DomainError:
            self._name.setPlaceholderText("")

    def _say(self, icon: str, token: str, text: str) -> None:
        self._testing = ""
        self._busy.hide()
        self._test.setEnabled(True)
        self._icon.set_icon(icon, token)
        self._icon.setVisible(bool(icon))
        theme.restyle(self._verdict, tone="failed" if token == "failed" else "text2")
        self._verdict.setText(text)

    def _wire(self) -> None:
        self._address.textChanged.connect(self._retype)
        self._test.clicked.connect(self._begin_test)
        self._connect_button.clicked.connect(self._begin_connect)
        self._demo.clicked.connect(self.demo_requested)

    def _build(self) -> None:
        fields = QFormLayout()
        fields.setVerticalSpacing(Space.S)
        fields.addRow(self.tr("&Address"), self._address)
        fields.addRow(self.tr("&Name"), self._name)
        line = QHBoxLayout()
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._verdict, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._demo)
        buttons.addStretch()
        buttons.addWidget(self._test)
        buttons.addWidget(self._connect_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addLayout(fields)
        rows.addLayout(line)
        rows.addWidget(self._busy)
        rows.addStretch()
        rows.addLayout(buttons)
        self._verdict.setMinimumHeight(theme.px(36))
