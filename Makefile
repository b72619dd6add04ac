# Everything a person or CI does with this project. `make` alone lists it.

PORT ?= 8000
BIN := .venv/bin
NPM := npm --prefix frontend --silent
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade --quiet \
	--generate-hashes --no-header --no-annotate
export PYTHON

.PHONY: help run run-sfu test bench chaos soak check format lock secrets clean environment frontend browsers caddy media

help:
	@echo 'make run [PORT=8000]   set up and serve at http://127.0.0.1:PORT/'
	@echo 'make run-sfu           the same with Janus and coturn beside it, for larger groups'
	@echo 'make test [ARGS=…]     set up and run every test (ARGS go to pytest)'
	@echo 'make bench [JSON=…]    measure it against its references (ONLY=key,key; GROWTH=1)'
	@echo 'make chaos [SEED=…]    kill processes at random under simulations (KILLS=200)'
	@echo 'make soak [JSON=…]     300 rooms of 12 for 20 minutes (ROOMS=300 MINUTES=20)'
	@echo 'make check             lint, format, types and import contracts'
	@echo 'make format            put the format right'
	@echo 'make lock              resolve both locks anew from pyproject.toml'
	@echo 'make secrets           make the secrets of docker-compose.yml, each once'
	@echo 'make clean             remove what was built; data in .vgroup/ stays'

run: environment frontend
	@$(BIN)/vgroup serve --port $(PORT) --migrate --demo

run-sfu: environment frontend
	@.make/media.sh --needed
	@$(BIN)/vgroup media serve --port $(PORT) --migrate --demo

test: environment frontend browsers caddy media
	@.make/test.sh $(ARGS)
	@if [ -f frontend/package.json ]; then $(NPM) test; fi

bench: environment
	@$(BIN)/python -m tests.bench $(if $(GROWTH),--growth) $(if $(ONLY),--only $(ONLY)) \
		$(if $(JSON),--json $(JSON))

chaos: environment
	@$(BIN)/python -m tests.faults.chaos $(if $(KILLS),--kills $(KILLS)) $(if $(SEED),--seed $(SEED))

soak: environment
	@$(BIN)/python -m tests.faults.soak $(if $(ROOMS),--rooms $(ROOMS)) \
		$(if $(MINUTES),--minutes $(MINUTES)) $(if $(JSON),--json $(JSON))

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
	@$(LOCK) --output-file requirements.lock
	@$(LOCK) --extra dev --constraint requirements.lock --output-file .make/development.lock

secrets:
	@.make/secrets.sh

clean:
	@rm -rf .venv build .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis \
		frontend/node_modules frontend/dist
	@find . -name __pycache__ -prune -exec rm -rf {} +

environment:
	@.make/environment.sh

frontend:
	@.make/frontend.sh

browsers:
	@.make/browsers.sh

caddy:
	@.make/caddy.sh

media:
	@.make/media.sh
