"""The table of a swept submission: each item stands where its values say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.form import SubmitOptions
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.sheets import (
    SheetAxis,
    SheetGrid,
    SheetView,
    axis_data,
    axis_of,
    coordinates,
    count,
    is_whole,
    telling,
    usual_view,
    values_of,
)
from ivk_desktop.domain.sweeps import SeedMode, SeedRule, Sweep, Sweeps
from ivk_desktop.domain.winners import plan_again
from tests.domain.builder import edge, node
from tests.domain.test_sweeps import (
    HEIGHT,
    MODEL,
    MODEL_ID,
    SEED,
    WIDTH,
    expanded,
    heights,
    sample,
    swept,
    widths,
)

OTHER = {**MODEL, "key": "k2", "name": "n2"}


def axis(title: str, *labels: str, field: str = "") -> SheetAxis:
    ids = (FieldId(field),) if field else ()
    return SheetAxis(title, labels, ids, tuple((one,) for one in labels) if field else ())


A, B, C = axis("A", "1", "2", field="a"), axis("", "1", "2", "3"), axis("C", "x", field="c")


@pytest.mark.parametrize("front", [False, True])
def test_each_item_runs_with_the_values_of_its_cell(front: bool) -> None:
    models = Sweep(MODEL_ID, (MODEL, OTHER))
    sweeps = Sweeps((models, widths(8, 16), heights(24, 32)), (SeedRule(SEED, SeedMode.INCREMENT),))
    request = sample().request(SubmitOptions(2, sweeps=sweeps, front=front))
    place = request.place
    assert place is not None
    assert count(place.axes) == request.total == 16
    items = expanded(request)
    number = 0
    for part in request.parts:
        assert part.place is not None
        assert part.place.sheet_id == place.sheet_id
        for item in range(part.count):
            values = values_of(place.axes, part.place.first + item)
            ran = items[number]
            number += 1
            assert ran["n", "width"] == values[WIDTH]
            assert ran["n", "height"] == values[HEIGHT]
            assert ran["n", "seed"] == values[SEED]
            assert ran["m", "model"]["key"] == values[MODEL_ID]["key"]


def test_batch_nodes_and_runs_are_axes_too() -> None:
    batch = node("b", "integer_batch", integers=[5, 6], batch_group_id="None")
    handle = sample([edge("b.integers", "i.value")], batch)
    request = handle.request(swept(widths(8, 16), runs=3))
    assert request.place is not None
    axes = request.place.axes
    assert [len(one) for one in axes] == [3, 2, 2]
    assert axes[0].title == ""
    assert axes[1].labels == ("5", "6")
    assert not is_whole(axes)


def test_nothing_that_varies_has_no_table() -> None:
    assert sample().request(swept(runs=4)).place is None
    assert sample().request(swept(widths(8))).place is None


def test_in_step_fields_are_one_axis() -> None:
    options = swept(widths(8, 16, group="g"), heights(24, 32, group="g"))
    place = sample().request(options).place
    assert place is not None
    (one,) = place.axes
    assert one.labels == ("8, 24", "16, 32")
    assert one.field_ids == (WIDTH, HEIGHT)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=5), st.data())
def test_every_cell_is_on_one_place_of_one_page(sizes: list[int], data: Any) -> None:
    axes = [axis(str(n), *map(str, range(size))) for n, size in enumerate(sizes)]
    cell = data.draw(st.integers(0, count(axes) - 1))
    x = data.draw(st.integers(-1, len(axes) - 1))
    y = data.draw(st.integers(-1, len(axes) - 1).filter(lambda n: n != x or n == -1))
    view = SheetView(x, y, tuple(coordinates(axes, cell)))
    grid = SheetGrid(axes, view)
    place = grid.place(cell)
    assert place is not None
    assert grid.cell(*place) == cell
    cells = [grid.cell(c, r) for c in range(grid.columns) for r in range(grid.rows)]
    assert len(set(cells)) == len(cells) == len(grid)
    assert cell in cells


def test_the_fastest_axis_runs_along_and_the_next_one_down() -> None:
    view = usual_view((A, B, C))
    assert (view.x, view.y) == (1, 0)
    assert usual_view((C,)) == SheetView(-1, -1, (0,))
    assert usual_view((C, B)) == SheetView(1, -1, (0, 0))
    assert usual_view((axis("L", *map(str, range(20))),)) == SheetView(-1, 0, (0,))
    grid = SheetGrid((A, B, C), view)
    assert (grid.columns, grid.rows) == (3, 2)
    assert [grid.column_label(n) for n in range(3)] == ["1", "2", "3"]
    assert grid.place(4) == (1, 1)


def test_only_what_tells_cells_apart_is_said() -> None:
    assert [(one.title, text) for one, text in telling((A, B, C), 4)] == [("A", "2"), ("", "2")]


def test_an_axis_survives_being_kept() -> None:
    for one in (A, B, C):
        assert axis_of(json.loads(json.dumps(axis_data(one)))) == one
    with pytest.raises(ValueError, match="different number"):
        axis_of({**axis_data(A), "values": [["1"]]})


def test_winners_go_in_step_and_the_other_value_multiplies() -> None:
    axes = (axis("W", "8", "16", field="w"), axis("H", "1", "2", field="h"))
    plan = plan_again(axes, (0, 3), FieldId("steps"), (20, 30))
    assert plan.values == {}
    first, second, steps = plan.sweeps.items
    assert (first.values, second.values, steps.values) == (("8", "16"), ("1", "2"), (20, 30))
    assert first.group == second.group != ""
    assert steps.group == ""
    assert plan.sweeps.count() == 4


def test_one_winner_with_one_value_is_no_sweep() -> None:
    axes = (axis("W", "8", "16", field="w"),)
    plan = plan_again(axes, (1,), FieldId("steps"), (30,))
    assert plan.values == {"w": "16", "steps": 30}
    assert not plan.sweeps


def test_winners_that_differ_in_the_other_field_alone_become_one() -> None:
    axes = (axis("W", "8", "16", field="w"), axis("H", "1", "2", field="h"))
    plan = plan_again(axes, (0, 1), FieldId("h"), ("7",))
    assert plan.values == {"w": "8", "h": "7"}
    assert not plan.sweeps
