# Every command a person types. Each one sets itself up; `make help` lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PACKAGES := yjdw sources warehouse expectations returns orchestration simulation
CODE := $(PACKAGES) benchmarks tests
PORT ?= 3000

# Nothing on the road reports home (docs/decisions/0002-dependencies.md).
export DO_NOT_TRACK := 1
export GX_ANALYTICS_ENABLED := false
export DBT_SEND_ANONYMOUS_USAGE_STATS := false
# A bytecode cache halves every start; somebody's shell may have switched it off.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test check dev bench lock format

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(READY) ## simulate a service, walk the whole road, write the KPI return
	@$(BIN)/python -m yjdw.demo

test: $(READY) ## run all tests
	@$(BIN)/python -m pytest

check: $(READY) ## format, lint, types, dbt parse, definitions, house style
	$(BIN)/dbt --quiet parse --project-dir dbt_project --profiles-dir dbt_project
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/sqlfluff lint --disable-progress-bar dbt_project
	$(BIN)/mypy
	$(BIN)/dagster --version
	$(BIN)/python -m pytest -q tests/house_style

dev: $(READY) ## Dagster's web page on localhost over the same home
	@mkdir -p .yjdw/dagster
	@cp orchestration/dagster.yaml .yjdw/dagster/dagster.yaml

bench: $(READY) ## the benchmarks, as a table and as JSON
	@$(BIN)/python -m benchmarks

format: $(READY) ## put the code in the form that check asks for
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

lock: ## work out requirements.lock anew from requirements.in
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install --quiet uv
	.venv-lock/bin/uv pip compile --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
		--quiet --output-file requirements.lock requirements.in
	rm -rf .venv-lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 ...")'
	@echo "Setting up $(VENV) from requirements.lock (once, about two minutes) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q $(PACKAGES)
	@touch $(READY)
