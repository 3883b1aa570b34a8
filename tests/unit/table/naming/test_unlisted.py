"""Columns under words that nobody listed, named by what they hold."""

from __future__ import annotations

import pytest

from bomflow.table.naming.kinds import are_amounts, are_codes, are_marks
from sheets import Pad, cells, headers

TAKEN = "was taken for the"
NAMES = ["BASE PLATE", "HEX BOLT", "WASHER"]
CODES = ["40-1731-02", "40-1700-11", "52-0040-00"]


def rows_of(*columns: list[str]) -> list[list[str]]:
    return [list(row) for row in zip(*columns, strict=True)]


def list_of(header: list[str], *columns: list[str]) -> Pad:
    pad = Pad()
    pad.ruled(40, 60, [90] * len(header), [header, *rows_of(*columns)])
    return pad


@pytest.mark.parametrize(
    ("header", "columns", "name", "at"),
    [
        (["Xma", "Qty", "Description"],
         [["p7", "p8", "p9"], ["4", "2", "9"], NAMES], "position", 0),
        (["Pos", "Xmen", "Benennung", "Norm"],
         [["1", "2", "3"], ["4", "12", "9"], NAMES, ["ISO 1"] * 3], "quantity", 1),
        (["Pos", "Stk", "Norm", "Xben"],
         [["1", "2", "3"], ["4", "2", "9"], ["ISO 1", "", "ISO 2"], NAMES], "description", 3),
        (["Pos", "Stk", "Xid", "Benennung"],
         [["1", "2", "3"], ["4", "2", "9"], CODES, NAMES], "article_number", 2),
        (["Pos", "Stk", "Benennung", "Xw [kg] netx"],
         [["1", "2", "3"], ["4", "2", "9"], NAMES, ["1,5", "0,2", "3,0"]], "weight", 3),
    ],
)  # fmt: skip
def test_what_the_list_lacks_is_taken_and_told(
    header: list[str], columns: list[list[str]], name: str, at: int
) -> None:
    result = list_of(header, *columns).read()
    [table] = result["tables"]
    assert headers(result)[at] == name
    assert cells(result, name) == [[text] for text in columns[at]]
    assert table["check_status"] == "suspect"
    assert any(f"{header[at]!r} {TAKEN}" in reason for reason in table["check_reasons"])


@pytest.mark.parametrize("counted", [["1", "2", "3"], ["10", "20", "30"], ["3", "2", "1"]])
def test_a_first_column_that_counts_the_rows_is_the_position(counted: list[str]) -> None:
    result = list_of(["Xpo", "Qty", "Description"], counted, ["4", "2", "9"], NAMES).read()
    assert cells(result, "position") == [[text] for text in counted]
    assert result["tables"][0]["check_status"] == "consistent"


def test_what_counts_beside_number_and_name_is_the_quantity() -> None:
    result = list_of(["Xct", "Part Number", "Description"], ["4", "2", "9"], CODES, NAMES).read()
    assert headers(result) == ["quantity", "article_number", "description"]
    [table] = result["tables"]
    assert (table["check_status"], table["reading"]) == ("suspect", "words")
    assert any(f"'Xct' {TAKEN} quantity" in reason for reason in table["check_reasons"])


def test_position_number_and_name_make_a_list_whatever_else_it_says() -> None:
    header = ["Pos", "Part Number", "Description", "Xma", "Xpo", "Xqu"]
    pad = list_of(
        header, ["1", "2", "3"], CODES, NAMES, ["GD414", "2A12", "40Cr"], *[["a"] * 3] * 2
    )
    result = pad.read()
    assert headers(result)[:3] == ["position", "article_number", "description"]
    assert cells(result, "article_number") == [[code] for code in CODES]


def test_two_columns_that_may_be_it_are_left_alone() -> None:
    pad = list_of(
        ["Pos", "Xa", "Xb", "Benennung", "Norm", "Werkstoff"],
        ["1", "2", "3"], ["4", "1", "1"], ["2", "9", "8"], NAMES, ["ISO 1"] * 3, ["A"] * 3,
    )  # fmt: skip
    result = pad.read()
    assert headers(result)[:4] == ["position", None, None, "description"]
    assert any("may be it" in reason for reason in result["tables"][0]["check_reasons"])


@pytest.mark.parametrize(
    ("header", "figures"), [("Blatt", ["4", "2", "9"]), ("Xlen", ["480", "900", "360"])]
)
def test_a_listed_word_and_lengths_are_no_quantity(header: str, figures: list[str]) -> None:
    pad = list_of(
        ["Pos", header, "Benennung", "Norm", "Werkstoff"],
        ["1", "2", "3"], figures, NAMES, ["ISO 1"] * 3, ["A"] * 3,
    )  # fmt: skip
    assert headers(pad.read())[:3] == ["position", None, "description"]


def test_a_listed_word_over_names_is_no_description() -> None:
    pad = list_of(["ITEM", "QTY", "PART NO", "Vendor"], ["1", "2", "3"], ["4"] * 3, CODES, NAMES)
    assert headers(pad.read())[3] is None


@pytest.mark.parametrize("header", ["Xw", "Xw kg"])
def test_a_weight_that_the_arithmetic_proves_is_not_told(header: str) -> None:
    pad = list_of(
        ["Pos", "Stk", "Benennung", header, "Gesamtgewicht"],
        ["1", "2", "3"], ["4", "2", "9"], NAMES, ["1,5", "0,2", "3,0"], ["6,0", "0,4", "27,0"],
    )  # fmt: skip
    result = pad.read()
    assert headers(result)[3:] == ["weight", "total_weight"]
    assert result["tables"][0]["check_status"] == "verified"


def test_two_columns_in_kg_of_which_one_is_the_other_times_the_quantity() -> None:
    pad = list_of(
        ["Pos", "Qté", "Désignation", "P.Q. (kg)", "P.Z. (kg)"],
        ["1", "2", "3"], ["4", "2", "9"], NAMES, ["1,5", "0,2", "3,0"], ["6,0", "0,4", "27,0"],
    )  # fmt: skip
    assert headers(pad.read())[3:] == ["weight", "total_weight"]


def test_loads_are_no_weights() -> None:
    pad = list_of(
        ["Pos", "Stk", "Benennung", "Xzul Traglast kg"],
        ["1", "2", "3"], ["4", "2", "9"], NAMES, ["150", "200", "300"],
    )  # fmt: skip
    assert headers(pad.read())[3] is None


def test_a_model_is_the_article_number_where_it_holds_codes() -> None:
    for codes, name in ((CODES, "article_number"), (["KH", "KH", "RV"], None)):
        pad = list_of(
            ["ITEM", "QTY", "DESCRIPTION", "MODEL"], ["1", "2", "3"], ["4", "2", "9"], NAMES, codes
        )
        result = pad.read()
        assert headers(result)[3] == name
        assert not any(TAKEN in r for r in result["tables"][0]["check_reasons"])


def test_names_under_an_unlisted_word_make_a_list_of_positions_and_quantities() -> None:
    columns = [["1", "2", "3"], ["4", "2", "9"], NAMES]
    result = list_of(["Pos", "Stk", "Xben", "DN"], *columns, ["80", "80", "50"]).read()
    assert cells(result, "position", "quantity", "description") == rows_of(*columns)
    assert result["tables"][0]["check_status"] == "suspect"
    # nothing else is known of the table: it may be any
    bare = list_of(["Nr.", "Anzahl", "Xschritt", "Xerg"], *columns, ["i.O."] * 3).read()
    assert not any(table["rows"] for table in bare["tables"])


def test_one_of_two_names_that_holds_codes_is_the_article_number() -> None:
    pad = list_of(
        ["POS-NR.", "BENENNUNG", "BESCHREIBUNG", "MENGE"],
        ["1", "2", "3"], ["BRKT_01", "SHAFT_22", "PLATE_40"], NAMES, ["4", "2", "9"],
    )  # fmt: skip
    assert headers(pad.read())[1:3] == ["article_number", "description"]


def test_a_position_that_holds_codes_is_the_article_number() -> None:
    pad = list_of(
        ["Nbre", "Désignation", "Réf.", "Matière"], ["4", "2", "9"], NAMES, CODES, ["A"] * 3
    )
    assert headers(pad.read())[2] == "article_number"


def test_an_article_number_that_only_counts_the_rows_is_the_position() -> None:
    for counted, name in ((["1", "2", "3"], "position"), (["7", "8", "9"], "article_number")):
        pad = list_of(["TEILE-NR", "TEILENAME", "MENGE"], counted, NAMES, ["4", "2", "9"])
        assert headers(pad.read())[0] == name


def test_a_mark_that_says_the_same_in_most_rows_is_no_article_number() -> None:
    for marks, name in ((["S235JR"] * 3, None), (["A-10", "A-14", "B-2"], "article_number")):
        pad = list_of(
            ["Poz", "Buc.", "Denumire", "Marca"], ["1", "2", "3"], ["4", "2", "9"], NAMES, marks
        )
        assert headers(pad.read())[3] == name


def test_a_size_or_section_is_the_description_for_want_of_another() -> None:
    pad = list_of(
        ["Item", "Mark", "Size / section", "Qty"],
        ["1", "2", "3"], CODES, ["HEA 200", "IPE 160", "UPN 120"], ["4", "2", "9"],
    )  # fmt: skip
    assert headers(pad.read())[2] == "description"


def test_a_profile_is_the_description_where_the_name_turns_out_to_be_a_number() -> None:
    pad = list_of(
        ["Repère", "Nombre", "Profilé", "Nuance"],
        ["1", "2", "3"], ["4", "2", "9"], ["HEA 200", "IPE 160", "UPN 120"], ["S235"] * 3,
    )  # fmt: skip
    assert headers(pad.read())[:3] == ["position", "quantity", "description"]


def test_weights_beside_a_quantity_make_a_list_as_positions_do() -> None:
    columns = [["P4", "P9", "P2"], ["4", "2", "9"], NAMES, ["80"] * 3, ["1.5", "0.2", "3.0"]]
    result = list_of(["Xel", "Szt.", "Xksz", "Gatunek", "Masa"], *columns).read()
    assert cells(result, "quantity", "description", "weight") == rows_of(
        columns[1], columns[2], columns[4]
    )


def test_kinds() -> None:
    assert are_marks(["1", "2", "4"]) and are_marks(["40", "30", "20", "10"])
    assert not are_marks(["101", "102"])  # figures that begin anywhere may be anything
    assert are_marks(["B7", "B8"]) and not are_marks(["B7", "C8"])
    assert not are_marks(["4", "1", "9"]) and not are_marks(["1", "20", "300"])
    assert are_amounts(["1", "12", "4"]) and not are_amounts(["120", "400"])
    assert not are_amounts(["0", "2"])
    assert are_codes(["100200", "100317"]) and not are_codes(["1200", "4500"])
    assert not are_codes(["2021-03-04", "2021-03-05"]) and not are_codes(["M16x60", "M12x40"])


@pytest.mark.parametrize(("beside", "begin"), [("BALLOON", 100), ("FIND NO.", 5), ("BALLOON", 1)])
def test_items_beside_numbers_that_point_to_the_views(beside: str, begin: int) -> None:
    pad = Pad()
    rows = [[str(n), str(begin * n), f"PIPE CLAMP DN{n}0", "2"] for n in range(1, 6)]
    pad.ruled(40, 40, [40, 60, 140, 40], [["ITEM", beside, "DESCRIPTION", "QTY"], *rows])
    record = pad.read()
    assert cells(record, "position", "description", "quantity") == [[r[0], *r[2:]] for r in rows]
    assert record["tables"][0]["reading"] == "words"


def test_a_label_is_the_name_and_the_material_is_not() -> None:
    pad = Pad()
    rows = [["1", "1", "Frame", "Plywood"], ["2", "8", "Screw M4x20", "Steel"]]
    pad.ruled(60, 60, [30, 30, 120, 80], [["Pos", "Qty", "Label", "Material"], *rows])
    read = pad.read()
    assert cells(read, "position", "quantity", "description", "Material") == rows
    assert read["tables"][0]["check_status"] == "consistent"


@pytest.mark.parametrize("last", ["M16 x 45", "M20 x 60"])
def test_what_counted_rows_are_is_taken_from_the_only_column_left(last: str) -> None:
    pad = list_of(
        ["MK", "QTY", "GIZMO", "GRADE"],
        ["11", "12", "13"], ["16", "4", "8"], ["M20 x 60", "M24 x 80", last], ["8.8"] * 3,
    )  # fmt: skip
    found = cells(pad.read(), "description")
    assert found == ([["M20 x 60"], ["M24 x 80"], [last]] if last != "M20 x 60" else [])


def test_a_quantity_that_the_arithmetic_proves_is_not_told() -> None:
    counts = ["4", "2", "AS REQ'D", "9"]
    pad = list_of(
        ["Pos", "Xqu", "Benennung", "Gewicht", "Gesamtgewicht"],
        ["1", "2", "3", "4"], counts, [*NAMES, "SHIM"],
        ["1,5", "0,2", "-", "3,0"], ["6,0", "0,4", "-", "27,0"],
    )  # fmt: skip
    result = pad.read()
    assert cells(result, "quantity") == [[text] for text in counts]
    assert result["tables"][0]["check_status"] == "verified"


def test_counts_of_which_one_is_left_open_may_be_the_quantity() -> None:
    pad = list_of(
        ["Pos", "Xqu", "Benennung", "Werkstoff"],
        ["1", "2", "3", "4"], ["4", "2", "AS REQ'D", "9"], [*NAMES, "SHIM"], ["A"] * 4,
    )  # fmt: skip
    reasons = pad.read()["tables"][0]["check_reasons"]
    assert "no header names the quantity; 'Xqu' may be it" in reasons


def test_types_in_groups_of_figures_are_codes() -> None:
    codes = ["25 C2 19", "67 36 22", "43 27 14"]
    pad = list_of(
        ["Pos", "Stk", "Benennung", "Typ"], ["1", "2", "3"], ["4", "2", "9"], NAMES, codes
    )
    assert headers(pad.read())[3] == "article_number"
    assert not are_codes(["100 200 10", "100 200 10", "80 80 8"])
