"""``payload``: the document, and what the options make of it."""

from __future__ import annotations

import gzip
import json
import struct
import zlib
from typing import Any

import pytest

from ivk_desktop.commands.exits import BAD_FILE, DONE, NOT_READY, USAGE
from tests.commands.running import Desk, sample
from tests.domain.builder import Json, connector, edge, node, workflow
from tests.domain.small_server import openapi
from tests.oracle.command_line import run_command

MODEL = {"key": "k", "hash": "h", "name": "n", "base": "sd-1", "type": "main"}


def nodes_of(document: Json) -> Json:
    found: Json = document["batch"]["graph"]["nodes"]
    return found


def test_the_document_is_the_body_of_the_request(desk: Desk) -> None:
    done = desk.payload(sample())
    assert (done.code, done.err) == (DONE, "")
    assert done.out.count("\n") == 1
    assert done.document.keys() == {"batch", "prepend"}
    batch = done.document["batch"]
    assert (batch["runs"], batch["origin"], batch["destination"]) == (1, "workflows", "gallery")
    assert batch["data"] == []
    assert batch["batch_id"]
    assert batch["workflow"]["meta"]["version"] == "4.0.0"
    assert "id" not in batch["workflow"]
    assert done.document["prepend"] is False


def test_runs_and_front_are_passed_on(desk: Desk) -> None:
    batch_node = node("b", "integer_batch", batch_group_id="None", integers=[1, 2])
    content = workflow([batch_node, node("i", "integer", value=1)], [edge("b.value", "i.value")])
    document = desk.payload(content, "--runs", "3", "--front").document
    assert document["batch"]["runs"] == 3
    assert document["prepend"] is True
    assert document["batch"]["data"][0][0]["items"] == [1, 2]


@pytest.mark.parametrize(
    ("value", "options", "board"),
    [
        ("auto", ["--board", "b1"], {"board_id": "b1"}),
        (None, ["--board", "b1"], {"board_id": "b1"}),
        (..., ["--board", "b1"], {"board_id": "b1"}),
        ("none", ["--board", "b1"], None),
        ({"board_id": "own"}, ["--board", "b1"], {"board_id": "own"}),
        ("auto", [], None),
        ("auto", ["--board", "none"], None),
    ],
)
def test_the_board_is_used_where_one_is_automatic(
    desk: Desk, value: Any, options: list[str], board: Json | None
) -> None:
    content = workflow([node("s", "save_image", image={"image_name": "a"}, board=value)])
    assert nodes_of(desk.payload(content, *options).document)["s"].get("board") == board


def test_a_board_is_never_put_where_the_file_has_no_input_for_it(desk: Desk) -> None:
    content = workflow([node("s", "save_image", image={"image_name": "a"})])
    assert "board" not in nodes_of(desk.payload(content, "--board", "b1").document)["s"]


def test_edits_come_in_order_and_before_set(desk: Desk) -> None:
    edits = desk.edits(("s", "value", "one"), ("s", "value", "two"), ("n", "seed", 7))
    found = nodes_of(desk.payload(sample(), *edits, "--set", "n.seed=8").document)
    assert (found["s"]["value"], found["n"]["seed"]) == ("two", 8)


def test_an_edit_of_null_unsets(desk: Desk) -> None:
    found = nodes_of(desk.payload(sample(), *desk.edits(("s", "value", None))).document)
    assert "value" not in found["s"]


def test_edits_come_after_the_update_of_a_node(desk: Desk) -> None:
    old = node("c", "image_collection", "1.0.0", collection=[{"image_name": "a"}])
    edits = desk.edits(("c", "images", [{"image_name": "b"}]))
    found = nodes_of(desk.payload(workflow([old]), *edits).document)
    assert found["c"]["images"] == [{"image_name": "b"}]


def test_edits_of_connected_inputs_have_no_effect(desk: Desk) -> None:
    nodes = [node("a", "integer", value=1), connector("c"), node("i", "add", a=5, b=6)]
    content = workflow(nodes, [edge("a.value", "c.in"), edge("c.out", "i.a")])
    done = desk.payload(content, *desk.edits(("i", "a", "anything"), ("i", "b", 9)))
    assert nodes_of(done.document)["i"].get("b") == 9
    assert "a" not in nodes_of(done.document)["i"]
    inputs = done.document["batch"]["workflow"]["nodes"][2]["data"]["inputs"]
    assert inputs["a"]["value"] == 5


@pytest.mark.parametrize(
    "edit", [("nobody", "value", 1), ("s", "nothing", 1), ("s", "value", 5), ("n", "seed", 1.5)]
)
def test_an_edit_that_fits_nothing_is_one_sentence(desk: Desk, edit: Any) -> None:
    done = desk.payload(sample(), *desk.edits(edit))
    assert (done.code, done.out) == (USAGE, "")
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "content",
    [
        b"no json",
        b'{"nodeId": "s"}',
        b"[1]",
        b'[{"nodeId": "s", "fieldName": "value"}]',
        b'[{"nodeId": 1, "fieldName": "value", "value": 1}]',
        b'[{"nodeId": "n", "fieldName": "seed", "value": NaN}]',
        b'[{"nodeId": "n", "fieldName": "seed", "value": 1e999}]',
        b'[{"nodeId": "s", "fieldName": "value", "value": "\\ud800"}]',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_edits_that_are_none_are_a_usage_error(desk: Desk, content: bytes) -> None:
    done = desk.payload(sample(), "--edits", str(desk.write("edits.json", content)))
    assert (done.code, done.out, done.err.count("\n")) == (USAGE, "", 1)


def test_a_missing_file_of_edits_is_a_usage_error(desk: Desk) -> None:
    assert desk.payload(sample(), "--edits", str(desk.folder / "none")).code == USAGE


# --- --set


def test_set_takes_the_longest_node_id_that_fits(desk: Desk) -> None:
    found = nodes_of(desk.payload(sample(), "--set", "n.x.value=5").document)
    assert found["n.x"]["value"] == 5


def test_the_longest_id_may_be_of_a_node_without_inputs(desk: Desk) -> None:
    nodes = [node("c", "call_saved_workflow", **{"x.value": 1}), connector("c.x")]
    assert desk.payload(workflow(nodes), "--force", "--set", "c.x.value=5").code == USAGE


def test_set_splits_at_the_first_equals_sign(desk: Desk) -> None:
    found = nodes_of(desk.payload(sample(), "--set", "s.value=a=b").document)
    assert found["s"]["value"] == "a=b"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("a dog", "a dog"),
        ('"a dog"', "a dog"),
        ("", ""),
        ("NaN", "NaN"),
        ("{broken", "{broken"),
        ('"ü \\u00fc"', "ü ü"),
    ],
)
def test_what_is_no_json_is_text_for_a_text_field(desk: Desk, written: str, value: str) -> None:
    found = nodes_of(desk.payload(sample(), "--set", f"s.value={written}").document)
    assert found["s"]["value"] == value


@pytest.mark.parametrize(
    "setting",
    [
        "n.seed=many",
        "n.seed=",
        "n.seed=NaN",
        "s.value=5",
        "s.nothing=1",
        "nobody.value=1",
        "s.value",
        "=1",
        "Nothing=1",
    ],
)
def test_a_setting_that_fits_nothing_is_one_sentence(desk: Desk, setting: str) -> None:
    done = desk.payload(sample(), "--set", setting)
    assert (done.code, done.out, done.err.count("\n")) == (USAGE, "", 1)


def test_set_finds_a_field_by_its_label(desk: Desk) -> None:
    content = sample()
    content["nodes"][0]["data"]["inputs"]["value"]["label"] = "What. to draw"
    done = desk.payload(content, "--set", "What. to draw=a dog", "--set", "Seed=9")
    found = nodes_of(done.document)
    assert (found["s"]["value"], found["n"]["seed"]) == ("a dog", 9)


def test_the_authors_label_goes_before_a_title(desk: Desk) -> None:
    content = sample()
    content["nodes"][0]["data"]["inputs"]["value"]["label"] = "Seed"
    found = nodes_of(desk.payload(content, "--set", 'Seed="a dog"').document)
    assert (found["s"]["value"], found["n"]["seed"]) == ("a dog", 3)


def test_a_label_that_two_fields_have_is_a_usage_error(desk: Desk) -> None:
    content = sample()
    for number, name in ((0, "value"), (1, "seed")):
        content["nodes"][number]["data"]["inputs"][name]["label"] = "Same"
    assert desk.payload(content, "--set", "Same=1").code == USAGE


def test_set_reaches_inputs_that_are_not_on_the_form(desk: Desk) -> None:
    found = nodes_of(desk.payload(sample(), "--set", "n.width=128").document)
    assert found["n"]["width"] == 128


# --- readiness


def unready() -> Json:
    return workflow([node("m", "main_model_loader", model=...), node("n", "noise", width=7)])


def test_what_is_not_ready_is_not_printed(desk: Desk) -> None:
    done = desk.payload(unready())
    assert (done.code, done.out) == (NOT_READY, "")
    assert "Model needs a value." in done.err
    assert "Noise, Width: 7 is no multiple of 8." in done.err


def test_force_prints_it_all_the_same(desk: Desk) -> None:
    done = desk.payload(unready(), "--force")
    assert done.code == DONE
    assert nodes_of(done.document)["n"]["width"] == 7
    assert "Model needs a value." in done.err


def test_everything_that_the_file_names_counts_as_there(desk: Desk) -> None:
    content = workflow([node("m", "main_model_loader", model=MODEL)])
    done = desk.payload(content)
    assert (done.code, done.err) == (DONE, "")
    assert nodes_of(done.document)["m"]["model"] == MODEL


def test_everything_can_be_assumed_missing_but_what_is_edited(desk: Desk) -> None:
    content = workflow([node("m", "main_model_loader", model={**MODEL, "key": "other"})])
    assert desk.payload(content, "--assume-missing").code == NOT_READY
    edits = desk.edits(("m", "model", MODEL))
    done = desk.payload(content, "--assume-missing", *edits)
    assert nodes_of(done.document)["m"]["model"] == MODEL


# --- files


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json",
        b"[1]",
        b"{}",
        b'{"meta": {"version": "4.0.0"}}',
        b"\x89PNG\r\n\x1a\n",
        b'{"nodes": ' + b"[" * 100_000,
        workflow([node("a", "workflow_return"), node("b", "workflow_return")]),
        workflow([], meta={"category": "user"}),
    ],
)
@pytest.mark.parametrize("command", ["payload", "form"])
def test_a_file_that_is_no_workflow_is_one_sentence(desk: Desk, command: str, content: Any) -> None:
    done = desk.run(command, content, "--force")
    assert (done.code, done.out, done.err.count("\n")) == (BAD_FILE, "", 1)


def test_a_file_that_is_not_there_cannot_be_loaded(desk: Desk) -> None:
    for name in ("nothing.json", "", "\0"):
        code, out, err = run_command(
            "form", str(desk.folder / name), "--openapi", str(desk.openapi)
        )
        assert (code, out, err.count("\n")) == (BAD_FILE, "", 1)


def test_a_picture_with_a_workflow_is_a_workflow(desk: Desk) -> None:
    text = b"invokeai_workflow\0" + json.dumps(sample()).encode("latin-1")
    chunk = struct.pack(">I", len(text)) + b"tEXt" + text
    end = struct.pack(">I", 0) + b"IEND"
    picture = b"\x89PNG\r\n\x1a\n" + b"".join(
        one + struct.pack(">I", zlib.crc32(one[4:])) for one in (chunk, end)
    )
    assert nodes_of(desk.payload(picture).document)["s"]["value"] == "a cat"


def test_a_packed_openapi_document_gives_the_same(desk: Desk) -> None:
    packed = desk.write("packed.json.gz", gzip.compress(desk.openapi.read_bytes()))
    file = desk.write("workflow.json", sample())
    code, out, _ = run_command("form", str(file), "--openapi", str(packed))
    assert code == DONE
    assert out == desk.form(sample()).out


@pytest.mark.parametrize(
    "content", [b"", b"no json", b"[]", b"{}", b"\x1f\x8bnone", gzip.compress(b"no json", mtime=0)]
)
def test_an_openapi_document_that_is_none_is_a_usage_error(desk: Desk, content: bytes) -> None:
    desk.openapi = desk.write("other.json", content)
    done = desk.payload(sample())
    assert (done.code, done.out, done.err.count("\n")) == (USAGE, "", 1)


def test_a_broken_file_in_the_cache_is_made_anew(desk: Desk, monkeypatch: Any) -> None:
    monkeypatch.setenv("IVK_CACHE_DIR", str(desk.folder / "cache"))
    first = desk.form(sample())
    (kept,) = (desk.folder / "cache" / "templates").iterdir()
    whole = kept.read_bytes()
    for broken in (b"", whole[:1000], b"[]", b'{"format": 1, "nodes": {}}'):
        kept.write_bytes(broken)
        assert desk.form(sample()).out == first.out
        assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_does_no_harm(desk: Desk, monkeypatch: Any) -> None:
    monkeypatch.setenv("IVK_CACHE_DIR", str(desk.write("file", b"")))
    assert desk.form(sample()).code == DONE


# --- usage


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["FILE"],
        ["FILE", "--openapi", "x", "--server", "http://h"],
        ["FILE", "--openapi", "OPENAPI", "--runs", "0"],
        ["FILE", "--openapi", "OPENAPI", "--runs", "two"],
        ["FILE", "--openapi", "OPENAPI", "--token", "x"],
        ["FILE", "--openapi", "OPENAPI", "--forc"],
        ["FILE", "--openapi", "nothing.json"],
        ["FILE", "--server", "ftp://h"],
        ["FILE", "--server", "http://me:secret@h"],
    ],
)
def test_arguments_that_make_no_sense_are_a_usage_error(desk: Desk, arguments: list[str]) -> None:
    known = {"FILE": str(desk.write("w.json", sample())), "OPENAPI": str(desk.openapi)}
    code, out, err = run_command("payload", *(known.get(one, one) for one in arguments))
    assert (code, out) == (USAGE, "")
    assert err
    assert "Traceback" not in err
    assert "secret" not in err


def test_a_server_of_new_nodes_gives_other_templates(desk: Desk) -> None:
    assert desk.payload(sample()).code == DONE
    document = openapi()
    del document["components"]["schemas"]["stringInvocation"]
    desk.openapi = desk.write("openapi.json", document)
    assert "does not know the node" in desk.payload(sample()).err
