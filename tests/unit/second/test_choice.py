"""Which reading is kept: verdicts compared, losses counted, differences told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from bomflow.page.words import Word
from bomflow.second.choice import better_proven, differences, keeps_all, rewrites, twice
from bomflow.table.body.rows import Row
from bomflow.table.header.columns import Band, make_column
from bomflow.table.header.headers import vocabulary
from bomflow.table.model import Table


def judged(status: str, *reasons: str) -> dict[str, Any]:
    return {"check_status": status, "check_reasons": list(reasons)}


@pytest.mark.parametrize(
    ("old", "new", "better"),
    [
        (judged("suspect", "a"), judged("verified"), True),
        (judged("suspect", "a"), judged("consistent"), True),
        (judged("suspect", "a", "b"), judged("suspect", "b"), True),
        (judged("suspect", "a", "b"), judged("suspect", "c"), False),
        (judged("suspect", "a"), judged("suspect", "b"), False),
        (judged("suspect", "a"), judged("suspect", "TOTAL printed 9, rows add up to 7 kg"), True),
        (judged("suspect", "TOTAL printed 9, rows add up to 7 kg"), judged("suspect", "a"), False),
        (judged("suspect", "a"), judged("suspect", "a"), False),
    ],
)
def test_fewer_doubts_are_better(old: dict[str, Any], new: dict[str, Any], better: bool) -> None:
    assert better_proven([old], [new], [0]) is better


def test_no_other_table_of_the_drawing_may_lose() -> None:
    suspect, fine, good = judged("suspect", "a"), judged("consistent"), judged("verified")
    assert better_proven([suspect, good], [fine, good], [0])
    assert not better_proven([suspect, good], [fine, fine], [0])
    assert not better_proven([suspect, suspect], [fine, suspect], [0, 1])


HEADS = ("POS", "QTY", "DESCRIPTION", "B - B")


def table(*rows: str) -> Table:
    """A table of one word a cell; '.' stands for an empty one."""
    known = vocabulary({})
    columns = [
        make_column([Word(text, 100.0 * i, 0, 100.0 * i + 40, 10)], known)
        for i, text in enumerate(HEADS)
    ]
    made = []
    for k, row in enumerate(rows):
        words = [
            Word(text, 100.0 * i, 20.0 * k + 20, 100.0 * i + 40, 20.0 * k + 30)
            for i, text in enumerate(row.split())
        ]
        made.append(Row({i: [w] for i, w in enumerate(words) if w.text != "."}))
    for column, name in zip(columns, ("position", "quantity", "description", None), strict=True):
        column.name = name
    return Table(Band(0, 10, 0, 400, 10, columns), columns, made, (0, 0, 400, 100))


def entry(source: Table, status: str = "consistent") -> dict[str, Any]:
    six = ("position", "article_number", "quantity", "description", "weight", "total_weight")
    named = {c.name: i for i, c in enumerate(source.columns) if c.name}
    rows = []
    for row in source.rows:
        texts = {name: row.text(i) for name, i in named.items()}
        rows.append({"cells": dict.fromkeys(six, "") | texts, "extra": {}})
    return {"rows": rows, "printed_total": "", "header": [], **judged(status)}


FIRST = ("1 2 ROD .", "2 4 NUT 17")


@pytest.mark.parametrize(
    ("second", "keeps"),
    [
        (FIRST, True),
        (("1 2 ROD .", "2 4 NUT ."), True),  # what stood under a section mark
        (("1 2 ROD .",), False),
        (("1 2 ROD .", "2 4 . 17"), False),
        (("1 . ROD .", "2 . NUT 17"), False),
        ((*FIRST, ". . . 20"), False),
    ],
)
def test_a_reading_that_lost_something_does_not_win(second: tuple[str, ...], keeps: bool) -> None:
    one, two = table(*FIRST), table(*second)
    assert keeps_all(one, two, two.words, entry(one), entry(two), "auto") is keeps


def test_rows_in_one_place_are_there_twice() -> None:
    one, below = table("1 2 ROD ."), table("1 2 ROD .")
    for cell in below.rows[0].cells.values():
        cell[:] = [w._replace(top=w.top + 60, bottom=w.bottom + 60) for w in cell]
    assert twice(one, table("1 2 ROD .", "2 4 NUT ."))
    assert not twice(one, below)


def test_differences_are_told_by_row_and_column() -> None:
    one, two = entry(table(*FIRST)), entry(table("1 2 ROD .", "2 14 NUT ."))
    assert differences(one, one) == ""
    assert differences(one, two) == "a second reading differs: position 2 quantity '4' / '14'"
    assert differences(one, entry(table("1 2 ROD ."))) == (
        "a second reading differs: 1 rows instead of 2"
    )
    assert differences(one, {**one, "printed_total": "9"}).endswith("TOTAL '' / '9'")


def test_many_differences_are_counted() -> None:
    one = entry(table("1 2 A .", "2 4 B .", "3 4 C .", "4 4 D .", "5 4 E ."))
    two = entry(table("1 9 A .", "2 9 B .", "3 9 C .", "4 9 D .", "5 9 E ."))
    assert differences(one, two).endswith("position 3 quantity '4' / '9' and 2 more")


def test_a_figure_may_lose_the_text_that_made_it_none() -> None:
    one = table("1 2 ROD .", "2 4 NUT .")
    two = table("1 2 ROD .", "2 4 NUT .")
    one.rows[1].cells[1].append(Word("4PAB20", 145, 40, 180, 50))
    assert keeps_all(one, two, two.words, entry(one), entry(two), "auto")
    one.rows[1].cells[2].append(Word("M16", 245, 40, 280, 50))
    assert not keeps_all(one, two, two.words, entry(one), entry(two), "auto")


def test_words_may_go_to_another_table_of_the_page() -> None:
    one, two = table("1 2 ROD .", "2 4 NUT 17"), table("1 2 ROD .", "2 4 NUT .")
    one.columns[3].text = "WEIGHT"
    assert not keeps_all(one, two, two.words, entry(one), entry(two), "auto")
    everything = [*two.words, one.rows[1].cells[3][0]]
    assert keeps_all(one, two, everything, entry(one), entry(two), "auto")


@pytest.mark.parametrize(("lost", "keeps"), [(50.0, False), (95.0, True)])
def test_a_list_that_adds_up_may_drop_rows_that_are_none(lost: float, keeps: bool) -> None:
    """A word beside a row of it counts all the same."""
    rows = ("1 2 4.5", "2 4 0.5")
    one, two = table(*rows), table(*rows)
    one.rows[1].cells[2].append(Word("STRAY", 245, lost - 5, 280, lost + 5))
    new = entry(two, "verified") | {"printed_total": "11.0"}
    for row, kg in zip(new["rows"], ("4.5", "0.5"), strict=True):
        row["cells"]["weight"] = kg
    assert keeps_all(one, two, two.words, entry(one), new, "auto") is keeps
    assert not keeps_all(one, two, two.words, entry(one), {**new, "printed_total": "12.0"}, "auto")


def test_rows_that_multiply_are_not_dropped_by_a_list_that_adds_up() -> None:
    """Two lists read as one, of which the second reading has one."""
    one, two = table("1 2 4.5", "2 4 0.5", "1 3 ROD", "2 4 NUT"), table("1 2 4.5", "2 4 0.5")
    new = entry(two, "verified") | {"printed_total": "11.0"}
    for row, kg in zip(new["rows"], ("4.5", "0.5"), strict=True):
        row["cells"]["weight"] = kg
    old = entry(one)
    assert keeps_all(one, two, two.words, old, new, "auto")
    for row in old["rows"]:
        row["check_status"] = "verified"
    assert not keeps_all(one, two, two.words, old, new, "auto")


def judged_rows(source: Table, *states: str, reasons: Sequence[str] = ()) -> dict[str, Any]:
    made = entry(source, "suspect")
    for row, status in zip(made["rows"], states, strict=True):
        row["check_status"] = status
    return made | {"check_reasons": list(reasons)}


@pytest.mark.parametrize(
    ("second", "old", "new", "rewritten"),
    [
        (("1 2 ROD .", "2 4 NUT ."), "consistent", "consistent", False),
        (("1 2 ROD .", "2 4 BOLT ."), "consistent", "consistent", True),
        (("1 2 ROD .", "2 4 BOLT ."), "suspect", "consistent", False),
        (("1 2 ROD .", "2 14 NUT ."), "consistent", "consistent", True),
        (("1 2 ROD .", "2 14 NUT ."), "consistent", "verified", False),
        (("1 2 ROD .", "2 4 BOLT ."), "consistent", "verified", True),
        (("1 2 ROD .", "2 4 . ."), "consistent", "consistent", False),
    ],
)
def test_a_cell_that_nothing_spoke_against_is_not_rewritten(
    second: tuple[str, ...], old: str, new: str, rewritten: bool
) -> None:
    one, two = table("1 2 ROD .", "2 4 NUT ."), table(*second)
    first, after = judged_rows(one, "consistent", old), judged_rows(two, "consistent", new)
    assert rewrites(one, two, first, after) is rewritten


def test_lines_told_to_be_in_the_wrong_row_may_move() -> None:
    one, two = table("1 2 ROD .", "2 4 NUT ."), table("1 2 ROD .", "2 4 NUT .")
    line = Word("M16", 245, 31, 280, 39)
    one.rows[0].cells[2].append(line)
    two.rows[1].cells[2].append(line)
    both = ("consistent", "consistent")
    told = "row 1 and row 2: a line of description stands nearer to the other row"
    after = judged_rows(two, *both)
    assert rewrites(one, two, judged_rows(one, *both), after)
    assert not rewrites(one, two, judged_rows(one, *both, reasons=[told]), after)


def test_a_reading_that_mixes_two_texts_in_a_cell_does_not_win() -> None:
    one, two = table(*FIRST), table(*FIRST)
    late = Word("cut", 230, 20, 260, 30)
    one.rows[0].cells[3] = [late]
    two.rows[0].cells[2].append(late)
    assert not keeps_all(one, two, two.words, entry(one), entry(two), "auto")
