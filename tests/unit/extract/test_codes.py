"""Codes of a page: split, turned and spaced ones, and neighbours that are none."""

from __future__ import annotations

import time
from random import Random

import pytest

from bomflow.extract.codes import find_codes
from bomflow.extract.settings import ReadSettings
from bomflow.page.words import Word

SETTINGS = ReadSettings()
SIZE = 10.0


def line(*parts: str, blank: float = 2.8, angle: int = 0, at: float = 100.0) -> list[Word]:
    """Words side by side in their own direction; 6 points a character, blank points between."""
    words, u = [], 50.0
    for text in parts:
        end = u + 6 * len(text)
        box = {
            0: (u, at, end, at + SIZE),
            90: (at, -end + 1000, at + SIZE, -u + 1000),
            180: (1000 - end, at, 1000 - u, at + SIZE),
            270: (at, u, at + SIZE, end),
        }[angle]
        words.append(Word(text, *box, angle, SIZE))
        u = end + blank
    return words


def codes(words: list[Word], settings: ReadSettings = SETTINGS) -> tuple[list[str], list[str]]:
    found = find_codes(words, settings)
    return found["kks"], found["su"]


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
@pytest.mark.parametrize("blank", [0.0, 2.8, 6.0])
@pytest.mark.parametrize(
    "parts",
    [
        ["1LBA10BQ001"],
        ["1", "LBA10", "BQ001"],
        ["1LBA10", "BQ001"],
        ["1LBA", "10BQ0", "01"],
    ],
)
def test_split_spaced_and_turned_codes_are_found(
    parts: list[str], blank: float, angle: int
) -> None:
    words = line(*parts, blank=blank, angle=angle)
    Random(1).shuffle(words)
    assert codes(words) == (["1LBA10BQ001"], [])


@pytest.mark.parametrize(
    "parts", [["1LBA10BQ001/SU"], ["1LBA10BQ001", "/SU"], ["1LBA10BQ001", "/", "SU"]]
)
def test_an_su_mark_counts_the_base_as_kks_and_as_su(parts: list[str]) -> None:
    assert codes(line(*parts)) == (["1LBA10BQ001"], ["1LBA10BQ001"])


@pytest.mark.parametrize(
    "parts",
    [
        ["11LBA10BQ001"],
        ["1LBA10BQ0012"],
        ["X1LBA10BQ001A"],
        ["1LBA10", "BQ001X"],
    ],
)
def test_longer_words_hold_no_code(parts: list[str]) -> None:
    assert codes(line(*parts)) == ([], [])


def test_touching_spans_are_one_word() -> None:
    assert codes(line("1LBA10BQ001", "2", blank=0.0)) == ([], [])
    assert codes(line("1LBA10BQ001", "2", blank=2.8)) == (["1LBA10BQ001"], [])


def test_distant_neighbours_and_other_lines_are_not_joined() -> None:
    assert codes(line("1LBA10", "BQ001", blank=12.0)) == ([], [])
    assert codes(line("1LBA10", at=100) + line("BQ001", at=111)) == ([], [])


def test_other_sizes_are_not_joined() -> None:
    first, second = line("1LBA10", "BQ001")
    assert codes([first, second._replace(size=20.0)]) == ([], [])


def test_other_directions_are_not_joined() -> None:
    first, second = line("1LBA10", "BQ001")
    assert codes([first, second._replace(angle=90)]) == ([], [])


def test_slanted_words_follow_the_readers_gap() -> None:
    first, second = (w._replace(angle=30) for w in line("1LBA10", "BQ001"))
    assert codes([first, second._replace(gap=3.0)]) == (["1LBA10BQ001"], [])
    assert codes([first, second]) == ([], [])


def test_a_refused_match_does_not_hide_a_good_one() -> None:
    settings = ReadSettings(kks=r"\d[A-Z]{2}\d")
    assert codes(line("x1AB", "2C", "D3"), settings)[0] == ["2CD3"]


def test_codes_are_sorted_and_unique_and_further_names_kept() -> None:
    words = line("2LBA10BQ001", "x", "1LBA10BQ001", "x", "1LBA10BQ001", "W-77")
    found = find_codes(words, ReadSettings(codes={"weld": r"W-\d+"}))
    assert found["kks"] == ["1LBA10BQ001", "2LBA10BQ001"]
    assert found["weld"] == ["W-77"]


def test_expressions_with_anchors_or_blanks_work() -> None:
    words = line("Halter", "1LBA10BQ001", "DN", "50")
    settings = ReadSettings(kks=r"\b\d[A-Z]{3}\d\dBQ\d{3}\b", codes={"dn": r"DN \d+"})
    found = find_codes(words, settings)
    assert found["kks"] == ["1LBA10BQ001"]
    assert found["dn"] == ["DN 50"]


def test_a_bad_expression_names_its_key() -> None:
    with pytest.raises(ValueError, match=r"codes\.su: '\(' is no regular expression"):
        find_codes([], ReadSettings(su="("))


def test_five_thousand_words_are_quick() -> None:
    random = Random(3)
    words = [
        Word(random.choice(["12.5", "PIPE", "DN50", "x", "A-A"]), x, y, x + 20, y + 9, 0, 9.0)
        for x, y in ((random.uniform(0, 3000), random.uniform(0, 2000)) for _ in range(5000))
    ]
    begin = time.process_time()
    find_codes(words, SETTINGS)
    assert time.process_time() - begin < 0.25
