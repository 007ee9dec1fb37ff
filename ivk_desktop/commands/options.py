"""The arguments that the commands share."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

SERVER_VARIABLE: Final = "IVK_SERVER"
"""Names the server where the arguments name none."""


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for. One of ``server`` and ``openapi`` is given."""

    file: Path
    server: str | None = None
    openapi: Path | None = None
    queue_id: str = "default"
    edits: Path | None = None
    sets: tuple[str, ...] = ()
    runs: int = 1
    board: str | None = None
    front: bool = False
    force: bool = False
    assume_missing: bool = False
    wait: bool = False
    out: Path | None = None


def parse(command: str, description: str, arguments: Sequence[str]) -> Options:
    """Read the arguments of ``command``.

    Raises:
        SystemExit: they cannot be used (2), or help was asked for (0).
    """
    parser = argparse.ArgumentParser(
        prog=f"ivk-desktop {command}", description=description, allow_abbrev=False
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a workflow: JSON, or a PNG")
    _add_source(parser, offline=command != "submit")
    _add_values(parser)
    if command == "submit":
        parser.add_argument("--wait", action="store_true", help="wait until all items have ended")
        parser.add_argument(
            "--out", type=Path, metavar="DIR", help="wait, and save the pictures into this folder"
        )
    return Options(**_read(parser, arguments))


def _read(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> dict[str, Any]:
    found = vars(parser.parse_args(list(arguments)))
    found["sets"] = tuple(found["sets"])
    if found.get("openapi") is None and found["server"] is None:
        found["server"] = _usual_server()
    return found


def _usual_server() -> str | None:
    return os.environ.get(SERVER_VARIABLE, "").strip() or None


def _add_source(parser: argparse.ArgumentParser, *, offline: bool) -> None:
    source = parser.add_mutually_exclusive_group(required=_usual_server() is None)
    source.add_argument(
        "--server", metavar="URL", help=f"the server's address (also: {SERVER_VARIABLE})"
    )
    if offline:
        source.add_argument(
            "--openapi",
            type=Path,
            metavar="FILE",
            help="the server's OpenAPI document (.json or .json.gz) instead of the server:"
            " no network is used, and everything that FILE names counts as there",
        )
    parser.add_argument("--queue", metavar="ID", dest="queue_id", default="default")


def _add_values(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--edits",
        type=Path,
        metavar="FILE",
        help='a JSON list of {"nodeId", "fieldName", "value"}, applied in order',
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        dest="sets",
        metavar="NODE.FIELD=JSON",
        help="set one value, after the edits; also LABEL=JSON",
    )
    parser.add_argument("--runs", type=_count, default=1, metavar="N", help="how often to run it")
    parser.add_argument(
        "--board", metavar="ID", help="where results go whose board is automatic (else nowhere)"
    )
    parser.add_argument("--front", action="store_true", help="put it in front of what waits")
    parser.add_argument("--force", action="store_true", help="also when it is not ready")
    parser.add_argument(
        "--assume-missing",
        action="store_true",
        help="everything that FILE names (models, pictures, boards) counts as missing",
    )


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and int(text) >= 1):
        raise argparse.ArgumentTypeError("must be a whole number of 1 or more")
    return int(text)
