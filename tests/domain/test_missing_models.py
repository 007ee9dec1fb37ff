"""Models of other installations that are asked for once."""

from __future__ import annotations

from typing import Any

from ivk_desktop.domain.form import MissingModel, ModelFilter
from ivk_desktop.domain.invokeai.missing_models import identity
from ivk_desktop.domain.models import ModelInfo
from tests.domain.builder import node, opened
from tests.fakes import a_model

KNOWN = frozenset({"here"})


def identifier(name: str, key: str = "gone", **rest: Any) -> dict[str, Any]:
    return {"key": key, "hash": f"h-{name}", "name": name, "base": "sd-1", "type": "main", **rest}


def answer(model: ModelInfo) -> dict[str, Any]:
    return dict(model.identifier)


def test_a_model_is_named_by_its_hash_else_by_name_type_and_base() -> None:
    assert identity(identifier("a")) == "h-a"
    assert identity({"name": "a", "type": "main", "base": "sd-1"}) == "a|main|sd-1"
    assert identity({"model_name": "a", "base_model": "sd-1"}) == "a||sd-1"
    assert identity({"name": 3}) == "||"


def test_each_missing_model_is_listed_once_with_all_its_places() -> None:
    nodes = [
        node("a", "main_model_loader", model=identifier("old")),
        node("b", "main_model_loader", model=identifier("old")),
        node("c", "main_model_loader", model=identifier("fine", key="here")),
    ]
    handle = opened(nodes, [])
    (missing,) = handle.missing_models(KNOWN)
    assert (missing.identity, missing.name, missing.base) == ("h-old", "old", "sd-1")
    assert len(missing.places) == 1
    assert handle.missing_models({"here", "gone"}) == ()


def test_an_answer_is_put_everywhere_and_is_the_documents_own() -> None:
    nodes = [
        node("a", "main_model_loader", model=identifier("old", submodel_type="unet")),
        node("b", "main_model_loader", model=identifier("other")),
    ]
    handle = opened(nodes, [])
    new = a_model("New")
    changed = handle.use_models({"h-old": answer(new)}, KNOWN)
    assert [handle.value(one) for one in changed] == [handle.initial(one) for one in changed]
    slot = handle.slot("a", "model")
    assert slot is not None
    assert slot.instance["value"] == {**answer(new), "submodel_type": "unet"}
    assert [one.name for one in handle.missing_models(KNOWN | {new.key.native_key})] == ["other"]


def test_a_model_that_is_there_is_never_replaced() -> None:
    handle = opened([node("a", "main_model_loader", model=identifier("fine", key="here"))], [])
    assert handle.use_models({"h-fine": answer(a_model("New"))}, KNOWN) == ()


def test_only_what_all_fields_take_may_stand_in() -> None:
    wanted = MissingModel("h", "old", "main", "sd-1", ("Model",), (ModelFilter(bases=("sd-1",)),))
    assert wanted.takes(a_model("A"))
    assert not wanted.takes(a_model("A", base="sdxl"))
    assert not wanted.takes(a_model("A", type="lora"))
