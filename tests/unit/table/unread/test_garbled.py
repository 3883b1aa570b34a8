"""Text without a meaning is told, be it the text of a whole page or what stands beside a list."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bomflow.page.pdf import Page
from bomflow.page.words import Word
from bomflow.table.header.headers import Vocabulary
from bomflow.table.unread.garbled import garbled, unsure_text
from bomflow.table.unread.pictures import judge_page
from fontpage import font_page
from reading import read_bytes

PLAIN = ["PIPE", "CLAMP", "M12x50", "250", "DETAIL", "A"] * 10


def words(*texts: str) -> list[Word]:
    """One below the other, 10 points high."""
    return [Word(t, 10, 20 * i, 60, 20 * i + 10, 0, 10) for i, t in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["K\ufffd", "hi\ufffdu", "T\ufffdn", "g\ufffdi", "l\ufffd\ufffdng"], True),
        (["\ufffd12", "\ufffd16", "2x\ufffd8", "12\ufffd", "\ufffd250", "\ufffd300"], False),
        (["\ufffd"] * 5, False),  # signs of tolerances
        (["\ufffd"] * 40, True),  # each character of a Chinese list
        (["❄❁❂❃", "✘✙✚✛❡❢❣❤", "✴✵✶✷✸✹✹✺", "❬❭❪❫❴❵❛❜❝❞", "➓➔→↔↕➙➛➜➝➞➟", "➠➡➢➤➡➥"] * 2, True),
        (["➔", "✓", "✗"], False),
        (["\ue001\ue002\ue003"] * 40, True),
    ],
)
def test_what_tells_text_without_a_meaning(texts: list[str], expected: bool) -> None:
    assert garbled(words(*PLAIN, *texts)) is expected


def page(lost: int = 0, assumed: int = 0) -> Page:
    """What a page says of its text."""
    return cast(Page, SimpleNamespace(lost_texts=lost, assumed_characters=assumed))


def test_what_stands_beside_a_list_counts_and_what_is_in_it_does_not() -> None:
    texts = words(*["K\ufffd", "hi\ufffdu", "T\ufffdn", "g\ufffdi", "l\ufffd\ufffdng"])
    assert unsure_text(page(), texts, [(0, 0, 100, 200)]) == []
    (told,) = unsure_text(page(), texts, [(0, 300, 100, 500)])
    assert "beside the lists" in told


def test_lost_and_assumed_characters_are_told() -> None:
    lost, assumed = unsure_text(page(lost=3, assumed=70), [], [])
    assert "3 texts" in lost
    assert "70 characters" in assumed


def listed(columns: list[int], rows: list[list[str]]) -> bytes:
    """A page with a list in a font that gives glyph numbers."""
    content = b""
    used = set()
    for number, row in enumerate(rows):
        for x, cell in zip(columns, row, strict=True):
            text = bytes(ord(char) - 29 for char in cell)
            used |= set(text)
            content += b"BT /T 8 Tf %d %d Td <%b> Tj ET\n" % (
                x, 180 - 14 * number, text.hex().encode(),
            )  # fmt: skip
    return font_page(content, bytes(sorted(used)))


def test_a_list_in_glyph_numbers_is_read_and_told(tmp_path: Path) -> None:
    rows = [["ITEM", "QTY", "DESCRIPTION"]]
    rows += [[str(i), str(i + 1), f"CLAMP M{i}0"] for i in range(1, 6)]
    record: Any = read_bytes(listed([20, 60, 100], rows))
    (table,) = record["tables"]
    cells = [row["cells"] for row in table["rows"]]
    assert [[c["position"], c["quantity"], c["description"]] for c in cells] == rows[1:]
    assert table["check_status"] == "suspect"
    assert any("usual order" in reason for reason in table["check_reasons"])


@pytest.mark.parametrize(
    ("lost", "text", "outcome"),
    [(2, "名称", "no_text"), (1, "名称", "no_bom"), (2, "NAME", "no_bom"), (5, "NAME", "no_text")],
)
def test_few_letters_that_are_lost_may_be_a_header(lost: int, text: str, outcome: str) -> None:
    blank = SimpleNamespace(
        lost_texts=lost, width=800.0, height=600.0, pictures=list, outlined_tables=list
    )
    judged = judge_page(cast(Page, blank), words(text, *PLAIN), Vocabulary(), 0)
    assert judged.outcome == outcome
