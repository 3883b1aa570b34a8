"""Header words that nobody listed, by the word or the ending in them that says what they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bomflow.table.header.spellings import SINGLE_WORDS, TOTAL_WORDS, UNITS

# What German, Dutch and Scandinavian compounds end with says what they are.
_ENDS = {
    "bezeichnung": "description", "benennung": "description", "beschreibung": "description",
    "omschrijving": "description", "benaming": "description", "benamning": "description",
    "beskrivning": "description", "beskrivelse": "description", "betegnelse": "description",
    "nummer": "article_number", "stuckzahl": "quantity", "anzahl": "quantity",
    "gewicht": "weight", "vikt": "weight", "vekt": "weight", "vaegt": "weight", "paino": "weight",
    "masz": "extra", "masze": "extra", "preis": "extra", "prijs": "extra", "kosten": "extra",
}  # fmt: skip
_ALL_OF_THEM = ("total", "gesamt", "samlet", "kok", "yhteis")  # TOTALVEKT
_END = re.compile(rf"[^\W\d_]{{2,}}({'|'.join(_ENDS)})")
_ABBREVIATION = 3  # letters before [kg] that nobody listed (Hm. [kg])
# Words that say by themselves what a column holds, whatever stands beside them.
_HEADS = {
    word: column
    for column, words in (
        ("description", """
            description descr bezeichnung benennung beschreibung designation denominacion
            denominazione denominacao descripcion descricao descrizione omschrijving benaming
            beskrivning benamning beskrivelse betegnelse popis megnevezes denumire
            denumirea nazwa nazev nazov naziv nimitys nimike tanimi наименование наименування назва
        """),
        ("quantity", """
            qty quantity menge anzahl stuckzahl cantidad quantite qte quantita quantidade qtde ilosc
            aantal antal antall mnozstvi количество kolicina adet miktar
        """),
        ("article_number", "code codigo codice kod код"),
        ("weight", """
            weight wt gewicht gew peso poids vikt vekt vaegt paino hmotnost hm масса вес тегло маса
            agirlik tomeg suly masa kg kgs lbs lb
        """),
    )
    for word in words.split()
}  # fmt: skip
_PLURAL = 4  # letters; shorter words may be abbreviations
_QUALIFIED = 2  # words of such a header but for units; more may be a sentence
_POUNDS = {"kg", "kgs", "lbs", "lb"}  # say of what only beside a word for one or all
# What is weighed or coded is not the part, or a sentence goes on.
_OTHERS = {
    "bar", "barcode", "color", "colour", "ral", "hs", "zip", "cost", "country", "zone", "area",
    "see", "siehe", "voir", "ver", "vedi", "with", "without", "mit", "ohne", "avec", "sans", "of",
    "customer", "client", "kunde", "cliente", "klant", "klienta", "zakaznika",
    "m", "mm", "cm", "m2", "lm", "mb", "lfm", "meter", "metre", "load", "loads", "last", "traglast",
    "nutzlast", "capacity", "swl", "wll", "carga", "charge", "portata", "obciazenie", "udzwig",
    "нагрузка", "force", "kraft", "class", "klasse", "clase", "classe", "packing", "verpackung",
    "empty", "operating", "filled", "flooded", "verlust", "scrap", "rohgewicht", "pressure", "test",
}  # fmt: skip
# What is counted is on or in the part.
_FEATURES = {
    "bolt", "bolts", "core", "cores", "hole", "holes", "sheet", "sheets", "page", "pages", "door",
    "doors", "tooth", "teeth", "weld", "welds", "checked", "tested", "sample", "samples", "cycles",
    "wires", "poles", "persons", "stages", "bars", "copies", "lamps", "drawings", "documents",
}  # fmt: skip


_PIECES = {"pieces", "units", "items", "parts", "spares", "assys", "assemblies", "pairs", "lengths"}


def _is_feature(token: str) -> bool:
    """Whether what is counted is on or in the part, as a plural says (QTY SOCKETS)."""
    plural = token.endswith("s") and len(token) > _PLURAL and token.isascii()
    known = token in _PIECES or token in UNITS or token in SINGLE_WORDS or token in TOTAL_WORDS
    return token in _FEATURES or (plural and not known)


def named_by_ending(tokens: Sequence[str]) -> str:
    """The column of a compound, or of an abbreviation with a unit of weight; '' for none."""
    if len(tokens) == 1 and (end := _END.fullmatch(tokens[0])):
        column = _ENDS[end[1]]
        if column == "weight" and tokens[0].startswith(_ALL_OF_THEM):
            return "total_weight"
        return column
    if len(tokens) == 2 and tokens[1] == "kg" and 0 < len(tokens[0]) <= _ABBREVIATION:
        return "weight" if tokens[0].isalpha() else ""
    return ""


def named_by_head(tokens: Sequence[str], decoys: Collection[str]) -> str:
    """The column of the word that says it among words that nobody listed; '' for none.

    FITTING-BEZEICHNUNG, QTY RQD, Masa łączna: what stands beside it only says of which parts.
    ``decoys``: words of other tables, beside which it says nothing.
    """
    heads = [t for t in tokens if t in _HEADS]
    beside = [t for t in tokens if t not in _HEADS]
    plain = [t for t in tokens if t not in UNITS or t in SINGLE_WORDS]
    if not beside or len(plain) > _QUALIFIED or len({_HEADS[t] for t in heads}) != 1:
        return ""
    if any(t in decoys or t in _OTHERS or any(map(str.isdigit, t)) for t in beside):
        return ""
    if _HEADS[heads[0]] == "quantity" and any(map(_is_feature, beside)):
        return ""
    if set(heads) <= _POUNDS and not set(beside) <= SINGLE_WORDS | TOTAL_WORDS:
        return ""  # of what, it does not say
    column = _HEADS[heads[0]]
    return "total_weight" if column == "weight" and set(beside) & TOTAL_WORDS else column


def weighs_the_part(tokens: Collection[str]) -> bool:
    """Whether a header of figures in kg speaks of no load, class or packing."""
    return _OTHERS.isdisjoint(tokens)
