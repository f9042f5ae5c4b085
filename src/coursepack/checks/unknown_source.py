"""页面引用的事实编号不存在。编号要在 docs/data/references.yml 里有一条，不然来源一栏是空的，读的人查不到依据。

错误的写法（没有 LAW-99）：

    诉讼时效是三年 [LAW-99]。

改法：改成真有的编号；确实是新事实，先写进 references.yml 并核对原文。
---
A page names a fact that does not exist. Each id needs an entry in docs/data/references.yml, or the list of sources stays empty and no reader can look it up.

Wrong (there is no LAW-99):

    The limitation period is three years [LAW-99].

Mend it: use an id that exists; a new fact first goes into references.yml, checked against its source.
"""

from collections.abc import Iterator

from ..course import DATA, Course
from ..model.lesson import Page
from ..problem import Place, Problem, Text
from ..text import did_you_mean

LEVEL = "error"
FILE = f"{DATA}/references.yml"


def check(course: Course) -> Iterator[Problem]:
    if course.references is None:
        return  # it is missing or could not be read, and that is reported already
    for page in course.all_pages():
        for id_, line, column in page.citations:
            if id_ not in course.reference_ids:
                yield _problem(page, page.place(line, column + 1, len(id_)), id_, course)
        for index, id_ in enumerate(page.front.sources if page.front else ()):
            if id_ not in course.reference_ids and id_ not in {cited for cited, _, _ in page.citations}:
                yield _problem(page, page.source.place("sources", index), id_, course)


def _problem(page: Page, place: Place, id_: str, course: Course) -> Problem:
    near = did_you_mean(id_, sorted(course.reference_ids))
    remedy = Text(f"改成真有的编号，例如 {near}", f"use an id that exists, such as {near}") if near else Text(f"先写进 {FILE}", f"put it into {FILE} first")
    return Problem(place, "unknown-source", Text(f"没有编号为“{id_}”的事实", f"there is no fact with the id “{id_}”"), remedy, lang=page.lang)
