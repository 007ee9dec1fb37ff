"""What helps to find a fault of the app itself, as text to copy. Nothing secret, nothing personal.

English, whatever the window's language is: it is for those who mend it. Addresses of servers,
folders of the person's and what was typed into forms are left out.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import PySide6
from PySide6.QtCore import qVersion

from ivk_desktop import __version__
from ivk_desktop.api.redact import redact
from ivk_desktop.domain.address import is_loopback
from ivk_desktop.domain.servers import ServerFacts
from ivk_desktop.stores import paths

LOG_LINES: Final = 200
LOG_BYTES: Final = 200_000
"""No more is read of a log's end."""
HOME: Final = "~"


def diagnostics(servers: Iterable[tuple[str, ServerFacts | None]], log_file: Path) -> str:
    """Markdown: versions, servers by address and facts, and the end of the log.

    Reads the log: to be called in a thread.
    """
    addresses = tuple(servers)
    parts = [
        "## ivk desktop",
        _listed(_program()),
        "## Servers",
        _listed(_server(url, facts) for url, facts in addresses) or "none",
        "## The end of the log",
        f"```\n{_tail(log_file)}\n```",
    ]
    text = redact("\n\n".join(parts)) + "\n"
    for url, _ in addresses:
        text = text.replace(url.split("://")[-1], "[server]")
    return text.replace(str(Path.home()), HOME)


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _program() -> Iterator[str]:
    yield f"Version {__version__}{', bundled' if getattr(sys, 'frozen', False) else ''}"
    yield f"{platform.system()} {platform.release()} {platform.machine()}"
    yield f"Python {platform.python_version()}, PySide {PySide6.__version__}, Qt {qVersion()}"
    if paths.portable_folder() is not None:
        yield "Settings beside the program"


def _server(url: str, facts: ServerFacts | None) -> str:
    place = "on this computer" if is_loopback(url) else "on another computer"
    scheme = url.split("://", maxsplit=1)[0]
    what = f"{facts.product} {facts.version}" if facts is not None else "did not answer yet"
    return f"{what}, {scheme}, {place}"


def _tail(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            stream.seek(max(0, file.stat().st_size - LOG_BYTES))
            lines = stream.read(LOG_BYTES).decode("utf-8", "replace").splitlines()
    except OSError as error:
        return f"The log cannot be read: {error.strerror}."
    return "\n".join(lines[-LOG_LINES:]).replace("```", "'''")
