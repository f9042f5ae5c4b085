"""`coursepack check` on 10,000 questions beside the fastest way to read their files at all, and beside general linters.

The measure is `yaml.load(CSafeLoader)` of the 100 question files. Ours also reads the 200 lesson pages that the questions belong to.
The linters are so slow that they get the first 1,000 questions, and so does the measure beside them.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from coursepack import checks
from coursepack.course import load

from .generate import REAL, write_course
from .row import Row
from .timing import command, function, interleaved

PER_FILE = 100
LINTED_FILES = 10
RUNS = 3
YAMLLINT = "{extends: default, rules: {line-length: disable, document-start: disable}}"


def rows(quick: bool, verbose: bool) -> Iterator[Row]:
    """Rows of ratios; with `verbose` the dearest rules too."""
    files = 10 if quick else 100
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder, "course")
        write_course(course, lessons=files, questions=PER_FILE)
        yaml_, inside, whole = interleaved(
            RUNS,
            lambda: function(read_yaml, question_files(course)),
            lambda: function(check, course),
            lambda: command([sys.executable, "-m", "coursepack.cli", "--root", course, "check"], ok=(0, 1)),
        )
        count = f"{files * PER_FILE:,} questions"
        yield Row(f"yaml.load(CSafeLoader), {count}", yaml_.wall, "s")
        yield Row(f"check {count}, in process / yaml.load", inside.wall / yaml_.wall, limit=1.5)
        yield Row(f"check {count}, command / yaml.load", whole.wall / yaml_.wall, limit=1.5)
        yield from _linters(course, Path(folder))
        if verbose:
            yield from profile(course)


def _linters(course: Path, folder: Path) -> Iterator[Row]:
    linted = question_files(course)[:LINTED_FILES]
    schema = folder / "schema.json"
    schema.write_text(json.dumps(question_schema()), encoding="utf-8")
    tools = Path(sys.executable).parent
    base = function(read_yaml, linted).wall
    commands = {
        "yamllint": [tools / "yamllint", "-d", YAMLLINT, *linted],
        "check-jsonschema": [tools / "check-jsonschema", "--schemafile", schema, *linted],
    }
    for name, words in commands.items():
        yield Row(f"{name} / yaml.load, {LINTED_FILES * PER_FILE:,} questions", command(words, ok=(0, 1)).wall / base)


def question_files(course: Path) -> list[Path]:
    return sorted((course / "quizzes").rglob("*.yml"))


def read_yaml(files: Sequence[Path]) -> None:
    for file in files:
        with file.open("rb") as stream:
            yaml.load(stream, yaml.CSafeLoader)


def check(course: Path) -> None:
    """What the command does, without starting Python and without printing. Raises ValueError when the course has errors."""
    outcome = checks.run(load(course))
    if outcome.count("error"):
        raise ValueError([problem for problem in outcome.problems if problem.level == "error"][:3])


def question_schema() -> object:
    """The schema of question files: the one in schemas/, else one made of the models."""
    written = REAL / "schemas" / "question-file.json"
    if written.is_file():
        return json.loads(written.read_text(encoding="utf-8"))
    from pydantic import BaseModel

    from coursepack.model.question import Question

    class QuestionFile(BaseModel):
        questions: list[Question]

    return QuestionFile.model_json_schema()


def profile(course: Path) -> Iterator[Row]:
    """Seconds of reading, and of each rule in turn, dearest first. What rules share is paid by the first that needs it."""
    start = time.perf_counter()
    read = load(course)
    yield Row("profile: reading the course", time.perf_counter() - start, "s")
    seconds = {}
    for rule in checks.RULES:
        run = getattr(checks.module_of(rule), "check", None)
        if run:
            start = time.perf_counter()
            list(run(read))
            seconds[rule] = time.perf_counter() - start
    for rule in sorted(seconds, key=seconds.__getitem__, reverse=True):
        yield Row(f"profile: rule {rule}", round(seconds[rule], 4), "s")
