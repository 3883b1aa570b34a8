"""What of the configuration changes what is read from a drawing."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

KKS = r"\d[A-Z0-9]{3}\d{2}BQ\d{3}"
SU = r"(\d[A-Z0-9]{3}\d{2}BQ\d{3})/SU"


@dataclass(frozen=True)
class ReadSettings:
    """Settings of one reading; equal settings on equal bytes give equal records.

    Attributes:
        kks, su: regular expressions of the power-plant codes.
        codes: further named codes, name -> regular expression.
        headers: further header spellings, column -> spellings ("quantity": ["Stueck"]).
        decimal_comma: whether "1,234" is a decimal; "auto" decides per table.
        max_pages: pages read from the front of the file, None for all.
    """

    kks: str = KKS
    su: str = SU
    codes: dict[str, str] = field(default_factory=dict)
    headers: dict[str, list[str]] = field(default_factory=dict)
    decimal_comma: Literal["auto"] | bool = "auto"
    max_pages: int | None = None

    def to_json(self) -> str:
        """One line of JSON with sorted keys, fit for a command line or a digest."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> ReadSettings:
        """The settings that ``to_json`` wrote; absent keys take their defaults.

        Raises:
            TypeError: an unknown key.
            ValueError: no JSON object.
        """
        values: Any = json.loads(text)
        if not isinstance(values, dict):
            raise ValueError("read settings must be a JSON object")
        return cls(**values)
