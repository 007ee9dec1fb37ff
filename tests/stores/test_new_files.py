"""New files: whole or not at all, and never in the place of another."""

from __future__ import annotations

from pathlib import Path

import pytest

from ivk_desktop.stores import new_files


def test_a_taken_name_is_left_alone_and_another_found(tmp_path: Path) -> None:
    wanted = tmp_path / "deep" / "a.png"
    assert new_files.write_new(wanted, b"one") == wanted
    assert new_files.write_new(wanted, b"two").name == "a (2).png"
    (tmp_path / "deep" / "a (3).json").write_text("{}")
    assert new_files.write_new(wanted, b"three", b"{}").name == "a (4).png"
    assert wanted.read_bytes() == b"one"
    assert not list(tmp_path.rglob("*.part"))


def test_a_name_taken_at_the_last_moment_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        new_files.place(path, b"mine")
    assert path.read_bytes() == b"theirs"
    assert [one.name for one in tmp_path.iterdir()] == ["a.png"]


def test_a_system_without_links_gets_the_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / "a.png"
    new_files.place(path, b"mine")
    with pytest.raises(FileExistsError):
        new_files.place(path, b"again")
    assert path.read_bytes() == b"mine"
    assert [one.name for one in tmp_path.iterdir()] == ["a.png"]


def test_a_link_that_leads_nowhere_is_in_the_way(tmp_path: Path) -> None:
    link = tmp_path / "a.png"
    link.symlink_to(tmp_path / "nowhere")
    assert new_files.write_new(link, b"mine").name == "a (2).png"
    assert not (tmp_path / "nowhere").exists()
