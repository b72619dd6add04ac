# Everything a person or CI does with this project. `make` alone lists it.

PORT ?= 8000
BIN := .venv/bin
NPM := npm --prefix frontend --silent
export PYTHON

.PHONY: help run test check format lock clean environment frontend chromium

help:
	@echo 'make run [PORT=8000]   set up and serve at http://127.0.0.1:PORT/'
	@echo 'make test [ARGS=…]     set up and run every test (ARGS go to pytest)'
	@echo 'make check             lint, format, types and import contracts'
	@echo 'make format            put the format right'
	@echo 'make lock              resolve requirements.lock anew from pyproject.toml'
	@echo 'make clean             remove what was built; data in .vgroup/ stays'

run: environment frontend
	@$(BIN)/vgroup serve --port $(PORT) --migrate --demo

test: environment frontend chromium
	@$(BIN)/pytest $(ARGS)
	@if [ -f frontend/package.json ]; then $(NPM) test; fi

check: environment frontend
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/vgroup check --fail-level WARNING
	@$(BIN)/vgroup makemigrations --check --dry-run
	@$(BIN)/vgroup protocol --check
	@if [ -f frontend/package.json ]; then $(NPM) run check; fi

format: environment
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@if [ -f frontend/package.json ]; then $(NPM) run --if-present format; fi

lock: environment
	@$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--upgrade --generate-hashes --no-header --no-annotate --output-file requirements.lock

clean:
	@rm -rf .venv build .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis \
		frontend/node_modules frontend/dist
	@find . -name __pycache__ -prune -exec rm -rf {} +

environment:
	@.make/environment.sh

frontend:
	@.make/frontend.sh

chromium:
	@.make/chromium.sh
