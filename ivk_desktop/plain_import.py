"""Python's own ``import`` instead of PySide's.

PySide puts a function of its own in its place, for switches like ``from __feature__ import
snake_case`` which nobody uses here. It reads the source of every module that is imported to see
whether it names PySide, and keeps it: 14 MB, and a tenth of the start.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - it is replaced while this is imported


def restore() -> None:
    """Put Python's own back; without effect where PySide keeps it no longer."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
