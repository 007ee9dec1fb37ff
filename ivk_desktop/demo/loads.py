"""The cache of loaded models."""

from __future__ import annotations

from typing import Any, Final

from ivk_desktop.demo.store.models import Models

LIMIT: Final = 12_000_000_000
PART: Final = 4
"""A part of a model is about so much smaller than the whole."""


class Loads:
    """Which parts of models are in memory."""

    def __init__(self) -> None:
        self.hits = self.misses = self.cleared = 0
        self._loaded: set[tuple[str, str | None]] = set()
        self._peak = 0

    def note(self, key: str, part: str | None) -> bool:
        """A part is wanted; whether it is there already."""
        known = (key, part) in self._loaded
        self._loaded.add((key, part))
        self.hits += known
        self.misses += not known
        return known

    def empty(self) -> int:
        """Drop everything; how much that was."""
        count = len(self._loaded)
        self.cleared += count
        self._loaded.clear()
        return count

    def stats(self, models: Models) -> dict[str, Any] | None:
        """Counts as the server answers them; nothing before the first load."""
        if not self.hits and not self.misses:
            return None
        sizes = {}
        for key, part in sorted(self._loaded, key=str):
            if (config := models.find(key)) is not None:
                names = (config["base"], config["type"], config["name"], part)
                name = ":".join(filter(None, names))
                sizes[name] = config["file_size"] // (PART if part else 1)
        self._peak = max(self._peak, sum(sizes.values()))
        return {
            "hits": self.hits,
            "misses": self.misses,
            "high_watermark": self._peak,
            "in_cache": len(self._loaded),
            "cleared": self.cleared,
            "cache_size": LIMIT,
            "loaded_model_sizes": sizes,
        }
