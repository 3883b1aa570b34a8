"""Lists whose header does not say what is counted are told; other tables are not."""

from __future__ import annotations

import pytest

from sheets import Pad

VALUES = ["120", "45", "R5", "Ø20", "VIEW A-A", "300", "NOTES", "SCALE"]


def _page(header: str, *rows: str, caption: str = "", ruled: bool = True) -> Pad:
    pad = Pad()
    for i, text in enumerate(VALUES):
        pad.text(40 + 30 * i, 80 + 15 * i, text)
    table = [line.split("|") for line in (header, *rows)]
    if caption:
        pad.text(303, 292, caption)
    if ruled:
        pad.ruled(300, 300, [90] * len(table[0]), table)
    else:
        pad.plain([303 + 90 * i for i in range(len(table[0]))], 311, table)
    return pad


def _reasons(pad: Pad) -> list[str]:
    result = pad.read()
    assert result["rows_count"] == 0
    return [r for table in result["tables"] for r in table["check_reasons"]]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize(
    "list_",
    [
        ["MATERIAL|SIZE|QUANTITY|UNIT", 'PIPE|4"|12|M', 'ELBOW|4"|3|EA', 'FLANGE|4"|2|EA'],
        ["HANGER NO.|TYPE|SIZE|QTY", 'H-1|CLEVIS|4"|2', 'H-2|SPRING|6"|1', 'H-3|ROD|2"|4'],
    ],
)
def test_a_list_that_counts_under_known_headers_is_not_passed_by(
    list_: list[str], ruled: bool
) -> None:
    assert any("does not say what is counted" in r for r in _reasons(_page(*list_, ruled=ruled)))


@pytest.mark.parametrize("ruled", [True, False])
def test_units_beside_names_and_prices_may_count_them(ruled: bool) -> None:
    table = ["COMPONENT|UNITS|PRICE", "LED|4|$1.20", "SWITCH|2|$0.50", "LID|1|$3.00"]
    assert any("for sure how many" in r for r in _reasons(_page(*table, ruled=ruled)))
    named = ["COMPONENT|UNITS|RANGE", "THRUST|N|-1", "TORQUE|Nm|-1", "YAW|Nm|1"]
    assert _reasons(_page(*named, ruled=ruled)) == []


@pytest.mark.parametrize("ruled", [True, False])
def test_members_with_sections_and_lengths_are_told_whatever_else_is_said_of_them(
    ruled: bool,
) -> None:
    rows = ["T1|CHORD|SHS 50|2430|SQUARE", "T2|RAFTER|SHS 50|2550|SQUARE", "T3|POST|SHS 50|875|10"]
    reasons = _reasons(_page("MARK|MEMBER|SECTION|LENGTH|CUT ANGLES", *rows, ruled=ruled))
    assert any("how many there are of each" in r for r in reasons)


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize(
    "list_",
    [
        ["MARK|SECTION|LENGTH|REMARKS", "B1|IPE 200|4250|", "B2|HEA 160|900|HDG", "B3|L 80|120|"],
        ["BEAM|SIZE|CAMBER", "B-1|W8x31|10", "B-2|W10x22|15", "B-3|W8x31|10"],
        ["TAG|SIZE|TYPE|RATING|SERVICE", 'HV-1|3"|BALL|150|OIL', 'HV-2|2"|GATE|150|OIL',
         'HV-3|2"|GLOBE|300|VENT'],
        ["ELEMENT|SIZE|STRANDS|WEIGHT", "W-01|200x1200|6|2.3 t", "W-02|200x1200|8|2.6 t",
         "W-03|250x1200|8|3.1 t"],
    ],
)  # fmt: skip
def test_marks_with_sizes_that_are_not_counted_are_not_passed_by(
    list_: list[str], ruled: bool
) -> None:
    assert any("how many there are" in r for r in _reasons(_page(*list_, ruled=ruled)))


@pytest.mark.parametrize("ruled", [True, False])
def test_housings_that_are_not_counted_are_not_passed_by(ruled: bool) -> None:
    rows = ["C1|10n|SM0805", "C2|3p3|SM0805", "R1|680k|SM0603", "U1|OP07|SO8"]
    told = _reasons(_page("NAME|VALUE|PACKAGE", *rows, ruled=ruled))
    assert any("how many there are" in r for r in told)


@pytest.mark.parametrize("ruled", [True, False])
def test_what_is_cut_and_not_counted_is_not_passed_by(ruled: bool) -> None:
    rows = ["Left rail|2040|150|35", "Front|1520|150|35", "Leg|300|100|100"]
    told = _reasons(_page("part name|length|width|thickness", *rows, ruled=ruled))
    assert any("how many there are" in r for r in told)


@pytest.mark.parametrize(("turn", "shift"), [(90, (0, -600)), (270, (-800, 0))])
def test_a_list_on_a_sheet_drawn_sideways_is_not_passed_by(
    turn: int, shift: tuple[int, int]
) -> None:
    pad = Pad(600, 800)
    pad.height = 600
    pad.canvas.rotate(turn)
    pad.canvas.translate(*shift)
    for i, text in enumerate(VALUES):
        pad.text(40 + 30 * i, 80 + 15 * i, text)
    rows = ["MATERIAL|SIZE|QUANTITY|UNIT", 'PIPE|4"|12|M', 'ELBOW|4"|3|EA', 'FLANGE|4"|2|EA']
    pad.ruled(300, 300, [90] * 4, [line.split("|") for line in rows])
    result = pad.read()
    [table] = result["tables"]
    assert any("does not say what is counted" in r for r in table["check_reasons"])
    x0, top, x1, bottom = table["bbox"]
    assert 0 <= x0 < x1 <= 600
    assert 0 <= top < bottom <= 800
    assert x1 - x0 < bottom - top


@pytest.mark.parametrize("ruled", [True, False])
def test_a_list_of_materials_and_numbers_is_not_passed_by(ruled: bool) -> None:
    rows = ["Motor mount|1", "Arm with foam|2", "Screw M4x20|12", "Screw M3x6|16"]
    told = _reasons(_page("MATERIAL|QUANTITY", *rows, ruled=ruled))
    assert any("what is counted" in r for r in told)


def test_lines_in_which_a_cell_goes_on_end_no_list() -> None:
    pad = _page("NAME|VALUE|PACKAGE")
    rows = [["C1", "10n", "trimmer\nsee text"], ["C2", "3p3", "SM0805"], ["R1", "1k", "SM0603"]]
    pad.ruled(300, 316, [90, 90, 90], rows)
    assert any("how many there are" in r for r in _reasons(pad))


def test_it_is_told_beside_a_list_that_was_read() -> None:
    pad = _page("MATERIAL|SIZE|QUANTITY|UNIT", 'PIPE|4"|12|M', 'ELBOW|4"|3|EA', 'BEND|4"|2|EA')
    rows = [["ITEM", "QTY", "DESCRIPTION"], ["1", "2", "BOLT"], ["2", "4", "NUT"]]
    pad.ruled(300, 480, [50, 50, 120], rows)
    result = pad.read()
    assert result["rows_count"] == 2
    told = [r for table in result["tables"] for r in table["check_reasons"]]
    assert any("does not say what is counted" in r for r in told)


@pytest.mark.parametrize(
    "table",
    [
        ["HOLE|SIZE|DEPTH|QTY", "A|M6|12|4", "B|M8|16|2", "C|M10|20|1"],
        ["MATERIAL|SIZE|FINISH|UNIT", "S235|M8|ZINC|MM", "S355|M10|PAINT|MM", "A2|M12|NONE|MM"],
        ["SIZE|WEIGHT|SCALE|QTY", "A3|12|1:10|4", "DRAWN|DATE|TITLE|SHEET", "AB|1.2.24|BRACKET|1"],
        ["MARK|SIZE|QTY|SERVICE|DESCRIPTION", "N1|DN150|1|W|INLET", "N2|DN100|1|W|OUTLET"],
        ["TYPE|SIZE|LENGTH|H", "A1|DN25|120|88", "A2|DN40|150|110", "A3|DN50|180|130"],
        ["MARK|SIZE|X|Y", "A1|500|120|340", "A2|500|220|340", "A3|500|320|340"],
        ["MARK|LENGTH|A|B", "P1|500|120|340", "P2|500|220|340", "P3|500|320|340"],
        ["TAG|SIZE|SERVICE|RANGE", "PT-1|DN15|OIL|0-10", "PT-2|DN15|OIL|0-6", "PT-3|DN15|N2|0-6"],
        ["NO.|SIZE|LENGTH", "1|500|120", "2|500|220", "3|500|320"],
        ["MATERIAL|QTY", "S235|1", "DRAWN|DATE"],
        ["PIN|NAME|PACKAGE", "1|VCC|SO8", "2|GND|SO8", "3|OUT|SO8"],
    ],
)
def test_other_tables_are_passed_by(table: list[str]) -> None:
    assert _reasons(_page(*table)) == []


def test_columns_of_parts_are_told_whatever_the_caption() -> None:
    rows = ["1|T-100|WRENCH|2", "2|T-101|HAMMER|1", "3|T-102|PUNCH|4"]
    page = _page("ITEM|PART NUMBER|DESCRIPTION|QTY", *rows, caption="TOOL LIST")
    assert any("a header, but" in r for r in _reasons(page))


def test_few_numbered_lines_that_count_are_told_under_any_words() -> None:
    rows = ["1|Bolun kara|4|S235", "2|Somun pel|8|A2", "3|Levha orta|2|S355"]
    page = _page("ZUL|KOBRA FEN|TARP|MUNK", *rows)
    assert any("no header that is known" in r for r in _reasons(page))


@pytest.mark.parametrize(
    "table",
    [
        ["STEP|OPERATION|MIN", "1|FIT BRACKET|5", "2|TIGHTEN BOLTS|10", "3|CHECK GAP|3"],
        [
            "NR|WARTUNG|ABSTAND|H|PERS",
            "1|Prüfung|12 Mon|2|1",
            "2|Lager|6 Mon|1|1",
            "3|Öl|9 Mon|4|2",
        ],
        ["LEVEL|NAME|HEIGHT", "1|GROUND FLOOR|3", "2|FIRST FLOOR|6", "3|ROOF|9"],
        ["NR|PARAMETRAS|REIKSME", "1|Slegis|10", "2|Temperatura|40", "3|Turis|25"],
        ["NO|DRAWING NO|TITLE", "1|D-100|LAYOUT", "2|D-101|SECTION", "3|D-102|DETAIL"],
    ],
)
def test_few_numbered_lines_of_other_tables_are_passed_by(table: list[str]) -> None:
    assert _reasons(_page(*table)) == []
