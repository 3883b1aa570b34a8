"""Headers that no ruling closes, and what stands over them."""

from __future__ import annotations

import pytest

from sheets import Pad, cells

ROWS = [["1", "1", "BEARING BLOCK", "MAKE"], ["2", "2", "ROD 8 MM 200 LG", "BOUGHT"]]


@pytest.mark.parametrize("caption", ["PARTS:", "Components"])
def test_a_caption_over_a_wide_column_is_no_header_cell(caption: str) -> None:
    pad = Pad()
    pad.plain([60, 95, 130, 330], 60, [["NO.", "QTY", "ITEM", "SOURCE"], *ROWS])
    pad.text(230, 48, caption)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "position", "quantity", "description", "SOURCE") == ROWS


def test_a_word_over_a_header_cell_is_of_it() -> None:
    pad = Pad()
    pad.plain([60, 95, 130, 330], 60, [["NO.", "QTY", "NUMBER", "NAME"], *ROWS])
    pad.text(130, 51, "PART")
    assert cells(pad.read(), "position", "article_number") == [
        ["1", "BEARING BLOCK"],
        ["2", ROWS[1][2]],
    ]


def test_lines_that_overlap_the_header_are_of_it_whatever_they_say() -> None:
    """A header of two lines beside those of one stands half a line over and under them."""
    pad = Pad()
    pad.plain([60, 95, 180, 330], 60, [["NO.", "QTY", "ITEM", ""], *ROWS])
    pad.text(330, 56, "INSP.")
    pad.text(330, 65, "KLASK")
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "position", "quantity", "description", "INSP. KLASK") == ROWS


@pytest.mark.parametrize("text", ["R19", "DN 100", "EL +12.500", "Ø22"])
def test_a_dimension_in_line_with_the_header_is_no_cell_of_it(text: str) -> None:
    pad = Pad()
    pad.plain([260, 295, 330, 530], 60, [["NO.", "QTY", "ITEM", "SOURCE"], *ROWS])
    pad.text(140, 60, text)
    [table] = pad.read()["tables"]
    assert table["reading"] == "words" and table["check_reasons"] == []
    assert [column["text"] for column in table["header"]] == ["NO.", "QTY", "ITEM", "SOURCE"]


def test_a_letter_far_beside_the_header_is_the_zone_of_a_frame() -> None:
    pad = Pad()
    pad.plain([260, 295, 330, 530], 60, [["NO.", "QTY", "ITEM", "SOURCE"], *ROWS])
    pad.text(60, 60, "A")
    [table] = pad.read()["tables"]
    assert table["reading"] == "words"
    assert [column["text"] for column in table["header"]] == ["NO.", "QTY", "ITEM", "SOURCE"]


@pytest.mark.parametrize(
    ("over", "under"), [("Gewicht", "per stuk kg"), ("Gew.", "Stk. kg"), ("Vikt", "st kg")]
)
def test_a_unit_behind_the_word_for_one_is_of_the_weight_over_both(over: str, under: str) -> None:
    pad = Pad()
    rows = [["1", "4", "ROD", "12.92", "51.68"], ["2", "2", "NUT", "0.15", "0.30"]]
    pad.plain([60, 95, 130, 230, 300], 60, [["Pos.", "Aantal", "Benaming", "", ""]])
    for x, texts in ((230, (over, under)), (300, ("Totaal", "gewicht kg"))):
        pad.text(x, 56, texts[0])
        pad.text(x, 65, texts[1])
    pad.plain([60, 95, 130, 230, 300], 80, rows)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    names = ("position", "quantity", "description", "weight", "total_weight")
    assert cells(read, *names) == rows


def test_columns_of_a_list_whose_borders_are_drawn_cell_by_cell() -> None:
    """L names a column, however narrow, and a dash under the header is a value."""
    edges = (60, 95, 130, 230, 260, 330)
    rows = [["POS", "QTY", "NAME", "L", "MATERIAL"]]
    rows += [[str(n), "2", "-" if n == 1 else f"ROD M{n}0", f"{n}50", "C45"] for n in range(1, 6)]
    pad = Pad()
    for n, row in enumerate(rows):
        for x in edges:
            pad.canvas.line(x, 595 - 50 - 14 * n, x, 595 - 63 - 14 * n)
        for x, text in zip(edges, row, strict=False):
            pad.text(x + 3, 60 + 14 * n, text)
    result = pad.read()
    assert cells(result, "position", "quantity", "description", "L", "MATERIAL") == rows[1:]
    assert result["tables"][0]["reading"] == "words"


def test_a_value_of_another_table_does_not_begin_a_header() -> None:
    """A table of welds begins a line over the list: RT stands in line with its header."""
    pad = Pad()
    pad.plain([40, 80, 180], 46, [["WELD", "WPS", "NDT"], ["W1", "WPS-82", "RT"]])
    pad.plain([260, 295, 330, 530], 60, [["NO.", "QTY", "ITEM", "SOURCE"], *ROWS])
    read = pad.read()
    assert [c["text"] for c in read["tables"][0]["header"]] == ["NO.", "QTY", "ITEM", "SOURCE"]
