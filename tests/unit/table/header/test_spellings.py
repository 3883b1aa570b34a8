"""Header words of many CAD systems and countries: what each names first of all."""

from __future__ import annotations

import pytest

from bomflow.table.header.headers import Vocabulary

# fmt: off
HEADERS = {
    "SolidWorks": {
        "position": (
            "ITEM NO.|CUT LIST ITEM|POS-NR.|N.º DE ELEMENTO|N. ARTICOLO|Nº DO ITEM|NR POZYCJI|"
            "ČÍSLO POLOŽKY|ITEM NR.|ÖĞE NO|№ ПОЗ.|项目号|アイテム番号|항목 번호|ÖĞE|№ позиции|TSZ."
        ),
        "article_number": (
            "PART NUMBER|N.º DE PIEZA|NUMERO DE PIECE|NUMERO PARTE|Nº DA PEÇA|NR CZĘŚCI|"
            "ČÍSLO DÍLU|ONDERDEELNUMMER|PARÇA NUMARASI|ОБОЗНАЧЕНИЕ|零件号|部品番号|부품 번호|"
            "파트 번호|ALKATRÉSZSZÁM|NUMĂR PIESĂ|Имя файла"
        ),
        "description": (
            "DESCRIPTION|BENENNUNG|BESCHREIBUNG|DESCRIPCIÓN|DESCRIZIONE|DESCRIÇÃO|OPIS|POPIS|"
            "OMSCHRIJVING|AÇIKLAMA|ОПИСАНИЕ|说明|説明|설명|Parçanın Adı|Наим.|模型名称"
        ),
        "quantity": (
            "QTY.|Default/QTY.|MENGE|CANTIDAD|QTE|QTÀ|QTD.|ILOŚĆ|MNOŽSTVÍ|AANT.|MİK.|КОЛ.|数量|"
            "수량|Parça Sayısı|Sayı"
        ),
        "extra": (
            "SW-Configuration Name(Configuration Name)|SW-Material(Material)|Vendor|"
            "TAMAÑO DE MATERIAL|N° DE DISTRIBUIDOR|WIELKOŚĆ ZAPASU|ベンダー名|ANGLE1|"
            "CUT LENGTH|注記|Malzemesi|Ölçüleri|Düşünceler"
        ),
        "weight": "SW-Mass(Mass)",
    },
    "power plants": {"article_number": "KKS|KKS-Nr.|KKS CODE|AKZ"},
    "Inventor": {
        "position": "ITEM|OBJEKT|ELEMENTO|POLOŽKA|ЭЛЕМЕНТ|项目",
        "quantity": "QTY|ANZAHL|ITEM QTY|UNIT QTY|CTDAD|ILOŚĆ|POČET|КОЛ.|项目数量|QTÀ",
        "article_number": (
            "PART NUMBER|STOCK NUMBER|BAUTEILNUMMER|Nº DE PIEZA|NUMERO DE PIECE|NUMER CZĘŚCI|"
            "ČÍSLO SOUČÁSTI|НОМЕР ДЕТАЛИ|零件代号|NUMERO PARTE"
        ),
        "extra": "MATERIAL|BOM STRUCTURE",
        "weight": "MASS|MASSE|MASA|HMOTNOST",
        "description": "BESCHREIBUNG|OPIS|ОПИСАНИЕ|描述|DESCRIZIONE",
    },
    "Creo": {
        "position": "INDEX|RPT.INDEX",
        "description": "NAME",
        "extra": "TYPE|Bom Report",
        "quantity": "QTY|RPT.QTY",
        "article_number": "ASM.MBR.NAME",
    },
    "NX": {
        "position": "PC NO|CALLOUT",
        "description": "PART NAME|DB_PART_NAME",
        "quantity": "QTY",
        "article_number": "DB_PART_NO",
    },
    "CATIA": {
        "article_number": "Part Number",
        "quantity": "Quantity",
        "description": "Nomenclature|Product Description",
        "extra": "Type|Revision|Instance Name",
    },
    "SolidEdge": {
        "position": "Item Number",
        "article_number": "File Name (no extension)|Document Number",
        "extra": "Author|Material",
        "description": "Title",
        "quantity": "Quantity",
        "weight": "Mass (Item)",
    },
    "Fusion": {
        "position": "Item",
        "quantity": "Qty",
        "article_number": "Part Number",
        "description": "Description",
        "extra": "Material|Thickness",
    },
    "Onshape": {
        "position": "Item",
        "quantity": "Quantity",
        "article_number": "Part number",
        "description": "Description",
        "extra": "Revision|State|Vendor",
    },
    "AutoCAD": {
        "position": "MK|MARK NO.|PC. MK.",
        "quantity": "No. REQD|REQ'D|QTY REQ",
        "extra": "LENGTH|REMARKS|MAT'L SPEC",
        "weight": "UNIT WT.|WT. (LBS)|EST. WT.",
        "total_weight": "TOTAL WT.",
    },
    "US standards": {
        "position": "FIND NO.",
        "quantity": "QTY REQD",
        "article_number": "PART OR IDENTIFYING NUMBER|PART OR IDENTIFYING NO.|DASH NO",
        "description": "NOMENCLATURE OR DESCRIPTION",
        "extra": "CAGE CODE|MATERIAL SPECIFICATION|FSCM|UNIT OF MEASURE",
    },
    "German": {
        "position": "Positionsnr.|Pos.|Pos.-Nr.|Lfd. Nr.|Teil-Nr.",
        "quantity": "Mge|Menge|Stück|Stk.|Anz.|Stückzahl|Bedarf|Stck./Einh.|Menge/Einheit",
        "extra": (
            "Einh.|Einheit|ME|Halbzeug|Werkstoff|Abmessung|Rohmaß|DIN/Norm|Bemerkung|"
            "Bemerkungen|Lieferant|Typ|Hersteller|Blatt|Oberfläche"
        ),
        "description": "Materialkurztext|Benennung|Bezeichnung|Kurzbezeichnung|Benennung/Abmessung",
        "article_number": (
            "Sachnummer/Norm-Kurzbezeichnung|Sach-Nr.|Ident-Nr.|Identnummer|Artikel-Nr.|"
            "Artikelnummer|Mat.-Nr.|Materialnummer|Zeichnungs-Nr.|Zeichn.-Nr.|"
            "Zeichnungsnummer|Bestell-Nr.|Teilenummer|Norm/Zeichnung"
        ),
        "weight": (
            "Gewicht kg/Stück|Einzelgewicht|Gew./St. [kg]|Gewicht [kg] Einzel|Masse kg/Stck|"
            "Fertiggewicht"
        ),
        "total_weight": "Gew. ges. [kg]|Gesamtgewicht [kg]|Gewicht [kg] Gesamt",
    },
    "French": {
        "position": "Rep.|Rep|Repère|N°",
        "quantity": "Nbre|Qté|Quantité",
        "description": "Désignation|Dénomination",
        "extra": "Matière|Matériau|Observations|Fournisseur|Remarques|Longueur|Ensemble|Marque",
        "article_number": "Référence|N° de plan|Plan n°|Code article",
        "weight": "Masse unitaire|Masse unit. (kg)|Poids",
        "total_weight": "Masse totale|Poids total",
    },
    "Italian": {
        "position": "Pos.|Rif.",
        "quantity": "Q.tà|Q.ta|Quantità|N. pezzi|N.pezzi|N° pezzi|Q.TA'",
        "article_number": "Codice|Cod. articolo|Disegno n.|N. disegno",
        "description": "Denominazione|Descrizione|Particolare",
        "extra": "Materiale|Note|Trattamento|Fornitore|Dimensioni",
        "weight": "Peso kg|Peso unitario|Massa",
        "total_weight": "Peso totale|Peso tot.",
    },
    "Spanish": {
        "position": "Marca|Pos.|Item|Nº|Nº de orden",
        "description": "Denominación|Designación|Descripción",
        "quantity": "Cantidad|Cant.|Nº piezas|Unidades|Uds.",
        "article_number": "Nº de plano / Norma|Nº plano|Plano Nº|Referencia|Código|Croquis nº",
        "extra": "Material|Observaciones|Dimensiones|Norma|Modelo",
        "weight": "Peso|Peso unit.",
        "total_weight": "Peso total",
    },
    "Catalan": {
        "position": "Marca",
        "quantity": "Quantitat|Unitats",
        "description": "Denominació|Descripció",
        "extra": "Material|Observacions",
    },
    "priced lists": {
        "extra": (
            "Preis/Stk|Einzelpreis|Unit Price|Prix unitaire|Precio|Prezzo|Preço|Cena jedn.|Цена|"
            "Link|Where to buy|Händler|Datasheet|Footprint|Preview"
        ),
        "description": "Family and Type",
    },
    "Portuguese": {
        "position": "ITEM|POS.",
        "quantity": "QTDE.|QTD.|QUANT.|Nº DE PEÇAS",
        "description": "DENOMINAÇÃO|DESCRIÇÃO|DISCRIMINAÇÃO|DESIGNAÇÃO",
        "article_number": "Nº DESENHO|DESENHO Nº|CÓDIGO|REFERÊNCIA|PEÇA Nº",
        "extra": "MATERIAL|OBSERVAÇÕES|OBS.|UN.|UNID.|DIMENSÕES",
        "weight": "PESO UNIT.|PESO UNIT. (kg)",
        "total_weight": "PESO TOTAL|PESO TOTAL (kg)",
    },
    "Dutch": {
        "position": "Pos.|Posnr.",
        "quantity": "Stks|Aantal|Aant.|St.|Stuks",
        "description": "Omschrijving|Benaming",
        "extra": "Materiaal|Afmetingen|Opmerking|Opmerkingen|Norm|Eenheid|Lengte|Leverancier",
        "article_number": "Tek. nr.|Tekeningnr.|Tekeningnummer|Artikelnr.|Bestelnummer",
        "weight": "Gewicht",
        "total_weight": "Gewicht totaal|Totaal gewicht",
    },
    "Polish": {
        "position": "Lp.|L.p.|Poz.|Nr poz.",
        "description": "Nazwa|Nazwa części|Nazwa elementu|Wyszczególnienie",
        "quantity": "Szt.|Ilość|Liczba sztuk|Ilość szt.|L. szt.",
        "article_number": (
            "Nr rysunku|Nr rys.|Nr rysunku / normy|Nr normy lub rysunku|Norma / nr rysunku|"
            "Oznaczenie|Nr kat.|Indeks"
        ),
        "extra": "Materiał|Uwagi|Gatunek|Norma|Wymiary|Długość|J.m.|Producent|Profil",
        "weight": "Masa [kg]|Masa 1 szt.|Masa jedn.|Masa jednostkowa [kg]|Ciężar jedn.",
        "total_weight": "Masa całk.|Masa całkowita [kg]|Masa razem|Ciężar całk.",
    },
    "Czech": {
        "position": "Pozice|Poz.|Pol.|Položka|P.č.",
        "description": "Název - rozměr|Název|Název součásti",
        "extra": "Polotovar|Materiál|Poznámka|Norma|Jednotka|Třída odpadu",
        "weight": "Jedn. hmot.|Hmotn.|Hmotnost|Hmotnost [kg]|Čistá hmotnost",
        "total_weight": "Celk. hmot.|Hrubá hmotnost|Hmotnost celkem",
        "article_number": "Číslo výkresu|Č. výkresu|Výkres|Výkres - norma|Označení|Objednací číslo",
        "quantity": "Ks|Kusů|Počet|Počet ks|Množství",
    },
    "Slovak": {
        "position": "P.č.|Pozícia|Poz.",
        "description": "Názov|Názov - rozmer|Popis",
        "article_number": "Číslo výkresu|Č. výkresu",
        "quantity": "Počet ks|Počet kusov|Množstvo|Kusov",
        "extra": "Materiál|Poznámka|Norma|Polotovar",
        "weight": "Hmotnosť|Hmotnosť kg",
        "total_weight": "Celková hmotnosť",
    },
    "Serbian and Slovenian": {
        "position": "Поз.",
        "description": "Назив",
        "quantity": "Ком.|Количина|Kos|Število",
        "extra": "Материјал|Напомена",
        "weight": "Маса",
    },
    "Croatian": {
        "position": "Poz.|Redni broj",
        "description": "Naziv|Naziv dijela|Naziv elementa",
        "article_number": "Crtež broj / Norma|Broj crteža",
        "quantity": "Kom.|Komada|Količina",
        "extra": "Materijal|Napomena|Dužina",
        "weight": "Masa|Masa kom.|Jedinična masa",
        "total_weight": "Masa ukupno|Ukupna masa",
    },
    "Hungarian": {
        "position": "Tétel|Tételszám|Sorszám|Ssz.",
        "description": "Megnevezés",
        "article_number": "Rajzszám|Rajzszám / szabvány|Cikkszám",
        "quantity": "Db|Db.|Darab|Darabszám|Mennyiség",
        "extra": "Anyag|Megjegyzés|Méret|Szabvány",
        "weight": "Tömeg|Tömeg kg|Súly",
        "total_weight": "Össztömeg",
    },
    "Romanian": {
        "position": "Poz.|Nr. crt.",
        "description": "Denumire|Denumirea",
        "article_number": "Nr. desen sau STAS|Nr. desen|Cod",
        "quantity": "Buc.|Bucăți|Cantitate|Cant.",
        "extra": "Material|Observații|U.M.",
        "weight": "Masa netă kg/buc|Masa netă|Greutate",
        "total_weight": "Masa totală",
    },
    "Turkish": {
        "position": "Sıra No|Sıra|S.No|Poz No|Poz.",
        "article_number": "Parça No|Resim No|Stok Kodu",
        "description": "Parça Adı|Açıklama|Tanım|Malzeme Adı",
        "quantity": "Adet|Miktar",
        "extra": "Malzeme|Açıklamalar|Ölçü|Standart|Not",
        "weight": "Ağırlık (kg)|Birim Ağırlık",
        "total_weight": "Toplam Ağırlık",
    },
    "Russian": {
        "position": "Поз.|№ п/п|№",
        "article_number": (
            "Обозначение|Артикул|Код оборудования, изделия, материала|"
            "Тип, марка, обозначение документа"
        ),
        "description": "Наименование|Наименование и техническая характеристика",
        "quantity": "Кол.|Кол-во|Кол., шт.|Количество",
        "extra": (
            "Формат|Фор-мат|Зона|Примечание|Приме-чание|Прим.|Материал|Сечение|Длина, мм|"
            "Марка стали|Ед. изм.|Завод-изготовитель"
        ),
        "weight": "Масса ед., кг|Масса, кг|Масса 1 дет., кг|Вес, кг|Масса единицы, кг",
        "total_weight": "Масса общ., кг|Масса всех, кг|Масса всего|Общая масса, кг",
    },
    "Ukrainian": {
        "position": "Поз.",
        "article_number": "Познач.|Позначення",
        "description": "Найменування|Назва",
        "quantity": "Кіл.|Кільк.|Кількість|К-сть",
        "extra": "Матеріал|Примітка",
        "weight": "Маса, кг|Маса од., кг",
        "total_weight": "Загальна маса",
    },
    "Swedish": {
        "position": "Pos|Det",
        "quantity": "Antal",
        "description": "Benämning|Beskrivning",
        "article_number": "Ritningsnr/Dimension|Ritningsnr|Ritn.nr|Artikelnr|Detaljnr",
        "extra": "Material|Anmärkning|Anm.|Dimension|Standard|Enhet",
        "weight": "Vikt|Vikt kg",
        "total_weight": "Totalvikt",
    },
    "Norwegian": {
        "position": "Pos.nr.|Pos.",
        "quantity": "Ant.|Antall|Stk.",
        "description": "Beskrivelse|Benevnelse",
        "article_number": "Tegn.nr.|Tegningsnr.|Tegningsnummer|Artikkelnr.|Delnummer",
        "extra": "Materiale|Merknad|Merknader|Dimensjon",
        "weight": "Vekt|Vekt kg",
        "total_weight": "Total vekt",
    },
    "Danish": {
        "position": "Pos.",
        "quantity": "Antal|Stk.",
        "description": "Betegnelse|Benævnelse|Emne",
        "article_number": "Tegningsnr.|Tegn. nr.|Varenr.|Varenummer",
        "extra": "Materiale|Bemærkning|Bemærkninger",
        "weight": "Vægt|Vægt kg",
        "total_weight": "Total vægt",
    },
    "Finnish": {
        "position": "Osa|Osa nro|Pos.",
        "quantity": "Kpl|Lkm|Määrä",
        "description": "Nimitys|Kuvaus",
        "article_number": "Piirustusnro / Standardi|Piirustusnumero|Piir. nro|Tunnus|Koodi",
        "extra": "Aine|Materiaali|Huom.|Huomautus|Mitat",
        "weight": "Massa|Paino|Paino kg",
        "total_weight": "Kokonaispaino",
    },
    "Vietnamese": {
        "position": "TT|STT|Số TT|Vị trí|VT",
        "article_number": "Ký hiệu|Mã số|Mã hiệu",
        "description": "Tên gọi|Tên chi tiết|Tên vật tư|Mô tả",
        "quantity": "SL|S.L|Số lượng",
        "extra": "Vật liệu|V.liệu|Đơn vị|ĐVT|Ghi chú|Quy cách|Kích thước",
        "weight": "Khối lượng|K.lượng|Khối lượng (kg)|1 chiếc|Trọng lượng",
        "total_weight": "Tổng khối lượng|Tổng",
    },
    "Chinese": {
        "position": "序号|件号|项次|编号",
        "article_number": "代号|图号|图号或标准号|图号/标准号|标准号或图号|零件号|物料编码",
        "description": "名称|名 称|零件名称|名称及规格|说明",
        "quantity": "数量|件数|数 量",
        "extra": "材料|材 料|材质|备注|备 注|规格|规格型号|单位|页次|附注|标准|品牌|表面处理",
        "weight": "单件|单重|单重(kg)|重量(kg)|质量(kg)|单件重量|单质量|重量 单件|单 重",
        "total_weight": "总计|总重|总重(kg)|总重量|总质量|重量 总计",
    },
    "Chinese and English": {
        "position": "序号 NO.",
        "article_number": "图号 DWG NO.",
        "description": "名称 DESCRIPTION",
        "quantity": "数量 QTY",
        "weight": "单重 U.WT.|单重 UNIT WT.(kg)",
        "total_weight": "总重 T.WT.|总重 TOTAL WT.(kg)",
        "extra": "材料 MATERIAL",
    },
    "Japanese": {
        "article_number": "品番|図番|図面番号|部品番号",
        "position": "照合番号|照番|符号|番号|No.",
        "description": "品名|名称|部品名称",
        "quantity": "個数|数量|員数|台数",
        "extra": "材質|材料|備考|摘要|工程|型式|メーカー|記事|寸法|規格|単位",
        "weight": "質量|質量(kg)|重量",
        "total_weight": "総重量|総質量",
    },
    "Korean": {
        "position": "품번|번호|순번|No.",
        "description": "품명|명칭|부품명",
        "quantity": "수량|개수",
        "extra": "재질|재료|규격|비고|단위|치수",
        "article_number": "도번|도면번호|부품번호",
        "weight": "중량|중량(kg)|단중|무게",
        "total_weight": "총중량",
    },
    "makers": {
        "quantity": "# needed|Ct.|Qty needed",
        "description": "Součástka|Komponenta",
        "extra": (
            "Kommentar|Función|Funkcja|Účel|Stav|Estado|Kategorie|Bauform|Gehäuse|Boîtier|Корпус|封装|"
            "フットプリント|Номинал|Характеристики|计量单位|用途|Lagerort|Verbaut in|Livello|DNP"
        ),
    },
    "two languages": {
        "position": "Pos. / Item|Item/Поз.|Poz. / Item",
        "quantity": "Menge / Qty|Кол-во/Qty|Quantity / Menge|Qté / Qty|Q.tà / Qty|Ilość / Qty",
        "description": (
            "Benennung / Description|Désignation / Description|Descrizione / Description"
        ),
        "article_number": "Artikel-Nr. / Part No.|Part No. / Teile-Nr.|Codice / Part number",
        "extra": "Werkstoff / Material|Mat. / Werkstoff|Material / Material",
        "weight": "Gewicht / Weight [kg]",
        "total_weight": "Gesamtgewicht / Total weight",
    },
    "shop floor": {
        "position": "Sl. No.|S.No.|Sr. No.|Sl No|Item Sl. No.|Ref.",
        "article_number": (
            "Part No.|Drg. No.|Drawing No.|Material Code|Mat. Code|Article No.|Catalogue No.|"
            "Supplier Part No.|Manufacturer Part Number|Mfr. P/N"
        ),
        "quantity": "Qty/Assy|Qty. per Assy|No. Off|Nos.|Qty (Nos)|Qty/Unit|Total Qty",
        "weight": "Wt. (Kg)|Unit Wt. (Kg)|Unit Weight (kg)|Weight/pc|Wt/Pc|Weight kg/pc|Each Wt",
        "total_weight": "Tot. Wt. (Kg)|Total Wt in Kgs",
        "extra": (
            "Material Spec.|Size|Remarks|Stock Size|UOM|Make|Thk|Raw Material Size|Ref. Des.|"
            "Reference Designator|Assy|Spare Qty"
        ),
        "description": "Part Description",
    },
}
# fmt: on


@pytest.mark.parametrize("source", HEADERS)
def test_header_names_its_column(source: str) -> None:
    words = Vocabulary()
    wrong = {
        header: words.meaning(header)
        for column, headers in HEADERS[source].items()
        for header in headers.split("|")
        if words.meaning(header).columns[:1] != (column,) or words.meaning(header).strength < 0.6
    }
    assert wrong == {}


def test_unknown_half_of_a_header_is_no_hindrance() -> None:
    meaning = Vocabulary().meaning("Default/QTY.")
    assert meaning.columns == ("quantity",)
    assert Vocabulary().meaning("Default QTY. of something").strength < 0.6
