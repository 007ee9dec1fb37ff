"""Which workflows of a library are shown, and in which order."""

from __future__ import annotations

from ivk_desktop.api.backend import WorkflowCard
from ivk_desktop.stores.library_query import LibraryQuery, LibraryView, Order, select, tag_counts

CARDS = (
    WorkflowCard(
        "1", "Zebra", "striped", tags=("SDXL", "animal"), opened_at=5, updated_at=1, created_at=3
    ),
    WorkflowCard("2", "Text to image", category="default", tags=("sdxl",), opened_at=9),
    WorkflowCard("3", "alpha", "first of all", is_public=True, updated_at=8, created_at=1),
)


def shown(**query: object) -> list[str]:
    return [card.workflow_id for card in select(CARDS, LibraryQuery(**query))]  # type: ignore[arg-type]


def test_each_part_shows_its_own() -> None:
    assert shown() == ["2", "1", "3"]
    assert shown(view=LibraryView.RECENT) == ["2", "1"]
    assert shown(view=LibraryView.YOURS) == ["1", "3"]
    assert shown(view=LibraryView.SHARED) == ["3"]
    assert shown(view=LibraryView.BUILT_IN) == ["2"]


def test_tags_match_whatever_their_case_and_widen_each_other() -> None:
    assert shown(tags=frozenset({"sdxl"})) == ["2", "1"]
    assert shown(tags=frozenset({"ANIMAL", "nothing"})) == ["1"]


def test_all_words_of_the_text_must_occur_anywhere() -> None:
    assert shown(text="ALL first") == ["3"]
    assert shown(text="zebra animal") == ["1"]
    assert shown(text="zebra first") == []


def test_the_order_is_by_name_or_by_the_latest_time() -> None:
    assert shown(order=Order.NAME) == ["3", "2", "1"]
    assert shown(order=Order.UPDATED) == ["3", "1", "2"]
    assert shown(order=Order.CREATED) == ["1", "3", "2"]


def test_tags_are_counted_under_one_spelling() -> None:
    assert tag_counts(CARDS) == [("SDXL", 2), ("animal", 1)]
