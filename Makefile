# `make` alone lists the targets. `make site` and `make test` set themselves up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Bytecode is written when a module is first used: most modules of the dependencies never are.
PIP := $(BIN)/python -m pip install --disable-pip-version-check --no-compile
TODAY ?=

.DEFAULT_GOAL := help
.PHONY: help site serve test lint benchmark docs lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/site-ready ## Build the library into site/ and check every link
	$(BIN)/library build --check $(if $(TODAY),--today $(TODAY))

serve: $(VENV)/site-ready ## Show the library at http://127.0.0.1:8000/ while you edit
	$(BIN)/library serve

test: $(VENV)/test-ready ## Run every check and every test
	tests/browser/ensure-chromium
	$(BIN)/python -m tests.tools tests/browser
	$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest -n 3 --dist loadfile

lint: $(VENV)/test-ready ## Run the checks of the code alone
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

benchmark: $(VENV)/test-ready ## Time the library beside its peers
	$(BIN)/python -m tests.benchmarks.report
	$(BIN)/python -m tests.benchmarks.documents
	$(BIN)/python -m tests.benchmarks.search
	$(BIN)/python -m tests.benchmarks.links
	$(BIN)/python -m tests.benchmarks.private_terms
	tests/browser/ensure-chromium
	$(BIN)/python -m tests.tools tests/benchmarks
	$(BIN)/python -m tests.benchmarks.lighthouse

docs: $(VENV)/test-ready ## Write the index of docs/diagnostics/ again
	$(BIN)/python -m tests.diagnostics_index

lock: ## Write the lock files again (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --no-annotate --extra build pyproject.toml --output-file requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --no-annotate --all-extras --constraint requirements.lock pyproject.toml --output-file requirements-dev.lock

clean: ## Remove everything that the targets made
	rm -rf $(VENV) .cache site build *.egg-info

$(VENV)/site-ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; try: make PYTHON=python3.12")'
	@echo "Installing in $(VENV)/, once. This downloads about 100 MB and takes a minute or more."
	@echo "1 of 3: preparing $(VENV)/"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "2 of 3: downloading and installing what the library needs"
	@$(PIP) --require-hashes -r requirements.lock
	@echo "3 of 3: installing the library itself"
	@$(PIP) --quiet --no-deps --no-build-isolation --config-settings editable_mode=compat --editable .
	@$(BIN)/python -m compileall -q generator
	@touch $@

$(VENV)/test-ready: $(VENV)/site-ready requirements-dev.lock
	@echo "Installing what the tests need in $(VENV)/, once. They need 1.2 GB in all."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@
