"""The nearest command, and that each has its arguments."""

from __future__ import annotations

import pytest

from bomflow.cli.main import main
from bomflow.cli.parser import COMMANDS, EXIT_USAGE, build_parser


@pytest.mark.parametrize(
    ("typed", "meant"), [("extrct", "extract"), ("galery", "gallery"), ("retry", "retry-failed")]
)
def test_a_command_that_is_none_is_met_with_the_nearest_one(
    typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main([typed, "FILE.pdf"])
    assert end.value.code == EXIT_USAGE
    assert f"did you mean {meant!r}?" in capsys.readouterr().err


def test_the_commands_are_those_of_the_parser() -> None:
    [commands] = [a for a in build_parser()._actions if isinstance(a.choices, dict)]
    assert tuple(commands.choices) == COMMANDS
