"""Words of the second reading beside those that the page shows."""

from __future__ import annotations

import pytest

from bomflow.page.words import PARTED, Word
from bomflow.second.words import Shown, as_shown, missing


def _word(text: str, x: float, gap: float = -1.0) -> Word:
    return Word(text, x, 0.0, x + 5.0 * len(text), 10.0, gap=gap)


def _seen(words: list[Word], shown: list[Word], all_decoded: bool = True) -> list[str]:
    return [w.text for w in as_shown(words, Shown(shown), all_decoded)]


def test_words_that_both_read_are_the_pages_own() -> None:
    own = _word("BOLT", 0)
    (kept,) = as_shown([_word("BOLT", 0.2)], Shown([own]), True)
    assert kept is own


def test_a_word_that_is_read_in_other_pieces_stays_as_it_is() -> None:
    assert _seen([_word("M12x30", 0)], [_word("M12", 0), _word("x30", 15)]) == ["M12x30"]


def test_words_that_were_cut_stay_cut() -> None:
    shown = [_word("8.8", 0), _word("A4", 15, PARTED)]
    assert _seen([_word("8.8A4", 0)], shown) == ["8.8", "A4"]


def test_a_text_that_is_one_over_an_edge_stays_one() -> None:
    assert _seen([_word("DN", 0), _word("50", 15)], [_word("DN 50", 0)]) == ["DN 50"]


@pytest.mark.parametrize(("decoded", "seen"), [(True, ["BOLT"]), (False, ["NUT?"])])
def test_hidden_words_do_not_count_where_the_page_shows_all(decoded: bool, seen: list[str]) -> None:
    assert _seen([_word("NUT?", 0)], [_word("BOLT", 0)], decoded) == seen


def test_what_no_word_holds_is_missing() -> None:
    wanted = [_word("M12", 0), _word("x30", 15), _word("ZN", 60)]
    assert [w.text for w in missing(wanted, [_word("M12x30", 0)])] == ["ZN"]
