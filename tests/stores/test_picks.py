"""Pictures that are picked out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ivk_desktop.domain.media import MediaRef
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.marks import Marks
from ivk_desktop.stores.picks import Picks
from tests.fakes import SERVER, a_picture, a_video

Run = Callable[[Any], Any]

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


# --- marks -------------------------------------------------------------------------------
def test_marks_stay_after_a_restart_in_their_order_and_by_server(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        database = Database(tmp_path / "data.sqlite")
        marks = Marks(SERVER, database)
        video = a_video("clip.mp4")
        marks.add([C, A, video, B])
        marks.drop([A])
        Marks(ServerId("other"), database).add([MediaRef.named(ServerId("other"), A.name)])
        again = Marks(SERVER, database)
        await again.load()
        assert again.refs == (C, video, B)
        again.clear()
        last = Marks(SERVER, database)
        await last.load()
        assert not last.refs
        await database.close()

    run(scenario())


def test_marks_of_now_are_not_lost_to_those_that_are_read(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        database = Database(tmp_path / "data.sqlite")
        Marks(SERVER, database).add([A])
        marks = Marks(SERVER, database)
        marks.add([B])
        await marks.load()
        assert set(marks.refs) == {A, B}
        await database.close()

    run(scenario())


def test_any_name_can_be_marked_and_no_database_is_needed(run: Run, tmp_path: Path) -> None:
    async def scenario() -> None:
        database = Database(tmp_path / "data.sqlite")
        odd = a_picture("a\ud800\0'; DROP TABLE marks")
        Marks(SERVER, database).add([odd, A])
        again = Marks(SERVER, database)
        await again.load()
        assert A in again
        await database.close()
        alone = Marks(SERVER)
        await alone.load()
        alone.add([A])
        assert alone.refs == (A,)

    run(scenario())
