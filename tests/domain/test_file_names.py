from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.file_names import MAX_BYTES, MAX_LENGTH, safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Text to Image - SD1.5", "Text to Image - SD1.5"),
        ("../../etc/passwd", "etc passwd"),
        ("a:b|c", "a b c"),
        ("CON", "_CON"),
        ("nul.json", "_nul.json"),
        ("...", "untitled"),
        ("", "untitled"),
    ],
)
def test_a_name_is_made_safe(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text())
def test_any_text_gives_one_usable_path_part(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name) <= MAX_LENGTH + 1
    assert len(name.encode()) <= MAX_BYTES + 1
    assert not set(name) & set('<>:"/\\|?*\0')
    assert name not in (".", "..")


def test_a_long_name_of_wide_characters_fits_a_file_system() -> None:
    assert safe_name("虎" * 120) == "虎" * 66
