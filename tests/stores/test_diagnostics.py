"""What a report on the app itself holds, and what not."""

from __future__ import annotations

from pathlib import Path

from ivk_desktop import __version__
from ivk_desktop.stores.diagnostics import LOG_LINES, diagnostics
from tests.fakes import FACTS

LAB = "http://lab.example:9090"


def test_a_report_says_versions_servers_and_the_end_of_the_log(tmp_path: Path) -> None:
    log = tmp_path / "app.log"
    log.write_text("".join(f"line {number}\n" for number in range(LOG_LINES + 50)))
    report = diagnostics([(LAB, FACTS), ("http://127.0.0.1:9090", None)], log)
    assert f"Version {__version__}" in report
    assert f"{FACTS.product} {FACTS.version}, http, on another computer" in report
    assert "did not answer yet, http, on this computer" in report
    assert f"line {LOG_LINES + 49}\n" in report
    assert "line 49\n" not in report


def test_a_report_holds_no_address_no_home_and_no_token(tmp_path: Path) -> None:
    log = tmp_path / "app.log"
    log.write_text(
        f"GET {LAB}/api/v1/x?token=abcdef\nread {Path.home()}/secret/file.json\n```\n"
        "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtZSJ9.c2ln\n"
    )
    report = diagnostics([(LAB, FACTS)], log)
    for hidden in ("lab.example", "abcdef", "eyJhbGci", str(Path.home())):
        assert hidden not in report
    assert report.count("```") == 2


def test_a_log_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    assert "The log cannot be read" in diagnostics([], tmp_path / "none.log")
