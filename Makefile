# What one can do here: `make help`.
MAKEFLAGS += --no-print-directory
SHELL = /bin/sh
VENV = .venv/bin
ROOMS = hub search criteria_library courses good_examples network

export PORT PYTHON

.DEFAULT_GOAL = help
.PHONY: help install demo demo-reset test check test-services bench format messages lock pictures

help:  ## what one can do here
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

demo:  ## run the hub with its demonstration on http://hub.localhost:8000 (PORT=8001 for another port)
	@bin/run-step demo

demo-reset:  ## throw the demonstration's data away
	@bin/run-step demo-reset

install:  ## what test and check need
	@bin/run-step environment development
	@bin/run-step frontend
	@bin/run-step messages

test: install  ## the tests that need no server
	@$(VENV)/pytest -n 2 --no-loadscope-reorder $(TESTS)

test-services: install  ## all tests, with PostgreSQL, Elasticsearch, Redis, mail and Chromium
	@tests/services/up
	@tests/services/run $(TESTS)

check: install  ## format, lint, types, templates, contracts, migrations, settings, messages
	@bin/check

bench: install  ## measure, print tables and write var/bench/*.json
	@$(VENV)/python -m tests.benchmarks $(BENCH)

format: install  ## put code and templates in order
	@$(VENV)/ruff check -q --fix-only .
	@$(VENV)/ruff format -q .
	@$(VENV)/djhtml $(wildcard $(addsuffix /templates,$(ROOMS)))

messages:  ## collect our messages into the rooms' .po files, and compile them (ROOM=courses for one room)
	@bin/run-step environment development
	@$(VENV)/python bin/translations.py collect $(ROOM)
	@bin/run-step messages

lock: install  ## lock the requirements anew
	@bin/lock

pictures: install  ## take the pictures in docs/pictures, while make demo runs
	@$(VENV)/python docs/pictures/take.py
