"""Tables that look like parts lists and are none give no row; pictures of tables are reported."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from bomflow.table.header.headers import Vocabulary
from drawgen.pictures import LETTERS
from sheets import Pad, cells


def title_block(pad: Pad) -> None:
    """Labels above values, as in many title blocks."""
    pad.grid([500, 600, 700, 790], [500, 530, 560, 590])
    for x, y, label, value in [
        (500, 500, "DRAWN", "J. WEBER"), (600, 500, "CHECKED", "A. NOWAK"),
        (700, 500, "DATE", "1.2.24"),
        (500, 530, "MATERIAL", "S235"), (600, 530, "WEIGHT", "12,5 kg"), (700, 530, "QTY", "2"),
        (500, 560, "DESCRIPTION", "PIPE CLAMP"), (600, 560, "DRAWING NUMBER", "123-456"),
        (700, 560, "ITEM", "1"),
    ]:  # fmt: skip
        pad.text(x + 2, y + 7, label, 5)
        pad.text(x + 4, y + 22, value, 8)


def one_title_line(pad: Pad) -> None:
    """DESCRIPTION and QTY of a title block, the values in the same ruled cells."""
    pad.grid([300, 380, 460, 600, 660], [540, 565, 590])
    for x, y, label, value in [
        (300, 540, "SCALE", "1:5"), (380, 540, "TITLE", "GEARBOX"), (460, 540, "DWG NO.", "A-12"),
        (300, 565, "SHEET", "1 OF 1"), (380, 565, "REV", "B"),
        (460, 565, "DESCRIPTION", "MAIN DRIVE"), (600, 565, "QTY", "1"),
    ]:  # fmt: skip
        pad.text(x + 2, y + 7, label, 6)
        pad.text(x + 4, y + 20, value, 8)


def revisions(pad: Pad) -> None:
    """A revision table."""
    pad.ruled(
        400,
        20,
        [40, 60, 150, 60, 60],
        [
            ["REV", "NO.", "DESCRIPTION", "DATE", "APPROVED"],
            ["A", "1", "FIRST ISSUE", "1.2.2024", "JW"],
            ["B", "2", "DIMENSIONS", "3.4.2024", "AN"],
        ],
    )


def part_revisions(pad: Pad) -> None:
    """ITEM, PART NUMBER, DESCRIPTION, but revisions instead of quantities."""
    pad.ruled(
        30,
        20,
        [40, 80, 120, 80],
        [
            ["ITEM", "PART NUMBER", "DESCRIPTION", "REVISION"],
            ["1", "K1", "PLATE", "A"],
            ["2", "K2", "GEAR", "B"],
        ],
    )


def holes(pad: Pad) -> None:
    """A hole table."""
    pad.ruled(
        30,
        20,
        [40, 60, 60, 80, 40],
        [
            ["TAG", "X LOC", "Y LOC", "SIZE", "NO"],
            ["A1", "12.5", "10", "D8 THRU", "1"],
            ["A2", "25", "10", "D8", "2"],
        ],
    )


def variants(pad: Pad) -> None:
    """A variant schedule."""
    pad.ruled(
        30,
        20,
        [60, 40, 40, 40, 60],
        [["VARIANT", "A", "B", "L", "LOAD [kN]"], ["-01", "120", "80", "1250", "12.4"]],
    )


def notes(pad: Pad) -> None:
    """Notes that speak of parts, weights and quantities."""
    for i, line in enumerate(
        [
            "NOTES:",
            "1. ALL WEIGHTS ARE IN kg. TOTAL WEIGHT WITHOUT BOLTS.",
            "2. QTY PER SUPPORT SEE PARTS LIST ITEM 4.",
            "3. DESCRIPTION AND PART NUMBER ACCORDING TO SPEC. 12.",
        ]
    ):
        pad.text(40, 60 + 12 * i, line)


def captioned(pad: Pad) -> None:
    """Lists with QTY and TITLE under captions that say what they are."""
    for y, caption, header, row in [
        (60, "DISTRIBUTION LIST", ["COPY", "NAME", "QTY"], ["SMITH", "2"]),
        (160, "REFERENCE STANDARDS", ["NO.", "STANDARD", "TITLE"], ["ISO 2768", "GENERAL"]),
    ]:
        pad.text(60, y - 4, caption, 9)
        pad.ruled(30, y, [40, 80, 80], [header, ["1", *row], ["2", *row]])


def nothing(pad: Pad) -> None:
    """Dimensions only."""
    for i in range(12):
        pad.text(60 + 40 * i, 200, str(100 + 7 * i))
        pad.text(60 + 40 * i, 215, "SECTION")


@pytest.mark.parametrize(
    "draw",
    [
        title_block,
        one_title_line,
        revisions,
        part_revisions,
        holes,
        variants,
        captioned,
        notes,
        nothing,
    ],
)
def test_decoy_alone_gives_no_row(draw: Callable[[Pad], None]) -> None:
    pad = Pad()
    draw(pad)
    nothing(pad)
    result = pad.read()
    assert result["rows_count"] == 0
    assert not result["success"]


@pytest.mark.parametrize(
    "draw", [title_block, one_title_line, revisions, part_revisions, holes, variants, captioned]
)
def test_decoy_beside_a_list_changes_nothing(draw: Callable[[Pad], None]) -> None:
    pad = Pad()
    draw(pad)
    pad.ruled(
        480,
        300,
        [40, 80, 100, 40],
        [
            ["POS", "PART NUMBER", "DESCRIPTION", "QTY"],
            ["1", "P1", "PLATE", "2"],
            ["2", "P2", "ROD", "1"],
        ],
    )
    result = pad.read()
    assert len(result["tables"]) == 1
    assert cells(result, "position", "quantity") == [["1", "2"], ["2", "1"]]


def picture(kind: str) -> ImageReader:
    """A picture of a ruled table, of one without texts, or a shaded view."""
    image = Image.new("L", (600, 300), 255)
    pen = ImageDraw.Draw(image)
    if kind in ("table", "grid"):
        for n, y in enumerate(range(5, 295, 29)):
            texts = (str(n), f"P-{37 * n}0", f"HEX BOLT M{n}x{7 * n}0", str(n % 3))
            for x, text in zip((15, 70, 210, 460), texts if kind == "table" else (), strict=False):
                pen.text((x, y + 9), text, fill=0)
        for y in range(5, 300, 29):
            pen.line([(5, y), (595, y)], fill=0, width=2)
        for x in (5, 60, 200, 450, 595):
            pen.line([(x, 5), (x, 295)], fill=0, width=2)
    else:
        for i in range(140, 0, -1):
            pen.ellipse([300 - i, 150 - i, 300 + i, 150 + i], fill=255 - i)
    data = io.BytesIO()
    image.save(data, "PNG")
    data.seek(0)
    return ImageReader(data)


def test_picture_of_a_table_is_reported() -> None:
    pad = Pad()
    nothing(pad)
    pad.canvas.drawImage(picture("table"), 400, 300, 300, 150)
    result = pad.read()
    assert result["error_code"] == "NO_TEXT"
    assert result["pages"][0]["outcome"] == "unreadable"
    table = result["tables"][0]
    assert table["rows"] == [] and table["check_status"] == "suspect"
    assert table["bbox"] == pytest.approx([400, 150, 700, 300], abs=1)


@pytest.mark.parametrize("kind", ["view", "grid"])
def test_shaded_view_or_grating_is_no_table(kind: str) -> None:
    pad = Pad()
    nothing(pad)
    pad.canvas.drawImage(picture(kind), 400, 300, 300, 150)
    result = pad.read()
    assert result["tables"] == []
    assert result["error_code"] == "NO_ANCHOR"


def test_scan_without_text() -> None:
    pad = Pad()
    pad.canvas.drawImage(picture("table"), 0, 0, 800, 600)
    result = pad.read()
    assert result["error_code"] == "NO_TEXT"
    assert result["pages"][0]["outcome"] == "no_text"


def test_text_drawn_as_one_outline() -> None:
    pad = Pad()
    path = pad.canvas.beginPath()
    path.moveTo(10, 10)
    for i in range(2500):
        path.lineTo(10 + i % 700, 10 + i % 13)
    pad.canvas.drawPath(path, fill=1)
    result = pad.read()
    assert result["error_code"] == "NO_TEXT"
    assert [t["check_status"] for t in result["tables"]] == ["suspect"]


def test_text_drawn_as_outlines() -> None:
    pad = Pad()
    for i in range(300):
        pad.line(10 + i * 2, 10, 11 + i * 2, 20 + i)
    assert pad.read()["error_code"] == "NO_TEXT"


def printed_list(ruled: bool, turned: bool) -> Image.Image:
    """A picture of five lines in four columns, without vertical lines or without any."""
    image = Image.new("L", (600, 300), 255)
    pen = ImageDraw.Draw(image)
    lines = [("POS", "PART NUMBER", "DESCRIPTION", "QTY")]
    lines += [(str(n), f"A-{n}00", f"BASE PLATE {n}0x20 DRILLED", "2") for n in range(1, 6)]
    for number, line in enumerate(lines):
        for x, text in zip((10, 80, 220, 500), line, strict=True):
            pen.text((x, 20 + 40 * number), text, fill=0, font_size=16)
        if ruled:
            pen.line([(5, 50 + 40 * number), (595, 50 + 40 * number)], fill=0, width=2)
    return image.rotate(90, expand=True) if turned else image


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("ruled", [False, True])
def test_picture_of_a_list_without_vertical_lines(ruled: bool, turned: bool) -> None:
    pad = Pad()
    nothing(pad)
    pad.canvas.drawImage(ImageReader(printed_list(ruled, turned)), 400, 300, 200, 200)
    assert pad.read()["tables"][0]["check_reasons"] == ["a picture of a table"]


def test_picture_of_a_note_is_no_table() -> None:
    image = Image.new("L", (600, 300), 255)
    for number in range(6):
        text = "ALL DIMENSIONS IN mm UNLESS OTHERWISE STATED. WELDS ALL ROUND."
        ImageDraw.Draw(image).text((10, 20 + 40 * number), text[number:], fill=0, font_size=16)
    pad = Pad()
    nothing(pad)
    pad.canvas.drawImage(ImageReader(image), 400, 300, 300, 150)
    assert pad.read()["tables"] == []


def stroked(pad: Pad, lines: list[tuple[str, ...]], whole: bool = False) -> None:
    """Lines of cells whose letters are strokes, 5 points high; ``whole``: a cell is one path."""
    pad.canvas.setLineWidth(0.4)
    for number, line in enumerate(lines):
        for x, text in zip((420, 470, 560, 700), line, strict=True):
            path = pad.canvas.beginPath()
            for i, letter in enumerate(text.upper()):
                for places in LETTERS.get(letter, "").split():
                    for n, (a, b) in enumerate(zip(places[::2], places[1::2], strict=True)):
                        to = path.lineTo if n else path.moveTo
                        to(x + 4.5 * i + 0.8 * int(a), 300 + 10 * number + int(b) * 5 / 6)
                    if not whole:
                        pad.canvas.drawPath(path)
                        path = pad.canvas.beginPath()
            if whole:
                pad.canvas.drawPath(path)


@pytest.mark.parametrize("whole", [False, True])
def test_outlined_list_beside_text_is_reported(whole: bool) -> None:
    pad = Pad()
    nothing(pad)
    lines = [(str(n), f"A-{n}00", "BASE PLATE DRILLED", "2") for n in range(8)]
    stroked(pad, lines, whole)
    table = pad.read()["tables"][0]
    assert table["check_reasons"] == ["a table whose text is drawn as outlines"]
    assert table["bbox"] == pytest.approx([420, 225, 703, 300], abs=6)


@pytest.mark.parametrize("whole", [False, True])
def test_outlined_note_is_no_table(whole: bool) -> None:
    pad = Pad()
    nothing(pad)
    stroked(pad, [("ALL DIMENSIONS IN mm UNLESS STATED", "", "", "")] * 8, whole)
    assert pad.read()["tables"] == []


LIST = [
    ["ITEM", "PART NUMBER", "DESCRIPTION", "QTY"],
    ["1", "A-1", "ARM", "1"],
    ["2", "A-2", "LEG", "2"],
    ["3", "A-3", "FOOT", "4"],
]
REVISIONS = [
    ["REV", "DATE", "DESCRIPTION", "BY"],
    ["A", "1/1/24", "FIRST ISSUE", "JS"],
    ["B", "2/2/24", "QTY CHANGED", "KL"],
]


@pytest.mark.parametrize(("x", "y"), [(340, 50), (80, 114)])
def test_revisions_that_touch_the_list(x: float, y: float) -> None:
    pad = Pad()
    pad.ruled(80, 50, [40, 80, 100, 40], LIST)
    pad.ruled(x, y, [40, 80, 100, 40], REVISIONS)
    result = pad.read()
    assert len(result["tables"]) == 1
    assert cells(result, "position", "article_number", "description", "quantity") == LIST[1:]
    assert [row["extra"] for row in result["tables"][0]["rows"]] == [{}, {}, {}]


def test_a_change_that_speaks_of_items_and_quantities_is_no_header() -> None:
    pad = Pad()
    pad.ruled(80, 50, [40, 80, 100, 60], LIST)
    changes = [["REV", "ZONE", "DESCRIPTION", "DATE", "BY"], ["A", "", "INITIAL", "1/2/24", "JS"],
               ["B", "C3", "ITEM 4 QTY WAS 2", "3/4/24", "RB"]]  # fmt: skip
    pad.ruled(450, 50, [30, 30, 120, 60, 40], changes)
    result = pad.read()
    assert [table["reading"] for table in result["tables"]] == ["words"]
    assert cells(result, "position", "article_number", "description", "quantity") == LIST[1:]


def test_part_revisions_in_the_columns_of_the_list() -> None:
    pad = Pad()
    widths = [40, 80, 100, 60]
    pad.ruled(80, 50, widths, LIST)
    rows = [["ITEM", "PART NUMBER", "DESCRIPTION", "DATE"], ["1", "A-1", "HOLE ADDED", "1/2/24"]]
    pad.ruled(80, 50 + 16 * len(LIST), widths, [*rows, ["2", "A-3", "LONGER", "3/4/24"]])
    found = cells(pad.read(), "position", "article_number", "description", "quantity")
    assert found == LIST[1:]


def test_small_labels_over_larger_values_are_a_title_block() -> None:
    pad = Pad()
    xs, labels = [60, 140, 180, 300, 380], ["PART NO.", "QTY", "DESCRIPTION", "WEIGHT"]
    pad.grid(xs, [500, 511, 527])
    for x, label, value in zip(xs, labels, ["10023", "2", "BRACKET", "1.2"], strict=False):
        pad.text(x + 2, 508, label, 5)
        pad.text(x + 2, 522, value, 8)
    assert pad.read()["rows_count"] == 0


def test_rows_of_labels_over_larger_values_are_a_title_block() -> None:
    rows = [
        [("POS.", "12"), ("STK", "4"), ("BENENNUNG", "Halter")],
        [("WERKSTOFF", "S235JR"), ("GEWICHT", "2,3 kg"), ("BEMERKUNG", "")],
        [("ZEICHN.-NR.", "12-33"), ("DATUM", "4.4.14"), ("BLATT", "1")],
    ]
    pad = Pad()
    pad.grid([60, 200, 340, 480], [500, 518, 536, 554])
    for n, row in enumerate(rows):
        for k, (label, value) in enumerate(row):
            pad.text(62 + 140 * k, 505 + 18 * n, label, 4.2)
            pad.text(64 + 140 * k, 515 + 18 * n, value, 7)
    read = pad.read()
    assert read["rows_count"] == 0 and read["tables"] == []


def test_a_table_of_data_with_items_is_no_list() -> None:
    pad = Pad()
    rows = [["No.", "Item", "Specification", "Unit", "Value"], ["1", "Power", "IEC", "kW", "15"]]
    pad.ruled(60, 60, [30, 100, 100, 40, 40], [*rows, ["2", "Weight", "", "kg", "120"]])
    assert pad.read()["rows_count"] == 0


@pytest.mark.parametrize("names", [["NO.", "SIZE", "QTY"], ["ITEM", "QTY", "SIZE", "DEPTH"]])
def test_sizes_of_holes_are_no_parts(names: list[str]) -> None:
    pad = Pad()
    rows = [[str(n), "2", "10", "20"][: len(names)] for n in range(1, 6)]
    pad.ruled(100, 100, [60] * len(names), [names, *rows])
    assert cells(pad.read(), "position") == []


def test_the_caption_of_a_list_that_is_no_text_is_told() -> None:
    pad = Pad()
    title_block(pad)
    pad.text(300, 100, "PARTS LIST")
    [page] = pad.read()["pages"]
    assert page["outcome"] == "unreadable"
    assert "PARTS LIST" in page["reason"]


def test_changes_with_the_number_of_places_are_no_list() -> None:
    pad = Pad()
    header = ["Index", "Anz.", "Änderung / Beschreibung", "Datum", "Name"]
    rows = [["A", "1", "Bohrung 9 statt 7", "03.03.20", "Mü"]]
    pad.ruled(60, 60, [40, 40, 180, 60, 60], [header, *rows, ["B", "2", "Pos. 3", "7.5.21", "Sc"]])
    assert pad.read()["rows_count"] == 0


def test_bolts_under_the_list_in_its_outer_lines() -> None:
    pad = Pad()
    pad.ruled(80, 50, [40, 80, 100, 40], LIST)
    bolts = [["SIZE", "QTY", "TYPE", "GRIP"], ["3/4 x 2", "8", "A325", "1 1/8"]]
    pad.ruled(80, 50 + 16 * len(LIST), [80, 40, 100, 40], bolts)
    found = cells(pad.read(), "position", "article_number", "description", "quantity")
    assert found == LIST[1:]


def test_revisions_on_top_of_a_list_that_grows_up() -> None:
    pad = Pad()
    widths = [40, 60, 120, 60]
    changes = [["1", "05.21", "POS. 3 WAS 2", "JS"], ["0", "03.21", "FIRST ISSUE", "JS"]]
    pad.ruled(80, 50, widths, [*changes, ["REV", "DATE", "DESCRIPTION", "DRAWN"]])
    rows = [["3", "4", "NUT", "A-3"], ["2", "2", "U-BOLT", "A-2"], ["1", "1", "FRAME", "A-1"]]
    pad.ruled(80, 50 + 16 * 3, widths, [*rows, ["POS", "QTY", "DESCRIPTION", "PART NO"]])
    [table] = pad.read()["tables"]
    assert len(table["rows"]) == 3 and table["check_reasons"] == []


@pytest.mark.parametrize(
    ("caption", "told"),
    [("HANGER SCHEDULE", True), ("LIST OF PIPE SUPPORTS", True), ("FEDERHÄNGERLISTE", True),
     ("SUPPORT MATERIAL LIST", False), ("SUPPORT 12", False)],
)  # fmt: skip
def test_a_list_that_may_be_of_supports_is_told(caption: str, told: bool) -> None:
    pad = Pad()
    pad.text(100, 44, caption)
    pad.ruled(80, 50, [40, 80, 100, 60], LIST)
    result = pad.read()
    assert cells(result, "position", "article_number", "description", "quantity") == LIST[1:]
    reasons = [f"caption {caption!r}: the rows may be supports, not parts"] if told else []
    assert result["tables"][0]["check_reasons"] == reasons


@pytest.mark.parametrize(("title", "told"), [("GENERAL ARRANGEMENT", True), ("PIPE SHOE", False)])
def test_titles_of_drawings_are_told(title: str, told: bool) -> None:
    pad = Pad()
    rows = [["ITEM", "DWG NO.", "TITLE", "QTY"], ["1", "D-101", title, "1"]]
    pad.ruled(80, 50, [40, 80, 140, 60], [*rows, ["2", "D-102", f"{title} 2", "2"]])
    [table] = pad.read()["tables"]
    assert any("may be drawings" in reason for reason in table["check_reasons"]) == told


def test_an_index_is_no_list_of_parts() -> None:
    words = Vocabulary()
    for caption in ("PIPE SUPPORT INDEX", "WELD SUMMARY", "VALVE SCHEDULE", "TRAVEL TABLE"):
        assert words.is_other_caption(caption)
    assert not words.is_other_caption("BOLT SUMMARY")
    assert not words.is_other_caption("PARTS INDEX") and not words.is_other_caption("INDEX")


@pytest.mark.parametrize(("caption", "told"), [("INSPECTION TABLE", 0), ("ALL OF IT", 1)])
def test_numbered_lines_under_the_caption_of_another_table(caption: str, told: int) -> None:
    pad = Pad()
    pad.text(100, 56, caption)
    header = ["NR", "MEASURE", "LIMIT", "MEANS"]
    rows = [[str(n), f"{n}.25", "0.05", "CMM"] for n in range(1, 8)]
    pad.ruled(60, 60, [40, 80, 80, 60], [header, *rows])
    assert len(pad.read()["tables"]) == told


@pytest.mark.parametrize("beside", [["TYPE", "RANGE", "P&ID"], ["SET POINT", "LOOP", "P&ID NO."]])
def test_an_index_of_instruments_is_no_list(beside: list[str]) -> None:
    pad = Pad()
    rows = [["PT-1", "PUMP DISCHARGE", "DP", "16", "100"], ["TT-2", "DRAIN", "RTD", "90", "100"]]
    pad.ruled(40, 40, [60, 120, 60, 60, 60], [["TAG NO.", "DESCRIPTION", *beside], *rows])
    assert not any(table["rows"] for table in pad.read()["tables"])


@pytest.mark.parametrize(("marks", "told"), [("12", True), ("AB", False)])
def test_a_list_whose_rows_stand_side_by_side_is_told(marks: str, told: bool) -> None:
    pad = Pad()
    lines = [("ITEM", *marks), ("QTY", "2", "4"), ("DESCRIPTION", "PIPE CLAMP", "U-BOLT"),
             ("PART NO.", "100-201", "100-202")]  # fmt: skip
    pad.ruled(40, 40, [80, 80, 80], lines)
    pad.text(400, 500, "PIPE SUPPORT OF THE FEED WATER LINE, SHEET 1 OF 1")
    record = pad.read()
    assert record["error_code"] == ("PARSING_ERROR" if told else "NO_ANCHOR")
    told_reason = ["a list whose rows stand side by side"]
    assert [table["check_reasons"] for table in record["tables"]] == ([told_reason] if told else [])


def test_a_header_of_unknown_words_ends_the_list_above_it() -> None:
    pad = Pad()
    rows = [[str(n), f"100-20{n}", f"PIPE CLAMP DN{n}0", "2"] for n in range(1, 5)]
    paint = [["COAT", "DESCRIPTION", "DFT", "COLOUR"], ["1", "ZINC PRIMER", "60", "GREY"],
             ["2", "EPOXY MIO", "120", "GREY"]]  # fmt: skip
    pad.plain((60, 100, 180, 320), 60, [["ITEM", "PART NO.", "DESCRIPTION", "QTY"], *rows])
    pad.plain((60, 110, 230, 280), 130, paint)
    names = ("position", "article_number", "description", "quantity")
    assert cells(pad.read(), *names) == rows


@pytest.mark.parametrize(
    "rows",
    [
        [["Stutzen", "Stück", "DN", "PN", "Bezeichnung"], ["N1", "1", "100", "16", "Eintritt"]],
        [["Nr.", "Änderung", "Anzahl", "Datum", "Name"], ["1", "Pos. 3 neu", "2", "1.2.22", "Kl"]],
        [["Nr.", "Anzahl", "Änderung", "Name", "Datum"], ["1", "2", "Pos. 3 neu", "Kl", "1.2.22"]],
        [["MARK", "DIA", "NO.", "SHAPE", "A"], ["01", "12", "24", "21", "200"]],
        [
            ["KKS", "Typ", "Anz.", "Kaltlast", "Weg [mm]", "F2 [kN]"],
            ["1LBA10BQ001", "25 42 18", "1", "4,10", "12", "3,6"],
        ],
        [
            ["ITEM", "HANGER NO.", "QTY", "OPER. LOAD (kN)", "INST. LOAD (kN)"],
            ["1", "PH-001", "2", "12.5", "13.1"],
        ],
    ],
    ids=lambda rows: rows[0][0],
)
def test_tables_with_a_number_of_pieces_that_are_no_lists(rows: list[list[str]]) -> None:
    pad = Pad()
    pad.ruled(40, 40, [70, 80, 60, 90, 90, 60], [*rows, rows[1], rows[1]])
    assert not any(table["rows"] for table in pad.read()["tables"])


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (["ITEM", "STANDARD", "TYPE", "DESCRIPTION"], "no column says how many pieces"),
        (["TAG", "KW", "QTY", "VOLTAGE", "DESCRIPTION"], "'KW' and 'VOLTAGE' are headers"),
        (["ITEM", "QTY", "TYPE", "DESCRIPTION"], ""),
    ],
)
def test_a_list_that_may_be_another_table_is_told(header: list[str], told: str) -> None:
    pad = Pad()
    rows = [[*map(str, range(n, n + len(header) - 1)), f"PIPE CLAMP DN{n}0"] for n in (1, 2, 3)]
    pad.ruled(40, 40, [*[50] * (len(header) - 1), 120], [header, *rows])
    [table] = pad.read()["tables"]
    reasons = [reason for reason in table["check_reasons"] if told and reason.startswith(told)]
    assert len(reasons) == bool(told), table["check_reasons"]
    assert table["check_status"] == ("suspect" if told else "consistent")


def test_who_has_signed_a_change_beside_the_list_is_no_part_of_it() -> None:
    pad = Pad()
    rows = [["1", "100-201", "2", "PIPE CLAMP"], ["2", "100-202", "4", "U-BOLT"]]
    head = ["ISSUE", "DATE", "MODIFICATION", "NAME", "ITEM", "PART NO.", "QTY", "DESCRIPTION"]
    lines = [head, ["1", "1.2.21", "FIRST ISSUE", "KL", *rows[0]], ["", "", "", "", *rows[1]]]
    pad.ruled(40, 40, [40, 50, 100, 40, 40, 70, 40, 120], lines)
    names = ("position", "article_number", "quantity", "description")
    assert cells(pad.read(), *names) == rows


ITEMS = [
    ["1", "2", "44-001", "INLET"],
    ["2", "2", "44-002", "OUTLET"],
    ["3", "1", "44-003", "VENT"],
]


@pytest.mark.parametrize(
    ("caption", "read"),
    [
        ("HOLE TABLE", 0),
        ("TOOL LIST", 0),
        ("TEST PRESSURE TABLE", 0),
        ("DOCUMENT TRANSMITTAL", 0),
        ("WELDED PARTS SCHEDULE", 3),
        ("PANEL PARTS LIST", 3),
        ("TEST PLAN", 3),
        ("REFERENCE DRAWINGS AND DOCUMENTS", 0),
        ("PIPES AND WELDS", 3),
        ("DESIGN LOADS", 0),
        ("ZEICHNUNGSVERZEICHNIS", 0),
        ("HANGER DATA", 3),
    ],
)
@pytest.mark.parametrize("down", [True, False])
def test_the_caption_says_that_it_is_another_table(caption: str, read: int, down: bool) -> None:
    pad = Pad()
    lines = [["ITEM", "QTY", "PART NO.", "DESCRIPTION"], *ITEMS]
    pad.text(100, 55, caption)
    pad.ruled(40, 60, [40, 40, 80, 100], lines if down else lines[::-1])
    assert pad.read()["rows_count"] == read


def test_a_caption_over_more_columns_than_were_read() -> None:
    pad = Pad()
    pad.text(150, 46, "SPRING TABLE")
    head = ["ITEM", "TAG NO.", "QTY", "SIZE", "HOT LOAD", "COLD LOAD"]
    rows = [[str(n), f"VS-{n}", "1", "10", f"{n}500", f"{n}900"] for n in (1, 2, 3)]
    pad.plain((40, 80, 130, 170, 210, 270), 60, [head, *rows])
    assert pad.read()["rows_count"] == 0


@pytest.mark.parametrize(
    "rows",
    [
        [["MARK", "GRID", "SECTION", "BASE PL", "QTY BOLTS"], ["C1", "A1", "UC 203", "450", "4"]],
        [["ITEM", "QTY", "DOCUMENT NO.", "DESCRIPTION", "REV", "STATUS"],
         ["1", "2", "44-001-GA", "LAYOUT", "B", "IFC"]],
        [["ROOM", "DESCRIPTION", "AREA", "QTY"], ["101", "OFFICE", "24.5", "1"]],
        [["TYPE", "DESCRIPTION", "AREA", "QTY SOCKETS"], ["OFFICE", "BIG", "24.5", "1"]],
        [["OPERATION", "DESCRIPTION", "MACHINE", "TIME", "QTY"], ["10", "TURN", "S1", "12", "50"]],
        [["NO.", "QTY", "SIZE", "PURPOSE", "STANDARD"], ["1", "2", "DN50", "INLET 1", "EN 1092"]],
        [["Rep.", "Qté", "DN", "Désignation", "Norme"], ["T1", "2", "50", "Purge", "EN 1092"]],
        [["Pos.", "KKS", "Last kN", "Weg mm", "Stück"], ["1", "1LBA10BQ001", "12,4", "8", "1"]],
        [["LINE NO.", "DESCRIPTION", "SIZE", "TEST"], ["P-101", "STEAM", "4", "11"]],
        [["Nr.", "Zeichnungs-Nr.", "Benennung", "Index"], ["1", "44-1", "Rahmen", "B"]],
        [["ITEM", "EQUIPMENT NO.", "NAME", "WEIGHT EMPTY", "WEIGHT OPERATING"],
         ["1", "V-101", "TANK 1", "4500", "12500"]],
        [["TOOL NO.", "DESCRIPTION", "DIAMETER", "LENGTH", "QTY"], ["T1", "DRILL", "8", "90", "1"]],
    ],
    ids=lambda rows: rows[0][-1],
)  # fmt: skip
def test_what_counts_other_things_is_no_list(rows: list[list[str]]) -> None:
    pad = Pad()
    more = [[cell.replace("1", str(n)) for cell in rows[1]] for n in (2, 3)]
    pad.ruled(40, 40, [60, 80, 80, 80, 80, 60][: len(rows[0])], [*rows, *more])
    assert pad.read()["rows_count"] == 0


def test_signs_of_a_legend_are_no_numbers() -> None:
    pad = Pad()
    font_lacks = "\u00a7\u00a4\u00a5"  # signs that Helvetica has
    rows = [
        [sign, name, "4"] for sign, name in zip(font_lacks, ("LAMP", "HORN", "BELL"), strict=True)
    ]
    pad.ruled(40, 40, [60, 100, 40], [["SYMBOL", "DESCRIPTION", "QTY"], *rows])
    assert pad.read()["rows_count"] == 0


def test_changes_that_grow_up_directly_under_the_list() -> None:
    pad = Pad()
    widths = [40, 60, 160, 60]
    rows = [[str(n), str(2 * n), f"PIPE CLAMP DN{n}0", f"100-20{n}"] for n in range(1, 6)]
    changes = [
        ["A", "1/2/21", "ISSUED FOR CONSTRUCTION", "KL"],
        ["REV", "DATE", "DESCRIPTION", "BY"],
    ]
    pad.ruled(40, 40, widths, [["ITEM", "QTY", "DESCRIPTION", "PART NO."], *rows, *changes])
    record = pad.read()
    assert cells(record, "position", "quantity", "description", "article_number") == rows
    assert record["tables"][0]["reading"] == "words"


@pytest.mark.parametrize("header", ["QTY PIECES", "QTY UNITS", "QTY REQD", "QTY ASS", "QTY SPARES"])
def test_what_counts_the_parts_is_the_quantity(header: str) -> None:
    pad = Pad()
    rows = [[str(n), f"PIPE CLAMP DN{n}0", str(2 * n)] for n in (1, 2, 3)]
    pad.ruled(40, 40, [40, 140, 70], [["ITEM", "DESCRIPTION", header], *rows])
    assert cells(pad.read(), "position", "description", "quantity") == rows


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (["PIN", "SIGNAL", "FUNCTION"], 0), (["NO.", "X", "Y"], 0),
        (["No.", "Date", "Revision"], 0), (["NO", "DRAWING NO", "REV"], 0),
        (["Klemme", "Ader", "Ziel"], 0), (["Zbr", "Kolvo", "Imja"], 1),
    ],
)  # fmt: skip
def test_numbered_lines_under_the_header_of_another_table(header: list[str], told: int) -> None:
    pad = Pad()
    rows = [[str(n), f"VCC {n}", f"Feed {n}"] for n in range(1, 8)]
    pad.ruled(60, 60, [50, 90, 120], [header, *rows])
    pad.text(60, 400, "SECTION A-A OF THE HOUSING WITH ALL THAT BELONGS TO IT")
    read = pad.read()
    assert len(read["tables"]) == told and read["rows_count"] == 0


def test_a_symbol_beside_the_number_of_a_weld_is_no_article() -> None:
    rows = [["WELD NO", "SYMBOL", "SIZE", "QTY"], ["W1", "FILLET", "5", "2"], ["W2", "V", "8", "1"]]
    pad = Pad()
    pad.ruled(60, 60, [60, 60, 60, 60], rows)
    assert pad.read()["rows_count"] == 0


@pytest.mark.parametrize("room", [30, 60])
def test_labels_and_values_in_one_tall_cell_are_a_title_block(room: float) -> None:
    pad = Pad()
    names = [("PART NAME", "SHAFT"), ("MATERIAL", "STEEL"), ("QTY", "2"), ("WEIGHT", "1.24")]
    pad.grid([500, 570, 640, 710, 780], [500, 500 + room])
    for n, (label, value) in enumerate(names):
        pad.text(503 + 70 * n, 508, label)
        pad.text(508 + 70 * n, 500 + 0.7 * room, value)
    assert pad.read()["rows_count"] == 0


@pytest.mark.parametrize(("last", "rows"), [("SCALE", 0), ("FINISH", 1), ("WERKSTOFF", 1)])
def test_a_single_row_beside_a_scale_is_the_drawn_part_itself(last: str, rows: int) -> None:
    pad = Pad()
    header = ["PART NO.", "DESCRIPTION", "QTY", last]
    pad.ruled(400, 500, [80, 100, 40, 70], [header, ["K-107", "SPINDLE", "1", "X"]])
    assert pad.read()["rows_count"] == rows


@pytest.mark.parametrize(("what", "rows"), [("DRAWING TITLE", 0), ("DESCRIPTION", 2)])
def test_titles_of_drawings_with_their_sheets_are_no_list(what: str, rows: int) -> None:
    pad = Pad()
    lines = [["NO.", what, "SHEET"], ["1", "FRAME", "1"], ["2", "DETAILS", "2-4"]]
    pad.ruled(60, 60, [40, 150, 60], lines)
    assert pad.read()["rows_count"] == rows


@pytest.mark.parametrize("caption", ["PARTS LIST", ""])
def test_notes_beside_the_caption_are_not_that_of_the_list(caption: str) -> None:
    """A last column without a border takes words of the notes: its place goes on below NOTES."""
    pad = Pad()
    pad.text(130, 48, caption)
    pad.text(310, 48.5, "NOTES:")
    rows = [["POS", "DESCRIPTION", "QTY", "WEIGHT"], ["1", "PLATE", "2", "1.55"]]
    pad.plain((60, 100, 230, 270), 60, [*rows, ["2", "CLAMP FOR PIPE", "4", "12.5"]])
    for n, note in enumerate(["ALL DIMENSIONS IN MM", "DEBURR ALL EDGES", "WELD ALL AROUND"]):
        pad.text(310, 59 + 10 * n, f"{n + 1}. {note}")
    tables = pad.read()["tables"]
    assert [len(table["rows"]) for table in tables] == [2]
