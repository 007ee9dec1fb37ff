"""The log: in the platform's folder, rotated, without any secret."""

from __future__ import annotations

import logging
import logging.handlers
import sys
from pathlib import Path

from ivk_desktop.api.redact import redact
from ivk_desktop.stores import paths

FILE = "ivk_desktop.log"
FILE_BYTES = 1_000_000
FILES = 5
LINE = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
LOUD = ("httpx", "httpcore", "socketio", "engineio", "aiohttp", "qasync", "asyncio", "keyring")
"""Libraries that say too much below a warning."""


class RedactingFormatter(logging.Formatter):
    """Masks secrets in the whole text of a record: message, arguments and traceback."""

    def format(self, record: logging.LogRecord) -> str:
        """The text of a record, without secrets."""
        return redact(super().format(record))


def start(level: str = "INFO", *, to_stderr: bool = False) -> Path | None:
    """Begin to log; returns the log's file, or ``None`` where it cannot be written.

    Args:
        level: the lowest level that is logged, for example ``DEBUG``.
        to_stderr: say the same on the standard error stream.
    """
    root = logging.getLogger()
    root.setLevel(level.upper())
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
    if to_stderr:
        _add(root, logging.StreamHandler(sys.stderr))
    file = paths.log_folder() / FILE
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _add(
            root,
            logging.handlers.RotatingFileHandler(
                file, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8", delay=False
            ),
        )
    except OSError as error:
        root.warning("no log file: %s", error)
        return None
    return file


def _add(logger: logging.Logger, handler: logging.Handler) -> None:
    handler.setFormatter(RedactingFormatter(LINE))
    logger.addHandler(handler)
