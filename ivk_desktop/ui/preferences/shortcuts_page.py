"""The page of shortcuts: every action of the menus, with the keys that the person gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLabel, QPushButton

from ivk_desktop.ui import theme
from ivk_desktop.ui.action_table import MENUS
from ivk_desktop.ui.actions import ActionRegistry, menu_title, plain_text
from ivk_desktop.ui.preferences.page import PreferencePage
from ivk_desktop.ui.shortcut_tree import NATIVE, ShortcutTree
from ivk_desktop.ui.tokens import Space
from ivk_desktop.ui.widgets import SearchField

if TYPE_CHECKING:
    from ivk_desktop.stores.settings import Settings

PORTABLE = QKeySequence.SequenceFormat.PortableText
MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def takes_text(keys: QKeySequence) -> bool:
    """Whether it is a key that fields and lists need themselves: letters, signs, arrows."""
    first = keys[0]  # type: ignore[index]  # PySide6 has it, its stubs do not
    is_function_key = Qt.Key.Key_F1 <= first.key() <= Qt.Key.Key_F35
    return not first.keyboardModifiers() & MODIFIERS and not is_function_key


class ShortcutsPage(PreferencePage):
    """A new shortcut applies at once; one that another action has is taken only when asked to."""

    def __init__(self, settings: Settings, actions: ActionRegistry) -> None:
        super().__init__(settings, "", "keyboard")
        self.title = self.tr("Shortcuts")
        self.names = ["shortcuts"]
        self._registry = actions
        self._wanted = QKeySequence()
        self.search = SearchField(self.tr("Filter: action or key"), short=self.tr("Filter"))
        self.tree = ShortcutTree()
        self.edit = QKeySequenceEdit()
        self.take = QPushButton(self.tr("Take it"))
        self.reset = QPushButton(self.tr("Usual keys"))
        self.reset_all = QPushButton(self.tr("Usual keys for all"))
        self.told = QLabel(wordWrap=True)
        for menu in MENUS:
            prefix = f"{menu.id}."
            named = (a for a in actions if a.objectName().startswith(prefix) and a.isVisible())
            self.tree.add_group(menu_title(menu), named)
        self._build()
        self._connect()
        self._choose(None)
        self._shows.append(self._show)
        self.refresh()

    def action(self) -> QAction | None:
        """The action whose keys are edited."""
        return self._action

    # --- inside --------------------------------------------------------------------------
    def _build(self) -> None:
        self.edit.setAccessibleName(self.tr("New shortcut"))
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        for button in (self.take, self.reset, self.reset_all):
            button.setAutoDefault(False)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self.edit, 1)
        line.addWidget(self.take)
        line.addWidget(self.reset)
        line.addWidget(self.reset_all)
        self.rows.addWidget(self.search)
        self.rows.addWidget(self.tree, 1)
        self.rows.addWidget(self.told)
        self.rows.addLayout(line)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.tree.search)
        self.tree.action_chosen.connect(self._choose)
        self.edit.editingFinished.connect(self._edited)
        self.take.clicked.connect(self._take)
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(lambda: self.settings.restore("shortcuts"))

    def _choose(self, action: QAction | None) -> None:
        self._action = action
        self.edit.setEnabled(action is not None)
        self._show()
        self._tell("" if action is not None else self.tr("Choose an action to give it other keys."))

    def _show(self) -> None:
        chosen, action = self.settings.prefs.shortcuts, self._action
        self.tree.refresh()
        self.edit.setKeySequence(action.shortcut() if action is not None else QKeySequence())
        self.reset.setEnabled(action is not None and action.objectName() in chosen)
        self.reset_all.setEnabled(bool(chosen))
        self.take.hide()

    def _tell(self, text: str, tone: str = "text2") -> None:
        self.told.setText(text)
        theme.restyle(self.told, tone=tone)

    def _edited(self) -> None:
        keys, action = self.edit.keySequence(), self._action
        if action is None or keys == action.shortcut():
            return
        name = keys.toString(NATIVE)
        if not keys.isEmpty() and takes_text(keys):
            self._show()
            text = self.tr("{keys} is needed for typing. Add Ctrl or Alt, or use a function key.")
            self._tell(text.format(keys=name), "warning")
            return
        owner = self._registry.owner(keys) if not keys.isEmpty() else None
        if owner is not None and owner is not action:
            self._wanted = keys
            text = self.tr("{keys} belongs to “{action}”, which would have none.")
            self._tell(text.format(keys=name, action=plain_text(owner)), "warning")
            self.take.show()
            return
        self._keep({action.objectName(): keys.toString(PORTABLE)})

    def _take(self) -> None:
        owner = self._registry.owner(self._wanted)
        if self._action is None or owner is None:
            return
        rest = [keys for keys in owner.shortcuts() if keys != self._wanted]
        given = {owner.objectName(): QKeySequence.listToString(rest)}
        self._keep(given | {self._action.objectName(): self._wanted.toString(PORTABLE)})

    def _reset(self) -> None:
        if self._action is not None:
            self._keep({}, without=self._action.objectName())

    def _keep(self, changes: dict[str, str], without: str = "") -> None:
        chosen = {k: v for k, v in self.settings.prefs.shortcuts.items() if k != without}
        self._tell("")
        self.settings.update(shortcuts=chosen | changes)
