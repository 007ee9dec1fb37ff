"""What few servers need to be reached: certificates, a proxy's password, headers."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from ivk_desktop.domain.server_draft import KEPT, ServerDraft, read_headers
from ivk_desktop.ui import theme
from ivk_desktop.ui.tokens import Space

SYSTEM, FILE, ONE = range(3)
HEADER_LINES = 3
HALF_FINGERPRINT = 48


class ReachForm(QWidget):
    """The part of the server dialog that is folded away."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._certificate = ""
        self._keeps_password = False
        self._trust = QComboBox()
        self._trust.addItems(
            [
                self.tr("Those this computer trusts"),
                self.tr("Those of an authority in a file"),
                self.tr("Only this one certificate"),
            ]
        )
        self._ca_file = QLineEdit(placeholderText=self.tr("A file with certificates (PEM)"))
        self._browse = QPushButton(self.tr("Browse…"))
        self._fingerprint = QLabel(wordWrap=True)
        self._fingerprint.setProperty("tone", "warning")
        self._user = QLineEdit()
        self._password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._headers = QPlainTextEdit(placeholderText=self.tr("One a line, as Name: value"))
        self._headers.setTabChangesFocus(True)
        self._build()
        self._trust.currentIndexChanged.connect(self._show_trust)
        self._browse.clicked.connect(self._choose_file)
        for field in (self._ca_file, self._user, self._password):
            field.textEdited.connect(self.changed)
        self._headers.textChanged.connect(self.changed)
        self._set_certificate("", "")

    @property
    def is_used(self) -> bool:
        """Whether anything of it is set."""
        texts = (self._ca_file.text(), self._certificate, self._user.text())
        return any(texts) or bool(self._headers.toPlainText())

    def show_draft(self, draft: ServerDraft, fingerprint: str = "") -> None:
        """Show how a server is reached; secrets that are kept stand there as dots."""
        self._ca_file.setText(draft.ca_file)
        self._user.setText(draft.user_name)
        self._keeps_password = draft.password is None
        self._password.setPlaceholderText(KEPT if self._keeps_password else "")
        with QSignalBlocker(self._headers):
            lines = (f"{name}: {KEPT if v is None else v}" for name, v in draft.headers)
            self._headers.setPlainText("\n".join(lines))
        self._set_certificate(draft.certificate, fingerprint)
        kind = ONE if draft.certificate else FILE if draft.ca_file else SYSTEM
        self._trust.setCurrentIndex(kind)
        self._show_trust()

    def trust_only(self, pem: str, fingerprint: str) -> None:
        """Take this certificate as the only one that counts."""
        self._set_certificate(pem, fingerprint)
        self._trust.setCurrentIndex(ONE)
        self._show_trust()

    def draft(self, url: str) -> ServerDraft:
        """What is entered, for the server at ``url``.

        Raises:
            DomainError: a header cannot be sent.
        """
        kind = self._trust.currentIndex()
        typed = self._password.text()
        kept = self._keeps_password and not typed and bool(self._user.text())
        return ServerDraft(
            url,
            ca_file=self._ca_file.text().strip() if kind == FILE else "",
            certificate=self._certificate if kind == ONE else "",
            user_name=self._user.text().strip(),
            password=None if kept else typed,
            headers=read_headers(self._headers.toPlainText()),
        )

    def _set_certificate(self, pem: str, fingerprint: str) -> None:
        self._certificate = pem
        item = self._trust.model().item(ONE)  # type: ignore[attr-defined] # a standard model
        item.setEnabled(bool(pem))
        # Nothing in it would break a line by itself.
        lines = fingerprint[:HALF_FINGERPRINT] + "\n" + fingerprint[HALF_FINGERPRINT:]
        text = self.tr("SHA-256 {fingerprint}").format(fingerprint="\n" + lines)
        self._fingerprint.setText(text if fingerprint else "")

    def _show_trust(self) -> None:
        kind = self._trust.currentIndex()
        self._form.setRowVisible(self._file_row, kind == FILE)
        self._form.setRowVisible(self._fingerprint, kind == ONE)
        self.changed.emit()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Certificates of an authority"))
        dialog.setNameFilters(
            [self.tr("Certificates (*.pem *.crt *.cer)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(self._ca_file.setText)
        dialog.fileSelected.connect(self.changed)
        dialog.open()

    def _build(self) -> None:
        self._file_row = QWidget()
        row = QHBoxLayout(self._file_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._ca_file, 1)
        row.addWidget(self._browse)
        lines = self._headers.fontMetrics().lineSpacing() * HEADER_LINES
        self._headers.setFixedHeight(lines + theme.px(16))
        self._form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(Space.S)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("&Certificates"), self._trust)
        form.addRow("", self._file_row)
        form.addRow("", self._fingerprint)
        note = QLabel(self.tr("Only where a proxy stands before the server:"), wordWrap=True)
        note.setProperty("tone", "text2")
        form.addRow(note)
        form.addRow(self.tr("&User name"), self._user)
        form.addRow(self.tr("Pass&word"), self._password)
        form.addRow(self.tr("&Headers"), self._headers)
