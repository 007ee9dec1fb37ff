"""A server that is installed on this computer: where it may be, and what its log says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath

from ivk_desktop.domain.address import is_loopback, normalized_url
from ivk_desktop.domain.problems import DomainError

_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_VENVS = (".venv", "venv")
LONGEST_LINE = 4000


class LocalState(Enum):
    """How a local server fares."""

    STOPPED = "stopped"
    STARTING = "starting"
    READY = "ready"
    STOPPING = "stopping"
    FAILED = "failed"
    """It has ended by itself, or did not start at all."""


@dataclass(frozen=True, slots=True)
class LocalKind:
    """A kind of server that can be started here: a program in a virtual environment."""

    product: str
    program: str
    """The program's name, without an ending."""
    folders: tuple[str, ...]
    """Where it is usually installed, below a person's home."""
    running: re.Pattern[str]
    """Finds the address in the line of the log that tells it."""
    settings_file: str
    """Where its root folder says which port it takes."""
    port: re.Pattern[str]
    """Finds the port in there."""
    usual_port: int

    def places(self, home: PurePath, *, windows: bool) -> Iterator[PurePath]:
        """Where its program usually is."""
        part = ("Scripts", f"{self.program}.exe") if windows else ("bin", self.program)
        for folder in self.folders:
            for venv in _VENVS:
                yield home.joinpath(folder, venv, *part)

    def told_url(self, line: str) -> str | None:
        """The address at which it says that it runs, seen from here.

        A server whose port is taken may take the next one: only its log tells which.
        """
        found = self.running.search(line)
        if found is None:
            return None
        try:
            url = normalized_url(found[1])
        except DomainError:
            return None
        for everywhere in ("//0.0.0.0", "//[::]"):
            url = url.replace(everywhere, "//127.0.0.1", 1)
        return url if is_loopback(url) else None

    def port_in(self, settings: str) -> int:
        """The port that its settings name; the usual one where they name none."""
        found = self.port.search(settings)
        return int(found[1]) if found and 0 < int(found[1]) < 65536 else self.usual_port


def plain_line(text: str) -> str:
    """A line of a log without colours and control characters, and of a bounded length."""
    clean = _ANSI.sub("", text.rstrip("\r").rsplit("\r", 1)[-1])
    return "".join(ch for ch in clean if ch.isprintable() or ch == "\t")[:LONGEST_LINE]


def root_of(program: PurePath) -> PurePath | None:
    """The root folder that belongs to a program in a virtual environment: the one around it."""
    venv = program.parent.parent
    return venv.parent if venv.name in _VENVS else None
