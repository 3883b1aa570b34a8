"""Shell completion."""

from __future__ import annotations

import pytest

from bomflow.cli import completions
from bomflow.cli.parser import build_parser


@pytest.mark.parametrize("shell", completions.SHELLS)
def test_completion_knows_every_command_and_option(shell: str) -> None:
    text = completions.script(build_parser(), shell)
    for word in ("extract", "gallery", "summary", "retry-failed", "--explain", "--page", "bash"):
        assert word in text
    assert ("bashcompinit" in text) == (shell == "zsh")
