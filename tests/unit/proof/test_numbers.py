"""Printed numbers: value, decimals, unit, and which of two readings a column decides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bomflow.proof.numbers import (
    decimal_mark,
    header_kg,
    is_ambiguous,
    is_below,
    is_none,
    parse_number,
    thousands_mark,
)


@pytest.mark.parametrize(
    ("text", "value", "decimals", "unit"),
    [
        ("12", 12, 0, ""),
        ("4*", 4, 0, ""),
        ("98 1/2", 98.5, 1, ""),
        ("6 3/4 lbs", 6.75, 2, "lbs"),
        ("(8)", 8, 0, ""),
        ("2.5 **)", 2.5, 1, ""),
        ("3 pares", 3, 0, "pares"),
        ("50 sợi", 50, 0, "sợi"),
        ("1.234,5", 1234.5, 1, ""),
        ("1,234.5", 1234.5, 1, ""),
        ("1 234,5", 1234.5, 1, ""),
        ("1\u202f234,50", 1234.5, 2, ""),
        ("1\u00a0234", 1234, 0, ""),
        ("1'234.5", 1234.5, 1, ""),
        ("1.234.567", 1234567, 0, ""),
        ("0. 6 M", 0.6, 1, "m"),
        ("9.5 M", 9.5, 1, "m"),
        ("1620,0kg", 1620, 1, "kg"),
        ("0,022 kg", 0.022, 3, "kg"),
        ("12 lbmass", 12, 0, "lbmass"),
        ("12 Stk.", 12, 0, "stk"),
        ("8 Ad.", 8, 0, "ad"),
        ("3,2 mb", 3.2, 1, "mb"),
        ("2x", 2, 0, "x"),
        ("2 ×", 2, 0, "×"),
        ("4 pcs", 4, 0, "pcs"),
        ("1 can", 1, 0, "can"),
        ("approx. 20 ml", 20, 0, "ml"),
        (".5", 0.5, 1, ""),
        ("12.", 12, 0, ""),
        ("0.234", 0.234, 3, ""),
        ("1234.567", 1234.567, 3, ""),
    ],
)
def test_printed_numbers(text: str, value: float, decimals: int, unit: str) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.decimals, number.unit) == (value, decimals, unit)
    assert number.half == pytest.approx(0.5 * 10**-decimals)


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "..", "—", "n/a", "25x25x8 - 35 kg", "3 4", "1 2", "0,5 0,6", "1/2", "M10",
        "2 Rohr", "12 kg 3", "1.2.3", "1,2,3", "10-20", "12 34,5", "x", "kg", "²", "٣", "1" * 60,
    ],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("text", ["", " ", "-", "..", "—", "N/A", "TBD", "\u00a0"])
def test_signs_for_none(text: str) -> None:
    assert is_none(text)


def test_a_number_is_not_none() -> None:
    assert not is_none("0")


def test_the_style_says_what_is_unusual() -> None:
    styles = {t: parse_number(t) for t in ("1 234", "12.", ".5", "1,5")}
    assert {t: n and n.style for t, n in styles.items()} == {
        "1 234": "blanks", "12.": "open", ".5": "bare", "1,5": "",
    }  # fmt: skip


def test_only_the_table_can_tell_a_thousands_mark() -> None:
    assert is_ambiguous("1.234") == "."
    assert not is_ambiguous("0.234")
    assert not is_ambiguous("1234.567")
    read = {mark: parse_number("1.234", mark) for mark in ("", ".", ",")}
    assert {mark: n and n.value for mark, n in read.items()} == {
        "": 1.234, ".": 1234.0, ",": 1.234,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "setting", "mark"),
    [
        (["1.234", "0,5"], "auto", "."),
        (["1,234", "0.5"], "auto", ","),
        (["1.234", "1.234,5"], "auto", "."),
        (["1.234", "2.345"], "auto", None),
        (["1.234", "0,5", "0.5"], "auto", None),
        (["1.5", "2"], "auto", ""),
        (["1.234"], True, "."),
        (["1.234"], False, ","),
    ],
)
def test_the_unambiguous_cells_decide(
    cells: list[str], setting: bool | str, mark: str | None
) -> None:
    assert thousands_mark(cells, setting) == mark


def test_repeated_marks_are_thousands() -> None:
    assert decimal_mark("1.234.567") == ","
    assert decimal_mark("1,234,567") == "."


@pytest.mark.parametrize(
    ("header", "kg"),
    [
        ("WEIGHT [kg]", 1.0),
        ("MASS (g)", 0.001),
        ("Gewicht in kg", 1.0),
        ("Gewicht / t", 1000.0),
        ("lbs", 0.45359237),
        ("重量(kg)", 1.0),
        ("WEIGHT", None),
        ("TOTAL TO DATE", None),
        ("G", None),
    ],
)
def test_units_in_headers(header: str, kg: float | None) -> None:
    assert header_kg(header) == kg


@given(
    st.integers(0, 10**9),
    st.integers(0, 3),
    st.sampled_from([(",", "."), (",", " "), (",", ""), (".", ","), (".", "'"), (".", "")]),
    st.sampled_from(["", " kg", "kg", " Stk"]),
)
def test_what_is_printed_is_read_back(
    digits: int, decimals: int, marks: tuple[str, str], unit: str
) -> None:
    decimal, group = marks
    whole, rest = divmod(digits, 10**decimals)
    text = f"{whole:,}".replace(",", group)
    if decimals:
        text += decimal + str(rest).zfill(decimals)
    number = parse_number(text + unit, group if group in (".", ",") else "")
    assert number is not None
    assert number.value == pytest.approx(digits / 10**decimals)
    if not is_ambiguous(text):
        assert number.decimals == decimals


@given(st.text(max_size=30))
def test_odd_text_never_raises(text: str) -> None:
    parse_number(text)
    is_ambiguous(text)
    decimal_mark(text)
    header_kg(text)


def test_a_value_that_is_only_bounded_is_no_number() -> None:
    assert [is_below(t) for t in ("<0.1", "≤ 0,5", "0.1", "<A>", "<")] == [True, True, *[False] * 3]
    assert parse_number("<0.1") is None


@pytest.mark.parametrize("text", ["1/2", "98 3/2", "2 1/3", '1 1/2"', "100 200/4"])
def test_sizes_and_ratios_are_no_fractions(text: str) -> None:
    assert parse_number(text) is None
