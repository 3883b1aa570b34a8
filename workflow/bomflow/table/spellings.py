"""Spellings of header words in a dozen languages, by what they mean.

A spelling stands here once, folded (no case, accents, punctuation). Users add their own under
``headers.<column>``.
"""

# ruff: noqa: E501 - lists of spellings in many scripts
from __future__ import annotations

COLUMNS = ("position", "article_number", "quantity", "description", "weight", "total_weight")

# Spellings per meaning. Words that can mean two things stand under both; the order of
# ``AMBIGUOUS`` and the other columns of the header decide.
SPELLINGS: dict[str, str] = {
    "position": """
        pos|pos no|pos nr|position|position no|position nr|positions nr|posnr|posno|item|item no|item nr|
        item number|item num|itm|itm no|item id|find no|find number|find|fn|balloon|balloon no|bubble|ref|ref no|
        reference no|no|nr|num|sl no|s no|sr no|sr|srl no|serial no|sno|slno|srno|sl|pt no|pt|pc no|piece no|part mk|mark|mk|mark no|mk no|
        piece mark|pc mark|part mark|line no|sym|symb|seq|seq no|index|idx|det|det no|detail no|lfd nr|lfd|lfdnr|lfd no|laufende nr|teil nr|teil|teilnr|
        lp|l p|poz|nr poz|pozycja|poz nr|numer pozycji|item pos|
        articulo no|partida|n|no de elemento|no de elemento|elemento|marca|item n|no item|pza no|
        rep|repere|rep no|no rep|n rep|repere no|reperes|rif|riferimento|n rif|posizione|part n|
        artigo|ordem|stuk nr|volgnr|stuknr|posnummer|
        cislo pozice|pozice|c pozice|cis poz|p c|por c|poradi|
        поз|позиция|номер позиции|n поз|п п|n п п|no п п|номер|
        tt|stt|so tt|vi tri|
        序号|件号|项目|项次|编号|项目号|序|项|符号|品番|照合番号|照合|部番|번호|품번|
        sira no|sira|poz no|s no|parca no|pozno|
        stykliste nr|lopenr|pos n|osa|osanro|tetel|tetelszam|sorszam|nr crt|crt|reper|r br|rb|poz br|
        n articolo|no article|nr pozycji|cislo polozky|polozka|pol|pozicia|oge no|callout|call out|pc mk|pcmk|no de orden|no orden|
        ssz|элемент|поз обозначение|vt|osa nro|objekt|アイテム番号|照番|番号|符号番号|순번|항목번호|항목|detalj|det nr|
        no pos|posicao|redni broj|r br no|jrk nr|jrk|eil nr|nr p k|no urut|α α|θεση|sorsz|pozn|
        positionsnr|positionsnummer|kennz|kennzeichen|fortl nr|item ref|piece mk|posn|positie|merknr|znacka|sira numarasi|num pos|n pos|member no|member number|zt|bill no|s n|cut list item
        """,
    "article_number": """
        article|article no|article nr|article number|article code|art no|art nr|art|artno|part no|part number|part num|part nr|
        part id|part code|partno|p n|pn|part|part ref|part reference|part file name|
        drawing no|drawing number|drawing nr|drg no|dwg no|dwg|dwg number|dwg nr|drawing|drawing part no|drawing ref|
        code|code no|code number|item code|comp code|cmdty code|cmdty|fig no|fig|fig number|figure no|figure number|ident code|ident|ident no|ident nr|ident number|commodity code|comm code|stock no|stock number|stock code|stock|
        material no|material number|material code|mat no|mat nr|material nr|sap no|sap nr|sap number|sap code|erp no|catalog no|catalogue no|cat no|catalog number|
        mfr part no|mfg part no|manufacturer part number|mpn|vendor part no|order no|order number|order code|ordering code|product no|product number|product code|
        sku|component no|component number|component code|component id|number|document no|document number|doc no|model no|model number|id|id no|id number|identifier|reference|
        file name|file name no extension|filename|tag no|tag|tag number|spec no|model|part number material|designator|component part number|document|
        artikel nr|artikelnr|artikel no|artikelnummer|artikel|art nummer|sachnummer|sach nr|sachnr|teilenummer|teile nr|teilenr|ident nummer|identnr|
        zeichnungsnummer|zeichnungs nr|zeichnungsnr|zeichn nr|zeichnung|zeichnung nr|zchng nr|zchg nr|zchg|zg nr|bestellnummer|bestell nr|bestellnr|materialnummer|materialnr|mat nummer|
        sachnummer norm kurzbezeichnung|zeichnungs nr norm|norm nr|sach nummer|nummer|dokument|
        nr rysunku|numer rysunku|nr rys|numer czesci|nr czesci|nr katalogowy|indeks|numer katalogowy|nr artykulu|numer artykulu|kod|oznaczenie|symbol|numer|
        numero de pieza|no de pieza|n de pieza|codigo|cod|referencia|ref pieza|plano|no plano|numero de plano|n de plano|numero de parte|no parte|no de parte|numero parte|codigo de articulo|codigo articulo|numero de articulo|
        reference piece|no article|no d article|no de article|numero article|code article|no piece|numero de piece|no de piece|n piece|n de piece|plan no|no plan|no de plan|reference article|numero d article|
        codice|cod articolo|codice articolo|n disegno|disegno|no disegno|no articolo|numero disegno|numero parte|cod art|codice parte|numero di parte|
        codigo da peca|n da peca|numero da peca|desenho|n desenho|desenho no|ref a|no desenho|
        artikelnr|tekeningnr|tekening nr|tekeningnummer|tekening|bestelnr|onderdeelnummer|
        cislo vykresu|c vykresu|vykres|cislo dilu|objednaci cislo|cislo artiklu|cislo soucasti|oznaceni|vykres norma|
        обозначение|артикул|код|чертеж|номер детали|обозначение документа|n чертежа|каталожныи номер|
        ky hieu|ma so|ma hieu|ma vat tu|so hieu|ma chi tiet|ma|ma hang|ban ve so|
        代号|图号|零件号|图样代号|物料编码|物料代码|物料号|料号|零件代号|编码|零件图号|图纸编号|图号或标准号|标准号|品号|型号|图号规格|图番|図番|図面番号|部品番号|도번|도면번호|부품번호|
        parca numarasi|resim no|stok kodu|malzeme kodu|malzeme no|kod no|
        tegningsnr|tegning|varenr|ritningsnr|artikelnummer|piirustusnro|rajzszam|cikkszam|cod produs|broj crteza|kataloski broj|
        no da peca|peca no|no de peca|bauteilnummer|bauteil nr|identnummer|bestelnummer|part or identifying no|dash no|db part no|asm mbr name|stock part no|
        nr kat|nr normy lub rysunku|nr rysunku lub normy|nr normy|norma nr rysunku|cislo normy|croquis no|nr desen|nr desen sau stas|desen|stas|rajzszam szabvany|
        позначення|познач|код оборудования изделия материала|тип марка обозначение документа|тип марка|
        ritn nr|ritningsnummer|detaljnr|detaljnummer|tegn nr|tegningsnummer|artikkelnr|artikkelnummer|delnummer|delnr|varenummer|piirustusnumero|piir nro|piir no|tunnus|koodi|tuotekoodi|
        图号标准号|标准号或图号|代号图号|部件号|품목번호|
        no gambar|kode|crtez|crtez norma|crtez broj norma|broj crteza norma|risba|st risbe|codice disegno|mfr part number|mfr p n|mfg p n|
        part or identifying number|identifying number|identifying no|identification number|identification no|tek nr|tek no|bauteilnr|article id|artikel id|zeichnungs norm nr|zeichnungsnorm nr|sach zeichnungs nr|ki hieu|so ky hieu|parca kodu
        """,
    "quantity": """
        qty|qty no|quantity|quant|qnty|quan|q ty|qt|qtt|qts|total qty|qty total|total quantity|qty req|req|reqs|qty reqd|qty req d|req qty|required qty|qty required|reqd|req d|required|no reqd|no req d|no required|no req|number required|
        no off|no of|nos|off|qty off|number off|count|no s|pcs|pc|pieces|ea|amount|no of pcs|no pcs|no of pieces|piece|qty pcs|qty ea|qty each|qty per|qty assy|qty per assy|qty unit|units|unit qty|nos off|set|qty nos|
        menge|stk|stck|stuck|stueck|stuckzahl|stueckzahl|anzahl|anz|st|stckzahl|stuckz|gesamtmenge|stk zahl|menge stk|stuck zahl|menge me|
        szt|ilosc|ilosc sztuk|il|liczba|sztuk|l szt|ilosc szt|il szt|liczba sztuk|
        cantidad|cant|cantid|cdad|ctd|ctdad|cant total|uds|unidades|piezas|ud|can|no piezas|
        quantite|qte|nbre|nb|nombre|nb pieces|nbre pieces|
        quantita|q ta|qta|qt a|pezzi|n pezzi|pz|numero pezzi|n pz|
        quantidade|quant|qtd|qtde|qde|pecas|q de|
        aantal|aant|hoeveelheid|stuks|
        pocet|mnozstvi|ks|pocet kusu|kusu|mnozstvo|poc|pocet ks|kusy|
        кол|количество|кол во|колво|кол шт|шт|к во|количество шт|
        so luong|sl|s luong|sluong|s l|
        数量|件数|总数|数目|用量|总数量|个数|員数|個数|数量|수량|
        adet|miktar|miktari|adedi|ad|toplam adet|
        antal|antall|stk antal|maara|kpl|mennyiseg|darab|db|darabszam|cantitate|buc|bucati|nr buc|kolicina|kom|kom ukupno|
        item qty|db part qty|rpt qty|bedarf|mik|项目数量|pocet kusov|kusov|
        кіл|кільк|кількість|к сть|ant|lkm|lukumaara|台数|개수|qty set|qty job|tot qty|no per assy|no per unit|pcs unit|
        no pezzi|numero di pezzi|komada|br kom|broj komada|jumlah|jml|ποσοτητα|τεμ|τεμαχια|бр|брои|kogus|kiekis|vnt|skaits|kosov|bucata|
        mge|stks|stkz|gesamtanzahl|stuck gesamt|quantity required|required quantity|quantity per assembly|qty per assembly|qty per unit|qty per set|number of pieces|number of parts|no per set|nbr|qte totale|
        quantite totale|nombre de pieces|nb de pieces|quantita totale|num pezzi|quantidade total|cantidad total|no uds|num piezas|aantal stuks|celkovy pocet|ilosc calkowita|ilosc ogolem|razem szt|всего шт|
        общее количество|合计数量|单台数量|toplam miktar|kos|kosi|stevilo|ком|количина|комада|kappaletta|kappalemaara
        """,
    "description": """
        description|descr|desc|descript|part description|item description|component description|material description|
        name|part name|component|component name|item name|title|designation|designation title|nomenclature|noun|noun name|part title|material component description|
        description of material|description of materials|description of part|description of parts|description of item|description of component|name of part|name of the part|name of parts|name of the component|name of component|part name description|name of item|particulars|product|product name|product description|
        name description|description material|description name|nomenclature or description|components|parts|part desc|material desc|element|article name|article description|commodity|member|profile|section|shape|material description size|denomination|details|description size|
        sw configuration name|configuration name|item description material|title description|object|
        benennung|bezeichnung|benennung bezeichnung|beschreibung|teilebezeichnung|teil bezeichnung|artikelbezeichnung|gegenstand|beschr|bez|benenn|bauteil|artikelbeschreibung|bezeichnung benennung|text|
        nazwa|opis|nazwa czesci|nazwa elementu|wyszczegolnienie|nazwa i wymiar|nazwa i oznaczenie|element nazwa|
        descripcion|denominacion|designacion|nombre|nombre de pieza|pieza|concepto|detalle|nombre de la pieza|nombre pieza|descripcion del material|
        designation|libelle|denomination|description piece|nom|intitule|
        descrizione|denominazione|designazione|nome parte|particolare|nome|titolo|
        descricao|denominacao|designacao|nome da peca|peca|discriminacao|
        omschrijving|benaming|naam|onderdeel|beschrijving|
        nazev|popis|nazev rozmer|nazev soucasti|nazov|rozmer nazev|oznaceni nazev|
        наименование|название|описание|наименование детали|
        ten goi|ten chi tiet|mo ta|ten vat tu|ten|ten goi chi tiet|ten hang|chi tiet|
        名称|零件名称|描述|品名|名称及规格|名称规格|物料名称|名称规格|产品名称|零部件名称|名称|説明|部品名|部品名称|명칭|품명|
        tanim|aciklama|parca adi|malzeme adi|ad i|adi|malzeme tanimi|parca tanimi|parca ismi|isim|
        betegnelse|beskrivelse|benamning|beskrivning|nimitys|kuvaus|megnevezes|leiras|denumire|descriere|naziv|opis naziv|
        db part name|kurzbezeichnung|denumirea|наименування|назва|наименование и техническая характеристика|наименование материала|
        benevnelse|benaevnelse|emne|说明|부품명|설명|품목|pozice nazev|nazev dilu|
        naziv dijela|naziv elementa|naziv pozicije|naziv i dimenzije|profilo|perfil|profiel|nama bagian|nama komponen|nama|περιγραφη|ονομασια|nimetus|pavadinimas|nosaukums|ten cau kien|ten bo phan|quy cach|
        materialkurztext|kurztext|bauteilname|teilename|teilebenennung|artikelname|produktbezeichnung|part name and description|material name|descripcion de la pieza|denominacion de la pieza|
        descripcion de material|descricao do material|descricao da peca|descrizione materiale|descrizione articolo|designation des pieces|designation de la piece|omschrijving onderdeel|nazwa materialu|
        nazwa wyrobu|nazev polozky|nazev materialu|malzemenin adi|malzeme cinsi|parcanin adi|наименование элемента|наименование изделия|材料名称|构件名称|部件名称|commodity description|device|equipment|fixture|назив|назив дела|olculer ve adi|ten thiet bi
        """,
    "weight": """
        weight|wt|wgt|weight kg|mass|mass kg|unit weight|unit wt|unit mass|weight each|wt each|weight ea|weight unit|weight pc|wt pc|each weight|net weight|net wt|weight per unit|weight per piece|piece weight|single weight|
        weight per pc|mass each|mass unit|mass ea|item weight|part weight|component weight|kg pc|kg ea|kg each|kg unit|kg piece|unit kg|weight lbs|weight lb|lbs|wt lbs|wt kg|wt kgs|weight kgs|kg st|kg stk|kg|kgs|
        gewicht|einzelgewicht|einzelgew|einzel gew|gew|gew st|gewicht stuck|stuckgewicht|gewicht st|gewicht stk|masse|gewicht einzel|masse stuck|stk gewicht|kg stuck|nettogewicht|gewicht kg|einzel gewicht|stuckgew|masse kg|gew einzel|
        masa|masa jedn|masa jednostkowa|waga|masa szt|waga jedn|ciezar|masa 1 szt|masa 1szt|ciezar jedn|masa sztuki|masa jed|
        peso|peso unitario|peso unit|peso ud|masa unitaria|peso kg|peso unid|
        poids|masse unitaire|poids unitaire|poids unit|masse unit|
        massa|peso cad|peso cadauno|massa unitaria|peso singolo|
        gewicht per stuk|stukgewicht|
        hmotnost|hmot|hmotnost ks|vaha|hmotnost kusu|cista hmotnost|cista vaha|
        масса|вес|масса ед|масса 1 шт|масса ед кг|масса единицы|вес ед|
        khoi luong|kl|trong luong|k luong|khoi luong 1 chi tiet|don trong|
        重量|单重|单件|单件重量|质量|净重|单件质量|重量|重量单件|单量|質量|중량|
        agirlik|birim agirlik|kutle|br agirlik|
        vekt|vikt|vaegt|vaegt|paino|tomeg|suly|masa neta|masa kom|
        fertiggewicht|greutate|маса|маса од|маса 1 шт|масса 1 дет|масса дет|масса шт|масса однои|1 chiec|1 cai|单质量|単重|단중|무게|each wt|est wt|
        weight ea kg|net mass|einzelmasse|
        kl 1 cai|kl 1 ct|khoi luong 1 cai|trong luong 1 cai|birim agirligi|jedinicna masa|masa jedinicna|tezina|berat|berat satuan|svars|mase|βαροσ|
        jedn hmot|hmot jedn|birim ag|g stk|kg pro stuck|kg pro stk|gew pro stuck|gewicht pro stuck|gewicht pro stk|stuckmasse|weight per item|wt per pc|wt per unit|peso por pieza|poids piece|peso al pezzo|
        peso pezzo|einheitsgewicht|hm|hm ks|hmotn
        """,
    "total_weight": """
        total weight|total wt|tot wt|tot weight|weight total|wt total|total mass|mass total|sum weight|weight sum|total kg|kg total|extended weight|ext weight|ext wt|gross weight|total net weight|total wgt|total weight kg|overall weight|total lbs|
        row weight|weight all|weight tot|total unit weight|
        gesamtgewicht|gesamtgew|ges gew|gesamt gew|ges gewicht|gesamt gewicht|gew ges|gewicht gesamt|gewicht ges|gesamtmasse|summe gewicht|gewicht summe|gesamt kg|kg gesamt|kg ges|ges kg|masse gesamt|
        masa calkowita|masa razem|masa calk|masa ogolem|razem masa|waga calkowita|waga razem|masa suma|ciezar calkowity|ciezar razem|masa lacznie|masa kompl|
        peso total|masa total|peso tot|
        poids total|masse totale|poids tot|
        peso totale|massa totale|peso tot|
        massa total|totaal gewicht|totaalgewicht|gewicht totaal|tot gewicht|
        hmotnost celkem|celkova hmotnost|celkem hmotnost|hmotnost celk|hruba hmotnost|
        общая масса|масса общ|масса общая|общии вес|вес общии|масса всего|масса общ кг|масса итого|
        tong khoi luong|tong kl|khoi luong tong|tong trong luong|tong|
        总重|总计|总重量|总质量|重量总计|合计重量|合计|총중량|
        toplam agirlik|top agirlik|toplam kutle|
        total vekt|totalvikt|samlet vaegt|ossztomeg|masa totala|masa ukupno|
        ciezar calk|масса всех|масса всех дет|загальна маса|маса загальна|маса заг|kokonaispaino|kokonaismassa|総重量|総質量|合計質量|t wt|vikt totalt|
        celkova vaha|masa totala neta|greutate totala|
        toplam agirligi|ukupna masa|ukupna tezina|berat total|kopmase|bendra mase|συνολικο βαροσ|
        celk hmot|hmot celkem|top ag|toplam ag|g ges|peso totale kg|kg tot
        """,
    # Columns of a parts list that are none of the six: they support a header and go to ``extra``.
    "extra": """
        l|b|h|t|s|da|di|l1|l2|l mm|b mm|h mm|
        material|mat|matl|material grade|grade|remarks|remark|rem|note|notes|comment|comments|unit|units of measure|uom|u m|um|size|sizes|dimension|dimensions|dim|dims|length|len|lg|width|height|thk|thickness|
        diam|dia|diameter|nb|n b|dn|n s|ns|nd|npd|nominal size|nominal dia|nominal diameter|nom dia|nom size|pipe size|nps|bore|kg m|kg per m|kg lfm|weight per m|weight per metre|weight m|wt m|gewicht m|masse m|masa 1 m|masa 1 mb|masa m|profil|od|standard|std|norm|spec|specification|spec ref|rating|schedule|sch|finish|surface|coating|treatment|heat treatment|color|colour|rev|revision|
        vendor|supplier|manufacturer|mfr|mfg|brand|make|type|sheet|sht|format|page|price|unit price|cost|total price|unit cost|total cost|source|category|status|stock size|raw material|supplied by|area|surface area|total length|cut length|length mm|
        configuration|location|zone|drawing sheet|dwg size|variant|option|spare|spares|angle|quality|certificate|cert|inspection|heat no|customer|project|stock qty|assembly|used on|level|lvl|weight unit of measure|density|volume|standards|scale|insp|
        werkstoff|bemerkung|bemerkungen|norm|einheit|me|abmessung|abmessungen|lange|laenge|breite|hohe|dicke|halbzeug|din|rohteil|rohmass|rohmasse|lieferant|hersteller|blatt|preis|gute|oberflache|mengeneinheit|normblatt|zeugnis|werkst|bem|abm|dim mm|
        material uwagi|uwagi|jm|j m|jedn|norma|wymiar|wymiary|dlugosc|gatunek|nr normy|gat|tworzywo|arkusz|jednostka|
        observaciones|observacion|unidad|medida|medidas|longitud|dimensiones|largo|calidad|acabado|proveedor|notas|espesor|marca fabricante|
        matiere|materiau|observations|observation|remarque|remarques|unite|longueur|fournisseur|norme|nuance|fabricant|
        materiale|note osservazioni|osservazioni|unita|dimensioni|lunghezza|fornitore|trattamento|u m|trattamento superficiale|
        observacoes|obs|unidade|comprimento|dimensoes|acabamento|norma din|
        materiaal|opmerking|opmerkingen|eenheid|afmeting|afmetingen|lengte|kwaliteit|
        poznamka|poznamky|jednotka|rozmer|rozmery|delka|polotovar|jakost|norma csn|mj|m j|material polotovar|
        материал|примечание|ед изм|ед|размер|длина|гост|стандарт|формат|зона|прим|марка|
        vat lieu|ghi chu|don vi|dvt|kich thuoc|quy cach|tieu chuan|d vi|vatlieu|
        材料|备注|规格|单位|标准|材质|长度|尺寸|供应商|表面处理|备注|材料|热处理|厂家|品牌|参数|类型|单价|材質|備考|処理|재질|비고|규격|
        malzeme|olcu|olculer|birim|standart|boyut|uzunluk|kalite|notlar|acik|
        shape|
        merknad|mal|enhet|anmarkning|materiaali|huomautus|anyag|megjegyzes|meret|observatii|materijal|napomena|dimenzije|
        bom structure|structure|author|state|cage code|cage|fscm|unit of measure|ref des|reference designator|reference designators|designators|assy|spare qty|sw material|sw material material|thickness mm|
        einh|typ|ensemble|marque|modelo|un|unid|leverancier|producent|profil|trida odpadu|szabvany|aciklamalar|not|сечение|марка стали|завод изготовитель|изготовитель|поставщик|матеріал|примітка|
        anm|merknader|dimensjon|bemaerkning|bemaerkninger|aine|huom|mitat|standardi|standard dimension|v lieu|规格型号|页次|附注|页|
        摘要|工程|型式|メーカー|記事|寸法|規格|単位|熱処理|表面処理|재료|단위|치수|공정|bounding box|where used|mount|instance name|bom report|
        bahan|keterangan|ukuran|satuan|chieu dai|chieu rong|chieu day|boy|duljina|duzina|kvaliteta|υλικο|παρατηρησεισ|mass m|weight lm|материјал|напомена|wt lm|kg lm
        """,
    # Words of tables that are no parts lists.
    "decoy": """
        rev|revision|revisions|rev no|rev date|revision history|date|approved|approved by|appr|app|appd|chk|chkd|checked|checked by|drawn|drawn by|drn|ecn|eco|ecr no|change|changes|change no|zone|by|issue|issued|signature|sign|dcn|modification|description of revision|revision description|revised|initials|reason|
        anderungsstand|revisionsstand|revision level|rev level|latest revision|
        anderung|aenderung|datum|gepruft|geprueft|bearb|bearbeiter|freigabe|freigegeben|gez|erstellt|index|zust|zustand|tag|ausgabe|
        zmiana|data|sprawdzil|zatwierdzil|podpis|projektowal|rewizja|zmiany|
        fecha|revisado|aprobado|dibujado|modificacion|cambio|firma|revisiones|modificaciones|
        verifie|approuve|dessine|indice|modifications|visa|
        modifica|controllato|approvato|disegnato|revisione|
        aprovado|desenhado|verificado|alteracao|revisao|
        wijziging|getekend|gecontroleerd|goedgekeurd|
        zmena|kreslil|schvalil|kontroloval|
        изм|лист|n докум|подп|подпись|дата|изменение|разраб|
        x loc|y loc|x|y|z|x pos|y pos|loc x|loc y|x dim|y dim|hole|hole no|hole size|hole id|xloc|yloc|easting|northing|elevation|east|north|el|coordinates|coord x|coord y|coord z|
        spool|spool no|weld|weld no|weld id|joint|joint no|weld type|welder|wps|nde|ndt|pwht|rt|bend|bend no|bend radius|bend angle|inner radius|direction|cut|cut piece|
        标记|处数|分区|更改文件号|签名|年月日|年月日|日期|设计|审核|批准|工艺|更改|版本|修订|
        sua doi|ngay|ky|tarih|onay|cizen|kontrol|
        signal|pin|wire|wire no|terminal|from|to|characteristic|tolerance|requirement|nozzle|nozzles|service|line number|fluid|medium|pressure|design pressure|temperature|design temperature|insulation|load case|force|fx|fy|fz|mx|my|mz|load|variant|version|cert no|
        p id|pid|p id no|range|measuring range|set point|loop|loop no|i o type|kw|voltage|volt|rpm|amps|
        stutzen|stutzen nr|anschluss|naht|naht nr|nahtart|schweissnaht|bohrung|bohrung nr|messstelle
        """,
    # Labels of a title block: an open list that touches one ends there.
    "title": """
        scale|drawn|drawn by|checked|checked by|chkd|approved|approved by|appd|designed|designed by|date|sheet|project|project no|client|customer|
        drawing title|title|drawing no|drawing number|dwg no|rev|document no|contract no|drg no|
        gez|gezeichnet|gepr|gepruft|bearb|bearbeitet|freigabe|datum|massstab|blatt|projekt|auftrag|auftrag nr|auftraggeber|kunde|zeichnungs nr|zeichnungsnummer|werkstoff|
        echelle|dessine|verifie|approuve|feuille|folio|projet|escala|dibujado|revisado|aprobado|fecha|hoja|proyecto|
        skala|podzialka|rysowal|sprawdzil|zatwierdzil|data|arkusz|scala|disegnato|controllato|approvato|foglio|desenhado|folha|
        schaal|getekend|gecontroleerd|blad|meritko|kreslil|schvalil|kontroloval|масштаб|разраб|пров|н контр|утв|лист|листов|
        ty le|nguoi ve|kiem tra|ngay|to so|比例|设计|审核|批准|日期|制图|校对|olcek|cizen|onay|tarih
        """,
    "total": """
        total|totals|sum|grand total|subtotal|sub total|total weight|weight total|total mass|sum total|total wt|total kg|total weight kg|net weight|overall weight|assembly weight|total quantity|
        gesamt|gesamtgewicht|summe|gesamtsumme|gesamtmasse|zwischensumme|ges gewicht|gesamt gewicht|summe gewicht|gewicht gesamt|
        razem|suma|ogolem|masa calkowita|masa razem|lacznie|total general|peso total|poids total|masse totale|totale|peso totale|totaal|totaal gewicht|celkem|hmotnost celkem|soucet|
        итого|всего|общая масса|общии вес|tong|tong cong|tong khoi luong|合计|总计|总重|共计|总重量|toplam|toplam agirlik|genel toplam|sammen|summa|yhteensa|osszesen|ukupno|
        разом|totalt|総計|총계|합계|suma calkowita|total masa|masa totala
        """,
    "caption": """
        parts list|part list|partlist|bill of material|bill of materials|bom|list of parts|material list|list of material|list of materials|materials list|schedule of parts|component list|list of components|parts schedule|material schedule|bill of quantities|
        stuckliste|stueckliste|teileliste|materialliste|bauteilliste|lista de materiales|lista de piezas|lista de partes|despiece|nomenclature|liste de pieces|liste des pieces|liste de materiel|distinta base|distinta materiali|distinta|elenco parti|elenco pezzi|lista de pecas|lista de materiais|
        wykaz czesci|lista czesci|zestawienie materialow|wykaz materialow|specyfikacja|stuklijst|onderdelenlijst|kusovnik|seznam polozek|rozpiska|soupis|спецификация|перечень элементов|ведомость|bang ke|bang ke vat tu|bang ke chi tiet|明细表|明细栏|材料表|零件表|零件明细表|材料明细表|部品表|부품표|parca listesi|malzeme listesi|stykliste|delelista|osaluettelo|darabjegyzek|lista de componente|
        parts list item|cut list|cutting list|weldment cut list|material take off|spis czesci|zoznam poloziek|rozpis|специфікація|відомість|零件清单|材料清单|物料清单|部品リスト|부품목록|lista componenti|liste de coupe|zuschnittliste|
        shop bill|shop material|field material|lista de material|cuadro de materiales|relacao de materiais|elenco materiali|lista materiali|distinta materiale|liste des materiaux|liste de materiaux|bordereau de materiel|materiallista|detaljlista|materialeliste|materiaaliluettelo|materiaallijst|materiaalstaat|materialauszug|stahlliste|anyaglista|anyagjegyzek|lista de materiale|extras de materiale|wykaz stali|wykaz elementow|zestawienie stali|zestawienie elementow|seznam materialu|vykaz materialu|popis materijala|popis dijelova|sastavnica|спецификация материалов|ведомость материалов|bang thong ke|bang thong ke vat lieu|bang ke vat lieu|bang vat tu|daftar bagian|daftar material
        """,
    # Captions of tables that are no parts lists.
    "other": """
        notes|note|general notes|legend|anmerkung|anmerkungen|hinweis|hinweise|bemerkungen|legende|uwagi|legenda|notas|notas generales|remarques|
        revisions|revision history|revision table|revision block|revision record|change history|engineering changes|distribution list|distribution|reference drawings|reference documents|reference standards|references|applicable documents|applicable standards|related drawings|
        hole table|hole chart|hole schedule|bend table|weld table|weld list|weld schedule|welding table|weld data|gear data|gear table|spline data|spring data|tolerance table|tolerances|general tolerances|dimension table|table of dimensions|dimensions table|variants|variant table|type table|
        tabulation|drawing list|list of drawings|drawing index|document list|legend|symbols|abbreviations|load table|loads|nozzle table|nozzle schedule|nozzle list|connection list|wire list|cable list|inspection table|point table|coordinate table|punch table|sheet index|approvals|cut pipe length|cut pipe lengths|cut lengths|pipe cut lengths|
        anderungen|anderungsverzeichnis|anderungsindex|revisionen|bohrungstabelle|bohrtabelle|schweissnahttabelle|schweissnahtliste|nahtliste|biegetabelle|verzahnungsdaten|masstabelle|variantentabelle|verteiler|verteilerliste|zeichnungsliste|unterlagenverzeichnis|mitgeltende unterlagen|legende|stutzentabelle|lochtabelle|koordinatentabelle|toleranzen|
        indices|modifications|historique des revisions|table des percages|liste des plans|revisiones|tabla de agujeros|historial de revisiones|revisioni|tabella fori|elenco disegni|revisoes|tabela de furos|zmiany|tabela otworow|tabela zmian|lista rysunkow|zmeny|tabulka der|seznam vykresu|
        таблица изменении|таблица отверстии|ведомость чертежеи|ведомость ссылочных документов|параметры зубчатого венца|修订记录|更改记录|变更记录|孔表|参数表|图纸目录|接管表|管口表|改訂履歴|穴表|図面一覧|변경이력|valve list|instrument list|line list|
        instrument index|instrument schedule|line index|cable schedule|terminal list|i o list|pile schedule|room schedule|door schedule|paint schedule|painting schedule|coating schedule|load list|electrical load list|motor list|consumer list|certificates|test data|design data|bending schedule|bar bending schedule|rebar schedule|support locations|survey points|setting out points|lifting points|flange connections|stutzenliste|anschlussliste|bohrungen|schweissnahte|auslegungsdaten
        """,
}

AMBIGUOUS: dict[str, tuple[str, ...]] = {
    # preferred meaning first; the others are taken when another cell has the first one
    "item": ("position", "description"),
    "part": ("article_number", "description", "position"),
    "part no": ("article_number", "position"),
    "teil": ("position", "description"),
    "teil nr": ("position", "article_number"),
    "teilnr": ("position", "article_number"),
    "pt no": ("position", "article_number"),
    "piece": ("quantity", "description", "position"),
    "piece no": ("position", "article_number"),
    "pieces": ("quantity",),
    "peca": ("description", "position"),
    "pc": ("quantity", "position"),
    "numero d article": ("article_number", "position"),
    "no": ("position", "quantity"),
    "n": ("position", "quantity"),
    "nr": ("position",),
    "number": ("article_number", "position", "quantity"),
    "mark": ("position", "article_number"),
    "mk": ("position", "article_number"),
    "ref": ("position", "article_number"),
    "ref no": ("position", "article_number"),
    "reference": ("article_number", "position"),
    "index": ("position",),
    "find no": ("position",),
    "detail no": ("position", "article_number"),
    "det": ("position",),
    "part name": ("description", "article_number"),
    "name": ("description", "article_number"),
    "component": ("description", "article_number"),
    "designation": ("description", "article_number"),
    "title": ("description",),
    "product": ("description", "article_number"),
    "drawing": ("article_number",),
    "code": ("article_number",),
    "tag": ("article_number", "position"),
    "tag no": ("article_number", "position"),
    "id": ("article_number", "position"),
    "elemento": ("position", "description"),
    "element": ("description", "position"),
    "marca": ("position", "article_number"),
    "pieza": ("description", "position"),
    "articulo": ("description", "article_number"),
    "part mk": ("position",),
    "编号": ("position", "article_number"),
    "件号": ("position", "article_number"),
    "品番": ("article_number", "position"),
    "部番": ("article_number", "position"),
    "项目": ("position", "description"),
    "名称": ("description",),
    "型号": ("extra", "article_number"),
    "parca no": ("article_number", "position"),
    "symbol": ("article_number",),
    "oznaczenie": ("article_number",),
    "model": ("extra", "article_number"),
    "document": ("article_number",),
    "nb": ("extra", "quantity"),
    "st": ("quantity",),
    "norm nr": ("extra", "article_number"),
    "norm": ("extra",),
    "masa": ("weight",),
    "profile": ("extra", "description"),
    "profil": ("extra", "description"),
    "profilo": ("extra", "description"),
    "perfil": ("extra", "description"),
    "profiel": ("extra", "description"),
    "quy cach": ("extra", "description"),
    "shape": ("extra", "description"),
    "section": ("extra", "description"),
    "сечение": ("extra", "description"),
    "профиль": ("extra", "description"),
    "member": ("description", "position"),
    "commodity": ("article_number", "description"),
    "commodity code": ("article_number",),
    "spec no": ("extra", "article_number"),
    "tong": ("total_weight",),
    "units": ("extra", "quantity"),
    "unit": ("extra",),
    "kg": ("weight",),
    "denomination": ("description",),
    "sw configuration name": ("extra", "description"),
    "configuration name": ("extra", "description"),
    "text": ("description",),
    "details": ("extra", "description"),
    "set": ("quantity",),
    "nomenclature": ("description",),
    "count": ("quantity",),
    "ad": ("quantity",),
    "material": ("extra", "description"),
    "材料": ("extra",),
    "size": ("extra", "description"),
    "rep": ("position",),
    "partida": ("position",),
    "sl": ("quantity", "position"),
    "sr": ("position",),
    "ma": ("article_number",),
    "nombre": ("description", "quantity"),
    "numero": ("article_number",),
    "numer": ("article_number", "position"),
    "poz": ("position",),
    "номер": ("position", "article_number"),
    "总计": ("total_weight",),
    "合计": ("total_weight",),
    "单件": ("weight",),
    "重量": ("weight",),
    "nos": ("quantity",),
    "stock": ("article_number", "extra"),
    "order no": ("article_number",),
    "massa": ("weight",),
    "object": ("description",),
    "objekt": ("position", "description"),
    "article": ("article_number", "position"),
    "no article": ("article_number", "position"),
    "说明": ("description", "extra"),
}

CURRENCIES = {"eur", "euro", "usd", "gbp", "chf", "pln", "czk", "cny", "rmb", "vnd", "jpy", "inr"}
UNITS = {
    "kg", "kgs", "g", "mm", "cm", "m", "lb", "lbs", "inch", "in", "ins", "lbmass", "mtr", "mtrs", "t",
    "кг", "мм", "公斤", "千克", "of", "the", "and", "or", "and or", "n", "no", "nr", "de", "per", "pro",
    "und", "oder", "et", "ou", "lub", "sau", "do", "da", "del", "di", "du",
}  # fmt: skip

TOTAL_WORDS = {
    "total", "tot", "gesamt", "ges", "sum", "summe", "razem", "calkowita", "totale", "totaal",
    "celkem", "общ", "общая", "всего", "итого", "tong", "总计", "总", "合计", "toplam", "all", "ogolem",
    "row", "ext", "extended",
}  # fmt: skip

SINGLE_WORDS = {
    "unit", "each", "ea", "single", "einzel", "stuck", "st", "stk", "pc", "pcs", "piece", "jedn",
    "jednostkowa", "unitario", "unitaire", "ед", "1", "шт", "单件", "单", "per", "kus", "ks", "birim", "szt",
}  # fmt: skip
