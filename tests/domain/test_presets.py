"""Presets: what they hold, where their values go in another form, and their file."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.form import (
    Container,
    FieldElement,
    FieldKind,
    FieldSpec,
    FormSpec,
    Layout,
)
from ivk_desktop.domain.jobs import UNSET
from ivk_desktop.domain.presets import (
    LONGEST_NAME,
    MAXIMUM_BYTES,
    Preset,
    PresetValue,
    clean_name,
    fit,
    free_name,
    from_file,
    snapshot,
    to_file,
)
from ivk_desktop.domain.problems import DomainError, FieldId
from tests.fakes import FakeForm

TEXT, NUMBER = FieldKind.STRING, FieldKind.INTEGER


def a_spec(*fields: tuple[str, str, FieldKind], **rest: Any) -> FormSpec:
    made = {FieldId(i): FieldSpec(FieldId(i), kind, title, **rest) for i, title, kind in fields}
    root = Container(Layout.COLUMN, tuple(FieldElement(i) for i in made))
    return FormSpec("form", "Form", root, made)


def a_preset(*values: tuple[str, str, FieldKind, Any]) -> Preset:
    kept = {FieldId(i): PresetValue(label, kind.value, v) for i, label, kind, v in values}
    return Preset("Dusk", "form", kept, "Form")


def test_a_preset_holds_every_value_that_can_be_edited() -> None:
    spec = a_spec(("a", "A", TEXT), ("b", "B", NUMBER), ("c", "C", FieldKind.READ_ONLY))
    held = snapshot(FakeForm(spec, {FieldId("a"): "x", FieldId("c"): {}}))
    assert held == {"a": PresetValue("A", "string", "x"), "b": PresetValue("B", "integer", UNSET)}
    assert not snapshot(FakeForm(a_spec(("a", "A", TEXT), connected=True), {}))


def test_a_value_goes_to_the_field_of_its_id() -> None:
    found = fit(a_preset(("a", "Old label", NUMBER, 3)), a_spec(("a", "A", TEXT)))
    assert found.values == {"a": 3}


def test_in_another_form_label_and_kind_find_the_field() -> None:
    preset = a_preset(
        ("x.1", "Prompt", TEXT, "dusk"), ("x.2", "Steps", NUMBER, 30), ("x.3", "CFG", NUMBER, 7)
    )
    spec = a_spec(("y.1", "prompt ", TEXT), ("y.2", "Steps", TEXT), ("y.3", "Width", NUMBER))
    found = fit(preset, spec)
    assert found.values == {"y.1": "dusk"}
    assert found.left == ("Steps", "CFG")


def test_a_label_that_two_fields_share_finds_none() -> None:
    preset = a_preset(("x", "Prompt", TEXT, "dusk"))
    assert not fit(preset, a_spec(("a", "Prompt", TEXT), ("b", "Prompt", TEXT))).values
    twice = a_preset(("x", "Prompt", TEXT, "dusk"), ("y", "Prompt", TEXT, "dawn"))
    assert not fit(twice, a_spec(("a", "Prompt", TEXT))).values


def test_a_preset_comes_back_from_its_file() -> None:
    preset = a_preset(("a", "A", TEXT, "é 🐅"), ("b", "B", NUMBER, UNSET), ("c", "C", TEXT, None))
    assert from_file(to_file(preset), "file") == preset


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "preset_unreadable"),
        (b"\xff\xfe", "preset_unreadable"),
        (b"[" * 100_000, "preset_unreadable"),
        (b'{"ivkpreset": 1, "values": [{"field": "a", "value": NaN}]}', "preset_unreadable"),
        (b'{"nodes": []}', "preset_unreadable"),
        (b'{"ivkpreset": true}', "preset_unreadable"),
        (b'{"ivkpreset": 2}', "preset_newer"),
        (b'{"ivkpreset": 1, "values": {}}', "preset_empty"),
        (b" " * (MAXIMUM_BYTES + 1), "preset_too_large"),
    ],
)
def test_a_file_that_is_no_preset_is_told_in_one_problem(data: bytes, code: str) -> None:
    with pytest.raises(DomainError) as caught:
        from_file(data, "x")
    assert caught.value.problem.code == code


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
ROWS = st.lists(st.fixed_dictionaries({"field": JSON | st.text()}, optional={"value": JSON}))


@given(JSON, JSON | ROWS, JSON)
def test_any_json_gives_a_preset_or_a_problem(name: Any, values: Any, workflow: Any) -> None:
    document = {"ivkpreset": 1, "name": name, "values": values, "workflow": workflow}
    try:
        preset = from_file(json.dumps(document).encode(), "file")
    except DomainError:
        return
    preset.name.encode()
    assert 0 < len(preset.name) <= LONGEST_NAME
    assert from_file(to_file(preset), "file") == preset


@given(st.text(alphabet=st.characters()))
def test_a_name_is_one_short_line(text: str) -> None:
    name = clean_name(text)
    assert name == clean_name(name)
    assert len(name) <= LONGEST_NAME
    assert not name or name.isprintable()


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert free_name("Dusk", []) == "Dusk"
    assert free_name("Dusk", ["dusk", "Dusk (2)"]) == "Dusk (3)"
    long = "x" * LONGEST_NAME
    assert len(free_name(long, [long])) == LONGEST_NAME
