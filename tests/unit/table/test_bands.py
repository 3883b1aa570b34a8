"""Headers that stand side by side."""

from __future__ import annotations

import pytest

from sheets import Pad, cells


@pytest.mark.parametrize("first", ["IT", "XPO"])
def test_a_repeated_header_is_cut_before_a_first_word_that_nobody_listed(first: str) -> None:
    header = [first, "QTY", "DESCRIPTION"]
    pad = Pad()
    pad.ruled(60, 60, [40, 40, 140, 40, 40, 140], [
        [*header, *header], ["1", "2", "CLEVIS", "4", "1", "SPRING"],
        ["2", "1", "ROD M20", "5", "2", "PIN 25"], ["3", "4", "NUT M20", "6", "1", "CLAMP"],
    ])  # fmt: skip
    result = pad.read()
    assert cells(result, "quantity", "description") == [
        ["2", "CLEVIS"], ["1", "ROD M20"], ["4", "NUT M20"],
    ]  # fmt: skip
    assert cells(result, "quantity", "description", table=1) == [
        ["1", "SPRING"], ["2", "PIN 25"], ["1", "CLAMP"],
    ]  # fmt: skip
    assert [len(t["header"]) for t in result["tables"]] == [3, 3]
    assert {t["reading"] for t in result["tables"]} == {"words"}
