"""Collects the licence texts of all that is in a bundle."""

from __future__ import annotations

import re
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).parent
TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
QT = {"pyside6-essentials", "shiboken6"}
"""Wheels without a licence text: the LGPL, which refers to the GPL."""


def collect(folder: Path) -> list[str]:
    """Copy the texts into ``folder``, one folder a package; the names of the packages.

    Raises:
        SystemExit: a package comes without a licence text.
    """
    shutil.rmtree(folder, ignore_errors=True)
    names = []
    for package in sorted(_closure("ivk-desktop"), key=lambda p: p.name.lower()):
        texts = _texts(package)
        if not texts:
            raise SystemExit(f"{package.name} comes without a licence text: add it to {HERE.name}.")
        names.append(f"{package.name} {package.version}")
        _copy(texts, folder / package.name)
    _copy([_python_licence()], folder / "Python")
    return names


def _closure(name: str) -> list[Distribution]:
    """A distribution and all that it needs on this system."""
    found: dict[str, Distribution] = {}
    ahead = [name]
    while ahead:
        needed = canonicalize_name(ahead.pop())
        if needed in found:
            continue
        try:
            package = distribution(needed)
        except PackageNotFoundError:
            continue  # an extra that nobody asked for
        found[needed] = package
        ahead.extend(_requirements(package))
    return list(found.values())


def _requirements(package: Distribution) -> Iterator[str]:
    for line in package.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name


def _texts(package: Distribution) -> list[Path]:
    if canonicalize_name(package.name) in QT:
        return [HERE / "licences" / name for name in ("LGPL-3.0.txt", "GPL-3.0.txt")]
    files = [f for f in package.files or () if ".dist-info" in f.parts[0] and TEXT.search(f.name)]
    if canonicalize_name(package.name) == "ivk-desktop":
        return [HERE.parent / "LICENSE"]
    return [Path(str(package.locate_file(file))) for file in files]


def _python_licence() -> Path:
    """Python's own licence, where it was installed with it."""
    library = Path(sysconfig.get_path("stdlib"))
    places = (library / "LICENSE.txt", Path(sys.base_prefix, "LICENSE.txt"))
    system = Path(f"/usr/share/doc/python{sys.version_info.major}.{sys.version_info.minor}")
    for place in (*places, system / "copyright"):
        if place.is_file():
            return place
    raise SystemExit(f"Python's licence is not at {places[0]}: copy it there from python.org.")


def _copy(texts: list[Path], folder: Path) -> None:
    folder.mkdir(parents=True)
    for number, text in enumerate(texts):
        target = folder / text.name
        shutil.copyfile(text, target if not target.exists() else folder / f"{number}-{text.name}")
