"""Style and types of the code, by the tools of the trade; and nothing in the tree that belongs to one machine."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str) -> None:
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert result.returncode == 0, result.stdout + result.stderr


def test_ruff() -> None:
    run(sys.executable, "-m", "ruff", "check", "src", "tests", "benchmarks")


def test_types() -> None:
    run(sys.executable, "-m", "mypy")


def test_types_of_browser_code() -> None:
    if not shutil.which("node") or not (ROOT / "node_modules" / "typescript").is_dir():
        reason = "node or node_modules is missing; npm ci brings the type checker"
        pytest.fail(reason) if os.environ.get("REQUIRE_BROWSER") else pytest.skip(reason)
    run("node", "node_modules/typescript/bin/tsc", "--noEmit", "-p", ".")


def test_lock_files_name_no_host() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "tests/exit/requirements.lock", "package-lock.json"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"--index-url|--find-links|\"resolved\"", text), name
