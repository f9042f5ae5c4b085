"""选择题的选项不到两个。没有别的可选，就不是题；导出到题库时也会被拒收。

错误的写法：

    options:
      - id: request
        correct: true
        text: {zh: 问申请在谁手里, en: Ask whose desk it is on}
        feedback: {zh: 有人名就能核对。, en: A name can be checked.}

改法：补上学员真会犯的错做干扰项，最好一共三四个，每项写清反馈。
---
A choice question has fewer than two options. With nothing else to choose it is no question, and question banks refuse it.

Wrong:

    options:
      - id: request
        correct: true
        text: {zh: 问申请在谁手里, en: Ask whose desk it is on}
        feedback: {zh: 有人名就能核对。, en: A name can be checked.}

Mend it: add distractors taken from real mistakes, three or four options in all, each with its feedback.
"""

from collections.abc import Iterator

from ..course import Course
from ..problem import Problem, Text
from .data_texts import choices

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for placed, question in choices(course):
        count = len(question.options)
        if count < 2:
            yield Problem(
                placed.place("options", key=True),
                "few-options",
                Text(f"“{question.id}”只有 {count} 个选项，至少要两个", f"“{question.id}” has {count} option{'' if count == 1 else 's'}; two at least are needed"),
                Text("补上真实错误做干扰项，最好三四个选项", "add distractors taken from real mistakes; three or four options are best"),
            )
