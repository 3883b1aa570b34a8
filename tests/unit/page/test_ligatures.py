"""Ligatures whose box the engine parts the wrong way, in text that is turned.

Browsers draw them so, and say with /ActualText what they are.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bomflow.page.glyph import Glyph
from bomflow.page.ligatures import whole_ligatures
from bomflow.page.pdf import open_document
from fontpage import font_page

TURNS = {0: b"1 0 0 1", 90: b"0 1 -1 0", 180: b"-1 0 0 -1", 270: b"0 -1 1 0"}


@pytest.mark.parametrize("angle", TURNS)
@pytest.mark.parametrize(("letters", "said"), [("fi", "de fixing"), ("ffi", "de ffixing")])
def test_its_letters_follow_each_other_whichever_way_the_text_runs(
    tmp_path: Path, angle: int, letters: str, said: str
) -> None:
    path = tmp_path / "fonts.pdf"
    span = b"/Span<</ActualText(%b)>>BDC (X) Tj EMC" % letters.encode()
    matrix = TURNS[angle] + b" 150 100 Tm"
    content = b"BT /T 10 Tf %b (de) Tj 14 0 Td %b 5 0 Td (xing) Tj ET" % (matrix, span)
    path.write_bytes(font_page(content, b"Xdeginx", names={ord(c): c for c in "deginx"}))
    with open_document(str(path)) as document, document.page(1) as page:
        words = page.words()
    assert " ".join(w.text for w in words if w.text.strip()) == said


def test_letters_one_after_the_other_keep_their_boxes() -> None:
    letters = [Glyph("a", 10, 20, 15, 30, 0.0, 10.0, 1), Glyph("b", 15, 20, 20, 30, 0.0, 10.0, 1)]
    turned = [Glyph("a", 10, 25, 20, 30, 90.0, 10.0, 2), Glyph("b", 10, 20, 20, 25, 90.0, 10.0, 2)]
    lines = [Glyph("a", 10, 20, 15, 30, 0.0, 10.0, 3), Glyph("a", 10, 30, 15, 40, 0.0, 10.0, 4)]
    drawn = [*letters, *turned, *lines]
    assert list(whole_ligatures(drawn)) == drawn
