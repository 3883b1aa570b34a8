"""Everything of a sheet that is no parts list: frame, title block, decoys, notes, codes."""

from __future__ import annotations

from random import Random

from . import fonts, words
from .ink import Box
from .paper import Paper
from .spec import Sheet

MARGIN = 22.0
"""Distance of the frame from the edge of the sheet in points."""

BLOCK = (372.0, 96.0)
"""Width and height of the title block in points, on an A3 sheet."""


def scale(paper: Paper) -> float:
    """Size of the sheet's furniture relative to A3."""
    return max(0.75, paper.width / 1191.0)


def frame(paper: Paper) -> Box:
    """Draw the double frame with its zones; the inner frame comes back."""
    m = MARGIN * scale(paper)
    inner = (m, m, paper.width - m, paper.height - m)
    paper.box(inner, 1.2)
    outer = m * 0.5
    paper.box((outer, outer, paper.width - outer, paper.height - outer), 0.4)
    size = m * 0.33
    for i in range(8):
        wide = (inner[2] - inner[0]) / 8
        x = inner[0] + (i + 0.5) * wide
        for y in ((outer + m) / 2, paper.height - (outer + m) / 2):
            paper.text(x, y + size / 3, str(8 - i), size, align="centre")
            if i:
                paper.line(x - wide / 2, y - m / 4, x - wide / 2, y + m / 4, 0.4)
    for i in range(6):
        high = (inner[3] - inner[1]) / 6
        y = inner[1] + (i + 0.5) * high
        for x in ((outer + m) / 2, paper.width - (outer + m) / 2):
            paper.text(x, y + size / 3, "FEDCBA"[i], size, align="centre")
            if i:
                paper.line(x - m / 4, y - high / 2, x + m / 4, y - high / 2, 0.4)
    return inner


def title_block(
    paper: Paper, inner: Box, rng: Random, *, page: int, pages: int, number: str, mass: str
) -> Box:
    """Title block in the lower right corner: labels over their values, many of them decoys."""
    sheet = paper.sheet
    k = scale(paper)
    w, h = BLOCK[0] * k, BLOCK[1] * k
    x, y = inner[2] - w, inner[3] - h
    paper.box((x, y, inner[2], inner[3]), 1.0)
    language = sheet.language if sheet.language in words.TITLE_BLOCK else "en"
    font = fonts.font_for(language, sheet.font)
    titles = words.TITLES[language]
    known = {
        "date": f"{rng.randrange(1, 29):02d}.{rng.randrange(1, 13):02d}.20{rng.randrange(14, 25)}",
        "mass": mass,
        "quantity": str(rng.randrange(1, 5)),
        "page": str(page),
        "pages": str(pages),
        "title": sheet.title or rng.choice(titles),
        "number": number,
        "revision": rng.choice("ABCD"),
    }
    # widths of the cells in shares of the block, row by row
    grid = ((3, 3, 2), (3, 2, 3), (3, 2, 1), (8, 6, 2))
    cells = list(words.TITLE_BLOCK[language])
    high = h / 4.6
    top = y
    for row, shares in enumerate(grid):
        tall = high * (1.6 if row == 3 else 1.0)
        left = x
        for share in shares:
            wide = w * share / sum(shares)
            label, value = cells.pop(0)
            paper.box((left, top, left + wide, top + tall), 0.4)
            paper.text(left + 2 * k, top + 5.5 * k, label.format(**known), 4.6 * k, font=font)
            text = value.format(**known)
            size = (9.5 if row == 3 else 7.5) * k
            own = fonts.font_for(_latin(text), sheet.font)
            size = min(size, size * (wide - 5 * k) / max(fonts.width(text, own, size), 1))
            paper.text(left + 3 * k, top + tall - 4 * k, text, size, font=own)
            left += wide
        top += tall
    return (x, y, inner[2], inner[3])


def _latin(text: str) -> str:
    """A language whose font has the letters of ``text``."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return "pl"
    return "en"


class Grid:
    """Small ruled table (a decoy), measured before it is drawn."""

    def __init__(
        self, paper: Paper, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...], size: float
    ) -> None:
        self.paper, self.size = paper, size
        self.lines = [heads, *rows]
        self.font = fonts.font_for("en", paper.sheet.font)
        self.widths = [
            max(fonts.width(line[c], self.font, size) for line in self.lines) + size
            for c in range(len(heads))
        ]
        self.width, self.height = sum(self.widths), 1.7 * size * len(self.lines)

    def draw(self, left: float, top: float, upwards: bool = False) -> None:
        """Draw it with its upper left corner there; ``upwards``: the header is at the bottom."""
        high = 1.7 * self.size
        for line in self.lines[::-1] if upwards else self.lines:
            x = left
            for text, wide in zip(line, self.widths, strict=True):
                self.paper.box((x, top, x + wide, top + high), 0.4)
                base = top + 1.2 * self.size
                self.paper.text(x + self.size / 2, base, text, self.size, font=self.font)
                x += wide
            top += high


class Notes:
    """Block of notes, measured before it is written."""

    def __init__(self, paper: Paper, language: str, size: float) -> None:
        self.paper, self.size = paper, size
        self.lines = words.NOTES[language]
        self.font = fonts.font_for(language, paper.sheet.font)
        self.width = max(fonts.width(line, self.font, size) for line in self.lines) + 2 * size
        self.height = (len(self.lines) + 1) * 1.5 * size

    def draw(self, left: float, top: float, upwards: bool = False) -> None:
        """Write them with the upper left corner of the block there."""
        for i, text in enumerate(self.lines, 1):
            y = top + i * 1.5 * self.size
            self.paper.text(left + self.size, y, text, self.size, font=self.font)


def code_label(paper: Paper, x: float, y: float, text: str, size: float, style: str) -> Box:
    """Write an identification code at (x, y) in one of the ways of ``Sheet.kks_style``."""
    if style == "rotated":
        return paper.text(x, y, text, size, angle=90)
    if style == "spaced":
        shown = f"{text[:4]} {text[4:6]} {text[6:]}"
        return paper.text(x, y, shown, size)
    if style == "split":
        return paper.text(x, y, text, size, runs=(text[:4], text[4:8], text[8:]))
    return paper.text(x, y, text, size)


def codes(sheet: Sheet, rng: Random) -> tuple[list[str], list[str]]:
    """Fresh KKS codes of a sheet and those of them that are SU codes, in the order drawn."""
    if sheet.codes:
        bare = [code.removesuffix("/SU") for code in sheet.codes]
        return bare, [code for code in bare if f"{code}/SU" in sheet.codes]
    found: list[str] = []
    system = rng.choice(("LBA", "LAB", "LAC", "HAG", "LBB", "MAA", "LCA", "PAB"))
    block = rng.randrange(1, 5)
    while len(found) < sheet.kks + sheet.su:
        code = f"{block}{system}{rng.randrange(10, 70, 5)}BQ{rng.randrange(1, 400):03d}"
        if code not in found:
            found.append(code)
    return found, found[sheet.kks :]
