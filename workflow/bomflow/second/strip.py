"""Content streams without their line work: on a dense sheet that is nearly all of them."""

from __future__ import annotations

import re

_NUMBER = rb"[-+.\d]++\s++"
_TOKENS = re.compile(
    rb"(\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*+\))*+\)|%[^\r\n]*+)"  # strings and comments stay
    rb"|\bBI\s.*?\sEI(?=\s)"  # inline images
    rb"|(?<![^\s\])>])(?:(?:" + _NUMBER + rb"){2}"
    rb"(?:[ml]|(?:" + _NUMBER + rb"){2}(?:re|[vy]|(?:" + _NUMBER + rb"){2}c))(?=\s)\s++)++"
    rb"(?:(?:h|s|S|f\*?|F|B\*?|b\*?|n|W\*?)(?=\s)\s++)*+",
    re.DOTALL,
)


def without_paths(content: bytes) -> bytes:
    """A page's decoded content stream without path operators and inline images.

    Text, states and forms stay as they are; clipping is lost with the paths.
    """
    return _TOKENS.sub(_kept, content)


def _kept(match: re.Match[bytes]) -> bytes:
    return match[1] or b"\n"
