"""Preferences and server profiles: settings.json in the config folder. No secret is in it."""

from __future__ import annotations

import base64
import json
import logging
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from PySide6.QtCore import QLockFile, QObject, Signal

from ivk_desktop.domain.problems import Problem
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import paths
from ivk_desktop.stores.queue_filter import SavedFilter

log = logging.getLogger(__name__)

FILE = "settings.json"
LOCK_WAIT_MS = 500
SIZE_LIMIT = 4_000_000
"""A settings file larger than this many bytes is broken."""


class ServerProfile(BaseModel):
    """One server that the person added."""

    model_config = ConfigDict(extra="allow", frozen=True)

    id: ServerId
    name: str
    url: str
    """Normalised, without credentials."""
    kind: str = ""
    """Which kind of server it is; empty while nobody has asked it."""
    ca_file: str = ""
    """A file of the authorities that count instead of the system's."""
    certificate: str = Field(default="", max_length=100_000)
    """The one certificate that is trusted though no authority vouches for it (PEM)."""
    user_name: str = ""
    """For a proxy before the server; the password is in the keyring."""
    header_names: tuple[str, ...] = ()
    """Headers that go with every request; their values are in the keyring."""
    queue_id: str = "default"
    board: str | None = None
    """The board that new pictures go to unless the form says another."""
    connected: bool = True
    """Whether it is connected at the start."""
    shown: bool = True
    """Whether strip, lanes and queue show it."""


Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
"""A time of day: ``22:00``."""


class Preferences(BaseModel):
    """Everything that settings.json keeps; keys of newer versions survive."""

    model_config = ConfigDict(extra="allow", frozen=True)

    theme: Literal["system", "light", "dark"] = "system"
    language: Literal["system", "en", "de", "zh_CN"] = "system"
    """Of all texts, from the next start on."""
    text_scale: float = Field(default=1.0, ge=0.8, le=2.0)
    font: Literal["inter", "system"] = "inter"
    canvas: Literal["theme", "dark", "middle", "light"] = "theme"
    """The ground behind pictures."""
    reduced_motion: bool = False
    follow: bool = True
    """Whether a new preview or result takes the stage."""
    poll_s: float = Field(default=2.0, ge=0.5, le=60.0)
    """Seconds between two readings of a server that does not tell by itself what happens."""
    history_items: int = Field(default=100_000, ge=0, le=1_000_000)
    """How many items the history keeps; 0 keeps none."""
    delete_delay_s: int = Field(default=600, ge=60, le=30 * 86_400)
    """How long deleted pictures can be restored before the server deletes them."""
    ask_before_delete: bool = True
    save_folder: str = ""
    save_template: str = "{workflow}_{seed}_{n}"
    save_sidecars: bool = False
    export: bool = False
    """Whether results are saved by themselves."""
    export_folder: str = ""
    export_template: str = "{board}/{date}/{workflow}_{seed}_{n}"
    export_sidecars: bool = False
    export_everything: bool = False
    export_servers: tuple[ServerId, ...] = ()
    export_boards: tuple[str, ...] = ()
    """``BoardPick.text`` of each; no servers and no boards mean all."""
    local_program: str = Field(default="", max_length=4000)
    """The program of a server on this computer that is started from here, and its root folder."""
    local_root: str = Field(default="", max_length=4000)
    shortcuts: dict[str, str] = Field(default_factory=dict, max_length=500)
    """By the id of an action the keys that the person chose, as Qt writes them; empty is none."""
    servers: tuple[ServerProfile, ...] = ()
    current_server: ServerId | None = None
    least_busy: bool = False
    """Whether a submission goes to the server that is through with it first."""
    queue_filters: tuple[SavedFilter, ...] = ()
    """The filters of the queue that were given names."""
    # what is told outside of the window
    window_title: bool = True
    """Whether the title of the window says how far all work is."""
    badge: bool = True
    taskbar: bool = True
    tray: bool = False
    close_to_tray: bool = False
    notify_batches: bool = True
    notify_errors: bool = True
    sound: bool = False
    quiet_hours: bool = False
    quiet_from: Clock = "22:00"
    quiet_to: Clock = "07:00"
    tell_absence: bool = True
    """Whether one line says what ended while nobody looked."""
    keep_awake: bool = False
    when_done: Literal["nothing", "notify", "command"] = "nothing"
    done_command: str = Field(default="", max_length=2000)
    allowed_command: str = ""
    """The command that the person has agreed to, to the letter; no other one is run."""
    layout: dict[str, str] = Field(default_factory=dict)
    """Geometry of windows, splitters and headers by name, as base64."""


class Settings(QObject):
    """The preferences, saved with every change.

    Two windows share the file: a save writes only the keys that it changes, over what the file
    says at that time. A file that cannot be read is set aside as ``.bak`` and ``problem`` says so.
    """

    changed = Signal(str)
    """The name of a preference that has another value now."""

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file or paths.config_folder() / FILE
        self.problem: Problem | None = None
        self.prefs = Preferences()
        self.prefs = self._load()

    def update(self, **changes: Any) -> None:
        """Change preferences by name, save them, and tell.

        Raises:
            ValidationError: a value does not fit; nothing is changed.
        """
        wanted = Preferences.model_validate(self.prefs.model_dump() | changes)
        names = [name for name in changes if getattr(wanted, name) != getattr(self.prefs, name)]
        if not names:
            return
        self.prefs = wanted
        self._save({name: wanted.model_dump(mode="json")[name] for name in names})
        for name in names:
            self.changed.emit(name)

    def restore(self, *names: str) -> None:
        """Put preferences back to what they are at first."""
        usual = Preferences()
        self.update(**{name: getattr(usual, name) for name in names})

    def server(self, server_id: ServerId) -> ServerProfile | None:
        """The profile of one server."""
        return next((found for found in self.prefs.servers if found.id == server_id), None)

    def keep_server(self, profile: ServerProfile) -> None:
        """Add a profile, or replace the one of its id in its place."""
        found = [profile if s.id == profile.id else s for s in self._known_servers()]
        self.update(servers=(*found, *(() if profile in found else (profile,))))

    def change_server(self, server_id: ServerId, **changes: Any) -> None:
        """Change parts of a profile, if it is kept at all."""
        for profile in self._known_servers():
            if profile.id == server_id:
                self.keep_server(profile.model_copy(update=changes))

    def forget_server(self, server_id: ServerId) -> None:
        """Remove a profile."""
        self.update(servers=tuple(s for s in self._known_servers() if s.id != server_id))

    def _known_servers(self) -> tuple[ServerProfile, ...]:
        """The profiles as the file has them: another window may have added one, or removed it."""
        try:
            return _salvaged(self._read()).servers
        except (OSError, _Broken):
            return self.prefs.servers

    def blob(self, name: str) -> bytes | None:
        """The state of a window, splitter or header, as Qt gave it."""
        try:
            return base64.b64decode(self.prefs.layout[name], validate=True)
        except (KeyError, ValueError):
            return None

    def keep_blobs(self, **blobs: bytes) -> None:
        """Keep states of windows, splitters and headers by name, in one save."""
        added = {name: base64.b64encode(blob).decode() for name, blob in blobs.items()}
        self.update(layout=self.prefs.layout | added)

    def forget_blobs(self) -> None:
        """Forget every kept state: the layout as it was at first."""
        self.update(layout={})

    def _load(self) -> Preferences:
        try:
            return _salvaged(self._read())
        except FileNotFoundError:
            return Preferences()
        except _Broken as broken:
            log.warning("settings are broken: %s", broken)
            return self._set_aside(broken.usable)
        except OSError as error:
            self.problem = Problem("settings_unreadable", {"reason": error.strerror or str(error)})
            return Preferences()

    def _set_aside(self, usable: Preferences) -> Preferences:
        try:
            kept = paths.set_aside(self._file)
            self.problem = Problem("settings_broken", {"file": kept.name})
            if usable != Preferences():
                self._save(usable.model_dump(mode="json", exclude_unset=True))
        except OSError as error:
            self.problem = Problem("settings_unreadable", {"reason": error.strerror or str(error)})
        return usable

    def _read(self) -> dict[str, Any]:
        if self._file.stat().st_size > SIZE_LIMIT:
            raise _Broken("too large")
        try:
            data = json.loads(self._file.read_bytes())
        except (ValueError, RecursionError) as error:
            raise _Broken("no JSON") from error
        if not isinstance(data, dict):
            raise _Broken("no object")
        return data

    def _save(self, changes: dict[str, Any]) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            lock = QLockFile(f"{self._file}.lock")
            locked = lock.tryLock(LOCK_WAIT_MS)
            content = json.dumps(self._on_disk() | changes, indent=2, ensure_ascii=False)
            paths.write_atomically(self._file, content.encode())
            if locked:
                lock.unlock()
        except OSError as error:
            log.warning("settings cannot be saved: %s", error)
            self.problem = Problem("settings_unwritable", {"reason": error.strerror or str(error)})

    def _on_disk(self) -> dict[str, Any]:
        try:
            return self._read()
        except (FileNotFoundError, _Broken):
            return self.prefs.model_dump(mode="json", exclude_unset=True)


class _Broken(Exception):
    """A settings file that cannot be used as it is, and what of it can."""

    def __init__(self, reason: str, usable: Preferences | None = None) -> None:
        super().__init__(reason)
        self.usable = usable or Preferences()


def _salvaged(data: dict[str, Any]) -> Preferences:
    """The preferences of a file; raises with those keys that fit when some do not."""
    try:
        return Preferences.model_validate(data)
    except ValidationError as error:
        bad = {problem["loc"][0] for problem in error.errors()}
        fitting = {name: value for name, value in data.items() if name not in bad}
        names = ", ".join(sorted(map(str, bad)))
        raise _Broken(names, Preferences.model_validate(fitting)) from error
