"""How the saving of results stands, in the status bar."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from ivk_desktop.domain.exports import ExportStatus
from ivk_desktop.ui import icons
from ivk_desktop.ui.texts import count_text, problem_text


class ExportButton(QPushButton):
    """Says how many are saved, how many are left, or why none is; a click leads to its page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("variant", "link")
        self.hide()

    def show_status(self, status: ExportStatus | None) -> None:
        """Show how things stand; ``None`` is switched off and takes no room."""
        self.setVisible(status is not None)
        if status is None:
            return
        icon, token, text, tip = self._words(status)
        self.setIcon(icons.icon(icon, token))
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(f"{text}. {tip}")

    def _words(self, status: ExportStatus) -> tuple[str, str, str, str]:
        usual = self.tr("Results are saved by themselves. A click opens the settings.")
        if status.problem is not None:
            why = problem_text(status.problem)
            return "triangle-alert", "warning", self.tr("Saving paused"), why
        if status.is_elsewhere:
            tip = self.tr("Another window of this app saves the results of this server.")
            return "save", "text2", self.tr("Saved elsewhere"), tip
        if status.left:
            text = self.tr("Saving, {count} left").format(count=count_text(status.left))
            return "save", "text2", text, usual
        if not status.saved:
            return "save", "text2", self.tr("Results are saved"), usual
        text = self.tr("1 result saved")
        if status.saved > 1:
            text = self.tr("{count} results saved").format(count=count_text(status.saved))
        return "save", "text2", text, usual
