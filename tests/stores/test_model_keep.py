"""What belongs to a model: read, changed, and read anew."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ivk_desktop.domain.models import ModelKey
from ivk_desktop.stores.model_keep import ModelKeep
from ivk_desktop.stores.models import ModelStore
from ivk_desktop.stores.notices import Notices
from ivk_desktop.tasks import Tasks
from tests.desk import until
from tests.fakes_models import FakeModels

ONE, OTHER = ModelKey("host", "one"), ModelKey("host", "other")


@dataclass
class Slow(FakeModels):
    """Its first answer stays out."""

    asked: int = 0
    never: asyncio.Event = field(default_factory=asyncio.Event)

    async def related_models(self, key: ModelKey) -> Sequence[ModelKey]:
        self.asked += 1
        if self.asked == 1:
            await self.never.wait()
        return await super().related_models(key)


def test_a_relation_is_read_anew_while_an_older_answer_is_awaited(qapp: Any, run: Any) -> None:
    async def relate() -> None:
        backend, tasks, notices = Slow(), Tasks(), Notices()
        keep = ModelKeep(backend, tasks, ModelStore(backend, tasks), notices)
        assert keep.related(ONE) == ()
        await asyncio.sleep(0)
        backend.relatives = {ONE: [OTHER]}
        keep.relate(ONE, OTHER, True)
        await until(lambda: OTHER in keep.related(ONE), keep.related_changed)
        await tasks.close()

    run(relate())
