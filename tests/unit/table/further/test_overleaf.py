"""A row that the end of a page breaks is told on both pages."""

from __future__ import annotations

import pytest

from sheets import Pad, cells

HEAD = ["POS", "QTY", "DESCRIPTION", "ARTICLE NO."]
XS = [60.0, 100.0, 150.0, 320.0]
ROWS = [[str(i), str(1 + i % 3), f"CROSS BEAM {i}", f"{4100 + i}"] for i in range(1, 11)]


NAMES = ("position", "quantity", "description", "article_number")
TEXT = "'HOT DIP GALVANISED'"
BEFORE = [f"its last row may go on on the next page: {TEXT}"]
AFTER = [f"{TEXT} over the first row is a heading, or ends another row"]


def read(over: str, *, head: bool = True, wraps: bool = False, start: int = 6) -> dict:
    """Two pages of a list; ``over`` stands over the second one's first row."""
    rows = [[*row[:2], row[2] + "\nWITH STUDS" * (wraps and i in (2, 8)), row[3]]
            for i, row in enumerate(ROWS)]  # fmt: skip
    pad = Pad()
    pad.plain(XS, 60, [HEAD, *rows[:6]])
    pad.canvas.showPage()
    if head:
        pad.plain(XS, 60, [HEAD])
    pad.text(XS[2], 71, over)
    pad.plain(XS, 84, rows[start:])
    return pad.read()


@pytest.mark.parametrize("head", [False, True])
@pytest.mark.parametrize("wraps", [False, True])
def test_a_line_over_the_first_row_of_the_next_page_is_told(head: bool, wraps: bool) -> None:
    record = read("HOT DIP GALVANISED", head=head, wraps=wraps)
    one, two = record["tables"]
    read_rows = cells(record, *NAMES) + cells(record, *NAMES, table=1)
    assert [row[2].removesuffix(" WITH STUDS") for row in read_rows] == [row[2] for row in ROWS]
    assert (one["check_reasons"], two["check_reasons"]) == (BEFORE, AFTER)
    assert (one["reading"], two["reading"]) == ("words", "words")


def test_a_list_that_counts_otherwise_is_another_one() -> None:
    one, two = read("HOT DIP GALVANISED", wraps=True, start=7)["tables"]
    assert (one["check_reasons"], two["check_reasons"][:1]) == ([], AFTER)


def test_a_list_that_goes_on_is_not_told() -> None:
    for head in (False, True):
        record = read("", head=head, wraps=True)
        assert [table["check_reasons"] for table in record["tables"]] == [[], []]


def test_a_first_row_of_two_close_lines_around_its_position_is_not_passed_by() -> None:
    pad = Pad()
    edges = [*(x - 4 for x in XS), 400.0]
    pad.plain(XS, 60, [HEAD, *ROWS[:6]])
    for x in edges:
        pad.line(x, 50, x, 160)
    pad.canvas.showPage()
    for x in edges:
        pad.line(x, 68, x, 160)
    for x, y, text in zip(XS, (84, 83.2, 86, 84), ROWS[6], strict=True):
        pad.text(x, y, text)
    pad.text(XS[2], 78.7, "HOT DIP GALVANISED")
    pad.plain(XS, 108, [[ROWS[7][0], "", *ROWS[7][2:]], *ROWS[8:]])
    record = pad.read()
    one, two = record["tables"]
    assert [row[0] for row in cells(record, *NAMES, table=1)] == [row[0] for row in ROWS[6:]]
    assert (one["check_reasons"], two["check_reasons"][:1]) == (BEFORE, AFTER)
    assert (one["reading"], two["reading"]) == ("words", "words")
