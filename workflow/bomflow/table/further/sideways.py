"""Parts lists whose rows stand side by side: the header is the first column."""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.words import Box, Word
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.spellings import COLUMNS
from bomflow.table.layout import box_of, line_middle, phrases, text_lines

_NAMES = 3  # columns that the header must name
_PARTS = 2  # parts beside each other, at least
_APART = 5.0  # font sizes from one line to the next


def list_sideways(words: Sequence[Word], vocabulary: Vocabulary) -> Box | None:
    """The box of lines that begin with the names of columns and go on with a cell of each part.

    Title blocks stack such labels too, but no positions 1, 2, 3 stand beside one.
    """
    upright = [w for w in words if w.angle == 0]
    if not any(_counts_on(w, upright, vocabulary) for w in upright if w.text == "1"):
        return None
    run: list[tuple[str, float, list[Word]]] = []
    for line in text_lines(upright):
        parts = phrases(line, 1.2)
        for i, label in enumerate(parts):
            rest = parts[i + 1 :]
            means = vocabulary.meaning(label.text)
            if len(rest) < _PARTS or means.strength < STRONG or means.columns[0] not in COLUMNS:
                continue
            size, y = label.words[0].size, line_middle(line)
            if run and (
                abs(run[-1][1] - label.x0) > size or y - line_middle(run[-1][2]) > _APART * size
            ):
                run = []
            run.append((means.columns[0], label.x0, [w for p in parts[i:] for w in p.words]))
            if _is_list(run):
                return box_of(w for _, _, own in run for w in own)
            break
    return None


def _counts_on(one: Word, words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether a 2 stands to the right of a 1, and a word for positions to its left."""
    level = [w for w in words if abs(w.top - one.top) <= 0.3 * one.size]
    return any(w.text == "2" and w.x0 > one.x1 for w in level) and any(
        w.x1 < one.x0 and vocabulary.meaning(w.text).columns[:1] == ("position",) for w in level
    )


def _is_list(run: Sequence[tuple[str, float, list[Word]]]) -> bool:
    names = {name for name, _, _ in run}
    counts = [
        [w.text for w in words if w.text.isdecimal()]
        for name, _, words in run
        if name == "position"
    ]
    return len(names) >= _NAMES and any(
        len(texts) >= _PARTS and texts == [str(n + 1) for n in range(len(texts))]
        for texts in counts
    )
