"""Pictures saved into a folder; a file that is there is never touched."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ivk_desktop.commands.exits import SERVER, USAGE, CommandError
from ivk_desktop.domain.file_names import safe_name
from ivk_desktop.domain.problems import Problem

_MOST_NAMES: Final = 10_000


def made_folder(folder: Path) -> Path:
    """Make the folder where it is missing.

    Raises:
        CommandError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a folder's name"
        raise CommandError(USAGE, f"--out {folder}: {reason}.") from error
    return folder


def save(data: bytes, name: str, folder: Path) -> Path:
    """Write a new file called ``name``, with a number where that is taken.

    Raises:
        CommandError: it cannot be written.
    """
    wanted = safe_name(name)
    stem, suffix = Path(wanted).stem, Path(wanted).suffix
    for number in range(1, _MOST_NAMES):
        path = folder / (wanted if number == 1 else f"{stem}-{number}{suffix}")
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        except OSError as error:
            raise _not_saved(path, error) from error
        return path
    raise _not_saved(folder / wanted, OSError(0, "too many files of that name"))


def _not_saved(path: Path, error: OSError) -> CommandError:
    args: dict[str, str | int | float] = {"path": str(path), "reason": error.strerror or "?"}
    return CommandError.of(SERVER, Problem("not_saved", args))
