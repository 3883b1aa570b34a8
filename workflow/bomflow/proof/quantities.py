"""What a quantity cell counts: a number, a product (2 x 3), a sum (2+2), or one of several.

Lists print a number for the whole drawing and that of one assembly in brackets, ``6 (2)``, or one
for each of two variants, ``4 / 6``. Which of them the weights are for, arithmetic tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bomflow.proof.numbers import Number, parse_number

# Quantities that are left open on purpose: AS REQ'D, A/R, ASSORTED, 1 (+1 SPARE).
_LEFT_OPEN = re.compile(
    r"a\.?/?r\.?|as (?:req|need).*|ref\.?|req'?d|n\. ?b\.?|nach bedarf|bei bedarf|tb[cd]|n/a|\?|"
    r"n\.? ?v\.?|up to \d{1,4}|(?:a )?lot|alt\.?|opt(?:\.|ional)?|assorted|"
    r"various|varies|several|some|many|"
    # what is delivered on top, which arithmetic does not tell from what is built in
    r"\d{1,5} ?\( ?\+ ?\d{1,4}(?: [^\W\d_]{2,12}\.?)? ?\)|\d{1,5} ?\+ ?\d{1,4} [^\W\d_]{3,12}\.?",
    re.IGNORECASE,
)
_PRODUCT = re.compile(r"(\d{1,4}) ?[x×*] ?(\d{1,4})")
_LENGTHS = re.compile(r"(\d{1,4}) ?[x×] ?\d[\d.,]* ?(?:mm|cm|m|ft|in)", re.IGNORECASE)  # 2 x 500 mm
_SUM = re.compile(r"\d{1,4}(?: ?\+ ?\d{1,4}){1,3}")
_BRACKETED = re.compile(r"(\d{1,5}) ?\((\d{1,5})\)")
_VARIANTS = re.compile(r"\d{1,4}(?: ?/ ?\d{1,4}){1,3}")


def counted(
    text: str, thousands: str, fits: Callable[[Number], bool] = lambda _: False
) -> Number | None:
    """The quantity of a cell, None for words and for variants of which none ``fits`` the weights.

    ``thousands``: the mark that groups thousands in this table ('.', ',' or '').
    """
    number = parse_number(text, thousands)
    if number is not None:
        return number
    plain = text.strip()
    if product := _PRODUCT.fullmatch(plain):
        return _whole(int(product[1]) * int(product[2]))
    if lengths := _LENGTHS.fullmatch(plain):
        return _whole(int(lengths[1]))
    if _SUM.fullmatch(plain):
        return _whole(sum(map(int, plain.split("+"))))
    if pair := _BRACKETED.fullmatch(plain):
        numbers = [_whole(int(pair[1])), _whole(int(pair[2]))]
        return next(filter(fits, numbers), numbers[0])
    if is_for_variants(plain):
        return next(filter(fits, [_whole(int(part)) for part in plain.split("/")]), None)
    return None


def is_left_open(text: str) -> bool:
    """Whether a cell says in words that no number is given: AS REQ'D, A/R, ASSORTED."""
    return bool(_LEFT_OPEN.fullmatch(text.strip()))


def is_for_variants(text: str) -> bool:
    """Whether a cell holds the quantities of several variants: 4 / 6."""
    return bool(_VARIANTS.fullmatch(text.strip()))


def _whole(value: int) -> Number:
    return Number(float(value), 0, "", "")
