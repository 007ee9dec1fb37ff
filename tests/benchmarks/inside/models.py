"""The model manager with thousands of models: how soon they are listed, and filtered."""

from __future__ import annotations

import time

from ivk_desktop.app import Desk
from tests.benchmarks.inside.parts import Found, Options, heartbeat, settled
from tests.benchmarks.inside.watching import painted, quiet
from tests.benchmarks.table import percentile

KEYS = "study-1987"
ROUNDS = 3


async def listing(desk: Desk, options: Options) -> Found:
    """Open the window, read the list anew, type a name key by key and take it back."""
    session = await settled(desk)
    beats = heartbeat(desk, options)
    begin = time.monotonic()
    desk.model_manager.show()
    window = desk.model_manager.models
    assert window is not None
    page, table = window.models, window.models.table
    shown_ms = (await painted(table.viewport()) - begin) * 1000
    before = session.models.as_of
    begin = time.monotonic()
    session.models.reload()
    await quiet(lambda: session.models.as_of != before, 0.001)
    read_ms = (await painted(table.viewport()) - begin) * 1000
    keys_ms = []
    texts = [KEYS[: length + 1] for length in range(len(KEYS))]
    for text in [*texts, *reversed(texts[:-1]), ""] * ROUNDS:
        begin = time.monotonic()
        page.search.setText(text)
        keys_ms.append((await painted(table.viewport()) - begin) * 1000)
    return {
        "models": len(session.models.items),
        "shown_ms": shown_ms,
        "read_ms": read_ms,
        "key_p95_ms": percentile(keys_ms, 0.95),
        "key_ms": percentile(keys_ms, 0.5),
        "stall_ms": beats.end(),
    }
