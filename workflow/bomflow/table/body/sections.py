"""Headings between the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.words import Word
from bomflow.table.body.endings import CONNECTIVES, GOES_ON, begins_cell, ends_cell
from bomflow.table.body.rows import cell_text, looks_like_position, looks_like_quantity
from bomflow.table.cells.grid import Grid, place
from bomflow.table.header.folding import fold
from bomflow.table.layout import phrases
from bomflow.table.model import Table

_SECTIONS = {
    "pipe", "pipes", "fittings", "flanges", "gaskets", "bolts", "valves", "valves in line items",
    "supports", "pipe supports", "instruments", "miscellaneous components", "fabrication materials",
    "erection materials", "offshore materials", "miscellaneous", "bolting", "shop materials",
    "field materials", "shop material", "field material", "fabrication material",
    "erection material", "shop", "field", "fabrication", "erection", "hardware", "hangers", "olets",
    "детали", "сборочные единицы", "стандартные изделия", "прочие изделия", "материалы",
    "документация", "комплексы", "комплекты",
}  # fmt: skip

# Headings made of these words alone, several of them with a connective between (FLANSCHE UND
# DICHTUNGEN). Plurals and collective nouns: a single part is a description.
_KINDS = {
    "fittings", "flanges", "gaskets", "bolts", "bolting", "fasteners", "nipples", "valves",
    "supports", "hangers", "olets", "instruments", "steelwork", "plates", "profiles",
    "rohre", "rohrteile", "formstucke", "flansche", "dichtungen", "schrauben", "muttern",
    "armaturen", "halterungen", "rohrhalterungen", "stahlbau", "verbindungsmittel",
    "verbindungselemente", "normteile", "einbauteile", "bleche",
    "tubes", "raccords", "brides", "joints", "boulonnerie", "robinetterie", "vannes",
    "tuberia", "tuberias", "accesorios", "bridas", "juntas", "pernos", "esparragos", "valvulas",
    "soportes", "tornilleria",
    "rury", "ksztaltki", "kolnierze", "uszczelki", "sruby", "nakretki", "armatura", "podpory",
    "laczniki", "tubi", "raccordi", "flange", "guarnizioni", "bulloneria", "valvole", "supporti",
    "трубы", "фланцы", "прокладки", "крепеж", "арматура",
}  # fmt: skip
_FEWEST = 3  # lines: two rows and what may head one


def is_heading(text: str) -> bool:
    """Whether a text is a heading that lists print between rows: PIPE SUPPORTS, FLANSCHE."""
    folded = fold(text)
    words = set(folded.split(" "))
    return folded in _SECTIONS or (bool(words & _KINDS) and words <= _KINDS | CONNECTIVES)


def holds_weight(line: Sequence[Word], grid: Grid, table: Table) -> bool:
    """Whether a figure stands in a weight column: headings hold none there, sums do."""
    cells = place(line, grid)
    weights = (table.index("weight"), table.index("total_weight"))
    return any(i in cells and cell_text(cells[i])[:1].isdigit() for i in weights if i is not None)


def texts_at(
    table: Table, placed: Sequence[dict[int, list[Word]]], anchors: Sequence[int | None]
) -> int | None:
    """The column whose texts wrap: the description, or numbers of several words in its place."""
    described, number = table.index("description"), table.index("article_number")
    if described is not None or number is None:
        return described
    cells = [c[number] for c in placed if number in c and any(a in c for a in anchors)]
    return number if 2 * sum(len(words) > 1 for words in cells) > len(cells) else None


def is_section(
    line: Sequence[Word],
    grid: Grid,
    position: int | None,
    quantity: int | None,
    table: Table,
    own_strip: bool,
    lines: list[list[Word]],
    at: int,
    ruled: bool = False,
) -> bool:
    """Whether a line is a heading between rows rather than a row or a wrapped line.

    ``ruled``: lines across part the rows, so that a heading has a strip of its own.
    """
    text = " ".join(w.text for w in line)
    runs = phrases(line, 1.5)
    if len(runs) != 1 or len(text) > 60:
        return False
    cells = place(line, grid)
    numbers = {i for i in (position, quantity) if i is not None}
    if is_heading(text) and not (position in cells and looks_like_position(text)):
        described = texts_at(table, [], ())
        ends = ends_cell(lines, at, grid, table, numbers, ruled)
        return not (ends or begins_cell(lines, at, grid, described))
    if any(i in cells and _value(cells[i], i == position) for i in numbers):
        return False
    if any(c.isdigit() for c in text) and not own_strip:
        return False
    if own_strip and cells.keys() <= numbers:
        return True
    crossing = any(
        w.x0 + 1 < edge < w.x1 - 1
        for p in runs
        for edge, hard in zip(grid.edges[1:-1], grid.hard[1:-1], strict=False)
        if hard
        for w in p.words
    )
    if crossing and own_strip:
        return True
    start = grid.column(min(w.x0 for w in line) + 1)
    if position is not None:
        description = table.index("description")
        starts_left = start <= position and (description is None or position < description)
    else:
        placed = [place(one, grid) for one in lines] if set(cells) == {0} == {start} else []
        # beside a single count it is the next line of a cell
        counts = 2 if own_strip else sum(quantity in one for one in placed)
        starts_left = counts > 1 and bool(placed) and texts_at(table, placed, (quantity,)) != 0
    long = len(text) > 2 or (len(text) > 1 and text[0] > "\u2e80")
    if not (starts_left and long and any(c.isalpha() for c in text)):
        return False
    return position is not None or not ends_cell(lines, at, grid, table, numbers, ruled)


def headings_among(
    lines: Sequence[Sequence[Word]], grid: Grid, table: Table, anchors: Sequence[int | None]
) -> tuple[set[int], list[int]]:
    """Which lines that read like the second line of a description head the rows below them.

    Those that stand where no description begins but in the middle of the list, and those in line
    with a known heading (PIPE SUPPORTS): a text wraps only where its next word finds no room.
    Beside them the lines of a list without positions that may be either.
    """
    if len(lines) < _FEWEST or not any(map(_may_head, lines)):
        return set(), []
    placed = [place(line, grid) for line in lines]
    description = texts_at(table, placed, anchors)
    if description is None:
        return set(), []
    runs = [phrases(line, 1.5) for line in lines]
    texts = [" ".join(w.text for w in line) for line in lines]
    alone = [
        i for i, cells in enumerate(placed)
        if set(cells) == {description} and len(runs[i]) == 1 and 3 < len(texts[i]) <= 60
        and not any(c.isdigit() for c in texts[i])
    ]  # fmt: skip
    rows = [
        i for i, cells in enumerate(placed)
        if description in cells and any(a in cells for a in anchors if a is not None)
    ]  # fmt: skip
    if not alone or len(rows) < 2:
        return set(), []
    spans = {i: (placed[i][description][0].x0, placed[i][description][-1].x1) for i in rows}
    begins = sorted(x0 for x0, _ in spans.values())
    left, widest = begins[len(begins) // 2], max(x1 - x0 for x0, x1 in spans.values())
    size = lines[rows[0]][0].size
    flush = all(abs(x - left) <= 0.3 * size for x in begins)
    ends = [x for i in rows for x in (lines[i][0].x0, lines[i][-1].x1)]
    centre = (min(*ends, table.band.x0) + max(*ends, table.band.x1)) / 2

    def is_apart(i: int) -> bool:
        """Whether no description begins where the line does."""
        return flush and abs(runs[i][0].x0 - left) > 1.5 * size

    def had_room(i: int, width: float) -> bool:
        """Whether the line's first word would have found room on the line before."""
        if i - 1 not in spans or is_apart(i):
            return not i or i - 1 in alone or is_apart(i)
        x0, x1 = spans[i - 1]
        if placed[i - 1][description][-1].text[-1] in GOES_ON:
            return False
        return x1 - x0 + 0.3 * size + lines[i][0].x1 - lines[i][0].x0 <= width - 0.1 * size

    def stands_like(i: int, k: int) -> bool:
        one, two = runs[i][0], runs[k][0]
        if abs(lines[i][0].size - lines[k][0].size) > 0.05 * size:
            return False
        return 0.3 * size >= min(abs(one.x0 - two.x0), abs(one.x0 + one.x1 - two.x0 - two.x1) / 2)

    known = [i for i in alone if is_heading(texts[i])]
    central = [
        i for i in alone
        if is_apart(i) and abs((runs[i][0].x0 + runs[i][0].x1) / 2 - centre) <= size
    ]  # fmt: skip
    # One text in the middle may be the second line of a cell: two begin in different places.
    begin = {round(runs[i][0].x0 / size) for i in central}
    found = set(central) if len(begin) > 1 else set()
    either = []
    beside = [cells[description + 1][0].x0 for cells in placed if description + 1 in cells]
    room = min(beside, default=left + widest + size) - left - size
    for i in alone:
        if i in found or i in known or i + 1 not in rows:
            continue
        kin = any(stands_like(i, k) for k in known)
        if kin and had_room(i, widest):
            found.add(i)
        elif not i or (
            had_room(i, max(room, widest)) if kin
            else not known and table.index("position") is None and had_room(i, widest)
        ):  # fmt: skip
            either.append(i)
    return found, either


def _may_head(line: Sequence[Word]) -> bool:
    """Whether a line may be one text of words alone."""
    return not any(c.isdigit() for w in line for c in w.text) and len(phrases(line, 1.5)) == 1


def _value(words: list[Word], position: bool) -> bool:
    """Whether words can be the value of the position or quantity column."""
    text = cell_text(words)
    return looks_like_position(text) if position else looks_like_quantity(text)
