"""正确答案的个数不对。单选题（single）要恰好一个正确选项，多选题（multiple）至少一个。

没有正确答案，谁都答不对；单选有两个正确答案，学员选对了也会被判错。

错误的写法：

    kind: single
    options:
      - id: request
        text: {zh: 问申请在谁手里, en: Ask whose desk it is on}
      - id: boss
        text: {zh: 问老板几时回来, en: Ask when the boss is back}

改法：在正确的那一项下面写 correct: true；如果真有几个正确答案，把 kind 改成 multiple。
---
The number of right options is wrong. A single needs exactly one, a multiple at least one.

Without a key nobody can be right; with two keys in a single, a learner who chose well is marked wrong.

Wrong:

    kind: single
    options:
      - id: request
        text: {zh: 问申请在谁手里, en: Ask whose desk it is on}
      - id: boss
        text: {zh: 问老板几时回来, en: Ask when the boss is back}

Mend it: write correct: true under the right option; if several really are right, change kind to multiple.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.question import Choice
from ..model.quiz import PlacedQuestion
from ..problem import Problem, Text
from .data_texts import choices

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for placed, question in choices(course):
        count = sum(option.correct for option in question.options)
        if count == 0 and question.options:
            yield _no_key(placed, question)
        elif count > 1 and question.kind == "single":
            yield _several_keys(placed, question)


def _no_key(placed: PlacedQuestion, question: Choice) -> Problem:
    return Problem(
        placed.place("options", key=True),
        "key-count",
        Text(f"“{question.id}”没有正确选项", f"“{question.id}” has no right option"),
        Text("在正确的那一项下面写 correct: true", "write correct: true under the right option"),
    )


def _several_keys(placed: PlacedQuestion, question: Choice) -> Problem:
    keys = question.keys
    second = [index for index, option in enumerate(question.options) if option.correct][1]
    return Problem(
        placed.place("options", second, "correct", key=True),
        "key-count",
        Text(f"单选题“{question.id}”有 {len(keys)} 个正确选项：{'、'.join(keys)}", f"the single-choice question “{question.id}” has {len(keys)} right options: {', '.join(keys)}"),
        Text("只留一个 correct: true，或把 kind 改成 multiple", "keep one correct: true, or change kind to multiple"),
    )
