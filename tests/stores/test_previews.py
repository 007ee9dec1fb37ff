from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.jobs import JobKey, JobState, JobUpdate
from ivk_desktop.domain.updates import JobChanged, Preview, Progress, QueueSnapshot
from ivk_desktop.stores.previews import MAX_BAD, MAX_JOBS, Previews
from ivk_desktop.stores.workers import Workers
from tests.fakes import FakeBackend, job_key
from tests.stores.samples import NOISE, bomb, encoded

SMALL = encoded(32, 32, "JPG")


def a_preview(data: bytes = SMALL, number: int = 1, arrived_at: float = 1.0) -> Progress:
    return Progress(job_key(number), preview=Preview(data, 1024, 1024, arrived_at))


def ended(number: int = 1) -> JobChanged:
    return JobChanged(JobUpdate(job_key(number), state=JobState.COMPLETED))


class Heard(QObject):
    def __init__(self, previews: Previews) -> None:
        super().__init__()
        self.changed: list[JobKey] = []
        self.bad: list[JobKey] = []
        self.cleared: list[JobKey] = []
        previews.changed.connect(self.changed.append)
        previews.bad.connect(self.bad.append)
        previews.cleared.connect(self.cleared.append)


@pytest.fixture
def previews(qapp: object) -> Iterator[Previews]:
    workers = Workers()
    yield Previews(workers, gap_s=0.0)
    workers.close()


def test_a_small_preview_is_there_at_once_with_its_time_of_arrival(previews: Previews) -> None:
    heard = Heard(previews)
    previews.apply(a_preview(arrived_at=12.5))
    frame = previews.preview(job_key(1))
    assert frame is not None
    assert (frame.image.width(), frame.width, frame.arrived_at) == (32, 1024, 12.5)
    assert heard.changed == [job_key(1)]


def test_the_newest_preview_wins_over_larger_ones_still_being_decoded(
    previews: Previews, qtbot: QtBot
) -> None:
    for width in (800, 801, 802, 803):
        previews.apply(a_preview(encoded(width, 600)))
    assert previews.image(job_key(1)) is None

    def newest_is_shown() -> None:
        image = previews.image(job_key(1))
        assert image is not None
        assert image.width() == 803

    heard = Heard(previews)
    qtbot.waitUntil(newest_is_shown)
    assert len(heard.changed) <= 2  # the first, which had begun, and the newest


def test_hostile_bytes_are_told_once_and_keep_the_good_picture(previews: Previews) -> None:
    heard = Heard(previews)
    previews.apply(a_preview())
    for data in (NOISE, b"", bomb(), b"no picture"):
        previews.apply(a_preview(data))
    image = previews.image(job_key(1))
    assert image is not None
    assert image.width() == 32
    assert heard.bad == [job_key(1)]


def test_a_job_that_sends_only_garbage_is_not_listened_to_for_ever(previews: Previews) -> None:
    for _ in range(MAX_BAD):
        previews.apply(a_preview(b"junk"))
    previews.apply(a_preview())
    assert previews.image(job_key(1)) is None


def test_the_last_preview_stays_until_the_result_is_shown(previews: Previews) -> None:
    heard = Heard(previews)
    previews.apply(a_preview())
    previews.release(job_key(1))
    assert previews.image(job_key(1)) is not None  # still running
    previews.apply(ended())
    assert previews.image(job_key(1)) is not None
    previews.release(job_key(1))
    assert previews.image(job_key(1)) is None
    assert heard.cleared == [job_key(1)]


def test_a_late_preview_of_an_ended_job_is_dropped(previews: Previews) -> None:
    previews.apply(a_preview())
    previews.apply(ended())
    previews.apply(a_preview(encoded(48, 48)))
    image = previews.image(job_key(1))
    assert image is not None
    assert image.width() == 32


def test_a_preview_without_a_result_goes_after_the_grace_time(
    previews: Previews, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ivk_desktop.stores.previews.GRACE_S", 0.0)
    previews.apply(a_preview())
    with qtbot.waitSignal(previews.cleared):
        previews.apply(ended())
    assert previews.image(job_key(1)) is None


def test_jobs_that_a_new_snapshot_does_not_run_lose_their_preview(previews: Previews) -> None:
    previews.apply(a_preview(number=1))
    previews.apply(a_preview(number=2))
    snapshot = FakeBackend().snapshot()
    assert isinstance(snapshot, QueueSnapshot)
    previews.apply(snapshot)
    previews.release(job_key(1))
    assert previews.keys() == [job_key(2)]  # ended as well, and not released yet


def test_a_flood_of_job_names_does_not_grow_without_bound(previews: Previews) -> None:
    for number in range(MAX_JOBS * 3):
        previews.apply(a_preview(number=number))
    assert len(previews.keys()) == MAX_JOBS
    assert previews.keys()[-1] == job_key(MAX_JOBS * 3 - 1)


def test_of_a_flood_the_first_and_the_newest_are_decoded(qtbot: QtBot) -> None:
    workers = Workers()
    previews = Previews(workers, gap_s=0.2)
    heard = Heard(previews)
    for number in range(1, 101):
        previews.apply(a_preview(arrived_at=float(number)))
    assert len(heard.changed) == 1
    qtbot.waitUntil(lambda: len(heard.changed) == 2)
    frame = previews.preview(job_key(1))
    assert frame is not None
    assert frame.arrived_at == 100.0
    workers.close()


def test_the_newest_preview_of_a_flood_is_shown_though_its_job_has_ended(qapp: object) -> None:
    workers = Workers()
    previews = Previews(workers, gap_s=60.0)
    for number in range(1, 4):
        previews.apply(a_preview(arrived_at=float(number)))
    previews.apply(ended())
    frame = previews.preview(job_key(1))
    assert frame is not None
    assert frame.arrived_at == 3.0
    workers.close()
