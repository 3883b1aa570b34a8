"""The configuration that a command works with, and a drawing to read under its limits."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from bomflow.config import ConfigError, complete, overlay, read_settings
from bomflow.discover import locate_file
from bomflow.extract.job import Job
from bomflow.passwords import use_passwords

ROOT = Path(__file__).parents[3]


def reading_config(paths: Sequence[str]) -> dict[str, Any]:
    """The completed configuration, its passwords made known to what opens drawings."""
    config = complete(load_config(paths))
    use_passwords(locate_file(config["extract"]["passwords"], os.getcwd(), str(ROOT)))
    return config


def load_config(paths: Sequence[str]) -> dict[str, Any]:
    """config/config.yaml with the given files laid over it, as Snakemake does it."""
    config: dict[str, Any] = {}
    for path in (ROOT / "config" / "config.yaml", *map(Path, paths)):
        try:
            loaded = yaml.safe_load(path.read_text("utf-8")) or {}
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise ConfigError(f"{path} is no YAML file: {error}") from error
        if not isinstance(loaded, dict):
            raise ConfigError(f"{path} must hold `key: value` lines.")
        config = overlay(config, loaded)
    return config


def typed_values(entries: Sequence[str]) -> dict[str, Any]:
    """What Snakemake's ``--config`` holds, as nested text; ``complete`` makes numbers of it."""
    config: dict[str, Any] = {}
    for entry in entries:
        key, _, text = entry.partition("=")
        text = text.strip("'\"")
        try:
            config = overlay(config, {key: yaml.load(text, Loader=yaml.BaseLoader)})
        except yaml.YAMLError:
            config[key] = text
    return config


def job_for(config: dict[str, Any], pdf: str, filename: str, doc_id: str, results: str) -> Job:
    """One attempt at a drawing under the limits of a completed configuration."""
    limits = config["extract"]
    return Job(
        pdf=pdf,
        filename=filename,
        doc_id=doc_id,
        results=results,
        settings=json.dumps(read_settings(config)),
        memory_mb=config["memory"]["max_worker_mb"],
        timeout_s=limits["timeout_s"],
        max_file_size_mb=limits["max_file_size_mb"],
        retries=0,
    )
