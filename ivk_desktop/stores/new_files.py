"""Files that were not there before: whole or not at all, and never in the place of another."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from pathlib import Path
from typing import Final

MOST_NUMBERS: Final = 10_000
"""How many files of one name are made room for beside each other."""
MOST_RACES: Final = 20
"""So often another program may take a free name first."""


def free_path(wanted: Path, *, beside: bool = False) -> Path:
    """The path, or the first one with a number behind its name that is not taken.

    Args:
        wanted: what the file is to be called.
        beside: whether the JSON file of the same name has to be free as well.

    Raises:
        OSError: there are too many files of this name, or the folder cannot be looked into.
    """
    for number in range(1, MOST_NUMBERS):
        path = wanted if number == 1 else wanted.with_stem(f"{wanted.stem} ({number})")
        if not _is_taken(path) and not (beside and _is_taken(path.with_suffix(".json"))):
            return path
    raise FileExistsError(errno.EEXIST, "there are too many files of this name", str(wanted))


def place(path: Path, data: bytes) -> None:
    """Write a new file: after a crash it is there as a whole or not at all.

    Raises:
        FileExistsError: there is one of this name; it is as it was.
        OSError: it cannot be written; nothing of it is left.
    """
    _make_folder(path.parent)
    part = part_of(path)
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _name(part, path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    _sync(path.parent)


def write_new(wanted: Path, data: bytes, beside: bytes | None = None) -> Path:
    """Write a file that was not there, under a name with a number where it was; returns it.

    ``beside`` becomes a JSON file of the same name.

    Raises:
        OSError: it cannot be written; nothing of it is left.
    """
    for _ in range(MOST_RACES):
        path = free_path(wanted, beside=beside is not None)
        try:
            place(path, data)
        except FileExistsError:
            continue  # somebody was quicker
        if beside is not None:
            place_beside(path, beside)
        return path
    raise FileExistsError(errno.EEXIST, "other files take this name again and again", str(wanted))


def place_beside(path: Path, data: bytes) -> None:
    """Write the JSON file of a picture; one that is there already stays.

    Raises:
        OSError: it cannot be written.
    """
    with contextlib.suppress(FileExistsError):
        place(path.with_suffix(".json"), data)


def part_of(path: Path) -> Path:
    """The file that is written before ``path`` gets its name.

    The same one each time: what a crash has left of it is gone with the next try.
    """
    name = hashlib.sha256(path.name.encode(errors="surrogateescape")).hexdigest()[:16]
    return path.with_name(f".{name}.part")


def holds(path: Path, digest: str) -> bool:
    """Whether a file is the one of this SHA-256; a file that is not there is not.

    Raises:
        OSError: it is there and cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
    except (FileNotFoundError, NotADirectoryError):
        return False


def drop_rest(path: Path) -> None:
    """Remove what an interrupted ``place`` has left of a file that is not there."""
    _drop_empty(path)
    with contextlib.suppress(OSError):
        part_of(path).unlink(missing_ok=True)


def _drop_empty(path: Path) -> None:
    """Remove a name that was only reserved: see ``_name``."""
    with contextlib.suppress(OSError):
        if path.stat().st_size == 0:
            path.unlink()


def _make_folder(folder: Path) -> None:
    """Make a folder with those above it.

    Raises:
        OSError: it cannot be made; ``FileExistsError`` is kept for what ``place`` says by it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from error


def _is_taken(path: Path) -> bool:
    return os.path.lexists(path)  # a link that leads nowhere is in the way, too


def _name(part: Path, path: Path) -> None:
    """Give a file its name if nothing has it.

    Raises:
        FileExistsError: something has it.
        OSError: it cannot be named.
    """
    if os.name == "nt":
        part.rename(path)  # refuses to replace
        return
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        # FAT and some shares know no links: reserve the name, then replace what is reserved.
        path.touch(exist_ok=False)
        try:
            part.replace(path)
        except OSError:
            _drop_empty(path)
            raise


def _sync(folder: Path) -> None:
    """Have the name itself on the disk; some systems cannot, and write it soon anyway."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
