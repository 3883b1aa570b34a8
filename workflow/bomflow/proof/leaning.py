"""Text that leans by a degree: across a wide list its lines rise by more than half a row.

Less than that is read like any other, two degrees or more are told by bomflow.table.unread.aslant.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from bomflow.proof.layout import Layout, median, middle
from bomflow.proof.near import Page
from bomflow.proof.oddity import Oddity

_SAME = 0.3  # heights by which two neighbouring words of one line differ at most
_SEVERAL = 3  # neighbours that show how text leans
_AGREE = 0.75  # share of them that all rise, or all fall
_RISE = 0.5  # share of the pitch of the rows


def leaning(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Whether the words of the cells rise or fall so far that a line ends beside another row."""
    slopes = []
    for cell in page.cells:
        words = sorted((page.words[k] for k in cell.own), key=lambda w: w.across)
        for one, other in pairwise(words):
            aside = middle(other.across) - middle(one.across)
            if aside > 0 and abs(other.level - one.level) <= _SAME * layout.height:
                slopes.append((other.level - one.level) / aside)
    if len(slopes) < _SEVERAL or layout.sides is None or not layout.gaps:
        return []
    rising = sum(slope > 0 for slope in slopes)
    if max(rising, len(slopes) - rising) < _AGREE * len(slopes):
        return []  # marks and descenders: some producers tell the ink, not the line
    rise = abs(median(slopes)) * (layout.sides[1] - layout.sides[0])
    if rise <= _RISE * layout.pitch:
        return []
    return [Oddity(None, "its text leans: the ends of its lines stand beside other rows")]
