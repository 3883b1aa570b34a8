"""Passwords to try on encrypted drawings: in a file of their own, and nowhere else.

Only the path of that file goes on, in the environment, to whoever opens a PDF. The passwords stand
in no configuration that is kept, on no command line, in no record and in no log.
"""

from __future__ import annotations

import os

VARIABLE = "BOMFLOW_PASSWORDS"  # environment variable with the path of the file


class PasswordsError(Exception):
    """The file cannot be used. The message does not repeat what was given: it may be a password."""


def use_passwords(path: str | None) -> str:
    """Have this process and those that it starts try the passwords in the file ``path``.

    Returns:
        What changes when the file does; '' without a file.

    Raises:
        PasswordsError: the file cannot be read.
    """
    os.environ.pop(VARIABLE, None)
    if path is None:
        return ""
    try:
        _read(path)
        status = os.stat(path)
    except (OSError, ValueError) as error:
        raise PasswordsError(
            "extract.passwords: no file that can be read. It must name a text file (UTF-8) with "
            "one password per line; the passwords themselves do not belong here."
        ) from error
    os.environ[VARIABLE] = os.path.abspath(path)
    return f"{status.st_size}:{status.st_mtime_ns}"


def known_passwords() -> list[str]:
    """The passwords to try, in the order of the file.

    Raises:
        OSError, ValueError: the file is gone or no text any more.
    """
    path = os.environ.get(VARIABLE)
    return _read(path) if path else []


def _read(path: str) -> list[str]:
    with open(path, encoding="utf-8-sig") as stream:
        return [line for line in stream.read().split("\n") if line]
