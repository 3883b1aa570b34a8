"""Texts of two cells that touch or overlap: cut where their characters tell."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from bomflow.page.words import Word
from bomflow.table.cells.anew import _joins
from bomflow.table.cells.grid import Grid
from bomflow.table.cells.touching import MIXED
from sheets import Pad, cells

LONG = "FLANGE WELDING NECK DN80"
ROWS = [
    ["POS", "DESCRIPTION", "MATERIAL", "QTY"],
    ["1", "ELBOW", "C22.8", "4"],
    ["2", LONG, "P265GH", "2"],
    ["3", "GASKET", "PTFE", "2"],
    ["4", "TEE", "16Mo3", "1"],
]


def _sheet(over: float, rows: Sequence[Sequence[str]] = ROWS, ruled: bool = True) -> Pad:
    """A list whose long description reaches ``over`` points into the next cell's text."""
    pad = Pad()
    widths = [40, stringWidth(LONG, "Helvetica", 8) - over, 70, 40]
    if ruled:
        pad.ruled(100, 100, widths, rows)
    else:
        xs = [103.0, 143.0, 143 + widths[1], 213 + widths[1]]
        pad.plain(xs, 100, rows)
    return pad


def _by_character(order: str = "") -> Any:
    """A way to draw a text whose characters are runs of their own."""
    rng = Random(5)

    def text(self: Pad, x: float, y: float, said: str, size: float = 8) -> None:
        self.canvas.setFont("Helvetica", size)
        places = [(x + stringWidth(said[:i], "Helvetica", size), c) for i, c in enumerate(said)]
        if order == "shuffled":
            rng.shuffle(places)
        for at, char in places:
            if char != " ":
                self.canvas.drawString(at, self.height - y, char)

    return text


def _read(pad: Pad) -> list[list[str]]:
    result = pad.read()
    assert result["tables"][0]["reading"] == "words"
    materials = [row["extra"]["MATERIAL"] for row in result["tables"][0]["rows"]]
    return [[*own, m] for own, m in zip(cells(result, "description"), materials, strict=True)]


RIGHT = [[row[1], row[2]] for row in ROWS[1:]]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("over", [-0.5, 0.0, 1.5, 3.0, 14.0, 20.0])
def test_a_text_that_runs_into_the_next_one_is_cut_where_that_begins(
    over: float, ruled: bool
) -> None:
    assert _read(_sheet(over, ruled=ruled)) == RIGHT


@pytest.mark.parametrize("over", [1.5, 3.0, 14.0])
def test_characters_that_are_drawn_one_by_one_are_cut_where_they_step_back(
    over: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pad, "text", _by_character())
    assert _read(_sheet(over)) == RIGHT


@pytest.mark.parametrize(
    ("one_run", "room", "ruled"),
    [(False, 1.6, True), (True, 1.6, True), (True, 2.2, True), (True, 2.2, False)],
)
def test_texts_close_on_both_sides_of_a_ruling_are_two(
    one_run: bool, room: float, ruled: bool
) -> None:
    """Also where a program has put both into one run, as Ghostscript does."""
    pad = Pad()
    xs = [100, 140, 170, 330, 400]
    if ruled:
        pad.grid(xs, [100 + 16 * n for n in range(6)])
    for n, (pos, qty, name, mat) in enumerate(
        [["POS", "QTY", "NAME", "MATERIAL"]]
        + [[str(n), str(2 * n), f"UB {300 + n}x165", "S275"] for n in range(1, 5)]
    ):
        y = 111 + 16 * n
        pad.text(103, y, pos)
        left = 169.2 - stringWidth(qty, "Helvetica", 8)
        if one_run and n:
            place = f"1 0 0 1 {left} {pad.height - y} Tm"
            pad.canvas._code.append(f"BT {place} /F1 8 Tf [({qty}) {-125 * room} ({name})] TJ ET")
        else:
            pad.text(left, y, qty)
            pad.text(169.2 + room + (3 if n == 0 else 0), y, name)
        pad.text(333, y, mat)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "quantity", "description") == [
        [str(2 * n), f"UB {300 + n}x165"] for n in range(1, 5)
    ]


def test_a_run_that_is_a_whole_line_is_cut_where_the_texts_of_a_column_begin() -> None:
    """TeX draws the cells of a row in one go, parted by steps of hardly more than a blank."""
    xs = [100.0, 130.0, 160.0, 271.0, 330.0]
    rows = [["POS", "QTY", "NAME", "MATERIAL", "DRAWING"], ["1", "1", "Body", "C22.8", "A-1"]]
    rows += [["2", "4", "Long cover of the right side", "Sheet 2 mm", "A-2"]]
    rows += [["3", "1", "Shaft", "42CrMo4", "A-3"], ["4", "2", "Key", "C45 E", "A-4"]]
    xs[3] = xs[2] + stringWidth(rows[2][2], "Helvetica", 8) + 4.6
    xs[4] = xs[3] + stringWidth(rows[2][3], "Helvetica", 8) + 4.6
    pad = Pad()
    for n, row in enumerate(rows):
        shown, end = "", xs[0]
        for x, said in zip(xs, row, strict=True):
            shown += f" {(end - x) * 125:.2f} ({said})"
            end = x + stringWidth(said, "Helvetica", 8)
        place = f"1 0 0 1 {xs[0]} {pad.height - 100 - 12 * n} Tm"
        pad.canvas._code.append(f"BT {place} /F1 8 Tf [{shown}] TJ ET")
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "description", "MATERIAL", "article_number") == [row[2:] for row in rows[1:]]


def test_a_text_over_an_empty_cell_stays_whole() -> None:
    rows = [list(row) for row in ROWS]
    rows[2][2] = ""
    assert _read(_sheet(20.0, rows))[1] == [LONG, ""]


def test_characters_of_two_texts_in_any_order_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pad, "text", _by_character("shuffled"))
    result = _sheet(13.0).read()
    assert MIXED in result["tables"][0]["check_reasons"]


@pytest.mark.parametrize(("gap", "told"), [(2.224, True), (1.4, False)])
def test_a_blank_as_within_the_text_may_part_no_cells(
    gap: float, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pad, "text", _by_character())
    result = _sheet(-gap).read()
    assert (MIXED in result["tables"][0]["check_reasons"]) is told


@pytest.mark.parametrize(("at", "told"), [(0.3, True), (1.5, False)])
def test_of_two_texts_behind_a_word_which_one_goes_on_is_told(at: float, told: bool) -> None:
    pad = Pad()
    rows = [list(row) for row in ROWS]
    rows[2][1:3] = ["", ""]
    wide = stringWidth("SIZE 65 ", "Helvetica", 8)
    pad.ruled(100, 100, [40, wide - at, 70, 40], rows)
    x = 143.0
    for word in ("SIZE", "65", "9"):
        pad.text(x, 143, word)
        x += stringWidth(word + " ", "Helvetica", 8)
    pad.text(143 + wide - at, 143, "P265GH")
    assert (MIXED in pad.read()["tables"][0]["check_reasons"]) is told


def test_texts_that_the_file_holds_apart_do_not_go_on_from_each_other() -> None:
    pad = Pad()
    wide = stringWidth(LONG, "Helvetica", 8)
    xs = [100.0, 140.0, 140 + wide + 5, 230 + wide, 270 + wide]
    pad.grid(xs, [100 + 16.0 * i for i in range(len(ROWS) + 1)])
    lasts = ["MATERIAL", "C22.8", "P265GH", "PTFE", "16Mo3"]
    for at in (0, 1, 3):
        for i, row in enumerate(ROWS):
            pad.text(xs[at] + 3, 111 + 16 * i, row[at])
    for i, text in enumerate(lasts):  # centred: the long text ends a blank before one of them
        half = stringWidth(text, "Helvetica", 8) / 2
        pad.text(xs[2] + (0.2 if i == 2 else 45 - half), 111 + 16 * i, text)
    [table] = pad.read()["tables"]
    assert table["rows"][1]["extra"] == {"MATERIAL": "P265GH"}
    assert not any("goes on from" in reason for reason in table["check_reasons"])
    assert table["reading"] == "words"


@pytest.mark.parametrize(("edge", "joined"), [(50.0, True), (20.0, False)])
def test_words_that_an_edge_parts_stay_apart(edge: float, joined: bool) -> None:
    words = [Word("57.292-AV", 0, 0, 49, 10), Word("BOLT", 51, 0, 80, 10)]
    anew = [Word("57.292-AVBOLT", 0, 0, 80, 10)]
    grid = Grid([0.0, edge, 90.0], [True] * 3)
    assert _joins(anew, words, grid) is joined


def test_a_character_that_the_engine_takes_for_an_overprint_is_not_lost() -> None:
    """It looks at the seven characters before: the file holds both texts one after the other."""
    pad = Pad()
    rows = [list(row) for row in ROWS]
    rows[2][1:3] = ["", ""]
    text = "ANGLE 60x6 L=2310"
    wide = stringWidth(text[:-1], "Helvetica", 8)
    pad.ruled(100, 100, [40, wide, 70, 40], rows)
    pad.text(143, 143, text)
    pad.text(143.2 + wide - stringWidth("3", "Helvetica", 8), 143, "3065431")
    assert _read(pad)[1] == [text, "3065431"]


def test_where_texts_begin_in_another_list_above_does_not_count() -> None:
    pad = Pad()
    pad.plain([103.0, 143.0, 270.0, 340.0], 60, [*ROWS[:2], *(["9", "CAP", "A4", "1"],) * 4])
    wide = stringWidth(LONG, "Helvetica", 8)
    pad.plain([103.0, 143.0, 143 + wide, 340.0], 160, [ROWS[0], *ROWS[2:4]])
    tables = pad.read()["tables"]
    assert [row["extra"]["MATERIAL"] for row in tables[1]["rows"]] == ["P265GH", "PTFE"]
    assert tables[1]["rows"][0]["cells"]["description"] == LONG


def test_figures_of_a_run_that_is_a_whole_line_are_cut_where_columns_end() -> None:
    """Cairo draws a row of cells in one go; figures end alike and stand half a size apart."""
    pad = Pad()
    lengths = ["246", "4197", "3463", "1073", "5193"]
    weights = [("55.2", "331.2"), ("2.6", "5.2"), ("8.3", "33.2"), ("0.9", "10.8"), ("0.4", "1.6")]
    xs, ends = [100.0, 130.0, 160.0, 182.0], [226.0, 250.0]
    for x, text in zip((*xs, 207, 231), ("POS", "QTY", "LG", "NAME", "WT", "TOTAL"), strict=True):
        pad.text(x, 100, text)
    counts = ["6", "2", "4", "12", "4"]
    for n, (length, qty, (one, all_)) in enumerate(zip(lengths, counts, weights, strict=True)):
        texts = [str(n + 1), qty, length, f"ROD {n}"]
        figures = zip(ends, (one, all_), strict=True)
        spots = [*xs, *(e - stringWidth(t, "Helvetica", 8) for e, t in figures)]
        shown, end = "", xs[0]
        for x, said in zip(spots, [*texts, one, all_], strict=True):
            shown += f" {(end - x) * 125:.2f} ({said})"
            end = x + stringWidth(said, "Helvetica", 8)
        place = f"1 0 0 1 {xs[0]} {pad.height - 114 - 12 * n} Tm"
        pad.canvas._code.append(f"BT {place} /F1 8 Tf [{shown}] TJ ET")
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "weight", "total_weight") == [list(pair) for pair in weights]


def test_a_run_over_a_ruling_with_a_wide_blank_there_is_two_cells() -> None:
    """Whatever stands in the column beyond: nearly all of its cells are empty."""
    pad = Pad()
    xs = [100, 130, 160, 260, 300, 380]
    pad.grid(xs, [100 + 16 * n for n in range(6)])
    rows = [["POS", "QTY", "NAME", "TOTAL", "REMARK"]]
    rows += [[str(n), "2", f"CLAMP {n}", f"{20 * n}.5", ""] for n in range(1, 5)]
    for n, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            if x != 260 or not n:
                pad.text(x + 3, 111 + 16 * n, text)
    for n, row in enumerate(rows[1:], 1):
        left = 298 - stringWidth(row[3], "Helvetica", 8)
        more = f" {-125 * 4.2} (TZN)" if n == 2 else ""
        place = f"1 0 0 1 {left} {pad.height - 111 - 16 * n} Tm"
        pad.canvas._code.append(f"BT {place} /F1 8 Tf [({row[3]}){more}] TJ ET")
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert [row["extra"]["REMARK"] for row in read["tables"][0]["rows"]] == ["", "TZN", "", ""]
