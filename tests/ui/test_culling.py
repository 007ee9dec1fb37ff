"""Rating, marking and acting on pictures by single keys, wherever they are looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from ivk_desktop.ui.key_actions import KeyActions
from ivk_desktop.ui.pictures.acts import Act, Offers
from ivk_desktop.ui.stage.notes import Note
from ivk_desktop.ui.stage.picture_table import PICTURE_SPECS, STAGE_SPECS, VIEWER_SPECS
from ivk_desktop.ui.stage.stage import Stage
from tests.fakes import a_picture
from tests.stores.waiting import until
from tests.ui.stage_help import a_stage
from tests.ui.viewer_help import SHIFT, a_gallery, press

Run = Callable[[Any], Any]
Key = Qt.Key
Wished = list[tuple[Act, list[str], object]]


def wishes(stage: Stage) -> Wished:
    """What is wished from now on."""
    seen: Wished = []
    stage.wishes.acted.connect(
        lambda act, refs, extra: seen.append((act, [ref.name for ref in refs], extra))
    )
    return seen


def test_digits_rate_what_is_chosen_and_nought_takes_it_away(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, _, grid):
            of = stage.looking.notes.of
            press(grid, Key.Key_4)
            press(grid, Key.Key_Right, modifiers=SHIFT)
            assert of(a_picture("7")).rating == 4
            press(grid, Key.Key_2)
            assert [of(a_picture(n)).rating for n in "765"] == [2, 2, 0]
            press(grid, Key.Key_0)
            assert [of(a_picture(n)).rating for n in "76"] == [0, 0]

    run(scenario())


def test_marks_are_counted_carried_out_together_and_taken_away(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, session, grid):
            seen, bar = wishes(stage), stage.looking.picks
            assert bar.isHidden()
            press(grid, Key.Key_X, Key.Key_Right, Key.Key_X, Key.Key_Right, Key.Key_X, Key.Key_X)
            assert bar.marked.text() == "2 marked for deletion"
            assert bar.delete.text() == "Delete 2…"
            bar.delete.click()
            press(grid, Key.Key_X, modifiers=SHIFT)
            assert seen == [(Act.DELETE, ["7", "6"], None)] * 2
            bar.clear.click()
            assert seen[-1] == (Act.CLEAR_MARKS, ["7", "6"], None)
            session.gallery.delete(session.gallery.marks.refs, 600)
            assert bar.isHidden()

    run(scenario())


def test_the_same_keys_work_in_the_viewer_and_over_the_whole_screen(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, session, _grid):
            stage.looking.open()
            viewer = stage.viewing.viewer
            press(viewer, Key.Key_5, Key.Key_X, Key.Key_C)
            note = stage.looking.notes.of(a_picture("7"))
            assert note == Note(5, starred=False, marked=True, letter="A")
            assert viewer.bar.buttons["picture.mark"].isChecked()
            press(viewer, Key.Key_Space)
            full = stage.viewing.full
            press(full.viewer, Key.Key_Right, Key.Key_X)
            assert full.picks.marked.text() == "2 marked for deletion"
            press(full.viewer, Key.Key_Left, Key.Key_X)
            assert [ref.name for ref in session.gallery.marks.refs] == ["6"]
            full.close()

    run(scenario())


def test_the_buttons_of_the_viewer_do_what_their_keys_do(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, session, _grid):
            stage.looking.open()
            buttons = stage.viewing.viewer.bar.buttons
            buttons["picture.mark"].click()
            buttons["viewer.next"].click()
            buttons["picture.compare"].click()
            assert [ref.name for ref in session.gallery.marks.refs] == ["7"]
            assert [ref.name for ref in session.compared.refs] == ["6"]
            assert not buttons["picture.mark"].isChecked()
            assert "(X)" in buttons["picture.mark"].toolTip()
            buttons["viewer.leave"].click()
            assert not stage.viewing.is_open

    run(scenario())


def test_each_key_wishes_for_its_act_with_what_is_chosen(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, _, grid):
            seen = wishes(stage)
            offers = Offers(images=(("f", "Image"),), prompts=(("p", "Prompt"),))
            stage.wishes.set_offers(lambda _: offers)
            press(grid, Key.Key_Right, modifiers=SHIFT)
            press(grid, Key.Key_R, Key.Key_V, Key.Key_S, Key.Key_U, Key.Key_Q, Key.Key_A)
            press(grid, Key.Key_P, Key.Key_S, modifiers=SHIFT)
            both = ["7", "6"]
            assert seen == [
                (Act.RUN_AGAIN, both, None),
                (Act.VARY, both, None),
                (Act.STAR, both, None),
                (Act.USE_VALUES, both[:1], None),
                (Act.SHOW_MAKER, both[:1], None),
                (Act.USE_IMAGE, both[:1], "f"),
                (Act.SEND_PROMPT, both[:1], "p"),  # and no seed: no field takes one
            ]

    run(scenario())


def test_keys_of_the_live_page_are_for_the_picture_on_it(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, session):
            session.finish(1, "a")
            session.finish(2, "b")
            seen = wishes(stage)
            stage.look_at(a_picture("a"))
            press(stage, Key.Key_V, Key.Key_3)
            assert seen == [(Act.VARY, ["a"], None)]
            assert stage.looking.notes.of(a_picture("a")).rating == 3
            press(stage, Key.Key_Return)
            assert stage.viewing.is_open
            press(stage.viewing.viewer, Key.Key_Left)
            press(stage.viewing.viewer, Key.Key_Escape)
            assert stage.showing.ref == a_picture("b")

    run(scenario())


def test_keys_with_nothing_to_act_on_do_nothing(run: Run) -> None:
    async def scenario() -> None:
        async with a_stage() as (stage, _):
            seen = wishes(stage)
            keys = [Key(ord(letter)) for letter in "XCRVSUQAWBOMI12345"]
            press(stage, *keys, Key.Key_Return, Key.Key_Delete)
            assert not seen
            stage.set_session(None)
            press(stage, *keys, Key.Key_Return, Key.Key_Delete)
            assert not seen

    run(scenario())


def test_notes_are_painted_below_the_pictures(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery(2) as (_, session, grid):
            await until(session.media.ready, lambda: session.media.loaded_thumbnail(a_picture("1")))
            plain = grid.grab().toImage()
            place = grid._cell(0)
            press(grid, Key.Key_X, Key.Key_5)
            noted = grid.grab().toImage()
            below = place.translated(0, place.height() + 3)
            below.setHeight(12)
            assert plain.copy(below) != noted.copy(below)
            assert plain.copy(place) == noted.copy(place)  # never on the picture

    run(scenario())


def test_what_is_picked_on_one_server_stays_with_it(run: Run) -> None:
    async def scenario() -> None:
        async with a_gallery() as (stage, session, grid):
            press(grid, Key.Key_X)
            stage.set_session(None)
            assert stage.looking.picks.isHidden()
            stage.set_session(session)
            assert stage.looking.picks.marked.text() == "1 marked for deletion"

    run(scenario())


# --- the table ---------------------------------------------------------------------------
def test_no_key_of_a_place_stands_for_two_things(qapp: object) -> None:
    KeyActions((*STAGE_SPECS, *PICTURE_SPECS))
    KeyActions((*PICTURE_SPECS, *VIEWER_SPECS))


def test_keys_are_shown_in_lists_and_never_taken_by_qt(qapp: QApplication) -> None:
    actions = KeyActions(PICTURE_SPECS)
    seen: list[bool] = []
    action = actions.on("picture.mark", lambda: seen.append(True))
    assert action.shortcut() == QKeySequence("X")
    assert action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_X, Qt.KeyboardModifier.KeypadModifier)
    assert actions.press(event)
    action.setEnabled(False)
    assert actions.press(event)  # it is this action's, though it does nothing now
    assert not actions.press(
        QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    )
    assert seen == [True]
