"""Results of a session by the node that made them."""

from __future__ import annotations

from typing import Any

from ivk_desktop.domain.invokeai.results import gallery_media, media_of_output, session_media
from ivk_desktop.domain.media import ImageName, MediaKind, MediaRef
from ivk_desktop.domain.servers import ServerId

HERE = ServerId("s")


def image(name: str) -> MediaRef:
    return MediaRef(HERE, ImageName(name))


def output(name: str) -> dict[str, Any]:
    return {"type": "image_output", "image": {"image_name": name}, "width": 8}


def session(**more: Any) -> dict[str, Any]:
    nodes = {
        "make": {"type": "blank_image", "is_intermediate": True},
        "load": {"type": "image", "is_intermediate": True},
        "gather": {"type": "collect", "is_intermediate": True},
        "keep": {"type": "save_image", "is_intermediate": False},
    }
    edge = {"source": {"node_id": "make"}, "destination": {"node_id": "gather"}}
    return {
        "graph": {"nodes": nodes, "edges": [edge]},
        "results": {
            "x2": output("second.png"),
            "x0": output("old.png"),
            "x1": output("first.png"),
            "x3": {"collection": [{"image_name": "first.png"}, {"image_name": "second.png"}]},
        },
        "prepared_source_mapping": {"x0": "load", "x1": "make", "x2": "make", "x3": "gather"},
        "prepared_iteration_paths": {"x1": [0], "x2": [1]},
        **more,
    }


def test_media_come_in_iteration_order_without_what_was_passed_on() -> None:
    assert session_media(session(), HERE) == {"make": (image("first.png"), image("second.png"))}


def test_without_paths_the_order_of_the_results_counts() -> None:
    found = session_media(session(prepared_iteration_paths=None), HERE)
    assert found["make"] == (image("second.png"), image("first.png"))


def test_every_key_of_an_output_is_looked_at() -> None:
    found = media_of_output(
        {
            "mask": {"image_name": "m"},
            "video": {"video_name": "v"},
            "list": [{"image_name": "l"}, 3],
        },
        HERE,
    )
    assert found == (image("m"), MediaRef(HERE, ImageName("v"), MediaKind.VIDEO), image("l"))


def test_the_gallery_gets_what_is_final() -> None:
    made = session()
    made["results"]["x4"] = output("kept.png")
    made["prepared_source_mapping"]["x4"] = "keep"
    assert gallery_media(made, HERE) == (image("kept.png"),)


def test_where_nothing_is_final_the_last_of_each_way_counts() -> None:
    made = session()
    assert gallery_media(made, HERE) == (image("first.png"), image("second.png"))
    follow = {"source": {"node_id": "gather"}, "destination": {"node_id": "last"}}
    made["graph"]["edges"].append(follow)
    made["graph"]["nodes"]["last"] = {"type": "img_resize", "is_intermediate": True}
    made["results"]["x5"] = output("last.png")
    made["prepared_source_mapping"]["x5"] = "last"
    assert gallery_media(made, HERE) == (image("last.png"),)


def test_a_session_of_another_shape_has_no_results() -> None:
    for broken in ({}, {"results": []}, {"results": {"x": 3}, "prepared_source_mapping": {"x": 1}}):
        assert session_media(broken, HERE) == {}
        assert gallery_media(broken, HERE) == ()
