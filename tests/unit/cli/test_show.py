"""What a person at a terminal sees of one drawing."""

from __future__ import annotations

import io
from typing import Any

from bomflow.cli.show import print_record


def shown(record: dict[str, Any]) -> str:
    stream = io.StringIO()
    print_record(record, stream, width=100)
    return stream.getvalue()


def test_rows_verdict_reasons_and_figures(make_record: Any, make_table: Any, make_row: Any) -> None:
    table = make_table(
        [make_row(0, section="VALVES"), make_row(1, extra={"DN": "50"})],
        check_status="suspect",
        check_reasons=["position 2 is odd"],
    )
    text = shown(make_record("a.pdf", [table]))
    assert "Page 1, table 1: suspect, TOTAL printed 6,0, rows add up to 6 kg" in text
    assert "POS" in text and "VALVES" in text and "DN" in text and "pipe clamp DN1" in text
    assert "- position 2 is odd" in text
    assert "a.pdf: 2 rows in 1 table (0.21 s, 41 MB)" in text


def test_a_failure_tells_its_remedy_and_nothing_steers_the_terminal(
    make_record: Any, make_table: Any, make_row: Any
) -> None:
    text = shown(make_record("a.pdf", [], error_code="NO_TEXT", error_message="a \x1b[31mscan"))
    assert "NO_TEXT: a scan" in text and "real text" in text
    text = shown(make_record("a", [make_table([make_row(0, description="\x1b]0;x\x07[bold]y")])]))
    assert "\x1b" not in text and "[bold]y" in text
