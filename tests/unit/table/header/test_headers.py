"""Header words: what they name, and the lists they stand in."""

from __future__ import annotations

import pytest

from bomflow.page.words import Word
from bomflow.table.header.columns import Column, name_columns
from bomflow.table.header.extent import header_phrase
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.ranks import is_total_word
from bomflow.table.header.seeds import is_caption, split_phrase
from bomflow.table.header.spellings import AMBIGUOUS, SPELLINGS
from bomflow.table.layout import Phrase
from sheets import Pad, cells

TOTAL_IN_KG = ("Ges.-Gew.", "in", "kg")


@pytest.mark.parametrize("group", SPELLINGS)
def test_spellings_stand_folded(group: str) -> None:
    spellings = [s.strip() for s in SPELLINGS[group].split("|")]
    assert [s for s in spellings if s != fold(s)] == []


def test_ambiguous_words_stand_folded() -> None:
    assert [s for s in AMBIGUOUS if s != fold(s)] == []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("POS.", "position"), ("Artikel-Nr.", "article_number"), ("STÜCK", "quantity"),
        ("BENENNUNG / DESCRIPTION", "description"), ("GEWICHT [kg]", "weight"),
        ("TOTAL WEIGHT (kg)", "total_weight"), ("Общий вес", "total_weight"),
        ("Q T Y", "quantity"), ("P A R T N U M B E R", "article_number"),
        ("重 量", "weight"), ("总计 重 量", "total_weight"), ("Werkstoff", "extra"),
    ],
)  # fmt: skip
def test_meaning(text: str, column: str) -> None:
    meaning = Vocabulary().meaning(text)
    assert meaning.columns[0] == column and meaning.strength == 1.0


def test_an_amount_of_money_is_no_quantity() -> None:
    assert Vocabulary().meaning("AMOUNT").columns[0] == "quantity"
    assert Vocabulary().meaning("AMOUNT IN EUR").columns == ("extra",)


@pytest.mark.parametrize("text", ["Cost (INR)", "PRICE USD", "Item link", "BOM Level"])
def test_money_links_and_levels_are_columns_of_their_own(text: str) -> None:
    meaning = Vocabulary().meaning(text)
    assert meaning.columns == ("extra",) and meaning.strength == 1.0


@pytest.mark.parametrize("text", ["As needed", "AS REQUIRED", "as req'd", "N/A"])
def test_an_open_quantity_heads_no_column(text: str) -> None:
    assert not Vocabulary().meaning(text).columns


@pytest.mark.parametrize("text", ["Preis/Stk", "PRICE PER PIECE", "Einzelpreis", "Gesamtpreis"])
def test_a_price_is_no_quantity(text: str) -> None:
    assert Vocabulary().meaning(text).columns == ("extra",)


def test_words_of_other_tables() -> None:
    words = Vocabulary({"position": ["Datum"]})
    assert words.meaning("DRAWN BY").decoy and not words.meaning("QTY").decoy
    assert words.meaning("DATUM").columns == ("position",) and not words.meaning("DATUM").decoy
    assert words.is_total("Gesamt: kg") and not words.is_total("Gesamtansicht")
    assert words.is_caption("STÜCKLISTE")


def test_a_total_in_two_languages() -> None:
    words = Vocabulary()
    for text in ("Gesamtgewicht / Total weight", "Razem / Total:", "TOTAL GENERAL kg"):
        assert words.is_total(text)
    assert not words.is_total("Total / Traverse") and not words.is_total("kg")


def test_a_code_that_begins_like_a_header_word_names_no_column() -> None:
    words = Vocabulary()
    assert words.meaning("PC-933").strength < STRONG <= words.meaning("kg / 1 pc").strength


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("DENOMINAÇÃO E OBSERVAÇÕES", "description"), ("Parça Adı ve Ölçüleri", "description"),
        ("Наименование и техн. характеристика", "description"), ("Hm. [kg]", "weight"),
        ("Bauteilbezeichnung", "description"), ("Bauteilegewicht", "weight"),
        ("Komponentennummer", "article_number"), ("Найменування матеріалів", "description"),
        ("Nazwa podzespołu", "description"),
    ],
)  # fmt: skip
def test_words_that_nobody_listed_beside_one_that_is_known(text: str, column: str) -> None:
    meaning = Vocabulary().meaning(text)
    assert meaning.columns[:1] == (column,) and meaning.strength >= STRONG


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Komponenten-Bezeichnung", "description"), ("VALVE DESCRIPTION", "description"),
        ("QTY RQD", "quantity"), ("Menge/Rahmen", "quantity"), ("FINN. WT", "weight"),
        ("Masa łączna [kg]", "total_weight"), ("Enhetsvekt", "weight"),
        ("Totalvekt", "total_weight"), ("KG/UD", "weight"), ("HM. 1KS", "weight"),
        ("IDENTNO", "article_number"), ("Rohmaße", "extra"), ("Masse (mm)", "extra"),
        ("Masse Dimensions Dimensioni", "extra"),
        ("Maße", "extra"), ("MASSE", "weight"), ("SIZE / SECTION", "extra"),
        ("Gew./m", "extra"), ("Ø NOM.", "extra"), ("LØPENR", "position"), ("KGS EACH", "weight"),
        ("LBS. TOTAL", "total_weight"), ("CODE COMPOSANT", "article_number"),
        ("RESİM / STD. NO", "article_number"),
        ("NO. REQ'D PER SUPPORT", "quantity"), ("Stück je Halterung", "quantity"),
        ("No. per support", "quantity"), ("重量kg", "weight"), ("总重kg", "total_weight"),
        ("圖號", "article_number"), ("總重", "total_weight"), ("図番", "article_number"),
        ("도면 NO.", "article_number"), ("중량(kg) 합계", "total_weight"),
        ("중량(kg) 단위", "weight"),
        ("Massa yhteensä kg", "total_weight"), ("Peso complessivo kg", "total_weight"),
        ("Total Total Totale [kg]", "total_weight"), ("Denumire material", "description"),
    ],
)  # fmt: skip
def test_a_word_that_says_what_the_column_holds(text: str, column: str) -> None:
    meaning = Vocabulary().meaning(text)
    assert meaning.columns[:1] == (column,) and meaning.strength >= STRONG


@pytest.mark.parametrize(
    "text",
    [
        "Benennung siehe Schriftfeld", "QTY HOLES", "WEIGHT CLASS", "Traglast kg", "kg/m",
        "LOAD WEIGHT", "ZIP CODE", "Menge siehe", "QTY WITHOUT",
    ],
)  # fmt: skip
def test_other_words_beside_one_that_says_it(text: str) -> None:
    meaning = Vocabulary().meaning(text)
    sure = meaning.strength >= STRONG and not meaning.decoy
    assert not sure or meaning.columns[:1] == ("extra",)


@pytest.mark.parametrize("text", ["Last [kg]", "CHECK AND NOTE", "Nummer und Datum der Änderung"])
def test_words_that_are_not_known_by_those_beside_them(text: str) -> None:
    meaning = Vocabulary().meaning(text)
    assert not meaning.columns or meaning.strength < STRONG or meaning.decoy


@pytest.mark.parametrize("text", ["ITEM 4 QTY WAS 2", "POS. 4 QTY 2", "POS. 3 MENGE 2 STATT 1"])
def test_a_note_with_figures_names_no_column(text: str) -> None:
    assert Vocabulary().meaning(text).strength < STRONG


def test_words_in_two_languages_mean_what_each_of_them_may_mean() -> None:
    words = Vocabulary()
    assert words.meaning("Typ / Type").columns == ("extra", "article_number")
    assert words.meaning("Werkstoff / Material").columns == ("extra",)
    assert is_total_word("Gesamt / total") and not is_total_word("Gesamt / part")


@pytest.mark.parametrize("text", ["Обозначение Designation", "Numer rysunku / Designation"])
def test_a_number_that_is_called_designation_in_another_language(text: str) -> None:
    assert Vocabulary().meaning(text).columns[0] == "article_number"


@pytest.mark.parametrize("text", ["Kaltlast", "OPER. LOAD", "F1 [kN]", "Spring rate"])
def test_loads_are_of_another_table(text: str) -> None:
    assert Vocabulary().meaning(text).decoy


def test_a_caption_is_no_piece_of_a_header() -> None:
    words = Vocabulary()
    for text, piece in (("PARTS LIST", False), ("NOMENCLATURE", True), ("WEIGHT", True)):
        parts = [Word(w, 10.0 * i, 0, 10.0 * i + 9, 8, 0, 8) for i, w in enumerate(text.split())]
        assert header_phrase(Phrase(tuple(parts)), words) == piece


def test_the_begin_of_a_header_word_that_the_next_line_ends() -> None:
    for text, begins in (("Приме-", True), ("Quan-", True), ("Xyz-", False)):
        assert header_phrase(Phrase((Word(text, 0, 0, 9, 9, 0, 7),)), Vocabulary()) == begins


@pytest.mark.parametrize("text", ["Чертёж №", "Kod nr"])
def test_the_number_behind_what_it_is_of_is_no_header_of_its_own(text: str) -> None:
    words = [Word(w, 40.0 * i, 0, 40.0 * i + 35, 8, 0, 8) for i, w in enumerate(text.split())]
    assert split_phrase(Phrase(tuple(words)), Vocabulary()) == [Phrase(tuple(words))]


def test_a_unit_behind_a_weight_is_no_header_of_its_own() -> None:
    words = [Word(w, 30.0 * i, 0, 30.0 * i + 25, 8, 0, 8) for i, w in enumerate(TOTAL_IN_KG)]
    assert split_phrase(Phrase(tuple(words)), Vocabulary()) == [Phrase(tuple(words))]


def test_captions_of_lists_side_by_side_are_no_headers() -> None:
    def phrase(text: str, x: float) -> Phrase:
        return Phrase((Word(text, x, 0, x + 50, 8, 0, 8),))

    caption, twin, header = phrase("NOMENCLATURE", 0), phrase("NOMENCLATURE", 90), phrase("QTÉ", 60)
    assert is_caption(caption, [caption, twin], Vocabulary())
    assert not is_caption(caption, [caption, header], Vocabulary())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("POS. N.º DE PIEZA", ["POS.", "N.º DE PIEZA"]),
        ("POS. NO. QTY", ["POS. NO.", "QTY"]),
        ("WT EA", ["WT EA"]),
        ("Megnevezés és méret", ["Megnevezés és méret"]),
        ("KL tổng", ["KL tổng"]),
    ],
)
def test_tightly_set_headers_are_parted_where_names_end(text: str, parts: list[str]) -> None:
    words = tuple(Word(t, 40.0 * i, 0, 40.0 * i + 35, 9) for i, t in enumerate(text.split()))
    assert [p.text for p in split_phrase(Phrase(words), Vocabulary({}))] == parts


def test_captions_in_spaced_letters() -> None:
    vocabulary = Vocabulary()
    assert vocabulary.is_caption("B I L L  O F  M A T E R I A L")
    assert not vocabulary.is_caption("A B C")
    assert vocabulary.is_total("T O T A L")


def test_a_header_in_spaced_letters_is_read() -> None:
    pad = Pad()
    for x, text in zip((62, 112, 192, 322), ("ITEM", "QTY", "PARTNO", "DESCRIPTION"), strict=True):
        for i, letter in enumerate(text):
            pad.text(x + 7.5 * i, 71, letter, 6)
    pad.ruled(60, 60, [50, 80, 130, 180], [
        ["", "", "", ""], ["1", "2", "F-10", "FRAME"], ["2", "4", "F-11", "TUBE"],
    ])  # fmt: skip
    result = pad.read()
    assert cells(result, "position", "quantity", "article_number", "description") == [
        ["1", "2", "F-10", "FRAME"], ["2", "4", "F-11", "TUBE"],
    ]  # fmt: skip
    assert result["tables"][0]["reading"] == "words"


def test_the_number_of_a_standard_is_one_for_want_of_another() -> None:
    pad = Pad()
    pad.ruled(60, 60, [40, 120, 40, 90], [
        ["NO", "STANDART PARÇA".replace("Ç", "C"), "ADET", "STANDART NO"],
        ["1", "CIVATA", "8", "DIN 933"], ["2", "SOMUN", "4", "DIN 934"],
    ])  # fmt: skip
    assert cells(pad.read(), "article_number") == [["DIN 933"], ["DIN 934"]]


def test_quantities_of_lettered_variants_are_told() -> None:
    pad = Pad()
    pad.ruled(60, 60, [40, 120, 80, 60, 60, 60], [
        ["Pos", "Benennung", "Zeichn.-Nr.", "Stk Var. A", "Stk Var. B", "Material"],
        ["1", "Rahmen links", "R-1", "1", "-", "S235"],
        ["2", "Rahmen rechts", "R-2", "-", "1", "S235"],
    ])  # fmt: skip
    [table] = pad.read()["tables"]
    assert [row["cells"]["position"] for row in table["rows"]] == ["1", "2"]
    assert any("depends on the version" in reason for reason in table["check_reasons"])


@pytest.mark.parametrize("ruled", [True, False])
def test_spaced_letters_are_the_words_of_one_header(ruled: bool) -> None:
    pad = Pad()
    rows = [["I T E M", "P A R T   N A M E", "Q T Y"], ["1", "CYLINDER BLOCK", "1"]]
    rows += [["2", "PISTON", "2"], ["3", "CONNECTING ROD", "2"]]
    if ruled:
        pad.ruled(60, 60, [50, 120, 40], rows)
    else:
        pad.plain([60, 110, 240], 60, rows)
    result = pad.read()
    assert cells(result, "position", "description", "quantity") == rows[1:]
    assert result["tables"][0]["reading"] == "words"


@pytest.mark.parametrize(
    ("header", "named"),
    [
        (["部品名", "数量", "単価", "小計"], None),
        (["部品名", "数量", "Unit cost", "合計"], None),
        (["部品名", "数量", "重量", "合計"], "total_weight"),
        (["部品名", "数量", "材質", "合計"], "total_weight"),
    ],
)
def test_a_sum_beside_a_price_is_no_weight(header: list[str], named: str | None) -> None:
    words = Vocabulary()
    columns = [Column(text, [], words.meaning(text)) for text in header]
    name_columns(columns)
    assert columns[-1].name == named


def test_number_counts_what_designator_and_component_name() -> None:
    rows = [["DESIGNATOR", "COMPONENT", "NUMBER", "MATERIAL"], ["MOTOR-1", "STEPPER", "1", "STEEL"],
            ["RAIL-2", "LINEAR GUIDE", "3", "STEEL"], ["PLATE-4", "BASE", "2", "AL"]]  # fmt: skip
    pad = Pad()
    pad.ruled(60, 60, [80, 150, 60, 80], rows)
    result = pad.read()
    assert cells(result, "article_number", "description", "quantity", "MATERIAL") == rows[1:]


@pytest.mark.parametrize("text", ["Masa unitară [kg/buc]", "Massa unitária kg/peça"])
def test_the_unit_of_a_weight_is_no_number_of_pieces(text: str) -> None:
    meaning = Vocabulary().meaning(text)
    assert meaning.columns[:1] == ("weight",) and meaning.strength >= STRONG


@pytest.mark.parametrize(
    ("text", "named"), [("Especificação", True), ("Perfil", True), ("Material", False)]
)
def test_what_beside_an_article_number_may_say_what_the_parts_are(text: str, named: bool) -> None:
    columns = [
        Column(t, [], Vocabulary().meaning(t), 60.0 * i, 60.0 * i + 50)
        for i, t in enumerate(("Item", "Código", text, "Qtd."))
    ]
    name_columns(columns)
    assert columns[2].name == ("description" if named else None)


@pytest.mark.parametrize("label", ["총중량", "合计", "总重量"])
def test_a_total_of_few_letters_that_are_words(label: str) -> None:
    assert Vocabulary().is_total(label)


@pytest.mark.parametrize("caption", ["OBCIĄŻENIA", "Laslijst", "Tabella bocchelli", "TẢI TRỌNG"])
def test_captions_of_tables_of_loads_welds_and_nozzles(caption: str) -> None:
    assert Vocabulary().is_other_caption(caption)
