"""The page that says what is kept where, and that nothing is sent anywhere else."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from ivk_desktop.stores import paths
from ivk_desktop.ui.preferences.page import PreferencePage
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ElidedLabel

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings


class PrivacyPage(PreferencePage):
    """Each kind of kept things with its folder, which can be opened."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, "", "lock")
        self.title = self.tr("Privacy")
        self._add_text(
            self.tr(
                "This app talks to the servers that you connect it to, and to nothing else: no"
                " usage figures, no crash reports, no search for updates."
            )
        )
        self.add_heading(self.tr("What is kept on this computer"))
        self._add_place(
            self.tr("Settings"),
            self.tr("Preferences, and the addresses of your servers."),
            paths.config_folder(),
        )
        self._add_place(
            self.tr("Your work"),
            self.tr("Values of forms, presets, history, ratings, tags, what is in the trash."),
            paths.data_folder(),
        )
        self._add_place(
            self.tr("Caches"),
            self.tr("Thumbnails, the index of pictures, node templates. It may be deleted."),
            paths.cache_folder(),
        )
        self._add_place(
            self.tr("Log"),
            self.tr("What happened, without passwords and sign-ins."),
            paths.log_folder(),
        )
        self.add_heading(self.tr("Passwords and sign-ins"))
        self._add_text(
            self.tr(
                "They are in the keyring of this system alone, never in a file of this app. Without"
                " a keyring they last until you quit."
            )
        )
        self.finish()

    def _add_text(self, text: str) -> None:
        label = QLabel(text, wordWrap=True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.rows.addWidget(label)

    def _add_place(self, name: str, what: str, folder: Path) -> None:
        self._add_text(f"{name}: {what}")
        place = ElidedLabel(str(folder), mode=Qt.TextElideMode.ElideMiddle)
        place.setProperty("role", "caption")
        button = QPushButton(self.tr("Open"))
        button.setAccessibleName(self.tr("Open the folder: {name}").format(name=name))
        button.setAutoDefault(False)
        url = QUrl.fromLocalFile(str(folder))
        button.clicked.connect(partial(QDesktopServices.openUrl, url))
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        row.addWidget(place, 1)
        row.addWidget(button)
        self.rows.addLayout(row)
