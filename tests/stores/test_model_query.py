"""Which models a list shows: words, filters, order, groups."""

from __future__ import annotations

from ivk_desktop.domain.models import ModelInfo
from ivk_desktop.stores.model_query import Facet, Heading, ModelIndex, ModelQuery
from tests.fakes import a_model

TIGER = a_model("Tiger", format="diffusers", file_size=30, description="Big cats")
LION = a_model("lion", base="sdxl", format="checkpoint", file_size=10)
INK = a_model("Ink", "lora", format="lycoris", file_size=20, trigger_phrases=("zebra lines",))
VAE = a_model("a-vae", "vae", format="diffusers", file_size=5)
INDEX = ModelIndex((TIGER, LION, INK, VAE), {LION.key})


def names(query: ModelQuery) -> list[str]:
    return [model.name for model in INDEX.select(query)]


def test_all_words_are_looked_for_in_name_description_and_phrases() -> None:
    assert names(ModelQuery()) == ["a-vae", "Ink", "lion", "Tiger"]
    assert names(ModelQuery("TIG")) == ["Tiger"]
    assert names(ModelQuery("cats big")) == ["Tiger"]
    assert names(ModelQuery("zebra")) == ["Ink"]
    assert names(ModelQuery("zebra tiger")) == []


def test_types_bases_formats_and_missing_files_are_filtered() -> None:
    assert names(ModelQuery(types="main")) == ["lion", "Tiger"]
    assert names(ModelQuery(types="main", bases="sdxl")) == ["lion"]
    assert names(ModelQuery(formats="diffusers")) == ["a-vae", "Tiger"]
    assert names(ModelQuery(only_missing=True)) == ["lion"]


def test_any_column_sorts_and_equals_stay_by_name() -> None:
    assert names(ModelQuery(order=Facet.SIZE)) == ["a-vae", "lion", "Ink", "Tiger"]
    assert names(ModelQuery(order=Facet.SIZE, descending=True))[0] == "Tiger"
    assert names(ModelQuery(order=Facet.TYPE)) == ["Ink", "lion", "Tiger", "a-vae"]
    assert names(ModelQuery(descending=True)) == ["Tiger", "lion", "Ink", "a-vae"]


def test_groups_have_headings_with_counts_and_known_types_first() -> None:
    lines = INDEX.lines(ModelQuery(group=Facet.TYPE))
    heads = [(one.value, one.models) for one in lines if isinstance(one, Heading)]
    assert heads == [("main", 2), ("lora", 1), ("vae", 1)]
    assert [one.name for one in lines if isinstance(one, ModelInfo)][:2] == ["lion", "Tiger"]
    assert INDEX.values(Facet.BASE) == [("sd-1", 3), ("sdxl", 1)]
