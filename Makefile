# Two commands do everything on a fresh machine with Python 3.11 or newer: `make run`, `make test`.
PYTHON ?= python3
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
ACTIVE := PATH="$(CURDIR)/$(BIN):$$PATH"

.DEFAULT_GOAL := help
.PHONY: help run report retry-failed test lint demo bench bench-tools fuzz-reading lock clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

# The stamp is written last, so an installation that broke off starts again.
$(VENV)/.installed: requirements.lock pyproject.toml workflow/bomflow/page/bulk.c
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@echo "Setting up $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(VENV)/.installed  ## draw the bundled demo drawings into resources/demo
	@$(BIN)/python -m drawgen demo resources/demo

run: demo  ## process the configured input; pass arguments on with ARGS="--config input_dir=/data/pdfs"
	@$(ACTIVE) snakemake --profile epyc $(ARGS)
	@$(BIN)/python -m bomflow summary $(ARGS)

report: $(VENV)/.installed  ## the HTML run report of the last run
	@$(ACTIVE) snakemake --profile epyc --report results/report.html $(ARGS)

retry-failed: $(VENV)/.installed  ## try the files again whose failure was transient
	@$(BIN)/python -m bomflow retry-failed $(ARGS)
	@$(ACTIVE) snakemake --profile epyc $(ARGS)
	@$(BIN)/python -m bomflow summary $(ARGS)

test: $(VENV)/.installed  ## all tests
	@$(ACTIVE) pytest $(ARGS)

lint: $(VENV)/.installed  ## ruff, type checker, snakefmt, snakemake --lint
	@$(ACTIVE) scripts/lint.sh

bench: $(VENV)/.installed  ## benchmarks, as ratios measured in one run
	@$(ACTIVE) python benchmarks/run.py $(ARGS)

bench-tools: $(VENV)/.installed  ## install the engines that some benchmarks compare with (optional)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e ".[bench]"

fuzz-reading: $(VENV)/.installed  ## fresh examples of the promises about reading; EXAMPLES=2000 per property
	@$(ACTIVE) BOMFLOW_FUZZ=$(or $(EXAMPLES),500) pytest tests/unit/test_reading_properties.py $(ARGS)

lock: $(VENV)/.installed  ## pin the newest versions anew (needs uv)
	uv pip compile --universal --python-version 3.11 --extra dev --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --upgrade pyproject.toml -o requirements.lock

clean:  ## remove the environment, caches and demo drawings; results are kept
	rm -rf $(VENV) resources/demo .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
