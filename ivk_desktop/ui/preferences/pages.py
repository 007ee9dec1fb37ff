"""The pages: looks, what is told, how often is asked, what the desktop around it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from ivk_desktop.ui import fonts, language, theme
from ivk_desktop.ui.preferences.page import PreferencePage
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import IconLabel

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings

POLL_S = (1, 2, 5, 10, 30, 60)
SCALES = (0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2.0)


class AppearancePage(PreferencePage):
    """Colours, sizes, motion."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, "", "palette")
        self.title = self.tr("Appearance")
        self.add_choice(
            "theme",
            self.tr("Theme"),
            (
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
            ),
        )
        languages = language.NAMES.items()
        self.add_choice(
            "language",
            self.tr("Language"),
            ((language.SYSTEM, self.tr("As the system")), *languages),
        )
        self.add_note(self.tr("The language changes with the next start."))
        scales = [(scale, f"{round(scale * 100)} %") for scale in SCALES]
        self.add_choice("text_scale", self.tr("Text size"), scales)
        self.add_choice(
            "font",
            self.tr("Font"),
            (("inter", self.tr("Inter")), ("system", self.tr("The system's"))),
        )
        self.add_choice(
            "canvas",
            self.tr("Ground behind pictures"),
            (
                ("theme", self.tr("As the theme")),
                ("dark", self.tr("Dark")),
                ("middle", self.tr("Middle")),
                ("light", self.tr("Light")),
            ),
        )
        self.add_switch("reduced_motion", self.tr("Less motion"), self.tr("Busy bars stand still."))
        self.finish()


class NotificationsPage(PreferencePage):
    """What is told while no window is active."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, "", "bell")
        self.title = self.tr("Notifications")
        self.add_heading(self.tr("While no window is active"))
        self.add_switch(
            "notify_batches",
            self.tr("When a batch has ended"),
            self.tr("One notification a batch, with its picture."),
        )
        self.add_switch("notify_errors", self.tr("When an item has failed"))
        self.add_switch("sound", self.tr("With a sound"))
        self.add_switch(
            "tell_absence",
            self.tr("After 10 minutes away, say in one line what ended"),
        )
        self.add_heading(self.tr("Quiet hours"))
        quiet = self.add_switch(
            "quiet_hours",
            self.tr("Neither notifications nor sounds at these hours"),
        )
        edits = self.add_times(self.tr("Hours"), "quiet_from", "quiet_to")
        for edit in edits:
            quiet.toggled.connect(edit.setEnabled)
            edit.setEnabled(quiet.isChecked())
        self.finish()


class ConnectionsPage(PreferencePage):
    """How often servers are asked."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings, "", "network")
        self.title = self.tr("Connections")
        self.add_heading(self.tr("Servers that do not tell by themselves what happens"))
        seconds = self.tr("Every {n} s")
        every = [(float(n), seconds.format(n=n)) for n in POLL_S]
        self.add_choice("poll_s", self.tr("Ask them"), every)
        self.add_note(
            self.tr(
                "AUTOMATIC1111 and its kin, DiffuGen, LoRA Manager and inference.sh while nothing"
                " runs; InvokeAI only where live updates are not to be had. Less often spares a"
                " server, and shows later what others do there."
            )
        )
        self.finish()


class DesktopPage(PreferencePage):
    """Window, taskbar, tray, and what is done when all is done."""

    allow_requested = Signal(str)
    """The command that the person is to agree to."""

    def __init__(self, settings: Settings, *, has_tray: bool) -> None:
        super().__init__(settings, "", "monitor")
        self.title = self.tr("Desktop")
        self.add_heading(self.tr("How far the work is"))
        self.add_switch("window_title", self.tr("In the title of the window"))
        self.add_switch("badge", self.tr("As a number on the application's icon"))
        self.add_switch("taskbar", self.tr("As a bar in the taskbar or dock"))
        no_tray = "" if has_tray else self.tr("This desktop has no tray.")
        tray = self.add_switch("tray", self.tr("As an icon in the tray"), no_tray)
        close = self.add_switch("close_to_tray", self.tr("Closing the window hides it there"))
        tray.setEnabled(has_tray)
        tray.toggled.connect(close.setEnabled)
        close.setEnabled(has_tray and settings.prefs.tray)
        self.add_heading(self.tr("While items run"))
        self.add_switch("keep_awake", self.tr("Keep this computer awake"))
        self.add_heading(self.tr("When all work is done"))
        self.when = self.add_choice(
            "when_done",
            self.tr("Then"),
            (
                ("nothing", self.tr("Do nothing")),
                ("notify", self.tr("Show a notification")),
                ("command", self.tr("Run a command")),
            ),
        )
        self._build_command()
        settings.changed.connect(self._show_command)
        self.finish()
        self._show_command()

    def _build_command(self) -> None:
        self.command = QLineEdit()
        self.command.setFont(fonts.fixed(theme.px(12)))
        self.command.setMaxLength(2000)
        self.command.setPlaceholderText(self.tr("A command line"))
        self.command.setAccessibleName(self.tr("Command"))
        self.command.textEdited.connect(self._command_edited)
        self.command.returnPressed.connect(self._ask)
        self.allow = QPushButton(self.tr("Allow…"))
        self.allow.setAutoDefault(False)
        self.allow.clicked.connect(self._ask)
        self._command_row = QWidget()
        row = QHBoxLayout(self._command_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.command, 1)
        row.addWidget(self.allow)
        self.rows.addWidget(self._command_row)
        self._verdict = QWidget()
        self._verdict_icon = IconLabel()
        self._verdict_text = QLabel(wordWrap=True)
        line = QHBoxLayout(self._verdict)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        line.addWidget(self._verdict_icon)
        line.addWidget(self._verdict_text, 1)
        self.rows.addWidget(self._verdict)
        self.names += ["done_command", "allowed_command"]

    def verdict(self) -> str:
        """What is said about the command."""
        return self._verdict_text.text()

    def _command_edited(self, text: str) -> None:
        self.settings.update(done_command=text)

    def _ask(self) -> None:
        command = self.settings.prefs.done_command
        if command.strip() and command != self.settings.prefs.allowed_command:
            self.allow_requested.emit(command)

    def _show_command(self, *_: object) -> None:
        prefs = self.settings.prefs
        wanted = prefs.when_done == "command"
        self._command_row.setVisible(wanted)
        self._verdict.setVisible(wanted and bool(prefs.done_command.strip()))
        if self.command.text() != prefs.done_command:
            self.command.setText(prefs.done_command)
        allowed = prefs.done_command == prefs.allowed_command
        self.allow.setEnabled(bool(prefs.done_command.strip()) and not allowed)
        token = "completed" if allowed else "warning"
        self._verdict_icon.set_icon("circle-check" if allowed else "triangle-alert", token)
        text = self.tr("It runs 10 s after the last item has ended, unless you stop it.")
        refused = self.tr("It does not run before you have allowed it.")
        self._verdict_text.setText(text if allowed else refused)
        theme.restyle(self._verdict_text, tone="text2" if allowed else "warning")
