"""Columns named by what stands in them."""

from __future__ import annotations

import pytest

from sheets import Pad, cells


@pytest.mark.parametrize(("each", "all_"), [("QTY/ASSY", "TOTAL QTY"), ("QTY EACH", "QTY TOTAL")])
def test_of_two_quantities_that_of_the_total_weight_is_taken(each: str, all_: str) -> None:
    pad = Pad()
    rows = [
        ["MARK", "DESCRIPTION", each, all_, "UNIT WT", "TOTAL WT"],
        ["101", "ANGLE", "2", "8", "7.4", "59.2"],
        ["102", "PLATE", "1", "4", "5.1", "20.4"],
        ["103", "ROD", "2", "8", "6.3", "50.4"],
    ]
    pad.ruled(60, 60, [50, 100, 60, 60, 60, 60], rows)
    result = pad.read()
    assert cells(result, "quantity") == [["8"], ["4"], ["8"]]
    assert result["tables"][0]["check_status"] == "verified"


def test_quantities_that_no_weight_tells_apart_stay_as_they_are() -> None:
    pad = Pad()
    rows = [
        ["MARK", "DESCRIPTION", "QTY/ASSY", "TOTAL QTY", "UNIT WT", "TOTAL WT"],
        ["101", "ANGLE", "2", "8", "7.4", "14.8"],
        ["102", "PLATE", "3", "12", "5.1", "15.3"],
    ]
    pad.ruled(60, 60, [50, 100, 60, 60, 60, 60], rows)
    assert cells(pad.read(), "quantity") == [["2"], ["3"]]
