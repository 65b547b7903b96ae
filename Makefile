# Certification Advisor. `make run` serves it, `make test` tests everything, `make check` is the quick inner loop.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8501
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

BIN := .venv/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest -q
# Kinds of tests that are slow or need a browser; those of the rooms are the quick ones.
KINDS := tests/properties tests/real_content tests/documents tests/screens tests/browser
CODE := app.py asgi.py advisor pages bench tests tools
CONTENT := $(addprefix $(or $(ADVISOR_CONTENT),.)/,questions content)
YAML := $(shell find questions content tests -name '*.yaml')
PARTS := @$(MAKE) --no-print-directory --keep-going --jobs=2 --output-sync=target
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run test thorough check lint yaml floors types unit rooms unit-check scripts browser others content bench format icons pictures words pins clean

help: ## Show this
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/app ## Serve the app on http://localhost:8501
	@PORT=$(PORT) $(BIN)/python asgi.py

test: .venv/dev .venv/browser ## Everything, browser tests included
	$(PARTS) browser others types scripts yaml floors lint MARKS='$(MARKS)'

thorough: MARKS := -m ""
thorough: test ## As test, and each defect that can be planted in the whole content; the CI runs this

check: .venv/dev ## The quick inner loop: lint, types, floors, unit tests, content
	$(PARTS) rooms content unit-check types scripts yaml floors lint

# Its parts, the slow ones first; each may be run by itself.
lint: .venv/dev
	$(BIN)/ruff check $(wildcard $(CODE))
	$(BIN)/ruff format --check $(wildcard $(CODE))

yaml: .cache/yaml
	@:

# Only what changed since the last time; everything if the rules did.
.cache/yaml: .yamllint $(YAML) | .venv/dev
	$(BIN)/yamllint --strict $(if $(filter .yamllint,$?),$(YAML),$?)
	@mkdir -p .cache && touch $@

floors: .venv/dev
	$(BIN)/lint-imports --no-logo

types: .venv/dev node_modules/.done
	$(BIN)/mypy
	node_modules/.bin/tsc

unit: rooms unit-check scripts

# In two halves beside one another: sharing them out test by test would cost more than it saves.
rooms: .venv/dev
	$(PYTEST) tests $(KINDS:%=--ignore=%) --ignore=tests/check

unit-check: .venv/dev
	$(PYTEST) tests/check

# What of the scripts can be proven without a browser.
scripts: node_modules/.done
	node --test --test-reporter=dot tests/browser/element/*.test.js

# One browser, and beside it everything that needs none.
browser: .venv/dev .venv/browser
	$(PYTEST) $(MARKS) tests/browser

others: .venv/dev
	$(PYTEST) $(MARKS) tests --ignore=tests/browser

# `python -m advisor check` proves every time; here it need not where nothing changed.
content: .venv/dev
	@$(BIN)/python tools/unless_passed.py $(CONTENT) advisor pages schemas constraints.txt -- $(BIN)/python -m advisor check

bench: .venv/dev .venv/browser ## Measure: core, transfer, server CPU, capacity, click to next, layout shift, documents, mutations, growth
	$(BIN)/python -m bench

format: .venv/dev ## Let ruff write what it can
	$(BIN)/ruff check --fix $(wildcard $(CODE))
	$(BIN)/ruff format $(wildcard $(CODE))

icons: .venv/dev ## Cut the icon font again after using a new icon
	$(BIN)/python tools/icon_font.py

pictures: .venv/dev .venv/browser ## Take the pictures of the README again, from the running app
	$(BIN)/python -m tools.pictures

words: .venv/dev ## Write the schema of the words again after using a new one, and say what code and words lack
	$(BIN)/python -m tools.word_keys

pins: .venv/dev ## Write constraints.txt again after a change of requirements
	.ci/pins $(PYTHON)

clean: ## Remove everything that make made
	rm -rf .venv node_modules .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Stamps: a second run installs nothing.
.venv/bin/python:
	.ci/venv $(PYTHON)

.venv/app: requirements.txt constraints.txt | .venv/bin/python
	$(PIP) -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/app
	$(PIP) -r requirements-dev.txt
	@touch $@

.venv/browser: requirements-dev.txt .venv/dev
	.ci/browser
	@touch $@

node_modules/.done: package.json
	.ci/js
	@touch $@
