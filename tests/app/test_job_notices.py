"""What the status bar says of jobs that end."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from tests.demo_process import demo_server
from tests.desk import open_desk, opened, until

Run = Callable[[Coroutine[Any, Any, Any]], Any]
WORKFLOW = "Text to image, SD1.5"


def test_a_batch_is_done_only_with_its_last_job(run: Run) -> None:
    async def check() -> None:
        with demo_server("--speed", "50", "--items", "0", "--images", "0") as demo:
            async with open_desk(demo.url) as desk:
                said: list[str] = []
                desk.notices.posted.connect(lambda notice: said.append(notice.text))
                await opened(desk, WORKFLOW)
                desk.window.invoke_bar.runs.set_value(2)
                desk.window.invoke_bar.invoke()
                done = f"{WORKFLOW} is done."
                await until(lambda: done in said, desk.notices.posted)
                assert [text for text in said if text.startswith(WORKFLOW)] == [
                    f"{WORKFLOW}: 1 of 2 done.",
                    done,
                ]

    run(check())
