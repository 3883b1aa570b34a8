"""Tables that are there but hold no text: pictures, scans, outlined text."""

from __future__ import annotations

from typing import Any

from bomflow.page.pdf import Page
from bomflow.page.words import Box, Word
from bomflow.table.headers import Vocabulary
from bomflow.table.layout import box_of, phrases, text_lines

FEW_WORDS = 8  # a page with fewer words has no text layer worth the name


def judge_page(
    page: Page, words: list[Word], words_of: Vocabulary, headers: int, reason: str
) -> tuple[str, str, Box | None]:
    """Why a page gave no rows: (outcome, reason, box of a table that cannot be read)."""
    whole = (0.0, 0.0, page.width, page.height)
    area = page.width * page.height or 1.0
    pictures = page.pictures()
    shares = [(p.box[2] - p.box[0]) * (p.box[3] - p.box[1]) / area for p in pictures]
    if len(words) < FEW_WORDS:
        hidden = page.hidden_characters
        if page.undecoded_characters > 20:
            return "no_text", "the text of the page cannot be decoded", whole
        if sum(shares) > 0.3:
            layer = " under an invisible text layer (OCR), which is not read" if hidden else ""
            return "no_text", f"the page is a picture (scan){layer}", whole
        if page.objects > 200:
            return (
                "no_text",
                "the page holds lines but hardly any text: text drawn as outlines",
                whole,
            )
        return "no_text", "the page holds hardly any text", None
    if page.lost_texts >= 5 and not headers:
        return "no_text", f"{page.lost_texts} texts are in a font that cannot be decoded", whole
    if headers:
        return "unreadable", reason or "a header without rows", None
    for picture, share in sorted(zip(pictures, shares, strict=True), key=lambda s: -s[1])[:20]:
        box = picture.box
        if share > 0.6 and _empty(box, words):
            return "no_text", "the page is a picture (scan) with little text beside it", box
        grid = page.shows_grid(picture)
        if grid:
            return "unreadable", "a picture of a ruled table", box
        if grid is None and share > 0.05:
            return "unreadable", "a picture too large to look into may hold the table", box
    for line in text_lines([w for w in words if w.angle == 0]):
        for phrase in phrases(line):
            if words_of.is_caption(phrase.text):
                box = (phrase.x0, phrase.words[0].top, phrase.x1, phrase.words[0].bottom)
                return "unreadable", f"caption {phrase.text!r}, but no table in text", box
    numbered = numbered_list(words)
    if numbered is not None:
        return "unreadable", "a numbered list in columns, but no header that is known", numbered
    return "no_bom", "", None


def numbered_list(words: list[Word]) -> Box | None:
    """The box of lines 1, 2, 3 ... below each other with at least two more cells each.

    Such a list may be the parts list of which the header stands on another page or in words that
    nobody listed; it must not pass as "no BOM".
    """
    rows: list[tuple[int, float, list[Word]]] = []
    for line in text_lines([w for w in words if w.angle == 0]):
        parts = phrases(line, 1.2)
        for i, p in enumerate(parts):
            rest = parts[i + 1 :]
            if p.text.isdigit() and len(p.text) <= 3 and len(rest) >= 2:
                cells = [w for q in rest for w in q.words]
                if any(c.isalpha() for w in cells for c in w.text):
                    rows.append((int(p.text), p.x1, [*p.words, *cells]))
    for step in (1, -1):
        for start in range(len(rows)):
            run = [rows[start]]
            for number, edge, cells in rows[start + 1 :]:
                last, x, above = run[-1]
                size = cells[0].size
                near = cells[0].top - above[0].top <= 8 * size
                if number == last + step and abs(edge - x) <= size and near:
                    run.append((number, edge, cells))
            if len(run) >= 5:
                return box_of(w for _, _, ws in run for w in ws)
    return None


def _empty(box: Box, words: list[Word]) -> bool:
    """Whether hardly any text lies on the picture."""
    inside = sum(
        box[0] < (w.x0 + w.x1) / 2 < box[2] and box[1] < (w.top + w.bottom) / 2 < box[3]
        for w in words
    )
    return inside <= 6


def unreadable_table(page: int, box: Box, reason: str) -> dict[str, Any]:
    """The record's entry of a table that is seen but cannot be read."""
    return {
        "page": page, "table_index": 0, "bbox": [round(v, 2) for v in box], "header": [],
        "rows_count": 0, "printed_total": "", "computed_total": None, "weight_means": None,
        "check_status": "suspect", "check_reasons": [reason], "reading": "none", "leftover": [],
        "rows": [],
    }  # fmt: skip
