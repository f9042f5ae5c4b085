"""引用的事实编号不存在。题目的 red_line 和术语的 sources 都要指向 docs/data/references.yml 里的一条；
指错了，学员点开看不到依据，法条更新时也找不到要改的题。

错误的写法（references.yml 里没有 LAW-99）：

    red_line: LAW-99

改法：改成真有的编号；确实是新事实，就先写进 references.yml。
---
The id of a fact does not exist. red_line of a question and sources of a term point to an entry of docs/data/references.yml;
with a wrong id learners find no ground for it, and nobody finds the question again when the law changes.

Wrong (references.yml has no LAW-99):

    red_line: LAW-99

Mend it: use an id that exists; a new fact goes into references.yml first.
"""

from collections.abc import Iterator

from ..course import DATA, Course
from ..problem import Place, Problem, Text
from ..text import did_you_mean

LEVEL = "error"
FILE = f"{DATA}/references.yml"


def check(course: Course) -> Iterator[Problem]:
    if course.references is None:
        return
    known = course.reference_ids
    for placed in course.questions:
        if placed.question.red_line and placed.question.red_line not in known:
            yield _problem(placed.place("red_line"), placed.question.red_line, course)
    for index, term in enumerate(course.terms):
        for number, id_ in enumerate(term.sources):
            if id_ not in known:
                place = course.sources[f"{DATA}/glossary.yml"].place("terms", index, "sources", number)
                yield _problem(place, id_, course)


def _problem(place: Place, id_: str, course: Course) -> Problem:
    near = did_you_mean(id_, sorted(course.reference_ids))
    remedy = Text(f"改成真有的编号，例如 {near}", f"use an id that exists, such as {near}") if near else Text(f"先写进 {FILE}", f"put it into {FILE} first")
    return Problem(place, "unknown-reference", Text(f"没有编号为“{id_}”的事实", f"there is no fact with the id “{id_}”"), remedy)
