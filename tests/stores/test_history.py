"""The history: every submission and item seen, found again whatever the server forgets."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.domain.history import Order
from ivk_desktop.domain.jobs import BatchId, JobError, JobId, JobState, JobUpdate
from ivk_desktop.domain.updates import JobChanged, JobsAdded, JobsRemoved
from ivk_desktop.stores import history_put, migrations
from tests.fakes import SERVER, FakeBackend, a_job, a_picture, job_key
from tests.stores.history_help import Kept, a_request, kept

Run = Callable[[Coroutine[Any, Any, None]], None]
S = JobState


def listed(*jobs: Any) -> Any:
    return FakeBackend(queue={job.key.job_id: job for job in jobs}).snapshot()


def test_items_survive_prune_and_restart(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        async with kept(tmp_path) as now:
            await now.say(listed(a_job(1, title="Fox"), a_job(2, S.RUNNING)))
            ended = JobUpdate(
                job_key(2),
                S.COMPLETED,
                started_at=1_000_010.0,
                ended_at=1_000_014.5,
                outputs=(a_picture("tiger.png"),),
            )
            await now.say(JobChanged(ended), JobsRemoved((JobId("2"),)))
        async with kept(tmp_path) as later:
            assert await later.told() == [("2", "completed"), ("1", "pending")]
            (item,) = await later.items(states=frozenset({S.COMPLETED}))
            assert (item.run_s, item.server_name) == (4.5, "lab")
            assert item.job.outputs == (a_picture("tiger.png"),)

    run(check())


def test_ids_of_a_wiped_database_are_other_items(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        async with kept(tmp_path) as now:
            await now.say(listed(a_job(1, S.COMPLETED, title="Fox")))
            await now.say(listed(a_job(1, S.COMPLETED, title="Owl", created_at=2_000_000.0)))
            await now.say(listed(a_job(1, S.COMPLETED, title="Owl", created_at=2_000_000.2)))
            assert [item.job.title for item in await now.items()] == ["Owl", "Fox"]

    run(check())


def test_a_poorer_record_takes_nothing_away(run: Run, tmp_path: Path) -> None:
    rich = a_job(
        1,
        S.FAILED,
        title="Fox",
        inputs=(("CFG", "4"),),
        error=JobError("Oom", "no memory", "line 1"),
        started_at=1.0,
        ended_at=2.0,
    )

    async def check() -> None:
        async with kept(tmp_path) as now:
            await now.say(listed(rich))
        async with kept(tmp_path) as later:
            await later.say(listed(a_job(1, S.FAILED)))
            (item,) = await later.items()
            assert item.job == rich

    run(check())


def test_what_had_not_ended_when_the_server_forgot_it_is_unknown(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        async with kept(tmp_path) as now:
            await now.say(listed(a_job(1), a_job(2, S.RUNNING), a_job(3, S.COMPLETED)))
            await now.say(JobsRemoved((JobId("1"), JobId("3"))))
            assert await now.told() == [("3", "completed"), ("2", "in_progress"), ("1", "unknown")]
        async with kept(tmp_path) as later:
            await later.say(listed(a_job(2, S.RUNNING, created_at=5_000_000.0), a_job(4)))
            assert await later.told() == [
                ("2", "in_progress"),
                ("4", "pending"),
                ("3", "completed"),
                ("2", "unknown"),
                ("1", "unknown"),
            ]

    run(check())


def test_an_item_shows_the_inputs_of_its_submission_with_its_own(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        async with kept(tmp_path) as now:
            # The item is seen before the answer to the submission is there.
            await now.say(listed(a_job(1, inputs=(("Seed", "7"), ("hidden", "x")))))
            now.writer.keep(a_request(), (JobId("1"),), 1)
            await now.say()
            (item,) = await now.items()
            assert item.job.title == "Portrait"
            assert item.job.inputs == (
                ("Prompt", "a tiger in snow"),
                ("Seed", "7"),
                ("hidden", "x"),
            )
            assert item.is_repeatable
            for words in (("tiger",), ("SNOW", "portrait"), ("ti",), ("7", "seed")):
                assert len(await now.items(words=words)) == 1, words
            for words in (("lion",), ("tiger", "zz"), ('"',), ("%",)):
                assert await now.items(words=words) == [], words

    run(check())


@pytest.fixture
def without_fts(monkeypatch: pytest.MonkeyPatch) -> None:
    def plain(connection: sqlite3.Connection) -> None:
        connection.execute(f"CREATE TABLE IF NOT EXISTS {migrations.WORDS} (text TEXT NOT NULL)")

    monkeypatch.setattr(migrations, "_add_words", plain)


@pytest.mark.usefixtures("without_fts")
def test_words_are_found_without_an_index_too(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        async with kept(tmp_path) as now:
            await now.say(listed(a_job(1, title="Tiger"), a_job(2, title="Über Owl")))
            assert await now.told(words=("tiger",)) == [("1", "pending")]
            assert await now.told(words=("ÜBER", "ow")) == [("2", "pending")]

    run(check())


async def filled(now: Kept) -> None:
    jobs = (
        a_job(1, S.COMPLETED, title="Fox", started_at=1.0, ended_at=9.0, batch_id=BatchId("a")),
        a_job(2, S.FAILED, title="Owl", error=JobError("Oom", "no memory"), batch_id=BatchId("b")),
        a_job(3, S.COMPLETED, title="Owl", started_at=5.0, ended_at=7.0, batch_id=BatchId("b")),
        a_job(4, title="ape", batch_id=BatchId("c")),
    )
    await now.say(listed(*jobs))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, "4321"),
        ({"ascending": True}, "1234"),
        ({"states": frozenset({S.COMPLETED, S.FAILED})}, "321"),
        ({"title": "Owl"}, "32"),
        ({"batch_id": BatchId("b")}, "32"),
        ({"server_id": "elsewhere"}, ""),
        ({"since": 1_000_002.0}, "432"),
        ({"until": 1_000_002.0}, "1"),
        ({"since": 1_000_002.0, "until": 1_000_004.0}, "32"),
        ({"words": ("owl",), "states": frozenset({S.FAILED})}, "2"),
        ({"words": ("memory",)}, "2"),
        ({"order": Order.TITLE, "ascending": True}, "4123"),
        ({"order": Order.RUN_TIME}, "1342"),
        ({"order": Order.SERVER}, "4321"),
        ({"order": Order.ENDED}, "1342"),
    ],
)
def test_queries_filter_and_sort(
    run: Run, tmp_path: Path, query: dict[str, Any], found: str
) -> None:
    async def check() -> None:
        async with kept(tmp_path) as now:
            await filled(now)
            assert "".join(i for i, _ in await now.told(**query)) == found

    run(check())


def test_counts_servers_workflows_and_batches_are_summed_up(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        from ivk_desktop.domain.history import HistoryQuery

        async with kept(tmp_path) as now:
            await filled(now)
            query = HistoryQuery(words=("owl",), states=frozenset({S.FAILED}))
            assert await now.history.counts(query) == {S.FAILED: 1, S.COMPLETED: 1}
            assert await now.history.servers() == [(SERVER, "lab")]
            assert await now.history.titles() == [("Owl", 2), ("Fox", 1), ("ape", 1)]
            totals = await now.history.batch(SERVER, BatchId("b"))
            assert (totals.total, totals.states[S.FAILED], totals.run_s) == (2, 1, 2.0)

    run(check())


def test_a_deleted_item_stays_away_while_the_server_still_lists_it(
    run: Run, tmp_path: Path
) -> None:
    async def check() -> None:
        async with kept(tmp_path) as now:
            await filled(now)
            (item,) = await now.items(title="Fox")
            assert await now.history.delete([item.row_id]) == 1
        async with kept(tmp_path) as later:
            await filled(later)
            assert "".join(i for i, _ in await later.told()) == "432"
            assert await later.told(words=("fox",)) == []

    run(check())


def test_the_oldest_items_go_when_there_are_too_many(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        async with kept(tmp_path) as now:
            await filled(now)
            now.history.set_limit(2)
            await now.history._tidy()
            assert "".join(i for i, _ in await now.told()) == "43"
            assert await now.told(words=("fox",)) == []
            now.history.set_limit(0)
            await now.say(JobsAdded((a_job(5, title="new"),)))
            assert len(await now.told()) == 2

    run(check())


def test_a_request_is_kept_and_means_the_one_item_or_all(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        request = a_request(count=3)
        async with kept(tmp_path) as now:
            now.writer.keep(request, tuple(JobId(i) for i in "567"), 3)
        async with kept(tmp_path) as later:
            one = await later.history.request(job_key(6), BatchId("batch"))
            assert one is not None
            assert (one.payload, one.place, one.count) == (request.payload, 1, 3)
            whole = await later.history.request(job_key(6), BatchId("batch"), whole=True)
            assert whole is not None
            assert whole.place is None
            assert await later.history.request(job_key(6), BatchId("other")) is None

    run(check())


def test_long_texts_are_bounded(run: Run, tmp_path: Path) -> None:
    error = JobError("Oom", "m" * 9000, "t" * 90_000 + "the end")
    job = a_job(1, S.FAILED, title="T" * 999, inputs=(("P", "v" * 9000),), error=error)

    async def check() -> None:
        async with kept(tmp_path) as now:
            await now.say(listed(job))
            (item,) = await now.items()
            assert item.job.error is not None
            assert len(item.job.error.traceback) == 8000
            assert item.job.error.traceback.endswith("the end")
            assert len(item.job.title) < 999
            assert len(item.job.inputs[0][1]) == 2000

    run(check())


def test_a_damaged_index_is_made_anew(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        async with kept(tmp_path) as now:
            await filled(now)
        with closing(sqlite3.connect(tmp_path / "data.sqlite")) as raw:
            raw.execute(f"DELETE FROM {migrations.WORDS}_data WHERE id > 10")
            raw.commit()
        async with kept(tmp_path) as later:
            await later.told(words=("owl",))
            await later.history._tidy()
            assert "".join(i for i, _ in await later.told(words=("owl",))) == "32"

    run(check())


def test_what_is_refused_is_written_later(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    async def check() -> None:
        async with kept(tmp_path) as now:
            with monkeypatch.context() as patch:
                patch.setattr(history_put, "put_jobs", refuse)
                await now.say(listed(a_job(1)))
            assert await now.told() == []
            await now.say()
            assert await now.told() == [("1", "pending")]

    run(check())
