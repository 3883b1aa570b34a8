"""Parts lists that print no header are read strictly; other numbered tables are not."""

from __future__ import annotations

import pytest

from sheets import Pad, cells

LIST = [
    ["1", "2", "PIPE CLAMP DN 150", "4010233", "S235JR"],
    ["2", "4", "HEX BOLT M16x60", "4029911", "8.8"],
    ["3", "1", "BASE PLATE", "4010777", "S235JR"],
]
FOUR = ("position", "quantity", "description", "article_number")
WIDTHS = [30, 30, 160, 70, 60]
REASON = "no header is printed: the columns were named by what they hold"


def letters(pad: Pad) -> None:
    """Words elsewhere, so that the page has a text layer."""
    for i in range(4):
        pad.text(30, 500 + 12 * i, f"SECTION {'ABCD'[i]} SEE NOTE")


@pytest.mark.parametrize("up", [False, True])
def test_ruled_grid_is_named_by_what_it_holds(up: bool) -> None:
    pad = Pad()
    rows = LIST[::-1] if up else LIST
    pad.ruled(200, 100, WIDTHS, rows)
    letters(pad)
    result = pad.read()
    assert cells(result, *FOUR) == [r[:4] for r in rows]
    assert result["tables"][0]["check_status"] == "suspect"
    assert REASON in result["tables"][0]["check_reasons"]
    assert result["success"] and not result["header_found"]


def test_open_columns_with_a_caption_and_a_wrapped_cell() -> None:
    pad = Pad()
    pad.text(200, 85, "MATERIAL LIST", 10)
    rows = [["1", "Pipe, SMLS, Sch 40", '6"', "12.4 m"], ["2", "Elbow 90 LR\nASTM A234", '6"', "3"],
            ["3", "Gasket", '6"', "2"]]  # fmt: skip
    pad.plain([200, 230, 400, 460], 100, rows)
    letters(pad)
    assert cells(pad.read(), "position", "description", "quantity") == [
        ["1", "Pipe, SMLS, Sch 40", "12.4 m"], ["2", "Elbow 90 LR ASTM A234", "3"],
        ["3", "Gasket", "2"],
    ]  # fmt: skip


def test_a_list_that_grows_upwards_from_a_title_block() -> None:
    pad = Pad()
    pad.ruled(200, 100, WIDTHS, LIST[::-1])
    pad.grid([200, 375, 550], [148, 170])
    pad.text(205, 158, "DRAWN")
    pad.text(380, 158, "CHECKED")
    letters(pad)
    assert cells(pad.read(), "position") == [["3"], ["2"], ["1"]]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["SHEET", "WHAT IT SHOWS", "NOW"], ["1", "GENERAL NOTES", "2"],
                      ["2", "FOUNDATIONS", "3"], ["3", "CROSS CUTS", "1"]], id="own header"),
        pytest.param([["1", "FIRST", "01.02.19", "2"], ["2", "BOLTS ADDED", "11.04.19", "3"],
                      ["3", "AS BUILT", "03.10.19", "1"]], id="revisions"),
        pytest.param([["1", "12.5", "331.2", "4"], ["2", "9.5", "331.2", "4"],
                      ["3", "7.2", "340.0", "4"]], id="coordinates"),
        pytest.param([["1", "4", "BW", "WPS-12", "RT"], ["2", "4", "BW", "WPS-12", "RT"],
                      ["3", "1", "SW", "WPS-07", "PT"]], id="welds"),
        pytest.param([["1", "4100", "4", "PE"], ["2", "1200", "4", "BE"], ["3", "377", "1", "PE"]],
                     id="cut pieces"),
        pytest.param([["1", "2", "PIPE, SEAMLESS", "4100"], ["2", "2", "PIPE, SEAMLESS", "1200"],
                      ["3", "2", "PIPE, SEAMLESS", "377"]], id="the same in every row"),
        pytest.param([["1", "PS-1204", "GENERAL ARRANGEMENT", "2"], ["2", "PS-1205", "PLAN", "1"],
                      ["3", "PS-1210", "PLAN AT EL +12", "1"]], id="drawings"),
        pytest.param([["1", "PRIMER EPOXY ZINC", "60"], ["2", "MIDDLE COAT EPOXY", "120"],
                      ["3", "TOP COAT", "60"]], id="no amounts"),
        pytest.param([["1", "2", "ROD"], ["2", "4", "NUT"], ["4", "1", "PLATE"]], id="no count"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ruled", [True, False])
def test_other_numbered_tables_give_no_row(rows: list[list[str]], ruled: bool) -> None:
    pad = Pad()
    widths = [60, 110, 110, 60, 60][: len(rows[0])]
    if ruled:
        pad.ruled(200, 100, widths, rows)
    else:
        pad.plain([200 + 90 * i for i in range(len(rows[0]))], 100, rows)
    letters(pad)
    assert pad.read()["rows_count"] == 0


def test_a_table_of_contents_gives_no_row() -> None:
    pages = [["1", "Loading the package", "2"], ["2", "Setting options", "2"],
             ["3", "Language selection", "7"]]  # fmt: skip
    for figures, rows in ((("2", "2", "7"), []), (("2", "7", "2"), ["1", "2", "3"])):
        pad = Pad()
        listed = [[*row[:2], page] for row, page in zip(pages, figures, strict=True)]
        pad.plain([200, 230, 460], 100, listed)
        letters(pad)
        assert [row[0] for row in cells(pad.read(), "position")] == rows


def test_superscript_figures_are_no_positions() -> None:
    pad = Pad()
    for i, mark in enumerate(["¹", "²", "³"]):
        pad.text(200, 100 + 14 * i, mark)
        pad.text(230, 100 + 14 * i, "PIPE CLAMP")
        pad.text(330, 100 + 14 * i, "2")
    letters(pad)
    assert pad.read()["rows_count"] == 0
