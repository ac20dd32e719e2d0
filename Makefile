# Every command of the project; `make` alone lists them. What each brings, config/bootstrap.py does.
PYTHON ?= python3
PORT ?= 8000
ARGS ?=

BIN := .venv/bin
BOOTSTRAP := $(PYTHON) config/bootstrap.py

.DEFAULT_GOAL := help
.PHONY: help run test check drill bench locks

help:
	@echo "make run     the site with its demonstration, on http://127.0.0.1:$(PORT)"
	@echo "make test    every test, on SQLite and PostgreSQL, with a browser (ARGS=\"…\" goes to pytest)"
	@echo "make check   style, types, layers, templates, migrations, words, deployment"
	@echo "make drill   what takes long, with its counts; on PostgreSQL what only looks too"
	@echo "make bench   the benchmark; a table, and var/bench/*.json"
	@echo "make locks   the pinned locks anew from pyproject.toml (needs uv)"

run:
	@$(BOOTSTRAP) run
	@mkdir -p var && test -s var/secret_key || \
		(umask 077 && $(BIN)/python -c "import secrets; print(secrets.token_urlsafe(48))" > var/secret_key)
	@PORT=$(PORT) DEMO=1 DEBUG=0 ALLOWED_HOSTS=127.0.0.1,localhost SECRET_KEY="$$(cat var/secret_key)" \
		exec $(BIN)/python manage.py serve

test:
	@$(BOOTSTRAP) dev system
	@$(BIN)/python -m tests.run $(ARGS)

check:
	@$(BOOTSTRAP) dev system
	@$(BIN)/python -m tests.check

drill:
	@$(BOOTSTRAP) dev system office judges
	@$(BIN)/python -m tests.run --drills $(ARGS)

bench:
	@$(BOOTSTRAP) dev system judges
	@$(BIN)/python -m tests.bench $(ARGS)

locks:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --group dev pyproject.toml -o requirements-dev.lock
