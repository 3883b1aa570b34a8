"""Header words by meaning: which column a header cell names.

A cell may hold several spellings (bilingual, two-level, with a unit); it means what its longest
known phrases mean together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bomflow.table.header.captions import names_another_table
from bomflow.table.header.clauses import counts_per, with_shared_number, without_clause
from bomflow.table.header.compounds import named_by_ending, named_by_head
from bomflow.table.header.folding import fold
from bomflow.table.header.meaning import DIAMETER, NOTHING, SPACED, STRONG, Meaning, is_spaced
from bomflow.table.header.misspelt import Misspelt
from bomflow.table.header.spellings import (
    AMBIGUOUS,
    COLUMNS,
    CURRENCIES,
    FORCES,
    PRICES,
    SHAPES,
    SINGLE_WORDS,
    SPELLINGS,
    TOTAL_WORDS,
    UNITS,
)

_DIAMETER = re.compile(r"(?<![^\W\d_])[Øø⌀](?![^\W\d_]| ?\d{2})")  # Ø NOM., no Ø22, no letter
_LEFT_OPEN = re.compile(r"(?:as (?:req|need)|n/a$)", re.IGNORECASE)  # a quantity, no header of one
_BROKEN = re.compile(r"(?<=\w)- (?=[^\W\d_])")  # QUAN- TITY
_NO_BLANKS = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]+")
_CJK_UNIT = re.compile(rf"({_NO_BLANKS.pattern})([a-z]+)")
_PER_LENGTH = {"m", "lm", "lfm", "mb", "mtr", "meter", "metre"}
_LENGTHS = {"mm", "cm", "inch", "inches", "dimension", "dimensions", "dimensioni", "abmessungen"}
_SHEET = re.compile(  # SUBTOTAL SHEET 1, TO PAGE 2
    r"(?:(?:from|to|von|auf|de|la|di|da|z|na|on|this) )*"
    r"(?:sheet|page|blatt|seite|hoja|pagina|foglio|folha|feuille|strony|strone|arkusz\w*|stranka)"
    r"(?: \d+)?"
)
_ONE_OF = re.compile(r"1([^\W\d_]{1,5})")  # HM. 1KS
_PER_PIECE = re.compile(r"\bkg\s*/\s*\w+\.?", re.IGNORECASE)  # a unit, no two names
_NUMBERED = re.compile(r"([^\W\d_]{3,})(no|nr)")  # IDENTNO
_SAYS_OF_WHAT = UNITS | TOTAL_WORDS | CURRENCIES  # beside the word that names the column
_AND = re.compile(r"\s+(?:and|und|et|e|y|i|и|ve|en|och|og|ja|és|și|và|та|&|\+)\s+", re.IGNORECASE)
_WORDY = 8  # letters from which on the name of a column of total weights is no abbreviation
_MOST_JOINED = 6  # words of such a header; more are a sentence


class Vocabulary:
    """The spellings above plus the user's own."""

    def __init__(self, extra: Mapping[str, Sequence[str]] | None = None) -> None:
        self.columns: dict[str, tuple[str, ...]] = {}
        own: dict[str, str] = {}
        for column, spellings in (extra or {}).items():
            for spelling in spellings:
                own[fold(spelling)] = column
        for group, spellings in SPELLINGS.items():
            if group not in (*COLUMNS, "extra"):
                continue
            for phrase in _phrases(spellings):
                known = self.columns.get(phrase, ())
                if group not in known:
                    self.columns[phrase] = (*known, group)
        for phrase, order in AMBIGUOUS.items():
            self.columns[phrase] = order
        for phrase, column in own.items():
            self.columns[phrase] = (column,)
        self.decoys = set(_phrases(SPELLINGS["decoy"])) - set(own)
        self.titles = set(_phrases(SPELLINGS["title"]))
        self.carried = set(_phrases(SPELLINGS["carried"]))
        self.totals = set(_phrases(SPELLINGS["total"])) | self.carried
        self.captions = set(_phrases(SPELLINGS["caption"]))
        self.others = set(_phrases(SPELLINGS["other"]))
        self.first_words: dict[str, int] = {}
        for phrase in (*self.columns, *self.captions):
            parts = phrase.split(" ")
            self.first_words[parts[0]] = max(self.first_words.get(parts[0], 0), len(parts))
        self.loose_words = {w for p in self.columns for w in p.split(" ")}
        # letters of such words that stand over each other in narrow columns (序 over 号)
        self.loose_words |= {c for w in self.loose_words if _NO_BLANKS.match(w) for c in w}
        self._spaced = {
            p.replace(" ", ""): p
            for p in (*self.others, *self.totals, *self.captions, *self.columns)
            if len(p) >= SPACED
        }
        self._misspelt = Misspelt(self.columns)
        self._cache: dict[str, Meaning] = {}

    def _fold(self, text: str) -> str:
        """The folded text; what is known of letters with blanks between them (Q T Y) without."""
        folded = fold(text)
        if is_spaced(folded.split(" ")):
            return self._spaced.get(folded.replace(" ", ""), folded)
        return folded

    def meaning(self, text: str) -> Meaning:
        """What a header cell with this text names."""
        found = self._cache.get(text)
        if found is None:
            if _LEFT_OPEN.match(text):
                return self._cache.setdefault(text, NOTHING)
            whole = DIAMETER if _DIAMETER.search(text) else self._meaning(self._fold(text))
            if whole.strength < STRONG and _BROKEN.search(text):
                whole = self._meaning(fold(_BROKEN.sub("", text)))
            found = self._cache[text] = self._by_part(text, whole)
        return found

    def _by_part(self, text: str, whole: Meaning) -> Meaning:
        """The meaning of the part that is known where a slash parts it from one that is not.

        Default/QTY. (one column per configuration), Menge/<a language nobody listed>, what comes
        first where AND joins them (DENOMINAÇÃO E OBSERVAÇÕES), and a number before what it is for.
        """
        if whole.strength >= STRONG:
            return whole
        parts = [*map(fold, _PER_PIECE.sub("", text).split("/"))]
        for phrases in (parts, with_shared_number(parts)) if len(parts) > 1 else ():
            known = [self.columns[p] for p in phrases if p in self.columns]
            if known:
                return Meaning(known[0], STRONG, whole.decoy)
        counted = self.columns.get(without_clause(fold(text)), ())
        if counted[:1] == ("quantity",) or ("quantity" in counted and counts_per(fold(text))):
            return Meaning(("quantity",), STRONG, False)
        first, *rest = _AND.split(text, maxsplit=1)
        if rest and len(text.split()) <= _MOST_JOINED and fold(first) in self.columns:
            return Meaning(self.columns[fold(first)], STRONG, whole.decoy)
        column = named_by_head(fold(text).split(" "), self.decoys)
        return Meaning((column,), STRONG, False) if column else whole

    def _meaning(self, folded: str) -> Meaning:
        if not folded:
            return NOTHING
        exact = self.columns.get(folded)
        decoy = folded in self.decoys
        if exact:
            return Meaning(exact, 1.0, decoy)
        glued = folded.replace(" ", "")
        if len(glued) > 3 and glued in self.columns:
            return Meaning(self.columns[glued], 1.0, decoy)
        tokens = [part for token in folded.split(" ") for part in self._unglued(token)]
        spans = self._cover(tokens)
        letters = sum(map(len, tokens))
        known = sum(len(t) for a, b, _ in spans for t in tokens[a:b])
        rest = [t for i, t in enumerate(tokens) if not any(a <= i < b for a, b, _ in spans)]
        # one figure (kg / 1 pc); more of them are a code (PC-933) or a note (ITEM 4 QTY WAS 2)
        figure = [t for t in rest if t.isdigit() and len(t) == 1]
        if sum(t.isdigit() for t in rest) > 1:
            return Meaning((), 0.0, decoy)
        weighs = any(columns[0] == "weight" for _, _, columns in spans)  # MASA UNITARĂ
        beside = _SAYS_OF_WHAT | SINGLE_WORDS if weighs else _SAYS_OF_WHAT
        known += sum(len(t) for t in rest if t in beside) + len(figure)
        if not decoy:
            decoy = any(t in self.decoys and len(t) > 1 for t in rest) and known < letters
            decoy = decoy or not FORCES.isdisjoint(tokens)
        if not spans:
            if decoy:
                return Meaning((), 0.0, decoy)
            if meant := self._misspelt.mended(folded):
                return Meaning(self.columns[meant], STRONG, meant in self.decoys)
            if "kg" in tokens and set(tokens) - UNITS and set(tokens) <= TOTAL_WORDS | UNITS:
                return Meaning(("total_weight",), 1.0, False)  # TOTAL / TOTALE [kg]
            column = named_by_ending(tokens)
            return Meaning((column,), STRONG, False) if column else NOTHING
        columns = self._combine(tokens, spans)
        return Meaning(columns, known / letters, decoy)

    def _unglued(self, token: str) -> list[str]:
        """A token as the known words that make it up, or as it is.

        A group and what stands under it (重量 and 总计) read as one text; 1KS, IDENTNO, 重量kg.
        """
        parts: list[str] = []
        if (one := _ONE_OF.fullmatch(token)) and one[1] in SINGLE_WORDS:
            return ["1", one[1]]
        if (glued := _NUMBERED.fullmatch(token)) and " ".join(glued.groups()) in self.columns:
            return list(glued.groups())
        if (unit := _CJK_UNIT.fullmatch(token)) and unit[2] in UNITS:
            return [*self._unglued(unit[1]), unit[2]]
        if len(token) < 3 or not _NO_BLANKS.fullmatch(token):
            return [token]
        rest = token
        while rest:
            known = (rest[:n] for n in range(len(rest), 0, -1))
            part = next((k for k in known if k in self.columns or k in TOTAL_WORDS), "")
            if not part:
                return [token]
            parts.append(part)
            rest = rest[len(part) :]
        return parts

    def _cover(self, tokens: list[str]) -> list[tuple[int, int, tuple[str, ...]]]:
        """Longest known phrases from the left: (first token, behind the last, columns)."""
        spans = []
        i = 0
        while i < len(tokens):
            for j in range(min(len(tokens), i + 6), i, -1):
                columns = self.columns.get(" ".join(tokens[i:j]))
                if columns and not (j == i + 1 and tokens[i] in UNITS):
                    spans.append((i, j, columns))
                    i = j
                    break
            else:
                i += 1
        return spans

    @staticmethod
    def _combine(
        tokens: list[str], spans: list[tuple[int, int, tuple[str, ...]]]
    ) -> tuple[str, ...]:
        words = set(tokens)
        names = [c for _, _, columns in spans for c in columns[:1]]
        if "weight" in names or "total_weight" in names:
            if words & _PER_LENGTH or (words & _LENGTHS and "kg" not in words):
                return ("extra",)  # GEW./m, MASSE (mm), MASSE / DIMENSIONS
            if "total_weight" in names or words & TOTAL_WORDS:
                return ("total_weight",)
            return ("weight",)
        real = [columns for _, _, columns in spans if columns[0] != "extra"]
        if not real and words & SHAPES and not words & CURRENCIES:
            return ("extra", "description")  # SIZE / SECTION
        # AMOUNT IN EUR and PREIS/STK are no number of pieces
        if words & CURRENCIES or words & PRICES:
            return ("extra",)
        if not real:  # what both words of a header in two languages may mean: TYP / TYPE
            first, *others = (columns for _, _, columns in spans)
            return tuple(c for c in first if all(c in columns for columns in others))
        if words & {"einheit", "unit", "length", "lange"} and "quantity" not in names:
            return ("extra",)
        # two real meanings in one cell (POS / ITEM, Menge / Qty): the first, the rest in reserve
        merged = list(real[0])
        for columns in real[1:]:
            merged += [c for c in columns if c not in merged]
        if "description" in names and "article_number" in names:
            last = spans[-1][2][0]
            if tokens[spans[-1][0] :] == ["designation"] and spans[0][2] == ("article_number",):
                last = "article_number"  # what it is in another language: Обозначение / Designation
            if last in ("description", "article_number"):
                merged.remove(last)
                merged.insert(0, last)
        return tuple(merged)

    def is_total(self, text: str) -> bool:
        """Whether the text says TOTAL, SUM, GESAMT and the like (a colon or a unit may follow).

        Lists in two languages say it twice: Gesamtgewicht / Total weight. It may say of what, as in
        TOTAL FOR ONE ASSEMBLY, or be named like the column (PESO COMPLESSIVO).
        """
        folded = without_clause(self._fold(text))
        wordy = len(folded) >= _WORDY or _NO_BLANKS.fullmatch(folded)  # 총중량
        named = self.meaning(folded) if wordy else NOTHING
        if named.columns[:1] == ("total_weight",) and named.strength >= STRONG:
            return True
        tokens = [t for t in folded.split(" ") if t]
        while tokens and (tokens[-1] in UNITS or tokens[-1].isdigit()):
            tokens.pop()
        if not tokens:
            return False
        said = False
        while tokens:
            ends = range(len(tokens), 0, -1)
            end = next((n for n in ends if " ".join(tokens[:n]) in self.totals), 0)
            if not end:
                return said and _says_sheet(tokens)
            tokens, said = tokens[end:], True
        return True

    def is_carried(self, text: str) -> bool:
        """Whether the text says that a sum comes from the page before, or goes on the next one.

        It may say which one: BROUGHT FORWARD FROM SHEET 1.
        """
        tokens = self._fold(text).split(" ")
        ends = range(len(tokens), 0, -1)
        end = next((n for n in ends if " ".join(tokens[:n]) in self.carried), 0)
        return bool(end) and (end == len(tokens) or _says_sheet(tokens[end:]))

    def names_weight(self, text: str) -> bool:
        """Whether a text is the name of a weight, of whatever it is: MASS PER SUPPORT."""
        named = self.meaning(without_clause(self._fold(text)))
        return named.columns[:1] in (("weight",), ("total_weight",)) and named.strength >= STRONG

    def is_title_label(self, text: str, figures: bool = True) -> bool:
        """Whether a text is the label of a title block, alone or with a short value behind it.

        ``figures``: the value must hold a figure (SCALE 1:10), a name (DRAWN J. SMITH) is not
        enough.
        """
        tokens = fold(text).split(" ")
        for n in range(min(3, len(tokens)), 0, -1):
            if " ".join(tokens[:n]) in self.titles:
                value = tokens[n:]
                number = any(c.isdigit() for t in value for c in t)
                return not value or number or (not figures and len(value) <= 3)
        return False

    def is_caption(self, text: str) -> bool:
        """Whether the text is a caption such as PARTS LIST."""
        return self._fold(text) in self.captions

    def is_other_caption(self, text: str) -> bool:
        """Whether the text is the caption of another table, such as REVISION HISTORY.

        The first of two things that AND joins says it: REFERENCE DRAWINGS AND DOCUMENTS.
        """
        first = _AND.split(text, maxsplit=1)[0]
        return any(
            fold(t) in self.others or names_another_table(fold(t).split(" ")) for t in (text, first)
        )


def _says_sheet(tokens: Sequence[str]) -> bool:
    """Whether words behind TOTAL or BROUGHT FORWARD say of which sheet."""
    return bool(_SHEET.fullmatch(" ".join(tokens)))


def _phrases(block: str) -> list[str]:
    """The spellings of a block; they are folded as they stand, folding them takes a while."""
    return [p.strip() for p in block.split("|") if p.strip()]


@lru_cache(maxsize=8)
def _cached(key: tuple[tuple[str, tuple[str, ...]], ...]) -> Vocabulary:
    return Vocabulary(dict(key))


def vocabulary(headers: Mapping[str, Sequence[str]]) -> Vocabulary:
    """The vocabulary with the user's ``headers`` (column -> spellings)."""
    return _cached(tuple(sorted((c, tuple(s)) for c, s in headers.items())))
