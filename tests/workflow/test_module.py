"""Used as a module by another workflow."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SNAKEFILE = f"""\
configfile: "own.yaml"


module bomflow:
    snakefile:
        {str(ROOT / "Snakefile")!r}
    config:
        config["bomflow"]


use rule * from bomflow as bom_*


rule own:
    default_target: True
    input:
        "results/bom.sqlite",
    output:
        "own.txt",
    shell:
        "cp {{input}} {{output}}"
"""


def draw(path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path.parent.mkdir()
    canvas = Canvas(str(path), pagesize=(600, 400))
    for x, words in ((50, "POS 1 2"), (100, "QTY 4 5"), (150, "DESCRIPTION Bolt Nut")):
        for line, word in enumerate(words.split()):
            canvas.drawString(x, 300 - 14 * line, word)
    canvas.save()


@pytest.mark.slow
def test_another_workflow_uses_its_rules(tmp_path: Path) -> None:
    draw(tmp_path / "in" / "a.pdf")
    (tmp_path / "Snakefile").write_text(SNAKEFILE)
    config = {"bomflow": {"input_dir": str(tmp_path / "in")}}
    (tmp_path / "own.yaml").write_text(yaml.safe_dump(config))
    run = subprocess.run(
        [sys.executable, "-m", "snakemake", "--cores", "2"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "workflow")},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    connection = sqlite3.connect(tmp_path / "own.txt")
    assert connection.execute("SELECT quantity, description FROM bom_data").fetchall() == [
        ("4", "Bolt"),
        ("5", "Nut"),
    ]
    connection.close()
