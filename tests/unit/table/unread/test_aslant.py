"""Lists in text that is drawn aslant are told."""

from __future__ import annotations

import pytest

from sheets import Pad

WORDS = ("ITEM", "QTY", "DESCRIPTION", "PART NO."), ("ALONG", "THE PIPE", "SEE", "NOTE 3")


def tilted(words: tuple[str, ...], degrees: float) -> Pad:
    pad = Pad()
    pad.canvas.translate(100, 0)
    pad.canvas.rotate(degrees)
    pad.plain((0, 50, 100, 250), 300, [words, ("1", "2", "ANGLE", "A-1"), ("2", "4", "NUT", "A-2")])
    return pad


@pytest.mark.parametrize("degrees", [-2.5, 3, 10])
def test_a_header_in_slanted_text_is_told(degrees: float) -> None:
    result = tilted(WORDS[0], degrees).read()
    [table] = result["tables"]
    assert table["rows"] == [] and table["check_status"] == "suspect"
    assert f"aslant, at {round(degrees)} degrees" in table["check_reasons"][0]
    assert result["error_code"] == "PARSING_ERROR"


def test_two_columns_of_the_list_and_another_are_a_header() -> None:
    result = tilted(("QTY", "MATERIAL", "DESCRIPTION"), 4).read()
    assert "aslant" in result["tables"][0]["check_reasons"][0]


def test_other_slanted_text_is_not() -> None:
    assert tilted(WORDS[1], 3).read()["tables"] == []


def test_it_is_told_beside_a_list_that_was_read() -> None:
    pad = tilted(WORDS[0], 10)
    pad.canvas.rotate(-10)
    pad.canvas.translate(-100, 0)
    pad.ruled(400, 450, [40, 90, 100, 40], [
        ["ITEM", "PART NUMBER", "DESCRIPTION", "QTY"], ["1", "B-1", "COVER", "1"],
        ["2", "B-2", "SCREW", "4"],
    ])  # fmt: skip
    assert sorted(len(t["rows"]) for t in pad.read()["tables"]) == [0, 2]
