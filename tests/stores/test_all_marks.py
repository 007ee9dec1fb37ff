"""Marks of several servers as one."""

from __future__ import annotations

from ivk_desktop.domain.media import ImageName, MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.all_marks import AllMarks
from ivk_desktop.stores.picks import Picks

ONE, TWO, THREE = map(ServerId, ("one", "two", "three"))


def ref(server_id: ServerId, name: str) -> MediaRef:
    return MediaRef(server_id, ImageName(name))


def both() -> tuple[AllMarks, Picks, Picks]:
    marks, one, two = AllMarks(), Picks(), Picks()
    marks.add(ONE, one)
    marks.add(TWO, two)
    return marks, one, two


def test_each_server_keeps_its_own_marks() -> None:
    marks, one, two = both()
    marks.toggle([ref(ONE, "a"), ref(TWO, "a"), ref(THREE, "a")])
    assert (one.refs, two.refs) == ((ref(ONE, "a"),), (ref(TWO, "a"),))
    assert marks.refs == (ref(ONE, "a"), ref(TWO, "a"))
    assert ref(THREE, "a") not in marks  # a server that deletes nothing


def test_a_second_wish_takes_the_marks_of_all_away() -> None:
    marks, one, _ = both()
    one.add([ref(ONE, "a")])
    chosen = [ref(ONE, "a"), ref(TWO, "b")]
    marks.toggle(chosen)  # not all of them are marked yet
    assert set(marks.refs) == set(chosen)
    marks.toggle(chosen)
    assert marks.refs == ()


def test_a_server_that_leaves_takes_its_marks_along_and_is_heard_no_more() -> None:
    marks, one, _ = both()
    one.add([ref(ONE, "a")])
    told: list[tuple[MediaRef, ...]] = []
    marks.changed.connect(told.append)
    marks.remove(ONE)
    one.add([ref(ONE, "b")])
    assert told == [(ref(ONE, "a"),)]
    assert marks.refs == ()
    assert one.refs == (ref(ONE, "a"), ref(ONE, "b"))
