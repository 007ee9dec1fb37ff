"""The statistics and the table of the benchmarks; nothing is timed here."""

from __future__ import annotations

import math

import pytest

from tests.benchmarks import catalog
from tests.benchmarks.imports import read
from tests.benchmarks.table import Figure, Target, percentile, table
from tests.benchmarks.workflows import COPIES, multiplied


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = [float(n) for n in range(1, 101)]
    assert percentile(values, 0.99) == 99
    assert percentile(values, 0.5) == 50
    assert percentile([7.0], 0.99) == 7
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_the_median_decides_whether_a_target_is_met() -> None:
    assert Figure("a", "ms", (1, 2, 90), Target(3)).met
    assert Figure("a", "ms", (4, 5, 1), Target(3)).met is False
    assert Figure("a", "%", (99,), Target(95, at_least=True)).met
    assert Figure("a", "ms", (4,)).met is None


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    nothing = Figure("a", "ms", (), Target(3))
    assert nothing.met is None
    assert math.isnan(nothing.median)
    assert "not measured" in table([nothing])


def test_a_line_of_the_table_tells_median_range_and_target() -> None:
    line = table([Figure("first paint", "s", (0.3, 0.4, 0.2), Target(0.25), 2)]).splitlines()[-1]
    assert line.split() == ["first", "paint", "0.30", "s", "0.20..0.40", "<=", "0.25", "s", "NO"]


def test_scenarios_are_chosen_by_name_in_that_order() -> None:
    assert [one.name for one in catalog.chosen(["click", "start"])] == ["click", "start"]
    assert list(catalog.chosen([])) == list(catalog.SCENARIOS)


def test_a_row_takes_one_value_or_several_of_each_run() -> None:
    row = catalog.Row("click", "ms", lambda found: found["ms"])
    assert row.figure([{"ms": [1, 2]}, {"ms": [3]}]).values == (1, 2, 3)
    assert row.figure([{"ms": 4}, {"ms": None}]).values == (4,)


def test_import_times_are_read_without_what_a_module_imports() -> None:
    told = "import time: self [us] | cumulative | imported package\nimport time:  12 |  30 |   a.b"
    assert read(told) == {"a.b": 12}


def test_a_multiplied_workflow_keeps_its_nodes_apart() -> None:
    elements = {
        "root": {"id": "root", "data": {"children": ["field"]}},
        "field": {"id": "field", "parentId": "root", "data": {"fieldIdentifier": {"nodeId": "n"}}},
    }
    made = multiplied(
        {
            "meta": {"version": "3.0.0"},
            "nodes": [{"id": "n", "data": {"id": "n", "inputs": {"n": {"value": "n"}}}}],
            "edges": [{"id": "e", "source": "n", "target": "n"}],
            "form": {"rootElementId": "root", "elements": elements},
        }
    )
    assert [node["id"] for node in made["nodes"]] == [f"n-{n}" for n in range(COPIES)]
    assert made["nodes"][0]["data"]["inputs"] == {"n": {"value": "n"}}
    assert made["edges"][1]["source"] == "n-1"
    assert made["form"]["elements"]["root"]["data"]["children"][2] == "field-2"
    field = made["form"]["elements"]["field-2"]
    assert field["parentId"] == "root"
    assert field["data"]["fieldIdentifier"]["nodeId"] == "n-2"
