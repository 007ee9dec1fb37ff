"""How two pictures differ."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from ivk_desktop.stores.picture_difference import GAINS, MOST_PIXELS, difference


def filled(color: str, width: int = 10, height: int = 10, alpha: bool = False) -> QImage:
    kind = QImage.Format.Format_ARGB32_Premultiplied if alpha else QImage.Format.Format_RGB32
    image = QImage(width, height, kind)
    image.fill(QColor(color))
    return image


def test_a_picture_does_not_differ_from_itself() -> None:
    found = difference(filled("#345678"), filled("#345678"))
    assert (found.mean, found.share, found.stretched, found.shrunk) == (0, 0, False, False)
    assert QColor(found.images[16].pixel(3, 3)) == QColor(Qt.GlobalColor.black)


@pytest.mark.parametrize("width", [9, 10, 11, 12])
def test_one_point_that_differs_by_one_is_counted(width: int) -> None:
    one, other = filled("#101010", width), filled("#101010", width)
    other.setPixelColor(2, 2, QColor("#101011"))
    found = difference(one, other)
    assert found.share == pytest.approx(1 / (width * 10))
    assert 0 <= found.mean < 0.001


def test_gains_brighten_the_difference_and_leave_the_pictures_alone() -> None:
    one, other = filled("#000000"), filled("#030201")
    found = difference(one, other)
    assert [QColor(found.images[gain].pixel(0, 0)).red() for gain in GAINS] == [3, 12, 48]
    assert QColor(other.pixel(0, 0)) == QColor("#030201")
    assert found.share == 1


def test_black_and_white_differ_wholly() -> None:
    found = difference(filled("#000000"), filled("#ffffff"))
    assert (found.mean, found.share) == (1, 1)


def test_another_size_is_stretched_and_said_to_be() -> None:
    found = difference(filled("#808080", 20, 10), filled("#808080", 5, 5))
    assert found.stretched
    assert (found.images[1].width(), found.images[1].height()) == (20, 10)
    assert found.share == 0


def test_what_is_transparent_is_compared_with_what_is_behind_it() -> None:
    found = difference(filled("#00000000", alpha=True), filled("#000000"))
    assert found.share == 0


def test_pictures_too_large_for_memory_are_compared_at_a_smaller_size() -> None:
    found = difference(filled("#000000", 5000, 4000), filled("#000000", 1, 1))
    image = found.images[1]
    assert found.shrunk
    assert image.width() * image.height() <= MOST_PIXELS * 1.01
