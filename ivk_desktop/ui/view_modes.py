"""The four ways to use the window: Work, Review, Monitor, Mini."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ivk_desktop.ui import theme
from ivk_desktop.ui.main_window import SPLITTERS, MainWindow
from ivk_desktop.ui.mini import MiniWindow
from ivk_desktop.ui.pop_out import PopOut
from ivk_desktop.ui.tokens import Width

if TYPE_CHECKING:
    from ivk_desktop.stores.servers import Servers
    from ivk_desktop.stores.session import ServerSession


class Mode(Enum):
    """What the window is used for."""

    WORK = "work"
    REVIEW = "review"
    MONITOR = "monitor"
    MINI = "mini"


PARTS: Final = {
    Mode.WORK: {"sidebar", "form", "stage", "lanes", "queue"},
    Mode.REVIEW: {"sidebar", "stage", "facts"},
    Mode.MONITOR: {"lanes", "queue"},
}
"""What is shown in each mode."""


class ViewModes(QObject):
    """Shows the parts of a mode; each mode keeps its own dividers."""

    changed = Signal(object)
    """The ``Mode`` that is entered."""
    was_reset = Signal()
    """What was kept of windows and dividers is to be forgotten."""

    def __init__(self, window: MainWindow, servers: Servers) -> None:
        super().__init__(window)
        self._window = window
        self.mode = Mode.WORK
        self._before = Mode.WORK
        self._dividers: dict[tuple[Mode, str], bytes] = {}
        self.mini = MiniWindow(window.strip)
        # Not its child: children of a hidden window are hidden too on some systems.
        window.destroyed.connect(self.mini.deleteLater)
        self.queue_window = PopOut(window.below, window.rows, self.tr("Queue"), window)
        servers.added.connect(self._added)
        self._connect()

    # --- modes ---------------------------------------------------------------------------
    def enter(self, mode: Mode) -> None:
        """Show the window as this mode has it."""
        if mode is self.mode:
            return
        self._keep_dividers()
        before, self.mode = self.mode, mode
        if mode is Mode.MINI:
            self._before = before
            self.mini.show()
            self._window.hide()
        else:
            self._show_parts(mode)
            self.mini.hide()
            if before is Mode.MINI:
                self._window.show()
                self._window.activateWindow()
        self._window.actions_[f"view.mode_{mode.value}"].setChecked(True)
        self.changed.emit(mode)

    def leave_mini(self) -> None:
        """Back to the mode before."""
        if self.mode is Mode.MINI:
            self.enter(self._before)

    def show_stage(self) -> None:
        """Enter a mode in which pictures are seen, if this is none."""
        if self.mode is Mode.MINI:
            self.leave_mini()
        if self.mode is Mode.MONITOR:
            self.enter(Mode.REVIEW)

    def toggle_facts(self) -> None:
        """Show beside the pictures what they were made of, or not.

        Only in a wide window the lanes stay beside them; else they give their place.
        """
        window, shown = self._window, self._window.facts.isHidden()
        before = window.pictures.sizes()
        lanes = "lanes" in PARTS.get(self.mode, ()) and (window.is_wide or not shown)
        window.lanes.setVisible(lanes)
        window.facts.setVisible(shown)
        side = min(theme.px(Width.FACTS if shown else Width.LANES), self._window.width() // 4)
        room = sum(before)
        if shown and lanes:
            window.pictures.setSizes([room - before[1] - side, before[1], side])
        else:
            window.pictures.setSizes([room - side, *((0, side) if shown else (side, 0))])

    def reset(self) -> None:
        """Put everything where it was at first."""
        self._dividers.clear()
        self.queue_window.give_back()
        self.enter(Mode.WORK)
        self._window.actions_["view.form"].setChecked(True)
        self._window.actions_["view.enlarge_queue"].setChecked(False)
        self._window.reset_layout()
        self.was_reset.emit()

    def pop_out_queue(self) -> None:
        """Open the queue in a window of its own."""
        self.queue_window.open()

    # --- what is remembered --------------------------------------------------------------
    def layout_blobs(self) -> dict[str, bytes]:
        """Where all windows and dividers stand, for ``restore``."""
        self.queue_window.give_back()
        mode = self._before if self.mode is Mode.MINI else self.mode
        if self.mode is not Mode.MINI:
            self._keep_dividers()
        blobs = {
            name: blob
            for name, blob in self._window.layout_blobs().items()
            if name.rstrip("0123456789") not in SPLITTERS
        }
        for (of, name), blob in self._dividers.items():
            blobs[_blob_name(of, name)] = blob
        blobs["mode"] = mode.value.encode()
        if blob := self.mini.geometry_blob():
            blobs["mini_window"] = blob
        if blob := self._window.stage.second.geometry():
            blobs["stage_window"] = blob
        if self.queue_window.is_placed:
            blobs["queue_window"] = bytes(self.queue_window.saveGeometry().data())
        return blobs

    def restore(self, blobs: Mapping[str, bytes]) -> None:
        """Put windows and dividers where they stood, and enter the mode of then.

        Mini is never entered at the start: who starts the app wants to see it.
        """
        self._window.restore_layout(blobs)
        for mode in PARTS:
            for name in self._window.divider_names():
                if blob := blobs.get(_blob_name(mode, name)):
                    self._dividers[mode, name] = blob
        if blob := blobs.get("mini_window"):
            self.mini.place_again(blob)
        self._window.stage.second.place(blobs.get("stage_window", b""))
        if blob := blobs.get("queue_window"):
            self.queue_window.is_placed = self.queue_window.restoreGeometry(QByteArray(blob))
        known = {mode.value.encode(): mode for mode in PARTS}
        self.enter(known.get(blobs.get("mode", b""), Mode.WORK))

    # --- inside --------------------------------------------------------------------------
    def _added(self, session: ServerSession) -> None:
        session.queue.changed.connect(self._window.facts.refresh)

    def _connect(self) -> None:
        window = self._window
        window.actions_.group(*(f"view.mode_{mode.value}" for mode in Mode))
        window.actions_["view.mode_work"].setChecked(True)
        for mode in Mode:
            action = window.actions_[f"view.mode_{mode.value}"]
            action.setData(mode.value)
            window.actions_.on(action.objectName(), self._chosen)
            self.mini.addAction(action)
        self.mini.addAction(window.actions_["file.quit"])
        self.mini.left.connect(self.leave_mini)
        self.queue_window.addActions(list(window.actions_))
        window.came_forward.connect(self.leave_mini)
        window.strip.sidebar_toggled.connect(self._sidebar_toggled)
        window.stage.facts_requested.connect(self.toggle_facts)
        window.actions_.on("view.reset_layout", self.reset)
        window.actions_.on("view.pop_out_stage", window.stage.pop_out)
        window.actions_.on("view.pop_out_queue", self.pop_out_queue)
        window.queue.pop_out.clicked.connect(self.pop_out_queue)
        self.queue_window.changed.connect(window.queue.pop_out.setHidden)

    def _chosen(self, checked: bool) -> None:
        action = self.sender()
        if checked and isinstance(action, QAction):
            self.enter(Mode(action.data()))

    def _sidebar_toggled(self) -> None:
        """Where a mode has no sidebar, its button brings it and takes it away again."""
        if "sidebar" not in PARTS.get(self.mode, ()):
            self._window.sidebar.setVisible(self._window.sidebar.isHidden())

    def _show_parts(self, mode: Mode) -> None:
        window, shown = self._window, PARTS[mode]
        window.lanes.set_tiled(mode is Mode.MONITOR)
        window.actions_["view.form"].setChecked("form" in shown)
        enlarge = window.actions_["view.enlarge_queue"]
        enlarge.setChecked(False)
        enlarge.setEnabled("queue" in shown)
        parts: dict[str, QWidget] = {
            "sidebar": window.sidebar,
            "stage": window.stage,
            "lanes": window.lanes,
            "facts": window.facts,
            "queue": window.below,
        }
        for name, part in parts.items():
            if name != "queue" or not self.queue_window.is_out:
                part.setVisible(name in shown)
        self._place_dividers(mode)

    def _keep_dividers(self) -> None:
        if self.mode is not Mode.MINI:
            for name, state in self._window.dividers().items():
                self._dividers[self.mode, name] = state

    def _place_dividers(self, mode: Mode) -> None:
        if mode is Mode.WORK:
            self._window.fit()
        elif mode is Mode.REVIEW:
            facts = theme.px(Width.FACTS)
            wide = max(1, self._window.width() - facts - theme.px(Width.SIDEBAR))
            self._window.pictures.setSizes([wide, 0, facts])
        else:
            height = max(1, self._window.height())
            self._window.rows.setSizes([height * 40 // 100, height * 60 // 100])
        for name in self._window.divider_names():
            if blob := self._dividers.get((mode, name)):
                self._window.place_divider(name, blob)


def _blob_name(mode: Mode, name: str) -> str:
    """As it was before there were modes for Work: what was kept then still holds."""
    return name if mode is Mode.WORK else f"{mode.value}_{name}"
