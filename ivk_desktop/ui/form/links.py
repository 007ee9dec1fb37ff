"""Text of a workflow's author: plain, with web addresses that open when they are clicked."""

from __future__ import annotations

import html
import re
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QWidget

LONGEST: Final = 20_000
"""Characters of one text that are shown."""

_LINK: Final = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")


def linkified(text: str) -> str | None:
    """The text as HTML with its http and https addresses as links; ``None`` if it has none."""
    pieces: list[str] = []
    end = 0
    for match in _LINK.finditer(text):
        address = html.escape(match[0])
        pieces.append(html.escape(text[end : match.start()]))
        pieces.append(f'<a href="{address}">{address}</a>')
        end = match.end()
    if not pieces:
        return None
    pieces.append(html.escape(text[end:]))
    return f'<span style="white-space: pre-wrap">{"".join(pieces)}</span>'


def open_link(address: str) -> None:
    """Open a web address in the browser; anything else is left alone."""
    url = QUrl(address)
    if url.scheme() in ("http", "https"):
        QDesktopServices.openUrl(url)


def text_label(text: str, parent: QWidget) -> QLabel:
    """A paragraph; it is only rich text where it has links."""
    shown = text if len(text) <= LONGEST else text[:LONGEST] + "…"
    rich = linkified(shown)
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText if rich is None else Qt.TextFormat.RichText)
    label.setText(shown if rich is None else rich)
    label.setWordWrap(True)
    label.setProperty("tone", "text2")
    flags = Qt.TextInteractionFlag.TextSelectableByMouse
    if rich is not None:
        flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse
        flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    label.setTextInteractionFlags(flags)
    label.linkActivated.connect(open_link)
    return label
