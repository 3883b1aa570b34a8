"""Faults that a reader could make, injected into a rightly read table.

Each takes a table of a record and the words of its page apart in place. The faults of the reader
leave the page as it is; those of the page are in its words too, as if the drawing were so or its
font decoded wrongly, and only figures, places and habits of the list can prove them.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable

from bomflow.extract.settings import ReadSettings
from bomflow.page.words import Word
from bomflow.proof.verdict import check_tables
from bomflow.proof.words import check_words
from lists import NUMBERS, Table, boxes_of, columns_of, get, hull, put, words_of

SETTINGS = ReadSettings()
Words = list[Word]
Fault = Callable[[Table, Words, random.Random], bool]
"""Changes table and words in place; False where the table has nothing to break so."""

Box = list[float]


def inside(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def forget(table: Table, words: Words, boxes: list[Box]) -> None:
    """Words in ``boxes`` that no cell holds any more are left over where they lie in the table."""
    held = [
        box
        for row in table["rows"]
        for box in (*row["cell_boxes"].values(), *(row.get("extra_boxes") or {}).values())
    ]
    for word in words:
        lost = any(inside(word, box) for box in boxes) and inside(word, table["bbox"])
        if lost and not any(inside(word, box) for box in held):
            table["leftover"].append({"text": word.text, "bbox": list(word.box)})


def shrink(table: Table) -> None:
    """The box around what is left, as a list without a frame has it."""
    boxes = [row["bbox"] for row in table["rows"]]
    table["bbox"] = hull(*boxes, *[h["bbox"] for h in table["header"] if h["bbox"]])


def drop_rows(table: Table, words: Words, at: range) -> None:
    """Rows that are not read although their words are there."""
    rows = table["rows"]
    lost = [row["bbox"] for row in rows[at.start : at.stop]]
    end = at.start == 0 or at.stop == len(rows)
    del rows[at.start : at.stop]
    if end and table.get("printed_total") == "":
        shrink(table)
    forget(table, words, lost)


def lose_row(table: Table, words: Words, rng: random.Random) -> bool:
    if len(table["rows"]) < 2:
        return False
    at = rng.randrange(len(table["rows"]))
    drop_rows(table, words, range(at, at + 1))
    return True


def lose_end(table: Table, words: Words, rng: random.Random) -> bool:
    """The first or the last one to three rows."""
    count = len(table["rows"])
    if count < 3:
        return False
    lost = rng.randint(1, min(3, count - 2))
    drop_rows(table, words, rng.choice([range(lost), range(count - lost, count)]))
    return True


def lose_column(table: Table, words: Words, rng: random.Random) -> bool:
    """A column with its header, inside or at a side of the list."""
    names = [c for c in columns_of(table) if any(get(row, c) for row in table["rows"])]
    if len(names) < 3 or len(table["header"]) != len(columns_of(table)):
        return False
    name = rng.choice(names)
    at = columns_of(table).index(name)
    lost = [table["header"][at]["bbox"]] if table["header"][at]["bbox"] else []
    outer = name in (names[0], names[-1])
    del table["header"][at]
    for row in table["rows"]:
        kept, key = boxes_of(row, name)
        if key in kept:
            lost.append(kept.pop(key))
        if name.startswith("extra "):
            row["extra"].pop(key, None)
        else:
            row["cells"][key] = ""
        boxes = [*row["cell_boxes"].values(), *(row.get("extra_boxes") or {}).values()]
        if not boxes:
            return False
        row["bbox"] = hull(*boxes)
    if outer:
        shrink(table)
    forget(table, words, lost)
    return True


def double_row(table: Table, words: Words, rng: random.Random) -> bool:
    at = rng.randrange(len(table["rows"]))
    table["rows"].insert(at, copy.deepcopy(table["rows"][at]))
    return True


def fuse_rows(table: Table, words: Words, rng: random.Random) -> bool:
    """Two neighbouring rows read as one."""
    rows = table["rows"]
    if len(rows) < 2:
        return False
    i = rng.randrange(len(rows) - 1)
    first, second = rows[i], rows[i + 1]
    for c in columns_of(table):
        put(first, c, " ".join(t for t in (get(first, c), get(second, c)) if t))
        boxes, name = boxes_of(second, c)
        if name in boxes:
            target, name = boxes_of(first, c)
            target[name] = hull(target.get(name), boxes[name])
    first["bbox"] = hull(first["bbox"], second["bbox"])
    del rows[i + 1]
    return True


def shift_cell(table: Table, words: Words, rng: random.Random) -> bool:
    """One cell joins its left or right neighbour, which may be empty."""
    names = columns_of(table)
    row = rng.choice(table["rows"])
    full = [c for c in names if get(row, c)]
    if not full or len(names) < 2:
        return False
    source = rng.choice(full)
    at = names.index(source)
    to = names[rng.choice([k for k in (at - 1, at + 1) if 0 <= k < len(names)])]
    pair = [source, to] if at < names.index(to) else [to, source]
    put(row, to, " ".join(t for t in (get(row, c) for c in pair) if t))
    put(row, source, "")
    boxes, name = boxes_of(row, source)
    moved = boxes.pop(name, None)
    if moved:
        target, name = boxes_of(row, to)
        target[name] = hull(moved, target.get(name))
    return True


def swap_columns(table: Table, words: Words, rng: random.Random) -> bool:
    """The cells of two columns change places; their headers do not."""
    names = [c for c in columns_of(table) if any(get(row, c) for row in table["rows"])]
    if len(names) < 2:
        return False
    one, other = rng.sample(names, 2)
    if all(get(row, one) == get(row, other) for row in table["rows"]):
        return False
    for row in table["rows"]:
        texts = get(row, one), get(row, other)
        put(row, one, texts[1])
        put(row, other, texts[0])
        (boxes, key), (others, other_key) = boxes_of(row, one), boxes_of(row, other)
        box, other_box = boxes.pop(key, None), others.pop(other_key, None)
        if other_box:
            boxes[key] = other_box
        if box:
            others[other_key] = box
    return True


def wrong_line(table: Table, words: Words, rng: random.Random) -> bool:
    """The last line of a wrapped cell goes to the next row."""
    rows = table["rows"]
    places = []
    for i, row in enumerate(rows[:-1]):
        for c in columns_of(table):
            kept, key = boxes_of(row, c)
            own = [w for w in words if key in kept and inside(w, kept[key])]
            last = max((w.top for w in own), default=0.0)
            line = [w for w in own if w.top > last - 0.5 * (w.bottom - w.top)]
            text = " ".join(w.text for w in sorted(line, key=lambda w: w.x0))
            if len(line) < len(own) and get(row, c).endswith(text):
                places.append((i, c, line, text))
    if not places or rows[0]["bbox"][1] > rows[-1]["bbox"][1]:
        return False
    i, c, line, text = rng.choice(places)
    put(rows[i], c, get(rows[i], c).removesuffix(text).strip())
    put(rows[i + 1], c, f"{text} {get(rows[i + 1], c)}".strip())
    kept, key = boxes_of(rows[i], c)
    rest = [list(w.box) for w in words if inside(w, kept[key]) and w not in line]
    kept[key] = hull(*rest)
    kept, key = boxes_of(rows[i + 1], c)
    kept[key] = hull(*[list(w.box) for w in line], kept.get(key))
    for row in rows[i : i + 2]:
        row["bbox"] = hull(*row["cell_boxes"].values(), *(row.get("extra_boxes") or {}).values())
    return True


def heading_as_row(table: Table, words: Words, rng: random.Random) -> bool:
    """A section heading read as a row, which holds it as its description."""
    rows = table["rows"]
    starts = [i for i, row in enumerate(rows) if row["section"] and row["section"] != (
        rows[i - 1]["section"] if i else "")]  # fmt: skip
    if not starts or "description" not in columns_of(table):
        return False
    at = rng.choice(starts)
    section = rows[at]["section"]
    first = section.split()[0]
    top = rows[at]["bbox"][1]
    near = [w for w in words if w.text == first and w.bottom <= top + 1]
    if not near:
        return False
    place = max(near, key=lambda w: w.bottom)
    level = [list(w.box) for w in words if abs(w.top - place.top) < 1 and w.x0 >= place.x0]
    box = hull(*level)
    row = copy.deepcopy(rows[at])
    row.update(bbox=box, section="", cell_boxes={"description": box}, extra_boxes={})
    row["cells"] = dict.fromkeys(row["cells"], "") | {"description": section}
    row["extra"] = dict.fromkeys(row["extra"], "")
    for other in rows:
        if other["section"] == section:
            other["section"] = ""
    rows.insert(at, row)
    return True


def edited(
    table: Table,
    words: Words,
    rng: random.Random,
    wanted: Callable[[str], bool],
    pattern: str,
    change: Callable[[str], str],
    page: bool,
    narrow: bool = False,
) -> bool:
    """One place of one cell changes that matches ``pattern``.

    ``page``: in the page's words too; ``narrow``: the cell's box loses the room.
    """
    places = [
        (row, c, found.span())
        for row in table["rows"]
        for c in columns_of(table)
        if wanted(c)
        for found in re.finditer(pattern, get(row, c))
    ]
    if not places:
        return False
    row, column, (start, stop) = rng.choice(places)
    text = get(row, column)
    after = " ".join((text[:start] + change(text[start:stop]) + text[stop:]).split())
    put(row, column, after)
    boxes, name = boxes_of(row, column)
    box = boxes.get(name)
    if box is None:
        return True
    old, new = text.split(), after.split()
    if page:
        _retype(words, box, old, new)
    if narrow:
        # Along the text's own direction; numbers may be aligned by their right edge.
        k = 0 if box[2] - box[0] >= box[3] - box[1] or len(text) < 2 else 1
        lost = (box[k + 2] - box[k]) * (1 - len(after) / len(text))
        box = list(box)
        box[k + 2] -= lost
        if after:
            boxes[name] = box
        else:
            del boxes[name]
    return True


def _retype(words: Words, box: Box, old: list[str], new: list[str]) -> None:
    """The words of a cell as it reads now."""
    changed = [(a, b) for a, b in zip(old, [*new, ""], strict=False) if a != b]
    gone, come = changed[0] if changed else (old[-1], "")
    for k, word in enumerate(words):
        if inside(word, box) and gone in word.text:
            words[k] = word._replace(text=word.text.replace(gone, come, 1))
            return


def number(column: str) -> bool:
    return column in NUMBERS


def text(column: str) -> bool:
    return column not in NUMBERS


def nothing(_: str) -> str:
    return ""


def other_digit(digit: str) -> str:
    return {"6": "8", "8": "6", "1": "7", "7": "1", "3": "8", "0": "6"}.get(digit, "0")


def drop_digit(table: Table, words: Words, rng: random.Random) -> bool:
    """A cell lacks a digit of the word that it was made of."""
    return edited(table, words, rng, lambda _: True, r"\d", nothing, page=False)


def lose_digit(table: Table, words: Words, rng: random.Random) -> bool:
    return edited(table, words, rng, number, r"\d", nothing, page=True)


def lose_digit_and_room(table: Table, words: Words, rng: random.Random) -> bool:
    return edited(table, words, rng, number, r"\d", nothing, page=True, narrow=True)


def change_digit(table: Table, words: Words, rng: random.Random) -> bool:
    return edited(table, words, rng, number, r"\d", other_digit, page=True)


def lose_mark(table: Table, words: Words, rng: random.Random) -> bool:
    return edited(table, words, rng, number, r"(?<=\d)[.,](?=\d)", nothing, page=True)


def lose_unit(table: Table, words: Words, rng: random.Random) -> bool:
    return edited(table, words, rng, number, r"(?<=\d) ?[^\W\d]+$", nothing, page=True)


def lose_text_digit(table: Table, words: Words, rng: random.Random) -> bool:
    return edited(table, words, rng, text, r"\d", nothing, page=True)


def delete_row(table: Table, words: Words, rng: random.Random) -> bool:
    """A row that the page does not have either."""
    before = [row["bbox"] for row in table["rows"]]
    if not lose_row(table, words, rng):
        return False
    kept = [row["bbox"] for row in table["rows"]]
    lost = [box for box in before if box not in kept]
    table["leftover"] = [
        entry for entry in table["leftover"] if not any(
            inside(Word("", *entry["bbox"]), box) for box in lost)
    ]  # fmt: skip
    words[:] = [w for w in words if not any(inside(w, box) for box in lost)]
    return True


READER: dict[str, Fault] = {
    "row not read": lose_row,
    "cell shifted": shift_cell,
    "digit dropped": drop_digit,
    "rows fused": fuse_rows,
    "end not read": lose_end,
    "column lost": lose_column,
    "columns swapped": swap_columns,
    "row twice": double_row,
    "line astray": wrong_line,
    "heading a row": heading_as_row,
}
PAGE: dict[str, Fault] = {
    "row gone": delete_row,
    "digit lost": lose_digit,
    "digit + room": lose_digit_and_room,
    "digit changed": change_digit,
    "mark lost": lose_mark,
    "unit lost": lose_unit,
    "text digit": lose_text_digit,
}
FAULTS = {**READER, **PAGE}


def inject(name: str, right: Table, words: Words, rng: random.Random) -> tuple[Table, Words] | None:
    """A copy of a right table with one fault, and the words of its page then."""
    wrong, seen = copy.deepcopy(right), list(words)
    return (wrong, seen) if FAULTS[name](wrong, seen, rng) else None


def suspect(table: Table, words: Words) -> bool:
    """The verdict on the only table of a page."""
    check_tables([table], SETTINGS, check_words([table], words))
    return bool(table["check_status"] == "suspect")


def measure(tables: list[Table], rng: random.Random) -> dict[str, list[int]]:
    """Fault -> [not flagged, tried]; 'right' -> [flagged, tried]; a table a page."""
    result: dict[str, list[int]] = {"right": [0, 0], **{name: [0, 0] for name in FAULTS}}
    for table in tables:
        words = words_of(table)
        result["right"][0] += suspect(copy.deepcopy(table), words)
        result["right"][1] += 1
        for name in FAULTS:
            if found := inject(name, table, words, rng):
                result[name][0] += not suspect(*found)
                result[name][1] += 1
    return result
