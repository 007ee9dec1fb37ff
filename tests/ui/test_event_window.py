"""The event log: looks, filters, pauses, records."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ivk_desktop.api.invokeai.tap import Tap, shareable
from ivk_desktop.domain.raw_events import RawEvent
from ivk_desktop.stores.event_log import MOST_EVENTS, EventLog
from ivk_desktop.stores.event_recorder import EventRecorder
from ivk_desktop.stores.workers import Workers
from ivk_desktop.ui.events.window import EventWindow

LEFT = Qt.MouseButton.LeftButton


class Source:
    """A tap that a test speaks into."""

    def __init__(self) -> None:
        self.tap = Tap()

    def recent_events(self) -> tuple[RawEvent, ...]:
        return self.tap.kept

    def tap_events(self, listener: Callable[[RawEvent], None]) -> None:
        self.tap.open(listener)

    def untap_events(self, listener: Callable[[RawEvent], None]) -> None:
        self.tap.shut(listener)

    def shareable(self, event: RawEvent, *, pictures: bool, prompts: bool) -> RawEvent:
        return shareable(event, pictures=pictures, prompts=prompts)


@pytest.fixture
def source() -> Source:
    source = Source()
    source.tap.heard("queue_item_status_changed", {"item_id": 1, "status": "in_progress"})
    source.tap.heard("invocation_progress", {"item_id": 1, "message": "Denoising"})
    source.tap.heard("invocation_progress", {"item_id": 2, "message": "Saving image"})
    return source


@pytest.fixture
def window(qtbot: QtBot, source: Source) -> Iterator[EventWindow]:
    workers = Workers()
    window = EventWindow(EventLog(source), EventRecorder(source, workers), "lab")
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()
    workers.close()


def shown(window: EventWindow) -> list[str]:
    log = window.log
    return [log.index(row, 4).data() for row in range(log.rowCount())]


def settled(window: EventWindow) -> None:
    window.log._flush.now()


def test_it_begins_with_what_came_before_it_was_opened(window: EventWindow) -> None:
    assert window.log.rowCount() == 3
    assert "Denoising" in shown(window)[1]
    names = [window.names.itemText(row) for row in range(window.names.count())]
    assert names == ["All events", "invocation_progress", "queue_item_status_changed"]


def test_events_are_filtered_by_name_item_and_text(window: EventWindow, source: Source) -> None:
    window.names.setCurrentText("invocation_progress")
    assert len(shown(window)) == 2
    window.item.setText("2")
    assert [json.loads(line)["message"] for line in shown(window)] == ["Saving image"]
    window.item.clear()
    window.names.setCurrentIndex(0)
    window.text.setText("DENOISING")
    source.tap.heard("x", {"a": "denoising too"})
    source.tap.heard("x", {"a": "another"})
    settled(window)
    assert len(shown(window)) == 2


def test_a_pause_keeps_what_comes_back(qtbot: QtBot, window: EventWindow, source: Source) -> None:
    qtbot.mouseClick(window.pause, LEFT)
    source.tap.heard("late", {})
    settled(window)
    assert (window.log.rowCount(), window.log.waiting) == (3, 1)
    qtbot.mouseClick(window.pause, LEFT)
    assert window.log.rowCount() == 4
    assert window.names.findText("late") > 0


def test_the_data_of_a_row_are_unfolded_below(window: EventWindow) -> None:
    window.table.selectRow(1)
    tree = window.tree
    told = {
        item.text(0): item.text(1)
        for item in (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
        if item is not None
    }
    assert told == {"item_id": "1", "message": '"Denoising"'}


def test_the_log_is_bounded(window: EventWindow, source: Source) -> None:
    for number in range(MOST_EVENTS + 10):
        source.tap.heard("many", {"item_id": number})
    settled(window)
    assert window.log.rowCount() == MOST_EVENTS
    assert window.log.index(MOST_EVENTS - 1, 2).data() == str(MOST_EVENTS + 9)


def test_a_recording_holds_what_was_and_what_comes_and_pictures_only_by_consent(
    qtbot: QtBot, window: EventWindow, source: Source, tmp_path: Path
) -> None:
    file = tmp_path / "events.jsonl"
    picture = {"image": {"dataURL": "data:image/png;base64," + "A" * 200}, "item_id": 3}
    with qtbot.waitSignal(window.recorder.changed, check_params_cb=lambda: True):
        window.start_recording(str(file))
    source.tap.heard("invocation_progress", picture)
    qtbot.waitUntil(lambda: window.recorder.count == 4)
    window.pictures.setChecked(True)
    source.tap.heard("invocation_progress", picture)
    qtbot.mouseClick(window.record, LEFT)
    qtbot.waitUntil(lambda: window.recorder.count == 5)
    source.tap.heard("after", {})
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert [sorted(line) for line in lines] == [["bytes", "data", "event", "t"]] * 5
    assert lines[0]["t"] == 0
    urls = [line["data"]["image"]["dataURL"] for line in lines[3:]]
    assert urls[0].endswith("...")
    assert urls[1] == picture["image"]["dataURL"]  # type: ignore[index]
    assert window._told.text() == "The recording is finished."


def test_a_recording_that_cannot_be_written_is_said(window: EventWindow, tmp_path: Path) -> None:
    window.start_recording(str(tmp_path / "none" / "events.jsonl"))
    assert window._told.text().startswith("The recording to events.jsonl has ended:")
    assert window.recorder.path is None


def test_a_closed_log_listens_no_more(window: EventWindow, source: Source) -> None:
    window.close()
    assert source.tap._listeners == ()
