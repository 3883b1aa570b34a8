"""Where a row begins and ends."""

from __future__ import annotations

import pytest

from bomflow.table.body.rows import looks_like_position
from sheets import Pad, cells


def test_marks_of_parts_of_an_assembly_begin_rows() -> None:
    pad = Pad()
    rows = [[f"{n}00B{part}", "2", f"PL 10x{n}0", "S235"] for n in (1, 2, 3) for part in ("", "a")]
    pad.plain((40, 100, 140, 260), 60, [["MARK", "QTY", "DESCRIPTION", "MATERIAL"], *rows], 12)
    record = pad.read()
    assert cells(record, "position", "quantity", "description", "MATERIAL") == rows
    assert record["tables"][0]["reading"] == "words"


@pytest.mark.parametrize("text", ["* QUANTITY TO BE CHECKED ON SITE", "*) FIELD SUPPLIED"])
def test_a_footnote_below_the_last_row_is_of_no_cell(text: str) -> None:
    pad = Pad()
    rows = [[str(n), f"PIPE CLAMP DN{n}0", "4*" if n == 2 else "4"] for n in range(1, 6)]
    pad.plain((40, 80, 220), 60, [["ITEM", "DESCRIPTION", "QTY"], *rows, ["", text]], 12)
    record = pad.read()
    assert cells(record, "position", "description", "quantity") == rows
    [table] = record["tables"]
    assert (table["check_status"], table["reading"]) == ("consistent", "words")


def test_a_line_without_a_quantity_that_fills_the_other_columns_is_a_row() -> None:
    pad = Pad()
    rows = [
        ["4", "HEX NUT M16", "8.8", "KX-100"], ["", "U-BOLT DN50", "A2", "KX-101"],
        ["", "BASE PLATE", "S235", "KX-102"], ["1", "SPRING HANGER", "S355", "KX-103"],
        ["2", "WASHER 17", "200HV", "KX-104"],
    ]  # fmt: skip
    pad.plain((40, 90, 200, 260), 60, [["QTY", "DESCRIPTION", "MATERIAL", "PART NO."], *rows], 12)
    record = pad.read()
    assert cells(record, "quantity", "description", "MATERIAL", "article_number") == rows
    assert record["tables"][0]["reading"] == "words"


def test_a_line_of_three_wrapped_cells_is_none() -> None:
    pad = Pad()
    head = ["QTY", "DESCRIPTION", "MATERIAL", "PART NO."]
    rows = [["4", "HEX NUT", "8.8", "KX-1"], ["2", "BASE PLATE\nCUT", "S235\nJR", "KX-2\nA"],
            ["1", "ROD", "S355", "KX-3"], ["1", "HOOK", "S355", "KX-4"]]  # fmt: skip
    pad.plain((40, 90, 200, 260), 60, [head, *rows], 14)
    assert cells(pad.read(), "quantity") == [["4"], ["2"], ["1"], ["1"]]


@pytest.mark.parametrize(
    "text", ["\u041c1", "\u041212", "\u0411", "M1 - M6", "R1-R4", "C2, C6, C7"]
)
def test_marks_in_other_letters_and_of_several_parts_are_positions(text: str) -> None:
    assert looks_like_position(text)


@pytest.mark.parametrize("text", ["M8 - DIN 933", "\u0411\u0430\u043b\u043a\u0430", "R1 - BRACKET"])
def test_texts_are_no_positions(text: str) -> None:
    assert not looks_like_position(text)


def test_parts_of_a_circuit_count_rows_without_lines() -> None:
    rows = [["M1 - M6", "6", "Pump"], ["S1, S2", "2", "Push button"], ["R1", "1", "Potentiometer"]]
    pad = Pad()
    pad.plain((40, 120, 180), 60, [["NR.", "ANZAHL", "BEZEICHNUNG"], *rows], 14)
    record = pad.read()
    assert cells(record, "position", "quantity", "description") == rows
    [table] = record["tables"]
    assert (table["check_status"], table["reading"]) == ("consistent", "words")


def test_a_number_without_a_name_goes_on_in_the_next_line() -> None:
    """Words under a number are no heading where no other column says what the part is."""
    pad = Pad()
    rows = [
        ["Side wall R 24568-151 (left and\nright)", "1"], ["Bolt M12x40", "4"],
        ["Seal CR 8x2", "7"], ["Damper AKSS-25", "2"],
    ]  # fmt: skip
    pad.plain((40, 240), 60, [["ARTICLE NO.", "QTY"], *rows], 15)
    record = pad.read()
    joined = [[number.replace("\n", " "), pieces] for number, pieces in rows]
    assert cells(record, "article_number", "quantity") == joined
    assert record["tables"][0]["reading"] == "words"


def test_marks_of_another_form_count_rows_beside_their_quantities() -> None:
    rows = [
        ["U1", "1", "Controller"], ["J-ESP-L/J-ESP-R", "2", "Header"], ["J-DHT", "1", "Connector"],
        ["J-GPS", "1", "Connector, 4 ways"], ["J-BH", "4", "Terminal"],
    ]  # fmt: skip
    pad = Pad()
    pad.grid([40, 140, 190, 320], [60, 76, 160])
    pad.plain((44, 144, 194), 71, [["REF.", "QTY", "DESCRIPTION"], *rows], 16)
    record = pad.read()
    assert cells(record, "position", "quantity", "description") == rows
    assert record["tables"][0]["reading"] == "words"


def test_a_quantity_from_to_begins_a_row() -> None:
    rows = [["Resistor", "2"], ["Card", "5-10"], ["Cable", "15"], ["LED", "1"]]
    pad = Pad()
    pad.plain((40, 160), 60, [["COMPONENT", "QTY"], *rows], 14)
    record = pad.read()
    assert cells(record, "description", "quantity") == rows
    [table] = record["tables"]
    assert (table["check_status"], table["reading"]) == ("suspect", "words")
