"""Each folder tests/problems/<rule>/<case> is laid over the minimal course; its report must equal expected.txt there.

A case named ok-… passes without a problem. `UPDATE=1 pytest tests/test_problems.py` writes the reports anew, to be read in the diff.
"""

import os
import shutil
from pathlib import Path

import pytest

from coursepack import checks
from coursepack.course import load
from coursepack.report import text

HERE = Path(__file__).parent
WITHOUT_FIXTURES = {"unreadable", "file-size"}  # no file in git can be unreadable, and one of 2 MB should not be: test_yaml_source.py makes them
CASES = sorted(path for path in (HERE / "problems").glob("*/*") if path.is_dir())


def lay_over(case: Path, target: Path) -> None:
    """The minimal course with the files of `case` on top; an empty file named `<file>.deleted` removes one."""
    shutil.copytree(HERE / "courses" / "minimal", target, dirs_exist_ok=True)
    shutil.copytree(case, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    for mark in target.rglob("*.deleted"):
        mark.with_suffix("").unlink()
        mark.unlink()


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_report(case: Path, tmp_path: Path) -> None:
    lay_over(case, tmp_path)
    outcome = checks.run(load(tmp_path))
    found, expected = text.report(outcome, tmp_path) + "\n", case / "expected.txt"
    if os.environ.get("UPDATE"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
    rules = {problem.rule for problem in outcome.problems}
    assert rules == (set() if case.name.startswith("ok-") else {case.parent.name})
    assert case.name.startswith("ok-") or len(outcome.problems) == 1


@pytest.mark.parametrize("rule", checks.RULES)
def test_every_rule_has_a_failing_and_a_passing_case_and_a_manual(rule: str) -> None:
    names = [case.name for case in CASES if case.parent.name == rule]
    assert rule in WITHOUT_FIXTURES or any(not name.startswith("ok-") for name in names), "no failing case"
    assert rule in WITHOUT_FIXTURES or any(name.startswith("ok-") for name in names), "no passing case"
    zh, mark, en = (checks.module_of(rule).__doc__ or "").partition("\n---\n")
    assert len(zh) > 40 and mark and len(en) > 60


def test_minimal_course_is_clean() -> None:
    assert checks.run(load(HERE / "courses" / "minimal")).problems == ()


def _rules_after(tmp_path: Path, file: str, old: str, new: str) -> set[str]:
    shutil.copytree(HERE / "courses" / "minimal", tmp_path, dirs_exist_ok=True)
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new), encoding="utf-8")
    return {problem.rule for problem in checks.run(load(tmp_path)).problems}


def test_a_misspelt_picture_does_not_make_the_real_one_unused(tmp_path: Path) -> None:
    found = _rules_after(tmp_path, "docs/zh/1-basics/1-first.md", "images/steps.svg", "images/setps.svg")
    assert "broken-image" in found and "stray-file" not in found
