"""Headings between the rows of lists without rulings, at the pitch of the rows."""

from __future__ import annotations

from typing import Any

import pytest

from sheets import Pad, cells

HEAD = ["DESCRIPTION", "QTY", "PART NO."]
TOLD = "'LOOSE ITEMS' was taken for the end of the row before it"


def part(n: int, name: str = "HOT DIP GALVANIZED PIPE CLAMP") -> list[str]:
    return [f"{name} DN{n}0", str(2 * n), f"100-20{n}"]


def read_table(first: str, indent: float = 0.0, wide: int = 190) -> dict[str, Any]:
    """The table under a heading, three rows, LOOSE ITEMS and two rows."""
    pad = Pad()
    rows = [[first], part(1), part(2), part(3, "NUT"), ["LOOSE ITEMS"], part(4), part(5)]
    xs = (60, 60 + wide, 90 + wide)
    pad.plain(xs, 60, [HEAD])
    for n, row in enumerate(rows):
        pad.plain(xs if len(row) > 1 else (60 + indent,), 74 + 14 * n, [row])
    [table] = pad.read()["tables"]
    return table


@pytest.mark.parametrize(("first", "indent"), [("PIPE", 0.0), ("PIPE SUPPORTS", 60.0)])
def test_a_line_in_line_with_a_heading_is_one_where_no_text_wraps(
    first: str, indent: float
) -> None:
    table = read_table(first, indent)
    assert [row["cells"]["description"] for row in table["rows"]] == [
        part(1)[0], part(2)[0], part(3, "NUT")[0], part(4)[0], part(5)[0]
    ]  # fmt: skip
    assert [row["section"] for row in table["rows"]] == 3 * [first] + 2 * ["LOOSE ITEMS"]
    assert table["header"][0]["text"] == "DESCRIPTION"
    assert table["check_status"] == "consistent"


def test_a_second_line_that_may_be_a_heading_is_told() -> None:
    pad = Pad()
    rows = [HEAD, part(1), part(2), part(3, "NUT"), ["LOOSE ITEMS"], part(4), part(5)]
    pad.plain((60, 250, 280), 60, rows)
    [table] = pad.read()["tables"]
    assert TOLD in table["check_reasons"]


def test_a_text_that_wraps_at_the_end_of_its_column_does_not_go_on_as_a_heading() -> None:
    pad = Pad()
    rows = [HEAD, part(1), part(2), ["PIPE CLAMP WITH LOCK NUTS AND", "6", "100-203"],
            ["WASHERS FOR SLIDING SUPPORTS"], part(4), part(5)]  # fmt: skip
    pad.plain((60, 250, 280), 60, rows)
    [table] = pad.read()["tables"]
    assert table["rows"][2]["cells"]["description"] == f"{rows[3][0]} {rows[4][0]}"
    assert table["check_status"] == "consistent"


@pytest.mark.parametrize("texts", [["HOT DIP GALVANIZED"], ["SHOP", "SUPPLIED BY OTHERS"]])
def test_texts_in_the_middle_head_rows_where_they_begin_in_different_places(
    texts: list[str],
) -> None:
    pad = Pad()
    pad.plain((60, 100, 250), 60, [["QTY", "DESCRIPTION", "PART NO."]])
    for n in range(1, 6):
        pad.plain((60, 100, 250), 60 + 28 * n, [[str(2 * n), f"PIPE CLAMP DN{n}0", f"100-20{n}"]])
    for n, text in enumerate(texts):
        pad.canvas.setFont("Helvetica", 8)
        pad.canvas.drawCentredString(174, 600 - 102 - 56 * n, text)
    rows = pad.read()["tables"][0]["rows"]
    sections = ["", *2 * [texts[0]], *2 * texts[1:]] if len(texts) > 1 else 5 * [""]
    assert [row["section"] for row in rows] == sections


def test_a_text_alone_in_a_ruled_row_is_no_quantity() -> None:
    pad = Pad()
    rows = [["1", "2", "PIPE CLAMP DN10"], ["", "STEEL", ""], ["2", "4", "PIPE CLAMP DN20"]]
    pad.plain((60, 100, 150), 71, [["POS", "QTY", "DESCRIPTION"], *rows], 16)
    for n in range(5):
        pad.line(55, 60 + 16 * n, 300, 60 + 16 * n)
    read = pad.read()["tables"][0]["rows"]
    assert [(row["cells"]["position"], row["section"]) for row in read] == [
        ("1", ""),
        ("2", "STEEL"),
    ]


def test_a_cell_that_goes_on_beside_one_count_is_no_heading() -> None:
    """The first column need not be the description: MATERIAL in a list without positions."""
    pad = Pad()
    rows = [
        ["Steel plate\nwelded on both", "base", "P-100", "2"],
        ["Head frame\nholders", "", "P-101", "3"], ["Hinge", "for the door", "P-102", "2"],
    ]  # fmt: skip
    pad.ruled(40, 60, [120, 120, 90, 60], [["MATERIAL", "DESCRIPTION", "PART NO.", "QTY"], *rows])
    record = pad.read()
    joined = [[cell.replace("\n", " ") for cell in row] for row in rows]
    assert cells(record, "MATERIAL", "description", "article_number", "quantity") == joined
    [table] = record["tables"]
    assert table["reading"] == "words"
    assert not any(row["section"] for row in table["rows"])


def test_words_between_codes_are_headings() -> None:
    """Numbers that are codes do not wrap: what stands among them heads the rows below it."""
    rows = [
        ["BRACKETS", ""], ["KX-7665", "1"], ["ISO 4032", "4"], ["19.779.18", "24"],
        ["FASTENING", ""], ["HB-3891", "1"], ["CH-845", "2"],
    ]  # fmt: skip
    pad = Pad()
    pad.plain((40, 160), 60, [["ARTICLE NO.", "QTY"], *rows])
    [table] = pad.read()["tables"]
    read = [(row["section"], row["cells"]["article_number"]) for row in table["rows"]]
    assert read == [
        *(("BRACKETS", code) for code in ("KX-7665", "ISO 4032", "19.779.18")),
        *(("FASTENING", code) for code in ("HB-3891", "CH-845")),
    ]
    assert (table["check_status"], table["reading"]) == ("consistent", "words")


WRAPPED = ["1", "IDLER SMOOTH", "10", "FOR FRONT, REAR AND\n{}"]


def described(rows: list[list[str]], ruled: bool) -> list[tuple[str, str]]:
    """REMARKS and heading of each row of a list with positions."""
    pad = Pad()
    if ruled:
        pad.ruled(60, 60, [40, 120, 40, 130], rows, pitch=12)
    else:
        pad.plain((60, 100, 220, 260), 60, rows)
    [table] = pad.read()["tables"]
    assert table["check_status"] == "consistent"
    return [(row["extra"]["REMARKS"], row["section"]) for row in table["rows"]]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("word", ["JOINTS", "HARDWARE", "BOLTS)"])
def test_a_last_line_that_reads_like_a_heading_stays_in_its_cell(word: str, ruled: bool) -> None:
    head = ["POS", "DESCRIPTION", "QTY", "REMARKS"]
    wrapped = [*WRAPPED[:3], WRAPPED[3].format(word)]
    rows = [head, wrapped, ["2", "IDLER TOOTHED", "2", "SPARE"], ["3", *wrapped[1:]]]
    wraps = WRAPPED[3].format(word).replace("\n", " ")
    assert described(rows, ruled) == [(wraps, ""), ("SPARE", ""), (wraps, "")]


@pytest.mark.parametrize(
    ("lines", "apart"), [("CLAMP WITH LOCK\nBOLTS", 9), ("CLAMP (LOCK\nBOLTS)", 14)]
)
def test_it_stays_in_what_the_part_is_called(lines: str, apart: int) -> None:
    pad = Pad()
    pad.plain((60, 250, 280), 60, [HEAD, part(1, "NUT"), part(2, "RING")], pitch=16)
    first, second = lines.split("\n")
    pad.plain((60, 250, 280), 108, [[first, "4", "100-203"]])
    pad.text(60, 108 + apart, second)
    pad.plain((60, 250, 280), 108 + apart + 16, [part(4, "NUT")])
    [table] = pad.read()["tables"]
    names = [row["cells"]["description"] for row in table["rows"]]
    assert names[2] == f"{first} {second}" and len(names) == 4
    assert not any(row["section"] for row in table["rows"])


def test_between_two_lines_across_it_ends_what_the_part_is_called() -> None:
    pad = Pad()
    rows = [["DESCRIPTION", "QTY"], ["FLANGE DN50 WITH\nBOLTS", "4"], ["NUT M8", "8"]]
    pad.ruled(60, 60, [120, 40], rows, pitch=12)
    [table] = pad.read()["tables"]
    assert [row["cells"]["description"] for row in table["rows"]] == [
        "FLANGE DN50 WITH BOLTS", "NUT M8"
    ]  # fmt: skip


def test_a_word_of_three_letters_in_the_position_column_is_a_heading() -> None:
    pad = Pad()
    rows = [["TUB"], ["1", "2", "TUBO 114,3X6,3"], ["ABC"], ["2", "4", "VALVULA DN80"]]
    pad.plain((60, 95, 130), 60, [["POS", "QTY", "DESCRIPTION"]])
    for n, row in enumerate(rows):
        pad.plain((60, 95, 130)[: len(row)], 74 + 10 * n, [row])
    read = pad.read()
    assert cells(read, "position", "quantity") == [["1", "2"], ["2", "4"]]
    assert [row["section"] for row in read["tables"][0]["rows"]] == ["TUB", "ABC"]


def test_the_word_of_a_heading_may_end_a_name() -> None:
    """FLANGE right under WELD NECK is no heading; at the step of the rows it would be one."""
    pad = Pad()
    rows = [["POS", "DESCRIPTION", "QTY"], ["1", "WELD NECK\nFLANGE", "2"], ["2", "ELBOW", "4"]]
    pad.plain((60, 100, 250), 60, [*rows, ["3", "BLIND\nFLANGE", "1"]])
    result = pad.read()
    assert cells(result, "description") == [["WELD NECK FLANGE"], ["ELBOW"], ["BLIND FLANGE"]]
    assert result["tables"][0]["check_reasons"] == []


def test_the_words_of_a_heading_may_begin_a_name() -> None:
    """PIPE SUPPORTS over SADDLE, the position in the middle between them."""
    pad = Pad()
    pad.grid([60, 100, 250, 300], [60, 76, 100, 116])
    pad.plain((63, 103, 253), 71, [["POS", "DESCRIPTION", "QTY"]])
    for x, y, text in [
        (63, 91, "1"),
        (103, 86, "PIPE SUPPORTS"),
        (103, 96, "SADDLE"),
        (253, 91, "2"),
        (63, 111, "2"),
        (103, 111, "ELBOW"),
        (253, 111, "4"),
    ]:
        pad.text(x, y, text)
    assert cells(pad.read(), "description") == [["PIPE SUPPORTS SADDLE"], ["ELBOW"]]


def test_a_known_heading_over_the_first_of_rows_that_wrap_ends_no_row() -> None:
    """A list without a second page prints PIPE over its first row, lines of others wrap below."""
    rows = [["1", "PIPE DN 100", "9.5 M"], ["2", "ELBOW DN 100, BW,", "2"], ["3", "TEE", "1"]]
    pad = Pad()
    pad.plain([100, 140, 300], 100, [["PT NO", "DESCRIPTION", "QTY"], ["", "PIPE", ""]])
    pad.plain([100, 140, 300], 128, rows[:2])
    pad.text(140, 151, "ASTM A234 WPB")
    pad.plain([100, 140, 300], 165, rows[2:])
    [table] = pad.read()["tables"]
    assert table["check_reasons"] == []
    assert [row["cells"]["position"] for row in table["rows"]] == ["1", "2", "3"]
