"""What generators yield, asked once and used for preview, readiness and submission alike."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ivk_desktop.api.backend import Backend, ItemSource
from ivk_desktop.api.errors import ApiError
from ivk_desktop.domain.problems import Problem
from ivk_desktop.tasks import Tasks

DELAY_MS: Final = 250
"""Asked only after typing has rested this long."""
MOST_KEPT: Final = 32

GeneratorValue = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Generated:
    """What a generator yields, or why it yields nothing."""

    items: tuple[Any, ...] = ()
    problem: Problem | None = None


class GeneratedItems(QObject):
    """Knows what generators of one server yield, by their value.

    An answer holds until ``renew``: all who look at the same value see the same items, also those
    drawn at random. An owner wants one value at a time: what it wanted before is not asked for
    any more.
    """

    changed = Signal()
    """Something is known that was not."""
    forgotten = Signal()
    """Something that was known is to be asked for anew."""

    def __init__(self, backend: Backend, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = backend if isinstance(backend, ItemSource) else None
        self._tasks = tasks
        self._known: OrderedDict[str, Generated] = OrderedDict()
        self._wanted: dict[object, tuple[str, GeneratorValue]] = {}
        self._asking: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._ask)

    @property
    def is_offered(self) -> bool:
        """Whether this kind of server resolves generators."""
        return self._source is not None

    def get(self, value: GeneratorValue, owner: object) -> Generated | None:
        """What a value yields; ``None`` while it is asked for: ``changed`` follows."""
        key = _key(value)
        known = self._known.get(key)
        if known is not None:
            self._known.move_to_end(key)
            self._wanted.pop(owner, None)
        elif self._source is not None and self._wanted.get(owner, ("",))[0] != key:
            self._wanted[owner] = key, value
            if key not in self._asking:
                self._timer.start()
        return known

    def peek(self, value: GeneratorValue) -> Generated | None:
        """What a value is known to yield; nothing is asked for."""
        return self._known.get(_key(value))

    def renew(self, kinds: str = "") -> None:
        """Forget the answers of generators whose ``type`` contains ``kinds``, all for none."""
        self._drop([key for key in self._known if kinds in str(json.loads(key).get("type"))])

    def forget(self, values: Iterable[GeneratorValue]) -> None:
        """Forget the answers of these values."""
        self._drop([_key(value) for value in values])

    def retry(self) -> None:
        """Forget what could not be told, for example after a lost connection."""
        self._drop([key for key, found in self._known.items() if found.problem is not None])

    def _drop(self, keys: Iterable[str]) -> None:
        dropped = [key for key in keys if self._known.pop(key, None) is not None]
        if dropped:
            self.forgotten.emit()

    def _ask(self) -> None:
        for key, value in dict(self._wanted.values()).items():
            if key not in self._asking and key not in self._known:
                self._asking.add(key)
                self._tasks.start(self._fetch(key, value), f"generate {key}")

    async def _fetch(self, key: str, value: GeneratorValue) -> None:
        assert self._source is not None
        try:
            found = Generated(tuple(await self._source.generated_items(value)))
        except ApiError as error:
            found = Generated(problem=error.problem)
        finally:
            self._asking.discard(key)
        self._known[key] = found
        while len(self._known) > MOST_KEPT:
            self._known.popitem(last=False)
        self._wanted = {who: (k, v) for who, (k, v) in self._wanted.items() if k != key}
        self.changed.emit()


def _key(value: GeneratorValue) -> str:
    return json.dumps(value, sort_keys=True, default=str)
