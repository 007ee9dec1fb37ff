"""A form that is another one than when its values were kept."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from ivk_desktop.domain.form import FormSpec
from ivk_desktop.domain.problems import FieldId
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.stores.database import Database
from ivk_desktop.stores.open_workflow import OpenWorkflow
from tests.fakes import FakeForm, a_form
from tests.stores.test_open_workflows import SERVER, Strict, desk, library, settled

Run = Callable[[Coroutine[Any, Any, None]], None]
PROMPT, STEPS = FieldId("prompt"), FieldId("steps")


def without(field_id: FieldId) -> FakeForm:
    spec: FormSpec = a_form("portrait").spec
    fields = {i: field for i, field in spec.fields.items() if i != field_id}
    values = {PROMPT: "a tiger", STEPS: 20}
    kept = {i: value for i, value in values.items() if i in fields}
    return FakeForm(replace(spec, fields=fields), kept)


async def session(folder: Path, form: FakeForm, edits: dict[FieldId, Any]) -> OpenWorkflow:
    """Open the form as after a start of the app, edit it, and close the app."""
    database = Database(folder / "data.sqlite")
    backend = library("portrait")
    backend.documents["portrait"] = form
    async with desk(backend, database) as open_:
        workflow = open_.open_library(SERVER, "portrait")
        await settled(workflow)
        for field_id, value in edits.items():
            workflow.set_value(field_id, value)
    await database.close()
    return workflow


def codes(workflow: OpenWorkflow) -> list[tuple[str, Any]]:
    return [(p.code, p.args["count"]) for p in workflow.opening_warnings]


def test_values_of_fields_that_are_gone_are_told_once_and_come_back(
    run: Run, tmp_path: Path
) -> None:
    async def check() -> None:
        await session(tmp_path, a_form("portrait"), {PROMPT: "a lion", STEPS: 30})
        workflow = await session(tmp_path, without(STEPS), {})
        assert codes(workflow) == [("kept_value_orphaned", 1)]
        workflow = await session(tmp_path, without(STEPS), {PROMPT: "a fox"})
        assert codes(workflow) == []
        workflow = await session(tmp_path, a_form("portrait"), {})
        assert workflow.form is not None
        assert workflow.form.value(STEPS) == 30
        assert workflow.form.value(PROMPT) == "a fox"

    run(check())


def test_a_value_that_does_not_fit_is_kept_and_marked_until_the_field_is_edited(
    run: Run, tmp_path: Path
) -> None:
    strict = [Strict(a_form("portrait").spec, {PROMPT: "", STEPS: 20}) for _ in range(3)]

    async def check() -> None:
        await session(tmp_path, a_form("portrait"), {STEPS: "many"})
        for form, edits in ((strict[0], {PROMPT: "a fox"}), (strict[1], {STEPS: 7})):
            workflow = await session(tmp_path, form, edits)
            marked = [n.code for n in workflow._notes.values()]
            assert marked == ([] if edits == {STEPS: 7} else ["kept_value_dropped"])
        workflow = await session(tmp_path, strict[2], {})
        assert workflow.form is not None
        assert workflow.form.value(STEPS) == 7
        assert not workflow._notes

    run(check())


def test_an_unfit_value_returns_when_the_field_takes_it_again(run: Run, tmp_path: Path) -> None:
    async def check() -> None:
        await session(tmp_path, a_form("portrait"), {STEPS: "many"})
        await session(tmp_path, Strict(a_form("portrait").spec, {PROMPT: "", STEPS: 20}), {})
        workflow = await session(tmp_path, a_form("portrait"), {})
        assert workflow.form is not None
        assert workflow.form.value(STEPS) == "many"

    run(check())


def test_a_workflow_that_two_servers_have_keeps_its_values_for_each(
    run: Run, tmp_path: Path
) -> None:
    attic = ServerId("attic")

    async def check() -> None:
        await session(tmp_path, a_form("portrait"), {PROMPT: "a lion"})
        database = Database(tmp_path / "data.sqlite")
        backend = library("portrait")
        async with desk(backend, database) as open_:
            open_.set_server(attic, backend)
            workflow = open_.open_library(attic, "portrait")
            await settled(workflow)
            assert workflow.form is not None
            assert workflow.form.value(PROMPT) == "a tiger"
        await database.close()

    run(check())


def test_values_of_before_servers_were_told_apart_go_to_the_first_that_asks(
    run: Run, tmp_path: Path
) -> None:
    async def check() -> None:
        await session(tmp_path, a_form("portrait"), {PROMPT: "a lion"})
        database = Database(tmp_path / "data.sqlite")
        assert await database.execute("UPDATE form_values SET server_id = ''") == 1
        await database.close()
        workflow = await session(tmp_path, a_form("portrait"), {})
        assert workflow.form is not None
        assert workflow.form.value(PROMPT) == "a lion"
        database = Database(tmp_path / "data.sqlite")
        rows = await database.query("SELECT server_id FROM form_values")
        assert rows == [(SERVER,)]
        await database.close()

    run(check())
