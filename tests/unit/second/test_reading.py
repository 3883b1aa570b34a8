"""Tables read a second time: layouts of many kinds from words and rulings alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bomflow.page.frames import Turn
from bomflow.page.pdf import open_document
from bomflow.page.words import Box
from bomflow.second.reading import read_again
from bomflow.second.text import read_words
from bomflow.table.header.headers import vocabulary
from bomflow.table.model import Table
from sheets import Pad

HEADER = ["ITEM NO.", "PART NUMBER", "DESCRIPTION", "QTY."]
ROWS = [
    ["1", "6383K224", "BALL BEARING", "6"],
    ["2", "KSU-001", "FRONT PLATE\n6061-T6", "1"],
    ["3", "KSU-002", "", "12"],
]
JOINED = [[cell.replace("\n", " ") for cell in row] for row in ROWS]
FOUR = ["position", "article_number", "description", "quantity"]


def again(pad: Pad, box: Box, down: bool = True) -> Table | None:
    """The second reading of the table in or around ``box``."""
    pad.canvas.save()
    try:
        with open_document(pad.path) as document, document.page(1) as page:
            turn = Turn(0, page.width, page.height)
            rulings = page.rulings((-1e6, -1e6, 1e6, 1e6), 5.0)
            words = read_words(pad.path, 1, page.frame, turn, (-1e6, -1e6, 1e6, 1e6))
        return read_again(box, down, words, rulings, vocabulary({}))
    finally:
        Path(pad.path).unlink()


def names(table: Table) -> list[str]:
    return [c.name or c.text for c in table.columns]


def cells(table: Table | None) -> list[list[str]]:
    assert table is not None
    return [[row.text(i) for i in range(len(table.columns))] for row in table.rows]


def test_ruled_table() -> None:
    pad = Pad()
    pad.ruled(300, 50, [50, 80, 150, 40], [HEADER, *ROWS])
    table = again(pad, (300, 50, 620, 130))
    assert cells(table) == JOINED
    assert table and names(table) == FOUR


def test_ruled_table_that_grows_upwards() -> None:
    pad = Pad()
    pad.ruled(300, 400, [50, 80, 150, 40], [*ROWS[::-1], HEADER])
    assert cells(again(pad, (300, 400, 620, 480), down=False)) == JOINED[::-1]


def test_table_without_rulings() -> None:
    pad = Pad()
    pad.plain([100, 160, 260, 420], 50, [HEADER, *ROWS])
    assert cells(again(pad, (100, 40, 440, 120))) == JOINED


def test_a_box_that_cut_the_table_does_not_cut_it_again() -> None:
    pad = Pad()
    pad.ruled(300, 50, [50, 80, 150, 40], [HEADER, *ROWS])
    assert cells(again(pad, (350, 50, 580, 85))) == JOINED


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        ("first", [["1", "CLAMP A B C"], ["2", "ROD"], ["3", "SPRING D E"]]),
        ("middle", [["1", "CLAMP A B C"], ["2", "ROD"], ["3", "SPRING D E"]]),
    ],
)
def test_wrapped_cells_without_rulings(anchor: str, expected: list[list[str]]) -> None:
    pad = Pad()
    for x, text in ((100, "POS"), (140, "DESCRIPTION"), (300, "QTY")):
        pad.text(x, 50, text)
    y = 66.0
    for position, lines in (
        ("1", ["CLAMP", "A B", "C"]),
        ("2", ["ROD"]),
        ("3", ["SPRING", "D", "E"]),
    ):
        at = y if anchor == "first" else y + 9 * (len(lines) - 1) / 2
        pad.text(100, at, position)
        pad.text(300, at, "4")
        for i, line in enumerate(lines):
            pad.text(140, y + 9 * i, line)
        y += 9 * len(lines) + 5
    table = again(pad, (100, 40, 320, y))
    assert [row[:2] for row in cells(table)] == expected


def test_stacked_header_cells_beside_single_ones() -> None:
    pad = Pad()
    for x, lines in (
        (40, ["LFD.", "NR."]),
        (80, ["TEILENUMMER"]),
        (180, ["STÜCK"]),
        (240, ["TOTAL", "WEIGHT"]),
    ):
        for i, line in enumerate(lines):
            pad.text(x, 50 + 9 * i - (4.5 if len(lines) > 1 else 0), line)
    pad.plain([40, 80, 180, 240], 75, [["1", "4711", "2", "1.5"], ["2", "4712", "1", "0.7"]])
    table = again(pad, (80, 40, 210, 100))
    assert table and names(table) == ["position", "article_number", "quantity", "total_weight"]
    assert cells(table) == [["1", "4711", "2", "1.5"], ["2", "4712", "1", "0.7"]]


def test_of_two_stacks_side_by_side_the_one_that_was_meant() -> None:
    pad = Pad()
    pad.plain([40, 90, 190, 300], 50, [HEADER, *ROWS])
    pad.plain(
        [400, 450, 550, 660], 50, [HEADER, ["4", "A-1", "NUT", "2"], ["5", "A-2", "BOLT", "2"]]
    )
    right = again(pad, (400, 40, 690, 100))
    assert cells(right) == [["4", "A-1", "NUT", "2"], ["5", "A-2", "BOLT", "2"]]


def test_section_marks_beside_the_header_head_no_column() -> None:
    pad = Pad()
    pad.plain([100, 150, 250, 370], 50, [HEADER, *ROWS[::2]])
    pad.text(440, 50, "B - B", 8)
    pad.text(440, 64, "120", 8)
    table = again(pad, (100, 40, 460, 90))
    assert table and names(table) == FOUR
    assert cells(table) == JOINED[::2]


def test_repeated_header_headings_and_total_are_no_rows() -> None:
    pad = Pad()
    xs = [40, 80, 200, 260]
    pad.plain(xs, 50, [["POS", "DESCRIPTION", "QTY", "WEIGHT"], ["1", "CLAMP", "2", "1.5"]])
    pad.text(40, 78, "VALVES")
    pad.plain(xs, 92, [["2", "GATE VALVE", "1", "7.0"]])
    pad.plain(xs, 106, [["POS", "DESCRIPTION", "QTY", "WEIGHT"], ["3", "ROD", "4", "0.5"]])
    pad.text(200, 134, "TOTAL")
    pad.text(260, 134, "12.0")
    table = again(pad, (40, 40, 290, 140))
    assert cells(table) == [
        ["1", "CLAMP", "2", "1.5"],
        ["2", "GATE VALVE", "1", "7.0"],
        ["3", "ROD", "4", "0.5"],
    ]
    assert table and table.printed_total == "12.0"
    assert [row.section for row in table.rows] == ["", "VALVES", "VALVES"]


def test_a_total_of_which_the_label_stands_left_of_the_table_is_found() -> None:
    pad = Pad()
    pad.ruled(
        200,
        50,
        [60, 40, 120],
        [["TOTAL WT", "QTY", "DESCRIPTION"], ["9.0", "2", "ROD"], ["3.0", "1", "NUT"]],
    )
    pad.text(160, 109, "TOTAL")
    pad.text(203, 109, "12.0")
    table = again(pad, (200, 50, 420, 98))
    assert table and table.printed_total == "12.0"


def test_a_code_below_the_weights_is_no_total() -> None:
    pad = Pad()
    pad.plain(
        [40, 80, 200, 260],
        50,
        [
            ["POS", "DESCRIPTION", "QTY", "WEIGHT"],
            ["1", "CLAMP", "2", "1.5"],
            ["2", "ROD", "2", "2.5"],
        ],
    )
    pad.text(260, 92, "2LCA15BQ318")
    table = again(pad, (40, 40, 290, 80))
    assert table and table.printed_total == ""
    assert cells(table) == [["1", "CLAMP", "2", "1.5"], ["2", "ROD", "2", "2.5"]]


def test_dimensions_beside_a_list_without_walls_are_no_cells() -> None:
    pad = Pad()
    pad.plain([100, 160, 260, 420], 50, [HEADER, *JOINED, ["4", "KSU-003", "ROD", "1"]])
    pad.text(80, 78, "576")
    pad.text(445, 92, "80")
    assert cells(again(pad, (100, 40, 440, 120))) == [*JOINED, ["4", "KSU-003", "ROD", "1"]]


def test_headings_in_the_column_of_descriptions_are_no_wrapped_lines() -> None:
    """They keep a row's distance, which the lines of one cell do not."""
    pad = Pad()
    xs = [40, 200, 260]
    pad.plain(xs, 50, [["DESCRIPTION", "QTY", "PART NO."]], 18)
    for y, text in ((68, "SUPPORTS"), (122, "BOLTING")):
        pad.text(40, y, text)
    pad.plain(xs, 86, [["CLAMP", "2", "A-1"], ["ROD", "1", "A-2"]], 18)
    pad.plain(xs, 140, [["BOLT\nM16", "8", "A-3"], ["NUT", "8", "A-4"]], 18)
    table = again(pad, (40, 40, 300, 180))
    assert cells(table) == [
        ["CLAMP", "2", "A-1"], ["ROD", "1", "A-2"], ["BOLT M16", "8", "A-3"], ["NUT", "8", "A-4"]
    ]  # fmt: skip
    assert table and [row.section for row in table.rows] == ["SUPPORTS"] * 2 + ["BOLTING"] * 2


def test_a_long_text_in_the_last_column_is_kept_whole() -> None:
    rows = [["1", "NUT"], ["2", "ROD"], ["3", "NUT"], ["4", "CONSTANT HANGER TYPE 5 WITH SCALE"]]
    pad = Pad()
    pad.plain([100, 140, 180], 50, [["POS", "QTY", "DESCRIPTION"], *([p, "2", d] for p, d in rows)])
    table = again(pad, (100, 40, 240, 120))
    assert [row[2] for row in cells(table)] == [text for _, text in rows]


def test_no_header_no_reading() -> None:
    pad = Pad()
    pad.plain([100, 200], 50, [["REV", "DATE"], ["A", "2024"], ["B", "2025"]])
    assert again(pad, (100, 40, 240, 90)) is None
