"""Headers that stand side by side."""

from __future__ import annotations

import pytest

from bomflow.page.words import Word
from bomflow.table.header.columns import make_column, name_columns
from bomflow.table.header.headers import vocabulary
from sheets import Pad, cells


def word(text: str) -> Word:
    return Word(text, 0, 0, 10, 8, 0, 8)


@pytest.mark.parametrize("first", ["IT", "XPO"])
def test_a_repeated_header_is_cut_before_a_first_word_that_nobody_listed(first: str) -> None:
    header = [first, "QTY", "DESCRIPTION"]
    pad = Pad()
    pad.ruled(60, 60, [40, 40, 140, 40, 40, 140], [
        [*header, *header], ["1", "2", "CLEVIS", "4", "1", "SPRING"],
        ["2", "1", "ROD M20", "5", "2", "PIN 25"], ["3", "4", "NUT M20", "6", "1", "CLAMP"],
    ])  # fmt: skip
    result = pad.read()
    assert cells(result, "quantity", "description") == [
        ["2", "CLEVIS"], ["1", "ROD M20"], ["4", "NUT M20"],
    ]  # fmt: skip
    assert cells(result, "quantity", "description", table=1) == [
        ["1", "SPRING"], ["2", "PIN 25"], ["1", "CLAMP"],
    ]  # fmt: skip
    assert [len(t["header"]) for t in result["tables"]] == [3, 3]
    assert {t["reading"] for t in result["tables"]} == {"words"}


def test_a_table_of_changes_close_beside_a_list_is_none_of_its_columns() -> None:
    rows = [["1", "2", "PLATE 15x150", "2.6"], ["2", "4", "STIFFENER 8x60", "0.4"]]
    pad = Pad()
    pad.plain([100, 140, 180, 300], 100, [["POS", "QTY", "DESCRIPTION", "WEIGHT"], *rows])
    changes = [["REV", "DATE", "BY", "CHANGE"], ["A", "01.02.19", "KO", "FIRST ISSUE"]]
    pad.plain([345, 375, 420, 445], 100, changes)
    record = pad.read()
    assert record["tables"][0]["reading"] == "words"
    assert cells(record, "position", "quantity", "description", "weight") == rows


def test_a_caption_word_between_the_lines_of_a_column_is_of_its_header() -> None:
    head = ["BOM\nLEVEL", "\nDESCRIPTION", "\nQTY"]
    rows = [head, ["1", "BASE PLATE", "1"], ["2", "GEARED MOTOR", "2"], ["2", "BRACKET", "1"]]
    pad = Pad()
    pad.ruled(60, 60, [50, 150, 40], rows)
    [table] = pad.read()["tables"]
    assert [h["text"] for h in table["header"]] == ["BOM LEVEL", "DESCRIPTION", "QTY"]
    assert table["check_status"] == "consistent"


@pytest.mark.parametrize("ruled", [True, False])
def test_names_on_two_lines_that_say_nothing_by_themselves(ruled: bool) -> None:
    rows = [
        ["1", "DE MAY", "1", "CT3"], ["2", "TRUC CHINH", "2", "C45"], ["3", "NAP O", "4", "GX15"],
    ]  # fmt: skip
    table = [["Vi\ntri", "Ten chi tiet", "So\nluong", "Vat lieu"], *rows]
    pad = Pad()
    if ruled:
        pad.ruled(60, 60, [40, 120, 40, 80], table, pitch=12)
    else:
        pad.plain([60, 100, 220, 260], 71, table)
    result = pad.read()
    assert cells(result, "position", "description", "quantity", "Vat lieu") == rows
    assert result["tables"][0]["check_status"] != "suspect"


def test_numbers_on_a_second_line_that_tell_two_headers_apart_are_of_them() -> None:
    rows = [["1", "6", "TUBE 40x3", "-", "45.0"], ["2", "2", "FLAT 60x8", "45.0", "0.0"]]
    pad = Pad()
    header = ["ITEM", "QTY", "PROFILE", "ANGLE\n1", "ANGLE\n2"]
    pad.ruled(60, 60, [40, 40, 100, 50, 50], [header, *rows], pitch=12)
    found = cells(pad.read(), "position", "quantity", "description", "ANGLE 1", "ANGLE 2")
    assert found == rows


def test_the_test_of_a_weld_beside_a_heading_between_rows_is_no_header() -> None:
    rows = [["1", "PIPE DN 100", "9.5 M"], ["2", "ELBOW DN 100", "2"], ["3", "TEE DN 100", "1"]]
    pad = Pad()
    pad.plain([100, 140, 300], 100, [["PT NO", "DESCRIPTION", "QTY"], rows[0]])
    pad.text(140, 128, "FITTINGS")
    pad.plain([100, 140, 300], 142, rows[1:])
    for y in (114, 128, 142):
        pad.text(60, y, "VT")
    record = pad.read()
    assert len(record["tables"]) == 1
    assert cells(record, "position", "description", "quantity") == rows


def test_of_two_marks_the_first_column_is_the_position() -> None:
    columns = [make_column([word(text)], vocabulary({})) for text in ("ID", "QTY", "TAG")]
    name_columns(columns)
    assert [column.name for column in columns] == ["position", "quantity", "article_number"]
