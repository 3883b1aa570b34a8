"""Layouts of many kinds, one small sheet each: what is printed must come out, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from sheets import Pad, cells, headers

SOLIDWORKS = [
    ["ITEM NO.", "PART NUMBER", "DESCRIPTION", "QTY."],
    ["1", "6383K224", "BALL BEARING", "6"],
    ["2", "KSU-001", "FRONT PLATE\n6061-T6", "1"],
    ["3", "KSU-002", "", "12"],
]
FOUR = ("position", "article_number", "description", "quantity")
SOLIDWORKS_CELLS = [
    ["1", "6383K224", "BALL BEARING", "6"],
    ["2", "KSU-001", "FRONT PLATE 6061-T6", "1"],
    ["3", "KSU-002", "", "12"],
]


def test_ruled_table_with_the_header_on_top() -> None:
    pad = Pad()
    pad.ruled(300, 50, [50, 80, 150, 40], SOLIDWORKS)
    assert cells(pad.read(), *FOUR) == SOLIDWORKS_CELLS


@pytest.mark.parametrize("down", [True, False])
@pytest.mark.parametrize("left", [60.0, 52.0])
def test_positions_at_the_left_of_a_wide_column_under_a_header_in_its_middle(
    down: bool, left: float
) -> None:
    lines = SOLIDWORKS_CELLS if down else SOLIDWORKS_CELLS[::-1]
    pad = Pad()
    for x, text in zip([90, 200, 330, 440], SOLIDWORKS[0], strict=True):
        pad.text(x, 50 if down else 62 + 27 * len(lines), text)
    for row, line in enumerate(lines):
        for x, text in zip([left, 190, 320, 446], line, strict=True):
            pad.text(x, 77 + 27 * row if down else 62 + 27 * row, text)
    table = pad.read()["tables"][0]
    assert [[row["cells"][name] for name in FOUR] for row in table["rows"]] == lines
    assert table["reading"] == "words" and table["check_status"] != "suspect"


def test_ruled_table_that_grows_upwards_from_its_header() -> None:
    pad = Pad()
    pad.ruled(300, 400, [50, 80, 150, 40], SOLIDWORKS[::-1])
    assert cells(pad.read(), *FOUR) == SOLIDWORKS_CELLS[::-1]


def test_table_without_rulings() -> None:
    pad = Pad()
    pad.plain([100, 160, 260, 420], 50, SOLIDWORKS)
    assert cells(pad.read(), *FOUR) == SOLIDWORKS_CELLS


def test_wrapped_cells_with_the_position_in_the_middle() -> None:
    pad = Pad()
    for x, h in zip([100, 140, 300], ["POS", "DESCRIPTION", "QTY"], strict=True):
        pad.text(x, 50, h)
    y = 70.0
    for pos, lines, qty in [
        ("1", ["PIPE CLAMP DN 50", "WITH LINER"], "2"),
        ("2", ["ROD M16"], "4"),
        ("3", ["SPRING SUPPORT", "SIZE 4 WITH", "LOAD SCALE"], "1"),
    ]:
        middle = y + 9 * (len(lines) - 1) / 2
        pad.text(100, middle, pos)
        pad.text(300, middle, qty)
        for i, line in enumerate(lines):
            pad.text(140, y + 9 * i, line)
        y += 9 * len(lines) + 5
    assert cells(pad.read(), "position", "description", "quantity") == [
        ["1", "PIPE CLAMP DN 50 WITH LINER", "2"],
        ["2", "ROD M16", "4"],
        ["3", "SPRING SUPPORT SIZE 4 WITH LOAD SCALE", "1"],
    ]


def test_isometric_with_headings_between_rows() -> None:
    pad = Pad()
    xs = [40, 70, 260, 300, 380]
    pad.text(40, 40, "PT")
    pad.text(40, 49, "NO")
    pad.text(70, 45, "COMPONENT DESCRIPTION")
    pad.text(260, 40, "N.S.")
    pad.text(260, 49, "(INS)")
    pad.text(300, 45, "ITEM CODE")
    pad.text(380, 45, "QTY")
    pad.text(40, 65, "FABRICATION MATERIALS")
    pad.text(70, 79, "PIPE")
    pad.plain(xs, 93, [["1", "PIPE SMLS A106-B SCH 40", "4", "PIP0401", "9.5 M"]])
    pad.text(70, 107, "FITTINGS")
    pad.plain(
        xs,
        121,
        [["2", "ELBOW 90 LR\nA234-WPB", "4", "ELB0402", "3"], ["3", "CAP", "2", "CAP1", "1"]],
    )
    result = pad.read()
    assert cells(result, "position", "description", "article_number", "quantity") == [
        ["1", "PIPE SMLS A106-B SCH 40", "PIP0401", "9.5 M"],
        ["2", "ELBOW 90 LR A234-WPB", "ELB0402", "3"],
        ["3", "CAP", "CAP1", "1"],
    ]
    assert [r["section"] for r in result["tables"][0]["rows"]] == ["PIPE", "FITTINGS", "FITTINGS"]
    assert result["tables"][0]["rows"][0]["extra"] == {"N.S. (INS)": "4"}


def test_din_6771_list() -> None:
    pad = Pad()
    pad.ruled(
        60,
        60,
        [30, 40, 40, 160, 160, 90],
        [
            [
                "Pos.",
                "Menge",
                "Einheit",
                "Benennung",
                "Sachnummer/Norm-Kurzbezeichnung",
                "Bemerkung",
            ],
            ["1", "2", "Stck", "Grundplatte", "471.11-02", ""],
            ["2", "8", "Stck", "Sechskantschraube", "ISO 4017 - M12x40", "verzinkt"],
        ],
    )
    result = pad.read()
    assert cells(result, "position", "quantity", "description", "article_number") == [
        ["1", "2", "Grundplatte", "471.11-02"],
        ["2", "8", "Sechskantschraube", "ISO 4017 - M12x40"],
    ]
    assert result["tables"][0]["rows"][1]["extra"] == {"Einheit": "Stck", "Bemerkung": "verzinkt"}


def test_two_level_weight_header_and_total_line() -> None:
    pad = Pad()
    xs = [60, 90, 150, 180, 330, 380, 430]
    pad.grid(xs, [50, 80])
    for x, text in zip(xs, ["POS", "ARTICLE", "QTY", "DESCRIPTION"], strict=False):
        pad.text(x + 3, 68, text)
    pad.canvas.setFillColorRGB(1, 1, 1)
    pad.canvas.rect(379, 600 - 65, 2, 15, fill=1, stroke=0)
    pad.canvas.setFillColorRGB(0, 0, 0)
    pad.line(330, 65, 430, 65)
    pad.text(355, 60, "WEIGHT [kg]")
    pad.text(340, 76, "UNIT")
    pad.text(390, 76, "TOTAL")
    pad.ruled(
        60,
        80,
        [30, 60, 30, 150, 50, 50],
        [["1", "100001", "2", "PLATE", "1,5", "3,0"], ["2", "100002", "4", "ROD", "0,5", "2,0"]],
    )
    pad.text(183, 123, "TOTAL")
    pad.text(383, 123, "5,0")
    pad.grid([60, 430], [112, 128])
    result = pad.read()
    assert headers(result) == [
        "position", "article_number", "quantity", "description", "weight", "total_weight"
    ]  # fmt: skip
    assert cells(result, "weight", "total_weight") == [["1,5", "3,0"], ["0,5", "2,0"]]
    assert result["tables"][0]["printed_total"] == "5,0"
    assert result["tables"][0]["check_status"] == "verified"


def test_stacked_words_in_an_open_header() -> None:
    pad = Pad()
    pad.plain(
        [60, 90, 160, 200, 330, 380],
        50,
        [["", "ARTICLE", "", "", "", "TOTAL"]],
    )
    pad.plain(
        [60, 90, 160, 200, 330, 380],
        59,
        [["POS", "NUMBER", "QTY", "DESCRIPTION", "WEIGHT", "WEIGHT"]],
    )
    pad.plain(
        [60, 90, 160, 200, 330, 380],
        74,
        [
            ["1", "1234567", "2", "CLAMP", "1.5", "3.0"],
            ["2", "1234568", "1", "ROD M12", "0.4", "0.4"],
        ],
    )
    assert cells(
        pad.read(),
        "position",
        "article_number",
        "quantity",
        "description",
        "weight",
        "total_weight",
    ) == [
        ["1", "1234567", "2", "CLAMP", "1.5", "3.0"],
        ["2", "1234568", "1", "ROD M12", "0.4", "0.4"],
    ]


def test_list_without_a_position_column() -> None:
    pad = Pad()
    pad.ruled(
        60,
        60,
        [80, 150, 40],
        [["PART NUMBER", "DESCRIPTION", "QTY"], ["A-1", "BOLT", "4"], ["A-1", "BOLT", "4"]],
    )
    assert cells(pad.read(), "article_number", "description", "quantity") == [
        ["A-1", "BOLT", "4"], ["A-1", "BOLT", "4"]
    ]  # fmt: skip


def test_columns_without_a_header_are_kept() -> None:
    pad = Pad()
    pad.ruled(
        60,
        60,
        [30, 120, 40, 40, 40],
        [["POS", "DESCRIPTION", "", "", "QTY"], ["1", "STRUT", "120", "80", "2"]],
    )
    row = pad.read()["tables"][0]["rows"][0]
    assert row["cells"]["quantity"] == "2"
    assert row["extra"] == {"column 3": "120", "column 4": "80"}


def test_repeated_header_in_mid_table_is_no_row() -> None:
    pad = Pad()
    head = ["POS", "PART NO", "DESCRIPTION", "QTY"]
    rows = [[str(i), f"P{i}", f"PART {i}", "1"] for i in range(1, 7)]
    pad.plain([60, 100, 180, 320], 50, [head, *rows[:3], head, *rows[3:]])
    assert cells(pad.read(), "position") == [[str(i)] for i in range(1, 7)]


def test_two_stacks_side_by_side() -> None:
    pad = Pad()
    head = ["POS", "DESCRIPTION", "QTY"]
    pad.plain([60, 90, 200], 50, [head, ["1", "PLATE", "2"], ["2", "ROD", "4"]])
    pad.plain([260, 290, 400], 50, [head, ["3", "NUT", "8"]])
    result = pad.read()
    found = [
        c
        for i in range(len(result["tables"]))
        for c in cells(result, "position", "quantity", table=i)
    ]
    assert sorted(found) == [["1", "2"], ["2", "4"], ["3", "8"]]


def test_section_headings_in_merged_cells() -> None:
    pad = Pad()
    xs = [60, 90, 240, 280]
    pad.grid(xs, [50, 66])
    for x, text in zip(xs, ["POS", "BENENNUNG", "STK"], strict=False):
        pad.text(x + 3, 61, text)
    pad.grid([60, 280], [66, 82])
    pad.text(63, 77, "STAHLBAU")
    pad.ruled(60, 82, [30, 150, 40], [["1", "TRÄGER", "2"], ["2", "BLECH", "4"]])
    result = pad.read()
    assert cells(result, "position", "description") == [["1", "TRÄGER"], ["2", "BLECH"]]
    assert {r["section"] for r in result["tables"][0]["rows"]} == {"STAHLBAU"}


def test_gost_specification() -> None:
    pad = Pad()
    # a font with Cyrillic letters, without importing the package that ships it
    package = find_spec("matplotlib")
    assert package is not None and package.origin is not None
    font = Path(package.origin).parent / "mpl-data/fonts/ttf/DejaVuSans.ttf"
    pdfmetrics.registerFont(TTFont("DejaVu", str(font)))

    def text(x: float, y: float, words: str, size: float = 8) -> None:
        pad.canvas.setFont("DejaVu", size)
        pad.canvas.drawString(x, pad.height - y, words)

    pad.text = text  # type: ignore[method-assign]
    pad.ruled(
        40,
        40,
        [35, 30, 30, 120, 150, 30, 70],
        [
            ["Формат", "Зона", "Поз.", "Обозначение", "Наименование", "Кол.", "Примечание"],
            ["А4", "", "1", "АБВГ.301.001", "Корпус", "1", ""],
            ["", "", "2", "АБВГ.301.002", "Крышка", "2", "см. лист 2"],
        ],
    )
    assert cells(pad.read(), "position", "article_number", "description", "quantity") == [
        ["1", "АБВГ.301.001", "Корпус", "1"],
        ["2", "АБВГ.301.002", "Крышка", "2"],
    ]


def test_text_that_overflows_into_the_next_column() -> None:
    pad = Pad()
    pad.ruled(
        60,
        60,
        [30, 60, 60, 30],
        [
            ["POS", "DESCRIPTION", "MATERIAL", "QTY"],
            ["1", "HEXAGON HEAD SCREW M12", "", "4"],
            ["2", "NUT", "8.8", "4"],
        ],
    )
    result = pad.read()
    assert cells(result, "description", "MATERIAL", "quantity") == [
        ["HEXAGON HEAD SCREW M12", "", "4"], ["NUT", "8.8", "4"]
    ]  # fmt: skip


def test_user_spellings_of_a_header() -> None:
    pad = Pad()
    pad.ruled(60, 60, [40, 120, 50], [["Kolli", "Ware", "Zahl"], ["1", "Feder", "3"]])
    result = pad.read(
        headers={"position": ["Kolli"], "description": ["Ware"], "quantity": ["Zahl"]}
    )
    assert cells(result, "position", "description", "quantity") == [["1", "Feder", "3"]]


def test_hatching_across_the_table_makes_no_columns() -> None:
    import random

    dice = random.Random(3)
    pad = Pad()
    for i in range(4000):
        x, y = dice.uniform(250, 700), dice.uniform(20, 250)
        dx, dy = ((6, 0), (0, 6), (5, 4))[i % 3]
        pad.line(x, y, x + dx, y + dy)
    pad.ruled(300, 50, [50, 80, 150, 40], SOLIDWORKS)
    assert cells(pad.read(), *FOUR) == SOLIDWORKS_CELLS


def test_column_that_no_header_names_makes_the_table_suspect() -> None:
    pad = Pad()
    rows = [
        ["POS", "DESCRIPTION", "QTY"],
        ["1", "PLATE", "2"],
        ["2", "ROD", "4"],
        ["3", "NUT", "8"],
    ]
    pad.plain([60, 100, 220], 60, rows)
    for y in (74, 88, 102):
        pad.text(290, y, "12.5")
    table = pad.read()["tables"][0]
    assert [r["cells"]["quantity"] for r in table["rows"]] == ["2", "4", "8"]
    assert table["check_status"] == "suspect"


def test_numbered_list_without_a_known_header_is_not_passed_by() -> None:
    pad = Pad()
    pad.plain([60, 120, 260], 60, [["QQ", "XX", "ZZ"]])
    pad.plain([60, 120, 260], 80, [[str(i), f"PLATE {i}", "4"] for i in range(1, 8)])
    result = pad.read()
    assert result["rows_count"] == 0
    assert result["pages"][0]["outcome"] == "unreadable"
    assert result["tables"][0]["check_status"] == "suspect"


def test_open_list_that_touches_a_title_block() -> None:
    pad = Pad()
    xs = [400, 440, 520, 700]
    pad.plain(xs, 400, [["POS", "SACHNUMMER", "BENENNUNG", "MENGE"], ["1", "4711", "PLATTE", "2"],
                        ["2", "4712", "LASCHE", "4"], ["3", "4713", "BOLZEN", "8"]])  # fmt: skip
    pad.grid([395, 780], [447, 461, 475])
    pad.plain([440, 520, 700], 457, [["GEPR. A. NOWAK", "DATUM 17.10.2016", "2"]])
    pad.plain([440, 520, 700], 471, [["MASSSTAB 1:10", "BLATT 1", "1"]])
    result = pad.read()
    assert cells(result, "position", "quantity") == [["1", "2"], ["2", "4"], ["3", "8"]]


def test_label_of_a_title_block_inside_a_wrapped_cell() -> None:
    pad = Pad()
    pad.plain([60, 120, 300], 60, [["POS", "DESCRIPTION", "QTY"],
                                   ["1", "SPRING HANGER WITH\nSCALE", "2"],
                                   ["2", "COVER\nSHEET 4", "1"], ["3", "ROD", "4"]])  # fmt: skip
    assert cells(pad.read(), "position", "description", "quantity") == [
        ["1", "SPRING HANGER WITH SCALE", "2"], ["2", "COVER SHEET 4", "1"], ["3", "ROD", "4"],
    ]  # fmt: skip


def test_header_word_that_means_a_name_or_a_number() -> None:
    pad = Pad()
    head = ["REPÈRE", "N° ARTICLE", "NOMBRE"]
    pad.ruled(60, 60, [60, 80, 80], [head, ["1", "A-1", "4"], ["2", "A-2", "12"]])
    assert headers(pad.read()) == ["position", "article_number", "quantity"]
    pad = Pad()
    head = ["ELEMENTO", "CODIGO", "NOMBRE"]
    pad.ruled(60, 60, [60, 80, 80], [head, ["1", "A-1", "PLACA"], ["2", "A-2", "PERNO"]])
    assert headers(pad.read()) == ["position", "article_number", "description"]


def test_article_column_that_counts_the_rows_is_the_position() -> None:
    pad = Pad()
    rows = [["NO. ARTICLE", "DESCRIPTION", "QTE"], ["3", "ARBRE", "1"], ["2", "CARTER", "1"]]
    pad.ruled(100, 50, [70, 120, 40], [*rows, ["1", "VIS", "8"]])
    result = pad.read()
    assert headers(result) == ["position", "description", "quantity"]
    assert cells(result, "position", "article_number") == [["3", ""], ["2", ""], ["1", ""]]


def test_ruled_list_with_headings_in_rows_of_one_cell() -> None:
    pad = Pad()
    rows = [
        ["POS", "PART NO.", "NAME", "QTY"], ["DRAWINGS"], ["", "K-1", "ASSEMBLY", ""],
        ["1", "K-2", "SHAFT", "1"], ["STANDARD PARTS"], ["2", "", "KEY", "2"],
        ["3", "", "BOLT M8", "8"],
    ]  # fmt: skip
    xs, ys = [100, 140, 220, 320, 360], [50 + 28 * i for i in range(len(rows) + 1)]
    for y in ys:
        pad.line(100, y, 360, y)
    for row, (top, bottom) in zip(rows, pairwise(ys), strict=True):
        for x in xs if len(row) == 4 else (100, 360):
            pad.line(x, top, x, bottom)
        for x, text in zip(xs if len(row) == 4 else [230], row, strict=False):
            pad.text(x + 3, top + 17, text)
    assert cells(pad.read(), "position", "article_number", "description", "quantity") == [
        row for row in rows[1:] if len(row) == 4
    ]


def test_article_and_number_alone_make_a_list() -> None:
    pad = Pad()
    rows = [["NOMBRE", "N° ARTICLE", "POIDS"], ["2", "A-1", "1,5"], ["8", "A-2", "0,2"]]
    pad.plain([100, 170, 260], 50, rows)
    assert cells(pad.read(), "quantity", "article_number") == [["2", "A-1"], ["8", "A-2"]]


def test_narrow_columns_with_headers_written_sideways() -> None:
    pad = Pad()
    xs, ys = [100, 120, 140, 260, 280], [50, 90, 106, 122]
    pad.grid(xs, ys)
    for x, text in [(113, "POS."), (133, "PART NO."), (273, "QTY")]:
        pad.canvas.saveState()
        pad.canvas.translate(x, pad.height - 88)
        pad.canvas.rotate(90)
        pad.canvas.setFont("Helvetica", 7)
        pad.canvas.drawString(2, 0, text)
        pad.canvas.restoreState()
    pad.text(170, 72, "DESCRIPTION")
    pad.text(130, 40, "MATERIAL")
    rows = [["1", "A1", "SHAFT", "2"], ["2", "A2", "KEY", "4"]]
    for y, row in zip([101, 117], rows, strict=True):
        for x, text in zip(xs, row, strict=False):
            pad.text(x + 3, y, text)
    result = pad.read()
    assert cells(result, "position", "article_number", "description", "quantity") == rows
    assert result["tables"][0]["check_status"] == "consistent"


def test_values_of_a_title_block_on_the_header_line_are_no_columns() -> None:
    pad = Pad()
    rows = [["2", "4", "NUT", "0.1"], ["1", "2", "ROD", "3.5"], ["POS", "QTY", "NAME", "WEIGHT"]]
    pad.plain([60, 100, 140, 220], 100, rows)
    for x, text in [(275, "SEE LIST"), (340, "2150,8 kg"), (410, "1:5")]:
        pad.text(x, 128, text)
    result = pad.read()
    assert headers(result) == ["position", "quantity", "description", "weight"]
    assert cells(result, "position", "quantity", "description", "weight") == rows[:2]


def test_figures_set_against_the_text_of_the_next_column() -> None:
    pad = Pad()
    pad.plain([60, 90, 132, 240], 60, [["POS", "QTY", "TYPE", "NAME"]])
    rows = [["1", "1", "30 25 18", "HANGER"], ["2", "12", "60 D 2", "ROD"], ["3", "4", "63", "NUT"]]
    for i, (pos, qty, kind, name) in enumerate(rows):
        pad.plain([60, 127 - 4.45 * len(qty), 132, 240], 74 + 14 * i, [[pos, qty, kind, name]])
    assert cells(pad.read(), "position", "quantity", "TYPE", "description") == rows


def test_blank_of_an_overflowing_text_at_the_edge_of_a_column_parts_no_cells() -> None:
    pad = Pad()
    rows = [
        ["POS", "QTY", "DESCRIPTION", "MATERIAL"],
        ["1", "1", "HOUSING MACHINED FROM SOLID BILLET SEE DRAWING", ""],
        ["2", "2", "COVER", "S235"],
        ["3", "8", "HEX BOLT M12x120 GALVANIZED WITH NUT", ""],
        ["4", "1", "PIN", "C45"],
    ]
    pad.plain([60, 90, 120, 200], 60, rows)
    assert cells(pad.read(), "position", "quantity", "description", "MATERIAL") == rows[1:]


def test_lines_above_and_below_hold_a_header_together_over_columns_without_one() -> None:
    pad = Pad(1000)
    pad.plain([60, 90, 120, 780], 60, [["POS", "QTY", "DESCRIPTION", "WEIGHT"]])
    rows = [["1", "2", "CLAMP", "1.2"], ["2", "1", "ROD", "2.1"], ["3", "4", "NUT", "0.2"]]
    pad.plain([60, 90, 120, 780], 75, rows, 15)
    for i in range(5):
        pad.line(55, 50 + 15 * i, 820, 50 + 15 * i)
    assert cells(pad.read(), "position", "quantity", "description", "weight") == rows


@pytest.mark.parametrize(
    ("column", "names"),
    [
        (["1", "2", "4"], ["position", "quantity"]),
        (["A", "B", "C"], ["position", "quantity"]),
        (["B12/1", "1001", "1002"], ["article_number", "quantity"]),
        (["Bracket, left", "Plate", "Screw M4"], ["description", "quantity"]),
    ],
)
def test_part_is_a_position_a_number_or_a_name(column: list[str], names: list[str]) -> None:
    pad = Pad()
    rows = [[part, str(5 + 3 * i), "St"] for i, part in enumerate(column)]
    pad.ruled(60, 60, [90, 40, 60], [["Part", "Qty", "Mat'l"], *rows])
    assert headers(pad.read()) == [*names, None]


def test_rows_after_blank_lines_go_on_where_the_positions_count_on() -> None:
    pad = Pad()
    pad.plain([60, 100, 140], 60, [["POS", "QTY", "DESCRIPTION"]])
    pad.plain([60, 100, 140], 74, [[str(i), "2", "ROD"] for i in range(1, 5)])
    pad.plain([60, 100, 140], 180, [[str(i), "1", "NUT"] for i in range(5, 8)])
    assert len(cells(pad.read(), "position")) == 7


def test_a_letter_alone_in_a_font_that_is_not_there_is_missed() -> None:
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("HYSMyeongJo-Medium"))
    pad = Pad()
    pad.plain([60, 100, 200], 60, [["POS", "NAME", "QTY"], ["1", "", "1"], ["2", "", "4"]])
    pad.canvas.setFont("HYSMyeongJo-Medium", 8)
    for y, name in ((74, "축"), (88, "베어링")):
        pad.canvas.drawString(100, pad.height - y, name)
    result = pad.read()
    read = [name for (name,) in cells(result, "description")]
    assert read == ["축", "베어링"] or result["tables"][0]["check_status"] == "suspect"


def test_stacks_whose_headers_begin_with_a_word_that_others_hold_too() -> None:
    pad = Pad()
    head = ["NO", "QTY", "DESCRIPTION", "CODE"]
    for i, x in enumerate((60, 230, 400)):
        rows = [[str(3 * i + k), "2", "PART", f"P{i}{k}"] for k in (1, 2, 3)]
        pad.plain([x, x + 22, x + 46, x + 120], 60, [head, *rows])
    result = pad.read()
    found = [cells(result, "position", "quantity", "article_number", table=i) for i in range(3)]
    assert found == [[[str(3 * i + k), "2", f"P{i}{k}"] for k in (1, 2, 3)] for i in range(3)]


def test_cells_that_begin_far_beside_a_header_in_the_middle_of_its_column() -> None:
    pad = Pad()
    rows = [["Bracket", "Steel", "2"], ["Plate", "Brass", "1"], ["Bolt M8x20", "8.8", "16"]]
    pad.plain([95, 180, 260], 60, [["Part Name", "Material", "Quantity"]])
    pad.plain([60, 175, 270], 74, rows)
    assert cells(pad.read(), "description", "Material", "quantity") == rows


def test_row_above_a_header_that_no_line_parts_from_it() -> None:
    pad = Pad()
    rows = [["P-1", "2", "ROD", ""], ["P-22", "1", "NUT", "zinc"], ["P-3", "4", "PIN", "see A"]]
    pad.grid([60, 110, 150, 230, 300], [50, 66, 82])
    pad.grid([60, 110, 150, 230, 300], [82, 120])
    for y, row in zip((61, 77, 94), rows, strict=True):
        pad.plain([63, 113, 153, 233], y, [row])
    pad.plain([63, 113, 153, 233], 114, [["Part No.", "Qty", "Name", "Remarks"]])
    found = cells(pad.read(), "article_number", "quantity", "description", "Remarks")
    assert found == rows


def test_first_line_of_a_wrapped_cell_is_no_header_line() -> None:
    pad = Pad()
    pad.plain([60, 110, 260], 60, [["ITEM", "PART NUMBER", "QTY"]])
    pad.text(62, 69, "NO.")
    for y, text in ((79, "TOP"), (88, "FRAME"), (97, "WELDED"), (113, "SPACER")):
        pad.text(110, y, text)
    for y, pos in ((88, "1"), (113, "2")):
        pad.text(62, y, pos)
        pad.text(262, y, "4")
    assert cells(pad.read(), "article_number") == [["TOP FRAME WELDED"], ["SPACER"]]


@pytest.mark.parametrize("scale", [0.3, 3.0])
def test_two_level_header_drawn_large_or_small(scale: float) -> None:
    pad = Pad(800 * scale, 600 * scale)
    pad.canvas.translate(0, pad.height * (1 - scale))
    pad.canvas.scale(scale, scale)
    xs = [60, 90, 180, 220, 260]
    pad.grid(xs[:3], [50, 76, 92, 108])
    pad.grid(xs[2:], [63, 76, 92, 108])
    pad.line(180, 50, 263, 50)
    pad.line(261, 49, 261, 108)
    for x, y, text in ((63, 66, "POS"), (93, 66, "NAME"), (200, 60, "WEIGHT")):
        pad.text(x, y, text)
    pad.plain([183, 223], 73, [["UNIT", "TOTAL"]])
    pad.plain([63, 93, 183, 223], 88, [["1", "ROD", "1.5", "3.0"], ["2", "NUT", "0.2", "0.8"]], 16)
    found = cells(pad.read(), "position", "description", "weight", "total_weight")
    assert found == [["1", "ROD", "1.5", "3.0"], ["2", "NUT", "0.2", "0.8"]]


def test_text_slanted_by_its_matrix_keeps_its_blanks() -> None:
    pad = Pad()
    rows = [["POS", "QTY", "TYPE", "NAME"], ["1", "1", "30 25", "ROD"], ["2", "2", "60 D", "NUT"]]
    for i, row in enumerate(rows):
        for x, text in zip([60, 84, 106, 150], row, strict=True):
            pad.canvas.saveState()
            pad.canvas.transform(1, 0, 0.25, 1, x, pad.height - 60 - 14 * i)
            pad.text(0, pad.height, text)
            pad.canvas.restoreState()
    assert cells(pad.read(), "position", "quantity", "TYPE", "description") == rows[1:]


DASHED = [["-", str(n), str(n), f"MS2047{n}-{n}", "RIVET, SOLID"] for n in range(1, 6)]
DASHED_WIDTHS = [60, 60, 40, 120, 140]


def test_quantities_of_several_versions_are_kept_and_said_to_be_open() -> None:
    """American lists count for each dash number; none of the columns is the list's quantity."""
    names = ["QTY REQD -2", "QTY REQD -1", "ITEM NO", "PART OR IDENTIFYING NO", "NOMENCLATURE"]
    pad = Pad()
    pad.ruled(100, 100, DASHED_WIDTHS, [names, *DASHED])
    result = pad.read()
    wanted = ("quantity", "position", "article_number", "description")
    assert cells(result, *wanted) == [["", *row[2:]] for row in DASHED]
    assert cells(result, names[0], names[1]) == [row[:2] for row in DASHED]
    [table] = result["tables"]
    assert table["check_status"] == "suspect"
    assert any("depends on the version" in reason for reason in table["check_reasons"])


def test_the_quantity_of_the_only_version() -> None:
    pad = Pad()
    names = ["-1", "ITEM NO", "PART NO", "DESCRIPTION"]
    pad.ruled(100, 100, DASHED_WIDTHS[1:], [names, *(row[1:] for row in DASHED)])
    result = pad.read()
    assert cells(result, "quantity", "position") == [row[1:3] for row in DASHED]
    assert result["tables"][0]["check_reasons"] == []


@pytest.mark.parametrize("mark", ["MARK", "ITEM"])
def test_size_beside_length_says_what_a_bar_is(mark: str) -> None:
    rows = [[f"A{n}", "2", "L 50x50x5", str(100 * n), "3.4"] for n in range(1, 6)]
    pad = Pad()
    pad.ruled(100, 100, [60, 50, 120, 60, 60], [[mark, "QTY", "SIZE", "LENGTH", "WT."], *rows])
    result = pad.read()
    assert cells(result, "position", "quantity", "description", "LENGTH", "weight") == rows


WEIGHED = ["POS", "QTY", "DESCRIPTION", "WEIGHT", "TOTAL WEIGHT"]
CLAMPS = [[str(n), "2", f"PIPE CLAMP DN{n}0 LONG", f"{n}.5", f"{2 * n + 1}.0"] for n in range(1, 7)]
CLAMP_COLUMNS = ("position", "quantity", "description", "weight", "total_weight")
CLAMP_WIDTHS = [40, 40, 160, 60, 90]
CLAMP_XS = [100, 140, 180, 340, 400]


def test_a_text_alone_in_its_row_heads_the_rows_below() -> None:
    pad = Pad()
    heading = ["", "", "PURCHASED PARTS", "", ""]
    pad.ruled(100, 100, CLAMP_WIDTHS, [WEIGHED, *CLAMPS[:3], heading, *CLAMPS[3:]])
    result = pad.read()
    assert cells(result, *CLAMP_COLUMNS) == CLAMPS
    sections = [row["section"] for row in result["tables"][0]["rows"]]
    assert sections == [""] * 3 + ["PURCHASED PARTS"] * 3


def test_a_cell_that_goes_on_below_a_ruling_is_one_row_and_says_so() -> None:
    pad = Pad()
    first = ["1", "2", "SLIDING PLATE PTFE\nWITH STAINLESS", "1.5", "3.0"]
    more = ["", "", "STEEL TOP", "", ""]
    pad.ruled(100, 100, CLAMP_WIDTHS, [WEIGHED, first, more, *CLAMPS[1:]], pitch=9)
    result = pad.read()
    assert len(result["tables"][0]["rows"]) == 6
    assert cells(result, "description")[0] == ["SLIDING PLATE PTFE WITH STAINLESS STEEL TOP"]
    assert any("STEEL TOP" in reason for reason in result["tables"][0]["check_reasons"])


@pytest.mark.parametrize("ruled", [True, False])
def test_a_dimension_that_reaches_into_the_list_is_in_no_cell(ruled: bool) -> None:
    pad = Pad()
    if ruled:
        pad.ruled(100, 100, CLAMP_WIDTHS, [WEIGHED, *CLAMPS])
        pad.text(310, 158, "350", 14)
    else:
        pad.plain(CLAMP_XS, 100, [WEIGHED, *CLAMPS], 20)
        pad.text(290, 148, "350", 12)
    result = pad.read()
    assert cells(result, *CLAMP_COLUMNS) == CLAMPS
    assert any("'350'" in reason for reason in result["tables"][0]["check_reasons"])


@pytest.mark.parametrize("ruled", [True, False])
def test_a_list_that_grows_upwards_and_repeats_its_header(ruled: bool) -> None:
    up = CLAMPS[::-1]
    lines = [*up[:3], WEIGHED, *up[3:], WEIGHED]
    pad = Pad()
    if ruled:
        pad.ruled(100, 100, CLAMP_WIDTHS, lines)
    else:
        pad.plain(CLAMP_XS, 100, lines)
    result = pad.read()
    rows = [row["cells"] for table in result["tables"] for row in table["rows"]]
    assert [[row[name] for name in CLAMP_COLUMNS] for row in rows] == up


def test_what_stands_below_the_frame_of_an_open_list_is_told_and_no_row() -> None:
    pad = Pad()
    pad.plain([x + 3 for x in CLAMP_XS], 111, [WEIGHED, *CLAMPS])
    for x in (100, 470):
        pad.line(x, 100, x, 200)
    pad.plain([x + 3 for x in CLAMP_XS], 214, [["7", "3", "NOTE ONE", "1", "3"]])
    result = pad.read()
    assert cells(result, *CLAMP_COLUMNS) == CLAMPS
    assert any("NOTE ONE" in reason for reason in result["tables"][0]["check_reasons"])


@pytest.mark.parametrize("stacks", [2, 3])
def test_stacks_side_by_side_in_one_grid(stacks: int) -> None:
    length = 6 // stacks
    lines = [[cell for k in range(stacks) for cell in CLAMPS[i + k * length][:3]]
             for i in range(length)]  # fmt: skip
    pad = Pad(900)
    pad.ruled(40, 100, [40, 40, 180] * stacks, [WEIGHED[:3] * stacks, *lines])
    result = pad.read()
    rows = [row["cells"] for table in result["tables"] for row in table["rows"]]
    assert [[row[name] for name in CLAMP_COLUMNS[:3]] for row in rows] == [r[:3] for r in CLAMPS]


def test_a_group_cell_over_two_columns_belongs_to_both() -> None:
    pad = Pad()
    pad.grid([100, 140, 180, 340], [100, 132])
    pad.grid([340, 490], [100, 116])
    pad.grid([340, 400, 490], [116, 132])
    for x, y, text in [(105, 120, "POS"), (145, 120, "QTY"), (190, 120, "DESCRIPTION"),
                       (380, 111, "WEIGHT"), (345, 127, "UNIT"), (405, 127, "TOTAL")]:  # fmt: skip
        pad.text(x, y, text)
    pad.ruled(100, 132, CLAMP_WIDTHS, CLAMPS)
    result = pad.read()
    assert cells(result, *CLAMP_COLUMNS) == CLAMPS
    assert [h["text"] for h in result["tables"][0]["header"]][3:] == ["WEIGHT UNIT", "WEIGHT TOTAL"]


def test_total_beside_weight_is_the_total_weight() -> None:
    pad = Pad()
    total = ["", "", "", "", "48.0"]
    pad.ruled(100, 100, CLAMP_WIDTHS, [[*WEIGHED[:4], "TOTAL"], *CLAMPS, total])
    result = pad.read()
    assert cells(result, *CLAMP_COLUMNS) == CLAMPS
    assert result["tables"][0]["printed_total"] == "48.0"
    assert result["tables"][0]["check_status"] == "verified"


def test_a_dimension_between_the_columns_of_an_open_list_is_no_quantity() -> None:
    """It stands out of line with the quantities."""
    pad = Pad()
    names = ["POS", "ARTICLE NUMBER", "DESCRIPTION", "QTY"]
    rows = [[str(n), f"10{n}-2", f"PIPE CLAMP DN{n}0", "2"] for n in range(1, 7)]
    pad.plain([100, 140, 230, 400], 100, [names, *rows], 24)
    pad.text(416, 184, "1200")
    result = pad.read()
    assert cells(result, "position", "article_number", "description", "quantity") == rows
    assert result["tables"][0]["reading"] == "words", "no second reading was needed"


def test_a_sum_whose_label_is_cut_off_is_no_heading() -> None:
    """The rest of its label and the figure read as one text, under the weights."""
    names = ["ITEM NO", "TOTAL WEIGHT", "QTY", "PART NUMBER", "UNIT WEIGHT"]
    rows = [[str(n), f"{2 * n}.5", "1", f"10{n}-2", f"{2 * n}.5"] for n in range(1, 5)]
    pad = Pad()
    pad.ruled(100, 100, [80, 80, 40, 90, 80], [names, *rows])
    pad.grid([100, 180, 470], [180, 196])
    pad.text(145, 191, "WEIGHT")
    pad.text(183, 191, "22.0")
    [table] = pad.read()["tables"]
    assert [row["cells"]["article_number"] for row in table["rows"]] == [row[3] for row in rows]
    assert table["printed_total"] == "22.0"
    assert table["check_status"] == "verified"


def test_rows_of_a_header_inside_another_table_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The upper header first, as if nobody knew that the list grows upwards."""
    monkeypatch.setattr(
        "bomflow.table.find.reading_order",
        lambda bands, *_: sorted(bands, key=lambda band: band.top),
    )
    up = CLAMPS[::-1]
    pad = Pad()
    pad.ruled(100, 100, CLAMP_WIDTHS, [*up[:3], WEIGHED, *up[3:], WEIGHED])
    [table] = pad.read()["tables"]
    told = "rows under another header were left out"
    assert len(table["rows"]) == 6 or any(told in reason for reason in table["check_reasons"])


def test_a_total_line_in_two_languages_is_no_row() -> None:
    pad = Pad()
    total = ["", "", "Summe / Total", "", "7.0"]
    rows = [
        ["POS", "QTY", "DESCRIPTION", "WEIGHT", "TOTAL WEIGHT"],
        ["1", "2", "CLAMP", "3", "6.0"],
    ]
    pad.ruled(60, 60, CLAMP_WIDTHS, [*rows, ["2", "1", "ROD", "1", "1.0"], total])
    result = pad.read()
    assert cells(result, "position") == [["1"], ["2"]]
    assert result["tables"][0]["printed_total"] == "7.0"


def test_a_tightly_set_weight_each_is_one_column() -> None:
    pad = Pad()
    header = ["MK", "QTY", "DESCRIPTION", "FT-IN", "WT EA", "TOT WT"]
    rows = [["1", "2", "CHANNEL", "3", "191.3", "382.6"], ["2", "4", "ANGLE", "2", "3.5", "14.0"]]
    pad.plain([60, 100, 140, 240, 280, 330], 60, [header, *rows])
    for y in (50, 63, 92):
        pad.line(58, y, 370, y)
    result = pad.read()
    names = ["position", "quantity", "description", None, "weight", "total_weight"]
    assert headers(result) == names
    assert cells(result, *(name or "FT-IN" for name in names)) == rows


def test_profiles_are_the_description_of_a_list_of_steel() -> None:
    pad = Pad()
    header = ["Marca", "N° pezzi", "Profilo", "Lunghezza mm", "Peso kg"]
    rows = [["101", "2", "HEA 160", "3450", "104,9"], ["102", "4", "L 60x6", "180", "1,0"]]
    pad.ruled(60, 60, [60, 60, 100, 80, 60], [header, *rows])
    names = ("position", "quantity", "description", "Lunghezza mm", "weight")
    assert cells(pad.read(), *names) == rows


def test_places_on_a_circuit_board_are_no_article_numbers() -> None:
    pad = Pad()
    header = ["Item", "Qty", "Reference(s)", "Description", "MPN"]
    rows = [["1", "2", "C1, C2", "CAP 100N", "CL10B104"], ["2", "1", "R1", "RES 4K7", "RC0603-4K7"]]
    pad.ruled(60, 60, [40, 40, 80, 100, 90], [header, *rows])
    names = ("position", "quantity", "Reference(s)", "description", "article_number")
    assert cells(pad.read(), *names) == rows


@pytest.mark.parametrize("ruled", [True, False])
def test_an_empty_last_column_between_the_lines_of_the_list(ruled: bool) -> None:
    pad = Pad()
    header = ["POS", "QTY", "DESCRIPTION", "MATERIAL", "REMARKS"]
    rows = [[str(n), "2", "PLATE", "S235", ""] for n in range(1, 6)]
    if ruled:
        pad.ruled(60, 60, [40, 40, 120, 160, 60], [header, *rows])
    else:
        pad.plain([60, 100, 140, 260, 420], 60, [header, *rows])
        for y in (50, 63, 132):
            pad.line(58, y, 520, y)
    [table] = pad.read()["tables"]
    assert (table["check_status"], table["check_reasons"]) == ("consistent", [])


@pytest.mark.parametrize("counted", ["1 2 3 4 5", "(1) (2) (3) (4) (5)", "a b c d e"])
@pytest.mark.parametrize("down", [True, False])
def test_the_line_that_counts_the_columns_is_no_row(down: bool, counted: str) -> None:
    pad = Pad()
    header = ["POS", "QTY", "UNIT", "NAME", "PART NO"]
    rows = [["1", "2", "pcs", "CLAMP", "A-1"], ["2", "1", "pcs", "ROD", "A-2"]]
    lines = [header, counted.split(), *rows]
    pad.ruled(60, 60, [40, 40, 40, 100, 60], lines if down else lines[::-1])
    names = ("position", "quantity", "UNIT", "description", "article_number")
    assert cells(pad.read(), *names) == (rows if down else rows[::-1])


@pytest.mark.parametrize("down", [True, False])
def test_the_line_that_says_the_units_of_the_columns_is_no_row(down: bool) -> None:
    pad = Pad()
    units = ["", "Stck", "", "mm", "kg"]
    rows = [["1", "2", "Platte", "200", "1,5"], ["2", "1", "Steife", "80", "0,7"]]
    lines = [["Teil", "Anzahl", "Benennung", "Länge", "Gewicht"], units, *rows]
    pad.ruled(60, 60, [40, 50, 100, 50, 50], lines if down else lines[::-1])
    result = pad.read()
    assert result["tables"][0]["reading"] == "words"
    names = ("position", "quantity", "description", "Länge", "weight")
    assert cells(result, *names) == (rows if down else rows[::-1])


@pytest.mark.parametrize("name", ["Line", "", "SUPPORT ITEM"])
def test_a_first_column_that_counts_the_rows_holds_the_positions(name: str) -> None:
    pad = Pad()
    rows = [["1", "4", "VALVE", "A-1"], ["2", "2", "PUMP", "A-2"], ["3", "40", "PIPE", ""]]
    pad.ruled(60, 60, [80, 40, 100, 60], [[name, "Qty", "Description", "Part No."], *rows])
    result = pad.read()
    assert cells(result, "position", "quantity", "description", "article_number") == rows


def test_piece_marks_beside_the_mark_of_the_assembly_are_the_positions() -> None:
    pad = Pad()
    header = ["ASSY. MARK", "PC. MARK", "QTY.", "DESCRIPTION"]
    rows = [["B205", "B205", "1", "W12x26"], ["", "p12", "2", "PL 3/8"], ["", "a3", "4", "L 4x3"]]
    pad.ruled(60, 60, [80, 60, 40, 100], [header, *rows])
    assert cells(pad.read(), "position", "quantity", "description") == [row[1:] for row in rows]


def test_a_list_between_lines_that_are_drawn_with_characters() -> None:
    pad = Pad()
    line = ["----", "---", "----------", "----------"]
    rows = [["1", "2", "A-100", "BASE PLATE"], ["2", "12", "A-101", "WASHER"]]
    header = ["ITEM", "QTY", "PART-NO", "DESCRIPTION"]
    pad.plain([60, 90, 120, 190], 60, [header, line, *rows, line], pitch=11)
    result = pad.read()
    assert cells(result, "position", "quantity", "article_number", "description") == rows
    assert [cell["text"] for cell in result["tables"][0]["header"]] == header


def test_a_row_with_a_dash_for_its_position() -> None:
    pad = Pad()
    rows = [["1", "A-1", "HOUSING", "1"], ["2", "A-2", "SCREW", "8"], ["-", "A-9", "GREASE", ""]]
    pad.plain([60, 90, 150, 300], 60, [["REF.", "PART NO.", "DESCRIPTION", "QTY"], *rows])
    assert cells(pad.read(), "position", "article_number", "description", "quantity") == rows


@pytest.mark.parametrize("name", ["GEW. (kg)", "TOTAL WT [kg]"])
def test_the_unit_behind_a_tightly_set_weight_is_of_its_header(name: str) -> None:
    pad = Pad()
    header = ["POS", "QTY", "DESCRIPTION", "UNIT WT (kg)", name]
    rows = [["1", "2", "CHANNEL", "191.3", "382.6"], ["2", "4", "ANGLE", "3.5", "14.0"]]
    pad.plain([60, 100, 140, 240, 330], 60, [header, *rows])
    for y in (50, 63, 92):
        pad.line(58, y, 400, y)
    assert [cell["text"] for cell in pad.read()["tables"][0]["header"]] == header


def test_pieces_are_the_positions_where_another_column_counts() -> None:
    pad = Pad()
    rows = [["1", "4", "W12x26", "12"], ["2", "2", "L3x3", "5"], ["3", "8", "PL 1/2", "2"]]
    pad.ruled(60, 60, [40, 40, 100, 60], [["PC", "REQ", "SHAPE", "WEIGHT"], *rows])
    assert cells(pad.read(), "position", "quantity", "description", "weight") == rows


@pytest.mark.parametrize(("line", "code"), [("Line", "ITEM NUMBER"), ("N° Article", "Référence")])
def test_codes_beside_a_column_that_counts_are_article_numbers(line: str, code: str) -> None:
    pad = Pad()
    rows = [["1", "4", "K-17", "VALVE"], ["2", "2", "DIN 933", "PUMP"], ["3", "8", "77", "PIPE"]]
    pad.ruled(60, 60, [60, 40, 80, 100], [[line, "Qty", code, "Description"], *rows])
    assert cells(pad.read(), "position", "quantity", "article_number", "description") == rows


def test_names_follow_one_from_the_other() -> None:
    pad = Pad()
    rows = [["1", "1", "BASE", "14"], ["2", "4", "RIB", "0.6"], ["3", "4", "PIN", "0.5"]]
    pad.ruled(60, 60, [40, 40, 100, 60], [["Part.", "N.", "Denominazione", "Peso (kg)"], *rows])
    assert cells(pad.read(), "position", "quantity", "description", "weight") == rows


def test_a_header_that_was_cut_between_two_of_its_words() -> None:
    pad = Pad()
    header = ["POS", "COMMODITY TITLE", "QTY"]
    rows = [["1", "PIPE SMLS", "2"], ["2", "ELBOW LR", "4"]]
    pad.plain([60, 100, 220], 60, [header, *rows])
    for y in (50, 63, 92):
        pad.line(58, y, 260, y)
    result = pad.read()
    assert [cell["text"] for cell in result["tables"][0]["header"]] == header
    assert cells(result, "position", "description", "quantity") == rows


def test_lines_across_bound_columns_of_which_the_headers_stand_in_the_middle() -> None:
    pad = Pad()
    rows = [
        ["10-01", "BASE", "1", "pcs"],
        ["DIN 933", "BOLT", "8", "pcs"],
        ["77", "PIPE", "2", "m"],
    ]
    pad.plain([90, 190, 283, 375], 60, [["Article", "Description", "Qty", "Unit"]])
    pad.plain([43, 143, 285, 308], 74, rows)
    pad.line(20, 50, 780, 50)  # the sheet's frame
    for y in (64, 78, 92, 106):
        pad.line(40, y, 420, y)
    [table] = (result := pad.read())["tables"]
    assert cells(result, "article_number", "description", "quantity", "Unit") == rows
    assert table["check_reasons"] == []


@pytest.mark.parametrize("below", ["WITH LOCK NUT", "SEE SHEET 2"])
def test_the_second_line_of_the_last_row_stands_like_those_of_others(below: str) -> None:
    pad = Pad()
    pad.plain((50, 90, 130, 270), 50, [["POS", "QTY", "DESCRIPTION", "PART NO."]], 15)
    for n in range(1, 5):
        row = [str(n), "2", f"U-BOLT DN{n}0", f"100-20{n}"]
        pad.plain((50, 90, 130, 270), 35 + 30 * n, [row])
        if n < 4:
            pad.text(138, 50 + 30 * n, "WITH LOCK NUT")
    pad.text(138 if below == "WITH LOCK NUT" else 60, 170, below)
    last = pad.read()["tables"][0]["rows"][-1]["cells"]["description"]
    assert last == ("U-BOLT DN40 WITH LOCK NUT" if below == "WITH LOCK NUT" else "U-BOLT DN40")


@pytest.mark.parametrize("mark", [".", ". ", "_ "])
def test_a_line_of_dots_from_a_name_to_a_figure_is_no_text(mark: str) -> None:
    pad = Pad()
    pad.plain((50, 90, 300), 50, [["POS", "DESCRIPTION", "QTY"]])
    for n in range(1, 4):
        pad.plain((50, 90, 300), 50 + 14 * n, [[str(n), f"U-BOLT DN{n}0", "2"]])
        pad.text(160, 50 + 14 * n, (30 * mark).strip())
    rows = pad.read()["tables"][0]["rows"]
    assert [r["cells"]["description"] for r in rows] == [f"U-BOLT DN{n}0" for n in (1, 2, 3)]


def test_lines_that_end_together_part_two_tables_side_by_side() -> None:
    pad = Pad()
    list_rows = [["ITEM", "PART NO.", "DESCRIPTION", "QTY"]]
    list_rows += [[str(n), f"100-20{n}", f"PIPE CLAMP DN{n}0", "2"] for n in (1, 2, 3)]
    nozzles = [["MARK", "QTY", "SIZE", "SERVICE"]]
    nozzles += [[f"N{n}", "1", f"DN{n}0", "INLET"] for n in (1, 2, 3)]
    pad.plain((40, 80, 120, 160), 71, nozzles, 16)
    pad.plain((222, 262, 330, 480), 71, list_rows, 16)
    for n in range(5):
        pad.line(38, 60 + 16 * n, 208, 60 + 16 * n)
        pad.line(220, 60 + 16 * n, 520, 60 + 16 * n)
    names = ("position", "article_number", "description", "quantity")
    assert cells(pad.read(), *names) == list_rows[1:]


@pytest.mark.parametrize("overflows", [True, False])
def test_a_text_that_runs_over_a_ruling_in_one_of_its_blanks(overflows: bool) -> None:
    pad = Pad()
    lines = [[str(n), f"PIPE CLAMP DN{n}0", "", "2"] for n in range(1, 6)]
    lines[2][1] = ""
    pad.ruled(60, 60, [40, 120, 80, 40], [["POS", "DESCRIPTION", "MATERIAL", "QTY"], *lines])
    for n in (1, 2, 4, 5):
        pad.text(230, 71 + 16 * n, "S235")
    text = "U-BOLT WITH HEX NUTS HOT DIP GALV."
    width = pad.canvas.stringWidth("U-BOLT WITH HEX NUTS ", "Helvetica", 8)
    # The ruling lies in a blank; the next word begins like the others of its column, or not.
    pad.text(221 - width, 119, text if overflows else text.removesuffix(" HOT DIP GALV."))
    pad.text(230, 119, "" if overflows else "HOT DIP GALV.")
    row = pad.read()["tables"][0]["rows"][2]
    first = text if overflows else "U-BOLT WITH HEX NUTS"
    read = [row["cells"]["description"], row["extra"]["MATERIAL"]]
    assert read == [first, text[len(first) + 1 :]]


@pytest.mark.parametrize("closed", [True, False])
def test_rows_far_apart_belong_to_the_list_up_to_the_line_that_closes_it(closed: bool) -> None:
    pad = Pad()
    ys = [71, 89, 107, 125, 178, 196]
    rows = [[str(2 * n), f"PIPE CLAMP DN{n}0", f"100-20{n}"] for n in range(1, 6)]
    for y, row in zip(ys, [["QTY", "DESCRIPTION", "PART NO."], *rows], strict=True):
        aside = 20 if y > 130 and not closed else 0  # else they stand in its columns
        pad.plain((60 + aside, 100 + aside, 250 + aside), y, [row])
    for y in (60, 76, 210) if closed else (60, 76):
        pad.line(55, y, 320, y)
    read = cells(pad.read(), "article_number")
    assert read == [row[2:] for row in (rows if closed else rows[:3])]


def test_rows_of_which_the_quantity_stands_alone_in_its_line_end_no_closed_list() -> None:
    pad = Pad()
    pad.plain((60, 100, 250), 71, [["QTY", "DESCRIPTION", "PART NO."]])
    for n in range(1, 7):
        pad.text(100, 60 + 30 * n, f"PIPE CLAMP DN{n}0 HOT")
        pad.plain((60, 250), 65 + 30 * n, [[str(2 * n), f"100-20{n}" if n in (1, 6) else ""]])
        pad.text(100, 70 + 30 * n, "DIP GALVANIZED")
    for y in (60, 76, 256):
        pad.line(55, y, 320, y)
    read = cells(pad.read(), "quantity", "description")
    assert read == [[str(2 * n), f"PIPE CLAMP DN{n}0 HOT DIP GALVANIZED"] for n in range(1, 7)]


def test_a_sum_below_the_last_row_is_not_of_its_second_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bomflow.second.stage.read_suspects", lambda *_: [])
    pad = Pad()
    pad.plain((60, 140, 180), 60, [["TOTAL WEIGHT", "QTY", "DESCRIPTION"]])
    for n in range(1, 6):
        pad.plain((140, 180), 50 + 30 * n, [["2", f"PIPE CLAMP DN{n}0"]])
        pad.plain((60, 180), 65 + 30 * n, [[f"{n}.5", "HOT DIP GALVANIZED"]])
    pad.text(60, 230, "17.5")
    read = cells(pad.read(), "total_weight", "description")
    assert read == [[f"{n}.5", f"PIPE CLAMP DN{n}0 HOT DIP GALVANIZED"] for n in range(1, 6)]


def test_a_header_word_between_two_of_several_lines_heads_neither() -> None:
    pad = Pad()
    xs = [100.0, 130, 180, 222, 260]
    for n, column in enumerate(["POS", "QTY", "ARTICLE-\nNO.", "WEIGHT", "TOTAL-\nWEIGHT"]):
        lines = column.split("\n")
        for i, part in enumerate(lines):
            pad.text(xs[n], 104 + 8.4 * (i - (len(lines) - 1) / 2), part)
    rows = [[f"{n}", "2", f"78433{n}1", f"{n}.5", f"{2 * n + 1}.0"] for n in range(1, 6)]
    pad.plain(xs, 124, rows)
    result = pad.read()
    names = ("position", "quantity", "article_number", "weight", "total_weight")
    assert cells(result, *names) == rows
    assert result["tables"][0]["reading"] == "words", "no second reading was needed"


def test_a_dimension_line_beside_an_open_list_does_not_end_it() -> None:
    """It ends beside the second row, and alone."""
    pad = Pad()
    names = ["POS", "ARTICLE NUMBER", "DESCRIPTION", "QTY"]
    rows = [[str(n), f"10{n}-2", f"PIPE CLAMP DN{n}0", "2"] for n in range(1, 7)]
    pad.plain([100, 140, 230, 400], 200, [names, *rows], 24)
    pad.line(430, 90, 430, 260)
    pad.line(425, 260, 450, 260)
    result = pad.read()
    assert cells(result, "position", "article_number", "description", "quantity") == rows
    assert result["tables"][0]["reading"] == "words", "no second reading was needed"


def stacked_header(pad: Pad, xs: Sequence[float], y: float, names: Sequence[str]) -> None:
    """Header words with their lines around y."""
    for x, name in zip(xs, names, strict=True):
        lines = name.split("\n")
        for i, line in enumerate(lines):
            pad.text(x, y + 8.4 * (i - (len(lines) - 1) / 2), line)


def test_a_group_midway_over_two_cells_that_it_does_not_reach() -> None:
    pad = Pad()
    xs = [100.0, 140, 220, 360, 440]
    stacked_header(pad, xs, 100, ["POS", "QTY", "DESCRIPTION", "\nUNIT", "\nTOTAL"])
    pad.text(398, 95.8, "WEIGHT")
    rows = [[f"{n}", "2", f"CLAMP DN{n}0", f"{n}.5", f"{2 * n + 1}.0"] for n in range(1, 6)]
    pad.plain(xs, 120, rows)
    result = pad.read()
    names = ("position", "quantity", "description", "weight", "total_weight")
    assert cells(result, *names) == rows
    assert result["tables"][0]["reading"] == "words", "no second reading was needed"


@pytest.mark.parametrize("second", ["PART NUMBER", "NORM"])
def test_stacks_of_which_the_header_begins_with_a_wrapped_word(second: str) -> None:
    """That word stands above and below the line in which the header is seen to begin again."""
    names = ["LFD.\nNR.", second, "QTY", "ARTICLE", "DESCRIPTION"]
    rows = [[f"{n}", f"30{n}", "2", f"7-{n}2", f"CLAMP DN{n}0"] for n in range(1, 9)]
    pad = Pad()
    for left, part in ((40.0, rows[:4]), (400.0, rows[4:])):
        xs = [left + x for x in (0, 40, 110, 150, 210)]
        stacked_header(pad, xs, 100, names)
        pad.plain(xs, 120, part)
    result = pad.read()
    assert [len(table["rows"]) for table in result["tables"]] == [4, 4]
    for table in (0, 1):
        read = cells(result, "position", "quantity", "description", table=table)
        assert read == [[r[0], r[2], r[4]] for r in rows[4 * table :][:4]]


def test_the_last_column_of_a_stack_is_no_column_of_the_next_one_set_lower() -> None:
    names = ["POS", "QTY", "DESCRIPTION", "MASS", "TOTAL\nMASS"]
    rows = [[f"{n}", "2", f"CLAMP DN{n}0", f"{n}.5", f"{2 * n + 1}.0"] for n in range(1, 9)]
    pad = Pad()
    for left, top, part in ((40.0, 100, rows[:4]), (400.0, 112, rows[4:])):
        xs = [left + x for x in (0, 40, 90, 200, 270)]
        stacked_header(pad, xs, top, names)
        pad.plain(xs, top + 20, part)
    result = pad.read()
    for table in (0, 1):
        read = cells(result, "position", "quantity", "description", "weight", "total_weight",
                     table=table)  # fmt: skip
        assert read == rows[4 * table :][:4]
        assert result["tables"][table]["reading"] == "words", "no second reading was needed"


def test_lines_above_and_below_a_header_far_wider_than_it_are_of_the_list() -> None:
    """Not of the sheet's frame, at which a list ends."""
    pad = Pad()
    xs = [100.0, 140, 180, 240]
    rows = [[f"{n}", "2", f"30{n}", f"CLAMP DN{n}0 FOR INSULATED PIPE WITH STAINLESS STEEL LINER"]
            for n in range(1, 6)]  # fmt: skip
    pad.plain(xs, 100, [["POS", "QTY", "ITEM CODE", "NAME"], *rows])
    for y in (88, 104, 175):
        pad.line(95, y, 560, y)
    result = pad.read()
    assert cells(result, "position", "quantity", "article_number", "description") == rows
    assert result["tables"][0]["reading"] == "words", "no second reading was needed"


def test_a_second_list_does_not_take_back_what_the_cells_of_the_first_told() -> None:
    """NOMBRE is a name or a number; whether a list hangs from its header is tried for both."""
    names = ["REPERE", "MASSE TOTALE", "MASSE", "NOMBRE", "N° ARTICLE"]
    lists = [
        [["1", "4", "1", "4", "6036295"], ["2", "23", "6", "3,9 M", "2303390"]],
        [["1", "3", "1", "3,0 M", "CH-7885"], ["2", "4", "4", "1", "HB-4774"]],
    ]
    pad = Pad()
    for y, rows in zip((50, 150), lists, strict=True):
        pad.ruled(100, y, [60, 80, 60, 60, 80], [names, *rows])
    result = pad.read()
    for table, rows in enumerate(lists):
        read = cells(result, "position", "quantity", "article_number", table=table)
        assert read == [[row[0], row[3], row[4]] for row in rows]


def test_a_letter_beyond_the_frame_of_an_open_list_heads_no_column() -> None:
    """North, in line with the header: N names a position elsewhere."""
    pad = Pad()
    rows = [[f"{n}", "2", f"30{n}", f"CLAMP DN{n}0"] for n in range(1, 6)]
    pad.plain([100, 150, 200, 280], 100, [["POS", "QTY", "ARTICLE NO", "NAME"], *rows])
    pad.grid([90, 380], [85, 180])
    pad.text(420, 99.5, "N")
    pad.text(400, 128, "EL +9800", 5)
    [table] = pad.read()["tables"]
    assert [cell["text"] for cell in table["header"]] == ["POS", "QTY", "ARTICLE NO", "NAME"]
    assert table["check_status"] == "consistent"


def test_a_caption_beside_other_headers_is_one_of_them() -> None:
    for header in (["Rep.", "Nb.", "Nomenclature"], ["Numéro", "Quantité", "Nomenclature"]):
        pad = Pad()
        rows = [["1", "2", "Plaque"], ["2", "12", "Vis"], ["3", "4", "Goupille"]]
        pad.text(90, 40, "Nomenclature")
        pad.plain([60, 120, 180], 60, [header, *rows])
        assert cells(pad.read(), "position", "quantity", "description") == rows


def test_a_caption_in_line_with_the_header_of_another_table_is_one() -> None:
    pad = Pad()
    rows = [["1", "2", "Plaque", "4711-01"], ["2", "12", "Vis", "4711-02"]]
    pad.plain([40, 80, 150], 60, [["REV", "DESCRIPTION", "DATE"], ["A", "ISSUED", "3.5.21"]])
    pad.text(560, 60, "NOMENCLATURE")
    pad.text(520, 72, "POIDS")
    pad.plain([480, 560, 620, 700], 76, [["REP.", "QTE", "DESIGNATION", "REFERENCE"]])
    pad.text(520, 80, "TOTAL")
    pad.plain([480, 560, 620, 700], 92, rows)
    result = pad.read()
    assert cells(result, "position", "quantity", "description", "article_number") == rows
    assert result["tables"][0]["reading"] == "words", "no second reading was needed"


def test_a_header_word_that_the_next_line_ends() -> None:
    pad = Pad()
    rows = [["1", "A-11", "BRACKET", "2", "spare"], ["2", "A-12", "BOLT", "12", ""]]
    pad.plain([60, 90, 160, 260, 300], 60, [["Pos", "Part No", "Description", "Qty", "Rem-\narks"]])
    pad.plain([60, 90, 160, 260, 300], 84, rows)
    assert cells(pad.read(), *FOUR, "Rem- arks") == rows


def test_a_heading_under_a_broken_header_word_is_none_of_it() -> None:
    pad = Pad()
    header = ["POS", "STÜCK", "BENENNUNG", "GESAMT-\nGEWICHT"]
    rows = [["1", "2", "PLATTE", "2,4"], ["2", "12", "SCHRAUBE", "1,2"]]
    pad.plain([60, 100, 160, 260], 60, [header])
    pad.text(60, 83, "ROHRHALTERUNGEN")
    pad.plain([60, 100, 160, 260], 97, rows)
    assert cells(pad.read(), "position", "quantity", "description", "total_weight") == rows


def test_the_number_of_an_article_goes_before_its_name() -> None:
    pad = Pad()
    rows = [["Plaat", "100200", "gelast", "2"], ["Bout", "100317", "M16", "12"]]
    pad.ruled(
        60, 60, [90, 90, 90, 60], [["Artikel", "Artikelnummer", "Omschrijving", "Aantal"], *rows]
    )
    assert cells(pad.read(), "Artikel", "article_number", "description", "quantity") == rows


def test_numero_beside_a_reference_is_the_position() -> None:
    pad = Pad()
    rows = [["10", "4711-01", "2", "Plaque"], ["20", "4711-02", "12", "Vis"]]
    pad.plain([60, 120, 190, 250], 60, [["Numéro", "Référence", "Quantité", "Désignation"], *rows])
    assert cells(pad.read(), "position", "article_number", "quantity", "description") == rows


def test_a_first_column_that_may_be_the_position() -> None:
    for first, second in (("Assembly", "No."), ("Merk", "Aantal")):
        pad = Pad()
        rows = [
            ["B-101", "4", "BRACKET", "1.5"],
            ["B-107", "2", "POST", "3.0"],
            ["B-110", "9", "RAIL", "7.1"],
        ]
        pad.ruled(60, 60, [60, 40, 90, 60], [[first, second, "Name", "Weight (kg)"], *rows])
        assert cells(pad.read(), "position", "quantity", "description", "weight") == rows


def test_two_headers_that_begin_with_the_same_word_over_others() -> None:
    pad = Pad()
    header = ["INDEX\nNO.", "PART\nNO.", "PART\nDESCRIPTION", "NO.\nREQ'D.", "REMARKS"]
    rows = [["1", "A-11", "BRACKET", "2", "spare"], ["2", "A-12", "BOLT", "12", ""]]
    pad.plain([60, 100, 160, 260, 320], 60, [header])
    pad.plain([60, 100, 160, 260, 320], 84, rows)
    assert cells(pad.read(), *FOUR, "REMARKS") == rows


def test_nr_beside_a_mark_is_the_quantity() -> None:
    pad = Pad()
    rows = [["P-1", "4", "BEAM", "1.5"], ["P-7", "2", "POST", "0.2"], ["P-9", "6", "RAIL", "3.0"]]
    pad.ruled(60, 60, [60, 40, 90, 60], [["Mk No", "Nr", "Member", "Mass"], *rows])
    assert cells(pad.read(), "position", "quantity", "description", "weight") == rows
