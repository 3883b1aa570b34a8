#!/usr/bin/env bash
# Linters; each must be clean. Exceptions to `snakemake --lint` are recorded below with their reason.
set -euo pipefail
cd "$(dirname "$0")/.."
ruff check .
ruff format --check .
snakefmt --check Snakefile workflow
mypy
python scripts/lint_workflow.py
echo "lint: clean"
