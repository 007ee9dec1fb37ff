"""Single answers of a server: known, forbidden, failed, changed."""

from __future__ import annotations

from typing import Any

from ivk_desktop.api.errors import ApiError, Forbidden, Unreachable
from ivk_desktop.stores.answer import Answer
from ivk_desktop.stores.listing import ListState
from ivk_desktop.stores.notices import Notices
from ivk_desktop.tasks import Tasks
from tests.desk import until


class Level:
    """A number that a server keeps."""

    def __init__(self) -> None:
        self.number = 1
        self.asked = 0
        self.failing: ApiError | None = None

    async def ask(self) -> int:
        self.asked += 1
        if self.failing is not None:
            raise self.failing
        return self.number

    async def set(self, number: int) -> None:
        if self.failing is not None:
            raise self.failing
        self.number = number


def test_an_answer_is_read_changed_and_read_again(run: Any, qapp: Any) -> None:
    async def go() -> None:
        tasks, notices, level = Tasks(), Notices(), Level()
        answer = Answer(tasks, "level", level.ask, notices)
        assert (answer.state, answer.value) == (ListState.UNREAD, None)
        answer.read()
        assert answer.state is ListState.LOADING
        await until(lambda: answer.value == 1, answer.changed)
        answer.read_once()
        answer.act(lambda: level.set(5))
        await until(lambda: answer.value == 5, answer.changed)
        assert level.asked == 2
        level.failing = Unreachable(url="x")
        answer.act(lambda: level.set(6))
        await until(lambda: answer.state is ListState.ERROR, answer.changed)
        assert answer.value == 5
        assert len(notices.log) == 1
        await tasks.close()

    run(go())


def test_what_is_forbidden_or_not_offered_says_so(run: Any, qapp: Any) -> None:
    async def go() -> None:
        tasks, notices, level = Tasks(), Notices(), Level()
        nothing: Answer[int] = Answer(tasks, "nothing", None, notices)
        nothing.read()
        assert (nothing.offered, nothing.state) == (False, ListState.NOT_OFFERED)
        level.failing = Forbidden(url="x")
        answer = Answer(tasks, "level", level.ask, notices)
        answer.read()
        await until(lambda: answer.state is ListState.ERROR, answer.changed)
        assert answer.is_forbidden
        await tasks.close()

    run(go())
