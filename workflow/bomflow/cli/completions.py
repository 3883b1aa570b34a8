"""Shell completion, made from the argument parser: it cannot drift from the commands."""

from __future__ import annotations

import argparse

SHELLS = ("bash", "zsh")
_SCRIPT = """\
_bomflow() {
  local word="${COMP_WORDS[COMP_CWORD]}" words=""
  case "${COMP_WORDS[1]}" in
%s
    *) words="%s" ;;
  esac
  [ "$COMP_CWORD" = 1 ] && words="%s"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  # Everything else is a file or a folder.
  [ "$COMP_CWORD" -gt 1 ] && COMPREPLY+=($(compgen -f -- "$word"))
}
complete -o filenames -F _bomflow bomflow"""


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """The script to evaluate in ``shell``, for the command ``bomflow``."""
    commands: dict[str, argparse.ArgumentParser] = {}
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            commands = dict(action.choices)
    names = " ".join([*commands, *_options(parser)])
    cases = "\n".join(
        f'    {name}) words="{" ".join(_options(command))}" ;;'
        for name, command in commands.items()
    )
    text = _SCRIPT % (cases, names, names)
    return f"autoload -U +X bashcompinit && bashcompinit\n{text}" if shell == "zsh" else text


def _options(parser: argparse.ArgumentParser) -> list[str]:
    """The long options of a command, and the values a positional argument can take."""
    words = [text for action in parser._actions for text in action.option_strings]
    for action in parser._actions:
        if not action.option_strings and action.choices and not isinstance(action.choices, dict):
            words += [str(choice) for choice in action.choices]
    return [word for word in words if not word.startswith("-") or word.startswith("--")]
