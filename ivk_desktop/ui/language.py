"""The language of the window: texts of the app and of Qt's own dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ivk_desktop import resources
from ivk_desktop.ui import reading

SYSTEM: Final = "system"
ENGLISH: Final = "en"
NAMES: Final = {ENGLISH: "English", "de": "Deutsch", "zh_CN": "简体中文"}
"""Each language in its own words; these are never translated."""

_installed: list[QTranslator] = []


def chosen(wanted: str, system: Sequence[str] | None = None) -> str:
    """The language of a preference; for ``system`` the first that the system asks for and we have.

    Args:
        wanted: ``system`` or a key of ``NAMES``; anything else counts as ``system``.
        system: language tags, the most wanted first, for example ``de-AT``; Qt's where none.
    """
    if wanted in NAMES:
        return wanted
    for tag in QLocale.system().uiLanguages() if system is None else system:
        language, *parts = tag.replace("_", "-").split("-")
        if language == "zh" and not {"TW", "HK", "MO", "Hant"} & set(parts):
            return "zh_CN"
        if language in NAMES:
            return language
    return ENGLISH


def apply(wanted: str) -> str:
    """Let all texts that are looked up from now on be in a language; returns which it is.

    What is on the screen already keeps its words: this is called before the window is made.
    """
    language = chosen(wanted)
    app = QCoreApplication.instance()
    assert app is not None
    while _installed:
        app.removeTranslator(_installed.pop())
    if language != ENGLISH:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        ours = str(resources.path("translations"))
        for name, folder in ((f"qtbase_{language}", qt), (f"ivk_desktop_{language}", ours)):
            translator = QTranslator(app)
            if translator.load(name, folder):
                app.installTranslator(translator)
                _installed.append(translator)
    reading.forget()
    return language
