"""The invocation cache: results of nodes by what went into them."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from ivk_desktop.demo.store.images import compact

MAX_SIZE = 512


class InvocationCache:
    """Remembers the newest results; an image that is deleted takes its results with it."""

    def __init__(self) -> None:
        self.enabled = True
        self.hits = self.misses = 0
        self._results: OrderedDict[str, dict[str, Any]] = OrderedDict()

    def find(self, node: dict[str, Any]) -> dict[str, Any] | None:
        """An earlier result of a node with the same inputs."""
        found = self._results.get(_key(node)) if self.enabled else None
        if found is None:
            self.misses += 1
        else:
            self.hits += 1
        return found

    def keep(self, node: dict[str, Any], result: dict[str, Any]) -> None:
        """Remember a result."""
        if not self.enabled:
            return
        self._results[_key(node)] = result
        while len(self._results) > MAX_SIZE:
            self._results.popitem(last=False)

    def forget_image(self, name: str) -> None:
        """Drop the results that name an image."""
        stale = [key for key, result in self._results.items() if name in compact(result)]
        for key in stale:
            del self._results[key]

    def clear(self) -> None:
        """Forget everything."""
        self._results.clear()

    def status(self) -> dict[str, Any]:
        """Counts as the server answers them."""
        return {
            "size": len(self._results),
            "hits": self.hits,
            "misses": self.misses,
            "enabled": self.enabled,
            "max_size": MAX_SIZE,
        }


def _key(node: dict[str, Any]) -> str:
    return compact({key: value for key, value in node.items() if key != "id"})
