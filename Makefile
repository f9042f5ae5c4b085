# make serve   write and read the course on this machine: http://127.0.0.1:8000/
# make test    the whole test suite
# make check   every rule, every problem      make build   the site in ./site
# make bench   the budgets, measured          make lock    new versions into the lock files
# PYTHON=python3.12 make serve   uses another Python (3.11 or newer)

PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help serve test check build bench lock clean

help:
	@sed -n '1,5s/^# //p' Makefile

# The lock files carry the hash of every package; .done files say what is installed.
.venv/serve.done: requirements.lock pyproject.toml
	@echo "1/3 建立环境 · making the environment (.venv)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 或更新 · Python 3.11 or newer is needed: PYTHON=python3.11 make serve"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "2/3 安装锁定的软件包 · installing the locked packages (一两分钟 · a minute or two)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.done: requirements-dev.lock .venv/serve.done
	@echo "安装测试工具 · installing the test tools"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

.venv/exit.done: tests/exit/requirements.lock
	@echo "安装 ProperDocs 和 MaterialX（备用的生成器）· installing ProperDocs and MaterialX, the way out"
	@test -x .venv/exit/bin/python || $(PYTHON) -m venv .venv/exit
	@.venv/exit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@.venv/exit/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

serve: .venv/serve.done
	@echo "3/3 检查、生成、打开 · check, build, serve"
	@$(BIN)/coursepack serve

check: .venv/serve.done
	@$(BIN)/coursepack check

build: .venv/serve.done
	@$(BIN)/coursepack build

test: .venv/test.done .venv/exit.done
	@$(BIN)/python -m pytest -n 2 --dist loadfile

bench: .venv/test.done
	@$(BIN)/python -m benchmarks

lock:
	@$(PYTHON) -m venv .venv/lock && .venv/lock/bin/python -m pip install --quiet pip-tools
	@.venv/lock/bin/pip-compile $(LOCK) --extra build -o requirements.lock pyproject.toml
	@.venv/lock/bin/pip-compile $(LOCK) --extra build --extra test --extra bench -o requirements-dev.lock pyproject.toml
	@.venv/lock/bin/pip-compile $(LOCK) -o tests/exit/requirements.lock tests/exit/requirements.in

LOCK := --upgrade --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

clean:
	rm -rf .venv site .cache
