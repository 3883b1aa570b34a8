"""Words beside a few rows: a column without a header, or none."""

from __future__ import annotations

import pytest

from sheets import Pad

HEAD = ["POS", "QTY", "DESCRIPTION", "MATERIAL"]
ROWS = [[str(i), "2", f"PIPE CLAMP DN{i}0", "S235"] for i in range(1, 8)]
TOLD = "words beside the rows that no column took: {!r} ..."


def reasons(beside: dict[int, str], x: float = 370, **others: tuple[float, float]) -> list[str]:
    pad = Pad()
    pad.plain((80, 120, 160, 280), 100, [HEAD, *ROWS])
    for row, text in beside.items():
        pad.text(x, 114 + 14 * row, text)
    for text, place in others.items():
        pad.text(*place, text)
    [table] = pad.read()["tables"]
    return table["check_reasons"]


@pytest.mark.parametrize("x", [370, 40])
def test_words_on_the_lines_of_two_rows_are_a_column(x: float) -> None:
    assert reasons({1: "GALV", 4: "GALV"}, x) == [TOLD.format("GALV")]


@pytest.mark.parametrize(
    "beside",
    [{1: "GALV"}, {1: "350", 4: "120"}, {1: "A", 4: "B"}, {1.4: "WELD", 4.4: "ALL"}],
    ids=["one", "figures", "letters", "between the rows"],
)
def test_other_words_are_none(beside: dict[int, str]) -> None:
    assert reasons(beside) == []


def test_words_that_go_on_under_others_are_none() -> None:
    assert reasons({1: "GALV", 4: "GALV"}, VIEW=(375, 114 + 14 * 2.5)) == []
    assert reasons({1: "GALV", 4: "GALV"}, VIEW=(375, 114 + 14 * 12)) != []


def test_labels_and_notes_are_none() -> None:
    labels = ["DRAWN", "CHECKED", "APPROVED", "SCALE 1:10", "SHEET 1", "DATE", "TITLE"]
    assert reasons(dict(enumerate(labels))) == []
    assert reasons({i: f"{i + 1}. ALL WELDS" for i in range(7)}) == []
    assert reasons(dict.fromkeys(range(7), "ALL WELDS")) == [TOLD.format("ALL")]


def test_values_at_the_height_of_the_header_head_no_column() -> None:
    """A table of tolerances stands beside the list: its lines go on in line with the rows."""
    found = reasons({0: "±0.15", 1: "±0.2", 2: "±0.3"}, **{"±0.05": (370, 100)})
    assert found == []


@pytest.mark.parametrize("gap", [0, 12])
def test_a_table_of_changes_with_its_header_in_line_is_no_column(gap: float) -> None:
    """Its changes begin with 0: nor does the list go on there, backwards from position 1."""
    pad = Pad()
    changes = [["REV", "BY", "DATE"], ["0", "JK", "2.3.18"], ["1", "JK", "3.4.18"]]
    pad.ruled(60, 100, [25, 20, 35], changes)
    pad.ruled(140 + gap, 100, [40, 40, 120, 60], [HEAD, *ROWS])
    tables = pad.read()["tables"]
    assert [len(table["rows"]) for table in tables] == [len(ROWS)]
    assert tables[0]["check_reasons"] == []


@pytest.mark.parametrize("names", [["WELD", "WPS", "NDT"], ["REV", "BY", "DATE"]])
def test_a_table_left_of_the_rows_that_says_what_it_is_holds_no_column_of_the_list(
    names: list[str],
) -> None:
    """Its header reaches far to the left, its last column stands in line with the rows."""
    pad = Pad()
    pad.plain((20, 80, 160), 100, [names, *([f"W{i}", f"WPS-{i}", "RT"] for i in range(1, 8))])
    pad.plain((220, 260, 300, 420), 100, [HEAD, *ROWS])
    [table] = pad.read()["tables"]
    assert [column["text"] for column in table["header"]] == HEAD
    assert table["check_reasons"] == []


def test_a_column_before_a_table_that_says_what_it_is_is_told() -> None:
    pad = Pad()
    pad.plain((80, 120, 160, 280, 420, 460), 100, [[*HEAD, "REV", "DATE"], *(
        [*row, "", ""] for row in ROWS
    )])  # fmt: skip
    for row in range(1, 8):
        pad.text(350, 100 + 14 * row, "GALV")
    assert pad.read()["tables"][0]["check_reasons"] != []
