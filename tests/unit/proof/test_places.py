"""What the places of cells say of columns: covered empty ones, strays, cells out of line."""

from __future__ import annotations

from typing import Any

import pytest

from bomflow.extract.settings import ReadSettings
from bomflow.proof.verdict import check_table
from sheets import Pad

SIX = ("position", "article_number", "quantity", "description", "weight", "total_weight")
Span = tuple[float, float] | None
CODES = ["AB-12", "KLM-7", "Q 1", "R2-D", "X"]
WORDS = ["Plate", "Long bolt", "Nut", "Washer", "Clamp with lining"]


def reasons(lines: Span = None, **columns: tuple[tuple[float, float], list[Span]]) -> list[str]:
    """Reasons for a table of columns, each the span of its header cell and those of its cells.

    ``lines``: from where to where the rulings of the table run.
    """
    spans = [s for head, cells in columns.values() for s in (head, *cells, lines) if s]
    sides = min(a for a, _ in spans), max(b for _, b in spans)
    header = [
        {"text": name, "column": name if name in SIX else None, "bbox": [span[0], 5, span[1], 14]}
        for name, (span, _) in columns.items()
    ]
    rows: list[dict[str, Any]] = []
    for i in range(max(len(spans) for _, spans in columns.values())):
        top = 20.0 + 12 * i
        row: dict[str, Any] = {"bbox": [0, top, 400, top + 9], "cells": dict.fromkeys(SIX, "")}
        row |= {"cell_boxes": {}, "extra": {}, "extra_boxes": {}}
        for name, (_, spans) in columns.items():
            cells, boxes = ("cells", "cell_boxes") if name in SIX else ("extra", "extra_boxes")
            span = spans[i]
            row[cells][name] = (CODES if name != "description" else WORDS)[i] if span else ""
            if span:
                row[boxes][name] = [span[0], top, span[1], top + 9]
        rows.append(row)
    table: dict[str, Any] = {
        "header": header, "rows": rows, "bbox": [sides[0], 0, sides[1], 100], "printed_total": "",
        "check_reasons": [], "leftover": [],
    }  # fmt: skip
    check_table(table, ReadSettings())
    return list(table["check_reasons"])


ARTICLE = ((10.0, 40.0), [(10.0, 35.0)] * 5)
LONG = ((100.0, 150.0), [(60.0, 190.0), *[(60.0, 120.0)] * 4])


def test_cells_over_an_empty_column_are_seen() -> None:
    told = "cells reach over the empty column REMARK"
    empty: list[Span] = [None] * 5
    assert told in reasons(article_number=ARTICLE, description=LONG, REMARK=((160, 200), empty))
    assert told not in reasons(article_number=ARTICLE, description=LONG, REMARK=((200, 240), empty))


def test_a_word_before_its_column_is_seen() -> None:
    told = "row 2: article number begins before its column"
    left: list[Span] = [(60, 90), (20, 88), (60, 102), (60, 95), (60, 75)]
    words = ((200.0, 250.0), [(200.0, 240.0)] * 5)
    assert told in reasons(article_number=((60, 100), left), description=words)


def test_long_texts_of_a_centred_or_right_column_are_not() -> None:
    words = ((200.0, 250.0), [(200.0, 240.0)] * 5)
    for long in ((40.0, 110.0), (20.0, 90.0)):
        spans: list[Span] = [(60, 90), long, (60, 90), (60, 90), (60, 90)]
        found = reasons(article_number=((60, 100), spans), description=words)
        assert not any("begins before" in reason for reason in found)


def test_a_far_column_of_one_cell_is_seen() -> None:
    told = "column 'AN' stands far from the others"
    words = ((200.0, 250.0), [(200.0, 240.0)] * 5)
    quantity = ((260.0, 280.0), [(260.0, 270.0)] * 5)
    one: list[Span] = [(10, 20), None, None, None, None]
    article = ((150.0, 190.0), [(150.0, 180.0)] * 5)
    table = {"article_number": article, "description": words, "quantity": quantity}
    assert told in reasons(AN=((10, 20), one), **table)
    assert told not in reasons(AN=((120, 140), one), **table)
    assert told not in reasons(AN=((10, 20), [(10.0, 20.0)] * 5), **table)
    assert told not in reasons(lines=(0, 300), AN=((10, 20), one), **table)


def test_columns_under_each_others_headers_are_seen() -> None:
    codes, words = [(60.0, 85.0)] * 5, [(10.0, 48.0)] * 5
    told = "the cells of article number and description stand the other way round"
    crossed = reasons(article_number=((10, 40), codes), description=((60, 100), words))
    assert told in crossed
    right = reasons(article_number=((60, 85), codes), description=((10, 48), words))
    assert told not in right


@pytest.mark.parametrize("counts", [[*"12144"], ["2,5 M", "9,8 M", "5 ST", "1,25 M", "3,1 M"]])
def test_counts_under_no_header_may_be_the_quantity(counts: list[str]) -> None:
    told = "'column 3' has no header and may be the quantity"
    rows = [
        {"cells": dict.fromkeys(SIX, "") | {"description": text}, "extra": {"column 3": count}}
        for text, count in zip(WORDS, counts, strict=True)
    ]
    table: dict[str, Any] = {"header": [], "rows": rows, "printed_total": "", "check_reasons": []}
    check_table(table, ReadSettings())
    assert told in table["check_reasons"]
    for row in rows:
        row["cells"]["quantity"] = "1"
    table["check_reasons"] = []
    check_table(table, ReadSettings())
    assert told not in table["check_reasons"]


def test_a_grade_inside_the_description_is_no_cell_of_the_empty_column() -> None:
    def told(right: float) -> list[str]:
        table: dict[str, Any] = {
            "header": [], "bbox": [0, 0, 400, 100], "printed_total": "", "check_reasons": [],
            "rows": [
                {
                    "bbox": [0, top, 400, top + 9], "extra": {"GRADE": grade},
                    "cells": dict.fromkeys(SIX, "") | {"description": text, "quantity": "2"},
                    "cell_boxes": {"description": [60, top, right, top + 9]},
                    "extra_boxes": {"GRADE": [200, top, 215, top + 9]} if grade else {},
                }
                for top, text, grade in (
                    (20, "Bolt M16-8.8 8.8", ""), (32, "Bolt M20", "8.8"), (44, "Nut M20", "8.8"),
                )
            ],
        }  # fmt: skip
        check_table(table, ReadSettings())
        return [r for r in table["check_reasons"] if "ends in" in r]

    assert told(140) == []
    assert told(215) == ["row 1: description ends in '8.8', and GRADE is empty"]


def test_a_dash_in_the_place_of_an_empty_cell_is_lost() -> None:
    def told(x: float) -> list[str]:
        spans: list[Span] = [(60.0, 90.0)] * 5
        header = {"text": "TYPE", "column": "description", "bbox": [60, 5, 90, 14]}
        rows: list[dict[str, Any]] = []
        for i, span in enumerate([*spans, None]):
            top = 20.0 + 12 * i
            cells = {"article_number": f"A-{i}1", "description": WORDS[i] if span else ""}
            boxes = {"article_number": [10, top, 40, top + 9]}
            boxes |= {"description": [60, top, 90, top + 9]} if span else {}
            row = {"bbox": [10, top, 90, top + 9], "cells": dict.fromkeys(SIX, "") | cells}
            rows.append(row | {"cell_boxes": boxes})
        table: dict[str, Any] = {
            "header": [header], "rows": rows, "bbox": [0, 0, 100, 100], "printed_total": "",
            "check_reasons": [], "leftover": [{"text": "-", "bbox": [x, 83, x + 3, 86]}],
        }  # fmt: skip
        check_table(table, ReadSettings())
        return [r for r in table["check_reasons"] if "no cell took" in r]

    assert told(70) == ["words in the table that no cell took: '-'"]
    assert told(50) == []


@pytest.mark.parametrize("overlong", [True, False])
def test_a_text_that_touches_what_the_next_cell_prints_is_told(overlong: bool) -> None:
    pad = Pad()
    rows = [[str(n), "2", f"PLATE 20x{n}00", f"33027{n}"] for n in range(1, 6)]
    rows[2][2:] = ["LONG BEAM 20x300x300330279" if overlong else "BEAM 20x300", ""]
    pad.ruled(40, 40, [40, 40, 85, 80], [["ITEM", "QTY", "DESCRIPTION", "PART NO."], *rows])
    [table] = pad.read()["tables"]
    what = "position 3: description may end in '330279', and article number is empty"
    assert (what in table["check_reasons"]) == overlong


@pytest.mark.parametrize("names", [1, 3])
def test_names_of_assemblies_before_those_of_their_parts(names: int) -> None:
    pad = Pad()
    places = [130 if n < names else 140 for n in range(8)]
    pad.ruled(40, 40, [40, 40, 160], [["ITEM", "QTY", "DESCRIPTION"], *[["", "", ""]] * 8])
    for n, x in enumerate(places):
        for left, text in ((44, str(n + 1)), (84, "2"), (x, f"PIPE CLAMP DN{n}0")):
            pad.text(left, 67 + 16 * n, text)
    [table] = pad.read()["tables"]
    told = [r for r in table["check_reasons"] if "begins before" in r]
    assert len(told) == (1 if names == 1 else 0)


@pytest.mark.parametrize(
    ("words", "named", "said"),
    [
        (["PIPE CLAMP", "HEX NUT M12", "SHIM PLATE", "-"], False, True),
        (["PIPE CLAMP", "HEX NUT M12", "SHIM PLATE", "-"], True, False),
        (["M-12", "GALV", "3.1", "A"], False, False),
    ],
)
def test_words_under_a_header_that_was_not_read_may_be_the_names(
    words: list[str], named: bool, said: bool
) -> None:
    told = "'column 3' has no header and may say what the parts are"
    header = [{"text": "NO.", "column": "article_number"}, {"text": "", "column": None}]
    header += [{"text": "NAME", "column": "description"}] if named else []
    rows = [
        {"cells": dict.fromkeys(SIX, "") | {"article_number": f"471{i}"}, "extra": {"column 3": t}}
        for i, t in enumerate(words)
    ]
    table: dict[str, Any] = {
        "header": header, "rows": rows, "printed_total": "", "check_reasons": [],
    }  # fmt: skip
    check_table(table, ReadSettings())
    assert (told in table["check_reasons"]) == said
