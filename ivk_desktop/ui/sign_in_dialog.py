"""Signing in to a server, and making its first administrator."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui import texts, theme
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconLabel, ThinProgressBar

WIDTH_PX = 420
LONGEST = 1000
"""The most characters of a field: what is longer was pasted by mistake."""


class SignInDialog(QDialog):
    """Asks for e-mail address and password; with ``set_up`` for a new administrator's.

    Modeless; it sends nothing itself: who owns it answers with ``refuse`` or closes it.
    """

    sign_in_requested = Signal(str, str, bool)
    """E-mail address, password, and whether to remember."""
    set_up_requested = Signal(str, str, str)
    """E-mail address, name, password."""

    def __init__(
        self, server: str, url: str, *, set_up: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._set_up = set_up
        self._server = server
        self.setWindowTitle(self._title())
        self.setMinimumWidth(theme.px(WIDTH_PX))
        self._intro = QLabel(self._intro_text(url), wordWrap=True)
        self._intro.setTextFormat(Qt.TextFormat.PlainText)
        self._email = QLineEdit(maxLength=LONGEST)
        self._name = QLineEdit(maxLength=LONGEST)
        self._password = self._password_field()
        self._again = self._password_field()
        self._remember = QCheckBox(self.tr("&Stay signed in for 7 days"))
        self._remember.setToolTip(self.tr("Otherwise for a day, and until you quit"))
        self._icon = IconLabel("circle-x", "failed")
        self._verdict = QLabel(wordWrap=True)
        self._verdict.setTextFormat(Qt.TextFormat.PlainText)
        self._verdict.setProperty("tone", "failed")
        self._busy = ThinProgressBar()
        self._busy.set_fraction(None)
        self._cancel = QPushButton(self.tr("Not now"))
        self._go = QPushButton(self.tr("Create and sign in") if set_up else self.tr("Sign in"))
        self._build()
        self._wire()
        self._say("")

    @property
    def is_set_up(self) -> bool:
        """Whether it asks for a new administrator."""
        return self._set_up

    def set_email(self, email: str) -> None:
        """Begin with an address that was used before."""
        self._email.setText(email)
        (self._password if email else self._email).setFocus()

    def refuse(self, problem: Problem) -> None:
        """Say why it did not work; what was typed stays."""
        self._say(texts.problem_text(problem))
        self._password.setFocus()
        self._password.selectAll()

    def verdict(self) -> str:
        """The sentence that stands under the fields."""
        return self._verdict.text()

    def _title(self) -> str:
        text = self.tr("Set up {server}") if self._set_up else self.tr("Sign in to {server}")
        return text.format(server=self._server)

    def _intro_text(self, url: str) -> str:
        if self._set_up:
            text = self.tr("{url} is new. Make its first account: an administrator's.")
        else:
            text = self.tr("{url} wants to know who you are.")
        return text.format(url=url)

    def _password_field(self) -> QLineEdit:
        return QLineEdit(maxLength=LONGEST, echoMode=QLineEdit.EchoMode.Password)

    def _begin(self) -> None:
        email, password = self._email.text().strip(), self._password.text()
        if not email or not password:
            self._say(self.tr("Enter an e-mail address and a password."))
        elif self._set_up and password != self._again.text():
            self._say(self.tr("The two passwords differ."))
        elif self._set_up:
            self._wait()
            self.set_up_requested.emit(email, self._name.text().strip(), password)
        else:
            self._wait()
            self.sign_in_requested.emit(email, password, self._remember.isChecked())

    def _wait(self) -> None:
        self._say("")
        self._busy.show()
        self._go.setEnabled(False)

    def _say(self, text: str) -> None:
        self._busy.hide()
        self._go.setEnabled(True)
        self._icon.setVisible(bool(text))
        self._verdict.setText(text)

    def _wire(self) -> None:
        self._go.clicked.connect(self._begin)
        self._cancel.clicked.connect(self.reject)

    def _build(self) -> None:
        self._go.setProperty("variant", "primary")
        self._go.setDefault(True)
        fields = QFormLayout()
        fields.setVerticalSpacing(Space.S)
        fields.addRow(self.tr("&E-mail"), self._email)
        if self._set_up:
            fields.addRow(self.tr("&Name"), self._name)
        fields.addRow(self.tr("&Password"), self._password)
        if self._set_up:
            fields.addRow(self.tr("&Repeat"), self._again)
        else:
            fields.addRow("", self._remember)
        line = QHBoxLayout()
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._verdict, 1)
        self._verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._verdict.setMinimumHeight(theme.px(36))
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._go)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addWidget(self._intro)
        rows.addLayout(fields)
        rows.addLayout(line)
        rows.addWidget(self._busy)
        rows.addStretch()
        rows.addLayout(buttons)
