"""What generators yield: asked once, shared by all who look."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from ivk_desktop.api.errors import ApiError, Unusable
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.generated import Generated, GeneratedItems
from ivk_desktop.tasks import Tasks
from tests.fakes import FakeBackend

Run = Callable[[Coroutine[Any, Any, None]], None]


class Source(FakeBackend):
    """Answers with the parameters, and counts."""

    asked: list[Any]
    error: ApiError | None = None

    async def generated_items(self, value: Mapping[str, Any]) -> list[Any]:
        self.asked.append(value["input"])
        if self.error is not None:
            raise self.error
        return [f"{value['input']} {len(self.asked)}"]


def source() -> Source:
    made = Source()
    made.asked = []
    return made


def value(text: str, kind: str = "random") -> dict[str, Any]:
    return {"type": kind, "input": text}


async def told(items: GeneratedItems, wanted: Mapping[str, Any], owner: str = "me") -> Generated:
    again = asyncio.Event()
    connection = items.changed.connect(again.set)
    while (found := items.get(wanted, owner)) is None:
        again.clear()
        await again.wait()
    items.changed.disconnect(connection)
    return found


def test_one_answer_serves_all_who_look(run: Run) -> None:
    async def look() -> None:
        server, tasks = source(), Tasks()
        items = GeneratedItems(server, tasks)
        first = await told(items, value("a"))
        assert first.items == ("a 1",)
        assert items.get(value("a"), "another") is first
        assert server.asked == ["a"]
        await tasks.close()

    run(look())


def test_what_is_typed_over_is_never_asked(run: Run) -> None:
    async def type_on() -> None:
        server, tasks = source(), Tasks()
        items = GeneratedItems(server, tasks)
        for text in ("c", "ca", "cat"):
            assert items.get(value(text), "me") is None
        await told(items, value("cat"))
        assert server.asked == ["cat"]
        await tasks.close()

    run(type_on())


def test_a_forgotten_answer_is_asked_anew(run: Run) -> None:
    async def forget() -> None:
        server, tasks = source(), Tasks()
        items = GeneratedItems(server, tasks)
        forgotten: list[None] = []
        items.forgotten.connect(lambda: forgotten.append(None))
        await told(items, value("a"))
        await told(items, value("b", "from_board"))
        items.renew("from_board")
        assert items.get(value("a"), "me") is not None
        assert items.get(value("b", "from_board"), "me") is None
        items.forget([value("a"), value("never asked")])
        assert (await told(items, value("a"))).items == ("a 3",)
        assert len(forgotten) == 2
        await tasks.close()

    run(forget())


def test_a_mistake_is_told_and_tried_again(run: Run) -> None:
    async def fail() -> None:
        server, tasks = source(), Tasks()
        server.error = Unusable(Problem("prompt_unusable", {"reason": "char 2"}))
        items = GeneratedItems(server, tasks)
        found = await told(items, value("a"))
        assert found.problem is not None
        assert found.problem.code == "prompt_unusable"
        server.error = None
        items.retry()
        assert (await told(items, value("a"))).items == ("a 2",)
        await tasks.close()

    run(fail())


def test_a_server_without_generators_is_never_asked(run: Run) -> None:
    async def none() -> None:
        tasks = Tasks()
        items = GeneratedItems(FakeBackend(), tasks)
        assert not items.is_offered
        assert items.get(value("a"), "me") is None
        await tasks.close()

    run(none())
