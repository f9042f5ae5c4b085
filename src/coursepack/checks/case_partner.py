"""案例要跟另一个案例比：compare_with 写另一个案例的 id。写成自己，或写一个没有的案例，两案并排的表就出不来。

错误的写法（文件夹叫 quality-manufacturer）：

    compare_with: quality-manufacture

改法：写真有的案例的 id，不能是自己。
---
A case is compared with another one: compare_with is the id of that case. If it is the case itself, or there is no such case, the two cannot be laid side by side.

Wrong (the folder is quality-manufacturer):

    compare_with: quality-manufacture

Mend it: write the id of a case that exists, not the case's own.
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from ..text import did_you_mean
from .placed_cases import cases
from .unknown_target import targets_of

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for placed in cases(course):
        word, known = placed.case.compare_with, targets_of(course, "case") - {placed.name}
        if word not in known:
            near = did_you_mean(word, known)
            remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text("写另一个案例的 id", "write the id of another case")
            message = Text("案例在跟自己比", "the case is compared with itself") if word == placed.name else Text(f"没有叫“{word}”的案例", f"there is no case “{word}”")
            yield Problem(placed.source.place("compare_with"), "case-partner", message, remedy)
