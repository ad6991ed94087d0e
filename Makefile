# The two commands of a newcomer are "make demo" and "make test". Everything works in environments of its own under
# .venv*, made when they are needed. PYTHON chooses the interpreter (3.11 or newer for "make test").

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# A quarter of an hour is lost on two cores when every test waits for the one before it.
JOBS ?= 3
export PYTHONDONTWRITEBYTECODE = 1
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export ANSIBLE_COLLECTIONS_PATH = $(CURDIR)/collections

.PHONY: release new-module release-check pictures demo test checks lint sanity pytest unit integration redis faults properties interruptions soak mutation matrix benchmark build register format clean benchmark-inventory docs

demo: $(VENV)/ready
	$(BIN)/python -m tests.tools.demo

# The checks need one core, the tests keep the other one busy.
test: $(VENV)/ready-lint
	$(MAKE) --no-print-directory --jobs 2 checks pytest

checks: $(VENV)/ready-lint
	$(MAKE) --no-print-directory --jobs 1 lint sanity

pytest: $(VENV)/ready redis
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal

unit: $(VENV)/ready
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal tests/unit

integration: $(VENV)/ready redis
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal tests/integration

# One test of the inventory's cache wants a real Redis. It is installed where apt can do so, else the test says why it
# is skipped.
redis:
	@command -v redis-server > /dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; } || exit 0; \
	command -v redis-server > /dev/null || apt-get install --yes -qq redis-server > /dev/null 2>&1 || \
	{ apt-get update -qq > /dev/null && apt-get install --yes -qq redis-server > /dev/null; } || \
	echo "redis-server cannot be installed: its test is skipped"

lint: $(VENV)/ready-lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/yamllint --strict .
	$(BIN)/python -m tests.tools.check_types
	$(BIN)/antsibull-changelog lint
	$(BIN)/reuse lint --lines
	$(BIN)/python -m tests.tools.lint_docs
	$(BIN)/ansible-lint --offline --profile production playbooks roles

sanity: $(VENV)/ready-lint
	$(BIN)/python -m tests.tools.sanity

# ansible-core 2.16 on Python 3.10 and the newest on Python 3.13, with the oldest and the newest libraries.
matrix:
	$(PYTHON) -m tests.tools.matrix $(CORES)

# Every managing module, every request of its life, every fault: a table of what was survived.
faults: $(VENV)/ready
	$(BIN)/python -m tests.faults

# 200 playbooks ended at random moments and run again: about a quarter of an hour.
interruptions: $(VENV)/ready
	$(BIN)/python -m tests.interruption

# What holds of every declaration whatever is asked for, with many random tasks instead of the few of "make test".
EXAMPLES ?= 50
properties: $(VENV)/ready
	PROPERTIES_EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest -n $(JOBS) --dist worksteal tests/properties

# A process that works for 20 minutes where requests go wrong: nothing may grow, all must converge. MINUTES=5 is shorter.
soak: $(VENV)/ready
	$(BIN)/python -m tests.soak --minutes $(or $(MINUTES),20)

# A sample of the mutants of client and engine, in an environment of its own: about half an hour.
mutation:
	$(PYTHON) -m venv .venv-mutation
	.venv-mutation/bin/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt "cosmic-ray>=8,<9" "coverage>=7,<8"
	.venv-mutation/bin/python -m tests.mutation

benchmark: $(VENV)/ready
	$(BIN)/python -m tests.benchmark

# Fleets of up to 50,000 servers, against community.general, too: about half an hour and 10 GB of memory.
benchmark-inventory: $(VENV)/ready
	$(BIN)/python -m tests.benchmark.constructed
	$(BIN)/python -m tests.benchmark.inventory

# The guides and the documentation of everything there is, as a site in build/docs/html.
docs: .venv-docs/ready
	.venv-docs/bin/python -m tests.tools.build_docs

build: $(VENV)/ready
	$(BIN)/ansible-galaxy collection build --force --output-path build

# After adding a module or a role: its link, its place in the action group, its line in the README.
register: $(VENV)/ready
	$(BIN)/python -m tests.tools.register_modules

# Writes a new module and all that belongs to it: make new-module NAME=file_system PRODUCT=file. Further words are told by
# tests/tools/new_module.
new-module: $(VENV)/ready-lint
	$(BIN)/python -m tests.tools.new_module $(NAME) $(PRODUCT) $(if $(API_VERSION),--version $(API_VERSION)) \
	  $(if $(SCOPE),--scope $(SCOPE)) $(if $(ONE),--one $(ONE)) $(if $(API_PATH),--path $(API_PATH)) \
	  $(if $(FAMILY),--family $(FAMILY)) $(if $(FIELDS),--fields $(FIELDS))

# CHANGELOG.rst of the fragments, which are gone then. The other steps of a release are in CONTRIBUTING.md.
release: $(VENV)/ready-lint
	$(BIN)/antsibull-changelog release

# Whether Galaxy takes the archive, ansible-builder sees what it needs, and understands the guide's file.
release-check: .venv-release/ready
	.venv-release/bin/python -m tests.release

.venv-release/ready: tests/release/requirements.txt
	$(PYTHON) -m venv --clear .venv-release
	.venv-release/bin/python -m pip install --quiet --disable-pip-version-check -r tests/release/requirements.txt
	touch $@

# The picture in the README: what a terminal shows of the demo.
pictures: $(VENV)/ready-lint
	$(BIN)/python -m tests.tools.terminal_picture

format: $(VENV)/ready-lint
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(VENV)/ready: requirements.txt tests/requirements.txt tests/requirements-sdk.txt
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt -r tests/requirements-sdk.txt
	$(BIN)/python -m tests.tools.link_collection > $@

$(VENV)/ready-lint: $(VENV)/ready tests/requirements-lint.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements-lint.txt
	touch $@

.venv-docs/ready: docs/requirements.txt
	$(PYTHON) -m venv --clear .venv-docs
	.venv-docs/bin/python -m pip install --quiet --disable-pip-version-check -r docs/requirements.txt
	touch $@

clean:
	rm -rf .venv .venv-* build collections .mypy_cache .pytest_cache .ruff_cache
