"""Where is the server: address, name, a test that says what is there, connect."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.address import normalized_url, place_of
from ivk_desktop.domain.problems import DomainError, Problem
from ivk_desktop.domain.server_draft import ServerDraft
from ivk_desktop.domain.servers import ServerFacts
from ivk_desktop.ui import texts, theme
from ivk_desktop.ui.found_here import FoundHere
from ivk_desktop.ui.reach_form import ReachForm
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
    certificate_requested = Signal(str)
    """The certificate that the server at that address shows is to be looked at."""
    tested = Signal()
    """What was asked about an address has come to an end; ``verdict`` says how."""
    found_here = Signal()
    """A server of this computer is offered."""
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
        self._busy = ThinProgressBar()
        self._trust = QPushButton(self.tr("Look at its certificate…"))
        self._here = FoundHere()
        self._more = QToolButton()
        self._reach = ReachForm()
        self._demo = QPushButton(self.tr("Try the demo"))
        self._test = QPushButton(self.tr("Test"))
        self._connect_button = QPushButton(self.tr("Connect"))
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
            self._trust.setVisible(problem.code == "tls_failed")

    def show_reach(self, draft: ServerDraft, fingerprint: str = "") -> None:
        """Show how a known server is reached."""
        self._reach.show_draft(draft, fingerprint)
        self._more.setChecked(self._reach.is_used)

    def show_certificate(self, url: str, pem: str, fingerprint: str) -> None:
        """Offer to trust just this certificate of the server at ``url``."""
        if url != self._testing:
            return
        self._reach.trust_only(pem, fingerprint)
        self._more.setChecked(True)
        warning = self.tr(
            "Nobody vouches for this certificate. Compare its fingerprint with the one that the"
            " server itself tells: then it alone is trusted."
        )
        self._say("triangle-alert", "warning", warning)

    def show_found_here(self, url: str, facts: ServerFacts) -> None:
        """Say that a server runs on this computer, and offer its address."""
        text = self.tr("{product} {version} runs on this computer.")
        text = text.format(product=facts.product, version=facts.version)
        self._here.show_server(url, text)
        self._here.setVisible(True)
        self.found_here.emit()

    def draft(self, url: str) -> ServerDraft:
        """All that is entered, for the server at that normalised address."""
        return self._reach.draft(url)

    def refuse(self, problem: Problem) -> None:
        """Say in one sentence what is wrong with the address that stands there."""
        self._say("circle-x", "failed", texts.problem_text(problem))
        theme.restyle(self._address, invalid="true")

    def verdict(self) -> str:
        """The sentence that stands under the address."""
        return self._verdict.text()

    def _url(self) -> str | None:
        """The address, if all that is entered can be used."""
        try:
            url = normalized_url(self._address.text())
        except DomainError as error:
            self.refuse(error.problem)
            self._address.setFocus()
            return None
        try:
            self._reach.draft(url)
        except DomainError as error:
            self._more.setChecked(True)
            self._say("circle-x", "failed", texts.problem_text(error.problem))
            return None
        return url

    def _wait_for(self, url: str, text: str) -> None:
        self._say("", "text2", text)
        self._testing = url
        self._busy.show()
        self._test.setEnabled(False)

    def _ask_certificate(self) -> None:
        if (url := self._url()) is not None:
            self._wait_for(url, self.tr("Reading the certificate of {url}…").format(url=url))
            self.certificate_requested.emit(url)

    def _unfold(self, unfolded: bool) -> None:
        self._reach.setVisible(unfolded)
        self._more.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._fit_soon(shrink=True)

    def _fit_soon(self, *, shrink: bool = False) -> None:
        """Be as high as what is shown needs, once that is laid out."""
        QTimer.singleShot(0, self, partial(self._fit, shrink))

    def _fit(self, shrink: bool) -> None:
        layout = self.layout()
        assert layout is not None
        needed = layout.totalHeightForWidth(self.width())
        if needed > self.height() or (shrink and needed > 0):
            self.resize(self.width(), needed)

    def _begin_test(self) -> None:
        if (url := self._url()) is not None:
            self._wait_for(url, self.tr("Asking {url}…").format(url=url))
            self.test_requested.emit(url)

    def _begin_connect(self) -> None:
        if (url := self._url()) is not None:
            self.connect_requested.emit(self._name.text().strip() or place_of(url), url)

    def _changed(self) -> None:
        """What was found out was of something else."""
        self._say("", "text2", "")

    def _retype(self) -> None:
        self._changed()
        self._here.set_address(self._address.text())
        theme.restyle(self._address, invalid="false")
        try:
            self._name.setPlaceholderText(place_of(normalized_url(self._address.text())))
        except DomainError:
            self._name.setPlaceholderText("")

    def _say(self, icon: str, token: str, text: str) -> None:
        tested, self._testing = bool(self._testing), ""
        self._busy.hide()
        self._trust.hide()
        self._test.setEnabled(True)
        self._icon.set_icon(icon, token)
        self._icon.setVisible(bool(icon))
        theme.restyle(self._verdict, tone=token if token in ("failed", "warning") else "text2")
        self._verdict.setText(text)
        self._fit_soon()
        if tested:
            self.tested.emit()

    def _wire(self) -> None:
        self._address.textChanged.connect(self._retype)
        self._test.clicked.connect(self._begin_test)
        self._connect_button.clicked.connect(self._begin_connect)
        self._demo.clicked.connect(self.demo_requested)
        self._trust.clicked.connect(self._ask_certificate)
        self._more.toggled.connect(self._unfold)
        self._reach.changed.connect(self._changed)
        self._here.chosen.connect(self._address.setText)

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
        rows.addWidget(self._here)
        rows.addLayout(fields)
        rows.addWidget(self._more)
        rows.addWidget(self._reach)
        rows.addLayout(line)
        rows.addWidget(self._trust, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._busy)
        rows.addStretch()
        rows.addLayout(buttons)
        self._verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._verdict.setTextFormat(Qt.TextFormat.PlainText)
        self._verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._verdict.setMinimumHeight(theme.px(36))
        self._busy.set_fraction(None)
        self._connect_button.setProperty("variant", "primary")
        self._connect_button.setDefault(True)
        self._here.hide()
        self._more.setText(self.tr("More"))
        self._more.setCheckable(True)
        self._more.setAutoRaise(True)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._unfold(False)
        self._address.setFocus()  # else Qt gives it to the button, and what is typed is lost
        self._address.selectAll()
