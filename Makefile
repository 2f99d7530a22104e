# Every target does its own set-up from a bare checkout.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test bench trust lint clean
.DEFAULT_GOAL := run

$(VENV)/.run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is %d.%d: make PYTHON=python3.12" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV) || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv --clear $(VENV); } \
		|| { echo "The venv module is missing: on Debian/Ubuntu run 'sudo apt-get install python3-venv'."; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

run: $(VENV)/.run ## serve the map on http://localhost:$(PORT)
	$(BIN)/streamlit run dashboard/app.py --server.port $(PORT)

test: $(VENV)/.dev lint ## everything, a real browser included
	@$(BIN)/python -m tests.browser.install
	$(BIN)/python -m pytest

bench: $(VENV)/.dev ## print the figures
	@$(BIN)/python -m tests.browser.install
	$(BIN)/python -m tests.benchmarks

trust: $(VENV)/.dev ## print the figures of trust: hostile text, headers, fuzz, sessions, faults
	@$(BIN)/python -m tests.browser.install
	$(BIN)/python -m tests.trust

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

clean:
	rm -rf $(VENV) .cache .pytest_cache .ruff_cache .hypothesis
