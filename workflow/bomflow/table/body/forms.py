"""Forms whose ruled lines hold one line of a text each: names that go on, headings of standards."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bomflow.page.words import Word
from bomflow.table.body.rows import Row
from bomflow.table.layout import text_lines
from bomflow.table.model import Table

# Where the name of a standard part goes on in the next line of a ruled form.
_STANDARD = re.compile(
    r"(?:(?:ГОСТ|ОСТ|ТУ|DIN|ISO|EN|PN|ČSN|STAS|GB|JIS)\b[-/ ]?){1,3}[A-ZА-Я]{0,2} ?\d.*"
)
_OPEN = (".", "-", "/")  # how a number ends that goes on


def join_lines(table: Table, anchors: Sequence[int]) -> None:
    """Put texts together of which a form's ruled lines hold one line each, in place.

    What stands over sizes (Болты ГОСТ 7798-70 over М6х16, М8х20) becomes their section.
    """
    description = table.index("description")
    kept: list[Row] = []
    section = ""
    for n, row in enumerate(table.rows):
        filled = [c for c, words in row.cells.items() if words]
        lone = not any(c in anchors for c in filled)
        following = table.rows[n + 1] if n + 1 < len(table.rows) else Row()
        follows = any(following.cells.get(c) for c in anchors)
        if lone and kept and filled and _goes_on(row, kept[-1], filled, table):
            for c in filled:
                kept[-1].cells[c] += row.cells[c]
        elif (
            lone and filled == [description] and follows and (section or not kept)
            and _heads_standards(row.text(description))
        ):  # fmt: skip
            section = row.text(description)
            table.section_words += row.words
        else:
            row.section = row.section or section
            kept.append(row)
    if kept:
        table.rows = kept


def _heads_standards(text: str) -> bool:
    """Whether a text is a name with its standard and nothing else: Болты ГОСТ 7798-70."""
    found = _STANDARD.search(text)
    return bool(found and found.start() and not any(c.isdigit() for c in text[: found.start()]))


def _goes_on(row: Row, before: Row, filled: list[int], table: Table) -> bool:
    """Whether texts cannot begin a row: each stands under one, and one says that it goes on."""
    above = [before.cells.get(c) for c in filled]
    if not all(a and _under(row.cells[c], a) for c, a in zip(filled, above, strict=True)):
        return False
    article = table.index("article_number")
    return any(
        (c == article and before.text(c).endswith(_OPEN))
        or (c != article and _says_so(row.text(c), before.text(c)))
        for c in filled
    )


def _under(words: list[Word], above: list[Word]) -> bool:
    """Whether one line stands in the next ruled line below a text, in line with it."""
    size = words[0].size
    gap = min(w.top for w in words) - max(w.bottom for w in above)
    left, other = min(w.x0 for w in words), min(w.x0 for w in above)
    right, end = max(w.x1 for w in words), max(w.x1 for w in above)
    aligned = min(abs(left - other), abs(left + right - other - end) / 2) <= 0.3 * size
    same = abs(above[0].size - size) <= 0.1 * size
    return len(text_lines(words)) == 1 and aligned and same and gap <= 2.5 * size


def _says_so(text: str, said: str) -> bool:
    """Whether a text begins as no name does: small behind a capital, or with a standard."""
    lower = text[0].islower() and said[0].isupper() and (said[1:2].islower() or "=" in said)
    return lower or bool(_STANDARD.fullmatch(text) and not _STANDARD.search(said))
