"""The vocabulary of the sheets: header spellings, parts, notes and title blocks by language."""

from __future__ import annotations

EXTRAS = ("material", "standard", "length", "remarks", "drawing")
"""Keys of the columns that are none of the six."""

# Several spellings each; '|' marks where a stacked header breaks.
HEADERS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "position": ("POS", "ITEM NO.", "ITEM", "POS."),
        "article_number": ("ARTICLE|NUMBER", "PART|NUMBER", "PART NO.", "IDENT|CODE"),
        "quantity": ("QTY", "QTY.", "QUANTITY", "QTY"),
        "description": ("DESCRIPTION", "DESCRIPTION", "DESIGNATION", "COMPONENT|DESCRIPTION"),
        "weight": ("WEIGHT", "UNIT|WEIGHT", "WEIGHT|[kg]", "MASS"),
        "total_weight": ("TOTAL|WEIGHT", "TOTAL|WEIGHT", "TOTAL|WEIGHT|[kg]", "TOTAL|MASS"),
        "material": ("MATERIAL", "MATERIAL", "MAT.", "MATERIAL"),
        "standard": ("STANDARD", "NORM", "STANDARD", "SPEC."),
        "length": ("LENGTH", "LENGTH|[mm]", "L", "LENGTH"),
        "remarks": ("REMARKS", "REMARK", "NOTES", "COMMENT"),
        "drawing": ("DRAWING", "DWG NO.", "DRAWING|NO.", "REF."),
        "other": ("FINISH", "T.C.", "INSP.|CLASS", "STORE|BIN"),
    },
    "de": {
        "position": ("POS", "POS.", "POS.-NR.", "LFD.|NR."),
        "article_number": ("ARTIKEL-|NR.", "SACHNUMMER", "ARTIKELNUMMER", "TEILENUMMER"),
        "quantity": ("MENGE", "STK", "ANZAHL", "STÜCK"),
        "description": ("BENENNUNG", "BEZEICHNUNG", "BENENNUNG", "BEZEICHNUNG"),
        "weight": ("GEWICHT", "EINZELGEW.", "EINZEL-|GEWICHT", "GEWICHT|[kg]"),
        "total_weight": ("GESAMT-|GEWICHT", "GESAMTGEW.", "GESAMTGEWICHT", "GESAMT-|GEWICHT"),
        "material": ("WERKSTOFF", "MATERIAL", "WERKSTOFF", "WERKST."),
        "standard": ("NORM", "DIN/EN", "NORM", "NORM"),
        "length": ("LÄNGE", "LÄNGE|[mm]", "L", "LÄNGE"),
        "remarks": ("BEMERKUNG", "BEM.", "HINWEIS", "BEMERKUNG"),
        "drawing": ("ZEICHNUNG", "ZEICHN.-|NR.", "ZEICHNUNG", "ZCHG.-NR."),
        "other": ("OBERFL.", "ZEUGNIS", "BEARB.", "PRÜF-|KLASSE"),
    },
    "pl": {
        "position": ("Lp.", "Poz."),
        "article_number": ("Numer|części", "Nr artykułu"),
        "quantity": ("Szt.", "Ilość"),
        "description": ("Nazwa", "Opis"),
        "weight": ("Masa", "Masa|jedn."),
        "total_weight": ("Masa|całkowita", "Masa|razem"),
        "material": ("Materiał",),
        "standard": ("Norma",),
        "length": ("Długość",),
        "remarks": ("Uwagi",),
        "drawing": ("Nr rysunku",),
        "other": ("Powłoka",),
    },
    "es": {
        "position": ("POS.", "ÍTEM"),
        "article_number": ("N.º DE|PIEZA", "CÓDIGO"),
        "quantity": ("CANT.", "CANTIDAD"),
        "description": ("DESCRIPCIÓN", "DENOMINACIÓN"),
        "weight": ("PESO", "PESO|UNITARIO"),
        "total_weight": ("PESO|TOTAL",),
        "material": ("MATERIAL",),
        "standard": ("NORMA",),
        "length": ("LONGITUD",),
        "remarks": ("OBSERVACIONES",),
        "drawing": ("PLANO",),
        "other": ("ACABADO",),
    },
    "fr": {
        "position": ("REP.", "REPÈRE"),
        "article_number": ("RÉFÉRENCE", "N° ARTICLE"),
        "quantity": ("QTÉ", "NOMBRE"),
        "description": ("DÉSIGNATION", "DESCRIPTION"),
        "weight": ("POIDS", "MASSE"),
        "total_weight": ("POIDS|TOTAL", "MASSE|TOTALE"),
        "material": ("MATIÈRE",),
        "standard": ("NORME",),
        "length": ("LONGUEUR",),
        "remarks": ("OBSERVATIONS",),
        "drawing": ("PLAN",),
        "other": ("FINITION",),
    },
    "vi": {
        "position": ("TT", "STT"),
        "article_number": ("Ký hiệu", "Mã số"),
        "quantity": ("SL", "Số lượng"),
        "description": ("Tên gọi", "Tên chi tiết"),
        "weight": ("Khối lượng",),
        "total_weight": ("Tổng|khối lượng",),
        "material": ("Vật liệu",),
        "standard": ("Tiêu chuẩn",),
        "length": ("Chiều dài",),
        "remarks": ("Ghi chú",),
        "drawing": ("Bản vẽ",),
        "other": ("Lớp phủ",),
    },
    "zh": {
        "position": ("序号",),
        "article_number": ("代号", "图号"),
        "quantity": ("数量",),
        "description": ("名称",),
        "weight": ("单重", "单件"),
        "total_weight": ("总重", "总计"),
        "material": ("材料",),
        "standard": ("标准",),
        "length": ("长度",),
        "remarks": ("备注",),
        "drawing": ("图样",),
        "other": ("表面",),
    },
}

GROUPED: dict[str, tuple[str, str, str]] = {
    "en": ("WEIGHT [kg]", "UNIT", "TOTAL"),
    "de": ("GEWICHT [kg]", "EINZEL", "GESAMT"),
    "pl": ("Masa [kg]", "jedn.", "razem"),
    "es": ("PESO [kg]", "UNIT.", "TOTAL"),
    "fr": ("POIDS [kg]", "UNIT.", "TOTAL"),
    "vi": ("Khối lượng", "1 chi tiết", "Tổng"),
    "zh": ("重量", "单件", "总计"),
}
"""Group header over the two weight columns, and the words under it."""

CAPTIONS = {
    "en": ("PARTS LIST", "BILL OF MATERIAL", "BILL OF MATERIALS"),
    "de": ("STÜCKLISTE", "STÜCKLISTE"),
    "pl": ("Wykaz części",),
    "es": ("LISTA DE PIEZAS",),
    "fr": ("NOMENCLATURE",),
    "vi": ("Bảng kê chi tiết",),
    "zh": ("明细表",),
}

TOTALS = {
    "en": ("TOTAL", "TOTAL WEIGHT", "TOTAL"),
    "de": ("GESAMT", "SUMME", "GESAMT"),
    "pl": ("Razem",),
    "es": ("TOTAL",),
    "fr": ("TOTAL",),
    "vi": ("Tổng cộng",),
    "zh": ("合计",),
}

SECOND_TOTALS = {
    "en": ("TOTAL INCL. WELDS", "GROSS WEIGHT", "TOTAL + 2 %"),
    "de": ("GESAMT INKL. SCHWEISSGUT", "GESAMTGEWICHT + 2 %", "SUMME BRUTTO"),
    "pl": ("Razem + 2 %",),
    "es": ("TOTAL + 2 %",),
    "fr": ("TOTAL + 2 %",),
    "vi": ("Tổng cộng + 2 %",),
    "zh": ("合计 + 2 %",),
}
"""Labels of a TOTAL with an allowance."""

FOOTNOTES = {
    "en": ("ALL BOLTS COMPLETE WITH 2 NUTS AND 2 WASHERS", "1) SUPPLIED BY OTHERS"),
    "de": ("ALLE SCHRAUBEN MIT 2 MUTTERN UND 2 SCHEIBEN", "*) BAUSEITS"),
    "pl": ("Wszystkie wymiary w mm",),
    "es": ("TODAS LAS MEDIDAS EN mm",),
    "fr": ("TOUTES LES COTES EN mm",),
    "vi": ("Kích thước tính bằng mm",),
    "zh": ("所有尺寸单位为 mm",),
}
"""Notes right below a list."""

OTHERS = ("A", "B", "3.1", "2.2", "GALV", "PRIMED", "M-12", "S1", "")
"""Cells of a column whose header no table of spellings knows."""

SECTIONS = {
    "en": ("PIPE SUPPORTS", "VALVES / IN-LINE ITEMS", "BOLTING", "STEELWORK", "SHOP MATERIALS"),
    "de": ("ROHRHALTERUNGEN", "STAHLBAU", "VERBINDUNGSMITTEL", "ROHRLEITUNGSTEILE"),
    "pl": ("Podpory", "Śruby i nakrętki", "Konstrukcja"),
    "es": ("SOPORTES", "TORNILLERÍA", "ESTRUCTURA"),
    "fr": ("SUPPORTS", "BOULONNERIE", "CHARPENTE"),
    "vi": ("Giá đỡ", "Bu lông", "Kết cấu"),
    "zh": ("支架", "紧固件", "钢结构"),
}

# (text, weight of one piece in kg from, to, share of such rows). {d} is a pipe size, {m} a bolt,
# {l} a length in mm, {p} a plate.
PARTS: dict[str, tuple[tuple[str, float, float], ...]] = {
    "en": (
        ("PIPE CLAMP DN{d} FOR INSULATED PIPE", 4.0, 38.0),
        ("CONSTANT HANGER TYPE {n} WITH LOAD SCALE", 41.0, 190.0),
        ("BEAM HEA {h} L={l}", 12.0, 160.0),
        ("BASE PLATE {p}", 3.0, 47.0),
        ("HEX BOLT M{m}x{b} 8.8", 0.1, 1.2),
        ("HEX NUT M{m}", 0.02, 0.4),
        ("WASHER {m}", 0.01, 0.1),
        ("THREADED ROD M{m} L={l}", 0.6, 9.0),
        ("SLIDING PLATE PTFE {p} WITH STAINLESS STEEL TOP", 0.8, 6.0),
        ("GUSSET {p}", 0.4, 7.0),
        ("U-BOLT DN{d} WITH NUTS", 0.3, 5.5),
        ("SPRING SUPPORT SIZE {n}", 9.0, 88.0),
        ("CHANNEL UPN {h} L={l}", 8.0, 95.0),
        ("WELDING LUG TYPE {n}", 0.9, 12.0),
        ("TURNBUCKLE M{m}, GALVANISED", 1.1, 8.0),
        ("RIGID STRUT L={l} WITH END BRACKETS", 6.0, 60.0),
        ("SHIM PLATE", 0.1, 2.0),
        ("TRUNNION PIPE {d}x{w} L={l}", 3.0, 70.0),
    ),
    "de": (
        ("ROHRSCHELLE DN {d} FÜR ISOLIERTE LEITUNG", 4.0, 38.0),
        ("KONSTANTHÄNGER TYP {n} MIT LASTSKALA", 41.0, 190.0),
        ("TRÄGER HEA {h} L={l}", 12.0, 160.0),
        ("GRUNDPLATTE BL. {p}", 3.0, 47.0),
        ("SECHSKANTSCHRAUBE M{m}x{b}-8.8", 0.1, 1.2),
        ("SECHSKANTMUTTER M{m}", 0.02, 0.4),
        ("SCHEIBE {m}", 0.01, 0.1),
        ("GEWINDESTANGE M{m} L={l}", 0.6, 9.0),
        ("GLEITPLATTE PTFE {p} MIT NIROBLECH", 0.8, 6.0),
        ("KNOTENBLECH {p}", 0.4, 7.0),
        ("RUNDSTAHLBÜGEL DN {d} MIT MUTTERN", 0.3, 5.5),
        ("FEDERSTÜTZE GRÖSSE {n}", 9.0, 88.0),
        ("U-PROFIL UPN {h} L={l}", 8.0, 95.0),
        ("ANSCHWEISSÖSE TYP {n}", 0.9, 12.0),
        ("SPANNSCHLOSS M{m}, VERZINKT", 1.1, 8.0),
        ("GELENKSTREBE L={l} MIT LAGERBÖCKEN", 6.0, 60.0),
        ("FUTTERBLECH", 0.1, 2.0),
    ),
    "pl": (
        ("Obejma rury DN{d}", 4.0, 38.0),
        ("Śruba M{m}x{b} 8.8", 0.1, 1.2),
        ("Nakrętka M{m}", 0.02, 0.4),
        ("Podkładka sprężysta {m}", 0.01, 0.1),
        ("Płyta podstawy {p}", 3.0, 47.0),
        ("Dwuteownik HEA {h} L={l}", 12.0, 160.0),
        ("Żebro usztywniające {p}", 0.4, 7.0),
        ("Pręt gwintowany M{m} L={l}", 0.6, 9.0),
        ("Zawiesie stałosiłowe typ {n}", 41.0, 190.0),
    ),
    "es": (
        ("ABRAZADERA DN{d} PARA TUBO AISLADO", 4.0, 38.0),
        ("TORNILLO M{m}x{b}", 0.1, 1.2),
        ("TUERCA M{m}", 0.02, 0.4),
        ("PLACA BASE {p}", 3.0, 47.0),
        ("VIGA HEA {h} L={l}", 12.0, 160.0),
        ("VARILLA ROSCADA M{m} L={l}", 0.6, 9.0),
        ("CARTELA {p} SEGÚN DISEÑO", 0.4, 7.0),
    ),
    "fr": (
        ("COLLIER DN{d} POUR TUYAU ISOLÉ", 4.0, 38.0),
        ("VIS M{m}x{b} QUALITÉ 8.8", 0.1, 1.2),
        ("ÉCROU M{m}", 0.02, 0.4),
        ("PLATINE {p}", 3.0, 47.0),
        ("POUTRE HEA {h} L={l}", 12.0, 160.0),
        ("TIGE FILETÉE M{m} L={l}", 0.6, 9.0),
        ("GOUSSET {p}", 0.4, 7.0),
    ),
    "vi": (
        ("Kẹp ống DN{d}", 4.0, 38.0),
        ("Bu lông M{m}x{b}", 0.1, 1.2),
        ("Đai ốc M{m}", 0.02, 0.4),
        ("Tấm đế {p}", 3.0, 47.0),
        ("Dầm HEA {h} L={l}", 12.0, 160.0),
        ("Thanh ren M{m}", 0.6, 9.0),
        ("Gối đỡ trượt cỡ {n}", 2.0, 20.0),
    ),
    "zh": (
        ("管夹 DN{d}", 4.0, 38.0),
        ("六角螺栓 M{m}x{b}", 0.1, 1.2),
        ("六角螺母 M{m}", 0.02, 0.4),
        ("底板 {p}", 3.0, 47.0),
        ("工字钢 HEA {h}", 12.0, 160.0),
        ("弹簧吊架", 41.0, 190.0),
        ("垫圈 {m}", 0.01, 0.1),
    ),
}

MATERIALS = ("S235JR", "S355J2", "16Mo3", "P265GH", "X6CrNiTi18-10", "A4-70", "8.8", "C45")
STANDARDS = ("EN 10025", "ISO 4014", "ISO 4032", "DIN 975", "EN 10365", "ISO 7089", "VGB-R 510")
REMARKS = {
    "en": ("galvanised", "see detail A", "by others", "spare 10 %", "cut on site"),
    "de": ("verzinkt", "siehe Detail A", "bauseits", "Reserve 10 %", "vor Ort kürzen"),
    "pl": ("ocynk", "patrz detal A"),
    "es": ("galvanizado", "ver detalle A"),
    "fr": ("galvanisé", "voir détail A"),
    "vi": ("mạ kẽm", "xem chi tiết A"),
    "zh": ("镀锌", "见详图"),
}

NOTES: dict[str, tuple[str, ...]] = {
    "en": (
        "NOTES:",
        "1. ALL DIMENSIONS IN mm UNLESS OTHERWISE STATED.",
        "2. WELDS a = 5 mm ALL ROUND. MATERIAL CERTIFICATE EN 10204-3.1.",
        "3. TOTAL WEIGHT WITHOUT BOLTS SEE PARTS LIST. QTY PER SUPPORT.",
        "4. TORQUE OF ITEM 4: 180 Nm. COLD LOAD 12.4 kN, HOT LOAD 11.8 kN.",
        "5. CORROSION PROTECTION SYSTEM C3-M ACC. TO SPEC. 4711.",
    ),
    "de": (
        "ANMERKUNGEN:",
        "1. ALLE MASSE IN mm, SOFERN NICHT ANDERS ANGEGEBEN.",
        "2. SCHWEISSNÄHTE a = 5 mm UMLAUFEND. ABNAHMEZEUGNIS EN 10204-3.1.",
        "3. GESAMTGEWICHT OHNE SCHRAUBEN. MENGE JE HALTERUNG.",
        "4. ANZUGSMOMENT POS 4: 180 Nm. KALTLAST 12,4 kN, WARMLAST 11,8 kN.",
        "5. KORROSIONSSCHUTZ C3-M NACH VORSCHRIFT 4711.",
    ),
    "pl": ("UWAGI:", "1. Wymiary w mm.", "2. Masa bez śrub. Spoiny a = 5 mm."),
    "es": ("NOTAS:", "1. DIMENSIONES EN mm.", "2. PESO SIN TORNILLOS."),
    "fr": ("NOTES :", "1. COTES EN mm.", "2. POIDS SANS BOULONNERIE."),
    "vi": ("GHI CHÚ:", "1. Kích thước tính bằng mm.", "2. Khối lượng không kể bu lông."),
    "zh": ("技术要求", "1. 未注尺寸单位 mm。", "2. 重量不含螺栓。"),
}

# (label, value) cells of the title block; {…} are filled in by the sheet.
TITLE_BLOCK: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("DRAWN", "J. WEBER"),
        ("CHECKED", "A. NOWAK"),
        ("DATE", "{date}"),
        ("MATERIAL", "SEE BOM"),
        ("WEIGHT", "{mass} kg"),
        ("SCALE", "1:10"),
        ("PROJECT", "UNIT 3 STEAM LINES"),
        ("QTY", "{quantity}"),
        ("SHEET", "{page} OF {pages}"),
        ("DESCRIPTION", "{title}"),
        ("DRAWING NUMBER", "{number}"),
        ("REV", "{revision}"),
    ),
    "de": (
        ("GEZ.", "J. WEBER"),
        ("GEPR.", "A. NOWAK"),
        ("DATUM", "{date}"),
        ("WERKSTOFF", "S. STÜCKLISTE"),
        ("GEWICHT", "{mass} kg"),
        ("MASSSTAB", "1:10"),
        ("PROJEKT", "BLOCK 3 FRISCHDAMPF"),
        ("MENGE", "{quantity}"),
        ("BLATT", "{page} VON {pages}"),
        ("BENENNUNG", "{title}"),
        ("ZEICHNUNGS-NR.", "{number}"),
        ("REV", "{revision}"),
    ),
    "zh": (
        ("设计", "王"),
        ("审核", "李"),
        ("日期", "{date}"),
        ("材料", "Q235"),
        ("重量", "{mass}"),
        ("比例", "1:10"),
        ("项目", "3"),
        ("数量", "{quantity}"),
        ("共 {pages} 张 第 {page} 张", ""),
        ("名称", "{title}"),
        ("图号", "{number}"),
        ("版本", "{revision}"),
    ),
}

TITLES = {
    "en": ("PIPE SUPPORT", "CONSTANT HANGER", "STEEL SUPPORT FRAME", "SPRING HANGER", "PIPE GUIDE"),
    "de": ("ROHRHALTERUNG", "KONSTANTHÄNGER", "STAHLUNTERSTÜTZUNG", "FESTPUNKT", "GLEITLAGER"),
    "zh": ("支架装配图", "吊架总图"),
}

REVISIONS: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {
    "en": (
        ("REV", "DESCRIPTION", "DATE", "BY"),
        (
            ("A", "FIRST ISSUE", "03.05.2021", "JW"),
            ("B", "ITEM 3 QTY CHANGED", "17.08.2021", "AN"),
            ("C", "AS BUILT", "02.02.2022", "JW"),
        ),
    ),
    "de": (
        ("REV", "BESCHREIBUNG DER ÄNDERUNG", "DATUM", "NAME"),
        (
            ("A", "ERSTAUSGABE", "03.05.2021", "JW"),
            ("B", "MENGE POS 3 GEÄNDERT", "17.08.2021", "AN"),
            ("C", "WIE GEBAUT", "02.02.2022", "JW"),
        ),
    ),
}

ITEM_REVISIONS: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {
    "en": (
        ("ITEM", "PART NUMBER", "DESCRIPTION", "REVISION"),
        (
            ("1", "638224", "BASE PLATE", "A"),
            ("2", "638225", "CLAMP HALF", "INITIAL RELEASE"),
            ("4", "638230", "LUG", "B"),
        ),
    ),
    "de": (
        ("POS", "SACHNUMMER", "BENENNUNG", "ÄNDERUNGSSTAND"),
        (
            ("1", "638224", "GRUNDPLATTE", "A"),
            ("2", "638225", "SCHELLENHÄLFTE", "ERSTAUSGABE"),
            ("4", "638230", "ÖSE", "B"),
        ),
    ),
}

VARIANTS: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {
    "en": (
        ("VARIANT", "A", "B", "L", "LOAD [kN]"),
        (
            ("-01", "120", "80", "1250", "12.4"),
            ("-02", "140", "80", "1400", "16.0"),
            ("-03", "160", "95", "1550", "21.5"),
        ),
    ),
    "de": (
        ("VARIANTE", "A", "B", "L", "LAST [kN]"),
        (
            ("-01", "120", "80", "1250", "12,4"),
            ("-02", "140", "80", "1400", "16,0"),
            ("-03", "160", "95", "1550", "21,5"),
        ),
    ),
}

COORDINATES: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {
    "en": (
        ("NODE", "X", "Y", "Z", "TEMP."),
        (
            ("110", "12450.0", "-3380.5", "18250.0", "535"),
            ("120", "12450.0", "-2130.5", "18250.0", "535"),
            ("130", "13700.0", "-2130.5", "17000.0", "530"),
        ),
    ),
    "de": (
        ("PUNKT", "X", "Y", "Z", "TEMP."),
        (
            ("110", "12450,0", "-3380,5", "18250,0", "535"),
            ("120", "12450,0", "-2130,5", "18250,0", "535"),
            ("130", "13700,0", "-2130,5", "17000,0", "530"),
        ),
    ),
}


def header(language: str, key: str, spelling: int) -> str:
    """Header of a column with ``|`` where a stacked one breaks.

    A language with fewer spellings than asked for counts round.
    """
    choices = HEADERS[language][key]
    return choices[spelling % len(choices)]


def local(table: dict[str, object], language: str) -> object:
    """Entry of a vocabulary for ``language``; English where it has none."""
    return table.get(language, table["en"])
