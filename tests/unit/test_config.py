"""The configuration: one source of truth, helpful answers to mistakes, strings of --config."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from snakemake.cli import parse_config

from bomflow import config
from bomflow.config import RETIRED, ConfigError, complete, defaults, overlay, read_settings
from bomflow.extract.settings import ReadSettings

ROOT = Path(__file__).parents[2]


def keys(node: dict[str, Any], prefix: str = "") -> dict[str, dict[str, Any]]:
    """Every setting of the schema (no sections), dotted."""
    found: dict[str, Any] = {}
    for key, child in node["properties"].items():
        if "properties" in child:
            found |= keys(child, f"{prefix}{key}.")
        else:
            found[prefix + key] = child
    return found


def flat(values: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in values.items():
        if isinstance(value, dict):
            found |= flat(value, f"{prefix}{key}.")
        else:
            found[prefix + key] = value
    return found


def nested(key: str, value: Any) -> dict[str, Any]:
    for part in reversed(key.split(".")):
        value = {part: value}
    return value  # type: ignore[no-any-return]


def answer(given: Any) -> str:
    with pytest.raises(ConfigError) as caught:
        complete(given)
    return str(caught.value)


def test_defaults_schema_and_config_yaml_are_equal() -> None:
    shipped = yaml.safe_load((ROOT / "config" / "config.yaml").read_text("utf-8"))
    assert shipped == defaults() == complete({}) == complete(shipped)
    # In the same order too, so that a person finds a key at the same place.
    assert list(flat(shipped)) == list(keys(config.schema()))


def test_every_key_of_the_schema_says_what_it_means_and_has_a_default() -> None:
    for key, node in keys(config.schema()).items():
        assert node.get("description"), key
        assert "default" in node, key
        assert "type" in node or "enum" in node, key


def test_the_readme_documents_every_key_with_its_default_and_no_other() -> None:
    text = (ROOT / "config" / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| (.*?) \|", text, re.MULTILINE)
    documented = {key: re.sub(r"^`(.*)`$", r"\1", default) for key, default in rows}
    assert list(documented) == list(keys(config.schema()))
    for key, value in flat(defaults()).items():
        assert yaml.safe_load(documented[key].replace(r"\|", "|")) == value, key


def test_defaults_of_the_reader_are_the_configurations() -> None:
    assert ReadSettings.from_json(json.dumps(read_settings(complete({})))) == ReadSettings()


def test_read_settings_hold_what_changes_the_reading_and_nothing_else() -> None:
    changed = complete(
        {
            "codes": {"kks": "K", "su": "S", "tag": "T"},
            "headers": {"weight": ["Gew."], "position": []},
            "decimal_comma": True,
            "extract": {"max_pages": 2, "timeout_s": 1, "retries": 0},
            "memory": {"total_gb": 1},
            "input_dir": "elsewhere",
        }
    )
    assert read_settings(changed) == {
        "kks": "K",
        "su": "S",
        "codes": {"tag": "T"},
        "headers": {"weight": ["Gew."]},
        "decimal_comma": True,
        "max_pages": 2,
    }
    ReadSettings.from_json(json.dumps(read_settings(changed)))
    assert set(changed["codes"]) == {"kks", "su", "tag"}  # the configuration itself stays whole


# --- strings, as `snakemake --config` delivers them ---


def test_nested_values_of_the_command_line_become_numbers() -> None:
    typed = parse_config(
        [
            "extract={timeout_s: 5, retries: 0, max_file_size_mb: 2.5, max_pages: null}",
            "memory={total_gb: 1e2, min_worker_mb: ' 128 '}",
            "max_files=7",
            "decimal_comma=true",
            "codes={kks: 'A{2}, B', tag: x}",
            "headers={weight: [Gew., Masse], position: Pos}",
        ]
    )
    assert typed["extract"]["timeout_s"] == "5"  # or there is nothing to coerce
    got = complete(typed)
    assert got["extract"] == {
        "timeout_s": 5,
        "retries": 0,
        "max_file_size_mb": 2.5,
        "max_pages": None,
        "passwords": None,
    }
    assert isinstance(got["extract"]["retries"], int)
    assert (got["memory"]["total_gb"], got["memory"]["min_worker_mb"]) == (100, 128)
    assert (got["max_files"], got["decimal_comma"]) == (7, True)
    assert got["codes"]["kks"] == "A{2}, B" and got["codes"]["tag"] == "x"
    assert got["headers"]["weight"] == ["Gew.", "Masse"]
    assert got["headers"]["position"] == ["Pos"]


@pytest.mark.parametrize("empty", [None, "", "null", "None", "~"])
def test_empty_means_null_where_null_is_allowed(empty: str | None) -> None:
    assert complete({"max_files": empty})["max_files"] is None
    assert "input_dir" in answer({"input_dir": None})


@pytest.mark.parametrize("text", ["auto", "AUTO", "false", "False", "true"])
def test_decimal_comma(text: str) -> None:
    want = {"auto": "auto", "false": False, "true": True}[text.lower()]
    assert complete({"decimal_comma": text})["decimal_comma"] == want
    assert complete({"decimal_comma": want})["decimal_comma"] == want


def test_whole_floats_are_integers() -> None:
    shards = complete({"merge": {"shards": 3.0}})["merge"]["shards"]
    assert shards == 3 and isinstance(shards, int)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("extract.timeout_s", "five"),
        ("extract.timeout_s", 0),
        ("extract.timeout_s", float("inf")),
        ("memory.total_gb", float("nan")),
        ("memory.total_gb", "nan"),
        ("memory.utilization", 80),
        ("extract.retries", "5.5"),
        ("extract.retries", -1),
        ("extract.retries", True),
        ("max_files", "9" * 5000),
        ("decimal_comma", "yes"),
        ("extract", 5),
        ("headers.position", [""]),
        ("codes.kks", ""),
        ("codes.kks", "("),
        ("codes.kks", "x{99999999999}"),
        ("codes.kks", ["x"]),
    ],
)
def test_a_value_that_cannot_be_used_is_named(key: str, value: Any) -> None:
    assert f"- {key}" in answer(nested(key, value))


def test_bounds_in_the_wrong_order() -> None:
    assert "memory.min_worker_mb" in answer({"memory": {"min_worker_mb": 2000}})


def test_a_folder_called_2024_is_answered_with_how_to_write_it() -> None:
    said = answer(parse_config(["input_dir=2024"]))
    assert "for a text, quote it in a file; for a folder, write ./NAME" in said
    assert complete(yaml.safe_load('input_dir: "2024"'))["input_dir"] == "2024"
    assert complete(parse_config(["input_dir=./2024"]))["input_dir"] == "./2024"


@pytest.mark.parametrize("nothing", [None, [], "input_dir", 5])
def test_what_holds_no_keys_is_no_configuration(nothing: Any) -> None:
    assert "key: value" in answer(nothing)


@pytest.mark.parametrize("emptied", ["extract:", "codes:", "headers:\n  position:", "headers: {}"])
def test_sections_emptied_in_yaml_mean_their_defaults(emptied: str) -> None:
    assert complete(yaml.safe_load(emptied)) == defaults()


# --- wrong keys ---


@pytest.mark.parametrize("retired", RETIRED)
def test_retired_keys_name_the_right_one(retired: str) -> None:
    right = RETIRED[retired]
    assert f"{retired}: no such key; it is {right}" in answer(nested(retired, "1"))
    assert right.startswith("(") or right in keys(config.schema())
    assert retired not in keys(config.schema())


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("extract.timout_s", "extract.timeout_s"),
        ("extract.retry", "extract.retries"),
        ("extrakt", "extract"),
        ("inputdir", "input_dir"),
        ("Input_Dir", "input_dir"),
        ("input-dir", "input_dir"),
        ("memory.total_cores", "cpu.total_cores"),
        ("max_worker_mb", "memory.max_worker_mb"),
        ("merge.batchsize", "merge.batch_size"),
        ("header", "headers"),
        ("headers.artcle_number", "headers.article_number"),
    ],
)
def test_misspelt_keys_name_the_right_one(wrong: str, right: str) -> None:
    assert f"- {wrong}: no such key; did you mean {right}?" in answer(nested(wrong, "1"))


def test_what_resembles_nothing_points_to_the_list() -> None:
    assert "zzz: no such key; config/README.md" in answer({"zzz": 1})


def test_a_dotted_key_in_a_file_is_answered_with_the_nested_spelling() -> None:
    said = answer(yaml.safe_load("extract.timeout_s: 5"))
    assert "extract.timeout_s: write it nested" in said
    example = re.search(r"write `(.*)` in a file, --config (.*) on", said)
    assert example
    in_file, on_line = example.groups()
    assert complete(yaml.safe_load(in_file))["extract"]["timeout_s"] == 60
    assert complete(parse_config([on_line.replace("'", "")]))["extract"]["timeout_s"] == 60
    assert "did you mean extract.timeout_s" in answer({"extract.timout_s": 5})


def test_all_mistakes_are_listed_at_once() -> None:
    said = answer({"zzz": 1, "extract": {"yyy": 2}})
    assert "zzz" in said and "extract.yyy" in said
    said = answer({"extract": {"timeout_s": "x"}, "merge": {"shards": 0}})
    assert "extract.timeout_s" in said and "merge.shards" in said


def test_code_names_are_checked() -> None:
    assert complete({"codes": {"my_tag2": "x"}})["codes"]["my_tag2"] == "x"
    assert "My Tag" in answer({"codes": {"My Tag": "x"}})


def test_overlay_changes_neither_side() -> None:
    base = {"a": {"b": 1, "c": 2}, "d": 3}
    over = {"a": {"b": 9}, "e": {"f": 5}}
    assert overlay(base, over) == {"a": {"b": 9, "c": 2}, "d": 3, "e": {"f": 5}}
    assert base == {"a": {"b": 1, "c": 2}, "d": 3} and over == {"a": {"b": 9}, "e": {"f": 5}}


def test_completed_configurations_share_nothing() -> None:
    one, other = complete({}), complete({})
    one["headers"]["weight"].append("x")
    one["extract"]["retries"] = 9
    assert other == defaults() == complete({})
