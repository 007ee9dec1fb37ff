"""The servers in the run strip: a chip each, and what has no room behind one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ivk_desktop.domain.servers import LinkState, ServerId
from ivk_desktop.ui import icons, theme
from ivk_desktop.ui.lanes.column import LaneSession
from ivk_desktop.ui.server_chip import ServerChip
from ivk_desktop.ui.texts import count_text

GAP_PX = 6
LOOK_MS = 5_000


class ServerChips(QWidget):
    """Chips in the order of the servers; a click shows or hides one, the menu has the rest.

    A server that is alone is always shown: its chip opens its menu.
    """

    toggled = Signal(object, bool)
    """A session that is to be shown, or hidden."""
    menu_requested = Signal(object, object)
    """A session and the global place for its menu."""
    more_requested = Signal(object, object)
    """The sessions that have no room, and the global place for their menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[ServerId, ServerChip] = {}
        self._more = QPushButton()
        self._more.setProperty("variant", "chip")
        self._more.setIcon(icons.icon("server", "text2"))  # its width counts from the first fit on
        self._more.clicked.connect(self._more_clicked)
        self._more.hide()
        self._room = 10_000
        self._ticks = QTimer(self, interval=LOOK_MS)
        self._ticks.timeout.connect(self._look)
        self._ticks.start()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(GAP_PX))
        self._row.addWidget(self._more)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def __getitem__(self, server_id: ServerId) -> ServerChip:
        return self._chips[server_id]

    def add(self, session: LaneSession, place: int, *, shown: bool) -> None:
        """Show the chip of one more server at this place among the others."""
        chip = ServerChip(session)
        chip.clicked.connect(self._clicked)
        chip.changed.connect(self._fit)
        chips = list(self._chips.items())
        chips.insert(place, (session.server_id, chip))
        self._chips = dict(chips)
        self._row.insertWidget(place, chip)
        self.set_shown(session, shown)
        self._fit()

    def remove(self, session: LaneSession) -> None:
        """Take a chip away."""
        chip = self._chips.pop(session.server_id)
        self._row.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self._fit()

    def set_shown(self, session: LaneSession, shown: bool) -> None:
        """Say whether a server is shown."""
        self._chips[session.server_id].set_shown(shown)

    def set_current(self, server_id: ServerId | None) -> None:
        """Say in the tool tips whose lists and workflows the window shows."""
        for known, chip in self._chips.items():
            chip.set_current(known == server_id and len(self._chips) > 1)

    def set_room(self, room: int) -> None:
        """Use at most so many px."""
        if room != self._room:
            self._room = room
            self._fit()

    # --- inside --------------------------------------------------------------------------
    def _look(self) -> None:
        """How quickly a server answers is told by no signal."""
        for chip in self._chips.values() if self.isVisible() else ():
            chip.refresh()

    def _fit(self) -> None:
        """Show as many chips as there is room for; one alone always."""
        chips = list(self._chips.values())
        widths = [chip.sizeHint().width() + theme.px(GAP_PX) for chip in chips]
        fitting = len(chips)
        if sum(widths) > self._room and len(chips) > 1:
            self._more.setText(self.tr("{count} more").format(count=count_text(len(chips))))
            left = self._room - self._more.sizeHint().width() - theme.px(GAP_PX)
            fitting = 0
            while fitting < len(chips) and widths[fitting] <= left:
                left -= widths[fitting]
                fitting += 1
        for number, chip in enumerate(chips):
            chip.setVisible(number < fitting)
        self._show_more(chips[fitting:])

    def _show_more(self, rest: Sequence[ServerChip]) -> None:
        self._more.setVisible(bool(rest))
        if not rest:
            return
        lost = any(chip.session.link is LinkState.LOST for chip in rest)
        icon = icons.icon("link-2-off", "warning") if lost else icons.icon("server", "text2")
        self._more.setIcon(icon)
        words = self.tr("{count} more")
        if len(rest) == len(self._chips):
            words = self.tr("{count} servers")
        self._more.setText(words.format(count=count_text(len(rest))))
        self._more.setToolTip("\n".join(chip.accessibleName() for chip in rest))
        self._more.setAccessibleName(self.tr("More servers"))

    def _clicked(self) -> None:
        chip = self.sender()
        if not isinstance(chip, ServerChip):
            return
        shown = chip.isChecked()
        if len(self._chips) > 1:
            self.toggled.emit(chip.session, shown)
            return
        chip.set_shown(not shown)  # as it was before the click
        self._open_menu(chip)

    def _open_menu(self, chip: ServerChip) -> None:
        self.menu_requested.emit(chip.session, chip.mapToGlobal(QPoint(0, chip.height())))

    def _more_clicked(self) -> None:
        rest = [chip.session for chip in self._chips.values() if chip.isHidden()]
        self.more_requested.emit(rest, self._more.mapToGlobal(QPoint(0, self._more.height())))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a chip, by mouse or keyboard."""
        for chip in self._chips.values():
            if chip.isVisible() and chip.geometry().contains(event.pos()):
                self._open_menu(chip)
                event.accept()
                return
        event.ignore()
