"""案例练的目标，哪一课里都没有。objectives 写课文开头列出的目标的 id；写错了，学员看不到该回去读哪一课。

错误的写法（课里是 prep-reasons.classify）：

    objectives: [prep-reason.classify]

改法：照课文开头的 objectives 抄。
---
No lesson has the objective that the case rehearses. objectives are ids from the top of lessons; with a wrong one learners are not told which lesson to go back to.

Wrong (the lesson has prep-reasons.classify):

    objectives: [prep-reason.classify]

Mend it: copy the id from objectives at the top of the lesson.
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import LANGS, Problem, Text
from ..text import did_you_mean
from .lesson_objectives import readable
from .placed_cases import cases

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    lessons = [page for lang in LANGS for page in course.lessons(lang)]
    if not all(readable(course, page.key) for page in lessons):
        return
    known = {objective.id for page in lessons if page.lesson for objective in page.lesson.objectives}
    for placed in cases(course):
        for index, word in enumerate(placed.case.objectives):
            if word not in known:
                near = did_you_mean(word, known)
                remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text("写一课里列出的目标", "write an objective of a lesson")
                yield Problem(placed.source.place("objectives", index), "case-objective", Text(f"没有目标“{word}”", f"there is no objective “{word}”"), remedy)
