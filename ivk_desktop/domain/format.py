"""Numbers, times and sizes as people read them. Pure: locale, words and time zone are passed in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final

MINUTE_S: Final = 60
HOUR_S: Final = 3600
DAY_S: Final = 86400


@dataclass(frozen=True, slots=True)
class Style:
    """How one person reads numbers: separators, clock, and the few words around them.

    The window makes one of the system's locale with translated words; the default is English.
    """

    decimal: str = "."
    group: str = ","
    hours_24: bool = True
    about: str = "about {}"
    ago: str = "{} ago"
    just_now: str = "just now"
    seconds: str = "{} s"
    minutes: str = "{} min"
    hours: str = "{} h"
    days: str = "{} d"
    percent: str = "{} %"


ENGLISH: Final = Style()


def count(number: int, style: Style = ENGLISH) -> str:
    """A whole number with its groups: ``9,214``."""
    return f"{number:,}".replace(",", style.group)


def decimal(number: float, places: int = 1, style: Style = ENGLISH) -> str:
    """A number with ``places`` decimals: ``2.1``."""
    return f"{number:.{places}f}".replace(".", style.decimal)


def percent(fraction: float | None, style: Style = ENGLISH) -> str:
    """A fraction of 0..1 as whole percent, rounded down: 100 only when it is all done.

    Empty for ``None`` and for what is no number.
    """
    if fraction is None or not math.isfinite(fraction):
        return ""
    # The small addition keeps 0.29 from becoming 28: it is 0.28999… in binary.
    return style.percent.format(int(min(max(fraction, 0.0), 1.0) * 100 + 1e-6))


def share(fraction: float, style: Style = ENGLISH) -> str:
    """A fraction of 0..1 as percent with a decimal; what is not nothing never reads as nothing."""
    if 0 < fraction < 0.001:
        return "< " + style.percent.format(decimal(0.1, 1, style))
    return style.percent.format(decimal(fraction * 100, 1, style))


def magnification(scale: float, style: Style = ENGLISH) -> str:
    """How large something is seen, 1 being its own size, as rounded percent of any number."""
    return style.percent.format(round(max(scale, 0.0) * 100))


def duration(seconds: float | None, style: Style = ENGLISH) -> str:
    """A span of time: ``0:12``, ``1:40``, ``1 h 05``, ``2 d 3 h``; empty when not known."""
    if seconds is None or not math.isfinite(seconds):
        return ""
    whole = max(0, round(seconds))
    if whole < HOUR_S:
        return f"{whole // 60}:{whole % 60:02d}"
    if whole < DAY_S:
        minutes = round(whole / 60)
        return f"{style.hours.format(minutes // 60)} {minutes % 60:02d}"
    hours = round(whole / HOUR_S)
    days = style.days.format(hours // 24)
    return f"{days} {style.hours.format(hours % 24)}"


def run_time(seconds: float | None, style: Style = ENGLISH) -> str:
    """How long something took: ``0.4 s`` of what was over within a second, else as ``duration``."""
    if seconds is not None and math.isfinite(seconds) and 0 <= seconds < 0.95:
        return short_seconds(seconds, style)
    return duration(seconds, style)


def about(seconds: float, band_s: float, style: Style = ENGLISH) -> str:
    """A span that is an estimate: exact below a band of a tenth, else ``about 1:40``.

    With a band the figure is rounded to 5 s from half a minute up, and to 10 s from two
    minutes up: more figures would claim what nobody knows.
    """
    if band_s <= max(1.0, 0.1 * seconds):
        return duration(seconds, style)
    step = 10 if seconds >= 120 else 5 if seconds >= 30 else 1
    return style.about.format(duration(round(seconds / step) * step, style))


def minutes(seconds: float, style: Style = ENGLISH) -> str:
    """A longer span in one word: ``40 s``, ``38 min``, ``1 h 05``."""
    if seconds < 59.5:
        return style.seconds.format(max(1, round(seconds)))
    if seconds < HOUR_S - 30:
        return style.minutes.format(round(seconds / MINUTE_S))
    return duration(max(seconds, HOUR_S), style)


def short_seconds(seconds: float, style: Style = ENGLISH) -> str:
    """A node's time: ``< 0.1 s``, ``0.5 s``, ``12 s``, ``1:40``."""
    if seconds < 0.05:
        return "< " + style.seconds.format(decimal(0.1, 1, style))
    if seconds < 9.95:
        return style.seconds.format(decimal(seconds, 1, style))
    if seconds < 59.5:
        return style.seconds.format(round(seconds))
    return duration(seconds, style)


def clock(unix_s: float | None, tz: tzinfo | None, style: Style = ENGLISH) -> str:
    """A time of day: ``15:12`` or ``3:12 PM``. ``tz`` of ``None`` is the system's own zone."""
    moment = _moment(unix_s, tz)
    if moment is None:
        return ""
    if style.hours_24:
        return f"{moment.hour:02d}:{moment.minute:02d}"
    half = "AM" if moment.hour < 12 else "PM"
    return f"{moment.hour % 12 or 12}:{moment.minute:02d} {half}"


def exact_clock(unix_s: float, tz: tzinfo | None) -> str:
    """A time of day to the millisecond, always with 24 hours: for logs."""
    at = _moment(unix_s, tz)
    return f"{at:%H:%M:%S}.{at.microsecond // 1000:03}" if at is not None else ""


def moment(unix_s: float | None, tz: tzinfo | None) -> str:
    """The exact time for a tool tip: ``2026-03-01 15:12:08``."""
    exact = _moment(unix_s, tz)
    return exact.strftime("%Y-%m-%d %H:%M:%S") if exact else ""


def ago(age_s: float, style: Style = ENGLISH) -> str:
    """How long ago: ``just now``, ``2 min ago``, ``3 h ago``, ``5 d ago``."""
    if not math.isfinite(age_s) or age_s < 45:
        return style.just_now
    if age_s < HOUR_S - 30:
        span = style.minutes.format(max(1, round(age_s / MINUTE_S)))
    elif age_s < DAY_S:
        span = style.hours.format(max(1, int(age_s // HOUR_S)))
    else:
        span = style.days.format(int(age_s // DAY_S))
    return style.ago.format(span)


def size(number_bytes: int, style: Style = ENGLISH) -> str:
    """A file size in decimal units: ``820 B``, ``14.2 MB``."""
    amount = float(max(0, number_bytes))
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if amount < 999.5 or unit == "TB":
            break
        amount /= 1000
    places = 0 if unit == "B" or amount >= 99.5 else 1
    return f"{decimal(amount, places, style)} {unit}"


def speed(steps_per_s: float | None, style: Style = ENGLISH) -> str:
    """Steps per second, or seconds per step where that is the larger number."""
    if steps_per_s is None or not math.isfinite(steps_per_s) or steps_per_s <= 0:
        return ""
    if steps_per_s >= 1:
        return f"{decimal(steps_per_s, 1, style)} it/s"
    return f"{decimal(1 / steps_per_s, 1, style)} s/it"


def _moment(unix_s: float | None, tz: tzinfo | None) -> datetime | None:
    if unix_s is None:
        return None
    try:
        return datetime.fromtimestamp(unix_s, tz)
    except (OverflowError, OSError, ValueError):
        return None
