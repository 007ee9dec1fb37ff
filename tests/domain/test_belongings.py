"""What a document names that only its own server has."""

from __future__ import annotations

from ivk_desktop.domain.form import PortableForm, SubmitOptions
from ivk_desktop.domain.jobs import UNSET
from tests.domain.builder import connector, edge, load, node, opened, workflow


def test_boards_and_files_are_found_wherever_they_stand() -> None:
    nodes = [
        node("a", "save_image", image={"image_name": "a.png"}, board={"board_id": "tigers"}),
        node("b", "save_image", image={"image_name": "a.png"}, board="auto"),
        node("c", "image", image={"image_name": "c.png"}),
    ]
    handle = opened(nodes, [])
    assert isinstance(handle, PortableForm)
    assert handle.board_ids() == ("tigers",)
    assert handle.file_names() == ("a.png", "c.png")


def test_a_picture_that_a_connection_replaces_is_not_needed() -> None:
    nodes = [
        node("a", "image", image={"image_name": "a.png"}),
        node("b", "save_image", image={"image_name": "b.png"}),
        connector("between"),
    ]
    handle = opened(nodes, [edge("a.image", "b.image")])
    assert handle.file_names() == ("a.png",)


def test_other_boards_are_put_in_and_one_without_a_counterpart_is_automatic() -> None:
    nodes = [
        node("a", "save_image", image=..., board={"board_id": "tigers"}),
        node("b", "save_image", image=..., board={"board_id": "owls"}),
        node("c", "save_image", image=..., board="none"),
    ]
    handle = opened(nodes, [])
    handle.use_boards({"tigers": "there", "owls": None})
    boards = [slot.value() for one in "abc" if (slot := handle.slot(one, "board")) is not None]
    assert boards == [{"board_id": "there"}, "auto", "none"]


def test_files_are_taken_out() -> None:
    handle = opened([node("a", "save_image", image={"image_name": "a.png"}, board="auto")], [])
    handle.drop_files()
    assert handle.file_names() == ()
    slot = handle.slot("a", "image")
    assert slot is not None
    assert slot.value() is UNSET


def test_the_original_has_the_values_of_the_opening_and_changes_nothing() -> None:
    handle = load(workflow([node("a", "integer", value=1), node("b", "integer", value=...)]))
    first, other = handle.inputs[0].field_id, handle.inputs[1].field_id
    handle.set_value(first, 7)
    handle.set_value(other, 9)
    document = handle.original()
    values = [raw["data"]["inputs"]["value"].get("value") for raw in document["nodes"]]
    assert values == [1, None]
    assert (handle.value(first), handle.value(other)) == (7, 9)
    assert handle.request(SubmitOptions()).count == 1
