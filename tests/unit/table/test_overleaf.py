"""A row that the end of a page breaks is told on both pages."""

from __future__ import annotations

from sheets import Pad, cells

HEAD = ["POS", "QTY", "DESCRIPTION", "ARTICLE NO."]
XS = [60.0, 100.0, 150.0, 320.0]
ROWS = [[str(i), str(1 + i % 3), f"CROSS BEAM {i}", f"{4100 + i}"] for i in range(1, 11)]


def read(over: str, under: str = "") -> dict:
    """Two pages of a list; ``over`` stands over the second one's first row."""
    pad = Pad()
    pad.plain(XS, 60, [HEAD, *ROWS[:6]])
    pad.canvas.showPage()
    pad.plain(XS, 60, [HEAD])
    pad.text(XS[2], 70, over)
    rows = [[*row[:2], row[2] + under, row[3]] for row in ROWS[6:]]
    pad.plain(XS, 80, rows, 14 + 9 * bool(under))
    return pad.read()


def test_a_line_over_the_first_row_of_the_next_page_is_told() -> None:
    record = read("HOT DIP GALVANISED")
    one, two = record["tables"]
    names = ("position", "quantity", "description", "article_number")
    assert cells(record, *names) + cells(record, *names, table=1) == ROWS
    text = "'HOT DIP GALVANISED'"
    assert one["check_reasons"] == [f"its last row may go on on the next page: {text}"]
    assert two["check_reasons"] == [f"{text} over the first row is a heading, or ends another row"]


def test_a_list_that_goes_on_is_not_told() -> None:
    assert [table["check_reasons"] for table in read("")["tables"]] == [[], []]
