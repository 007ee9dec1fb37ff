"""What was learned of a server and is worth knowing the next time; may vanish."""

from __future__ import annotations

import contextlib
import hashlib
import time
from pathlib import Path
from typing import Final

from ivk_desktop.domain.servers import ServerId

KEPT_S: Final = 7 * 86400.0
"""After so long it is found out anew: servers are mended."""


class Note:
    """One fact about one server that holds, or does not.

    Args:
        server_id: the server.
        name: names the fact.
        folder: where it is kept; ``None`` keeps it as long as the app runs.
    """

    def __init__(self, server_id: ServerId, name: str, folder: Path | None) -> None:
        own = hashlib.sha256(server_id.encode()).hexdigest()[:16]
        self._file = None if folder is None else folder / f"{own}-{name}"
        self._holds = False

    def __bool__(self) -> bool:
        return self._holds

    def read(self) -> None:
        """Look whether it was kept; to be called in a thread."""
        with contextlib.suppress(OSError):
            if self._file is not None:
                self._holds |= time.time() - self._file.stat().st_mtime < KEPT_S

    def keep(self) -> None:
        """It holds from now on; to be called in a thread."""
        self._holds = True
        with contextlib.suppress(OSError):
            if self._file is not None:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._file.touch()
