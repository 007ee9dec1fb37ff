"""A form's values as another server calls them."""

from __future__ import annotations

from typing import Any

import pytest

from ivk_desktop.domain.boards import Board, BoardId, BoardKey
from ivk_desktop.domain.form import FieldKind, SubmitOptions
from ivk_desktop.domain.models import ModelInfo, ModelKey
from ivk_desktop.domain.problems import DomainError, FieldId
from ivk_desktop.domain.servers import ServerId
from ivk_desktop.domain.sweeps import Sweep, Sweeps
from ivk_desktop.stores.carrying import Place, Route, portable, without_files
from tests.domain.builder import exposed, load, node, workflow
from tests.fakes import a_form

LAB, ATTIC = ServerId("lab"), ServerId("attic")


def board(server: ServerId, board_id: str, name: str) -> Board:
    return Board(BoardKey(server, BoardId(board_id)), name, 0)


def model(server: ServerId, key: str, hash_: str) -> ModelInfo:
    return ModelInfo(ModelKey(server, key), f"name of {key}", "main", "sd-1", hash=hash_)


ROUTE = Route(
    Place([model(LAB, "k1", "h1")], [board(LAB, "b1", "Tigers"), board(LAB, "b2", "Owls")]),
    Place([model(ATTIC, "k9", "h1")], [board(ATTIC, "none", "Owls"), board(ATTIC, "b7", "Tigers")]),
)


def test_boards_are_found_by_name_and_never_the_one_of_no_board() -> None:
    assert ROUTE.board("b1") == "b7"
    assert ROUTE.board("b2") is None
    assert ROUTE.board("gone") is None
    assert ROUTE.value(FieldKind.BOARD, {"board_id": "b1"}) == {"board_id": "b7"}
    assert ROUTE.value(FieldKind.BOARD, {"board_id": "b2"}) == "auto"
    assert ROUTE.value(FieldKind.BOARD, "none") == "none"


def test_models_are_found_by_hash_and_a_missing_one_stays_to_be_told() -> None:
    there = ROUTE.value(FieldKind.MODEL, ROUTE.here.models[0].identifier)
    assert there == ROUTE.there.models[0].identifier
    other = {"key": "x", "hash": "h5", "name": "n", "base": "sd-1", "type": "main"}
    assert ROUTE.value(FieldKind.MODEL, other) is other


def test_what_a_sweep_names_is_carried_with_it() -> None:
    nodes = [node("a", "main_model_loader", model=ROUTE.here.models[0].identifier)]
    form = load(workflow(nodes, exposedFields=exposed("a.model")))
    (field_id,) = form.spec.fields
    sweep = Sweep(field_id, (ROUTE.here.models[0].identifier,))
    options = SubmitOptions(3, BoardId("b1"), sweeps=Sweeps((sweep,)))
    there = ROUTE.options(options, form)
    assert (there.runs, there.board_id) == (3, "b7")
    assert there.sweeps.items[0].values == (ROUTE.there.models[0].identifier,)
    kept: dict[str, Any] = {"values": list(sweep.values), "settings": {}}
    carried = ROUTE.kept_sweep(kept, FieldKind.MODEL)
    assert carried["values"] == [ROUTE.there.models[0].identifier]


def test_pictures_stay_behind_and_their_fields_are_named() -> None:
    nodes = [
        node("a", "image", image={"image_name": "a.png"}),
        node("b", "integer", value=3),
    ]
    form = load(workflow(nodes, exposedFields=exposed("a.image", "b.value")))
    gone = without_files(form)
    assert [form.spec.fields[one].kind for one in gone] == [FieldKind.IMAGE]
    assert without_files(form) == frozenset()


def test_a_form_of_another_kind_of_server_stays_where_it_is() -> None:
    with pytest.raises(DomainError):
        portable(a_form())
    with pytest.raises(DomainError):
        portable(None)
    assert without_files(a_form()) == frozenset[FieldId]()
