"""The shipped font, with figures of one width; the system's where it cannot be had."""

from __future__ import annotations

import logging
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from ivk_desktop import resources

log = logging.getLogger(__name__)

LARGE_PX = 15
LARGE_SPACING_PX = -0.25
"""Large semibold words stand a little closer; base.qss says the same."""
FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf")


@cache
def family() -> str | None:
    """The family of the shipped font, loaded with the first call; ``None`` if it cannot be."""
    families: set[str] = set()
    for file in FILES:
        number = QFontDatabase.addApplicationFont(str(resources.path("fonts", file)))
        families.update(QFontDatabase.applicationFontFamilies(number) if number >= 0 else ())
    if "Inter" in families:
        return "Inter"
    log.warning("the shipped font cannot be loaded, using the system's")
    return None


def font(size_px: int, semibold: bool = False, inter: bool = True) -> QFont:
    """A font of ``size_px``, in the shipped family or the system's."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if inter and (name := family()):
        made = QFont(name)
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setPixelSize(size_px)
    made.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    if semibold and inter and size_px >= LARGE_PX:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, LARGE_SPACING_PX)
    return made


def fixed(size_px: int) -> QFont:
    """The system's font of one width, for logs and JSON."""
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setPixelSize(size_px)
    return made
