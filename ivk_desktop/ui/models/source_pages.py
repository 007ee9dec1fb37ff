"""Where models are installed from: a path or address, a hub, a folder of the server."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.installs import FoundModel, HubFiles, InstallRequest
from ivk_desktop.domain.problems import Problem
from ivk_desktop.ui import theme
from ivk_desktop.ui.models import texts
from ivk_desktop.ui.texts import count_text, problem_text
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import ThinProgressBar

SOURCE = Qt.ItemDataRole.UserRole


class SourcePage(QWidget):
    """A heading, a sentence, what is asked for, and a line for what went wrong."""

    install_requested = Signal(object)
    """An ``InstallRequest``."""

    def __init__(self, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        words = QLabel(hint, wordWrap=True)
        words.setProperty("tone", "text2")
        self.verdict = QLabel(wordWrap=True)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.busy = ThinProgressBar()
        self.busy.set_fraction(None)
        self.busy.hide()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self.rows.setSpacing(Space.M)
        self.rows.addWidget(heading)
        self.rows.addWidget(words)
        self.say("")

    def say(self, text: str, tone: str = "text2") -> None:
        """Say one sentence under the fields."""
        self.busy.hide()
        self.verdict.setText(text)
        theme.restyle(self.verdict, tone=tone)

    def refuse(self, problem: Problem) -> None:
        """Say what went wrong."""
        self.say(problem_text(problem), "failed")

    def wait(self, text: str) -> None:
        """Say that the server is being asked."""
        self.say(text)
        self.busy.show()

    def add_line(self, *widgets: QWidget) -> None:
        """Put widgets beside each other, the first one wide."""
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        for number, widget in enumerate(widgets):
            line.addWidget(widget, 0 if number else 1)
        self.rows.addLayout(line)

    def finish(self) -> None:
        """What goes below everything."""
        self.rows.addWidget(self.busy)
        self.rows.addWidget(self.verdict)


class TokenLine(QLineEdit):
    """An access token: hidden, and gone once it was used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setPlaceholderText(self.tr("Access token, if needed"))
        self.setAccessibleName(self.tr("Access token"))

    def take(self) -> str:
        """The token; the line is empty then."""
        token = self.text().strip()
        self.clear()
        return token


class AddressPage(SourcePage):
    """A path on the server, or an address; files can be dropped here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title = self.tr("Path or address")
        hint = self.tr(
            "A file or folder that the server can read, or the address of a model file. Drop a"
            " file here for its path: the server has to see it under the same path."
        )
        super().__init__(title, hint, parent)
        self.source = QLineEdit()
        self.source.setPlaceholderText(self.tr("/models/portrait.safetensors or https://…"))
        self.source.setAccessibleName(title)
        self.in_place = QCheckBox(self.tr("Leave the file where it is"))
        self.in_place.setToolTip(self.tr("Else the server moves it into its own models folder"))
        self.in_place.setChecked(True)
        self.token = TokenLine()
        self.install = QPushButton(self.tr("Install"))
        self.install.setProperty("variant", "primary")
        self.add_line(self.source, self.install)
        self.rows.addWidget(self.in_place)
        self.rows.addWidget(self.token)
        self.finish()
        self.rows.addStretch(1)
        self.setAcceptDrops(True)
        self.source.textChanged.connect(self._retype)
        self.source.returnPressed.connect(self._install)
        self.install.clicked.connect(self._install)
        self._retype()

    def set_sources(self, sources: Sequence[str]) -> None:
        """Put the first of some paths into the line; the others are installed with it."""
        self.source.setText(sources[0] if len(sources) == 1 else "; ".join(sources))

    def _retype(self) -> None:
        text = self.source.text().strip()
        remote = text.startswith(("http://", "https://"))
        self.install.setEnabled(bool(text))
        self.in_place.setVisible(not remote)
        self.token.setVisible(remote)
        self.say("")

    def _install(self) -> None:
        token = self.token.take()
        for source in self.source.text().split("; "):
            if source := source.strip().strip('"'):
                remote = source.startswith(("http://", "https://"))
                in_place = self.in_place.isChecked() and not remote
                self.install_requested.emit(InstallRequest(source, in_place, token))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.set_sources([url.toLocalFile() for url in urls if url.isLocalFile()])
        event.acceptProposedAction()


class ChoicePage(SourcePage):
    """Something to look through, and what was found there to choose from."""

    look_requested = Signal(str)
    """The repository or folder that is to be looked through."""

    def __init__(self, title: str, hint: str, look: str, parent: QWidget | None = None) -> None:
        super().__init__(title, hint, parent)
        self.place = QLineEdit()
        self.place.setAccessibleName(title)
        self.look = QPushButton(look)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Found"))
        self.all = QCheckBox(self.tr("All"))
        self.install = QPushButton(self.tr("Install"))
        self.install.setProperty("variant", "primary")
        self.look.clicked.connect(self._look)
        self.place.returnPressed.connect(self._look)
        self.list.itemChanged.connect(self._choice_changed)
        self.all.clicked.connect(self._choose_all)
        self.install.clicked.connect(self._install)
        self.place.textChanged.connect(self._forget)

    def build(self, *extra: QWidget) -> None:
        """Lay it out, with more controls before the button."""
        self.add_line(self.place, self.look)
        self.finish()
        self.rows.addWidget(self.list, 1)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self.all)
        line.addStretch(1)
        for widget in extra:
            line.addWidget(widget)
        line.addWidget(self.install)
        self.rows.addLayout(line)
        self._forget()

    def add_choice(self, text: str, source: str, *, taken: str = "", chosen: bool = False) -> None:
        """Offer one thing; ``taken`` says why it cannot be chosen."""
        item = QListWidgetItem(f"{text}   {taken}" if taken else text, self.list)
        item.setData(SOURCE, source)
        item.setToolTip(source)
        if taken:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            return
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)

    def chosen(self) -> list[str]:
        """The sources that are checked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(SOURCE) for item in items if item.checkState() == Qt.CheckState.Checked]

    def request(self, source: str) -> InstallRequest:
        """How one of the choices is installed."""
        return InstallRequest(source)

    def show_choices(self, found: bool) -> None:
        """What was found is listed: offer to choose."""
        self.list.setVisible(found)
        self.all.setVisible(self.list.count() > 1)
        self.install.setVisible(found)
        self._choice_changed()

    def _look(self) -> None:
        if place := self.place.text().strip():
            self._forget()
            self.wait(self.tr("Looking…"))
            self.look_requested.emit(place)

    def _forget(self) -> None:
        self.list.clear()
        self.say("")
        self.show_choices(False)
        self.look.setEnabled(bool(self.place.text().strip()))

    def _choose_all(self, chosen: bool) -> None:
        state = Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                item.setCheckState(state)

    def _choice_changed(self) -> None:
        count = len(self.chosen())
        self.install.setEnabled(bool(count))
        several = self.tr("Install {count}").format(count=count_text(count))
        self.install.setText(several if count > 1 else self.tr("Install"))

    def _install(self) -> None:
        for source in self.chosen():
            self.install_requested.emit(self.request(source))


class HubPage(ChoicePage):
    """A repository of Hugging Face, as a whole or one of its files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        hint = self.tr("A repository, for example owner/name. The server looks what is in it.")
        super().__init__("Hugging Face", hint, self.tr("Look"), parent)
        self.place.setPlaceholderText(self.tr("owner/name"))
        self.token = TokenLine()
        self.token.setMinimumWidth(theme.px(230))
        self._token = ""
        self.build(self.token)

    def show_files(self, files: HubFiles) -> None:
        """List what a repository has to be installed."""
        self.list.clear()
        if files.is_whole:
            words = self.tr("The whole repository (Diffusers)")
            self.add_choice(words, files.repo, chosen=True)
        for url in files.urls:
            only = len(files.urls) == 1 and not files.is_whole
            self.add_choice(url.rsplit("/", 1)[-1], url, chosen=only)
        nothing = self.tr("There is no model in {repo}.").format(repo=files.repo)
        self.say("" if self.list.count() else nothing)
        self.show_choices(bool(self.list.count()))

    def show_choices(self, found: bool) -> None:
        super().show_choices(found)
        self.token.setVisible(found)

    def request(self, source: str) -> InstallRequest:
        return InstallRequest(source, token=self._token)

    def _install(self) -> None:
        self._token = self.token.take()
        super()._install()
        self._token = ""


class FolderPage(ChoicePage):
    """A folder on the server, looked through for models."""

    def __init__(self, parent: QWidget | None = None) -> None:
        title = self.tr("Folder of the server")
        hint = self.tr("A folder on the server's computer. It is looked through, with all below.")
        super().__init__(title, hint, self.tr("Scan"), parent)
        self.place.setPlaceholderText(self.tr("/models"))
        self.in_place = QCheckBox(self.tr("Leave files where they are"))
        self.in_place.setChecked(True)
        self.build(self.in_place)

    def show_found(self, found: Sequence[FoundModel]) -> None:
        """List the models of a folder."""
        self.list.clear()
        self.list.blockSignals(True)
        root = self.place.text().strip().rstrip("/")
        for model in found:
            shown = model.path.removeprefix(root).lstrip("/") or model.path
            taken = self.tr("installed") if model.is_installed else ""
            self.add_choice(shown, model.path, taken=taken)
        self.list.blockSignals(False)
        new = sum(not model.is_installed for model in found)
        words = self.tr("{models}, {count} of them not installed.")
        nothing = self.tr("No model was found there.")
        models = texts.models_text(len(found))
        told = words.format(models=models, count=count_text(new))
        self.say(told if found else nothing)
        self.show_choices(bool(found))

    def show_choices(self, found: bool) -> None:
        super().show_choices(found)
        self.in_place.setVisible(found)

    def request(self, source: str) -> InstallRequest:
        return InstallRequest(source, self.in_place.isChecked())
