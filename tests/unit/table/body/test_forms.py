"""Forms of drawing offices: ruled lines that hold one line of a text each, lists of drawings and
nozzles, a template with INDEX.
"""

from __future__ import annotations

import pytest

from sheets import Pad, headers

HEAD = ["Format", "Pos.", "Sachnummer", "Benennung", "Menge"]
WIDE = [36, 28, 110, 130, 40]


def specification(rows: list[list[str]]) -> dict[str, object]:
    pad = Pad()
    pad.ruled(60, 60, WIDE, [HEAD, *rows], pitch=20)
    [table] = pad.read()["tables"]
    assert table["reading"] == "words"
    return dict(table)


def test_a_name_goes_on_in_the_next_ruled_line_of_a_form() -> None:
    table = specification([
        ["A3", "1", "301-001", "Halter des", "2"], ["", "", "", "linken Antriebs", ""],
        ["", "2", "", "Sechskantschraube M12x40", "4"], ["", "", "", "DIN 933", ""],
        ["", "3", "", "Mutter M12", "4"], ["", "", "", "DIN 934", ""],
        ["", "4", "", "Scheibe 12", "8"], ["", "", "", "DIN EN ISO 7089", ""],
    ])  # fmt: skip
    assert [row["cells"]["description"] for row in table["rows"]] == [  # type: ignore[attr-defined]
        "Halter des linken Antriebs", "Sechskantschraube M12x40 DIN 933",
        "Mutter M12 DIN 934", "Scheibe 12 DIN EN ISO 7089",
    ]  # fmt: skip
    assert table["check_status"] == "consistent"


def test_a_drawing_under_the_heading_of_the_papers_has_no_number() -> None:
    table = specification([
        ["", "", "", "Dokumentation", ""], ["A1", "", "301-000", "Montagezeichnung", ""],
        ["", "", "", "Bleche", ""], ["A3", "1", "301-001", "Seitenblech", "2"],
        ["A3", "2", "301-002", "Deckblech", "1"], ["A3", "3", "301-003", "Bodenblech", "1"],
    ])  # fmt: skip
    assert [row["section"] for row in table["rows"]] == ["Dokumentation", *3 * ["Bleche"]]  # type: ignore[attr-defined]
    assert table["check_reasons"] == []


def test_a_heading_over_the_first_row_is_none_of_its_text() -> None:
    for first, reasons in (
        ("SHOP MATERIAL", []),
        ("LOOSE PARTS", ["'LOOSE PARTS' was taken for the beginning of the first row"]),
    ):
        pad = Pad()
        pad.plain((60, 90, 120), 60, [["NO.", "QTY", "DESCRIPTION"]])
        pad.plain((120,), 74, [[first]])
        rows = [[str(n), "2", f"PIPE CLAMP DN{n}0"] for n in range(1, 6)]
        pad.plain((60, 90, 120), 88, rows)
        [table] = pad.read()["tables"]
        assert table["check_reasons"][: len(reasons)] == reasons
        assert reasons or table["rows"][0]["cells"]["description"] == "PIPE CLAMP DN10"


def test_index_name_quantity_is_a_parts_list() -> None:
    pad = Pad()
    rows = [[str(n), f"BRACKET {'ABC'[n - 1]}", "2", "S235JR"] for n in range(1, 4)]
    pad.ruled(60, 60, [40, 140, 60, 80], [["Index", "Name", "Quantity", "Material"], *rows])
    assert headers(pad.read()) == ["position", "description", "quantity", None]


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("", [["Nr.", "Zeichnungs-Nr.", "Benennung", "Blatt", "Index"],
              ["1", "4711-001", "Übersicht", "1", "a"], ["2", "4711-002", "Grundriss", "1", "b"],
              ["3", "4711-003", "Schnitte", "2", "c"]]),
        ("NOZZLES", [["MARK", "NO. OFF", "SIZE", "RATING", "DESCRIPTION"],
                     ["N1", "1", "DN150", "PN16", "SUCTION"],
                     ["N2", "1", "DN100", "PN40", "DISCHARGE"],
                     ["N3", "2", "DN15", "PN40", "DRAIN"]]),
        ("NOZZLE DATA", [["POS.", "ANZAHL", "DN", "BENENNUNG"], ["A", "1", "150", "EINTRITT"],
                         ["B", "1", "100", "AUSTRITT"], ["C", "2", "50", "ENTLEERUNG"],
                         ["D", "1", "500", "MANNLOCH"]]),
        ("PLATE", [["TAG", "X LOC", "Y LOC", "SIZE", "QTY"], ["A1", "12.5", "40", "Ø11", "1"],
                   ["A2", "60", "40", "Ø11", "1"], ["B1", "30", "20", "M8", "1"]]),
        ("DRAWINGS", [["NO.", "DRAWING NO.", "DRAWING TITLE", "REV"],
                      ["1", "S-001", "COVER SHEET", "2"], ["2", "S-101", "FOUNDATION PLAN", "1"],
                      ["3", "S-301", "BILL OF MATERIAL", "0"]]),
    ],
)  # fmt: skip
def test_lists_of_drawings_and_nozzles_are_none(title: str, rows: list[list[str]]) -> None:
    pad = Pad()
    pad.text(120, 56, title, 8)
    pad.ruled(60, 60, [60, 90, 140, 60, 60][: len(rows[0])], rows)
    record = pad.read()
    assert record["tables"] == []
    assert record["error_code"] != "NO_TEXT"


def test_what_stands_at_an_opening_is_a_part() -> None:
    pad = Pad()
    rows = [["1", "1", "DRAIN VALVE"], ["2", "1", "VENT PLUG"], ["3", "2", "INLET FLANGE"]]
    pad.ruled(60, 60, [40, 40, 140], [["ITEM", "QTY", "DESCRIPTION"], *rows])
    assert len(pad.read()["tables"][0]["rows"]) == 3


def test_metres_in_feet_and_inches_are_quantities() -> None:
    pad = Pad()
    rows = [["23'-4 3/8\"", "PIPE A106-B"], ["4", "ELBOW 90"], ["2", "FLANGE"], ["5'-0\"", "PIPE"]]
    pad.plain((60, 130), 60, [["QTY", "DESCRIPTION"], *rows])
    [table] = pad.read()["tables"]
    assert [r["cells"]["quantity"] for r in table["rows"]] == [r[0] for r in rows]
    assert table["check_reasons"] == []


def test_of_quantities_per_configuration_the_first_one_counts() -> None:
    pad = Pad()
    rows = [[str(n), f"44-10{n}", f"PLATE {n}", str(n), str(2 * n)] for n in range(1, 5)]
    head = ["ITEM NO.", "PART NUMBER", "DESCRIPTION", "Default\nQTY.", "LONG\nQTY."]
    pad.ruled(60, 60, [50, 80, 120, 50, 50], [head, *rows])
    assert headers(pad.read()) == [
        "position", "article_number", "description", "quantity", None
    ]  # fmt: skip


def test_the_second_line_of_a_code_becomes_no_heading() -> None:
    pad = Pad()
    head = ["ITEM", "QTY", "PART NUMBER", "DESCRIPTION"]
    rows = [[str(n), "2", f"31381{n}", f"PLATE {n}"] for n in range(1, 7)]
    pad.ruled(60, 60, [40, 40, 90, 120], [head, *rows], pitch=30)
    for n in (2, 5):
        pad.text(143, 60 + 30 * n + 21, "REV A")
    [table] = pad.read()["tables"]
    numbers = [row["cells"]["article_number"] for row in table["rows"]]
    assert numbers[1] == "313812 REV A"
    assert table["check_status"] == "consistent"
    assert table["reading"] == "words"


def test_the_second_reading_keeps_the_second_line_of_a_code() -> None:
    pad = Pad()
    head = ["ITEM", "QTY", "PART NUMBER", "DESCRIPTION"]
    rows = [[str(n), "2", f"31381{n}", f"PLATE {n}"] for n in range(1, 7)]
    pad.ruled(60, 60, [40, 40, 90, 120], [head, *rows], pitch=30)
    for n in (2, 5):
        pad.text(143, 60 + 30 * n + 21, "SPARE")
    [table] = pad.read()["tables"]
    assert table["rows"][1]["cells"]["article_number"] == "313812 SPARE"
    assert table["check_status"] == "suspect"


def test_a_list_in_the_corner_of_the_frame_has_the_frame_for_its_first_line() -> None:
    pad = Pad()
    pad.line(20, 60, 780, 60)
    pad.line(780, 60, 780, 580)
    pad.line(480, 76, 780, 76)
    for x, text in ((580, "DESCRIPTION"), (700, "SIZE"), (750, "QTY")):
        pad.text(x, 71, text)
    for n in range(1, 6):
        for x, text in ((483, f"PIPE CLAMP {n}"), (705, "4"), (755, str(n))):
            pad.text(x, 74 + 13 * n, text)
    pad.line(480, 145, 780, 145)
    [table] = pad.read()["tables"]
    assert table["reading"] == "words"
    assert [row["cells"]["description"] for row in table["rows"]] == [
        f"PIPE CLAMP {n}" for n in range(1, 6)
    ]  # fmt: skip


def test_items_that_a_weld_joins_are_no_descriptions() -> None:
    pad = Pad()
    pad.ruled(60, 60, [30, 60, 50, 50, 40, 40], [
        ["NO.", "WELD", "ITEM A", "ITEM B", "SIZE", "QTY"], ["1", "FILLET", "1", "2", "a5", "4"],
        ["2", "FILLET", "1", "3", "a4", "8"], ["3", "BUTT", "2", "4", "8", "2"],
    ])  # fmt: skip
    assert not any(table["rows"] for table in pad.read()["tables"])


def test_a_number_and_a_remark_go_on_in_the_next_ruled_line() -> None:
    pad = Pad()
    head = ["Pos.", "Sachnummer", "Benennung", "Menge", "Bemerkung"]
    pad.ruled(60, 60, [28, 110, 130, 40, 80], [
        head, ["1", "301-", "Halter", "2", ""], ["", "012-01", "geschweißt", "", ""],
        ["2", "301-002", "Blech", "4", "L=250"], ["", "", "", "", "mm"],
        ["3", "301-003", "Deckel", "1", ""], ["4", "301-004", "Boden", "1", ""],
    ], pitch=20)  # fmt: skip
    [table] = pad.read()["tables"]
    assert table["reading"] == "words"
    rows = table["rows"]
    assert len(rows) == 4
    assert rows[0]["cells"]["article_number"] == "301- 012-01"
    assert rows[0]["cells"]["description"] == "Halter geschweißt"
    assert rows[1]["extra"]["Bemerkung"] == "L=250 mm"


def test_a_name_with_its_standard_heads_the_sizes_below_it() -> None:
    table = specification([
        ["", "", "", "Schrauben DIN 933", ""], ["", "1", "", "M6x16", "2"],
        ["", "2", "", "M8x20", "4"], ["", "", "", "Muttern DIN 934", ""],
        ["", "3", "", "M6", "2"], ["", "4", "", "M8", "4"],
    ])  # fmt: skip
    assert [(r["section"], r["cells"]["description"]) for r in table["rows"]] == [  # type: ignore[attr-defined]
        ("Schrauben DIN 933", "M6x16"), ("Schrauben DIN 933", "M8x20"),
        ("Muttern DIN 934", "M6"), ("Muttern DIN 934", "M8"),
    ]  # fmt: skip
    assert table["check_reasons"] == []


def test_zone_and_revision_of_a_part_are_columns_of_a_whole_list() -> None:
    pad = Pad()
    head = ["ITEM", "QTY", "ZONE", "PART NUMBER", "DESCRIPTION", "REV"]
    rows = [[str(n), "2", f"B{n}", f"44-10{n}", f"PLATE {n}", "A"] for n in range(1, 5)]
    pad.ruled(60, 60, [34, 34, 40, 90, 120, 30], [head, *rows])
    [table] = pad.read()["tables"]
    assert table["check_reasons"] == []


@pytest.mark.parametrize("beside", [True, False])
def test_a_captioned_list_that_was_not_read_is_told(beside: bool) -> None:
    pad = Pad()
    if beside:
        rows = [[str(n), "2", f"PLATE {n}"] for n in range(1, 5)]
        pad.ruled(60, 60, [40, 40, 140], [["ITEM", "QTY", "DESCRIPTION"], *rows])
    pad.text(120, 294, "SITE BOLT LIST")
    bolts = [[f"M{n}x60", "DIN 7990", "8.8", str(n)] for n in (12, 16, 20)]
    pad.ruled(60, 300, [60, 70, 50, 40], [["Size", "Standard", "Grade", "Qty"], *bolts])
    record = pad.read()
    told = "caption 'SITE BOLT LIST', but no list was read under it"
    assert [t["check_reasons"] for t in record["tables"]][-1] == [told]
    assert record["error_code"] == (None if beside else "NO_ANCHOR")
