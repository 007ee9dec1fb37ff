"""Panels, the status bar, the server dialog and the small widgets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import Capabilities, ServerFacts
from ivk_desktop.stores.notices import Level, Notice, NoticeAction, Notices
from ivk_desktop.ui.panel import Panel, PanelState
from ivk_desktop.ui.server_dialog import ServerDialog
from ivk_desktop.ui.status_bar import NoticeLog, StatusBar
from ivk_desktop.ui.theme import theme
from ivk_desktop.ui.widgets import Chip, ElidedLabel, SearchField, ThinProgressBar

REFUSED = Problem("refused", {"url": "http://lab:9090"})
FACTS = ServerFacts("InvokeAI", "6.14.2", Capabilities())


@pytest.fixture
def panel(qtbot: QtBot) -> Panel:
    panel = Panel(QLabel("content"))
    qtbot.addWidget(panel)
    panel.show()
    return panel


def button(widget: QWidget, text: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text().replace("&", "") == text)


def test_an_empty_panel_offers_the_next_action(panel: Panel) -> None:
    done: list[int] = []
    panel.show_empty("No boards yet.", "New board", lambda: done.append(1))
    button(panel, "New board").click()
    assert done == [1]
    assert panel.message_text == "No boards yet."
    assert not panel.content.isVisible()


def test_a_message_stands_in_the_middle(panel: Panel) -> None:
    panel.resize(900, 300)
    panel.show_empty("No boards yet.", "New board", lambda: None)
    middles = []
    for part in (panel._message._text, button(panel, "New board")):
        middle = part.mapTo(panel, part.rect().center()).x()
        middles.append(middle)
    assert max(middles) - min(middles) <= 2
    assert abs(middles[0] - 450) <= 4


def test_loading_shows_the_busy_bar_after_a_moment_and_not_at_once(
    panel: Panel, qtbot: QtBot
) -> None:
    bar = panel.findChild(ThinProgressBar)
    assert bar is not None
    panel.show_loading()
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)
    panel.show_content()
    assert not bar.isVisible()
    assert panel.content.isVisible()


def test_loading_again_keeps_the_content(panel: Panel) -> None:
    panel.show_loading()
    assert not panel.content.isVisible()
    panel.show_content()
    panel.show_loading()
    assert panel.state is PanelState.LOADING
    assert panel.content.isVisible()


def test_stale_content_stays_and_says_of_when_it_is(panel: Panel) -> None:
    panel.show_content()
    panel.show_stale(0.0)
    assert panel.content.isVisible()
    assert any(label.text().startswith("As of ") for label in panel.findChildren(QLabel))
    assert panel.state is PanelState.STALE


def test_an_error_says_what_happened_folds_details_and_copies_all(panel: Panel) -> None:
    tried: list[int] = []
    panel.show_error(REFUSED, "ECONNREFUSED", lambda: tried.append(1))
    assert "http://lab:9090" in panel.message_text
    detail = panel.findChild(QPlainTextEdit)
    assert detail is not None
    assert not detail.isVisible()
    button(panel, "Details").click()
    assert detail.isVisible()
    button(panel, "Copy").click()
    copied = QGuiApplication.clipboard().text()
    assert panel.message_text in copied
    assert "ECONNREFUSED" in copied
    button(panel, "Try again").click()
    assert tried == [1]


def test_no_permission_says_who_could(panel: Panel) -> None:
    panel.show_no_permission("Only an administrator sees this.")
    assert panel.state is PanelState.NO_PERMISSION
    assert panel.message_text == "Only an administrator sees this."


def test_the_status_bar_shows_the_last_event_with_its_action(qtbot: QtBot) -> None:
    notices = Notices()
    bar = StatusBar(notices)
    qtbot.addWidget(bar)
    bar.show()
    done: list[int] = []
    notices.post(
        Notice(Level.INFO, "Saved to Tigers", action=NoticeAction("Show", lambda: done.append(1)))
    )
    assert bar.text() == "Saved to Tigers"
    button(bar, "Show").click()
    assert done == [1]
    notices.problem(REFUSED)
    assert "http://lab:9090" in bar.text()
    assert not button(bar, "Show").isVisible()


def test_an_answer_can_be_read_before_what_goes_on_by_itself_is_told(qtbot: QtBot) -> None:
    notices = Notices()
    bar = StatusBar(notices)
    qtbot.addWidget(bar)
    notices.post(Notice(Level.INFO, "Portrait is done.", passing=True))
    assert bar.text() == "Portrait is done."
    notices.info("Canceled 3 items.")
    notices.post(Notice(Level.INFO, "Owl is done.", passing=True))
    assert bar.text() == "Canceled 3 items."
    notices.info("Deleted 2 items.")
    assert bar.text() == "Deleted 2 items."
    notices.post(Notice(Level.INFO, "Ape is done.", passing=True))
    bar._answer.stop()
    bar._answer.timeout.emit()
    assert bar.text() == "Ape is done."


def test_an_answer_stays_where_nothing_has_gone_on_since(qtbot: QtBot) -> None:
    notices = Notices()
    bar = StatusBar(notices)
    qtbot.addWidget(bar)
    notices.post(Notice(Level.INFO, "Owl is done.", passing=True))
    notices.info("Canceled 3 items.")
    bar._answer.stop()
    bar._answer.timeout.emit()
    assert bar.text() == "Canceled 3 items."


def test_the_log_has_every_event_with_its_details(qtbot: QtBot) -> None:
    notices = Notices()
    notices.problem(REFUSED, "errno 111", key="a")
    notices.problem(REFUSED, "errno 111", key="a")
    log = NoticeLog(notices)
    qtbot.addWidget(log)
    notices.info("later")
    lines = [log._list.item(row).text() for row in range(log._list.count())]
    assert len(lines) == 2
    assert lines[0].endswith("later")
    assert lines[1].endswith("is the port right? (2\u00d7)")
    log._list.setCurrentRow(1)
    assert "errno 111" in log._detail.toPlainText()


@pytest.fixture
def dialog(qtbot: QtBot) -> ServerDialog:
    dialog = ServerDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_address_is_prefilled_tested_and_what_answers_is_said(
    dialog: ServerDialog, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.test_requested) as asked:
        button(dialog, "Test").click()
    assert asked.args == ["http://127.0.0.1:9090"]
    dialog.show_found("http://127.0.0.1:9090", FACTS, "12 models")
    assert dialog.verdict() == "InvokeAI 6.14.2 answers. 12 models"


def test_what_is_typed_at_once_is_the_address(dialog: ServerDialog, qtbot: QtBot) -> None:
    focus = dialog.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, "lab:9091")
    with qtbot.waitSignal(dialog.connect_requested) as wanted:
        qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert wanted.args == ["lab:9091", "http://lab:9091"]


def test_a_failed_test_is_one_sentence(dialog: ServerDialog) -> None:
    button(dialog, "Test").click()
    dialog.show_problem("http://127.0.0.1:9090", REFUSED)
    assert dialog.verdict().startswith("Nothing answers at")


def test_an_answer_for_an_address_that_was_changed_is_ignored(dialog: ServerDialog) -> None:
    button(dialog, "Test").click()
    dialog._address.setText("http://other")
    dialog.show_problem("http://127.0.0.1:9090", REFUSED)
    assert dialog.verdict() == ""


@pytest.mark.parametrize("typed", ["", "http://", "ftp://lab", "http://lab:99999", "http://a:b@c"])
def test_an_address_that_is_none_is_said_and_not_used(
    dialog: ServerDialog, qtbot: QtBot, typed: str
) -> None:
    dialog._address.setText(typed)
    with qtbot.assertNotEmitted(dialog.connect_requested):
        button(dialog, "Connect").click()
    assert dialog.verdict()


def test_connect_passes_the_name_or_else_host_and_port(dialog: ServerDialog, qtbot: QtBot) -> None:
    dialog._address.setText("lab:9090/")
    with qtbot.waitSignal(dialog.connect_requested) as wanted:
        button(dialog, "Connect").click()
    assert wanted.args == ["lab:9090", "http://lab:9090"]
    dialog._name.setText("My lab")
    with qtbot.waitSignal(dialog.connect_requested) as wanted:
        button(dialog, "Connect").click()
    assert wanted.args == ["My lab", "http://lab:9090"]


def test_a_long_text_is_cut_and_whole_in_its_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("a very long name of a model " * 5)
    qtbot.addWidget(label)
    label.resize(100, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.whole_text()
    label.resize(5000, 20)
    assert label.toolTip() == ""


def test_escape_clears_a_search(qtbot: QtBot) -> None:
    field = SearchField("Filter")
    qtbot.addWidget(field)
    field.setText("tiger")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_a_chip_shows_word_and_count_and_folds_to_the_count(qtbot: QtBot) -> None:
    chip = Chip("Running", "circle-play", "running")
    qtbot.addWidget(chip)
    chip.set_count("2")
    assert chip.text() == "Running 2"
    chip.set_folded(True)
    assert (chip.text(), chip.accessibleName()) == ("2", "Running 2")


def test_a_busy_bar_moves_only_while_it_is_seen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = ThinProgressBar()
    qtbot.addWidget(bar)
    bar.set_fraction(None)
    assert not bar._timer.isActive()
    bar.show()
    assert bar._timer.isActive()
    monkeypatch.setattr(theme(), "reduced_motion", True)
    bar.set_fraction(None)
    assert not bar._timer.isActive()
    bar.set_fraction(1.7)
    assert bar.value() == bar.maximum()
    assert not bar.grab().isNull()


def test_a_search_field_says_less_where_there_is_less_room(qtbot: QtBot) -> None:
    field = SearchField("Filter: prompt, model, server", short="Filter")
    qtbot.addWidget(field)
    field.show()
    field.resize(400, 30)
    assert field.placeholderText() == "Filter: prompt, model, server"
    field.resize(120, 30)
    assert field.placeholderText() == "Filter"
    assert field.accessibleName() == "Filter: prompt, model, server"
