"""The verdict on a table: arithmetic, units, meaning of WEIGHT, cell types, positions, places."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bomflow.extract.settings import ReadSettings
from bomflow.proof.verdict import check_table, check_tables

SIX = ("position", "article_number", "quantity", "description", "weight", "total_weight")


def table(
    *rows: str, total: str = "", columns: str = "pqwt", header: dict[str, str] | None = None
) -> dict[str, Any]:
    """A table from lines like '1|2|1.5|3.0'; columns names the cells by their first letters."""
    names = [next(c for c in reversed(SIX) if c.startswith(k)) for k in columns]
    return {
        "header": [{"text": t, "column": c, "bbox": []} for c, t in (header or {}).items()],
        "rows": [
            {"cells": dict.fromkeys(SIX, "") | dict(zip(names, r.split("|"), strict=True))}
            for r in rows
        ],
        "printed_total": total,
        "check_reasons": [],
        "leftover": [],
    }


def checked(t: dict[str, Any], **settings: Any) -> dict[str, Any]:
    check_table(t, ReadSettings(**settings))
    return t


def placed(t: dict[str, Any], tops: list[float], height: float = 9.0) -> dict[str, Any]:
    """Give the rows of a table their boxes; one cell box each, 20 points wide per column."""
    for row, top in zip(t["rows"], tops, strict=True):
        row["bbox"] = [0.0, top, 200.0, top + height]
        row["cell_boxes"] = {}
        for k, c in enumerate(SIX):
            if row["cells"][c]:
                width = 5.0 * len(row["cells"][c])
                row["cell_boxes"][c] = [60.0 * k, top, 60.0 * k + width, top + height]
    return t


# Arithmetic.


def test_what_multiplies_and_adds_up_is_verified() -> None:
    t = checked(table("1|2|1,5|3,0", "2|4|0,25|1,0", total="4,0"))
    assert (t["check_status"], t["check_reasons"]) == ("verified", [])
    assert (t["weight_means"], t["computed_total"]) == ("unit", 4.0)
    first = t["rows"][0]
    assert (first["quantity_value"], first["weight_kg"], first["total_weight_kg"]) == (2, 1.5, 3)
    assert {r["check_status"] for r in t["rows"]} == {"verified"}


def test_rounding_of_the_printed_figures_is_no_fault() -> None:
    # 1.249 kg printed 1.2 and 24 x 1.249 = 29.976 printed 30.0.
    assert checked(table("1|24|1.2|30.0"))["check_status"] == "verified"
    # 1.2501 would print 1.3: nothing that prints 1.2 gives 30.1.
    assert checked(table("1|24|1.2|30.1"))["check_status"] == "suspect"


def test_a_wrong_row_is_named_and_the_others_stay_verified() -> None:
    t = checked(table("1|2|1.5|3.0", "7|2|1.5|4.0", "8|1|1.0|1.0", total="8.0"))
    assert t["check_status"] == "suspect"
    assert t["check_reasons"] == ["position 7: 2 x 1.5 = 3, printed 4.0"]
    assert [r["check_status"] for r in t["rows"]] == ["verified", "suspect", "verified"]


def test_a_wrong_total_is_reported_and_not_corrected() -> None:
    t = checked(table("1|2|1.5|3.0", "2|1|1.0|1.0", total="5.0 kg"))
    assert t["check_status"] == "suspect"
    assert t["check_reasons"] == ["TOTAL printed 5.0 kg, rows add up to 4 kg"]
    assert (t["printed_total"], t["computed_total"]) == ("5.0 kg", 4.0)


def test_a_sum_is_exact_where_the_rows_are() -> None:
    # Four rows that multiply exactly: the list works with its printed figures, a lost row of
    # 0.1 kg is no rounding.
    rows = ["1|8|1.3|10.4", "2|4|2.7|10.8", "3|12|0.7|8.4", "4|6|3.1|18.6"]
    assert checked(table(*rows, total="48.2"))["check_status"] == "verified"
    assert checked(table(*rows, total="48.3"))["check_status"] == "suspect"


def test_a_sum_of_unrounded_masses_may_be_off_by_the_rounding() -> None:
    rows = [f"{i}|1|1.3|1.3" for i in range(1, 11)]
    assert checked(table(*rows, total="13.3"))["check_status"] == "verified"
    assert checked(table(*rows, total="14.3"))["check_status"] == "suspect"


@pytest.mark.parametrize(
    ("rows", "total", "means"),
    [
        (["1|2|1.5", "2|4|2.0"], "11.0", "unit"),
        (["1|2|1.5", "2|4|2.0"], "3.5", "row"),
        (["1|1|1.5", "2|1|2.0"], "3.5", "unknown"),
        (["1|2|1.5", "2|4|2.0"], "", "unknown"),
    ],
)
def test_the_total_line_tells_what_weight_means(rows: list[str], total: str, means: str) -> None:
    t = checked(table(*rows, total=total, columns="pqw"))
    assert t["weight_means"] == means
    assert t["check_status"] == ("verified" if total else "consistent")


def test_weight_of_the_row_is_not_that_of_one_piece() -> None:
    t = checked(table("1|2|3.0|3.0", "2|4|2.0|2.0", total="5.0"))
    assert (t["weight_means"], t["check_status"]) == ("row", "verified")
    assert t["rows"][0]["weight_kg"] is None
    assert t["rows"][0]["total_weight_kg"] == 3.0


def test_unknown_meaning_fills_only_rows_of_one_piece() -> None:
    t = checked(table("1|1|1.5", "2|4|2.0", columns="pqw"))
    assert [(r["weight_kg"], r["total_weight_kg"]) for r in t["rows"]] == [(1.5, 1.5), (None, None)]


def test_a_header_that_says_unit_weight_is_believed() -> None:
    t = checked(table("1|2|1.5", columns="pqw", header={"weight": "EINZELGEW. [kg]"}))
    assert (t["weight_means"], t["rows"][0]["weight_kg"]) == ("unit", 1.5)


def test_no_weight_column_no_meaning() -> None:
    t = checked(table("1|2", columns="pq"))
    assert (t["weight_means"], t["computed_total"]) == (None, None)
    assert t["check_status"] == "consistent"


@pytest.mark.parametrize(
    ("cell", "header", "kg"),
    [
        ("500 g", "WEIGHT", 0.5),
        ("500", "MASS (g)", 0.5),
        ("2 lbmass", "MASS", 0.90718474),
        ("1,5 t", "", 1500.0),
        ("1620,0kg", "", 1620.0),
    ],
)
def test_units_come_to_kilograms(cell: str, header: str, kg: float) -> None:
    t = checked(table(f"1|1|{cell}", columns="pqw", header={"weight": header}))
    assert t["rows"][0]["weight_kg"] == pytest.approx(kg)


def test_units_may_differ_between_the_columns() -> None:
    header = {"weight": "MASS [g]", "total_weight": "TOTAL [kg]"}
    assert checked(table("1|4|250|1.00", header=header))["check_status"] == "verified"


@pytest.mark.parametrize(("row", "weight"), [("1|2|1.234|2.468", 1.234), ("1|5|1.234|6170", 1234)])
def test_arithmetic_decides_what_no_cell_proves(row: str, weight: float) -> None:
    t = checked(table(row))
    assert (t["check_status"], t["rows"][0]["weight_kg"]) == ("verified", weight)


def test_the_setting_decides_first() -> None:
    assert checked(table("1|1|1.234", columns="pqw"), decimal_comma=True)["rows"][0][
        "weight_kg"
    ] == 1234  # fmt: skip


def test_a_lost_last_digit_is_no_rounding() -> None:
    rows = ["1|2|1.25|2.50", "2|4|2.33|9.32", "3|1|3.18|3.18"]
    assert checked(table(*rows))["check_status"] == "verified"
    rows[2] = "3|1|3.1|3.18"
    assert checked(table(*rows))["check_status"] == "suspect"


def test_significant_digits_are_rounding() -> None:
    rows = ["1|2|1.25|2.50", "2|4|23.3|93.1", "3|1|318|318", "4|3|0.123|0.370"]
    assert checked(table(*rows))["check_status"] == "verified"


def test_a_total_without_weights_is_odd_unless_it_counts_pieces() -> None:
    assert checked(table("1|2", "2|4", columns="pq", total="6"))["check_status"] == "verified"
    assert checked(table("1|2", "2|4", columns="pq", total="9"))["check_status"] == "suspect"


# Cells.


@pytest.mark.parametrize(
    "rows",
    [
        ["1|A|2|bolt", "2|B|nut|", "3|C|1|pin", "4|D|1|rod"],
        ["1|A|2|bolt", "2|B||nut", "3|C|1|pin", "4|D|1|rod"],
        ["1|A|2|bolt", "2 3|B C|1|nut", "4|D|1|pin", "5|E|1|rod"],
        ["1|A|2|bolt", "2|B|1 1|nut", "4|D|1|pin", "5|E|1|rod"],
        ["1|A|2|bolt", "|2 B|1|nut", "3|D|1|pin", "4|E|1|rod"],
        ["1|A|2|bolt", "nut|B|1|", "3|D|1|pin", "4|E|1|rod"],
        ["1|A|2|bolt", "|||M8", "2|D|1|pin", "3|E|1|rod"],
        ["1|A|2|bolt", "2|B\ufffd|1|nut", "3|D|1|pin", "4|E|1|rod"],
        ["1|123456|2|bolt", "2||1|223456 nut", "3|323456|1|pin", "4|423456|1|rod"],
        ["9|A|2|bolt", "10|B|1|nut", "1|D|1|pin", "12|E|1|rod"],
        ["210|A|2|bolt", "20|B|1|nut", "30|D|1|pin", "40|E|1|rod"],
        ["001|A|2|bolt", "02|B|1|nut", "003|D|1|pin", "004|E|1|rod"],
        ["1|A||4", "2|B||2", "3|D||12"],
        ["1|A|two|bolt", "2|B|one|nut", "3|C|five|pin", "4|D|six|pin"],
    ],
)
def test_misread_cells_are_suspect(rows: list[str]) -> None:
    t = checked(table(*rows, columns="paqd"))
    assert t["check_status"] == "suspect", t
    assert t["check_reasons"]


@pytest.mark.parametrize(
    "rows",
    [
        ["1|A|2|bolt", "3|B|1|nut", "7|C|1|pin", "9|D|1|rod"],
        ["4|A|2|bolt", "3|B|1|nut", "2|C|1|pin", "1|D|1|rod"],
        ["1|A|2|bolt", "1|B|1|nut", "2|C|1|pin", "2|C|1|pin"],
        ["5|A|2|bolt", "2|B|1|nut", "7|C|1|pin", "1|D|1|rod"],
        ["10|A|2|bolt", "20|B|1|nut", "30|C|1|pin", "40|D|1|rod"],
        ["1|A|2|bolt", "2|B|9.5 M|", "2a|C|0. 6 M|", "3|D|-|rod"],
        ["A1|A|2|bolt", "B7|B|1|nut", "C1|C|A/R|pin", "C2|D|REF|rod"],
        ["1.1|A|2|bolt", "1.2|B|1|nut", "2.1|C|..|pin", "2.2|D|1|rod"],
        ["1|A|2|bolt", "2|B|1|nut", "3|||", "4|||"],
        ["14|A|2|bolt", "15|B|1|nut", "16|C|1|pin"],
    ],
)
def test_real_habits_are_consistent(rows: list[str]) -> None:
    t = checked(table(*rows, columns="paqd"))
    assert (t["check_reasons"], t["check_status"]) == ([], "consistent")


def test_the_readers_reasons_stay() -> None:
    t = table("1|2", columns="pq")
    t["check_reasons"] = ["two readings disagree"]
    assert checked(t)["check_reasons"] == ["two readings disagree"]
    assert t["check_status"] == "suspect"


def test_words_left_over_are_named_and_marks_are_not() -> None:
    t = table("1|2", columns="pq")
    t["leftover"] = [{"text": "-", "bbox": []}]
    assert checked(t)["check_status"] == "consistent"
    t["leftover"].append({"text": "M12", "bbox": []})
    assert checked(t)["check_reasons"] == ["words in the table that no cell took: 'M12'"]


def test_letters_of_the_frame_are_no_words_of_the_table() -> None:
    t = plain()
    t["leftover"] = [{"text": "F", "bbox": [-9.0, 20.0, -4.0, 29.0]}]
    assert checked(t)["check_reasons"] == []
    t["leftover"][0]["bbox"] = [70.0, 20.0, 75.0, 29.0]
    assert checked(t)["check_reasons"] == ["words in the table that no cell took: 'F'"]


def test_columns_that_no_parts_list_goes_without() -> None:
    header = {"quantity": "QTY", "description": "PART"}
    assert checked(table("1||bolt", "2||nut", columns="pqd", header=header))["check_reasons"] == [
        "no row has a quantity"
    ]
    assert checked(table("1|2|", "2|4|", columns="pqd", header=header))["check_reasons"] == [
        "no row says what the part is"
    ]


def test_totals_in_a_column_of_another_name_are_told() -> None:
    t = table("1|2|1.5", "2|4|0.5", "3|1|7", columns="pqw")
    for row, text in zip(t["rows"], ("3.0", "2.0", "7"), strict=True):
        row["extra"] = {"ALL": text}
    assert checked(t)["check_reasons"] == ["'ALL' holds the total weights"]


def test_weights_of_a_piece_in_a_column_of_another_name_are_told() -> None:
    t = table("1|2|3.0", "2|4|2.0", "3|1|7", columns="pqt")
    for row, text in zip(t["rows"], ("1.5", "0.5", "7"), strict=True):
        row["extra"] = {"[kg]": text}
    assert "'[kg]' holds the weights of one piece" in checked(t)["check_reasons"]
    for row, text in zip(t["rows"], ("15", "20", "35"), strict=True):
        row["extra"] = {"[kg]": text}
    t["check_reasons"] = []
    assert not any("of one piece" in reason for reason in checked(t)["check_reasons"])
    t["rows"][1]["extra"]["ALL"], t["check_reasons"] = "9.0", []
    assert checked(t)["check_reasons"] == []


def test_an_invoice_is_suspect_and_a_list_with_one_price_is_not() -> None:
    t = table("2|clamp", "4|nut", columns="qd", header={"quantity": "Qty", "description": "Text"})
    t["header"].append({"text": "Unit Price", "column": None, "bbox": []})
    assert checked(t)["check_status"] == "consistent"
    t["header"].append({"text": "Amount USD", "column": None, "bbox": []})
    assert checked(t)["check_reasons"] == [
        "the columns 'Unit Price' and 'Amount USD' hold money: is it a parts list?"
    ]


@pytest.mark.parametrize(
    ("name", "told"), [("Part", 0), ("COMPONENT", 0), ("Item", 1), ("Part no", 1)]
)
def test_a_costed_list_of_parts_is_no_invoice(name: str, told: int) -> None:
    t = table("2|clamp", "4|nut", columns="qd", header={"quantity": "Qty", "description": name})
    t["header"] += [{"text": w, "column": None, "bbox": []} for w in ("Unit Price", "Amount USD")]
    assert len(checked(t)["check_reasons"]) == told


def test_a_section_mark_heads_no_column() -> None:
    t = table("1|2", "2|4", columns="pq")
    t["header"] = [{"text": "A - A", "column": None, "bbox": []}]
    assert checked(t)["check_reasons"] == []
    t["rows"][0]["extra"] = {"A - A": "350"}
    assert checked(t)["check_reasons"] == ["column 'A - A' is headed by a section mark"]


def test_a_table_without_rows_is_suspect() -> None:
    assert checked(table())["check_reasons"] == ["the table has no rows"]


# Lists in several parts.


def parts(*tables: dict[str, Any]) -> list[dict[str, Any]]:
    """Tables of one drawing with one header, checked together."""
    for t in tables:
        columns = [c for c in SIX if any(row["cells"][c] for row in t["rows"])]
        t["header"] = [{"text": c.upper(), "column": c, "bbox": []} for c in columns]
    check_tables(tables, ReadSettings())
    return list(tables)


def test_a_list_in_two_stacks_adds_up_to_the_total_of_either() -> None:
    first, second = ["1|2|1.5|3.0", "2|4|0.5|2.0"], ["3|1|7.5|7.5", "4|2|1.0|2.0"]
    for totals in (("", "14.5"), ("14.5", "")):
        found = parts(*(table(*r, total=t) for r, t in zip((first, second), totals, strict=True)))
        assert [t["check_status"] for t in found] == ["verified", "verified"]
        assert {t["printed_total"]: t["computed_total"] for t in found}["14.5"] == 14.5
        assert {t["printed_total"]: t["computed_total"] for t in found}[""] in (5.0, 9.5)


def test_one_weight_column_is_understood_from_the_whole_list() -> None:
    found = parts(table("1|2|3", columns="pqw"), table("2|4|5", total="26", columns="pqw"))
    assert [t["weight_means"] for t in found] == ["unit", "unit"]
    assert [t["check_status"] for t in found] == ["verified", "verified"]


def test_no_part_is_trusted_where_their_sum_is_wrong() -> None:
    found = parts(table("1|2|1.5|3.0"), table("2|1|7.5|7.5", total="12.5"))
    told = ["TOTAL printed 12.5, rows add up to 7.5 kg, or to 10.5 kg with the tables like it"]
    assert [t["check_reasons"] for t in found] == [told, told]
    assert [t["check_status"] for t in found] == ["suspect", "suspect"]


def test_another_list_with_the_same_header_is_no_part() -> None:
    first, second = table("1|2|1.5|3.0", "2|1|1|1"), table("1|1|7.5|7.5", "2|1|1|1", total="12.5")
    found = parts(first, second)
    assert [t["check_status"] for t in found] == ["verified", "suspect"]
    assert found[1]["check_reasons"] == ["TOTAL printed 12.5, rows add up to 8.5 kg"]


# Places.


def test_a_gap_counts_unless_the_rows_stand_close() -> None:
    rows = ["1|A|2|bolt", "2|B|1|nut", "4|C|1|pin", "5|D|1|rod"]
    assert checked(table(*rows, columns="paqd"))["check_reasons"] == ["position 3 is missing"]
    close = placed(table(*rows, columns="paqd"), [0, 12, 24, 36])
    assert checked(close)["check_status"] == "consistent"
    hole = placed(table(*rows, columns="paqd"), [0, 12, 36, 48])
    assert checked(hole)["check_reasons"] == ["position 3 is missing and there is room for its row"]


def test_sideways_tables_stack_their_rows_along_x() -> None:
    rows = ["1|A|2|bolt", "2|B|1|nut", "4|C|1|pin", "5|D|1|rod"]
    for order, status in (([0, 12, 24, 36], "consistent"), ([0, 12, 36, 48], "suspect")):
        for sign in (1, -1):
            t = placed(table(*rows, columns="paqd"), order)
            for row in t["rows"]:
                for boxes in (row, *[row["cell_boxes"]]):
                    for key in [k for k in boxes if k == "bbox" or k in SIX]:
                        x0, y0, x1, y1 = boxes[key]
                        low, high = sorted((sign * y0, sign * y1))
                        boxes[key] = [low, x0, high, x1]
            assert checked(t)["check_status"] == status


def test_a_cell_under_another_column_is_suspect() -> None:
    rows = [f"{i}|part {i}|1|thing {i}" for i in range(1, 7)]
    t = placed(table(*rows, columns="paqd"), [12.0 * i for i in range(6)])
    assert checked(t)["check_status"] == "consistent"
    cells, boxes = t["rows"][2]["cells"], t["rows"][2]["cell_boxes"]
    cells["article_number"], cells["description"] = "", cells["article_number"]
    boxes["description"] = boxes.pop("article_number")
    assert "position 3: description stands under article number" in checked(t)["check_reasons"]


def test_several_cells_under_another_column_are_suspect_too() -> None:
    rows = [f"{i}|part {i}|1|thing {i}" for i in range(1, 10)]
    t = placed(table(*rows, columns="paqd"), [12.0 * i for i in range(9)])
    for row in t["rows"][2:5]:
        cells, boxes = row["cells"], row["cell_boxes"]
        cells["article_number"], cells["description"] = "", cells["article_number"]
        boxes["description"] = boxes.pop("article_number")
    assert checked(t)["check_reasons"][:3] == [
        f"position {i}: description stands under article number" for i in (3, 4, 5)
    ]


def test_a_box_wider_than_its_number_is_suspect() -> None:
    rows = [f"{i}|part|{i + 10}|{'thing' * (i % 2 + 1)}" for i in range(1, 7)]
    t = placed(table(*rows, columns="paqd"), [12.0 * i for i in range(6)])
    assert checked(t)["check_status"] == "consistent"
    t["rows"][3]["cells"]["quantity"] = "4"
    assert "position 4: quantity '4' fills the room of 2 digits" in checked(t)["check_reasons"]


def plain(n: int = 6) -> dict[str, Any]:
    """An even list with boxes and nothing odd."""
    rows = [f"{i}|part {'x' * (i % 3)}|{i + 7}|{'thing' * (i % 2 + 1)}" for i in range(1, n + 1)]
    return placed(table(*rows, columns="paqd"), [12.0 * i for i in range(n)])


def test_the_plain_list_is_consistent() -> None:
    assert checked(plain())["check_reasons"] == []


def test_the_one_cell_that_reaches_over_an_empty_neighbour_is_suspect() -> None:
    t = plain()
    row = t["rows"][1]
    row["cells"]["description"] = ""
    del row["cell_boxes"]["description"]
    row["cell_boxes"]["article_number"][2] = 230.0
    assert checked(t)["check_reasons"] == [
        "position 2: article number reaches over the empty description"
    ]


def test_a_number_out_of_line_is_suspect() -> None:
    t = plain(8)
    for row in t["rows"]:
        box = row["cell_boxes"]["quantity"]
        box[0], box[2] = 140.0 - (box[2] - box[0]), 140.0
    assert checked(t)["check_reasons"] == []
    row = t["rows"][6]
    row["cells"]["quantity"] = "1"
    row["cell_boxes"]["quantity"][2] -= 5.0
    assert checked(t)["check_reasons"] == [
        "position 7: quantity '1' is out of line, as if a character were lost"
    ]


def test_text_without_a_place_and_a_place_without_text() -> None:
    t = plain()
    cells = t["rows"][2]["cells"]
    cells["description"], cells["article_number"] = "part " + cells["description"], ""
    assert "position 3: the text of article number is lost" in checked(t)["check_reasons"]
    t = plain()
    del t["rows"][2]["cell_boxes"]["description"]
    assert "has no place on the page" in checked(t)["check_reasons"][0]


def test_a_cell_outside_the_box_of_the_table_is_suspect() -> None:
    t = plain()
    t["bbox"] = [0.0, 0.0, 185.0, 69.0]
    assert {r.split(": ")[1] for r in checked(t)["check_reasons"]} == {
        "description lies outside the table's box"
    }
    t["bbox"] = [0.0, 0.0, 240.0, 69.0]
    t["check_reasons"] = []
    assert checked(t)["check_reasons"] == []


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (["1|2|0,5", "2|1|,5", "3|1|2,5"], "has no digit before its decimal mark"),
        (["1|2|2.5", "2|1|12.", "3|1|7.5"], "has no digit after its decimal mark"),
        (["1|2|2.50", "2|1|1.5", "3|1|7.53"], "has not 2 decimals like the others"),
        (["1|2|2.50", "2|1|heavy", "3|1|7.53"], "is no weight"),
        (["1|2|2.50", "2|1|12 mm", "3|1|7.53"], "is no weight"),
        (["1|2|2.50", "||9.10", "|1|7.53", "4|1|7.53"], "holds nothing but"),
    ],
)
def test_weights_unlike_the_others_are_suspect(rows: list[str], reason: str) -> None:
    t = checked(table(*rows, columns="pqw"))
    assert any(reason in r for r in t["check_reasons"]), t["check_reasons"]


def test_a_weight_may_only_be_bounded() -> None:
    t = checked(table("1|2|12.4", "2|1|<0.1", "3|1|<0.1", columns="pqw"))
    assert t["check_status"] == "consistent"
    assert t["rows"][1]["weight_kg"] is None  # what it is nobody says


def test_inch_lists_may_leave_the_zero_out() -> None:
    rows = ["1|2|.5", "2|1|12.1", "3|1|2.5"]
    assert checked(table(*rows, columns="pqw"))["check_status"] == "consistent"


def test_texts_that_overflow_often_are_a_habit() -> None:
    rows = ["1|a long part name|1|", "2|x|1|y", "3|another long name|1|", "4|x|2|z"]
    t = placed(table(*rows, columns="paqd"), [12.0 * i for i in range(4)])
    for i in (0, 2):
        t["rows"][i]["cells"]["quantity"] = "1"
        t["rows"][i]["cell_boxes"]["article_number"] = [60.0, 12.0 * i, 190.0, 12.0 * i + 9]
    assert checked(t)["check_status"] == "consistent"


# Robustness.

_CELL = st.one_of(st.text(max_size=12), st.from_regex(r"[0-9 .,'kgM]{0,8}", fullmatch=True))
_BOX = st.one_of(st.none(), st.lists(st.floats(-9, 999), max_size=4), st.just("no box"))


@given(
    st.lists(st.tuples(*[_CELL] * 6, _CELL, _BOX, _BOX), max_size=6),
    _CELL,
    st.lists(_CELL, max_size=2),
)
def test_odd_tables_never_raise(
    rows: list[tuple[Any, ...]], total: str, leftover: list[str]
) -> None:
    t = {
        "rows": [
            {
                "cells": dict(zip(SIX, row[:6], strict=True)),
                "extra": {"MATERIAL": row[6]},
                "bbox": row[7],
                "cell_boxes": {"position": row[8], "MATERIAL": row[7]},
            }
            for row in rows
        ],
        "header": [{"text": total, "column": "weight", "bbox": None}],
        "printed_total": total,
        "leftover": [{"text": text} for text in leftover],
    }
    checked(t)
    assert t["check_status"] in ("verified", "consistent", "suspect")
    assert (t["check_status"] == "suspect") == bool(t["check_reasons"])
    assert all(r["check_status"] in ("verified", "consistent", "suspect") for r in t["rows"])
    assert not any(r["check_status"] == "suspect" for r in t["rows"]) or t["check_reasons"]


# Rows, columns and texts that do not belong together.


def reasons(t: dict[str, Any]) -> list[str]:
    return list(checked(t)["check_reasons"])


def test_positions_that_begin_anew_are_two_lists() -> None:
    t = table("1|2", "2|4", "3|1", "1|6", "2|2", columns="pq")
    assert reasons(t) == ["row 4: the positions begin anew at 1"]


def test_positions_may_begin_anew_under_a_heading_or_repeat() -> None:
    t = table("1|2", "2|4", "1|6", "2|2", columns="pq")
    for row in t["rows"][2:]:
        row["section"] = "BOLTING"
    assert reasons(t) == []
    assert reasons(table("1|2", "1|4", "2|6", "3|2", columns="pq")) == []


def test_a_position_with_a_mark_of_its_neighbour() -> None:
    t = table("1 -|2", "2|4", "3|1", "4|6", columns="pq")
    assert reasons(t) == ["row 1: position '1 -' is no number"]


def test_a_cell_that_ends_in_its_neighbours_value() -> None:
    t = table("1|Plate galvanised|2", "2|Bolt|4", "3|Nut|1", columns="pdq")
    for row, remark in zip(t["rows"], ("", "galvanised", ""), strict=True):
        row["extra"] = {"REMARK": remark}
    assert reasons(t) == [
        "position 1: description ends in 'galvanised', and REMARK is empty"
    ]  # fmt: skip


def test_a_description_that_ends_in_the_weight() -> None:
    t = table("1|2|Plate 1.5 kg|", "2|4|Bolt|0.3 kg", "3|1|Nut|0.1 kg", columns="pqdw")
    assert reasons(t) == [
        "position 1: description ends in '1.5 kg', and weight is empty"
    ]  # fmt: skip


def test_a_row_with_one_of_its_two_weights() -> None:
    t = table("1|2|1.5|3.0", "2|1|1.0|1.0", "3|2|2.5|")
    assert reasons(t) == ["position 3: the total weight is empty"]
    assert reasons(table("1|2|1.5|3.0", "2|1|1.0|1.0", "3|2|2.5|", "4|2|3.5|")) == []


def test_a_header_that_swallowed_a_row() -> None:
    t = table(
        "A-100|2", "A-101|4", columns="aq",
        header={"article_number": "A-102 PART NUMBER", "quantity": "6 QTY"},
    )  # fmt: skip
    assert reasons(t) == ["the header cells 'A-102 PART NUMBER' and '6 QTY' hold values of a row"]
    plain = table("A-100|2", "A-101|4", columns="aq", header={"quantity": "QTY 1"})
    assert reasons(plain) == []
    several = table(
        "9994114|24 ST", "2144531|16 ST", columns="aq",
        header={"article_number": "ARTIKELNUMMER 1359920", "quantity": "ANZAHL 1 ST"},
    )  # fmt: skip
    assert any("'ANZAHL 1 ST' hold values of a row" in reason for reason in reasons(several))


def test_a_piece_of_the_header_that_was_taken_for_a_heading() -> None:
    t = table("1|2|1.5|3.0", "2|1|1.0|1.0", header={"weight": "EINZEL- GEWICHT"})
    t["rows"][1]["section"] = "GEWICHT"
    assert reasons(t) == ["the heading 'GEWICHT' is a piece of the header"]
    t["rows"][1]["section"] = "STAHLBAU"
    t["check_reasons"] = []
    assert reasons(t) == []


@pytest.mark.parametrize(
    ("positions", "empty", "told"),
    [
        (["1", "2", "3", "4"], 1, ""),
        (["1", "2", "3", "7"], 1, "position 7: holds nothing but '7'"),
        (["1", "2", "3", "4", "5", "6", "7", "8", "9"], 6, ""),
    ],
)
def test_rows_numbered_in_advance_are_no_fault(positions: list[str], empty: int, told: str) -> None:
    full = [f"{p}|2|PLATE|1.5" for p in positions[:-empty]]
    t = checked(table(*full, *(f"{p}|||" for p in positions[-empty:]), columns="pqdw"))
    assert [r for r in t["check_reasons"] if "hold" in r] == ([told] if told else [])


def test_positions_that_begin_anew_under_headings_are_in_order() -> None:
    numbers = ["1", "2", "3", "4", "5", "6", "7", "1", "2", "3"]
    t = table(*(f"{n}|2|PLATE {n}|1.5" for n in numbers), columns="pqdw")
    for row, section in zip(t["rows"], ["PIPES"] * 7 + ["BOLTS"] * 3, strict=True):
        row["section"] = section
    assert not [r for r in checked(t)["check_reasons"] if "stands where" in r]
    t["rows"][4]["cells"]["position"], t["check_reasons"] = "55", []
    assert checked(t)["check_reasons"] == ["row 5: position 55 stands where 5 belongs"]


@pytest.mark.parametrize(("kind", "status"), [("СБ", "consistent"), ("СВАЯ", "suspect")])
def test_the_kind_of_a_document_is_of_its_code(kind: str, status: str) -> None:
    """СБ behind the code of an assembly drawing (GOST 2.102); a name there is another cell's."""
    rows = [f"{n}|2|КР.01.0{n}|ДЕТАЛЬ {n}" for n in range(2, 6)]
    t = checked(table(f"1|1|КР.01.00 {kind}|ЧЕРТЕЖ", *rows, columns="pqad"))
    assert t["check_status"] == status
