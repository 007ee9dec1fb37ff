from __future__ import annotations

import pytest

from ivk_desktop.domain.jobs import JobState, JobUpdate
from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.updates import (
    JobChanged,
    JobsAdded,
    JobsRemoved,
    NodeChanged,
    NodeStatus,
    Update,
)
from ivk_desktop.stores.media_list import MediaRole
from ivk_desktop.stores.results import Result, ResultStore
from tests.fakes import FakeBackend, a_job, a_picture, job_key

pytestmark = pytest.mark.usefixtures("qapp")


def made(name: str, number: int = 1) -> Update:
    return NodeChanged(job_key(number), "n", "r", NodeStatus.COMPLETED, outputs=(a_picture(name),))


def ended(*names: str, number: int = 1) -> Update:
    outputs = tuple(a_picture(name) for name in names)
    update = JobUpdate(
        job_key(number), state=JobState.COMPLETED, outputs=outputs, authoritative=True
    )
    return JobChanged(update)


def names(store: ResultStore) -> list[str]:
    return [result.ref.name for result in store.results]


def test_results_are_newest_first_and_each_once() -> None:
    store = ResultStore()
    for update in (made("a"), ended("a", "b"), ended("a", "b"), ended("c", number=2)):
        store.apply(update)
    assert names(store) == ["c", "b", "a"]
    assert store.unseen_count == 3
    assert [r.ref.name for r in store.of_job(job_key(1))] == ["b", "a"]


def test_a_picture_from_the_cache_comes_to_the_front_once_as_the_later_jobs() -> None:
    store = ResultStore()
    arrived: list[str] = []
    store.arrived.connect(lambda result: arrived.append(result.ref.name))
    for update in (ended("a"), ended("b", number=2)):
        store.apply(update)
    store.mark_seen([a_picture("a")])
    for update in (made("a", number=3), ended("a", number=3), ended("a"), ended("a", number=3)):
        store.apply(update)
    assert names(store) == ["a", "b"]
    assert arrived == ["a", "b", "a"]
    assert store.unseen_count == 1  # b alone: a was looked at
    assert [r.ref.name for key in (1, 3) for r in store.of_job(job_key(key))] == ["a", "a"]
    assert store.results[0].job == job_key(3)


def test_a_picture_of_a_node_in_between_is_dropped_by_the_record_and_never_counted() -> None:
    store = ResultStore()
    arrived: list[Result] = []
    store.arrived.connect(arrived.append)
    store.apply(made("draft"))
    assert names(store) == ["draft"]
    assert store.unseen_count == 0
    store.apply(ended("final"))
    assert names(store) == ["final"]
    assert [result.ref.name for result in arrived] == ["final"]


def test_an_end_without_a_list_of_results_confirms_what_the_nodes_made() -> None:
    store = ResultStore()
    store.apply(made("a"))
    store.apply(JobChanged(JobUpdate(job_key(1), state=JobState.FAILED)))
    assert store.unseen_count == 1


def test_looking_at_results_counts_them_down_once() -> None:
    store = ResultStore()
    store.apply(ended("a", "b"))
    counts: list[int] = []
    store.unseen_changed.connect(counts.append)
    store.mark_seen([a_picture("a")])
    store.mark_seen([a_picture("a"), a_picture("nowhere")])
    store.mark_all_seen()
    assert counts == [1, 0]
    assert store.data(store.index(0), MediaRole.SEEN) is True


def test_seen_marks_outlive_a_reconnect() -> None:
    store, server = ResultStore(), FakeBackend()
    store.apply(server.snapshot())
    store.apply(ended("a", "b"))
    store.mark_seen([a_picture("a")])
    server.queue = {
        job_key(1).job_id: a_job(
            1, JobState.COMPLETED, outputs=(a_picture("a"), a_picture("b"), a_picture("c"))
        )
    }
    store.apply(server.snapshot())
    assert store.unseen_count == 2
    assert names(store) == ["c", "b", "a"]


def test_what_was_made_before_the_app_looked_is_not_new() -> None:
    store, server = ResultStore(), FakeBackend()
    server.queue = {job_key(1).job_id: a_job(1, JobState.COMPLETED)}
    store.apply(server.snapshot())
    store.apply(JobChanged(JobUpdate(job_key(1), outputs=(a_picture("old"),))))
    assert names(store) == ["old"]
    assert store.unseen_count == 0


def test_results_carry_the_workflow_of_their_job() -> None:
    store = ResultStore()
    store.apply(JobsAdded((a_job(1, title="Portrait"),)))
    store.apply(ended("a"))
    store.apply(ended("b", number=2))
    store.apply(JobChanged(JobUpdate(job_key(2), title="Flux quick")))
    titles = [store.data(store.index(row), MediaRole.TITLE) for row in range(2)]
    assert titles == ["Flux quick", "Portrait"]
    assert store.result(a_picture("a")) is store.results[1]
    assert isinstance(store.results[0].ref, MediaRef)


def test_results_of_a_job_that_is_gone_are_no_later_jobs() -> None:
    for gone in (JobsRemoved((job_key(1).job_id,)), FakeBackend().snapshot()):
        store = ResultStore()
        store.apply(JobsAdded((a_job(1, JobState.RUNNING, title="Old"),)))
        store.apply(ended("a"))
        store.apply(gone)
        store.apply(JobsAdded((a_job(1, JobState.RUNNING, title="New", created_at=2_000_000.0),)))
        assert [(one.ref.name, one.title) for one in store.results] == [("a", "Old")]
        assert store.of_job(job_key(1)) == []


def test_a_late_word_of_a_job_that_is_gone_gives_it_its_results_back() -> None:
    store = ResultStore()
    store.apply(JobsAdded((a_job(1, JobState.RUNNING),)))
    store.apply(ended("a"))
    store.apply(JobsRemoved((job_key(1).job_id,)))
    store.apply(ended("a"))
    assert names(store) == ["a"]
    assert [one.ref.name for one in store.of_job(job_key(1))] == ["a"]
    assert store.unseen_count == 1
