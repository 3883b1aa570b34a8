"""Content streams without their line work: on a dense sheet that is nearly all of them."""

from __future__ import annotations

import re

_NUMBER = rb"[-+.\d]++\s++"
# Possessive (++) are single characters only: before Python 3.11.5 such a group swallows what a
# failed try of it had matched. What else repeats is bounded, as each round is kept in memory.
_TOKENS = re.compile(
    # strings and comments stay
    rb"(\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*\))*\)|%[^\r\n]*+)"
    rb"|\bBI\s.*?\sEI(?=\s)"  # inline images
    rb"|(?<![^\s\])>])(?:(?:" + _NUMBER + rb"){2}"
    rb"(?:[ml]|(?:" + _NUMBER + rb"){2}(?:re|[vy]|(?:" + _NUMBER + rb"){2}c))(?=\s)\s++){1,500}"
    rb"(?:(?:h|s|S|f\*?|F|B\*?|b\*?|n|W\*?)(?=\s)\s++){0,50}",
    re.DOTALL,
)


def without_paths(content: bytes) -> bytes:
    """A page's decoded content stream without path operators and inline images.

    Text, states and forms stay as they are; clipping is lost with the paths.
    """
    return _TOKENS.sub(_kept, content)


def _kept(match: re.Match[bytes]) -> bytes:
    return match[1] or b"\n"
