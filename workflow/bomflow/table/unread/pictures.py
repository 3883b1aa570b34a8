"""Tables that are there but hold no text: pictures, scans, outlined text."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from bomflow.errors import ErrorCode
from bomflow.page.frames import Turn
from bomflow.page.pdf import Page
from bomflow.page.words import UNKNOWN, Box, Word
from bomflow.table.further.sideways import list_sideways
from bomflow.table.header.foreign import heads_no_parts
from bomflow.table.header.headers import Vocabulary
from bomflow.table.layout import Phrase, phrases, text_lines
from bomflow.table.unread.garbled import garbled
from bomflow.table.unread.lists import unread_lists
from bomflow.table.unread.numbered import numbered_list
from bomflow.table.unread.pieces import unknown_list

_FEW_CELLS = 2
_LOST = 5  # texts that no header may be among, as a few symbols are
_LOST_LETTERS = 2  # of one letter each, as 序 over 号 in narrow columns
FEW_WORDS = 8  # a page with fewer words has no text layer worth the name


class Judgement(NamedTuple):
    """Why a page gave no rows.

    ``outcome`` is the page's in the record, ``code`` the error of a drawing that holds nothing
    better (None: the page hints at no parts list), ``box`` that of a table that is there.
    """

    outcome: str
    reason: str
    code: ErrorCode | None
    box: Box | None = None


def judge_page(page: Page, words: list[Word], words_of: Vocabulary, headers: int) -> Judgement:
    """Why a page without a readable table gave no rows; ``headers``: how many were seen."""
    seen = words
    words = [w for w in words if w.text.strip(UNKNOWN)]
    if len(words) < FEW_WORDS:
        return _without_words(page)
    whole = (0.0, 0.0, page.width, page.height)
    if garbled(seen) and not headers:
        reason = "much of the text of the page cannot be decoded"
        return Judgement("no_text", reason, ErrorCode.NO_TEXT, whole)
    if page.lost_texts >= (_LOST_LETTERS if _in_ideographs(words) else _LOST) and not headers:
        reason = f"{page.lost_texts} texts are in a font that cannot be decoded"
        return Judgement("no_text", reason, ErrorCode.NO_TEXT, whole)
    bare = Judgement("unreadable", "a header without rows", ErrorCode.NO_DATA)
    return (
        _pictured(page, words)
        or (bare if headers else None)
        or _worded(page, words, words_of)
        or _outlined(page, words)
        or Judgement("no_bom", "", None)
    )


def _worded(page: Page, words: list[Word], words_of: Vocabulary) -> Judgement | None:
    """What the words tell, and those of the direction in which most of a turned sheet reads."""
    most = Counter(w.angle for w in words).most_common(1)[0][0]
    for turn in (Turn(angle, page.width, page.height) for angle in dict.fromkeys((0, most))):
        upright = turn.words(words)
        judged = (
            _unread(upright, words_of)
            or _captioned(upright, words_of)
            or _listed(upright, words_of)
            or _counted(upright, words_of)
            or _sideways(upright, words_of)
        )
        if judged is not None:
            return judged._replace(box=turn.back(judged.box) if judged.box else None)
    return None


def _in_ideographs(words: list[Word]) -> bool:
    """Whether words of the page are Chinese, Japanese or Korean."""
    first = [w.text[0] for w in words]
    return any("\u2e80" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in first)


def _without_words(page: Page) -> Judgement:
    """A page without a text layer worth the name."""
    whole = (0.0, 0.0, page.width, page.height)
    area = page.width * page.height or 1.0
    boxes = [p.box for p in page.pictures()]
    if page.undecoded_characters > 20:
        reason = "the text of the page cannot be decoded"
    elif sum((b[2] - b[0]) * (b[3] - b[1]) for b in boxes) > 0.3 * area:
        reason = "the page is a picture (scan)"
        if page.hidden_characters:
            reason += " under an invisible text layer (OCR), which is not read"
    elif page.is_drawn():
        reason = "the page holds lines but hardly any text: text drawn as outlines"
    else:
        return Judgement("no_text", "the page holds hardly any text", None)
    return Judgement("no_text", reason, ErrorCode.NO_TEXT, whole)


def _pictured(page: Page, words: list[Word]) -> Judgement | None:
    """A picture that is, or may hold, the table."""
    area = page.width * page.height or 1.0
    sized = [((p.box[2] - p.box[0]) * (p.box[3] - p.box[1]) / area, p) for p in page.pictures()]
    for share, picture in sorted(sized, key=lambda s: -s[0])[:20]:
        box = picture.box
        if share > 0.6 and _empty(box, words):
            reason = "the page is a picture (scan) with little text beside it"
            return Judgement("no_text", reason, ErrorCode.NO_TEXT, box)
        table = page.shows_table(picture)
        if table:
            return Judgement("unreadable", "a picture of a table", ErrorCode.NO_TEXT, box)
        if table is None and share > 0.05:
            reason = "a picture too large to look into may hold the table"
            return Judgement("unreadable", reason, ErrorCode.NO_TEXT, box)
    return None


def _unread(words: list[Word], words_of: Vocabulary) -> Judgement | None:
    """A list of which neither the caption nor the header told what its columns are."""
    for reason, box in unread_lists(words, words_of, ()):
        return Judgement("unreadable", reason, ErrorCode.NO_ANCHOR, box)
    return None


def _captioned(words: list[Word], words_of: Vocabulary) -> Judgement | None:
    """The caption of a parts list of which nothing else is text."""
    for line in text_lines([w for w in words if w.angle == 0]):
        for phrase in phrases(line):
            if words_of.is_caption(phrase.text) and not _is_cell(phrase, words):
                box = (phrase.x0, phrase.words[0].top, phrase.x1, phrase.words[0].bottom)
                reason = f"caption {phrase.text!r}, but no table in text"
                return Judgement("unreadable", reason, ErrorCode.NO_TEXT, box)
    return None


def _is_cell(phrase: Phrase, words: list[Word]) -> bool:
    """Whether a text stands in a column of others, each beside a figure: a title in a list."""
    places = []
    for line in text_lines([w for w in words if w.angle == 0]):
        for left, p in pairwise(phrases(line)):
            figure = any(c.isdigit() for c in left.text)
            if figure and abs(p.x0 - phrase.x0) <= 0.3 * phrase.words[0].size:
                places.append((left.x0, p.x0, p.words[0].top))
    own = [x for x, _, top in places if top == phrase.words[0].top]
    return any(sum(abs(x - o) <= 1 for x, *_ in places) > _FEW_CELLS for o in own)


def _listed(words: list[Word], words_of: Vocabulary) -> Judgement | None:
    """Numbered lines in columns under no header that anybody listed."""
    box = numbered_list(words)
    if box is None or _says_what_it_is(box, words, words_of):
        return None
    reason = "a numbered list in columns, but no header that is known"
    return Judgement("unreadable", reason, ErrorCode.NO_ANCHOR, box)


def _counted(words: list[Word], words_of: Vocabulary) -> Judgement | None:
    """Lines that count pieces and name parts under words that nobody listed."""
    box = unknown_list(words, words_of)
    if box is None or _says_what_it_is(box, words, words_of):
        return None
    reason = "a list that counts and names something under words that are not known"
    return Judgement("unreadable", reason, ErrorCode.NO_ANCHOR, box)


def _says_what_it_is(box: Box, words: list[Word], words_of: Vocabulary) -> bool:
    """Whether a line right over numbered ones is the caption or the header of another table."""
    x0, top, x1, _ = box
    above = [w for w in words if w.angle == 0 and 0 < top - w.bottom <= 5 * w.size]
    lines = text_lines([w for w in above if w.x1 > x0 and w.x0 < x1])
    return any(
        any(words_of.is_other_caption(p.text) for p in phrases(line))
        or heads_no_parts(line, words_of)
        for line in lines
    )


def _sideways(words: list[Word], words_of: Vocabulary) -> Judgement | None:
    """A list whose header is its first column."""
    box = list_sideways(words, words_of)
    if box is None:
        return None
    reason = "a list whose rows stand side by side"
    return Judgement("unreadable", reason, ErrorCode.PARSING_ERROR, box)


def _outlined(page: Page, words: list[Word]) -> Judgement | None:
    """A table whose letters are strokes, beside texts that are text."""
    reason = "a table whose text is drawn as outlines"
    for box in page.outlined_tables():
        if _empty(box, words):
            return Judgement("unreadable", reason, ErrorCode.NO_TEXT, box)
    return None


def _empty(box: Box, words: list[Word]) -> bool:
    """Whether hardly any text lies on the picture."""
    inside = sum(
        box[0] < (w.x0 + w.x1) / 2 < box[2] and box[1] < (w.top + w.bottom) / 2 < box[3]
        for w in words
    )
    return inside <= 6
