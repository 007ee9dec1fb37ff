"""Every action of the window and the menus they stand in, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction, QKeySequence

CONTEXT: Final = "actions"
SEPARATOR: Final = "-"

Keys = QKeySequence.StandardKey
MenuRole = QAction.MenuRole
PREFERENCES = QAction.MenuRole.PreferencesRole
# The keypad's Enter is a key of its own.
INVOKE_KEYS = "Ctrl+Return; Ctrl+Enter"
INVOKE_FRONT_KEYS = "Ctrl+Shift+Return; Ctrl+Shift+Enter"


@dataclass(frozen=True, slots=True)
class Spec:
    """One action: its id, English text, shortcuts, icon, and role in a macOS menu."""

    id: str
    text: str
    keys: str | Keys = ""
    """Alternatives separated by ``; ``, or what the platform uses."""
    icon: str = ""
    checkable: bool = False
    role: MenuRole = MenuRole.NoRole
    everywhere: bool = False
    """Whether its shortcut works in all windows of the app, not in the main one alone."""


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """One menu: its id, English title, and what is in it: action ids, menus, separators."""

    id: str
    title: str
    entries: tuple[str | MenuSpec, ...] = ()


def _tr(text: str) -> str:
    return str(QT_TRANSLATE_NOOP(CONTEXT, text))


SPECS: Final = (
    # File
    Spec("file.open", _tr("&Open workflow…"), Keys.Open, "folder-open"),
    Spec("file.library", _tr("Workflow &library…"), "Ctrl+Shift+L", "layers"),
    Spec("file.save", _tr("&Save workflow"), Keys.Save, "save"),
    Spec("file.save_library", _tr("Save to the li&brary as…"), "Ctrl+Shift+S"),
    Spec("file.save_workflow", _tr("Save to a &file as…"), "", "download"),
    Spec("file.save_result", _tr("Save &result as…"), "Ctrl+Alt+S", "download"),
    Spec("file.new_board", _tr("&New board…"), "Ctrl+Shift+N", "plus"),
    Spec("file.upload", _tr("&Upload pictures…"), "Ctrl+Shift+U", "upload"),
    Spec("file.trash", _tr("&Trash…"), "", "trash-2"),
    Spec("file.close_workflow", _tr("&Close workflow"), Keys.Close, "x"),
    Spec("file.preferences", _tr("&Preferences…"), "Ctrl+,", "settings", role=PREFERENCES),
    Spec("file.quit", _tr("&Quit"), "Ctrl+Q", "log-out", role=MenuRole.QuitRole),
    # Edit
    Spec("edit.undo", _tr("&Undo"), Keys.Undo, "undo-2"),
    Spec("edit.redo", _tr("&Redo"), Keys.Redo, "redo-2"),
    Spec("edit.paste", _tr("&Paste a workflow"), Keys.Paste, "paperclip"),
    Spec("edit.reset_form", _tr("Reset all &values"), "", "rotate-ccw"),
    Spec("edit.find", _tr("&Filter"), Keys.Find, "list-filter"),
    # View
    Spec("view.mode_work", _tr("&Work"), "Ctrl+Alt+1", checkable=True),
    Spec("view.mode_review", _tr("&Review"), "Ctrl+Alt+2", "image", checkable=True),
    Spec("view.mode_monitor", _tr("M&onitor"), "Ctrl+Alt+3", "monitor", checkable=True),
    Spec("view.mode_mini", _tr("&Mini"), "Ctrl+Alt+4", "minimize-2", checkable=True),
    Spec("view.pop_out_stage", _tr("St&age in a window of its own"), "", "picture-in-picture-2"),
    Spec("view.pop_out_queue", _tr("Q&ueue in a window of its own"), "", "picture-in-picture-2"),
    Spec("view.sidebar", _tr("&Sidebar"), "Ctrl+B", "panel-left", checkable=True),
    Spec("view.form", _tr("&Form"), "Ctrl+Alt+F", checkable=True),
    Spec("view.live", _tr("&Live"), "Alt+1", "activity"),
    Spec("view.results", _tr("&Results"), "Alt+2", "images"),
    Spec("view.follow", _tr("F&ollow"), "Ctrl+L", "eye", checkable=True),
    Spec("view.wall", _tr("Preview w&all"), "Ctrl+Shift+F", "layout-grid"),
    Spec("view.next_workflow", _tr("&Next workflow"), "Ctrl+Tab", "arrow-right"),
    Spec("view.previous_workflow", _tr("&Previous workflow"), "Ctrl+Shift+Tab", "arrow-left"),
    Spec("view.enlarge_queue", _tr("Enlarge &queue"), "Ctrl+Shift+M", "maximize-2", checkable=True),
    Spec("view.zoom_in", _tr("Zoom &in"), "Ctrl++; Ctrl+=", "zoom-in"),
    Spec("view.zoom_out", _tr("Zoom o&ut"), Keys.ZoomOut, "zoom-out"),
    Spec("view.zoom_fit", _tr("Fit pictur&e"), "Ctrl+0", "scan"),
    Spec("view.theme_system", _tr("&System"), checkable=True),
    Spec("view.theme_light", _tr("&Light"), "", "sun", checkable=True),
    Spec("view.theme_dark", _tr("&Dark"), "", "moon", checkable=True),
    Spec("view.text_larger", _tr("Larger &text"), "Ctrl+Alt++; Ctrl+Alt+="),
    Spec("view.text_smaller", _tr("S&maller text"), "Ctrl+Alt+-"),
    Spec("view.reset_layout", _tr("Reset la&yout"), "", "layout-grid"),
    Spec("view.full_screen", _tr("Full s&creen"), "F11", "fullscreen", checkable=True),
    # Queue
    Spec("queue.invoke", _tr("&Invoke"), INVOKE_KEYS, "play"),
    Spec("queue.invoke_front", _tr("Invoke at the &front"), INVOKE_FRONT_KEYS, "list-plus"),
    Spec("queue.pause", _tr("&Pause"), "Ctrl+Shift+P", "pause", checkable=True),
    Spec("queue.cancel", _tr("&Cancel selected"), "", "x"),
    Spec("queue.cancel_current", _tr("Cancel &running item"), "Ctrl+Shift+X", "circle-x"),
    Spec("queue.cancel_pending", _tr("Cancel all p&ending"), "", "ban"),
    Spec("queue.cancel_all", _tr("Cancel e&verything"), "", "circle-x"),
    Spec("queue.undo", _tr("&Undo cancel"), "Ctrl+Alt+Z", "undo-2"),
    Spec("queue.retry", _tr("Re&try all failed"), "", "rotate-cw"),
    Spec("queue.prune", _tr("Remove en&ded"), "", "archive"),
    Spec("queue.clear", _tr("C&lear the queue"), "", "trash-2"),
    Spec("queue.failures", _tr("Failure&s…"), "Ctrl+Shift+E", "circle-alert"),
    Spec("queue.batches", _tr("As &batches"), "", "layers", checkable=True),
    Spec("queue.sheet", _tr("S&weep sheet…"), "Ctrl+Shift+G", "table-2"),
    Spec("queue.history", _tr("&History…"), "Ctrl+H", "history"),
    # Server
    Spec("server.connect", _tr("&Connect to a server…"), "Ctrl+Shift+O", "plug"),
    Spec("server.edit", _tr("&Edit this server…"), "", "pencil"),
    Spec("server.sign_in", _tr("Sign &in…"), "", "log-in"),
    Spec("server.sign_out", _tr("Sign &out"), "", "log-out"),
    Spec("server.local", _tr("Server on this com&puter…"), "", "server"),
    Spec("server.demo", _tr("Try the &demo"), "", "sparkles"),
    Spec("server.models", _tr("Mode&ls…"), "Ctrl+Alt+M", "box"),
    Spec("server.page", _tr("&Server page…"), "Ctrl+Alt+I", "server"),
    Spec("server.refresh", _tr("&Refresh"), "F5", "refresh-cw"),
    Spec("server.disconnect", _tr("Disco&nnect"), "", "unplug"),
    Spec("server.remove", _tr("Re&move this server"), "", "trash-2"),
    # Help
    Spec("help.find", _tr("&Find or do…"), "Ctrl+K", "search", everywhere=True),
    Spec("help.guide", _tr("User &guide"), "", "circle-help"),
    Spec("help.shortcuts", _tr("&Keyboard shortcuts"), "F1", "keyboard", everywhere=True),
    Spec("help.events", _tr("All &events"), "", "bell"),
    Spec("help.event_log", _tr("E&vent log"), "", "activity"),
    Spec("help.logs", _tr("Open &log folder"), "", "folder"),
    Spec("help.diagnostics", _tr("Copy &diagnostics…"), "", "copy"),
    Spec("help.about", _tr("&About"), "", "info", role=MenuRole.AboutRole),
)  # fmt: skip

MENUS: Final = (
    MenuSpec(
        "file",
        _tr("&File"),
        (
            "file.open",
            MenuSpec("file.recent", _tr("Open r&ecent")),
            "file.library",
            SEPARATOR,
            "file.save",
            "file.save_library",
            "file.save_workflow",
            "file.save_result",
            SEPARATOR,
            "file.new_board",
            "file.upload",
            "file.trash",
            SEPARATOR,
            "file.close_workflow",
            SEPARATOR,
            "file.preferences",
            SEPARATOR,
            "file.quit",
        ),
    ),
    MenuSpec(
        "edit",
        _tr("&Edit"),
        (
            "edit.undo",
            "edit.redo",
            SEPARATOR,
            "edit.paste",
            "edit.reset_form",
            SEPARATOR,
            "edit.find",
        ),
    ),
    MenuSpec(
        "view",
        _tr("&View"),
        (
            MenuSpec(
                "view.mode",
                _tr("Mo&de"),
                ("view.mode_work", "view.mode_review", "view.mode_monitor", "view.mode_mini"),
            ),
            SEPARATOR,
            "view.sidebar",
            "view.form",
            SEPARATOR,
            "view.live",
            "view.results",
            "view.follow",
            "view.wall",
            SEPARATOR,
            "view.next_workflow",
            "view.previous_workflow",
            "view.enlarge_queue",
            MenuSpec(
                "view.pop_out",
                _tr("Windo&ws of their own"),
                ("view.pop_out_stage", "view.pop_out_queue"),
            ),
            SEPARATOR,
            "view.zoom_in",
            "view.zoom_out",
            "view.zoom_fit",
            SEPARATOR,
            MenuSpec(
                "view.theme",
                _tr("T&heme"),
                ("view.theme_system", "view.theme_light", "view.theme_dark"),
            ),
            "view.text_larger",
            "view.text_smaller",
            SEPARATOR,
            "view.reset_layout",
            "view.full_screen",
        ),
    ),
    MenuSpec(
        "queue",
        _tr("&Queue"),
        (
            "queue.invoke",
            "queue.invoke_front",
            SEPARATOR,
            "queue.pause",
            "queue.cancel_current",
            "queue.cancel",
            "queue.cancel_pending",
            "queue.cancel_all",
            "queue.undo",
            SEPARATOR,
            "queue.retry",
            "queue.prune",
            "queue.clear",
            SEPARATOR,
            "queue.failures",
            "queue.batches",
            SEPARATOR,
            "queue.sheet",
            "queue.history",
        ),
    ),
    MenuSpec(
        "server",
        _tr("&Server"),
        (
            "server.connect",
            MenuSpec("server.all", _tr("Ser&vers")),
            "server.edit",
            "server.local",
            "server.demo",
            SEPARATOR,
            "server.sign_in",
            "server.sign_out",
            SEPARATOR,
            "server.models",
            "server.page",
            SEPARATOR,
            "server.refresh",
            SEPARATOR,
            "server.disconnect",
            "server.remove",
        ),
    ),
    MenuSpec(
        "help",
        _tr("&Help"),
        (
            "help.find",
            "help.guide",
            "help.shortcuts",
            SEPARATOR,
            "help.events",
            "help.event_log",
            "help.logs",
            "help.diagnostics",
            SEPARATOR,
            "help.about",
        ),
    ),
)
