"""Lists that go on beside themselves without printing their header again."""

from __future__ import annotations

from typing import Any

import pytest

from sheets import Pad

HEAD = ["POS", "DESCRIPTION", "QTY"]
PARTS = [[str(n), f"PIPE CLAMP DN{n}0", str(2 * n)] for n in range(1, 8)]
WIDTHS = [40, 140, 40]


def read_rows(record: dict[str, Any]) -> list[list[str]]:
    names = ("position", "description", "quantity")
    return [
        [row["cells"][name] for name in names]
        for table in record["tables"]
        for row in table["rows"]
    ]


@pytest.mark.parametrize("gap", [0, 20])
@pytest.mark.parametrize("lid", [False, True])
def test_the_next_stack_prints_no_header(gap: int, lid: bool) -> None:
    pad = Pad()
    pad.ruled(40, 100, WIDTHS, [HEAD, *PARTS[:4]])
    pad.ruled(260 + gap, 116, WIDTHS, PARTS[4:])
    if lid:  # the frame of the sheet closes the room beside the header
        pad.line(40, 100, 480 + gap, 100)
        pad.line(480 + gap, 100, 480 + gap, 116)
    record = pad.read()
    assert read_rows(record) == PARTS
    assert {table["check_status"] for table in record["tables"]} == {"consistent"}


@pytest.mark.parametrize("texts", ["4 5 6 7", "04 05 06 07", "40 50 60 70"])
def test_the_next_stack_counts_on_as_the_list_does(texts: str) -> None:
    """Positions of two figures, in tens; the line of the sheet is just above its first row."""
    positions = texts.split()
    step = 10 if positions[0] == "40" else 1
    first = [str(n * step).zfill(len(positions[0])) for n in range(1, 4)]
    rows = [[p, *part[1:]] for p, part in zip([*first, *positions], PARTS, strict=True)]
    pad = Pad()
    pad.plain([50, 90, 230], 110, [HEAD, *rows[:3]])
    pad.plain([310, 350, 490], 110, rows[3:])
    pad.line(20, 100, 780, 100)
    record = pad.read()
    assert read_rows(record) == rows
    assert {table["check_status"] for table in record["tables"]} == {"consistent"}


@pytest.mark.parametrize("lined", [True, False])
def test_the_first_row_of_the_next_stack_is_wrapped_around_its_position(lined: bool) -> None:
    """Its first line stands above the position, from which the stack is read on."""
    pad = Pad()
    pad.plain((40, 80, 220), 100, [HEAD, *PARTS[:4]], pitch=20)
    pad.plain((270, 310, 450), 120, [[PARTS[4][0], "", PARTS[4][2]], *PARTS[5:]], pitch=20)
    pad.text(310, 114.5, "PIPE CLAMP FOR")
    pad.text(310, 125.5, "INSULATED PIPE")
    for y in (107, 127, 147, 167) if lined else ():
        pad.line(266, y, 480, y)
    record = pad.read()
    assert {table["reading"] for table in record["tables"]} == {"words"}
    wrapped = [PARTS[4][0], "PIPE CLAMP FOR INSULATED PIPE", PARTS[4][2]]
    assert read_rows(record) == [*PARTS[:4], wrapped, *PARTS[5:]]
    assert {table["check_status"] for table in record["tables"]} == {"consistent"}


def test_the_next_stack_without_rulings() -> None:
    pad = Pad()
    pad.plain((40, 80, 220), 100, [HEAD, *PARTS[:4]])
    pad.plain((270, 310, 450), 114, PARTS[4:])
    record = pad.read()
    assert read_rows(record) == PARTS
    assert {table["check_status"] for table in record["tables"]} == {"consistent"}


@pytest.mark.parametrize("rest", [PARTS[4:], [PARTS[3], PARTS[5], PARTS[6]]])
def test_a_stack_that_counts_otherwise_is_suspect(rest: list[list[str]]) -> None:
    pad = Pad()
    pad.plain((40, 80, 220), 100, [HEAD, *PARTS[:3]])
    pad.plain((270, 310, 450), 114, rest)
    record = pad.read()
    assert read_rows(record) == [*PARTS[:3], *rest]
    assert any("do not count on" in reason for reason in record["tables"][1]["check_reasons"])


@pytest.mark.parametrize("left", [False, True])
def test_stacks_that_grow_upwards(left: bool) -> None:
    pad = Pad()
    pad.ruled(260, 100, WIDTHS, [*PARTS[3::-1], HEAD])
    pad.ruled(30 if left else 490, 116, WIDTHS, PARTS[:3:-1])
    record = pad.read()
    assert sorted(read_rows(record)) == PARTS
    assert {table["check_status"] for table in record["tables"]} == {"consistent"}


@pytest.mark.parametrize("ruled", [False, True])
def test_a_list_that_goes_on_after_a_blank(ruled: bool) -> None:
    pad = Pad()
    if ruled:
        pad.ruled(40, 100, WIDTHS, [HEAD, *PARTS[:4]])
        pad.ruled(40, 220, WIDTHS, PARTS[4:])
    else:
        pad.plain((40, 80, 220), 100, [HEAD, *PARTS[:4]])
        pad.plain((40, 80, 220), 260, PARTS[4:])
    assert read_rows(pad.read()) == PARTS


def test_a_figure_below_the_list_is_no_row_of_it() -> None:
    pad = Pad()
    pad.ruled(40, 100, WIDTHS, [HEAD, *PARTS[:4]])
    pad.text(43, 260, "5")
    pad.text(90, 260, "VIEW")
    assert read_rows(pad.read()) == PARTS[:4]


def test_stacks_far_beyond_the_header() -> None:
    pad = Pad(1400)
    rows = [[str(n), f"PIPE CLAMP DN{n}0", f"100-20{n}"] for n in range(1, 10)]
    widths = [60, 260, 80]
    pad.ruled(40, 100, widths, [["QTY", "DESCRIPTION", "PART NO."], *rows[:3]])
    pad.ruled(450, 116, widths, rows[3:6])
    pad.ruled(860, 116, widths, rows[6:])
    read = [row["cells"]["article_number"] for t in pad.read()["tables"] for row in t["rows"]]
    assert read == [row[2] for row in rows]


@pytest.mark.parametrize("same", [True, False])
def test_without_positions_the_columns_are_drawn_once_more(same: bool) -> None:
    pad = Pad()
    rows = [[str(n), f"PIPE CLAMP DN{n}0", f"100-20{n}"] for n in range(1, 6)]
    pad.ruled(40, 100, [40, 140, 80], [["QTY", "DESCRIPTION", "PART NO."], *rows[:3]])
    pad.ruled(300, 116, [40, 140 if same else 100, 80], rows[3:])
    read = [row["cells"]["article_number"] for t in pad.read()["tables"] for row in t["rows"]]
    assert read == [row[2] for row in rows[: 5 if same else 3]]


@pytest.mark.parametrize("stacks", [2, 3])
def test_stacks_that_share_the_lines_between_their_rows(stacks: int) -> None:
    length = 6 // stacks
    pad = Pad(900)
    for k in range(stacks):
        pad.plain([x + 220 * k for x in (40, 80, 220)], 111, [HEAD], 16)
        pad.plain([x + 220 * k for x in (40, 80, 220)], 127, PARTS[k * length :][:length], 16)
    for n in range(length + 2):
        pad.line(35, 100 + 16 * n, 35 + 220 * stacks, 100 + 16 * n)
    assert read_rows(pad.read()) == PARTS[:6]


@pytest.mark.parametrize("beside", [[-1], [1], [-1, -2], [1, 2]])
def test_the_next_stack_begins_in_line_with_the_header(beside: list[int]) -> None:
    pad = Pad(1200)
    pad.ruled(500, 100, WIDTHS, [*PARTS[2::-1], HEAD])
    for n, place in enumerate(beside):
        rows = PARTS[3 + 2 * n : 5 + 2 * n]
        pad.ruled(500 + 220 * place, 116 + 16, WIDTHS, rows[::-1])
    record = pad.read()
    assert sorted(read_rows(record)) == PARTS[: 3 + 2 * len(beside)]
    assert {table["reading"] for table in record["tables"]} == {"words"}
    assert {table["check_status"] for table in record["tables"]} == {"consistent"}


def test_lists_of_bars_and_of_parts_side_by_side() -> None:
    pad = Pad()
    bars = [[f"B{n}", str(n), "HEA 200", f"{n}270"] for n in (1, 2, 3)]
    places = (40, 80, 130, 200, 280, 320, 460)
    head = ["MARK", "NO. OFF", "SECTION", "LENGTH", *HEAD]
    pad.plain(places, 60, [head, *([*bar, *part] for bar, part in zip(bars, PARTS, strict=False))])
    pad.line(35, 64, 250, 64)
    pad.line(275, 64, 500, 64)
    record = pad.read()
    assert sorted(read_rows(record))[:3] == PARTS[:3]
    assert [table["rows_count"] for table in record["tables"]] == [3, 3]
    assert {table["reading"] for table in record["tables"]} == {"words"}


def test_lists_side_by_side_with_captions_over_a_column_and_sections_under_it() -> None:
    pad = Pad(900)
    rows = [["1", "PIPE SMLS", "4", "3.6"], ["2", "PIPE BENT", "6", "2.4"]]
    for x, caption, section, first in ((40, "SHOP", "PIPE", 1), (400, "FIELD", "BOLTS", 3)):
        places = (x, x + 40, x + 240, x + 290)
        pad.text(x, 90, f"{caption} MATERIAL")
        lines = [[str(first + n), *row[1:]] for n, row in enumerate(rows)]
        pad.plain(places, 104, [["ITEM", "DESCRIPTION", "SIZE", "QTY"], ["", section], *lines], 12)
    record = pad.read()
    assert read_rows(record) == [[str(n + 1), rows[n % 2][1], rows[n % 2][3]] for n in range(4)]
    assert {table["reading"] for table in record["tables"]} == {"words"}


MARKED = [
    ["MARK", "QTY", "SECTION", "LENGTH"],
    *(["B12", "2", "HEA 200", "3450"], ["B14", "1", "IPE 160", "2800"], ["P7", "4", "PL 10", "25"]),
    *(["C3", "2", "SHS 100", "2950"], ["R2", "6", "L 70x7", "1100"], ["P9", "8", "PL 8", "160"]),
]
MARKED_AT = [40, 40, 90, 50]


def marked_rows(record: dict[str, Any]) -> list[list[str]]:
    assert {table["reading"] for table in record["tables"]} == {"words"}
    return [
        [*(row["cells"][name] for name in ("position", "quantity", "description")), extra]
        for table in record["tables"]
        for row in table["rows"]
        for extra in row["extra"].values()
    ]


@pytest.mark.parametrize("gap", [0, 30])
@pytest.mark.parametrize("up", [False, True])
def test_marks_that_do_not_count_in_columns_drawn_once_more(gap: int, up: bool) -> None:
    pad = Pad()
    first, rest = MARKED[:4], MARKED[4:]
    pad.ruled(40, 100, MARKED_AT, first[::-1] if up else first)
    pad.ruled(260 + gap, 100 if up else 116, MARKED_AT, rest[::-1] if up else rest)
    record = pad.read()
    assert sorted(marked_rows(record)) == sorted(MARKED[1:])
    assert {table["check_status"] for table in record["tables"]} == {"consistent"}


def test_marks_that_do_not_count_in_words_as_far_apart_as_the_columns() -> None:
    pad = Pad()
    pad.plain((40, 80, 120, 210), 100, MARKED[:4])
    pad.plain((290, 330, 370, 460), 114, MARKED[4:])
    record = pad.read()
    assert marked_rows(record) == MARKED[1:]
    assert {table["check_status"] for table in record["tables"]} == {"consistent"}


@pytest.mark.parametrize("rest", [MARKED[1:4], [*MARKED[4:6], ["", "1", "HEB 300", "20"]]])
def test_lines_in_the_columns_beside_a_list_that_are_none_of_its_rows(
    rest: list[list[str]],
) -> None:
    """Other pieces of the same names, or one without a name: which, nobody knows, so it is told."""
    pad = Pad()
    pad.plain((40, 80, 120, 210), 100, MARKED[:4])
    pad.plain((290, 330, 370, 460), 114, rest)
    record = pad.read()
    assert marked_rows(record) == MARKED[1:4]
    assert any("were not read" in reason for reason in record["tables"][0]["check_reasons"])


@pytest.mark.parametrize("column", [0, 1])
def test_words_where_the_list_has_figures_are_another_table(column: int) -> None:
    pad = Pad()
    rest = [[*row[:column], "ABOVE", *row[column + 1 :]] for row in MARKED[4:]]
    pad.ruled(40, 100, MARKED_AT, MARKED[:4])
    pad.ruled(280, 116, MARKED_AT, rest)
    assert marked_rows(pad.read()) == MARKED[1:4]


def test_one_row_in_columns_that_are_drawn_once_more() -> None:
    pad = Pad()
    pad.ruled(40, 100, MARKED_AT, MARKED[:4])
    pad.ruled(280, 116, MARKED_AT, MARKED[4:5])
    assert marked_rows(pad.read()) == MARKED[1:5]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize(("rest", "read"), [(MARKED[4:], True), (MARKED[1:4], False)])
def test_marks_that_do_not_count_on_the_next_page(
    rest: list[list[str]], read: bool, ruled: bool
) -> None:
    """The rest of the list, but not the same names once more."""
    pad = Pad()
    for rows, y in ((MARKED[:4], 100), (rest, 60)):
        if ruled:
            pad.ruled(40, y, MARKED_AT, rows)
        else:
            pad.plain((40, 80, 120, 210), y, rows)
        pad.canvas.showPage()
    found = marked_rows(pad.read())
    assert found == (MARKED[1:] if read else MARKED[1:4])


def plain_list(*parts: tuple[float, list[list[str]]], heading: str = "") -> dict[str, Any]:
    """Rows of QTY, DESCRIPTION and MATERIAL, each part from its height on."""
    pad = Pad()
    pad.plain((40, 90, 240), 100, [["QTY", "DESCRIPTION", "MATERIAL"]])
    for top, rows in parts:
        pad.plain((40, 90, 240), top, rows)
    pad.text(40, 180, heading, 9)
    return pad.read()


BOLTS = [["4", "BOLT M16", "8.8"], ["8", "NUT M16", "8"], ["2", "ROD M20", "4.6"]]
MORE = [["1", "PLATE", "S235"], ["12", "PIPE CLAMP", "NBR"]]


def quantities(record: dict[str, Any]) -> list[list[str]]:
    return [[r["cells"]["quantity"] for r in table["rows"]] for table in record["tables"]]


def test_rows_after_a_blank_are_of_the_list() -> None:
    """Without positions, and though all names of the first part have figures."""
    record = plain_list((114, BOLTS), (190, MORE), (250, BOLTS[:2]), (295, MORE[:1]))
    assert quantities(record) == [["4", "8", "2", "1", "12", "4", "8", "1"]]
    assert {table["check_status"] for table in record["tables"]} == {"consistent"}


def test_rows_after_a_blank_are_of_no_list_beside() -> None:
    pad = Pad()
    for x in (40, 340):
        pad.plain((x, x + 50, x + 200), 100, [["QTY", "DESCRIPTION", "MATERIAL"], *BOLTS])
    pad.plain((40, 90, 240), 190, MORE)
    assert quantities(pad.read()) == [["4", "8", "2", "1", "12"], ["4", "8", "2"]]


def test_rows_after_a_heading_are_another_list() -> None:
    record = plain_list((114, BOLTS), (200, MORE), heading="FRAME PS-2")
    assert quantities(record) == [["4", "8", "2"], ["1", "12"]]
    assert [r["section"] for r in record["tables"][1]["rows"]] == ["FRAME PS-2"] * 2


@pytest.mark.parametrize(("y", "status"), [(190, "consistent"), (168, "suspect")])
def test_a_heading_before_positions_that_count_on(y: float, status: str) -> None:
    """Nearer to the rows before it, it may be the end of their last cell."""
    pad = Pad()
    pad.plain((40, 90, 240), 100, [HEAD, *PARTS[:3]])
    pad.text(90, y, "SPARE PARTS")
    pad.plain((40, 90, 240), 206, PARTS[3:6])
    record = pad.read()
    assert read_rows(record) == PARTS[:6]
    assert record["tables"][-1]["check_status"] == status


def test_positions_that_begin_anew_under_a_heading_are_told() -> None:
    pad = Pad()
    pad.plain((40, 90, 240), 100, [HEAD, *PARTS[:3]])
    pad.text(40, 180, "FRAME PS-2", 9)
    pad.plain((40, 90, 240), 200, PARTS[:3])
    [table] = pad.read()["tables"]
    assert any("beyond the end of the list" in reason for reason in table["check_reasons"])


@pytest.mark.parametrize(
    "others",
    [[["A", "FIRST ISSUE", "JM"], ["B", "BOLTS", "KR"]], [["1", "PLATE", "S235"]]],
    ids=["no quantity", "one line"],
)
def test_other_lines_below_are_none_of_it(others: list[list[str]]) -> None:
    record = plain_list((114, BOLTS), (200, others))
    assert quantities(record) == [["4", "8", "2"]]
    assert {table["check_status"] for table in record["tables"]} == {"consistent"}
