"""The courses that the benchmarks measure: the same on every run, and free of errors."""

from pathlib import Path

import pytest

from benchmarks.generate import lessons_of, write_course
from coursepack import checks
from coursepack.course import load


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_generated_course_is_the_same_each_time_and_free_of_errors(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_course(tmp_path / name, lessons=2, questions=12)
    assert files(tmp_path / "one") == files(tmp_path / "two")
    outcome = checks.run(load(tmp_path / "one"))
    assert [problem for problem in outcome.problems if problem.level == "error"] == []
    assert len(load(tmp_path / "one").questions) == 24


@pytest.mark.parametrize(("pages", "lessons"), [(40, 35), (400, 359)])
def test_lessons_of_so_many_pages(pages: int, lessons: int) -> None:
    assert lessons_of(pages) == lessons
