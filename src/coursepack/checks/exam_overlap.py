"""一场考试里有两条抽题规则能抽到同一道题。各条的题要互不相干，不然同一道题会在一份卷子里出现两次，每条抽几道也说不准了。

错误的写法（第二条把第一条的题也包了进去）：

    draw:
      - {objectives: [prep-reasons.ask], count: 1}
      - {objectives: [prep-reasons], count: 2}

改法：把目标分开，或者目标相同而层次（levels）不同。

    draw:
      - {objectives: [prep-reasons.ask], count: 1}
      - {objectives: [prep-reasons.classify], count: 2}
---
Two quotas of one exam can draw the same question. Their questions must be apart: otherwise a form may hold a question twice, and
how many come from each quota is no longer certain.

Wrong (the second holds the questions of the first as well):

    draw:
      - {objectives: [prep-reasons.ask], count: 1}
      - {objectives: [prep-reasons], count: 2}

Mend it: name different objectives, or the same one at different levels.

    draw:
      - {objectives: [prep-reasons.ask], count: 1}
      - {objectives: [prep-reasons.classify], count: 2}
"""

from collections.abc import Iterator
from itertools import combinations

from ..course import Course
from ..model.exam import Quota
from ..problem import Problem, Text
from .exam_pools import exams, objectives_by_lesson, objectives_in

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    lessons = objectives_by_lesson(course)
    if lessons is None:
        return
    for exam, source in exams(course):
        for (first, one), (second, other) in combinations(enumerate(exam.draw), 2):
            shared = [id_ for id_ in objectives_in(one, lessons) if id_ in objectives_in(other, lessons)]
            if shared and _share_a_level(one, other):
                yield Problem(
                    source.place("draw", second),
                    "exam-overlap",
                    Text(f"第 {first + 1} 条也能抽到“{shared[0]}”的题", f"quota {first + 1} can draw questions on “{shared[0]}” too"),
                    Text("把两条合成一条，或把目标、层次分开", "make one quota of the two, or name different objectives or levels"),
                )


def _share_a_level(one: Quota, other: Quota) -> bool:
    return not one.levels or not other.levels or not set(one.levels).isdisjoint(other.levels)
