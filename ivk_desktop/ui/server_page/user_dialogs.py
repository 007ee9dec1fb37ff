"""Adding a user, and giving one a new password."""

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

from ivk_desktop.domain.administration import NewUser, ServerUser, UserChange
from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui import theme
from ivk_desktop.ui.server_page.texts import tr
from ivk_desktop.ui.texts import problem_text
from ivk_desktop.ui.tokens import Space


class UserDialog(QDialog):
    """Fields, a line for what the server refuses, and two buttons; stays until it is done."""

    def __init__(self, title: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.fields = QFormLayout()
        self.fields.setVerticalSpacing(Space.S)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.again = QLineEdit()
        self.again.setEchoMode(QLineEdit.EchoMode.Password)
        self.verdict = QLabel(wordWrap=True)
        self.verdict.setProperty("tone", "failed")
        self.done_button = QPushButton(label)
        self.done_button.setProperty("variant", "primary")
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self._finish)

    def refuse(self, problem: Problem) -> None:
        """Say why the server did not do it."""
        self.verdict.setText(problem_text(problem))
        self.done_button.setEnabled(True)

    def build(self) -> None:
        """Lay it out, once all fields are there."""
        self.fields.addRow(tr("&Password"), self.password)
        self.fields.addRow(tr("Password a&gain"), self.again)
        cancel = QPushButton(tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.done_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        rows.setSpacing(Space.M)
        rows.addLayout(self.fields)
        rows.addWidget(self.verdict)
        rows.addStretch(1)
        rows.addLayout(buttons)
        self.setMinimumWidth(theme.px(420))

    def _finish(self) -> None:
        if not self.password.text():
            self.verdict.setText(tr("Enter a password."))
        elif self.password.text() != self.again.text():
            self.verdict.setText(tr("The passwords differ."))
        else:
            self.verdict.setText("")
            self.done_button.setEnabled(False)
            self.send()

    def send(self) -> None:
        """Ask for it."""
        raise NotImplementedError


class AddUserDialog(UserDialog):
    """A new user: address, name, password, rights."""

    wanted = Signal(object)
    """The ``NewUser``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Add a user"), tr("Add"), parent)
        self.email = QLineEdit()
        self.name = QLineEdit()
        self.admin = QCheckBox(tr("Administrator"))
        self.fields.addRow(tr("&E-mail"), self.email)
        self.fields.addRow(tr("&Name"), self.name)
        self.fields.addRow("", self.admin)
        self.build()

    def send(self) -> None:
        name, email = self.name.text().strip(), self.email.text().strip()
        self.wanted.emit(NewUser(email, self.password.text(), name, self.admin.isChecked()))


class PasswordDialog(UserDialog):
    """A new password for a user, who is signed out by it."""

    wanted = Signal(str, object)
    """The user's id and the ``UserChange``."""

    def __init__(self, user: ServerUser, parent: QWidget | None = None) -> None:
        title = tr("New password for {name}").format(name=user.shown_name)
        super().__init__(title, tr("Set password"), parent)
        self._user = user
        hint = QLabel(tr("All sign-ins of this user end with it."), wordWrap=True)
        hint.setProperty("tone", "text2")
        self.fields.addRow(hint)
        self.build()

    def send(self) -> None:
        self.wanted.emit(self._user.user_id, UserChange(password=self.password.text()))
