"""Coverage-guided fuzzing of the reading: sheets that steer towards code not yet reached.

    pip install atheris
    python benchmarks/coverage_fuzz.py CORPUS -max_len=1000 -len_control=0 -max_total_time=3600

The bytes that the fuzzer makes up are read as instructions for one sheet (words of parts lists, any
other text, rulings, sizes, turns): taken as a file, nearly all would end in the PDF engine's own
error handling. What is read must be a record that the merge accepts; anything else, an exception
above all, is a finding. libFuzzer writes the bytes to a file crash-*, and the same script with that
file as its argument repeats it. ``CORPUS`` is a folder that collects what reached new code; it is
filled with random bytes to begin with if it is empty.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["bomflow"]):
    from bomflow.extract.document import read_document
    from bomflow.extract.settings import ReadSettings
    from bomflow.record import read_record

from rawsheet import Line, Text, sheet

_WORDS = """
POS POS. ITEM NO. QTY QTY. ARTICLE NUMBER DESCRIPTION WEIGHT TOTAL MENGE STK BENENNUNG SACHNUMMER
GEWICHT GESAMTGEWICHT SUMME PART Lp. Szt. 序号 代号 名称 数量 kg lbs m PIPE
SUPPORTS 1 2 3 4 5 10 20 100
001 1,5 1.5 3,0 1.234 1.234,5 12 kg 6 M 0. - .. 4x ca. 1LBA10BQ001 1LBA10BQ001/SU Rohrschelle
DN 50 M12 x 40 DIN 933 ² ③ ٣ 9999999999999999999999"""
WORDS = _WORDS.split()

HEADERS = [
    ["POS", "ARTICLE NUMBER", "QTY", "DESCRIPTION", "WEIGHT", "TOTAL WEIGHT"],
    ["ITEM NO.", "PART NUMBER", "DESCRIPTION", "QTY."],
    ["Pos.", "Menge", "Benennung", "Sachnummer", "Gewicht", "Gesamtgewicht"],
    ["序号", "代号", "名称", "数量", "单件", "总计"],
    ["QTY", "DESCRIPTION"],
]
SETTINGS = ReadSettings()
PLACE = Path(tempfile.mkdtemp(prefix="bomflow-fuzz-"))
DOC_ID = "fuzz-000000000000"


def make_sheet(data: bytes) -> bytes:
    """The sheet that these bytes describe."""
    fuzz = atheris.FuzzedDataProvider(data)
    step = fuzz.PickValueInList([4.0, 8.0, 12.0, 16.0])
    columns = [40.0]
    for _ in range(fuzz.ConsumeIntInRange(1, 7)):
        columns.append(columns[-1] + 10.0 * fuzz.ConsumeIntInRange(1, 20))
    texts: list[Text] = []
    lines: list[Line] = []
    y = 40.0
    while fuzz.remaining_bytes() > 4 and len(texts) < 120:
        kind = fuzz.ConsumeIntInRange(0, 12)
        x = fuzz.PickValueInList(columns) + fuzz.ConsumeIntInRange(0, 15)
        if kind == 0:
            y += step * fuzz.ConsumeIntInRange(1, 4)
        elif kind == 1:
            lines += [(columns[0], y + 4, columns[-1], y + 4)]
        elif kind == 2:
            lines += [(at, y - 8, at, y + step * fuzz.ConsumeIntInRange(0, 9)) for at in columns]
        elif kind == 3:
            angle = float(fuzz.PickValueInList([90, 180, 270, 45, 1]))
            texts.append(Text(x, y, fuzz.PickValueInList(WORDS), step, angle))
        elif kind == 4:
            texts.append(Text(x, y, fuzz.ConsumeUnicode(fuzz.ConsumeIntInRange(1, 12)), step))
        elif kind == 5:
            size = fuzz.PickValueInList([0.5, 3.0, 8.0, 30.0, 500.0])
            texts.append(Text(x, y, fuzz.PickValueInList(WORDS), size))
        elif kind == 6 and texts:
            texts.append(texts[-1])
        elif kind == 7:
            names = fuzz.PickValueInList(HEADERS)
            texts += [Text(at + 2, y, name, 7) for at, name in zip(columns, names, strict=False)]
            y += step
        elif kind == 8:
            for at in columns[:-1]:
                texts.append(Text(at + 2, y, fuzz.PickValueInList(WORDS), 7))
            y += step
        else:
            texts.append(Text(x, y, fuzz.PickValueInList(WORDS), 0.8 * step))
            if kind > 10:
                y += step
    turns = fuzz.PickValueInList([0, 0, 0, 90, 180, 270])
    return sheet(texts, lines, rotate=turns)


def test_one(data: bytes) -> None:
    pdf = PLACE / "sheet.pdf"
    pdf.write_bytes(make_sheet(data))
    check(read_document(str(pdf), SETTINGS), PLACE)


def check(content: dict[str, Any], folder: Path) -> None:
    """Raise unless the content of a record is what the merge accepts."""
    facts = {
        "record_version": 1, "doc_id": DOC_ID, "filename": "sheet.pdf", "retry_count": 0,
        "process_time_s": 0.0, "file_size_mb": 0.0, "memory_peak_mb": 0.0, "sha256": "",
        "created_at": "",
    }  # fmt: skip
    path = folder / f"{DOC_ID}.json"
    path.write_text(json.dumps({**facts, **content}, allow_nan=False), "utf-8")
    read_record(path)


def fill(corpus: Path) -> None:
    """Give the fuzzer sheets of some size to begin with; it would start with a few bytes."""
    corpus.mkdir(exist_ok=True)
    if not any(corpus.iterdir()):
        for number in range(200):
            rng = random.Random(number)
            (corpus / f"seed-{number}").write_bytes(rng.randbytes(rng.randrange(100, 1000)))


if __name__ == "__main__":
    if not sys.argv[1].startswith("-") and not os.path.isfile(sys.argv[1]):
        fill(Path(sys.argv[1]))
    sys.argv[1:] = [os.path.abspath(a) if os.path.exists(a) else a for a in sys.argv[1:]]
    os.chdir(PLACE)  # findings land here unless -artifact_prefix says otherwise
    print(f"findings: {PLACE}", flush=True)
    atheris.Setup(sys.argv, test_one)
    atheris.Fuzz()
