"""Results of several servers as one list."""

from __future__ import annotations

import random

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.jobs import JobId, JobKey, JobState, JobUpdate
from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import JobChanged
from ivk_desktop.stores.all_results import AllResults
from ivk_desktop.stores.media_list import MediaRole
from ivk_desktop.stores.results import ResultStore
from ivk_desktop.stores.workflow_results import WorkflowResults

LAB, ATTIC = ServerId("lab"), ServerId("attic")

pytestmark = pytest.mark.usefixtures("qapp")


def made(server: ServerId, number: int, *names: str, title: str = "Owl") -> JobChanged:
    key = JobKey(server, JobId(str(number)))
    refs = tuple(MediaRef(server, ImageName(name)) for name in names)
    update = JobUpdate(
        key, JobState.COMPLETED, title=title, outputs=refs, authoritative=True, sequence=number
    )
    return JobChanged(update)


def two() -> tuple[AllResults, ResultStore, ResultStore]:
    both, lab, attic = AllResults(), ResultStore(), ResultStore()
    both.add(LAB, lab)
    both.add(ATTIC, attic)
    return both, lab, attic


def names(both: AllResults) -> list[str]:
    return [f"{result.ref.server_id} {result.ref.name}" for result in both.results]


def test_results_stand_newest_first_whoever_made_them(qtbot: QtBot) -> None:
    both, lab, attic = two()
    lab.apply(made(LAB, 1, "a.png"))
    with qtbot.waitSignal(both.arrived):
        attic.apply(made(ATTIC, 1, "a.png"))  # of the same name, and another picture
    lab.apply(made(LAB, 2, "b.png"))
    assert names(both) == ["lab b.png", "attic a.png", "lab a.png"]
    assert both.unseen_count == 3
    both.mark_seen([both.results[1].ref])
    assert both.unseen_count == 2
    assert both.index(1).data(MediaRole.SEEN)
    assert both.result(MediaRef(ATTIC, ImageName("a.png"))) is attic.results[0]


def test_a_hidden_server_takes_its_results_along_and_brings_them_back() -> None:
    both, lab, attic = two()
    for number in range(1, 4):
        lab.apply(made(LAB, number, f"{number}.png"))
        attic.apply(made(ATTIC, number, f"{number}.png"))
    before = names(both)
    both.remove(ATTIC)
    assert names(both) == ["lab 3.png", "lab 2.png", "lab 1.png"]
    attic.apply(made(ATTIC, 9, "9.png"))
    assert both.unseen_count == 3
    both.add(ATTIC, attic)
    assert names(both) == ["attic 9.png", *before]


def test_what_a_workflow_made_anywhere_is_one_list() -> None:
    both, lab, attic = two()
    of_owl = WorkflowResults()
    of_owl.set_source(both)
    of_owl.set_title("Owl")
    lab.apply(made(LAB, 1, "a.png"))
    attic.apply(made(ATTIC, 1, "b.png"))
    attic.apply(made(ATTIC, 2, "c.png", title="Bear"))
    assert of_owl.rowCount() == 2
    both.remove(LAB)
    assert of_owl.rowCount() == 1


@pytest.mark.parametrize("seed", range(3))
def test_whatever_comes_and_goes_the_list_is_in_order(seed: int) -> None:
    rand = random.Random(seed)
    both, lab, attic = two()
    tester = QAbstractItemModelTester(
        both, QAbstractItemModelTester.FailureReportingMode.Fatal, both
    )
    assert tester is not None
    stores = {LAB: lab, ATTIC: attic}
    for step in range(120):
        server = rand.choice((LAB, ATTIC))
        store = stores[server]
        if store.results and rand.random() < 0.3:
            refs = [rand.choice(store.results).ref]
            store.hide(refs)
            if rand.random() < 0.5:
                store.reveal(refs)
        else:
            store.apply(made(server, step, f"{rand.randrange(40)}.png"))
    numbers = [result.number for result in both.results]
    assert numbers == sorted(numbers, reverse=True)
    assert set(names(both)) == {
        f"{server} {result.ref.name}"
        for server, store in stores.items()
        for result in store.results
    }
