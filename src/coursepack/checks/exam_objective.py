"""考试要抽的目标或课，整门课里没有。抽题规则的 objectives 里写目标的 id（如 prep-reasons.ask），或一课的 id（表示这一课的全部目标）；
写错了，这一条就抽不到题。

错误的写法（目标叫 prep-reasons.ask）：

    draw:
      - {objectives: [prep-reasons.aks], count: 1}

改法：

    draw:
      - {objectives: [prep-reasons.ask], count: 1}
---
An exam draws on an objective or a lesson that the course does not have. In a quota, objectives holds ids of objectives (such as
prep-reasons.ask), or the id of a lesson for all of its objectives; with a wrong one nothing can be drawn.

Wrong (the objective is prep-reasons.ask):

    draw:
      - {objectives: [prep-reasons.aks], count: 1}

Mend it:

    draw:
      - {objectives: [prep-reasons.ask], count: 1}
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from ..text import did_you_mean
from .exam_pools import exams, expanded, objectives_by_lesson

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    lessons = objectives_by_lesson(course)
    if lessons is None:
        return
    known = [*lessons, *(objective for objectives in lessons.values() for objective in objectives)]
    for exam, source in exams(course):
        for number, quota in enumerate(exam.draw):
            for index, name in enumerate(quota.objectives):
                if not expanded(name, lessons):
                    yield Problem(
                        source.place("draw", number, "objectives", index),
                        "exam-objective",
                        Text(f"没有叫“{name}”的目标或课", f"there is no objective or lesson “{name}”"),
                        _remedy(course, name, known),
                    )


def _remedy(course: Course, name: str, known: list[str]) -> Text:
    question = next((placed.question for placed in course.questions if placed.question.id == name), None)
    if question:
        return Text(f"这是一道题；考试按目标抽题，写它的目标 {question.objective}", f"this is a question; exams draw by objective, so write its objective {question.objective}")
    if "，" in name or "、" in name:
        return Text("项与项之间用半角逗号和一个空格", "put a plain comma and a space between the items")
    near = did_you_mean(name, known)
    return Text(f"改为 {near}", f"change it to: {near}") if near else Text("照着课开头抄目标的 id，或写课的 id", "copy the id of an objective from the top of its lesson, or write the id of a lesson")
