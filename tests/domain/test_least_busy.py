"""Which server a submission goes to."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ivk_desktop.domain.form import MissingModel
from ivk_desktop.domain.least_busy import Offer, Why, lacking, least_busy
from ivk_desktop.domain.models import ModelInfo, ModelKey, same_model
from ivk_desktop.domain.servers import ServerId


def an_offer(name: str, open_items: int = 0, left_s: float | None = None, **more: object) -> Offer:
    return Offer(ServerId(name), name, open_items, left_s=left_s, **more)  # type: ignore[arg-type]


def a_model(name: str, hash_: str = "") -> ModelInfo:
    key = ModelKey(ServerId("attic"), f"key-{name}")
    return ModelInfo(key, name, "main", "sd-1", hash=hash_)


def test_an_idle_server_is_taken_before_any_queue() -> None:
    pick = least_busy([an_offer("lab", 3, 10.0), an_offer("attic"), an_offer("barn")])
    assert pick is not None
    assert (pick.offer.name, pick.why) == ("attic", Why.IDLE)


def test_of_busy_ones_the_queue_that_is_done_first_counts() -> None:
    pick = least_busy([an_offer("lab", 2, 300.0), an_offer("attic", 20, 60.0)])
    assert pick is not None
    assert (pick.offer.name, pick.why) == ("attic", Why.SOONEST)


def test_where_times_are_not_known_the_fewest_items_a_device_count() -> None:
    pick = least_busy([an_offer("lab", 8, lanes=4), an_offer("attic", 3, 60.0)])
    assert pick is not None
    assert (pick.offer.name, pick.why) == ("lab", Why.SHORTEST)


def test_what_lacks_a_model_is_never_taken() -> None:
    pick = least_busy([an_offer("lab", 9, 900.0), an_offer("attic", lacks=("Juggernaut",))])
    assert pick is not None
    assert (pick.offer.name, pick.why) == ("lab", Why.ONLY)
    assert least_busy([an_offer("attic", lacks=("Juggernaut",))]) is None


def test_a_paused_server_is_the_last_resort() -> None:
    paused = an_offer("attic", paused=True)
    pick = least_busy([paused, an_offer("lab", 9, 900.0)])
    assert pick is not None
    assert (pick.offer.name, pick.why) == ("lab", Why.AWAKE)
    alone = least_busy([paused])
    assert alone is not None
    assert alone.offer is paused


OFFERS = st.builds(
    Offer,
    st.text(min_size=1).map(ServerId),
    st.text(),
    st.integers(0, 1000),
    st.integers(1, 8),
    st.none() | st.floats(0, 1e6),
    st.booleans(),
    st.sampled_from([(), ("a model",)]),
)


@given(st.lists(OFFERS, max_size=8))
def test_whatever_is_taken_lacks_nothing_and_nothing_idle_is_passed_over(
    offers: list[Offer],
) -> None:
    pick = least_busy(offers)
    able = [offer for offer in offers if not offer.lacks]
    assert (pick is None) == (not able)
    if pick is not None:
        assert not pick.offer.lacks
        idle = [o for o in able if not o.open_items and not o.paused]
        assert not idle or pick.offer in idle


def test_models_are_the_same_by_hash_and_else_by_name_type_and_base() -> None:
    models = [a_model("Other name", "blake3:1"), a_model("Plain")]
    wanted = MissingModel("blake3:1", "First name", "main", "sd-1", ())
    plain = MissingModel("Plain|main|sd-1", "Plain", "main", "sd-1", ())
    gone = MissingModel("blake3:2", "Gone", "main", "sd-1", ())
    assert lacking([wanted, plain, gone], models) == ("Gone",)
    identifier = replace(models[0], name="x").identifier
    assert same_model(identifier, models) is models[0]
    assert same_model(models[1].identifier | {"key": "k", "hash": ""}, models) is models[1]
    assert same_model({"hash": "blake3:2", "name": "Gone"}, models) is None
