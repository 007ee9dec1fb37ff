from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from ivk_desktop.stores.pictures import Header, decode, decode_thumbnail, read_header
from tests.stores.samples import NOISE, bomb, encoded


@pytest.mark.parametrize("kind", ["PNG", "JPG", "WEBP"])
def test_the_three_formats_of_the_web_are_decoded_ready_to_paint(kind: str) -> None:
    image = decode(encoded(40, 20, kind))
    assert image is not None
    assert (image.width(), image.height()) == (40, 20)
    assert image.format() == QImage.Format.Format_RGB32


def test_the_size_is_known_without_decoding() -> None:
    assert read_header(encoded(40, 20)) == Header("png", 40, 20)


def test_a_decompression_bomb_is_refused_by_its_header() -> None:
    assert read_header(bomb()) == Header("png", 60_000, 60_000)
    assert decode(bomb()) is None


def test_other_formats_are_refused_even_where_qt_could_read_them() -> None:
    assert decode(encoded(kind="BMP")) is None
    assert decode(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>") is None


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", NOISE, encoded(300, 300)[:90], b"RIFF\0\0\0\0WEBPVP8 "]
)
def test_garbage_is_no_picture_and_no_error(data: bytes) -> None:
    assert decode(data) is None
    assert decode_thumbnail(data) is None


def test_a_large_picture_is_shrunk_while_it_is_decoded() -> None:
    image = decode_thumbnail(encoded(1000, 500, "JPG"))
    assert image is not None
    assert (image.width(), image.height()) == (256, 128)


def test_a_line_of_pixels_survives_shrinking() -> None:
    image = decode_thumbnail(encoded(2000, 1))
    assert image is not None
    assert (image.width(), image.height()) == (256, 1)
