"""一个目标只有一道题。课内检查用掉以后，考试和复习就没有没见过的题可出了；一道题也说明不了学会没有。

错误的写法：整个题库里只有一道题写 objective: prep-reasons.classify。

改法：再写一道，情景不同，最好只用于 exam 和 review。暂时只有一道、说得出理由，就在这道题里写：

    accept: {few-questions: 这个目标只能用这一张表来考}
---
An objective has one question only. Once the lesson has asked it, exam and review have nothing unseen left; and one question proves little.

Wrong: in the whole file one question says objective: prep-reasons.classify.

Mend it: write another with a different situation, best for exam and review only. If one is enough, say why in that question:

    accept: {few-questions: this objective can only be tested with this one table}
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .lesson_objectives import count_tests, objectives_of, readable, whole

LEVEL = "warning"


def check(course: Course) -> Iterator[Problem]:
    for key, quiz in course.quizzes.items():
        if not readable(course, key) or not whole(quiz):
            continue
        counts = count_tests(quiz, objectives_of(course, key))
        for placed in quiz.questions:
            name = placed.question.objective
            if counts.get(name) == 1:
                yield Problem(
                    placed.place("objective"),
                    "few-questions",
                    Text(f"只有这一道题考目标“{name}”", f"this is the only question on the objective “{name}”"),
                    Text("再写一道，情景不同，留给考试和复习", "write another with a different situation, for exam and review"),
                    owner=placed.question.id,
                )
