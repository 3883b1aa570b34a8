"""What a quantity cell counts."""

from __future__ import annotations

import pytest

from bomflow.extract.settings import ReadSettings
from bomflow.proof.quantities import counted, is_for_variants, is_left_open
from bomflow.proof.verdict import check_table


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4", 4), ("2 x 3", 6), ("2x3", 6), ("2+2", 4), ("6 (2)", 6), ("4 / 6", None),
        ("A/R", None),
        ("2 x", 2), ("M12 x 40", None), ("2 × 500 mm", 2), ("2x 5m", 2), ("2 x 500", 1000),
    ],
)  # fmt: skip
def test_products_and_brackets_are_numbers(text: str, value: float | None) -> None:
    number = counted(text, "")
    assert (number and number.value) == value


@pytest.mark.parametrize(
    "text", ["A/R", "as req'd", "As needed", "Assorted", "A lot", "N/A", "optional"]
)
def test_words_leave_a_quantity_open(text: str) -> None:
    assert is_left_open(text)


@pytest.mark.parametrize("text", ["4", "NUT", "LOTS OF PIPE", "SOME PIPE", ""])
def test_other_texts_do_not(text: str) -> None:
    assert not is_left_open(text)


def test_the_weights_tell_for_which_variant_they_are() -> None:
    six = counted("4 / 6", "", lambda n: n.value == 6)
    assert six and six.value == 6
    per_assembly = counted("6 (2)", "", lambda n: n.value == 2)
    assert per_assembly and per_assembly.value == 2


def test_variants_are_numbers_and_marks() -> None:
    assert is_for_variants("4 / 6") and is_for_variants("1/2/4")
    assert not is_for_variants("4") and not is_for_variants("A/R")


def checked(*rows: str, total: str = "") -> dict:
    six = ("position", "article_number", "quantity", "description", "weight", "total_weight")
    own = ("position", "quantity", "description", "weight", "total_weight")
    table = {
        "header": [],
        "rows": [
            {"cells": dict.fromkeys(six, "") | dict(zip(own, r.split("|"), strict=True))}
            for r in rows
        ],
        "printed_total": total,
        "check_reasons": [],
        "leftover": [],
    }
    check_table(table, ReadSettings())
    return table


def test_lists_with_such_quantities_are_verified() -> None:
    table = checked(
        "1|2 x 3|PLATE|1.5|9.0", "2|4 / 6|ROD|2.0|12.0", "3|8 (4)|NUT|0.5|4.0", total="25.0"
    )
    assert (table["check_status"], table["check_reasons"]) == ("verified", [])
    assert [row["quantity_value"] for row in table["rows"]] == [6, 6, 8]


def test_one_fraction_among_counts_is_still_odd() -> None:
    table = checked("1|4|PLATE||", "2|1/2|ROD||", "3|8|NUT||")
    assert table["check_reasons"] == ["position 2: quantity '1/2' is no number"]


@pytest.mark.parametrize("text", ["1 (+1)", "1 (+1 rechange)", "4 + 1 spare"])
def test_what_is_delivered_on_top_is_no_mistake(text: str) -> None:
    table = checked(
        "1|2|PLATE|1.5|3.0", f"2|{text}|SEAL|0.5|", "3|8|NUT|0.5|4.0", "4|1|CAP|1.0|1.0"
    )
    assert not [reason for reason in table["check_reasons"] if "is no number" in reason]
    assert table["rows"][1]["quantity_value"] is None


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("3||CAP||", False),  # no figure at all
        ("3||CAP|0.5|0.5", True),
        ("3||SEE NOTE 3|0.5|0.5", False),
    ],
)
def test_a_lone_empty_quantity_is_told_unless_the_row_is_without_figures(
    row: str, told: bool
) -> None:
    table = checked("1|2|PLATE|1.5|3.0", "2|1|ARM|0.5|0.5", row, "4|8|NUT|0.5|4.0", "5|1|PIN|1|1")
    assert any("the quantity is empty" in reason for reason in table["check_reasons"]) == told
