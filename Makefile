# The two commands are `make serve` and `make test`; both set up .venv first, from the lock files.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARTICLE := seeds/north-korean-troops.txt
FOLDER := .quiz
JOBS ?= auto
ALONE := tests/web/torture
BANK := $(FOLDER)/question_banks/$(basename $(notdir $(ARTICLE))).yaml

TRANSLATIONS := quizengine/web/translations
MESSAGES := $(TRANSLATIONS)/quizengine.pot

.PHONY: serve test torture mutants benchmarks lint format lock schema messages wheel clean

serve: export QUIZENGINE_LAN_COMMAND = make serve $(foreach each,$(filter-out LAN=%,$(MAKEOVERRIDES)),$(each) )LAN=1
serve: $(VENV)/.serve $(BANK) $(FOLDER)/school.yaml ## Make a quiz from the article and serve it (PORT=8080; LAN=1 for the local network)
	$(BIN)/quizengine serve $(FOLDER)$(if $(PORT), --port $(PORT))$(if $(filter-out 0 no,$(LAN)), --lan)

$(BANK): | $(VENV)/.serve # made once: what a teacher changes in it stays
	$(BIN)/quizengine generate $(ARTICLE) -o $@

$(FOLDER)/school.yaml: # made once: the quiz of a folder that is only tried out is open to everyone
	mkdir -p $(FOLDER)
	echo "open: all" > $@

test: export PYTHONDONTWRITEBYTECODE = # the tests start hundreds of servers, each of which would compile everything anew
test: $(VENV)/.dev ## Run every test (JOBS=1; else one for each processor)
	$(BIN)/python -m pytest --numprocesses $(JOBS) --dist worksteal -m "not alone"
	$(BIN)/python -m pytest -m alone $(ALONE)

torture: $(VENV)/.dev ## Kill servers under 200 students, and send every route 10,000 bad requests (some minutes)
	QUIZENGINE_TORTURE=1 $(BIN)/python -m pytest -o faulthandler_timeout=900 $(ALONE) tests/web/test_hostile.py tests/web/test_serving.py

mutants: $(VENV)/.mutants ## Seed small faults and list those that no test notices (some hours; MUTANTS="--wings quiz --count 20")
	$(BIN)/python tools/mutants.py $(MUTANTS)

benchmarks: $(VENV)/.dev ## Measure speed and memory and write docs/benchmarks.md (half an hour; BENCHMARKS="--only archive")
	$(BIN)/python benchmarks/results_page.py $(BENCHMARKS)

lint: $(VENV)/.dev ## Check format, style, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev ## Put the code into the house format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schema: $(VENV)/.dev ## Write the JSON Schema of bank files anew
	$(BIN)/quizengine schema > docs/bank.schema.json

messages: $(VENV)/.dev ## Gather the messages of the pages, bring every language up to date, compile (NEW=it begins one)
	$(BIN)/pybabel --quiet extract --mapping pyproject.toml --keyword later --keyword later_plural:1,2 \
		--sort-by-file --add-location file --no-wrap --omit-header --output $(MESSAGES) .
	$(if $(NEW),$(BIN)/pybabel --quiet init $(CATALOGUE) --locale $(NEW))
	$(BIN)/pybabel --quiet update $(CATALOGUE) --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	$(BIN)/pybabel --quiet compile --domain quizengine --directory $(TRANSLATIONS) --statistics

CATALOGUE := --domain quizengine --input-file $(MESSAGES) --output-dir $(TRANSLATIONS) --no-wrap

wheel: $(VENV)/.dev ## Build the wheel into dist/
	$(BIN)/python -m build --wheel

lock: $(VENV)/.dev ## Choose the newest versions anew (versions and hashes, no addresses)
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile $(LOCKING) pyproject.toml --extra html --extra metrics --extra pdf --extra postgresql -o requirements.lock
	$(BIN)/uv pip compile $(LOCKING) pyproject.toml --extra html --extra metrics --extra pdf --extra postgresql \
		--extra cluster --extra parquet --extra warc --extra test --extra lint -o requirements-dev.lock
	printf 'cosmic-ray>=8.3\ncoverage>=7.6\npytest-cov>=6\n' | \
		$(BIN)/uv pip compile $(LOCKING) --constraint requirements-dev.lock - -o requirements-mutants.lock

LOCKING := --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

clean: ## Remove what was built, not what students gave
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "quizengine needs Python 3.11 or newer; found $$($(PYTHON) --version). Try: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.serve: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps -e .
	@touch $@

$(VENV)/.mutants: requirements-mutants.lock | $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-mutants.lock
	@touch $@
