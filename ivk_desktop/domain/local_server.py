"""A server that is installed on this computer: where it may be, and what its log says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from pathlib import PurePath

from ivk_desktop.domain.address import is_loopback, normalized_url
from ivk_desktop.domain.problems import DomainError

_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_RUNNING = re.compile(r"\brunning on (https?://\S+)")
_PORT = re.compile(r"^port:[ \t]*(\d{1,5})[ \t]*(?:#.*)?$", re.MULTILINE)
LONGEST_LINE = 4000
USUAL_PORT = 9090
SETTINGS_FILE = "invokeai.yaml"


class LocalState(Enum):
    """How a local server fares."""

    STOPPED = "stopped"
    STARTING = "starting"
    READY = "ready"
    STOPPING = "stopping"
    FAILED = "failed"
    """It has ended by itself, or did not start at all."""


def plain_line(text: str) -> str:
    """A line of a log without colours and control characters, and of a bounded length."""
    clean = _ANSI.sub("", text.rsplit("\r", 1)[-1])
    return "".join(ch for ch in clean if ch.isprintable() or ch == "\t")[:LONGEST_LINE]


def told_url(line: str) -> str | None:
    """The address at which a server says that it runs, seen from here.

    A server whose port is taken takes the next one: only its log tells which.
    """
    found = _RUNNING.search(line)
    if found is None:
        return None
    try:
        url = normalized_url(found[1])
    except DomainError:
        return None
    for everywhere in ("//0.0.0.0", "//[::]"):
        url = url.replace(everywhere, "//127.0.0.1", 1)
    return url if is_loopback(url) else None


def usual_places(home: PurePath, *, windows: bool) -> Iterator[PurePath]:
    """Where an installation of the launcher, or of a person, usually has the program."""
    part = ("Scripts", "invokeai-web.exe") if windows else ("bin", "invokeai-web")
    for folder in ("invokeai", "InvokeAI", "Invoke", "invoke"):
        for venv in (".venv", "venv"):
            yield home.joinpath(folder, venv, *part)


def configured_port(settings: str) -> int:
    """The port that a server's settings (``invokeai.yaml``) name; the usual one where none."""
    found = _PORT.search(settings)
    return int(found[1]) if found and 0 < int(found[1]) < 65536 else USUAL_PORT


def root_of(program: PurePath) -> PurePath | None:
    """The root folder that belongs to a program in a virtual environment: the one around it."""
    venv = program.parent.parent
    return venv.parent if venv.name in (".venv", "venv") else None
