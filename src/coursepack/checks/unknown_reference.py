"""引用的事实编号不存在。题目的 red_line 和术语的 sources 都要指向 docs/data/references.yml 里的一条；
指错了，学员点开看不到依据，法条更新时也找不到要改的题。

错误的写法（references.yml 里没有 LAW-99）：

    red_line: LAW-99

改法：改成真有的编号；确实是新事实，就先写进 references.yml。
---
The id of a fact does not exist. red_line of a question or a choice, sources and facts of a case, sources of a term and law of a red line point to an entry of docs/data/references.yml;
with a wrong id learners find no ground for it, and nobody finds the question again when the law changes.

Wrong (references.yml has no LAW-99):

    red_line: LAW-99

Mend it: use an id that exists; a new fact goes into references.yml first.
"""

from collections.abc import Iterable, Iterator

from ..course import DATA, RED_LINES, Course
from ..problem import Place, Problem, Text
from ..text import did_you_mean
from ..yaml_source import Source
from .data_texts import Path
from .placed_cases import cases, role_plays

LEVEL = "error"
FILE = f"{DATA}/references.yml"


def check(course: Course) -> Iterator[Problem]:
    if course.references is None:
        return
    for source, path, id_ in _named(course):
        if id_ not in course.reference_ids:
            yield _problem(source.place(*path), id_, course)


def _named(course: Course) -> Iterator[tuple[Source, Path, str]]:
    """Every fact that a data file names, and where."""
    for placed in course.questions:
        if placed.question.red_line:
            yield placed.source, ("questions", placed.index, "red_line"), placed.question.red_line
    for index, term in enumerate(course.terms):
        yield from _listed(course.sources[f"{DATA}/glossary.yml"], ("terms", index, "sources"), term.sources)
    for _, case, source in cases(course):
        yield from _listed(source, ("sources",), case.sources)
        for index, question in enumerate(case.discussion):
            yield from _listed(source, ("discussion", index, "facts"), question.facts)
    for play in role_plays(course):
        for scene, _, index, choice in play.choices():
            if choice.red_line:
                yield play.source, ("nodes", scene, "choices", index, "red_line"), choice.red_line
    for index, red_line in enumerate(course.red_lines.red_lines if course.red_lines else ()):
        yield course.sources[RED_LINES], ("red_lines", index, "law"), red_line.law


def _listed(source: Source, path: Path, ids: Iterable[str]) -> Iterator[tuple[Source, Path, str]]:
    yield from ((source, (*path, index), id_) for index, id_ in enumerate(ids))


def _problem(place: Place, id_: str, course: Course) -> Problem:
    near = did_you_mean(id_, sorted(course.reference_ids))
    remedy = Text(f"改成真有的编号，例如 {near}", f"use an id that exists, such as {near}") if near else Text(f"先写进 {FILE}", f"put it into {FILE} first")
    return Problem(place, "unknown-reference", Text(f"没有编号为“{id_}”的事实", f"there is no fact with the id “{id_}”"), remedy)
