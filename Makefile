# demo     build the examples and write their page        test   build the wheel, test it as installed
# develop  an editable install to work in                 check  lint, format, types
# eval     measure quality (DATA=DIR with annotated sets, ONLY=one measure, PEERS=1 with other libraries beside)
# quality  put what the last `make eval` of all sets measured into `careo quality` and docs/quality.md
# bench    measure speed, memory and time by stage
# golden   list the findings of the demo anew; read the difference before you commit it
# docs     write the generated reference anew             site   build the documentation, strictly: demo/site
# pictures take the pictures of the page anew             clean  remove what these targets made, but for $(VENV)
PYTHON ?= python3
VENV   ?= .venv
DATA   ?= data
ONLY   ?=
PEERS  ?=

BIN      := $(VENV)/bin
WHEELENV := $(VENV)-wheel
PIP      := -m pip -qq --disable-pip-version-check --no-input
SOURCES  := $(shell find src -type f ! -name '*.pyc') pyproject.toml README.md LICENSE
EXAMPLES := $(wildcard examples/peru/*)

.PHONY: demo develop test check eval quality bench golden docs site pictures clean
.DELETE_ON_ERROR:

demo: demo/dossier.html
	@$(BIN)/careo stories --desk demo/careo.db
	@echo
	@$(BIN)/careo discrepancies --desk demo/careo.db
	@echo
	@echo "Open in a browser: $(CURDIR)/$<"

demo/dossier.html: demo/careo.db
	$(BIN)/careo dossier --desk $< -o $@

demo/careo.db: $(VENV)/.installed $(SOURCES) $(EXAMPLES)
	@mkdir -p demo
	@rm -f $@ $@-wal $@-shm
	@echo "careo build examples/peru --desk $@   (half a minute)"
	@$(BIN)/careo build examples/peru --desk $@ || [ $$? -eq 3 ] # done, some inputs skipped

develop: $(VENV)/.developed

test: $(WHEELENV)/.installed
	$(WHEELENV)/bin/python -m pytest -n auto

check: $(VENV)/.developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

eval: $(VENV)/.developed
	$(BIN)/python -m eval --data $(DATA) $(if $(ONLY),--only $(ONLY)) $(if $(PEERS),--peers) --json demo/eval.json

quality: $(VENV)/.developed
	$(BIN)/python -m eval.quality --from demo/eval.json

golden: $(VENV)/.developed
	$(BIN)/python -m tests.golden.findings
	@git --no-pager diff --stat -- tests/golden

bench: $(VENV)/.developed
	$(BIN)/python -m bench

docs: $(VENV)/.developed
	$(BIN)/python docs/generate.py
	$(BIN)/python -m eval.quality

site: $(VENV)/.developed
	$(BIN)/python -m sphinx -nW --keep-going -q -d demo/.doctrees docs demo/site
	@echo "Open in a browser: $(CURDIR)/demo/site/index.html"

pictures: $(VENV)/.developed demo/dossier.html
	$(BIN)/python docs/pictures.py

clean:
	rm -rf demo dist $(WHEELENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find src tests docs -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: pip runs only when there is something new for it.
$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@echo "installing careo and what it needs into $(VENV) (a minute)"
	$(BIN)/python $(PIP) install --editable .
	@touch $@

$(VENV)/.developed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python $(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.installed

# The wheel's tests run where the source tree cannot be imported by accident.
$(WHEELENV)/.installed: $(SOURCES) | $(WHEELENV)/bin/python
	@rm -rf dist
	$(WHEELENV)/bin/python $(PIP) install 'hatchling>=1.25'
	$(WHEELENV)/bin/python $(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .
	$(WHEELENV)/bin/python $(PIP) install "$$(echo dist/careo-*.whl)[dev]"
	$(WHEELENV)/bin/python $(PIP) install --no-deps --force-reinstall dist/careo-*.whl
	@touch $@

$(VENV)/bin/python $(WHEELENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "careo needs Python 3.11 or newer; say which: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "$(PYTHON) cannot make virtual environments; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(patsubst %/bin/python,%,$@)
