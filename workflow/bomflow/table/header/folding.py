"""Header words as they are compared: without case, accents, punctuation and their variants."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FOLD = str.maketrans({
    "ł": "l", "Ł": "l", "ß": "ss", "đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "æ": "ae", "ı": "i",
    "№": " no ", "#": " no ", "º": "o", "°": "o",
    # traditional and Japanese forms are folded to the simplified ones
    **dict(zip(
        "號項圖図數稱單単總総計質備註規標準長寬編碼員對應場產処處個",
        "号项图图数称单单总总计质备注规标准长宽编码员对应场产处处个", strict=True,
    )),
})  # fmt: skip


_EXTENT = re.compile(r"maß(?!st)", re.IGNORECASE)  # a size; MASSE is a weight
_PUNCTUATION = re.compile(r"[^\w]+|_+")
_NUMERO = re.compile(r"\bn o\b")
_CJK = re.compile(r"(?<=[\u2e80-\u9fff\uac00-\ud7af])\s+(?=[\u2e80-\u9fff\uac00-\ud7af])")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Text without case, accents and punctuation; Chinese, Japanese and Korean without blanks."""
    text = _EXTENT.sub("masz", text).translate(_FOLD)
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    # the lists are folded as well, so it does no harm that й and ё lose their marks
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    plain = _NUMERO.sub("no", _PUNCTUATION.sub(" ", plain))
    return _CJK.sub("", unicodedata.normalize("NFC", plain).strip())
