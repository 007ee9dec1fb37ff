"""Names come and go in a list model without a reset, however many there are."""

from __future__ import annotations

import random
from typing import Any

from PySide6.QtCore import QCoreApplication

from ivk_desktop.domain.media import ImageName
from ivk_desktop.stores.media_list import NamesModel
from tests.fakes import SERVER


class Mirror:
    """Follows a model by its signals alone."""

    def __init__(self, model: NamesModel) -> None:
        self.model, self.rows, self.resets = model, list(model.names), 0
        model.rowsInserted.connect(self._inserted)
        model.rowsRemoved.connect(self._removed)
        model.modelReset.connect(self._reset)

    def _inserted(self, _: Any, first: int, last: int) -> None:
        self.rows[first:first] = self.model.names[first : last + 1]

    def _removed(self, _: Any, first: int, last: int) -> None:
        del self.rows[first : last + 1]

    def _reset(self) -> None:
        self.rows, self.resets = list(self.model.names), self.resets + 1


def names(*texts: object) -> list[ImageName]:
    return [ImageName(str(text)) for text in texts]


def test_what_a_view_hears_is_what_the_model_holds(qapp: QCoreApplication) -> None:
    dice = random.Random(3)
    model = NamesModel(SERVER)
    model.set_names(names(*range(30)))
    mirror = Mirror(model)
    held = list(model.names)
    for number in range(200):
        gone = set(dice.sample(held, min(len(held), dice.randrange(4))))
        held = [name for name in held if name not in gone]
        for _ in range(dice.randrange(4)):
            held.insert(dice.randrange(len(held) + 1), ImageName(f"{number} {dice.random()}"))
        model.set_names(held)
        assert mirror.rows == list(model.names) == held
    assert mirror.resets == 0


def test_another_order_is_told_as_a_whole(qapp: QCoreApplication) -> None:
    model = NamesModel(SERVER)
    model.set_names(names(1, 2, 3))
    mirror = Mirror(model)
    model.set_names(names(3, 2, 1))
    assert (mirror.rows, mirror.resets) == (names(3, 2, 1), 1)


def test_names_are_taken_out_few_or_many(qapp: QCoreApplication) -> None:
    model = NamesModel(SERVER)
    model.set_names(names(*range(50)))
    mirror = Mirror(model)
    model.remove(names(3, 4, 40, "unknown"))
    model.remove(names(*range(10, 30)))
    left = names(*(n for n in range(50) if n not in (3, 4, 40) and not 10 <= n < 30))
    assert mirror.rows == list(model.names) == left
    assert mirror.resets == 0
