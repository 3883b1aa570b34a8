"""Digest of a stage's own code, so that editing it re-runs it and what lies below, nothing above.

Snakemake sees neither imported modules nor upgraded packages; a digest in ``params`` makes it see
both.
"""

from __future__ import annotations

import ast
import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

PACKAGE = Path(__file__).parent


def stage_digest(*entries: str, packages: tuple[str, ...] = ()) -> str:
    """Digest of the modules ``entries`` (such as ``"bomflow.merge.shard"``) and all of this package
    that they import, and of the installed versions of the third-party ``packages``.
    """
    digest = hashlib.sha256()
    for path in sorted(_with_c(_closure(entries))):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    for name in sorted(packages):
        digest.update(f"{name}={metadata.version(name)}\0".encode())
    return digest.hexdigest()[:16]


def stage_modules(*entries: str) -> list[str]:
    """The files that ``stage_digest`` covers, relative to the package, sorted."""
    return sorted(path.relative_to(PACKAGE).as_posix() for path in _with_c(_closure(entries)))


def _with_c(modules: set[Path]) -> set[Path]:
    """The modules and the C sources that bear the names of some."""
    return modules | {source for path in modules if (source := path.with_suffix(".c")).is_file()}


def _closure(entries: tuple[str, ...]) -> set[Path]:
    pending, found = list(entries), set()
    while pending:
        path = _module_path(pending.pop())
        if path is not None and path not in found:
            found.add(path)
            pending += _imports(path)
    return found


@cache
def _imports(path: Path) -> tuple[str, ...]:
    names: list[str] = []
    package = (PACKAGE.name, *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*above, node.module) if node.module else above)
            names += [module, *(f"{module}.{alias.name}" for alias in node.names)]
    return tuple(name for name in names if name.split(".")[0] == PACKAGE.name)


def _module_path(name: str) -> Path | None:
    relative = name.split(".")[1:]
    for path in (
        PACKAGE.joinpath(*relative).with_suffix(".py") if relative else PACKAGE / "__init__.py",
        PACKAGE.joinpath(*relative, "__init__.py"),
    ):
        if path.is_file():
            return path
    return None
