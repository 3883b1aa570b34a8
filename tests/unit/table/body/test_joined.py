"""Lines that may be rows, in lists without positions."""

from __future__ import annotations

from typing import Any

import pytest

from sheets import Pad, cells

HEAD = ["QTY", "DESCRIPTION", "MATERIAL"]
XS = (50, 100, 260)
ROWS = [["4", "HEX NUT M16", "8.8"], ["2", "BASE PLATE 200x200x12", "S235"]]
TOLD = "was joined to the line above it, but may be a row"


def read(rows: list[list[str]], pitch: float = 14) -> dict[str, Any]:
    pad = Pad()
    pad.plain(XS, 100, [HEAD, *rows], pitch)
    return pad.read()


def reasons(result: dict[str, Any]) -> list[str]:
    return [r for table in result["tables"] for r in table["check_reasons"]]


def test_a_row_without_a_quantity_is_told() -> None:
    result = read([*ROWS, ["", "U-BOLT DN50", "A2"], ["1", "SPRING HANGER", ""]])
    assert reasons(result)[0] == f"'U-BOLT DN50' {TOLD}"
    assert result["tables"][0]["check_status"] == "suspect"


@pytest.mark.parametrize(
    "rows",
    [
        [*ROWS, ["1", "U-BOLT DN50 HOT DIP GALVANIZED", ""], ["", "INCLUDING ALL NUTS", ""]],
        [*ROWS, ["1", "U-BOLT DN50\nWITH NUTS", "A2"]],
        [*ROWS, ["1", "U-BOLT", "A2"], ["", "with nuts", ""]],
        [["1", "U-BOLT DN50\nWITH NUTS", "A2"], ["", "FASTENERS", ""], *ROWS],
    ],
    ids=["no room", "closer than rows", "a small letter", "one row under a heading"],
)
def test_a_wrapped_cell_is_not(rows: list[list[str]]) -> None:
    result = read(rows)
    assert reasons(result) == []
    assert len(cells(result, "quantity")) == 3
    assert result["tables"][0]["reading"] == "words"


def test_lines_in_a_ruled_row_are_not() -> None:
    pad = Pad()
    pad.ruled(50, 100, [50, 160, 60], [HEAD, *ROWS, ["1", "U-BOLT\nDN50", "A2"]])
    assert reasons(pad.read()) == []


def test_positions_tell_the_rows() -> None:
    pad = Pad()
    rows = [["POS", *HEAD], ["1", *ROWS[0]], ["2", *ROWS[1]], ["", "", "U-BOLT DN50", ""]]
    pad.plain((20, *XS), 100, rows)
    assert not any(TOLD in r for r in reasons(pad.read()))
