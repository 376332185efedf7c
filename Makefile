# The two commands are `make demo` and `make test`; both set up the environment first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: demo test chromium check lint types contracts format constraints docs bench clean

demo: $(READY)
	$(BIN)/ratslese demo

test: $(READY) chromium
	$(BIN)/python -m pytest

# The browser tests read the site in Debian's Chromium; without it they are skipped, and say so.
chromium:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& apt-get update --quiet --quiet && apt-get install --quiet --quiet --yes --no-install-recommends chromium; } \
		|| echo "No chromium here: the browser tests will be skipped (apt-get install chromium)."

check: lint types contracts

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

contracts: $(READY)
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(READY)
	$(BIN)/python -m db.schema > docs/schema.md

bench: $(READY)
	$(BIN)/python -m benchmarks.throughput

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	touch $(READY)

# Versions only: no hashes, no addresses.
constraints:
	uv export --all-extras --group dev --group bench --no-hashes --no-annotate --no-header --no-emit-project --format requirements.txt \
		| grep -v -E '^(pip|setuptools)==' > constraints.txt
	rm -f uv.lock

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
