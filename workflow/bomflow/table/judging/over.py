"""What is written over a table."""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.words import Word
from bomflow.table.header.headers import Vocabulary
from bomflow.table.layout import middle, phrases, text_lines
from bomflow.table.model import Table


def is_captioned_otherwise(table: Table, words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether the line over a table says that it is another one (REVISIONS)."""
    texts = texts_over(table, words)
    if any(map(vocabulary.is_caption, texts)):
        return False
    return any(map(vocabulary.is_other_caption, texts))


def texts_over(table: Table, words: Sequence[Word]) -> list[str]:
    """The texts of the line over the header, and where it stands at the lower end over the rows.

    What is printed beside the header (NOTES) may run into the last column's place.
    """
    x0, x1 = table.band.x0, table.band.x1
    size = table.band.size
    tops = [table.band.top]
    if table.rows and table.rows[0].box[1] < table.band.top:
        tops.append(min(row.box[1] for row in table.rows))

    def over(top: float) -> list[str]:
        """The texts of the nearest line over the table, some of them over its edge."""
        near = [w for w in words if 0 < top - middle(w) <= 1.2 * size + 1.5 * w.size]
        above = [
            [p for p in phrases(line) if min(p.x1, x1) - max(p.x0, x0) > 0.3 * (p.x1 - p.x0)]
            for line in text_lines(near)
        ]
        return [p.text for p in next((parts for parts in reversed(above) if parts), [])]

    return [text for top in tops for text in over(top)]
