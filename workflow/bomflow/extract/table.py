"""From a header band to a read table: body, grid, rows, totals, sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bomflow.extract.columns import Band, Column, name_columns
from bomflow.extract.headers import Vocabulary, fold
from bomflow.extract.layout import Phrase, box_of, line_middle, middle, phrases, text_lines
from bomflow.extract.rows import (
    Grid,
    Row,
    bands_between,
    cell_text,
    looks_like_position,
    looks_like_quantity,
    place,
    row_rulings,
    split_rows,
    words_between,
)
from bomflow.extract.rulings import Rulings, merge
from bomflow.extract.words import Box, Word


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

    def index(self, name: str) -> int | None:
        """Index of the column of that name."""
        return next((i for i, c in enumerate(self.columns) if c.name == name), None)


@dataclass
class _Body:
    """Where the rows are: lines or ruled strips beyond the header."""

    top: float
    bottom: float
    x0: float
    x1: float
    ruled: bool


def read_table(
    band: Band, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary, others: list[Band]
) -> Table | None:
    """The better of the two tables that hang from, or stand on, the header; None if neither."""
    name_columns(band.columns)
    if refused(band.columns, vocabulary):
        return None
    found = []
    for down in (True, False):
        body = _ruled_body(band, rulings, others, down) or _open_body(
            band, words, rulings, vocabulary, others, down
        )
        if body is None:
            continue
        table = _read_body(band, body, words, rulings, vocabulary)
        if table is not None:
            found.append((_worth(table, body), down, table))
    if not found:
        return None
    return max(found, key=lambda f: (f[0], f[1]))[2]


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


def _ruled_body(
    band: Band, rulings: Rulings, others: list[Band], down: bool
) -> _Body | None:
    """The body that vertical rulings bound, None when fewer than half of them go on."""
    inner = [b for b in band.bounds if band.x0 + 2 < b.at < band.x1 - 2]
    if len(band.bounds) < 3 or not inner:
        return None
    left, right = sides(band, others)
    ends = []
    for bound in band.bounds:
        pieces = merge(
            rulings.down_between(bound.at - 2, bound.at + 2, 0, 1e9), slack=4.0, bridge=4.0
        )
        touching = [
            p for p in pieces if p.start <= band.bottom + 2 and p.end >= band.top - 2
        ]
        if not touching:
            continue
        ends.append(max(p.end for p in touching) if down else min(p.start for p in touching))
    edge = band.bottom if down else band.top
    need = max(2, (len(band.bounds) + 1) // 2)
    ends.sort(reverse=down)
    if len(ends) < need:
        return None
    end = ends[need - 1]
    if abs(end - edge) < 0.8 * band.size or (end < edge) == down:
        return None
    return _Body(min(edge, end), max(edge, end), left, right, True)


def sides(band: Band, others: list[Band]) -> tuple[float, float]:
    """How far words left and right of the header still belong to the table."""
    if band.boxed:
        return band.x0, band.x1
    left_walls = [b.at for b in band.bounds if b.at <= band.x0 + 2]
    right_walls = [b.at for b in band.bounds if b.at >= band.x1 - 2]
    x0 = max([band.x0 - 2.5 * band.size, *left_walls])
    x1 = min([band.x1 + 2.5 * band.size, *right_walls])
    for other in others:  # a stack beside this one
        if other is not band and other.top < band.bottom and other.bottom > band.top:
            if other.x0 >= band.x1 and not right_walls:
                x1 = min(x1, (other.x0 + band.x1) / 2)
            elif other.x1 <= band.x0 and not left_walls:
                x0 = max(x0, (other.x1 + band.x0) / 2)
    return x0, x1


def _frame_end(band: Band, rulings: Rulings, down: bool) -> float:
    """Where the outer rulings beside the header end (infinite without them)."""
    stop = 1e9 if down else -1e9
    edge = band.bottom if down else band.top
    for wall in band.bounds:
        if band.x0 + 2 < wall.at < band.x1 - 2:
            continue
        pieces = merge(rulings.down_between(wall.at - 2, wall.at + 2, -1e9, 1e9), 4.0, 4.0)
        for p in pieces:
            if p.start <= band.bottom + 2 and p.end >= band.top - 2:
                end = p.end if down else p.start
                if abs(end - edge) > band.size and (end > edge) == down:
                    stop = min(stop, end) if down else max(stop, end)
    return stop


def _open_body(
    band: Band,
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
    others: list[Band],
    down: bool,
) -> _Body | None:
    """The body without vertical rulings: line by line until something else begins."""
    size = band.size
    x0, x1 = sides(band, others)
    edge = band.bottom if down else band.top
    stop = _frame_end(band, rulings, down)
    side = [
        w
        for w in words
        if w.x1 > x0 and w.x0 < x1 and (edge < middle(w) < stop if down else stop < middle(w) < edge)
    ]
    lines = text_lines(side)
    if not down:
        lines.reverse()
    wide = row_rulings(
        rulings.across_between(-1e9, 1e9, x0, x1), band.x0, band.x1, 0.9, 1.5 * size
    )
    near = [line for line in lines[:40] if abs(line_middle(line) - edge) < 30 * size]
    grid = soft_grid(band, near[:12])
    position = _index(band.columns, "position")
    quantity = _index(band.columns, "quantity")
    taken: list[list[Word]] = []
    last = edge
    last_anchor = -1
    pitches: list[float] = []
    for line in lines:
        y = line_middle(line)
        gap = abs(y - last)
        repeated = _repeats_header(line, band, vocabulary)
        cells = place(line, grid)
        anchored = _anchored(cells, position, quantity)
        limit = 4.5 * size if anchored else 3.2 * size
        if pitches and len(pitches) > 2:
            limit = max(2.4 * max(pitches), 2.5 * size)
            if not anchored:
                limit = max(1.6 * max(pitches), 1.9 * size)
        if gap > limit and not repeated:
            break
        if any(o is not band and o.top - 1 <= y <= o.bottom + 1 for o in others if _same_x(o, band)):
            if not repeated:
                break
        if vocabulary.is_caption(" ".join(w.text for w in line)) and taken:
            break
        crossed = [r for r in wide if min(last, y) < r < max(last, y)]
        if crossed and taken and not anchored and not _is_total_line(line, vocabulary):
            inner = [r for r in wide if min(edge, last) < r < max(edge, last)]
            if len(inner) < max(1, len(taken) // 2):
                break
        taken.append(line)
        if anchored:
            if last_anchor >= 0:
                pitches.append(gap)
            last_anchor = len(taken) - 1
        elif len(taken) - 1 - last_anchor > 8:
            break
        last = y
    if last_anchor < 0:
        return None
    keep = last_anchor + 1
    while keep < len(taken):
        gap = abs(line_middle(taken[keep]) - line_middle(taken[keep - 1]))
        inner_gap = 1.75 * size
        text = " ".join(w.text for w in taken[keep])
        if gap > inner_gap and not _is_total_line(taken[keep], vocabulary):
            break
        if len(phrases(taken[keep])) == 1 and len(text) > 60:
            break
        keep += 1
    taken = taken[:keep]
    box = box_of(w for line in taken for w in line)
    return _Body(
        min(box[1], edge) - 0.01, max(box[3], edge) + 0.01, min(x0, box[0]), max(x1, box[2]), False
    )


def _same_x(a: Band, b: Band) -> bool:
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 0.3 * min(a.x1 - a.x0, b.x1 - b.x0)


def _anchored(
    cells: dict[int, list[Word]], position: int | None, quantity: int | None
) -> bool:
    if position is not None and position in cells:
        return looks_like_position(cell_text(cells[position])) and len(cells) > 1
    return (
        quantity is not None
        and quantity in cells
        and looks_like_quantity(cell_text(cells[quantity]))
        and len(cells) > 1
    )


def _index(columns: list[Column], name: str) -> int | None:
    return next((i for i, c in enumerate(columns) if c.name == name), None)


def _is_total_line(line: Sequence[Word], vocabulary: Vocabulary) -> bool:
    letters = [w for w in line if not any(c.isdigit() for c in w.text) or len(w.text) > 12]
    return bool(letters) and vocabulary.is_total(" ".join(w.text for w in letters))


def _repeats_header(line: Sequence[Word], band: Band, vocabulary: Vocabulary) -> bool:
    """Whether a line prints the header's words again (at least half of its cells)."""
    have = {fold(w.text) for w in band.words} - {""}
    mine = [fold(w.text) for w in line if fold(w.text)]
    if not mine:
        return False
    hits = sum(m in have for m in mine)
    return hits >= max(1, 0.8 * len(mine)) and (
        hits >= 2 or len(mine) == 1 and mine[0] in have and not mine[0].isdigit()
    )


def soft_grid(band: Band, lines: Sequence[Sequence[Word]]) -> Grid:
    """Column edges: rulings where there are some, else the emptiest channel between headers."""
    columns = band.columns
    edges: list[float] = []
    hard: list[bool] = []
    ruled = [b.at for b in band.bounds]
    parts = [p for line in lines for p in phrases(line)]
    first = columns[0].left if columns[0].left is not None else None
    left_rulings = [x for x in ruled if x <= columns[0].span[0] + 2]
    if first is None and left_rulings:
        first = max(left_rulings)
    edges.append(first if first is not None else columns[0].span[0] - 1e4)
    hard.append(first is not None)
    for a, b in zip(columns, columns[1:], strict=False):
        if a.right is not None:
            edges.append(a.right)
            hard.append(True)
            continue
        a1, b0 = a.span[1], b.span[0]
        between = [x for x in ruled if a1 - 2 <= x <= b0 + 2]
        if between:
            edges.append(between[0])
            hard.append(True)
            continue
        edges.append(_channel(a, b, parts))
        hard.append(False)
    last = columns[-1].right
    right_rulings = [x for x in ruled if x >= columns[-1].span[1] - 2]
    if last is None and right_rulings:
        last = min(right_rulings)
    edges.append(last if last is not None else columns[-1].span[1] + 1e4)
    hard.append(last is not None)
    return Grid(edges, hard)


def _channel(a: Column, b: Column, parts: list[Phrase]) -> float:
    """Where to cut between two neighbouring header cells: fewest phrases cut, widest gap."""
    low = (a.span[0] + a.span[1]) / 2
    high = (b.span[0] + b.span[1]) / 2
    spans = [(p.x0, p.x1) for p in parts if p.x1 > low and p.x0 < high]
    head = [(a.span[0], a.span[1]), (b.span[0], b.span[1])]
    points = sorted(
        {low, high, *(x for s in spans + head for x in s if low <= x <= high)}
    )
    best: tuple[float, float, float] | None = None
    for p, q in zip(points, points[1:], strict=False):
        mid = (p + q) / 2
        cuts = sum(s[0] < mid < s[1] for s in spans) + 2.5 * sum(h[0] < mid < h[1] for h in head)
        key = (cuts, -(q - p))
        if best is None or key < best[:2]:
            best = (*key, mid)
    return best[2] if best else (low + high) / 2


def _read_body(
    band: Band, body: _Body, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary
) -> Table | None:
    """Cut the body into rows and cells."""
    header = {id(w) for w in band.words}
    inside = [
        w
        for w in words
        if body.top <= middle(w) <= body.bottom
        and body.x0 - 0.5 <= (w.x0 + w.x1) / 2 <= body.x1 + 0.5
        and id(w) not in header
    ]
    if not inside:
        return None
    lines = text_lines(inside)
    repeated = [line for line in lines if _repeats_header(line, band, vocabulary)]
    gone = {id(w) for line in repeated for w in line}
    inside = [w for w in inside if id(w) not in gone]
    lines = [line for line in lines if id(line[0]) not in gone]
    if not lines:
        return None
    body_lines = [line for line in lines if not _is_total_line(line, vocabulary)]
    grid = soft_grid(band, body_lines)
    if not grid.hard[0]:
        grid.edges[0] = body.x0
    if not grid.hard[-1]:
        grid.edges[-1] = body.x1
    position, quantity = _index(band.columns, "position"), _index(band.columns, "quantity")
    across = rulings.across_between(body.top - 2, body.bottom + 2, body.x0, body.x1)
    share = 0.6 if body.ruled else 0.8
    separators = row_rulings(across, body.x0, body.x1, share, 1.3 * band.size)
    strips = bands_between(separators, body.top, body.bottom)
    table = Table(band, band.columns, [], (0, 0, 0, 0))
    table.header_words = band.words + [w for line in repeated for w in line]
    table.columns = band.columns
    for top, bottom in strips:
        strip = words_between(inside, top, bottom)
        if strip:
            _read_strip(table, strip, grid, position, quantity, vocabulary, len(strips) > 1)
    if not table.rows:
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
    if all(_is_total_line(line, vocabulary) or not _wordy(line) for line in lines) and any(
        _is_total_line(line, vocabulary) for line in lines
    ):
        for line in lines:
            _take_total(table, line, grid)
        return
    kept = []
    for line in lines:
        if _is_total_line(line, vocabulary):
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


def _wordy(line: Sequence[Word]) -> bool:
    return any(any(c.isalpha() for c in w.text) for w in line)


def _take_total(table: Table, line: Sequence[Word], grid: Grid) -> None:
    """Keep the value of a TOTAL line."""
    cells = place(line, grid)
    table.total_words += line
    for name in ("total_weight", "weight"):
        i = _index(table.columns, name)
        if i is not None and i in cells:
            text = cell_text([w for w in cells[i]])
            if any(c.isdigit() for c in text):
                table.printed_total = text
                return
    if _index(table.columns, "weight") is None and _index(table.columns, "total_weight") is None:
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
    starts_left = position is not None and min(w.x0 for w in line) < grid.edges[position + 1] - 2
    return starts_left and len(text) > 3 and any(c.isalpha() for c in text)


def _value(words: list[Word], position: bool) -> bool:
    """Whether words can be the value of the position or quantity column."""
    text = cell_text(words)
    return looks_like_position(text) if position else looks_like_quantity(text)


def _worth(table: Table, body: _Body) -> float:
    """How much a reading looks like a parts list; for choosing between up and down."""
    position, quantity = table.index("position"), table.index("quantity")
    good = 0.0
    for row in table.rows:
        p = position is not None and looks_like_position(row.text(position))
        q = quantity is not None and looks_like_quantity(row.text(quantity))
        text = any(
            row.text(table.index(n)) for n in ("article_number", "description") if table.index(n) is not None
        )
        good += (p + q) * (1.0 if text else 0.5) - (0.7 if not p and not q else 0)
    bonus = 1.5 if body.ruled else 1.0
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
    used = {
        id(w)
        for group in (
            table.header_words, table.total_words, table.section_words,
            *[r.words for r in table.rows],
        )
        for w in group
    }  # fmt: skip
    x0, y0, x1, y1 = table.box
    return [
        w
        for w in words
        if id(w) not in used
        and x0 <= (w.x0 + w.x1) / 2 <= x1
        and y0 <= middle(w) <= y1
    ]
