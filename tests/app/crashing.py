"""The app that moves an item and is gone in the midst of it.

``python -m tests.app.crashing URL METHOD before|after``
"""

from __future__ import annotations

import asyncio
import os
import sys
from typing import Any

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from ivk_desktop.api.invokeai.backend import InvokeAIBackend
from tests.app.test_runs import session_of
from tests.desk import open_desk, until

CODE = 9


def die_at(method: str, when: str) -> None:
    """End this process, as kill -9 does, round the next call of a backend's method."""
    act = getattr(InvokeAIBackend, method)

    async def dying(self: InvokeAIBackend, *arguments: Any) -> Any:
        if when == "after":
            await act(self, *arguments)
        os._exit(CODE)

    setattr(InvokeAIBackend, method, dying)


async def main(url: str) -> None:
    """Let the last of those that wait run next."""
    async with open_desk(url) as desk:
        session = session_of(desk)
        queue = session.queue
        await until(lambda: session.actions.pending_ids(), queue.changed, queue.counts_changed)
        die_at(sys.argv[2], sys.argv[3])
        session.actions.run_first(session.actions.pending_ids()[-1:])
        await asyncio.Event().wait()


if __name__ == "__main__":
    app = QApplication(["crashing"])
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.run(main(sys.argv[1]))
