"""Pictures that are picked out."""

from __future__ import annotations

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.stores.picks import Picks
from tests.fakes import a_picture

A, B, C = (a_picture(name) for name in "abc")


def told(picks: Picks) -> list[tuple[MediaRef, ...]]:
    seen: list[tuple[MediaRef, ...]] = []
    picks.changed.connect(seen.append)
    return seen


def test_some_are_picked_and_all_of_them_dropped_by_the_same_wish() -> None:
    picks = Picks()
    seen = told(picks)
    picks.toggle([A])
    picks.toggle([A, B])
    assert picks.refs == (A, B)
    picks.toggle([A, B])
    assert not picks.refs
    assert seen == [(A,), (B,), (A, B)]


def test_the_oldest_gives_way_where_there_is_room_for_few_and_places_are_told() -> None:
    picks = Picks(most=2)
    picks.add([A, B])
    seen = told(picks)
    picks.add([C])
    assert (picks.place(A), picks.place(B), picks.place(C)) == (None, 0, 1)
    assert set(seen[0]) == {A, B, C}


def test_what_changes_nothing_tells_nothing() -> None:
    picks = Picks()
    picks.add([A])
    seen = told(picks)
    picks.add([A])
    picks.drop([B])
    assert picks.clear() == (A,)
    assert seen == [(A,)]
