# Render Manager: `make run` opens it, `make test` checks everything. Both set up what they need.

PYTHON ?= python3
VENV := .venv/bin/python
PYTEST_ARGS ?=

# Reaches the program as it was written: no shell and no second expansion by make in between.
export MAKE_RUN_FILES = $(value FILES)

.PHONY: help run test setup python-is-new-enough lint translate test-engines chaos bench clean distclean

help:
	@echo "make run                      set up what is missing and open Render Manager"
	@echo "make run FILES='a.mov b.aep'  the same, with files (names with spaces: '\"my film.mov\" b.aep')"
	@echo "make test                     every check: style, types, layers, tests, coverage"
	@echo "make lint                     style, types and layers only"
	@echo "make translate                read the texts of the window anew, and compile what is translated"
	@echo "make test-engines             tests that need large render engines"
	@echo "make chaos MINUTES=10 SEED=1  kills, damage and bad luck for so long, from that seed on"
	@echo "make bench                    the benchmarks"
	@echo "make clean                    remove what the checks leave behind (distclean: .venv too)"
	@echo "Another interpreter: make run PYTHON=python3.12"

run: python-is-new-enough
	@$(PYTHON) packaging/launch.py

setup: python-is-new-enough
	@$(PYTHON) packaging/set_up.py test

# The same chances each time: what fails here must not be bad luck. `make chaos` looks for new ones.
# The tests are compiled on one processor while the checks of `lint` take another.
test: setup
	@$(VENV) packaging/run_tests.py --compile $(PYTEST_ARGS) & compiling=$$!; \
	    $(MAKE) --no-print-directory lint; status=$$?; wait $$compiling; exit $$status
	CHAOS_SEED=$${CHAOS_SEED:-20261123} $(VENV) packaging/run_tests.py $(PYTEST_ARGS)
	$(VENV) packaging/coverage_floors.py

lint: setup
	$(VENV) -m ruff check
	$(VENV) -m ruff format --check
	$(VENV) -m mypy
	$(VENV) -c "from importlinter.cli import lint_imports_command as main; main()"

translate: setup
	$(VENV) packaging/translate.py

# Status 5 is pytest's "no test ran".
test-engines: setup
	@command -v blender >/dev/null || test "$$(id -u)" != 0 || apt-get install -y --no-install-recommends blender || true
	@test -d .engines/engines/nexrender/node_modules || RENDERMANAGER_HOME=$(CURDIR)/.engines \
	    $(VENV) -m rendermanager engines --install nexrender \
	    || echo "nexrender cannot be installed here: its tests are skipped."
	@command -v blender >/dev/null || echo "Blender is not installed: its tests are skipped."
	@$(VENV) -m pytest -m engines $(PYTEST_ARGS) || { status=$$?; \
	    test $$status -eq 5 && echo "No test needs a large engine yet." || exit $$status; }

chaos: setup
	$(VENV) -m tests.chaos --minutes "$(or $(MINUTES),10)" --seed "$(or $(SEED),0)"

bench: setup
	@if ls tests/benchmarks/bench_*.py >/dev/null 2>&1; then \
	    for script in tests/benchmarks/bench_*.py; do \
	        $(VENV) -m "tests.benchmarks.$$(basename "$$script" .py)" || exit 1; \
	    done; \
	else echo "There is no tests/benchmarks/bench_*.py yet."; fi

clean:
	rm -rf build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache
	rm -rf .pytest_cache .ruff_cache
	find rendermanager tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	rm -rf .venv .engines

python-is-new-enough:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "Render Manager needs Python 3.11 or newer as $(PYTHON)." \
	         "If it has another name here: make run PYTHON=python3.12" >&2; exit 1; }
