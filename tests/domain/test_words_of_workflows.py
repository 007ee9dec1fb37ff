"""Every problem that the workflow code can name has a sentence, with the arguments it gets."""

from __future__ import annotations

import re
from pathlib import Path

import ivk_desktop.domain.invokeai as room
from ivk_desktop.words import SENTENCES

SOURCES = Path(room.__file__).parent
CODE = re.compile(
    r'(?:Problem|warn|problem|_of_node|Finding|_bad)\(\s*"([a-z_]+)"|\("(number_[a-z_]+)"'
)
REASON = re.compile(r'return "([a-z_]+)"|"(types_[a-z]+)"')


def codes() -> set[str]:
    text = "\n".join(path.read_text() for path in SOURCES.rglob("*.py"))
    return {one for pair in CODE.findall(text) for one in pair if one}


def test_every_problem_has_a_sentence() -> None:
    assert len(codes()) > 40
    assert codes() - set(SENTENCES) == set()


def test_every_reason_for_leaving_out_a_connection_has_a_sentence() -> None:
    text = (SOURCES / "connections.py").read_text()
    reasons = {one for pair in REASON.findall(text) for one in pair if one}
    assert {f"edge_{reason}" for reason in reasons} - set(SENTENCES) == set()
    assert "types_differ" in reasons


def test_each_kind_of_missing_thing_has_its_sentences() -> None:
    for named in ("image", "video", "board", "model"):
        assert {f"{named}_cleared", f"{named}_missing"} <= set(SENTENCES)
