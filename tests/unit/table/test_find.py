"""Which of the tables that were not read are told beside those that were."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from bomflow.table.find import _apart
from drawgen import Drawing, Sheet, Table, draw_drawing
from reading import read_bytes
from sheets import Pad, cells

AS_IT_IS: Any = SimpleNamespace(back=lambda box: box)


def table(*box: float) -> Any:
    return SimpleNamespace(box=box), AS_IT_IS


@pytest.mark.parametrize(("left", "told"), [(373.0, True), (358.0, True), (250.0, False)])
def test_a_header_without_rows_is_told_unless_another_table_took_its_place(
    left: float, told: bool
) -> None:
    bare = table(28.0, 23.0, 373.0, 39.0)  # of the list beside, whose positions stand out to here
    assert bool(_apart([bare], [table(left, 23.0, 652.0, 108.0)])) == told


HEADER = ("POS", "PART NUMBER", "QTY", "DESCRIPTION")


def clamps(first: int) -> list[tuple[str, ...]]:
    return [(str(n), f"100-2{n}0", "2", f"PIPE CLAMP DN{n}0") for n in range(first, first + 3)]


@pytest.mark.parametrize("upwards", [False, True])
@pytest.mark.parametrize(("start", "lists"), [(1, [3, 3]), (4, [6])])
def test_positions_that_begin_anew_under_a_repeated_header_are_another_list(
    start: int, lists: list[int], upwards: bool
) -> None:
    lines = [HEADER, *clamps(1), HEADER, *clamps(start)]
    pad = Pad()
    pad.plain((50, 90, 170, 210), 60, lines[::-1] if upwards else lines)
    tables = pad.read()["tables"]
    assert [len(table["rows"]) for table in tables] == lists
    assert {table["check_status"] for table in tables} == {"consistent"}
    for table in tables:
        top, bottom = (f([r["bbox"][i] for r in table["rows"]]) for f, i in ((min, 1), (max, 3)))
        heads = [column["bbox"] for column in table["header"]]
        assert all(table["bbox"][1] <= box[1] <= table["bbox"][3] for box in heads)
        assert all(0 < (box[1] - bottom if upwards else top - box[3]) < 8 for box in heads)


@pytest.mark.parametrize("sums", [1, 2])
def test_each_of_the_lists_under_one_header_has_its_own_total(sums: int) -> None:
    header = ("POS", "QTY", "DESCRIPTION", "WEIGHT", "TOTAL WEIGHT")
    lines: list[tuple[str, ...]] = []
    for weight in (2, 3):
        rows = [
            (str(n), "2", f"U-BOLT DN{n}0", f"{weight}.5", f"{2 * weight + 1}.0") for n in (1, 2)
        ]
        lines += [header, *rows, ("", "", "TOTAL", "", f"{4 * weight + 2}.0")]
    if sums > 1:
        lines.append(("", "", "GRAND TOTAL", "", "24.0"))
    pad = Pad()
    pad.plain((50, 90, 130, 270, 320), 60, lines)
    tables = pad.read()["tables"]
    if sums == 1:
        assert [table["printed_total"] for table in tables] == ["10.0", "14.0"]
        assert {table["check_status"] for table in tables} == {"verified"}
    else:
        told = "the positions begin anew at 1 under a header: two lists read as one"
        assert [told in table["check_reasons"] for table in tables] == [True]


@pytest.mark.parametrize("gap", [0, 30])
@pytest.mark.parametrize("ruled", [False, True])
def test_lists_side_by_side_with_other_columns(gap: int, ruled: bool) -> None:
    one = [["QTY", "DESCRIPTION", "PART NO."],
           *([str(n), f"PIPE CLAMP DN{n}0", f"100-20{n}"] for n in range(1, 4))]  # fmt: skip
    two = [["POS", "QTY.", "DESCRIPTION"],
           *([str(n), str(2 * n), f"U-BOLT DN{n}0"] for n in range(11, 15))]  # fmt: skip
    pad = Pad()
    if ruled:
        pad.ruled(40, 60, [40, 140, 60], one)
        pad.ruled(280 + gap, 60, [40, 40, 140], two)
    else:
        pad.plain((40, 80, 220), 60, one)
        pad.plain((280 + gap, 320 + gap, 360 + gap), 60, two)
    tables = pad.read()["tables"]
    assert [[row["cells"]["description"] for row in table["rows"]] for table in tables] == [
        [row[1] for row in one[1:]], [row[2] for row in two[1:]]
    ]  # fmt: skip
    assert [row["cells"]["position"] for row in tables[1]["rows"]] == [r[0] for r in two[1:]]
    assert not any(row["cells"]["position"] for row in tables[0]["rows"])


def test_a_caption_in_the_box_of_the_header_is_of_no_column() -> None:
    table = Table(
        602728, "de", ("position", "article_number", "quantity", "description"),
        rows=5, header_style="plain", spelling=3, caption=True, ruling="full",
    )  # fmt: skip
    sheet = Sheet(
        602728, "A1", (table,), place="top-left", language="de", font_size=6.0,
        decoys=frozenset({"item_revisions", "revisions", "title_block", "notes"}),
    )  # fmt: skip
    data, _ = draw_drawing(Drawing((sheet,)))
    [read] = read_bytes(data)["tables"]
    assert len(read["rows"]) == 5
    assert read["header"][0]["text"] == "LFD. NR."


@pytest.mark.parametrize(("group", "status"), [("PART NUMBER", "suspect"), ("QTY", "consistent")])
def test_a_header_word_over_several_columns_that_names_one_is_told(group: str, status: str) -> None:
    pad = Pad()
    pad.grid((50, 90, 200, 320), (50, 82, 98, 114, 130))
    pad.line(200, 66, 320, 66)
    pad.line(260, 66, 260, 130)
    for x, y, text in ((53, 77, "POS"), (93, 77, "DESCRIPTION"), (225, 61, group)):
        pad.text(x, y, text)
    for x, text in ((203, "LEFT"), (263, "RIGHT")):
        pad.text(x, 77, text)
    for n in (1, 2, 3):
        for x, text in ((53, str(n)), (93, f"PIPE CLAMP DN{n}0"), (203, str(n)), (263, "2")):
            pad.text(x, 77 + 16 * n, text)
    [table] = pad.read()["tables"]
    assert table["check_status"] == status, table["check_reasons"]
    told = f"{group!r} stands over several columns of the header"
    assert (told in table["check_reasons"]) == (status == "suspect")


@pytest.mark.parametrize("total", [False, True])
def test_a_group_says_what_its_columns_are_but_less_surely_than_they_do(total: bool) -> None:
    last = "TOTAL" if total else "MIDDLE"
    pad = Pad()
    pad.grid((50, 90, 200, 380), (50, 82, 98, 114))
    pad.line(200, 66, 380, 66)
    for x in (260, 320):
        pad.line(x, 66, x, 114)
    for x, y, text in ((53, 77, "POS"), (93, 77, "DESCRIPTION"), (275, 61, "QTY")):
        pad.text(x, y, text)
    for x, text in ((203, "LEFT"), (263, "RIGHT"), (323, last)):
        pad.text(x, 77, text)
    for n in (1, 2):
        row = (str(n), f"PIPE CLAMP DN{n}0", "1", "2", "3")
        for x, text in zip((53, 93, 203, 263, 323), row, strict=True):
            pad.text(x, 77 + 16 * n, text)
    [table] = pad.read()["tables"]
    assert {row["cells"]["quantity"] for row in table["rows"]} == {"3" if total else "1"}


@pytest.mark.parametrize("gap", [0, 60])
def test_a_header_printed_at_both_ends_is_no_second_list(gap: int) -> None:
    pad = Pad()
    pad.plain((50, 90, 170, 210), 60, [HEADER, *clamps(1)])
    pad.plain((50, 90, 170, 210), 116 + gap, [HEADER])
    tables = pad.read()["tables"]
    assert [len(table["rows"]) for table in tables] == [3, *[0] * bool(gap)]


@pytest.mark.parametrize(("beyond", "told"), [(14, True), (60, False)])
def test_rows_between_two_headers_may_be_of_either_list(beyond: float, told: bool) -> None:
    """One list grows down and one up to its header below: nothing parts them."""
    pad = Pad()
    rows = [["1", "4", "7-11", "CLAMP"], ["2", "2", "7-12", "ROD"], ["3", "8", "7-13", "NUT"]]
    pad.plain([60, 100, 140, 220], 60, [["POS", "QTY", "ARTICLE NO", "NAME"], *rows])
    pad.plain([60, 100, 140, 220], 102 + beyond, [["POS", "QTY", "NAME", "WEIGHT"]])
    first = pad.read()["tables"][0]
    assert [row["cells"]["position"] for row in first["rows"]] == ["1", "2", "3"]
    said = "a header without rows stands at its end: which are whose?"
    assert (said in first["check_reasons"]) == told


@pytest.mark.parametrize(
    ("text", "size"), [("COPY", 60), ("PRELIMINARY", 40), ("FOR APPROVAL", 18)]
)
def test_a_stamp_across_an_open_list_is_none_of_it(text: str, size: float) -> None:
    rows = [[str(i), "2", f"GUSSET PLATE {i}", f"770{i}"] for i in range(1, 8)]
    pad = Pad()
    pad.text(150, 175, text, size)
    pad.plain([100, 140, 190, 360], 100, [["ITEM", "QTY", "DESCRIPTION", "PART NO."], *rows])
    record = pad.read()
    table = record["tables"][0]
    assert cells(record, "position", "quantity", "description", "article_number") == rows
    assert (table["reading"], table["check_status"]) == ("words", "consistent")


def test_a_large_caption_still_says_what_a_list_is() -> None:
    rows = [[str(i), "2", f"END MILL D{i}", f"770{i}"] for i in range(1, 6)]
    pad = Pad()
    pad.text(100, 80, "TOOL LIST", 24)
    pad.plain([100, 140, 190, 360], 100, [["ITEM", "QTY", "DESCRIPTION", "PART NO."], *rows])
    assert pad.read()["rows_count"] == 0
