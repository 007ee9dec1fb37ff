from __future__ import annotations

import pytest

from ivk_desktop.stores.queue_filter import parse
from ivk_desktop.stores.queue_misread import Reason, misread

LABELS = ("Seed", "Positive prompt")


@pytest.mark.parametrize(
    ("text", "word", "reason"),
    [
        ("tiger run>abc", "run>abc", Reason.VALUE),
        ("-run>abc", "run>abc", Reason.VALUE),
        ("created>soon", "created>soon", Reason.VALUE),
        ("seed<many", "seed<many", Reason.VALUE),
        ("status>3", "status>3", Reason.SIGN),
        ("foo:bar", "foo:bar", Reason.NAME),
        ("Foo:Bar run>abc", "foo:bar", Reason.NAME),
    ],
)
def test_the_first_word_without_a_meaning_is_named(text: str, word: str, reason: Reason) -> None:
    found = misread(parse(text), LABELS)
    assert found is not None
    assert (found.word, found.reason) == (word, reason)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tiger",
        "status:nonsense",
        "run>60 wait<1:30 id>7 results>0",
        'created>2026-03-01 done<"2026-03-01 12:00"',
        "seed:42 seed>5 positiveprompt:fox prompt:owl",
    ],
)
def test_what_has_a_meaning_is_not_blamed(text: str) -> None:
    assert misread(parse(text), LABELS) is None


def test_a_name_is_not_blamed_while_inputs_may_still_come() -> None:
    assert misread(parse("foo:bar"), None) is None
