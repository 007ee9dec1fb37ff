"""Decides which of the files that PyInstaller found stay in the bundle.

PyInstaller takes every plugin of Qt and whatever those link. What is kept here is a list of
plugins; of the libraries, those that something kept still needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from PyInstaller.depend.bindepend import get_imports

Entry = tuple[str, str, str]
"""PyInstaller's: the place in the bundle, the source, the type."""

PLUGINS: dict[str, set[str]] = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qjpeg", "qsvg", "qwebp"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "styles": {"qmacstyle", "qmodernwindowsstyle"},
    "tls": {"qopensslbackend", "qschannelbackend", "qsecuretransportbackend"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
}
"""Kept plugins by folder; folders that are not named go as a whole."""

HOST = {
    *("libX11.so.6", "libX11-xcb.so.1", "libXau.so.6", "libXdmcp.so.6"),
    *("libfontconfig.so.1", "libfreetype.so.6", "libexpat.so.1", "libuuid.so.1"),
    *("libstdc++.so.6", "libgcc_s.so.1", "libcom_err.so.2", "libgpg-error.so.0"),
}
"""What every Linux with a desktop has, and must come from there: older ones of ours would meet its
graphics drivers and its font settings."""

LANGUAGES = ("de", "zh_CN")
"""The languages of the app, for which Qt's own words are kept."""


def kept(binaries: Sequence[Entry], datas: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The binaries and the data files that stay."""
    wanted = [entry for entry in binaries if _is_wanted(entry)]
    needed = _needed(wanted)
    stay = [e for e in wanted if not _is_library(e) or PurePath(e[0]).name in needed]
    gone = {PurePath(e[0]).name for e in binaries} - {PurePath(e[0]).name for e in stay}
    # A macOS framework is a folder: without its library the rest of it goes, too.
    frameworks = {found for entry in stay if (found := _framework(entry[0]))}
    rest = [entry for entry in datas if _is_wanted(entry) and not _leads_to(entry, gone)]
    return stay, [e for e in rest if not _framework(e[0]) or _framework(e[0]) in frameworks]


def _leads_to(entry: Entry, gone: set[str]) -> bool:
    """Whether it is a link to a library that does not stay."""
    return entry[2] == "SYMLINK" and PurePath(entry[0]).name in gone


def _is_wanted(entry: Entry) -> bool:
    parts = PurePath(entry[0]).parts
    if parts[-1] in HOST:
        return False
    if "PySide6" not in parts:
        return True
    if "qml" in parts:
        return False
    if "translations" in parts:
        return PurePath(entry[0]).stem in {f"qtbase_{language}" for language in LANGUAGES}
    if "plugins" in parts:
        folder, name = parts[-2], PurePath(entry[0]).name.split(".")[0].removeprefix("lib")
        return name in PLUGINS.get(folder, ())
    return True


def _is_library(entry: Entry) -> bool:
    """Whether it is there only because something else links it."""
    place, _, kind = entry
    name = PurePath(place).name.lower()
    if kind == "EXTENSION" or "plugins" in PurePath(place).parts:
        return False
    return not name.endswith((".pyd", ".abi3.so")) and not name.startswith(("libpython", "python"))


def _needed(entries: list[Entry]) -> set[str]:
    """The names of all libraries that can be reached from what is loaded by itself."""
    sources = {PurePath(place).name: source for place, source, kind in entries if kind != "SYMLINK"}
    reached: set[str] = set()
    ahead = [source for place, source, kind in entries if not _is_library((place, source, kind))]
    while ahead:
        for name, path in get_imports(ahead.pop()):
            for known in {PurePath(name).name, PurePath(path or name).name} - reached:
                reached.add(known)
                if known in sources:
                    ahead.append(sources[known])
    return reached | _other_cases(reached, sources)


def _other_cases(reached: set[str], known: Iterable[str]) -> set[str]:
    """Names as the bundle spells them: Windows tells no cases apart."""
    lower = {name.lower() for name in reached}
    return {name for name in known if name.lower() in lower}


def _framework(place: str) -> str:
    parts = PurePath(place).parts
    at = next((n for n, part in enumerate(parts) if part.endswith(".framework")), None)
    return "" if at is None else "/".join(parts[: at + 1])
