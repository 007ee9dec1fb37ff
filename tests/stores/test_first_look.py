"""What the first paint knows of the settings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.stores import first_look
from ivk_desktop.stores.first_look import FirstLook
from ivk_desktop.stores.settings import Preferences, Settings

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
)


def test_it_says_what_the_settings_say(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings = Settings(file)
    settings.update(theme="dark", language="de", text_scale=1.5)
    settings.update(font="system", reduced_motion=True)
    settings.keep_blobs(window=b"\x01\xff")
    look = FirstLook("dark", "de", 1.5, "system", True, {"window": b"\x01\xff"})
    assert first_look.read(file) == look


def test_its_usual_values_are_those_of_the_settings() -> None:
    usual, prefs = FirstLook(), Preferences()
    for name in ("theme", "language", "text_scale", "font", "reduced_motion"):
        assert getattr(usual, name) == getattr(prefs, name)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"text_scale": 1e999}',
        b'{"text_scale": 1%s}' % (b"0" * 400),
    ],
)
def test_a_broken_file_gives_the_usual_look(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert first_look.read(file) == FirstLook()


@given(st.fixed_dictionaries(dict.fromkeys(("theme", "language", "text_scale", "layout"), JSON)))
def test_any_values_give_a_look_that_can_be_used(data: dict[str, object]) -> None:
    look = first_look._first_look(data)
    assert look.theme in ("system", "light", "dark")
    assert 0.8 <= look.text_scale <= 2.0


def test_it_does_without_the_slow_import() -> None:
    code = "import sys, ivk_desktop.stores.first_look; print('pydantic' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "False"
