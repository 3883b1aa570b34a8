"""The validated configuration: defaults filled in, strings coerced, mistakes answered.

``workflow/schemas/config.schema.yaml`` holds types, meanings and defaults; none is repeated here.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).parent.parent / "schemas" / "config.schema.yaml"

# Names that the script before this workflow, or an obvious guess, would use.
RETIRED = {
    "batch_size": "merge.batch_size",
    "db_path": "(fixed: results/bom.sqlite; choose the folder with --directory)",
    "folder": "input_dir",
    "input": "input_dir",
    "input_folder": "input_dir",
    "kks_pattern": "codes.kks",
    "max_file_size_mb": "extract.max_file_size_mb",
    "max_memory_gb": "memory.total_gb",
    "max_pages": "extract.max_pages",
    "max_retries": "extract.retries",
    "max_workers": "(Snakemake's --cores)",
    "memory_limit_mb": "memory.max_worker_mb",
    "num_workers": "(Snakemake's --cores)",
    "output_dir": "(Snakemake's --directory)",
    "passwords": "extract.passwords",
    "pdf_dir": "input_dir",
    "reserved_cores": "cpu.reserved_cores",
    "retries": "extract.retries",
    "shards": "merge.shards",
    "su_pattern": "codes.su",
    "timeout": "extract.timeout_s",
    "timeout_s": "extract.timeout_s",
    "total_cores": "cpu.total_cores",
    "total_gb": "memory.total_gb",
    "workers": "(Snakemake's --cores)",
    "extract.timeout": "extract.timeout_s",
    "extract.max_size_mb": "extract.max_file_size_mb",
    "extract.max_retries": "extract.retries",
}


NESTING = (
    "A dot means nesting: write `extract: {timeout_s: 60}` in a file, "
    "--config extract='{timeout_s: 60}' on the command line."
)


class ConfigError(Exception):
    """The configuration cannot be used; the message names the key and what to write instead."""


@cache
def schema() -> dict[str, Any]:
    """The configuration's JSON schema."""
    import yaml

    loaded: dict[str, Any] = yaml.safe_load(SCHEMA.read_text("utf-8"))
    return loaded


def defaults() -> dict[str, Any]:
    """The configuration with every key at its default."""
    every: dict[str, Any] = _defaults(schema())
    return every


def complete(config: object) -> dict[str, Any]:
    """Return ``config`` validated and with defaults filled in.

    Strings such as ``"5"`` become numbers where the schema wants numbers, because
    ``--config extract='{timeout_s: 5}'`` delivers strings.

    Raises:
        ConfigError: an unknown or retired key, or a value that the schema does not allow. All
            mistakes are listed at once.
    """
    import jsonschema

    if not isinstance(config, Mapping):
        raise ConfigError("The configuration cannot be used: it must hold `key: value` lines.")
    coerced = _coerce(config, schema())
    mistakes = list(_unknown_keys(coerced, schema(), ""))
    if mistakes:
        mistakes.append(NESTING)
    else:
        merged = overlay(defaults(), coerced)
        validator = jsonschema.Draft202012Validator(schema())
        for error in sorted(validator.iter_errors(merged), key=lambda e: list(map(str, e.path))):
            key = ".".join(map(str, error.absolute_path)) or "configuration"
            what = "no path of a file" if _is_secret(error) else error.message
            mistakes.append(f"{key}: {what}{_quoting(error)}")
        mistakes += _bad_patterns(merged) if not mistakes else []
        mistakes += _bad_bounds(merged) if not mistakes else []
    if mistakes:
        raise ConfigError("The configuration cannot be used:\n  - " + "\n  - ".join(mistakes))
    return merged


def overlay(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``base`` with the values of ``over`` in place of its own, section by section."""
    merged = dict(base)
    for key, value in over.items():
        nested = isinstance(base.get(key), Mapping)
        # A section emptied in YAML ("extract:" with nothing below) means its defaults.
        if nested and value is None:
            continue
        both = nested and isinstance(value, Mapping)
        merged[key] = overlay(base[key], value) if both else value
    return merged


def read_settings(config: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a complete configuration that changes what is read from a drawing.

    It goes to the worker as JSON, and a change to it re-reads the drawings.
    """
    codes = dict(config["codes"])
    return {
        "kks": codes.pop("kks"),
        "su": codes.pop("su"),
        "codes": codes,
        "headers": {column: words for column, words in config["headers"].items() if words},
        "decimal_comma": config["decimal_comma"],
        "max_pages": config["extract"]["max_pages"],
    }


def _defaults(node: Mapping[str, Any]) -> Any:
    if "properties" in node:
        return {key: _defaults(child) for key, child in node["properties"].items()}
    default = node.get("default")
    return list(default) if isinstance(default, list) else default


def _coerce(value: Any, node: Mapping[str, Any]) -> Any:
    if isinstance(value, Mapping):
        known = node.get("properties", {})
        return {str(key): _coerce(item, known.get(str(key), {})) for key, item in value.items()}
    kinds = node.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if value is None and "array" in kinds:  # a list emptied in YAML ("position:")
        return []
    if isinstance(value, float):
        if not math.isfinite(value):
            return str(value)  # no JSON number: the schema refuses the string
        return int(value) if "integer" in kinds and value.is_integer() else value
    if not isinstance(value, str):
        return value
    text = value.strip()
    if "null" in kinds and text.lower() in ("", "null", "none", "~"):
        return None
    if "enum" in node:
        return {"true": True, "false": False}.get(text.lower(), text.lower())
    if "integer" in kinds and re.fullmatch(r"[+-]?\d{1,18}", text):
        return int(text)
    if "number" in kinds and re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?", text, re.I):
        return float(text)
    if "array" in kinds:
        return [text]
    return value


def _unknown_keys(config: Mapping[str, Any], node: Mapping[str, Any], prefix: str) -> Iterator[str]:
    known = node.get("properties", {})
    for key, value in config.items():
        full = prefix + key
        if key in known:
            if "properties" in known[key] and isinstance(value, Mapping):
                yield from _unknown_keys(value, known[key], f"{full}.")
        elif node.get("additionalProperties") is False:
            yield f"{full}: {_advice(full)}"


def _advice(key: str) -> str:
    if key in RETIRED:
        return f"no such key; it is {RETIRED[key]}"
    every = list(_all_keys(schema(), ""))
    if key in every:
        return "write it nested"
    last = key.rsplit(".", 1)[-1]
    close = [k for k in every if k.rsplit(".", 1)[-1] == last] or difflib.get_close_matches(
        key, every, n=1, cutoff=0.6
    )
    if close:
        return f"no such key; did you mean {close[0]}?"
    return "no such key; config/README.md lists them all"


def _is_secret(error: Any) -> bool:
    return isinstance(error.schema, Mapping) and bool(error.schema.get("writeOnly"))


def _quoting(error: Any) -> str:
    """What to do about a text that Snakemake or YAML took for a number, such as a folder 2024."""
    if error.validator_value != "string" or not isinstance(error.instance, int | float):
        return ""
    return "; for a text, quote it in a file; for a folder, write ./NAME"


def _all_keys(node: Mapping[str, Any], prefix: str) -> Iterator[str]:
    for key, child in node.get("properties", {}).items():
        yield prefix + key
        yield from _all_keys(child, f"{prefix}{key}.")


def _bad_patterns(config: Mapping[str, Any]) -> list[str]:
    bad = []
    for name, pattern in config["codes"].items():
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError) as error:
            bad.append(f"codes.{name}: no regular expression: {error}")
    return bad


def _bad_bounds(config: Mapping[str, Any]) -> list[str]:
    memory = config["memory"]
    if memory["min_worker_mb"] > memory["max_worker_mb"]:
        return ["memory.min_worker_mb: larger than memory.max_worker_mb"]
    return []
