"""The handle that scripts and the window work with."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from pydantic import ValidationError

from ivk_desktop.domain.form import Form, SubmitOptions, SubmitRequest
from ivk_desktop.domain.invokeai import fields
from ivk_desktop.domain.invokeai.fields import IvkField, IvkFloatField, IvkIntegerField, field_class
from ivk_desktop.domain.invokeai.handle import WorkflowHandle
from ivk_desktop.domain.invokeai.submission import SubmissionState
from ivk_desktop.domain.invokeai.types import Cardinality, FieldType
from ivk_desktop.domain.jobs import UNSET, BatchId, JobId, JobKey, JobState, JobUpdate
from ivk_desktop.domain.problems import DomainError, FieldId
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.updates import JobChanged, Update
from tests.domain.builder import batch_of, edge, exposed, judged, load, node, opened, workflow

CLASSES = [getattr(fields, name) for name in fields.__all__ if name.startswith("Ivk")]
MODEL = {"key": "k", "hash": "h", "name": "n", "base": "sd-1", "type": "main"}


def sample() -> WorkflowHandle:
    nodes = [node("i", "integer", value=1), node("n", "noise", seed=3, width=..., height=8)]
    return opened(nodes, exposedFields=exposed("n.seed", "i.value", "n.width"))


def test_inputs_are_found_by_index_and_label() -> None:
    handle = sample()
    assert [(item.index, item.label, item.node) for item in handle.inputs] == [
        (0, "Seed", "n"),
        (1, "Value", "i"),
        (2, "Width", "n"),
    ]
    assert handle.input(1) is handle.input("Value")
    assert handle.input("Seed").jsonpath == "$.nodes[?(@.id == 'n')].data.inputs.seed.value"


@pytest.mark.parametrize("key", ["Nothing", 3, -1])
def test_an_input_that_is_not_there_is_an_error(key: int | str) -> None:
    with pytest.raises(DomainError):
        sample().input(key)


def test_a_label_that_two_inputs_have_is_an_error() -> None:
    nodes = [node("i", "integer", value=1), node("j", "integer", value=1)]
    handle = opened(nodes, exposedFields=exposed("i.value", "j.value"))
    with pytest.raises(DomainError) as caught:
        handle.input("Value")
    assert caught.value.problem.code == "input_ambiguous"


@pytest.mark.parametrize(("old", "new"), [(7.5, [1, 2.5]), ([1, 2], 3.5), (..., [4]), ([], 1)])
def test_an_edit_puts_one_or_many_where_both_are_taken(old: Any, new: Any) -> None:
    nodes = [node("d", "denoise_latents", cfg_scale=old)]
    handle = opened(nodes, exposedFields=exposed("d.cfg_scale"))
    handle.edit("d", "cfg_scale", new)
    assert handle[0] == new
    with pytest.raises(DomainError):
        handle.edit("d", "cfg_scale", ["x"])
    assert handle[0] == new


def test_values_are_read_and_set_like_items() -> None:
    handle = sample()
    handle["Seed"] = 5
    handle[1] = 7
    assert (handle["Seed"], handle["Value"], handle["Width"]) == (5, 7, UNSET)
    with pytest.raises(DomainError):
        handle["Seed"] = "five"
    with pytest.raises(DomainError):
        handle["Nothing"] = 1
    assert handle["Seed"] == 5


def test_a_batch_follows_its_values_however_they_are_set() -> None:
    nodes = [
        node("b", "integer_batch", batch_group_id="None", integers=[1]),
        node("i", "integer", value=1),
    ]
    handle = opened(nodes, [edge("b.value", "i.value")], exposedFields=exposed("b.integers"))
    assert judged(handle).count == 1
    handle.input(0).value = [1, 2, 3]
    assert judged(handle).count == 3
    assert batch_of(handle)["data"][0][0]["items"] == [1, 2, 3]


def test_an_input_that_a_connection_feeds_keeps_what_it_has() -> None:
    nodes = [node("a", "integer", value=1), node("i", "integer", value=2)]
    handle = opened(nodes, [edge("a.value", "i.value")])
    handle.edit("i", "value", 9)
    assert handle.document()["nodes"][1]["data"]["inputs"]["value"]["value"] == 2


def test_an_input_that_a_batch_feeds_can_be_edited() -> None:
    nodes = [
        node("b", "integer_batch", batch_group_id="None", integers=[1]),
        node("i", "integer", value=1),
    ]
    handle = opened(nodes, [edge("b.value", "i.value")])
    handle.edit("i", "value", 9)
    assert batch_of(handle)["graph"]["nodes"]["i"]["value"] == 9


def test_a_handle_is_a_form() -> None:
    form: Form = sample()
    field_id = next(iter(form.spec.fields))
    form.set_value(field_id, 5)
    assert (form.value(field_id), form.initial(field_id)) == (5, 3)
    form.set_value(field_id, UNSET)
    assert form.value(field_id) is UNSET
    form.set_value(field_id, form.initial(field_id))
    assert form.value(field_id) == 3


@pytest.mark.parametrize("value", ["x", 1.5, True, [1], {"a": 1}])
def test_a_value_of_another_kind_changes_nothing(value: Any) -> None:
    handle = sample()
    with pytest.raises(DomainError):
        handle.set_value(handle.inputs[0].field_id, value)
    assert handle.inputs[0].value == 3


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(DomainError):
        sample().value(FieldId("nobody.nothing"))


def test_any_input_of_the_document_can_be_edited() -> None:
    handle = sample()
    handle.edit("n", "height", 16)
    assert handle.document()["nodes"][1]["data"]["inputs"]["height"]["value"] == 16
    for node_id, name in (("n", "nothing"), ("nobody", "value")):
        with pytest.raises(DomainError):
            handle.edit(node_id, name, 1)


def test_a_field_is_replaced_only_by_one_of_its_class() -> None:
    handle = sample()
    field_id = handle.inputs[0].field_id
    handle.set_field(field_id, IvkIntegerField(value=9))
    assert handle.value(field_id) == 9
    with pytest.raises(DomainError) as caught:
        handle.set_field(field_id, IvkFloatField(value=9))
    assert caught.value.problem.code == "field_class_differs"
    assert handle.value(field_id) == 9


def sent_and_kept(handle: WorkflowHandle, node_id: str, name: str) -> tuple[Any, Any]:
    """An input's value in the graph, and in the workflow that goes along with it."""
    batch = batch_of(handle)
    nodes = {one["id"]: one["data"]["inputs"] for one in batch["workflow"]["nodes"]}
    return batch["graph"]["nodes"][node_id][name], nodes[node_id][name]["value"]


def test_a_field_cannot_be_changed_only_replaced() -> None:
    handle = sample()
    field = handle.input("Value").field
    assert field is not None
    with pytest.raises(ValidationError):
        field.value = 99
    assert sent_and_kept(handle, "i", "value") == (1, 1)
    handle.input("Value").field = IvkIntegerField(value=99)
    assert sent_and_kept(handle, "i", "value") == (99, 99)


@pytest.mark.parametrize("fits", [True, False])
def test_a_list_that_was_read_is_a_copy(fits: bool) -> None:
    value = [1.5] if fits else [1.5, "x"]
    handle = opened(
        [node("d", "denoise_latents", cfg_scale=value)], exposedFields=exposed("d.cfg_scale")
    )
    before = list(value)
    handle[0].append(2.5)
    handle.initial(handle.input(0).field_id).append(3.5)
    assert handle[0] == before
    assert sent_and_kept(handle, "d", "cfg_scale") == (before, before)


def test_a_list_that_was_set_is_a_copy() -> None:
    nodes = [node("d", "denoise_latents", cfg_scale=[1.5])]
    handle = opened(nodes, exposedFields=exposed("d.cfg_scale"))
    for mine in ([1.5, 2.5], [1.5]):
        handle[0] = mine
        before = list(mine)
        mine.append(3.5)
        assert sent_and_kept(handle, "d", "cfg_scale") == (before, before)


@pytest.mark.parametrize("name", ["FloatGeneratorField", "SomethingNew"])
def test_nothing_inside_a_field_can_be_changed(name: str) -> None:
    made_of = {"type": "float_generator_x", "values": [1.0]}
    field = field_class(FieldType(name, Cardinality.SINGLE)).from_json(made_of)
    given = field.to_api()
    given["values"].append(2.0)
    made_of["values"].append(3.0)
    with pytest.raises(TypeError):
        field.value["type"] = "float_generator_y"
    assert field.to_api() == {"type": "float_generator_x", "values": [1.0]}


def test_a_value_that_does_not_fit_can_be_reset_to() -> None:
    handle = opened([node("n", "noise", seed="old")], exposedFields=exposed("n.seed"))
    (item,) = handle.inputs
    assert item.field is None
    handle.set_value(item.field_id, 4)
    handle.set_value(item.field_id, handle.initial(item.field_id))
    assert item.value == "old"


@pytest.mark.parametrize("made", CLASSES)
def test_every_field_class_is_made_without_arguments_and_is_then_unset(
    made: type[IvkField],
) -> None:
    field = made()
    assert not field.is_set
    assert field.to_api() is UNSET
    assert list(field.mentions()) == []


@pytest.mark.parametrize(
    ("name", "many", "value"),
    [
        ("IntegerField", False, 3),
        ("FloatField", False, 0.5),
        ("StringField", False, "text"),
        ("BooleanField", False, False),
        ("EnumField", False, 256),
        ("SchedulerField", False, "euler"),
        ("ImageField", False, {"image_name": "a.png"}),
        ("VideoField", False, {"video_name": "a.mp4"}),
        ("BoardField", False, "auto"),
        ("BoardField", False, {"board_id": "b"}),
        ("ModelIdentifierField", False, MODEL),
        ("ColorField", False, {"r": 0, "g": 1, "b": 2, "a": 255}),
        ("StylePresetField", False, {"style_preset_id": "s"}),
        ("SystemPromptField", False, {"system_prompt_id": "s"}),
        ("SavedWorkflowField", False, "w"),
        ("LoRAField", True, [{"lora": MODEL, "weight": 0.75}]),
        ("IntegerField", True, [1, 2]),
        ("FloatField", True, [1, 2.5]),
        ("StringField", True, ["a", ""]),
        ("ImageField", True, [{"image_name": "a.png"}]),
        ("BooleanField", True, [True]),
        ("IntegerGeneratorField", False, {"type": "integer_generator_parse_string", "input": "1"}),
        ("UNetField", False, {"anything": [1]}),
    ],
)
def test_a_field_gives_back_the_json_that_it_was_made_of(name: str, many: bool, value: Any) -> None:
    kind = FieldType(name, Cardinality.COLLECTION if many else Cardinality.SINGLE)
    made = field_class(kind).from_json(value)
    assert made.to_api() == value
    assert type(made)(value=made.value).to_api() == value


@dataclass(frozen=True)
class Taken:
    requested: int
    enqueued: int
    job_ids: Sequence[JobId]


class ScriptedServer:
    """Takes submissions and tells of their ends."""

    def __init__(self, *updates: Update) -> None:
        self.requests: list[SubmitRequest] = []
        self._updates = updates

    async def submit(self, request: SubmitRequest) -> Taken:
        self.requests.append(request)
        return Taken(request.count, request.count, [JobId(str(n)) for n in range(request.count)])

    async def watch(self, batch_id: BatchId) -> AsyncIterator[Update]:
        assert batch_id == self.requests[-1].batch_id
        for update in self._updates:
            yield update


def change(job_id: str, state: JobState) -> Update:
    return JobChanged(JobUpdate(JobKey(ServerId("s"), JobId(job_id)), state=state))


UPDATES = (
    change("0", JobState.RUNNING),
    change("other", JobState.FAILED),
    change("0", JobState.COMPLETED),
    change("1", JobState.FAILED),
    change("1", JobState.RUNNING),
)


def submitting(server: ScriptedServer) -> WorkflowHandle:
    return load(workflow([node("i", "integer", value=1)]), submitter=server)


def test_a_submission_is_sent_and_waited_for() -> None:
    async def scenario() -> None:
        server = ScriptedServer(*UPDATES)
        handle = submitting(server)
        submission = await handle.submit(SubmitOptions(runs=2))
        assert submission.state is SubmissionState.QUEUED
        jobs = await handle.wait()
        states = [job.state for job in jobs.values() if job]
        assert states == [JobState.COMPLETED, JobState.FAILED]
        assert submission.ended
        assert len(server.requests) == 1

    asyncio.run(scenario())


def test_a_submission_can_be_watched() -> None:
    async def scenario() -> None:
        handle = submitting(ScriptedServer(*UPDATES))
        await handle.submit(SubmitOptions(runs=2))
        seen = [update async for update in handle.watch()]
        assert seen == list(UPDATES[:4])
        assert [update async for update in handle.watch()] == []

    asyncio.run(scenario())


def test_a_refused_submission_says_so() -> None:
    class Refusing(ScriptedServer):
        async def submit(self, request: SubmitRequest) -> Taken:
            raise ConnectionError

    async def scenario() -> None:
        handle = submitting(Refusing())
        with pytest.raises(ConnectionError):
            await handle.submit()
        assert handle.submission is not None
        assert handle.submission.state is SubmissionState.REFUSED

    asyncio.run(scenario())


def test_what_is_not_ready_is_only_sent_by_force() -> None:
    async def scenario() -> None:
        server = ScriptedServer(*UPDATES)
        handle = load(workflow([node("n", "noise", seed=-1, width=8, height=8)]), submitter=server)
        with pytest.raises(DomainError) as caught:
            await handle.submit()
        assert caught.value.problem.code == "number_below"
        assert not server.requests
        await handle.submit(force=True)
        assert len(server.requests) == 1

    asyncio.run(scenario())


def test_the_text_of_an_error_says_what_it_is_about() -> None:
    with pytest.raises(DomainError, match=r"^input_unknown \(input='Nothing'\)$"):
        sample().input("Nothing")


def test_without_a_server_nothing_is_submitted() -> None:
    async def scenario() -> None:
        with pytest.raises(DomainError):
            await sample().submit()
        assert await sample().wait() == {}

    asyncio.run(scenario())
