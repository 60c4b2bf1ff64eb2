# Everything a developer or a user types. Each target sets itself up; a second call starts at once.

.PHONY: run test variants quick lint perf prove words lock clean
.DELETE_ON_ERROR:

ifeq ($(OS),Windows_NT)
$(error On Windows use the two plain commands in README.md; make needs a Unix shell)
endif

# The tests start Candour many times: what was compiled once is kept.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
PY := $(VENV)/bin/python
RUN_STAMP := $(VENV)/.run-installed
DEV_STAMP := $(VENV)/.dev-installed
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
PYTEST := $(PY) -m pytest

run: $(RUN_STAMP)
	$(PY) -m dashboard serve $(ARGS)

AT_ONCE := -n 2 --dist worksteal

test: $(DEV_STAMP)
	$(PYTEST) $(AT_ONCE) -m "not variant" $(ARGS)

variants: $(DEV_STAMP)
	$(PYTEST) $(AT_ONCE) -m variant $(ARGS)

quick: $(DEV_STAMP)
	$(PYTEST) $(AT_ONCE) -m "not browser and not postgres and not slow and not variant" --hypothesis-profile quick $(ARGS)

lint: $(DEV_STAMP)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

perf: $(DEV_STAMP)
	$(PY) -m tests.perf $(ARGS)

prove: $(DEV_STAMP)
	CANDOUR_KILLS=50 CANDOUR_FUZZ=10000 $(PYTEST) $(AT_ONCE) --hypothesis-profile whole --timeout 3600 $(ARGS) \
	  tests/browser/test_killed_server.py tests/web/test_killed_room.py \
	  tests/catalog/test_malformed_files.py tests/domain tests/services/test_votes.py \
	  tests/store/test_archive_faults.py tests/reports/test_recomputed.py

words: $(DEV_STAMP)
	$(PY) -m tests.words

lock: $(DEV_STAMP)
	$(VENV)/bin/uv pip compile pyproject.toml --quiet --universal --generate-hashes -o requirements.txt
	$(VENV)/bin/uv pip compile pyproject.toml --quiet --extra dev --universal --generate-hashes -c requirements.txt -o requirements-dev.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY):
	@for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	  if "$$python" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "Setting up with $$("$$python" --version)"; exec "$$python" -m venv $(VENV); \
	  fi; \
	done; \
	echo "Candour needs Python 3.11 or newer with venv and pip; none of python3, python3.14 to" >&2; \
	echo "python3.11 is one. Get it from https://www.python.org/downloads/ or your system (Debian:" >&2; \
	echo "apt-get install python3 python3-venv), then call make again." >&2; \
	exit 1

$(RUN_STAMP): requirements.txt | $(PY)
	@echo "Installing what Candour needs (once)"
	$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(DEV_STAMP): requirements-dev.txt | $(PY)
	@echo "Installing what Candour and its tests need (once)"
	$(PIP_INSTALL) -r requirements-dev.txt
	@touch $@ $(RUN_STAMP)
