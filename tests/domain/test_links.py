"""Links that other programs hand to this one."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ivk_desktop.domain.links import Link, LinkKind, is_link, read_link
from ivk_desktop.domain.problems import DomainError

LAB = "http://lab:9090"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("ivk://server?url=lab:9090", Link(LinkKind.SERVER, LAB)),
        ("IVK://Server/?url=http%3A%2F%2Flab%3A9090%2Fdocs", Link(LinkKind.SERVER, LAB)),
        ("ivk://workflow/ab-1?server=lab:9090", Link(LinkKind.WORKFLOW, LAB, "ab-1")),
        ("ivk://item/17?server=http://lab:9090&more=1", Link(LinkKind.ITEM, LAB, "17")),
    ],
)
def test_a_link_names_a_server_and_what_is_on_it(text: str, link: Link) -> None:
    assert is_link(text)
    assert read_link(text) == link


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ivk://delete/17?server=lab", "link_unreadable"),
        ("ivk://workflow?server=lab", "link_unreadable"),
        ("ivk://server/x?url=lab", "link_unreadable"),
        ("ivk://item/a%2F..%2Fb?server=lab", "link_unreadable"),
        ("ivk://item/%00?server=lab", "link_unreadable"),
        ("ivk://item/" + "9" * 300 + "?server=lab", "link_unreadable"),
        ("ivk://server?url=lab" + "&x" * 2000, "link_unreadable"),
        ("https://server?url=lab", "link_unreadable"),
        ("ivk://[", "link_unreadable"),
        ("ivk://server", "address_empty"),
        ("ivk://server?url=ftp://lab", "address_scheme"),
        ("ivk://server?url=http://me:secret@lab", "address_credentials"),
    ],
)
def test_a_bad_link_is_refused_with_a_reason(text: str, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        read_link(text)
    assert refused.value.problem.code == code
    assert "secret" not in str(refused.value.problem.args)


@given(st.text() | st.text().map(lambda text: f"ivk://{text}"))
@example("ivk://server?url=[")
@example("ivk://item/%ff?server=lab")
def test_any_text_is_a_link_or_refused(text: str) -> None:
    try:
        link = read_link(text)
    except DomainError:
        return
    assert link.url.startswith("http")


def test_a_file_is_no_link() -> None:
    assert not is_link("/home/me/ivk.json")
    assert not is_link("")
