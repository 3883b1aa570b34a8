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


def test_marks_behind_the_number_of_pieces_are_the_positions() -> None:
    pad = Pad()
    rows = [
        ["No.", "Mark", "Section", "Length"],
        ["2", "B1", "356x171 UB", "6000"], ["4", "B2", "254x146 UB", "4500"],
        ["8", "P1", "FLAT", "200"], ["1", "C1", "203x203 UC", "3800"],
    ]  # fmt: skip
    pad.ruled(60, 60, [50, 50, 110, 60], rows)
    found = cells(pad.read(), "quantity", "position", "description")
    assert found == [[row[0], row[1], row[2]] for row in rows[1:]]


def test_tags_beside_a_catalogue_number_are_positions() -> None:
    pad = Pad()
    rows = [
        ["TAG", "NAME", "COUNT", "MANUFACTURER", "CATALOG"],
        ["101", "RELAY", "4", "OMRON", "MY4N"], ["102", "SOCKET", "4", "OMRON", "PYF14A"],
    ]  # fmt: skip
    pad.ruled(60, 60, [50, 100, 50, 90, 80], rows)
    assert cells(pad.read(), "position", "article_number") == [["101", "MY4N"], ["102", "PYF14A"]]


@pytest.mark.parametrize(
    ("header", "status"), [("Objektkurztext", "consistent"), ("Xtext", "suspect")]
)
def test_a_name_that_holds_codes_is_the_article_number(header: str, status: str) -> None:
    pad = Pad()
    rows = [["Pos.", "Komponente", header, "Menge"],
            ["0010", "1004711", "BLECH 15X300X300", "2"], ["0020", "1004890", "ROHR 114,3", "4"],
            ["0030", "1001200", "SCHRAUBE M16X50", "8"]]  # fmt: skip
    pad.ruled(60, 60, [40, 90, 140, 50], rows)
    result = pad.read()
    assert result["tables"][0]["check_status"] == status
    assert result["tables"][0]["reading"] == "words"
    assert cells(result, "position", "article_number", "description", "quantity") == rows[1:]


def test_a_designation_is_no_article_number_beside_an_order_number() -> None:
    pad = Pad()
    rows = [["Item", "Designation", "Qty", "Order number", "Description"],
            ["1", "-Q1", "1", "3VA2010-5HL32", "Circuit breaker"],
            ["2", "-K1", "4", "LC1D09P7", "Contactor"]]  # fmt: skip
    pad.ruled(60, 60, [40, 80, 40, 120, 120], rows)
    names = ("position", "Designation", "quantity", "article_number", "description")
    assert cells(pad.read(), *names) == rows[1:]


def test_pieces_that_count_the_rows_are_positions() -> None:
    pad = Pad()
    rows = [["STUK", "AANTAL", "OMSCHRIJVING"], ["1", "1", "FRAME"], ["2", "4", "AS"]]
    pad.ruled(60, 60, [50, 60, 120], [*rows, ["3", "2", "BOUT"]])
    assert cells(pad.read(), "position", "quantity") == [["1", "1"], ["2", "4"], ["3", "2"]]


@pytest.mark.parametrize(
    ("parts", "column"),
    [
        (["GT2 belt 2 m", "M5 x 25 low profile", "V-slot 2020"], "description"),
        (["AP-001", "AP-002", "AP-117"], "article_number"),
    ],
)
def test_parts_are_named_or_numbered(parts: list[str], column: str) -> None:
    pad = Pad()
    rows = [[str(n), "2", part, "SHOP"] for n, part in enumerate(parts, 1)]
    pad.ruled(60, 60, [40, 40, 140, 100], [["ITEM", "QTY", "PART", "SOURCE"], *rows])
    assert cells(pad.read(), column) == [[part] for part in parts]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("count", ["{}", "({})"])
@pytest.mark.parametrize("header", [["QTY", "ITEM"], ["ITEM", "QTY"]])
@pytest.mark.parametrize("beside", ["SOURCE", "MATERIAL"])
def test_items_are_what_the_parts_are_where_nothing_else_says_it(
    header: list[str], beside: str, count: str, ruled: bool
) -> None:
    pad = Pad()
    parts = [("Carriage bolt", 8), ("Hex nut", 8), ("Stud", 2)]
    rows = [[count.format(n), part, "OAK"] for part, n in parts]
    rows = rows if header[0] == "QTY" else [[b, a, c] for a, b, c in rows]
    if ruled:
        pad.ruled(60, 60, [100, 100, 100], [[*header, beside], *rows])
    else:
        pad.plain([60, 160, 260], 60, [[*header, beside], *rows])
    result = pad.read()
    wanted = [[part, count.format(n)] for part, n in parts]
    assert cells(result, "description", "quantity") == wanted
    assert result["tables"][0]["reading"] == "words"
    assert result["tables"][0]["check_status"] == "consistent"


@pytest.mark.parametrize("beside", ["MATERIAL", "PROFILE"])
def test_items_that_count_stay_positions(beside: str) -> None:
    pad = Pad()
    rows = [["QTY", "ITEM", beside, "LENGTH"], ["2", "1", "L 50x5", "900"]]
    rows += [["1", "2", "HEA 120", "1200"], ["4", "3", "FL 80x8", "300"]]
    pad.ruled(60, 60, [40, 50, 120, 80], rows)
    assert cells(pad.read(), "position", "description") == [
        ["1", "L 50x5"], ["2", "HEA 120"], ["3", "FL 80x8"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (
            [["PIEZA", "NOMBRE", "CANTIDAD", "MATERIAL"], ["1", "EJE", "1", "ACERO"],
             ["2", "TAPA", "4", "NYLON"], ["3", "PERNO", "2", "ACERO"]],
            ("position", "description", "quantity", "MATERIAL"),
        ),
        (
            [["PART #", "PART NAME", "DESCRIPTION", "QTY"], ["1", "HUB", "TURNED", "1"],
             ["2", "AXLE", "", "4"], ["3", "RIM", "LASER CUT", "2"]],
            ("position", "article_number", "description", "quantity"),
        ),
    ],
)  # fmt: skip
def test_parts_that_are_counted_are_positions_of_what_has_a_name(
    rows: list[list[str]], names: tuple[str, ...]
) -> None:
    pad = Pad()
    pad.ruled(60, 60, [60, 100, 100, 80], rows)
    assert cells(pad.read(), *names) == rows[1:]
