"""File names made by a template lead nowhere else and fit every system."""

from __future__ import annotations

from datetime import UTC

import pytest

from ivk_desktop.domain.media import ImageInfo
from ivk_desktop.domain.naming import NameTemplate, values_of
from ivk_desktop.domain.pictures import PictureDetails, PictureFacts
from tests.fakes import a_picture

INFO = ImageInfo(a_picture("0ff1ce.png"), 512, 768, 1_774_000_000.0)
FACTS = PictureFacts(prompt="a tiger,\nin snow", seed=42, workflow="Portrait", model="SDXL")
VALUES = values_of(PictureDetails(INFO, FACTS), "0ff1ce.png", 7, 120, "Tigers", "Lab", UTC)


@pytest.mark.parametrize(
    ("template", "path"),
    [
        ("{board}/{date}/{workflow}_{seed}_{n}.png", "Tigers/2026-03-20/Portrait_42_007.png"),
        ("{name}", "0ff1ce.png"),
        ("{prompt} {width}x{height}", "a tiger, in snow 512x768.png"),
        ("{server}\\{model} {time}", "Lab/SDXL 09-46-40.png"),
        ("../../{seed}", "untitled/untitled/42.png"),
        ("/etc/{seed}", "etc/42.png"),
        ("con", "_con.png"),
    ],
)
def test_a_template_becomes_a_path_below_the_folder(template: str, path: str) -> None:
    assert str(NameTemplate(template).render(VALUES, ".png")) == path


def test_what_is_not_known_leaves_no_gap() -> None:
    values = values_of(PictureDetails(INFO, PictureFacts()), "0ff1ce.png", 1, 1, "Tigers", "Lab")
    assert str(NameTemplate("{workflow}_{seed}_{n}").render(values, ".png")) == "1.png"
    assert str(NameTemplate("{board}/{workflow}").render(values, ".mp4")) == "Tigers/untitled.mp4"


def test_a_board_named_like_a_path_is_one_folder() -> None:
    values = VALUES | {"board": "../secret/..\\x"}
    path = NameTemplate("{board}/{n}").render(values, ".png")
    assert len(path.parts) == 2
    assert ".." not in path.parts


@pytest.mark.parametrize(
    ("template", "code"),
    [("{sed}", "template_unknown"), ("{seed", "template_braces"), (" / ", "template_empty")],
)
def test_a_bad_template_says_why(template: str, code: str) -> None:
    problem = NameTemplate(template).problem
    assert problem is not None
    assert problem.code == code


def test_only_what_a_template_names_is_asked_for() -> None:
    assert not NameTemplate("{server} {name}_{n}").needs_details
    assert NameTemplate("{seed}").needs_details
