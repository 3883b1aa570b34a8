"""Header cells that are wrapped go on whatever their words say; a row does not."""

from __future__ import annotations

from sheets import Pad, cells

XS = [60, 160, 220, 280, 340]
ROWS = [
    ["BEARING BLOCK", "2", "12.50", "YES", "3 H"],
    ["ROD 8 MM 200 LG", "1", "7.20", "NO", "1 H"],
    ["HAND WHEEL", "4", "3.10", "NO", "2 H"],
]


def _read(
    head: list[str], columns: list[str], base: float = 60, gap: float = 18
) -> list[list[str]]:
    """The cells under a header whose lines are ``head``, the first at ``base``."""
    pad = Pad()
    bottom = base
    for x, cell in zip(XS, head, strict=True):
        for i, part in enumerate(cell.split("\n")):
            y = base + 9.5 * i
            pad.text(x, y, part)
            bottom = max(bottom, y)
    pad.plain(XS, bottom + gap, ROWS)
    return cells(pad.read(), *columns)


def test_words_nobody_listed_go_on_the_cells_they_stand_under() -> None:
    head = ["PART NAME", "QTY", "PRICE\nWITH\nTAX", "ALREADY\nOWNED", "EST.\nPRINT\nTIME"]
    columns = ["description", "quantity", "PRICE WITH TAX", "ALREADY OWNED", "EST. PRINT TIME"]
    assert _read(head, columns) == ROWS


def test_words_nobody_listed_go_on_the_cells_they_stand_over() -> None:
    pad = Pad()
    for x, cell in zip(XS, ["PART", "QTY", "PRINT\nTIME", "ALREADY\nOWNED", "X"], strict=True):
        for i, part in enumerate(reversed(cell.split("\n"))):
            pad.text(x, 60 - 9.5 * i, part)
    pad.text(200, 30, "MATERIAL LIST", 9)
    pad.plain(XS, 78, ROWS)
    columns = ["description", "quantity", "PRINT TIME", "ALREADY OWNED"]
    assert cells(pad.read(), *columns) == [row[:4] for row in ROWS]


def test_a_row_without_figures_is_none_of_the_header() -> None:
    """It stands no closer to the header than the rows to each other."""
    pad = Pad()
    table = [
        ["NO.", "NAME", "QTY", "SOURCE"],
        ["A", "BEARING BLOCK", "AR", "MAKE"],
        ["B", "ROD", "2", "BOUGHT"],
        ["C", "WHEEL", "4", "BOUGHT"],
    ]
    pad.plain([60, 95, 230, 330], 60, table, pitch=11)
    assert cells(pad.read(), "description", "SOURCE") == [[r[1], r[3]] for r in table[1:]]


def test_the_first_line_of_a_row_set_in_the_middle_of_its_lines_is_none_of_the_header() -> None:
    pad = Pad()
    pad.plain([60, 95, 130, 330], 60, [["NO.", "QTY", "NAME", "SOURCE"]])
    y = 71.0
    for i, (one, two) in enumerate(
        (("BLOCK", "BEARING"), ("ROD 8 MM", "200 LG"), ("HAND", "WHEEL"))
    ):
        pad.text(130, y, one)
        pad.text(130, y + 9, two)
        pad.plain([60, 95], y + 4.5, [[str(i + 1), "2"]])
        pad.text(330, y + 4.5, "MAKE")
        y += 24
    assert cells(pad.read(), "position", "quantity", "description", "SOURCE") == [
        ["1", "2", "BLOCK BEARING", "MAKE"],
        ["2", "2", "ROD 8 MM 200 LG", "MAKE"],
        ["3", "2", "HAND WHEEL", "MAKE"],
    ]
