"""How surely a header is the name of its column, where several name the same one."""

from __future__ import annotations

import re

from bomflow.table.header.folding import fold
from bomflow.table.header.spellings import SINGLE_WORDS, TOTAL_WORDS

_DRAWING = re.compile(
    r"\b(drawing|dwg|drg|zeichn\w*|zchn?g|plano|plan|desenho|disegno|rys|rysunku|tekening\w*|vykres\w*"
    r"|чертеж\w*|ban ve|doc|document|dokument|norm\w*|file name|filename|resim)\b|図面|图纸|图样"
)


def is_drawing_number(text: str) -> bool:
    """Whether a header speaks of drawings or documents: an article number only for want of one."""
    return bool(_DRAWING.search(fold(text)))


_DESIGNATORS = re.compile(r"\breference s\b|\breferences\b|\bdesignators?\b")  # C1, C2: places
_SECONDARY = re.compile(
    r"\b(standard|standart|stock|order\w*|bestell?\w*|objednaci|catalog\w*|cat|vendor|supplier|mfr|mfg|manufacturer|mpn"
    r"|material|mat|spec|tag|kks|akz|sku|model|symbol|dash|тип)\b"
)


def number_rank(text: str) -> int:
    """How far a header is from naming the article itself.

    0: part and article numbers, 1: those of a supplier, a catalogue or the material, 2: drawings
    and the places of parts on a circuit board.
    """
    if is_drawing_number(text) or _DESIGNATORS.search(fold(text)):
        return 2
    return int(bool(_SECONDARY.search(fold(text))))


_SAYS_NUMBER = re.compile(
    r"\b(no|nr|num\w*|\w*nummer|\w*nr|code|kod|cod\w*|id|nro)\b|号|番|코드|번호"
)
_NUMBERS = {"number", "numero", "nummer", "numer", "номер", "no", "nr", "num", "编号"}


def says_number(text: str) -> int:
    """How surely a header of an article number is one.

    0: it says that it is a number (ARTIKEL-NR.), 1: ARTIKEL may be a name, 2: NUMERO beside them is
    the position.
    """
    folded = fold(text)
    return 2 if folded in _NUMBERS else int(not _SAYS_NUMBER.search(folded))


def is_single(text: str) -> bool:
    """Whether words say that a weight means one piece (UNIT, EACH, EINZEL / UNIT)."""
    return set(fold(text).split(" ")) <= SINGLE_WORDS


def is_total_word(text: str) -> bool:
    """Whether words say that a weight means the whole row (TOTAL, GESAMT / TOTAL)."""
    return set(fold(text).split(" ")) <= TOTAL_WORDS
