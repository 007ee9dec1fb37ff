"""The previews that jobs have sent, encoded as they came: to look back at how a picture began."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from ivk_desktop.domain.jobs import JobKey
from ivk_desktop.domain.updates import Preview

MOST_BYTES: Final = 8 * 1024 * 1024
"""Of all jobs together: about 1600 previews of 512 x 512 pictures."""
MOST_STEPS: Final = 256
"""Of one job; beyond that every second one goes, so that the whole way stays in view."""
MOST_JOBS: Final = 16


class PreviewHistory:
    """Keeps the steps of the newest jobs; the job that was silent longest goes first."""

    def __init__(self) -> None:
        self._steps: OrderedDict[JobKey, list[Preview]] = OrderedDict()
        self._bytes = 0

    @property
    def size_bytes(self) -> int:
        """What all kept previews take."""
        return self._bytes

    def add(self, key: JobKey, preview: Preview) -> None:
        """Keep one more step of a job."""
        steps = self._steps.setdefault(key, [])
        self._steps.move_to_end(key)
        steps.append(preview)
        self._bytes += len(preview.data)
        if len(steps) > MOST_STEPS:
            self._thin(steps)
        while self._bytes > MOST_BYTES or len(self._steps) > MOST_JOBS:
            if len(self._steps) > 1:
                self.forget(next(iter(self._steps)))
            elif len(steps) > 2:
                self._thin(steps)
            else:
                return

    def steps(self, key: JobKey | None) -> Sequence[Preview]:
        """The steps of a job, oldest first; the newest is always among them."""
        return self._steps.get(key, ()) if key is not None else ()

    def forget(self, key: JobKey) -> None:
        """Drop a job's steps."""
        self._bytes -= sum(len(step.data) for step in self._steps.pop(key, ()))

    def _thin(self, steps: list[Preview]) -> None:
        """Drop every second step, but neither the first nor the newest."""
        self._bytes -= sum(len(step.data) for step in steps[1:-1:2])
        del steps[1:-1:2]
