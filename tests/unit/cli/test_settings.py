"""Where the shipped configuration is."""

from __future__ import annotations

import yaml

from bomflow.cli.settings import ROOT


def test_the_shipped_configuration_is_found() -> None:
    assert yaml.safe_load((ROOT / "config" / "config.yaml").read_text("utf-8"))
