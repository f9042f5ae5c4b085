"""发证明的考试漏了一个目标。考试考到的课，课里每个目标都应该有一条抽题规则抽得到，不然“学完了”里就有一块没有考过。
只看写了 certificate: true 的考试。

错误的写法（这一课有 classify 和 ask 两个目标）：

    certificate: true
    draw:
      - {objectives: [prep-reasons.classify], count: 2}

改法：加一条抽 prep-reasons.ask 的，或并进某一条的 objectives。有理由不考，就在考试文件里写：

    accept: {exam-uncovered: 这个目标在课堂演练里评}
---
An exam with a certificate leaves out an objective. Of the lessons that it examines, every objective should be in some quota;
otherwise “completed” includes something that was never tested. Only exams with certificate: true are looked at.

Wrong (the lesson has two objectives, classify and ask):

    certificate: true
    draw:
      - {objectives: [prep-reasons.classify], count: 2}

Mend it: add a quota for prep-reasons.ask, or add it to the objectives of one. If there is a reason not to test it, say so in the exam's file:

    accept: {exam-uncovered: this objective is rated in the class exercise}
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .exam_pools import exams, names_known, objectives_by_lesson, objectives_in

LEVEL = "warning"


def check(course: Course) -> Iterator[Problem]:
    lessons = objectives_by_lesson(course)
    if lessons is None:
        return
    for placed in exams(course):
        if not placed.exam.certificate or not names_known(placed.exam, lessons):
            continue
        covered = {id_ for quota in placed.exam.draw for id_ in objectives_in(quota, lessons)}
        for objectives in lessons.values():
            for objective in objectives if not covered.isdisjoint(objectives) else ():
                if objective not in covered:
                    yield Problem(
                        placed.source.place("draw", key=True),
                        "exam-uncovered",
                        Text(f"没有一条抽题规则考目标“{objective}”", f"no quota tests the objective “{objective}”"),
                        Text(f"加一条 objectives: [{objective}]", f"add a quota with objectives: [{objective}]"),
                        owner=placed.owner,
                    )
