"""How the person at this window reads numbers and times: ``domain.format`` in their locale."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from ivk_desktop.domain import format as fmt

_style: fmt.Style | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("units", text)


def style() -> fmt.Style:
    """Separators and clock of the system's locale, words of the window's language."""
    global _style
    if _style is None:
        _style = _of(QLocale())
    return _style


def forget() -> None:
    """The language or the locale is another one now."""
    global _style
    _style = None


def clock(unix_s: float | None) -> str:
    """A local time of day."""
    return fmt.clock(unix_s, None, style())


def exact_clock(unix_s: float) -> str:
    """A local time of day to the millisecond."""
    return fmt.exact_clock(unix_s, None)


def moment(unix_s: float | None) -> str:
    """The exact local time, for tool tips."""
    return fmt.moment(unix_s, None)


def _of(locale: QLocale) -> fmt.Style:
    return fmt.Style(
        decimal=locale.decimalPoint(),
        group=locale.groupSeparator(),
        hours_24="ap" not in locale.timeFormat(QLocale.FormatType.ShortFormat).lower(),
        about=_tr("about {}"),
        ago=_tr("{} ago"),
        just_now=_tr("just now"),
        seconds=_tr("{} s"),
        minutes=_tr("{} min"),
        hours=_tr("{} h"),
        days=_tr("{} d"),
        percent=_tr("{} %"),
    )
