"""TOTAL lines: never rows, but their value is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bomflow.page.words import Word
from bomflow.proof.numbers import parse_number
from bomflow.table.body.rows import cell_text, looks_like_position, looks_like_quantity
from bomflow.table.cells.grid import Grid, place
from bomflow.table.header.columns import column_index
from bomflow.table.header.headers import Vocabulary
from bomflow.table.layout import middle, text_lines
from bomflow.table.model import Table

_ABOVE = 3.0  # font sizes from the rows to a TOTAL line of merged cells
_UNDER = 1.8  # font sizes from a TOTAL label to its figure under it


def is_total_line(line: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether a line holds nothing but TOTAL (SUM, GESAMT) and figures."""
    letters = [w for w in line if not any(c.isdigit() for c in w.text) or len(w.text) > 12]
    return bool(letters) and vocabulary.is_total(" ".join(w.text for w in letters))


def take_total(table: Table, line: Sequence[Word], grid: Grid) -> None:
    """Keep the value of a TOTAL line."""
    cells = place(line, grid)
    table.total_words += line
    for name in ("total_weight", "weight"):
        i = column_index(table.columns, name)
        if i is not None and i in cells:
            text = cell_text(cells[i])
            if any(c.isdigit() for c in text):
                _keep(table, text)
                return
    if (
        column_index(table.columns, "weight") is None
        and column_index(table.columns, "total_weight") is None
    ):
        return
    numbers = [w for w in line if any(c.isdigit() for c in w.text)]
    if numbers:
        _keep(table, numbers[-1].text)


def _keep(table: Table, text: str) -> None:
    """The last TOTAL is that of the list, unless the rows add up to another one."""
    table.totals.append(text)
    table.printed_total = text


def takes_brought(table: Table, line: Sequence[Word], first: bool, vocabulary: Vocabulary) -> bool:
    """Take the sum of the page before that stands before the first row: no TOTAL of this one."""
    if not first or line[0].top <= table.band.top - _ABOVE * table.band.size:
        return False
    letters = " ".join(w.text for w in line if not any(c.isdigit() for c in w.text))
    if not vocabulary.is_carried(letters):
        return False
    table.total_words += line
    return True


def takes_beyond(
    table: Table, cells: Mapping[int, Sequence[Word]], anchors: Sequence[int | None]
) -> bool:
    """Take a line or row beyond the TOTAL line that is one under another name.

    GROSS WEIGHT, + 2 % FOR WELDS: ``cells`` hold a weight, but no position and no quantity.
    """
    words = [w for cell in cells.values() for w in cell]
    places = (table.index(name) for name in ("weight", "total_weight"))
    weights = [i for i in places if i is not None and i in cells]
    if not table.total_words or not words or not weights or not any(a is not None for a in anchors):
        return False
    spots = [middle(w) for w in table.total_words]
    down = max(spots) > table.band.bottom
    if min(map(middle, words)) < max(spots) if down else max(map(middle, words)) > min(spots):
        return False
    texts = {i: cell_text(cell) for i, cell in cells.items()}
    likely = zip(anchors, (looks_like_position, looks_like_quantity), strict=False)
    if any(is_likely(texts.get(i, "")) for i, is_likely in likely if i is not None):
        return False
    figures = [texts[i] for i in weights if any(map(str.isdigit, texts[i]))]
    if figures:
        table.total_words += words
        table.totals.append(figures[-1])
    return bool(figures)


def takes_sum(
    table: Table,
    cells: Mapping[int, Sequence[Word]],
    others: Sequence[Mapping[int, Sequence[Word]]],
    anchors: Sequence[int | None],
    vocabulary: Vocabulary,
) -> bool:
    """Take a row that is the sum of the ``others``, or names a weight (MASS PER SUPPORT), for the
    TOTAL: no position and no quantity stands in it.
    """
    places = [table.index(name) for name in ("weight", "total_weight")]
    weights = [i for i in places if i is not None and cells.get(i)]
    if not weights or _is_counted(cells, anchors):
        return False
    label = " ".join(cell_text(words) for i, words in sorted(cells.items()) if i not in weights)
    text = cell_text(cells[weights[-1]])
    named = not any(map(str.isdigit, label)) and vocabulary.names_weight(label)
    if not text[:1].isdigit() or not (named or adds_up(cells, others, table, anchors)):
        return False
    table.total_words += [w for words in cells.values() for w in words]
    _keep(table, text)
    return True


def adds_up(
    cells: Mapping[int, Sequence[Word]],
    others: Sequence[Mapping[int, Sequence[Word]]],
    table: Table,
    anchors: Sequence[int | None],
) -> bool:
    """Whether a line or row without position and quantity is the sum of the ``others``, whatever
    it is called: so its figure in a weight column says.
    """
    places = (table.index(name) for name in ("total_weight", "weight"))
    column = next((i for i in places if i is not None and cells.get(i)), None)
    if column is None or _is_counted(cells, anchors):
        return False
    total = parse_number(cell_text(cells[column]))
    figures = [parse_number(cell_text(o[column])) for o in others if o.get(column)]
    known = [f for f in figures if f is not None]
    if total is None or len(known) < max(2, len(figures)):
        return False
    off = abs(sum(f.value for f in known) - total.value)
    return off <= total.half + sum(f.half for f in known) + 1e-6


def _is_counted(cells: Mapping[int, Sequence[Word]], anchors: Sequence[int | None]) -> bool:
    """Whether a line or row has a position or a quantity, or its list has neither."""
    likely = zip(anchors, (looks_like_position, looks_like_quantity), strict=False)
    found = [is_it(cell_text(cells[i])) for i, is_it in likely if i is not None and cells.get(i)]
    return any(found) or not any(a is not None for a in anchors)


def is_bare_sum(
    line: Sequence[Word], before: Sequence[Sequence[Word]], grid: Grid, table: Table
) -> bool:
    """Whether the last line of a list without lines between its rows is a sum that has no label.

    It holds nothing but a figure in a weight column in which two of the lines before hold one too:
    weights do not wrap.
    """
    weights = {table.index("weight"), table.index("total_weight")} - {None}
    cells = place(line, grid)
    if len(cells) != 1 or not cells.keys() <= weights or not line[0].text[:1].isdigit():
        return False
    column = next(iter(cells))
    above = [placed[column] for b in before if column in (placed := place(b, grid))]
    return sum(cell_text(words)[:1].isdigit() for words in above) >= 2


def total_beyond(
    table: Table,
    top: float,
    bottom: float,
    words: Sequence[Word],
    grid: Grid,
    vocabulary: Vocabulary,
) -> None:
    """Look for a TOTAL line of merged cells just above ``top`` or below ``bottom`` of the body."""
    if table.total_words:
        return
    size = table.band.size
    used = {id(w) for w in table.words}
    low, high = top - _ABOVE * size, bottom + _ABOVE * size
    near = [
        w
        for w in words
        if (low <= middle(w) < top or bottom < middle(w) <= high)
        and grid.edges[0] <= (w.x0 + w.x1) / 2 <= grid.edges[-1]
        and id(w) not in used
    ]
    for line in text_lines(near):
        if takes_brought(table, line, middle(line[0]) < top, vocabulary):
            continue
        if is_total_line(line, vocabulary):
            take_total(table, line, grid)
            if not table.totals:
                _take_under(table, line, words, grid)
            return


def _take_under(table: Table, label: Sequence[Word], words: Sequence[Word], grid: Grid) -> None:
    """Take the figure that stands under a TOTAL label without one, alone in a weight column."""
    size = table.band.size
    y = middle(label[0])
    under = [
        w
        for w in words
        if 0.5 * size < middle(w) - y <= _UNDER * size
        and grid.edges[0] <= (w.x0 + w.x1) / 2 <= grid.edges[-1]
    ]
    weights = {table.index("weight"), table.index("total_weight")}
    for line in text_lines(under)[:1]:
        text = " ".join(w.text for w in line)
        if place(line, grid).keys() <= weights and parse_number(text) is not None:
            take_total(table, line, grid)
