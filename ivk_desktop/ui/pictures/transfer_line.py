"""What is on its way to or from a server, in the status bar."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ivk_desktop.stores.transfers import Transfer, TransferKind
from ivk_desktop.ui import theme
from ivk_desktop.ui.texts import count_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ElidedLabel, IconButton, IconLabel, ThinProgressBar

ICONS = {
    TransferKind.UPLOAD: "upload",
    TransferKind.SAVE: "download",
    TransferKind.ZIP: "archive",
    TransferKind.SHEET: "table-2",
}


TEXT_PX = 360


class TransferLine(QWidget):
    """Shows the first of the running transfers, how many more there are, and stops it."""

    cancel_requested = Signal(object)
    """The ``Transfer`` that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Transfer | None = None
        self._icon = IconLabel()
        self.text = ElidedLabel()
        self.text.setProperty("role", "caption")
        self.bar = ThinProgressBar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setFixedWidth(theme.px(80))
        self.cancel = IconButton("x", self.tr("Stop"))
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, 0, Space.S, 0)
        row.setSpacing(Space.S)
        for widget in (self._icon, self.text, self.bar, self.cancel):
            row.addWidget(widget)
        self.text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.text.setMaximumWidth(theme.px(TEXT_PX))
        self.hide()

    def show_transfers(self, running: list[Transfer]) -> None:
        """Show what runs; nothing takes no room."""
        self.setVisible(bool(running))
        self._shown = running[0] if running else None
        if self._shown is None:
            return
        self._icon.set_icon(ICONS[self._shown.kind])
        text = self._words(self._shown)
        if len(running) > 1:
            more = self.tr("and {count} more").format(count=len(running) - 1)
            text = f"{text}, {more}"
        self.text.setText(text)
        self.text.setToolTip(text)
        self.bar.set_fraction(self._shown.fraction)

    def _words(self, transfer: Transfer) -> str:
        if transfer.kind is TransferKind.ZIP and transfer.waits:
            return self.tr("The server packs {total} pictures").format(
                total=count_text(transfer.total)
            )
        words = {
            TransferKind.UPLOAD: self.tr("Uploading {done} of {total} to {place}"),
            TransferKind.SAVE: self.tr("Saving {done} of {total} to {place}"),
            TransferKind.ZIP: self.tr("Downloading {place}"),
            TransferKind.SHEET: self.tr("Drawing {done} of {total} on {place}"),
        }[transfer.kind]
        number = min(transfer.total, transfer.done + len(transfer.failures) + 1)
        return words.format(
            done=count_text(number), total=count_text(transfer.total), place=transfer.place
        )

    def _cancel(self) -> None:
        if self._shown is not None:
            self.cancel_requested.emit(self._shown)
