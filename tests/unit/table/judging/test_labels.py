"""Tables and notes of which the words are those of parts lists: no row, and nothing to look at."""

from __future__ import annotations

import pytest

from bomflow.page.words import Word
from bomflow.table.header.columns import make_column
from bomflow.table.header.headers import vocabulary
from bomflow.table.judging.labels import labels_drawing
from sheets import Pad

TABLES = {
    "operations": [
        ["OP", "DESCRIPTION", "MACHINE", "TIME", "QTY"],
        ["10", "CUT TO LENGTH", "SAW", "5 MIN", "20"],
        ["20", "TURN AND FACE", "LATHE", "14 MIN", "20"],
        ["30", "DRILL AND TAP", "VMC", "9 MIN", "20"],
    ],
    "the part itself": [
        ["MATERIAL", "QTY", "WEIGHT", "FINISH"],
        ["EN24T", "4 OFF", "0.6 kg", "ZINC"],
    ],
    "supports of lines": [
        ["NO.", "SUPPORT TAG", "LINE NO.", "TYPE", "ELEV."],
        ["1", "PS-1001", '4"-P-100', "GUIDE", "+104.2"],
        ["2", "PS-1002", '4"-P-100', "REST", "+104.2"],
        ["3", "PS-1003", '6"-S-200', "SPRING", "+108.9"],
    ],
    "design data": [
        ["NO.", "DESCRIPTION", "UNIT", "VALUE"],
        ["1", "DESIGN PRESSURE", "bar", "16"],
        ["2", "WEIGHT EMPTY", "kg", "450"],
        ["3", "TEST PRESSURE", "bar", "24"],
    ],
    "places of holes": [
        ["REP", "NB", "DESIGNATION", "X", "Y"],
        ["A", "4", "Ø11 débouchant", "10", "10"],
        ["B", "2", "M8", "40", "25"],
        ["C", "1", "Ø40 H7", "60", "60"],
    ],
    "instruments": [
        ["TAG NO.", "QTY", "SERVICE", "RANGE", "SIGNAL"],
        ["PT-101", "1", "SUCTION PRESSURE", "0-10 bar", "4-20 mA"],
        ["TT-101", "2", "BEARING TEMP", "0-150 C", "RTD"],
        ["FT-101", "1", "FLOW", "0-50 m3/h", "4-20 mA"],
    ],
    "weights and where they act": [
        ["NO.", "ITEM", "WEIGHT (t)", "X", "Y", "Z"],
        ["1", "HULL", "12.4", "1.2", "0", "0.8"],
        ["2", "MACHINERY", "3.3", "-0.4", "0", "0.5"],
        ["3", "OUTFIT", "2.1", "2.2", "0", "1.4"],
    ],
    "labels beside values": [
        ["PART NO.", "P-22", "QTY", "2"],
        ["DESCRIPTION", "SHAFT", "ITEM", "7"],
        ["MATERIAL", "C45", "WEIGHT", "1.2 kg"],
    ],
    "labels with values behind them": [
        ["Part No. GR-11", "Qty 2"],
        ["Material PA12", "Weight 18 g"],
        ["Scale 2:1", "Date 3.4.21"],
    ],
    "a title block": [
        ["Gezeichnet", "Maier", "Massstab 1:2", "Blatt 1"],
        ["Geprüft", "Huber", "Konsole", "Zeichnungs-Nr. W-15"],
        ["Material", "", "Masse", "Menge"],
    ],
}


@pytest.mark.parametrize("name", TABLES)
def test_another_table_gives_no_row(name: str) -> None:
    pad = Pad()
    rows = TABLES[name]
    pad.ruled(60, 300, [90] * len(rows[0]), rows)
    assert pad.read()["tables"] == []


def test_notes_that_count_items_are_no_header() -> None:
    pad = Pad()
    for n in range(4):
        pad.text(60, 60 + 12 * n, f"{n + 1}. ITEM {n + 1} QTY {2 * n + 1} PART NUMBER 44-20{n}")
    assert pad.read()["tables"] == []


def test_a_header_without_rows_stays_told() -> None:
    pad = Pad()
    pad.ruled(60, 60, [60] * 3, [["ITEM", "QTY -01", "PART NUMBER"]])
    assert [t["check_status"] for t in pad.read()["tables"]] == ["suspect"]


def test_one_row_of_a_profile_is_a_list() -> None:
    pad = Pad()
    pad.ruled(60, 60, [90] * 4, [["PROFILE", "LENGTH", "QTY", "WEIGHT"], ["L 50", "900", "2", "3"]])
    assert [len(t["rows"]) for t in pad.read()["tables"]] == [1]


def test_a_list_ends_at_the_title_block_that_shares_its_lines() -> None:
    pad = Pad()
    rows = [
        ["Pos.", "Zeichnung", "Menge", "Benennung"],
        ["1", "A-1", "2", "Platte"],
        ["2", "A-2", "4", "Bolzen"],
        ["Datum", "Name", "Blatt", "G-200.10"],
        ["Gepr.", "Maier", "", "Projekt"],
    ]
    pad.ruled(60, 60, [60, 90, 50, 120], rows)
    [table] = pad.read()["tables"]
    assert [row["cells"]["position"] for row in table["rows"]] == ["1", "2"]
    assert table["check_status"] == "consistent" and table["reading"] == "words"


@pytest.mark.parametrize(
    ("labels", "drawing"),
    [
        (["PART NO.", "QTY", "MATERIAL", "WEIGHT", "SCALE"], True),
        (["POS", "PART NO.", "QTY", "MATERIAL", "SCALE"], False),
        (["PART NO.", "QTY", "MATERIAL", "WEIGHT"], False),
    ],
)
def test_headers_with_a_scale_and_no_position_are_labels(labels: list[str], drawing: bool) -> None:
    known = vocabulary({})
    columns = [
        make_column([Word(text, 50.0 * n, 0.0, 50.0 * n + 40, 8.0, 0, 8.0)], known, None, None)
        for n, text in enumerate(labels)
    ]
    for column in columns:
        column.name = (
            column.meaning.columns[0] if column.meaning.columns[:1] != ("extra",) else None
        )
    assert labels_drawing(columns, known) == drawing


def test_labels_of_the_drawing_beside_a_list_are_no_unread_list() -> None:
    pad = Pad()
    pad.ruled(60, 60, [40, 120, 40], [["POS", "DESCRIPTION", "QTY"], ["1", "CLAMP", "2"]])
    labels = ["PART NO.", "QTY", "SCALE", "SHEET"]
    pad.ruled(400, 400, [70, 60, 60, 60], [labels, [""] * 4])
    assert [len(table["rows"]) for table in pad.read()["tables"]] == [1]
