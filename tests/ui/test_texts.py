"""Sentences of problems and notices in the window."""

from __future__ import annotations

import string

import pytest

from ivk_desktop import words
from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.notices import Level, Notice
from ivk_desktop.ui import texts


def test_a_problem_is_said_with_its_arguments() -> None:
    said = texts.problem_text(Problem("name_not_found", {"host": "lab"}))
    assert said == "There is no host named lab. Check the address."


@pytest.mark.parametrize(
    "problem", [Problem("no_such_code"), Problem("name_not_found", {"x": 1}), Problem("")]
)
def test_an_unknown_problem_never_raises(problem: Problem) -> None:
    texts.problem_text(problem)


def test_every_sentence_is_one_that_a_person_reads() -> None:
    for code, sentence in words.SENTENCES.items():
        assert "!" not in sentence, code
        assert sentence.endswith((".", "?", ")", "”", "}")), code
        assert all(field != "" for _, field, *_ in string.Formatter().parse(sentence)), code


def test_a_notice_says_its_text_or_else_its_problem() -> None:
    problem = Problem("name_not_found", {"host": "lab"})
    assert texts.notice_text(Notice(Level.INFO, "Saved")) == "Saved"
    assert "lab" in texts.notice_text(Notice(Level.ERROR, problem=problem))


def test_a_server_is_named_once() -> None:
    again = Problem("connected_again", {"name": "lab"})
    assert texts.notice_text(Notice(Level.INFO, "Saved", server="lab")) == "lab: Saved"
    said = texts.notice_text(Notice(Level.INFO, problem=again, server="lab"))
    assert said == "lab answers again."
