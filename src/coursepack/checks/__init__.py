"""The rules, one a file, listed here; and what runs them.

A rule file holds LEVEL ("error" or "warning"), a docstring that is its manual (Chinese, a line `---`, English), and
`check(course)` yielding problems. Rules found while reading (YAML, shapes) have no `check`: their problems come from `Course.problems`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from types import ModuleType

from ..course import Course
from ..problem import Level, Place, Problem, Text
from ..text import did_you_mean

RULES = (
    # reading files
    "unreadable", "missing-file", "encoding", "file-size", "control-character",
    "yaml-syntax", "full-width-punctuation", "duplicate-key", "cut-text", "yaml-anchor", "yaml-tag",
    # shapes
    "unknown-key", "missing-key", "missing-language", "missing-feedback", "wrong-type", "unknown-value", "malformed-id",
    "empty-text", "wrong-count", "wrong-range", "front-matter",
    # questions
    "id-reused", "id-retired", "quiz-lesson-pair", "unknown-objective", "untested-objective", "few-questions",
    "key-count", "check-use", "few-options", "many-options", "duplicate-option",
    "numeric-tolerance", "numeric-unit", "ordering-ambiguous", "matching-ambiguous",
    "option-length", "longest-keys", "key-position", "all-of-the-above", "unmarked-negative", "absolute-word",
    "stem-echo", "copied-key", "shallow-quiz",
    # data files
    "placeholder", "quiz-markup", "data-html", "data-link", "unknown-reference", "glossary-duplicate",
    "file-name", "worksheet-part", "worksheet-choice", "worksheet-letter", "unknown-situation",
    "coverage-gap", "coverage-page",
    # exams
    "exam-objective", "exam-overlap", "exam-short", "exam-unseen", "exam-thin", "exam-uncovered",
    # cases and role plays
    "case-page", "case-sums", "case-statement", "case-amount", "case-date", "case-person", "case-partner", "case-objective",
    "play-next", "play-unreachable", "play-no-exit", "play-points", "play-red-line", "play-same-effect",
    "play-step", "play-longest", "play-tone", "play-size", "play-endings", "play-no-red-line", "red-line-phrase",
    # pages
    "markdown-slip", "raw-html", "unsafe-link", "broken-link", "broken-anchor", "broken-image", "missing-alt", "attribute-list",
    "heading-level", "heading-id", "lesson-parts", "lesson-aims", "lesson-keep",
    "unknown-fence", "unclosed-fence", "fence-body", "quiz-fence", "dialogue-line", "next-call-blank", "unknown-target",
    "citation-form", "unknown-source", "unlisted-source", "unused-source", "objective-prefix", "language-pair", "stray-file",
    "image-markup", "image-legibility",
    # wording of pages and data files
    "lesson-length", "mixed-punctuation", "spacing", "straight-quotes", "exclamation-mark", "glossary-term", "american-spelling",
    # accepted warnings
    "unused-accept",
)  # fmt: skip


def module_of(rule: str) -> ModuleType:
    """The file of a rule."""
    return import_module(f".{rule.replace('-', '_')}", __package__)


@cache
def level_of(rule: str) -> Level:
    return module_of(rule).LEVEL


@dataclass(frozen=True)
class Outcome:
    """What `check` found: `problems` sorted, `accepted` the warnings that an author excused with a reason."""

    files: int
    problems: tuple[Problem, ...]
    accepted: tuple[Problem, ...]

    def count(self, level: str) -> int:
        return sum(problem.level == level for problem in self.problems)


def run(course: Course) -> Outcome:
    """Every rule, every problem."""
    found = [replace(problem, level=level_of(problem.rule)) for problem in _all_problems(course)]
    accepts = dict(_accepts(course))
    accepted = {problem for problem in found if problem.level == "warning" and (problem.owner, problem.rule) in accepts}
    used = {(problem.owner, problem.rule) for problem in accepted}
    open_ = [problem for problem in found if problem not in accepted]
    open_.extend(_unused(key, place) for key, place in accepts.items() if key not in used)
    return Outcome(len(course.files), _sorted(open_), _sorted(accepted))


def _all_problems(course: Course) -> Iterator[Problem]:
    yield from course.problems
    for rule in RULES:
        check = getattr(module_of(rule), "check", None)
        if check is not None:
            yield from check(course)


def _accepts(course: Course) -> Iterator[tuple[tuple[str, str], Place]]:
    """Each `accept` entry as ((owner, rule), place)."""
    for placed in course.questions:
        for rule in placed.question.accept:
            yield (placed.question.id, rule), placed.place("accept", rule, key=True)
    for quiz in course.quizzes.values():
        for rule in quiz.accept:
            yield (quiz.owner, rule), quiz.source.place("accept", rule, key=True)
    for page in course.all_pages():
        for rule in page.accept:
            yield (page.owner, rule), page.source.place("accept", rule, key=True)
    for file, item in course.excusable():
        for rule in item.accept:
            yield (file, rule), course.sources[file].place("accept", rule, key=True)


def _unused(key: tuple[str, str], place: Place) -> Problem:
    owner, rule = key
    near = did_you_mean(rule, RULES) if rule not in RULES else None
    remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text("删掉这一行", "delete this line")
    return Problem(place, "unused-accept", Text(f"“{owner}”接受了“{rule}”，可是没有这条警告", f"“{owner}” accepts “{rule}”, but there is no such warning"), remedy)


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems), key=lambda problem: problem.sort_key))
