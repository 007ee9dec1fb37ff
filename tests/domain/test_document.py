"""Files of all kinds: read within bounds, or refused in one sentence."""

from __future__ import annotations

import json
import struct
import zlib
from typing import Any

import pytest

from ivk_desktop.domain.invokeai import document as reading
from ivk_desktop.domain.invokeai.document import read_bytes
from ivk_desktop.domain.problems import DomainError
from tests.domain.builder import (
    Json,
    batch_of,
    codes,
    edge,
    exposed,
    graph_node,
    load,
    node,
    workflow,
)

SMALL = workflow([node("i", "integer", value=1)], exposedFields=exposed("i.value"))


def refusal(data: Any) -> str:
    with pytest.raises(DomainError) as caught:
        load(data)
    return caught.value.problem.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "document_not_json"),
        (b"\xff\xfe\x00", "document_not_json"),
        (b'{"nodes": NaN}', "document_not_json"),
        (b'{"nodes": [', "document_not_json"),
        (b"<html></html>", "document_not_json"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "document_too_deep"),
        (b"[" * 10_000, "document_too_deep"),
        (b"9" * 5000, "document_not_json"),
        (b"[]", "document_not_object"),
        (b"3", "document_not_object"),
        (b"{}", "workflow_no_version"),
        ({**SMALL, "meta": {"version": "4.0"}}, "workflow_bad_version"),
        ({**SMALL, "meta": {"version": 1}}, "workflow_bad_version"),
        ({**SMALL, "meta": None}, "workflow_no_version"),
        ({**SMALL, "nodes": {}}, "workflow_malformed"),
        ({**SMALL, "edges": None}, "workflow_malformed"),
        ({**SMALL, "nodes": [3]}, "workflow_malformed"),
        ({**SMALL, "edges": [{"type": "default", "source": "i"}]}, "workflow_malformed"),
        ({**SMALL, "nodes": [node("i", "add", version="x")]}, "workflow_malformed"),
        (
            {**SMALL, "nodes": [node("a", "workflow_return"), node("b", "workflow_return")]},
            "workflow_two_returns",
        ),
    ],
)
def test_what_is_no_workflow_is_refused(data: Any, code: str) -> None:
    assert refusal(data) == code


def test_a_file_beyond_the_limit_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "DOCUMENT_BYTES", 10)
    assert refusal(b'{"nodes": []}') == "document_too_large"


def test_brackets_in_texts_do_not_nest() -> None:
    text = json.dumps({"note": '[{"\\[' * 500}).encode()
    assert read_bytes(text)["note"].startswith("[")


def test_a_library_record_is_unwrapped() -> None:
    handle = load({"workflow_id": "w", "name": "outer", "workflow": {**SMALL, "id": "w"}})
    assert handle.definition.workflow_id == "w"
    assert "id" not in handle.document()


def test_a_workflow_as_text_in_an_answer_is_unwrapped() -> None:
    assert len(load({"workflow": json.dumps(SMALL), "graph": None}).inputs) == 1


def test_a_graph_becomes_a_workflow() -> None:
    graph = {
        "id": "g",
        "nodes": {
            "i": {"id": "i", "type": "integer", "value": 4, "is_intermediate": False},
            "s": {"id": "s", "type": "add", "b": 2, "use_cache": False, "unknown": 1},
            "u": {"id": "u", "type": "unheard_of"},
        },
        "edges": [
            {
                "source": {"node_id": "i", "field": "value"},
                "destination": {"node_id": "s", "field": "a"},
            }
        ],
    }
    made = batch_of(load({"workflow": None, "graph": json.dumps(graph)}))["graph"]
    assert made["nodes"] == {
        "i": {
            "id": "i",
            "type": "integer",
            "value": 4,
            "use_cache": True,
            "is_intermediate": False,
        },
        "s": {"id": "s", "type": "add", "b": 2, "use_cache": False, "is_intermediate": False},
    }
    assert made["edges"] == graph["edges"]


def chunk(kind: bytes, body: bytes) -> bytes:
    checksum = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checksum)


def png(*chunks: bytes) -> bytes:
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"\0" * 13) + b"".join(chunks) + chunk(b"IEND", b"")
    )


TEXT = json.dumps({**SMALL, "name": "from a picture"}).encode()
KEY = b"invokeai_workflow\0"


@pytest.mark.parametrize(
    "packed",
    [
        chunk(b"tEXt", KEY + TEXT),
        chunk(b"zTXt", KEY + b"\0" + zlib.compress(TEXT)),
        chunk(b"iTXt", KEY + b"\0\0\0\0" + TEXT),
        chunk(b"iTXt", KEY + b"\1\0en\0\0" + zlib.compress(TEXT)),
    ],
)
def test_a_workflow_is_read_from_a_picture(packed: bytes) -> None:
    assert load(png(chunk(b"tEXt", b"other\0x"), packed)).spec.title == "from a picture"


def test_a_picture_with_a_graph_alone_will_do() -> None:
    graph = json.dumps({"nodes": {"i": {"type": "integer", "id": "i", "value": 3}}, "edges": []})
    handle = load(png(chunk(b"tEXt", b"invokeai_graph\0" + graph.encode())))
    assert [item.value for item in handle.inputs] == [3]
    assert handle.spec.title == "a file"


@pytest.mark.parametrize(
    "data",
    [
        png(),
        png()[:20],
        png(chunk(b"zTXt", KEY + b"\0not packed")),
        png(chunk(b"tEXt", b"no separator")),
        png(chunk(b"iTXt", KEY + b"\0")),
        b"\x89PNG\r\n\x1a\n\xff\xff\xff\xfftEXt" + KEY,
    ],
)
def test_a_picture_without_a_workflow_is_refused(data: bytes) -> None:
    assert refusal(data) == "picture_without_workflow"


def test_a_text_that_unpacks_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "DOCUMENT_BYTES", 100_000)
    bomb = png(chunk(b"zTXt", KEY + b"\0" + zlib.compress(b"[" * 10_000_000)))
    assert refusal(bomb) == "picture_without_workflow"


def old(version: str) -> Json:
    aged = node("s", "add", version="1.0.0", a=4, b=5)
    aged["data"].update(outputs={}, embedWorkflow=False)
    for instance in aged["data"]["inputs"].values():
        instance.update(id="x", type="integer", fieldKind="input")
    if version == "1.0.0":
        del aged["data"]["version"]
        del aged["data"]["nodePack"]
    return {**workflow([aged]), "meta": {"version": version}}


@pytest.mark.parametrize("version", ["1.0.0", "2.0.0", "3.0.0", "4.0.0"])
def test_every_schema_version_opens_and_is_saved_as_the_newest(version: str) -> None:
    handle = load(old(version))
    assert handle.warnings == ()
    assert batch_of(handle)["graph"]["nodes"]["s"]["a"] == 4
    saved = handle.document()
    assert saved["meta"] == {"version": "4.0.0", "category": "user"}
    kept = set(saved["nodes"][0]["data"]["inputs"]["a"])
    assert kept >= {"name", "label", "description", "value"}
    if version in ("1.0.0", "2.0.0"):
        assert kept == {"name", "label", "description", "value"}
        assert "outputs" not in saved["nodes"][0]["data"]


def test_a_newer_schema_is_tried_with_a_warning() -> None:
    handle = load({**SMALL, "meta": {"version": "5.0.0"}})
    assert codes(handle.warnings) == ["workflow_newer"]
    assert len(handle.inputs) == 1


def test_unknown_keys_survive_at_every_level() -> None:
    special = node("i", "integer", value=1)
    special["extra"] = special["data"]["extra"] = {"deep": 1}
    special["data"]["inputs"]["value"]["extra"] = [1]
    saved = load(
        {**workflow([special]), "extra": "x", "meta": {"version": "3.0.0", "x": 1}}
    ).document()
    assert saved["extra"] == "x"
    assert saved["meta"]["x"] == 1
    assert saved["nodes"] == [special]


def test_parts_that_no_workflow_holds_are_left_out_of_the_run() -> None:
    parts = [
        {"id": "c", "type": "current_image", "data": {}},
        {"id": "g", "type": "group", "data": {}},
    ]
    handle = load(workflow([node("i", "integer", value=1), *parts], [edge("i.value", "c.image")]))
    assert codes(handle.warnings) == ["node_kind_skipped", "node_kind_skipped", "edge_missing_node"]
    assert [one["id"] for one in handle.document()["nodes"]] == ["i", "g"]


def test_the_same_id_twice_takes_the_first() -> None:
    twins = [node("i", "integer", value=1), node("i", "integer", value=2)]
    handle = load(workflow(twins, exposedFields=exposed("i.value")))
    assert codes(handle.warnings) == ["node_id_twice", "path_drifted"]
    assert handle.inputs[0].value == 1
    assert len(handle.document()["nodes"]) == 2


def test_a_document_is_never_changed() -> None:
    before = json.dumps(SMALL)
    handle = load(SMALL)
    handle.set_value(handle.inputs[0].field_id, 9)
    assert json.dumps(SMALL) == before
    assert handle.definition.raw is SMALL


@pytest.mark.parametrize("half", [b"\\ud800", b"\\uDfff"])
def test_half_a_character_becomes_a_question_mark(half: bytes) -> None:
    data = json.dumps({**SMALL, "name": "x@y"}).encode().replace(b"@", half)
    handle = load(data)
    assert handle.spec.title == "x?y"


def test_whole_characters_outside_of_the_basic_plane_stay() -> None:
    assert load(json.dumps({**SMALL, "name": "\N{GRINNING FACE}"}).encode()).spec.title == "😀"


def test_a_number_too_large_for_any_is_no_value() -> None:
    text = json.dumps(workflow([node("f", "float", value=7.25)])).replace("7.25", "1e999")
    handle = load(text.encode())
    assert "value" not in graph_node(handle, "f")


def test_the_list_of_an_image_collection_moves_in_a_graph_too() -> None:
    images = [{"image_name": "a.png"}]
    node_body = {"id": "c", "type": "image_collection", "collection": images}
    found = graph_node(load({"nodes": {"c": node_body}, "edges": []}), "c")
    assert (found["images"], found["collection"]) == (images, [])
    full = {**node_body, "images": [{"image_name": "b.png"}]}
    found = graph_node(load({"nodes": {"c": full}, "edges": []}), "c")
    assert found["images"] == [{"image_name": "b.png"}]
