"""Lists of piping, pipe-support and steelwork offices: their words, headings and neighbours."""

from __future__ import annotations

import pytest

from sheets import Pad, cells, headers

ROWS = [
    ["1", "PIPE SMLS A106-B", "4", "9.5 M"],
    ["2", "ELBOW 90 LR", "4", "3"],
    ["3", "CAP", "4", "1"],
]


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        (["FIG NO", "QTY", "DESCRIPTION"], ["article_number", "quantity", "description"]),
        (["COMP. CODE", "QTY", "NPD"], ["article_number", "quantity", None]),
        (["CMDTY CODE", "QTY", "DESCRIPTION"], ["article_number", "quantity", "description"]),
        (["MK", "NO.", "SECTION"], ["position", "quantity", "description"]),
        (["MARK", "QTY", "PROFILE"], ["position", "quantity", "description"]),
        (["SYM", "NO. REQ'D", "SHAPE"], ["position", "quantity", "description"]),
        (["MARK", "REQ.", "DESCRIPTION"], ["position", "quantity", "description"]),
        (["NO.", "MATERIAL", "QTY"], ["position", "description", "quantity"]),
        (["ITEM", "PART NUMBER", "MATERIAL", "QTY"],
         ["position", "article_number", None, "quantity"]),
    ],
)  # fmt: skip
def test_header_words_of_piping_and_steelwork(printed: list[str], names: list[str | None]) -> None:
    pad = Pad()
    rows = [["A-1", "2", "PLATE", "PL"], ["A-2", "4", "BEAM", "BM"], ["A-3", "2", "ROD", "RD"]]
    pad.ruled(
        100, 60, [70, 70, 110, 90][: len(printed)], [printed, *(r[: len(names)] for r in rows)]
    )
    assert headers(pad.read()) == names


def test_id_that_counts_is_the_position_and_no_that_does_not_is_the_quantity() -> None:
    pad = Pad()
    pad.ruled(
        60, 60, [40, 80, 40], [["ID", "DESCRIPTION", "QTY"], ["1", "PIPE", "3"], ["2", "TEE", "1"]]
    )
    assert cells(pad.read(), "position", "quantity") == [["1", "3"], ["2", "1"]]
    pad = Pad()
    pad.ruled(60, 60, [50, 40, 80], [["PART", "NO.", "PROFILE"], ["C1-1", "1", "HEB240"],
                                     ["C1-2", "1", "PL20"], ["C1-3", "4", "PL10"]])  # fmt: skip
    assert cells(pad.read(), "article_number", "quantity", "description") == [
        ["C1-1", "1", "HEB240"], ["C1-2", "1", "PL20"], ["C1-3", "4", "PL10"],
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["FORMSTÜCKE", "DICHTUNGEN / SCHRAUBEN", "BRIDES ET JOINTS"])
def test_heading_in_the_description_column_is_no_wrapped_line(heading: str) -> None:
    pad = Pad()
    pad.plain([60, 100, 300, 360], 60, [["POS", "BENENNUNG", "DN", "STCK"]])
    pad.plain([60, 100, 300, 360], 72, ROWS[:1], 10)
    pad.text(100, 82, heading)
    pad.plain([60, 100, 300, 360], 92, ROWS[1:], 10)
    result = pad.read()
    assert cells(result, "description") == [[r[1]] for r in ROWS]
    assert [r["section"] for r in result["tables"][0]["rows"]] == ["", heading, heading]


def test_headings_do_not_hide_the_channel_between_narrow_columns() -> None:
    pad = Pad()
    pad.plain([66, 190, 300, 380], 60, [["REP", "DESIGNATION", "DN", "QTE"]])
    y = 72.0
    for heading, row in zip(["TUBES", "RACCORDS", "BRIDES ET JOINTS"], ROWS, strict=True):
        pad.text(60, y, heading)
        pad.plain([72, 86, 300, 390], y + 11, [row])
        y += 22
    assert cells(pad.read(), "position", "description") == [r[:2] for r in ROWS]


def test_code_at_the_right_edge_of_its_column_stays_out_of_the_next() -> None:
    pad = Pad()
    pad.plain([60, 100, 200, 310], 60, [["REF", "QTY", "ITEM CODE", "WEIGHT"]])
    rows = [["1", "2", "/AAZP0DD", "12.7"], ["2", "1", "/AAEL0D", "2.1"], ["3", "4", "/AFW", "5.8"]]
    for i, (ref, qty, code, weight) in enumerate(rows):
        pad.text(60, 74 + 12 * i, ref)
        pad.text(100, 74 + 12 * i, qty)
        pad.text(305 - 4.9 * len(code), 74 + 12 * i, code)
        pad.text(334, 74 + 12 * i, weight)
    assert cells(pad.read(), "position", "quantity", "article_number", "weight") == rows


def test_a_cut_list_below_an_open_list_ends_it() -> None:
    pad = Pad()
    pad.plain([60, 90, 300, 360], 60, [["PT NO", "DESCRIPTION", "N.S.", "QTY"], *ROWS], 10)
    pad.plain([60, 90, 300, 360], 100, [["PIECE", "CUT LENGTH", "N.S.", "REMARKS"]], 10)
    pad.plain([60, 90, 300, 360], 110, [["<1>", "300", "4", "PLD BEND"], ["<2>", "817", "4", ""]])
    assert cells(pad.read(), "position", "description", "quantity") == [
        [r[0], r[1], r[3]] for r in ROWS
    ]


def test_cut_pipe_lengths_below_an_open_list_end_it() -> None:
    pad = Pad()
    pad.plain([60, 90, 300, 360], 60, [["PT NO", "DESCRIPTION", "N.S.", "QTY"], *ROWS], 10)
    xs = [60, 110, 160, 220, 270, 320]
    pad.plain(xs, 98, [["PIECE", "CUT", "N.S."] * 2, ["NO", "LENGTH", "(INS)"] * 2], 9)
    pad.plain(xs, 118, [["<1>", "300", "4", "<2>", "817", "4"]])
    assert cells(pad.read(), "position") == [[r[0]] for r in ROWS]


def test_header_repeated_under_a_heading_is_read_downwards() -> None:
    pad = Pad()
    pad.line(20, 30, 780, 30)
    for x, mark in zip([100, 300, 500], "321", strict=True):
        pad.text(x, 27, mark)
    for y, rows in ((48, ROWS[:2]), (108, ROWS[2:])):
        pad.text(60, y - 8, "SHOP MATERIALS" if y == 48 else "FIELD MATERIALS")
        pad.plain([60, 100, 300, 500], y, [["POS", "DESCRIPTION", "NPD", "QTY"], *rows])
    assert cells(pad.read(), "position", "quantity") == [["1", "9.5 M"], ["2", "3"], ["3", "1"]]


@pytest.mark.parametrize(
    "rows",
    [
        [["HOLE", "QTY", "DESCRIPTION"], ["A", "4", "D12 THRU"], ["B", "2", "D8.5, M10"]],
        [["NO.", "LINE NUMBER", "SIZE", "FLUID", "FROM"], ["1", "100-P-1", "4", "WATER", "V-1"],
         ["2", "100-P-2", "4", "WATER", "V-2"]],
        [["NO.", "DRAWING NO.", "REFERENCE DRAWING TITLE"], ["1", "PS-1", "PLAN"],
         ["2", "PS-2", "DETAILS"]],
    ],
)  # fmt: skip
def test_holes_and_drawings_are_no_parts(rows: list[list[str]]) -> None:
    pad = Pad()
    pad.ruled(60, 60, [50, 90, 200], rows)
    assert pad.read()["rows_count"] == 0


def test_last_column_without_a_line_on_its_right_is_read() -> None:
    pad = Pad()
    rows = [
        ["POS", "QTY", "DESCRIPTION", "WEIGHT"],
        ["1", "2", "ROD", "4.1"],
        ["2", "1", "NUT", "0.1"],
    ]
    pad.ruled(60, 60, [30, 40, 90, 50], [r[:3] for r in rows])
    for y in (60, 76, 92, 108):
        pad.line(220, y, 270, y)
    for i, row in enumerate(rows):
        pad.text(225, 71 + 16 * i, row[3])
    assert cells(pad.read(), "position", "quantity", "weight") == [
        ["1", "2", "4.1"],
        ["2", "1", "0.1"],
    ]


def test_notes_below_an_open_list_end_it() -> None:
    pad = Pad()
    rows = [["POS", "QTY", "DESCRIPTION"], ["1", "2", "ROD"], ["2", "1", "NUT"], ["3", "1", "LUG"]]
    pad.plain([60, 90, 120], 60, rows, 12)
    pad.plain([60], 110, [["NOTES:"]])
    pad.plain([60, 0, 120], 122, [["1", "", "ALL WELDS 6 MM"], ["2", "", "GALVANISED"]], 12)
    assert cells(pad.read(), "position", "description") == [[r[0], r[2]] for r in rows[1:]]


def test_lines_of_dashes_are_drawing() -> None:
    pad = Pad()
    pad.text(60, 60, "PT  NO")
    pad.plain([100, 300], 60, [["DESCRIPTION", "QTY"]])
    pad.text(60, 68, "-" * 100)
    pad.text(100, 78, "FITTINGS")
    pad.text(100, 84, "--------")
    pad.plain([60, 100, 300], 94, [["1", "TEE", "2"], ["2", "CAP", "1"]])
    result = pad.read()
    assert cells(result, "description") == [["TEE"], ["CAP"]]
    assert [r["section"] for r in result["tables"][0]["rows"]] == ["FITTINGS", "FITTINGS"]


def test_header_words_broken_at_a_line_end() -> None:
    pad = Pad()
    printed = ["PT.\nNO.", "COMPONENT\nDESCRIP-\nTION", "COMMOD-\nITY CODE", "QUAN-\nTITY"]
    pad.ruled(
        60, 60, [30, 90, 60, 50], [printed, ["1", "PIPE", "PA1", "4"], ["2", "CAP", "CA2", "1"]]
    )
    assert headers(pad.read()) == ["position", "description", "article_number", "quantity"]


def test_stacks_beside_each_other_on_different_heights() -> None:
    pad = Pad()
    printed = ["POS", "QTY", "DESCRIPTION", "WEIGHT"]
    stacks = [(40, 66, [["1", "2", "ROD", "4.1"], ["2", "1", "NUT", "0.1"]]),
              (300, 58, [["3", "1", "LUG", "0.9"], ["4", "6", "BOLT", "0.2"]])]  # fmt: skip
    for x, y, rows in stacks:
        pad.plain([x, x + 30, x + 60, x + 180], y, [printed, *rows])
    result = pad.read()
    assert cells(result, "position", "quantity", "weight", table=1) == [
        ["1", "2", "4.1"], ["2", "1", "0.1"],
    ]  # fmt: skip
    assert cells(result, "position", "quantity", "weight") == [["3", "1", "0.9"], ["4", "6", "0.2"]]


def test_figures_far_to_the_right_of_the_descriptions_belong_to_the_list() -> None:
    """Between the last two headers lie fifty font sizes of nothing."""
    pad = Pad(width=900)
    columns = [60.0, 120.0, 260.0, 700.0, 800.0]
    pad.plain(columns, 60, [["Item", "Part number", "Description", "Quantity", "Weight [kg]"]])
    rows = [["1", "300-1001", "Lower frame", "1", "120.5"], ["2", "300-1002", "Spacer", "8", "0.7"]]
    pad.plain(columns, 76, rows)
    read = cells(pad.read(), "position", "article_number", "description", "quantity", "weight")
    assert read == rows


def test_a_title_block_as_far_away_does_not() -> None:
    pad = Pad(width=900)
    columns = [60.0, 120.0, 200.0, 700.0, 800.0]
    pad.plain(columns, 60, [["Item", "Quantity", "Description", "Drawing no.", "Title"]])
    rows = [["1", "4", "Lower frame", "7-100", "FRAME"], ["2", "8", "Spacer", "", ""]]
    pad.plain(columns, 76, rows)
    assert headers(pad.read()) == ["position", "quantity", "description"]
