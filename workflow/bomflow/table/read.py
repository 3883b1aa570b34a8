"""From a header band to a read table: body, grid, rows, totals, sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bomflow.page.rulings import Rulings
from bomflow.page.words import Box, Word
from bomflow.table.body import (
    Body,
    column_index,
    is_total_line,
    open_body,
    repeats,
    repeats_header,
    ruled_body,
    sides,
    within,
)
from bomflow.table.columns import Band, Column, name_columns
from bomflow.table.grid import Grid, place, soft_grid
from bomflow.table.headers import Vocabulary, fold
from bomflow.table.layout import box_of, middle, phrases, text_lines
from bomflow.table.rows import (
    Row,
    bands_between,
    cell_text,
    looks_like_position,
    looks_like_quantity,
    row_rulings,
    split_rows,
    words_between,
)
from bomflow.table.tidy import odd_sizes, stray_words, tidy


@dataclass
class Table:
    """A table in the reading frame."""

    band: Band
    columns: list[Column]
    rows: list[Row]
    box: Box
    printed_total: str = ""
    total_words: list[Word] = field(default_factory=list)
    section_words: list[Word] = field(default_factory=list)
    header_words: list[Word] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    leftover: list[Word] = field(default_factory=list)

    @property
    def words(self) -> list[Word]:
        """Every word that a cell, the header, a total or a section took."""
        rows = [w for r in self.rows for w in r.words]
        return rows + self.header_words + self.total_words + self.section_words

    def index(self, name: str) -> int | None:
        """Index of the column of that name."""
        return next((i for i, c in enumerate(self.columns) if c.name == name), None)


def read_table(
    band: Band, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary, others: list[Band]
) -> Table | None:
    """The better of the two tables that hang from, or stand on, the header; None if neither."""
    name_columns(band.columns)
    if refused(band.columns, vocabulary):
        return None
    found = []
    for down in _directions(band, words, rulings, vocabulary, others):
        body = ruled_body(band, rulings, others, down) or open_body(
            band, words, rulings, vocabulary, others, down
        )
        if body is None:
            continue
        table = _read_body(band, body, words, rulings, vocabulary, others)
        if table is not None:
            found.append((_worth(table, body), down, table))
    if not found:
        return None
    return max(found, key=lambda f: (f[0], f[1]))[2]


def _directions(
    band: Band, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary, others: list[Band]
) -> tuple[bool, ...]:
    """Below (True), above (False) or both. Of headers that repeat, the outer ones decide."""
    again = repeats(band, others)
    if not again:
        return (True, False)
    group = sorted([band, *again], key=lambda b: b.top)
    below = _hangs(group[-1], words, rulings, vocabulary, others, True)
    above = _hangs(group[0], words, rulings, vocabulary, others, False)
    if below == above:
        return (True, False)
    return (True,) if below else (False,)


def _hangs(
    band: Band,
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
    others: list[Band],
    down: bool,
) -> bool:
    """Whether rows stand directly on that side of the header."""
    plain = [o for o in others if o not in repeats(band, others)]
    body = ruled_body(band, rulings, plain, down) or open_body(
        band, words, rulings, vocabulary, plain, down
    )
    if body is None:
        return False
    name_columns(band.columns)
    table = _read_body(band, body, words, rulings, vocabulary, plain)
    return table is not None and _worth(table, body) > 0


def refused(columns: list[Column], vocabulary: Vocabulary) -> bool:
    """Whether the header is that of another table (revisions, coordinates, title block)."""
    names = {c.name for c in columns if c.name}
    if not names & {"quantity", "position"} or not names & {"article_number", "description"}:
        return True
    decoys = sum(c.meaning.decoy for c in columns)
    if "quantity" in names:
        return decoys > len(names) + 1
    if decoys:
        return True
    # without a quantity: other words of parts lists must outnumber the unknown ones
    support = [
        c for c in columns if c.name is None and c.meaning.columns and c.meaning.strength >= 0.6
    ]
    unknown = [c for c in columns if c.text and not c.meaning.columns]
    if names & {"weight", "total_weight"}:
        return False
    return not support or len(unknown) > len(support)


def _read_body(
    band: Band,
    body: Body,
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
    others: list[Band],
) -> Table | None:
    """Cut the body into rows and cells."""
    again = [o for o in repeats(band, others) if body.top <= (o.top + o.bottom) / 2 <= body.bottom]
    header = {id(w) for b in (band, *again) for w in b.words}
    strip = [w for w in words if body.top <= middle(w) <= body.bottom and id(w) not in header]
    inside = within(strip, band, *sides(band, others))
    if not inside:
        return None
    lines = text_lines(inside)
    repeated = [line for line in lines if repeats_header(line, band, vocabulary)]
    gone = {id(w) for line in repeated for w in line}
    inside = [w for w in inside if id(w) not in gone]
    lines = [line for line in lines if id(line[0]) not in gone]
    if not lines:
        return None
    body_lines = [line for line in lines if not is_total_line(line, vocabulary)]
    grid = soft_grid(band, body_lines)
    if not grid.hard[0]:
        grid.edges[0] = min(body.x0, grid.edges[1] - 1)
    if not grid.hard[-1]:
        grid.edges[-1] = max(body.x1, grid.edges[-2] + 1)
    position, quantity = (
        column_index(band.columns, "position"),
        column_index(band.columns, "quantity"),
    )
    strays = stray_words(lines, grid, [c for c in (position, quantity) if c is not None])
    strays |= odd_sizes(lines, grid)
    inside = [w for w in inside if id(w) not in strays]
    across = rulings.across_between(body.top - 2, body.bottom + 2, body.x0, body.x1)
    share = 0.6 if body.ruled else 0.8
    separators = row_rulings(across, body.x0, body.x1, share, 1.3 * band.size)
    strips = bands_between(separators, body.top, body.bottom)
    table = Table(band, band.columns, [], (0, 0, 0, 0))
    table.header_words = [w for b in (band, *again) for w in b.words]
    table.header_words += [w for line in repeated for w in line]
    table.columns = band.columns
    for top, bottom in strips:
        strip = words_between(inside, top, bottom)
        if strip:
            _read_strip(table, strip, grid, position, quantity, vocabulary, len(strips) > 1)
    _total_beyond(table, body, words, grid, vocabulary)
    tidy(table, position, quantity)
    if not any(_names_something(row, table) for row in table.rows):
        return None
    everything = table.header_words + [w for r in table.rows for w in r.words] + table.total_words
    box = box_of(everything)
    if body.ruled:
        box = (
            min(body.x0, box[0]), min(body.top, band.top),
            max(body.x1, box[2]), max(body.bottom, band.bottom),
        )  # fmt: skip
    table.box = box
    return table


def _read_strip(
    table: Table,
    strip: list[Word],
    grid: Grid,
    position: int | None,
    quantity: int | None,
    vocabulary: Vocabulary,
    ruled: bool,
) -> None:
    """Rows, totals and sections of one strip between row rulings (or of the whole body)."""
    lines = text_lines(strip)
    if (
        len(lines) <= 2
        and all(is_total_line(line, vocabulary) or not _wordy(line) for line in lines)
        and any(is_total_line(line, vocabulary) for line in lines)
    ):
        for line in lines:
            _take_total(table, line, grid)
        return
    kept = []
    for line in lines:
        if is_total_line(line, vocabulary):
            _take_total(table, line, grid)
        else:
            kept.append(line)
    section = table.rows[-1].section if table.rows else ""
    pending = getattr(table, "_section", None)
    if pending is not None:
        section = pending
    block: list[list[Word]] = []
    blocks: list[tuple[str, list[list[Word]]]] = []
    for i, line in enumerate(kept):
        if _is_section(line, grid, position, quantity, table, ruled and len(kept) == 1, kept, i):
            if block:
                blocks.append((section, block))
                block = []
            section = " ".join(w.text for w in line)
            table.section_words += line
        else:
            block.append(line)
    if block:
        blocks.append((section, block))
    table._section = section  # type: ignore[attr-defined]
    for name, part in blocks:
        for row in split_rows(part, grid, position, quantity):
            row.section = name
            table.rows.append(row)


def _total_beyond(
    table: Table, body: Body, words: Sequence[Word], grid: Grid, vocabulary: Vocabulary
) -> None:
    """Look for the TOTAL line just outside of the body (its cells are merged)."""
    if table.total_words:
        return
    size = table.band.size
    used = {id(w) for w in table.words}
    low, high = body.top - 3 * size, body.bottom + 3 * size
    near = [
        w
        for w in words
        if (low <= middle(w) < body.top or body.bottom < middle(w) <= high)
        and grid.edges[0] <= (w.x0 + w.x1) / 2 <= grid.edges[-1]
        and id(w) not in used
    ]
    for line in text_lines(near):
        if is_total_line(line, vocabulary):
            _take_total(table, line, grid)
            return


def _names_something(row: Row, table: Table) -> bool:
    """Whether a row says of what it is: bare figures are zone marks or dimensions."""
    for i, column in enumerate(table.columns):
        text = row.text(i)
        if column.name in ("article_number", "description") and text:
            return True
        if column.name is None and sum(c.isalpha() for c in text) > 1:
            return True
    return False


def _wordy(line: Sequence[Word]) -> bool:
    return any(any(c.isalpha() for c in w.text) for w in line)


def _take_total(table: Table, line: Sequence[Word], grid: Grid) -> None:
    """Keep the value of a TOTAL line."""
    cells = place(line, grid)
    table.total_words += line
    for name in ("total_weight", "weight"):
        i = column_index(table.columns, name)
        if i is not None and i in cells:
            text = cell_text(cells[i])
            if any(c.isdigit() for c in text):
                table.printed_total = text
                return
    if (
        column_index(table.columns, "weight") is None
        and column_index(table.columns, "total_weight") is None
    ):
        return
    numbers = [w for w in line if any(c.isdigit() for c in w.text)]
    if numbers:
        table.printed_total = numbers[-1].text


_SECTIONS = {
    "pipe", "pipes", "fittings", "flanges", "gaskets", "bolts", "valves", "valves in line items",
    "supports", "pipe supports", "instruments", "miscellaneous components", "fabrication materials",
    "erection materials", "offshore materials", "miscellaneous", "bolting", "shop materials",
    "field materials", "shop", "field", "fabrication", "erection", "hardware", "hangers", "olets",
    "детали", "сборочные единицы", "стандартные изделия", "прочие изделия", "материалы",
    "документация", "комплексы", "комплекты",
}  # fmt: skip


def _is_section(
    line: Sequence[Word],
    grid: Grid,
    position: int | None,
    quantity: int | None,
    table: Table,
    own_strip: bool,
    lines: list[list[Word]],
    at: int,
) -> bool:
    """Whether a line is a heading between rows rather than a row or a wrapped line."""
    text = " ".join(w.text for w in line)
    runs = phrases(line, 1.5)
    if len(runs) != 1 or len(text) > 60:
        return False
    cells = place(line, grid)
    numbers = {i for i in (position, quantity) if i is not None}
    if fold(text) in _SECTIONS and not (position in cells and looks_like_position(text)):
        return True
    if any(i in cells and _value(cells[i], i == position) for i in numbers):
        return False
    if any(c.isdigit() for c in text) and not own_strip:
        return False
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
    description = table.index("description")
    if position is not None:
        starts_left = start <= position and (description is None or position < description)
    else:
        starts_left = start == 0 and description != 0 and set(cells) == {0}
    long = len(text) > 3 or (len(text) > 1 and text[0] > "\u2e80")
    return starts_left and long and any(c.isalpha() for c in text)


def _value(words: list[Word], position: bool) -> bool:
    """Whether words can be the value of the position or quantity column."""
    text = cell_text(words)
    return looks_like_position(text) if position else looks_like_quantity(text)


def _worth(table: Table, body: Body) -> float:
    """How much a reading looks like a parts list; for choosing between up and down."""
    position, quantity = table.index("position"), table.index("quantity")
    good = 0.0
    for row in table.rows:
        p = position is not None and looks_like_position(row.text(position))
        q = quantity is not None and looks_like_quantity(row.text(quantity))
        text = any(
            row.text(table.index(n))
            for n in ("article_number", "description")
            if table.index(n) is not None
        )
        good += (p + q) * (1.0 if text else 0.5) - (0.7 if not p and not q else 0)
    bonus = 1.5 if body.ruled else 1.0
    header = table.band
    gap = min(
        max(
            header.top - max(w.bottom for w in r.words), min(w.top for w in r.words) - header.bottom
        )
        for r in table.rows
    )
    bonus /= 1.0 + max(0.0, gap / header.size - 1.2)  # rows stand close to their header
    return good * bonus if good > 0 else good


def plausible(table: Table) -> bool:
    """Whether the rows read like those of a parts list."""
    if not table.rows:
        return False
    position, quantity = table.index("position"), table.index("quantity")
    marks = 0
    for row in table.rows:
        p = position is not None and looks_like_position(row.text(position))
        q = quantity is not None and looks_like_quantity(row.text(quantity))
        marks += p or q
    return marks >= max(1, 0.5 * len(table.rows))


def leftover_words(table: Table, words: Sequence[Word]) -> list[Word]:
    """Words inside the table's box that no cell, header, total or section took."""
    used = {id(w) for w in table.words}
    x0, y0, x1, y1 = table.box
    return [
        w
        for w in words
        if id(w) not in used and x0 <= (w.x0 + w.x1) / 2 <= x1 and y0 <= middle(w) <= y1
    ]
