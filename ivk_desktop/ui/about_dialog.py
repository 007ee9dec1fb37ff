"""What the app is, who made what it is made of, and what that allows."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ivk_desktop import __version__
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.tokens import Space

ICON_PX: Final = 64
WIDTH_PX: Final = 460


class AboutDialog(QDialog):
    """The version, the servers, and what the LGPL wants to be said. Deleted once it is closed.

    Args:
        servers: one line for each connected server: its name, product and version.
        parent: the window that it belongs to.
    """

    def __init__(self, servers: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About"))
        self.finished.connect(self.deleteLater)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.licences = buttons.addButton(
            self.tr("Licences…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        picture = QLabel()
        picture.setPixmap(icons.app_icon().pixmap(theme.px(ICON_PX)))
        text = QVBoxLayout()
        text.setSpacing(Space.M)
        for words in self._words(servers):
            text.addWidget(_paragraph(words))
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(text, 1)
        rows = QVBoxLayout(self)
        rows.addLayout(head, 1)
        rows.addWidget(buttons)
        self.setMinimumWidth(theme.px(WIDTH_PX))

    def _words(self, servers: Sequence[str]) -> list[str]:
        words = [
            f"<b>ivk desktop</b> {__version__}",
            self.tr("Watches servers that generate images, and submits their workflows."),
            "<br>".join(map(escape, servers)),
            self.tr("MIT licence. Not affiliated with InvokeAI or the makers of other servers."),
            self.tr(
                "Qt {version} is used, unmodified, under the GNU Lesser General Public License,"
                " version 3. Its libraries are separate files, which you may replace by your own"
                " build. Licences shows the rest."
            ).format(version=qVersion()),
        ]
        return [text for text in words if text]


def _paragraph(words: str) -> QLabel:
    label = QLabel(words, wordWrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    return label
