"""What reading may cost, counted instead of timed: imports, pages, calls, instructions, memory."""

from __future__ import annotations

import cProfile
import gc
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bomflow.extract.document import read_document
from bomflow.extract.limits import memory_mb
from bomflow.extract.settings import ReadSettings
from bomflow.page import pdf, pdfium
from bomflow.page.bulk import Compiled, bulk
from sheets import Pad

ROWS = [
    ["POS", "PART NUMBER", "DESCRIPTION", "QTY"],
    ["1", "100-200", "PIPE CLAMP", "2"],
    ["2", "100-201", "HEX NUT M12", "8"],
]
# Each of these costs more to import than a light sheet costs to read.
HEAVY = {
    "asyncio", "logging", "matplotlib", "msgspec", "numpy", "pandas", "pdfminer", "pdfplumber",
    "PIL", "psutil", "pypdfium2", "pypdfium2_raw", "rich", "snakemake", "sqlite3", "subprocess",
    "yaml",
}  # fmt: skip
MOST_MODULES = 105  # of others; 98 when this was written, 33 of them before our first line

IMPORTS = """
import sys
from bomflow.extract.worker import run_attempt
from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings
assert read_document(sys.argv[1], ReadSettings())["rows_count"] == 2
print(*sys.modules)
"""


@pytest.fixture
def sheet() -> Iterator[str]:
    """A sheet with one sound table."""
    pad = Pad()
    pad.ruled(300, 60, [40, 80, 150, 40], ROWS)
    path = save(pad)
    yield path
    Path(path).unlink()


def save(pad: Pad) -> str:
    pad.canvas.showPage()
    pad.canvas.save()
    return pad.path


def test_a_worker_imports_nothing_heavy(sheet: str) -> None:
    command = [sys.executable, "-c", IMPORTS, sheet]
    modules = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY & {name.partition(".")[0] for name in modules}
    assert len([name for name in modules if name.partition(".")[0] != "bomflow"]) < MOST_MODULES


def counted(monkeypatch: pytest.MonkeyPatch, name: str) -> list[Any]:
    calls: list[Any] = []
    real = getattr(pdfium, name)

    def count(*arguments: Any) -> Any:
        calls.append(arguments)
        return real(*arguments)

    monkeypatch.setattr(pdfium, name, count)
    return calls


def test_every_page_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pad = Pad()
    for _ in range(3):
        pad.ruled(300, 60, [40, 80, 150, 40], ROWS)
        pad.canvas.showPage()
    pad.canvas.save()
    names = ("load_document", "load_page", "close_page", "load_text", "close_text")
    calls = {name: counted(monkeypatch, name) for name in names}
    assert read_document(pad.path, ReadSettings())["rows_count"] == 6
    assert {name: len(made) for name, made in calls.items()} == {
        "load_document": 1, "load_page": 3, "close_page": 3, "load_text": 3, "close_text": 3,
    }  # fmt: skip
    read_document(pad.path, ReadSettings(max_pages=1))
    assert len(calls["load_page"]) == 4
    Path(pad.path).unlink()


def test_pages_without_a_header_are_left_without_a_look_for_their_rulings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pad = Pad()
    for y in range(100, 400, 20):
        pad.text(100, y, "SECTION A-A OF BRACKET 1LBA10BQ001")
    pad.grid([500, 550, 600], [500, 530, 560])
    asked = []
    real = pdf.find_rulings
    monkeypatch.setattr(pdf, "find_rulings", lambda *of: asked.append(of) or real(*of))
    assert pad.read()["error_code"] == "NO_ANCHOR"
    assert asked == []
    pad = Pad()
    pad.ruled(300, 60, [40, 80, 150, 40], ROWS)
    assert pad.read()["rows_count"] == 2
    assert len(asked) == 1


def lined_sheet(lines: int) -> str:
    """A sheet with one sound table and so many lines of drawing."""
    pad = Pad()
    pad.ruled(300, 60, [40, 80, 150, 40], ROWS)
    for i in range(lines):
        x, y = 20 + i % 97 * 2.5, 300 + i // 97 * 0.7
        pad.line(x, y, x + 1.5, y + 1.5)
    return save(pad)


def calls_to_read(lines: int) -> int:
    """Function calls that the interpreter makes to read a sheet with so many lines of drawing."""
    path = lined_sheet(lines)
    read_document(path, ReadSettings())  # what is cached is paid for
    profile = cProfile.Profile()
    profile.enable()
    read_document(path, ReadSettings())
    profile.disable()
    Path(path).unlink()
    return sum(entry.callcount for entry in profile.getstats())


def test_line_work_costs_no_calls_of_its_own() -> None:
    """The engine is asked in bulk: on a dense sheet one call per object would cost the most."""
    assert calls_to_read(20_000) - calls_to_read(2_000) < 0.2 * 18_000


def test_a_light_sheet_costs_few_calls() -> None:
    assert calls_to_read(0) < 20_000  # 13,500 when this was written


ENGINE = """
import sys
from bomflow.page import pdfium
pdfium.start()
page = pdfium.load_page(pdfium.load_document(sys.argv[1].encode(), None), 0)
assert pdfium.count_chars(pdfium.load_text(page)) > 0
"""
READER = """
import sys
from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings
assert read_document(sys.argv[1], ReadSettings())["rows_count"] == 2
"""


def instructions(code: str, path: str) -> int:
    """Instructions of a fresh process, as the processor counts them; skips where it may not."""
    if shutil.which("perf") is None:
        pytest.skip("NOT TESTED: no perf, instructions cannot be counted")
    count = ["perf", "stat", "-x,", "-e", "instructions:u", sys.executable, "-c", code, path]
    told = subprocess.run(count, capture_output=True, text=True)
    figures = re.search(r"^(\d+),.*instructions", told.stderr, re.MULTILINE)
    if figures is None:
        pytest.skip(f"NOT TESTED: perf does not count here: {told.stderr[-200:]}")
    assert told.returncode == 0, told.stderr
    return int(figures[1])


def test_line_work_costs_little_more_than_the_engine_parsing_it() -> None:
    if not isinstance(bulk, Compiled):
        pytest.skip("NOT TESTED: bulk.c is not compiled here; install the project with a compiler")
    light, dense = lined_sheet(0), lined_sheet(20_000)
    engine, reader = (instructions(c, dense) - instructions(c, light) for c in (ENGINE, READER))
    assert reader < 2 * engine  # 1.5 when this was written; 3.2 with a call for every object
    for path in (light, dense):
        Path(path).unlink()


def test_memory_does_not_grow_with_the_number_of_files(sheet: str) -> None:
    for _ in range(20):
        read_document(sheet, ReadSettings())
    gc.collect()
    before, _ = memory_mb()
    for _ in range(200):
        read_document(sheet, ReadSettings())
    gc.collect()
    after, _ = memory_mb()
    assert after - before < 2  # MB; a page that is not closed keeps about 0.1
