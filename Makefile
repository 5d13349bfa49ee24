# Anxin Kiosk. `make run` and `make test` are all the set-up there is; `make` alone lists what else there is.
SHELL := /bin/sh
PYTHON := .venv/bin/python
ARGS :=

.DEFAULT_GOAL := help
.PHONY: help run staff tour doctor test property-test check reader-test audit bench audio-test voice-pack catalogues lock fresh-machine clean set-up set-up-test

help: ## List what can be made
	@echo "make TARGET [ARGS=\"options\"]"
	@sed -n 's/^\([a-z-]*\):.*## /  \1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do printf '%-17s %s\n' "  $$name" "$$what"; done

run: set-up ## Open the kiosk (sets the machine up first, if needed)
	@$(PYTHON) -m kiosk run $(ARGS)

staff: set-up ## Open the lobby staff's window
	@$(PYTHON) -m kiosk staff $(ARGS)

tour: set-up ## Make pictures of every page in build/tour
	@$(PYTHON) -m kiosk tour --out build/tour $(ARGS)

doctor: set-up ## Look whether everything the kiosk needs is here
	@$(PYTHON) -m kiosk doctor $(ARGS)

test: set-up-test ## Run the tests
	$(PYTHON) -m pytest -n 2 $(ARGS)

property-test: set-up-test ## Try each property of the check-up with 10,000 examples (slow)
	KIOSK_PROPERTY_EXAMPLES=10000 nice -n 5 $(PYTHON) -m pytest -q -n 2 --timeout 0 tests/kiosk/checkup $(ARGS)

check: set-up-test ## Formatting, lint, types, imports, catalogues, then the tests
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m ruff check
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	$(PYTHON) -m i18n.catalogues check
	$(PYTHON) -m pytest -n 2 $(ARGS)

reader-test: set-up-test ## Have every page read by a screen reader of our own and, where it is installed, by Orca
	@ANXIN_READER=full nice -n 5 $(PYTHON) -m pytest tests/screen_reader $(ARGS)

audit: set-up-test ## Measure every page as it is rendered (ARGS=--full: in every look); the report is build/audit/report.html
	@nice -n 5 $(PYTHON) -m tools.audit $(ARGS)

bench: set-up-test ## Measure against a bare window; the report is build/bench/report.md
	$(PYTHON) -m benchmarks.bench $(ARGS)

audio-test: set-up-test ## Play real speech, record it, measure it, have it recognised; the report is build/audio/report.md
	$(PYTHON) -m benchmarks.audio.run $(ARGS)

voice-pack: set-up-test ## Record the voice anew into assets/voice (slow: downloads the model once, renders what changed)
	$(PYTHON) -m tools.voice_pack.build $(ARGS)

catalogues: set-up-test ## Bring the translations' files up to date with the code and compile them
	$(PYTHON) -m i18n.catalogues update compile

lock: set-up-test ## Make the lock files anew from pyproject.toml
	sh tools/lock.sh $(ARGS)

fresh-machine: ## Prove make run and make test on a bare Debian (root; slow; needs mmdebstrap)
	sh tools/fresh_machine.sh $(ARGS)

clean: ## Remove what was built, the virtual environment included
	rm -rf .venv build dist tour i18n/locales/*/LC_MESSAGES/*.mo .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

set-up:
	@tools/setup.sh run

set-up-test:
	@tools/setup.sh test
