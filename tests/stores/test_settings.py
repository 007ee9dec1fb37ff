"""settings.json: kept whole, shared by two windows, never lost without a word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import ValidationError
from pytestqt.qtbot import QtBot

from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores import paths
from ivk_desktop.stores.queue_filter import SavedFilter
from ivk_desktop.stores.settings import Preferences, ServerProfile, Settings

LAB = ServerProfile(id=ServerId("lab"), name="lab-gpu", url="http://lab:9090", board="tigers")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_every_preference_comes_back(file: Path) -> None:
    settings = Settings(file)
    settings.update(theme="dark", text_scale=1.25, font="system", follow=False)
    settings.update(queue_filters=(SavedFilter("Broken", "tiger run>60", "FAILED"),))
    settings.keep_server(LAB)
    settings.keep_blobs(window=b"\x00\xff")
    again = Settings(file)
    assert again.prefs == settings.prefs
    assert again.server(ServerId("lab")) == LAB
    assert again.blob("window") == b"\x00\xff"
    assert again.problem is None


def test_a_first_start_has_the_usual_preferences_and_writes_nothing(file: Path) -> None:
    assert Settings(file).prefs == Preferences()
    assert not file.exists()


def test_a_change_is_told_by_name_and_no_change_is_not(file: Path, qtbot: QtBot) -> None:
    settings = Settings(file)
    with qtbot.waitSignal(settings.changed) as told:
        settings.update(theme="light", text_scale=1.0)
    assert told.args == ["theme"]
    with qtbot.assertNotEmitted(settings.changed):
        settings.update(theme="light")


def test_a_value_that_does_not_fit_changes_nothing(file: Path) -> None:
    settings = Settings(file)
    with pytest.raises(ValidationError):
        settings.update(text_scale=40)
    assert settings.prefs.text_scale == 1.0


def test_unknown_keys_survive_a_save(file: Path) -> None:
    file.parent.mkdir()
    server = {"id": "a", "name": "a", "url": "http://a", "colour": "red"}
    file.write_text(json.dumps({"other": {"deep": [1]}, "servers": [server]}), encoding="utf-8")
    settings = Settings(file)
    settings.keep_server(LAB)
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["other"] == {"deep": [1]}
    assert kept["servers"][0]["colour"] == "red"


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[]", b"[" * 100_000, b"x" * 5_000_000])
def test_a_broken_file_is_set_aside_and_said(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    settings = Settings(file)
    assert settings.prefs == Preferences()
    assert settings.problem is not None
    assert settings.problem.code == "settings_broken"
    assert (file.parent / "settings.json.bak").read_bytes() == content
    settings.update(theme="dark")
    assert Settings(file).prefs.theme == "dark"


def test_one_bad_value_loses_that_value_only(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"theme": "purple", "text_scale": 1.5, "tray": 1}', encoding="utf-8")
    settings = Settings(file)
    assert (settings.prefs.theme, settings.prefs.text_scale) == ("system", 1.5)
    assert settings.problem is not None
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept == {"text_scale": 1.5, "tray": 1}


def test_two_windows_do_not_undo_each_others_changes(file: Path) -> None:
    first, second = Settings(file), Settings(file)
    first.update(theme="dark")
    second.update(text_scale=1.5)
    assert Settings(file).prefs.theme == "dark"
    assert Settings(file).prefs.text_scale == 1.5


def test_a_second_broken_file_keeps_the_first_one(file: Path) -> None:
    file.parent.mkdir()
    for content in ("first", "second"):
        file.write_text(content, encoding="utf-8")
        Settings(file)
    assert {found.read_text() for found in file.parent.glob("*.bak")} == {"first", "second"}


def test_a_folder_that_cannot_be_made_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.update(theme="dark")
    assert settings.prefs.theme == "dark"
    assert settings.problem is not None


def test_the_layout_can_be_forgotten(file: Path) -> None:
    settings = Settings(file)
    settings.keep_blobs(a=b"1", b=b"2")
    settings.forget_blobs()
    assert settings.blob("a") is None


def test_the_environment_names_the_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IVK_CONFIG_DIR", str(tmp_path / "c"))
    monkeypatch.setenv("IVK_DATA_DIR", str(tmp_path / "d"))
    monkeypatch.delenv("IVK_LOG_DIR")
    assert paths.config_folder() == tmp_path / "c"
    assert paths.log_folder() == tmp_path / "d" / "logs"


def test_two_windows_that_change_servers_lose_none(file: Path) -> None:
    one, other = Settings(file), Settings(file)
    one.keep_server(ServerProfile(id=ServerId("lab"), name="lab", url="http://lab"))
    other.keep_server(ServerProfile(id=ServerId("attic"), name="attic", url="http://attic"))
    one.change_server(ServerId("attic"), shown=False)
    other.change_server(ServerId("lab"), board="tigers")
    kept = {server.id: server for server in Settings(file).prefs.servers}
    assert list(kept) == ["lab", "attic"]
    assert kept[ServerId("lab")].board == "tigers"
    assert not kept[ServerId("attic")].shown
    one.forget_server(ServerId("lab"))
    other.change_server(ServerId("lab"), board=None)  # gone meanwhile: it does not come back
    assert [server.id for server in Settings(file).prefs.servers] == ["attic"]
