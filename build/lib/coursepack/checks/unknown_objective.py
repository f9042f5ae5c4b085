"""题目指的目标，这一课里没有。题目考的是同一路径那一课的目标：quizzes/1-preparation/1-reasons.yml 里的题，
只能考 docs/zh/1-preparation/1-reasons.md 开头列出的目标。指错了，统计和补课建议就会指向别处。

错误的写法（课里的目标是 prep-reasons.classify）：

    objective: prep-reasons.clasify

改法：照着课开头的 objectives 抄一遍 id；如果题放错了文件，就挪到那一课的题库里。
---
The question names an objective that its lesson does not have. A question tests an objective of the lesson with the same path:
questions in quizzes/1-preparation/1-reasons.yml test those at the top of docs/zh/1-preparation/1-reasons.md. With a wrong one, statistics and advice point elsewhere.

Wrong (the lesson's objective is prep-reasons.classify):

    objective: prep-reasons.clasify

Mend it: copy the id from objectives at the top of the lesson; a question in the wrong file moves to the file of its lesson.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.quiz import PlacedQuestion
from ..problem import Problem, Text
from ..text import did_you_mean
from .lesson_objectives import objectives_of, readable

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for key, quiz in course.quizzes.items():
        known = objectives_of(course, key)
        if known and readable(course, key):
            for placed in quiz.questions:
                if placed.question.objective not in known:
                    yield _problem(placed, known)


def _problem(placed: PlacedQuestion, known: tuple[str, ...]) -> Problem:
    name = placed.question.objective
    near = did_you_mean(name, known)
    remedy = Text(f"改为 {near}", f"change it to: {near}") if near else Text(f"这一课的目标：{'、'.join(known)}", f"the lesson's objectives are: {', '.join(known)}")
    return Problem(placed.place("objective"), "unknown-objective", Text(f"这一课没有目标“{name}”", f"the lesson has no objective “{name}”"), remedy)
