"""Where open lists end."""

from __future__ import annotations

from sheets import Pad, cells

HEAD = ["POS", "QTY", "DESCRIPTION"]
ROWS = [["1", "2", "BASE PLATE"], ["2", "4", "HEX BOLT M20"], ["3", "1", "PIPE CLAMP DN100"]]
XS = [40.0, 90.0, 140.0]


def test_rows_go_on_over_an_empty_one_between_lines_as_long_as_those_of_the_header() -> None:
    pad = Pad()
    for y in (40, 56, 112, 128, 144):
        pad.line(36, y, 260, y)
    for y, row in zip((51, 67, 123, 139), [["ART. NO.", *HEAD[1:]], *ROWS], strict=True):
        for x, text in zip(XS, [row[0] if y == 51 else f"47110{y}", *row[1:]], strict=True):
            pad.text(x, y, text)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "description") == [[row[2]] for row in ROWS]


def test_a_label_below_the_line_of_a_title_block_is_no_second_line() -> None:
    """The line covers the label, not the list."""
    pad = Pad()
    pad.plain(XS, 50, [HEAD, *ROWS])
    pad.line(130, 95, 500, 95)
    pad.text(142, 101, "DRAWN", 6)
    pad.text(142, 111, "J. WEBER")
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "position", "quantity", "description") == ROWS


def test_marks_beside_a_list_between_two_lines_are_of_no_cell() -> None:
    pad = Pad()
    rows = [[f"47110{i}", "2", f"BASE PLATE {i}"] for i in range(6)]
    pad.plain(XS, 50, [["PART NO.", *HEAD[1:]], *rows])
    for y in (40, 54):
        pad.line(36, y, 260, y)
    for n, y in ((1, 78), (2, 106)):
        pad.text(29, y, str(n), 7)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "article_number", "quantity", "description") == rows


def test_figures_at_the_far_end_of_the_last_column() -> None:
    """The header stands at the left of it, and only its figures tell the rows."""
    pad = Pad()
    pad.plain((40, 200), 100, [["DESCRIPTION", "MATERIAL"]])
    pad.text(300, 100, "QTY")
    for i, name in enumerate(["PLATE", "PIPE CLAMP", "HEX NUT"]):
        pad.plain((40, 200, 346), 114 + 14 * i, [[name, "S235", str(i + 1)]])
    result = pad.read()
    assert cells(result, "description", "quantity") == [
        ["PLATE", "1"], ["PIPE CLAMP", "2"], ["HEX NUT", "3"],
    ]  # fmt: skip
    assert result["tables"][0]["reading"] == "words"


def test_line_work_that_reaches_into_the_list_by_a_little_is_no_frame_of_the_sheet() -> None:
    pad = Pad()
    pad.plain([x + 300 for x in XS], 50, [HEAD, *ROWS])
    pad.line(60, 57, 353, 57)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "position", "quantity", "description") == ROWS


def test_the_lines_of_another_table_below_do_not_tell_where_columns_end() -> None:
    pad = Pad()
    parts = [["PIPE SMLS A106-B SCH 40", "4", "PI440", "3.2 M"], ["ELBOW 90 LR", "4", "EL440", "2"]]
    header = ["PT NO", "DESCRIPTION", "N.S.", "CODE", "QTY"]
    for x, text in zip((44, 190, 280, 330, 400), header, strict=True):
        pad.text(x, 50, text)
    for n, (name, *cells_) in enumerate(parts):
        pad.text(58, 66 + 13 * n, str(n + 1))
        pad.text(69, 66 + 13 * n, name)
        for x, text in zip((284, 330, 404), cells_, strict=True):
            pad.text(x, 66 + 13 * n, text)
    pad.text(44, 97, "LOADS")
    loads = [[name, "0.1", "-12.4"] for name in ("DEADWEIGHT", "OPERATING", "TEST", "WIND")]
    pad.plain([44, 190, 280], 110, [["CASE", "FX kN", "FZ kN"], *loads], 12)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "description", "quantity") == [[parts[0][0], "3.2 M"], [parts[1][0], "2"]]


def test_prepared_rows_behind_the_header_once_more() -> None:
    """The header takes the place of a row, and is no room before the next one."""
    pad = Pad()
    head = ["POS", "QTY", "DESCRIPTION", "PART NO."]
    rows = [[str(i), str(i), f"PIPE CLAMP DN{i}00", f"47110{i}"] for i in range(1, 6)]
    empty = [[str(i), "", "", ""] for i in range(6, 9)]
    lines = [head, *rows, empty[0], head, *empty[1:]]
    pad.plain([40, 90, 140, 300], 50, lines)
    for i in range(len(lines) + 1):
        pad.line(36, 39 + 14 * i, 360, 39 + 14 * i)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    wanted = cells(read, "position", "quantity", "description", "article_number")
    assert wanted == [*rows, *empty]


def test_small_dimensions_beyond_a_list_that_grows_upwards_are_no_rows() -> None:
    pad = Pad()
    head = ["POS", "QTY", "DESCRIPTION", "PART NO."]
    rows = [[str(i), str(i), f"PIPE CLAMP DN{i}00", f"47110{i}"] for i in range(4, 0, -1)]
    pad.plain([40, 90, 140, 300], 100, [*rows, head])
    for y in (88, 146, 160):
        pad.line(36, y, 400, y)
    pad.text(40, 80, "2400", 4)
    pad.text(90, 80, "2400", 4)
    pad.text(140, 74, "DETAIL A 1:2", 4)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "position", "quantity", "description", "article_number") == rows
    assert read["tables"][0]["check_status"] == "consistent"
