"""Every row of the table: which scenario measures it, and what was promised."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from tests.benchmarks.table import Figure, Target

Found = dict[str, Any]
MB, MS, S, PERCENT = "MB", "ms", "s", "%"
STALL = Target(33)
ALL = Target(100, at_least=True)
SEARCH = Target(50)
"""Of 100,000 indexed pictures, until what was found is painted."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: how to read its value from what a scenario found, several values a run too."""

    what: str
    unit: str
    read: Callable[[Found], Any]
    target: Target | None = None
    digits: int = 0

    def figure(self, runs: list[Found]) -> Figure:
        """The line's figure over several runs."""
        read = [self.read(found) for found in runs]
        values = [one for value in read for one in (value if isinstance(value, list) else [value])]
        known = tuple(one for one in values if one is not None)
        return Figure(self.what, self.unit, known, self.target, self.digits)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One coroutine of ``inside`` with its rows.

    ``place``: ``cold`` starts in fresh folders, ``warm`` a second time in the same ones.
    ``server``: ``any`` is the one asked for, ``demo`` is always the demo server.
    """

    name: str
    call: str
    rows: tuple[Row, ...]
    warm: bool = False
    x11: bool = False
    server: str = "any"
    demo: tuple[str, ...] = ()
    options: Found = field(default_factory=dict)
    others: int = 0
    """So many good servers beside, and three bad ones; their addresses are in the options."""
    kinds: bool = False
    """One server of each other kind beside; their addresses are in the options."""


def _key(name: str) -> Callable[[Found], Any]:
    return lambda found: found[name]


def _since(name: str) -> Callable[[Found], float]:
    return lambda found: float(found[name] - found["began_at"])


def _start(kind: str) -> tuple[Row, ...]:
    return (
        Row(f"first paint, {kind}", S, _since("painted_at"), Target(0.35), 3),
        Row(f"CPU to the first paint, {kind}", S, _key("painted_cpu_s"), digits=3),
        Row(f"boards, models and queue shown, {kind}", S, _since("filled_at"), Target(0.95), 3),
    )


def _memory(kind: str) -> tuple[Row, ...]:
    return (
        Row(f"memory at rest (PSS), {kind}", MB, _key("pss_mb"), Target(150)),
        Row(f"memory of its own alone (USS), {kind}", MB, _key("uss_mb")),
    )


def _slowest(found: Found) -> float:
    return float(max(found["forms_ms"].values()))


def _first_paint(found: Found) -> float:
    return float(max(found["first_ms"].values()))


def _middle(found: Found) -> float:
    return float(median(found["forms_ms"].values()))


MANY = ("--items", "10000")
SAMPLE = {"name": "Text to image, SD1.5"}

SCENARIOS = (
    Scenario("start", "starting.start", _start("fresh folders")),
    Scenario("start-warm", "starting.start", _start("caches kept"), warm=True),
    Scenario("start-x11", "starting.start", _start("X11, caches kept"), warm=True, x11=True),
    Scenario("memory", "starting.memory", _memory("default queue"), warm=True),
    Scenario(
        "memory-10k",
        "starting.memory",
        _memory("queue of 10,000"),
        warm=True,
        server="demo",
        demo=MANY,
    ),
    Scenario(
        "previews",
        "frames.previews",
        (
            Row("preview, arrival to painted, p50", MS, _key("preview_p50_ms"), Target(3), 2),
            Row("preview, arrival to painted, p95", MS, _key("preview_p95_ms"), Target(6), 2),
            Row("preview, arrival to painted, p99", MS, _key("preview_p99_ms"), Target(10), 2),
            Row("preview, sent to painted, p50", MS, _key("preview_whole_p50_ms"), digits=2),
            Row("preview, sent to painted, p95", MS, _key("preview_whole_p95_ms"), digits=2),
            Row("preview, sent to painted, p99", MS, _key("preview_whole_p99_ms"), digits=2),
            Row(
                "previews painted",
                PERCENT,
                _key("preview_painted_percent"),
                Target(95, at_least=True),
                1,
            ),
            Row("CPU for 1000 previews", S, _key("preview_cpu_s"), Target(2), 2),
            Row("longest stall, 1000 previews", MS, _key("stall_previews_ms"), STALL),
        ),
        server="demo",
    ),
    Scenario(
        "bursts",
        "floods.bursts",
        (
            Row(
                "bursts of 50 previews, arrival to painted, p95",
                MS,
                _key("burst_p95_ms"),
                Target(45),
                1,
            ),
            Row(
                "bursts of 50 previews, the newest shown",
                PERCENT,
                _key("burst_newest_percent"),
                ALL,
            ),
            Row("bursts of 50 previews, painted", PERCENT, _key("burst_painted_percent")),
        ),
        server="demo",
    ),
    Scenario(
        "flood",
        "floods.flood",
        (
            Row(
                "3000 previews at once, newest sent to painted",
                S,
                _key("flood_newest_s"),
                Target(2),
                2,
            ),
            Row(
                "3000 previews at once, their job's end arrived",
                PERCENT,
                lambda found: 100.0 * found["flood_ended"],
                ALL,
            ),
        ),
        server="demo",
    ),
    Scenario(
        "growth",
        "floods.growth",
        (Row("memory after 10,000 more events", MB, _key("growth_mb"), Target(10), 1),),
        server="demo",
    ),
    Scenario(
        "idle",
        "starting.idle",
        (
            Row("longest stall, doing nothing (the machine)", MS, _key("stall_idle_ms")),
            Row("CPU in 10 s at rest", S, _key("idle_cpu_s"), Target(0.04), 3),
        ),
        warm=True,
        demo=("--images", "20"),
    ),
    Scenario(
        "stall-start",
        "starting.stalls_start",
        (Row("longest stall, first paint to connected", MS, _key("stall_start_ms"), STALL),),
        warm=True,
    ),
    Scenario(
        "run",
        "using.run",
        (
            Row("longest stall, submitting", MS, _key("stall_submit_ms"), STALL),
            Row("longest stall, a run", MS, _key("stall_run_ms"), STALL),
        ),
        warm=True,
        options=SAMPLE,
    ),
    Scenario(
        "scroll",
        "using.scroll",
        (Row("longest stall, scrolling 10,000 items", MS, _key("stall_scroll_ms"), STALL),),
        warm=True,
        server="demo",
        demo=MANY,
    ),
    Scenario(
        "queue-open",
        "queues.opening",
        (
            Row("10,000 items: connecting to first rows", MS, _key("first_rows_ms"), Target(140)),
            Row("10,000 items: until all are read", S, _key("all_rows_s"), digits=1),
        ),
        warm=True,
        server="demo",
        demo=MANY,
    ),
    Scenario(
        "queue-scroll",
        "queues.scrolling",
        (
            Row(
                "10,000 items at 3000 px/s: repaints <= 16 ms",
                PERCENT,
                _key("quick_percent"),
                Target(99, at_least=True),
                1,
            ),
            Row("10,000 items at 3000 px/s: repaint, p99", MS, _key("paint_p99_ms"), digits=1),
            Row(
                "10,000 items at 3000 px/s: rows filled",
                PERCENT,
                _key("filled_percent"),
                Target(100, at_least=True),
                1,
            ),
            Row("memory after that (PSS)", MB, _key("pss_mb"), Target(180)),
        ),
        warm=True,
        server="demo",
        demo=MANY,
    ),
    Scenario(
        "queue-100k",
        "queues.many",
        (
            Row("100,000 items in batches: open", MS, _key("open_batch_ms"), Target(250)),
            Row("100,000 items as rows: open", MS, _key("open_none_ms"), Target(250)),
            Row("in batches: all known, laid out anew", MS, _key("layout_batch_ms"), Target(250)),
            Row("as rows: all known, laid out anew", MS, _key("layout_none_ms"), Target(250)),
            Row("in batches: one item's update", MS, _key("update_batch_ms"), Target(2), 2),
            Row("as rows: one item's update", MS, _key("update_none_ms"), Target(2), 2),
        ),
        server="demo",
    ),
    Scenario(
        "queue-100k-two",
        "queues.many",
        (
            Row("two servers, 101,000 in batches: open", MS, _key("open_batch_ms"), Target(250)),
            Row("two servers, 101,000 rows: open", MS, _key("open_none_ms"), Target(250)),
            Row("in batches: all known, laid out anew", MS, _key("layout_batch_ms"), Target(250)),
            Row("as rows: all known, laid out anew", MS, _key("layout_none_ms"), Target(250)),
            Row("in batches: one item's update", MS, _key("update_batch_ms"), Target(2), 2),
            Row("as rows: one item's update", MS, _key("update_none_ms"), Target(2), 2),
        ),
        server="demo",
        options={"beside": 1000},
    ),
    Scenario(
        "queue-requests",
        "queues.requests",
        (
            Row("requests an item event, while items run", "", _key("per_event"), Target(1), 2),
            Row("requests a second, while items run", "", _key("per_s"), Target(4), 1),
            Row("requests in the busiest second", "", _key("busiest_s")),
            Row("items a second meanwhile", "", _key("items_per_s"), digits=1),
        ),
        warm=True,
        server="demo",
        demo=("--speed", "20"),
        options=SAMPLE | {"runs": 200},
    ),
    Scenario(
        "gallery",
        "galleries.browsing",
        (
            Row("pictures of the board", "", _key("pictures")),
            Row("a board: thumbnails in view, not cached", MS, _key("cold_ms"), Target(500)),
            Row("a board: thumbnails in view, from the cache", MS, _key("cached_ms"), Target(150)),
            Row("jump to a far place, filled", MS, _key("jump_ms"), Target(500)),
            Row(
                "a board at 3000 px/s: repaints <= 16 ms",
                PERCENT,
                _key("quick_percent"),
                Target(99, at_least=True),
                1,
            ),
            Row("a board at 3000 px/s: repaint, p99", MS, _key("paint_p99_ms"), digits=1),
            Row("memory after all of it was in view (PSS)", MB, _key("pss_mb"), Target(250)),
        ),
        warm=True,
        demo=("--images", "10000"),
        options={"board": ""},
    ),
    Scenario(
        "gallery-search",
        "galleries.searching",
        (
            Row("100,000 indexed: one phrase, 11 found", MS, _key("few_ms"), SEARCH, 1),
            Row("100,000 indexed: three filters, 300 found", MS, _key("some_ms"), SEARCH, 1),
            Row("100,000 indexed: a word, 10,000 found", MS, _key("tenth_ms"), SEARCH, 1),
            Row("100,000 indexed: numbers and a year", MS, _key("filters_ms"), SEARCH, 1),
            Row("100,000 indexed: a word that all have", MS, _key("all_ms"), digits=1),
        ),
        server="demo",
    ),
    Scenario(
        "form",
        "using.forms",
        (
            Row("30 nodes, 45 fields: click to all of it painted", MS, _slowest, Target(110)),
            Row("30 nodes, 45 fields: click to first paint", MS, _first_paint),
            Row("longest stall, opening it", MS, _key("stall_open_ms"), STALL),
        ),
        warm=True,
        server="demo",
        options={"names": ["Thirty nodes"]},
    ),
    Scenario(
        "forms",
        "using.forms",
        (
            Row("workflows of the library, slowest to open", MS, _slowest, Target(200)),
            Row("workflows of the library, median to open", MS, _middle, Target(110)),
            Row("longest stall, opening them all", MS, _key("stall_open_ms"), STALL),
        ),
        warm=True,
    ),
    Scenario(
        "ten-servers",
        "servers.ten",
        (
            Row("10 servers, 3 of them bad: longest stall", MS, _key("stall_ms"), STALL),
            Row("10 servers, 3 of them bad: memory (PSS)", MB, _key("pss_mb"), Target(220)),
            Row("the 7 good ones: ends of items arrived", PERCENT, _key("ended_percent"), ALL),
            Row("the 7 good ones: connecting to queue shown", S, _key("connected_s"), digits=1),
        ),
        warm=True,
        server="demo",
        others=6,
    ),
    Scenario(
        "five-kinds",
        "servers.five_kinds",
        (
            Row("five kinds, each running: longest stall", MS, _key("stall_ms"), STALL),
            Row("five kinds, each running: memory (PSS)", MB, _key("pss_mb"), Target(230)),
            Row("five kinds: arrival to painted, p50", MS, _key("paint_ms"), digits=1),
            Row("five kinds: arrival to painted, p95", MS, _key("paint_p95_ms"), Target(20), 1),
            Row(
                "the busiest polled one: requests a second, its jobs' too",
                "",
                _key("asked"),
                None,
                2,
            ),
            Row("five kinds: items that ended", PERCENT, _key("ended_percent"), ALL),
        ),
        warm=True,
        server="demo",
        kinds=True,
    ),
    Scenario(
        "models",
        "models.listing",
        (
            Row("2,000 models: window asked for to listed", MS, _key("shown_ms"), Target(150)),
            Row("2,000 models: asked of the server to listed", MS, _key("read_ms"), Target(150)),
            Row("2,000 models: filtered, a key, p50", MS, _key("key_ms"), digits=1),
            Row("2,000 models: filtered, a key, p95", MS, _key("key_p95_ms"), Target(30), 1),
            Row("longest stall, all of that", MS, _key("stall_ms")),
        ),
        warm=True,
        server="demo",
        demo=("--models", "2000"),
    ),
    Scenario(
        "click",
        "clicks.click",
        (
            Row("click to POST on the wire, after a rest", MS, _key("rested_ms"), Target(3), 1),
            Row("click to POST on the wire, again", MS, _key("again_ms"), Target(3), 1),
        ),
        warm=True,
        options=SAMPLE,
    ),
)


def chosen(names: list[str]) -> Iterator[Scenario]:
    """The scenarios of these names; all without any.

    Raises:
        KeyError: one is not there.
    """
    known = {scenario.name: scenario for scenario in SCENARIOS}
    yield from (known[name] for name in names or known)
