"""Lists that were not read, though a header with a quantity is there."""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.words import Box, Word
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG
from bomflow.table.layout import Phrase, middle, phrases, text_lines
from bomflow.table.unread.counted import counted_lists

_NEAR = 4.0  # font sizes between a caption and its header
_ASIDE = 30.0  # font sizes beside the caption in which its header stands


def unread_lists(
    words: Sequence[Word], words_of: Vocabulary, boxes: Sequence[Box]
) -> list[tuple[str, Box]]:
    """Why and where a list is missing: a caption and a header with a quantity, or one over rows
    that it counts, in none of the ``boxes`` of tables that were read.
    """
    lines = [phrases(line) for line in text_lines([w for w in words if w.angle == 0])]
    captions = [p for line in lines for p in line if words_of.is_caption(p.text)]
    found = []
    for caption in captions:
        headers = [h for line in lines if (h := _header(line, caption, words_of))]
        box = _around([caption, *[p for h in headers for p in h]])
        if headers and not any(_touch(box, b, caption.words[0].size) for b in boxes):
            found.append((f"caption {caption.text!r}, but no list was read under it", box))
    for reason, box in counted_lists(words, words_of):
        if not any(_touch(box, b, 1.0) for b in (*boxes, *(known for _, known in found))):
            found.append((reason, box))
    return found


def _header(line: Sequence[Phrase], caption: Phrase, words_of: Vocabulary) -> list[Phrase]:
    """The phrases of a line that make a header of the caption, [] for any other line."""
    size = caption.words[0].size
    if not 0 < middle(line[0].words[0]) - middle(caption.words[0]) <= _NEAR * size:
        return []
    reach = _ASIDE * size
    near = [p for p in line if p.x1 > caption.x0 - reach and p.x0 < caption.x1 + reach]
    if len(near) < 3 or any(c.isdigit() for p in near for c in p.text):
        return []
    known = [m for p in near if (m := words_of.meaning(p.text)).strength >= STRONG and not m.decoy]
    return near if len(known) > 1 and any("quantity" in m.columns for m in known) else []


def _around(parts: Sequence[Phrase]) -> Box:
    words = [w for p in parts for w in p.words]
    return (
        min(w.x0 for w in words), min(w.top for w in words),
        max(w.x1 for w in words), max(w.bottom for w in words),
    )  # fmt: skip


def _touch(a: Box, b: Box, slack: float) -> bool:
    """Whether two boxes are hardly ``slack`` apart."""
    return (
        a[0] <= b[2] + slack and b[0] <= a[2] + slack
        and a[1] <= b[3] + slack and b[1] <= a[3] + slack
    )  # fmt: skip
