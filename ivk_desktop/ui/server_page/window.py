"""The window of one server's page: a column of parts, each with its own state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ivk_desktop.domain.administration import LogLevel, UserActivity
from ivk_desktop.domain.servers import LinkState, ServerFacts
from ivk_desktop.stores.answer import Answer
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.server_page import ServerPage
from ivk_desktop.ui import theme
from ivk_desktop.ui.fact_grid import FactGrid, Section
from ivk_desktop.ui.form.combo import QuietCombo
from ivk_desktop.ui.server_page import texts
from ivk_desktop.ui.server_page.texts import tr
from ivk_desktop.ui.server_page.users import ActivitySection, UserSection, ask_intermediates
from ivk_desktop.ui.texts import count_text, problem_text
from ivk_desktop.ui.tokens import Space

TICK_MS = 1000
ASK_EVERY = 5
"""So many ticks pass before what changes is asked for again."""


class ServerWindow(QWidget):
    """Shows one server; asks it when it comes up, and for what changes while it is shown."""

    ticked = Signal()
    """A second has passed while it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._page: ServerPage | None = None
        self._ticks = 0
        self._told: list[tuple[str, str]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "panel")
        self.about = Section(tr("Server"))
        self.about_facts = FactGrid()
        self.dependencies = FactGrid()
        self.more = QPushButton()
        self.traffic = Section(tr("What following it costs"), divided=True)
        self.traffic_facts = FactGrid()
        self.results = Section(tr("Invocation cache"), divided=True)
        self.results_on = QCheckBox(tr("On"))
        self.clear_results = QPushButton(tr("Clear"))
        self.intermediates = Section(tr("Intermediate pictures"), divided=True)
        self.delete_intermediates = QPushButton(tr("Delete…"))
        self.log = Section(tr("Log level"), divided=True)
        self.level = QuietCombo()
        self.maintenance = Section(tr("Maintenance"), divided=True)
        self.packs = Section(tr("Custom nodes"), divided=True)
        self.pack_facts = FactGrid()
        self.users = UserSection()
        self.activity = ActivitySection()
        self._timer = QTimer(self, interval=TICK_MS)
        self._build()
        self._connect()
        self.resize(theme.px(760), theme.px(720))

    # --- what it shows -------------------------------------------------------------------
    def set_page(self, page: ServerPage, name: str) -> None:
        """Show another server."""
        self._leave()
        self._page = page
        for answer in (*page.answers, page.users):
            answer.changed.connect(self.refresh)
        page.sign_in.changed.connect(self.refresh)
        self.setWindowTitle(tr("Server {name}").format(name=name))
        self.refresh()
        if self.isVisible():
            page.read()

    def let_go(self) -> None:
        """The server is gone."""
        self._leave()
        self.close()

    def _leave(self) -> None:
        if self._page is not None:
            for answer in (*self._page.answers, self._page.users):
                answer.changed.disconnect(self.refresh)
            self._page.sign_in.changed.disconnect(self.refresh)
        self._page = None

    def show_link(self, facts: ServerFacts | None, url: str, link: LinkState, why: str) -> None:
        """Say what answers, where, and how it is followed."""
        links = {
            LinkState.LIVE: tr("Live: changes are pushed"),
            LinkState.POLLING: tr("Asked for again and again: no live connection"),
            LinkState.LOST: tr("Lost"),
            LinkState.CONNECTING: tr("Connecting"),
            LinkState.CLOSED: tr("Closed"),
        }
        product = f"{facts.product} {facts.version}" if facts is not None else ""
        state = links[link]
        self._told = [
            (tr("Version"), product),
            (tr("Address"), url),
            (tr("Connection"), f"{state}. {why}" if why else state),
        ]
        self.refresh()

    def show_activity(self, rows: Sequence[UserActivity]) -> None:
        """Say what each user has in the queue."""
        self.activity.show_activity(rows)

    def refresh(self) -> None:
        """Show what is known now."""
        page = self._page
        if page is None:
            return
        self._show_about(page)
        self._show_traffic()
        self._show_results(page)
        self._show_rest(page)
        self._show_log(page)
        words = tr("For administrators") if page.is_restricted else ""
        for section in (self.users, self.activity, self.results, self.log):
            section.mark(words)
        self.users.setVisible(page.has_users)
        self.activity.setVisible(page.has_users)
        if page.has_users and not self._fails(self.users, page.users):
            if page.users.state is ListState.UNREAD:
                page.users.read()
            if page.users.value is not None:
                self.users.say("")
            self.users.show_users(page.users.value or ())

    def _show_about(self, page: ServerPage) -> None:
        details = page.details.value
        facts = list(self._told)
        if details is not None:
            facts += [
                (tr("Devices"), texts.devices_text(details)),
                (tr("Queue limit"), texts.limit_text(details)),
            ]
            self.dependencies.show_facts(details.dependencies)
        self.about_facts.show_facts(facts)
        count = len(details.dependencies) if details is not None else 0
        words = tr("Hide dependencies") if self.more.isChecked() else tr("{count} dependencies")
        self.more.setText(words.format(count=count_text(count)))
        self.more.setVisible(bool(count))
        self.dependencies.setVisible(bool(count) and self.more.isChecked())

    def _show_traffic(self) -> None:
        found = self._page.traffic() if self._page is not None else None
        self.traffic.setVisible(found is not None)
        if found is not None:
            self.traffic_facts.show_facts(texts.traffic_facts(found))

    def _show_results(self, page: ServerPage) -> None:
        answer = page.results
        fails = self._fails(self.results, answer)
        cache = answer.value
        for widget in (self.results_on, self.clear_results):
            widget.setVisible(not fails and cache is not None)
        if fails or cache is None:
            return
        self.results.say(texts.results_text(cache))
        self.results_on.blockSignals(True)
        self.results_on.setChecked(cache.enabled)
        self.results_on.blockSignals(False)
        self.clear_results.setEnabled(cache.size > 0)

    def _show_rest(self, page: ServerPage) -> None:
        answer = page.intermediates
        fails, count = self._fails(self.intermediates, answer), answer.value or 0
        self.delete_intermediates.setVisible(not fails and answer.value is not None)
        self.delete_intermediates.setEnabled(bool(count))
        if not fails and answer.value is not None:
            words = tr("{count} pictures that were made on the way to others")
            self.intermediates.say(words.format(count=count_text(count)))
        if not self._fails(self.maintenance, page.maintenance) and page.maintenance.value:
            state = page.maintenance.value
            tone = "warning" if state.is_running or state.error else "text2"
            self.maintenance.say(texts.maintenance_text(state), tone)
        if not self._fails(self.packs, page.packs):
            found = page.packs.value or ()
            self.packs.say("" if found else tr("None were added."))
            self.pack_facts.show_facts([(one.name, texts.pack_text(one)) for one in found])

    def _show_log(self, page: ServerPage) -> None:
        fails = self._fails(self.log, page.log_level)
        level = page.log_level.value
        self.level.setVisible(not fails and level is not None)
        if not fails and level is not None:
            self.log.say(tr("How much the server writes into its log, until it is restarted"))
            self.level.setCurrentIndex(self.level.findData(level.value))

    @staticmethod
    def _fails(section: Section, answer: Answer[Any]) -> bool:
        """Say in a part's place why it cannot be shown; whether that is so."""
        section.setVisible(answer.offered)
        if answer.is_forbidden:
            section.say(tr("Only administrators of this server see that."))
            return True
        if answer.state is ListState.ERROR and answer.problem is not None:
            section.say(problem_text(answer.problem), "failed")
            return answer.value is None
        if answer.state in (ListState.UNREAD, ListState.LOADING):
            section.say(tr("Asking the server…"))
        return False

    # --- what a person does --------------------------------------------------------------
    def _switch_results(self, enabled: bool) -> None:
        if self._page is not None:
            self._page.enable_results(enabled)

    def _clear_results(self) -> None:
        if self._page is not None:
            self._page.clear_results()

    def _delete_rest(self) -> None:
        page = self._page
        if page is not None and page.intermediates.value:
            ask_intermediates(self, page.intermediates.value, page.delete_intermediates)

    def _set_level(self) -> None:
        if self._page is not None:
            self._page.set_log_level(LogLevel(self.level.currentData()))

    # --- time passes ---------------------------------------------------------------------
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        if self._page is not None:
            self._page.read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _tick(self) -> None:
        self._ticks += 1
        self._show_traffic()
        if self._page is not None and self._ticks % ASK_EVERY == 0:
            self._page.read_changing()
        self.ticked.emit()

    # --- construction --------------------------------------------------------------------
    def _build(self) -> None:
        self.more.setCheckable(True)
        self.results_on.setProperty("variant", "switch")
        self.about.add(self.about_facts)
        self.about.add_link(self.more)
        self.about.add(self.dependencies)
        self.traffic.add(self.traffic_facts)
        self.results.add_action(self.results_on)
        self.results.add_action(self.clear_results)
        self.intermediates.add_action(self.delete_intermediates)
        self.packs.add(self.pack_facts)
        for level in LogLevel:
            self.level.addItem(texts.level_text(level), level.value)
        self.level.setAccessibleName(tr("Log level"))
        self.level.setFixedWidth(theme.px(160))
        self.log.add_action(self.level)
        body = QWidget()
        body.setProperty("surface", "panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.L)
        for section in self._sections():
            column.addWidget(section)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Server"))
        area.setWidget(body)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(area)

    def _sections(self) -> tuple[Section, ...]:
        return (
            self.about,
            self.traffic,
            self.users,
            self.activity,
            self.results,
            self.intermediates,
            self.log,
            self.maintenance,
            self.packs,
        )

    def _connect(self) -> None:
        self.more.toggled.connect(self.refresh)
        self.results_on.toggled.connect(self._switch_results)
        self.clear_results.clicked.connect(self._clear_results)
        self.delete_intermediates.clicked.connect(self._delete_rest)
        self.level.activated.connect(self._set_level)
        self._timer.timeout.connect(self._tick)
        for keys in (QKeySequence("Escape"), QKeySequence(QKeySequence.StandardKey.Close)):
            QShortcut(keys, self).activated.connect(self.close)
