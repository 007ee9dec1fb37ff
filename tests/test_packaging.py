"""What bundles are made of, as far as one system can tell for all three."""

from __future__ import annotations

import ast
import configparser
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageReader

from ivk_desktop import __version__, resources

ROOT = Path(__file__).parent.parent
PACKAGING = ROOT / "packaging"


def module(path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A file of ``packaging``, which is no package."""
    monkeypatch.syspath_prepend(str(path.parent))
    monkeypatch.delitem(sys.modules, path.stem, raising=False)
    return __import__(path.stem)


@pytest.mark.parametrize(("kind", "largest"), [("ico", 256), ("icns", 1024)])
def test_icons_are_read_back_in_every_size(
    kind: str, largest: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    icons = module(PACKAGING / "icons.py", monkeypatch)
    icons.make(resources.path("icons", "app.svg"), tmp_path)
    data = (tmp_path / f"app.{kind}").read_bytes()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    sizes = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        image = reader.read()
        assert not image.isNull()
        assert image.pixelColor(0, 0).alpha() == 0, "the corners are round"
        assert image.pixelColor(image.width() // 2, image.height() // 12).alpha() == 255
        sizes.append(image.width())
    assert max(sizes) == largest
    assert {16, 32, 128, 256} <= set(sizes)
    assert {file.stem for file in (tmp_path / "png").iterdir()} >= {"16", "48", "256", "512"}


def test_windows_version_resource_is_an_expression(monkeypatch: pytest.MonkeyPatch) -> None:
    version = module(PACKAGING / "windows" / "version.py", monkeypatch)
    text = version.version_text("1.2.3rc1", "ivk-desktop", "ivk desktop", "it's a client", "(c)")
    ast.parse(text, mode="eval")
    assert "filevers=(1, 2, 3, 0)" in text
    assert "StringStruct('OriginalFilename', 'ivk-desktop.exe')" in text


def test_linux_files_name_the_same_program(monkeypatch: pytest.MonkeyPatch) -> None:
    names = module(PACKAGING / "names.py", monkeypatch)
    entry = configparser.ConfigParser(interpolation=None, delimiters="=")
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    file = PACKAGING / "linux" / f"{names.PROGRAM}.desktop"
    entry.read(file, encoding="utf-8")
    main = entry["Desktop Entry"]
    assert main["Exec"].split()[0] == main["Icon"] == names.PROGRAM
    assert main["Name"] == names.TITLE
    assert main["Comment"] == names.SUMMARY
    info = ElementTree.parse(PACKAGING / "linux" / f"{names.BUNDLE_ID}.metainfo.xml").getroot()
    assert info.findtext("id") == names.BUNDLE_ID
    assert info.findtext("launchable") == file.name
    assert info.findtext("summary") == names.SUMMARY


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == __version__
