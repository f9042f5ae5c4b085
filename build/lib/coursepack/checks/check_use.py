"""这道题不能放在课内检查里。课里的检查（use 里的 check）只会出单选题，和有两个以上正确选项的多选题。

数字、排序、配对题课内检查显示不了；只有一个正确答案的多选题会显示成单选的样子，学员看不出能选几个。

错误的写法：

    kind: numeric
    use: [check, exam]

改法：从 use 里去掉 check，留下 exam 或 review；只有一个正确答案的多选题，把 kind 改成 single。
---
This question cannot be asked inside a lesson. The lesson's own check (check in use) shows single-choice questions, and
multiple-choice questions with two keys or more.

It cannot show numbers, ordering and matching; and a multiple with one key looks like a single, so that learners cannot tell how many to choose.

Wrong:

    kind: numeric
    use: [check, exam]

Mend it: take check out of use and leave exam or review; change a multiple with one key to kind: single.
"""

from collections.abc import Iterator

from ..course import Course
from ..model.question import Choice, Question
from ..model.quiz import PlacedQuestion
from ..problem import Problem, Text

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for placed in course.questions:
        if "check" in placed.question.use and not _can_be_checked(placed.question):
            yield _problem(placed, placed.question)


def _can_be_checked(question: Question) -> bool:
    """A multiple without any key is left to another rule."""
    return isinstance(question, Choice) and (question.kind == "single" or len(question.keys) != 1)


def _problem(placed: PlacedQuestion, question: Question) -> Problem:
    place = placed.place("use", question.use.index("check"))
    if question.kind == "multiple":
        return Problem(
            place,
            "check-use",
            Text(f"“{question.id}”是多选题却只有一个正确选项，不能用于“check”", f"“{question.id}” is a multiple with one right option, which “check” cannot show"),
            Text("把 kind 改成 single，或再写一个正确选项", "change kind to single, or give it a second right option"),
        )
    return Problem(
        place,
        "check-use",
        Text(f"“{question.id}”是“{question.kind}”题，不能用于“check”", f"“{question.id}” is of kind “{question.kind}”, which “check” cannot show"),
        Text("从 use 里去掉 check", "take check out of use"),
    )
