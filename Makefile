# Every target does its own set-up from a bare checkout.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test bench trust lock sbom audit lowest lint clean
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
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder --reruns 1 --only-rerun TimeoutError

bench: $(VENV)/.dev ## print the figures
	@$(BIN)/python -m tests.browser.install
	$(BIN)/python -m tests.benchmarks --million
	$(BIN)/python -m tests.benchmarks.interactions

trust: $(VENV)/.dev ## print the figures of trust: hostile text, headers, fuzz, sessions, faults
	@$(BIN)/python -m tests.browser.install
	$(BIN)/python -m tests.trust

lock: $(VENV)/.dev ## pin what the app needs, with hashes, and write the licences into NOTICE
	$(BIN)/uv pip compile --quiet requirements.txt --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links -o requirements.lock
	$(BIN)/python -m tests.supply.notice

sbom: $(VENV)/.dev ## bill of materials (CycloneDX) of the lock file: sbom.cdx.json
	$(BIN)/cyclonedx-py requirements requirements.lock --output-reproducible -o sbom.cdx.json

audit: $(VENV)/.dev ## known weaknesses of what the lock file pins
	$(BIN)/pip-audit -r requirements.lock --require-hashes --disable-pip

lowest: $(VENV)/.dev ## the quick tests with the lowest versions that requirements.txt names
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .cache/lowest
	$(BIN)/uv pip install --quiet --python .cache/lowest/bin/python --resolution lowest-direct -r requirements.txt -r requirements-dev.txt
	.cache/lowest/bin/python -m pytest -q -p no:cacheprovider -n 2 --dist loadfile -m "not browser" --ignore tests/trust --ignore tests/supply --ignore tests/benchmarks

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

clean:
	rm -rf $(VENV) .cache .pytest_cache .ruff_cache .hypothesis
