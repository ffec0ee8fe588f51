# Common tasks; `make` alone lists them. PYTHON names another Python than python3.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
FRESH := build/constraints

.PHONY: help
help: ## List the tasks
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 14

.PHONY: briefing
briefing: system $(VENV)/.installed ## Write the seed briefing to briefings/, installing what is missing
	$(BIN)/crossread run

.PHONY: test
test: system browser $(VENV)/.installed-dev ## Check style and types and run the tests, as CI does
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q

.PHONY: coverage
coverage: system browser $(VENV)/.installed-dev ## Run the tests and tell which lines they never reach
	$(BIN)/pytest -q --cov --cov-report=term-missing:skip-covered

.PHONY: bench
bench: system $(VENV)/.installed ## Measure speed against the yardstick
	$(BIN)/python benchmarks/speed.py

.PHONY: docs
docs: $(VENV)/.installed ## Write anew what docs/ takes from the code: schemas and metric tables
	$(BIN)/crossread schema > docs/config.schema.json
	$(BIN)/crossread schema result > docs/result.schema.json
	$(BIN)/python scripts/declared_tables.py

.PHONY: baseline
baseline: $(VENV)/.installed ## Make the shipped reference anew: make baseline CORPUS="FILE..."
	@test -n "$(CORPUS)" || { echo 'Name the corpora: make baseline CORPUS="polnear.jsonl.gz basil.jsonl.gz"' >&2; exit 1; }
	PATH="$(CURDIR)/$(BIN):$$PATH" scripts/baseline.sh $(CORPUS)

.PHONY: picture
picture: briefing ## Take the README's picture of the seed briefing (needs chromium)
	scripts/picture.sh briefings/seeds.html docs/briefing.png

.PHONY: constraints
constraints: ## Pin the newest versions of everything in constraints.txt
	rm -rf $(FRESH)
	scripts/make-venv.sh $(PYTHON) $(FRESH)
	$(FRESH)/bin/python -m pip --quiet --disable-pip-version-check install -e '.[dev]'
	{ echo '# The versions the tests ran with; `make constraints` writes this file.'; \
	  $(FRESH)/bin/python -m pip freeze --all --exclude pip --exclude crossread; } > constraints.txt
	rm -rf $(FRESH)

.PHONY: clean
clean: ## Remove what the tasks made, .venv included
	rm -rf $(VENV) build dist briefings *.egg-info .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: system
system:
	@scripts/system-packages.sh

.PHONY: browser
browser:
	@scripts/browser.sh

# Stamps, so that nothing is installed twice.
$(VENV)/.made:
	scripts/make-venv.sh $(PYTHON) $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.made pyproject.toml constraints.txt
	$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.installed
