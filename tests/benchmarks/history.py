"""How fast a long history is: ``python -m tests.benchmarks.history``.

100,000 items of 20,000 submissions, in a file that is opened anew: to the first rows painted, and
from a query to its rows in the table. Printed as the other figures are.
"""

from __future__ import annotations

import asyncio
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from ivk_desktop.domain.form import SubmitRequest
from ivk_desktop.domain.history import HistoryQuery, Order
from ivk_desktop.domain.jobs import BatchId, Job, JobError, JobState
from ivk_desktop.stores import history_put, migrations
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.history import History
from ivk_desktop.stores.history_again import Way
from ivk_desktop.stores.history_model import HistoryModel
from ivk_desktop.stores.history_pictures import HistoryPictures
from ivk_desktop.stores.servers import Servers
from ivk_desktop.stores.thumbnail_cache import ThumbnailCache
from ivk_desktop.stores.workers import Workers
from ivk_desktop.tasks import Tasks
from ivk_desktop.ui.history import texts
from ivk_desktop.ui.history.window import HistoryWindow
from ivk_desktop.ui.theme import Scheme, theme
from tests.benchmarks.__main__ import machine, preferred
from tests.benchmarks.table import Figure, Target, table
from tests.fakes import SERVER, a_picture, job_key

ITEMS, BATCH, RUNS = 100_000, 5, 5
STEMS, ENDS = ("tig", "cast", "rain", "snow", "owl"), ("er", "le", "y", "fall", "ish", "ed")
WORDS = [stem + end for stem in STEMS for end in ENDS]
SEARCHES = {
    "a text of a few items": ("seed 777",),
    "a word of one item in three": ("castle",),
    "a word of all items": ("seed",),
    "three words": ("tiger", "rainy", "castle"),
    "two letters": ("ow",),
}


def fill(file: Path) -> float:
    """Write the history; returns the seconds that took."""
    start = time.perf_counter()
    dice = random.Random(1)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        migrations.migrate(connection, file)
        history_put.put_name(connection, SERVER, "lab")
        for first in range(0, ITEMS, 1000):
            connection.execute("BEGIN")
            for batch in range(first // BATCH, (first + 1000) // BATCH):
                request = _request(batch, dice)
                history_put.put_submission(connection, SERVER, request, (), BATCH)
            history_put.put_jobs(
                connection, (_job(number, dice) for number in range(first, first + 1000))
            )
            connection.execute("COMMIT")
    return time.perf_counter() - start


def _request(batch: int, dice: random.Random) -> SubmitRequest:
    prompt = " ".join(dice.choices(WORDS, k=12))
    inputs = (("Prompt", prompt), ("Steps", "30"), ("CFG", "7.5"))
    title = f"Workflow {batch % 40}"
    payload = {"batch": {"graph": {}, "workflow": {"name": title}}}
    return SubmitRequest(BatchId(f"b{batch}"), "form", title, payload, BATCH, inputs=inputs)


def _job(number: int, dice: random.Random) -> Job:
    failed = number % 20 == 0
    at = 1_700_000_000.0 + 60 * number
    return Job(
        job_key(number),
        JobState.FAILED if failed else JobState.COMPLETED,
        batch_id=BatchId(f"b{number // BATCH}"),
        created_at=at,
        started_at=at + 1,
        ended_at=at + 1 + dice.random() * 30,
        inputs=(("seed", str(number)),),
        outputs=(a_picture(f"{number}.png"),),
        error=JobError("OutOfMemoryError", "CUDA out of memory") if failed else None,
        device="cuda:0",
    )


class Bench:
    """One window on one file."""

    def __init__(self, folder: Path) -> None:
        self.tasks = Tasks()
        self.database = Database(folder / "data.sqlite")
        self.history = History(self.database, self.tasks)
        self.model = HistoryModel(self.history, self.tasks, texts.cell)
        self.workers = Workers()
        cache = ThumbnailCache(folder / "thumbnails")
        self.pictures = HistoryPictures(Servers(), cache, self.workers)

    async def open(self) -> float:
        """Milliseconds until the window has painted its first rows."""
        await self.database.opened()
        start = time.perf_counter()
        self.window = HistoryWindow(self.model, self.pictures, lambda item: Way.AWAY)
        shown = _signalled([self.model.modelReset, self.model.rowsInserted])
        self.window.show()
        await shown
        self.window.grab()
        return (time.perf_counter() - start) * 1000

    async def ask(self, query: HistoryQuery) -> tuple[float, float]:
        """Milliseconds from a query to its first rows, and to all of them with their counts."""
        nothing = HistoryQuery(title="none")
        await _signalled([self.model.found], lambda: self.model.ask(nothing))
        shown = [self.model.modelReset, self.model.rowsInserted]
        start = time.perf_counter()
        await _signalled(shown, lambda: self.model.ask(query))
        spent = (time.perf_counter() - start) * 1000
        await _signalled([self.model.found])
        return spent, (time.perf_counter() - start) * 1000

    async def close(self) -> None:
        """End the threads."""
        self.window.close()
        await self.tasks.close()
        await self.database.close()
        self.workers.close()


def _signalled(
    signals: Sequence[Any], act: Callable[[], object] | None = None
) -> asyncio.Future[None]:
    """Done with the first of the signals."""
    told = asyncio.get_running_loop().create_future()
    for signal in signals:
        signal.connect(lambda *_: told.done() or told.set_result(None))
    if act is not None:
        act()
    return told


async def measure() -> list[Figure]:
    """All figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        filled = fill(folder / "data.sqlite")
        size = (folder / "data.sqlite").stat().st_size / 1e6
        opened = []
        found: dict[str, list[float]] = {}
        queries = {f"search, {what}": HistoryQuery(words) for what, words in SEARCHES.items()}
        queries["one status"] = HistoryQuery(states=frozenset({JobState.FAILED}))
        queries["sorted by run time"] = HistoryQuery(order=Order.RUN_TIME)
        for _ in range(RUNS):
            bench = Bench(folder)
            opened.append(await bench.open())
            for what, query in queries.items():
                first, whole = await bench.ask(query)
                found.setdefault(what, []).append(first)
                found.setdefault(f"{what}: all rows, counted", []).append(whole)
            await bench.close()
    per_item = 1000 * filled / ITEMS
    return [
        Figure("history of 100,000: window to first rows", "ms", tuple(opened), Target(250)),
        *(Figure(what, "ms", tuple(values), _target(what), 1) for what, values in found.items()),
        Figure("writing one item", "ms", (per_item,), digits=2),
        Figure("file", "MB", (size,)),
    ]


def _target(what: str) -> Target | None:
    return Target(50) if what.startswith("search") and "counted" not in what else None


def main() -> int:
    """Print the table; 1 if a target is missed."""
    before, priority = os.getloadavg(), preferred()
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    theme().apply(app, Scheme.DARK)
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        figures = runner.run(measure())
    print(table(figures))
    print(f"\nMedian and range of {RUNS} runs. {machine(before, priority)}")
    return int(any(figure.met is False for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
