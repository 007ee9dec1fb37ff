"""Everything that does something behind the window: imported, by turns, once it is painted.

What stands here costs the start nothing; ``app`` builds it.
"""

from __future__ import annotations

import PySide6.QtNetwork  # for ``Arrivals``; it would hold the window up  # noqa: F401

import ivk_desktop.api.backends
import ivk_desktop.api.invokeai.live  # noqa: F401
from ivk_desktop.arrivals import Arrivals
from ivk_desktop.connections import Connections
from ivk_desktop.stores.auto_export import AutoExport
from ivk_desktop.stores.endings import Endings
from ivk_desktop.stores.failure_table import FailureTable
from ivk_desktop.stores.failures import Failures
from ivk_desktop.stores.history_pictures import HistoryPictures
from ivk_desktop.stores.model_uses import ModelUses
from ivk_desktop.stores.recent_files import RecentFiles
from ivk_desktop.stores.reopener import Reopener
from ivk_desktop.stores.settings import Settings
from ivk_desktop.stores.sheet_book import SheetBook
from ivk_desktop.stores.thumbnail_cache import ThumbnailCache
from ivk_desktop.ui.job_notices import JobNotices
from ivk_desktop.ui.outside.outside import Outside
from ivk_desktop.ui.outside.tools import make_tools
from ivk_desktop.ui.quit_question import QuitQuestion
from ivk_desktop.ui.window_boards import WindowBoards
from ivk_desktop.ui.window_details import WindowDetails
from ivk_desktop.ui.window_events import WindowEvents
from ivk_desktop.ui.window_exports import WindowExports
from ivk_desktop.ui.window_failures import WindowFailures
from ivk_desktop.ui.window_history import WindowHistory
from ivk_desktop.ui.window_model_manager import WindowModelManager
from ivk_desktop.ui.window_models import WindowModels
from ivk_desktop.ui.window_opening import WindowOpening
from ivk_desktop.ui.window_pictures import WindowPictures
from ivk_desktop.ui.window_preferences import WindowPreferences
from ivk_desktop.ui.window_queue import WindowQueue
from ivk_desktop.ui.window_saving import WindowSaving
from ivk_desktop.ui.window_server_page import WindowServerPage
from ivk_desktop.ui.window_servers import WindowServers
from ivk_desktop.ui.window_sessions import WindowSessions
from ivk_desktop.ui.window_sheets import WindowSheets
from ivk_desktop.ui.window_submits import WindowSubmits
from ivk_desktop.ui.window_targets import WindowTargets
from ivk_desktop.ui.window_wall import WindowWall

__all__ = [
    "Arrivals",
    "AutoExport",
    "Connections",
    "Endings",
    "FailureTable",
    "Failures",
    "HistoryPictures",
    "JobNotices",
    "ModelUses",
    "Outside",
    "QuitQuestion",
    "RecentFiles",
    "Reopener",
    "Settings",
    "SheetBook",
    "ThumbnailCache",
    "WindowBoards",
    "WindowDetails",
    "WindowEvents",
    "WindowExports",
    "WindowFailures",
    "WindowHistory",
    "WindowModelManager",
    "WindowModels",
    "WindowOpening",
    "WindowPictures",
    "WindowPreferences",
    "WindowQueue",
    "WindowSaving",
    "WindowServerPage",
    "WindowServers",
    "WindowSessions",
    "WindowSheets",
    "WindowSubmits",
    "WindowTargets",
    "WindowWall",
    "make_tools",
]
