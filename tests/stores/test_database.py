"""data.sqlite: migrated with a backup, never lost, shared by two windows."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Coroutine
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.stores import migrations
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.migrations import migrate, version_of
from tests.stores.waiting import until

Run = Callable[[Coroutine[Any, Any, Any]], Any]
INSERT = "INSERT INTO recent_files VALUES (?, ?)"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data.sqlite"


async def with_database(file: Path, work: Callable[[Database], Coroutine[Any, Any, Any]]) -> Any:
    database = Database(file)
    try:
        return await work(database)
    finally:
        await database.close()


def test_rows_come_back_after_a_restart(file: Path, run: Run) -> None:
    async def fill(database: Database) -> None:
        assert await database.opened() is None
        database.write(INSERT, ("/a", 1.5))
        assert await database.execute(INSERT, ("/b", 2.5)) == 1

    async def read(database: Database) -> Any:
        return await database.query("SELECT * FROM recent_files ORDER BY opened_at")

    run(with_database(file, fill))
    assert run(with_database(file, read)) == [("/a", 1.5), ("/b", 2.5)]


def test_waiting_writes_are_finished_when_it_closes(file: Path, run: Run) -> None:
    async def fill(database: Database) -> None:
        for number in range(500):
            database.write(INSERT, (str(number), 0))

    run(with_database(file, fill))
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM recent_files").fetchone() == (500,)


def test_statements_hold_together_or_not_at_all(file: Path, run: Run) -> None:
    async def work(database: Database) -> Any:
        with pytest.raises(sqlite3.IntegrityError):
            await database.transaction([(INSERT, ("/a", 1)), (INSERT, ("/a", 2))])
        return await database.query("SELECT * FROM recent_files")

    assert run(with_database(file, work)) == []


def test_a_failed_write_is_logged_and_the_next_one_works(
    file: Path, run: Run, caplog: pytest.LogCaptureFixture
) -> None:
    async def work(database: Database) -> Any:
        database.write("INSERT INTO nowhere VALUES (1)")
        return await database.execute(INSERT, ("/a", 1))

    assert run(with_database(file, work)) == 1
    assert "nowhere" in caplog.text


def test_calls_after_closing_fail_and_do_not_hang(file: Path, run: Run) -> None:
    async def work(database: Database) -> None:
        await database.close()
        with pytest.raises(sqlite3.ProgrammingError):
            await database.query("SELECT 1")

    run(with_database(file, work))


def test_a_canceled_question_does_not_stop_the_thread(file: Path, run: Run) -> None:
    async def work(database: Database) -> Any:
        question = database.query("SELECT 1")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(question, 0)
        return await database.query("SELECT 2")

    assert run(with_database(file, work)) == [(2,)]


@pytest.mark.parametrize(
    "content", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 8192]
)
def test_a_broken_file_is_set_aside_said_and_begun_anew(
    file: Path, run: Run, content: bytes
) -> None:
    file.write_bytes(content)

    async def work(database: Database) -> Any:
        problem = await database.opened()
        await database.execute(INSERT, ("/a", 1))
        return problem

    assert run(with_database(file, work)).code == "data_broken"
    assert file.with_name("data.sqlite.bak").read_bytes() == content
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT path FROM recent_files").fetchall() == [("/a",)]


def spoil(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:100] + b"\xff" * (len(content) - 100))


def test_a_file_that_breaks_while_it_is_used_is_set_aside_said_and_begun_anew(
    file: Path, run: Run
) -> None:
    async def work(database: Database) -> list[str]:
        told: list[Any] = []
        database.broke.connect(told.append)
        await database.execute(INSERT, ("/a", 1))
        await database.query("PRAGMA wal_checkpoint(TRUNCATE)")
        await database.query("PRAGMA shrink_memory")  # what it has read already
        spoil(file)
        await database.execute(INSERT, ("/b", 1))
        await until(database.broke, lambda: bool(told))
        assert await database.query("SELECT path FROM recent_files") == [("/b",)]
        return [problem.code for problem in told]

    assert run(with_database(file, work)) == ["data_broken"]
    assert file.with_name("data.sqlite.bak").exists()


def test_a_locked_file_is_said_and_what_is_kept_beside_it_joins_it_later(
    file: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ivk_desktop.stores.database.BUSY_TIMEOUT_S", 0.05)

    async def put(database: Database, path: str, at: float) -> Any:
        problem = await database.opened()
        await database.execute("INSERT OR REPLACE INTO recent_files VALUES (?, ?)", (path, at))
        return problem

    async def read(database: Database) -> Any:
        return await database.query("SELECT * FROM recent_files ORDER BY path")

    run(with_database(file, lambda d: put(d, "/a", 1)))
    run(with_database(file, lambda d: put(d, "/b", 1)))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        for path in ("/b", "/c"):
            problem = run(with_database(file, lambda d, p=path: put(d, p, 2)))
            assert problem.code == "data_locked"
        assert run(with_database(file, read)) == [("/b", 2.0), ("/c", 2.0)]
    assert run(with_database(file, read)) == [("/a", 1.0), ("/b", 2.0), ("/c", 2.0)]
    assert not list(file.parent.glob("*beside*"))


def test_a_file_of_a_newer_version_is_left_alone(file: Path, run: Run) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 900")
    before = file.read_bytes()

    async def work(database: Database) -> Any:
        await database.execute(INSERT, ("/a", 1))
        return await database.opened()

    assert run(with_database(file, work)).code == "data_newer"
    assert file.read_bytes()[60:64] == before[60:64]


def test_a_folder_that_cannot_be_made_is_said_and_memory_is_used(tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    async def work(database: Database) -> Any:
        await database.execute(INSERT, ("/a", 1))
        return await database.opened()

    assert run(with_database(tmp_path / "file" / "data.sqlite", work)).code == "data_unusable"


def test_a_migration_backs_up_first_and_keeps_the_rows(file: Path) -> None:
    steps = (*migrations.STEPS, ("ALTER TABLE recent_files ADD COLUMN pinned INTEGER",))
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        migrate(connection, file)
        assert not list(file.parent.glob("*.bak")), "nothing to back up in a new file"
        connection.execute(INSERT, ("/a", 1))
        migrate(connection, file, steps)
        assert connection.execute("SELECT * FROM recent_files").fetchall() == [("/a", 1.0, None)]
    before = len(migrations.STEPS)
    with closing(sqlite3.connect(file.with_name(f"data.sqlite.v{before}.bak"))) as backup:
        assert version_of(backup) == before
        assert backup.execute("SELECT * FROM recent_files").fetchall() == [("/a", 1.0)]


def test_a_file_of_the_first_version_gets_presets_and_keeps_its_values(
    file: Path, run: Run
) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        migrate(connection, file, migrations.STEPS[:1])
        for form_id in ("library:1", "library:1@lab:picture:a:b.png", "document:2@demo:job:7"):
            connection.execute(
                "INSERT INTO form_values VALUES (?, ?, ?, ?)", (form_id, "field", "{}", 1.0)
            )

    async def read(database: Database) -> Any:
        return [await database.query(f"SELECT * FROM {t}") for t in ("form_values", "presets")]

    values, presets = run(with_database(file, read))
    assert sorted(row[:2] for row in values) == [
        ("", "library:1"),
        ("demo", "document:2@job:7"),
        ("lab", "library:1@picture:a:b.png"),
    ]
    assert {row[2:] for row in values} == {("field", "{}", 1.0)}
    assert presets == []
    assert file.with_name("data.sqlite.v1.bak").exists()


def test_a_step_that_fails_leaves_the_file_as_it_was(file: Path) -> None:
    steps = (*migrations.STEPS, ("CREATE TABLE new (x)", "no statement"))
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, file, steps)
        assert version_of(connection) == len(migrations.STEPS)
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name='new'").fetchall()


WRITER = """
import asyncio, sys
from pathlib import Path
from ivk_desktop.stores.database import Database

async def main():
    database = Database(Path(sys.argv[1]))
    assert await database.opened() is None
    for number in range(200):
        name = f"{sys.argv[2]}{number}"
        await database.execute("INSERT INTO recent_files VALUES (?, 0)", (name,))
    await database.close()

asyncio.run(main())
"""


def test_two_processes_write_at_once_from_the_first_start_on(file: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(file), name]) for name in ("a", "b")
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM recent_files").fetchone() == (400,)
