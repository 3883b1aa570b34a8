"""What the words around a table tell: lost rows, lost totals, wraps, room for a row."""

from __future__ import annotations

from typing import Any

import pytest

from bomflow.page.words import Word
from bomflow.proof.words import check_words

COLUMNS = {"position": 0.0, "quantity": 60.0, "description": 120.0, "weight": 300.0}
LINE, PITCH = 9.0, 14.0


def word(text: str, x: float, top: float, angle: int = 0) -> Word:
    return Word(text, x, top, x + 5.0 * len(text), top + LINE, angle)


def line(texts: dict[str, str], top: float) -> list[Word]:
    """One printed row; a cell's text is one word."""
    return [word(text, COLUMNS[name], top) for name, text in texts.items()]


def rows_of(count: int) -> list[dict[str, str]]:
    return [
        {
            "position": f"{i}",
            "quantity": f"{i % 3 + 1}",
            "description": f"part {i}",
            "weight": "1.5",
        }
        for i in range(1, count + 1)
    ]


def record(rows: list[tuple[dict[str, str], float]], bottom: float) -> dict[str, Any]:
    """A table with its header at the top, from rows and where they start."""
    six = ("position", "article_number", "quantity", "description", "weight", "total_weight")
    return {
        "bbox": [0.0, 0.0, 350.0, bottom],
        "header": [
            {"text": name, "column": name, "bbox": [x, 0.0, x + 40.0, LINE]}
            for name, x in COLUMNS.items()
        ],
        "printed_total": "",
        "rows": [
            {
                "cells": dict.fromkeys(six, "") | texts,
                "bbox": [0.0, top, 350.0, top + LINE],
                "cell_boxes": {n: list(word(t, COLUMNS[n], top).box) for n, t in texts.items()},
            }
            for texts, top in rows
        ],
    }


def told(table: dict[str, Any], words: list[Word]) -> list[str]:
    """What the words say against the only table of a page, each once."""
    return list(dict.fromkeys(odd.reason for odd in check_words([table], words)[0]))


def page(kept: int, count: int) -> tuple[dict[str, Any], list[Word]]:
    """A printed list of ``count`` rows of which the reader kept the first ``kept``."""
    rows = [(texts, PITCH * (i + 1)) for i, texts in enumerate(rows_of(count))]
    words = [w for texts, top in rows for w in line(texts, top)]
    words += [word(name, x, 0.0) for name, x in COLUMNS.items()]
    return record(rows[:kept], PITCH * kept + LINE + 1), words


def test_a_list_read_to_its_end_has_nothing_around_it() -> None:
    table, words = page(6, 6)
    found = told(table, [*words, word("SCALE", 500, 95), *line({"description": "note"}, 120)])
    assert found == []


@pytest.mark.parametrize("kept", [1, 2, 5])
def test_rows_that_go_on_below_the_last_one_are_told(kept: int) -> None:
    table, words = page(kept, 6)
    found = told(table, words)
    text = " ".join(rows_of(6)[kept].values())
    assert found == [f"a line beside the last row was not read: {text!r}"]


def test_a_single_row_with_others_far_below_is_told() -> None:
    """One row does not show how far apart rows stand: here with a heading between them."""
    first, second = rows_of(2)
    words = [*line(first, PITCH), *line({"position": "PIPING"}, 3 * PITCH)]
    words += line(second, 5 * PITCH)
    table = record([(first, PITCH)], PITCH + LINE + 1)
    text = " ".join(second.values())
    assert told(table, words) == [f"a line beside the last row was not read: {text!r}"]
    far = [*words[:5], *line(second, 8 * PITCH)]
    assert told(table, far) == []


def test_a_row_of_short_chinese_words_is_told() -> None:
    table, words = page(6, 6)
    lost = {"position": "7", "quantity": "1", "description": "阀块"}
    found = told(table, [*words, *line(lost, PITCH * 7)])
    assert found == ["a line beside the last row was not read: '7 1 阀块'"]


def test_a_row_behind_the_line_of_a_wrapped_cell_is_told() -> None:
    table, words = page(6, 6)
    wrapped = [word(text, 120 + 20 * i, PITCH * 7) for i, text in enumerate(("for", "any", "pipe"))]
    lost = {"position": "7", "quantity": "1", "description": "clamp"}
    found = told(table, [*words, *wrapped, *line(lost, PITCH * 7 + 1.2 * LINE)])
    assert found == ["a line beside the last row was not read: '7 1 clamp'"]


def test_rows_under_the_header_of_another_table_are_not_of_this_one() -> None:
    table, words = page(6, 6)
    header = line({"position": "mark", "quantity": "by", "description": "change"}, PITCH * 7)
    other = line({"position": "7", "quantity": "1", "description": "clamp"}, PITCH * 7 + 1.2 * LINE)
    assert told(table, [*words, *header, *other]) == []


def test_the_next_stack_is_not_a_lost_row() -> None:
    table, words = page(3, 6)
    other = page(3, 3)[0]
    other["bbox"] = [0.0, PITCH * 3.9, 350.0, 200.0]
    assert check_words([table, other], words)[0] == []


@pytest.mark.parametrize(
    ("printed", "reasons"),
    [
        ("9.0", ["TOTAL 9.0 beside the last row was not read"]),
        ("18.0", ["TOTAL 18.0 beside the last row was not read"]),
        ("8.5", []),
    ],
)
def test_a_sum_below_the_weights_is_a_lost_total(printed: str, reasons: list[str]) -> None:
    # 6 x 1.5 as weights of rows, or (2 + 3 + 1) x 2 x 1.5 as weights of pieces.
    table, words = page(6, 6)
    below = [word("KG", COLUMNS["description"], PITCH * 7), word(printed, 300.0, PITCH * 7)]
    found = told(table, [*words, *below])
    assert found == reasons


def test_a_labelled_figure_below_the_weights_is_a_total_whatever_the_sum() -> None:
    table, words = page(6, 6)
    found = told(table, [*words, word("GESAMT", -45.0, PITCH * 7), word("8.5", 300.0, PITCH * 7)])
    assert found == ["TOTAL 8.5 beside the last row was not read"]


def test_zones_of_the_frame_are_no_row() -> None:
    table, words = page(6, 6)
    found = told(table, [*words, *line({"position": "8", "quantity": "7", "weight": "6"}, 98)])
    assert found == []


def test_a_wrapped_line_given_to_the_wrong_row_is_told() -> None:
    # Printed: row 2 wraps to a second line 10 below; the reader gave that line to row 3.
    tops = [14.0, 28.0, 52.0, 66.0]
    texts = rows_of(4)
    table = record(list(zip(texts, tops, strict=True)), 80.0)
    words = [w for t, top in zip(texts, tops, strict=True) for w in line(t, top)]
    words.append(word("wrapped", COLUMNS["description"], 38.0))
    right = next(r for r in table["rows"] if r["cells"]["position"] == "2")
    right["bbox"][3] = right["cell_boxes"]["description"][3] = 38.0 + LINE
    right["cells"]["description"] += " wrapped"
    found = told(table, words)
    assert found == []
    right["bbox"][3] = right["cell_boxes"]["description"][3] = 28.0 + LINE
    after = next(r for r in table["rows"] if r["cells"]["position"] == "3")
    after["bbox"][1] = after["cell_boxes"]["description"][1] = 38.0
    right["cells"]["description"] = "part 2"
    after["cells"]["description"] = "wrapped part 3"
    line_of = "position 2 and position 3: a line of description stands nearer to the other row"
    assert told(table, words) == [line_of]
    assert {odd.row for odd in check_words([table], words)[0]} == {1, 2}


def test_rows_that_all_hold_several_lines_tell_the_lines_by_their_cells() -> None:
    # Three lines in one row, four in the other, all at one pitch: half a row is more than a line.
    texts, words, rows, top = rows_of(3), [], [], 14.0
    for cells, more in zip(texts, (2, 3, 2), strict=True):
        words += line(cells, top)
        words += [
            word("wrapped", COLUMNS["description"], top + PITCH * n) for n in range(1, more + 1)
        ]
        rows.append((cells, top, more))
        top += PITCH * (more + 1)
    table = record([(cells, at) for cells, at, _ in rows], top)
    for row, (_, _, more) in zip(table["rows"], rows, strict=True):
        row["cells"]["description"] += " wrapped" * more
        row["bbox"][3] = row["cell_boxes"]["description"][3] = row["bbox"][3] + PITCH * more
    assert told(table, words) == []


@pytest.mark.parametrize(("astray", "rows_told"), [(None, set()), (3, {3})])
def test_a_wrap_unlike_the_others_is_told(astray: int | None, rows_told: set[int]) -> None:
    # All rows wrap below their position; one line stands midway and was given to the next row.
    pitch = 2 * PITCH
    texts, rows, words = rows_of(6), [], []
    for i, cells in enumerate(texts):
        top = pitch * (i + 1)
        words += line(cells, top)
        wraps = i % 2 == 0 and i + 1 != astray
        more = [word("wrapped", COLUMNS["description"], top + PITCH)] if wraps else []
        words += more
        rows.append((cells, top))
    if astray is not None:
        words.append(word("wrapped", COLUMNS["description"], pitch * astray + PITCH))
    table = record(rows, pitch * 7)
    for i, row in enumerate(table["rows"]):
        box, cells = row["cell_boxes"]["description"], row["cells"]
        if i % 2 == 0 and i + 1 != astray:
            box[3] += PITCH
            cells["description"] += " wrapped"
        elif i == astray:
            box[1] -= PITCH
            cells["description"] = "wrapped " + cells["description"]
        row["bbox"][1], row["bbox"][3] = box[1], box[3]
    found = [odd for odd in check_words([table], words)[0] if "otherwise around" in odd.reason]
    assert {odd.row for odd in found} == rows_told


@pytest.mark.parametrize("lost", [0, 3])
def test_empty_room_for_a_row_is_told_where_no_positions_count(lost: int) -> None:
    rows = [
        ({k: v for k, v in texts.items() if k != "position"}, PITCH * (i + 1))
        for i, texts in enumerate(rows_of(7))
    ]
    del rows[lost]
    table = record(rows, PITCH * 8)
    words = [w for texts, top in rows for w in line(texts, top)]
    heading = word("VALVES", 0.0, PITCH * (lost + 1))
    found = told(table, [*words, heading])
    assert found == []
    found = told(table, words)
    assert len(found) == 1
    assert "room for a row" in found[0]


@pytest.mark.parametrize("column", ["position", "quantity", "description", "weight"])
def test_a_cell_that_is_not_what_stands_in_its_place_is_told(column: str) -> None:
    table, words = page(6, 6)
    cells = table["rows"][4]["cells"]
    printed = cells[column]
    cells[column] = "x" + printed[1:]
    name = cells["position"]
    assert told(table, words) == [
        f"position {name}: {column} {cells[column]!r} is printed {printed!r}"
    ]
    assert [odd.row for odd in check_words([table], words)[0]] == [4]


def test_words_that_two_cells_may_claim_are_no_oddity() -> None:
    # A description wraps under a weight that reaches over it.
    table, words = page(6, 6)
    wide = table["rows"][2]["cell_boxes"]["description"]
    wide[2] = 330.0
    assert told(table, words) == []


def test_a_row_read_twice_is_told() -> None:
    table, words = page(6, 6)
    table["rows"].insert(3, table["rows"][2])
    assert "position 3: weight holds words of position 3" in told(table, words)


@pytest.mark.parametrize(("x", "aligned"), [(380.0, True), (380.0, False), (480.0, True)])
def test_words_in_line_beside_the_rows_are_a_lost_column(x: float, aligned: bool) -> None:
    table, words = page(6, 6)
    more = [word(f"S{k}", x + (0 if aligned else 7 * k % 13), PITCH * (k + 1)) for k in range(6)]
    near_and_aligned = aligned and x < 400
    expected = ["words beside the rows that no column took: 'S0' ..."] if near_and_aligned else []
    assert told(table, [*words, *more]) == expected
    assert told(table, [*words, *more[:4]]) == []


def test_tables_in_each_other_are_told_and_neighbours_are_not() -> None:
    first, words = page(6, 6)
    second = page(6, 6)[0]
    second["bbox"] = [349.0, 0.0, 700.0, 95.0]
    assert check_words([first, second], words)[0] == []
    second["bbox"][0] = 300.0
    found = check_words([first, second], words)[0]
    assert [odd.reason for odd in found] == ["another table stands in its box"]


def test_sideways_lists_go_on_sideways() -> None:
    table, words = page(4, 6)

    def turn(box: list[float]) -> list[float]:
        return [box[1], 400.0 - box[2], box[3], 400.0 - box[0]]

    for part in (table, *table["header"], *table["rows"]):
        part["bbox"] = turn(part["bbox"])
    for row in table["rows"]:
        row["cell_boxes"] = {name: turn(box) for name, box in row["cell_boxes"].items()}
    turned = [Word(w.text, *turn(list(w.box)), angle=90) for w in words]
    found = told(table, turned)
    assert len(found) == 1
    assert "part 5" in found[0]


@pytest.mark.parametrize(
    ("x", "top", "size", "said"),
    [
        (150.0, 0.0, 1.0, False),  # the next word of the text
        (165.0, 0.0, 1.0, False),  # after a wide blank
        (185.0, 0.0, 0.6, True),  # a dimension, in smaller letters
        (260.0, 0.0, 1.0, True),  # far behind the text
        (120.0, 10.0, 1.0, False),  # a wrapped line
        (135.0, 10.0, 1.0, False),  # one that is centred
        (185.0, -6.0, 1.0, True),  # a tag beside the list, out of its line
    ],
)
def test_words_too_far_apart_for_one_cell(x: float, top: float, size: float, said: bool) -> None:
    places = [(texts, 20 + i * 2 * PITCH) for i, texts in enumerate(rows_of(5))]
    words = [w for texts, at in places for w in line(texts, at)]
    at = places[2][1] + top
    stray = Word("S1", x, at, x + 10, at + LINE * size)
    table = record([(texts, at) for texts, at in places], 200)
    row = table["rows"][2]
    row["cells"]["description"] += " S1"
    own = row["cell_boxes"]["description"]
    low, high = min(own[1], stray.top), max(own[3], stray.bottom)
    row["cell_boxes"]["description"] = [own[0], low, max(own[2], stray.x1), high]
    found = [reason for reason in told(table, [*words, stray]) if "in two places" in reason]
    assert bool(found) == said


@pytest.mark.parametrize("header", [False, True])
@pytest.mark.parametrize(("x", "said"), [(157.0, True), (172.0, False), (180.0, False)])
def test_a_text_that_goes_on_in_the_next_column_is_told(x: float, said: bool, header: bool) -> None:
    """In line with that column's cells it may be one of them, far from the text before it too.

    A header in line with it says nothing beside several cells that are not.
    """
    names = {"position": 0.0, "description": 120.0, "remark": 180.0}
    words, rows = [], []
    for i in range(5):
        top = 20 + i * 2 * PITCH
        texts = {"position": f"{i}", "description": f"part 1{i}", "remark": "spare"}
        places = {n: word(t, names[n] if n != "remark" or i != 2 else x, top)
                  for n, t in texts.items()}  # fmt: skip
        words += places.values()
        rows.append(
            {
                "cells": {n: texts[n] for n in ("position", "description")},
                "extra": {"remark": "spare"},
                "bbox": [0.0, top, 250.0, top + LINE],
                "cell_boxes": {n: list(places[n].box) for n in ("position", "description")},
                "extra_boxes": {"remark": list(places["remark"].box)},
            }
        )
    table = {"bbox": [0.0, 0.0, 260.0, 300.0], "header": [], "rows": rows, "printed_total": ""}
    if header:
        titles = {n: word(n, at if n != "remark" else 157.0, 2) for n, at in names.items()}
        columns = [None if n == "remark" else n for n in names]
        table["header"] = [
            {"text": n, "column": column, "bbox": list(titles[n].box)}
            for n, column in zip(names, columns, strict=True)
        ]
        words += titles.values()
    found = [reason for reason in told(table, words) if "goes on from" in reason]
    assert found == (["position 2: remark 'spare' goes on from description"] if said else [])


@pytest.mark.parametrize(
    ("blank", "off", "said"), [(2.0, 0.5, True), (2.0, 0.0, False), (3.0, 0.5, False)]
)
def test_a_text_that_goes_on_just_where_the_next_column_begins_is_told(
    blank: float, off: float, said: bool
) -> None:
    """Its words are 2 points apart; a cell of its own stands where the columns leave it, or exactly
    on the line of the others.
    """
    words, rows = [], []
    for i in range(4):
        top = 20 + i * 2 * PITCH
        first, next_one = word("slide", 120.0, top), word("part", 147.0, top)
        beside = word("plate", next_one.x1 + blank - (off if i != 2 else 0.0), top)
        places = {"description": [120.0, top, next_one.x1, top + LINE], "remark": list(beside.box)}
        if i != 2:
            next_one = word("rod", 120.0, top)
            places["description"] = list(next_one.box)
        words += [first, next_one, beside] if i == 2 else [next_one, beside]
        cells = {"description": "slide part" if i == 2 else "rod", "remark": "plate"}
        rows.append({"cells": cells, "bbox": [0.0, top, 250.0, top + LINE], "cell_boxes": places})
    table = {"bbox": [0.0, 0.0, 260.0, 300.0], "header": [], "rows": rows, "printed_total": ""}
    assert any("goes on from" in reason for reason in told(table, words)) == said


@pytest.mark.parametrize(("code", "said"), [("20-4611", True), ("1.5", False), ("SEE", False)])
def test_a_code_in_the_place_of_an_empty_column_is_told(code: str, said: bool) -> None:
    names = {"position": 0.0, "description": 120.0, "article_number": 200.0}
    words, rows = [], []
    for i in range(5):
        top = 20 + i * 2 * PITCH
        texts = {
            "position": f"{i}",
            "description": "long part name",
            "article_number": f"2{i}-4611",
        }
        places = {n: word(t, names[n], top) for n, t in texts.items()}
        if i == 2:
            places["article_number"] = word(code, 200.0, top)
        words += places.values()
        boxes = {n: list(place.box) for n, place in places.items()}
        if i == 2:
            del texts["article_number"]
            texts["description"] += f" {code}"
            boxes["description"][2] = boxes.pop("article_number")[2]
        rows.append({"cells": texts, "bbox": [0.0, top, 250.0, top + LINE], "cell_boxes": boxes})
    table = {"bbox": [0.0, 0.0, 260.0, 300.0], "header": [], "rows": rows, "printed_total": ""}
    found = [reason for reason in told(table, words) if "in the place of" in reason]
    told_so = f"position 2: description holds {code!r} in the place of article number"
    assert found == ([told_so] if said else [])


def beside(name: str, x: float, notes: dict[int, str]) -> list[Word]:
    """A header beside that of the list, and words beside these rows of it."""
    return [word(name, x, 0.0), *(word(text, x, PITCH * (i + 1)) for i, text in notes.items())]


@pytest.mark.parametrize("x", [380.0, -60.0])
@pytest.mark.parametrize("notes", [{1: "spare", 4: "cut"}, dict.fromkeys(range(8), "x")], ids=len)
def test_a_column_with_few_cells_that_was_not_read(x: float, notes: dict[int, str]) -> None:
    table, words = page(8, 8)
    found = told(table, [*words, *beside("NOTES", x, notes)])
    assert "a column beside the rows was not read: 'NOTES'" in found


def test_a_lost_column_of_wrapped_texts_under_a_header_in_its_middle() -> None:
    """The header reaches over one text only, and repeats itself between two rows."""
    rows = [(texts, 2 * PITCH * (i + 1)) for i, texts in enumerate(rows_of(6))]
    words = [w for texts, top in rows for w in line(texts, top)]
    table = record(rows, 2 * PITCH * 7)
    lost = [word("slide", 360.0, top) for _, top in rows]
    lost += [word("plate with steel".replace(" ", "-"), 388.0, rows[2][1])]
    lost += [word("for", 360.0, top + LINE + 1) for _, top in rows[2:4]]
    lost += [word("NAME", 420.0, -5.0), word("OR", 420.0, 5.0), word("NAME", 420.0, 3.5 * PITCH)]
    found = [reason for reason in told(table, [*words, *lost]) if "was not read" in reason]
    assert found == ["a column beside the rows was not read: 'NAME OR'"]


def test_cells_in_the_middle_of_wrapped_rows_are_of_the_lost_column() -> None:
    table, words = page(4, 4)
    for row in table["rows"]:
        row["bbox"][3] += 4.9
    marks = [word(str(i), -30.0, PITCH * (i + 1) + 4.9) for i in range(4)]
    assert told(table, [*words, *marks]) == []
    found = told(table, [*words, word("ITEM", -35.0, 0.0), *marks])
    assert found == ["a column beside the rows was not read: 'ITEM'"]


@pytest.mark.parametrize(
    "others",
    [
        beside("SECTION", 380.0, {2: "1250"}),  # one figure of a view
        [
            word(text, 380.0, 11.0 * i)
            for i, text in enumerate(["NOTES:", "all", "welds", "to", "be", "cut"])
        ],
        beside("NOTES", 460.0, {1: "spare", 4: "cut"}),  # too far
        [*beside("NOTES", 400.0, {1: "spare", 4: "cut"}), word("A", 365.0, 50.0)],
        beside("A", 380.0, {3: "B", 6: "C"}),
    ],
    ids=["one figure", "lines between the rows", "far", "something between", "zones"],
)
def test_words_beside_a_list_that_are_no_column(others: list[Word]) -> None:
    table, words = page(8, 8)
    assert told(table, [*words, *others]) == []


def test_rows_beyond_a_heading_below_the_last_one_are_told() -> None:
    """The heading and wider rows stand between: further away than a row alone would be told."""
    first, second, third = rows_of(3)
    words = [*line(first, PITCH), *line(second, 2 * PITCH)]
    words += [word("BOLTING", 0.0, 4 * PITCH), *line(third, 5.5 * PITCH)]
    table = record([(first, PITCH), (second, 2 * PITCH)], 2 * PITCH + LINE + 1)
    assert told(table, words) == ["a line beside the last row was not read: '3 1 part 3 1.5'"]
    assert told(table, [w for w in words if w.text != "BOLTING"]) == []


def parted(positions: list[str], wide: list[int]) -> list[str]:
    """What is told of a list with these positions and room for a row behind the rows ``wide``."""
    rows, top = [], PITCH
    for i, (texts, position) in enumerate(zip(rows_of(len(positions)), positions, strict=True)):
        rows.append(({**texts, "position": position}, top))
        top += PITCH * (2 if i in wide else 1)
    words = [w for texts, top in rows for w in line(texts, top)]
    return told(record(rows, top), words)


def test_a_blank_row_is_no_room_where_positions_count_on() -> None:
    room = ["position 4 and position 7 leave room for a row"]
    assert parted(["1", "2", "4", "7", "8", "9", "10"], [2]) == room
    assert parted(["1", "2", "3", "4", "6", "7", "9"], [2]) == []


def test_blank_rows_between_groups_are_a_habit() -> None:
    assert parted(["1", "2", "4", "7", "8", "9", "12"], [1, 4]) == []


@pytest.mark.parametrize(("shift", "said"), [(2.0, True), (12.0, False)])
def test_two_texts_printed_over_each_other_in_a_cell_are_told(shift: float, said: bool) -> None:
    table, words = page(4, 4)
    row = table["rows"][1]
    text = word("9305566", 200.0, row["bbox"][1])
    over = word("SUM", text.x1 - 14 + shift, row["bbox"][1])
    row["extra"] = {"code": "9305566 SUM"}
    row["extra_boxes"] = {"code": [text.x0, text.top, over.x1, text.bottom]}
    reasons = told(table, [*words, text, over])
    assert any("printed over each other" in reason for reason in reasons) == said


@pytest.mark.parametrize(("at", "said"), [(110.0, True), (120.0, False)])
def test_a_mark_before_a_column_is_told(at: float, said: bool) -> None:
    """A revision mark beside the list; a first word that begins on the line is the cell's own."""
    table, words = page(5, 5)
    row = table["rows"][2]
    top = row["bbox"][1]
    words = [w for w in words if (w.text, w.top) not in {("part 3", top)}]
    mark, text = word("2", at, top), word("part 3", max(at + 10.0, 120.0), top)
    row["cells"]["description"] = "2 part 3"
    row["cell_boxes"]["description"] = [mark.x0, top, text.x1, mark.bottom]
    reasons = told(table, [*words, mark, text])
    assert any("stands before its column" in reason for reason in reasons) == said


def test_a_line_is_missed_whose_figures_stand_in_a_column_without_cells_so_far() -> None:
    """The only row that was read has no weight: its column is known by its header alone."""
    table, words = page(1, 2)
    head = {"text": "total", "column": "total_weight", "bbox": [340.0, 0.0, 365.0, LINE]}
    table["header"].append(head)
    table["bbox"][2] = 370.0
    for row in table["rows"]:
        row["cells"]["weight"] = ""
        del row["cell_boxes"]["weight"]
    top = words[0].top
    words = [w for w in words if not (w.top == top and w.x0 == COLUMNS["weight"])]
    total = word("3.0", 345.0, PITCH * 2)
    noted = word("shorten on site", 210.0, PITCH * 2)
    table["header"].append({"text": "remark", "column": None, "bbox": [220.0, 0.0, 260.0, LINE]})
    reasons = told(table, [*words, total, noted])
    assert any("a line beside the last row" in reason for reason in reasons)


@pytest.mark.parametrize(("number", "said"), [("7", True), ("9", False)])
def test_a_prepared_row_beyond_the_end_is_told(number: str, said: bool) -> None:
    table, words = page(6, 6)
    found = told(table, [*words, word(number, 0.0, PITCH * 7)])
    assert found == (["a line beside the last row was not read: '7'"] if said else [])


@pytest.mark.parametrize("inside", [True, False])
def test_a_prepared_row_behind_the_header_once_more_is_told(inside: bool) -> None:
    table, words = page(6, 6)
    again = [word(name, x, PITCH * 7) for name, x in COLUMNS.items()]
    if inside:  # the reader took that header and nothing behind it
        table["bbox"][3] = again[0].bottom + 1
    found = told(table, [*words, *again, word("7", 0.0, PITCH * 8)])
    assert found == ["a line beside the last row was not read: '7'"]


def light(table: dict[str, Any], words: list[Word]) -> list[Word]:
    """The list and its words without positions and weights: rows have one figure each."""
    for row in table["rows"]:
        for name in ("position", "weight"):
            row["cells"][name] = ""
            del row["cell_boxes"][name]
    table["header"] = [h for h in table["header"] if h["text"] in ("quantity", "description")]
    return [w for w in words if w.x0 not in (COLUMNS["position"], COLUMNS["weight"])]


def coded(table: dict[str, Any], words: list[Word]) -> list[Word]:
    """A code in each row beside that, which makes three cells."""
    levels = sorted({w.top for w in words if w.x0 == COLUMNS["quantity"] and w.top})
    codes = [word(f"471{i}", 220.0, top) for i, top in enumerate(levels)]
    for row, code in zip(table["rows"], codes, strict=False):
        row["extra"], row["extra_boxes"] = {"code": code.text}, {"code": list(code.box)}
    return [*words, *codes]


def test_rows_after_the_header_of_the_list_once_more_are_missed() -> None:
    table, words = page(5, 6)
    words = coded(table, light(table, words))
    lower = PITCH * 6 - 1
    words = [w._replace(top=w.top + PITCH, bottom=w.bottom + PITCH) if w.top > lower else w
             for w in words]  # fmt: skip
    again = [word(n, COLUMNS[n], PITCH * 6) for n in ("quantity", "description")]
    missed = ["a line beside the last row was not read: '1 part 6 4715'"]
    assert told(table, [*words, *again]) == missed
    other = [word("SCALE", 60.0, PITCH * 6), word("DATE", 120.0, PITCH * 6)]
    other.append(word("SHEET", 220.0, PITCH * 6))
    assert told(table, [*words, *other]) == []


def test_a_wrapped_row_whose_figure_stands_on_its_second_line_is_missed() -> None:
    table, words = page(5, 6)
    words = coded(table, light(table, words))
    lower = PITCH * 6 - 1
    words = [w._replace(top=w.top + 5, bottom=w.bottom + 5) if w.top > lower else w
             for w in words if w.text != "part 6"]  # fmt: skip
    name = [word("sliding part", 120.0, PITCH * 6), word("with liner", 120.0, PITCH * 6 + 10)]
    found = told(table, [*words, *name])
    assert any("a line beside the last row was not read" in reason for reason in found)


def test_a_line_that_fills_the_columns_is_told_far_below_a_list_without_positions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With a product for a quantity."""
    monkeypatch.setitem(COLUMNS, "article_number", 220.0)
    rows = [
        {"quantity": str(i), "description": f"part {i}", "article_number": f"KX-{i}"}
        for i in range(1, 5)
    ]
    last = rows.pop() | {"quantity": "2 x 4"}
    words = [w for i, row in enumerate(rows) for w in line(row, (i + 1) * PITCH)]
    table = record([(row, (i + 1) * PITCH) for i, row in enumerate(rows)], 3 * PITCH + LINE + 1)
    below = line(last, 4.8 * PITCH)
    assert len(told(table, [*words, *below])) == 1
    for k in range(3):
        assert told(table, [*words, *below[:k], *below[k + 1 :]]) == []


def test_a_row_beyond_may_be_wider_than_those_of_the_list() -> None:
    *rows, last = rows_of(4)
    words = [w for i, row in enumerate(rows) for w in line(row, (i + 1) * PITCH)]
    table = record([(row, (i + 1) * PITCH) for i, row in enumerate(rows)], 3 * PITCH + LINE + 1)
    below = [*line(last, 4 * PITCH), word("WITH", 160.0, 4 * PITCH), word("NUTS", 190.0, 4 * PITCH)]
    assert len(told(table, [*words, *below])) == 1
