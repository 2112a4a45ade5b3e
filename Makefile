# Every command a person types. Each one sets itself up; `make help` lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKED := $(VENV)/.locked
READY := $(VENV)/.ready
PACKAGES := yjdw sources warehouse expectations returns orchestration simulation
CODE := $(PACKAGES) benchmarks tests
# not macros, which are no SQL on their own, nor what dbt compiles into target/
SQL := dbt_project/models dbt_project/data_tests
PORT ?= 3000
# The last complete quarter, by the financial year: 2024Q1 is April to June 2024.
QUARTER = $(shell $(PYTHON) -c 'from datetime import date; t = date.today(); c = (t.month - 1) // 3; print(f"{t.year - (c < 2)}Q{(c + 2) % 4 + 1}")')
# The financial year whose plan was last due, on 30 June, before that quarter ended.
PLAN_YEAR = $(shell $(PYTHON) -c 'from datetime import date; t = date.today(); print(t.year - (t.month < 7))')

# Nothing on the road reports home (docs/decisions/0002-dependencies.md).
export DO_NOT_TRACK := 1
export GX_ANALYTICS_ENABLED := false
export DBT_SEND_ANONYMOUS_USAGE_STATS := false
# A bytecode cache halves every start; somebody's shell may have switched it off.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test check dev bench lock format new-supplier

help: ## list the commands
	@grep -E '^[a-z-]+:.* ## ' Makefile | sed -E 's/:.* ## /\t/' | expand -t 14

demo: $(READY) ## simulate a service, walk the whole road, write the KPI return
	@echo "1. An invented service: seven suppliers' extracts of ten years, into .yjdw/drop"
	@test -d .yjdw/truth && echo "   (there already)" || $(BIN)/yjdw simulate --out .yjdw
	@echo "2. The road: land, build, check, publish"
	@$(BIN)/yjdw run --home .yjdw
	@echo "3. The return of $(QUARTER), the last complete quarter"
	@$(BIN)/yjdw return yjb_kpi --quarter $(QUARTER) --home .yjdw
	@echo "4. The Youth Justice Plan's tables of $(PLAN_YEAR), staff and money"
	@$(BIN)/yjdw return youth_justice_plan --year $(PLAN_YEAR) --home .yjdw
	@echo "Now try: $(BIN)/yjdw measures --quarter $(QUARTER)      (more in README.md)"

test: $(READY) ## run all tests, in two processes
	@$(BIN)/python -m pytest --numprocesses 2

check: $(READY) ## format, lint, types, dbt parse, definitions, house style
	$(BIN)/dbt --quiet parse --project-dir dbt_project --profiles-dir dbt_project
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/sqlfluff lint --disable-progress-bar $(SQL)
	$(BIN)/mypy
	$(BIN)/dagster definitions validate --log-level warning --module-name orchestration.definitions
	$(BIN)/python -m pytest -q tests/house_style

dev: export YJDW_HOME ?= $(CURDIR)/.yjdw
dev: export DAGSTER_HOME = $(YJDW_HOME)/dagster
dev: $(READY) ## Dagster's web page on localhost over the same home
	@mkdir -m 700 -p $(YJDW_HOME) $(DAGSTER_HOME)
	@cp orchestration/dagster.yaml $(DAGSTER_HOME)/dagster.yaml
	@echo "http://localhost:$(PORT) over $(YJDW_HOME); Ctrl-C stops it"
	@$(BIN)/dagster dev --module-name orchestration.definitions --host 127.0.0.1 --port $(PORT)

bench: $(READY) ## the benchmarks, as a table and as JSON
	@$(BIN)/python -m benchmarks

format: $(READY) ## put the code in the form that check asks for
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

new-supplier: $(READY) ## the folder of a new case system: make new-supplier NAME=newcomer
	@$(BIN)/python -m sources._shared.scaffolding "$(NAME)"

lock: ## work out requirements.lock anew from requirements.in
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install --quiet uv
	.venv-lock/bin/uv pip compile --universal --python-version 3.11 \
		--generate-hashes --no-strip-extras --no-header --no-emit-index-url --no-emit-find-links \
		--quiet --output-file requirements.lock requirements.in
	rm -rf .venv-lock

$(LOCKED): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 ...")'
	@echo "Setting up $(VENV) from requirements.lock (once, about two minutes) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $(LOCKED)

$(READY): $(LOCKED) pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q $(PACKAGES)
	@touch $(READY)
