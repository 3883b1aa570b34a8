"""TOTAL lines and sums that have no label."""

from __future__ import annotations

import pytest

from sheets import Pad, cells

HEAD = ["POS", "QTY", "DESCRIPTION", "LENGTH", "TOTAL KG"]
ROWS = [
    ["1", "2", "UB 203x102", "4200", "193"],
    ["2", "1", "PFC 150x75", "2600", "47"],
    ["3", "4", "GRATING CLIP", "", "4"],
]
XS = (60, 100, 140, 300, 360)


@pytest.mark.parametrize(("total", "status"), [("244", "verified"), ("249", "suspect")])
def test_a_sum_without_a_label_in_a_list_without_lines_between_its_rows(
    total: str, status: str
) -> None:
    pad = Pad()
    pad.plain([x + 4 for x in XS], 110, [HEAD, *ROWS, ["", "", "", "", total]])
    pad.grid((*XS, 430), (98, 114, 170))
    record = pad.read()
    table = record["tables"][0]
    assert cells(record, "position", "total_weight") == [["1", "193"], ["2", "47"], ["3", "4"]]
    assert (table["printed_total"], table["check_status"]) == (total, status)
    assert table["reading"] == "words"
