"""Presets of a workflow: kept by its identity, applied in one step, compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ivk_desktop.domain.form import Value
from ivk_desktop.domain.jobs import UNSET, Unset
from ivk_desktop.domain.presets import Preset, PresetValue
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.form_history import StepKind
from ivk_desktop.stores.open_workflow import OpenWorkflow
from ivk_desktop.stores.presets import Presets
from ivk_desktop.stores.workflow_presets import WorkflowPresets
from ivk_desktop.stores.workflow_sources import LibrarySource
from tests.fakes import SERVER, FakeForm, a_form
from tests.stores.test_form_history import Strict
from tests.stores.test_open_workflows import desk, library, settled

Run = Callable[[Coroutine[Any, Any, None]], None]
PROMPT, STEPS = FieldId("prompt"), FieldId("steps")

pytestmark = pytest.mark.usefixtures("qapp")


def joined(form: FakeForm | None = None, store: Presets | None = None) -> WorkflowPresets:
    workflow = OpenWorkflow(SERVER, LibrarySource("portrait"))
    presets = WorkflowPresets(workflow, store or Presets(None))
    workflow.show(form or a_form(), {})
    return presets


def value(presets: WorkflowPresets, field_id: FieldId) -> Value | Unset:
    assert presets.workflow.form is not None
    return presets.workflow.form.value(field_id)


def names(presets: WorkflowPresets) -> list[str]:
    return [preset.name for preset in presets.all()]


def chosen(presets: WorkflowPresets) -> str | None:
    return presets.chosen.name if presets.chosen is not None else None


def saved(presets: WorkflowPresets, name: str, **values: Value) -> Preset:
    for field_id, new in values.items():
        presets.workflow.set_value(FieldId(field_id), new)
    preset = presets.save_as(name)
    assert preset is not None
    return preset


def test_a_preset_is_saved_chosen_and_compared_with_the_values() -> None:
    presets = joined()
    assert chosen(presets) is None
    saved(presets, "Dusk", prompt="dusk")
    assert chosen(presets) == "Dusk"
    assert presets.different == set()
    presets.workflow.set_value(STEPS, 30)
    presets.workflow.set_value(PROMPT, "dawn")
    assert presets.different == {PROMPT, STEPS}
    presets.workflow.set_value(PROMPT, "dusk")
    assert presets.different == {STEPS}
    presets.save()
    assert presets.different == set()
    assert names(presets) == ["Dusk"]


def test_applying_is_one_step_that_undo_takes_back_with_the_name() -> None:
    presets = joined()
    dusk = saved(presets, "Dusk", prompt="dusk", steps=30)
    dawn = saved(presets, "Dawn", prompt="dawn", steps=40)
    presets.apply(dusk)
    assert (value(presets, PROMPT), value(presets, STEPS), chosen(presets)) == ("dusk", 30, "Dusk")
    label = presets.workflow.undo_label
    assert label is not None
    assert (label.kind, label.name) == (StepKind.PRESET, "Dusk")
    presets.workflow.undo()
    assert (value(presets, PROMPT), value(presets, STEPS), chosen(presets)) == ("dawn", 40, "Dawn")
    assert presets.different == set()
    presets.workflow.redo()
    assert (value(presets, STEPS), chosen(presets)) == (30, "Dusk")
    assert presets.apply(dawn).taken == 2


def test_what_does_not_fit_stays_untouched_and_is_marked() -> None:
    presets = joined(Strict(a_form().spec, {PROMPT: "a tiger", STEPS: 20}))
    dusk = saved(presets, "Dusk", prompt="dusk")
    kept = {**dusk.values, STEPS: PresetValue("Steps", "string", "many")}
    kept[FieldId("gone")] = PresetValue("Gone", "string", "x")
    presets.workflow.set_value(PROMPT, "dawn")
    applied = presets.apply(replace(dusk, values=kept))
    assert (applied.taken, applied.unfit, applied.left) == (1, (STEPS,), ("Gone",))
    assert value(presets, STEPS) == 20
    presets.workflow.judge()
    assert [p.code for p in presets.workflow.problems_of(STEPS)] == ["preset_value_unfit"]


def test_an_unset_value_is_part_of_a_preset() -> None:
    presets = joined()
    presets.workflow.set_value(STEPS, UNSET)
    preset = saved(presets, "Default steps")
    presets.workflow.set_value(STEPS, 30)
    assert presets.different == {STEPS}
    presets.apply(preset)
    assert value(presets, STEPS) is UNSET


def test_some_fields_alone_can_be_taken() -> None:
    presets = joined()
    saved(presets, "Dusk", prompt="dusk", steps=30)
    presets.workflow.reset_all()
    presets.take([STEPS])
    assert (value(presets, PROMPT), value(presets, STEPS)) == ("a tiger", 30)
    assert presets.different == {PROMPT}
    presets.workflow.undo()
    assert value(presets, STEPS) == 20
    assert chosen(presets) == "Dusk"


def test_names_are_unique_whatever_their_case_and_sorted() -> None:
    presets = joined()
    for name in ("dusk", "Dawn", "Dusk"):
        saved(presets, name)
    assert names(presets) == ["Dawn", "Dusk"]
    assert presets.is_taken("DAWN")
    assert not presets.is_taken("dawn", but="Dawn")
    assert not presets.is_taken("Noon")


def test_renaming_and_removing_leave_the_values_alone() -> None:
    presets = joined()
    saved(presets, "Dusk", prompt="dusk")
    presets.workflow.set_value(STEPS, 30)
    presets.rename("Dawn")
    assert names(presets) == ["Dawn"]
    assert chosen(presets) == "Dawn"
    assert presets.different == {STEPS}
    removed = presets.remove()
    assert removed is not None
    assert names(presets) == []
    assert chosen(presets) is None
    assert (value(presets, PROMPT), presets.different) == ("dusk", set())
    presets.add(removed)
    assert names(presets) == ["Dawn"]


def test_the_same_workflow_on_another_server_has_the_same_presets() -> None:
    store = Presets(None)
    here = joined(store=store)
    other = OpenWorkflow(ServerId("other"), LibrarySource("portrait"))
    there = WorkflowPresets(other, store)
    other.show(a_form(), {})
    dusk = saved(here, "Dusk", prompt="dusk")
    assert names(there) == ["Dusk"]
    assert chosen(there) is None
    there.apply(dusk)
    here.remove()
    assert chosen(there) is None
    assert value(there, PROMPT) == "dusk"


def test_presets_of_another_workflow_are_not_offered() -> None:
    store = Presets(None)
    saved(joined(store=store), "Dusk")
    assert names(joined(a_form("flux"), store)) == []


def test_presets_and_the_chosen_one_come_back_after_a_restart(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "data.sqlite"

    async def check() -> None:
        for start in range(3):
            database = Database(file)
            async with desk(library("portrait"), database) as open_:
                workflow = open_.open_library(SERVER, "portrait")
                await settled(workflow)
                presets = open_.presets_of(workflow)
                if start == 0:
                    saved(presets, "Dawn", prompt="dawn")
                    saved(presets, "Dusk", prompt="dusk", steps=30)
                    workflow.set_value(STEPS, 40)
                elif start == 1:
                    assert names(presets) == ["Dawn", "Dusk"]
                    assert chosen(presets) == "Dusk"
                    assert presets.different == {STEPS}
                    presets.rename("Night")
                    presets.apply(presets.all()[0])
                    presets.remove()
                else:
                    assert names(presets) == ["Night"]
                    assert chosen(presets) is None
            await database.close()

    run(check())


def test_a_preset_that_cannot_be_read_does_not_hide_the_others(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "data.sqlite"

    async def read() -> list[str]:
        database = Database(file)
        store = Presets(database)
        await store.load("form")
        if not store.of("form"):
            store.save(Preset("Dusk", "form", {PROMPT: PresetValue("Prompt", "string", "x")}))
        await database.close()
        return [preset.name for preset in store.of("form")]

    async def check() -> None:
        await read()
        with closing(sqlite3.connect(file)) as connection, connection:
            for name, text in (("Bad", "{"), ("Deep", "[" * 100_000), ("Odd", '{"a": 1}')):
                connection.execute("INSERT INTO presets VALUES ('form', ?, ?, 0)", (name, text))
        assert await read() == ["Dusk", "Odd"]

    run(check())
