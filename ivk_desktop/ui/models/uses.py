"""Where a model is used: what the details list, each line a link."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from html import escape
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ivk_desktop.ui import theme
from ivk_desktop.ui.fact_grid import link
from ivk_desktop.ui.models.texts import tr

MOST = 40


class UseKind(Enum):
    """What uses a model."""

    OPEN = "open"
    LIBRARY = "library"
    PRESET = "preset"


class Use(NamedTuple):
    """One thing that names a model; ``target`` is what opens, ``None`` for what does not."""

    kind: UseKind
    title: str
    target: object = None


class UseList(QLabel):
    """The uses below each other; a click opens one."""

    opened = Signal(object)
    """The ``Use`` that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uses: Sequence[Use] = ()
        self._searching = False
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self._open)
        theme.theme().changed.connect(self._draw)

    def uses(self) -> Sequence[Use]:
        """What is listed."""
        return self._uses

    def show_uses(self, uses: Sequence[Use], *, searching: bool) -> None:
        """List these; ``searching`` says that there may be more."""
        self._uses, self._searching = uses, searching
        self._draw()

    def _draw(self) -> None:
        uses = self._uses
        lines = [self._line(number, use) for number, use in enumerate(uses[:MOST])]
        if len(uses) > MOST:
            lines.append(escape(tr("and {count} more").format(count=len(uses) - MOST)))
        if self._searching:
            lines.append(escape(tr("Looking through the library…")))
        elif not uses:
            lines.append(escape(tr("No open workflow, library workflow or preset names it.")))
        self.setText("<br>".join(lines))

    def _line(self, number: int, use: Use) -> str:
        kinds = {
            UseKind.OPEN: tr("open workflow"),
            UseKind.LIBRARY: tr("library"),
            UseKind.PRESET: tr("preset"),
        }
        title = escape(use.title or tr("Without a name"))
        if use.target is not None:
            title = link(str(number), use.title or tr("Without a name"))
        return f"{title}  ·  {escape(kinds[use.kind])}"

    def _open(self, link: str) -> None:
        if link.isdecimal() and int(link) < len(self._uses):
            self.opened.emit(self._uses[int(link)])
