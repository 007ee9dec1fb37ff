"""Notices: said once for each key, bounded, all of them in the log."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ivk_desktop.domain.problems import Problem
from ivk_desktop.stores.notices import LOG_LIMIT, TEXT_LIMIT, Level, Notice, Notices, ServerNotices


def test_a_dead_server_makes_one_line_and_not_a_hundred() -> None:
    notices = Notices()
    for _ in range(100):
        notices.problem(Problem("refused", {"url": "http://lab"}), key="link:lab")
    assert len(notices.log) == 1
    assert notices.log[0].times == 100


def test_a_replacing_notice_is_the_newest() -> None:
    notices = Notices()
    notices.info("one", key="a")
    notices.info("two")
    notices.info("three", key="a")
    assert [notice.text for notice in notices.log] == ["two", "three"]
    assert notices.latest is not None
    assert notices.latest.text == "three"


def test_notices_without_a_key_never_replace() -> None:
    notices = Notices()
    notices.info("same")
    notices.info("same")
    assert len(notices.log) == 2


def test_a_dismissed_notice_stays_in_the_log_and_a_later_one_counts_anew(qtbot: QtBot) -> None:
    notices = Notices()
    notices.info("lost", key="link")
    with qtbot.waitSignal(notices.dismissed) as told:
        notices.dismiss("link")
    assert told.args == ["link"]
    assert notices.active("link") is None
    notices.info("lost again", key="link")
    assert [notice.times for notice in notices.log] == [1, 1]


def test_dismissing_what_was_never_said_says_nothing(qtbot: QtBot) -> None:
    notices = Notices()
    with qtbot.assertNotEmitted(notices.dismissed):
        notices.dismiss("link")


def test_the_log_and_each_text_are_bounded() -> None:
    notices = Notices()
    for number in range(LOG_LIMIT + 10):
        notices.post(Notice(Level.INFO, "x" * 10_000, key=f"key {number}"))
    assert len(notices.log) == LOG_LIMIT
    assert len(notices.log[0].text) == TEXT_LIMIT
    assert notices.active("key 0") is None


def test_a_server_is_named_only_where_there_are_several() -> None:
    notices = Notices()
    attic = ServerNotices(notices, "attic")
    attic.problem(Problem("busy"), key="link")
    assert notices.latest is not None
    assert notices.latest.server == ""
    notices.names_servers = True
    attic.info("Saved.")
    assert notices.latest.server == "attic"
    assert attic.active("link") is notices.active("link")
    attic.dismiss("link")
    assert notices.active("link") is None
