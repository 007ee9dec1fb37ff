from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.estimates import Work
from ivk_desktop.domain.jobs import JobState, JobUpdate
from ivk_desktop.domain.node_runs import Node
from ivk_desktop.domain.servers import LinkState, ServerFacts
from ivk_desktop.domain.updates import JobChanged, JobPlan, NodeChanged, NodeStatus, Progress
from ivk_desktop.ui.lanes.bar import JobBar, Segment
from ivk_desktop.ui.lanes.card import LaneCard
from ivk_desktop.ui.lanes.column import LanesColumn
from ivk_desktop.ui.lanes.nodes import lines_of
from tests.fakes import FACTS, FakeBackend, a_job, job_key
from tests.stores.queue_help import Session

S = JobState
PLAN = (
    ("m", "main_model_loader", "Load model"),
    ("p", "compel", "Prompt"),
    ("q", "compel", "Prompt"),
    ("d", "denoise_latents", "Denoise"),
    ("l", "l2i", "Decode"),
)


def a_column(qtbot: QtBot, *jobs: Any, devices: tuple[str, ...] = ("cuda:0",)) -> LanesColumn:
    session = Session()
    session.facts = ServerFacts("Fake", "1", FACTS.capabilities, devices)
    session.apply(FakeBackend(queue={job.key.job_id: job for job in jobs}).snapshot())
    column = LanesColumn()
    session.setParent(column)
    column.resize(264, 500)
    qtbot.addWidget(column)
    column.add_session(session)
    column.show()
    return column


def session_of(column: LanesColumn) -> Session:
    found = column.findChild(Session)
    assert found is not None
    return found


def becomes(session: Session, number: int, state: JobState, **fields: Any) -> None:
    session.apply(JobChanged(JobUpdate(job_key(number), state, sequence=3, **fields)))


def idle_lines(column: LanesColumn) -> list[str]:
    return [line.accessibleName() for line in column._idle.values()]


def run_to_step(session: Session, number: int = 1) -> None:
    key = job_key(number)
    session.apply(JobPlan(key, PLAN))
    for node in ("m", "p", "q"):
        session.apply(NodeChanged(key, node, node, NodeStatus.RUNNING))
        session.at += 0.3
        session.apply(NodeChanged(key, node, node, NodeStatus.COMPLETED))
    for step in range(4):
        message = f"Denoising {step + 10}/30"
        session.apply(Progress(key, "d", "d", "denoise_latents", message, (step + 10) / 30))
        session.at += 0.5
    session.settle()


def test_a_running_job_has_a_card_and_other_devices_a_line(qtbot: QtBot) -> None:
    job = a_job(1, S.RUNNING, device="cuda:0", title="Tiger")
    column = a_column(qtbot, job, devices=("cuda:0", "cuda:1"))
    assert [card.accessibleName() for card in column.cards()] == ["lab, GPU 0: Tiger"]
    assert idle_lines(column) == ["lab, GPU 1, idle"]


def test_the_item_of_another_user_cannot_be_canceled_and_says_why(qtbot: QtBot) -> None:
    jobs = (a_job(n, S.RUNNING, device=f"cuda:{n}", private=n == 1) for n in range(2))
    column = a_column(qtbot, *jobs, devices=("cuda:0", "cuda:1"))
    own, others = (card._cancel for card in column.cards())
    assert own.isEnabled()
    assert own.toolTip() == "Cancel this item"
    assert not others.isEnabled()
    assert others.toolTip().startswith("Only whoever queued it")


def test_the_card_tells_phase_speed_and_time_left_in_words(qtbot: QtBot) -> None:
    column = a_column(qtbot, a_job(1, S.RUNNING, device="cuda:0", title="Tiger"))
    session = session_of(column)
    session.progress.durations.record("Tiger", {"l2i": 2.0})
    run_to_step(session)
    card = column.cards()[0]
    assert card._phase.whole_text() == "Denoising 13 of 30"
    assert card._speed.text() == "2.0 it/s"
    assert card._elapsed.text() == "0:03 so far"
    assert card._left.text().endswith("left")
    assert card._percent.text().endswith("%")


def test_the_card_of_an_ended_job_says_how_long_it_took(qtbot: QtBot) -> None:
    column = a_column(qtbot, a_job(1, S.RUNNING, device="cuda:0", title="Tiger"))
    session = session_of(column)
    session.at += 0.42
    becomes(session, 1, S.COMPLETED)
    assert column.cards()[0]._elapsed.text() == "took 0.4 s"


def test_the_selected_lane_lists_its_nodes(qtbot: QtBot) -> None:
    column = a_column(qtbot, a_job(1, S.RUNNING, device="cuda:0", title="Tiger"))
    run_to_step(session_of(column))
    card = column.cards()[0]
    assert card._nodes.isVisible()
    assert "Prompt (2) 0.6 s, Denoise 13 of 30, Decode" in card._nodes.accessibleDescription()


def test_a_click_selects_a_lane_and_tells_its_job(qtbot: QtBot) -> None:
    jobs = [a_job(n, S.RUNNING, device=f"cuda:{n - 1}") for n in (1, 2)]
    column = a_column(qtbot, *jobs, devices=("cuda:0", "cuda:1"))
    assert column.selected_key == job_key(1)
    with qtbot.waitSignal(column.selected) as told:
        qtbot.mouseClick(column.cards()[1], Qt.MouseButton.LeftButton)
    assert told.args == [job_key(2)]


def test_only_a_click_tells_that_a_lane_was_selected(qtbot: QtBot) -> None:
    column = a_column(qtbot, a_job(1, S.RUNNING), a_job(2))
    told: list[object] = []
    column.selected.connect(told.append)
    becomes(session_of(column), 1, S.COMPLETED)
    becomes(session_of(column), 2, S.RUNNING)
    assert column.selected_key == job_key(2)
    assert told == []


@pytest.mark.parametrize(("state", "word"), [(S.FAILED, "Failed"), (S.CANCELED, "Canceled")])
def test_the_card_of_a_job_that_did_not_succeed_says_so(
    qtbot: QtBot, state: JobState, word: str
) -> None:
    column = a_column(qtbot, a_job(1, S.RUNNING))
    becomes(session_of(column), 1, state)
    assert column.cards()[0]._phase.whole_text() == word


def test_the_cross_cancels_that_item(qtbot: QtBot) -> None:
    column = a_column(qtbot, a_job(1, S.RUNNING))
    with qtbot.waitSignal(column.cancel_requested) as asked:
        qtbot.mouseClick(column.cards()[0]._cancel, Qt.MouseButton.LeftButton)
    assert asked.args == [job_key(1)]


def test_a_card_waits_for_the_next_item_instead_of_flickering(qtbot: QtBot) -> None:
    column = a_column(qtbot, a_job(1, S.RUNNING), a_job(2, title="Next"))
    session = session_of(column)
    card = column.cards()[0]
    becomes(session, 1, S.COMPLETED)
    assert column.cards() == (card,)
    assert card._phase.whole_text() == "Done"
    becomes(session, 2, S.RUNNING)
    assert column.cards() == (card,)
    assert card.key == job_key(2)
    becomes(session, 2, S.COMPLETED)
    column._let_go()
    assert column.cards() == ()
    assert len(idle_lines(column)) == 1


def test_two_jobs_on_one_device_and_jobs_without_device_all_have_cards(qtbot: QtBot) -> None:
    jobs = [a_job(1, S.RUNNING, device="cuda:0"), a_job(2, S.RUNNING, device="cuda:0")]
    column = a_column(qtbot, *jobs, a_job(3, S.RUNNING), devices=())
    assert {card.key for card in column.cards()} == {job_key(n) for n in (1, 2, 3)}


def test_a_new_preview_is_shown(qtbot: QtBot) -> None:
    column = a_column(qtbot, a_job(1, S.RUNNING))
    session = session_of(column)
    picture = QImage(32, 32, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.green)
    session.previews.images[job_key(1)] = picture
    session.previews.changed.emit(job_key(1))
    middle = column.cards()[0]._picture.grab().toImage().pixelColor(28, 28)
    assert middle == Qt.GlobalColor.green


def test_a_lost_connection_claims_no_time_left(qtbot: QtBot) -> None:
    column = a_column(qtbot, a_job(1, S.RUNNING), devices=("cuda:0", "cuda:1"))
    session = session_of(column)
    session.link, session.as_of = LinkState.LOST, 1_000_000.0
    session.link_changed.emit()
    assert column.cards()[0]._left.text().startswith("As of")
    assert "connection lost" in idle_lines(column)[0]


def test_the_bar_gives_each_node_its_share_and_never_more_than_there_is(qtbot: QtBot) -> None:
    bar = JobBar()
    qtbot.addWidget(bar)
    bar.resize(200, 10)
    bar.show_progress(0.5, [Segment(0.01, "a"), Segment(10, "b: 3 s"), Segment(1, "c")])
    places = bar.places()
    assert places[0][1] - places[0][0] >= 4
    assert places[-1][1] == pytest.approx(200)
    assert bar.tip_at(100) == "b: 3 s"
    bar.show_progress(0.5, [Segment(1, "x")] * 500)
    assert bar.places() == [(0.0, 200.0)]
    assert not bar.grab().isNull()


def test_many_nodes_are_told_by_those_that_take_time() -> None:
    quick = [Node(f"q{n}", Work("add"), f"Add {n}", None) for n in range(40)]
    slow = [
        Node("d", Work("denoise_latents"), "Denoise", None),
        Node("l", Work("l2i"), "Decode", None),
    ]
    lines = lines_of([*quick[:20], *slow, *quick[20:]])
    assert [line.name for line in lines] == ["Denoise", "Decode", "and 40 more"]


def test_a_card_without_a_job_paints(qtbot: QtBot) -> None:
    card = LaneCard()
    qtbot.addWidget(card)
    assert not card.grab().isNull()
