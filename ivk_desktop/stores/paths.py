"""Where files are kept: the platform's folders, or those that the environment names.

A bundle that has a folder ``ivk-desktop-data`` beside its program keeps everything in there.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import platformdirs

APP = "ivk_desktop"
PORTABLE = "ivk-desktop-data"


def config_folder() -> Path:
    """Where settings.json is; ``IVK_CONFIG_DIR`` names another."""
    usual = platformdirs.user_config_dir(APP, False, roaming=True)
    return _folder("IVK_CONFIG_DIR", "config", usual)


def data_folder() -> Path:
    """Where data.sqlite is; ``IVK_DATA_DIR`` names another."""
    return _folder("IVK_DATA_DIR", "data", platformdirs.user_data_dir(APP, False))


def cache_folder() -> Path:
    """What may vanish at any time; ``IVK_CACHE_DIR`` names another."""
    return _folder("IVK_CACHE_DIR", "cache", platformdirs.user_cache_dir(APP, False))


def log_folder() -> Path:
    """Where the log is; ``IVK_LOG_DIR`` names another, else below ``IVK_DATA_DIR`` if set."""
    data = os.environ.get("IVK_DATA_DIR")
    if data and not os.environ.get("IVK_LOG_DIR"):
        return Path(data, "logs")
    return _folder("IVK_LOG_DIR", "logs", platformdirs.user_log_dir(APP, False))


def portable_folder() -> Path | None:
    """The folder beside a bundle's program that a person made to keep everything in, if any."""
    if not getattr(sys, "frozen", False):
        return None
    beside = Path(sys.executable).parent
    if beside.parts[-2:] == ("Contents", "MacOS"):
        beside = beside.parents[2]
    folder = beside / PORTABLE
    return folder if folder.is_dir() else None


def _folder(variable: str, name: str, usual: str) -> Path:
    if named := os.environ.get(variable):
        return Path(named)
    portable = portable_folder()
    return portable / name if portable is not None else Path(usual)


def write_atomically(file: Path, content: bytes, *, durable: bool = True) -> None:
    """Replace a file as a whole: after a crash it is the old one or the new one.

    Args:
        file: what is replaced; its folder is made where it is missing.
        content: all of it.
        durable: wait until it is on the disk; not needed for what can be made again.

    Raises:
        OSError: the folder or the file cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        written.replace(file)
    except BaseException:
        written.unlink(missing_ok=True)
        raise


def set_aside(file: Path) -> Path:
    """Move a file that cannot be read to ``….bak`` and return its new place.

    An older ``.bak`` is kept: the new one gets a number.
    """
    target = file.with_name(f"{file.name}.bak")
    number = 1
    while target.exists():
        number += 1
        target = file.with_name(f"{file.name}.{number}.bak")
    file.rename(target)
    return target
