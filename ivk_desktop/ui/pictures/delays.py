"""The delays before the server deletes, in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

DELAYS_S: Final = (60, 600, 3600, 86_400, 7 * 86_400)
"""What a person can choose from."""


def tr(text: str) -> str:
    """Translate in this module's context."""
    return QCoreApplication.translate("delays", text)


def delay_text(seconds: float) -> str:
    """A span of time in its largest whole unit, rounded up: "10 minutes"."""
    units = (
        (86_400, tr("1 day"), tr("{count} days")),
        (3600, tr("1 hour"), tr("{count} hours")),
        (60, tr("1 minute"), tr("{count} minutes")),
        (1, tr("1 second"), tr("{count} seconds")),
    )
    for size, one, many in units:
        if seconds >= size:
            count = -int(-seconds // size)
            return one if count == 1 else many.format(count=count)
    return tr("a moment")
