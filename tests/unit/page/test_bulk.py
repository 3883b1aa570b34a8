"""The engine asked, and boxes joined, in C and in Python: the same answers, bit for bit."""

from __future__ import annotations

import shutil
import subprocess
from array import array
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings
from bomflow.page import characters, lettering, objects, pdfium
from bomflow.page.answers import CROWD, GENERATED, KINDS, MOST_SEGMENTS, STRIP, STRIPS, Bulk
from bomflow.page.bulk import ROOM, Compiled
from bomflow.page.geometry import Frame
from bomflow.page.plain import Plain
from drawgen import draw_drawing
from drawgen.broken import pdf
from drawgen.randomise import random_drawing

SOURCE = Path(pdfium.__file__).with_name("bulk.c")
EVERYWHERE = (-1e9, -1e9, 1e9, 1e9)
SKEWED = (0.5, 0.1, -0.2, 1.5, 30.0, -20.0)
SCALED = (1.5, 0.0, 0.0, -0.8, 30.0, 700.0)
REGIONS = [(EVERYWHERE, 0.0), ((100.0, 50.0, 400.0, 300.0), 5.0)]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Compiled:
    """bulk.c as it is now, whatever was installed."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("NOT TESTED: there is no C compiler, bulk.c and plain.py are not compared")
    library = tmp_path_factory.mktemp("bulk") / "bulk.so"
    flags = ["-std=c99", "-O2", "-ffp-contract=off", "-Wall", "-Wextra", "-pedantic", "-Werror"]
    command = [compiler, *flags, "-shared", "-fPIC", "-o", str(library), str(SOURCE)]
    subprocess.run(command, check=True)
    return Compiled(str(library))


@pytest.fixture(scope="module", params=range(8))
def drawing(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Drawings as written by different producers."""
    drawn, _, _ = random_drawing(Random(request.param), 1, 800)
    path = tmp_path_factory.mktemp("drawing") / "sheet.pdf"
    path.write_bytes(draw_drawing(drawn)[0])
    return str(path)


@pytest.fixture
def page(drawing: str) -> Iterator[int]:
    pdfium.start()
    document = pdfium.load_document(drawing.encode(), None)
    page = pdfium.load_page(document, 0)
    yield page
    pdfium.close_page(page)
    pdfium.close_document(document)


def test_objects_and_paths(page: int, compiled: Compiled) -> None:
    plain = Plain()
    count = pdfium.count_objects(page)
    kinds = plain.objects(page, False, count)
    assert compiled.objects(page, False, count) == kinds
    assert sum(map(len, kinds)) == count
    assert len(kinds) == KINDS
    for form in kinds[pdfium.FORM]:
        of_form = pdfium.form_count(form)
        inside = plain.objects(form, True, of_form)
        assert compiled.objects(form, True, of_form) == inside
        kinds = [own + nested for own, nested in zip(kinds, inside, strict=True)]
    paths = kinds[pdfium.PATH]
    assert paths
    for kind in kinds:
        for region, shortest in REGIONS:
            for matrix in (None, SKEWED):
                asked = (kind, matrix, region, shortest)
                assert list(compiled.within(*asked)) == list(plain.within(*asked))
    for matrix in (None, SKEWED):
        found = list(plain.within(paths, matrix, *REGIONS[1], 50))
        assert list(compiled.within(paths, matrix, *REGIONS[1], 50)) == found


@pytest.mark.parametrize("turns", range(4))
def test_edges(page: int, compiled: Compiled, turns: int) -> None:
    plain, frame = Plain(), Frame(10.0, 20.0, 800.0, 600.0, turns)
    paths = plain.objects(page, False, pdfium.count_objects(page))[pdfium.PATH]
    for region, shortest in [*REGIONS, (EVERYWHERE, 3.0)]:
        for matrix, measured in ((None, 0), (SKEWED, 0), (SCALED, 0), (SCALED, 50)):
            asked = (paths, matrix, region, shortest, measured, frame)
            found = list(plain.edges(*asked))
            assert list(compiled.edges(*asked)) == found
            assert found or matrix == SKEWED or region != EVERYWHERE or not paths


def test_characters(page: int, compiled: Compiled) -> None:
    plain = Plain()
    text = pdfium.load_text(page)
    count = pdfium.count_chars(text)
    assert count > 0
    assert compiled.unmapped(text, count) == plain.unmapped(text, count)
    told, expected = (bulk.characters(text, 3, count - 3) for bulk in (compiled, plain))
    assert told[:3] == expected[:3]
    for index, owner in enumerate(told.owners):
        if owner:
            here, there = told.lettering(index), expected.lettering(index)
            assert here.mode == there.mode
            assert here == there or here.mode == GENERATED
    pdfium.close_text(text)


def some_boxes(random: Random, count: int, size: float, extent: float) -> array[float]:
    """Boxes at places of a grid, so that many have sides in common, up to ``extent`` points."""
    boxes = array("d")
    for _ in range(count):
        x, y = (random.randrange(int(4 * extent)) / 4 - extent / 3 for _ in range(2))
        boxes.extend((x, y, x + random.choice((0, size, 0.7)), y + random.choice((0, size, 11))))
    return boxes


@pytest.mark.parametrize("seed", range(30))
def test_boxes_are_joined(compiled: Compiled, seed: int) -> None:
    random = Random(seed)
    # Apart; in crowds; on a page higher than there are strips, with one box as high as it.
    for extent in (900.0, 60.0, 3 * STRIP * STRIPS):
        boxes = some_boxes(random, random.choice((0, 1, 2, 300)), 6.0, extent)
        if extent > 900:
            boxes.extend((0.0, 0.0, 3.0, extent))
        assert compiled.joined(boxes) == (joined := Plain().joined(boxes))
        assert len(joined.numbers) == len(boxes) // 4
        assert sorted(set(joined.numbers)) == list(range(len(joined.around)))


@pytest.mark.parametrize("count", [CROWD, CROWD + 1, 5 * CROWD])
def test_of_a_crowd_only_the_last_are_looked_at(compiled: Compiled, count: int) -> None:
    lowest = [0.0, 5.0, 100.0, 6.0]  # sorted first, and meets only the last one
    boxes = array("d", [*lowest, *(n for _ in range(count - 1) for n in (1.0, 1.0, 90.0, 2.0))])
    boxes.extend((50.0, 3.0, 60.0, 6.0))
    joined = Plain().joined(boxes)
    assert len(joined.around) == (2 if count <= CROWD else 3)
    assert compiled.joined(boxes) == joined


def test_a_drawing_reads_the_same(
    drawing: str, compiled: Compiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(bulk: Bulk) -> object:
        for module in (characters, lettering, objects):
            monkeypatch.setattr(module, "bulk", bulk)
        return read_document(drawing, ReadSettings())

    assert read(compiled) == read(Plain())


def test_paths_of_more_edges_than_there_is_room_for(compiled: Compiled, tmp_path: Path) -> None:
    """Not at first: a zigzag, closed boxes, a line that nobody draws, one of too many segments."""
    zigzag = "0 0 m " + " ".join(f"{i} {i % 7} l {i} {i % 5} l" for i in range(3 * ROOM)) + " S"
    boxes = " ".join(f"{i % 90} {i % 70} 20 30 re" for i in range(ROOM)) + " f"
    hidden = "0 0 m 0 100 l 100 100 l n"
    figure = "5 5 m 5 50 l 50 50 l h 60 5 l S"
    endless = "0 0 m " + " ".join(f"0 {i % 400} l" for i in range(MOST_SEGMENTS)) + " S"
    lines = "\n".join((figure, zigzag, boxes, hidden, endless, boxes, figure))
    path = tmp_path / "path.pdf"
    path.write_bytes(
        pdf(
            [
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 600] /Contents 4 0 R >>",
                f"<< /Length {len(lines)} >>\nstream\n{lines}\nendstream",
            ]
        )
    )
    document = pdfium.load_document(str(path).encode(), None)
    page = pdfium.load_page(document, 0)
    paths = compiled.objects(page, False, pdfium.count_objects(page))[pdfium.PATH]
    for shortest in (0.0, 3.0):
        asked = (paths, None, EVERYWHERE, shortest, 0, Frame(0.0, 0.0, 900.0, 600.0, 0))
        found = list(compiled.edges(*asked))
        assert found == list(Plain().edges(*asked))
        assert len(found) > 2 * ROOM
    assert (5.0, 550.0, 5.0, 595.0) in found
    pdfium.close_page(page)
    pdfium.close_document(document)


def test_another_version_is_not_used(tmp_path: Path) -> None:
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("NOT TESTED: there is no C compiler")
    source = tmp_path / "old.c"
    source.write_text("int version(void) { return -1; }")
    library = tmp_path / "old.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source], check=True)
    with pytest.raises(OSError, match="another version"):
        Compiled(str(library))
