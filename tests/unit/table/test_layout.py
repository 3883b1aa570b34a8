"""Words into phrases."""

from __future__ import annotations

from bomflow.page.words import Word
from bomflow.table.layout import phrases


def words(text: str, x: float) -> list[Word]:
    """The words of one text run, letters five points wide."""
    out: list[Word] = []
    for part in text.split():
        gap = 3.0 if out else -1.0
        x = out[-1].x1 + gap if out else x
        out.append(Word(part, x, 0, x + 5 * len(part), 10, gap=gap))
    return out


def line(*runs: list[Word]) -> list[Word]:
    return sorted((w for run in runs for w in run), key=lambda w: w.x0)


def test_texts_side_by_side() -> None:
    both = line(words("STEEL TOP", 10), words("cut on site", 100))
    assert [p.text for p in phrases(both)] == ["STEEL TOP", "cut on site"]


def test_texts_printed_over_each_other_stay_apart() -> None:
    both = line(words("STAINLESS STEEL TOP", 10), words("cut on site", 70))
    assert [p.text for p in phrases(both)] == ["STAINLESS STEEL TOP", "cut on site"]


def test_a_text_that_overflows_does_not_take_the_next_cell_along() -> None:
    both = line(words("VERY-LONG-NUMBER", 10), words("SOLID AND BLACK", 80))
    assert [p.text for p in phrases(both)] == ["VERY-LONG-NUMBER", "SOLID AND BLACK"]
