"""题太少，重考碰到的多半是旧题。重考会先抽上一次没考过的；一条规则要抽的题超过它题库的一半，剩下的就只能重复。整份卷子重复过半，重考就成了对答案。

错误的情形：考试要 12 道，每条的题库都正好够抽一次。

改法：多写题，先补提示里那几条。题库暂时只有这么大、说得出理由，就在考试文件里写：

    accept: {exam-thin: 入门测验只在第一周用一次}
---
There are so few questions that a retake is mostly the same again. A retake first draws what was not in the last form; a quota that
takes more than half of its questions must repeat the rest. When more than half of a form comes again, a retake tests memory.

Wrong: the exam has 12 questions, and each quota has just enough for one form.

Mend it: write more questions, first for the quotas named. If the bank is as large as it needs to be, say why in the exam's file:

    accept: {exam-thin: this test is taken once, in the first week}
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .exam_pools import exams_with_pools

LEVEL = "warning"


def check(course: Course) -> Iterator[Problem]:
    for placed, pools in exams_with_pools(course):
        if any(len(pool.questions) < pool.count for pool in pools):
            continue  # exam-short says what is missing
        again = [max(0, 2 * pool.count - len(pool.questions)) for pool in pools]
        if 2 * sum(again) > placed.exam.size:
            lines = "、".join(str(number) for number, repeated in enumerate(again, start=1) if repeated)
            yield Problem(
                placed.source.place("draw", key=True),
                "exam-thin",
                Text(f"重考时 {placed.exam.size} 道里至少有 {sum(again)} 道是上次考过的", f"in a retake at least {sum(again)} of {placed.exam.size} questions come again"),
                Text(f"多写题，先补第 {lines} 条", f"write more questions, first for quota {lines.replace('、', ', ')}"),
                owner=placed.owner,
            )
