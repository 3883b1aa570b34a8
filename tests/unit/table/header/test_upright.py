"""Header cells that stand upright beside level ones."""

from __future__ import annotations

from sheets import Pad, cells

NAMES = ("position", "description", "quantity", "total_weight")
ROWS = [
    ["1", "BASE PLATE 15x200", "2", "A", "36.0"],
    ["2", "THREADED ROD M16", "4", "B", "8.4"],
    ["3", "HEX NUT M16", "8", "A", "0.8"],
]
XS = [100.0, 130.0, 300.0, 330.0, 360.0, 400.0]


def sheet(*upright: tuple[int, list[str]]) -> Pad:
    """A ruled list with a level header for the first two columns and these upright ones."""
    pad = Pad()
    pad.grid(XS, [50.0, 100.0, 116.0, 132.0, 148.0])
    pad.text(103, 90, "POS")
    pad.text(160, 90, "DESCRIPTION")
    for column, lines in upright:
        for i, text in enumerate(lines):
            canvas = pad.canvas
            canvas.saveState()
            x = XS[column] + 12 + 9.6 * i
            canvas.translate(x, pad.height - 97)
            canvas.rotate(90)
            canvas.setFont("Helvetica", 8)
            canvas.drawString(0, 0, text)
            canvas.restoreState()
    for n, row in enumerate(ROWS):
        for x, cell in zip(XS, row, strict=False):
            pad.text(x + 4, 111 + 16 * n, cell)
    return pad


def test_an_upright_cell_of_two_lines_is_one_name() -> None:
    upright = [(2, ["QTY"]), (3, ["CLASS"]), (4, ["TOTAL", "WEIGHT"])]
    record = sheet(*upright).read()
    assert record["tables"][0]["reading"] == "words"
    assert [c["text"] for c in record["tables"][0]["header"]][-1] == "TOTAL WEIGHT"
    assert cells(record, *NAMES) == [[r[0], r[1], r[2], r[4]] for r in ROWS]


def test_an_upright_cell_of_an_unknown_name_heads_a_column_too() -> None:
    record = sheet((2, ["QTY"]), (3, ["ZZ-", "QUOK"]), (4, ["WEIGHT"])).read()
    assert cells(record, "ZZ- QUOK", "quantity") == [["A", "2"], ["B", "4"], ["A", "8"]]
    assert record["tables"][0]["check_status"] == "consistent"


def test_level_words_beside_an_upright_header_are_no_header_of_their_own() -> None:
    pad = sheet((2, ["QTY"]), (3, ["CLASS"]), (4, ["TOTAL", "WEIGHT"]))
    pad.text(308, 300, "QTY")  # a title block below the list
    pad.text(308, 320, "DRAWING NO.")
    record = pad.read()
    assert len(record["tables"]) == 1
