"""Writes ``THIRD_PARTY_NOTICES.md``: what others made of that which a bundle holds.

    uv run python packaging/notices.py

The packages are those of ``uv.lock`` that the program needs on any system; their licences are
read from what is installed here, for packages of other systems from ``ELSEWHERE``.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "THIRD_PARTY_NOTICES.md"
OWN = "ivk-desktop"

ELSEWHERE = {
    "pywin32-ctypes": ("BSD-3-Clause", "https://github.com/enthought/pywin32-ctypes"),
    "truststore": ("MIT", "https://github.com/sethmlarson/truststore"),
}
"""Packages of other systems than this: their licence and home."""

QT = ("pyside6-essentials", "shiboken6")
QT_LICENCE = "LGPL-3.0-only"
"""Of the two licences that Qt for Python offers, the one it is used under."""

SPDX = {
    "Apache 2.0": "Apache-2.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""Names in older metadata, as SPDX has them."""

HOMES = ("homepage", "source", "source code", "repository", "github")

HEAD = """\
# Third-party notices

ivk_desktop is under the MIT licence (`LICENSE`). What it is made with belongs to others, under the
licences named here. Bundles carry the texts of all of them in their folder `licences`; packages
that `pip` or `uv` installs carry their own.

Written by `packaging/notices.py`; a test checks that no package is missing.

## Qt

Qt and Qt for Python (PySide6, Shiboken) are used under the GNU Lesser General Public License,
version 3; its text and that of the GPL, to which it refers, are in `packaging/licences` and in each
bundle. They are unmodified. In a bundle they are separate files below `_internal/PySide6` and
`_internal/shiboken6`, which you may replace by your own build of the same version. Their source is
at <https://download.qt.io/official_releases/QtForPython/> and <https://download.qt.io/>; what Qt
itself contains of others is listed at <https://doc.qt.io/qt-6/licenses-used-in-qt.html>. No module
is used that is under the GPL alone.

## Files of others in this repository

| what | licence | home |
|---|---|---|
| Lucide (`resources/icons`) | ISC | <https://lucide.dev> |
| Inter (`resources/fonts`) | OFL-1.1 | <https://rsms.me/inter/> |

Their texts stand beside them.

## Python and its libraries, in bundles

| what | licence | home |
|---|---|---|
| Python | PSF-2.0 | <https://www.python.org> |
| OpenSSL, of Python and of cryptography | Apache-2.0 | <https://openssl-library.org> |
| SQLite | public domain | <https://sqlite.org> |
| zlib | Zlib | <https://zlib.net> |
| bzip2 | bzip2-1.0.6 | <https://sourceware.org/bzip2/> |
| liblzma (XZ Utils) | 0BSD | <https://tukaani.org/xz/> |
| libffi | MIT | <https://sourceware.org/libffi/> |
| Expat | MIT | <https://libexpat.github.io> |
| mpdecimal | BSD-2-Clause | <https://www.bytereef.org/mpdecimal/> |
| PyInstaller's loader | GPL-2.0-or-later WITH Bootloader-exception | <https://pyinstaller.org> |

## Packages

| package | licence | home |
|---|---|---|
"""


def main() -> int:
    """Write the file; the exit code."""
    FILE.write_text(text(), encoding="utf-8")
    print(f"{FILE.name}: {len(packages())} packages")
    return 0


def text() -> str:
    """The whole document."""
    return HEAD + "".join(f"{row}\n" for row in map(_row, packages()))


def packages() -> list[str]:
    """The names of all packages that the program needs on any system, sorted."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    locked = {package["name"]: package for package in lock["package"]}
    found: set[tuple[str, str]] = set()
    ahead = [(OWN, "")]
    while ahead:
        wanted = ahead.pop()
        if wanted not in found:
            found.add(wanted)
            ahead.extend(_needed(locked[wanted[0]], wanted[1]))
    return sorted({name for name, _ in found} - {OWN})


def _needed(package: dict[str, Any], extra: str) -> Iterator[tuple[str, str]]:
    """Names and extras that a package, or one of its extras, depends on."""
    extras: dict[str, list[dict[str, Any]]] = package.get("optional-dependencies", {})
    for needed in extras.get(extra, ()) if extra else package.get("dependencies", ()):
        yield needed["name"], ""
        for name in needed.get("extra", ()):
            yield needed["name"], name


def _row(name: str) -> str:
    if name in ELSEWHERE:
        licence, home = ELSEWHERE[name]
    else:
        try:
            facts = metadata(name)
        except PackageNotFoundError as error:
            raise SystemExit(f"{name} is not installed here: name it in ELSEWHERE.") from error
        licence, home = _licence(name, facts), _home(facts)
    return f"| {name} | {licence} | {f'<{home}>' if home else ''} |"


def _licence(name: str, facts: PackageMetadata) -> str:
    if name in QT:
        return QT_LICENCE
    classifiers = facts.get_all("Classifier") or []
    kinds = [c.split(" :: ")[-1] for c in classifiers if c.startswith("License :: ")]
    first = next(filter(None, (facts.get("License-Expression"), facts.get("License"), *kinds)), "")
    if not first or "\n" in first:
        raise SystemExit(f"The metadata of {name} name no licence: name it in ELSEWHERE.")
    return SPDX.get(first, first)


def _home(facts: PackageMetadata) -> str:
    pairs = [line.partition(", ")[::2] for line in facts.get_all("Project-URL") or []]
    urls = {label.strip().lower(): url.strip() for label, url in pairs}
    named = next((urls[label] for label in HOMES if label in urls), "")
    return named or facts.get("Home-page") or ""


if __name__ == "__main__":
    sys.exit(main())
