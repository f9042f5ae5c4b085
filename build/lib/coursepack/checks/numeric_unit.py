"""数字题没写单位（unit）。学员不知道该填元、万元还是天，算对了也会填错。

错误的写法：

    answer: 90000
    tolerance: 1

改法：补上 unit，两种语言都写；单位显示在输入框后面，学员不用打。

    unit: {zh: 元, en: RMB}
---
A numeric question has no unit. Learners cannot know whether to give yuan, tens of thousands or days, and fail although they reckoned well.

Wrong:

    answer: 90000
    tolerance: 1

Mend it: add unit in both languages; it stands behind the field and is not typed.

    unit: {zh: 元, en: RMB}
"""

from collections.abc import Iterator

from ..course import Course
from ..model.question import Numeric
from ..problem import Problem, Text

LEVEL = "error"


def check(course: Course) -> Iterator[Problem]:
    for placed in course.questions:
        question = placed.question
        if isinstance(question, Numeric) and question.unit is None:
            yield Problem(
                placed.place("answer", key=True),
                "numeric-unit",
                Text(f"数字题“{question.id}”没写单位", f"the numeric question “{question.id}” has no unit"),
                Text("补上 unit: {zh: …, en: …}", "add unit: {zh: …, en: …}"),
            )
