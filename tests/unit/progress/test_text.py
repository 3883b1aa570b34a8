"""What comes from files cannot act upon a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bomflow.progress.text import clean, clean_lines, count, duration, percent


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain.pdf", "plain.pdf"),
        ("\x1b[31mred\x1b[0m.pdf", "red.pdf"),
        ("\x1b]0;new title\x07a.pdf", "a.pdf"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jcleared", "cleared"),
        ("\x1bPq#0\x1b\\sixel", "sixel"),
        ("a\x07b\x08c", "a b c"),
        ("two\nlines\r\nthree", "two lines three"),
        ("evil\u202efdp.exe", "evil fdp.exe"),
        ("zero\u200bwidth", "zero width"),
        ("lone\udce4surrogate", "lone surrogate"),
        ("[red]markup[/red]", "[red]markup[/red]"),
        ("Köln 图纸.pdf", "Köln 图纸.pdf"),
        ("unfinished \x1b[", "unfinished"),
        ("unfinished \x1b", "unfinished"),
    ],
)
def test_clean(raw: str, shown: str) -> None:
    assert clean(raw) == shown


@given(st.text(alphabet=st.characters(), max_size=60))
def test_nothing_that_controls_a_terminal_is_left(raw: str) -> None:
    for text in (clean(raw), clean_lines(raw)):
        bad = {c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs")}
        assert not bad
    assert "\n" not in clean(raw)


def test_an_unfinished_title_sequence_does_not_take_the_following_lines() -> None:
    assert clean_lines("a\x1b]0;never ended\nthe error") == "a\nthe error"


def test_limit() -> None:
    assert clean("x" * 50, 10) == "xxxxxxx..."
    assert clean("x" * 10, 10) == "x" * 10


def test_numbers() -> None:
    assert duration(0) == "0:00:00"
    assert duration(3 * 3600 + 25 * 60 + 7.9) == "3:25:07"
    assert duration(100 * 3600) == "100:00:00"
    assert duration(-5) == "0:00:00"
    assert percent(1, 0) == "-"
    assert percent(1, 3) == "33.3 %"
    assert percent(24999, 25000) == "99.9 %"
    assert percent(5, 5) == "100.0 %"
    assert count(1, "drawing") == "1 drawing"
    assert count(2500, "drawing") == "2,500 drawings"
