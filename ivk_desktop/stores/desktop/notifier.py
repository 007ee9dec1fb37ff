"""Notifications of the desktop, outside of the window."""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QImage

from ivk_desktop.stores.desktop.bus import Bus

if TYPE_CHECKING:
    from jeepney import Message

APP: Final = "ivk desktop"
DESKTOP_FILE: Final = "ivk-desktop"
PICTURE_PX: Final = 128
BODY_CHARS: Final = 400
MOST_SHOWN: Final = 100
NORMAL, CRITICAL = 1, 2
SERVICE: Final = "org.freedesktop.Notifications"


@dataclass(frozen=True, slots=True)
class Note:
    """One notification; a later one of the same ``tag`` replaces it. Texts are translated."""

    tag: str
    title: str
    body: str = ""
    action: str = ""
    """What a click does."""
    picture: QImage | None = None
    is_error: bool = False


class Notifier(Protocol):
    """Shows notifications; must not block."""

    @property
    def clicked(self) -> SignalInstance:
        """The ``tag`` of a notification that a person clicked on."""
        ...

    def show(self, note: Note) -> None:
        """Show one."""
        ...


class BusNotifier(QObject):
    """The notifications of a Linux desktop: ``org.freedesktop.Notifications``."""

    clicked = Signal(str)

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._ids: dict[str, int] = {}
        self._takes_markup: bool | None = None
        self._listens = False

    def show(self, note: Note) -> None:
        """Show one, or change the one of its tag."""
        self._bus.run(partial(self._show, note))

    async def _show(self, note: Note) -> None:
        from jeepney import DBusAddress

        self._listen()
        service = DBusAddress(f"/{SERVICE.replace('.', '/')}", SERVICE, SERVICE)
        if self._takes_markup is None:
            (able,) = await self._bus.call(service, "GetCapabilities")
            self._takes_markup = "body-markup" in able
        body = note.body[:BODY_CHARS]
        (number,) = await self._bus.call(
            service,
            "Notify",
            "susssasa{sv}i",
            (
                APP,
                self._ids.get(note.tag, 0),
                DESKTOP_FILE,
                note.title,
                html.escape(body, quote=False) if self._takes_markup else body,
                ["default", note.action] if note.action else [],
                _hints(note),
                -1,
            ),
        )
        self._ids.pop(note.tag, None)
        self._ids[note.tag] = number
        if len(self._ids) > MOST_SHOWN:
            del self._ids[next(iter(self._ids))]

    def _listen(self) -> None:
        from jeepney import MatchRule

        if self._listens:
            return
        self._listens = True
        for member in ("ActionInvoked", "NotificationClosed"):
            rule = MatchRule(type="signal", interface=SERVICE, member=member)
            self._bus.listen(rule, self._heard)

    def _heard(self, message: Message) -> None:
        from jeepney import HeaderFields

        number, why = message.body[:2]
        tag = next((tag for tag, known in self._ids.items() if known == number), None)
        if tag is None:
            return  # another program's
        if message.header.fields.get(HeaderFields.member) == "NotificationClosed":
            self._ids.pop(tag)
        elif why == "default":
            self.clicked.emit(tag)


def _hints(note: Note) -> dict[str, tuple[str, Any]]:
    hints: dict[str, tuple[str, Any]] = {
        "desktop-entry": ("s", DESKTOP_FILE),
        "urgency": ("y", CRITICAL if note.is_error else NORMAL),
        "category": ("s", "transfer.error" if note.is_error else "transfer.complete"),
    }
    if note.picture is not None and not note.picture.isNull():
        hints["image-data"] = ("(iiibiiay)", _pixels(note.picture))
    return hints


def _pixels(picture: QImage) -> tuple[int, int, int, bool, int, int, bytes]:
    """A picture as the specification has it: RGBA, 8 bits a sample, at most 128 px a side."""
    small = picture.scaled(
        PICTURE_PX,
        PICTURE_PX,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGBA8888)
    data = bytes(small.constBits())
    return small.width(), small.height(), small.bytesPerLine(), True, 8, 4, data
