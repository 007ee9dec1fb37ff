"""What can be done with items of the history: the actions of its menu, keys and buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ivk_desktop.domain.history import HistoryItem
from ivk_desktop.stores.history_again import Way
from ivk_desktop.ui import icons
from ivk_desktop.ui.history import texts
from ivk_desktop.ui.texts import count_text

WayOf = Callable[[HistoryItem], Way]
REPEATABLE = (Way.KEPT, Way.SERVER)


class HistoryActions(QObject):
    """Makes the actions by id, for example ``history.again``, and says what they can do now."""

    again_requested = Signal(bool)
    """The selected items are to run again, or with ``True`` the batches they are of."""

    def __init__(self, way: WayOf, parent: QWidget) -> None:
        super().__init__(parent)
        self._way = way
        self._items: Sequence[HistoryItem] = ()
        self.actions: dict[str, QAction] = {}
        self._add("again", self.tr("Run again"), "rotate-cw", "Ctrl+R")
        self._add("again_batch", self.tr("Run batch again"), "layers", "")
        self._add("open", self.tr("Open as form"), "pencil", "Ctrl+O")
        self._add("batch", self.tr("Show batch"), "list-filter", "")
        self._add("copy_id", self.tr("Copy id"), "copy", "")
        self._add("copy_inputs", self.tr("Copy inputs"), "copy", QKeySequence.StandardKey.Copy)
        self._add("copy_error", self.tr("Copy error"), "circle-x", "")
        self._add("delete", self.tr("Delete from history…"), "trash-2", "")
        self["again"].triggered.connect(lambda: self.again_requested.emit(False))
        self["again_batch"].triggered.connect(lambda: self.again_requested.emit(True))
        self["copy_id"].triggered.connect(self._copy_id)
        self["copy_inputs"].triggered.connect(self._copy_inputs)
        self["copy_error"].triggered.connect(self._copy_error)
        self.set_items((), 0)

    def __getitem__(self, name: str) -> QAction:
        return self.actions[f"history.{name}"]

    def set_items(self, items: Sequence[HistoryItem], selected: int) -> None:
        """These items are selected; ``selected`` counts those that are not read yet, too."""
        self._items = items
        ways = [self._way(item) for item in items]
        can_run = any(way in REPEATABLE for way in ways)
        pairs = list(zip(ways, items, strict=True))
        kept = any(way is Way.KEPT and item.job.batch_id for way, item in pairs)
        can = {
            "again": can_run,
            "again_batch": kept,
            "open": len(items) == 1 and can_run,
            "batch": len(items) == 1 and items[0].job.batch_id is not None,
            "copy_id": bool(items),
            "copy_inputs": any(item.job.inputs for item in items),
            "copy_error": any(item.job.error for item in items),
            "delete": selected > 0,
        }
        for name, enabled in can.items():
            self[name].setEnabled(enabled)
        several = self.tr("Run {count} items again").format(count=count_text(selected))
        self["again"].setText(several if selected > 1 else self.tr("Run again"))
        reasons = {texts.why_not(way, item) for way, item in pairs}
        self["again"].setToolTip(" ".join(sorted(reasons - {""})) or self["again"].text())

    def menu(self, parent: QWidget) -> QMenu:
        """A menu of all of them."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for name in ("again", "again_batch", "open", "batch"):
            menu.addAction(self[name])
        menu.addSeparator()
        for name in ("copy_id", "copy_inputs", "copy_error"):
            menu.addAction(self[name])
        menu.addSeparator()
        menu.addAction(self["delete"])
        return menu

    def _add(self, name: str, text: str, icon: str, keys: str | QKeySequence.StandardKey) -> None:
        action = QAction(icons.icon(icon, "text2"), text, self)
        action.setObjectName(f"history.{name}")
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if keys:
            action.setShortcut(QKeySequence(keys))
        self.actions[f"history.{name}"] = action

    def _copy(self, parts: Sequence[str], between: str = "\n") -> None:
        QGuiApplication.clipboard().setText(between.join(part for part in parts if part))

    def _copy_id(self) -> None:
        self._copy([item.job.key.job_id for item in self._items])

    def _copy_inputs(self) -> None:
        texts_ = ["\n".join(f"{a}: {b}" for a, b in item.job.inputs) for item in self._items]
        self._copy(texts_, "\n\n")

    def _copy_error(self) -> None:
        errors = [item.job.error for item in self._items if item.job.error]
        self._copy(["\n".join((one.type, one.message, one.traceback)) for one in errors], "\n\n")
