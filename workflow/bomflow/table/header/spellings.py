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
        pos|pos no|pos nr|it|it no|nr el|el nr|position|position no|position nr|positions nr|posnr|posno|item|item no|item nr|
        item number|item num|itm|itm no|item id|find no|find number|find|fn|balloon|balloon no|bubble|ref|ref no|
        reference no|no|nr|num|sl no|s no|sr no|sr|srl no|serial no|sno|slno|srno|sl|pt no|pt|pc no|piece no|part mk|mark|mk|mark no|mk no|
        piece mark|pc mark|part mark|line no|sym|symb|seq|seq no|index|idx|det|det no|detail no|lfd nr|lfd|lfdnr|lfd no|laufende nr|teil nr|teil|teilnr|
        lp|l p|poz|nr poz|pozycja|poz nr|numer pozycji|item pos|
        articulo no|partida|n|no de elemento|elemento|marca|item n|no item|pza no|
        rep|repere|rep no|no rep|n rep|repere no|reperes|rif|riferimento|n rif|posizione|part n|
        artigo|ordem|stuk nr|volgnr|stuknr|posnummer|
        cislo pozice|pozice|c pozice|cis poz|p c|por c|poradi|
        поз|позиция|номер позиции|n поз|п п|n п п|no п п|номер|
        tt|stt|so tt|vi tri|
        序号|件号|项目|项次|编号|项目号|序|项|符号|品番|照合番号|照合|部番|번호|품번|
        sira no|sira|poz no|parca no|pozno|
        stykliste nr|lopenr|pos n|osa|osanro|tetel|tetelszam|sorszam|nr crt|crt|reper|r br|rb|poz br|
        n articolo|no article|nr pozycji|cislo polozky|polozka|pol|pozicia|oge no|callout|call out|pc mk|pcmk|no de orden|no orden|
        ssz|элемент|поз обозначение|vt|osa nro|objekt|アイテム番号|照番|番号|符号番号|순번|항목번호|항목|detalj|det nr|
        no pos|posicao|redni broj|r br no|jrk nr|jrk|eil nr|nr p k|no urut|α α|θεση|sorsz|pozn|
        positionsnr|positionsnummer|kennz|kennzeichen|fortl nr|item ref|piece mk|posn|positie|merknr|znacka|sira numarasi|num pos|n pos|member no|member number|zt|bill no|s n|cut list item|
        p l no|pl no|pt number|item id no|itm number|detail nr|dtl|member mark|ship mark|shipping mark|assembly mark|assy mark|assembly pos|assembly no|key number|
        symbol no|item code no|pos number|position number|item number on drawing|balloon number|line item|line number item|
        posicion|no de item|marca no|no marca|
        poste|no d ordre|numero de repere|numero repere|
        no ordine|numero posizione|marca pos|
        pos desenho|
        laufnummer|lauf nr|teile pos|stl pos|stucklistenpos|stucklistenposition|bauteil pos|kennnummer|ordnungsnummer|ord nr|
        postnr|positienummer|volgnummer|merknummer|stuknummer|
        littera|litt|littnr|del nr|detalj nr|lopenummer|delpos|
        positio|positionumero|pos nro|osan numero|sijainti nro|
        nr elementu|nr czesci na rysunku|poz rys|numer poz|nr kolejny|element nr|
        cislo poz|poz cislo|poradove cislo|por cislo|oznacenie pozicie|cislo pozicie|
        poz szam|pozicioszam|pozicio|
        pozitia|pozitie|
        pozicija|redni br|r b|rbr|rb br|zap st|zaporedna st|poz st|
        позиція|дет|деталь no|no детали|номер поз|марка элемента|отправочная марка|сборочная марка|марка отпр элемента|no з п|no пп|пор no|
        no по ред|ред no|
        poz numarasi|parca sira no|pozisyon|montaj no|kalem|
        αρ θεσησ|αριθμοσ θεσησ|αυξ αρ|
        eiles nr|positsioon|positsiooni nr|
        so thu tu|muc|
        nomor|nomor urut|nomor bagian|no bag|bagian no|
        图中序号|零件序号|构件编号|构件号|部件编号|杆件编号|位号|位置号|项号|项目编号|
        部品符号|部番号|图中番号|行番号|照号|見出番号|
        부번|품목 no|부품 no|부호|일련번호|연번|
        no позиции|номер п п|tsz|oge
        """,
    "article_number": """
        article|artikkel|article no|article nr|article number|article code|art no|art nr|art|artno|part no|part number|part num|part nr|
        part id|part code|partno|p n|pn|part|part ref|part reference|part file name|
        drawing no|drawing number|drawing nr|drg no|dwg no|dwg|dwg number|dwg nr|drawing|drawing part no|drawing ref|
        code|code no|code number|item code|comp code|cmdty code|cmdty|fig no|fig|fig number|figure no|figure number|ident code|ident|ident no|ident nr|ident number|commodity code|comm code|stock no|stock number|stock code|stock|
        material no|material number|material code|mat no|mat nr|material nr|sap no|sap nr|sap number|sap code|erp no|catalog no|catalogue no|cat no|catalog number|
        mfr part no|mfg part no|manufacturer part number|manufacturer part|mfr part|mpn|vendor part no|order no|order number|order code|ordering code|product no|product number|product code|
        sku|component no|component number|component code|component id|number|document no|document number|doc no|model no|model number|id|id no|id number|identifier|reference|
        file name|file name no extension|filename|tagnr|tag no|tag|tag number|spec no|model|part number material|designator|component part number|document|
        artikel nr|artikelnr|artikel no|artikelnummer|artikel|art nummer|sachnummer|sach nr|sachnr|teilenummer|teile nr|teilenr|ident nummer|identnr|
        zeichnungsnummer|zeichnungs nr|zeichnungsnr|zeichn nr|zeichnung|zeichnung nr|zchng nr|zchg nr|zchg|zg nr|bestellnummer|bestell nr|bestellnr|materialnummer|materialnr|mat nummer|
        sachnummer norm kurzbezeichnung|zeichnungs nr norm|norm nr|sach nummer|nummer|dokument|
        nr rysunku|numer rysunku|nr rys|numer czesci|nr czesci|nr katalogowy|indeks|numer katalogowy|nr artykulu|numer artykulu|kod|oznaczenie|symbol|numer|
        numero de pieza|no de pieza|n de pieza|codigo|cod|referencia|ref pieza|plano|no plano|numero de plano|n de plano|numero de parte|no parte|no de parte|numero parte|codigo de articulo|codigo articulo|numero de articulo|
        reference piece|no article|no d article|no de article|numero article|code article|no piece|numero de piece|no de piece|n piece|n de piece|plan|plan no|no plan|no de plan|reference article|numero d article|
        codice|cod articolo|codice articolo|n disegno|disegno|no disegno|no articolo|numero disegno|cod art|codice parte|numero di parte|
        codigo da peca|n da peca|numero da peca|desenho|n desenho|desenho no|ref a|no desenho|
        tekeningnr|tekening nr|tekeningnummer|tekening|bestelnr|onderdeelnummer|
        cislo vykresu|c vykresu|vykres|cislo dilu|objednaci cislo|cislo artiklu|cislo soucasti|oznaceni|vykres norma|
        обозначение|артикул|код|чертеж|номер детали|обозначение документа|n чертежа|каталожныи номер|
        ky hieu|ma so|ma hieu|ma vat tu|so hieu|ma chi tiet|ma|ma hang|ban ve so|
        代号|图号|零件号|图样代号|图样|物料编码|物料代码|物料号|料号|零件代号|编码|零件图号|图纸编号|图号或标准号|标准号|品号|型号|图号规格|图番|图面番号|部品番号|도번|도면번호|도면 no|부품번호|
        parca numarasi|resim no|stok kodu|malzeme kodu|malzeme no|kod no|
        tegningsnr|tegning|varenr|ritningsnr|piirustusnro|rajzszam|cikkszam|cod produs|broj crteza|kataloski broj|
        no da peca|peca no|no de peca|bauteilnummer|bauteil nr|identnummer|bestelnummer|part or identifying no|dash no|db part no|asm mbr name|stock part no|
        nr kat|nr normy lub rysunku|nr rysunku lub normy|nr normy|norma nr rysunku|cislo normy|croquis no|nr desen|nr desen sau stas|desen|stas|rajzszam szabvany|
        позначення|познач|код оборудования изделия материала|тип марка обозначение документа|тип марка|
        ritn nr|ritningsnummer|detaljnr|detaljnummer|tegn nr|tegningsnummer|artikkelnr|artikkelnummer|delnummer|delnr|varenummer|piirustusnumero|piir nro|piir no|tunnus|koodi|tuotekoodi|
        图号标准号|标准号或图号|代号图号|部件号|품목번호|
        no gambar|kode|crtez|crtez norma|crtez broj norma|broj crteza norma|risba|st risbe|codice disegno|mfr part number|mfr p n|mfg p n|
        part or identifying number|identifying number|identifying no|identification number|identification no|tek nr|tek no|bauteilnr|article id|artikel id|zeichnungs norm nr|zeichnungsnorm nr|sach zeichnungs nr|ki hieu|so ky hieu|parca kodu|
        identity no|identity number|item identifier|vendor no|vendor number|supplier part no|supplier no|supplier article|manufacturer part no|manufacturer no|manufacturer number|manuf part no|mfr no|mfg no|maker part no|catalogue number|catalog code|cat number|figure|
        kks|kks no|kks nr|kks code|kks number|kks nummer|kks kennzeichen|akz|akz nr|
        type no|type number|type designation|ref code|reference code|reference number|reorder no|p i n|part identification|part identifier|part ident|item part number|item part no|product id|stock id|material id|matl no|material master|erp code|erp number|erp nr|erp id|cost code no|tag code|drg number|drawing num|drawing id|detail drawing|dwg ref|drg ref|part dwg no|part drawing no|part drawing number|dwg no part no|
        isocode|short code|cmd code|commodity no|commodity number|component ref|component part no|item short code|sap material|item master|assembly number|sub assembly no|
        ref fabricante|cod articulo|codigo de pieza|codigo pieza|cod pieza|no norma dibujo|no dibujo|codigo producto|codigo de producto|
        ref|ref fournisseur|reference fournisseur|ref fabricant|reference fabricant|ref article|ref piece|code sap|code piece|code produit|no de reference|no reference|dessin|repere fournisseur|
        codice commerciale|codice prodotto|cod parte|cod particolare|codice particolare|matricola|sigla|rif disegno|dis n|no dis|n dis|
        cod item|cod peca|codigo peca|codigo item|codigo do item|codigo produto|codigo do produto|des no|no ref|
        typenbezeichnung|typbezeichnung|typ nr|typenschlussel|typschlussel|bestellbezeichnung|bestellcode|bestellzeichen|lieferanten nr|hersteller nr|herst nr|katalog nr|kat nr|referenz|referenz nr|ref nr|artikelcode|artikelbez nr|lager nr|teilecode|teile id|materialcode|zng|zchn nr|z nr|zeich nr|zeichnungs normnummer|positions ident|dok nr|klassifizierung nr|nummer teil|
        onderdeelnr|leveranciersnr|
        ritning|best nr|bestallningsnr|
        bestillingsnr|produktnr|
        piirustus|tuotenumero|tuotenro|tilauskoodi|nimikekoodi|nimikenumero|tuotetunnus|tyyppi nro|tunniste|nimiketunnus|
        nr rys normy|rysunek|rys nr|nr normy rysunku|nr materialu|kod materialu|kod czesci|kod towaru|indeks materialowy|index materialowy|nr indeksu|nr zamowieniowy|nr handlowy|symbol katalogowy|oznaczenie katalogowe|nr ref|referencja|
        c v|obj c|objednaci c|obj cislo|kod polozky|kod dilu|katalogove cislo|kat cislo|typove oznaceni|oznacenie|cislo dielu|c vykr|objednavacie cislo|
        rajzsz|azonosito|rendelesi szam|rend szam|tipus szam|anyagszam|alkatresz szam|katalogusszam|
        cod reper|cod piesa|cod articol|referinta|nr catalog|simbol|
        oznaka|oznaka dijela|sifra|sifra artikla|br crteza|br nacrta|nacrt|broj nacrta|kat br|kataloski br|ident st|ident broj|st nacrta|risba st|koda|koda artikla|sifra materiala|kat st|stevilka risbe|
        ознака|шифра|број цртежа|цртеж|
        код оборудования|код изделия|код материала|код позиции|код товара|каталожныи no|кат no|no чертежа|черт|номер чертежа|шифр|шифр изделия|номенклатурныи номер|ном номер|заказнои номер|заказнои код|код заказа|код продукции|номер по каталогу|обозначение стандарта|
        шифр виробу|номер креслення|no креслення|код виробу|код обладнання|артикул виробника|
        означение|номер на чертеж|каталожен номер|кат номер|код на изделието|шифър|
        catalog|catalogue|standard no|standard number|standart no|parca kod no|urun kodu|urun no|stok no|siparis no|siparis kodu|siparis numarasi|katalog no|referans|ref no|resim numarasi|cizim no|teknik resim no|resim standart no|malz kodu|tip no|
        κωδικοσ|κωδ|κωδικοσ υλικου|κωδ ειδουσ|κωδικοσ προιοντοσ|αρ σχεδιου|αριθμοσ σχεδιου|αρ εξαρτηματοσ|κωδικοσ εξαρτηματοσ|
        zymejimas|kodas|brezinio nr|gaminio kodas|detales nr|katalogo nr|apzimejums|kods|rasejuma nr|kataloga nr|artikula nr|detalas nr|tahis|kood|joonise nr|tootekood|artikli nr|detaili nr|kataloogi nr|
        ma san pham|ma linh kien|ban ve|ma dat hang|ma sp|ma vt|ky ma hieu|part no ma|
        kode barang|nomor gambar|gambar no|kode part|nomor part|no part|no material|
        品目コート|品目番号|コート|型番|图面no|形式|形番|製品番号|注文番号|カタロクno|部材番号|部材id|部材コート|品コート|製品コート|部品コート|資材コート|
        订货号|订货代号|订货编号|货号|物料编号|产品代号|产品编号|产品型号|零部件代号|零件编号|图号或规格|代码|存货编码|图纸号|文件代号|
        품목코드|자재코드|자재번호|품번도번|코드|부품코드|모델명|형식|형번|규격번호|제품번호|
        num planol|planol|codi|referencia peca|
        파트번호|图号及标准号|零件号码|обозн|имя фаила|alkatreszszam|numar piesa
        """,
    "quantity": """
        qty|qty no|quantity|quant|qnty|quan|q ty|qt|qtt|qts|total qty|qty total|total quantity|qty req|req|reqs|qty reqd|qty req d|req qty|required qty|qty required|reqd|req d|required|no reqd|no req d|no required|no req|number required|
        no off|no of|nos|off|qty off|number off|count|no s|pcs|pc|pieces|ea|amount|no of pcs|no pcs|no of pieces|piece|qty pcs|qty ea|qty each|qty per|qty assy|qty per assy|qty unit|units|unit qty|nos off|set|qty nos|
        menge|mng|mg|stk|stck|stuck|stueck|stuckzahl|stueckzahl|anzahl|anz|st|stckzahl|stuckz|gesamtmenge|stk zahl|menge stk|stuck zahl|menge me|
        szt|ilosc|ilosc sztuk|il|liczba|sztuk|l szt|ilosc szt|il szt|liczba sztuk|
        cantidad|cant|cantid|cdad|ctd|ctdad|cant total|uds|unidades|piezas|ud|can|no piezas|
        quantite|qte|nbre|nb|nombre|nb pieces|nbre pieces|
        quantita|q ta|qta|qt a|pezzi|n pezzi|pz|numero pezzi|n pz|
        quantidade|qtd|qtde|qde|pecas|q de|
        aantal|aant|hoeveelheid|stuks|
        pocet|mnozstvi|ks|pocet kusu|kusu|mnozstvo|poc|pocet ks|kusy|
        кол|количество|кол во|колво|кол шт|шт|к во|количество шт|
        so luong|sl|s luong|sluong|s l|
        数量|件数|总数|数目|用量|总数量|个数|员数|수량|
        adet|miktar|miktari|adedi|ad|toplam adet|
        antal|antall|stk antal|maara|kpl|mennyiseg|darab|db|darabszam|cantitate|buc|bucati|nr buc|kolicina|kom|kom ukupno|
        item qty|db part qty|rpt qty|bedarf|mik|项目数量|pocet kusov|kusov|
        кіл|кільк|кількість|к сть|ant|lkm|lukumaara|台数|개수|qty set|qty job|tot qty|no per assy|no per unit|pcs unit|
        no pezzi|numero di pezzi|komada|br kom|broj komada|jumlah|jml|ποσοτητα|τεμ|τεμαχια|бр|брои|kogus|kiekis|vnt|skaits|kosov|bucata|
        mge|stks|stkz|gesamtanzahl|stuck gesamt|quantity required|required quantity|quantity per assembly|qty per assembly|qty per unit|qty per set|number of pieces|number of parts|no per set|nbr|qte totale|
        quantite totale|nombre de pieces|nb de pieces|quantita totale|num pezzi|quantidade total|cantidad total|no uds|num piezas|aantal stuks|celkovy pocet|ilosc calkowita|ilosc ogolem|razem szt|всего шт|
        общее количество|合计数量|单台数量|toplam miktar|kos|kosi|stevilo|ком|количина|комада|kappaletta|kappalemaara|
        buy qty|per assembly|per assy|rqd|usage|qty mark|num off|sets|item count|part count|number req|pc count|
        unidades totales|uni|cant por conj|cant pieza|pzas|pzs|cantidad por conjunto|
        nb pces|nbre pces|nb total|nb par ens|nombre par ens|
        qta complesso|q ta per gruppo|
        qtd conj|qtde p conj|
        stuck je satz|stk je satz|stuck satz|zahl|bedarfsmenge|sollmenge|mengen|stucke|
        stuk|
        stycken|styck|stykk|stykktall|stykantal|
        ilosc na zespol|szt zespol|sztuki|liczba elementow|
        mn|mnoz|ks spolu|
        menny|db szam|db szerelveny|osszes db|osszesen db|darabsz|
        cantit|numar bucati|buc ans|
        kol|broj kom|kom sklop|
        кол на изд|кол во на изд|количество на изделие|штук|общее кол во|шт на марку|кол на марку|
        к ть|шт всього|броя|
        ποσ|
        vienetu sk|gab|daudzums|daudz|arv|
        sl cai|sl bo|sl tong|tong sl|tong so luong|so lg|
        banyaknya|kuantitas|
        单件数量|每台数量|每套数量|单台件数|套数|需求数量|合计件数|单台用量|数量台|数量套|
        必要数|使用数|所要数|取付数|枚数|本数|1台分|需要数|
        소요량|소요수량|총수량|대수|원단위|매수|갯수|수량대|
        quantitat|unitats|peces|num peces|no peces|n peces|
        needed|no needed|qty needed|number needed|ct|cnt|
        parca sayisi|sayi|sayisi
        """,
    "description": """
        objektkurztext|short text|family|family and type|
        description|descr|desc|descript|long description|part description|item description|component description|material description|
        name|part name|component|component name|item name|title|designation|designation title|nomenclature|noun|noun name|part title|material component description|
        description of material|description of materials|description of part|description of parts|description of item|description of component|name of part|name of the part|name of parts|name of the component|name of component|part name description|name of item|particulars|product|product name|product description|
        name description|description material|description name|nomenclature or description|components|parts|part desc|material desc|element|article name|article description|commodity|member|profile|section|shape|material description size|denomination|details|description size|
        sw configuration name|configuration name|family and type|item description material|title description|object|
        benennung|bezeichnung|benennung bezeichnung|beschreibung|teilebezeichnung|teil bezeichnung|artikelbezeichnung|gegenstand|beschr|bez|benenn|bauteil|artikelbeschreibung|bezeichnung benennung|text|
        nazwa|opis|nazwa czesci|nazwa elementu|wyszczegolnienie|nazwa i wymiar|nazwa i oznaczenie|element nazwa|
        descripcion|denominacion|designacion|nombre|nombre de pieza|pieza|concepto|detalle|nombre de la pieza|nombre pieza|descripcion del material|
        libelle|description piece|nom|intitule|
        descrizione|denominazione|designazione|nome parte|particolare|nome|titolo|
        descricao|denominacao|designacao|nome da peca|peca|discriminacao|
        omschrijving|benaming|naam|onderdeel|beschrijving|
        nazev|popis|nazev rozmer|nazev soucasti|nazov|rozmer nazev|oznaceni nazev|
        наименование|название|описание|наименование детали|
        ten goi|ten chi tiet|mo ta|ten vat tu|ten|ten goi chi tiet|ten hang|chi tiet|
        名称|零件名称|描述|品名|名称及规格|名称规格|物料名称|产品名称|零部件名称|説明|部品名|部品名称|명칭|품명|
        tanim|aciklama|parca adi|malzeme adi|ad i|adi|malzeme tanimi|parca tanimi|parca ismi|isim|
        betegnelse|beskrivelse|benamning|beskrivning|nimitys|kuvaus|megnevezes|leiras|denumire|descriere|naziv|opis naziv|
        db part name|kurzbezeichnung|denumirea|наименування|назва|наименование и техническая характеристика|наименование материала|
        benevnelse|benaevnelse|emne|说明|부품명|설명|품목|pozice nazev|nazev dilu|
        naziv dijela|naziv elementa|naziv pozicije|naziv i dimenzije|profilo|perfil|profiel|nama bagian|nama komponen|nama|περιγραφη|ονομασια|nimetus|pavadinimas|nosaukums|ten cau kien|ten bo phan|quy cach|
        materialkurztext|kurztext|bauteilname|teilename|teilebenennung|artikelname|produktbezeichnung|part name and description|material name|descripcion de la pieza|denominacion de la pieza|
        descripcion de material|descricao do material|descricao da peca|descrizione materiale|descrizione articolo|designation des pieces|designation de la piece|omschrijving onderdeel|nazwa materialu|
        nazwa wyrobu|nazev polozky|nazev materialu|malzemenin adi|malzeme cinsi|parcanin adi|наименование элемента|наименование изделия|材料名称|构件名称|部件名称|commodity description|device|equipment|fixture|назив|назив дела|olculer ve adi|ten thiet bi|
        fitting|fittings|part assembly name|descr of part|part type name|member type|member size|member section|member description|section size|profile name|profile size|profile type|shape size|material section|
        document title|part designation|item designation|
        descripcion pieza|nombre del componente|nombre de parte|nombre componente|nombre de la parte|componente|denominacion pieza|designacion pieza|perfiles|seccion|descripcion articulo|
        designation article|designation piece|designation matiere|appellation|nom de la piece|nom piece|nom du composant|piece|pieces|profil section|libelle article|descriptif|description article|
        nome componente|profilo sezione|sezione|
        descricao do item|denominacao da peca|nome do componente|perfil secao|secao|nome peca|designacao da peca|especificacao do material|
        titel|querschnitt|profil querschnitt|teilname|teile|einzelteil|einzelteile|komponente|komponenten|artikeltext|materialtext|langtext|bauteile|bezeichn|name 1|positionstext|rohrteil|rohrbauteil|formstuck|produktname|produkt|profiltyp|
        omschr|
        benamn|beteckning|profil dimension|namn|
        betegn|navn|delnavn|benaevn|komponent|varetekst|artikkelnavn|profil dimensjon|
        nimi|nimike|tuotenimi|tuotteen nimi|osan nimi|profiili|tuotekuvaus|selite|
        nazwa detalu|nazwa towaru|nazwa produktu|nazwa elementu konstrukcji|przekroj|ksztaltownik|opis elementu|nazwa zespolu|okreslenie|nazwa urzadzenia|profil przekroj|opis materialu|
        nazev dilce|pojmenovani|nazev vyrobku|prurez|nazev sucasti|nazov suciastky|nazov dielu|nazov polozky|prierez|
        alkatresz|alkatresz neve|alkatresz megnevezese|nev|szelveny|profil|tetel megnevezese|anyag megnevezese|elnevezes|termek|
        denumire reper|denumirea reperului|denumirea materialului|denumire material|descrierea|denumire element|nume|
        naziv materijala|naziv artikla|opis pozicije|presjek|opis dela|naziv dela|naziv sklopa|ime|naziv kosa|
        наименование оборудования|наименование материалов|наименование элементов|название детали|название элемента|профиль сечение|профиль|вид профиля|сечение профиля|эскиз профиль|описание детали|наименование сборочнои единицы|деталь|
        наименування та технічна характеристика|назва деталі|назва елементу|переріз|профіль|опис|наименование на детаила|профил|име|
        parca aciklamasi|malzeme aciklamasi|malzeme ismi|urun adi|urun aciklamasi|profil tipi|kesit|bilesen|tanimi|tanimlama|parca|cinsi|malzemenin cinsi|eleman|
        περιγραφη εξαρτηματοσ|ειδοσ|εξαρτημα|ονομα|διατομη|προφιλ|
        aprasymas|profilis|apraksts|profils|detalas nosaukums|kirjeldus|detaili nimetus|profiil|
        ten linh kien|ten san pham|dien giai|tiet dien|thep hinh|ten phu tung|
        nama barang|nama part|deskripsi|uraian|nama benda|nama alat|keterangan bagian|penampang|
        截面|型材|截面规格|构件规格|构件截面|名称及型号|名称与规格|名称和规格|设备名称|设备及材料名称|零件名|部件名|组件名称|品名及规格|物料描述|零部件|存货名称|商品名称|材料规格|
        部材名|部材|部材名称|製品名|機器名|品目|品目名|品名仕様|断面|部材断面|品名及ひ寸法|名称形状|
        부재명|부재|품명및규격|자재명|품목명|단면|제품명|부재규격|
        denominacio|descripcio|nom de la peca|nom peca|elementu|
        部品|soucastka|soucastky|suciastka|komponenta|komponenty|
        parcanin adi|наим|模型名称|partname|discription
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
        重量|单重|单件|单件重量|质量|净重|单件质量|重量单件|单量|중량|
        agirlik|birim agirlik|kutle|br agirlik|
        vekt|vikt|vaegt|paino|tomeg|suly|masa neta|masa kom|
        fertiggewicht|greutate|маса|маса од|маса 1 шт|масса 1 дет|масса дет|масса шт|масса однои|1 chiec|1 cai|单质量|단중|무게|each wt|est wt|
        weight ea kg|net mass|einzelmasse|
        kl 1 cai|kl 1 ct|khoi luong 1 cai|trong luong 1 cai|birim agirligi|jedinicna masa|masa jedinicna|tezina|berat|berat satuan|svars|mase|βαροσ|
        jedn hmot|hmot jedn|birim ag|g stk|kg pro stuck|kg pro stk|gew pro stuck|gewicht pro stuck|gewicht pro stk|stuckmasse|weight per item|wt per pc|wt per unit|peso por pieza|poids piece|peso al pezzo|
        peso pezzo|einheitsgewicht|hm|hm ks|hmotn|
        w t|nett mass|n w|net w t|wgt each|kg pcs|kg nos|kg no|kg per pc|lb pc|lbs pc|lbs ea|lb ea|pounds each|
        kg ud|kg unidad|p unit|peso por pza|kg pza|kg pieza|
        p u kg|masse nette|pds|pds unitaire|
        kg pz|kg cadauno|p unitario|peso per pezzo|massa netta|
        kg peca|kg un|
        masse einzeln|kg je stuck|kg je stk|kg stck|fertiggew|fertigmasse|nettogew|
        kg stuk|
        kg kpl|
        masa 1 elem|masa jednej szt|ciezar jednostkowy|waga jednostkowa|waga netto|masa el|kg szt|
        cista hmot|kg ks|
        egysegtomeg|darabtomeg|darabsuly|kg db|egysegsuly|1 db tomege|
        greutate unitara|kg buc|
        jedinicna tezina|teza|enota teze|kg kom|kg kos|neto teza|
        масса одного элемента|масса 1 элемента|вес однои шт|кг шт|
        вага|тегло|
        agirligi|parca agirligi|birim kg|kg adet|adet agirligi|ag|br ag|
        βαροσ τεμαχιου|μοναδα βαρουσ|μαζα|kg τεμ|καθαρο βαροσ|
        vieneto mase|svoris|kaal|uhiku mass|
        kl don chiec|khoi luong rieng le|kl cai|tl don vi|tl cai|kl rieng|
        单件重|单个重量|单件重量kg|每件重量|每件重|单净重|单体重量|单重kg|净质量|
        1个重量|单品重量|单体质量|1本重量|
        개당중량|단품중량|개중량|질량
        """,
    "total_weight": """
        total weight|total wt|tot wt|tot weight|weight total|wt total|total mass|mass total|sum weight|weight sum|total kg|kg total|extended weight|ext weight|ext wt|gross weight|total net weight|total wgt|total weight kg|overall weight|total lbs|
        row weight|weight all|weight tot|total unit weight|
        gesamtgewicht|gesamtgew|ges gew|gesamt gew|ges gewicht|gesamt gewicht|gew ges|gewicht gesamt|gewicht ges|gesamtmasse|summe gewicht|gewicht summe|gesamt kg|kg gesamt|kg ges|ges kg|masse gesamt|
        masa calkowita|masa razem|masa calk|masa ogolem|razem masa|waga calkowita|waga razem|masa suma|ciezar calkowity|ciezar razem|masa lacznie|masa kompl|
        peso total|masa total|peso tot|
        poids total|masse totale|poids tot|
        peso totale|massa totale|
        massa total|totaal gewicht|totaalgewicht|gewicht totaal|tot gewicht|
        hmotnost celkem|celkova hmotnost|celkem hmotnost|hmotnost celk|hruba hmotnost|
        общая масса|масса общ|масса общая|общии вес|вес общии|масса всего|масса общ кг|масса итого|
        tong khoi luong|tong kl|kl tong|trong luong tong|khoi luong tong|tong trong luong|tong|
        总重|总计|总重量|总质量|重量总计|合计重量|合计|총중량|
        toplam agirlik|top agirlik|toplam kutle|
        total vekt|totalvikt|samlet vaegt|ossztomeg|masa totala|masa ukupno|
        ciezar calk|масса всех|масса всех дет|загальна маса|маса загальна|маса заг|kokonaispaino|kokonaismassa|合计质量|t wt|vikt totalt|
        celkova vaha|masa totala neta|greutate totala|
        toplam agirligi|ukupna masa|ukupna tezina|berat total|kopmase|bendra mase|συνολικο βαροσ|
        celk hmot|hmot celkem|top ag|toplam ag|g ges|peso totale kg|kg tot|
        t w|ttl wt|ttl weight|wt set|weight set|kgs total|total lb|wt assy|weight assy|weight per assembly|line weight|combined weight|set weight|assembly wt|
        p total|peso conjunto|peso parcial|
        p t kg|p tot|poids ens|
        peso compl|peso complessivo|p totale|kg totali|
        kg totais|peso global|
        gew insgesamt|gewicht insgesamt|totalgew|
        summa vikt|totvikt|vikt summa|vaegt i alt|vaegt ialt|kg i alt|
        paino yhteensa|
        masa sumaryczna|ciezar suma|suma masy|suma kg|masa og|masa zespolu|masa calosci|
        hmotnost celkom|hmotnost spolu|spolu kg|celkom kg|hmotnost souc|
        osszsuly|osszes tomeg|tomeg osszesen|osszes suly|osszesen kg|suly osszesen|teljes tomeg|
        masa ansamblu|greut totala|
        ukupna tez|uk masa|uk tezina|masa uk|sk masa|
        общая|масса партии|итого кг|всего кг|масса на марку|масса всех деталеи|масса суммарная|
        маса всіх|маса всього|маса усіх|обща маса|всичко кг|общо кг|
        top kg|genel agirlik|top kutle|
        συνολο kg|ολικο βαροσ|βαροσ συνολικο|συν βαροσ|συνολο βαρουσ|
        bendras svoris|viso kg|kopeja masa|kopejais svars|kopmasa|kopa kg|kogumass|kogukaal|kokku kg|mass kokku|
        khoi luong toan bo|kl toan bo|cong kg|
        jumlah berat|berat keseluruhan|
        合重|合计重|小计|共重|总重kg|总重量kg|总质量kg|
        合重量|重量计|质量计|全重量|计重量|
        총무게|합계중량|총질량|계중량|전체중량|중량계|중량합계
        """,
    # Columns of a parts list that are none of the six: they support a header and go to ``extra``.
    "extra": """
        l|b|h|t|s|da|di|l1|l2|l mm|b mm|h mm|
        material|mat|matl|material grade|grade|remarks|remark|rem|note|notes|comment|comments|unit|units of measure|uom|u m|um|size|sizes|dimension|dimensions|dim|dims|length|len|lg|width|height|thk|thickness|
        diam|dia|diameter|nb|n b|dn|n s|ns|nd|npd|nominal size|nominal dia|nominal diameter|nom dia|nom size|pipe size|nps|bore|kg m|kg per m|kg lfm|weight per m|weight per metre|weight m|wt m|gewicht m|masse m|masa 1 m|masa 1 mb|masa m|od|standard|std|norm|spec|specification|spec ref|rating|schedule|sch|finish|surface|coating|treatment|heat treatment|color|colour|rev|revision|
        vendor|supplier|manufacturer|mfr|mfg|brand|make|type|sheet|sht|format|page|price|unit price|cost|total price|unit cost|total cost|source|category|status|stock size|raw material|supplied by|area|surface area|total length|cut length|length mm|
        configuration|location|zone|drawing sheet|dwg size|variant|option|spare|spares|angle|quality|certificate|cert|inspection|heat no|customer|project|stock qty|assembly|used on|level|lvl|weight unit of measure|density|volume|standards|scale|insp|
        werkstoff|bemerkung|bemerkungen|einheit|me|abmessung|abmessungen|lange|laenge|breite|hohe|dicke|halbzeug|din|rohteil|rohmass|rohmasse|masz|masze|lieferant|hersteller|blatt|preis|gute|oberflache|mengeneinheit|normblatt|zeugnis|werkst|bem|abm|dim mm|
        material uwagi|uwagi|jm|j m|jedn|norma|wymiar|wymiary|dlugosc|gatunek|nr normy|gat|tworzywo|arkusz|jednostka|
        observaciones|observacion|unidad|medida|medidas|longitud|dimensiones|largo|calidad|acabado|proveedor|notas|espesor|marca fabricante|
        matiere|materiau|observations|observation|remarque|remarques|unite|longueur|fournisseur|norme|nuance|fabricant|
        materiale|note osservazioni|osservazioni|unita|dimensioni|lunghezza|fornitore|trattamento|trattamento superficiale|
        observacoes|obs|unidade|comprimento|dimensoes|acabamento|norma din|
        materiaal|bijzonderheden|opmerking|opmerkingen|eenheid|afmeting|afmetingen|lengte|kwaliteit|
        poznamka|poznamky|jednotka|rozmer|rozmery|delka|polotovar|jakost|norma csn|mj|m j|material polotovar|
        материал|примечание|ед изм|ед|размер|длина|гост|стандарт|формат|зона|прим|марка|
        vat lieu|ghi chu|chu thich|don vi|dvt|kich thuoc|quy cach|tieu chuan|d vi|vatlieu|
        材料|备注|规格|单位|标准|材质|长度|尺寸|供应商|表面处理|热处理|厂家|品牌|参数|类型|单价|备考|处理|재질|비고|규격|
        malzeme|olcu|olculer|birim|standart|boyut|uzunluk|kalite|notlar|acik|
        shape|
        merknad|mal|enhet|anmarkning|materiaali|huomautus|anyag|megjegyzes|meret|observatii|materijal|napomena|dimenzije|
        bom structure|structure|author|state|cage code|cage|fscm|unit of measure|ref des|reference designator|reference designators|designators|assy|spare qty|sw material|sw material material|thickness mm|
        einh|typ|ensemble|marque|modelo|un|unid|leverancier|producent|profil|trida odpadu|szabvany|aciklamalar|not|сечение|марка стали|завод изготовитель|изготовитель|поставщик|матеріал|примітка|
        anm|merknader|dimensjon|bemaerkning|bemaerkninger|aine|huom|mitat|standardi|standard dimension|v lieu|规格型号|页次|附注|页|
        摘要|工程|型式|メーカー|記事|寸法|熱处理|재료|단위|치수|공정|bounding box|where used|mount|instance name|bom report|
        bahan|keterangan|ukuran|satuan|chieu dai|chieu rong|chieu day|boy|duljina|duzina|kvaliteta|υλικο|παρατηρησεισ|mass m|weight lm|материјал|напомена|wt lm|kg lm|
        fin|cut len|cut mm|valid for|supp description|supplier name|vendor name|manufacturer name|mfr name|maker|gauge|gage|thick|t mm|w mm|d mm|wide|client code|issue no|dwg rev|drg rev|drawing rev|spec no|raw size|nominal bore|qty uom|ht|lth|lgth|cut angle|profile grade|
        nota|acero|tipo|tratamiento|long|ancho|alto|esp|superficie|uni medida|valido para|
        nuance acier|qualite|traitement|larg|ep|epaisseur|fab|essence|debit|largeur|hauteur|observ|
        qualita|lungh|largh|larghezza|spess|spessore|altezza|trattam|finitura|fornitore marca|costruttore|marca costruttore|grezzo|annotazioni|
        aco|comp|compr|largura|altura|espessura|tratamento|und|fornecedor|fabricante|observacao|acab|
        harte|abmasse|abmess|grosse|starke|blechdicke|oberfl|fabrikat|herst|lief|gultig fur|ersatz|verwendung|mengeneinh|nennweite|nw|druckstufe|werkstoffnummer|rohling|rohmaterial|anmerkung|hinweis|stahlgute|stahlsorte|festigkeit|flache|anstrichflache|baugruppe|strukturstufe|stufe|ebene|index|schnittlange|zuschnitt|zuschnittmass|bearbeitung|
        breedte|dikte|hoogte|oppervlak|behandeling|staalsoort|opm|eenh|
        langd|bredd|tjocklek|stalsort|kvalitet|yta|ytbehandling|anmarkn|leverantor|lengde|bredde|tykkelse|overflate|overflatebehandling|leverandor|stalkvalitet|laengde|overflade|bemaerk|enh|
        pituus|leveys|paksuus|laatu|pinta|pintakasittely|toimittaja|huomautuksia|huomautukset|yksikko|mitta|tyyppi|aines|
        dlug|dl|szerokosc|grubosc|grub|stal|gatunek stali|gat stali|pow|powierzchnia|zabezpieczenie|dostawca|wyrob|uwaga|ark|rozmiar|wym|wykonczenie|
        del|sirka|sir|tloustka|mat konecny|material vychozi|material konecny|vychozi material|povrch|povrchova uprava|dodavatel|vyrobce|dlzka|hrubka|akost|akost materialu|vyrobca|
        hossz|szelesseg|vastagsag|minoseg|anyagminoseg|felulet|feluletkezeles|szallito|gyarto|mertekegyseg|megj|
        lungime|latime|grosime|calitate|tratament|furnizor|producator|dimensiuni|
        dolzina|sirina|debljina|debelina|povrsina|obrada|dobavljac|dobavitelj|proizvodac|proizvajalec|primedba|primjedba|opomba|opombe|jed mjere|enota|gradivo|mjera|mere|dimenzija|
        забележка|забележки|дължина|ширина|дебелина|качество|марка стомана|размери|мярка|доставчик|м ка|
        единица измерения|ед измерения|толщина|марка металла|марка материала|класс стали|сталь|площадь|покрытие|сборка|примечания|дополнительные данные|документ на поставку|стадия|
        довжина|товщина|марка сталі|примітки|одиниця виміру|од вим|виробник|площа|
        genislik|kalinlik|yuzey|kaplama|tedarikci|uretici|marka|malzeme cinsi kalitesi|yuzey islem|imalat|
        μηκοσ|πλατοσ|παχοσ|ποιοτητα|διαστασεισ|μοναδα|μ μ|κατασκευαστησ|σημειωσεισ|
        ilgis|plotis|storis|medziaga|pastabos|matmenys|garums|platums|biezums|piezimes|izmeri|pikkus|laius|paksus|materjal|markused|moodud|
        mac thep|vat lieu che tao|dai|rong|day|don vi tinh|xuat xu|hang sx|hang san xuat|nha san xuat|nha cung cap|xu ly be mat|dien tich|
        panjang|lebar|tebal|normalisasi|spesifikasi|merk|merek|catatan|
        长度mm|宽度|厚度|高度|牌号|面积|表面积|孔数|生产厂家|生产厂商|制造商|版本号|硬度|涂装|等级|技术参数|
        长さ|幅|厚さ|厚み|板厚|表面|仕上|材料规格|製造元|塗装|
        길이|폭|두께|표면처리|열처리|제조사|메이커|사양|업체|적요|공급처|
        link|links|url|web link|item link|part link|bom level|item level|product link|purchase link|where to buy|bezugsquelle|handler|subtotal|prix|prix unitaire|prix total|precio|precio unitario|precio total|prezzo|
        prezzo unitario|prezzo totale|preco|preco unitario|preco total|cena|cena jedn|cena jednostkowa|цена|стоимость|ссылка|价格|总价|链接|单価|购入先|購入先|メーカ|가격|단가|fiyat|birim fiyat|toplam fiyat|prijs|
        stukprijs|pris|hinta|pret|cijena|harga|beszallito|lead time|footprint|package|datasheet|value|label|preview|thumbnail|photo|picture|farbe|couleur|colore|fertigung|
        keywords|appearance|toorik|obrobka|powloka|термообработка|加工|처리|brut|ebauche|gehrung|dateiname|mtl|
        observacions|planol num|fulla|acabat|pes especific|mides|proveidor|
        kommentar|komentar|komentarz|commentaire|comentario|commento|function|funktion|fonction|funcion|
        funcao|funzione|funkcja|funkce|fonksiyon|gorevi|zweck|verwendungszweck|objet|ucel|po co|role|
        etat|estado|stato|stav|durum|kategorie|categoria|categorie|kategori|kategoria|gruppo|critere|criterio|
        bauform|gehause|boitier|encapsulado|contenitore|obudowa|pouzdro|корпус|封装|ハッケーシ|フットフリント|
        номинал|характеристики|技术规格|计量单位|工艺定额|用途|소계|hacim|nguon goc|bezug|lagerort|bestand|
        verbaut in|livello|niveau|nivel|dnp|conn|packaging|prix estime|
        malzemesi|gerec|dusunceler|olculeri|примеч|注記|ストックサイス|
        tamano|tamano de material|no de distribuidor|wielkosc zapasu|nr producenta|dlugosc cieta|longitud de tuberia|ヘンター名|カット长|angle1|angle2
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
        x loc|y loc|x|y|z|x pos|y pos|loc x|loc y|x dim|y dim|hole|holes|hole no|hole size|hole id|xloc|yloc|easting|northing|elevation|east|north|el|coordinates|coord x|coord y|coord z|
        spool|spool no|weld|weld no|weld id|joint|joint no|weld type|welder|wps|nde|ndt|pwht|rt|bend|bend no|bend radius|bend angle|inner radius|direction|cut|cut piece|
        标记|处数|分区|更改文件号|签名|年月日|日期|设计|审核|批准|工艺|更改|版本|修订|
        sua doi|ngay|ky|tarih|onay|cizen|kontrol|
        signal|pin|wire|wire no|terminal|from|to|characteristic|tolerance|requirement|nozzle|nozzles|service|line number|fluid|medium|pressure|design pressure|temperature|design temperature|insulation|load case|force|fx|fy|fz|mx|my|mz|load|variant|version|cert no|
        p id|pid|p id no|range|tool no|tool number|tool id|operation|operation no|op|op no|op nr|arbeitsgang|arbeitsgang nr|arbeitsfolge|elev|room|room no|purpose|duty|meaning|test|method|set up|setup time|work centre|work center|measuring range|set point|loop|loop no|i o type|kw|voltage|volt|rpm|amps|
        tol|result|results|measured|parameter|parametr|parametro|parametre|параметр|значение|klemme|klemmen nr|ader|ader nr|
        kaltlast|warmlast|weg|hub|verschiebung|hot load|cold load|federrate|federweg|spring rate|travel|movement|nosnosc|нагрузка|перемещение|载荷|荷载|热位移|
        nr spoiny|spoina|svar c|svar|varrat|sudura|saldatura|soldadura|solda|soudure|las nr|kaynak no|шов|no шва|svets nr|hitsi nro|焊口号|溶接番号|용접번호|moi han|krociec|hrdlo|csonk|bocchello|tubuladura|bocal|tubulure|tubelure|nozul|stuts|yhde|ノスル|노즐|
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
        разом|totalt|총계|합계|suma calkowita|total masa|masa totala
        """,
    # TOTALs of the rows so far, printed at the end of a page and at the head of the next one.
    "carried": """
        carried forward|brought forward|carried over|carry forward|c f|b f|total carried forward|total brought forward|
        ubertrag|summe ubertrag|zwischensumme ubertrag|zu ubertragen|vortrag|a reporter|report|total a reporter|
        suma y sigue|suma anterior|viene de la hoja anterior|a riportare|riporto|a transportar|transporte|do przeniesienia|z przeniesienia|przeniesienie|transport te dragen|over te dragen|prenos|перенос
        """,
    "caption": """
        parts list|part list|partlist|bill of material|bill of materials|bom|list of parts|material list|list of material|list of materials|materials list|schedule of parts|component list|list of components|parts schedule|material schedule|bill of quantities|
        stuckliste|stueckliste|teileliste|materialliste|bauteilliste|lista de materiales|lista de piezas|lista de partes|despiece|nomenclature|liste de pieces|liste des pieces|liste de materiel|distinta base|distinta materiali|distinta|elenco parti|elenco pezzi|lista de pecas|lista de materiais|
        wykaz czesci|lista czesci|zestawienie materialow|wykaz materialow|specyfikacja|stuklijst|onderdelenlijst|kusovnik|seznam polozek|rozpiska|soupis|спецификация|перечень элементов|ведомость|bang ke|bang ke vat tu|bang ke chi tiet|明细表|明细栏|材料表|零件表|零件明细表|材料明细表|部品表|부품표|parca listesi|malzeme listesi|stykliste|delelista|osaluettelo|darabjegyzek|lista de componente|
        parts list item|cut list|cutting list|weldment cut list|material take off|spis czesci|zoznam poloziek|rozpis|специфікація|відомість|零件清单|材料清单|物料清单|部品リスト|부품목록|lista componenti|liste de coupe|zuschnittliste|
        bolt list|site bolt list|field bolt list|shop bolt list|bolt schedule|bolt summary|list of bolts|schraubenliste|montageschraubenliste|wykaz srub|zestawienie srub|lista de pernos|lista de tornillos|liste des boulons|lista bulloni|boutenlijst|bultlista|seznam sroubu|ведомость болтов|ведомость метизов|螺栓表|
        shop bill|shop material|field material|lista de material|cuadro de materiales|relacao de materiais|elenco materiali|lista materiali|distinta materiale|liste des materiaux|liste de materiaux|bordereau de materiel|materiallista|detaljlista|materialeliste|materiaaliluettelo|materiaallijst|materiaalstaat|materialauszug|stahlliste|anyaglista|anyagjegyzek|lista de materiale|extras de materiale|wykaz stali|wykaz elementow|zestawienie stali|zestawienie elementow|seznam materialu|vykaz materialu|popis materijala|popis dijelova|sastavnica|спецификация материалов|ведомость материалов|bang thong ke|bang thong ke vat lieu|bang ke vat lieu|bang vat tu|daftar bagian|daftar material
        """,
    # Captions of tables that are no parts lists.
    "other": """
        notes|note|general notes|legend|anmerkung|anmerkungen|hinweis|hinweise|bemerkungen|legende|uwagi|legenda|notas|notas generales|remarques|
        revisions|revision history|revision table|revision block|revision record|weld map|inspection plan|inspection and test plan|tie in list|change history|engineering changes|distribution list|distribution|reference drawings|reference documents|reference standards|references|applicable documents|applicable standards|related drawings|
        tie in points|surface area|surface areas|painting area|hole table|hole chart|hole schedule|bend table|weld table|weld list|weld schedule|welding table|weld data|gear data|gear table|spline data|spring data|tolerance table|tolerances|general tolerances|dimension table|table of dimensions|dimensions table|variants|variant table|type table|
        tabulation|drawing list|list of drawings|drawing index|document list|symbols|abbreviations|load table|loads|nozzle table|nozzle schedule|nozzle list|connection list|wire list|cable list|inspection table|point table|coordinate table|punch table|sheet index|approvals|cut pipe length|cut pipe lengths|cut lengths|pipe cut lengths|
        anderungen|anderungsverzeichnis|anderungsindex|revisionen|bohrungstabelle|bohrtabelle|schweissnahttabelle|schweissnahtliste|nahtliste|biegetabelle|verzahnungsdaten|masstabelle|variantentabelle|verteiler|verteilerliste|zeichnungsliste|unterlagenverzeichnis|mitgeltende unterlagen|stutzentabelle|lochtabelle|koordinatentabelle|toleranzen|
        indices|modifications|historique des revisions|table des percages|liste des plans|revisiones|tabla de agujeros|historial de revisiones|revisioni|tabella fori|elenco disegni|revisoes|tabela de furos|zmiany|tabela otworow|tabela zmian|lista rysunkow|zmeny|tabulka der|seznam vykresu|
        таблица изменении|таблица отверстии|ведомость чертежеи|ведомость ссылочных документов|параметры зубчатого венца|修订记录|更改记录|变更记录|孔表|参数表|图纸目录|接管表|管口表|改訂履歴|穴表|图面一覧|변경이력|valve list|instrument list|line list|
        instrument index|instrument schedule|line index|cable schedule|terminal list|i o list|pile schedule|room schedule|door schedule|paint schedule|painting schedule|coating schedule|load list|electrical load list|motor list|consumer list|certificates|test data|design data|bending schedule|bar bending schedule|rebar schedule|zeichnungsverzeichnis|planverzeichnis|planliste|drawing register|document register|nozzles|stutzen|process data|equipment tags|support locations|survey points|setting out points|lifting points|flange connections|stutzenliste|anschlussliste|bohrungen|schweissnahte|auslegungsdaten|
        lasten|obciazenia|zatizeni|terhelesek|sarcini|carichi|cargas|charges|belastingen|yukler|нагрузки|навантаження|laster|kuormat|tai trong|bang tai trong|荷载表|荷重表|
        하중표|wykaz kroccow|tabulka hrdel|csonktablazat|tabel racorduri|tabella bocchelli|tabla de tubuladuras|lista de bocais|tableau des tubulures|tubelurelijst|nozul listesi|таблица штуцеров|таблиця штуцерів|stutslista|yhdeluettelo|ノスル表|노즐표|bang hong|
        lista spoin|seznam svaru|varratlista|lista suduri|lista saldature|lista de soldaduras|lista de soldas|liste des soudures|laslijst|kaynak listesi|ведомость сварных швов|svetslista|hitsiluettelo|焊口表|溶接リスト|용접목록|bang moi han
        """,
}

AMBIGUOUS: dict[str, tuple[str, ...]] = {
    # preferred meaning first; the others are taken when another cell has the first one
    "item": ("position", "description"),
    "part": ("article_number", "description", "position"),
    "part no": ("article_number", "position"),
    "polozka": ("position", "description"),
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
    "nr": ("position", "quantity"),
    "nro": ("position", "quantity"),
    "부품 no": ("article_number", "position"),
    "number": ("article_number", "position", "quantity"),
    "mark": ("position", "article_number"),
    "mk": ("position", "article_number"),
    "ref": ("position", "article_number"),
    "ref no": ("position", "article_number"),
    "reference": ("article_number", "position"),
    "index": ("position", "extra"),
    "find no": ("position",),
    "detail no": ("position", "article_number"),
    "det": ("position",),
    "part name": ("description", "article_number"),
    "name": ("description", "article_number"),
    "component": ("description", "article_number"),
    "fastener": ("description",),
    "hardware": ("description",),
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
    "label": ("extra", "description"),
    "set": ("quantity",),
    "nomenclature": ("description",),
    "count": ("quantity",),
    "ad": ("quantity",),
    "material": ("extra", "description"),
    "especificacao": ("extra", "description"),
    "材料": ("extra",),
    "size": ("extra", "description"),
    "rep": ("position",),
    "partida": ("position",),
    "sl": ("quantity", "position"),
    "sr": ("position",),
    "ma": ("article_number",),
    "nombre": ("description", "quantity"),
    "numero": ("article_number", "position"),
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
    "item id": ("position", "article_number"),
    "comp no": ("article_number", "position"),
    "assembly mark": ("position", "article_number"),
    "assy mark": ("position", "article_number"),
    "assembly no": ("position", "article_number"),
    "assembly pos": ("position", "article_number"),
    "main mark": ("position", "article_number"),
    "main part mark": ("position", "article_number"),
    "ship mark": ("position", "article_number"),
    "shipping mark": ("position", "article_number"),
    "отправочная марка": ("position", "article_number"),
    "сборочная марка": ("position", "article_number"),
    "einzelteil": ("description", "position"),
    "einzelteile": ("description", "position"),
    "bauteile": ("description", "position"),
    "деталь": ("description", "position"),
    "komponente": ("description", "article_number"),
    "komponenten": ("description", "article_number"),
    "componente": ("description", "article_number"),
    "produkt": ("description", "article_number"),
    "parca": ("description", "position"),
    "部材": ("description", "position"),
    "부재": ("description", "position"),
    "alkatresz": ("description", "position"),
    "teile": ("description", "position"),
    "articolo": ("article_number", "position"),
    "referenz": ("article_number", "position"),
    "assembly": ("extra", "position"),
    "merk": ("extra", "position"),
    "марка": ("extra", "position"),
    "规格": ("extra", "description"),
    "规格型号": ("extra", "description"),
    "querschnitt": ("extra", "description"),
    "przekroj": ("extra", "description"),
    "prurez": ("extra", "description"),
    "prierez": ("extra", "description"),
    "presjek": ("extra", "description"),
    "переріз": ("extra", "description"),
    "szelveny": ("extra", "description"),
    "seccion": ("extra", "description"),
    "secao": ("extra", "description"),
    "sezione": ("extra", "description"),
    "kesit": ("extra", "description"),
    "penampang": ("extra", "description"),
    "tiet dien": ("extra", "description"),
    "profiili": ("extra", "description"),
    "ksztaltownik": ("extra", "description"),
    "截面": ("extra", "description"),
    "断面": ("extra", "description"),
    "단면": ("extra", "description"),
    "규격": ("extra", "description"),
    "型式": ("extra", "article_number"),
    "形式": ("extra", "article_number"),
    "type": ("extra", "article_number"),
    "typ": ("extra", "article_number"),
    "tipo": ("extra", "article_number"),
    "тип": ("extra", "article_number"),
    "modelo": ("extra", "article_number"),
    "modell": ("extra", "article_number"),
    "modello": ("extra", "article_number"),
}

PRICES = {
    "price", "prices", "cost", "costs", "preis", "preise", "kosten", "prix", "precio", "prezzo", "preco",
    "cena", "цена", "стоимость", "价格", "单价", "单価", "가격", "단가", "fiyat", "fiyati", "prijs",
    "pris", "hinta", "pret", "cijena", "harga",
}  # fmt: skip
CURRENCIES = {"eur", "euro", "usd", "gbp", "chf", "pln", "czk", "cny", "rmb", "vnd", "jpy", "inr"}
UNITS = {
    "kg", "kgs", "g", "mm", "cm", "m", "lb", "lbs", "inch", "in", "ins", "lbmass", "mtr", "mtrs", "t",
    "кг", "мм", "公斤", "千克", "of", "the", "and", "or", "and or", "n", "no", "nr", "de", "per", "pro",
    "und", "oder", "et", "ou", "lub", "sau", "do", "da", "del", "di", "du",
}  # fmt: skip

# What the openings of a vessel are for.
SERVICES = {
    "inlet", "outlet", "suction", "discharge", "vent", "drain", "overflow", "manhole", "manway",
    "handhole", "eintritt", "austritt", "zulauf", "ablauf", "uberlauf", "entleerung", "entluftung",
    "mannloch", "handloch", "saugstutzen", "druckstutzen", "entree", "sortie", "vidange", "trou",
    "purge", "event", "arrivee", "depart",
    "entrada", "salida", "drenaje", "venteo", "wlot", "wylot", "odpowietrzenie", "wlaz",
    "ingresso", "uscita", "scarico", "sfiato", "вход", "выход", "слив", "люк", "进口", "出口",
    "排污口", "放空口", "人孔",
}  # fmt: skip

MEDIA = {
    "feed", "gas", "water", "cooling", "steam", "oil", "liquid", "vapour", "vapor", "condensate",
    "product", "air", "process", "shell", "tube", "side", "level", "spare", "and", "of", "fluid",
    "wasser", "dampf", "luft", "ol", "produkt", "und", "agua", "eau", "vapeur",
}  # fmt: skip

# Units of what a support carries: the part itself is weighed in others.
FORCES = {"kn", "kns", "dan", "knm", "kip", "kips", "lbf", "кн", "кнм"}

# What bars and sections are called by, for want of a name.
SHAPES = {
    "profile", "profil", "profilo", "perfil", "profiel", "section", "shape", "сечение", "профиль",
    "querschnitt", "przekroj", "prurez", "prierez", "presjek", "переріз", "szelveny", "seccion",
    "secao", "sezione", "kesit", "penampang", "profiili", "截面", "断面", "단면", "规格", "규격", "dien",
    "cach",
}  # fmt: skip

TOTAL_WORDS = {
    "total", "tot", "gesamt", "ges", "sum", "summe", "razem", "calkowita", "totaal",
    "celkem", "celk", "celkova", "laczna", "laczny", "calk", "totala", "totalt", "totale", "samlet", "yht", "kok",
    "ossz", "ukupno", "ukupna", "skupaj", "skupna", "общ", "общая", "всех", "общо", "загальна", "всего", "итого", "tong", "总计", "总", "合计", "toplam", "all", "ogolem",
    "합계", "총", "yhteensa", "insgesamt", "complessivo", "complessiva", "всього", "разом", "suma", "summa",
    "spolu", "celkom", "osszes", "osszesen", "genel", "lacznie", "sumaryczna",
    "row", "ext", "extended",
}  # fmt: skip

SINGLE_WORDS = {
    "unit", "each", "ea", "single", "einzel", "einzeln", "stuck", "st", "stk", "stck", "pc", "pcs", "pce", "piece", "jedn",
    "jednostkowa", "jednostkowy", "unitara", "unitate", "buc", "ud", "uds", "un", "pz", "cad", "adet", "kos", "kom", "kpl",
    "enhet", "db", "stuk", "bucata", "cai", "chiec", "个", "개", "unitario", "unitaire", "ед", "1", "шт", "单件", "单", "per", "kus", "ks", "birim", "szt",
}  # fmt: skip
